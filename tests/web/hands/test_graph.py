"""The picture of whose hands it came through holds everything once, and as much as there is."""

from collections import Counter

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.publish.cases import harbour_case, many_case
from tests.web.hands.invented import cases
from whence.model.case import Case
from whence.publish.index import Index
from whence.publish.views.graph import bundles, own_voice
from whence.web.hands.graph import HandsGraph, Place, drawn
from whence.web.hands.paths import ALL, VOICES, Paths, paths

WHERE = Place(case="case-1", seq=7)
OPENED = st.sets(st.sampled_from((ALL, VOICES)))


def of_incident(index: Index) -> set[str]:
    """Return the chains that something about the incident came through."""
    return {thing.chain_id for thing in index.values if thing.scope == "incident"}


def ends(made: Paths) -> list[str]:
    return [key for key, stop in made.stops.items() if stop.kind in ("origin", "voices")]


@settings(max_examples=80, deadline=None)
@given(cases(), OPENED)
def test_every_chain_of_the_incident_is_in_exactly_one_origin(case: Case, opened: set[str]) -> None:
    index = Index(case)
    made = paths(index, None, opened)
    counted = Counter(chain for key in ends(made) for chain in made.chains[key])
    assert set(counted) == of_incident(index)
    assert set(counted.values()) <= {1}


@settings(max_examples=80, deadline=None)
@given(cases(), OPENED)
def test_what_arrives_at_an_origin_is_what_it_carries(case: Case, opened: set[str]) -> None:
    index = Index(case)
    graph = drawn(index, WHERE, None, opened)
    arrived: Counter[str] = Counter()
    left: Counter[str] = Counter()
    for step in graph.steps:
        arrived[step.target] += step.values
        left[step.source] += step.values
    for stop in graph.stops:
        if stop.kind in ("origin", "voices"):
            assert arrived[stop.id] == stop.values
        if stop.kind in ("report", "bundle"):
            assert left[stop.id] == stop.values
        if stop.kind == "origin":
            key = stop.id.partition(":")[2]
            assert stop.values == sum(index.carried[key].values())
    assert graph.values == sum(sum(row.values()) for row in index.carried.values())
    assert graph.values == sum(way.values for way in graph.ways)


@settings(max_examples=80, deadline=None)
@given(cases(), OPENED)
def test_copies_are_one_bundle_or_stand_in_one_box(case: Case, opened: set[str]) -> None:
    index = Index(case)
    graph = drawn(index, WHERE, None, opened)
    said = {index.chains[chain].document_id for chain in of_incident(index)}
    for bundle in bundles(index):
        mine = [key for key in bundle.document_ids if key in said]
        if not mine or len(bundle.document_ids) == 1:
            continue
        whole = [stop for stop in graph.stops if stop.id == f"bundle:{bundle.key}"]
        apart = {stop.id for stop in graph.stops if stop.within == bundle.key}
        assert len(whole) == (ALL not in opened)
        if whole:
            assert whole[0].hands == len(mine)
        else:
            assert apart == {f"report:{key}" for key in mine}
            assert bundle.key in {box.id for box in graph.open}


@settings(max_examples=60, deadline=None)
@given(cases(), OPENED)
def test_every_stop_has_a_place_of_its_own_and_every_step_goes_on(
    case: Case, opened: set[str]
) -> None:
    graph = drawn(Index(case), WHERE, None, opened)
    places = [(stop.x, stop.y) for stop in graph.stops]
    assert len(set(places)) == len(places)
    column = {stop.id: stop.column for stop in graph.stops}
    ids = [stop.id for stop in graph.stops]
    for step in graph.steps:
        # two relays may pass on from each other, each in another report
        between = {step.source[:6], step.target[:6]} == {"relay:"}
        assert between or column[step.source] < column[step.target]
    for way in graph.ways:
        assert column[ids[way.stops[0]]] == 0
        assert ids[way.stops[-1]].startswith(("origin:", VOICES))


@settings(max_examples=40, deadline=None)
@given(cases())
def test_own_voices_are_no_origins(case: Case) -> None:
    index = Index(case)
    graph, apart = drawn(index, WHERE), drawn(index, WHERE, None, {VOICES})
    voices = sum(own_voice(index, origin) for origin in index.bearing)
    assert (graph.voices, graph.origins) == (voices, len(index.bearing) - voices)
    assert (apart.voices, apart.origins) == (graph.voices, graph.origins)


def test_a_choice_is_drawn_alone() -> None:
    index = Index(harbour_case())
    slot = index.case.incident.slot("wounded") if index.case.incident else None
    assert slot is not None
    only = {fact for value in slot.values for fact in value.fact_ids}
    graph = drawn(index, WHERE, only)
    assert graph.values == len(only)
    names = {stop.name for stop in graph.stops if stop.kind == "origin"}
    assert names == {"interior ministry spokesman", "a hospital doctor", "own voice: Coast Courier"}


def test_an_origin_tells_how_it_is_known_and_what_it_said_of_a_suspect() -> None:
    graph = drawn(Index(harbour_case()), WHERE)
    notes = {stop.name: stop.note for stop in graph.stops}
    assert notes["interior ministry spokesman"] == "role only · the victim’s side · ▲ accused"
    assert notes["Tidewatch council"] == "an organisation · ⊘ denied involvement"
    assert notes["a hospital doctor"] == "anonymous"


def test_a_single_value_leads_to_its_words_and_several_to_their_list() -> None:
    graph = drawn(Index(harbour_case()), WHERE)
    for step in graph.steps:
        start = "/cases/case-1/reports/doc-" if step.values == 1 else "/cases/case-1/sources/words?"
        assert step.href.startswith(start)


def test_the_data_can_be_read_again_and_is_equal_for_equal_cases() -> None:
    case = many_case(40)
    graph = drawn(Index(case), WHERE, None, {ALL})
    packed = msgspec.json.encode(graph)
    assert msgspec.json.decode(packed, type=HandsGraph) == graph
    assert msgspec.json.encode(drawn(Index(case), WHERE, None, {ALL})) == packed
    assert graph.kind == "whence.hands/1"


def test_more_claims_make_a_wider_line_and_a_larger_circle() -> None:
    graph = drawn(Index(harbour_case()), WHERE)
    steps = sorted(graph.steps, key=lambda step: step.values)
    assert steps[0].width < steps[-1].width
    ends = sorted((stop for stop in graph.stops if stop.kind == "origin"), key=lambda s: s.values)
    assert [stop.size for stop in ends] == sorted(stop.size for stop in ends)
    assert ends[0].size < ends[-1].size
