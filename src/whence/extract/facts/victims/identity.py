"""Which mentions of persons who came to harm are one victim."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from whence.extract.facts.victims.harm import Harm
from whence.extract.facts.victims.merging import merge, one_person
from whence.extract.facts.victims.person import Person
from whence.extract.facts.victims.victim import (
    OPEN,
    Victim,
    narrower,
    same_age,
    same_kin,
    same_seat,
    same_sex,
)
from whence.extract.facts.victims.words import offspring, victim_words
from whence.model.span import Span
from whence.names.spelling import same_spelling

_SECOND = 2
"""The rank of somebody who may be told of as "another" elsewhere."""
_OPENING = 2
"""Tokens at the start of a sentence within which its subject starts."""


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
        latest = self._before(harm) if harm.also else []
        for person, span in zip(harm.whom or (None,), spans, strict=True):
            victim = self._find(harm, person, sentence, touched, latest)
            if victim is not None and person is not None:
                victim = self._of_the_dead(victim, harm, person)
            if victim is None:
                victim = Victim(
                    further=person is not None and person.further,
                    opens=person is not None and _opens(person),
                    some=person is not None and _of_those_told(person),
                )
                self.victims.append(victim)
            for other in latest:
                if other is not victim:
                    victim.beside.append(other)
                    other.beside.append(victim)
                    victim.also = True
            victim.beside += touched
            for other in touched:
                other.beside.append(victim)
            touched.append(victim)
            self._order += 1
            _take(victim, harm, person)
            victim.sentence, victim.order = sentence, self._order
            victim.told_in.add(sentence)
            if harm.outcome == "killed" and not harm.nominal:
                victim.died_in.add(sentence)
            if person is not None:
                victim.mentions.add((sentence, person.first))
            if harm.fell or (harm.own and harm.outcome == "killed"):
                victim.taken.append((sentence, span.end))
            victim.spans.setdefault(harm.outcome, []).append(span)

    def _before(self, harm: Harm) -> list[Victim]:
        """Return whom "also" sets somebody apart from: the last, and the last of the same end."""
        told = sorted(self.victims, key=lambda one: -one.order)
        alike = [one for one in told if harm.outcome in one.outcomes]
        return [*told[:1], *(one for one in alike[:1] if one is not told[0])]

    def _of_the_dead(self, victim: Victim, harm: Harm, person: Person) -> Victim:
        """Return the one told as dead whom a name is of that was taken for somebody wounded.

        "One driver was killed, another wounded. Abdi was shot as he reached for the door. Abdi
        died": he is the one who was killed.
        """
        wounded = "wounded" in victim.outcomes and "killed" not in victim.outcomes
        if harm.outcome != "killed" or harm.lingered or not (person.names and wounded):
            return victim
        dead = [
            one
            for one in self.victims
            if "killed" in one.outcomes
            and not (one.names or one.nominal)
            and same_sex(one.sex, victim.sex)
            and same_age(one.ages, person.ages)
        ]
        if len(dead) != 1 or not victim.further:
            return victim
        dead[0].names, victim.names = victim.names, set()
        dead[0].full, victim.full = victim.full, ()
        victim.ages = None
        return dead[0]

    def revive(self, sex: str) -> None:
        """Take back the death told last, of somebody of a sex ("" for any): he is still alive."""
        dead = [v for v in self.victims if "killed" in v.outcomes and same_sex(v.sex, sex)]
        if dead:
            latest = max(dead, key=lambda one: one.order)
            latest.outcomes = latest.outcomes - {"killed"} | {"critical"}
            latest.spans["critical"] = latest.spans.pop("killed", []) + latest.spans.get(
                "critical", []
            )

    def _find(
        self,
        harm: Harm,
        person: Person | None,
        sentence: int,
        touched: list[Victim],
        latest: Sequence[Victim],
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
            own = [one for one in recent if one.own and same_sex(one.sex, harm.sex)]
            named = [one for one in recent if person is not None and _same_name(one, person)]
            return next(iter(own or named), None)
        if person is None:
            return None
        if (plain := self._of_those(person)) is not person:
            person = plain
            recent = [o for o in recent if o.outcome == "wounded" or harm.outcome == "killed"]
        if person.names:
            named = [one for one in recent if _same_name(one, person)]
            if named:
                return named[0]
        apart = [one for one in latest if not one.also]
        recent = [one for one in recent if not any(one is other for other in apart)]
        if person.further and not person.rank:
            recent = [one for one in recent if not self._another_day(one, sentence)]
        fitting = [one for one in recent if _fits(one, person, harm, sentence)]
        return min(fitting, key=lambda one: _unlike(one, person, harm), default=None)

    def _of_those(self, person: Person) -> Person:
        """Take "the second victim", "the other victim" for one of two who are told of already.

        "The other woman" is one of two women.
        """
        if person.form != "definite" or not person.further or len(self.victims) < _SECOND:
            return person
        told = any(one.further or one.ranks for one in self.victims)
        general = person.noun in victim_words().general or not person.noun
        known = person.rank <= len(self.victims) and general
        return person if told or not known else replace(person, rank=0, further=False)

    def _another_day(self, victim: Victim, sentence: int) -> bool:
        """Tell whether a sentence has another day than those that tell of the victim."""
        here = self._days[sentence]
        there = frozenset[str]().union(*(self._days[at] for at, _ in victim.mentions))
        return bool(here & victim_words().later) or bool(here and there and not here & there)

    def settled(self) -> tuple[Victim, ...]:
        """Return the victims, those of one outcome that nothing tells apart taken as one."""
        kept: list[Victim] = []
        for victim in self.victims:
            same = [one for one in kept if one_person(one, victim, accident=False)]
            if self.accident and not same:
                same = [one for one in kept if one_person(one, victim, accident=True)]
            if same:
                merge(same[0], victim)
            else:
                kept.append(victim)
        return tuple(kept)


def _unlike(victim: Victim, person: Person, harm: Harm) -> tuple[bool, bool, bool, bool, bool]:
    """Return what speaks against one of several whom a mention may take up: age, end, kin, noun.

    Of a father and a son "a man" is the father, and who was "also shot" beside somebody dead is
    hardly the student whom the shots killed.
    """
    exact = person.ages is not None and person.ages[0] == person.ages[1]
    ended = harm.outcome == "killed" and not victim.outcomes <= OPEN | {"critical"}
    return (
        exact and victim.ages != person.ages,
        ended and "killed" not in victim.outcomes,
        person.noun in victim_words().adult and bool(victim.nouns & offspring()),
        harm.outcome == "killed" and victim.also and "killed" not in victim.outcomes,
        person.noun not in victim.nouns,
    )


def _of_those_told(person: Person) -> bool:
    """Tell whether somebody is one of victims of whom no more is told ("one of them")."""
    return person.form == "partitive" and (not person.noun or person.noun in victim_words().general)


def _take(victim: Victim, harm: Harm, person: Person | None) -> None:
    """Write what a mention tells into the victim."""
    victim.outcomes.add(harm.outcome)
    victim.own = victim.own or harm.own
    victim.lingered = victim.lingered or harm.lingered
    victim.lived = victim.lived or harm.lived
    victim.unsure = harm.unsure and (victim.unsure or not victim.spans)
    victim.nominal = victim.nominal and harm.nominal
    victim.struck = victim.struck or harm.struck
    victim.by_one = victim.by_one or (harm.struck and harm.by)
    victim.sex = victim.sex or harm.sex
    if person is None:
        return
    victim.sex = victim.sex or person.sex
    victim.ages = narrower(victim.ages, person.ages)
    victim.names |= set(person.names)
    if len(person.names) > len(victim.full):
        victim.full = person.names
    if person.noun:
        victim.nouns.add(person.noun)
    if person.rank:
        victim.ranks.add(person.rank)


def _same_name(victim: Victim, person: Person) -> bool:
    """Tell whether the one name is a part of the other, or first name and surname agree."""
    mine, theirs = set(victim.full), set(person.names)
    if not mine or not theirs or not same_sex(victim.sex, person.sex):
        return False
    if theirs <= victim.names or mine <= theirs:
        return True
    if victim.full[-1] != person.names[-1]:
        return False
    return same_spelling(victim.full[0], person.names[0])


def _fits(victim: Victim, person: Person, harm: Harm, sentence: int) -> bool:
    """Tell whether a mention without the victim's name may take the victim up."""
    if not same_sex(victim.sex, person.sex) or not same_age(victim.ages, person.ages):
        return False
    if person.rank and not (person.rank == _SECOND and _another(victim, harm)):
        return person.rank in victim.ranks
    if person.further and not _told_again(victim, person, harm, sentence):
        return False
    if person.names and victim.names:
        return False
    if _parted(victim, person, harm, sentence):
        return False
    if not _same_role(victim, person):
        return False
    return _in_form(victim, person, harm, sentence)


def _parted(victim: Victim, person: Person, harm: Harm, sentence: int) -> bool:
    """Tell whether what became of a victim is not what became of somebody told of now.

    Who survived is not who was found dead, the other victim who died is not the one who was hurt,
    nor is a fourth person who was hurt the driver who died; and who was killed is not hurt in the
    same breath ("killing the boy and leaving the teenager in critical condition").
    """
    if harm.outcome == "killed":
        hurt = "wounded" in victim.outcomes and not harm.lingered
        apart = person.further or (victim.ranks and not person.rank and person.form != "pronoun")
        return hurt and (victim.lived or bool(apart))
    if harm.lived and "killed" in victim.outcomes and not victim.lingered:
        return True
    after = harm.outcome in {"wounded", "critical"} and sentence in victim.died_in
    return after and person.form in {"definite", "indefinite", "bare"}


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
    return not victim.outcomes & {"wounded", *OPEN}


def _one_end(victim: Victim, harm: Harm) -> bool:
    """Tell whether what is told now can be the outcome that is told already."""
    if harm.outcome in OPEN or victim.outcomes <= OPEN:
        return True
    if harm.outcome == "critical" and "wounded" in victim.outcomes:
        return True  # "a toddler hurt on Monday has died": who was critical is the same
    return harm.outcome in victim.outcomes


def _of_two_ages(victim: Victim, person: Person) -> bool:
    """Tell whether one is a child and the other a parent: no name says that they are one."""
    table = victim_words()
    child = person.noun in table.children and bool(victim.nouns & table.parents)
    parent = person.noun in table.parents and bool(victim.nouns & table.children)
    return not person.names and (child or parent)


def _same_role(victim: Victim, person: Person) -> bool:
    """Tell whether a noun for an office or a part played suits the victim."""
    table = victim_words()
    if not same_seat({person.noun}, victim.nouns):
        return False
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
    if _of_two_ages(victim, person):
        return False
    if victim.nouns & table.police and person.noun and not person.names:
        return person.noun in {"victim", "man", "woman"} and person.form == "definite"
    if person.noun == "victim" and (victim.own or victim.nouns & table.shooters):
        return False
    kin = (table.male | table.female) - {"man", "boy", "woman", "girl"}
    if person.noun in kin and not person.names:
        return same_kin({person.noun}, victim.nouns) and not (
            victim.names and not victim.nouns & kin
        )
    return True
