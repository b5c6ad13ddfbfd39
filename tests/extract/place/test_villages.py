"""Small places of lands abroad that a text itself says to be some, and no gazetteer has."""

import pytest
from msgspec.structs import replace

from tests.extract.place.test_resolving import located
from tests.extract.texts import document
from whence.extract.place import locate
from whence.extract.prose import prose


@pytest.mark.parametrize(
    ("text", "name", "evidence"),
    [
        ("Gunmen came to Quellamar, a village in the Jos area, Nigeria said.", "Quellamar", "told"),
        ("Men fled Quellamar, a small fishing village, Nigeria said.", "Quellamar", "told"),
        ("Ten died in Quellamar village, Kenya said.", "Quellamar", "told"),
        ("They shot the mayor of Oro province's Quellamar district in Peru.", "Quellamar", "told"),
        ("A bomb fired across the road near Quellamar hurt Kenya's men.", "Quellamar", "located"),
        ("Ten were killed at Quellamar in July, Kenya said.", "Quellamar", "located"),
        (
            "QUELLAMAR, Dec. 9 - A bomb went off in a coach at this station, Kenya said.",
            "QUELLAMAR",
            "dateline",
        ),
        ("QUELLAMAR, Dec. 9 - A bomb went off in a coach, Kenya said.", None, ""),
    ],
)
def test_a_place_that_the_text_says_to_be_one(text: str, name: str | None, evidence: str) -> None:
    found = {word: one for word, one in located(text).items() if word.casefold() == "quellamar"}
    if name is None:
        assert not [one for one in found.values() if one.evidence in ("told", "dateline")]
        return
    assert found[name].evidence == evidence
    assert (found[name].name, found[name].place) == ("Quellamar", None)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Quellamar, a village elder, saw ten killed in Kenya.",
        "President Quellamar, the village of his birth behind him, spoke in Kenya.",
        "He worked at Quellamar for ten years. He was at Quellamar, Kenya said.",
        "They were hit at Quellamar games in Kenya.",
        # where the land's papers head their reports by the town itself
        "Ten were killed at Quellamar in July, Canada said.",
    ],
)
def test_what_is_no_place_is_none(text: str) -> None:
    assert not [word for word in located(text) if "Quellamar" in word]


def test_once_a_village_is_told_it_is_one_wherever_its_name_stands() -> None:
    text = "Men came to Quellamar, a village in Kenya. The dead of Quellamar were ten."
    assert located(text)["Quellamar"].name == "Quellamar"


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Bomb in Quellamar hurts ten", ["Quellamar"]),
        ("Quellamar says nobody was hurt", []),
        ("", []),
    ],
)
def test_the_head_of_a_report_is_a_town_where_its_title_puts_something_there(
    title: str, names: list[str]
) -> None:
    page = replace(document("QUELLAMAR - A bomb went off in a coach."), title=title)
    assert [one.name for one in locate(prose(page))] == names


def test_a_short_name_heads_a_report_with_its_region() -> None:
    page = document("ODA, Shimane -- Police on Tuesday arrested a cook.")
    assert [one.evidence for one in locate(prose(page)) if one.name == "ODA"] == ["dateline"]


def test_where_papers_head_reports_by_towns_a_county_that_is_told_goes_before_its_head() -> None:
    text = "QUELLAMAR - A bomb went off in a coach in Riverside County, deputies said."
    page = replace(document(text), title="Bomb in Quellamar")
    assert "QUELLAMAR" not in [one.span.text for one in locate(prose(page))]
