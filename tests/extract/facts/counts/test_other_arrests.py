"""Arrests for something else are not the incident's."""

import pytest

from tests.extract.facts.reading import read

_LEAD = "A bomb killed five people in Harrow on Friday."


def detained(text: str) -> tuple[list[str], list[str]]:
    """Return the arrests of the incident, and those of other matters."""
    page = read(text)
    return page.values("detained"), page.values("detained", "other")


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested two men over an unrelated robbery.",
        "Two men were arrested on unrelated charges near the mill.",
        "Two men were detained in connection with a robbery in Velm.",
        "Two men were arrested for looting.",
        "Two men were arrested on an outstanding warrant.",
        "Two students were arrested at a rally against the attack.",
    ],
)
def test_arrests_for_something_else(text: str) -> None:
    assert detained(f"{_LEAD} {text}") == ([], ["2"])


@pytest.mark.parametrize(
    "text",
    [
        f"{_LEAD} Two men were arrested over the bombing.",
        f"{_LEAD} Two men were arrested at a house in Velm, and another man is sought.",
        "Five people were shot in a robbery in Harrow. Two men were arrested over the robbery.",
    ],
)
def test_arrests_for_the_incident(text: str) -> None:
    assert detained(text) == (["2"], [])
