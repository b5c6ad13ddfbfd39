"""The weighing against itself: a calculation written apart, ranks, and what they find."""

from math import log
from pathlib import Path
from random import Random

import numpy as np
import pytest
from evaluation.harness.command import Request
from evaluation.recovering.cases import Case, Hand, Word, random_case, told
from evaluation.recovering.model import answers, likelihood, pieces_of, posterior
from evaluation.recovering.pictures import band, coverage
from evaluation.recovering.prior import listed, priors_of
from evaluation.recovering.ranks import (
    BINS,
    LEFT,
    beyond,
    covers,
    evenness,
    excess,
    histogram,
    rank,
)
from evaluation.recovering.theta import Theta
from evaluation.recovering.trials import odds, spoken, trial
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation import recovery
from whence.weigh import Options
from whence.weigh.modelling import model_of
from whence.weigh.numbers.likelihood import Draws, Floats
from whence.weigh.numbers.posterior import Model
from whence.weigh.tables import priors, rows

POINT = Draws(seed=0, count=0)
OFFICE = Hand(id="hand 00", sort="office", anonymity="named", stake="neutral")


def seeded(seed: int) -> Random:
    return Random(seed)


def engine(case: Case) -> dict[str, float]:
    """The engine's posterior of both questions at its point values."""
    return read(model_of(*told(case), Options(), POINT))


def read(model: Model) -> dict[str, float]:
    joint = model.evaluate()
    return {
        key: float(joint.of(question.role)[0, column])
        for question in model.questions
        for column, key in enumerate(question.live)
    }


@given(st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_engine_equals_the_calculation_written_apart(random: Random) -> None:
    case = random_case(random)
    assert posterior(case, Theta()) == pytest.approx(engine(case), abs=1e-9)


class Given(Draws, frozen=True, kw_only=True):
    """Hands the engine one draw of theta: each of its quantities, asked for by its own name."""

    theta: Theta

    def normal(self, mean: float, sd: float, *names: object) -> Floats:
        (kind,) = names
        return np.array([self.theta.log_ratio(str(kind), rows()[str(kind)])])

    def beta(self, mean: float, weight: float, *names: object) -> Floats:
        key: tuple[object, ...] = ("reserve", names[1])
        if names[0] != "prior":
            hand = int(str(names[1]).split()[-1])
            rest = (*names[2:], mean) if names[0] == "planted" else names[2:]
            key = (names[0], hand, *rest)
        return np.array([self.theta.beta(key, mean, weight)])

    def hands(self, doubts: tuple[float, ...], *names: object) -> Floats:
        merges = tuple(1 - doubt for doubt in doubts)
        return np.array([self.theta.hands(int(str(names[1]).split()[-1]), merges)])


@given(st.randoms(use_true_random=False), st.integers(0, 10**6))
@settings(max_examples=60, deadline=None)
def test_engine_equals_it_for_any_draw_of_theta(random: Random, seed: int) -> None:
    """Each quantity goes where it belongs: none is shared between origins, kinds or questions."""
    case, theta = random_case(random), Theta(seeded(seed))
    apart = posterior(case, theta, ranked=theta)
    model = model_of(*told(case), Options(), Given(seed=0, count=1, theta=theta))
    assert apart == pytest.approx(read(model), abs=1e-9)


def test_random_cases_hold_every_kind_that_is_not_left_out() -> None:
    kinds = {piece.kind for seed in range(150) for piece in pieces_of(random_case(seeded(seed)))}
    observed = {
        "retraction", "forensic_link", "communications", "capability", "capability_mismatch",
        "access", "modus_operandi", "prior_attack", "motive", "arrest", "charge", "conviction",
    }  # fmt: skip
    assert kinds == set(rows()) - observed


def test_kinds_are_those_that_the_engine_sees() -> None:
    for seed in range(60):
        case = random_case(seeded(seed))
        items = model_of(*told(case), Options(), POINT).items
        mine = {f"evidence:{piece.id}": (piece.kind, piece.targets) for piece in pieces_of(case)}
        assert {item.id: (item.kind, item.targets) for item in items} == mine


def test_theta_is_drawn_once_and_around_its_means() -> None:
    row = rows()["finding"]
    draws = [Theta(seeded(seed)) for seed in range(3000)]
    ratios = [theta.log_ratio("finding", row) for theta in draws]
    assert np.mean(ratios) == pytest.approx(log(row.ratio), abs=0.05)
    assert np.std(ratios) == pytest.approx(row.sd, abs=0.05)
    reserves = [theta.reserve("executor", 0.3, 16) for theta in draws]
    assert np.mean(reserves) == pytest.approx(0.3, abs=0.01)
    assert np.std(reserves) == pytest.approx(0.9 * (0.3 * 0.7 / 17) ** 0.5, abs=0.01)
    hands = [theta.hands(0, (0.9, 0.5)) for theta in draws]
    assert np.mean(hands) == pytest.approx(1.6, abs=0.05)
    assert set(hands) == {1, 2, 3}
    assert draws[0].informed(0, "finding", 0.9, 20) == draws[0].informed(0, "finding", 0.9, 20)
    assert draws[0].informed(0, "finding", 0.9, 20) != draws[0].informed(1, "finding", 0.9, 20)
    assert draws[0].planted(("x",), 0.0, 20) > 0
    assert Theta().planted(("x",), 0.0, 20) == 0


def test_priors_sum_to_one_and_no_party_falls_below_a_hundredth() -> None:
    for seed in range(40):
        case = random_case(seeded(seed))
        for shares in priors_of(case, Theta(seeded(seed))).values():
            assert sum(shares.values()) == pytest.approx(1)
        for role, shares in priors_of(case, Theta()).items():
            assert all(shares[key] >= 0.01 - 1e-12 for key in listed(case, role))


def test_words_are_said_as_often_as_they_are_evidence() -> None:
    word = Word(id="word 00", hand=0, manner="accuse", role="executor", party=0)
    case = Case(parties=("group", "group"), hands=(OFFICE,), words=(word,))
    heard = [
        likelihood(case, word, answer, Theta())
        for answer in ("executor:Alder", "executor:Birch", "executor:unnamed")
    ]
    assert heard[0] > heard[2] > heard[1]
    row, table = rows()["accusation_authority"], priors()
    planted = table.modes.accusing["neutral"]
    knows = (1 - planted) * row.informed
    expected = knows * row.ratio / (1 + row.ratio) + (1 - planted - knows) * 0.5 + planted * 0.97
    assert heard[0] == pytest.approx(expected)


def test_without_an_attack_there_is_hardly_a_sponsor() -> None:
    shares = {
        "executor": {"executor:no_hostile_actor": 1.0},
        "sponsor": {"sponsor:Alder": 1.0, "sponsor:no_sponsor": 0.0},
    }
    drawn = [answers(shares, seeded(seed))["sponsor"] for seed in range(800)]
    assert drawn.count("sponsor:Alder") / 800 == pytest.approx(0.03, abs=0.02)
    shares["executor"] = {"executor:unnamed": 1.0}
    assert answers(shares, seeded(1))["sponsor"] == "sponsor:Alder"


def test_ranks_and_intervals_by_hand() -> None:
    draws = np.arange(1000, dtype=np.float64)
    assert (rank(-1, draws), rank(1e6, draws)) == (0, LEFT)
    assert rank(500.5, draws) == 101
    assert covers(500, draws)
    assert not covers(20, draws)
    assert histogram([0, 9, 10, 199]) == [2, 1, *[0] * 17, 1]
    assert excess([True] * 60 + [False] * 40, [0.5] * 100) == pytest.approx(2.0)
    assert excess([], []) == 0
    low, high = band(2000)
    assert low < 100 < high
    assert coverage(list(range(LEFT + 1)))[10] == (0.5, 0.5)


def test_chi_square_equals_tables() -> None:
    """Upper points of the distribution as printed in any table of it."""
    assert beyond(30.144, 19) == pytest.approx(0.05, abs=1e-4)
    assert beyond(36.191, 19) == pytest.approx(0.01, abs=1e-4)
    assert beyond(3.841, 1) == pytest.approx(0.05, abs=1e-4)
    assert beyond(0, 19) == 1
    assert beyond(1e3, 19) == pytest.approx(0, abs=1e-12)
    assert evenness([5] * BINS) == (0, 1)
    assert evenness([0] * BINS) == (0, 1)


def test_trials_are_the_same_each_time() -> None:
    assert trial(3, 250) == trial(3, 250)
    assert spoken(3, 250) == spoken(3, 250)


def ranks_of_odds(cases: int) -> list[int]:
    trials = [trial(seed, 200) for seed in range(cases)]
    return [one.odds.rank for one in trials if one.odds is not None]


def test_ranks_are_even_and_a_fault_makes_them_uneven(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sort of fault that this is for: ratios that do not vary give intervals too narrow."""
    sound = ranks_of_odds(150)
    assert len(sound) > 120
    assert evenness(histogram(sound))[1] > 0.01

    def timid(self: Draws, mean: float, sd: float, *names: object) -> Floats:
        return np.full(self.count, mean)

    monkeypatch.setattr(Draws, "normal", timid)
    assert evenness(histogram(ranks_of_odds(150)))[1] < 0.001


def test_without_evidence_there_are_no_odds_to_rank() -> None:
    none = {"executor:unnamed": np.array([0.3]), "executor:no_hostile_actor": np.array([0.7])}
    means = {key: float(values[0]) for key, values in none.items()}
    assert odds(means, none, means) is None
    flat = none | {"executor:Alder": np.array([0.2])}
    means = {key: float(values[0]) for key, values in flat.items()}
    assert odds(means, flat, means) is None


def test_the_whole_measurement_on_few_cases(tmp_path: Path) -> None:
    options = {"draws": "250", "pictures": str(tmp_path)}
    outcome = recovery.measure(Request(data=Path(), limit=12, options=options))
    assert outcome.corpus == "12 cases, 250 draws"
    assert outcome.score("covered, leader").counts.gold == 12
    assert outcome.score("spoken: covered, leader").measure == "baseline"
    assert outcome.notes[0].startswith("ranks, leader: [")
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["recovery-coverage.svg", "recovery-ranks.svg"]
