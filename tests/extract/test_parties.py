"""Parties as texts name them: groups, states, services, persons and classes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.shared import require
from whence.extract import parties
from whence.extract.prose import Prose, prose
from whence.model.document import Block, Document


def cut(text: str) -> Prose:
    return prose(
        Document(
            id="doc-1", location="a.txt", media_type="text/plain", text=text,
            blocks=(Block(kind="paragraph", start=0, end=len(text)),) if text else (),
            raw_sha256="0" * 64, raw_size=len(text),
        )
    )  # fmt: skip


def named(text: str) -> list[str]:
    return [mention.value for mention in parties.find(cut(text))]


def kinds(text: str) -> dict[str, str]:
    counted = parties.census(cut(text))
    return {p.name: p.kind for row in counted.phrases for p in row if p.known and not p.anaphor}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Lowland Front spoke.", ["Lowland Front"]),
        ("They met the powerful Costa Brava group.", ["Costa Brava"]),
        ("They met the terror groups Costa Brava and others.", ["Costa Brava"]),
        ("Paraguay spoke.", ["Paraguay"]),
        ("The Paraguayan government spoke.", ["Paraguay"]),
        ("The Paraguayan army spoke.", ["Paraguayan army"]),
        ("He met criminal armed groups.", ["criminal armed groups"]),
        ("He met Paraguay-backed militias.", ["Paraguay-backed militias"]),
        ("He met militias backed by Paraguay.", ["militias backed by Paraguay"]),
        ("He met President Rui Tavares.", ["Rui Tavares"]),
        ("He met supporters of the Lowland Front.", ["supporters of the Lowland Front"]),
        ("It was the doing of the “serpiente” militia.", ["serpiente"]),
        ("He met a group called “Sons of the River”.", ["Sons of the River"]),
        ("He met foreign think tanks.", ["foreign think tanks"]),
        ("No militia group spoke.", []),
        ("The group spoke.", []),
        ("He walked in the rain.", []),
        ("They flew to Asuncion.", []),
        ("Please tell us.", []),
    ],
)
def test_parties_are_read_by_their_names(text: str, expected: list[str]) -> None:
    assert named(text) == expected


def test_persons_groups_bodies_and_states_are_told_apart() -> None:
    found = kinds(
        "President Rui Tavares blamed the Lowland Front, the Paraguayan army, Uruguay and "
        "criminal armed groups."
    )
    assert found == {
        "Rui Tavares": "person",
        "Lowland Front": "group",
        "Paraguayan army": "body",
        "Uruguay": "state",
        "criminal armed groups": "class",
    }


def test_a_short_name_stands_for_the_full_one() -> None:
    text = "The militia Costa del Sur denied it. Costa spokesmen were silent."
    assert named(text)[0] == "Costa del Sur"
    assert parties.census(cut(text)).full.get("costa") == "Costa del Sur"


def test_us_the_pronoun_is_no_state() -> None:
    assert named("He told us that it was over.") == []
    assert named("He told US officials.") == ["United States"]


def test_in_capitals_only_nouns_and_states_count() -> None:
    found = named("PARAGUAY BLAMED THE ULTRALEFTIST GROUPS FOR THE CRIME OF LAST WEEK.")
    assert found == ["Paraguay", "ULTRALEFTIST GROUPS"]


_VOCABULARY = """the Lowland Front of Paraguay 's army groups Iran-backed “ ” called militia in U.S.
President and , . al-Sur bin none no"""


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(max_size=200),
        st.lists(
            st.sampled_from(_VOCABULARY.split()),
            max_size=30,
        ).map(" ".join),
    )
)
def test_any_text_gives_spans_with_their_words(text: str) -> None:
    for mention in parties.find(cut(text)):
        assert mention.kind == "party"
        assert text[mention.span.start : mention.span.end] == mention.span.text
        assert mention.value


@pytest.mark.needs_shared
def test_backing_in_an_adjective_is_no_mention_of_the_backer() -> None:
    text = require("cases/kadhimi-2021/ap-firsttake.txt").read_text("utf-8")
    assert "Iran" not in named(text)
    assert "Iran-backed militias" in named(text)


def seen_in_capitals(text: str, *names: str) -> dict[str, str]:
    whole = cut(text)
    spans = [whole.document.span(text.index(name), text.index(name) + len(name)) for name in names]
    counted = parties.census(whole, spans)
    return {p.name: p.kind for row in counted.phrases for p in row if p.known and not p.anaphor}


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("LAST NIGHT THE AMBER ROAD CLAIMED THE ATTACK.", "AMBER ROAD", {"AMBER ROAD": "group"}),
        ("LAST NIGHT THE AMBER ROAD CLAIMED IT.", "THE AMBER ROAD", {"AMBER ROAD": "group"}),
        (
            "MEMBERS OF COSTA BRAVA CARTEL CAME TODAY.",
            "COSTA BRAVA CARTEL",
            {"COSTA BRAVA CARTEL": "group"},
        ),
        (
            "IT WAS THE ARMY OF COSTA BRAVA THAT CAME.",
            "ARMY OF COSTA BRAVA",
            {"ARMY OF COSTA BRAVA": "group"},
        ),
        ("THEN THE ARMED FORCES CAME DOWN.", "ARMED FORCES", {"ARMED FORCES": "body"}),
        ("THEY MET IN PARAGUAY ON MONDAY.", "PARAGUAY", {"Paraguay": "state"}),
    ],
)
def test_names_that_a_reader_saw_count_where_all_is_in_capitals(
    text: str, name: str, expected: dict[str, str]
) -> None:
    assert seen_in_capitals(text, name) == expected


def test_names_that_a_reader_saw_do_not_count_elsewhere() -> None:
    assert seen_in_capitals("Last night the amber road claimed the attack.", "amber road") == {}


def test_a_doubt_that_opens_a_sentence_is_no_name() -> None:
    assert named("Suspected Reed rebels bombed the bridge.") == ["Reed rebels"]
    assert named("Suspected insurgents bombed the bridge.") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Reed Vanguard was accused. The Vanguard denied it.", "Reed Vanguard"),
        ("The Vanguard denied it.", "Vanguard"),
        ("The Reed Vanguard and the Mill Vanguard came. The Vanguard denied it.", "Vanguard"),
        ("The New RLF was accused. The RLF denied it.", "RLF"),
        ("The Reed Army was accused. The Army denied it.", "Army"),
        ("The Vanguard denied it. The Reed Vanguard was accused.", "Vanguard"),
    ],
)
def test_a_group_goes_by_its_last_word_once_it_was_named(text: str, name: str) -> None:
    counted = parties.census(cut(text))
    short = [p for row in counted.phrases for p in row if p.name in ("Vanguard", "Army", "RLF")]
    assert {counted.canonical(party) for party in short} == {name}


def seen(text: str, *names: str) -> list[str]:
    prose_ = cut(text)
    spans = [prose_.document.span(text.index(name), text.index(name) + len(name)) for name in names]
    counted = parties.census(prose_, spans)
    return [p.name for row in counted.phrases for p in row if p.known and not p.anaphor]


def test_a_reader_tells_names_that_small_words_join() -> None:
    text = "The Army of the Second Lamp spoke, and the People's Red Front did."
    assert seen(text, "Army of the Second Lamp", "People's Red Front") == [
        "Army of the Second Lamp",
        "People's Red Front",
    ]
    text = "The Army of the Second Lamp spoke of the army of the north."
    assert "army of the north" not in seen(text, "Army of the Second Lamp", "army of the north")


def test_the_members_of_a_group_are_the_group() -> None:
    assert named("They met fighters of the Lowland Front.") == ["Lowland Front"]
    assert named("Guerrillas of the Lowland Front spoke.") == ["Lowland Front"]
    assert "Rui Tavares" not in named("They met rebels of Rui Tavares.")
    text = "They met former members of the Lowland Front."
    (party,) = parties.census(cut(text)).phrases[0]
    words = parties.census(cut(text)).words[0]
    assert [word.lower for word in words[party.first : party.last]] == ["the", "lowland", "front"]
