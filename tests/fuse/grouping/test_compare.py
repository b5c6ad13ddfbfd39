from math import log1p

import pytest
from msgspec.structs import replace

from tests.fuse.grouping.making import DEPOT, FERRY, made
from tests.trace.making import Made, document
from whence.fuse.grouping.compare import evidence, log_odds, weights
from whence.fuse.grouping.rarity import UNKNOWN, rarity
from whence.fuse.grouping.signature import Signature, signature
from whence.model.location import Location


def _signed(text: str, published: str | None = None, **facts: str | int) -> Signature:
    one = Made(document("Quay News", text, published))
    for slot, value in facts.items():
        one.fact(slot, value, text.split(maxsplit=1)[0])
    return signature(one.document, one.report())


def test_rarity_is_that_of_news() -> None:
    assert rarity("the") == 0
    assert rarity("police") < rarity("ferry") < rarity("corvinaxx") == UNKNOWN


def test_two_reports_of_one_incident_are_closer_than_two_of_two() -> None:
    ferry = [signature(one.document, one.report()) for one in made(FERRY)]
    depot = [signature(one.document, one.report()) for one in made(DEPOT)]
    assert log_odds(evidence(ferry[0], ferry[1])) > 0 > log_odds(evidence(ferry[0], depot[0]))


def test_evidence_is_the_same_both_ways() -> None:
    ferry, depot = made(FERRY)[0], made(DEPOT)[0]
    one = signature(ferry.document, ferry.report())
    other = signature(depot.document, depot.report())
    assert evidence(one, other) == evidence(other, one)


@pytest.mark.parametrize(
    ("mine", "theirs", "told"),
    [
        ("2031-03-02", "2031-03-02", "day agrees"),
        ("2031-03", "2031-03-02", "day agrees"),
        ("2031-12", "2031-12-31", "day agrees"),
        ("2031", "2031-03-02", "day agrees"),
        ("2031-03-01/2031-03-03", "2031-03-02", "day agrees"),
        ("2031-03-02", "2031-03-03", "a day apart"),
        ("2031-03-02", "2031-04-03", "days differ"),
    ],
)
def test_days_are_compared_as_far_as_they_are_known(mine: str, theirs: str, told: str) -> None:
    found = evidence(_signed("Ferry sank.", date=mine), _signed("Ferry sinks.", date=theirs))
    assert [name for name in found if name.startswith(("day ", "days d", "a day"))] == [told]


@pytest.mark.parametrize("odd", ["2031-02-30", "soon", "", "2031-13"])
def test_a_day_that_no_calendar_has_tells_nothing(odd: str) -> None:
    found = evidence(_signed("Ferry sank.", date=odd), _signed("Ferry sinks.", date="2031-03-02"))
    assert not any("day " in name for name in found)


def test_tolls_agree_or_differ_and_an_open_count_tells_nothing() -> None:
    one = _signed("Ferry sank.", killed=4, wounded=2)
    other = _signed("Ferry sinks.", killed=4, wounded=3)
    assert {"killed agrees", "wounded differs"} <= set(evidence(one, other))
    vague = Made(document("Quay News", "Several people drowned."))
    vague.fact("killed", 3, "Several", comparator="several")
    assert signature(vague.document, vague.report()).toll == (None, None)


def test_places_agree_by_name_and_differ_by_region() -> None:
    one, other = _signed("Bus burnt.", place="Tarnholm"), _signed("Bus burns.", place="Greywater")
    assert "place agrees" in evidence(one, one)
    assert "place differs" in evidence(one, other)
    here = _located("Harrow", "Northmark")
    assert "region differs" in evidence(here, _located("Selby", "Southmark"))
    assert "place differs" in evidence(here, _located("Selby", "Northmark"))


def _located(name: str, region: str) -> Signature:
    one = Made(document("Quay News", f"Bus burnt in {name}."))
    one.fact("place", name, name)
    at = Location(latitude=1, longitude=2, precision="settlement", name=name, region=region)
    one.facts[-1] = replace(one.facts[-1], location=at)
    return signature(one.document, one.report())


def test_one_outlet_and_kinds_are_told() -> None:
    ferry, depot = made(FERRY)[0], made(DEPOT)[0]
    found = evidence(
        signature(ferry.document, ferry.report()), signature(depot.document, depot.report())
    )
    assert {"same outlet", "words in one outlet", "kind differs"} <= set(found)
    again = signature(made(FERRY)[1].document, made(FERRY)[1].report())
    assert "kind agrees" in evidence(again, signature(ferry.document, ferry.report()))


def test_an_empty_text_is_like_nothing() -> None:
    empty = _signed(" . ", published="2031")
    assert empty.weights == {}
    assert empty.names == frozenset()
    assert evidence(empty, empty)["words"] == 0


def test_what_was_learned_is_whole() -> None:
    table = weights()
    assert table.prior < 0 < table.evidence["words"]
    assert table.evidence["day agrees"] > table.evidence["days differ"]
    two = table.evidence["killed agrees"] + table.evidence["killed number"] * log1p(2)
    assert two > table.evidence["killed differs"]


def test_a_day_apart_and_weeks_apart_are_told_in_days() -> None:
    near = _signed("Ferry sank.", published="2031-03-01", date="2031-03-01")
    far = _signed("Ferry sinks.", published="2031-03-11", date="2031-03-11")
    found = evidence(near, far)
    assert found["days between publication"] == found["days apart"] == pytest.approx(log1p(10))
