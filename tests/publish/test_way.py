"""The way from prior to posterior: how far, step by step, as values and as a picture."""

import re
from itertools import pairwise
from math import log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from tests.publish.weighed import LONG, ORRIN, STEPS, TIDE, altered, assessed, weighed_case
from whence.model.assessment import Answer, Posterior, Step
from whence.model.case import Case
from whence.publish import html, markdown
from whence.publish.index import Index
from whence.publish.numbers import signed
from whence.publish.svg import standalone, waterfall
from whence.publish.svg.text import width, wrap
from whence.publish.views import distance, verdict
from whence.publish.views.way import Stride, Way, logit, ways
from whence.publish.words import bands
from whence.weigh import deceit

SVG = "{http://www.w3.org/2000/svg}"


def way_of(case: Case) -> Way:
    return ways(Index(case))["executor"]


def answer_of(case: Case) -> Answer:
    assert case.assessment is not None
    return case.assessment.answer("executor")


def drawn(way: Way, total: float, style: str = "") -> etree._Element:
    return etree.fromstring(str(waterfall.draw(way, total, "k", style)))


def test_steps_that_are_no_evidence_and_move_nothing_are_left_out() -> None:
    way = way_of(weighed_case())
    assert [stride.text for stride in way.strides] == [
        step.text for step in STEPS if step.kind != "link"
    ]
    assert [stride.sign for stride in way.strides] == ["−", "+", "−", "0", "−"]
    assert way.strides[1].href == "#e-executorev-1"
    assert way.strides[1].reason == "It may know."
    assert way.strides[3].href is None
    assert way.marks == (0.05, 0.2, 0.45, 0.55, 0.8, 0.95)


def test_the_summary_tells_start_end_and_what_told_most() -> None:
    way = way_of(weighed_case())
    assert way.title == "the Tidewatch: from .20 to .36"
    assert way.summary.startswith("The Tidewatch stood at .20 before any evidence; 1 step raised")
    assert f"most of all “{LONG}” (+.97 nats), to .36 (.21–.54)" in way.summary
    only = altered(weighed_case(), steps=STEPS[:2])
    assert "none lowered it" in way_of(only).summary


def test_no_way_without_evidence_or_assessment() -> None:
    case = weighed_case()
    assert "sponsor" not in ways(Index(case))
    assert ways(Index(replace(case, assessment=None))) == {}
    assert ways(Index(altered(case, steps=STEPS[:1]))) == {}
    assert ways(Index(altered(case, candidate="executor:nobody"))) == {}


@pytest.mark.parametrize("total", [1160.0, 330.0])
def test_bars_stand_at_their_log_odds_and_join(total: float) -> None:
    way = way_of(weighed_case())
    plan = waterfall.layout(way, total)
    assert plan.axis.low < min(0, logit(way.low))
    assert plan.axis.high > 0
    for bar, stride in zip(plan.bars, way.strides, strict=True):
        assert bar.end == pytest.approx(plan.axis.x(log(stride.mean / (1 - stride.mean))))
        assert plan.axis.left <= bar.end <= plan.axis.right
    assert all(left.end == right.start for left, right in pairwise(plan.bars))
    assert all(left.top < left.middle < right.top for left, right in pairwise(plan.bars))
    room = plan.axis.left if total > 600 else total - 80
    for bar in plan.bars:
        assert all(width(line, waterfall.SIZE) <= room for line in bar.lines)


@pytest.mark.parametrize("total", [1160.0, 330.0])
def test_direction_is_told_by_side_shape_and_sign(total: float) -> None:
    root = drawn(way_of(weighed_case()), total)
    paths = {kind: root.findall(f".//{SVG}path[@class='{kind}']") for kind in
             ("for", "against", "none", "start", "mean-at")}  # fmt: skip
    assert {kind: len(found) for kind, found in paths.items()} == {
        "for": 1, "against": 2, "none": 1, "start": 1, "mean-at": 1,
    }  # fmt: skip
    told = [text.text for text in root.findall(f".//{SVG}text[@class='nats']")]
    assert told == [None, "+.97", "−.15", "0", "−.02", None]
    titles = [str(title.text) for title in root.iter(f"{SVG}title")]
    assert f"{LONG}: +.97 nats, then .40" in titles
    assert "after all of it, .21–.54: .36" in titles
    links = [link.attrib["href"] for link in root.iter(f"{SVG}a")]
    assert links == ["#e-executorev-1", "#e-executorev-2"]
    labelled = root.attrib["aria-labelledby"].split()
    assert [element.attrib["id"] for element in (root[0], root[1])] == labelled


def test_a_narrow_picture_has_each_text_over_its_bar() -> None:
    plan = waterfall.layout(way_of(weighed_case()), 330.0)
    assert plan.stacked
    assert [len(bar.lines) for bar in plan.bars] == [1, 2, 1, 1, 2]
    assert plan.height > waterfall.layout(way_of(weighed_case()), 1160.0).height


def test_alone_it_has_a_style_and_no_links() -> None:
    text = standalone.draw_way(way_of(weighed_case())).decode()
    assert text.startswith("<?xml")
    assert "<style>" in text
    assert "href" not in text


def test_twenty_steps_and_hostile_words_fit() -> None:
    more = tuple(
        Step(kind="evidence", evidence_id=None, text=f"<b>{number}</b>\u202e", nats=0.2,
             mean=0.2 + number / 40)
        for number in range(18)
    )  # fmt: skip
    way = way_of(altered(weighed_case(), steps=(STEPS[0], *more)))
    for total in (1160.0, 330.0):
        plan = waterfall.layout(way, total)
        assert plan.height < 1000
        raw = str(waterfall.draw(way, total, "k"))
        assert "<b>" not in raw
        assert "\u202e" not in raw


@settings(deadline=None, max_examples=30)
@given(st.lists(st.floats(0.001, 0.999), min_size=2, max_size=20), st.floats(0.001, 0.999))
def test_whatever_the_steps_all_stays_in_the_picture(means: list[float], end: float) -> None:
    way = way_of(weighed_case())
    strides = tuple(replace_mean(way, mean) for mean in means)
    other = Way(way.role, way.label, strides, end, end / 2, (1 + end) / 2, way.marks)
    for total in (1160.0, 330.0):
        plan = waterfall.layout(other, total)
        assert all(0 <= bar.end <= total for bar in plan.bars)
        assert all(plan.axis.left <= x <= plan.axis.right for x, _ in plan.marks)
        shown = sorted((x, text) for x, text in plan.marks if text)
        assert all(
            right - left >= (width(a, 11) + width(b, 11)) / 2
            for (left, a), (right, b) in pairwise(shown)
        )
        etree.fromstring(str(waterfall.draw(other, total, "k")))


def replace_mean(way: Way, mean: float) -> Stride:
    first = way.strides[1]
    return Stride(first.kind, first.text, "", 0.1, mean, "+.10", "", None)


def needing(
    needed: float | None,
    *,
    verdict: str | None = None,
    passing: bool = False,
    forged: int | None = None,
) -> Answer:
    answer = answer_of(weighed_case())
    rows = tuple(
        replace(row, needed=needed, forged=forged) if row.hypothesis_id == TIDE else row
        for row in answer.posterior
    )
    tests = tuple(replace(test, passed=True) for test in answer.tests) if passing else answer.tests
    return replace(answer, posterior=rows, verdict=verdict, tests=tests)


def test_how_far_is_told_for_a_verdict_and_without_one() -> None:
    assert distance.far(needing(2.19, forged=2)) == (
        "Further evidence of 2.2 to 1 for the Tidewatch would make it probable enough to be named."
        " 2 more officials who look neutral would bring it there by saying so, true or not."
        " It failed 1 other"
        " test, and must pass all."
    )
    assert distance.far(needing(12.4, passing=True)) == (
        "Further evidence of 12 to 1 for the Tidewatch would make it a verdict. No number of"
        " officials who look neutral (up to 64) would bring it there by saying so."
    )
    assert distance.far(needing(2.19, passing=True, forged=1)).endswith(
        " a verdict. One more official who looks neutral would bring it there by saying so, true"
        " or not."
    )
    assert distance.far(needing(0.5, verdict=TIDE, passing=True)) == (
        "Evidence of 2 to 1 against the Tidewatch would undo this."
    )
    assert distance.far(needing(0.5)) == (
        "The Tidewatch is probable enough to be named; evidence of 2 to 1 against it would undo "
        "that. It failed 1 other test, and must pass all."
    )
    assert distance.far(needing(None)) == ""
    assert distance.far(replace(needing(2.0), candidate="")) == ""


def test_nobody_is_accused_of_an_accident() -> None:
    answer = needing(12.4, passing=True)
    peaceful = tuple(
        replace(one, kind="no_hostile_actor") if one.id == TIDE else one
        for one in answer.hypotheses
    )
    assert distance.far(replace(answer, hypotheses=peaceful)).endswith("make it a verdict.")


def test_as_many_officials_are_told_as_are_tried() -> None:
    assert f"(up to {deceit.MOST})" in distance.far(needing(12.4))


def test_odds_never_read_as_none() -> None:
    assert distance.ratio(1.0) == "1.1 to 1"
    assert distance.ratio(4.66) == "4.7 to 1"
    assert distance.ratio(236.0) == "240 to 1"


def test_the_threshold_of_each_answer_is_told_but_not_of_the_reserve() -> None:
    answer = answer_of(weighed_case())
    by_id = {row.hypothesis_id: row for row in answer.posterior}
    told = {one.id: distance.brief(one, by_id[one.id]) for one in answer.hypotheses[:3]}
    assert told == {
        TIDE: "needs 2.2 to 1 more",
        ORRIN: "needs 2.9 to 1 more",
        "executor:unnamed": "",
    }
    firm = Posterior(hypothesis_id=TIDE, prior=0.2, mean=0.8, low=0.6, high=0.9, words="x",
                     needed=0.3)  # fmt: skip
    assert distance.brief(answer.hypotheses[0], firm) == "stands up to 3.3 to 1"


def test_what_a_fact_would_make_of_whom() -> None:
    assessment = weighed_case().assessment
    assert assessment is not None
    serial, orders, tapes = assessment.would_settle
    told = ("if it pointed at the Tidewatch: from .36 to .81",)
    assert distance.makes(assessment, serial) == told
    assert distance.makes(assessment, serial, "executor") == told
    assert distance.makes(assessment, serial, "sponsor") == ()
    assert distance.makes(assessment, orders) == distance.makes(assessment, tapes) == ()


def test_signs_and_the_yardstick() -> None:
    assert [signed(value) for value in (0.42, -0.06, 0.004, -1.234)] == [
        "+.42",
        "−.06",
        "0",
        "−1.2",
    ]
    assert bands({"realistic possibility"})[1] == (0.075, "highly unlikely")
    assert bands(set())[0] == (0.0, "almost no chance")


@given(st.text(max_size=80), st.floats(20, 400))
def test_wrapped_text_fits_on_at_most_two_lines(text: str, room: float) -> None:
    lines = wrap(text, 12, room)
    assert 1 <= len(lines) <= 2
    assert all(width(line, 12) <= max(room, width("…", 12)) for line in lines)
    assert re.sub(r"[\s…]", "", lines[0]) == "" or "".join(text.split()).startswith(
        "".join(lines[0].rstrip("…").split())
    )


def test_left_out_origins_are_said_on_every_output() -> None:
    case = weighed_case()
    names = {origin.id: origin.name for origin in case.trace.origins}
    key = next(key for key, name in names.items() if "ministry" in name)
    without = assessed(case, left_out=(key, "somebody"))
    told = f"Weighed without the word of {names[key]} and somebody."
    assert verdict.left_out(Index(without)) == told
    assert verdict.left_out(Index(case)) == ""
    assert verdict.left_out(Index(replace(case, assessment=None))) == ""
    assert html.render(without).count(told) == 3
    assert f"**{told}**" in markdown.render(without)
