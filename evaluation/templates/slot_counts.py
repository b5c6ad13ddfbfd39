"""MUC-4's score categories and rates: what a slot's fills count as, and what is made of them.

Chinchor (1992), "MUC-4 evaluation metrics". Every fill of a key or of a response is *correct*,
*partial* (half right), *incorrect* (paired and different), *spurious* (in the response alone) or
*missing* (in the key alone); a slot that both leave empty is *noncommittal*::

    possible = correct + partial + incorrect + missing
    actual = correct + partial + incorrect + spurious
    recall = (correct + partial / 2) / possible
    precision = (correct + partial / 2) / actual
    overgeneration = spurious / actual
    F = (b^2 + 1) P R / (b^2 P + R), b = 1 where both weigh the same ("P&R")

Templates are *matched* (a key's with a response's), *missing* (a key's alone) or *spurious* (a
response's alone), and ``FORMS`` says which of them each summary takes in; of MUC-4, the headline is
"all templates". The 1992 scorer prints whole per cents that it makes of whole per milles, and F of
the printed per cents: ``printed`` and ``printed_f`` do the same, and give every figure of the
seventeen score reports of 1992 on the set tst3.
"""

from collections.abc import Iterable
from typing import Literal

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from evaluation.harness.bootstrap import Statistic
from evaluation.harness.metrics import ratio, shares

Category = Literal["correct", "partial", "incorrect", "spurious", "missing"]
Kind = Literal["matched", "missing", "spurious"]

FORMS: dict[str, frozenset[Kind]] = {
    "all templates": frozenset({"matched", "missing", "spurious"}),
    "matched/missing": frozenset({"matched", "missing"}),
    "matched/spurious": frozenset({"matched", "spurious"}),
    "matched only": frozenset({"matched"}),
}
"""Which templates each of the official summaries takes in, the headline first."""
HEADLINE = "all templates"

HEADER = "SLOT               POS ACT| COR PAR INC| SPU MIS NON| REC PRE OVG|   P&R"


class Tally(Struct, frozen=True, kw_only=True):
    """How many fills of a slot fall under each category."""

    correct: int = 0
    partial: int = 0
    incorrect: int = 0
    spurious: int = 0
    missing: int = 0
    noncommittal: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            correct=self.correct + other.correct,
            partial=self.partial + other.partial,
            incorrect=self.incorrect + other.incorrect,
            spurious=self.spurious + other.spurious,
            missing=self.missing + other.missing,
            noncommittal=self.noncommittal + other.noncommittal,
        )

    @property
    def possible(self) -> int:
        """Fills of the key that count."""
        return self.correct + self.partial + self.incorrect + self.missing

    @property
    def actual(self) -> int:
        """Fills of the response."""
        return self.correct + self.partial + self.incorrect + self.spurious

    @property
    def credit(self) -> float:
        """What the fills earn: one for a correct one, half for a partial one."""
        return self.correct + self.partial / 2

    @property
    def recall(self) -> float:
        """Credit over possible; 0 where nothing was."""
        return ratio(self.credit, self.possible)

    @property
    def precision(self) -> float:
        """Credit over actual; 0 where nothing was answered."""
        return ratio(self.credit, self.actual)

    @property
    def overgeneration(self) -> float:
        """The share of the answers that have no counterpart."""
        return ratio(self.spurious, self.actual)

    @property
    def f1(self) -> float:
        """F with beta 1; of these recall and precision that is 2 credit / (possible + actual)."""
        return ratio(2 * self.credit, self.possible + self.actual)

    @property
    def row(self) -> tuple[float, ...]:
        """What a bootstrap sums: credit, actual, possible, spurious."""
        return self.credit, self.actual, self.possible, self.spurious


def total(tallies: Iterable[Tally]) -> Tally:
    """Return the sum of tallies."""
    return sum(tallies, Tally())


def counted(categories: Iterable[Category], noncommittal: bool = False) -> Tally:
    """Return the tally of one slot of one template by the categories of its fills."""
    given = list(categories)
    return Tally(
        correct=given.count("correct"),
        partial=given.count("partial"),
        incorrect=given.count("incorrect"),
        spurious=given.count("spurious"),
        missing=given.count("missing"),
        noncommittal=int(noncommittal),
    )


def recall_of(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return recall for sums of ``Tally.row``; shape (n, 4) to (n,)."""
    return shares(rows[:, 0], rows[:, 2])


def precision_of(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return precision for sums of ``Tally.row``; shape (n, 4) to (n,)."""
    return shares(rows[:, 0], rows[:, 1])


def overgeneration_of(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return overgeneration for sums of ``Tally.row``; shape (n, 4) to (n,)."""
    return shares(rows[:, 3], rows[:, 1])


def f1_of(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return F with beta 1 for sums of ``Tally.row``; shape (n, 4) to (n,)."""
    return shares(2 * rows[:, 0], rows[:, 1] + rows[:, 2])


RATES: dict[Literal["recall", "precision", "overgeneration"], Statistic] = {
    "recall": recall_of, "precision": precision_of, "overgeneration": overgeneration_of,
}  # fmt: skip
"""Rates by name, as statistics of summed rows."""


def printed(halves: int, whole: int) -> int | None:
    """Return ``halves / 2 / whole`` in the per cent that the 1992 scorer prints; None for "*".

    It cuts to whole per milles, and rounds these to per cents, fives to the even neighbour: 6 of 11
    are 545 per mille and 54 per cent.
    """
    if not whole:
        return None
    cents, rest = divmod(1000 * halves // (2 * whole), 10)
    return cents + int(rest > 5 or (rest == 5 and cents % 2 == 1))


def printed_rates(tally: Tally) -> tuple[int | None, int | None, int | None]:
    """Return recall, precision and overgeneration as the 1992 scorer prints them."""
    earned = 2 * tally.correct + tally.partial
    return (
        printed(earned, tally.possible),
        printed(earned, tally.actual),
        printed(2 * tally.spurious, tally.actual),
    )


def printed_f(recall: int | None, precision: int | None, beta: float = 1.0) -> float:
    """Return F of printed per cents, two decimals; ``beta`` below 1 favours precision."""
    left, right = precision or 0, recall or 0
    return round(ratio((beta**2 + 1) * left * right, beta**2 * left + right), 2)


def printed_row(name: str, tally: Tally) -> str:
    """Return a row in the form of the score reports of 1992, under ``HEADER``."""
    rates = printed_rates(tally)
    shown = " ".join(f"{'*' if rate is None else rate:>3}" for rate in rates)
    return (
        f"{name:<17}{tally.possible:>5}{tally.actual:>4}|"
        f"{tally.correct:>4}{tally.partial:>4}{tally.incorrect:>4}|"
        f"{tally.spurious:>4}{tally.missing:>4}{tally.noncommittal:>4}| {shown}|"
        f"{printed_f(rates[0], rates[1]):>6.2f}"
    )
