"""Denials that the reader takes a statement for, where no pattern has the words."""

import re

import pytest

from tests.extract.seen import Page
from tests.extract.suspected import here
from whence.extract import suspicion
from whence.extract.prose import prose
from whence.model.attribution import Act
from whence.model.reading import Attributed, Reading

_LEAD = "A bomb killed the mill owner in Lindvik on Monday."
_BLAMED = "Police blamed the Reed League for the bombing."


def denying(
    answer: str, source: str, cue: str, *before: str, act: Act = "deny_involvement"
) -> set[str]:
    """Return who denies by a statement that ``source`` makes with ``cue``; the rest is content."""
    page = Page("\n\n".join((_LEAD, *before, answer)))
    cut = prose(page.document)
    content = answer.partition(f"{cue} ")[2].rstrip(".")
    spans = []
    for words in (source, cue, content):
        at = page.document.text.rindex(words)
        spans.append(page.document.span(at, at + len(words)))
    seen = Attributed(
        source=spans[0], cue=spans[1], content=(spans[2],), kind="indirect", act=act,
        negated=False, certainty=3,
    )  # fmt: skip
    persons = tuple(
        page.document.span(one.start(), one.end())
        for one in re.finditer("(?:Ida )?Moss|Ugo Marsh", page.document.text)
    )
    reading = Reading(document_id="doc-1", reader="hand@1", persons=persons)
    claims = suspicion.find(cut, page.sourcing(seen), here, None, reading)
    return {one.subject for one in claims if one.standing == "denied"}


@pytest.mark.parametrize(
    ("answer", "source", "cue"),
    [
        ("The Reed League wrote that its men had sown oats all day, and no mines.",
         "The Reed League", "wrote that"),
        ("A Reed League spokesman in Aldbury answered that the guns never spoke there.",
         "A Reed League spokesman in Aldbury", "answered that"),
        ("Ida Moss, who speaks for the Reed League, replied that the bomb was none of hers.",
         "Ida Moss", "replied that"),
        ("The head of the Reed League, Ida Moss, swore that no bomb had left the yard.",
         "The head of the Reed League, Ida Moss", "swore that"),
        ("The rebel Reed League (RL) swore that no bomb had left the yard.",
         "The rebel Reed League (RL)", "swore that"),
        ("Its channel replied that no bomb had left the yard.", "Its channel", "replied that"),
        ("It replied that no bomb had left the yard.", "It", "replied that"),
        ("The League replied that no bomb had left the yard.", "The League", "replied that"),
        ("In a voice note a man presenting himself as the Reed League swore no bomb was sent.",
         "a man presenting himself as the Reed League", "swore"),
    ],
)  # fmt: skip
def test_whoever_speaks_for_an_accused_group_answers_for_it(
    answer: str, source: str, cue: str
) -> None:
    assert denying(answer, source, cue, _BLAMED) == {"Reed League"}


@pytest.mark.parametrize(
    ("answer", "source", "party"),
    [
        ("Norway's defence ministry replied that no aircraft had bombed the mill.",
         "Norway's defence ministry", "Norway"),
        ("The Norwegian embassy replied that Norway does not bomb mills.",
         "The Norwegian embassy", "Norway"),
        ("Oslo replied that it had not bombed the mill.", "Oslo", "Norway"),
        ("Norway's Northern Rescue Forces replied that they had not bombed the mill.",
         "Norway's Northern Rescue Forces", "Northern Rescue Forces"),
        ("The LTA replied that it had sent no bomb.", "The LTA", "LTA"),
        ("Ida Moss, who speaks for the LTA, replied that it had sent no bomb.",
         "Ida Moss", "LTA"),
    ],
)  # fmt: skip
def test_a_party_that_is_plainly_one_may_deny_before_anybody_accuses_it(
    answer: str, source: str, party: str
) -> None:
    assert denying(answer, source, "replied that") == {party}


@pytest.mark.parametrize(
    ("answer", "source"),
    [
        ("Ida Moss replied that no bomb had left the yard.", "Ida Moss"),
        ("The League's envoy, Ida Moss, replied that no bomb had left.", "The League's envoy"),
        ("The council replied that no bomb had left the yard.", "The council"),
        ("The Reed League replied that it had not met the mayor.", "The Reed League"),
        ("Norway replied that it would not sign the treaty.", "Norway"),
        ("Norway replied that it would look into the bombing.", "Norway"),
        ("The commander in Norway replied that no bomb had left.", "The commander in Norway"),
        ("Norway replied that it stood by claims against Ida Moss, who is no bomber.", "Norway"),
    ],
)
def test_who_is_not_told_to_answer_for_a_deed_denies_nothing(answer: str, source: str) -> None:
    assert denying(answer, source, "replied that") == set()


@pytest.mark.parametrize(
    ("answer", "source"),
    [
        ("“He had no part in the bombing,” Ida Moss replied with a sigh.", "Ida Moss"),
    ],
)
def test_who_speaks_of_another_person_is_not_the_one(answer: str, source: str) -> None:
    before = "Police arrested Ugo Marsh, and Ida Moss said the bomb was not his."
    assert denying(answer, source, "replied", before) == set()


@pytest.mark.parametrize(
    "before",
    [
        "Ida Moss, 40, was arrested on Tuesday.",
        "Officers are holding Ida Moss as a suspect.",
        "The bomb, the mayor said, was a present from Ida Moss.",
    ],
)
def test_a_person_denies_whom_the_text_ties_to_the_deed(before: str) -> None:
    answer = "Moss called that an insult."
    assert denying(answer, "Moss", "called", before) == {"Ida Moss"}


def test_the_lawyer_speaks_for_the_one_named_before() -> None:
    before = "Ida Moss was questioned about the bombing for four hours."
    answer = "Her lawyer replied that his client had no part in it."
    assert denying(answer, "Her lawyer", "replied that", before) == {"Ida Moss"}


def test_an_accusation_is_rejected_by_whom_it_is_against() -> None:
    accusing = "The mayor said Norway was behind it."
    answer = "The Norwegian embassy replied that the claim was laughable."
    of_another = "The Norwegian embassy replied that the claim about Chile was laughable."
    for told, parties in ((answer, {"Norway"}), (of_another, set())):
        assert (
            denying(
                told, "The Norwegian embassy", "replied that", accusing, act="reject_accusation"
            )
            == parties
        )


@pytest.mark.parametrize(
    "answer",
    [
        "The Reed League denied that the arrested bomber was a citizen of Chile.",
        "The Reed League denied that it would bomb another mill.",
    ],
)
def test_a_denial_of_what_others_are_or_of_what_is_to_come_is_none(answer: str) -> None:
    assert denying(answer, "The Reed League", "denied", _BLAMED) == set()


@pytest.mark.parametrize(
    ("answer", "source", "parties"),
    [
        ("The government rejects the claims against our brave Northern Rescue Forces.",
         "The government", {"Northern Rescue Forces"}),
        ("The Reed League rejects allegations against its friends.", "The Reed League", set()),
    ],
)  # fmt: skip
def test_who_speaks_up_for_others_denies_for_them(
    answer: str, source: str, parties: set[str]
) -> None:
    assert denying(answer, source, "rejects") == parties


def test_who_owns_up_in_a_sentence_denies_no_part_by_it() -> None:
    answer = "The Reed League claimed responsibility for the bombing but denied it was paid."
    assert denying(answer, "The Reed League", "denied") == set()


def test_initials_are_those_of_the_accused() -> None:
    before = "The mayor blamed the northern Lindvik Tide Army for the bombing."
    answer = "An LTA spokesman replied that it had no gun near the mill."
    assert {one.rpartition("northern ")[2] for one in denying(
        answer, "An LTA spokesman", "replied that", before
    )} == {"Lindvik Tide Army"}  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "source", "cue", "party"),
    [
        ("Norway's army spokeswoman, Ida Moss, replied that no shell was fired.",
         "Norway's army spokeswoman, Ida Moss", "replied that", "Norway's army"),
        ("Norway's foreign minister, Ida Moss, replied that Norway sent no bomb.",
         "Norway's foreign minister, Ida Moss", "replied that", "Norway"),
        ("The foreign ministry of Norway rejected the charge as a tired trick.",
         "The foreign ministry of Norway", "rejected", "Norway"),
        ("The LTA, also called the Tide or the Reeds, denied having been near the mill.",
         "The LTA, also called the Tide or the Reeds", "denied", "LTA"),
        ("Captain Ida Moss of the LTA replied that no mine was laid.",
         "Captain Ida Moss of the LTA", "replied that", "LTA"),
        ("The LTA's Northern Column replied that no bomb had left the hill.",
         "The LTA's Northern Column", "replied that", "LTA"),
        ("The army called that absurd, and the bomb a hoax.", "The army", "called", "army"),
    ],
)  # fmt: skip
def test_of_several_names_one_is_spoken_for(answer: str, source: str, cue: str, party: str) -> None:
    assert denying(answer, source, cue) == {party}


@pytest.mark.parametrize(
    ("answer", "source", "cue"),
    [
        ("The Reed League waved away the words.", "The Reed League", "waved away"),
        ("The Reed League threw out the charge as a reflex.", "The Reed League", "threw out"),
        ("The Reed League wrote that its men were nowhere near the mill.",
         "The Reed League", "wrote that"),
        ("The Reed League dismissed the remark.", "The Reed League", "dismissed"),
    ],
)  # fmt: skip
def test_an_accused_group_answers_without_a_word_for_no(answer: str, source: str, cue: str) -> None:
    assert denying(answer, source, cue, _BLAMED) == {"Reed League"}


def test_the_groups_spokesman_is_that_of_the_accused_though_he_has_a_name() -> None:
    answer = "The group's spokesman, Ugo Marsh, swore that its men were nowhere near the mill."
    source = "The group's spokesman, Ugo Marsh"
    assert denying(answer, source, "swore that", _BLAMED) == {"Reed League"}


def test_who_has_left_the_police_answers_for_himself() -> None:
    answer = "On Friday former police chief Ida Moss denied having had a part in the bombing."
    assert denying(answer, "former police chief Ida Moss", "denied") == {"Ida Moss"}


def test_a_report_that_somebody_calls_unfounded_is_not_owned_up_to() -> None:
    page = Page(f"{_LEAD}\n\nThe Reed League said claims that it had bombed the mill were a lie.")
    claims = suspicion.find(
        prose(page.document), page.sourcing(), here, None, Reading(document_id="doc-1", reader="h")
    )
    assert "admitted" not in {one.standing for one in claims}


@pytest.mark.parametrize(
    ("told", "denied"),
    [
        ("Ida Moss pleaded not guilty to the murder of the mill owner.", {"Ida Moss"}),
        ("Ida Moss pleaded not guilty, her clerk said.", set()),
    ],
)
def test_who_pleads_not_guilty_to_a_deed_was_charged_with_it(told: str, denied: set[str]) -> None:
    page = Page(told)
    persons = (page.document.span(0, len("Ida Moss")),)
    reading = Reading(document_id="doc-1", reader="hand@1", persons=persons)
    claims = suspicion.find(prose(page.document), page.sourcing(), here, None, reading)
    assert {one.subject for one in claims if one.standing == "denied"} == denied


def test_a_source_that_goes_on_behind_its_sentence_is_read_all_the_same() -> None:
    answer = "The Reed League and the\n\nAldbury Guard denied that they had bombed the mill."
    source = "The Reed League and the\n\nAldbury Guard"
    assert denying(answer, source, "denied", _BLAMED) <= {"Reed League", "Aldbury Guard"}


def test_who_clears_another_answers_for_nothing() -> None:
    told = "Paraguay denied that the Reed League was behind the bombing."
    assert denying(told, "Paraguay", "denied") == {"Reed League"}
