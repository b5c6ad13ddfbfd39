"""Which value of a slot is held, and when none is."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from whence.fuse import days
from whence.fuse.contradictions import kind_of
from whence.fuse.options import Options
from whence.fuse.place.finest import finest, leads
from whence.fuse.probable import Chances, Key
from whence.fuse.readings import Reading, counts_some, is_open, refines, unit_key
from whence.fuse.values import Tally
from whence.model.iso import earlier

_EVEN = 0.001
_VOTE, _FAINT = 0.5, 0.01
"""Weight of the vote beside the learned choice among counts, and its least chance of a number.

From nought to one the weight matters little on US gun violence (development part).
"""
_ENOUGH = 0.5
"""Share of a category's support that a count of all needs to be held in its stead."""


def held(name: str, standing: Sequence[Tally], likely: Chances, options: Options) -> Tally:
    """Return the value to hold: the most probable exact one, or an open one where none will do.

    Towns and counties go by the learned choice among them (``siting``), other places on the map
    and days by their vote, which knows of towns within regions and of retellings (decision 0009). A
    count of one category ("guards") yields to a count of all that
    leaves room for it. Something always stands: whatever replaced a value is itself a value of
    the slot.
    """
    first = standing[0].reading.key
    standing = _not_boasted(standing)
    if likely.sites:
        return max(standing, key=lambda one: likely.sites.get(one.reading.key, 0.0))
    if first[0] == "place" and any(one.on_map for one in standing):
        return finest(standing, standing[0], options.thin)
    if first[0] == "date":
        return standing[0]

    def alone(one: Tally) -> float:
        # Rounded, so that even values keep the order of the vote.
        return round(likely.exact[one.reading.key], 9)

    exact = [one for one in standing if not _open(one.reading)] or standing
    if likely.numbers:
        best = max(standing, key=lambda one: _chosen(name, one, likely))
        best = _sharper(name, best, exact)
    else:
        best = max(leading(exact), key=alone)
        if likely.right[best.reading.key] < options.probable:
            best = max(leading(standing), key=alone)
    if not counts_some(name, best.reading.unit):
        return _no_less(name, best, exact)
    wholes = [
        one
        for one in exact
        if not counts_some(name, one.reading.unit) and one.support >= _ENOUGH * best.support
    ]
    fitting = [one for one in wholes if _least(one) >= _least(best)]
    return max(fitting, key=alone, default=best)


def _not_boasted(standing: Sequence[Tally]) -> Sequence[Tally]:
    """Return the values without those of boasters alone that are more than anybody else gives."""
    sober = [_least(one) for one in standing if not _boasted(one)]
    if not sober:
        return standing
    return [one for one in standing if not _boasted(one) or _least(one) <= max(sober)]


def _boasted(one: Tally) -> bool:
    return all(witness.boast for witness in one.witnesses)


def _sharper(name: str, best: Tally, exact: Sequence[Tally]) -> Tally:
    """Return the one exact count of all that "at least" leaves room for, where no other stands."""
    number = best.reading.quantity
    if number is None or number.comparator != "at_least":
        return best
    wholes = [one for one in exact if not counts_some(name, one.reading.unit)]
    return wholes[0] if len(wholes) == 1 and refines(best.reading, wholes[0].reading) else best


def _no_less(name: str, best: Tally, exact: Sequence[Tally]) -> Tally:
    """Return a count of all, or the category that is larger and as well supported: some are all.

    Two women and six priests are not two people killed. A count of all that was told after the
    last report of so many of a category knows of them: "36 people" weeks after "70 civilians".
    """
    larger = [
        one
        for one in exact
        if counts_some(name, one.reading.unit)
        and _least(one) > _least(best)
        and one.support >= best.support
        and not _since(one, best)
    ]
    return max(larger, key=lambda one: (one.support, _least(one)), default=best)


def _since(old: Tally, new: Tally) -> bool:
    """Tell whether a value was told in a report that came out after all that tell another."""
    last = [one.at for one in old.witnesses]
    return all(last) and any(
        all(earlier(at, one.at) for at in last) for one in new.witnesses if one.at
    )


def _chosen(name: str, one: Tally, likely: Chances) -> tuple[float, bool, bool, float]:
    """Order counts by the chance of their number; of one number the plain count of all is first."""
    chance = likely.numbers.get(_least(one), 0.0)
    some = counts_some(name, one.reading.unit)
    return chance, not some, not _open(one.reading), one.support


def leading(rows: Sequence[Tally]) -> Sequence[Tally]:
    """Return the values of the category that has most support: probabilities tell within one."""
    support: dict[str, float] = defaultdict(float)
    for one in rows:
        support[unit_key(one.reading.unit)] += one.support
    most = max(support, key=lambda unit: support[unit])
    return [one for one in rows if unit_key(one.reading.unit) == most]


def _least(one: Tally) -> int:
    """Return the fewest that a count can mean."""
    number = one.reading.quantity
    known = (number.best, number.low, number.high) if number is not None else ()
    return next((count for count in known if count is not None), 0)


def _open(one: Reading) -> bool:
    return one.quantity is not None and is_open(one.quantity)


def abstains(
    standing: Sequence[Tally], best: Tally, likely: Chances, options: Options
) -> str | None:
    """Return why a slot is not answered by its best value, or None when it is.

    ``standing`` are the values that stand against it: none where many may stand. Days are held by
    their vote and given up by it alone: of those that the model found improbable, two in three
    were the records' (US gun violence, development part).
    """
    if best.support < options.thin:
        behind = f"{best.support:g} of an origin" if best.support else "no origin that counts"
        return f"too thin: {behind} stands behind “{best.reading.text}”"
    if likely.numbers:
        return _undecided(best, likely)
    if likely.sites:
        return _unsure(best, likely.sites[best.reading.key], options)
    p = likely.right[best.reading.key]
    even = [
        one
        for one in standing
        if one is not best
        and abs(one.support - best.support) < _EVEN
        and abs(likely.right[one.reading.key] - p) < _EVEN
        and kind_of("", best, one)[0] == "real_conflict"
        and not (best.reading.key[0] == "place" and leads(best, one))
        and not (best.reading.key[0] == "date" and days.leads(best, one))
    ]
    if even:
        rivals = " and ".join(f"“{one.reading.text}”" for one in (best, *even))
        return f"evenly supported: {rivals}"
    return _unsure(best, p, options) if best.reading.key[0] != "date" else None


def _unsure(best: Tally, p: float, options: Options) -> str | None:
    """Return that a value is not probable enough to be held, where it is not."""
    if p >= options.probable:
        return None
    chance = f"{p:.2f}".lstrip("0")
    return f"not probable enough: {chance} for “{best.reading.text}”"


def _undecided(best: Tally, likely: Chances) -> str | None:
    """Return that another number is as probable as the best, where one is."""
    chance = likely.numbers.get(_least(best), 0.0)
    even = [n for n, p in likely.numbers.items() if n != _least(best) and abs(chance - p) < _EVEN]
    if even:
        return "evenly supported: " + " and ".join(f"“{n}”" for n in sorted((_least(best), *even)))
    return None


def remaining(
    numbers: Mapping[int, float], standing: Sequence[Tally], vote: Mapping[Key, float]
) -> dict[int, float]:
    """Return how far the numbers that stand lead, by choice and vote; empty for fewer than two.

    The vote counts as evidence of its own, with less weight: it knows hands and hedges.
    """
    voted: dict[int, float] = defaultdict(float)
    for one in standing:
        voted[_least(one)] = max(voted[_least(one)], vote[one.reading.key])
    found = {
        number: chance * max(voted[number], _FAINT) ** _VOTE
        for number, chance in numbers.items()
        if number in voted
    }
    return found if len(found) > 1 else {}
