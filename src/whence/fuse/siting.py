"""Which of the towns and counties that reports tell is the incident's: a learned choice.

Reports of one incident give a suburb and its city, the town and the one where the news was
written, a quarter and what holds it. A conditional logit (McFadden 1974) weighs how many tell each
place, how often the texts name it and where. Its weights are learned (``siting.yaml``).
"""

from collections.abc import Mapping, Sequence
from functools import cache
from math import exp, log1p
from pathlib import Path

import msgspec

from whence.fuse.places import has_site, kilometres, level, own_name, says_region
from whence.fuse.telling import told
from whence.fuse.values import Tally
from whence.model.document import Document
from whence.model.location import Location

_SURE = 0.5
"""Chance from which a place is chosen; on US gun violence the vote does as well below it."""
_APART_KM = 40.0
"""Distance from which two places are none beside each other."""


@cache
def weights() -> Mapping[str, float]:
    """Return the learned weights (nats) by feature."""
    text = Path(__file__).with_name("siting.yaml").read_bytes()
    return msgspec.yaml.decode(text, type=dict[str, float])


def chances(standing: Sequence[Tally]) -> dict[tuple[str, ...], float]:
    """Return how probable each place is, by its key; empty where none leads clearly.

    The chances sum to one.
    """
    rows = candidates(standing)
    if len(rows) < 2:
        return {}
    table = weights()
    scores = [
        sum(table.get(name, 0.0) * value for name, value in features(one, rows).items())
        for one in rows
    ]
    powers = [exp(score - max(scores)) for score in scores]
    if max(powers) < _SURE * sum(powers):
        return {}
    return {row.reading.key: power / sum(powers) for row, power in zip(rows, powers, strict=True)}


def candidates(standing: Sequence[Tally]) -> list[Tally]:
    """Return the towns and counties to choose from: of the state that has most behind it."""
    states = next((_states(one) for one in standing if one.on_map), set())
    return [one for one in standing if one.on_map and level(one) and _states(one) & states]


def _states(row: Tally) -> set[str]:
    return {part for part in row.reading.key if part.startswith("state ")}


def features(one: Tally, every: Sequence[Tally]) -> dict[str, float]:
    """Return what speaks for and against a place among ``every``, by feature."""
    documents = {w.document.id: w.document for row in every for w in row.witnesses}
    order = sorted(documents, key=lambda key: (documents[key].published or "~", key))
    mine = {witness.document.id for witness in one.witnesses}
    return {
        "support": one.support / max(sum(row.support for row in every), one.support, 1e-9),
        "reports": len(mine) / len(documents),
        "several reports": float(len(mine) > 1),
        "first": float(order[0] in mine),
        "says its region": float(says_region(one)),
        "beside a site": float(any(has_site(witness.fact) for witness in one.witnesses)),
        "county": float(level(one) == 1),
        "finer": float(any(set(row.reading.key) < set(one.reading.key) for row in every)),
        "coarser": float(any(set(one.reading.key) < set(row.reading.key) for row in every)),
        **_said(one, every, list(documents.values())),
        **_lying(one, every),
    }


def _said(
    one: Tally, every: Sequence[Tally], documents: Sequence[Document]
) -> dict[str, float]:
    """Return what the texts of all reports say of a place."""
    rows = [[told(_names(row), document) for document in documents] for row in every]
    own = rows[next(at for at, row in enumerate(every) if row is one)]
    named = sum(part.times for part in own)
    most = max(sum(part.times for part in row) for row in rows)
    size = len(documents)
    return {
        "named": log1p(named),
        "share of names": named / max(1, most),
        "named in": sum(part.times > 0 for part in own) / size,
        "led": sum(part.led for part in own) / size,
        "titled": sum(part.titled for part in own) / size,
        "placed": sum(part.placed for part in own) / size,
        "policed": sum(part.policed for part in own) / size,
        "heads": sum(part.heads for part in own) / size,
    }


def _lying(one: Tally, every: Sequence[Tally]) -> dict[str, float]:
    here = _point(one)
    rest = [(row.support, _point(row)) for row in every if row is not one]
    total = sum(support for support, _ in rest)
    apart = [
        support
        for support, there in rest
        if here is not None and there is not None and kilometres(here, there) > _APART_KM
    ]
    return {
        "apart": sum(apart) / max(total, 1e-9),
        "unlisted": float(here is not None and level(one) > 1 and here.precision == "region"),
    }


def _point(row: Tally) -> Location | None:
    return row.value("held", None).location


def _names(row: Tally) -> list[str]:
    return sorted({own_name(witness.fact) for witness in row.witnesses})
