"""Names at the head of a report, in part of a town and in all of it."""

import pytest

from tests.extract.place.test_resolving import located


@pytest.mark.parametrize("part", ["", "DOWNTOWN ", "SOUTHWEST "])
def test_a_part_of_a_town_at_the_head_of_a_report(part: str) -> None:
    found = located(f"{part}TOLEDO - A man was shot on Monday. Ohio troopers came.")
    assert found["TOLEDO"].evidence == "dateline"


def test_what_only_tells_of_a_town_heads_nothing() -> None:
    found = located("Downtown Toledo was quiet. Ohio troopers came to Toledo.")
    assert all(one.evidence != "dateline" for one in found.values())
