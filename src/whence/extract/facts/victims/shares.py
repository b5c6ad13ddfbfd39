"""Who of those counted has died, who of the dead is not counted, and who is left of the wounded."""

from collections.abc import Sequence
from dataclasses import replace

from whence.extract.facts.build import number_value
from whence.extract.facts.language.quantities import compared, exact
from whence.extract.facts.victims.kinds import general
from whence.extract.facts.victims.told import Settled, Telling, Told, draft_of
from whence.extract.facts.victims.victim import Victim
from whence.extract.facts.victims.words import victim_words
from whence.model.span import Span

_NEAR = 1
"""Sentences after a count within which "one of them" is one of those counted."""
_SEVERAL = 3
"""The fewest that "several" can mean: "dozens" and more do not yield to a number."""
_FATALLY = frozenset({"fatally", "mortally"})
_RANKS = 20
"""Ranks above this number crimes of a year, not victims."""


def with_own(rows: Sequence[Told], victims: Sequence[Victim]) -> list[Told]:
    """Return counts of the dead with whoever killed them and then died in the same sentence.

    "Killed seven people before killing himself", or "before he was shot dead", tells of eight, and
    of any other seven that the same report counts they are the same seven.
    """
    last: dict[int, int] = {}
    for sentence, end in (place for one in victims for place in one.taken):
        last[sentence] = max(end, last.get(sentence, 0))
    # Somebody takes the own life in the sentence of such a count, behind it.
    more = {row.count for row in rows
            if row.done and last.get(row.sentence, 0) > row.draft.spans[0].end}  # fmt: skip
    return [
        _and_one(row) if general(row.unit) and row.count in more and not row.more else row
        for row in rows
    ]


def _and_one(row: Told) -> Told:
    number = row.draft.quantity
    if number is None or number.best is None or row.part:
        return row
    whole = number.best + 1
    quantity = exact(whole) if number.comparator == "exact" else compared(whole, number.comparator)
    noted = f"{row.draft.value} killed, and one who killed them"
    value = number_value(quantity)
    return replace(row, draft=replace(row.draft, quantity=quantity, value=value, note=noted))


def largest_part(rows: Sequence[Told], settled: Settled) -> Settled:
    """Return the dead told of as some of a number ("one of the five") where no more are told of."""
    parts = [row for row in rows if row.part and row.count]
    most = max(parts, key=lambda row: row.count or 0, default=None)
    if most is None or (most.count or 0) <= settled.count:
        return settled
    return Settled(count=most.count or 0, spans=most.draft.spans, drafts=(most.draft,))


def alive(victims: Sequence[Victim], killed: int) -> tuple[Victim, ...]:
    """Return the victims without those who may be among the dead that are counted, not described.

    Of whoever was only told to have been shot the end is open; as many of them as there are dead of
    whom nothing else is told are taken for the dead. A fourth man is none of three dead.
    """
    missing = killed - sum(one.outcome == "killed" for one in victims)
    open_ended = [
        one
        for one in victims
        if one.outcomes <= {"shot"} and not (one.further and min(one.ranks, default=0) > killed)
    ][: max(0, missing)]
    return tuple(one for one in victims if not any(one is row for row in open_ended))


def told_of(victims: Sequence[Victim]) -> list[Victim]:
    """Return the victims without those of whom only a noun tells, where of others more is told.

    "Hale's death" beside somebody who "was killed on Monday" is mostly another matter's; "the death
    of a boy and his mother" tells of both.
    """
    told = [one for one in victims if not one.nominal]
    places = {at for one in told for at in one.told_in}
    return [one for one in victims if not (told and one.nominal) or one.told_in & places]


def beside(others: Told, telling: Telling, killed: int) -> Told:
    """Return a count of "others" with the wounded beside whom they are others.

    "A woman was shot, and two others were hurt" tells of three wounded. Where somebody was killed,
    others are mostly others than the dead, and only who is told of in the same breath is added.
    """
    number = others.draft.quantity
    if not others.more or number is None or number.comparator != "exact":
        return others
    at = others.draft.spans[0].start
    before = [one for one in telling.victims if one.outcome == "wounded" and one.told_at < at]
    if killed:
        before = [one for one in before if others.follows(one)]
    described = tuple(span for one in before for row in one.spans.values() for span in row[:1])
    if before:
        return _with(others, len(before), described, "described")
    counted = _before(others, telling.counts)
    if counted is None:
        return others
    return _with(others, counted.count or 0, counted.draft.spans, "counted beside them")


def _with(others: Told, known: int, spans: tuple[Span, ...], how: str) -> Told:
    """Return a count of "others" with the known beside whom they are others."""
    whole = exact((others.count or 0) + known)
    noted = f"{others.draft.value} others, and {known} {how}"
    draft = draft_of(others.slot, whole, (*others.draft.spans, *spans), noted)
    return replace(others, draft=draft, unit="people", more=False)


def _before(others: Told, counts: Sequence[Told]) -> Told | None:
    """Return those counted before "others" in a sentence ("two critical, two others hurt")."""
    rows = [
        row
        for row in counts
        if row.sentence == others.sentence
        and row.place < others.place
        and row.slot in {"treated", "wounded"}
        and not (row.more or row.part)
        and row.draft.quantity is not None
        and row.draft.quantity.comparator == "exact"
    ]
    return max(rows, key=lambda row: row.place, default=None)


def died(wounded: Told, counts: Sequence[Told]) -> Settled | None:
    """Return who is left of the wounded where some of that very number have died; None elsewhere.

    "Five were wounded; one of the five died on Monday" leaves four.
    """
    number, total = wounded.draft.quantity, wounded.count or 0
    if wounded.lost and total > 1 and number is not None and number.comparator == "exact":
        noted = f"{wounded.draft.value} wounded, 1 of them dead since"
        draft = draft_of("wounded", exact(total - 1), wounded.draft.spans, noted)
        return Settled(count=total - 1, spans=draft.spans, drafts=(draft,))
    dead = [row for row in counts if row.slot == "killed" and row.count and
            (_fatally(row, wounded) or (row.part and _of_them(row, wounded)))]  # fmt: skip
    most = max(dead, key=lambda row: row.count or 0, default=None)
    left = total - (most.count or 0) if most else 0
    if most is None or left <= 0 or number is None:
        return None
    exactly = number.comparator == "exact"
    quantity = exact(left) if exactly else compared(left, number.comparator)
    noted = f"{wounded.draft.value} wounded, {most.count} of them dead since"
    spans = (*wounded.draft.spans, *most.draft.spans)
    draft = draft_of("wounded", quantity, spans, noted)
    return Settled(count=left, spans=draft.spans, drafts=(draft,))


def sharper(vague: Told, counts: Sequence[Told]) -> bool:
    """Tell whether "several were wounded" yields to a number told of those shot or treated."""
    number = vague.draft.quantity
    if number is None or number.best is not None or (vague.count or 0) > _SEVERAL:
        return False  # of dozens only some may have come to one hospital
    return any(
        row.slot in {"shot", "treated"}
        and not row.part
        and row.draft.quantity is not None
        and (row.draft.quantity.best or 0) > (vague.count or 0)
        for row in counts
    )


def graver(some: Told, counts: Sequence[Told], killed: int) -> bool:
    """Tell whether a count is only of those hurt badly: "five shot, two seriously injured"."""
    words = {word for span in some.draft.spans for word in span.text.lower().split()}
    return bool(words & victim_words().degrees) and any(
        row.slot == "shot"
        and not row.part
        and row.sentence == some.sentence
        and (row.count or 0) > (some.count or 0) + killed
        for row in counts
    )


def plain(groups: Sequence[Told]) -> list[Told]:
    """Return the groups without the vague ones who may be among people that are counted.

    "Several clerks were hurt; six people were taken to a hospital" does not add up to nine.
    """
    sharp = [row.count or 0 for row in groups if not _vague(row) and row.unit in {"", "people"}]
    return [row for row in groups if not _vague(row) or (row.count or 0) > max(sharp, default=0)]


def _vague(row: Told) -> bool:
    return row.draft.quantity is None or row.draft.quantity.best is None


def less_dead(journey: Told, telling: Telling, killed: int) -> Told:
    """Return who came to a hospital without the dead, where as many are told of in all.

    "Both victims were taken to a hospital, and the girl died": of two victims one is wounded.
    """
    number, count = journey.draft.quantity, journey.count or 0
    there = [one for one in telling.victims if journey.sentence in one.died_in]
    if there and journey.every and not journey.more and len(there) < count and number is not None:
        return _without(journey, there) if number.comparator == "exact" else journey
    dead = [one for one in telling.victims if one.outcome == "killed" and not one.own]
    counted = any(row.slot == "killed" and row.count for row in telling.counts)
    whole = count == len(telling.victims) and journey.unit in {"", "people"}
    if (
        number is None
        or not journey.every
        or journey.more
        or counted
        or len(dead) != killed
        or not whole
    ):
        return journey
    left = count - killed
    if not 0 < left < count or number.comparator != "exact":
        return journey
    return _without(journey, dead)


def _without(journey: Told, dead: Sequence[Victim]) -> Told:
    """Return a count of those brought to a hospital without those of them who died."""
    spans = (*journey.draft.spans, *(s for one in dead for s in one.spans["killed"][:1]))
    noted = f"{journey.draft.value} brought to a hospital, {len(dead)} of them dead"
    left = exact((journey.count or 0) - len(dead))
    return replace(journey, draft=draft_of("wounded", left, spans, noted))


def _fatally(some: Told, wounded: Told) -> bool:
    """Tell whether some of those wounded are told to have been so "fatally", in the same breath."""
    words = {word for span in some.draft.spans for word in span.text.lower().split()}
    same = some.sentence == wounded.sentence and some.place > wounded.place
    return same and (some.count or 0) < (wounded.count or 0) and bool(words & _FATALLY)


def _of_them(part: Told, wounded: Told) -> bool:
    if part.whole is not None:
        return part.whole == wounded.count
    if part.sentence == wounded.sentence and part.place < wounded.place:
        return False  # "nine killed, two of whom in hospital, and five hurt"
    return 0 <= part.sentence - wounded.sentence <= _NEAR


def ranked(settled: Settled, victims: Sequence[Victim], killed: Settled) -> Settled:
    """Return the wounded with those whom a rank implies: "a fifth victim" is one of five at least.

    Who is not among the dead is taken for wounded.
    """
    hurt = [one for one in victims if one.outcome == "wounded"]
    last = max((rank for one in hurt for rank in one.ranks if rank <= _RANKS), default=0)
    left = last - killed.count
    if left <= settled.count:
        return settled
    told = [one for one in hurt if last in one.ranks]
    spans = tuple(span for one in told for row in one.spans.values() for span in row)[:1]
    draft = draft_of(
        "wounded", compared(left, "at_least"), spans, f"one of them is told of as number {last}"
    )
    return Settled(count=left, spans=spans, drafts=(draft,))
