"""What every first hand changes in the log-likelihoods when it is left out, all hands in one pass.

Without an item the weaker ones of its group move up a place. Their weights change by

    w_q (position - r) - w_q (position),   r the number of items taken away before q,

so what they change together is a sum over the rest of the group, taken from its end once for all.
"""

from collections import defaultdict
from collections.abc import Iterator

import numpy as np
from msgspec import Struct

from whence.weigh.numbers.dependence import discount, repeated
from whence.weigh.numbers.likelihood import Floats
from whence.weigh.numbers.posterior import Model

Change = dict[tuple[int, int], Floats]
"""Nats by draw that are added to (question, column)."""


class Group(Struct, frozen=True, kw_only=True):
    """Items that repeat each other, the strongest first.

    ``weight`` is the dependence weight of every item and ``shifts`` what is added to it when one,
    two, ... stronger items are taken away; ``own`` gives the places of what each origin says alone.
    """

    question: int
    items: tuple[int, ...]
    rows: tuple[tuple[tuple[int, int], ...], ...]
    weight: Floats
    shifts: tuple[Floats, ...]
    own: dict[str, tuple[int, ...]]

    def changes(self, model: Model, draws: slice) -> Iterator[tuple[str, Change]]:
        """Yield (origin, change) for these draws: what goes, and what moves up."""
        columns = {column: place for place, (column, _) in enumerate(self._columns())}
        size = len(range(*draws.indices(model.nats.log_ratio.shape[1])))
        nats = np.zeros((len(self.items), len(columns), size))
        for place, (index, pairs) in enumerate(zip(self.items, self.rows, strict=True)):
            for column, row in pairs:
                nats[place, columns[column]] += model.nats.of(index, row, draws)
        # One row more: nothing comes after the last.
        moved = []
        for shift in self.shifts:
            rest = np.zeros((len(self.items) + 1, len(columns), size))
            np.cumsum((nats * shift[:, None, None])[::-1], axis=0, out=rest[-2::-1])
            moved.append(rest)
        for origin_id, places in self.own.items():
            change = np.zeros((len(columns), size))
            for number, place in enumerate(places):
                change -= self.weight[place] * nats[place]
                change += moved[number][place + 1]
                if number + 1 < len(places):
                    change -= moved[number][places[number + 1]]
            yield (
                origin_id,
                {(self.question, column): change[at] for column, at in columns.items()},
            )

    def _columns(self) -> list[tuple[int, int]]:
        return sorted({pair[0]: pair for pairs in self.rows for pair in pairs}.values())


def groups_of(model: Model) -> tuple[Group, ...]:
    """Return the dependence groups of a model with what each origin says in them by itself."""
    position = model.ties.positions()
    members: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    touched = [model.touched(question) for question in model.questions]
    for index in model.ties.order:
        question = 0 if index in touched[0] else 1
        members[question, model.ties.groups[index]].append(index)
    found = []
    for (question, _), items in members.items():
        own: defaultdict[str, list[int]] = defaultdict(list)
        for place, index in enumerate(items):
            if len(model.items[index].voices) == 1:
                own[model.items[index].voices[0].origin_id].append(place)
        rho = [model.ties.rho[index] for index in items]
        second = [repeated(position[index][1], model.ties.rho[index]) for index in items]
        found.append(
            Group(
                question=question,
                items=tuple(items),
                rows=tuple(tuple(touched[question][index]) for index in items),
                weight=_weights(rho, second, 0),
                shifts=tuple(
                    _weights(rho, second, shift) - _weights(rho, second, 0)
                    for shift in range(1, 1 + max(map(len, own.values()), default=0))
                ),
                own={origin_id: tuple(places) for origin_id, places in own.items()},
            )
        )
    return tuple(found)


def _weights(rho: list[float], second: list[float], shift: int) -> Floats:
    """Return the weights when ``shift`` stronger items are gone; the first ones have none before.

    What one origin says twice about one party stays with it: ``second`` does not change for others.
    """
    return np.array(
        [
            discount(max(place - shift, 0), own) * other
            for place, (own, other) in enumerate(zip(rho, second, strict=True))
        ]
    )
