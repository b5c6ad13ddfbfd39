"""Tolls of the first days that a later report replaces, whoever gave them."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path

import msgspec

from whence.fuse.readings import counts_some, is_open, unit_key
from whence.fuse.superseding import Replaced
from whence.fuse.toll.surroundings import sentence
from whence.fuse.witness import Witness
from whence.model.iso import days, earlier, order
from whence.names.spelling import words

KILLED, WOUNDED = "killed", "wounded"
_LATE = timedelta(days=14)
"""From when on a report looks back at a toll that has settled.

In records of US gun violence (development part) the figures of such reports are the records' where
they give both dead and wounded, and mostly are not where they give fewer of one alone: a court
counts those whom one man is charged with.
"""
_GROWS = 3
"""How many times over a toll may grow: a number far beyond it is hardly this incident's."""
_FIRM = 2
"""Hedge from which a number is said."""
_PARTIAL = frozenset({"group"})
"""Who is no judge of the figures of others: mostly those who fight."""
_DEAD_SINCE = "of them dead since"
"""How a note ends by which those who died are taken off the wounded whom a report says."""
_BEFORE = 40
"""Code points before a number's words within which a word tells it as the newest."""
_WORD = re.compile(r"[a-z]+")


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words around a count (``updated.yaml``)."""

    newest: frozenset[str]
    own: frozenset[str]
    phrases: tuple[str, ...]
    opening: frozenset[str]
    correcting: frozenset[str]
    tolls: frozenset[str]
    helping: frozenset[str]


@cache
def _words() -> _Words:
    return msgspec.yaml.decode(Path(__file__).with_name("updated.yaml").read_bytes(), type=_Words)


@dataclass(frozen=True)
class _Later:
    """What reports say of one slot in so many words.

    ``newest`` are the facts told as the newest of their toll, ``alone`` the reports that say one
    number only, ``summing`` those that say how many are dead and how many are hurt. ``dead`` and
    ``risen`` are the most dead, and the most told as the newest, that a report says; ``left``
    are its numbers of wounded.
    """

    said: Sequence[Witness]
    newest: frozenset[str]
    alone: frozenset[str]
    summing: frozenset[str]
    dead: Mapping[str, int]
    risen: Mapping[str, int]
    left: Mapping[str, set[int]]

    def newer(self, old: Witness) -> list[Witness]:
        """Return the numbers that are newer than one of the slot."""
        return [one for one in self.said if earlier(old.at, one.at) and self._newer(old, one)]

    def _newer(self, old: Witness, new: Witness) -> bool:
        if new.origin.id != old.origin.id and (new.boast or _partial(new)):
            return False
        alone = new.document.id in self.alone and (_grows(old, new) or self.as_many(old, new))
        if _weeks_later(old, new) and (alone or new.fact.stage == "finding"):
            return True
        # A toll that has risen has risen on everybody; one that fell may be another's count.
        falls = _best(new) <= _best(old)
        apart = falls and new.sourced and old.sourced and not _one_office(old, new)
        return self.survive(old, new) or (not apart and new.fact.id in self.newest)

    def as_many(self, old: Witness, new: Witness) -> bool:
        """Tell whether first reports had as many dead and hurt in all as a late one has."""
        if old.fact.slot != KILLED:
            return False
        both = {_best(new) + left for left in self.left.get(new.document.id, ())}
        others = (key for key in self.left if key != new.document.id)
        return any(_best(old) + hurt in both for key in others for hurt in self.left[key])

    def survive(self, old: Witness, new: Witness) -> bool:
        """Tell whether as many have died since as there are fewer wounded."""
        if old.fact.slot != WOUNDED or _best(new) >= _best(old):
            return False
        before, after = self.dead.get(old.document.id), self.risen.get(new.document.id)
        fewer = _best(old) - _best(new)
        return before is not None and after is not None and after - before >= fewer

    def holds(self, old: Witness, new: Witness) -> bool:
        """Tell whether a newer number and an older one count the same, and the newer one holds."""
        if not _best(new):
            return _settled(new) and _of_one(old)
        same = unit_key(new.fact.unit) == unit_key(old.fact.unit)
        whole = not counts_some(old.fact.slot, old.fact.unit)
        if _best(new) > _best(old):
            return (same or whole) and grown(_best(old), _best(new))
        of_all = not counts_some(old.fact.slot, new.fact.unit)
        both_whole = of_all and (whole or _settled(new))  # no category has more than all
        sums_up = _weeks_later(old, new) and new.document.id in self.summing
        return (same or both_whole) and (sums_up or _settled(new) or self.survive(old, new))


def goes_on(witnesses: Sequence[Witness]) -> set[str]:
    """Return the documents that tell as the newest a toll into which one printed before may grow.

    "An eighth person has died" tells of the incident in which six had died, whatever day it names.
    """
    dead = [one for one in witnesses if one.fact.slot == KILLED and _dated(one) and _said(one)]
    return {
        new.document.id
        for new in dead
        if newest(new)
        and any(
            earlier(old.at, new.at) and _best(old) < _best(new) and grown(_best(old), _best(new))
            for old in dead
        )
    }


def grown(before: int, after: int) -> bool:
    """Tell whether a toll may have grown from one number to another."""
    return after <= _GROWS * (before + 1)


def updated(by_slot: Mapping[str, Sequence[Witness]]) -> dict[str, dict[str, Replaced]]:
    """Return the counts of killed and wounded that later reports replace, by slot and fact id.

    A report of weeks later, and one that tells its number as the newest ("the toll rose to"), knows
    of those who died since, and of those who were counted twice. What it gives replaces what was
    printed before it, unless somebody still gives that later. Fewer replace more only where the
    report sums up the incident, by its dead and its wounded, or where an inquiry or correction
    gives them; and fewer wounded where as many more have died, whoever gives them. What an inquiry
    found weeks later replaces the figures of all.
    """
    every = [one for slot in (KILLED, WOUNDED) for one in by_slot.get(slot, ()) if _dated(one)]
    said = [one for one in every if _said(one)]
    later = {slot: _later(slot, said, every) for slot in (KILLED, WOUNDED)}
    found: dict[str, dict[str, Replaced]] = {KILLED: {}, WOUNDED: {}}
    for old in every:
        number = old.fact.quantity
        open_ended = number is None or is_open(number)
        newer = [] if open_ended and not _of_one(old) else later[old.fact.slot].newer(old)
        newer = [one for one in newer if not open_ended or not _best(one)]
        again = [one for one in newer if _best(one) == _best(old)]
        fitting = [one for one in newer if later[old.fact.slot].holds(old, one)]
        if fitting:
            by = max(fitting, key=lambda one: (order(one.at), one.fact.id))
            if not all(earlier(one.at, by.at) for one in again):
                continue  # somebody still gives the old one
            reason = f"{by.document.name} gives {_best(by)} since"
            found[old.fact.slot][old.fact.id] = Replaced(old, by, reason)
    return found


def _grows(old: Witness, new: Witness) -> bool:
    """Tell whether a late number may be the first one grown.

    Where the first reports knew of one alone, a late one may tell of another night as well.
    """
    return _best(old) != 1 or _best(new) <= 1 or _settled(new)


def _of_one(witness: Witness) -> bool:
    """Tell whether a number is one, or one at least: a death that may be found to be another's."""
    number = witness.fact.quantity
    return number is not None and 1 in (number.best, number.low) and (number.best or 1) == 1


def _later(slot: str, said: Sequence[Witness], every: Sequence[Witness]) -> _Later:
    own: dict[tuple[str, str], set[int]] = defaultdict(set)
    risen: dict[str, int] = {}
    last = frozenset(one.fact.id for one in said if newest(one))
    for one in said:
        own[one.fact.slot, one.document.id].add(_best(one))
        if one.fact.slot == KILLED and one.fact.id in last:
            risen[one.document.id] = max(_best(one), risen.get(one.document.id, 0))
    told = {name: {key for row, key in own if row == name} for name in (KILLED, WOUNDED)}
    return _Later(
        said=[one for one in said if one.fact.slot == slot],
        newest=last,
        alone=frozenset(key for (row, key), numbers in own.items()
                        if row == slot and len(numbers) == 1),
        summing=frozenset(told[KILLED] & told[WOUNDED]),
        dead=_dead(every),
        risen=risen,
        left={key: numbers for (row, key), numbers in own.items() if row == WOUNDED},
    )  # fmt: skip


def _dead(every: Sequence[Witness]) -> dict[str, int]:
    """Return the most dead that each report tells of, described or said, at least."""
    found: dict[str, int] = {}
    for one in every:
        number = one.fact.quantity
        if one.fact.slot == KILLED and number is not None and one.fact.hedge >= _FIRM:
            least = number.best if number.best is not None else number.low
            found[one.document.id] = max(least or 0, found.get(one.document.id, 0))
    return found


def _settled(witness: Witness) -> bool:
    """Tell whether an inquiry found a number, or a report tells it as corrected by nobody."""
    corrected = witness.fact.stage == "correction" and not witness.sourced
    if witness.fact.stage == "finding" or corrected:
        return True
    return witness.fact.stage != "initial" and _corrects(witness.document.title or "")


def _corrects(title: str) -> bool:
    """Tell whether a title has it that its report corrects a toll: "Toll of the ambush lowered"."""
    first, told = _WORD.findall(title.lower())[:1], _word_set(title)
    correcting = _words().opening & set(first) or _words().correcting & told
    return bool(correcting and _words().tolls & told)


def _best(witness: Witness) -> int:
    return (witness.fact.quantity.best or 0) if witness.fact.quantity else 0


def _dated(witness: Witness) -> bool:
    return bool(witness.at) and days(witness.at) is not None


def _said(witness: Witness) -> bool:
    """Tell whether a report says an exact number in so many words, and stands by it."""
    fact = witness.fact
    exact = fact.quantity is not None and not is_open(fact.quantity)
    plain = fact.note is None or fact.note.endswith(_DEAD_SINCE)
    firm = fact.hedge >= _FIRM and fact.stage != "initial" and plain
    return exact and firm and (_best(witness) > 0 or _settled(witness))


def _partial(witness: Witness) -> bool:
    """Tell whether somebody is no judge of others' figures: a group, but none that helps."""
    helps = _words().helping & set(words(witness.origin.name))
    return witness.origin.kind in _PARTIAL and not helps


def _one_office(old: Witness, new: Witness) -> bool:
    """Tell whether two figures have one source, or an office and whoever holds it."""
    mine, theirs = set(words(old.origin.name)), set(words(new.origin.name))
    return old.origin.id == new.origin.id or mine <= theirs or theirs <= mine


def _weeks_later(old: Witness, new: Witness) -> bool:
    before, after = days(old.at), days(new.at)
    return before is not None and after is not None and after[0] - before[1] >= _LATE


def newest(witness: Witness) -> bool:
    """Tell whether the words of a number, or those right before it, tell it as the newest."""
    if _settled(witness):
        return True
    for span in witness.fact.spans:
        before = sentence(witness.document.text, span).partition(span.text)[0][-_BEFORE:]
        near, own = _word_set(before), _word_set(span.text)
        if _words().newest & (near | own) or _words().own & own:
            return True
        told = f"{before}{span.text}".lower()
        if any(phrase in told for phrase in _words().phrases):
            return True
    return False


def _word_set(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))
