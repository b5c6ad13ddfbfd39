"""Whatever the text, every span is true to it and nothing breaks."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.facts.reading import Read, read
from whence.model.vocabulary import load

_WORDS = [
    "three",
    "a",
    "third",
    "the",
    "two",
    "of",
    "which",
    "at",
    "least",
    "up",
    "to",
    "several",
    "no",
    "one",
    "killed",
    "wounded",
    "drones",
    "rockets",
    "people",
    "guards",
    "were",
    "was",
    "hit",
    "shot",
    "down",
    "launched",
    "attack",
    "on",
    "in",
    "Lisbon",
    "May",
    "3",
    "2020",
    "last",
    "night",
    "yesterday",
    ",",
    ".",
    "“",
    "”",
    "'",
    "\n\n",
    "and",
    "including",
    "that",
    "President",
    "Biden",
    "'s",
    "residence",
    "Zone",
    "claimed",
    "responsibility",
    "premature",
    "to",
    "say",
    "who",
    "remains",
    "retrieved",
    "not",
    "15",
    "%",
    "$",
    "-",
    "premier",
    "unharmed",
]


def check(page: Read) -> None:
    text = page.prose.text
    slots = set(load("slots", dict[str, dict[str, object]]))
    for fact in page.facts:
        assert fact.slot in slots
        assert fact.spans
        assert all(text[span.start : span.end] == span.text for span in fact.spans)
        assert all(span.text == span.text.strip() for span in fact.spans)
    assert len({fact.id for fact in page.facts}) == len(page.facts)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=5000), st.sampled_from([None, "2021", "2021-11", "2021-11-08", "now"]))
def test_any_text(text: str, published: str | None) -> None:
    check(read(text, published))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), max_size=120))
def test_any_order_of_telling_words(words: list[str]) -> None:
    check(read(" ".join(words), "2021-11-08"))


def test_same_text_same_facts() -> None:
    text = "Three drones hit the mill in Lisbon on May 3, 2020, killing two people."
    assert read(text).facts == read(text).facts


def test_time_grows_with_the_length_and_no_faster() -> None:
    part = (
        "Three drones were used in the attack in Lisbon on May 3, and two people were killed."
        " “It is too early to say who did it,” the premier said. No group claimed it.\n\n"
    )
    read(part)
    taken = []
    for copies in (40, 160):
        start = time.perf_counter()
        read(part * copies, "2020-05-04")
        taken.append(time.perf_counter() - start)
    assert taken[1] < 12 * taken[0]
