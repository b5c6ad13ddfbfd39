from hypothesis import given
from hypothesis import strategies as st

from whence.store.fulltext.folding import words
from whence.store.fulltext.query import parse
from whence.store.fulltext.snippets import snippet

LONG = "Nothing happened here. " * 40


def shown(text: str, query: str) -> tuple[str, list[str]]:
    found = snippet(text, parse(query))
    return found.text, [found.text[start:end] for start, end in found.marks]


def test_short_text_is_shown_whole_with_its_words_marked() -> None:
    text = "A Möwe,\nover the harbour"
    line, marked = shown(text, "mowe OR harb*")
    assert line == "A Möwe, over the harbour"
    assert marked == ["Möwe", "harbour"]


def test_snippet_of_a_long_text_is_where_most_was_found() -> None:
    text = f"{LONG}A drone. {LONG}The drone struck the harbour at dawn. {LONG}"
    found = snippet(text, parse("drone harbour dawn"))
    assert "The drone struck the harbour at dawn." in found.text
    assert found.before
    assert found.after
    assert len(found.text) <= 240


def test_words_of_a_phrase_are_marked_only_beside_each_other() -> None:
    assert shown("zone green zone", '"green zone"')[1] == ["green", "zone"]


def test_what_is_not_to_be_there_is_not_marked() -> None:
    assert shown("drone", "drone -toy")[1] == ["drone"]


@given(st.text(), st.lists(st.text("abß北-", min_size=1), min_size=1))
def test_marks_are_of_words_in_any_text(text: str, said: list[str]) -> None:
    asked = [word for one in said for word in words(one)][:60]
    if not asked:
        return
    found = snippet(text, parse(" OR ".join(asked)))
    assert found.text.isprintable()
    ends = 0
    for start, end in found.marks:
        assert ends <= start < end <= len(found.text)
        ends = end
