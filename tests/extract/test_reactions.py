"""Who took which stance: invented sentences; a condemnation is no denial, a silence neither."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.suspected import document, narrated, said
from tests.shared import require
from whence.extract import reactions
from whence.extract.prose import prose
from whence.extract.rules.reader import RulesReader
from whence.extract.speech.attribute import attribute
from whence.model.attribution import Act
from whence.model.report import Reaction


def read(text: str) -> tuple[Reaction, ...]:
    cut = prose(document(text))
    return reactions.find(cut, narrated(cut), "rules@1")


def brief(found: tuple[Reaction, ...]) -> list[tuple[str, Act, str]]:
    return [(reaction.who, reaction.act, reaction.content) for reaction in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Paraguay, Uruguay and the Lowland Front have each condemned the attack.",
            [
                ("Lowland Front", "condemn", "the attack"),
                ("Paraguay", "condemn", "the attack"),
                ("Uruguay", "condemn", "the attack"),
            ],
        ),
        ("Paraguay offered to help the police.", [("Paraguay", "offer", "to help the police")]),
        ("The Lowland Front called for calm.", [("Lowland Front", "call_for", "calm")]),
        ("The Lowland Front declined to comment.", [("Lowland Front", "decline", "to comment")]),
        (
            "The Lowland Front did not immediately respond to requests for comment.",
            [("Lowland Front", "decline", "respond to requests for comment")],
        ),
        ("The Lowland Front has not condemned the attack.", []),
        ("Groups in Paraguay threw stones.", []),
        ("The attack on Paraguay was filmed.", []),
    ],
)
def test_condemnations_and_the_like_are_read_with_who_voices_them(
    text: str, expected: list[tuple[str, Act, str]]
) -> None:
    assert brief(read(text)) == expected


_SPEAKERS = ("Paraguay", "The Lowland Front", "The European Union")


@pytest.mark.parametrize("who", _SPEAKERS)
@pytest.mark.parametrize(
    ("act", "frame"),
    [
        ("condemn", "{} expressed outrage at the attack."),
        ("condemn", "{} issued a joint statement condemning the attack."),
        ("call_for", "{} sought an international inquiry."),
        ("offer", "{} extended its deepest condolences to the bereaved."),
        ("offer", "{} expressed solidarity with the victims."),
        ("reject_accusation", "{} called the allegations baseless."),
        ("decline", "{} would not comment."),
        ("decline", "There was no immediate comment from {}."),
    ],
)
def test_stances_are_told_by_nouns_as_well(act: Act, frame: str, who: str) -> None:
    inside = who if frame.startswith("{}") else who.replace("The ", "the ")
    found = brief(read(frame.format(inside)))
    assert [(one, what) for one, what, _ in found] == [(who.removeprefix("The "), act)]


@pytest.mark.parametrize(
    "text",
    [
        "Paraguay expressed fears of outrage at home.",
        "Paraguay released a man condemning the attack.",
        "Paraguay sought an extradition.",
        "Paraguay has not sought an inquiry.",
        "Paraguay sent troops.",
        "Paraguay could not be reached by road.",
    ],
)
def test_no_stance_is_told_by_other_nouns(text: str) -> None:
    assert brief(read(text)) == []


def test_a_condition_stays_in_the_content() -> None:
    found = read("The Lowland Front condemned the attack if it really happened.")
    assert brief(found) == [
        ("Lowland Front", "condemn", "the attack if it really happened"),
    ]


def test_a_stance_carried_by_an_attribution_is_taken_from_it() -> None:
    cut = prose(document("Heads of several parties denounced the attack if it is true."))
    sourcing = said(cut, "Heads of several parties", "the attack", "condemn", cue="denounced")
    found = reactions.find(cut, sourcing, "rules@1")
    assert brief(found) == [("Heads of several parties", "condemn", "the attack if it is true")]
    assert found[0].chain_id == "chain-s"
    assert [span.text for span in found[0].spans] == [
        "Heads of several parties", "denounced", "the attack if it is true",
    ]  # fmt: skip


def test_a_clause_does_not_repeat_an_attribution() -> None:
    cut = prose(document("The Lowland Front condemned the attack."))
    sourcing = said(cut, "The Lowland Front", "the attack", "condemn", cue="condemned")
    assert len(reactions.find(cut, sourcing, "rules@1")) == 1


def test_we_is_the_one_who_publishes() -> None:
    cut = prose(document("We condemn the attack."))
    sourcing = said(cut, "We", "the attack", "condemn", cue="condemn")
    assert [reaction.who for reaction in reactions.find(cut, sourcing, "rules@1")] == ["We"]


def test_called_on_is_a_call() -> None:
    cut = prose(document("Residents called on the mayor to resign."))
    sourcing = said(cut, "Residents", "on the mayor to resign", "say", cue="called")
    assert [r.act for r in reactions.find(cut, sourcing, "rules@1")] == ["call_for"]


def test_a_would_be_condemnation_keeps_its_condition() -> None:
    text = "The sheikh said that if it was real “then we would condemn this act”."
    cut = prose(document(text))
    sourcing = said(cut, "The sheikh", "that if it was real “then we would condemn this act”")
    found = reactions.find(cut, sourcing, "rules@1")
    assert [(r.who, r.act) for r in found] == [("The sheikh", "condemn")]
    assert found[0].content.startswith("if it was real")


def test_to_describe_is_to_condemn_only_with_such_words() -> None:
    cut = prose(document("The mayor described the fire as a test of strength."))
    sourcing = said(cut, "The mayor", "the fire as a test of strength", "condemn", cue="described")
    assert reactions.find(cut, sourcing, "rules@1") == ()


@pytest.mark.parametrize(
    ("cue", "act", "content", "expected"),
    [
        ("denounced", "condemn", "the allegations as a lie", ["reject_accusation"]),
        ("denounced", "condemn", "the description of the fire", []),
        ("denounced", "condemn", "the burning of the boats", ["condemn"]),
        ("offered", "offer", "several proposals for a new harbour", []),
        ("offered", "offer", "help with the search", ["offer"]),
        ("declined", "decline", "to leave the room", []),
        ("declined", "decline", "to answer questions", ["decline"]),
    ],
)
def test_what_the_words_are_about_decides(
    cue: str, act: Act, content: str, expected: list[Act]
) -> None:
    cut = prose(document(f"The mayor {cue} {content}."))
    sourcing = said(cut, "The mayor", content, act, cue=cue)
    assert [reaction.act for reaction in reactions.find(cut, sourcing, "rules@1")] == expected


_VOCABULARY = """Paraguay and Uruguay the Lowland Front condemned has not offered to help called
for calm did respond comment if it is true , . “ ” declined who each"""


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(_VOCABULARY.split()), max_size=40).map(" ".join))
def test_any_text_gives_spans_with_their_words(text: str) -> None:
    for reaction in read(text):
        assert reaction.who
        assert reaction.spans
        for span in reaction.spans:
            assert text[span.start : span.end] == span.text


@pytest.mark.needs_shared
def test_three_states_of_the_seed_page_condemn_and_deny_nothing() -> None:
    text = require("seeds/000_a46a5d0960599277.txt").read_text("utf-8")
    cut = prose(document(*text.split("\n\n")))
    found = reactions.find(cut, narrated(cut), "rules@1")
    condemning = {reaction.who for reaction in found if reaction.act == "condemn"}
    assert {"Iran", "Saudi Arabia", "United States"} <= condemning
    assert not any(reaction.act in {"deny_involvement", "reject_accusation"} for reaction in found)


@pytest.mark.parametrize(
    ("text", "conditional"),
    [
        ("The Lowland Front said that it condemns the attack if it is true.", True),
        ("The Lowland Front condemned the attack.", False),
        ("The Lowland Front called for an inquiry into if it was true.", False),
    ],
)
def test_a_condemnation_on_a_condition_says_so(text: str, conditional: bool) -> None:
    page = document(text)
    cut = prose(page)
    sourced = attribute(cut, RulesReader().read(page))
    found = reactions.find(cut, sourced, "rules@1")
    assert [reaction.conditional for reaction in found] == [conditional]
