"""The incident and the places of its reports as GeoJSON (RFC 7946)."""

from collections.abc import Iterable
from typing import Any

import msgspec

from whence.model.case import Case
from whence.model.incident import Incident, Slot
from whence.publish.held import held
from whence.publish.index import Index
from whence.publish.periods import period
from whence.publish.several import each
from whence.publish.texts import clean, web_address
from whence.publish.views.places import Place, narrowest, places
from whence.publish.words import incident_label

_COMMON = frozenset({"date", "place", "killed", "wounded", "missing", "detained", "target"})

Json = dict[str, Any]


def render(case: Case) -> bytes:
    """Return a FeatureCollection: each incident, then the other places in its reports.

    An incident whose place is not resolved is a feature without a point (3.2: ``geometry`` null).
    Positions are longitude, latitude in WGS 84; ``precision`` says what the point stands for.
    """
    features: list[Json] = []
    shown: list[Place] = []
    for part in each(case):
        index = Index(part)
        found = places(index)
        if part.incident is not None and not part.incident.empty:
            place = next((row for row in found if row.part == "incident"), None)
            features.append(_incident(index, part.incident, place))
        others = [row for row in found if row.part != "incident"]
        features += [
            _mentioned(index, row, len(shown) + number) for number, row in enumerate(others, 1)
        ]
        shown += found
    body: Json = {"type": "FeatureCollection", "features": features}
    if box := _box(shown):
        body["bbox"] = box
    return msgspec.json.format(msgspec.json.encode(_cleaned(body)), indent=2) + b"\n"


def _cleaned(value: Any) -> Any:
    """Return a value with every control in its texts made visible."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: _cleaned(inner) for key, inner in value.items()}
    return [_cleaned(inner) for inner in value] if isinstance(value, list) else value


def _box(found: Iterable[Place]) -> list[float]:
    """Return west, south, east, north of all points; west is greater over the 180° line (5.2)."""
    rows = [row.location for row in found]
    if not rows:
        return []
    west, east = narrowest(row.longitude for row in rows)
    return [west, min(row.latitude for row in rows), east, max(row.latitude for row in rows)]


def _incident(index: Index, incident: Incident, place: Place | None) -> Json:
    date = held(incident.slot("date"))
    days = period(date.value) if date else None
    return {
        "type": "Feature",
        "id": incident.id,
        "geometry": _point(place) if place else None,
        "properties": {
            "part": "incident",
            "title": incident.headline,
            "kind": incident.kind,
            "kind_label": incident_label(incident.kind),
            "date_start": days.start.isoformat() if days else None,
            "date_end": days.end.isoformat() if days else None,
            **(_place(place) if place else {"precision": None}),
            "slots": {
                slot.slot: _slot(index, slot) for slot in incident.slots if slot.slot in _COMMON
            },
            "origins": [row.name for row in index.bearing],
            "reports": len(index.documents),
        },
    }


def _slot(index: Index, slot: Slot) -> Json:
    """Return what a slot holds, with the origins and the reports behind it."""
    value, count = held(slot), slot.quantity
    told = _sources(index, value.origin_ids if value else (), value.document_ids if value else ())
    row: Json = {"value": slot.best, "disputed": slot.disputed, **told}
    if slot.abstained:
        row["abstained"] = slot.abstained
    if count is not None:
        row |= {"low": count.low, "best": count.best, "high": count.high, "unit": slot.unit}
    if rivals := [row for row in slot.values if row.status == "rival"]:
        row["rivals"] = [
            {"value": rival.value, **_sources(index, rival.origin_ids, rival.document_ids)}
            for rival in rivals
        ]
    return row


def _mentioned(index: Index, place: Place, number: int) -> Json:
    return {
        "type": "Feature",
        "id": f"place-{number}",
        "geometry": _point(place),
        "properties": {
            "part": place.part,
            "title": place.label,
            **_place(place),
            **_sources(index, place.origin_ids, place.document_ids),
        },
    }


def _point(place: Place) -> Json:
    at = place.location
    return {"type": "Point", "coordinates": [at.longitude, at.latitude]}


def _place(place: Place) -> Json:
    at = place.location
    return {
        "precision": at.precision,
        "precision_label": place.precision_words,
        "name": at.name,
        "region": at.region or None,
        "county": at.county or None,
        "country": at.country or None,
    }


def _sources(index: Index, origins: Iterable[str], documents: Iterable[str]) -> Json:
    """Return the first hands and the reports behind something, by name."""
    rows = [index.documents[key] for key in dict.fromkeys(documents) if key in index.documents]
    return {
        "origins": sorted(index.origins[key].name for key in set(origins) if key in index.origins),
        "reports": [
            {"outlet": row.name, "published": row.published, "url": web_address(row.url)}
            for row in rows
        ],
    }
