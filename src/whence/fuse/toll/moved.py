"""Wounded who have died since: a report of their death takes them off the wounded."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from whence.fuse.readings import counts_some, is_open
from whence.fuse.superseding import Replaced
from whence.fuse.toll.surroundings import sentence
from whence.fuse.witness import Witness

KILLED, WOUNDED = "killed", "wounded"
_SURE = 0.7
"""How probable it must be that nobody was left wounded for those to fall who are set apart."""
_WORD = re.compile(r"[a-z]+")


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words around a count (``moved.yaml``)."""

    apart: frozenset[str]
    killing: frozenset[str]
    found: frozenset[str]
    mourning: frozenset[str]
    tried: frozenset[str]


@cache
def _words() -> _Words:
    return msgspec.yaml.decode(Path(__file__).with_name("moved.yaml").read_bytes(), type=_Words)


@dataclass(frozen=True)
class _Toll:
    """What one document counts: killed and wounded (None where it says nothing exact)."""

    killed: Witness | None
    wounded: Witness | None


def _count(witness: Witness | None) -> int:
    return (witness.fact.quantity.best or 0) if witness and witness.fact.quantity else 0


def moved(witnesses: Sequence[Witness]) -> dict[str, Replaced]:
    """Return the counts of wounded that later deaths replace, by fact id.

    One report tells of wounded and of nobody killed, another of that many killed and of fewer
    wounded: all of the former are accounted for in the latter, so some have died (or the former
    did not say what came of those who were shot). What replaces it is the later count of wounded,
    or else the count of the dead: that nobody is left wounded is no number that anybody gave.
    Where any report tells of both in the first one's number, nothing moves.
    """
    tolls = {key: _toll(own) for key, own in _by_document(witnesses).items()}
    deaths = [(toll.killed, toll.wounded) for toll in tolls.values() if toll.killed is not None]
    most = _most(witnesses)
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
            by = alive or dead
            reason = f"{by.document.name} tells of {_count(dead)} dead among them"
            gone.update(
                (one.fact.id, Replaced(one, by, reason))
                for one in witnesses
                if one.fact.slot == WOUNDED
                and one.document.id == wounded.document.id
                and _count(one) == _count(wounded)
            )
    return gone


def settled(witnesses: Sequence[Witness]) -> tuple[Witness, ...]:
    """Return the witnesses without the counts of wounded that later deaths replace."""
    died = moved(witnesses)
    return tuple(one for one in witnesses if one.fact.id not in died)


def unhurt(
    by_slot: Mapping[str, Sequence[Witness]], numbers: Mapping[str, Mapping[int, float]]
) -> dict[str, Replaced]:
    """Return the counts of wounded that fall where most probably nobody was left wounded.

    Who is told to have been shot in one report and to have died in others is among the dead; more
    wounded than died cannot all be. Of a report that tells of both only those fall whom Whence
    itself counted from descriptions, never a number that the report says. Whom words set apart from
    the dead ("another was hurt") once a death is known falls only where it is all but sure, and so
    does who is told as hurt in one sentence with who was killed.
    """
    chances, wounded = numbers.get(WOUNDED, {}), by_slot.get(WOUNDED, ())
    dead = [one for one in by_slot.get(KILLED, ()) if _count(one)]
    if not dead or not chances.get(0) or chances[0] < max(chances.values()):
        return {}
    deaths = numbers.get(KILLED) or {min(map(_count, dead)): 1.0}
    if max(map(_count, wounded), default=0) > max(deaths, key=lambda number: deaths[number]):
        return {}  # more than died: some of them lived
    told = {one.document.id for one in dead}
    beside = [one for one in wounded if _count(one) and one.document.id in told]
    if any(one.fact.note is None for one in beside):
        return {}  # a report that says both numbers knows them apart
    first = min((one.at for one in dead if one.at), default="~")
    spared = {
        one.fact.id
        for one in wounded
        if chances[0] < _SURE
        and (one.document.id in told or one.at >= first)
        and (_apart(one) or _in_one_breath(one))
    }
    silent = len(told - {one.document.id for one in beside})
    reason = f"{silent} of the reports tell of the dead and of nobody left wounded"
    if beside:
        reason = "those described as wounded are most probably among the dead"
    return {
        one.fact.id: Replaced(one, dead[0], reason)
        for one in wounded
        if _count(one) and one.fact.id not in spared
    }


def _apart(witness: Witness) -> bool:
    """Tell whether the words of a count set those counted apart from others."""
    said = (sentence(witness.document.text, span) for span in witness.fact.spans)
    return any(_words().apart & set(_WORD.findall(one.lower())) for one in said)


def _in_one_breath(hurt: Witness) -> bool:
    """Tell whether a sentence has somebody hurt beside somebody killed: "shot dead a clerk and"."""
    for span in hurt.fact.spans:
        around = sentence(hurt.document.text, span).replace(span.text, " ")
        told = set(_WORD.findall(around.lower()))
        if told & _words().killing and not told & _words().found:
            return True
    return False


def living(
    by_slot: Mapping[str, Sequence[Witness]], numbers: Mapping[str, Mapping[int, float]]
) -> dict[str, Replaced]:
    """Return the counts of dead that fall where most probably nobody was killed.

    A report of several matters counts another one's dead; where others tell of wounded alone, the
    dead are hardly theirs.
    """
    chances, dead = numbers.get(KILLED, {}), by_slot.get(KILLED, ())
    told = {one.document.id for one in dead if _count(one)}
    silent = [one for one in by_slot.get(WOUNDED, ()) if one.document.id not in told]
    if not silent or not chances.get(0) or chances[0] < max(chances.values()):
        return {}
    if any(_mourns(one.document.title or "") for one in silent):
        return {}
    others = len({one.document.id for one in silent})
    reason = f"{others} of the reports tell of wounded and of nobody killed"
    return {one.fact.id: Replaced(one, silent[0], reason) for one in dead if _count(one)}


def _mourns(title: str) -> bool:
    """Tell whether a title tells of a death: "Town buries its banker", "Silence over killing"."""
    told = set(_WORD.findall(title.lower()))
    return bool(told & _words().mourning) and not told & _words().tried


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
