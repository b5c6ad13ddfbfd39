"""A town that only heads a report is told as probable: news is written elsewhere too."""

import pytest

from tests.extract.facts.reading import read

NOTE = "only the head of the report names it"


def place(text: str, *, title: bool = False) -> tuple[str, int, str | None]:
    found = [fact for fact in read(text, "2020-03-06", title=title).facts if fact.slot == "place"]
    assert len(found) == 1
    return found[0].value, found[0].hedge, found[0].note


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("MADRID (Tarvo News) - A court jailed two men for the bombing of a bus.", "Madrid"),
        ("SORIA, Spain, March 5 (Tarvo News) - A bomb killed two people on a bus.", "Soria"),
        # that of somebody in the lead, whose town it is, puts nothing there either
        ("MADRID (Tarvo News) - A bomb killed two. He spoke with a Madrid accent.", "Madrid"),
    ],
)
def test_a_town_that_only_heads_a_report_is_probable(text: str, value: str) -> None:
    assert place(text) == (value, 2, f"in Spain, {NOTE}")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("SORIA, Spain - A bomb killed two people outside a bakery in this town.", False),
        ("SORIA, Spain - A bomb went off in a bus as it stood at this station.", False),
        ("SORIA, Spain - A bomb killed two people. The blast in Soria broke windows.", False),
        ("MADRID - A bomb killed two people on a bus in the capital on Monday.", False),
        ("Bomb on Soria bus kills two\n\nSORIA, Spain - Two people were killed on Monday.", True),
    ],
)
def test_a_town_in_which_it_was_is_told_flatly(text: str, title: bool) -> None:
    assert place(text, title=title)[1:] == (3, "in Spain")


def test_where_papers_write_a_region_the_town_at_the_head_is_the_town() -> None:
    assert place("TOLEDO, Ohio - A bomb killed two people on a bus.")[1] == 3
