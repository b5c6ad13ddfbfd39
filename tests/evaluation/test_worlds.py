"""Made worlds: the generator, the simple ways to tell who did it, and the scores."""

from math import exp, inf, log
from pathlib import Path

import numpy as np
import pytest
from evaluation.harness.command import Request
from evaluation.made_worlds.making import (
    CELLS,
    SORTS,
    UNNAMED,
    Cell,
    Said,
    World,
    hypothesis,
    outlets,
    worlds,
)
from evaluation.made_worlds.methods import (
    CLOSED,
    COPIES,
    DISCOUNTED,
    NAIVE,
    OURS,
    PRIOR,
    SMOOTHED,
    inconsistency,
    naive,
    tuned,
    tuned_by_hand,
    voted,
    weighed,
)
from evaluation.made_worlds.scores import binned, calibration_error, gains, mark, marks_of, verdicts
from evaluation.worlds_caution import sharpened
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from evaluation import worlds as harness
from evaluation import worlds_caution, worlds_draws

HONEST, PLANTED = CELLS[0], CELLS[1]
UNLISTED = CELLS[2]
INQUIRY, AUTHORITY = SORTS[0], SORTS[1]


def said(source: str, party: int, prints: int = 1, **fields: bool) -> Said:
    return Said(source=source, party=party, sort=AUTHORITY, prints=prints, **fields)


def small(prints: int = 1) -> World:
    """Two authorities accuse party 0, an inquiry party 1, and party 1 denies it."""
    return World(
        truth=hypothesis(1),
        said=(
            said("a", 0, prints),
            said("b", 0),
            Said(source="c", party=1, sort=INQUIRY),
            said("d", 1, towards=False),
        ),
    )


def test_the_same_seed_makes_the_same_worlds() -> None:
    assert worlds(HONEST, 5) == worlds(HONEST, 5)
    assert worlds(HONEST, 5) == worlds(HONEST, 9)[:5]
    assert worlds(HONEST, 5) != worlds(HONEST, 5, seed=1)
    assert worlds(HONEST, 5) != worlds(PLANTED, 5)


def test_cells_are_a_full_cross() -> None:
    assert len({(cell.planted, cell.unlisted, cell.known) for cell in CELLS}) == len(CELLS) == 8
    assert len({cell.name for cell in CELLS}) == 8


def test_the_culprit_is_accused_unless_nobody_names_him() -> None:
    for world in worlds(UNLISTED, 150):
        accused = {hypothesis(one.party) for one in world.said if one.towards}
        assert accused
        assert world.truth == UNNAMED or world.truth in accused
        assert set(world.listed) >= accused
    hidden = np.mean([world.truth == UNNAMED for world in worlds(UNLISTED, 400)])
    assert hidden == pytest.approx(0.35, abs=0.07)
    assert all(world.truth != UNNAMED for world in worlds(HONEST, 50))


def test_a_fifth_of_the_sources_plants_where_asked() -> None:
    interested = sum(sort.share for sort in SORTS if sort.interested)
    assert pytest.approx(1.0) == sum(sort.share for sort in SORTS)
    assert PLANTED.plants * interested == pytest.approx(0.2)

    def wrong(cell: Cell) -> float:
        spoken = [
            hypothesis(one.party) != world.truth
            for world in worlds(cell, 150)
            for one in world.said
            if one.towards and not one.own and one.sort.interested
        ]
        return float(np.mean(spoken))

    assert wrong(PLANTED) > wrong(HONEST) + 0.15


def test_about_nine_outlets_print_a_statement_and_some_over_thirty() -> None:
    made = worlds(HONEST, 200)
    prints = [one.prints for world in made for one in world.said]
    assert outlets(made) == pytest.approx(9, abs=1)
    assert np.mean([number == 1 for number in prints]) > 0.2
    assert max(prints) > 30


def test_every_article_is_an_origin_for_whoever_is_blind_to_copies() -> None:
    world = small(prints=4)
    incident, trace = world.by_origin()
    assert len(incident.statements) == len(trace.origins) == 4
    incident, trace = world.by_article()
    assert len(incident.statements) == len(trace.origins) == 7


def test_a_world_that_fits_nothing_is_reported() -> None:
    mute = Cell(name="mute", known=0.0, unlisted=-1.0)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("evaluation.made_worlds.making._spoken", lambda rng, cell: (0, []))
        with pytest.raises(RuntimeError, match="no world of mute"):
            worlds(mute, 1)


def test_the_engine_is_asked_by_origin_by_article_and_with_a_closed_list() -> None:
    told = weighed(small(prints=9), draws=50, rho=0.5)
    assert set(told) == {OURS, COPIES, DISCOUNTED, CLOSED, NAIVE, PRIOR}
    for judged in told.values():
        assert sum(judged.belief.values()) == pytest.approx(1, abs=1e-4)
        assert set(judged.belief) == {hypothesis(0), hypothesis(1), UNNAMED}
    accused = hypothesis(0)
    assert told[NAIVE].belief[accused] > told[COPIES].belief[accused] > told[OURS].belief[accused]
    assert told[CLOSED].belief[UNNAMED] < 0.01 < told[OURS].belief[UNNAMED]
    assert told[PRIOR].belief[accused] == pytest.approx(told[PRIOR].belief[hypothesis(1)], abs=1e-5)


def test_copies_do_not_reach_ours() -> None:
    assert weighed(small(1), 50, 0.5)[OURS] == weighed(small(30), 50, 0.5)[OURS]


def test_naive_bayes_multiplies_the_odds_of_every_copy() -> None:
    odds = [
        told[hypothesis(0)] / told[hypothesis(1)]
        for told in (naive(small(prints)) for prints in (1, 2, 3))
    ]
    assert odds[2] / odds[1] == pytest.approx(odds[1] / odds[0])
    assert odds[1] / odds[0] > 1.5


def test_votes_and_inconsistencies_by_hand() -> None:
    world = small(prints=3)
    assert SMOOTHED.tell(world) == {
        hypothesis(0): 5 / 8, hypothesis(1): 2 / 8, UNNAMED: 1 / 8,
    }  # fmt: skip
    hands = voted(world, (1, 1), articles=False)
    assert hands[hypothesis(0)] == pytest.approx(3 / 6)
    # Four articles accuse p0, one accuses p1, one clears p1.
    counts = {hypothesis(0): 1, hypothesis(1): 4 + 1, UNNAMED: 5}
    expected = {key: exp(-0.3 * count) for key, count in counts.items()}
    total = sum(expected.values())
    assert inconsistency(world, (0.3, 0)) == pytest.approx(
        {key: value / total for key, value in expected.items()}
    )


def test_tuning_serves_the_training_worlds_best() -> None:
    training = worlds(UNLISTED, 60, seed=4)
    missing = np.mean([world.truth == UNNAMED for world in training])
    ways = tuned(training)
    assert [way.reserve for way in ways] == [None, *[pytest.approx(missing)] * 3]
    for way in ways:
        for world in training[:5]:
            told = way.tell(world)
            assert sum(told.values()) == pytest.approx(1)
            assert way.reserve is None or told[UNNAMED] == pytest.approx(way.reserve)
    best = tuned_by_hand("one", training)

    def loss(numbers: tuple[float, float]) -> float:
        named = [world for world in training if world.truth != UNNAMED]
        return -sum(
            log(told[world.truth] / (1 - told[UNNAMED]))
            for world in named
            for told in (voted(world, numbers, articles=False),)
        )

    assert loss((best.numbers[0], best.numbers[1])) <= min(loss((0.3, 1)), loss((10, 0.5)))


def test_a_training_set_in_which_nobody_is_hidden_leaves_a_little_reserve() -> None:
    assert tuned_by_hand("one", worlds(HONEST, 9)).reserve == pytest.approx(0.1)


def test_marks_by_hand() -> None:
    one = mark({"a": 0.6, "b": 0.3, "c": 0.1}, "b")
    assert one.brier == pytest.approx(0.36 + 0.49 + 0.01)
    assert one.nats == pytest.approx(-log(0.3))
    assert (one.top, one.right) == (0.6, False)
    assert mark({"a": 1.0, "b": 0.0}, "b").nats < inf


@given(arrays(np.float64, 3, elements=st.floats(0.01, 1)))
def test_scores_are_proper(raw: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> None:
    """Nobody who believes p expects less loss from telling anything else."""
    belief: dict[str, float] = dict(zip("abc", (raw / raw.sum()).tolist(), strict=True))
    other = {"a": 0.5, "b": 0.25, "c": 0.25}

    def expected(told: dict[str, float], what: str) -> float:
        losses: list[float] = [getattr(mark(told, key), what) for key in belief]
        return sum(share * loss for share, loss in zip(belief.values(), losses, strict=True))

    for what in ("brier", "nats"):
        assert expected(belief, what) <= expected(other, what) + 1e-9


def test_summary_of_marks() -> None:
    marks = [
        mark({"a": 0.9, "b": 0.1}, "a"),
        mark({"a": 0.85, "b": 0.15}, "b"),
        mark({"a": 0.5, "b": 0.5}, "a"),
    ]
    scores = {score.name: score for score in marks_of("it", marks, "error", 1)}
    assert scores["top, it"].value == pytest.approx(2 / 3)
    assert scores["top, it"].measure == "accuracy"
    assert scores["above 0.8 and wrong, it"].value == pytest.approx(1 / 3)
    assert scores["above 0.8 and wrong, it"].counts.hits == 1
    assert scores["above 0.8 and wrong, it"].counts.gold == 2
    assert scores["above 0.95 and wrong, it"].counts.gold == 0
    assert scores["ECE, it"].value == pytest.approx((abs(1.75 - 1) + abs(0.5 - 1)) / 3)
    sums = binned(marks).sum(axis=0, keepdims=True)
    assert calibration_error(sums)[0] == pytest.approx(scores["ECE, it"].value)


def test_a_gain_is_positive_where_ours_errs_less() -> None:
    good, bad = mark({"a": 0.9, "b": 0.1}, "a"), mark({"a": 0.5, "b": 0.5}, "a")
    brier, nats = gains("it", [good] * 5, [bad] * 5, 1)
    assert (brier.measure, nats.measure) == ("gain", "gain")
    assert brier.value == pytest.approx(0.5 - 0.02)
    assert nats.low == pytest.approx(nats.high) == pytest.approx(log(0.9 / 0.5))


def test_verdicts_are_counted_with_those_that_are_right() -> None:
    named, right = verdicts("it", [("a", "a"), ("b", "a"), (None, "a"), (None, "b")], "accuracy", 1)
    assert (named.value, named.counts.hits, named.counts.gold) == (0.5, 2, 4)
    assert (right.value, right.counts.hits, right.counts.gold) == (0.5, 1, 2)


def test_the_whole_measurement_on_few_worlds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(harness, "CELLS", (HONEST, UNLISTED))
    monkeypatch.setattr(harness, "_TRAINING", 20)
    options = {"draws": "20", "pictures": str(tmp_path / "pictures")}
    outcome = harness.measure(Request(data=Path(), limit=3, options=options))
    assert outcome.corpus == "seed 2041, 3 worlds a cell, 20 draws"
    ours = outcome.score(f"{HONEST.name}: Brier, ours")
    closed = outcome.score(f"{HONEST.name}: Brier, {CLOSED}")
    gain = outcome.score(f"{HONEST.name}: Brier gain on {CLOSED}")
    assert (ours.measure, closed.measure, gain.measure) == ("error", "baseline", "gain")
    assert gain.value == pytest.approx(closed.value - ours.value)
    written = sorted(path.name for path in (tmp_path / "pictures").iterdir())
    assert written == ["worlds-brier.svg", "worlds-sure-and-wrong.svg", "worlds.md"]
    table = (tmp_path / "pictures" / "worlds.md").read_text()
    assert f"| way | {HONEST.name} | {UNLISTED.name} |" in table
    assert f"| ours | {ours.value:.3f} (" in table
    assert table.count("\n## ") == 10


def test_a_wrong_verdict_is_listed_to_be_read() -> None:
    judged = [{OURS: weighed(small(), 20, 0.5)[OURS]}]
    named = [{OURS: type(judged[0][OURS])(belief={}, verdict=hypothesis(0))}]
    assert harness.wrong(HONEST, [small()], judged) == []
    (found,) = harness.wrong(HONEST, [small()], named)
    assert (found.expected, found.got) == (hypothesis(1), hypothesis(0))
    assert "d: not p1" in found.context


def test_few_draws_differ_little_from_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worlds_draws, "CELLS", (HONEST,))
    outcome = worlds_draws.measure(Request(data=Path(), limit=5))
    assert 0 < outcome.score("apart, mean").value < outcome.score("apart, greatest").value < 0.05
    few, many = (outcome.score(f"Brier, {draws} draws").value for draws in (200, 4000))
    assert few == pytest.approx(many, abs=0.02)


def test_sharpening_by_one_changes_nothing() -> None:
    belief = {"a": 0.5, "b": 0.2, UNNAMED: 0.3}
    assert sharpened(belief, 1, 1) == pytest.approx(belief)
    bold = sharpened(belief, 2, 0.5)
    assert sum(bold.values()) == pytest.approx(1)
    assert bold["a"] / bold["b"] == pytest.approx(2.5**2)
    assert bold[UNNAMED] / (1 - bold[UNNAMED]) == pytest.approx(0.5 * 0.3 / 0.7)


def test_caution_is_told_by_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worlds_caution, "CELLS", (HONEST,))
    outcome = worlds_caution.measure(Request(data=Path(), limit=20))
    at = {score.name.split(": ")[1]: score.value for score in outcome.scores}
    assert at["log, sharpened"] < at["log"]
    assert at["factor"] < 1
    assert at["nobody named"] == 0 < at["told of nobody named"]
