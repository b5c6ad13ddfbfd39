"""Arrests before the incident are for something else, and so is what was blamed on others then."""

import pytest

from tests.extract.facts.reading import read

_LEAD = "A bomb killed two at a signal box near Zorin on Tuesday, September 16, 2031. "


@pytest.mark.parametrize(
    "text",
    [
        "In August police held nine dockers, wounding three.",
        "On August 20 soldiers arrested two men and wounded three.",
        "This month alone three were wounded in a mosque at Harrow.",
        "Zorin had seen no bombs since May 2022, when one blamed on the Reed League wounded three.",
    ],
)
def test_other_days_are_of_another_matter(text: str) -> None:
    page = read(f"{_LEAD}Shops were shut. {text}", published="2031-09-18")
    assert page.values("wounded") == []
    assert page.values("killed") == ["2"]


@pytest.mark.parametrize(
    "text",
    [
        "On Wednesday police held nine dockers and said that three were wounded.",
        "Police, who in August held nine dockers, said that three were wounded.",
    ],
)
def test_what_goes_on_to_the_incident_stays(text: str) -> None:
    page = read(f"{_LEAD}Shops were shut. {text}", published="2031-09-18")
    assert page.values("wounded") == ["3"]
