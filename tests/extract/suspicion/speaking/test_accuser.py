"""Who names a party is looked up in the whole text, and the work grows with the text alone."""

import pytest

from tests.extract.seen import Page
from tests.extract.suspected import document, here, read
from whence.extract import suspicion
from whence.extract.prose import prose
from whence.extract.report import extract
from whence.extract.rules.reader import RulesReader
from whence.extract.suspicion.speaking.accuser import Accuser, is_finding, is_inquiry
from whence.model.reading import Reading, Suspected
from whence.names.spelling import name_words

_SYLLABLES = ("mar", "lun", "tor", "bek", "fal", "dro", "ven", "sik", "ral", "hob")


def _accused(speakers: int) -> list[str]:
    """Return a text in which so many people, each of another name, accuse one group."""
    names = (
        "".join(_SYLLABLES[int(digit)] for digit in f"{number:02}").title()
        for number in range(speakers)
    )
    return [
        "A bomb killed Rosa Ferreira at the harbour on Monday.",
        *(f"Ana {name} said the Reed League carried out the bombing." for name in names),
    ]


def test_twice_as_many_speakers_are_twice_the_comparisons(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []

    def counted(text: str) -> tuple[str, ...]:
        compared.append(text)
        return name_words(text)

    monkeypatch.setattr("whence.extract.suspicion.speaking.accuser.name_words", counted)
    asked = []
    for speakers in (20, 40):
        compared.clear()
        found = extract(document(*_accused(speakers)), RulesReader())
        assert len(found.claims) >= speakers
        asked.append(len(compared))
    assert asked[1] < 2.2 * asked[0]


@pytest.mark.parametrize(
    ("described", "standing"),
    [("a police chief", "accused_by_authority"), ("a neighbour", "accused")],
)
def test_a_speaker_is_who_the_text_says_elsewhere(described: str, standing: str) -> None:
    found = extract(
        document(
            "A bomb killed Rosa Ferreira at the harbour on Monday.",
            f"Ana Lunbek, {described}, came to the harbour.",
            "Lunbek said the Reed League carried out the bombing.",
        ),
        RulesReader(),
    )
    assert [one.standing for one in found.claims] == [standing]


@pytest.mark.parametrize("office", ["Police", "Soldiers of the army", "The interior ministry"])
@pytest.mark.parametrize(
    ("told", "standing"),
    [
        ("{} questioned Ana Lunbek for an hour.", "accused"),
        ("{} found Ana Lunbek in the rubble.", "accused"),
        ("When {} arrived Ana Lunbek was still there.", "accused"),
        ("{} spokeswoman Ana Lunbek came to the harbour.", "accused_by_authority"),
        ("{} chief Ana Lunbek came to the harbour.", "accused_by_authority"),
    ],
)
def test_whom_an_authority_only_met_is_none(told: str, standing: str, office: str) -> None:
    found = extract(
        document(
            "A bomb killed Rosa Ferreira at the harbour on Monday.",
            told.format(office),
            "Lunbek said the Reed League carried out the bombing.",
        ),
        RulesReader(),
    )
    assert [one.standing for one in found.claims] == [standing]


@pytest.mark.parametrize(
    "sentence",
    [
        "Defence Minister Ilo Marsh was accused of planting the bomb.",
        "Paraguayan President Ilo Marsh was blamed for the bombing.",
        "Police officer Ilo Marsh was accused of the bombing.",
    ],
)
def test_the_office_of_the_accused_is_no_authority(sentence: str) -> None:
    (claim,) = read("A bomb killed Ana Ferreira at the harbour on Monday.", sentence)
    assert (claim.subject, claim.standing) == ("Ilo Marsh", "accused")


def test_an_authority_accuses_whoever_has_an_office() -> None:
    told = "The interior ministry has blamed General Ilo Marsh for the bombing."
    (claim,) = read("A bomb killed Ana Ferreira at the harbour on Monday.", told)
    assert claim.standing == "accused_by_authority"


def test_an_accusation_that_goes_on_between_dashes_is_the_accusers() -> None:
    page = Page(
        "Ruiz accused her rivals – including Paraguayan President Ilo Marsh – of the bombing."
    )
    seen = page.saw("Ruiz", "accused", "her rivals")
    sourcing = page.sourcing(seen)
    reading = Reading(
        document_id=page.document.id,
        reader="hand@1",
        suspected=(Suspected(span=page.span("Ilo Marsh"), standing="accused", probability=0.99),),
    )
    (claim,) = suspicion.find(prose(page.document), sourcing, here, None, reading)
    assert sourcing.chains[claim.chain_id].origin.who == "Ruiz"
    assert claim.standing == "accused"


@pytest.mark.parametrize(
    ("cue", "found"), [("says", True), ("has indicted", False), ("has released", False)]
)
def test_a_court_finds_by_its_flat_word_and_not_where_it_only_accuses(
    cue: str, found: bool
) -> None:
    jury = Accuser("jury", inquiry=True, body=True)
    assert is_finding(jury, cue, flat=True, absent=False) == found


@pytest.mark.parametrize(
    ("cue", "found"), [("held", True), ("has decided", True), ("after it held a hearing", False)]
)
def test_judges_find_what_they_hold_to_be_so(cue: str, found: bool) -> None:
    judges = Accuser("judges", inquiry=True)
    assert is_finding(judges, cue, flat=True, absent=False) == found


def test_who_pleads_before_a_court_is_no_inquiry() -> None:
    assert is_inquiry("the Harbour court")
    assert is_inquiry("the police complaints commission")
    assert not is_inquiry("the prosecutor at the Harbour court")
