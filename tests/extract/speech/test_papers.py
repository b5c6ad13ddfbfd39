"""Who goes on to speak in "the statement": whoever spoke in one before."""

import pytest

from tests.extract.seen import Page

_SPEAKERS = (
    "The Reed League",
    "Police chief Ola Vik",
    "A senior official",
    "The interior ministry",
)


def origins(text: str) -> list[list[str]]:
    found = Page(text).ruled()
    return [[hop.who for hop in found.chains[one.chain_id].hops[1:]] for one in found.attributions]


@pytest.mark.parametrize("speaker", _SPEAKERS)
@pytest.mark.parametrize("paper", ["statement", "letter", "message"])
@pytest.mark.parametrize("verb", ["said", "added that", "warned that"])
def test_the_paper_is_the_speakers(speaker: str, paper: str, verb: str) -> None:
    text = f"{speaker} said in a {paper} that two had died. The {paper} {verb} tides rose early."
    assert origins(text)[-1] == [paper, speaker.removeprefix("The ").removeprefix("A ")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The police said in a statement that two had died. A statement from the army said "
            "three had died. The statement said tides rose early.",
            "statement from the army",
        ),
        ("The army said two had died. The statement said tides rose early.", "statement"),
        (
            "The army said in a letter that two had died. The statement said tides rose early.",
            "statement",
        ),
    ],
)
def test_and_another_paper_is_not(text: str, expected: str) -> None:
    assert origins(text)[-1][-1] == expected
