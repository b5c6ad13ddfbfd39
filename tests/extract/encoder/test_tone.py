"""Marks of tone: which words the model marks, and how they join those of the lexicon."""

from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.texts import document
from tests.infer.hand import Given, by_hand
from whence.extract.encoder import tone
from whence.extract.encoder.reader import EncoderReader
from whence.extract.prose import prose
from whence.infer import model as reading_model
from whence.model.reading import Mark
from whence.model.span import Span

TEXT = "Brutal savage raiders came at dusk. Who gains from it, one wonders. Tides rose."
PLAIN = (
    "Two men were shot on Harbour Street on Sunday night, police said. Both were taken to a "
    "hospital, where one died. Officers found eleven casings. No arrest has been made. "
    "Anyone who saw a silver van is asked to call the station."
)
GIVEN = Given(
    scalars={"loaded": {"brutal": 9, "savage": 9, "dusk": 9, "raiders": -9, "tides": -0.1}},
)


def mark(start: int, end: int, reason: str = "") -> Mark:
    span = Span(document_id="d", start=start, end=end, text="x" * (end - start))
    return Mark(kind="loaded", span=span, reason=reason)


def model_marks(folder: Path, text: str, given: Given) -> list[Mark]:
    model = by_hand(folder, text, given)
    seen = model.encode(text)
    return [*tone.seen(prose(document(text)), model, seen)]


def test_runs_of_loaded_words_are_marked(tmp_path: Path) -> None:
    assert [(one.kind, one.span.text) for one in model_marks(tmp_path, TEXT, GIVEN)] == [
        ("loaded", "Brutal savage"),
        ("loaded", "dusk"),
    ]


@pytest.mark.parametrize(
    ("text", "hint", "whose"),
    [
        (
            "The warehouse of Odalys Brandt burned down on Sunday night. Police have no suspect. "
            "Her partner had doubled the insurance on Friday, and nobody has asked him why. "
            "The fire service will report in a week.",
            "Her partner had doubled the insurance on Friday",
            "author",
        ),
        (
            "Unknown men shot the mayor of Pell on the quay. “We all know who sleeps better now,” "
            "his widow, Irma Toll, told the radio. The police chief had no comment.",
            "We all know who sleeps better now",
            "quoted",
        ),
    ],
)
def test_sentences_that_hint_are_marked_by_the_model_that_ships(
    text: str, hint: str, whose: str
) -> None:
    found = [one for one in EncoderReader().read(document(text)).marks if one.kind == "insinuation"]
    assert [(hint in one.span.text, one.whose) for one in found] == [(True, whose)]


def test_a_hint_far_down_a_long_text_is_marked_where_it_stands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reading_model, "STRETCH", 60)
    text = PLAIN + " The owner had refused to sell it to the harbour company three times." + PLAIN
    hints = [one for one in EncoderReader().read(document(text)).marks if one.kind == "insinuation"]
    assert [one.span.text for one in hints] == [
        "The owner had refused to sell it to the harbour company three times"
    ]


def test_plain_news_hints_at_nobody() -> None:
    assert not EncoderReader().read(document(PLAIN)).marks


@pytest.mark.parametrize(
    ("text", "words", "clause"),
    [
        ("He paid 2,000 crowns, who gains from it, in May.", "gains from", "who gains from it"),
        ("He asked: who gains from it?", "gains", "who gains from it"),
        ('The chief named "the usual friends" of the mayor.', "friends", "the usual friends"),
        ('They spoke of "old debts" and new boats.', 'of "old debts', 'They spoke of "old debts"'),
        ("Who gains – one may ask – from it. Nobody.", "may", "one may ask"),
        ("Tides rose", "rose", "Tides rose"),
    ],
)
def test_a_hint_is_widened_to_its_clause(text: str, words: str, clause: str) -> None:
    start = text.index(words)
    cut = prose(document(text))
    left, right = tone._clause(cut, start, start + len(words))
    assert cut.span(left, right).text == clause


def test_a_run_up_to_the_last_word_is_marked(tmp_path: Path) -> None:
    given = Given(scalars={"loaded": {"tides": 9, "rose": 9, ".": 9}})
    text = "They say tides rose."
    assert [one.span.text for one in model_marks(tmp_path, text, given)] == ["tides rose."]


def test_the_setting_decides_from_where_on_a_word_is_loaded(tmp_path: Path) -> None:
    text = "Tides rose."
    for least, expected in ((0.45, ["Tides"]), (0.55, [])):
        given = Given(
            scalars={"loaded": {"tides": 0.0, "rose": -9, ".": -9}}, settings={"loaded": least}
        )
        assert [one.span.text for one in model_marks(tmp_path, text, given)] == expected


def test_quoted_words_are_not_the_authors(tmp_path: Path) -> None:
    text = "A vile act followed. “Vicious cowards did it,” he said."
    given = Given(scalars={"loaded": {"vile": 9, "vicious": 9}})
    assert [(one.span.text, one.whose) for one in model_marks(tmp_path, text, given)] == [
        ("vile", "author"),
        ("Vicious", "quoted"),
    ]


def test_a_text_without_words_has_no_marks(tmp_path: Path) -> None:
    assert model_marks(tmp_path, "", Given()) == []


def test_the_lexicons_marks_stay_and_the_models_fill_what_is_free() -> None:
    named = [mark(10, 20, "named"), mark(30, 40, "named")]
    seen = [mark(0, 10), mark(19, 31), mark(20, 30), mark(35, 36), mark(39, 45), mark(45, 50)]
    assert [(one.span.start, one.span.end) for one in tone.joined(named, seen)] == [
        (0, 10), (10, 20), (20, 30), (30, 40), (45, 50),
    ]  # fmt: skip
    assert [one.reason for one in tone.joined(named, [mark(10, 20)])] == ["named", "named"]
    assert tone.joined([], []) == ()


def test_of_the_models_own_marks_the_longer_at_one_place_stays() -> None:
    found = tone.joined([], [mark(5, 7), mark(5, 20), mark(12, 30), mark(20, 22)])
    assert [(one.span.start, one.span.end) for one in found] == [(5, 20), (20, 22)]


_RANGES = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)), max_size=12)


def disjoint(ranges: list[tuple[int, int]]) -> list[Mark]:
    """Return marks of the lexicon, which never overlap: ranges that do are passed over."""
    found: list[Mark] = []
    for start, size in sorted(ranges):
        if not found or found[-1].span.end <= start:
            found.append(mark(start, start + size, "named"))
    return found


@given(_RANGES, _RANGES)
def test_joined_marks_never_overlap(
    named: list[tuple[int, int]], seen: list[tuple[int, int]]
) -> None:
    lexical = disjoint(named)
    found = tone.joined(lexical, [mark(start, start + size) for start, size in seen])
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))
    assert {one.span for one in lexical} <= {one.span for one in found}


@pytest.mark.parametrize("count", [40_000])
def test_many_marks_are_joined_in_time_that_grows_with_their_number(count: int) -> None:
    named = [mark(10 * n, 10 * n + 4) for n in range(count)]
    seen = [mark(10 * n + offset, 10 * n + offset + 2) for n in range(count) for offset in (3, 6)]
    begun = process_time()
    assert len(tone.joined(named, seen)) == 2 * count
    assert process_time() - begun < 5  # every mark against every other would take minutes
