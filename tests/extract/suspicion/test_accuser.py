"""Who names a party is looked up in the whole text, and the work grows with the text alone."""

import pytest

from tests.extract.suspected import document
from whence.extract.report import extract
from whence.extract.rules.reader import RulesReader
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

    monkeypatch.setattr("whence.extract.suspicion.accuser.name_words", counted)
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
