"""The engine on plain numbers: properties that must hold for any matrix."""

from itertools import product
from math import exp, log
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from tests.weigh.invented import incident, named, party, statement
from whence.errors import ConfigError
from whence.weigh import Options, tables
from whence.weigh.modelling import model_of
from whence.weigh.numbers.likelihood import Draws, conditional, modes
from whence.weigh.numbers.matrix import (
    Candidate,
    Observation,
    Settings,
    Weighing,
    relative,
    weigh_matrix,
)

NAMES = ("alder", "birch", "cedar", "unnamed")
POINT = Settings(draws=0)
FEW = Settings(draws=40)
CELL = st.floats(0.03, 0.97)
Matrix = tuple[list[Candidate], list[Observation]]


def candidates(*priors: float) -> list[Candidate]:
    total = sum(priors)
    return [
        Candidate(name=name, prior=prior / total, reserve=name == "unnamed")
        for name, prior in zip((*NAMES[: len(priors) - 1], "unnamed"), priors, strict=True)
    ]


def row(name: str, cells: tuple[float, ...], **fields: Any) -> Observation:
    names = (*NAMES[: len(cells) - 1], "unnamed")
    said = Observation(name=name, given=dict(zip(names, cells, strict=True)), origins=(name,))
    return structs.replace(said, **fields)


@st.composite
def matrices(draw: st.DrawFn) -> Matrix:
    listed = candidates(*draw(st.tuples(*[st.floats(0.05, 1)] * 4)))
    count = draw(st.integers(0, 5))
    rows = [
        row(
            f"row {number}",
            draw(st.tuples(*[CELL] * 4)),
            origins=tuple(draw(st.sets(st.sampled_from("vwxyz"), min_size=1, max_size=2))),
            group=draw(st.sampled_from(["", "first", "second"])),
            rho=draw(st.floats(0, 1)),
            sd=draw(st.floats(0, 1)),
            copies=draw(st.dictionaries(st.sampled_from("kl"), st.floats(0, 1), max_size=2)),
        )
        for number in range(count)
    ]
    return listed, rows


def shares(weighed: Weighing) -> list[float]:
    means = weighed.means()
    return [means[name] for name in NAMES if name in means]


@settings(max_examples=200, deadline=None)
@given(matrices(), st.randoms(use_true_random=False))
def test_order_changes_nothing(matrix: Matrix, random: Random) -> None:
    listed, rows = matrix
    turned = (list(listed), list(rows))
    for part in turned:
        random.shuffle(part)
    assert weigh_matrix(*turned, FEW) == weigh_matrix(listed, rows, FEW)


@settings(max_examples=200, deadline=None)
@given(matrices(), st.permutations(NAMES[:3]))
def test_other_names_change_nothing_but_the_names(matrix: Matrix, names: list[str]) -> None:
    listed, rows = matrix
    new = dict(zip(NAMES, (*names, "unnamed"), strict=True))
    renamed = weigh_matrix(
        [structs.replace(one, name=new[one.name]) for one in listed],
        [
            structs.replace(one, given={new[key]: cell for key, cell in one.given.items()})
            for one in rows
        ],
        FEW,
    ).means()
    for name, mean in weigh_matrix(listed, rows, FEW).means().items():
        assert renamed[new[name]] == pytest.approx(mean, abs=1e-9)


@settings(max_examples=200, deadline=None)
@given(matrices(), CELL, st.floats(0, 2))
def test_row_that_tells_nothing_apart_changes_nothing(
    matrix: Matrix, cell: float, sd: float
) -> None:
    listed, rows = matrix
    flat = row("flat", (cell,) * 4, sd=sd, group="first")
    weighed = weigh_matrix(listed, [*rows, flat], FEW)
    assert shares(weighed) == pytest.approx(shares(weigh_matrix(listed, rows, FEW)), abs=1e-9)
    assert {one.name: one.diagnosticity for one in weighed.bearings}["flat"] == 0


@settings(max_examples=200, deadline=None)
@given(
    st.tuples(*[st.floats(0.05, 1)] * 4),
    st.lists(st.tuples(*[st.floats(-1, 1)] * 4), min_size=1, max_size=30),
    st.floats(0.2, 0.8),
    st.floats(0.0, 0.01) | st.floats(0.0, 1e-6),
    st.floats(0, 2),
)
def test_rows_that_hardly_tell_anything_move_no_more_than_they_tell(
    priors: tuple[float, ...],
    tilts: list[tuple[float, ...]],
    cell: float,
    contrast: float,
    sd: float,
) -> None:
    """What is moved stays within a multiple of all contrasts, however wide the spread is set."""
    listed, chosen = candidates(*priors), Settings(draws=200)
    rows = [
        row(f"row {number}", tuple(cell + contrast * one for one in tilt), sd=sd)
        for number, tilt in enumerate(tilts)
    ]
    before = shares(weigh_matrix(listed, [], chosen))
    after = shares(weigh_matrix(listed, rows, chosen))
    logits = [[log(value / (1 - value)) for value in one.given.values()] for one in rows]
    told = sum(max(values) - min(values) for values in logits)
    assert max(abs(a - b) for a, b in zip(after, before, strict=True)) <= 2 * told + 1e-12


def test_a_hundred_near_equal_rows_of_any_spread_leave_a_share_where_it_was() -> None:
    listed = candidates(0.8, 0.1, 0.1)
    near = [row(f"row {n}", (0.500001, 0.5, 0.5)) for n in range(100)]
    before, after = weigh_matrix(listed), weigh_matrix(listed, near)
    assert shares(after) == pytest.approx(shares(before), abs=1e-3)
    wider = {share.name: share.high - share.low for share in after.shares}
    for share in before.shares:
        assert wider[share.name] == pytest.approx(share.high - share.low, abs=1e-3)


@settings(max_examples=200, deadline=None)
@given(matrices(), st.integers(1, 9))
def test_copies_add_nothing_and_uncertain_ones_never_more_than_another_hand(
    matrix: Matrix, number: int
) -> None:
    listed, rows = matrix
    with_copies = [
        structs.replace(one, copies={**one.copies, **{f"copy {n}": 1.0 for n in range(number)}})
        for one in rows
    ]
    assert weigh_matrix(listed, with_copies, FEW) == weigh_matrix(listed, rows, FEW)


@settings(max_examples=200, deadline=None)
@given(CELL, CELL, st.floats(0, 1), st.floats(0, 1))
def test_likelier_copies_weigh_less(one: float, other: float, left: float, right: float) -> None:
    listed = candidates(1, 1, 1)
    surer, looser = sorted((left, right), reverse=True)
    moved = [
        weigh_matrix(
            listed, [row("said", (one, other, 0.5), copies={"wire": chance}, rho=0.3)], POINT
        )
        .bearings[0]
        .diagnosticity
        for chance in (surer, looser)
    ]
    assert moved[0] <= moved[1] + 1e-12


@settings(max_examples=200, deadline=None)
@given(matrices())
def test_nothing_reaches_nought_or_one_and_one_hand_stays_below_its_cap(matrix: Matrix) -> None:
    listed, rows = matrix
    weighed = weigh_matrix(listed, rows, FEW)
    assert sum(share.mean for share in weighed.shares) == pytest.approx(1)
    for share in weighed.shares:
        assert share.low <= share.high
        assert 0.001 * share.prior < share.mean < 1 - 1e-4
    loud = [structs.replace(one, origins=("one",), group="", copies={}) for one in rows]
    total = np.sum(
        [[one.nats[name] for name in NAMES] for one in weigh_matrix(listed, loud, POINT).bearings]
        or np.zeros((1, 4)),
        axis=0,
    )
    assert total.max() - total.min() <= log(10) + 1e-9


@settings(max_examples=200, deadline=None)
@given(
    st.tuples(*[st.floats(0.05, 1)] * 4),
    st.lists(st.tuples(*[st.floats(0.1, 0.9)] * 4), max_size=4),
)
def test_equals_exhaustive_enumeration(
    priors: tuple[float, ...], cells: list[tuple[float, ...]]
) -> None:
    """From the whole table of hypotheses by what every row could have said, yes or no."""
    listed = candidates(*priors)
    joint: dict[tuple[int, tuple[bool, ...]], float] = {}
    for column, said in product(range(4), product((True, False), repeat=len(cells))):
        chance = listed[column].prior
        for values, yes in zip(cells, said, strict=True):
            chance *= values[column] if yes else 1 - values[column]
        joint[column, said] = chance
    assert sum(joint.values()) == pytest.approx(1)
    seen = [joint[column, (True,) * len(cells)] for column in range(4)]
    rows = [row(f"row {number}", values) for number, values in enumerate(cells)]
    found = shares(weigh_matrix(listed, rows, POINT))
    for column in range(4):
        expected = 0.99 * seen[column] / sum(seen) + 0.01 * listed[column].prior
        assert found[column] == pytest.approx(expected, abs=1e-6)


def test_equals_the_engine_on_the_same_numbers() -> None:
    """Two accusations of an invented incident, their cells taken from the engine's items."""
    event = incident(
        [party("alder"), party("birch")],
        [statement("minister", "alder"), statement("envoy", "birch", standing="found")],
    )
    model = model_of(event, named("minister", "envoy"), Options(), Draws(seed=0, count=0))
    question = model.questions[0]
    rows = []
    for item in model.items:
        did = conditional(item.row, item.kind, model.draws)
        other = 1 - did
        unnamed = 0.75 * other + 0.25 * 0.5
        told = modes(item.voices[0], item, tables.priors(), model.draws)
        cells = dict.fromkeys(question.live, float(told.says(other)[0]))
        cells["executor:unnamed"] = float(told.says(unnamed)[0])
        cells[item.targets[0]] = float(told.says(did)[0])
        rows.append(Observation(name=item.id, given=cells, origins=(item.voices[0].origin_id,)))
    listed = [
        Candidate(name=key, prior=question.prior[key], reserve=key == "executor:unnamed")
        for key in question.live
    ]
    found = weigh_matrix(listed, rows, POINT).means()
    engine = model.evaluate().executor[0]
    linked = dict(zip(question.live, engine.tolist(), strict=True))
    assert found == pytest.approx(linked, abs=1e-9)


def test_equal_rows_of_one_group_count_by_their_dependence() -> None:
    listed = candidates(1, 1)
    rows = [row(f"row {n}", (0.6, 0.4), group="same", rho=0.5) for n in range(3)]
    weighed = weigh_matrix(listed, rows, POINT)
    assert sum(one.weight for one in weighed.bearings) == pytest.approx(3 / (1 + 2 * 0.5))
    total = sum(one.nats["unnamed"] for one in weighed.bearings)
    assert exp(-total) == pytest.approx(1.5**1.5)


def test_spread_widens_and_the_reserve_varies_unless_it_is_fixed() -> None:
    listed, narrow = candidates(1, 1), row("said", (0.7, 0.3), sd=0.0)
    fixed = Settings(draws=500, concentration=None)
    sharp = weigh_matrix(listed, [narrow], fixed).shares[0]
    assert sharp.low == pytest.approx(sharp.high)
    wide = weigh_matrix(listed, [structs.replace(narrow, sd=0.6)], fixed).shares[0]
    assert wide.low < sharp.mean < wide.high
    varied = weigh_matrix(listed, [narrow], Settings(draws=500)).shares[0]
    assert varied.low < sharp.mean < varied.high
    assert (sharp.name, sharp.words) == ("alder", "likely")


@pytest.mark.parametrize("share", [0.001, 0.3, 0.995])
def test_reserve_keeps_its_share_however_small(share: float) -> None:
    listed = [
        Candidate(name="alder", prior=1 - share),
        Candidate(name="unnamed", prior=share, reserve=True),
    ]
    means = weigh_matrix(listed).means()
    assert means["unnamed"] == pytest.approx(share, rel=0.05)
    assert means["alder"] == pytest.approx(1 - share, rel=0.05)


def test_reason_and_words_stand_beside_the_numbers() -> None:
    listed = candidates(1, 1)
    said = row("said", (0.9, 0.1), reason="Serial numbers match.")
    weighed = weigh_matrix(listed, [said], Settings(draws=0, words="phia"))
    assert weighed.bearings[0].reason == "Serial numbers match."
    assert weighed.bearings[0].nats["alder"] == 0
    assert weighed.shares[0].words == "highly likely"


def test_observation_of_many_values_keeps_its_ratios() -> None:
    scaled = relative({"alder": 0.002, "birch": 0.001, "unnamed": 0.0})
    assert scaled == pytest.approx({"alder": 0.97, "birch": 0.485, "unnamed": 0.0})
    with pytest.raises(ConfigError, match="positive"):
        relative({"alder": 0.0})


@pytest.mark.parametrize(
    ("listed", "message"),
    [
        ([Candidate(name="alder", prior=1.0)], "reserve"),
        ([*candidates(1, 1), Candidate(name="cedar", prior=0.5)], "sum to 1.5"),
        ([*candidates(1, 1), Candidate(name="alder", prior=0.5)], "alder is there twice"),
        (
            [Candidate(name="alder", prior=1.0), Candidate(name="u", prior=0.0, reserve=True)],
            "between 0 and 1",
        ),
        (
            [Candidate(name=name, prior=0.5, reserve=True) for name in ("alder", "birch")],
            "not 2",
        ),
    ],
)
def test_priors_that_are_no_distribution_with_a_reserve(
    listed: list[Candidate], message: str
) -> None:
    with pytest.raises(ConfigError, match=message):
        weigh_matrix(listed)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([row("said", (0.5, 0.5, 0.5))], "birch"),
        ([row("said", (0.5,))], "alder"),
        ([row("said", (1.5, 0.5))], "lies between"),
        ([row("said", (0.5, 0.5), copies={"wire": 2.0})], "lies between"),
        ([row("said", (0.5, 0.5), origins=())], "origin"),
        ([row("said", (0.5, 0.5), sd=-1.0)], "sd"),
        ([row("said", (0.5, 0.5), rho=1.5)], "rho"),
        ([row("said", (0.5, 0.5)), row("said", (0.4, 0.5))], "twice"),
    ],
)
def test_rows_that_do_not_fit(rows: list[Observation], message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        weigh_matrix(candidates(1, 1), rows)
