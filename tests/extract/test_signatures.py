"""Whose a quotation is that a name signs behind or beneath it."""

from itertools import product

import pytest

from tests.extract.seen import Page
from tests.extract.texts import document
from whence.extract.prose import prose
from whence.extract.rules import signatures
from whence.extract.rules.reader import RulesReader
from whence.model.attribution import Attribution

SIGNERS = (
    "Ana Ruiz", "Mayor Ana Ruiz", "Edwin G. Monroe", "Ana Ruiz, a baker", "Omar al-Bello",
    "Ana Ruiz, Sund", "a resident of Sund", "Ana Ruiz, writing on Monday",
)  # fmt: skip
DASHES = ("—", "–", "―", "--", "-")
BETWEEN = (" {} ", "{}", "\n\n{} ")


def signed(text: str) -> list[tuple[str, str]]:
    """Return the signed quotations of a text: who signs them, and their words."""
    return [
        (one.source.text if one.source else "", one.content[0].text)
        for one in signatures.signed(prose(document(text)))
    ]


@pytest.mark.parametrize(("dash", "between"), [*product(DASHES, BETWEEN)])
def test_a_quotation_is_its_signers(dash: str, between: str) -> None:
    quotations = [f"“The pier was closed. Nobody told us {number}.”" for number in range(8)]
    lines = zip(quotations, SIGNERS, strict=True)
    text = "\n\n".join(f"{words}{between.format(dash)}{who}." for words, who in lines)
    assert signed(text) == [*zip(SIGNERS, quotations, strict=True)]


@pytest.mark.parametrize(
    "text",
    [
        "“The pier was closed” — Ana Ruiz said on Monday that it was.",
        "“The pier was closed” – protesters marched to it.",
        "“The pier was closed,” he said. “It is open.” — Ana Ruiz",
        "It was called “the pier” — Ana Ruiz.",
        "“The pier” - Harbour Street was shut.",
        "The pier was closed.\n\n— Ana Ruiz",
        "“The pier was closed.” — Ana Ruiz, who had the key, opened it.",
    ],
)
def test_a_dash_that_goes_on_signs_nothing(text: str) -> None:
    assert signed(text) == []


def _told(text: str) -> list[Attribution]:
    page = Page(text)
    return list(page.sourcing(*RulesReader().read(page.document).attributed).attributions)


def test_a_signature_leads_no_other_quotation() -> None:
    told = _told("“The pier was closed.” — Ana Ruiz\n\n“It was open,” — Omar Bello")
    assert [(one.speaker, one.kind) for one in told] == [
        ("Ana Ruiz", "direct"),
        ("Omar Bello", "direct"),
    ]


def test_what_is_told_within_a_signed_quotation_stays_there() -> None:
    inner, outer = sorted(
        _told("“The mayor said that the pier was closed.” — Ana Ruiz"),
        key=lambda one: one.speaker != "mayor",
    )
    assert outer.speaker == "Ana Ruiz"
    assert inner.parent_id == outer.id
