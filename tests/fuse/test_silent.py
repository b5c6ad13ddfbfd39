"""A page that tells of no incident says nothing of when or where this one was."""

import pytest

from tests.fuse.making import fused, said, slot
from tests.trace.making import Made


def blast(day: str = "2031-05-05") -> Made:
    made = said("Harbour Wire", "Two people died on Monday as a kiln blew up.", day)
    made.kind = "explosion"
    made.fact("killed", 2, "Two people")
    made.fact("date", "2031-05-05", "on Monday")
    return made


def match(day: str, told: str, words: str = "The Rovers won on Saturday by three goals.") -> Made:
    made = said("Weekend Sports", words, day)
    made.fact("date", told, "on Saturday")
    return made


@pytest.mark.parametrize(
    ("out", "told"),
    [("2031-05-06", "2031-05-03"), ("2031-04-27", "2031-04-26"), ("2029-01-08", "2029-01-06")],
)
def test_a_match_report_neither_dates_the_incident_nor_takes_its_toll(out: str, told: str) -> None:
    page = match(out, told)
    incident = fused([blast(), page])
    day, dead = incident.slot("date"), incident.slot("killed")
    assert day is not None
    assert dead is not None
    assert (day.best, day.disputed, dead.best) == ("2031-05-05", False, "2")
    assert {fact.id for fact in page.facts} <= set(incident.other_fact_ids)


@pytest.mark.parametrize("what", ["kind", "toll", "claim", "reaction", "name"])
def test_who_tells_anything_of_it_is_heard(what: str) -> None:
    text = "The Rovers won on Saturday by three goals, at Ullerdal in the rain."
    page = match("2031-05-06", "2031-05-03", text)
    first = blast()
    if what == "kind":
        page.kind = "explosion"
    elif what == "toll":
        page.fact("killed", 3, "three")
    elif what == "claim":
        page.claim("Rovers", "The Rovers won")
    elif what == "reaction":
        page.reaction("the mayor", "condemn", "by three goals")
    else:
        first = said("Harbour Wire", "Two people died at a kiln, at Ullerdal.", "2031-05-05")
        first.fact("killed", 2, "Two people")
        first.fact("date", "2031-05-05", "at a kiln")
    assert "2031-05-03" in {value.value for value in slot([first, page], "date").values}


def test_where_nobody_else_tells_a_day_it_may_still_know_it() -> None:
    bare = said("Harbour Wire", "Two people died as a kiln blew up.", "2031-05-05")
    bare.kind = "explosion"
    bare.fact("killed", 2, "Two people")
    page = match("2031-05-06", "2031-05-03")
    assert slot([bare, page], "date").best == "2031-05-03"
    assert slot([page], "date").best == "2031-05-03"
