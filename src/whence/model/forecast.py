"""Forecasts of who was behind resolved cases, and how good they turned out."""

from typing import Literal

from msgspec import Struct

Finding = Literal[
    "overconfident", "underconfident", "calibrated", "biased", "cannot tell", "too few cases"
]

NEAR = (0.8, 1.25)
"""Slopes near enough to 1 to be called so."""
FEWEST = 20
"""Cases under which nothing is said: the bootstrap of so few is too narrow."""


class Forecast(Struct, frozen=True, kw_only=True):
    """The probability that one judge gave one answer of one case, before it was resolved.

    ``at`` is an ISO prefix, "" where it is not told.
    """

    case: str
    judge: str
    hypothesis: str
    probability: float
    at: str = ""


class Interval(Struct, frozen=True, kw_only=True):
    """A figure with its 95 % bootstrap interval; infinite where the data set no bound."""

    value: float
    low: float
    high: float


class Bin(Struct, frozen=True, kw_only=True):
    """Forecasts between two probabilities: how many, their mean, the share that came true.

    The interval of that share (95 %) is the bootstrap's over cases, never narrower than Wilson's
    (1927) for as many trials as cases: where all came true the bootstrap alone sees no doubt. It is
    0 to 1 where one case has all of them. An empty bin has no figures.
    """

    start: float
    end: float
    count: int
    forecast: float | None = None
    observed: float | None = None
    low: float | None = None
    high: float | None = None


class Slope(Struct, frozen=True, kw_only=True):
    """Cox's slope and intercept with 95 % intervals over cases drawn anew.

    Infinite where forecasts part what came true from what did not, NaN where nothing can be fitted
    (all came true, none did, or all forecasts are alike); bounds are infinite where there is none.
    """

    value: float
    low: float
    high: float
    intercept: float
    intercept_low: float
    intercept_high: float
    cases: int

    @property
    def finding(self) -> Finding:
        """Return the word that these intervals bear.

        "overconfident": the slope's interval lies below 1; "underconfident": above 1;
        "calibrated": wholly within .8 to 1.25, and the intercept's holds 0 ("biased" otherwise);
        "too few cases": under 20; "cannot tell": anything else.
        """
        if self.cases < FEWEST:
            return "too few cases"
        if self.high < 1:
            return "overconfident"
        if self.low > 1:
            return "underconfident"
        if self.low < NEAR[0] or self.high > NEAR[1]:
            return "cannot tell"
        return "calibrated" if self.intercept_low <= 0 <= self.intercept_high else "biased"


class Scorecard(Struct, frozen=True, kw_only=True):
    """How one judge's forecasts turned out over resolved cases.

    ``brier`` runs from 0 to 2, ``log_score`` is in nats; lower is better for both. ``forecasts``
    counts the probabilities that the judge gave, which ``ece``, ``slope`` and ``bins`` are about.
    ``moved`` is the mean distance by which the judge's shares were moved to sum to 1. ``finding``
    is what may be said of the judge's calibration, "too few cases" and "cannot tell" included.
    """

    judge: str
    cases: int
    forecasts: int
    brier: Interval
    log_score: Interval
    ece: Interval
    slope: Slope
    finding: Finding
    moved: float
    bins: tuple[Bin, ...]
