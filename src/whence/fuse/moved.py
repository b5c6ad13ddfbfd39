"""Wounded who have died since: a report of their death takes them off the wounded."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from whence.fuse.readings import counts_some, is_open
from whence.fuse.superseding import Replaced
from whence.fuse.witness import Witness
from whence.model.fact import Quantity

KILLED, WOUNDED = "killed", "wounded"


@dataclass(frozen=True)
class _Toll:
    """What one document counts: killed and wounded (None where it says nothing exact)."""

    killed: Witness | None
    wounded: Witness | None


def _count(witness: Witness | None) -> int:
    return (witness.fact.quantity.best or 0) if witness and witness.fact.quantity else 0


def moved(witnesses: Sequence[Witness]) -> tuple[tuple[Witness, ...], dict[str, Replaced]]:
    """Return what the wounded are after later deaths, and the counts of wounded that this replaces.

    One report tells of wounded and of nobody killed, another of that many killed and of fewer
    wounded: all of the former are accounted for in the latter, so some have died (or the former
    did not say what came of those who were shot). The count that is left rests on the words that
    tell of the death. Where any report tells of both in the first one's number, nothing moves.
    """
    tolls = {key: _toll(own) for key, own in _by_document(witnesses).items()}
    deaths = [(toll.killed, toll.wounded) for toll in tolls.values() if toll.killed is not None]
    most = _most(witnesses)
    left: list[Witness] = []
    gone: dict[str, Replaced] = {}
    for toll in tolls.values():
        wounded = toll.wounded
        if wounded is None or toll.killed is not None or _confirmed(wounded, deaths):
            continue
        if _count(wounded) < most:
            continue
        later = [pair for pair in deaths if sum(map(_count, pair)) == _count(wounded)]
        if later:
            dead, alive = later[0]
            by = _left(dead, alive)
            left.append(by)
            reason = f"{by.document.name} tells of {_count(dead)} dead among them"
            gone.update(
                (one.fact.id, Replaced(one, by, reason))
                for one in witnesses
                if one.fact.slot == WOUNDED
                and one.document.id == wounded.document.id
                and _count(one) == _count(wounded)
            )
    return tuple({one.fact.id: one for one in left}.values()), gone


def settled(witnesses: Sequence[Witness]) -> tuple[Witness, ...]:
    """Return the witnesses without the counts of wounded that later deaths replace."""
    left, died = moved(witnesses)
    known = {one.fact.id for one in witnesses}
    stay = [one for one in witnesses if one.fact.id not in died]
    return (*stay, *(one for one in left if one.fact.id not in known))


def unhurt(
    by_slot: Mapping[str, Sequence[Witness]], numbers: Mapping[str, Mapping[int, float]]
) -> tuple[tuple[Witness, ...], dict[str, Replaced]]:
    """Return that nobody was left wounded, where that is most probable, and what it replaces.

    Who is told to have been shot in one report and to have died in others is among the dead; more
    wounded than died cannot all be.
    """
    chances, dead = (
        numbers.get(WOUNDED, {}),
        [one for one in by_slot.get(KILLED, ()) if _count(one)],
    )
    wounded = by_slot.get(WOUNDED, ())
    if not dead or not chances.get(0) or chances[0] < max(chances.values()):
        return (), {}
    deaths = numbers.get(KILLED) or {min(map(_count, dead)): 1.0}
    if max(map(_count, wounded), default=0) > max(deaths, key=lambda number: deaths[number]):
        return (), {}  # more than died: some of them lived
    by = _left(dead[0], None)
    told = {one.document.id for one in dead}
    reason = f"{len(told)} of the reports tell of the dead and of nobody left wounded"
    return (by,), {one.fact.id: Replaced(one, by, reason) for one in wounded if _count(one)}


def _confirmed(wounded: Witness, deaths: Sequence[tuple[Witness, Witness | None]]) -> bool:
    """Tell whether a report that tells of the dead has the same number of wounded beside them."""
    return any(_count(beside) >= _count(wounded) for _, beside in deaths)


def _most(witnesses: Sequence[Witness]) -> int:
    """Return the largest count of wounded that anybody gives, of whatever category."""
    return max((_count(one) for one in witnesses if one.fact.slot == WOUNDED), default=0)


def _by_document(witnesses: Sequence[Witness]) -> dict[str, list[Witness]]:
    rows: dict[str, list[Witness]] = defaultdict(list)
    for one in sorted(witnesses, key=lambda one: (one.at or "~", one.document.id, one.fact.id)):
        if one.fact.slot in (KILLED, WOUNDED):
            rows[one.document.id].append(one)
    return rows


def _toll(own: Sequence[Witness]) -> _Toll:
    return _Toll(_largest(own, KILLED), _largest(own, WOUNDED))


def _largest(own: Sequence[Witness], slot: str) -> Witness | None:
    """Return the largest exact count of all that a document gives for a slot."""
    exact = [
        one
        for one in own
        if one.fact.slot == slot
        and one.fact.quantity is not None
        and not is_open(one.fact.quantity)
        and not counts_some(slot, one.fact.unit)
        and one.fact.quantity.best
    ]
    return max(exact, key=_count, default=None)


def _left(killed: Witness, wounded: Witness | None) -> Witness:
    """Return the wounded who are left, told by the words for the dead where none is."""
    nobody = Quantity(low=0, best=0, high=0)
    fact = replace(killed.fact, slot=WOUNDED, value="0", quantity=nobody)
    return wounded or Witness(fact, killed.document, killed.origin)
