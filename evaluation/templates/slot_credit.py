"""Credit of MUC-4's slots: which fill of a key an answer is compared with, and what it earns.

After Chinchor (1992) and the guidelines for scoring (MUC-4 proceedings, appendix C); what these
leave open is as the official score reports on tst3 show it, set beside their key.

- **Names.** Full credit for one of the alternatives, articles and case aside, also with other
  alternatives of the same fill or with an acronym in brackets beside it (the task's documentation
  allows both). Half where all words of one name stand in the other and are at least half of it.
  In 1992 people judged the names that did not match, when in doubt as incorrect; this measure of
  doubt is ours.
- **Types.** One of the acceptable ones, or half for "attack", which is above them all.
- **Confidences.** They belong to an organisation. An acceptable one is correct where the answer's
  organisation earns full credit and partial where it does not. "Suspected or accused" for "... by
  authorities", which is below it, is partial for any organisation; the reverse earns nothing.

Answers are paired with fills one to one for the most credit; of those that remain as many as
possible are pairs of incorrect ones, and the rest are missing or spurious. An optional fill is
missing to nobody: it counts only when it is paired, and those that must be found are paired first.

Templates of a response are *mapped* to those of a key one to one for the most credit. A pair needs
credit for the type of incident, and for a perpetrator, a target or a victim. (The guidelines take
types of targets and victims as well, which no reader gives.)
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct

from evaluation.comparing.assignment import heaviest_pairs
from evaluation.comparing.naming import words_of
from evaluation.corpora.muc4_slots import Fill, KeyIncident
from evaluation.templates.slot_counts import Category, Tally, counted
from evaluation.templates.slot_scene import date_credit, location_credit

PARENTS = {"SUSPECTED OR ACCUSED BY AUTHORITIES": "SUSPECTED OR ACCUSED"}
"""The confidence above another in the task's set list."""
ANY_TYPE = "attack"
"""The type of incident above the others: for what is clearly none of them."""

_PREFERENCE = 1e-3

Answered = TypeVar("Answered")


class Graded(Struct, frozen=True, kw_only=True):
    """An answered organisation with its confidence; None where none is given."""

    organisation: str
    confidence: str | None = None


class Response(Struct, frozen=True, kw_only=True):
    """One template of a response: type of incident, fillers by role, organisations blamed.

    ``roles`` holds those of ``KeyIncident.roles``; dates and places are in the
    task's form.
    """

    incident: str
    roles: Mapping[str, Sequence[str]] = {}
    organisations: tuple[Graded, ...] = ()
    date: str | None = None
    location: str | None = None


class Comparison(Struct, frozen=True, kw_only=True):
    """What became of one fill or one answer; ``fill`` and ``answer`` are their places, or None."""

    category: Category
    fill: int | None = None
    answer: int | None = None


def name_credit(alternatives: Sequence[str], answer: str) -> float:
    """Return 1, 0.5 or 0 for an answered name against the alternatives of one fill."""
    mine = words_of(answer)
    known = [words_of(one) for one in alternatives]
    every = frozenset().union(*known)
    if any(one and one <= mine <= every for one in known):
        return 1.0
    outside = words_of(_unbracketed(answer))
    if outside and outside in {words_of(_unbracketed(one)) for one in alternatives}:
        return 1.0
    return 0.5 if any(_overlap(one, mine) for one in known) else 0.0


def type_credit(types: Sequence[str], answer: str) -> float:
    """Return 1, 0.5 or 0 for an answered type of incident against the acceptable ones."""
    if answer in types:
        return 1.0
    return 0.5 if types and answer == ANY_TYPE else 0.0


def confidence_credit(fill: Fill, answer: Graded) -> float:
    """Return 1, 0.5 or 0 for an answered confidence against one fill of a key."""
    if answer.confidence in fill.alternatives:
        full = not fill.about or name_credit(fill.about, answer.organisation) == 1
        return 1.0 if full else 0.5
    above = {PARENTS[one] for one in fill.alternatives if one in PARENTS}
    return 0.5 if answer.confidence in above else 0.0


def compare(
    fills: Sequence[Fill],
    answers: Sequence[Answered],
    credit: Callable[[Fill, Answered], float],
) -> list[Comparison]:
    """Return what becomes of the fills and the answers of one slot of one template.

    Of an optional fill that nothing is paired with nothing becomes.
    """
    earned = {
        (here, there): gained
        for here, fill in enumerate(fills)
        for there, answer in enumerate(answers)
        if (gained := credit(fill, answer)) > 0
    }
    weights = {
        pair: gained + _PREFERENCE * (not fills[pair[0]].optional)
        for pair, gained in earned.items()
    }
    pairs = heaviest_pairs(weights)
    found = [
        Comparison(
            category="correct" if earned[here, there] == 1 else "partial", fill=here, answer=there
        )
        for here, there in pairs
    ]
    return found + _remaining(
        fills,
        [n for n in range(len(fills)) if n not in {here for here, _ in pairs}],
        [n for n in range(len(answers)) if n not in {there for _, there in pairs}],
    )


def compared_organisations(
    fills: Sequence[Fill], organisations: Sequence[Graded]
) -> list[Comparison]:
    """Compare the fills of slot 10 with the organisations that are answered."""
    return compare(fills, [one.organisation for one in organisations], _by_name)


def compared_confidences(
    fills: Sequence[Fill], organisations: Sequence[Graded]
) -> list[Comparison]:
    """Compare the fills of slot 11 with those answered organisations that have a confidence."""
    return compare(fills, graded(organisations), confidence_credit)


def compared_types(fills: Sequence[Fill], answers: Sequence[str]) -> list[Comparison]:
    """Compare the types of incident that a key accepts with the one that is answered."""
    return compare(fills, answers, lambda fill, one: type_credit(fill.alternatives, one))


def compared_dates(fills: Sequence[Fill], answers: Sequence[str]) -> list[Comparison]:
    """Compare the fill of slot 2 with the date that is answered, if one is."""
    return compare(fills, answers, lambda fill, one: date_credit(fill.alternatives, one))


def compared_locations(fills: Sequence[Fill], answers: Sequence[str]) -> list[Comparison]:
    """Compare the fill of slot 3 with the location that is answered, if one is."""
    return compare(fills, answers, lambda fill, one: location_credit(fill.alternatives, one))


def answers_of(one: str | None) -> list[str]:
    """Return the answers of a slot that holds one or none."""
    return [] if one is None else [one]


def graded(organisations: Sequence[Graded]) -> list[Graded]:
    """Return the organisations that have a confidence: a response's slot 11."""
    return [one for one in organisations if one.confidence]


def slot_tally(fills: Sequence[Fill], answers: int, comparisons: Sequence[Comparison]) -> Tally:
    """Return the tally of one slot of one template.

    Noncommittal is what the scorer of 1992 took for it: no answer, and no fill or a single
    optional one.
    """
    silent = not answers and len(fills) <= 1 and all(one.optional for one in fills)
    return counted((one.category for one in comparisons), noncommittal=silent)


def mapped(
    incidents: Sequence[KeyIncident], responses: Sequence[Response]
) -> list[tuple[int, int]]:
    """Return which template of a key each of a response is mapped to, as (key, response)."""
    weights = {
        (here, there): weight
        for here, incident in enumerate(incidents)
        for there, response in enumerate(responses)
        if (weight := _mapping_credit(incident, response)) > 0
    }
    return heaviest_pairs(weights)


def _mapping_credit(incident: KeyIncident, response: Response) -> float:
    kind = type_credit(incident.types, response.incident)
    parts = _earned(compared_organisations(incident.organisations, response.organisations))
    for role, fills in incident.roles.items():
        parts += _earned(compare(fills, response.roles.get(role, ()), _by_name))
    if not kind or not parts:
        return 0.0
    confidences = compared_confidences(incident.confidences, response.organisations)
    when = compared_dates(incident.dates, answers_of(response.date))
    where = compared_locations(incident.locations, answers_of(response.location))
    return kind + parts + sum(map(_earned, (confidences, when, where)))


def _earned(comparisons: Sequence[Comparison]) -> float:
    return counted(one.category for one in comparisons).credit


def _remaining(
    fills: Sequence[Fill], free: Sequence[int], unused: Sequence[int]
) -> list[Comparison]:
    ordered = sorted(free, key=lambda n: fills[n].optional)
    met = min(len(ordered), len(unused))
    found = [
        Comparison(category="incorrect", fill=here, answer=there)
        for here, there in zip(ordered[:met], unused[:met], strict=True)
    ]
    found += [
        Comparison(category="missing", fill=here)
        for here in ordered[met:]
        if not fills[here].optional
    ]
    return found + [Comparison(category="spurious", answer=there) for there in unused[met:]]


def _by_name(fill: Fill, answer: str) -> float:
    return name_credit(fill.alternatives, answer)


def _overlap(some: frozenset[str], others: frozenset[str]) -> bool:
    fewer, more = sorted((some, others), key=len)
    return bool(fewer) and fewer <= more and 2 * len(fewer) >= len(more)


def _unbracketed(name: str) -> str:
    outside, depth = [], 0
    for letter in name:
        depth += letter in "[("
        if not depth:
            outside.append(letter)
        depth -= letter in "])" and depth > 0
    return "".join(outside)
