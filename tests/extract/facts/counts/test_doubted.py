"""Counts that somebody denies, cannot confirm or only fears."""

import pytest

from tests.extract.facts.reading import read

_LEAD = "A bomb went off behind a mill in Velm."


def hedges(text: str) -> list[tuple[str, int]]:
    """Return the killed of a text, each with how sure its words are."""
    return [(f.value, f.hedge) for f in read(f"{_LEAD} {text}").facts if f.slot == "killed"]


@pytest.mark.parametrize(
    "frame",
    [
        "The council could not confirm {}.",
        "There were rumours {}.",
        "There was no confirmation {}.",
        "It was not known whether {}.",
        "Reports {} could not be verified.",
        "Neighbours fear {}.",
    ],
)
@pytest.mark.parametrize("verb", ["had died", "had been killed", "were killed"])
def test_what_is_not_confirmed_is_only_possible(frame: str, verb: str) -> None:
    that = "" if "whether" in frame else "that "
    assert hedges(frame.format(f"{that}12 millers {verb}")) == [("12", 1)]


@pytest.mark.parametrize("word", ["believed", "feared", "thought", "presumed"])
def test_who_is_believed_to_have_been_killed_may_have_been(word: str) -> None:
    assert hedges(f"12 millers are {word} to have been killed.") == [("12", 1)]
    assert hedges(f"12 millers were {word} to have died.") == [("12", 1)]


@pytest.mark.parametrize("verb", ["denied", "rejected", "dismissed", "disputed", "refuted"])
@pytest.mark.parametrize("what", ["reports", "the claim", "allegations"])
def test_a_denied_toll_is_not_vouched_for(verb: str, what: str) -> None:
    assert hedges(f"The council {verb} {what} that 12 millers had died.") == [("12", -1)]


@pytest.mark.parametrize(
    "text",
    [
        "The council could not confirm a motive, but 12 millers had died.",
        "It was not known whether the 12 millers who died there had been warned.",
        "It is unclear whether 12 millers killed there had been warned.",
        "The council confirmed that 12 millers were killed.",
        "The council rejected the blame and said 12 millers were killed.",
    ],
)
def test_what_is_doubted_may_be_something_else(text: str) -> None:
    assert hedges(text) == [("12", 3)]
