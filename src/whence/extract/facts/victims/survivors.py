"""Who is left of those who were shot: all of them, without those who died of it."""

from collections.abc import Sequence
from dataclasses import replace

from whence.extract.facts.language.quantities import compared, exact
from whence.extract.facts.victims.kinds import belongs, category, general, kind, sexed, words_of
from whence.extract.facts.victims.spared import none_died
from whence.extract.facts.victims.told import Settled, Telling, Told, draft_of
from whence.extract.facts.victims.victim import Victim
from whence.extract.facts.victims.words import victim_words

_SHOT = frozenset(
    {"shot", "shoot", "shoots", "shooting", "gunshot", "bullet", "bullets", "gunfire", "shotgun"}
)
"""Words by which people are told to have been shot, not stabbed, burnt or hit by splinters."""


def implied_wounded(telling: Telling, killed: Settled, settled: Settled) -> Settled | None:
    """Return the wounded whom a noun for the event implies, where they are more than told."""
    if telling.implied_shot is None:
        return None
    least, span = telling.implied_shot
    left = least - _shot_dead(telling, killed)
    if left <= settled.count:
        return None
    draft = draft_of(
        "wounded",
        compared(left, "at_least"),
        (span, *killed.spans),
        "implied by the word for the event",
    )
    return Settled(count=left, spans=(span,), drafts=(draft,))


def as_wounded(row: Told) -> Settled:
    """Return a count of those shot beside the dead as one of the wounded."""
    noted = f"{_how(row)}, and not said to have died"
    draft = replace(row.draft, slot="wounded", note=noted)
    return Settled(count=row.count or 0, spans=draft.spans, drafts=(draft,))


def _how(row: Told) -> str:
    """Return "shot" of those whom the words have shot, else "hurt": who was stabbed is not shot."""
    words = {word for span in row.draft.spans for word in span.text.lower().split()}
    return "shot" if words & _SHOT else "hurt"


def _shot_dead(telling: Telling, killed: Settled) -> int:
    """Return how many of the killed did not die by their own hand."""
    own = sum(one.own and one.outcome == "killed" for one in telling.victims)
    return max(0, killed.count - own)


def _none_died(telling: Telling, total: Told) -> bool:
    """Tell whether a sentence has it that none of those it counts died: "none fatally"."""
    if any(_all_live(row, total) for row in telling.counts) or none_died(telling, total):
        return True
    return any(
        row.slot == "killed" and row.count == 0 and row.sentence == total.sentence
        for row in telling.counts
    )


def mending(telling: Telling, total: Told) -> bool:
    """Tell whether those counted are told to be in treatment: "19 with gunshot wounds are in"."""
    return any(
        (row.slot, row.sentence, row.place) == ("treated", total.sentence, total.place)
        and any(word in row.draft.spans[0].text.lower() for word in victim_words().mending)
        for row in telling.counts
    )


def _all_live(row: Told, total: Told) -> bool:
    """Tell whether all of those shot are told to live: "all four are expected to survive"."""
    words = row.draft.spans[0].text.lower()
    lives = any(word in words for word in victim_words().living)
    return row.every and row.slot in {"treated", "wounded"} and row.count == total.count and lives


def all_living(settled: Settled, rows: Sequence[Told]) -> Settled:
    """Return the wounded, or all of those who are told to live where they are more.

    "Two men were shot. All three victims are expected to recover."
    """
    living = [
        row
        for row in rows
        if row.every
        and row.slot in {"treated", "wounded"}
        and not (row.more or row.part)
        and (general(row.unit) or row.unit in sexed())
        and row.draft.quantity is not None
        and row.draft.quantity.comparator == "exact"
        and any(word in row.draft.spans[0].text.lower() for word in victim_words().living)
    ]
    most = max(living, key=lambda row: row.count or 0, default=None)
    if most is None or not settled.count or (most.count or 0) <= settled.count:
        return settled
    draft = replace(most.draft, slot="wounded", note="told to live, and counted so")
    return Settled(count=most.count or 0, spans=draft.spans, drafts=(draft,))


def _died_of(telling: Telling, total: Told) -> int:
    """Return how many of those shot their own sentence has dead: "killing one of them"."""
    parts = [
        row.count or 0
        for row in telling.counts
        if row.slot == "killed" and row.part and row.sentence == total.sentence
    ]
    return max(parts, default=0)


def _apart(victim: Victim, total: Told) -> bool:
    """Tell whether somebody who died is none of those counted: no officer of "two officers"."""
    dead = victim.outcome == "killed" and not victim.own and bool(victim.nouns)
    return dead and not belongs(victim, total)


def _others(telling: Telling, total: Told) -> list[Victim]:
    """Return the wounded whom a count of men, or of officers, who were shot leaves out."""
    if general(total.unit) and total.unit not in sexed():
        return []
    return [
        one
        for one in telling.victims
        if one.outcome == "wounded"
        and not belongs(one, total)
        and (general(total.unit) or _of_others(one, total.unit))
        and telling.sources.get(one.told_at) == total.source
    ]


def _of_others(victim: Victim, unit: str) -> bool:
    """Tell whether somebody is told to be none of the officers, or soldiers, of a count."""
    shooter = bool(victim.nouns & victim_words().shooters)
    return shooter or category(victim) not in {"people", kind(unit)}


def survived(telling: Telling, total: Told, killed: Settled) -> Settled:
    """Take the killed off those who were shot, where they are some of them."""
    if mending(telling, total):
        draft = replace(total.draft, slot="wounded")
        return Settled(count=total.count or 0, spans=draft.spans, drafts=(draft,))
    dead = 0 if _none_died(telling, total) else _shot_dead(telling, killed)
    if not general(total.unit) or total.unit in sexed():
        dead = max(0, dead - sum(_apart(one, total) for one in telling.victims))
        dead = max(dead, _died_of(telling, total))
    left = (total.count or 0) - dead
    more = _others(telling, total) if left > 0 else []
    left += len(more)
    if left <= 0:
        return Settled(count=0, spans=(), drafts=())
    number = total.draft.quantity or exact(left)
    quantity = exact(left) if number.comparator == "exact" else compared(left, number.comparator)
    noted = (
        f"{total.draft.value} {_how(total)}, {dead} of them killed"
        if dead
        else f"{_how(total)}, and not said to have died"
    ) + (f", and {len(more)} described" if more else "")
    spans = (*total.draft.spans, *(killed.spans if dead else ()))
    spans += tuple(span for one in more for span in words_of(one, "shot"))
    unit = "people" if more else total.draft.unit or "people"
    draft = draft_of("wounded", quantity, tuple(sorted(set(spans))), noted, unit)
    return Settled(count=left, spans=spans, drafts=(draft,))
