from io import StringIO
from math import inf, nan

import pytest
from lxml import etree
from msgspec.structs import replace
from rich.console import Console

from whence.model.forecast import Bin, Interval, Scorecard, Slope
from whence.publish.queries.scores import print_scores, ranged
from whence.publish.svg.calibration import draw

ONE = Interval(value=0.2, low=0.1, high=0.3)
CARD = Scorecard(
    judge="Ada <b>\x1b[1m",
    cases=30,
    forecasts=40,
    brier=ONE,
    log_score=ONE,
    ece=ONE,
    slope=Slope(
        value=1.5, low=0.4, high=inf, intercept=0.0, intercept_low=-1.0, intercept_high=1.0,
        cases=30,
    ),
    finding="cannot tell",
    moved=0.0,
    bins=(
        Bin(start=0.0, end=0.5, count=0),
        Bin(start=0.5, end=1.0, count=40, forecast=0.8, observed=0.6, low=0.5, high=0.7),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("interval", "told"),
    [
        (ONE, ".20 (.10–.30)"),
        (Interval(value=1.2, low=-0.05, high=inf), "1.20 (−.05–∞)"),
        (Interval(value=-inf, low=-inf, high=2.0), "−∞ (−∞–2.00)"),
        (Interval(value=0.605, low=-inf, high=inf), ".60"),
        (Interval(value=nan, low=-inf, high=inf), "–"),
    ],
)
def test_figures_with_their_interval(interval: Interval, told: str) -> None:
    assert ranged(interval) == told


def test_a_name_cannot_act_on_the_terminal() -> None:
    console = Console(width=200, record=True, file=StringIO())
    print_scores([CARD], console)
    printed = console.export_text()
    assert "\x1b" not in printed
    assert "1.50 (.40–∞)" in printed


def test_the_picture_is_whole_and_told_in_words() -> None:
    cards = [replace(CARD, judge=f"{name} <b>") for name in ("Ada", "Ben", "Cy", "Dee")]
    drawn = draw(cards, "Forecasts & outcomes")
    root = etree.fromstring(drawn)
    space = {"s": "http://www.w3.org/2000/svg"}
    assert root.get("width") == "870"
    assert root.get("aria-labelledby") == "cal-t cal-d"
    assert root.findtext("s:title", namespaces=space) == "Forecasts & outcomes"
    told = root.findtext("s:desc", namespaces=space)
    assert told is not None
    assert told.startswith(
        "Ada <b>: 30 cases, cannot tell; 40 forecasts around .80, 60% of which came true (50%–70%)."
    )
    assert len(root.findall(".//s:circle", space)) == 4
    assert len(root.findall(".//s:rect[@class='count']", space)) == 8


def test_a_picture_of_nobody_is_empty() -> None:
    assert etree.fromstring(draw([], "Nobody")).get("width") == "290"
