"""MUC-4's templates: the metric of GTT (Du, Rush and Cardie 2021, "Template filling").

Predicted and gold templates of a report are aligned one to one, or left alone; a pair counts only
when the predicted type of incident is one of the gold's. Within a pair the type is right, a
predicted entity is right when its mention is among those of some gold entity of its role, and a
gold entity is found when some predicted mention of its role is among its own. The entities of
templates without partner are wrong, or missed. Of all alignments a report gets the one with the
best F1 over the five roles and the type together, and its counts are summed over reports (micro).

As in the published scorer, entities are *not* paired one to one inside a pair of templates: two
mentions of one entity are both right, and count one found, so that precision and recall have
hits of their own. Gold templates that are equal in types and mentions count once. Mentions are
compared as ``ceaf.plain`` gives them. The published scorer tries every alignment; here a sweep
keeps, for each set of used gold templates, only hits that no other alignment beats on both sides,
which finds the same best one.
"""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from evaluation.corpora.muc4 import GoldTemplate
from evaluation.harness.metrics import ratio, shares
from evaluation.readers.predictions import MUC_ROLES, Template
from evaluation.templates.ceaf import plain

TYPE = "incident type"
KEYS = (TYPE, *MUC_ROLES)


class Tally(Struct, frozen=True):
    """Predicted ones that are right, predicted, gold ones that are found, gold."""

    right: int = 0
    predicted: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.right + other.right,
            self.predicted + other.predicted,
            self.found + other.found,
            self.gold + other.gold,
        )

    @property
    def f1(self) -> float:
        """Harmonic mean of right over predicted and found over gold."""
        precision, recall = ratio(self.right, self.predicted), ratio(self.found, self.gold)
        return ratio(2 * precision * recall, precision + recall)


class _Plain(Struct, frozen=True):
    types: frozenset[str]
    entities: dict[str, tuple[frozenset[str], ...]]

    def size(self, key: str) -> int:
        return 1 if key == TYPE else len(self.entities[key])


class _Way(Struct, frozen=True):
    """An alignment so far: which gold template each predicted one got (None for none)."""

    mapping: tuple[int | None, ...]
    right: int
    found: int

    def beats(self, other: "_Way") -> bool:
        return self.right >= other.right and self.found >= other.found


def tallies(gold: Sequence[GoldTemplate], predicted: Sequence[Template]) -> dict[str, Tally]:
    """Return the tally of each of ``KEYS`` for one report under its best alignment."""
    theirs = _distinct([_gold(one) for one in gold])
    mine = [_predicted(one) for one in predicted]
    mapping = align(theirs, mine)
    found = {
        key: Tally(
            predicted=sum(one.size(key) for one in mine), gold=sum(one.size(key) for one in theirs)
        )
        for key in KEYS
    }
    for here, there in enumerate(mapping):
        if there is not None:
            for key in KEYS:
                right, met = _hits(key, theirs[there], mine[here])
                found[key] += Tally(right=right, found=met)
    return found


def align(gold: Sequence[_Plain], predicted: Sequence[_Plain]) -> tuple[int | None, ...]:
    """Return for each predicted template its gold one in the best alignment, or None."""
    whole = Tally(
        predicted=sum(one.size(key) for one in predicted for key in KEYS),
        gold=sum(one.size(key) for one in gold for key in KEYS),
    )
    ways: dict[int, list[_Way]] = {0: [_Way((), 0, 0)]}
    for mine in predicted:
        ways = _extended(ways, [_fit(theirs, mine) for theirs in gold])
    every = [way for kept in ways.values() for way in kept]
    return max(every, key=lambda way: (whole + Tally(way.right, 0, way.found, 0)).f1).mapping


def f1_of_tallies(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return F1 for rows of (right, predicted, found, gold); shape (n, 4) to (n,)."""
    precision = shares(rows[:, 0], rows[:, 1])
    recall = shares(rows[:, 2], rows[:, 3])
    return shares(2 * precision * recall, precision + recall)


def _extended(
    ways: dict[int, list[_Way]], fits: Sequence[tuple[int, int] | None]
) -> dict[int, list[_Way]]:
    after: dict[int, list[_Way]] = {}
    for used, kept in ways.items():
        for way in kept:
            _keep(after, used, _Way((*way.mapping, None), way.right, way.found))
            for there, fit in enumerate(fits):
                if fit is None or used >> there & 1:
                    continue
                right, found = way.right + fit[0], way.found + fit[1]
                _keep(after, used | 1 << there, _Way((*way.mapping, there), right, found))
    return after


def _fit(gold: _Plain, mine: _Plain) -> tuple[int, int] | None:
    if not mine.types & gold.types:
        return None
    hits = [_hits(key, gold, mine) for key in KEYS]
    return sum(right for right, _ in hits), sum(found for _, found in hits)


def _keep(ways: dict[int, list[_Way]], used: int, way: _Way) -> None:
    kept = ways.setdefault(used, [])
    if not any(one.beats(way) for one in kept):
        kept[:] = [one for one in kept if not way.beats(one)] + [way]


def _hits(key: str, gold: _Plain, mine: _Plain) -> tuple[int, int]:
    if key == TYPE:
        return 1, 1
    theirs, ours = gold.entities[key], mine.entities[key]
    right = sum(any(one <= other for other in theirs) for one in ours)
    found = sum(any(one <= other for one in ours) for other in theirs)
    return right, found


def _gold(template: GoldTemplate) -> _Plain:
    return _Plain(
        frozenset(template.types),
        {
            role: tuple(
                frozenset(plain(mention) for mention in entity.mentions)
                for entity in template.entities.get(role, ())
            )
            for role in MUC_ROLES
        },
    )


def _predicted(template: Template) -> _Plain:
    return _Plain(
        frozenset({template.incident.lower()}),
        {
            role: tuple(frozenset({plain(one)}) for one in template.fillers.get(role, ()))
            for role in MUC_ROLES
        },
    )


def _distinct(templates: list[_Plain]) -> list[_Plain]:
    return [one for n, one in enumerate(templates) if one not in templates[:n]]
