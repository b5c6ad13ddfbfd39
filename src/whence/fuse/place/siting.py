"""Which of the towns and counties that reports tell is the incident's: a learned choice.

Reports of one incident give a suburb and its city, the town and the one where the news was
written, a quarter and what holds it. A conditional logit (McFadden 1974) weighs how many tell each
place, how often the texts name it and where. Its weights are learned (``siting.yaml``).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from math import exp, log1p
from pathlib import Path

import msgspec

from whence.fuse.place.finest import level
from whence.fuse.place.places import has_site, own_name
from whence.fuse.place.telling import told
from whence.fuse.values import Tally
from whence.model.document import Document

_SURE = 0.51
"""Chance from which a place is chosen: below it two are even, and the vote decides."""


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
    support: dict[str, float] = defaultdict(float)
    for one in standing:
        for state in _states(one) if one.on_map else ():
            support[state] += one.support
    states = {max(support, key=lambda state: support[state])} if support else set()
    regions = [one for one in standing if one.on_map and not level(one) and _regions(one)]
    return [
        one
        for one in standing
        if one.on_map and level(one) and _states(one) & states
        if not any(_is_beyond(one, wide) for wide in regions)
    ]


def _is_beyond(town: Tally, wide: Tally) -> bool:
    """Tell whether a town lies outside a region that more speaks for: the coarser is surer."""
    inside = _regions(town) & _regions(wide) or not _regions(town)
    return not inside and wide.support > town.support


def _states(row: Tally) -> set[str]:
    return {part for part in row.reading.key if part.startswith("state ")}


def _regions(row: Tally) -> set[str]:
    return {part for part in row.reading.key if part.startswith("region ")}


def features(one: Tally, every: Sequence[Tally]) -> dict[str, float]:
    """Return what speaks for and against a place among ``every``, by feature."""
    documents = {w.document.id: w.document for row in every for w in row.witnesses}
    mine = {witness.document.id for witness in one.witnesses}
    return {
        "support": one.support / max(sum(row.support for row in every), one.support, 1e-9),
        "reports": len(mine) / len(documents),
        "several reports": float(len(mine) > 1),
        "beside a site": float(any(has_site(witness.fact) for witness in one.witnesses)),
        "county": float(level(one) == 1),
        "finer": float(any(set(row.reading.key) < set(one.reading.key) for row in every)),
        "coarser": float(any(set(one.reading.key) < set(row.reading.key) for row in every)),
        "unlisted": float(_is_unlisted(one)),
        **_said(one, every, list(documents.values())),
    }


def _said(one: Tally, every: Sequence[Tally], documents: Sequence[Document]) -> dict[str, float]:
    """Return what the texts of all reports say of a place."""
    rows = [[told(_names(row), document) for document in documents] for row in every]
    own = rows[next(at for at, row in enumerate(every) if row is one)]
    named = sum(part.times for part in own)
    most = max(sum(part.times for part in row) for row in rows)
    return {
        "named": log1p(named),
        "share of names": named / max(1, most),
        "heads": sum(part.heads for part in own) / len(documents),
    }


def _is_unlisted(row: Tally) -> bool:
    """Tell whether a town has no point of its own, only its region's or state's."""
    point = row.value("held", None).location
    return point is not None and point.precision in ("region", "country") and level(row) > 1


def _names(row: Tally) -> list[str]:
    return sorted({own_name(witness.fact) for witness in row.witnesses})
