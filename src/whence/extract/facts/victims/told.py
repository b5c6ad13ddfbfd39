"""Counts of people as sentences tell them, and what a document vouches for in the end."""

from dataclasses import dataclass

from whence.extract.facts.build import Draft, number_value
from whence.extract.facts.victims.victim import Victim
from whence.model.fact import Quantity
from whence.model.span import Span


@dataclass(frozen=True, kw_only=True)
class Told:
    """A count that the words of a sentence give, before it is settled what it is a count of.

    ``slot`` is "killed", "wounded", "shot" or "treated"; ``more`` marks "two others", ``part`` "two
    of them" and ``whole`` those of whom they are a part; ``done`` those to whom somebody is told to
    have done it; ``unit`` is the noun counted; ``source`` says whose figure it is; ``place`` is the
    token of the sentence at which the count starts, ``within`` the verb before which its members
    are described ("two guards, a man and a woman, were"), 0 where they are not; ``every`` marks
    "both victims", ``lost`` those one of whom is told to have died ("including a boy who died").
    """

    draft: Draft
    slot: str
    sentence: int
    unit: str
    more: bool
    part: bool
    source: str
    place: int
    within: int = 0
    whole: int | None = None
    done: bool = False
    every: bool = False
    lost: bool = False

    @property
    def count(self) -> int | None:
        """The number itself, None where only "several" is said."""
        number = self.draft.quantity
        if number is None:
            return None
        return next((v for v in (number.best, number.low, number.high) if v is not None), None)

    def follows(self, victim: Victim) -> bool:
        """Tell whether its own sentence tells of a victim before it counts others."""
        return any(row == self.sentence and at < self.place for row, at in victim.mentions)

    def holds(self, victim: Victim) -> bool:
        """Tell whether a victim is described as one of those counted, before the verb."""
        return any(row == self.sentence and self.place < at < self.within
                   for row, at in victim.mentions)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Telling:
    """Everything that one document tells of its victims.

    ``sources`` says who tells of a victim, by where (``told_at``), of those whose sentence does
    not set them apart; ``spared`` are the sentences that tell of all that they live.
    """

    counts: tuple[Told, ...]
    victims: tuple[Victim, ...]
    sources: dict[int, str]
    implied_killed: tuple[int, Span] | None
    implied_shot: tuple[int, Span] | None
    spared: frozenset[int] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Settled:
    """The number that a document gives for one outcome, with its words; no drafts where none."""

    count: int
    spans: tuple[Span, ...]
    drafts: tuple[Draft, ...]


def draft_of(
    slot: str, quantity: Quantity, spans: tuple[Span, ...], note: str, unit: str = "people"
) -> Draft:
    """Return a count that no words give as it is, with the note that says how it comes about."""
    return Draft(
        slot=slot,
        value=number_value(quantity),
        quantity=quantity,
        unit=unit,
        spans=tuple(dict.fromkeys(spans)),
        note=note,
    )
