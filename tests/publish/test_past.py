"""The assessment over time: what came, what changed, and its chart."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from tests.publish.weighed import (
    HISTORY,
    LONG,
    ORRIN,
    RESERVE,
    TIDE,
    WORDS,
    assessed,
    turn,
    weighed_case,
)
from whence.model.assessment import Turn
from whence.model.case import Case
from whence.publish.index import Index
from whence.publish.svg import history, standalone
from whence.publish.svg.spacing import spaced
from whence.publish.svg.text import width
from whence.publish.views.past import Past, pasts

SVG = "{http://www.w3.org/2000/svg}"


def past_of(case: Case) -> Past:
    return pasts(Index(case))["executor"]


def with_turns(*turns: Turn) -> Case:
    return assessed(weighed_case(), history=turns)


def test_each_moment_tells_what_came_and_what_changed() -> None:
    first, second, third, fourth, fifth, last = past_of(weighed_case()).events
    assert first.moved == ("The Tidewatch: starts at .20.",)
    assert first.causes == (f"came: {LONG} (.97 nats)",)
    assert second.moved == (
        "The Tidewatch: from .20 to .60.",
        "Also somebody not named: from .80 to .40.",
        "The Tidewatch is named.",
        "Confidence: moderate, before low.",
    )
    assert second.causes == (f"weighs more: {LONG} (+.30 nats)", "came: a finding (1.2 nats)")
    assert (third.told, third.moved) == (False, ("The Tidewatch: stays at .60.",))
    assert fourth.moved == (
        "Orrin: new, at .62.",
        "In the place of the Tidewatch: from .60 to .20.",
        "Also somebody not named: from .40 to .18.",
        "The Tidewatch is named no longer.",
        "Orrin is named.",
        "Confidence: low, before moderate.",
    )
    assert fourth.causes == (
        "counts no longer: a finding (1.2 nats)",
        f"weighs less: {LONG} (−.10 nats)",
    )
    assert (fifth.lost, fifth.reached, fifth.exact) == ("Orrin", "", False)
    assert last.causes == (f"came: {WORDS} (.15 nats)",)
    assert last.title.startswith(f"2034: came: {WORDS} (.15 nats). The Tidewatch: stays at .36.")


def test_only_moments_that_brought_something_are_told() -> None:
    past = past_of(weighed_case())
    assert [event.when for event in past.told] == [
        "4 Mar 2031", "5 Mar 2031", "8 Mar 2031", "Mar 2031", "2034",
    ]  # fmt: skip
    assert past.quiet == "1 moment brought nothing for this question."
    assert past.marked
    few = past_of(with_turns(HISTORY[0], HISTORY[5]))
    assert few.quiet == ""
    assert not few.marked
    assert past.summary.startswith(
        "6 moments from 4 Mar 2031 to 2034: the Tidewatch .20 to .36; Orrin .62 to .30"
    )


def test_an_answer_that_is_no_longer_listed_is_told() -> None:
    gone = turn("2031-03-09", {ORRIN: 0.5, RESERVE: 0.5}, causes=HISTORY[5].causes)
    event = past_of(with_turns(HISTORY[0], gone)).events[1]
    assert event.moved[1] == "In the place of the Tidewatch: no longer listed, from .20."


def test_lines_are_those_that_lead_and_those_once_named_with_the_reserve_last() -> None:
    past = past_of(weighed_case())
    assert [line.label for line in past.lines] == [
        "the Tidewatch", "Orrin", "a third", "somebody not named",
    ]  # fmt: skip
    assert past.lines[1].means[:3] == (None, None, None)
    crowd = {f"executor:p{number}": 0.1 - number / 100 for number in range(7)}
    once = turn("2031-03-04", crowd | {RESERVE: 0.3}, "executor:p6", causes=HISTORY[0].causes)
    many = past_of(with_turns(once, turn("2031-03-05", crowd | {RESERVE: 0.3})))
    assert [line.label for line in many.lines] == [
        "p0", "p1", "p2", "p3", "p6", "somebody not named",
    ]  # fmt: skip
    without = past_of(with_turns(turn("2031", {TIDE: 0.9}, causes=HISTORY[0].causes),
                                 turn("2032", {TIDE: 0.9})))  # fmt: skip
    assert not any(line.reserve for line in without.lines)


def test_one_moment_or_nothing_that_came_is_no_history() -> None:
    assert pasts(Index(with_turns(HISTORY[0]))) == {}
    assert pasts(Index(with_turns(HISTORY[2], HISTORY[4]))) == {}
    assert pasts(Index(replace(weighed_case(), assessment=None))) == {}
    sponsor = tuple(replace(one, role="sponsor") for one in HISTORY)
    assert pasts(Index(with_turns(*sponsor))) == {}


def test_days_stand_at_their_distance() -> None:
    spacing = spaced(["2031-03-04", "2031-03-05", "2031-03-08"], 400)
    assert spacing.places == pytest.approx((0, 100, 400))
    assert (spacing.cuts, spacing.even) == ((), False)


def test_neighbours_are_never_closer_than_can_be_told() -> None:
    days = ["2031-01-01", "2031-01-02", "2031-03-01", "2031-04-20"]
    places = spaced(days, 300).places
    assert places[1] == pytest.approx(11)
    assert places[3] == pytest.approx(300)
    assert (places[2] - places[1]) / (places[3] - places[2]) == pytest.approx(58 / 50)


@pytest.mark.parametrize(
    ("last", "length"), [("2041-01-04", "10 years"), ("2031-05-20", "4 months"),
                         ("2031-01-31", "27 days")],
)  # fmt: skip
def test_a_far_longer_gap_is_cut_and_its_length_told(last: str, length: str) -> None:
    spacing = spaced(["2031-01-01", "2031-01-02", "2031-01-03", "2031-01-04", last], 400)
    ((x, text),) = spacing.cuts
    assert text == length
    assert spacing.places[3] < x < 400
    assert spacing.places[-1] == pytest.approx(400)


def test_of_an_imprecise_moment_its_end_counts() -> None:
    places = spaced(["2031-03-01", "2031-03-16", "2031-03", "2031"], 305).places
    assert places[2] / places[3] == pytest.approx(30 / 305, abs=0.01)
    same = spaced(["2031-03-31", "2031-03"], 100)
    assert list(same.places) == [0, 100]
    assert spaced(["2031-03-30", "2031-03-31", "2031-03"], 100).places == pytest.approx(
        (0, 89, 100)
    )


def test_dates_that_cannot_be_placed_stand_at_equal_distances() -> None:
    spacing = spaced(["2031-03-04", "the feast", "2031-03-06"], 100)
    assert list(spacing.places) == [0, 50, 100]
    assert spacing.even
    assert spaced(["2031-03-04", "2031-03-05/..", "2031-03-06"], 100).even
    assert spaced(["2031-03-04"], 100).places[0] == 0


@given(st.lists(st.dates(), min_size=2, max_size=60, unique=True), st.floats(150, 1000))
def test_moments_keep_their_order_and_fill_the_room(days: list[object], room: float) -> None:
    places = spaced(sorted(str(day) for day in days), room).places
    assert places[0] == 0
    assert places[-1] == pytest.approx(room)
    least = min(11.0, room / (2 * (len(days) - 1)))
    assert all(right - left >= least - 1e-6 for left, right in pairwise(places))


@pytest.mark.parametrize("total", [1160.0, 330.0])
def test_labels_lie_on_none_and_stay_inside(total: float) -> None:
    crowd = {f"executor:party number {number}": 0.01 for number in range(5)}
    turns = [turn(f"2031-03-0{day}", crowd | {RESERVE: 0.01}, causes=HISTORY[0].causes)
             for day in (1, 2)]  # fmt: skip
    for case in (weighed_case(), with_turns(*turns)):
        plan = history.layout(past_of(case), total)
        for one, other in combinations(plan.labels, 2):
            assert abs(one.y - other.y) >= 14.9
        assert all(20 <= label.y <= plan.bottom for label in plan.labels)
        assert all(plan.left <= x <= plan.right for x in plan.spacing.places)
        for (left, a), (right, b) in combinations(plan.dates, 2):
            assert abs(left - right) >= (width(a, 11) + width(b, 11)) / 2


@pytest.mark.parametrize("total", [1160.0, 330.0])
def test_the_chart_has_lines_marks_and_titles(total: float) -> None:
    past = past_of(weighed_case())
    root = etree.fromstring(str(history.draw(past, total, "k")))
    lines = [path for path in root.findall(f"{SVG}path") if path.find(f"{SVG}title") is not None]
    assert [line.attrib["class"] for line in lines] == ["of first", "of", "of", "reserve"]
    dashes = [line.attrib.get("stroke-dasharray") for line in lines]
    assert len(set(dashes)) == 4
    orrin = str(lines[1].attrib["d"])
    assert orrin.count("M") == 1
    assert len(root.findall(f".//{SVG}path[@class='reached']")) == 2
    assert len(root.findall(f".//{SVG}path[@class='lost']")) == 2
    vague = root.findall(f".//{SVG}circle[@class='moment vague']")
    assert len(vague) == 2
    links = [link.attrib["href"] for link in root.iter(f"{SVG}a")]
    assert links == [f"#{event.key}" for event in past.told]
    titles = [str(title.text) for title in root.iter(f"{SVG}title")]
    assert {event.title for event in past.events} <= set(titles)
    assert "4 Mar 2031, the Tidewatch: .10–.28" in titles
    words = [text.text for text in root.iter(f"{SVG}text")]
    assert ("roughly even chance" in words) == (total > 600)
    assert any("somebody not named" in str(word) for word in words)
    assert any(str(title).endswith("left out here") for title in titles)


def test_an_answer_that_comes_and_goes_is_a_broken_line() -> None:
    turns = [
        turn(f"2031-03-0{day}", ({ORRIN: 0.2} if day != 2 else {}) | {TIDE: 0.5, RESERVE: 0.3},
             causes=HISTORY[0].causes)
        for day in (1, 2, 3)
    ]  # fmt: skip
    root = etree.fromstring(str(history.draw(past_of(with_turns(*turns)), 1160.0, "k")))
    line = next(path for path in root.findall(f"{SVG}path") if path[0].text == "Orrin")
    assert str(line.attrib["d"]).count("M") == 2


def test_equal_distances_are_told_in_the_description() -> None:
    turns = (replace(HISTORY[0], at="the feast"), HISTORY[1])
    raw = str(history.draw(past_of(with_turns(*turns)), 330.0, "k"))
    assert "Moments stand at equal distances." in raw
    assert "equal distances" not in str(history.draw(past_of(weighed_case()), 330.0, "k"))


def test_alone_it_has_a_style_and_no_links() -> None:
    text = standalone.draw_past(past_of(weighed_case())).decode()
    assert text.startswith("<?xml")
    assert "<style>" in text
    assert "href" not in text
