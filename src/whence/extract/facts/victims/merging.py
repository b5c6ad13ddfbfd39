"""Which of the victims gathered from a text are one person told of twice."""

from whence.extract.facts.victims.victim import OPEN, Victim, narrower, same_age, same_kin, same_sex
from whence.extract.facts.victims.words import victim_words

_YOUNG = 19
"""Years up to which somebody is a child or a teenager."""


def one_person(one: Victim, other: Victim, accident: bool) -> bool:
    """Tell whether two victims told of apart may be one: nothing in their words speaks against."""
    if one.further or other.further or (one.names and other.names):
        return False
    if one.outcome != other.outcome and not _may_have_died(one, other):
        return False
    if _outlived(one, other) or _outlived(other, one):
        return False
    if any(one is row for row in other.beside) or not same_sex(one.sex, other.sex):
        return False
    if not same_age(one.ages, other.ages):
        return False
    mishap = accident and one.own != other.own and not _same_sentence(one, other)
    parted = one.own != other.own and (one.struck or other.struck)
    parted = parted and not _of_him(one, other)
    if parted and not mishap and not _told_both_ways(one, other):
        return False
    police = bool(one.nouns & victim_words().police) == bool(other.nouns & victim_words().police)
    unnamed = mishap and not (one.nouns and other.nouns)
    return (police or unnamed) and same_kin(one.nouns, other.nouns)


def _outlived(one: Victim, other: Victim) -> bool:
    """Tell whether one is told to have survived, and the other died at once.

    Or whether one breath has both the death of the one and the other's wounds.
    """
    if other.outcome != "killed":
        return False
    hurt = one.outcome != "killed" and bool(one.outcomes & {"critical", "wounded"})
    return (one.lived and not other.lingered) or (hurt and bool(one.told_in & other.died_in))


def _of_him(one: Victim, other: Victim) -> bool:
    """Tell whether "he shot himself" is told of somebody who died: "he" is nobody else."""
    own, dead = (one, other) if one.own else (other, one)
    bare = not (own.nouns or own.names or own.ages) and own.outcomes <= {"shot"}
    if dead.by_one or dead.outcome != "killed":
        return False  # "a man shot his son" may go on with "he shot himself"
    return bare and bool(own.sex) and own.sex == dead.sex


def _same_sentence(one: Victim, other: Victim) -> bool:
    """Tell whether a sentence has both, one struck by the other: "shot himself and a friend"."""
    struck = (one.struck and not one.own) or (other.struck and not other.own)
    return bool(one.told_in & other.told_in) and struck


def _told_both_ways(one: Victim, other: Victim) -> bool:
    """Tell whether a child is told to have shot itself and to have been shot: one of it is wrong.

    Grown-ups shoot others and then themselves.
    """
    own = one if one.own else other
    young = all(row.ages is not None and row.ages[1] <= _YOUNG for row in (one, other))
    return young and own.outcomes <= OPEN


def _may_have_died(one: Victim, other: Victim) -> bool:
    """Tell whether a death may be the end of what is told of the other: a shot, of oneself even."""
    alive, dead = (one, other) if one.outcome != "killed" else (other, one)
    alike = not (alive.nouns and dead.nouns) or bool(alive.nouns & dead.nouns)
    if (
        dead.lingered
        and alike
        and not alive.also
        and alive.outcomes <= OPEN | {"critical", "wounded"}
    ):
        return True  # "a girl was hurt on Monday", and "died of her wounds"
    return alive.outcomes <= OPEN | {"critical"} or (alive.own and not one.further)


def merge(one: Victim, other: Victim) -> None:
    """Take everything that is told of the second into the first."""
    one.sex = one.sex or other.sex
    one.ages = narrower(one.ages, other.ages)
    one.names |= other.names
    one.full = max(one.full, other.full, key=len)
    one.nouns |= other.nouns
    one.outcomes |= other.outcomes
    one.nominal = one.nominal and other.nominal
    one.own, one.struck = one.own or other.own, one.struck or other.struck
    one.by_one = one.by_one or other.by_one
    one.lingered = one.lingered or other.lingered
    one.lived = one.lived or other.lived
    one.died_in |= other.died_in
    one.beside += other.beside
    one.taken += other.taken
    one.told_in |= other.told_in
    for outcome, spans in other.spans.items():
        one.spans.setdefault(outcome, []).extend(spans)
