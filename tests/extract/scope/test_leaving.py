"""Sentences that stay with the incident though they look back to it."""

import pytest

from tests.extract.facts.reading import read

_HEAD = "A bomb exploded at a market in Gombe on Monday. "


@pytest.mark.parametrize("since", ["the attack", "the blast", "the explosion", "then"])
@pytest.mark.parametrize("state", ["missing", "unaccounted for"])
def test_who_is_missing_since_the_attack_is_of_it(since: str, state: str) -> None:
    told = read(f"{_HEAD}Six people died and 12 have been {state} since {since}.", "2031-03-05")
    assert (told.values("killed"), told.values("missing")) == (["6"], ["12"])


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people have been missing since the war.",
        "Twelve people have been killed since the attack.",
        "Two hundred people have been killed since then.",
    ],
)
def test_what_has_gone_on_since_is_of_other_deeds(text: str) -> None:
    told = read(_HEAD + text, "2031-03-05")
    assert (told.values("killed"), told.values("missing")) == ([], [])
