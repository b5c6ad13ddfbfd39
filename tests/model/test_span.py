import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.model.span import Span

TEXT = "Zwölf 🙂 drones, said nobody."


def span(start: int, end: int, document: str = "doc-1") -> Span:
    return Span(document_id=document, start=start, end=end, text=TEXT[start:end])


positions = st.integers(0, len(TEXT))
spans = st.tuples(positions, positions).map(lambda pair: span(min(pair), max(pair)))


def test_positions_count_code_points_not_bytes() -> None:
    assert span(6, 7).text == "🙂"


@pytest.mark.parametrize(("start", "end", "text"), [(-1, 0, "x"), (4, 3, "")])
def test_impossible_range_is_refused(start: int, end: int, text: str) -> None:
    with pytest.raises(ValueError, match="not a range"):
        Span(document_id="doc-1", start=start, end=end, text=text)


def test_words_of_another_length_are_refused() -> None:
    with pytest.raises(ValueError, match="cannot hold 2 code points"):
        Span(document_id="doc-1", start=0, end=3, text="ab")


@given(spans, spans)
def test_overlap_counts_shared_code_points(left: Span, right: Span) -> None:
    shared = set(range(left.start, left.end)) & set(range(right.start, right.end))
    assert left.overlap(right) == right.overlap(left) == len(shared)


@given(spans, spans)
def test_covering_span_shares_all_of_the_covered(left: Span, right: Span) -> None:
    if left.covers(right):
        assert left.overlap(right) == len(right.text)
        assert left.start <= right.start
        assert right.end <= left.end


def test_spans_of_two_documents_share_nothing() -> None:
    other = span(0, 5, "doc-2")
    assert span(0, 5).overlap(other) == 0
    assert not span(0, 5).covers(other)


@given(st.lists(spans))
def test_spans_sort_by_position(found: list[Span]) -> None:
    assert [(s.start, s.end) for s in sorted(found)] == sorted((s.start, s.end) for s in found)
