"""Which of the towns and counties that reports tell is the incident's: a learned choice.

Reports of one incident give a suburb and its city, the town and the one where the news was
written, a quarter and what holds it. A conditional logit (McFadden 1974) weighs how many tell each
place, how often the texts name it and where, and whether those who tell another place name it too.
Its weights are learned (``siting.yaml``).
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from math import exp, log1p
from pathlib import Path

import msgspec

from whence.fuse.places import has_site, level, own_name, says_region
from whence.fuse.readings import refines
from whence.fuse.values import Tally
from whence.model.document import Document
from whence.model.fact import Fact

_LEAD = 600
"""Code points of a text that count as its head."""


@cache
def weights() -> Mapping[str, float]:
    """Return the learned weights (nats) by feature."""
    text = Path(__file__).with_name("siting.yaml").read_bytes()
    return msgspec.yaml.decode(text, type=dict[str, float])


def choice(rows: Sequence[Tally]) -> list[float]:
    """Return how probable each of some places is; the chances sum to one."""
    table = weights()
    scores = [
        sum(table.get(name, 0.0) * value for name, value in features(one, rows).items())
        for one in rows
    ]
    powers = [exp(score - max(scores)) for score in scores]
    return [power / sum(powers) for power in powers]


def candidates(standing: Sequence[Tally]) -> list[Tally]:
    """Return the values to choose from: towns and counties of the state that the first lies in."""
    fine = [one for one in standing if level(one) and one.on_map]
    return [one for one in fine if set(one.reading.key[1:]) & set(_state(fine[0]))]


def _state(row: Tally) -> list[str]:
    return [part for part in row.reading.key if part.startswith("state ")]


def features(one: Tally, every: Sequence[Tally]) -> dict[str, float]:
    """Return what speaks for and against a place among ``every``, by feature."""
    documents = {w.document.id: w.document for row in every for w in row.witnesses}
    mine = {witness.document.id for witness in one.witnesses}
    told = {key: _times(one, document.text) for key, document in documents.items()}
    most = max(sum(_times(row, d.text) for d in documents.values()) for row in every)
    others = [documents[key] for key in documents if key not in mine]
    rivals = [row for row in every if row is not one]
    order = sorted(documents, key=lambda key: (documents[key].published or "~", key))
    return {
        "support": one.support / max(1e-9, sum(row.support for row in every)),
        "reports": len(mine) / len(documents),
        "several reports": float(len(mine) > 1),
        "first": float(order[0] in mine),
        "last": float(order[-1] in mine),
        "named": log1p(sum(told.values())),
        "share of names": sum(told.values()) / max(1, most),
        "named by rivals": sum(told[one.id] > 0 for one in others) / max(1, len(others)),
        "rivals named": _rivals_named(rivals, [documents[key] for key in mine]),
        "titled": sum(_times(one, d.title or "") > 0 for d in documents.values()) / len(documents),
        "led": sum(_times(one, d.text[:_LEAD]) > 0 for d in documents.values()) / len(documents),
        "says its region": float(says_region(one)),
        "beside a site": float(any(has_site(witness.fact) for witness in one.witnesses)),
        "county": float(level(one) == 1),
        "unlisted": float(not any(_on_its_own_point(witness.fact) for witness in one.witnesses)),
        "finer": float(any(set(r.reading.key) < set(one.reading.key) for r in rivals)),
        "wider": float(any(set(one.reading.key) < set(r.reading.key) for r in rivals)),
        "apart": float(not any(refines(one.reading, r.reading) for r in rivals)),
    }


def _rivals_named(rivals: Sequence[Tally], own: Sequence[Document]) -> float:
    """Return in which share of a place's own reports another place of the choice is named."""
    named = sum(any(_times(row, one.text) for row in rivals) for one in own)
    return named / max(1, len(own))


def _times(row: Tally, text: str) -> int:
    """Return how often a text names a place."""
    names = {own_name(witness.fact) for witness in row.witnesses}
    return sum(
        len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE)) for name in names
    )


def _on_its_own_point(fact: Fact) -> bool:
    """Tell whether a place is in the gazetteer itself, and not only the region around it."""
    point = fact.location
    return point is not None and (point.precision == "settlement" or point.name != point.region)
