"""How forecasters turned out, as a table in a terminal."""

from collections.abc import Sequence
from math import isfinite, isinf, isnan

from rich.console import Console
from rich.table import Table
from rich.text import Text

from whence.model.forecast import Interval, Scorecard
from whence.publish.texts import clean
from whence.publish.words import words

_COLUMNS = ("judge", "cases", "Brier", "log score", "ECE", "slope", "calibration")
_NOTE = (
    "Brier: 0 (best) to 2. Log score in nats, probabilities under .005 counted as .005: 0 is best. "
    "ECE: mean distance of forecast and outcome in 5 bins; by chance above 0 where forecasts are "
    "few. Slope: 1 where forecasts are neither too sure nor too timid. In brackets: 95 % intervals "
    "over cases drawn anew. Judges are compared fairly only on the same cases."
)


def print_scores(cards: Sequence[Scorecard], console: Console) -> None:
    """Print one line for each judge, and what the figures mean."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    for name in _COLUMNS:
        table.add_column(name, justify="right" if name == "cases" else "left")
    for card in cards:
        slope = Interval(value=card.slope.value, low=card.slope.low, high=card.slope.high)
        table.add_row(
            Text(clean(card.judge).replace("\x1b", "\ufffd")),
            Text(f"{card.cases:,}"),
            *(Text(ranged(one)) for one in (card.brier, card.log_score, card.ece, slope)),
            Text(words().findings[card.finding]),
        )
    console.print(table)
    console.print(Text(_NOTE, style="dim"))


def ranged(interval: Interval) -> str:
    """Return a figure with its interval: ".21 (.18–.25)"; no interval where there is no bound."""
    if isnan(interval.value):
        return "–"
    if not (isfinite(interval.low) or isfinite(interval.high)):
        return _figure(interval.value)
    return f"{_figure(interval.value)} ({_figure(interval.low)}–{_figure(interval.high)})"


def _figure(value: float) -> str:
    sign = "−" if value < 0 else ""
    size = "∞" if isinf(value) else f"{abs(value):.2f}"
    return sign + (size[1:] if size.startswith("0.") else size)
