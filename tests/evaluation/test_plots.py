"""Plots: well-formed, to scale, and told apart without colour."""

from xml.etree.ElementTree import Element, fromstring

import pytest
from evaluation.harness.plots import Curve, Interval, Panel, curves, histogram, intervals

SVG = "{http://www.w3.org/2000/svg}"


def read(picture: str) -> Element:
    return fromstring(picture)  # noqa: S314 - our own output


def words(picture: Element) -> list[str]:
    return [text.text or "" for text in picture.iter(f"{SVG}text")]


def test_intervals_stand_to_scale_under_their_labels() -> None:
    rows = (
        Interval(label="ours & more", value=0.2, low=0.1, high=0.4, strong=True),
        Interval(label="other", value=0.4, low=0.4, high=0.4),
    )
    panels = [Panel(title=f"cell {number}", rows=rows) for number in range(3)]
    picture = read(intervals("A title", "less is better", panels))
    assert {"A title", "cell 2", "ours & more", "other", "less is better"} <= set(words(picture))
    lines = [line for line in picture.iter(f"{SVG}line") if line.get("stroke") == "#1f5fa8"]
    start, end = float(lines[0].get("x1", "")), float(lines[0].get("x2", ""))
    assert (start - 250) / (end - 250) == pytest.approx(0.25, abs=0.01)
    assert [line.get("stroke-width") for line in lines] == ["3"] * 3
    assert len(list(picture.iter(f"{SVG}polygon"))) == 6


def test_intervals_of_nothing_but_noughts_can_be_drawn() -> None:
    rows = (Interval(label="a", value=0, low=0, high=0),)
    assert "a" in words(read(intervals("t", "l", [Panel(title="p", rows=rows)])))


def test_histogram_has_a_bar_for_each_count_and_a_band() -> None:
    picture = read(histogram("Ranks", "rank", [4, 8, 0], (2.0, 6.0)))
    bars = [one for one in picture.iter(f"{SVG}rect") if one.get("fill-opacity")]
    heights = [float(bar.get("height", "")) for bar in bars]
    assert heights[1] == pytest.approx(2 * heights[0], abs=0.2)
    assert heights[2] == pytest.approx(0, abs=0.1)
    (grey,) = [one for one in picture.iter(f"{SVG}rect") if one.get("fill") == "#ddd"]
    assert float(grey.get("height", "")) == pytest.approx(heights[0], abs=0.2)


def test_curves_differ_by_their_dashes() -> None:
    shown = [Curve(label=name, points=((0, 0), (1, 1))) for name in ("first", "second")]
    picture = read(curves("Cover", ("width", "covered"), shown))
    dashes = {line.get("stroke-dasharray") for line in picture.iter(f"{SVG}polyline")}
    assert len(dashes) == 2
    assert {"first", "second", "width", "covered"} <= set(words(picture))
