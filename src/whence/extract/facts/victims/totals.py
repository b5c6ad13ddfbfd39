"""How many were killed and wounded: explicit totals first, else a sum of described victims."""

from collections.abc import Sequence
from dataclasses import replace

from whence.extract.facts.build import Draft, number_value
from whence.extract.facts.quantities import compared, exact
from whence.extract.facts.victims.identity import Victim
from whence.extract.facts.victims.shares import (
    alive,
    beside,
    died,
    largest_part,
    less_dead,
    plain,
    ranked,
    sharper,
    told_of,
    with_own,
)
from whence.extract.facts.victims.told import Settled, Telling, Told, draft_of
from whence.extract.facts.victims.words import victim_words
from whence.extract.facts.words import casualties
from whence.model.span import Span

_OPEN = frozenset({"shot", "carried"})
"""Outcomes of which the text may still tell the end."""
_LEAD = 4
"""Sentences in which a report gives its total."""


def settle(telling: Telling) -> tuple[Draft, ...]:
    """Return the counts of killed and wounded that the document vouches for."""
    if not any(row.count and row.slot == "killed" for row in telling.counts):
        telling = _fatal(telling)
    if telling.counts and telling.implied_killed is None:
        # "The killing of a protester" in a report that counts others is another matter's.
        told = tuple(one for one in telling.victims if not one.nominal)
        telling = replace(telling, victims=told)
    killed = _killed(telling)
    telling = replace(telling, victims=alive(telling.victims, killed.count))
    wounded = ranked(_wounded(telling, killed), telling.victims, killed)
    return (*killed.drafts, *wounded.drafts)


def general(unit: str) -> bool:
    """Tell whether a noun counts people of whatever kind."""
    return unit in casualties().general


def _totals(rows: Sequence[Told]) -> list[Told]:
    return [
        row for row in rows if row.count and not row.part and not row.more and general(row.unit)
    ]


def _main(rows: Sequence[Told]) -> Told | None:
    """Return the count that is the report's total: the largest of its lead, else the first."""
    counted = [row for row in rows if row.count and row.draft.quantity is not None]
    sharp = [row for row in counted if row.draft.quantity and row.draft.quantity.best is not None]
    counted = sharp or counted
    lead = [row for row in counted if row.sentence < _LEAD]
    if lead:
        return max(lead, key=lambda row: row.count or 0)
    return counted[0] if counted else None


def _killed(telling: Telling) -> Settled:
    rows = [row for row in telling.counts if row.slot == "killed"]
    rows = [with_own(row, rows, telling.victims) if general(row.unit) else row for row in rows]
    main = _main(_totals(rows))
    if main is not None:
        return _given(rows, main, telling)
    settled = largest_part(rows, _summed("killed", rows, telling))
    if settled.count < (telling.implied_killed or (0,))[0]:
        least, span = telling.implied_killed or (0, None)
        draft = draft_of(
            "killed",
            compared(least, "at_least"),
            (span,) if span else (),
            "implied by the word for the event",
        )
        return Settled(count=least, spans=draft.spans, drafts=(draft,))
    return settled


def _fatal(telling: Telling) -> Telling:
    """Take those who were shot as those of whose death only a noun tells: "his fatal shooting"."""
    least, noun = telling.implied_killed or (0, None)
    dead = sum(one.outcome == "killed" for one in telling.victims)
    if least < 2 and dead:
        return telling
    open_ended = [one for one in telling.victims if one.outcomes <= _OPEN]
    if not open_ended or (len(open_ended) > least and least < 2):
        return telling
    if noun and "suicide" not in noun.text.lower():  # "a murder-suicide" leaves open how many
        open_ended = open_ended[: max(0, least - dead)]
    fatal = [replace(one, outcomes=one.outcomes | {"killed"}) for one in open_ended]
    others = [one for one in telling.victims if not any(one is row for row in open_ended)]
    return replace(telling, victims=(*others, *fatal))


def _given(rows: Sequence[Told], main: Told, telling: Telling) -> Settled:
    """Return the explicit counts, parts of the total as floors under it.

    Those described one by one stand behind the total where they are as many.
    """
    drafts: list[Draft] = []
    described = _summed(main.slot, (), telling)
    if described.count == main.count and main.draft.value == str(main.count):
        drafts.extend(described.drafts)
    for row in rows:
        count = row.count
        smaller = count is not None and count < (main.count or 0)
        if count == 0 or (row.source != main.source and not row.part and count != 1):
            drafts.append(row.draft) if count else None
        elif smaller and general(row.unit):
            drafts.append(_floor(row.draft, main))
        else:
            drafts.append(row.draft)
    return Settled(count=main.count or 0, spans=main.draft.spans, drafts=tuple(drafts))


def _more(main: Told, telling: Telling) -> Settled | None:
    """Return the sum where a count of men, or of girls, leaves out others who are described.

    "Two men were hurt; a woman was shot too": no word of the text counts all three. Who counts the
    men must tell of her, and not of what she suffered years ago.
    """
    same = [one for one in telling.victims if telling.sources.get(one.told_at) == main.source]
    telling = replace(telling, victims=tuple(same))
    main = replace(main, more=False)
    settled = _summed(main.slot, [main], telling) if main.unit in _sexed() else None
    return settled if settled is not None and settled.count > (main.count or 0) else None


def _sexed() -> frozenset[str]:
    """Return the nouns that tell of sex: "men", "girls"."""
    return frozenset[str]().union(*casualties().sexes.values())


def _floor(draft: Draft, main: Told) -> Draft:
    """Return a count of some of the victims as what it says of all of them: "at least"."""
    number = draft.quantity
    least = (
        next(v for v in (number.best, number.low, number.high) if v is not None) if number else 0
    )
    quantity = compared(least, "at_least")
    note = f"a part of the {main.draft.value} that the same report counts"
    return replace(draft, quantity=quantity, value=number_value(quantity), note=note)


def _summed(outcome: str, rows: Sequence[Told], telling: Telling) -> Settled:
    """Add up those described one by one and the groups counted beside them."""
    singles = told_of([one for one in telling.victims if one.outcome == outcome])
    groups = plain(_groups([row for row in rows if row.count and not row.part]))
    spans: list[Span] = []
    total = 0
    for group in groups:
        held = [one for one in singles if group.holds(one)]
        others = [one for one in singles if _belongs(one, group) and not group.follows(one)]
        members = held if held or group.more else others
        for one in members[: group.count]:
            singles = [other for other in singles if other is not one]
            spans += _words(one, outcome)
        total += group.count or 0
        spans += group.draft.spans
    for one in singles:
        total += 1
        spans += _words(one, outcome)
    nobody = [row.draft for row in rows if row.count == 0]
    if not total:
        return Settled(count=0, spans=(), drafts=tuple(nobody))
    if not singles and len(groups) == 1:
        return Settled(count=total, spans=groups[0].draft.spans, drafts=(groups[0].draft,))
    number = compared(total, "at_least") if _more_hinted(rows, telling) else exact(total)
    noted = f"counted from {total} described victim{'s' if total > 1 else ''}"
    unit = _unit(telling, outcome, groups)
    whole = draft_of(outcome, number, tuple(sorted(set(spans))), noted, unit)
    whole = replace(whole, hedge=_hedge(telling, outcome))
    parts = [group.draft for group in groups if not general(group.unit)]
    parts += _categories(telling, outcome) if unit == "people" else []
    return Settled(count=total, spans=whole.spans, drafts=(whole, *parts))


def _more_hinted(rows: Sequence[Told], telling: Telling) -> bool:
    """Tell whether the text has it that there were more than it describes."""
    last = max((rank for one in telling.victims for rank in one.ranks), default=0)
    some = any(one.some for one in telling.victims)
    vague = any(row.draft.quantity is None or row.draft.quantity.best is None for row in rows)
    return some or vague or last > len(telling.victims)


def _hedge(telling: Telling, outcome: str) -> int | None:
    unsure = [one for one in telling.victims if one.outcome == outcome and one.unsure]
    return 1 if unsure else None


def _categories(telling: Telling, outcome: str) -> list[Draft]:
    """Return a count for each category of conflict data that some of the victims belong to."""
    drafts: list[Draft] = []
    for name in casualties().categories:
        members = [
            one for one in telling.victims if one.outcome == outcome and _category(one) == name
        ]
        if members:
            spans = tuple(sorted({span for one in members for span in _words(one, outcome)}))
            noted = f"{name} among the victims described"
            drafts.append(draft_of(outcome, exact(len(members)), spans, noted, name))
    return drafts


def _unit(telling: Telling, outcome: str, groups: Sequence[Told]) -> str:
    """Return the category of all who are summed up ("police"), "people" where they differ."""
    kinds = {_category(one) for one in telling.victims if one.outcome == outcome}
    kinds |= {"people" if general(group.unit) else group.unit for group in groups}
    return kinds.pop() if len(kinds) == 1 else "people"


def _category(victim: Victim) -> str:
    for name, nouns in casualties().categories.items():
        if victim.nouns & nouns:
            return name
    return "people"


def _words(victim: Victim, outcome: str) -> list[Span]:
    told = victim.spans.get(outcome) or [span for row in victim.spans.values() for span in row]
    return told[:1]


def _groups(rows: Sequence[Told]) -> list[Told]:
    """Return one count for each kind of people: the largest, the first of equals.

    As many of another kind in another sentence are the same people ("four friends", "students").
    """
    best: dict[tuple[str, bool], Told] = {}
    for row in rows:
        key = _kind(row.unit), row.more
        if key not in best or (row.count or 0) > (best[key].count or 0):
            best[key] = row
    kept: list[Told] = []
    for row in best.values():
        if not any(_same_people(row, one) for one in kept):
            kept.append(row)
    return kept


def _kind(unit: str) -> str:
    """Return the category that a noun counts some of, the noun itself where it is of none."""
    noun = unit_noun(unit)
    found = (name for name, nouns in casualties().categories.items() if noun in nouns)
    return next(found, unit)


def _same_people(one: Told, other: Told) -> bool:
    if one.count != other.count or one.count == 1 or one.sentence == other.sentence:
        return False
    told = [{name for name, nouns in casualties().sexes.items() if row.unit in nouns}
            for row in (one, other)]  # fmt: skip
    return not one.more and not other.more and (not all(told) or told[0] == told[1])


def unit_noun(word: str) -> str:
    """Return a noun without its plural ending ("guards" and "guard" are one)."""
    return word.removesuffix("s").replace("men", "man")


def _belongs(victim: Victim, group: Told) -> bool:
    """Tell whether somebody described can be one of "two men", "three children"."""
    if not general(group.unit) and group.unit not in casualties().young:
        return any(unit_noun(group.unit) == unit_noun(noun) for noun in victim.nouns)
    sexes = casualties().sexes
    sex = next((name for name, nouns in sexes.items() if group.unit in nouns), "")
    if sex and victim.sex and sex != victim.sex:
        return False
    young = group.unit in casualties().young
    if young and victim.ages is not None and victim.ages[0] > 17:
        return False
    if young and victim.own and victim.ages is None:
        return False  # children are killed by others
    adult = sex and unit_noun(group.unit) in victim_words().adult
    return not (adult and victim.ages is not None and victim.ages[1] < 17)


def _wounded(telling: Telling, killed: Settled) -> Settled:
    rows = [row for row in telling.counts if row.slot == "wounded"]
    main = _main([row for row in rows if general(row.unit) and not row.part])
    if main is not None and sharper(main, telling.counts):
        main, rows = None, [row for row in rows if row is not main]
    if main is not None:
        whole = beside(main, telling.victims, killed.count)
        rows = [whole if row is main else row for row in rows]
        settled = died(whole, telling.counts) or _more(whole, telling)
        return settled or _given(rows, whole, telling)
    shot = [row for row in telling.counts if row.slot == "shot" and not row.part]
    total = _main([row for row in shot if not row.more])
    others = _main([row for row in shot if row.more])
    if others is not None and (total is None or _before(others, total)):
        return _renamed(beside(others, telling.victims, killed.count))
    if total is not None:
        return _survived(telling, total, killed)
    treated = [row for row in telling.counts if row.slot == "treated"]
    journey = _main(treated)
    if journey is not None:
        journey = less_dead(journey, telling, killed.count)
        rows = [*rows, replace(journey, draft=replace(journey.draft, slot="wounded"))]
    settled = _summed("wounded", rows, telling)
    if telling.implied_shot is not None:
        least, span = telling.implied_shot
        left = least - _shot_dead(telling, killed)
        if left > settled.count:
            draft = draft_of(
                "wounded",
                compared(left, "at_least"),
                (span, *killed.spans),
                "implied by the word for the event",
            )
            return Settled(count=left, spans=(span,), drafts=(draft,))
    return settled


def _before(others: Told, total: Told) -> bool:
    """Tell whether "others" go before a total: it has no more, or only they stand in the lead."""
    led = others.sentence < _LEAD <= total.sentence
    return led or (total.count or 0) <= (others.count or 0)


def _renamed(row: Told) -> Settled:
    draft = replace(row.draft, slot="wounded", note="shot, and not said to have died")
    return Settled(count=row.count or 0, spans=draft.spans, drafts=(draft,))


def _shot_dead(telling: Telling, killed: Settled) -> int:
    """Return how many of the killed did not die by their own hand."""
    own = sum(one.own and one.outcome == "killed" for one in telling.victims)
    return max(0, killed.count - own)


def _none_died(telling: Telling, total: Told) -> bool:
    """Tell whether a sentence has it that none of those it counts died: "none fatally"."""
    return any(
        row.slot == "killed" and row.count == 0 and row.sentence == total.sentence
        for row in telling.counts
    )


def _apart(victim: Victim, total: Told) -> bool:
    """Tell whether somebody who died is none of those counted: no officer of "two officers"."""
    dead = victim.outcome == "killed" and not victim.own and bool(victim.nouns)
    return dead and not _belongs(victim, total)


def _others(telling: Telling, total: Told) -> list[Victim]:
    """Return the wounded whom a count of men, or of officers, who were shot leaves out."""
    if general(total.unit) and total.unit not in _sexed():
        return []
    return [
        one
        for one in telling.victims
        if one.outcome == "wounded"
        and not _belongs(one, total)
        and (general(total.unit) or _of_others(one, total.unit))
        and telling.sources.get(one.told_at) == total.source
    ]


def _of_others(victim: Victim, unit: str) -> bool:
    """Tell whether somebody is told to be none of the officers, or soldiers, of a count."""
    shooter = bool(victim.nouns & victim_words().shooters)
    return shooter or _category(victim) not in {"people", _kind(unit)}


def _survived(telling: Telling, total: Told, killed: Settled) -> Settled:
    """Take the killed off those who were shot, where they are some of them."""
    dead = 0 if _none_died(telling, total) else _shot_dead(telling, killed)
    if not general(total.unit) or total.unit in _sexed():
        dead = max(0, dead - sum(_apart(one, total) for one in telling.victims))
    left = (total.count or 0) - dead
    more = _others(telling, total) if left > 0 else []
    left += len(more)
    if left <= 0:
        return Settled(count=0, spans=(), drafts=())
    number = total.draft.quantity or exact(left)
    quantity = exact(left) if number.comparator == "exact" else compared(left, number.comparator)
    noted = (
        f"{total.draft.value} shot, {dead} of them killed"
        if dead
        else "shot, and not said to have died"
    ) + (f", and {len(more)} described" if more else "")
    spans = (*total.draft.spans, *(killed.spans if dead else ()))
    spans += tuple(span for one in more for span in _words(one, "shot"))
    unit = "people" if more else total.draft.unit or "people"
    draft = draft_of("wounded", quantity, tuple(sorted(set(spans))), noted, unit)
    return Settled(count=left, spans=spans, drafts=(draft,))
