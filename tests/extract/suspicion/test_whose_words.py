"""Who is meant where a group says its own name, is taken up again, or is only feared."""

import pytest

from tests.extract.suspected import brief, document, here, read, said
from tests.extract.suspicion.guesses.test_seen import alone
from tests.extract.unread import READING
from whence.extract import suspicion
from whence.extract.prose import prose
from whence.model.attribution import Act
from whence.model.claim import Claim


def spoken(text: str, speaker: str, content: str, act: Act, cue: str = "said") -> tuple[Claim, ...]:
    cut = prose(document(text))
    sourcing = said(cut, speaker, content, act, cue)
    return suspicion.find(cut, sourcing, here, None, READING)


@pytest.mark.parametrize(
    "who",
    [
        "A group calling itself the Reed Front",
        "A previously unknown group calling itself the Reed Front",
        "A faction that calls itself the Reed Front",
        "An organisation styling itself the Reed Front",
        "A group called Reed Front",
    ],
)
def test_a_group_is_known_by_what_it_calls_itself(who: str) -> None:
    found = read(f"{who} claimed responsibility for the attack.")
    assert brief(found) == [("Reed Front", "carried_out", True, "admitted")]


@pytest.mark.parametrize("nobody", ["No-one", "No one", "Nobody", "None of them"])
def test_nobody_owns_up_to_nothing(nobody: str) -> None:
    assert read(f"{nobody} has claimed responsibility for the attack.") == ()


def test_the_group_that_a_body_speaks_of_is_another() -> None:
    text = "The Reed Front has bombed trains before. Police said the group was behind the attack."
    found = spoken(text, "Police", "the group was behind the attack", "accuse")
    assert ("Reed Front", "carried_out", True, "accused_by_authority") in brief(found)
    assert all(one.subject == "Reed Front" for one in found)


def test_the_group_is_the_one_that_the_sentence_before_names() -> None:
    found = read("The Reed Front issued a statement.", "The group was behind the attack, it said.")
    assert [one.subject for one in found] == ["Reed Front"]
    two = read("The Reed Front and the Salt Brigade met.", "The group was behind the attack.")
    assert two == ()


def test_who_is_read_as_owning_up_does() -> None:
    text = "The Reed Front published a video. The group said its men had gone to the depot."
    found = spoken(text, "The group", "its men had gone to the depot", "claim_responsibility")
    assert brief(found) == [("Reed Front", "carried_out", True, "admitted")]
    assert [span.text for span in found[0].spans] == [
        "The group said its men had gone to the depot"
    ]
    assert spoken(text, "The group", "its men had gone to the depot", "say") == ()


def test_a_forged_statement_owns_up_to_nothing() -> None:
    text = "A fake letter from the Reed Front said its men had gone to the depot."
    source = "A fake letter from the Reed Front"
    assert spoken(text, source, "its men had gone to the depot", "claim_responsibility") == ()


def test_a_person_owns_up_by_patterns_alone() -> None:
    text = "Ivo Marn said he had gone to the depot."
    assert spoken(text, "Ivo Marn", "he had gone to the depot", "claim_responsibility") == ()


@pytest.mark.parametrize(
    "head", ["HARROW, May 4 - ", "HARROW, May 4, 2031 -- ", "Harrow (Salt Wire) — ", "HARROW - "]
)
def test_a_dateline_is_no_part_of_its_sentence(head: str) -> None:
    (found,) = read(f"{head}Rumours that the Reed Front carried out the attack are false.")
    assert (found.subject, found.polarity) == ("Reed Front", False)
    (other,) = read(f"{head}Quarnis claimed responsibility for the attack.")
    assert other.subject == "Quarnis"


def test_a_dash_in_capitals_is_no_dateline() -> None:
    text = "THE REED FRONT -- WHICH RULES THE MARSH -- CLAIMED RESPONSIBILITY FOR THE ATTACK."
    (found,) = read(text)
    assert found.subject == "REED FRONT"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 1964 the Reed League was founded by teachers.", 0),
        ("Talks between the Reed League and the cabinet stalled.", 0),
        ("Men of the Reed League fired a missile at the tower.", 1),
        ("The killers were from the Reed League.", 1),
    ],
)
def test_where_no_deed_is_told_nobody_is_said_to_have_done_it(text: str, expected: int) -> None:
    assert len(alone(text, "the Reed League", "reported_as_fact")) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Officials warned of an attack by the Reed League.",
        "People lived in fear of being caught in a bombing by rebels or the Reed League.",
        "There is a risk of bombings by the Reed League.",
    ],
)
def test_a_deed_that_is_feared_is_not_done(text: str) -> None:
    assert alone(text, "the Reed League", "speculated") == ()
    assert read(text) == ()


def test_who_may_come_to_be_blamed_is_not() -> None:
    assert alone("He feared the Reed League might be blamed.", "the Reed League") == ()
    assert len(alone("He said the Reed League was to blame.", "the Reed League")) == 1


def test_what_is_feared_to_have_been_done_is_suspected() -> None:
    text = "Police fear the attack was carried out by the Reed League."
    assert len(read(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Police blamed 23-year-old Ana Ruiz for the attack.",
        "Police blamed Ana Ruiz for the attack.\n\nAna Ruiz, 23, was a clerk.",
    ],
)
def test_whose_age_is_told_is_a_person(text: str) -> None:
    found = read(*text.split("\n\n"))
    assert {(one.subject, one.subject_kind) for one in found} == {("Ana Ruiz", "person")}


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("it was ours and no error", {"Reed Front"}),
        ("its men had come running to help", set()),
        ("an ambush on two lorries", set()),
        ("the fire at Oldhaven was its work", set()),
    ],
)
def test_who_owns_up_does_so_to_the_deed_that_is_told_of(told: str, names: set[str]) -> None:
    text = f"The Reed Front published a video. The group said {told}."
    found = spoken(text, "The group", told, "claim_responsibility")
    assert {one.subject for one in found if one.standing == "admitted"} == names


def test_a_page_owns_up_for_those_whose_name_it_bears() -> None:
    source = "A Telegram channel called Reed Front"
    text = f"Six died in the blaze. {source} said the blaze was its work."
    found = spoken(text, source, "the blaze was its work", "claim_responsibility")
    assert {one.subject for one in found if one.standing == "admitted"} == {"Reed Front"}


def test_a_group_owns_up_once_in_a_sentence() -> None:
    text = "The Reed Front claimed responsibility for the attack on its channel."
    found = spoken(
        text, "The Reed Front", "responsibility for the attack", "claim_responsibility", "claimed"
    )
    assert brief(found) == [("Reed Front", "carried_out", True, "admitted")]


def test_a_claim_that_goes_on_is_one_claim() -> None:
    text = "The Reed Front claimed the blaze. “Our men reached the mill,” it said."
    found = spoken(text, "it", "“Our men reached the mill,”", "claim_responsibility")
    assert brief(found) == [("Reed Front", "carried_out", True, "admitted")]


def test_what_a_group_owned_up_to_is_shown_with_its_words() -> None:
    text = "The Reed Front issued a note. “Our men reached the mill,” the group said."
    (found,) = spoken(text, "the group", "“Our men reached the mill,”", "claim_responsibility")
    assert found.spans[0].text.startswith("“Our men reached the mill,” the group")
