"""Where people disagree: nothing is lost, the last word holds, and both are told."""

from collections.abc import Iterable

import msgspec
from msgspec import Struct

from whence.model.case import Judgement, in_time
from whence.model.verdicts import CORRECTED, WITHDRAWN, argument
from whence.run.judging.verdicts import Facet, facet, key_of, withdraws


class Conflict(Struct, frozen=True, kw_only=True):
    """A subject on which people disagree, with the last word of each, by time: the last holds."""

    subject: str
    judgements: tuple[Judgement, ...]

    @property
    def holds(self) -> Judgement:
        """The judgement that holds."""
        return self.judgements[-1]


_Place = tuple[str, Facet]


def conflicts(judgements: Iterable[Judgement]) -> tuple[Conflict, ...]:
    """Return the subjects on which the last judgements of different people disagree.

    Whoever withdraws what somebody else judged disagrees with it; whoever withdraws his own has no
    word on the subject any more. Ordered by the time of the last word.
    """
    words: dict[_Place, dict[str, Judgement]] = {}
    last: dict[_Place, Judgement] = {}
    for one in in_time(judgements):
        for place in _places(one, last):
            said = words.setdefault(place, {})
            said.pop(one.by, None)
            before = last.get(place)
            if one.verdict != WITHDRAWN or (before is not None and before.by != one.by):
                said[one.by] = one
            last[place] = one
    found = [
        Conflict(subject=subject, judgements=tuple(said.values()))
        for (subject, _), said in words.items()
        if len({_meaning(one.verdict) for one in said.values()}) > 1
    ]
    return tuple(sorted(found, key=lambda one: (one.holds.at, one.subject)))


def _places(one: Judgement, last: Iterable[_Place]) -> list[_Place]:
    if one.verdict == WITHDRAWN:
        return [place for place in last if withdraws(one, place[0])]
    decided = facet(one.verdict)
    return [] if decided is None else [(key_of(one), decided)]


def _meaning(verdict: str) -> str:
    """Return a verdict so that equal ones are equal, however their JSON is written."""
    if verdict.partition(" ")[0] != CORRECTED:
        return verdict
    try:
        changed = msgspec.json.decode(argument(verdict))
    except msgspec.DecodeError:
        return verdict
    return msgspec.json.encode(changed, order="deterministic").decode()
