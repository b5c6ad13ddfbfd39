"""How many were killed and wounded: explicit totals first, else a sum of described victims."""

from collections.abc import Sequence
from dataclasses import replace

from whence.extract.facts.build import Draft, number_value
from whence.extract.facts.language.quantities import compared, exact
from whence.extract.facts.victims.kinds import (
    belongs,
    category,
    general,
    kind,
    named_of,
    sexed,
    words_of,
)
from whence.extract.facts.victims.shares import (
    alive,
    beside,
    died,
    graver,
    largest_part,
    less_dead,
    plain,
    ranked,
    sharper,
    told_of,
    with_own,
)
from whence.extract.facts.victims.survivors import all_living, as_wounded, implied_wounded, survived
from whence.extract.facts.victims.told import Settled, Telling, Told, draft_of
from whence.extract.facts.victims.victim import OPEN
from whence.extract.facts.words import casualties
from whence.model.span import Span

_LEAD = 4
"""Sentences in which a report gives its total."""


def settle(telling: Telling) -> tuple[Draft, ...]:
    """Return the counts of killed and wounded that the document vouches for.

    A figure that the document itself replaces is no part of them, and is kept as it was told.
    """
    earlier = _replaced(telling.counts)
    counts = tuple(row for row in telling.counts if row not in earlier)
    telling = _cleared(replace(telling, counts=of_one_event(counts)))
    if not any(row.count and row.slot == "killed" for row in telling.counts):
        telling = _fatal(telling)
    if telling.counts and telling.implied_killed is None:
        # "The killing of a protester" in a report that counts others is another matter's.
        told = tuple(one for one in telling.victims if not one.nominal)
        telling = replace(telling, victims=told)
    killed = _killed(telling)
    telling = replace(telling, victims=alive(telling.victims, killed.count))
    wounded = all_living(_wounded(telling, killed), telling.counts)
    wounded = ranked(wounded, telling.victims, killed)
    return (*killed.drafts, *wounded.drafts, *(row.draft for row in earlier))


def _cleared(telling: Telling) -> Telling:
    """Leave out the one who died where the report tells that the death was not of the incident."""
    dead = [one for one in telling.victims if one.outcome == "killed"]
    rows = [row for row in telling.counts if row.slot == "killed"]
    found = any(row.count == 0 and row.draft.stage == "finding" for row in rows)
    if not found or len(dead) > 1 or any(row.count for row in rows):
        return telling
    living = tuple(one for one in telling.victims if one.outcome != "killed")
    return replace(telling, victims=living, implied_killed=None)


def _replaced(rows: Sequence[Told]) -> list[Told]:
    """Return the first versions of counts of which the document has another, or none any more."""
    later = {row.slot for row in rows if row.draft.stage != "initial"}
    return [
        row
        for row in rows
        if row.draft.stage == "initial" and (row.slot in later or (row.draft.hedge or 0) < 0)
    ]


def of_one_event(rows: Sequence[Told]) -> tuple[Told, ...]:
    """Return the counts without those told later of more people than the lead says were shot.

    "Seven people were shot", and below it "45 people were killed in July": they are others.
    """
    shot = [
        row.count
        for row in rows
        if row.slot == "shot"
        and row.sentence < _LEAD
        and not (row.more or row.part)
        and general(row.unit)
        and row.count
        and row.draft.quantity is not None
        and row.draft.quantity.comparator == "exact"
    ]
    most = max(shot, default=0)
    return tuple(
        row
        for row in rows
        if not most
        or row.slot not in {"killed", "wounded"}
        or row.sentence < _LEAD
        or (row.count or 0) <= most
    )


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
    rows = with_own([row for row in telling.counts if row.slot == "killed"], telling.victims)
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
    open_ended = [one for one in telling.victims if one.outcomes <= OPEN]
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
    settled = _summed(main.slot, [main], telling) if main.unit in sexed() else None
    return settled if settled is not None and settled.count > (main.count or 0) else None


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
        others = [one for one in singles if belongs(one, group) and not group.follows(one)]
        others += [one for one in singles if one not in others and named_of(one, group)]
        members = held if held or group.more else others
        for one in members[: group.count]:
            singles = [other for other in singles if other is not one]
            spans += words_of(one, outcome)
        total += group.count or 0
        spans += group.draft.spans
    for one in singles:
        total += 1
        spans += words_of(one, outcome)
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
            one for one in telling.victims if one.outcome == outcome and category(one) == name
        ]
        if members:
            spans = tuple(sorted({span for one in members for span in words_of(one, outcome)}))
            noted = f"{name} among the victims described"
            drafts.append(draft_of(outcome, exact(len(members)), spans, noted, name))
    return drafts


def _unit(telling: Telling, outcome: str, groups: Sequence[Told]) -> str:
    """Return the category of all who are summed up ("police"), "people" where they differ."""
    kinds = {category(one) for one in telling.victims if one.outcome == outcome}
    kinds |= {"people" if general(group.unit) else group.unit for group in groups}
    return kinds.pop() if len(kinds) == 1 else "people"


def _groups(rows: Sequence[Told]) -> list[Told]:
    """Return one count for each kind of people: the largest, the first of equals.

    As many of another kind in another sentence are the same people ("four friends", "students").
    """
    best: dict[tuple[str, bool], Told] = {}
    for row in rows:
        key = kind(row.unit), row.more
        if key not in best or (row.count or 0) > (best[key].count or 0):
            best[key] = row
    kept: list[Told] = []
    for row in best.values():
        if not any(_same_people(row, one) for one in kept):
            kept.append(row)
    return kept


def _same_people(one: Told, other: Told) -> bool:
    if one.count != other.count or one.count == 1 or one.sentence == other.sentence:
        return False
    told = [{name for name, nouns in casualties().sexes.items() if row.unit in nouns}
            for row in (one, other)]  # fmt: skip
    return not one.more and not other.more and (not all(told) or told[0] == told[1])


def _wounded(telling: Telling, killed: Settled) -> Settled:
    rows = [row for row in telling.counts if row.slot == "wounded"]
    main = _main([row for row in rows if general(row.unit) and not row.part])
    yields = main is not None and (
        sharper(main, telling.counts) or graver(main, telling.counts, killed.count)
    )
    if main is not None and yields:
        main, rows = None, [row for row in rows if row is not main]
    if main is not None:
        whole = beside(main, telling, killed.count)
        rows = [whole if row is main else row for row in rows]
        settled = died(whole, telling.counts) or _more(whole, telling)
        return settled or _given(rows, whole, telling)
    shot = [row for row in telling.counts if row.slot == "shot" and not row.part]
    total = _main([row for row in shot if not row.more])
    others = _main([row for row in shot if row.more])
    if others is not None and (total is None or _before(others, total)):
        return as_wounded(beside(others, telling, killed.count))
    if total is not None:
        settled = survived(telling, total, killed)
        least = telling.implied_shot[0] if telling.implied_shot else 0
        more = implied_wounded(telling, killed, settled) if least > (total.count or 0) else None
        return more or (settled if settled.count else _hurt(rows, telling))
    treated = [row for row in telling.counts if row.slot == "treated"]
    journey = _main(treated)
    if journey is not None:
        journey = less_dead(journey, telling, killed.count)
        rows = [*rows, replace(journey, draft=replace(journey.draft, slot="wounded"))]
    settled = _summed("wounded", rows, telling)
    return implied_wounded(telling, killed, settled) or settled


def _hurt(rows: Sequence[Told], telling: Telling) -> Settled:
    """Return who is told to be hurt where all of those shot are dead: none of them, but others."""
    hurt = [one for one in telling.victims if one.outcomes - OPEN and one.outcome == "wounded"]
    dead = [one for one in telling.victims if one.outcome == "killed"]
    return _summed("wounded", rows, replace(telling, victims=(*hurt, *dead)))


def _before(others: Told, total: Told) -> bool:
    """Tell whether "others" go before a total: it has no more, or only they stand in the lead."""
    led = others.sentence < _LEAD <= total.sentence
    return led or (total.count or 0) <= (others.count or 0)
