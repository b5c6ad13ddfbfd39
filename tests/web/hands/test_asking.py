"""What of the sources is asked for, and who said it first."""

import pytest
from msgspec.structs import replace
from starlette.datastructures import QueryParams

from tests.publish.cases import harbour_case
from whence.errors import UnknownId
from whence.model.case import Case
from whence.publish.index import Index
from whence.publish.queries.backings import backings
from whence.web.hands.asking import Asked, asked, choices
from whence.web.hands.first import First, first_said


@pytest.fixture
def index() -> Index:
    return Index(harbour_case())


def ask(index: Index, query: str) -> Asked:
    return asked(index, backings(index), QueryParams(query))


def first(index: Index, query: str) -> First:
    return first_said(index, ask(index, query).only or ())


@pytest.mark.parametrize(
    ("query", "label", "count"),
    [
        ("", "", None),
        ("slot=wounded", "Wounded", 4),
        ("about=slot:wounded", "Wounded", 4),
        ("party=p-tide", "the Tidewatch", 5),
        ("claim=wounded%3D4", "Wounded: 4 guards", 1),
        ("slot=wounded&outlet=Sable+Observer", "Wounded", 1),
        ("outlet=Sable+Observer", "", 2),
    ],
)
def test_choice_is_read_from_the_address(
    index: Index, query: str, label: str, count: int | None
) -> None:
    found = ask(index, query)
    assert found.label == label
    assert (None if found.only is None else len(found.only)) == count


def test_a_fact_stands_for_all_that_state_the_same(index: Index) -> None:
    facts = [fact.id for fact in index.facts.values() if fact.value == "6"]
    assert {ask(index, f"claim={key}").only for key in facts} == {frozenset(facts)}


def test_the_choice_is_kept_in_links(index: Index) -> None:
    found = ask(index, "claim=wounded%3D4&name=doctor&open=all")
    again = ask(index, found.query())
    assert (again.chosen, again.name, again.opened) == (
        "claim:wounded=4",
        "doctor",
        frozenset({"all"}),
    )
    assert "page=3" in found.query(page="3")
    assert "name" not in found.query(name="")


@pytest.mark.parametrize("query", ["claim=x", "slot=x", "party=x", "about=x:y", "outlet=x"])
def test_what_is_not_there_is_said_to_be_unknown(index: Index, query: str) -> None:
    with pytest.raises(UnknownId):
        ask(index, query)


def test_everything_that_can_be_chosen_leads_somewhere(index: Index) -> None:
    offered = choices(index, backings(index))
    for kind in ("slots", "parties", "claims"):
        for key, label in getattr(offered, kind):
            single = {"slots": "slot", "parties": "party", "claims": "claim"}[kind]
            found = asked(index, backings(index), QueryParams({"about": f"{single}:{key}"}))
            assert found.label == label
            assert found.only


def test_the_one_report_that_is_earliest_said_it_first(index: Index) -> None:
    found = first(index, "claim=munitions_launched%3D2")
    assert [quote.outlet for quote in found.earliest] == ["Sable Observer"]
    assert [row.origin.name for row in found.from_whom] == ["interior ministry spokesman"]
    assert (found.reports, found.origins, found.voices, found.undated) == (1, 1, 0, 0)


def test_times_that_do_not_tell_leave_open_who_was_first(index: Index) -> None:
    # one report has the hour of that day, its copy the day alone, a third a later hour
    found = first(index, "claim=munitions_launched%3D3")
    assert {quote.outlet for quote in found.earliest} == {
        "Port Gazette", "Evening Mail of the Southern Provinces and Islands",
    }  # fmt: skip
    assert (found.reports, found.origins) == (3, 1)


def test_ways_have_every_hand_from_the_first_to_the_outlet(index: Index) -> None:
    [row] = first(index, "claim=munitions_launched%3D3").behind
    assert ("interior ministry spokesman", "Sable News Agency", "Coast Courier") in row.ways
    assert row.reports == 3


def test_own_voices_are_no_origins_of_a_claim(index: Index) -> None:
    found = first(index, "claim=wounded%3D6")
    assert (found.origins, found.voices) == (1, 1)
    assert [row.voice for row in found.behind] == [False, True]


def test_reports_without_a_time_are_told_and_never_first() -> None:
    case: Case = harbour_case()
    undated = tuple(
        replace(one, published=None) if one.outlet == "Port Gazette" else one
        for one in case.documents
    )
    found = first(Index(replace(case, documents=undated)), "claim=munitions_launched%3D3")
    assert found.undated == 1
    assert "Port Gazette" not in {quote.outlet for quote in found.earliest}
    none = tuple(replace(one, published=None) for one in case.documents)
    nobody = first(Index(replace(case, documents=none)), "claim=munitions_launched%3D3")
    assert nobody.earliest == ()
    assert nobody.undated == 3
