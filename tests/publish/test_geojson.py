import json
from typing import Any

import pytest
from msgspec.structs import replace

from tests.publish.mapped import (
    KENYA,
    MALINDI,
    MOMBASA,
    NAIROBI,
    killed,
    location,
    mapped_case,
)
from tests.publish.test_html import NO_INCIDENT, hostile_case
from whence.model.case import Case
from whence.publish.geojson import render


def read(case: Case) -> dict[str, Any]:
    """Return the collection after holding it against RFC 7946."""
    body: dict[str, Any] = json.loads(render(case))
    assert body["type"] == "FeatureCollection"
    assert "crs" not in body  # 4: no other reference system
    assert not {"coordinates", "geometry", "properties"} & set(body)  # 7.1
    points = []
    for feature in body["features"]:
        assert feature["type"] == "Feature"
        assert isinstance(feature["properties"], dict)
        assert isinstance(feature["id"], str)
        assert not {"coordinates", "features"} & set(feature)
        geometry = feature["geometry"]  # 3.2: a geometry or null
        if geometry is not None:
            assert set(geometry) == {"type", "coordinates"}
            assert geometry["type"] == "Point"
            longitude, latitude = geometry["coordinates"]  # 3.1.1: longitude first
            assert -180 <= longitude <= 180
            assert -90 <= latitude <= 90
            points.append((longitude, latitude))
    assert len({feature["id"] for feature in body["features"]}) == len(body["features"])
    if points:
        west, south, east, north = body["bbox"]  # 5
        assert all(south <= latitude <= north for _, latitude in points)
        across = west > east  # 5.2: over the 180th meridian
        for longitude, _ in points:
            inside = (longitude >= west, longitude <= east)
            assert any(inside) if across else all(inside)
    else:
        assert "bbox" not in body
    return body


def test_the_incident_comes_first_with_its_precision_and_its_sources() -> None:
    body = read(killed(mapped_case(rivals=[MALINDI], mentioned=[NAIROBI, KENYA]), 2, 3, 5))
    incident, rival, *others = body["features"]
    told = incident["properties"]
    assert incident["geometry"]["coordinates"] == [39.66, -4.05]
    assert (told["part"], told["precision"], told["country"]) == ("incident", "settlement", "KE")
    assert (told["date_start"], told["date_end"]) == ("2031-03-03", "2031-03-03")
    toll = told["slots"]["killed"]
    assert (toll["low"], toll["best"], toll["high"], toll["disputed"]) == (2, 3, 5, True)
    assert told["slots"]["wounded"]["rivals"][0]["origins"] == ["a hospital doctor"]
    for slot in told["slots"].values():
        assert slot["origins"]
        assert all(row["url"].startswith("https://") for row in slot["reports"])
    assert rival["properties"]["part"] == "rival"
    assert rival["properties"]["title"] == "Malindi"
    assert [row["properties"]["title"] for row in others] == ["Kenya", "Nairobi"]
    assert all(row["properties"]["part"] == "mentioned" for row in others)
    assert all(row["properties"]["origins"] for row in others)
    assert others[0]["properties"]["precision"] == "country"


def test_an_incident_without_a_point_is_a_feature_without_one() -> None:
    (feature,) = read(mapped_case(None))["features"]
    assert feature["geometry"] is None
    assert feature["properties"]["precision"] is None
    assert feature["properties"]["slots"]["place"]["value"] == "Port Sable"


def test_an_abstention_is_told_with_its_reason() -> None:
    (feature,) = read(killed(mapped_case(), 2, None, 9))["features"]
    toll = feature["properties"]["slots"]["killed"]
    assert (toll["value"], toll["abstained"]) == (None, "one origin, hedged")
    assert toll["origins"] == toll["reports"] == []


def test_no_incident_is_an_empty_collection() -> None:
    assert read(NO_INCIDENT)["features"] == []


def test_a_box_over_the_180th_meridian_is_the_narrow_one() -> None:
    suva = location("Suva", -18.1, 178.4, country="FJ")
    apia = location("Apia", -13.8, -171.8, country="WS")
    assert read(mapped_case(suva, [apia]))["bbox"] == [178.4, -18.1, -171.8, -13.8]
    assert read(mapped_case(MOMBASA, [MALINDI]))["bbox"] == [39.66, -4.05, 40.12, -3.22]
    assert read(mapped_case(MOMBASA))["bbox"] == [39.66, -4.05, 39.66, -4.05]


def test_the_same_place_of_two_facts_stands_once() -> None:
    features = read(mapped_case(mentioned=[NAIROBI, NAIROBI, MOMBASA]))["features"]
    assert [row["properties"]["title"] for row in features[1:]] == ["Nairobi"]


def test_an_unreadable_date_gives_none() -> None:
    case = mapped_case()
    assert case.incident is not None
    slots = tuple(row for row in case.incident.slots if row.slot != "date")
    (feature,) = read(replace(case, incident=replace(case.incident, slots=slots)))["features"]
    assert feature["properties"]["date_start"] is None


@pytest.mark.parametrize("case", [hostile_case()])
def test_hidden_controls_are_shown(case: Case) -> None:
    assert "\\u202e" not in render(case).decode()
    assert "\u202e" not in render(case).decode()
    assert read(case)["features"]
