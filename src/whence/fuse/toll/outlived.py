"""Tolls told of the target alone, who by most origins came out of it better."""

from collections.abc import Sequence
from dataclasses import dataclass

from whence.fuse.witness import Witness
from whence.model.fact import Quantity
from whence.model.incident import Slot

CONDITION = "target_condition"
NOBODY_OR_ONE = Quantity(low=0, best=None, high=1, comparator="at_most")
"""What is left of a toll that counts nobody but such a target."""
_TOLL_OF = {"killed": ("killed",), "wounded": ("wounded", "slightly hurt")}
"""The conditions of a person that make one of the killed or wounded."""


@dataclass(frozen=True)
class Outlived:
    """Facts that count the target among the killed or wounded, against what is held, and why.

    ``probability`` is that of the condition by which they do.
    """

    fact_ids: frozenset[str] = frozenset()
    reason: str = ""
    probability: float = 1.0

    def counts(self, witnesses: Sequence[Witness]) -> bool:
        """Tell whether a value has no other witnesses than such."""
        return all(one.fact.id in self.fact_ids for one in witnesses)

    def at_most(self, chance: float, witnesses: Sequence[Witness]) -> float:
        """Return the probability of a value, which is no more than that of its condition."""
        return min(chance, self.probability) if self.counts(witnesses) else chance


def outlived(condition: Slot | None, witnesses: Sequence[Witness], slot: str) -> Outlived:
    """Return the counts of ``slot`` that stand on the same words as a condition that is not held.

    "The minister had been killed" counts one person killed; where most origins tell the minister
    unhurt, that one is no more probable than the condition.
    """
    told = _TOLL_OF.get(slot, ())
    if condition is None or condition.best is None or condition.best in told:
        return Outlived()
    if slot == "wounded" and condition.best == "killed":
        return Outlived()
    rows = [value for value in condition.values if value.value in told]
    refuted = {fact for value in rows for fact in value.fact_ids}
    spans = [span for one in witnesses if one.fact.id in refuted for span in one.fact.spans]
    counted = frozenset(
        one.fact.id
        for one in witnesses
        if one.fact.slot == slot
        and any(mine.overlap(span) for mine in one.fact.spans for span in spans)
        and one.fact.quantity is not None
        and one.fact.quantity.best == 1
    )
    held = next(value for value in condition.values if value.value == condition.best)
    number = len(held.origin_ids)
    origins = f"{number} origin{'s' if number != 1 else ''}"
    reason = f"told of the target alone, who is {condition.best} by {origins}"
    chance = max((value.probability or 0.0 for value in rows), default=1.0)
    return Outlived(counted, reason, chance)
