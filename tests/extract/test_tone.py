"""Loaded language and insinuation, and whose words they are: invented sentences."""

import json
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.suspected import document, said
from tests.shared import require
from whence.extract.prose import prose
from whence.extract.rules import tone
from whence.model.document import BlockKind
from whence.model.reading import Mark


def marked(*paragraphs: str, kinds: tuple[BlockKind, ...] = ()) -> tuple[Mark, ...]:
    return tone.marks(prose(document(*paragraphs, kinds=kinds)))


def brief(marks: tuple[Mark, ...]) -> list[tuple[str, str, str]]:
    return [(mark.span.text, mark.kind, mark.whose) for mark in marks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was an utterly brilliant plan.", ("utterly brilliant", "loaded")),
        ("The Mendes-Rocha regime met on Monday.", ("The Mendes-Rocha regime", "loaded")),
        ("The mayor has even offered tea.", ("has even offered", "loaded")),
        ("Heavily-armed river pirates came.", ("Heavily-armed river pirates", "loaded")),
        ("It is odd that no one saw them.", ("It is odd that", "insinuation")),
        ("There was only silence afterwards.", ("There was only silence", "insinuation")),
        (
            "Some see a bigger, foreign player at work.",
            ("a bigger, foreign player at work", "insinuation"),
        ),
        (
            "Or perhaps a jealous neighbour with a boat?",
            ("Or perhaps a jealous neighbour", "insinuation"),
        ),
        ("They left early. #JustAsking", ("#JustAsking", "insinuation")),
        ("Look at the last fire: the pattern fits.", ("the pattern fits", "insinuation")),
        ("Who stands to benefit?", ("Who stands to benefit", "insinuation")),
        (
            "Who benefits when the lock is closed?",
            ("Who benefits when the lock is closed?", "insinuation"),
        ),
        ("The camera had failed. How convenient.", ("How convenient", "insinuation")),
        ("Look at the fire: the script is familiar.", ("the script is familiar", "insinuation")),
        ("The “expert” left the room.", ("“expert”", "loaded")),
    ],
)
def test_the_author_s_own_words(text: str, expected: tuple[str, str]) -> None:
    assert brief(marked(text)) == [(*expected, "author")]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said on Monday that three boats were burnt.",
        "The committee will publish its report in May.",
        "The minister called the fire “an accident”.",
        "The villages of Savage and Wicked lie near Sham.",
        "He is extremely in need of it.",
        "They wanted to show how convenient the new ferry is.",
        "The regime of daily tablets lasts a week.",
    ],
)
def test_plain_words_are_not_marked(text: str) -> None:
    assert marked(text) == ()


def test_a_sensational_headline_is_marked_whole() -> None:
    found = marked("Bombshell: Who Burnt the Boats", "The boats burnt.", kinds=("title",))
    assert brief(found) == [("Bombshell: Who Burnt the Boats", "loaded", "author")]


def test_a_short_line_without_a_full_stop_counts_as_a_headline() -> None:
    assert marked("A High-Stakes Night at the Harbour", "The boats burnt.") != ()
    assert marked("It was a high-stakes night at the harbour.") == ()


def test_words_inside_a_quotation_are_not_the_author_s() -> None:
    found = marked("“This cowardly attack on our harbour will fail,” the mayor said.")
    assert [mark.whose for mark in found] == [tone.QUOTED]


def test_words_handed_on_after_a_verb_of_labelling_are_not_the_author_s() -> None:
    found = marked("The mayor condemned the fire as a heinous crime against the town.")
    assert [mark.whose for mark in found] == [tone.QUOTED]


def test_assign_gives_words_to_their_speaker() -> None:
    cut = prose(document("“This cowardly attack will fail,” the mayor said."))
    sourcing = said(cut, "the mayor", "“This cowardly attack will fail,”")
    assert [mark.whose for mark in tone.assign(tone.marks(cut), sourcing)] == ["the mayor"]


def test_of_overlapping_marks_the_longest_stays() -> None:
    spans = [mark.span for mark in marked("It was a cowardly terrorist attack on the port.")]
    assert [span.text for span in spans] == ["cowardly terrorist attack"]


@pytest.mark.parametrize(
    "text",
    [
        "A larger force was sent to the border.",
        "The wall effectively serves as a buffer zone.",
        "The law of treason is old.",
        "She faces charges of betrayal of trust.",
        "Bigger interests of the port were named in the budget.",
    ],
)
def test_ordinary_sentences_are_not_marked(text: str) -> None:
    assert not marked(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor effectively rules as a king.", "effectively rules as a king"),
        ("One senses a hidden hand in the harbour.", "a hidden hand"),
        ("Some shadowy forces want the port closed.", "Some shadowy forces"),
        ("The daggers of betrayal will not reach us.", "daggers of betrayal"),
    ],
)
def test_the_same_devices_in_other_words_are_marked(text: str, words: str) -> None:
    assert words in [mark.span.text for mark in marked(text)]


_VOCABULARY = """utterly brilliant the Mendes regime has even offered “ ” ‘ ’ " who could benefit it
is curious that only silence or perhaps a larger player ? #JustSaying M.O. fits so-called . , of
evil"""


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(max_size=200),
        st.lists(st.sampled_from(_VOCABULARY.split()), max_size=40).map(" ".join),
    )
)
def test_any_text_gives_marks_apart_from_each_other(text: str) -> None:
    found = marked(text)
    for mark in found:
        assert text[mark.span.start : mark.span.end] == mark.span.text
        assert mark.reason
    for before, after in pairwise(found):
        assert before.span.end <= after.span.start


@pytest.mark.needs_shared
def test_the_seed_page() -> None:
    text = require("seeds/000_a46a5d0960599277.txt").read_text("utf-8")
    gold = json.loads(require("cases/seed-page/gold.json").read_text("utf-8"))["loaded_language"]
    found = tone.marks(prose(document(*text.split("\n\n"))))
    assert all(mark.whose in {tone.AUTHOR, tone.QUOTED} for mark in found)
    hit = [
        (row, mark)
        for row in gold
        for mark in found
        if row["span"]["text"] in mark.span.text or mark.span.text in row["span"]["text"]
    ]
    assert len({row["span"]["start"] for row, _ in hit}) >= 16
    assert len(found) - len({mark.span.start for _, mark in hit}) <= 3
    for row, mark in hit:
        assert (mark.whose == tone.AUTHOR) == row["whose"].startswith("author")
