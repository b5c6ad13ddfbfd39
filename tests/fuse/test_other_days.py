"""Reports that tell of an incident of a later day."""

import pytest

from tests.fuse.making import fused, said
from tests.trace.making import Made


def murder() -> Made:
    """Report the first incident, as news of its day."""
    made = said("A", "On 4 May one man was killed in Sandport.", "2031-05-04")
    made.fact("date", "2031-05-04", "On 4 May")
    made.fact("killed", 1, "one man", unit="people")
    return made


def bombing(published: str, *, day: str = "2031-05-24", hedge: int = 3) -> Made:
    """Report another incident, that only names the man of the first."""
    made = said("B", "A bomb killed 20 yesterday. They are accused of that man.", published)
    made.fact("date", day, "yesterday", hedge=hedge)
    made.fact("killed", 20, "killed 20", unit="people")
    made.fact("responsibility_claim", "none", "They are accused")
    return made


def test_the_dead_of_a_later_incident_are_not_this_ones() -> None:
    later = bombing("2031-05-25")
    found = fused([murder(), later])
    killed, claim = found.slot("killed"), found.slot("responsibility_claim")
    assert killed is not None
    assert [value.value for value in killed.values] == ["1"]
    assert [one.id for one in later.facts if one.slot == "killed"] == list(found.other_fact_ids)
    assert claim is not None


def test_who_names_the_day_looks_back_and_is_heard() -> None:
    later = bombing("2031-05-25")
    later.mention("date", "that man", "2031-05-04")
    killed = fused([murder(), later]).slot("killed")
    assert killed is not None
    assert {value.value for value in killed.values} == {"1", "20"}


def test_only_news_of_its_own_day_is_of_another_incident() -> None:
    stale = [bombing("2031-08-25"), bombing("2031-05-25", day="2031-06-24")]
    vague = [bombing("2031-05-25", hedge=1), bombing("2031-05-25", day="some day")]
    for later in [*stale, *vague]:
        killed = fused([murder(), later]).slot("killed")
        assert killed is not None
        assert {value.value for value in killed.values} == {"1", "20"}


@pytest.mark.parametrize(("dead", "told"), [(3, {"1", "3"}), (40, {"1"})])
def test_a_toll_that_has_risen_is_of_the_same_incident(dead: int, told: set[str]) -> None:
    later = said("B", f"The toll rose to {dead} yesterday.", "2031-05-08")
    later.fact("date", "2031-05-07", "yesterday")
    later.fact("killed", dead, f"toll rose to {dead}", unit="people")
    killed = fused([murder(), later]).slot("killed")
    assert killed is not None
    assert {value.value for value in killed.values} == told


def test_without_a_day_or_a_first_report_nothing_is_parted() -> None:
    known = murder()
    known.facts = [one for one in known.facts if one.slot != "date"]
    assert fused([known, bombing("2031-05-25")]).other_fact_ids == ()
    first, later = said("A", "A man was killed."), said("B", "A bomb killed 20 on 24 May.")
    first.fact("killed", 1, "A man")
    later.fact("killed", 20, "killed 20")
    later.fact("date", "2031-05-24", "24 May")
    assert fused([first, later]).other_fact_ids == ()


@pytest.mark.parametrize("edge", ["9999-12-31T23:59:59+00:00", "0001-01-01"])
def test_the_ends_of_the_calendar_end_no_run(edge: str) -> None:
    day = edge[:10]
    made = said("A", "On that day one man was killed in Sandport.", edge)
    made.fact("date", day, "On that day")
    made.fact("killed", 1, "one man", unit="people")
    later = bombing(edge, day=day)
    later.mention("date", "yesterday", day)
    assert fused([made, later]).slot("killed") is not None
    assert fused([murder(), later]).slot("killed") is not None


def test_a_correction_is_of_this_incident_whatever_its_own_day() -> None:
    first = murder()
    first.fact("wounded", 3, "one man", "the city clinic:body", unit="people")
    later = said("B", "On 24 May the city clinic corrected its count to two hurt.", "2031-05-25")
    later.fact("date", "2031-05-24", "On 24 May")
    later.fact("wounded", 2, "two hurt", "the city clinic:body", unit="people", stage="correction")
    wounded = fused([first, later]).slot("wounded")
    assert wounded is not None
    assert wounded.best == "2"
