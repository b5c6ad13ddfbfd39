"""Who is cleared, who is found to have done it and who owns up, in the words of the news."""

import pytest

from tests.extract.suspected import brief, read
from tests.extract.suspected import document as page
from whence.extract import extract
from whence.extract.rules.reader import RulesReader

_LEAD = "A bomb killed nine people at a bakery in Tannhope on Monday."


def named(*sentences: str) -> list[tuple[str, str, bool, str]]:
    return brief(read(_LEAD, *sentences))


def told(sentence: str) -> list[tuple[str, str, bool, str]]:
    """Read with the sources that the rules find."""
    return brief(extract(page(_LEAD, sentence), RulesReader()).claims)


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("Ilo Marsh, 40, was discharged by a magistrate last month.", "Ilo Marsh"),
        ("A magistrate discharged Ilo Marsh, 40, on Monday.", "Ilo Marsh"),
        ("A court acquitted Ilo Marsh, 40, of all charges in the bakery bombing.", "Ilo Marsh"),
        ("A court found Ilo Marsh, 40, not guilty of the bombing.", "Ilo Marsh"),
        ("The Reed League was found not guilty.", "Reed League"),
        ("The Reed League went to trial before a court acquitted them.", "Reed League"),
        ("The Supreme Court quashed the conviction of Ilo Marsh, 40, on Friday.", "Ilo Marsh"),
        ("The inquiry exonerated the Reed League.", "Reed League"),
        ("Investigators have ruled out the Reed League.", "Reed League"),
        ("The court found that the Reed League had no case to answer.", "Reed League"),
        ("The Reed League was excluded from the case in May.", "Reed League"),
        ("Police no longer consider the Reed League a suspect.", "Reed League"),
        ("The judges ruled not to bring any charge against the Reed League.", "Reed League"),
        ("Investigators no longer suspect the Reed League.", "Reed League"),
        ("The prosecutor decided not to charge Ilo Marsh, 40, over the bombing.", "Ilo Marsh"),
        ("Prosecutors said the Reed League will not be charged over the bombing.", "Reed League"),
    ],
)
def test_a_party_is_cleared(sentence: str, subject: str) -> None:
    assert named(sentence) == [(subject, "carried_out", False, "cleared")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The police said the Reed League had nothing to do with the bombing.",
        "The police said the Reed League had no part whatever in the affair.",
        "The police said the Reed League was never a suspect.",
        "The police said the Reed League \"isn't, wasn't and won't be a suspect\".",
        "A judge wrote that there was no evidence against the Reed League.",
        "The police said the Reed League had sent threats, but had no part in the fire.",
        "The court did not find that the Reed League had carried out the attack.",
        "The police said there was no evidence against the Reed League.",
        "The police said nothing tied the Reed League to the bombing.",
    ],
)
def test_who_looked_into_it_clears(sentence: str) -> None:
    assert told(sentence) == [("Reed League", "carried_out", False, "cleared")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Reed League said the Reed League had no part in the bombing.",
        "A neighbour said the Reed League had nothing to do with the bombing.",
        "The police said there was so far no evidence against the Reed League.",
        "The mayor said there was no evidence against the Reed League.",
        "A minister said the Reed League had no part in the bombing.",
    ],
)
def test_who_has_not_looked_into_it_or_has_found_nothing_yet_clears_nobody(sentence: str) -> None:
    assert told(sentence) == [("Reed League", "carried_out", False, "denied")]


def test_who_was_wrongly_blamed_is_a_suspect_no_more() -> None:
    rows = named("The Reed League was wrongly blamed for the attack.")
    assert rows == [("Reed League", "carried_out", False, "denied")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Supreme Court quashed the conviction of Ilo Marsh, 40, and ordered a retrial.",
        "Investigators have not ruled out the Reed League.",
        "The Reed League was not discharged by the court.",
    ],
)
def test_these_words_clear_nobody(sentence: str) -> None:
    assert not any(row[-1] == "cleared" for row in named(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "A court sentenced Ilo Marsh, 40, to life in prison on Monday for the bombing.",
        "A court sentenced Ilo Marsh, 40, to six years for planting the bomb.",
        "A court sentenced Ilo Marsh, 40, to six years for blowing up the bakery.",
        "A court jailed Ilo Marsh, 40, for nine years over the bombing.",
        "The judge gave Ilo Marsh, now 40, nine years for murder.",
        "Ilo Marsh, 40, was jailed for nine years for the bombing.",
        "Ilo Marsh, 40, is serving a life sentence for the bombing.",
        "Ilo Marsh, 40, convicted last year by the High Court of the bombing, is in prison.",
    ],
)
def test_a_sentence_for_the_deed_is_a_finding(sentence: str) -> None:
    assert named(sentence) == [("Ilo Marsh", "carried_out", True, "found")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The court found the Reed League responsible for the bombing.",
        "The inquiry blamed the Reed League for the bombing.",
        "The truth commission said the Reed League had planted the bomb.",
    ],
)
def test_what_a_court_or_commission_says_as_one_is_its_finding(sentence: str) -> None:
    assert told(sentence) == [("Reed League", "carried_out", True, "found")]


def test_a_sentence_for_another_deed_finds_nothing_here() -> None:
    sentence = "A court sentenced Ilo Marsh, 40, to six years for robbing a jeweller."
    assert not any(claim.scope == "incident" for claim in read(_LEAD, sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The Reed League has claimed the bombing.",
        "The bombing was claimed late on Monday by the Reed League.",
        "The Reed League, which claimed the bombing on Tuesday, has been quiet since.",
        "The Reed League said on Tuesday it had bombed the bakery.",
        "A group of rebels, the Reed League, said on Tuesday it had bombed the bakery.",
        "The top commander of the Reed League said on Tuesday that his fighters had bombed the"
        " bakery.",
        "The Reed League has boasted of bombing the bakery.",
        "An anonymous caller told a radio station that a group calling itself the Reed League had"
        " placed the bomb that killed nine people.",
    ],
)
def test_a_group_owns_up(sentence: str) -> None:
    assert named(sentence) == [("Reed League", "carried_out", True, "admitted")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Reed League claims the bombing was staged by the police.",
        "The Reed League said none of its members had anything to do with the bombing.",
        "The Reed League said on Tuesday it had bombed an airport.",
        "The Reed League claimed an earlier attack.",
    ],
)
def test_this_is_no_owning_up_to_it(sentence: str) -> None:
    found = [one for one in read(_LEAD, sentence) if one.scope == "incident"]
    assert not any(one.standing == "admitted" for one in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "All lines point to the Reed League.",
        "The report does not mention the Reed League, which the minister then accused of the"
        " bombing.",
    ],
)
def test_a_party_is_accused(sentence: str) -> None:
    assert ("Reed League", True) in [(row[0], row[2]) for row in named(sentence)]
