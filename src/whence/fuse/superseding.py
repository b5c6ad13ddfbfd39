"""Figures that their own source has replaced: updates, not conflicts."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from whence.fuse.readings import is_open, reading, unit_key
from whence.fuse.witness import Witness
from whence.model.iso import earlier, order
from whence.model.origin import Origin
from whence.names.countries import split, state
from whence.names.spelling import words

TOTAL = "munitions_launched"
PARTS = ("munitions_intercepted", "munitions_struck")
"""The slots that sum up: launched = intercepted + struck."""


CLAIM, NOBODY = "responsibility_claim", "none"
"""The slot for claims of responsibility, and its value where nobody has made one."""


@dataclass(frozen=True)
class Replaced:
    """A witness whose value its own origin has replaced, by which fact, and how that shows."""

    witness: Witness
    by: Witness
    reason: str


def replaced(witnesses: Sequence[Witness]) -> dict[str, Replaced]:
    """Return the replaced facts of one slot by fact id.

    An origin's correction replaces its other figures wherever they are printed, however late; of
    two plain figures the one that was first printed later replaces the other. A figure that
    outlets print without a source falls with the last source that stood by it.
    """
    by_origin: dict[tuple[str, str], list[Witness]] = defaultdict(list)
    full = _full_names(witnesses)
    for witness in witnesses:
        hand = full.get(witness.origin.id, witness.origin.id)
        by_origin[hand, unit_key(witness.fact.unit)].append(witness)
    found: dict[str, Replaced] = {}
    for own in by_origin.values():
        found.update(_own(own))
    found.update(_first_figures(witnesses, found))
    found.update(_orphaned(witnesses, found))
    found.update(_claimed_since(witnesses))
    return found


def _first_figures(
    witnesses: Sequence[Witness], known: Mapping[str, Replaced]
) -> dict[str, Replaced]:
    """Find figures that a report itself calls first ones, beside the one that it gives since.

    "It was reported at first that 15 were hurt; six were" holds six. Whose figure a source gave at
    first is that source's to replace.
    """
    by_document: dict[tuple[str, str], list[Witness]] = defaultdict(list)
    for one in witnesses:
        if one.fact.id not in known and not _open(one):
            by_document[one.document.id, unit_key(one.fact.unit)].append(one)
    found: dict[str, Replaced] = {}
    for own in by_document.values():
        last = [one for one in own if one.fact.stage != "initial" and one.fact.hedge > 0]
        if len({_key(one) for one in last}) != 1:
            continue
        for one in own:
            if one.fact.stage == "initial" and not one.sourced and _key(one) != _key(last[0]):
                reason = f"the same report gives {_words(last[0])} since"
                found[one.fact.id] = Replaced(one, last[0], reason)
    return found


def _claimed_since(witnesses: Sequence[Witness]) -> dict[str, Replaced]:
    """Find reports that nobody has claimed it which were printed before somebody did."""
    claims = [one for one in witnesses if one.fact.slot == CLAIM and one.fact.value != NOBODY]
    found: dict[str, Replaced] = {}
    for one in witnesses:
        later = [claim for claim in claims if earlier(_time(one), _time(claim))]
        if later and one.fact.slot == CLAIM and one.fact.value == NOBODY:
            by = min(later, key=lambda claim: (order(_time(claim)), claim.fact.id))
            found[one.fact.id] = Replaced(one, by, f"{by.fact.value} claimed it later")
    return found


def aged(witnesses: Sequence[Witness]) -> tuple[Witness, ...]:
    """Mark the parts of a sum as stale where their source has withdrawn its total.

    Which part changed with the total is not known, so none falls; but what the same document gives
    beside the old total belongs to that first version, unless it gives the new total as well.
    """
    totals = [one for one in witnesses if one.fact.slot == TOTAL]
    gone = replaced(totals)
    old = {(one.origin.id, one.document.id) for one in totals if one.fact.id in gone}
    new = {(one.origin.id, one.document.id) for one in totals if one.fact.id not in gone}
    return tuple(
        replace(one, stale=True)
        if one.fact.slot in PARTS and (one.origin.id, one.document.id) in old - new
        else one
        for one in witnesses
    )


def _own(own: Sequence[Witness]) -> dict[str, Replaced]:
    """Find what one origin has replaced of its own figures in one unit, or only taken back."""
    found = _dropped(own)
    left = [one for one in own if one.fact.id not in found]
    last = _standing(left) or (_single(left) if found else None)
    if last is None:
        return found
    for witness in own:
        if _key(witness) == _key(last):
            continue
        if last.fact.stage == "correction":
            reason = f"{last.origin.name} corrected it to {_words(last)}"
        else:
            reason = f"{last.origin.name} later gave {_words(last)}"
        found[witness.fact.id] = Replaced(witness, last, reason)
    return found


def _dropped(own: Sequence[Witness]) -> dict[str, Replaced]:
    """Find the figures that one origin no longer vouches for, wherever it gave them before."""
    found: dict[str, Replaced] = {}
    for by in filter(taken_back, own):
        same = [one for one in own if _key(one) == _key(by)]
        given = [one for one in same if not earlier(_time(by), _time(one))]
        gave = any(not taken_back(one) for one in given)
        reason = "withdrew it" if gave else "does not stand by it"
        for one in given:
            found[one.fact.id] = Replaced(one, by, f"{by.origin.name} {reason}")
    return found


def taken_back(witness: Witness) -> bool:
    """Tell whether a fact is told as one that its source no longer vouches for."""
    return witness.fact.stage == "initial" and witness.fact.hedge < 0


def _full_names(witnesses: Sequence[Witness]) -> dict[str, str]:
    """Return whom an origin that withdraws a figure is, by a part of the name ("Osk", "Pavel Osk").

    Nobody can withdraw what others said: it is the one of that name who gave the figure.
    """
    found: dict[str, str] = {}
    for back in filter(taken_back, witnesses):
        part = set(words(back.origin.name))
        whole = {
            one.origin.id
            for one in witnesses
            if _key(one) == _key(back) and part < set(words(one.origin.name))
        }
        if len(whole) == 1:
            found[back.origin.id] = whole.pop()
    return found


def _single(own: Sequence[Witness]) -> Witness | None:
    """Return the one figure that an origin gives beside one that it takes back."""
    exact = [one for one in own if not _open(one)]
    return exact[0] if len({_key(one) for one in exact}) == 1 else None


def _standing(own: Sequence[Witness]) -> Witness | None:
    """Return the witness of the figure that an origin stands by last, if it gave several.

    None when there is one figure only, or when nothing tells which came last.
    """
    exact = [one for one in own if not _open(one)]
    said = [one for one in exact if one.fact.note is None]
    exact = said or exact  # what is counted from descriptions takes back no number that was said
    if len({_key(one) for one in exact}) < 2:
        return None
    for stage in ("finding", "correction"):
        late = [one for one in exact if one.fact.stage == stage]
        if late:
            return _latest(late)
    if any(one.fact.quantity is None for one in exact):
        return None  # a later text may tell of another day or place; a later count is an update
    return _latest([one for one in exact if one.fact.stage != "initial"])


def _latest(own: Sequence[Witness]) -> Witness | None:
    """Return the first witness of the figure that appeared last; None when that is not known."""
    first: dict[tuple[str, ...], Witness] = {}
    for one in sorted(own, key=lambda one: (_time(one) or "~", one.fact.id)):
        first.setdefault(_key(one), one)
    if len(first) == 1:
        return next(iter(first.values()))
    ordered = sorted(first.values(), key=lambda one: (_time(one), one.fact.id))
    if not ordered:
        return None
    last, before = ordered[-1], ordered[:-1]
    if all(_time(one) and earlier(_time(one), _time(last)) for one in before):
        return last
    return None


def _time(witness: Witness) -> str:
    return witness.fact.as_of or witness.at


def _key(witness: Witness) -> tuple[str, ...]:
    return reading(witness.fact).key


def _words(witness: Witness) -> str:
    return reading(witness.fact).text


def _open(witness: Witness) -> bool:
    return witness.fact.quantity is not None and is_open(witness.fact.quantity)


def _orphaned(witnesses: Sequence[Witness], found: dict[str, Replaced]) -> dict[str, Replaced]:
    """Find unsourced figures whose every source has withdrawn them."""
    sources: dict[tuple[str, ...], list[Witness]] = defaultdict(list)
    for witness in witnesses:
        if witness.sourced:
            sources[_key(witness)].append(witness)
    # Many outlets print one figure: what stands behind it is looked up once, not for each of them.
    withdrawn: dict[tuple[tuple[str, ...], str | None], Replaced | None] = {}
    orphans: dict[str, Replaced] = {}
    for witness in witnesses:
        if witness.fact.id in found:
            continue
        own = _state_of(witness.origin)
        if witness.sourced and own is None:
            continue
        figure = (_key(witness), own)
        if figure not in withdrawn:
            withdrawn[figure] = _withdrawn(sources.get(figure[0], ()), own, found)
        row = withdrawn[figure]
        if row is not None:
            how = "given as the state's" if witness.sourced else "printed without a source"
            orphans[witness.fact.id] = Replaced(witness, row.by, f"{how}; {row.reason}")
    return orphans


def _withdrawn(
    every: Sequence[Witness], own: str | None, found: Mapping[str, Replaced]
) -> Replaced | None:
    """Return how the first of those behind a figure withdrew it; None unless they all did.

    Behind what is given as a state's (``own``) stand its bodies; behind what is printed without a
    source all who give it, but for a state whose bodies give it.
    """
    if own is not None:
        behind = [one for one in every if own in _bodied(one.origin)]
    else:
        bodies = {code for one in every for code in _bodied(one.origin)}
        behind = [one for one in every if _state_of(one.origin) not in bodies]
    if not behind or not all(one.fact.id in found for one in behind):
        return None
    return min((found[one.fact.id] for one in behind), key=lambda row: row.witness.fact.id)


def _state_of(origin: Origin) -> str | None:
    """Return the ISO code of the state that an origin is, None when it is none."""
    return state(origin.name) if origin.kind == "state" else None


def _bodied(origin: Origin) -> tuple[str, ...]:
    """Return the ISO codes of the states of which an origin is a body."""
    return split(words(origin.name))[1] if origin.kind == "body" else ()
