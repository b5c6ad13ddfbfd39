from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from tests.publish.cases import harbour_case, many_case
from tests.publish.desk import RUN, Desk, document, trace
from whence.model.attribution import Anonymity, HopKind, SourceKind
from whence.model.case import Case
from whence.model.incident import Moment, Phase
from whence.model.origin import Merge, Origin
from whence.publish import html
from whence.publish.index import Index
from whence.publish.svg import bars, sources, timeline
from whence.publish.svg.text import fit, width
from whence.publish.views.graph import bundles, graph
from whence.publish.views.sources import sources as source_tables
from whence.publish.views.timeline import timeline as moments

WIDTHS = [(1160.0, 40, 2), (560.0, 7, 1), (330.0, 40, 0)]


@pytest.mark.parametrize(("total", "rows", "relays"), WIDTHS)
@pytest.mark.parametrize("reports", [4, 60])
def test_no_label_lies_on_another_or_outside(
    reports: int, total: float, rows: int, relays: int
) -> None:
    plan = sources.layout(graph(Index(many_case(reports)), rows, relays), total)
    labels = [node.label for node in plan.nodes]
    assert [pair for pair in combinations(labels, 2) if pair[0].touches(pair[1])] == []
    bars_ = [node.bar for node in plan.nodes]
    assert [pair for pair in combinations(bars_, 2) if pair[0].touches(pair[1])] == []
    for box in (*labels, *bars_):
        assert box.left >= 0
        assert box.top >= 0
        assert box.left + box.width <= total
        assert box.top + box.height <= plan.height


def test_the_picture_carries_every_value_once() -> None:
    case = many_case(60)
    drawn = graph(Index(case), 40)
    carried = sum(len(report.facts) + len(report.claims) for report in case.reports)
    first = {node.key for node in drawn.columns[0]}
    last = {node.key for node in drawn.columns[-1]}
    assert sum(count for (left, _), count in drawn.flows.items() if left in first) == carried
    assert sum(count for (_, right), count in drawn.flows.items() if right in last) == carried


def test_rows_over_the_limit_stand_as_one_that_tells_how_many() -> None:
    drawn = graph(Index(many_case(60)), 6)
    assert all(len(column) <= 6 for column in drawn.columns)
    rest = drawn.columns[0][-1]
    assert rest.label == f"{rest.hands} more reports"
    assert sum(node.hands for node in drawn.columns[0]) == 60


def test_copies_are_one_bundle_with_many_hands() -> None:
    case = harbour_case()
    held = [bundle for bundle in bundles(Index(case)) if len(bundle.document_ids) > 1]
    assert [len(bundle.document_ids) for bundle in held] == [2]
    labels = [node.label for node in graph(Index(case), 40).columns[0]]
    assert "2× Port Gazette" in labels
    assert not [label for label in labels if label.startswith("Evening Mail")]


def test_copies_of_an_outside_agency_are_one_bundle_under_its_name() -> None:
    case = harbour_case()
    first, second = case.documents[0], case.documents[2]
    credit = replace(case.trace.copies[0], original_id=None, credited="Wire", basis="credit",
                     probability=0.8, passages=())  # fmt: skip
    copies = (replace(credit, copy_id=first.id), replace(credit, copy_id=second.id))
    wired = replace(case, trace=replace(case.trace, copies=copies))
    held = [bundle for bundle in bundles(Index(wired)) if len(bundle.document_ids) > 1]
    assert [(bundle.credited, set(bundle.document_ids)) for bundle in held] == [
        ("Wire", {first.id, second.id})
    ]


def test_doubtful_copies_are_no_bundle() -> None:
    case = harbour_case()
    doubtful = (replace(case.trace.copies[0], probability=0.49),)
    unsure = replace(case, trace=replace(case.trace, copies=doubtful))
    assert all(len(bundle.document_ids) == 1 for bundle in bundles(Index(unsure)))


@given(st.text(max_size=80), st.floats(min_value=10, max_value=400))
def test_a_fitted_label_fits(text: str, room: float) -> None:
    cut = fit(text, 12, room)
    assert width(cut, 12) <= max(room, width("…", 12))


@pytest.mark.parametrize("total", [1160.0, 330.0])
def test_the_timeline_keeps_both_clocks_apart(total: float) -> None:
    drawn = etree.fromstring(str(timeline.draw(moments(Index(harbour_case())), total, "t")))
    numbers = [element.text for element in drawn.findall(".//text[@class='n']")]
    assert numbers == ["1", "2", "3"]
    told = [str(element.text) for element in drawn.findall(".//text[@class='count']")]
    assert sum(int(text.split()[0]) for text in told) == 4
    assert all(text.split()[1] == ("report" if text[:2] == "1 " else "reports") for text in told)
    (axis,) = (float(line.attrib["y1"]) for line in drawn.iter("line"))
    assert all(float(mark.attrib["y"]) < axis for mark in drawn.iter("rect"))
    assert all(float(disc.attrib["cy"]) > axis for disc in drawn.iter("circle"))


def test_many_days_are_gathered_without_mixing_phases() -> None:
    case = many_case(60)
    incident = case.incident
    assert incident is not None
    phases: tuple[tuple[int, Phase], ...] = ((2, "before"), (3, "incident"), (4, "after"))
    days = tuple(
        Moment(at=f"2031-{month:02d}-{day:02d}", phase=phase, label="x", document_ids=())
        for month, phase in phases
        for day in range(1, 21)
    )  # fmt: skip
    view = moments(Index(replace(case, incident=replace(incident, timeline=days))))
    near = view.around(9)
    assert [event.phase for event in near] == ["before"] * 3 + ["incident"] * 6
    assert view.around(100) == view.events
    shown = timeline.columns(view, 8)
    assert len(shown) <= 8
    assert [column.phase for column in shown] == sorted(
        (column.phase for column in shown), key=["before", "incident", "after"].index
    )
    assert all({event.phase for event in column.events} <= {column.phase} for column in shown)
    assert sum(len(column.events) for column in shown) == 60
    assert sum(column.published for column in shown) == 60


SPELLS: tuple[tuple[str, Phase], ...] = (
    ("2030", "before"), ("2031-02", "before"), ("2031-02-10", "before"),
    ("2031-02-09/2031-02-20", "before"), ("2031-03-03/2031-03-04", "incident"),
    ("2031-03-04", "incident"), ("2031-03-08", "after"), ("2031-03", "after"),
)  # fmt: skip


def with_spells() -> Case:
    case = harbour_case()
    assert case.incident is not None
    told = tuple(
        Moment(at=at, phase=phase, label=f"it was {at}", document_ids=()) for at, phase in SPELLS
    )
    return replace(case, incident=replace(case.incident, timeline=told))


@pytest.mark.parametrize("most", [3, 20])
def test_what_has_no_day_of_its_own_is_a_bar_over_its_days(most: int) -> None:
    view = moments(Index(with_spells()))
    assert view.ranges
    assert not moments(Index(replace(with_spells(), incident=None))).ranges
    shown = timeline.columns(view, most)
    bars_ = timeline.bars(shown)
    assert sorted(bar.event.label for bar in bars_) == sorted(
        f"it was {at}" for at, _ in SPELLS if len(at) != len("2031-03-04")
    )
    for bar in bars_:
        assert {column.phase for column in shown[bar.start : bar.end + 1]} == {bar.event.phase}
        assert shown[bar.end].since <= bar.event.until
    for one, other in combinations(bars_, 2):
        if one.row == other.row:
            assert one.end < other.start or other.end < one.start


@pytest.mark.parametrize("total", [1160.0, 330.0])
def test_a_bar_has_dotted_ends_and_leads_to_its_event(total: float) -> None:
    drawn = etree.fromstring(str(timeline.draw(moments(Index(with_spells())), total, "t")))
    spells, ends = drawn.findall(".//rect[@class='spell']"), drawn.findall(".//path[@class='end']")
    assert len(spells) == len(ends) == 5
    for spell in spells:
        assert float(spell.attrib["x"]) >= 0
        assert float(spell.attrib["x"]) + float(spell.attrib["width"]) <= total
    links = [link.attrib["href"] for link in drawn.iter("a")]
    assert {f"#t-{number}" for number in range(1, 9)} <= set(links)
    told = [title.text for title in drawn.iter("title")]
    assert "3–4 Mar 2031, at some time in it: it was 2031-03-03/2031-03-04" in told
    boxes = [
        (float(mark.attrib["x"]), float(mark.attrib["y"]))
        for mark in drawn.iter("rect")
        if str(mark.attrib["class"]).startswith("event")
    ]
    assert len(boxes) == len(set(boxes)) == 8
    for (ax, ay), (bx, by) in combinations(boxes, 2):
        assert abs(ax - bx) >= 18 or abs(ay - by) >= 18


def test_the_page_tells_what_a_bar_is_where_there_is_one() -> None:
    assert "Bars with dotted ends: at some time in it." in html.render(with_spells())
    dated = replace(with_spells(), incident=None)
    assert "Bars with dotted ends" not in html.render(dated)


def test_nothing_dated_gives_no_timeline() -> None:
    case = harbour_case()
    undated = Case(id="c", run=case.run, documents=())
    assert timeline.draw(moments(Index(undated)), 330.0, "t") == ""


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
def test_bars_stay_on_their_track(mean: float, low: float, high: float, prior: float) -> None:
    low, high = sorted((low, high))
    drawn = etree.fromstring(str(bars.bar(mean, low, high, prior, "a < b")))
    band = drawn.findall("rect")[1]
    left, across = float(band.attrib["x"]), float(band.attrib["width"])
    assert left >= 0
    assert left + across <= bars.WIDTH + 0.11
    assert drawn.get("aria-label") == "a < b"


@pytest.mark.parametrize("values", [(1.2, 0, 1, 0), (0.5, 0.7, 0.4, 0.1)])
def test_what_is_no_interval_is_refused(values: tuple[float, float, float, float]) -> None:
    with pytest.raises(ValueError, match="not a probability"):
        bars.bar(*values, "x")


def test_spellings_of_one_relay_are_one_node() -> None:
    desk = Desk(document("Ledger", "Title\nThree drones came. Two fell. One hit.", "2031-03-04"))
    doctor: tuple[str, HopKind, SourceKind, Anonymity] = ("a doctor", "says", "person", "role")
    for relay, words in (("SNA", "Three"), ("Sable News", "Two"), ("Sable News agency", "One")):
        chain = desk.chain((relay, "quotes", "agency", "named"), doctor)
        desk.fact(chain, "munitions_launched", "3", words)
    found = trace([desk])
    merged = tuple(
        replace(
            origin,
            relays=("Sable News",),
            merges=(Merge(left="SNA", right="Sable News", reason="one agency", probability=1.0),),
        )
        if origin.name == "a doctor"
        else origin
        for origin in found.origins
    )
    agency = Origin(
        id="or-sna", name="Sable News", kind="agency", anonymity="named", chain_ids=(),
        document_ids=(), merges=merged[0].merges,
    )  # fmt: skip
    bare = tuple(replace(origin, merges=()) for origin in merged)
    case = Case(id="c", run=RUN, documents=(desk.document,), reports=(desk.report(),),
                trace=replace(found, origins=(*bare, agency)))  # fmt: skip
    index = Index(case)
    assert [node.label for node in graph(index, 40).columns[1]] == ["Sable News"]
    assert [row.name for row in source_tables(index).relays] == ["Sable News"]
