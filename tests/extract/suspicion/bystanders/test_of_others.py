"""Who tells what others did, or stands by a claimant, owns up to nothing."""

import pytest

from tests.extract.seen import Page
from tests.extract.suspected import here
from tests.extract.suspicion.guesses.test_seen import alone
from whence.extract import suspicion
from whence.extract.prose import prose
from whence.model.reading import Reading

_LEAD = "A bomb killed three traders in Lindvik on Monday."


def owning(source: str, cue: str, content: str, behind: str = "") -> list[tuple[str, str]]:
    """Return the claims of a report in which a reader takes a statement for an admission."""
    page = Page(f"{_LEAD} {source} {cue} {content}{behind}.")
    seen = page.saw(source, cue, content, judged=("claim_responsibility", None, None))
    reading = Reading(document_id="doc", reader="hand@1", attributed=(seen,))
    found = suspicion.find(prose(page.document), page.sourcing(seen), here, None, reading)
    return [(one.subject, one.standing) for one in found]


@pytest.mark.parametrize(
    "content",
    [
        "the bombing was an assault on its people",
        "the bomb had killed its commander",
        "two of its members were killed by the bomb",
        "it had foiled a second bombing",
    ],
)
def test_what_was_done_to_it_is_no_admission(content: str) -> None:
    assert owning("The Reed League", "said", content) == []


def test_nor_is_what_another_did() -> None:
    told = owning("The Reed League", "said", "the Corvan Front planted the bomb")
    assert "Reed League" not in dict(told)
    assert "Corvan Front" in dict(told)


@pytest.mark.parametrize(
    "content", ["the bombing was its work", "its men had bombed the market", "the bomb was ours"]
)
def test_what_it_did_itself_is(content: str) -> None:
    assert owning("The Reed League", "said", content) == [("Reed League", "admitted")]


@pytest.mark.parametrize(
    "beside",
    [
        "an ally of the Corvan Front,",
        "which is backed by the Corvan Front,",
        "which split from the Corvan Front,",
        "a rival of the Corvan Front,",
        "which is linked to the Corvan Front,",
    ],
)
def test_who_stands_by_a_claimant_claims_nothing(beside: str) -> None:
    told = f"The Reed League, {beside} claimed responsibility for the bombing."
    found = alone(told, "the Corvan Front", "admitted", 0.99)
    assert {one.subject for one in found} == {"Reed League"}
