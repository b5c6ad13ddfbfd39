"""Which mentions of persons who came to harm are one victim."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from whence.extract.facts.victims.harms import Harm
from whence.extract.facts.victims.mentions import Person
from whence.extract.facts.victims.words import victim_words
from whence.model.span import Span

_LIKE = 1
"""Years by which the ages that one report gives for one person may differ."""
_YOUNG = 19
"""Years up to which somebody is a child or a teenager."""
_SECOND = 2
"""The rank of somebody who may be told of as "another" elsewhere."""
_OPENING = 2
"""Tokens at the start of a sentence within which its subject starts."""
_OPEN = frozenset({"shot", "carried"})
"""Outcomes of which the text may still tell the end."""


@dataclass
class Victim:
    """One victim as gathered so far: what the mentions tell, and the words that tell it.

    ``told_in`` are the sentences, ``mentions`` the places where the victim is told of; ``taken``
    the sentences and places where the own life is taken or lost in the deed; ``opens`` says that a
    sentence starts with the victim.
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


@dataclass
class Gathering:
    """The victims of one document, in the order in which they are first told of.

    ``accident`` says that the document tells of somebody who was shot by accident.
    """

    victims: list[Victim] = field(default_factory=list)
    accident: bool = False
    _order: int = 0
    _days: dict[int, frozenset[str]] = field(default_factory=dict)

    def add(
        self, harm: Harm, sentence: int, spans: Sequence[Span], days: frozenset[str] = frozenset()
    ) -> None:
        """Add a harm of a sentence; ``spans`` are its words, one for each who suffered it.

        ``days`` are the words of the sentence for its day.
        """
        self._days[sentence] = days
        touched: list[Victim] = []
        for person, span in zip(harm.whom or (None,), spans, strict=True):
            victim = self._find(harm, person, sentence, touched)
            if victim is None:
                victim = Victim(
                    further=person is not None and person.further,
                    opens=person is not None and _opens(person),
                    some=person is not None and _of_those_told(person),
                )
                self.victims.append(victim)
            victim.beside += touched
            for other in touched:
                other.beside.append(victim)
            touched.append(victim)
            self._order += 1
            _take(victim, harm, person)
            victim.sentence, victim.order = sentence, self._order
            victim.told_in.add(sentence)
            if person is not None:
                victim.mentions.add((sentence, person.first))
            if harm.fell or (harm.own and harm.outcome == "killed"):
                victim.taken.append((sentence, span.end))
            victim.spans.setdefault(harm.outcome, []).append(span)

    def _find(
        self, harm: Harm, person: Person | None, sentence: int, touched: list[Victim]
    ) -> Victim | None:
        """Return the victim that a mention takes up, None for somebody not told of before."""
        free = [one for one in self.victims if not any(one is other for other in touched)]
        same = [one for one in free if person and (sentence, person.first) in one.mentions]
        if same:
            return same[0]
        recent = sorted(free, key=lambda one: (harm.outcome not in one.outcomes, -one.order))
        if person is not None and person.form == "pronoun":
            recent = sorted(free, key=lambda one: -one.order)
        if harm.own:
            own = [one for one in recent if one.own and _same_sex(one.sex, harm.sex)]
            named = [one for one in recent if person is not None and _same_name(one, person)]
            return next(iter(own or named), None)
        if person is None:
            return None
        if person.names:
            named = [one for one in recent if _same_name(one, person)]
            if named:
                return named[0]
        if person.further and not person.rank:
            recent = [one for one in recent if not self._another_day(one, sentence)]
        fitting = [one for one in recent if _fits(one, person, harm, sentence)]
        return min(fitting, key=lambda one: _unlike(one, person), default=None)

    def _another_day(self, victim: Victim, sentence: int) -> bool:
        """Tell whether a sentence has another day than those that tell of the victim."""
        here = self._days[sentence]
        there = frozenset[str]().union(*(self._days[at] for at, _ in victim.mentions))
        return bool(here & victim_words().later) or bool(here and there and not here & there)

    def settled(self) -> tuple[Victim, ...]:
        """Return the victims, those of one outcome that nothing tells apart taken as one."""
        kept: list[Victim] = []
        for victim in self.victims:
            same = [one for one in kept if _one_person(one, victim, accident=False)]
            if self.accident and not same:
                same = [one for one in kept if _one_person(one, victim, accident=True)]
            if same:
                _merge(same[0], victim)
            else:
                kept.append(victim)
        return tuple(kept)


def _one_person(one: Victim, other: Victim, accident: bool) -> bool:
    """Tell whether two victims told of apart may be one: nothing in their words speaks against."""
    if one.further or other.further or (one.names and other.names):
        return False
    if one.outcome != other.outcome and not _may_have_died(one, other):
        return False
    if any(one is row for row in other.beside) or not _same_sex(one.sex, other.sex):
        return False
    if not _same_age(one.ages, other.ages):
        return False
    mishap = accident and one.own != other.own and not _same_sentence(one, other)
    parted = one.own != other.own and (one.struck or other.struck)
    parted = parted and not _of_him(one, other)
    if parted and not mishap and not _told_both_ways(one, other):
        return False
    police = bool(one.nouns & victim_words().police) == bool(other.nouns & victim_words().police)
    unnamed = mishap and not (one.nouns and other.nouns)
    return (police or unnamed) and _same_kin(one.nouns, other.nouns)


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


def _unlike(victim: Victim, person: Person) -> tuple[bool, bool]:
    """Return what speaks against one of several whom a mention may take up: age, then noun."""
    exact = person.ages is not None and person.ages[0] == person.ages[1]
    return exact and victim.ages != person.ages, person.noun not in victim.nouns


def _same_kin(mine: set[str], theirs: set[str]) -> bool:
    """Tell whether nouns for kinship can be one person's: a wife is a mother, a son a brother."""
    table = victim_words()
    kin = (table.male | table.female) - {"man", "boy", "woman", "girl"}
    one, other = mine & kin, theirs & kin
    for young, old in ((mine, theirs), (theirs, mine)):
        if young & table.children and old & table.parents:
            return False  # "a girl died and her mother was hurt"
    alike = any(one & group and other & group for group in table.kin)
    return not one or not other or alike or bool(one & other)


def _told_both_ways(one: Victim, other: Victim) -> bool:
    """Tell whether a child is told to have shot itself and to have been shot: one of it is wrong.

    Grown-ups shoot others and then themselves.
    """
    own = one if one.own else other
    young = all(row.ages is not None and row.ages[1] <= _YOUNG for row in (one, other))
    return young and own.outcomes <= _OPEN


def _may_have_died(one: Victim, other: Victim) -> bool:
    """Tell whether a death may be the end of what is told of the other: a shot, of oneself even."""
    alive = one if one.outcome != "killed" else other
    return alive.outcomes <= _OPEN | {"critical"} or (alive.own and not one.further)


def _merge(one: Victim, other: Victim) -> None:
    one.sex = one.sex or other.sex
    one.ages = _narrower(one.ages, other.ages)
    one.names |= other.names
    one.full = max(one.full, other.full, key=len)
    one.nouns |= other.nouns
    one.outcomes |= other.outcomes
    one.nominal = one.nominal and other.nominal
    one.own, one.struck = one.own or other.own, one.struck or other.struck
    one.by_one = one.by_one or other.by_one
    one.beside += other.beside
    one.taken += other.taken
    one.told_in |= other.told_in
    for outcome, spans in other.spans.items():
        one.spans.setdefault(outcome, []).extend(spans)


def _of_those_told(person: Person) -> bool:
    """Tell whether somebody is one of victims of whom no more is told ("one of them")."""
    return person.form == "partitive" and (not person.noun or person.noun in victim_words().general)


def _take(victim: Victim, harm: Harm, person: Person | None) -> None:
    """Write what a mention tells into the victim."""
    victim.outcomes.add(harm.outcome)
    victim.own = victim.own or harm.own
    victim.unsure = harm.unsure and (victim.unsure or len(victim.outcomes) == 1)
    victim.nominal = victim.nominal and harm.nominal
    victim.struck = victim.struck or harm.struck
    victim.by_one = victim.by_one or (harm.struck and harm.by)
    victim.sex = victim.sex or harm.sex
    if person is None:
        return
    victim.sex = victim.sex or person.sex
    victim.ages = _narrower(victim.ages, person.ages)
    victim.names |= set(person.names)
    if len(person.names) > len(victim.full):
        victim.full = person.names
    if person.noun:
        victim.nouns.add(person.noun)
    if person.rank:
        victim.ranks.add(person.rank)


def _narrower(one: tuple[int, int] | None, other: tuple[int, int] | None) -> tuple[int, int] | None:
    if one is None or other is None:
        return one or other
    return min(one, other, key=lambda pair: pair[1] - pair[0])


def _same_sex(one: str, other: str) -> bool:
    return not one or not other or one == other


def _same_age(one: tuple[int, int] | None, other: tuple[int, int] | None) -> bool:
    if one is None or other is None:
        return True
    return one[0] <= other[1] + _LIKE and other[0] <= one[1] + _LIKE


def _same_name(victim: Victim, person: Person) -> bool:
    """Tell whether the one name is a part of the other, or first name and surname agree."""
    mine, theirs = set(victim.full), set(person.names)
    if not mine or not theirs or not _same_sex(victim.sex, person.sex):
        return False
    if theirs <= victim.names or mine <= theirs:
        return True
    return victim.full[-1] == person.names[-1] and victim.full[0] == person.names[0]


def _fits(victim: Victim, person: Person, harm: Harm, sentence: int) -> bool:
    """Tell whether a mention without the victim's name may take the victim up."""
    if not _same_sex(victim.sex, person.sex) or not _same_age(victim.ages, person.ages):
        return False
    if person.rank and not (person.rank == _SECOND and _another(victim, harm)):
        return person.rank in victim.ranks
    if person.further and not _told_again(victim, person, harm, sentence):
        return False
    if person.names and victim.names:
        return False
    if not _same_role(victim, person):
        return False
    return _in_form(victim, person, harm, sentence)


def _another(victim: Victim, harm: Harm) -> bool:
    """Tell whether "a second girl" can be the one told of as "another" before."""
    alive = victim.outcome == "wounded" or harm.outcome == "killed"
    return victim.further and not victim.ranks and alive


def _told_again(victim: Victim, person: Person, harm: Harm, sentence: int) -> bool:
    """Tell whether "another" is somebody of an earlier sentence, told again.

    "One killed, another hurt", says the headline, and so does the lead: what sets "another" apart
    is the one told of before it. Where two sentences both start with "Another man", they go on from
    one to the next.
    """
    if victim.ranks or any(row[0] == sentence for row in victim.mentions):
        return False
    if _opens(person):
        return victim.further and not victim.opens
    return victim.further or (not person.noun and harm.outcome in victim.outcomes)


def _opens(person: Person) -> bool:
    """Tell whether a sentence starts with the words for a person."""
    return person.first < _OPENING


def _in_form(victim: Victim, person: Person, harm: Harm, sentence: int) -> bool:
    """Tell whether the form of a mention and the outcomes told allow that it is the victim."""
    match person.form:
        case "pronoun":
            return True
        case "definite":
            return not (
                victim.outcome == "killed" and harm.outcome == "wounded" and _strong(victim)
            )
        case "partitive":
            return "killed" not in victim.outcomes or harm.outcome == "killed"
        case _:
            return victim.sentence != sentence and _one_end(victim, harm)


def _strong(victim: Victim) -> bool:
    return not victim.outcomes & {"wounded", *_OPEN}


def _one_end(victim: Victim, harm: Harm) -> bool:
    """Tell whether what is told now can be the outcome that is told already."""
    if harm.outcome in _OPEN or victim.outcomes <= _OPEN:
        return True
    if harm.outcome == "critical" and "wounded" in victim.outcomes:
        return True  # "a toddler hurt on Monday has died": who was critical is the same
    return harm.outcome in victim.outcomes


def _same_role(victim: Victim, person: Person) -> bool:
    """Tell whether a noun for an office or a part played suits the victim."""
    table = victim_words()
    if person.noun in table.police:
        return bool(victim.nouns & table.police)
    if person.noun in table.shooters:
        return (
            victim.own
            or bool(victim.nouns & table.shooters)
            or not (victim.nouns & (table.general | table.police | table.minor))
        )
    if person.form == "pronoun":
        return True
    if victim.nouns & table.police and person.noun and not person.names:
        return person.noun in {"victim", "man", "woman"} and person.form == "definite"
    if person.noun == "victim" and (victim.own or victim.nouns & table.shooters):
        return False
    kin = (table.male | table.female) - {"man", "boy", "woman", "girl"}
    if person.noun in kin and not person.names:
        return _same_kin({person.noun}, victim.nouns) and not (
            victim.names and not victim.nouns & kin
        )
    return True
