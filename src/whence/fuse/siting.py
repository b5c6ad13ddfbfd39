"""Which of the towns and counties that reports tell is the incident's: a learned choice.

Reports of one incident give a suburb and its city, the town and the one where the news was
written, a quarter and what holds it. A conditional logit (McFadden 1974) weighs how many tell each
place, how often the texts name it and where. Its weights are learned (``siting.yaml``).
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from math import exp, log1p
from pathlib import Path

import msgspec

from whence.fuse.places import has_site, level, own_name, says_region
from whence.fuse.values import Tally

_SURE = 0.6
"""Chance from which a place is chosen; on US gun violence the vote does as well below it."""
_LEAD = 600
"""Code points of a text that count as its head."""


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
    texts = [document.text for document in documents.values()]
    named = sum(_times(one, text) for text in texts)
    most = max(sum(_times(row, text) for text in texts) for row in every)
    return {
        "support": one.support / max(sum(row.support for row in every), one.support, 1e-9),
        "reports": len(mine) / len(documents),
        "several reports": float(len(mine) > 1),
        "first": float(order[0] in mine),
        "named": log1p(named),
        "share of names": named / max(1, most),
        "led": sum(_times(one, text[:_LEAD]) > 0 for text in texts) / len(texts),
        "says its region": float(says_region(one)),
        "beside a site": float(any(has_site(witness.fact) for witness in one.witnesses)),
        "county": float(level(one) == 1),
        "finer": float(any(set(row.reading.key) < set(one.reading.key) for row in every)),
    }


def _times(row: Tally, text: str) -> int:
    """Return how often a text names a place."""
    names = {own_name(witness.fact) for witness in row.witnesses}
    return sum(
        len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE)) for name in names
    )
