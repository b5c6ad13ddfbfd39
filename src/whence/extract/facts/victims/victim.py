"""A victim as gathered from what a text tells, and what may be told of one person."""

from dataclasses import dataclass, field

from whence.extract.facts.victims.words import victim_words
from whence.model.span import Span

OPEN = frozenset({"shot", "carried"})
"""Outcomes of which the text may still tell the end."""


_DRIVERS, _RIDERS, _WALKERS = (
    frozenset({"driver", "motorist"}),
    frozenset({"passenger"}),
    frozenset({"pedestrian"}),
)
_SEATS = (
    (_DRIVERS, _RIDERS | _WALKERS),
    (_RIDERS, _DRIVERS | _WALKERS),
    (_WALKERS, _DRIVERS | _RIDERS),
)
"""Who drives, who rides and who walks, each with the others."""
_LIKE = 1
"""Years by which the ages that one report gives for one person may differ."""


@dataclass
class Victim:
    """One victim as gathered so far: what the mentions tell, and the words that tell it.

    ``told_in`` are the sentences, ``mentions`` the places where the victim is told of; ``taken``
    the sentences and places where the own life is taken or lost in the deed; ``opens`` says that a
    sentence starts with the victim; ``also`` that words set it apart from who was told of before,
    ``lingered`` that it died of a wound, ``lived`` that it survived
    one; ``died_in`` are the sentences that tell of its death.
    """

    sex: str = ""
    ages: tuple[int, int] | None = None
    names: set[str] = field(default_factory=set)
    full: tuple[str, ...] = ()
    nouns: set[str] = field(default_factory=set)
    outcomes: set[str] = field(default_factory=set)
    spans: dict[str, list[Span]] = field(default_factory=dict)
    ranks: set[int] = field(default_factory=set)
    further: bool = False
    also: bool = False
    lingered: bool = False
    lived: bool = False
    died_in: set[int] = field(default_factory=set)
    opens: bool = False
    beside: list["Victim"] = field(default_factory=list)
    own: bool = False
    struck: bool = False
    by_one: bool = False
    unsure: bool = False
    some: bool = False
    nominal: bool = True
    sentence: int = -1
    order: int = 0
    told_in: set[int] = field(default_factory=set)
    mentions: set[tuple[int, int]] = field(default_factory=set)
    taken: list[tuple[int, int]] = field(default_factory=list)

    @property
    def outcome(self) -> str:
        """What came of it in the end: death, if it is told anywhere; else a wound."""
        return "killed" if "killed" in self.outcomes else "wounded"

    @property
    def told_at(self) -> int:
        """Where the text first tells of the victim (code points)."""
        return min(span.start for row in self.spans.values() for span in row)


def same_seat(mine: set[str], theirs: set[str]) -> bool:
    """Tell whether nouns for who drives, rides and walks can be one person's.

    Nor does who holds an office guard or drive somebody, or go to school.
    """
    high, low = victim_words().dignitaries, victim_words().attendants
    posts = ((high, low), (low, high))
    return not any(mine & seat and theirs & others for seat, others in (*_SEATS, *posts))


def same_kin(mine: set[str], theirs: set[str]) -> bool:
    """Tell whether nouns for kinship can be one person's: a wife is a mother, a son a brother."""
    table = victim_words()
    kin = (table.male | table.female) - {"man", "boy", "woman", "girl"}
    if not same_seat(mine, theirs):
        return False
    one, other = mine & kin, theirs & kin
    for young, old in ((mine, theirs), (theirs, mine)):
        if young & table.children and old & table.parents:
            return False  # "a girl died and her mother was hurt"
    alike = any(one & group and other & group for group in table.kin)
    return not one or not other or alike or bool(one & other)


def narrower(one: tuple[int, int] | None, other: tuple[int, int] | None) -> tuple[int, int] | None:
    """Return the ages that tell more of two."""
    if one is None or other is None:
        return one or other
    return min(one, other, key=lambda pair: pair[1] - pair[0])


def same_sex(one: str, other: str) -> bool:
    """Tell whether two may be of one sex: where either is not told they may."""
    return not one or not other or one == other


def same_age(one: tuple[int, int] | None, other: tuple[int, int] | None) -> bool:
    """Tell whether two may be of one age, give or take a year."""
    if one is None or other is None:
        return True
    return one[0] <= other[1] + _LIKE and other[0] <= one[1] + _LIKE
