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
from whence.model.vocabulary import load

_FAR = 30
"""Days apart from which a gap is as wide as any."""


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

    Similarities are cosines in [0, 1]; ``names`` sums the rarity of shared names on a logarithmic
    scale; days are counted up to a month, on a logarithmic scale too; the rest is told by 1.
    """
    found = {
        "words": _cosine(one.weights, other.weights),
        "head": _cosine(one.head, other.head),
        "names": log1p(sum(map(rarity, one.names & other.names))),
        **_when(one, other),
        **_where(one, other),
        **_toll(one, other),
    }
    found["words squared"] = found["words"] ** 2
    if one.outlet and one.outlet == other.outlet:
        found |= {"same outlet": 1.0, "words in one outlet": found["words"]}
    if one.kind and other.kind:
        found["kind agrees" if one.kind == other.kind else "kind differs"] = 1.0
    return found


def log_odds(found: Mapping[str, float]) -> float:
    """Return the log-odds (nats) that the two reports compared tell of one incident."""
    table = weights()
    return table.prior + sum(table.evidence.get(name, 0.0) * found[name] for name in found)


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    short, long = (one, other) if len(one) < len(other) else (other, one)
    return sum(weight * long[word] for word, weight in short.items() if word in long)


def _when(one: Signature, other: Signature) -> dict[str, float]:
    found: dict[str, float] = {}
    if one.published is not None and other.published is not None:
        gap = abs(one.published - other.published)
        found["days between publication"] = log1p(min(gap, _FAR))
    if one.day is not None and other.day is not None:
        gap = max(one.day[0] - other.day[1], other.day[0] - one.day[1], 0)
        found["day agrees" if gap == 0 else "a day apart" if gap == 1 else "days differ"] = 1.0
        if gap > 1:
            found["days apart"] = log1p(min(gap, _FAR))
    return found


def _where(one: Signature, other: Signature) -> dict[str, float]:
    if not one.place or not other.place:
        return {}
    if one.place & other.place:
        shared = max(sum(map(rarity, part.split())) for part in one.place & other.place)
        return {"place agrees": 1.0, "rarity of the place": log1p(shared)}
    if one.region and other.region and one.region != other.region:
        return {"region differs": 1.0}
    return {"place differs": 1.0}


def _toll(one: Signature, other: Signature) -> dict[str, float]:
    found: dict[str, float] = {}
    for name, mine, theirs in zip(("killed", "wounded"), one.toll, other.toll, strict=True):
        if mine is not None and theirs is not None:
            found[f"{name} agrees" if mine == theirs else f"{name} differs"] = 1.0
            if mine == theirs:
                found[f"{name} number"] = log1p(mine)
    return found
