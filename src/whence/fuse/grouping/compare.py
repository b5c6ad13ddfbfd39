"""How likely two reports tell of one incident: evidence added up in nats, piece by piece.

The form is that of Fellegi and Sunter (1969): each comparison adds its own log-odds to a prior.
The weights (``weights.yaml``) are a logistic regression with a ridge, learned by ``training.pairs``
from pairs of reports of which it is known whether they tell of the same incident.
"""

from collections.abc import Mapping
from functools import cache
from math import log1p

from msgspec import Struct

from whence.fuse.grouping.rarity import rarity
from whence.fuse.grouping.signature import Signature
from whence.model.kinds import akin
from whence.model.location import between
from whence.model.vocabulary import load

_FAR = 30
"""Days apart from which a gap is as wide as any."""
_WIDE = 200.0
"""Kilometres from which two places are as far apart as any."""


class Weights(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``weights.yaml``: log-odds (nats) of an average pair, and what a unit of evidence adds."""

    prior: float
    evidence: dict[str, float]


@cache
def weights() -> Weights:
    """Return the weights that were learned."""
    return load("weights", Weights, "whence.fuse.grouping")


def evidence(one: Signature, other: Signature) -> dict[str, float]:
    """Return what a comparison of two reports brings to light, by name; absent is zero.

    Similarities are cosines in [0, 1], of words that name no place; ``names`` sums the rarity of
    shared names on a logarithmic scale; days are counted up to a month, on a logarithmic scale
    too; the rest is told by 1.
    """
    found = {
        "words": _cosine(one.weights, other.weights),
        "head": _cosine(one.head, other.head),
        "head in words": _retold(one, other),
        **_named(one, other),
        **_when(one, other),
        **_where(one, other),
        **_toll(one, other),
        **_what(one, other),
    }
    if "day agrees" in found and "place agrees" in found:
        found["day and place agree"] = 1.0
    found["words squared"] = found["words"] ** 2
    if one.outlet and one.outlet == other.outlet:
        found |= {"same outlet": 1.0, "words in one outlet": found["words"]}
    return found


def log_odds(found: Mapping[str, float]) -> float:
    """Return the log-odds (nats) that the two reports compared tell of one incident."""
    table = weights()
    return table.prior + sum(table.evidence.get(name, 0.0) * found[name] for name in found)


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    short, long = (one, other) if len(one) < len(other) else (other, one)
    return sum(weight * long[word] for word, weight in short.items() if word in long)


def _retold(one: Signature, other: Signature) -> float:
    """Return how far the head of the one is told by the other, the better way round.

    What comes later has news of its own in its head, and says what happened further down.
    """
    return max(_cosine(one.head, other.weights), _cosine(other.head, one.weights))


def _named(one: Signature, other: Signature) -> dict[str, float]:
    shared = one.names & other.names
    found = {
        "names": log1p(sum(map(rarity, shared))),
        "speakers": log1p(sum(map(rarity, one.speakers & other.speakers))),
    }
    if not shared and one.names and other.names:
        found["no name shared"] = 1.0
    return found


def _what(one: Signature, other: Signature) -> dict[str, float]:
    if not one.kind or not other.kind:
        return {}
    if one.kind == other.kind:
        return {"kind agrees": 1.0}
    return {"kind akin" if akin(one.kind, other.kind) else "kind differs": 1.0}


def _when(one: Signature, other: Signature) -> dict[str, float]:
    found: dict[str, float] = {}
    if one.published is not None and other.published is not None:
        gap = abs(one.published - other.published)
        found["days between publication"] = log1p(min(gap, _FAR))
        if gap > _FAR:
            found["months between publication"] = 1.0
    if _out_before(one, other) or _out_before(other, one):
        found["out before the other's day"] = 1.0
    if _names_day(one, other) or _names_day(other, one):
        found["day named"] = 1.0
    if one.day is not None and other.day is not None:
        gap = max(one.day[0] - other.day[1], other.day[0] - one.day[1], 0)
        found["day agrees" if gap == 0 else "a day apart" if gap == 1 else "days differ"] = 1.0
        if gap > 1:
            found["days apart"] = log1p(min(gap, _FAR))
    return found


def _out_before(one: Signature, other: Signature) -> bool:
    """Tell whether one report was out before the day on which the other's incident was."""
    return one.published is not None and other.day is not None and one.published < other.day[0]


def _names_day(one: Signature, other: Signature) -> bool:
    """Tell whether a report that has another day, or none, names that of the other."""
    if one.day == other.day or other.day is None or other.day[0] != other.day[1]:
        return False
    return other.day[0] in one.told


def _where(one: Signature, other: Signature) -> dict[str, float]:
    if not one.place or not other.place:
        return {}
    both = set(one.place) & set(other.place)
    if both:
        shared = max(sum(map(rarity, part.split())) for part in both)
        found = {"place agrees": 1.0, "rarity of the place": log1p(shared)}
        if one.place[0] not in both and other.place[0] not in both:
            found["quarter differs"] = 1.0
        return found
    if one.region[0] and other.region[0] and one.region[0] != other.region[0]:
        return {"state differs": 1.0}
    if one.region[1] and other.region[1] and one.region[1] != other.region[1]:
        return {"region differs": 1.0}
    if _names_place(one, other) or _names_place(other, one):
        return {"place named": 1.0}
    if not one.sure or not other.sure:
        return {}
    return {"place differs": 1.0, "distance": _distance(one, other)}


def _names_place(one: Signature, other: Signature) -> bool:
    """Tell whether a report that has another place names that of the other as well."""
    return other.sure and any(one.where.issuperset(part.split()) for part in other.place)


def _distance(one: Signature, other: Signature) -> float:
    """Return the kilometres between two places on a logarithmic scale; 0 where unknown."""
    if one.point is None or other.point is None:
        return 0.0
    return log1p(min(between(*one.point, *other.point), _WIDE))


def _toll(one: Signature, other: Signature) -> dict[str, float]:
    early, late = sorted((one, other), key=lambda each: each.published or 0)
    found: dict[str, float] = {}
    for name, mine, theirs in zip(("killed", "wounded"), early.toll, late.toll, strict=True):
        if mine is not None and theirs is not None:
            found[f"{name} agrees" if mine == theirs else f"{name} differs"] = 1.0
            if mine == theirs:
                found[f"{name} number"] = log1p(mine)
            elif mine > theirs:
                found[f"{name} falls"] = 1.0
    return found
