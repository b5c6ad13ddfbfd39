"""The model's answers to the questions of the measurements, with models set by hand."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from evaluation.passages import Range
from evaluation.readers import encoder_predictor
from evaluation.readers.encoder_predictor import EncoderPredictor
from evaluation.readers.predictions import Filler, Happening, Named

from tests.infer.hand import Given, by_hand
from whence.infer.incidents import Told

TEXT = "Ana Ruiz said officials denied the gate burned. Radio cited Ben as hoping boats float."
LINKED = Given(
    spans={
        "source": ["ana ruiz", "officials", "ben"], "cue": ["said", "denied", "hoping"],
        "content": ["officials denied the gate burned", "boats float"], "relay": ["radio"],
    },
    links={
        "cue": [("officials", "said"), ("the", "denied"), ("boats", "hoping")],
        "source": [("said", "ana"), ("denied", "officials"), ("hoping", "ben")],
        "begin": [("denied", "the"), ("said", "officials"), ("hoping", "boats")],
        "end": [("denied", "burned"), ("said", "burned"), ("hoping", "float")],
        "relay": [("hoping", "radio")],
    },
    acts={"said": "say", "denied": "deny_involvement", "hoping": "speculate"},
    speakers={"ana": "named", "officials": "role", "ben": "named"},
    negated=["denied"],
)  # fmt: skip


def predictor(folder: Path, text: str, given: Given) -> EncoderPredictor:
    return EncoderPredictor(by_hand(folder, text, given))


def at(text: str, words: str) -> Range:
    start = text.index(words)
    return start, start + len(words)


def test_attributions_are_ranges_of_the_text(tmp_path: Path) -> None:
    found = predictor(tmp_path, TEXT, LINKED).attributions("page", TEXT)
    assert [
        tuple(TEXT[slice(*one)] for part in (rel.source, rel.cue, rel.content) for one in part)
        for rel in found
    ] == [
        ("Ana Ruiz", "said", "officials denied the gate burned"),
        ("officials", "denied", "the gate burned"),
        ("Ben", "hoping", "boats float"),
    ]


def test_passages_come_with_act_speaker_and_hands(tmp_path: Path) -> None:
    found = predictor(tmp_path, TEXT, LINKED).passage(TEXT, "2031-03-14").statements
    assert [(one.act, one.speaker, one.negated, one.via) for one in found] == [
        ("say", "named", False, ()),
        ("deny_involvement", "role", True, ("Ana Ruiz",)),
        ("speculate", "named", False, ("Radio",)),
    ]


@pytest.mark.parametrize(
    ("content", "cue", "act"),
    [
        ("officials denied the gate burned", "said", "say"),
        ("the gate burned", "denied", "deny_involvement"),
        ("boats float", "hoping", "speculate"),
        ("boats float.", "hoping", "speculate"),
    ],
)
def test_a_given_content_is_answered_for_itself(
    tmp_path: Path, content: str, cue: str, act: str
) -> None:
    """Whatever other cues are pointed to: their contents are not the one that was asked about."""
    asked = at(TEXT, content)
    (found,) = predictor(tmp_path, TEXT, LINKED).passage_given(TEXT, "2031-03-14", [(asked,)])
    assert (found.act, found.cue) == (act, at(TEXT, cue))
    assert found.content == (at(TEXT, content.rstrip(".")),)


def test_several_contents_are_answered_in_their_order(tmp_path: Path) -> None:
    asked = [(at(TEXT, words),) for words in ("boats float", "the gate burned")]
    found = predictor(tmp_path, TEXT, LINKED).passage_given(TEXT, "2031-03-14", asked)
    assert [one.act for one in found] == ["speculate", "deny_involvement"]


def test_factuality_is_that_of_the_last_word_within_its_scale(tmp_path: Path) -> None:
    text = "They may set out and sail, but never sink"
    values = {"set": -1.0, "out": 1.5, "sail": 7.0, "sink": -9.0}
    reader = predictor(tmp_path, text, Given(scalars={"factuality": values}))
    events = [at(text, words) for words in ("set out", "sail", "sink", "may")]
    assert reader.factuality(text, events) == pytest.approx([1.5, 3.0, -3.0, 0.0])
    assert reader.factuality(text, [(len(text), len(text))]) == [3.0]  # no word: taken for a fact
    assert reader.factuality(text, []) == []


def test_entities_are_named_with_their_kind(tmp_path: Path) -> None:
    text = "Ana Ruiz fled Ostermouth"
    given = Given(entities={"person": ["ana ruiz"], "place": ["ostermouth"]})
    assert predictor(tmp_path, text, given).entities(text) == [
        Named(kind="person", span=(0, 8)), Named(kind="place", span=(14, 24)),
    ]  # fmt: skip


@pytest.mark.parametrize(("slanted", "loaded"), [(0.9, True), (1.1, False)])
def test_the_setting_decides_what_counts_as_slanted(
    tmp_path: Path, slanted: float, loaded: bool
) -> None:
    text = "Vile cowards fled"
    given = Given(
        pooled={"biased": {"vile": 3.0}},
        scalars={"loaded": {"vile": 2.0, "cowards": 2.0, "fled": -2.0}},
        settings={"slanted": slanted},
    )
    found = predictor(tmp_path, text, given).tone(text)
    assert found.loaded is loaded
    assert [text[slice(*word)] for word in found.words] == ["Vile", "cowards"]


def test_an_empty_text_is_answered(tmp_path: Path) -> None:
    reader = predictor(tmp_path, "", Given())
    assert not reader.tone("").loaded
    assert not any(reader.fillers("").values())
    assert list(reader.happenings("")) == []
    assert list(reader.entities("")) == []
    assert list(reader.attributions("page", "")) == []


def test_roles_near_a_trigger_are_its_fillers(tmp_path: Path) -> None:
    text = f"Raiders burned a mill {'so ' * 50}while guards fled"
    given = Given(
        spans={"trigger": ["burned"]},
        roles={"person": ["raiders"], "target": ["a mill"], "victim": ["guards"]},
    )
    assert predictor(tmp_path, text, given).happenings(text) == [
        Happening(
            trigger=at(text, "burned"),
            fillers=(
                Filler(role="perpetrator", span=at(text, "Raiders")),
                Filler(role="target", span=at(text, "a mill")),
            ),
        )
    ]


def test_fillers_are_entities_in_lower_case(tmp_path: Path) -> None:
    text = "THE REED LEAGUE BURNED A MILL\nIN OSTERMOUTH. REED LEAGUE MEN FLED."
    given = Given(
        roles={
            "organisation": ["reed league"],
            "target": ["mill"],
            "place": ["ostermouth"],
        }
    )
    found = predictor(tmp_path, text, given).fillers(text)
    assert {role: words for role, words in found.items() if words} == {
        "PerpOrg": ["reed league"], "Target": ["mill"],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("who", "expected"), [("police", "accused_by_authority"), ("residents", "accused")]
)
def test_a_party_stands_as_the_whole_report_has_it(tmp_path: Path, who: str, expected: str) -> None:
    text = f"Local {who} accused the alleged Reed League of the attack on the mill."
    seen = Given(spans={"source": [f"local {who}"], "cue": ["accused"]})
    reader = predictor(tmp_path, text, seen)
    assert reader.standings(text, [("Reed League",), ("Nobody Here",)]) == [expected, None]


@pytest.mark.parametrize(
    ("roles", "told"),
    [
        ({"person": ["reed league rebels"]}, ["reed league"]),
        ({"person": ["rebels"], "organisation": ["old guard"]}, ["old guard"]),
        ({"target": ["the mill"]}, []),
        ({"place": ["the mill"]}, []),
        ({}, []),
    ],
)
def test_where_no_body_is_told_to_have_acted_it_is_the_one_whose_people_did(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    roles: dict[str, list[str]],
    told: Sequence[str],
) -> None:
    text = "Reed League rebels burned the mill. The Old Guard met."
    known = {"armed_group": ["reed league"], "organisation": ["old guard"]}
    if "target" in roles:
        known = {"organisation": ["old guard"]}
    reader = predictor(tmp_path, text, Given(entities=known, roles=roles))
    monkeypatch.setattr(encoder_predictor, "weights", lambda folder: folder)
    monkeypatch.setattr(
        encoder_predictor,
        "incidents",
        lambda model, seen, found, noted: [Told(kind="arson", sure=1.0, fillers=tuple(found))],
    )
    (only,) = reader.templates(text)
    assert only.fillers["PerpOrg"] == reader.fillers(text)["PerpOrg"] == told
