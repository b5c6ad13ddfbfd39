"""Whom the law takes hold of, in words that name no deed: it is told around them."""

import pytest

from tests.extract.suspicion.test_persons import claims

_LEAD = "A bomb killed four people at the fish market in Tannhope on Monday."
_NAMES = ("Darian Kolt", "Mara Lind")


def told(text: str, lead: str = _LEAD) -> list[tuple[str, str]]:
    found = claims(f"{lead} {text}", *_NAMES)
    return sorted({(one.subject, one.standing) for one in found})


@pytest.mark.parametrize(
    "text",
    [
        "Police registered a first information report against Darian Kolt.",
        "A criminal case was opened against Darian Kolt.",
        "A judge placed Darian Kolt under formal investigation.",
        "A magistrate committed Darian Kolt for trial.",
        "Police have put out a wanted notice for Darian Kolt.",
        "The prosecution named Darian Kolt as the main accused.",
        "Darian Kolt was remanded in custody.",
        "Darian Kolt went on trial in the capital.",
        "Police are hunting Darian Kolt in connection with the bombing.",
        "Police took away Darian Kolt.",
        "Police led Darian Kolt away in handcuffs.",
        "Darian Kolt was handed over to the military prosecutor.",
        "The public prosecutor asked for life imprisonment for Darian Kolt.",
        "The office said it will prosecute Darian Kolt.",
        "The ministry confirmed the arrest of Darian Kolt.",
    ],
)
def test_the_law_accuses_whom_it_takes_for_a_deed_told_before(text: str) -> None:
    assert told(text) == [("Darian Kolt", "accused_by_authority")]


@pytest.mark.parametrize(
    "text",
    [
        "A court handed down a death sentence to Darian Kolt.",
        "The High Court upheld the life sentence of Darian Kolt.",
        "A tribunal gave Darian Kolt 20 years.",
        "Life is the sentence which the court passed on Darian Kolt.",
    ],
)
def test_a_court_finds_by_its_sentence(text: str) -> None:
    assert told(text) == [("Darian Kolt", "found")]


@pytest.mark.parametrize(
    "text",
    [
        "The tribunal discharged on Friday Darian Kolt.",
        "No charges will be brought against Darian Kolt.",
        "Darian Kolt walked out of the harbour court a free man after the bench had ruled.",
    ],
)
def test_a_court_clears_by_letting_go(text: str) -> None:
    assert told(text) == [("Darian Kolt", "cleared")]


@pytest.mark.parametrize(
    "text",
    [
        "Darian Kolt was arrested for insulting the president.",
        "Darian Kolt was arrested for insulting the president, a week after a bomb exploded.",
        "Police detained Darian Kolt for reporting on the bombing.",
        "Darian Kolt was brought before a judge as a witness.",
        "Rebels seized Darian Kolt.",
        "The bandits took away Darian Kolt.",
        "The court withdrew the warrant for Darian Kolt.",
        "The party demanded the arrest of Darian Kolt.",
    ],
)
def test_who_is_held_for_something_else_is_not_accused(text: str) -> None:
    assert not [one for one in told(text) if one[1] in ("accused_by_authority", "accused", "found")]


def test_nobody_is_held_for_a_deed_of_which_nothing_is_told() -> None:
    assert told("Police arrested Darian Kolt.", "The fair opened in Tannhope on Monday.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested Darian Kolt and his younger brother Mara Lind over the bombing.",
        "Police arrested Captain Darian Kolt and Lieutenant Mara Lind over the bombing.",
        "Police arrested Darian Kolt, a docker, and Mara Lind, a baker, over the bombing.",
    ],
)
def test_who_is_joined_to_a_suspect_is_held_with_him(text: str) -> None:
    assert told(text) == [
        ("Darian Kolt", "accused_by_authority"),
        ("Mara Lind", "accused_by_authority"),
    ]


def test_the_lawyer_of_a_suspect_is_not_joined_to_him() -> None:
    text = "Police arrested Darian Kolt and his lawyer Mara Lind over the bombing."
    assert told(text) == [("Darian Kolt", "accused_by_authority")]


def test_he_is_the_one_person_told_of_just_before() -> None:
    text = "Darian Kolt drove the van to the market. He was found guilty by the High Court."
    assert told(text) == [("Darian Kolt", "found")]


def test_he_is_nobody_where_two_are_told_of() -> None:
    assert told("A gunman shot Darian Kolt twice. He was arrested and charged.") == []
