"""The reader that works by a model, with models set by hand."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from tests.extract.suspected import document
from tests.infer.hand import Given, by_hand
from whence.extract.encoder.reader import EncoderReader, ruled
from whence.extract.prose import prose
from whence.extract.rules import attributions
from whence.infer import model as reading_model
from whence.infer.hints import HINTED, SIZE
from whence.infer.labels import ACTS, BEGIN, TAGGERS
from whence.model.document import BlockKind
from whence.model.reading import Reading

Read = Callable[..., Reading]

TEXT = "“Tides rose,” radio quoted Ana Ruiz as saying."
GIVEN = Given(
    spans={
        "source": ["ana ruiz"], "cue": ["saying"], "content": ["tides rose"], "relay": ["radio"],
    },
    links={
        "cue": [("tides", "saying")], "source": [("saying", "ana")], "relay": [("saying", "radio")],
    },
    acts={"saying": "confirm"},
    certainty={"saying": 1.4},
)  # fmt: skip


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Return a function that reads a document of some paragraphs by a model set by hand."""

    def reading(given: Given, *paragraphs: str, kinds: tuple[BlockKind, ...] = ()) -> Reading:
        made = document(*paragraphs, kinds=kinds)
        return EncoderReader(by_hand(tmp_path, made.text, given)).read(made)

    return reading


def test_a_statement_becomes_spans_of_the_document(read: Read) -> None:
    found = read(GIVEN, TEXT)
    assert (found.document_id, found.reader) == ("doc-1", "encoder@hand")
    (one,) = found.attributed
    assert one.source is not None
    assert one.cue is not None
    assert (one.source.text, one.cue.text) == ("Ana Ruiz", "saying")
    assert [span.text for span in one.content] == ["“Tides rose,”"]
    assert [span.text for span in one.via] == ["radio"]
    assert (one.kind, one.act, one.negated, one.certainty) == ("direct", "confirm", False, 1)


RULED = "Ana Ruiz %s the tides."


@pytest.mark.parametrize(
    ("cue", "acts", "expected"),
    [
        ("saw", {}, "say"),
        ("saw", {"saw": "deny_involvement"}, "deny_involvement"),
        ("condemned", {}, "condemn"),
        ("condemned", {"condemned": "call_for"}, "call_for"),
    ],
)
def test_an_act_is_what_model_and_rules_make_of_it_together(
    tmp_path: Path, cue: str, acts: dict[str, str], expected: str
) -> None:
    """The model of these tests is sure of what is given and of nothing else."""
    made = document(RULED % cue)
    spans = {"source": ["ana ruiz"], "cue": [cue], "content": ["the tides"]}
    links = {"cue": [("the", cue)], "source": [(cue, "ana")]}
    table = {
        act: {other: 0.9 if other == act else 0.1 / len(ACTS) for other in ACTS} for act in ACTS
    }
    given = Given(spans=spans, links=links, acts=acts, settings={"acts": table})
    (one,) = EncoderReader(by_hand(tmp_path, made.text, given)).read(made).attributed
    assert one.act == expected


@pytest.mark.parametrize(("value", "expected"), [(8.0, 3), (-8.0, -3), (-1.6, -2), (0.2, 0)])
def test_certainty_keeps_to_its_scale(read: Read, value: float, expected: int) -> None:
    given = replace(GIVEN, certainty={"saying": value}, negated=["saying"])
    (one,) = read(given, TEXT).attributed
    assert (one.certainty, one.negated) == (expected, True)


def test_statements_of_titles_are_left_out(read: Read) -> None:
    given = Given(
        spans={
            "source": ["mayor", "ana"],
            "cue": ["warns", "said"],
            "content": ["floods", "tides rose"],
        },
        links={
            "cue": [("floods", "warns"), ("tides", "said")],
            "source": [("warns", "mayor"), ("said", "ana")],
        },
    )  # fmt: skip
    kinds: tuple[BlockKind, ...] = ("title", "heading")
    for kind in kinds:
        found = read(given, "Mayor warns floods", "Ana said tides rose.", kinds=(kind,))
        assert [one.content[0].text for one in found.attributed] == ["tides rose"]
    found = read(given, "Mayor warns floods", "Ana said tides rose.")
    assert len(found.attributed) == 2


def test_words_of_two_blocks_make_no_speaker(read: Read) -> None:
    given = Given(
        spans={"source": ["officials ana"], "cue": ["said"], "content": ["tides rose"]},
        links={"cue": [("tides", "said")], "source": [("said", "officials")]},
    )
    assert read(given, "Floods, say officials", "Ana said tides rose.").attributed == ()
    (one,) = read(given, "Floods, say officials Ana said tides rose.").attributed
    assert one.source is not None


def test_suspects_come_with_their_standing(read: Read) -> None:
    given = Given(spans={"suspect": ["reed league"]}, standings={"reed": "speculated"})
    (one,) = read(given, "Some suspect the Reed League.").suspected
    assert (one.span.text, one.standing) == ("Reed League", "speculated")
    assert one.probability > 0.99


def test_the_lexicons_marks_stand_beside_the_models(read: Read) -> None:
    text = "The heinous raid, foul as it was, ended."
    given = Given(scalars={"loaded": {"foul": 9}})
    assert [one.span.text for one in read(given, text).marks] == ["heinous", "foul"]


def test_a_document_without_words_is_read(read: Read) -> None:
    assert read(Given(), "") == Reading(document_id="doc-1", reader="encoder@hand")


def test_a_long_text_is_read_in_stretches_with_offsets_of_the_document(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    paragraphs = [
        f"Nobody slept{n}. Who{n} said{n} tides{n} rose{n} near Reed{n}." for n in range(9)
    ]
    each = range(9)
    given = Given(
        spans={
            "source": [f"who{n}" for n in each], "cue": [f"said{n}" for n in each],
            "content": [f"tides{n} rose{n}" for n in each], "suspect": [f"reed{n}" for n in each],
        },
        scalars={"loaded": {f"slept{n}": 9.0 for n in each}},
        links={
            "cue": [(f"tides{n}", f"said{n}") for n in each],
            "source": [(f"said{n}", f"who{n}") for n in each],
        },
    )  # fmt: skip
    whole = read(given, *paragraphs)
    monkeypatch.setattr(reading_model, "STRETCH", 20)
    text = document(*paragraphs).text
    found = read(given, *paragraphs)
    assert found == whole
    assert len(found.attributed) == len(found.suspected) == len(found.marks) == 9
    for number, (one, suspect, mark) in enumerate(
        zip(found.attributed, found.suspected, found.marks, strict=True)
    ):
        assert one.source is not None
        for span, words in (
            (one.source, f"Who{number}"), (one.content[0], f"tides{number} rose{number}"),
            (suspect.span, f"Reed{number}"), (mark.span, f"slept{number}"),
        ):  # fmt: skip
            assert span.text == words == text[span.start : span.end]


def test_what_the_rules_see_is_handed_on_by_tagger() -> None:
    cut = prose(document("Ana Ruiz said that tides rose."))
    spans = ruled(attributions.find(cut))
    shown = {name: [cut.text[slice(*one)] for one in found] for name, found in spans.items()}
    assert shown["source"] == ["Ana Ruiz"]
    assert shown["cue"] == ["said"]
    assert [words.removeprefix("that ") for words in shown["content"]] == ["tides rose"]
    assert ruled([]) == {"source": [], "cue": [], "content": []}


def test_what_only_the_rules_see_is_taken_over_where_the_model_sees_who_speaks(
    tmp_path: Path,
) -> None:
    made = document("Ana Ruiz said that tides rose. Ben Oak warned that boats sank.")
    spans = {
        "source": ["ana ruiz", "ben oak"],
        "cue": ["said", "warned"],
        "content": ["boats sank"],
    }
    links = {"cue": [("boats", "warned")], "source": [("warned", "ben")]}
    model = by_hand(tmp_path, made.text, Given(spans=spans, links=links))
    first, second = EncoderReader(model).read(made).attributed
    assert (first.source and first.source.text, first.cue and first.cue.text) == (
        "Ana Ruiz",
        "said",
    )
    assert (second.source and second.source.text, second.content[0].text) == (
        "Ben Oak",
        "boats sank",
    )


def test_what_only_the_rules_see_is_left_out_where_the_model_sees_nothing(read: Read) -> None:
    assert read(Given(), "Ana Ruiz said that tides rose.").attributed == ()


def test_what_the_rules_see_sways_the_model(tmp_path: Path) -> None:
    """Nothing but the hints makes spans here: the heads give a score for what is hinted."""
    made = document("Ana Ruiz said that tides rose.")
    hinted = np.zeros((3 * len(TAGGERS), SIZE), np.float32)
    for name in HINTED:
        at, row = 2 * HINTED.index(name), 3 * TAGGERS.index(name)
        hinted[row + BEGIN, at] = hinted[row + BEGIN + 1, at + 1] = 50
    model = by_hand(tmp_path, made.text, Given(), raw={"hinted.weight": hinted})
    (one,) = EncoderReader(model).read(made).attributed
    assert one.content[0].text.removeprefix("that ") == "tides rose"


def test_a_second_speaker_that_only_the_rules_see_is_taken_over(tmp_path: Path) -> None:
    made = document("“Tides rose,” Radio Sund quoted a harbour official as saying.")
    spans = {
        "source": ["radio sund", "a harbour official"],
        "cue": ["quoted", "as saying"],
        "content": ["tides rose"],
    }
    links = {"cue": [("tides", "quoted")], "source": [("quoted", "radio")]}
    model = by_hand(tmp_path, made.text, Given(spans=spans, links=links))
    found = EncoderReader(model).read(made).attributed
    told = {(one.source.text, one.cue.text) for one in found if one.source and one.cue}
    assert ("Radio Sund", "quoted") in told
    assert any(source == "a harbour official" for source, _ in told)


def test_where_both_see_a_cue_the_models_spans_and_judgement_stand(
    tmp_path: Path,
) -> None:
    made = document("Ana Ruiz said that tides rose.")
    spans = {"source": ["ruiz"], "cue": ["said"], "content": ["tides rose"]}
    links = {"cue": [("tides", "said")], "source": [("said", "ruiz")]}
    given = Given(spans=spans, links=links, acts={"said": "confirm"})
    (one,) = EncoderReader(by_hand(tmp_path, made.text, given)).read(made).attributed
    assert one.source is not None
    assert (one.source.text, one.content[0].text) == ("Ruiz", "tides rose")
    assert one.act == "confirm"


def test_who_calls_on_somebody_condemns_nobody(tmp_path: Path) -> None:
    made = document("Ana Ruiz called on Orla to hold the group to account.")
    spans = {"source": ["ruiz"], "cue": ["called"], "content": ["hold the group to account"]}
    links = {"cue": [("hold", "called")], "source": [("called", "ruiz")]}
    given = Given(spans=spans, links=links, acts={"called": "condemn"})
    (one,) = EncoderReader(by_hand(tmp_path, made.text, given)).read(made).attributed
    assert one.act == "call_for"


def test_a_statement_is_no_surer_than_its_words(tmp_path: Path) -> None:
    made = document("Ana Ruiz said that tides may rise.")
    spans = {"source": ["ruiz"], "cue": ["said"], "content": ["tides may rise"]}
    links = {"cue": [("tides", "said")], "source": [("said", "ruiz")]}
    given = Given(spans=spans, links=links, acts={"said": "confirm"}, certainty={"said": 3})
    (one,) = EncoderReader(by_hand(tmp_path, made.text, given)).read(made).attributed
    assert one.certainty == 1


@pytest.mark.parametrize(("opening", "closing", "count"), [("", "", 0), ("“", "”", 1)])
def test_nobody_is_made_up_as_the_speaker_of_words_without_quotation_marks(
    tmp_path: Path, opening: str, closing: str, count: int
) -> None:
    made = document(f"{opening}Tides rose{closing} was awaited.")
    given = Given(
        spans={"cue": ["awaited"], "content": ["tides rose"]}, links={"cue": [("tides", "awaited")]}
    )
    found = EncoderReader(by_hand(tmp_path, made.text, given)).read(made).attributed
    assert len([one for one in found if one.source is None]) == count


def linked(source: str, cue: str, content: str, acts: dict[str, str] | None = None) -> Given:
    """Return a model that sees one statement; each part is given by its words in small letters."""
    return Given(
        spans={"source": [source], "cue": [cue], "content": [content]},
        links={
            "cue": [(content.split(maxsplit=1)[0], cue)],
            "source": [(cue, source.split(maxsplit=1)[0])],
        },
        acts=acts or {},
    )


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz shrugged. Tides rose at noon.",
        "Ana Ruiz shrugged at the gate. The crew slept. Tides rose at noon.",
        "Late on Friday Ana Ruiz shrugged.\n\nTides rose at noon.",
    ],
)
def test_words_of_a_later_sentence_are_not_what_was_said(read: Read, text: str) -> None:
    given = linked("ana ruiz", "shrugged", "tides rose")
    assert read(given, *text.split("\n\n")).attributed == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz shrugged. “Tides rose at noon.”",
        "Tides rose at noon. That is what Ana Ruiz shrugged.",
        "Tides rose at noon, Ana Ruiz shrugged.",
    ],
)
def test_quoted_words_and_words_before_may_be(read: Read, text: str) -> None:
    (one,) = read(linked("ana ruiz", "shrugged", "tides rose"), text).attributed
    assert "ides rose" in one.content[0].text


@pytest.mark.parametrize(
    ("content", "act"),
    [
        ("a car bomb exploded at a Norra police post", "say"),
        ("a blast shook the harbour", "say"),
        ("the bomb had exploded near the army", "say"),
        ("a car bomb was planted by dockers", "accuse"),
        ("a bomb that the Reed League built exploded", "accuse"),
        ("dockers planted a bomb", "accuse"),
        ("the crew had fired the shed", "accuse"),
    ],
)
def test_an_event_is_accused_of_nothing(read: Read, content: str, act: str) -> None:
    given = linked("ana ruiz", "saw", content.lower(), {"saw": "accuse"})
    (one,) = read(given, f"Ana Ruiz saw {content}.").attributed
    assert one.act == act


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Could it be that Norra wanted the port to close?", 0),
        ("Did the mayor say that Norra wanted the port to close?", 0),
        ("All knew that Norra wanted the port to close.", 1),
        ("Norra wanted the port to close.", 1),
    ],
)
def test_what_the_page_asks_is_nobodys_word(read: Read, text: str, count: int) -> None:
    given = Given(
        spans={"source": ["norra"], "cue": ["wanted"], "content": ["the port to close"]},
        links={"cue": [("the", "wanted")], "source": [("wanted", "norra")]},
        acts={"wanted": "call_for"},
    )
    assert len([one for one in read(given, text).attributed if one.act == "call_for"]) == count


def test_names_of_persons_are_kept_but_for_texts_in_capitals(read: Read) -> None:
    given = Given(entities={"person": ["ana ruiz"]})
    assert [span.text for span in read(given, "They met Ana Ruiz there.").persons] == ["Ana Ruiz"]
    loud = read(given, "THEY MET ANA RUIZ THERE IN THE HARBOUR")
    assert loud.persons == ()
    assert [span.text for span in loud.loud_persons] == ["ANA RUIZ"]
    assert read(given, "They met Ana Ruiz there.").loud_persons == ()


@pytest.mark.parametrize(("mark", "count"), [(":", 1), (".", 0), (";", 0)])
def test_a_colon_leads_to_the_words_in_the_next_paragraph(
    read: Read, mark: str, count: int
) -> None:
    given = Given(
        spans={"source": ["ana ruiz"], "cue": ["added"], "content": ["tides rose"]},
        links={"cue": [("tides", "added")], "source": [("added", "ana")]},
    )
    found = read(given, f"Ana Ruiz added{mark}", "Tides rose.")
    assert len(found.attributed) == count
