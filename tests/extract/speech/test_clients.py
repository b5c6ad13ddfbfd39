"""Whom a lawyer's client is: the one for whom the lawyer speaks."""

import pytest

from tests.extract.seen import Page
from whence.extract.speech.clients import defended
from whence.extract.speech.speakers import describe
from whence.extract.suspicion.speaking.speaking_for import is_client


@pytest.mark.parametrize(
    ("lawyer", "whom"),
    [
        ("A lawyer for Olga Petrova", "Olga Petrova"),
        ("Olga Petrova's lawyer", "Olga Petrova"),
        ("Olga Petrova’s defence attorney", "Olga Petrova"),
        ("Jon Reed, an attorney representing Li Wei", "Li Wei"),
        ("The court-appointed lawyer for Mr Wei", "Mr Wei"),
        ("The lawyers for Dov al-Hadi", "Dov al-Hadi"),
    ],
)
def test_a_lawyer_defends_somebody(lawyer: str, whom: str) -> None:
    client = defended([describe("The mayor", 0), describe(lawyer, 40)], 90)
    assert client is not None
    assert client.who == whom


@pytest.mark.parametrize("last", ["The mayor of Harrow", "A friend of Li Wei", "His lawyer"])
def test_nobody_else_has_clients(last: str) -> None:
    assert defended([describe("A lawyer for Li Wei", 0), describe(last, 40)], 90) is None


@pytest.mark.parametrize("words", ["his client", "Her client", "the clients"])
def test_a_client(words: str) -> None:
    assert is_client(words)
    assert not is_client(f"{words} in Harrow")


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "Olga Petrova's lawyer said his client denied planting the bomb.",
            "his client", "denied", "planting the bomb",
        ),
        (
            "A lawyer for Olga Petrova said she would plead not guilty to the murder.",
            "she", "would plead", "not guilty to the murder",
        ),
    ],
)  # fmt: skip
def test_the_client_denies_it_through_the_lawyer(
    text: str, source: str, cue: str, content: str
) -> None:
    page = Page(text)
    lawyer = text[: text.index(" said")]
    outer = page.saw(lawyer, "said", text[text.index(source) : -1])
    inner = page.saw(source, cue, content)
    found = page.sourcing(outer, inner)
    one = found.attributions[-1]
    assert one.act == "deny_involvement"
    assert [hop.who for hop in found.chains[one.chain_id].hops[1:]] == [
        lawyer.removeprefix("A "),
        "Olga Petrova",
    ]
