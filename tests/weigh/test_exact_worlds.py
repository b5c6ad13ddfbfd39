"""Random small worlds: the closed form equals summing over everything, and a Bayesian network.

The sums here are written from docs/concepts/weighing.md and share no numerical code with what they
check: facts and modes are summed out one by one, and all pairs of executor and sponsor.
"""

import warnings
from collections import defaultdict
from itertools import product
from math import exp, log
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.weigh.invented import incident, origin, slot, trace
from tests.weigh.worlds import GANGS, PARTIES, QUICK, statements, unrounded, worlds
from whence.model.incident import Incident
from whence.model.origin import Trace
from whence.weigh import Finding, Options, tables
from whence.weigh.items import Item
from whence.weigh.modelling import model_of
from whence.weigh.numbers.likelihood import Draws
from whence.weigh.numbers.posterior import Model

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import pyagrum

POINT = Draws(seed=0, count=0)
PRIORS = tables.priors()
HANDS = ("o0", "o1", "x", "y")
FACTS = st.sampled_from(["forensic_link", "motive", "capability_mismatch", "charge"])


@st.composite
def findings(draw: st.DrawFn) -> Options:
    """Facts that an analyst enters, reported by up to three hands."""
    hands = st.lists(st.sampled_from([f"or-{key}" for key in HANDS]), max_size=3, unique=True)
    found = [
        Finding(
            kind=draw(FACTS),
            party_id=draw(st.sampled_from(["alder", "birch"])),
            role=draw(st.sampled_from(["executor", "sponsor"])),
            origin_ids=tuple(draw(hands)),
            reason=f"reason {n}",
        )
        for n in range(draw(st.integers(0, 2)))
    ]
    return Options(findings=tuple(found))


def modes(item: Item, hand: int) -> dict[str, float]:
    """Honest and informed, uninformed, planted."""
    row, voice = item.row, item.voices[hand]
    by_stake = PRIORS.modes.accusing if row.ratio >= 1 else PRIORS.modes.clearing
    planted = by_stake[voice.stake] if row.planted is None else row.planted
    informed = row.informed * (0.0, 0.35, 0.7, 1.0)[item.hedge]
    return {
        "honest": (1 - planted) * informed,
        "uninformed": (1 - planted) * (1 - informed),
        "planted": planted,
    }


def given_fact(item: Item, key: str) -> float:
    """P(f | hypothesis)."""
    did = min(max(item.row.ratio / (1 + item.row.ratio), 0.03), 0.97)
    if key in item.targets:
        return did
    if key in item.kin:
        return 0.75 * did + 0.25 * (1 - did)
    if key.endswith(":unnamed") and not item.about.endswith(":no_hostile_actor"):
        return 0.75 * (1 - did) + 0.25 * 0.5
    return 1 - did


def said(item: Item, value: float) -> float:
    """P(what was said | P(f)), facts and modes summed out one by one."""
    if item.row.form == "act":
        says = {"honest": value, "uninformed": 0.5, "planted": 0.97}
        return sum(p * says[mode] for mode, p in modes(item, 0).items())
    total = 0.0
    for fact, chance in ((0.97, value), (0.03, 1 - value)):
        for taken in product(("honest", "uninformed", "planted"), repeat=len(item.voices)):
            says = {"honest": fact, "uninformed": 0.5, "planted": 0.97}
            heard = chance
            for hand, mode in enumerate(taken):
                heard *= modes(item, hand)[mode] * says[mode]
            total += heard
    return total


def exponents(model: Model) -> list[float]:
    """How much of each item counts: its origin's cap, merges, and what it repeats."""
    did = [min(max(item.row.ratio / (1 + item.row.ratio), 0.03), 0.97) for item in model.items]
    nats = [
        abs(log(said(item, d) / said(item, 1 - d)))
        for item, d in zip(model.items, did, strict=True)
    ]
    often = []
    for item in model.items:
        doubts = item.voices[0].doubts if len(item.voices) == 1 else ()
        hands = 1 + sum(doubts)
        often.append(hands / (1 + (hands - 1) * item.rho))
    total: defaultdict[str, float] = defaultdict(float)
    for item, size, count in zip(model.items, nats, often, strict=True):
        for voice in item.voices:
            total[voice.origin_id] += size * count / len(item.voices)
    kept = [
        sum(min(1, log(10) / (total[v.origin_id] or 1)) for v in item.voices) / len(item.voices)
        for item in model.items
    ]
    result = [count * cap for count, cap in zip(often, kept, strict=True)]
    strength = model.nats.strength
    falling = sorted(range(len(result)), key=lambda n: (-strength[n], model.items[n].id))
    for place, item in enumerate(model.items):
        for same, order, least in ((_group, model.ties.order, 0), (_voice, tuple(falling), 0.5)):
            ahead = sum(
                same(other) == same(item)
                for other in (model.items[n] for n in order[: order.index(place)])
            )
            rho = max(item.rho, least)
            counts = [n / (1 + (n - 1) * rho) if n else 0.0 for n in (ahead, ahead + 1)]
            result[place] *= counts[1] - counts[0]
    return result


def _group(item: Item) -> object:
    return item.group


def _voice(item: Item) -> object:
    return item.about, sorted({voice.origin_id for voice in item.voices})


def sponsor_given(model: Model, executor: str) -> dict[str, float]:
    """P(S | E)."""
    first, second = model.questions
    kind = next(e.hypothesis.kind for e in first.listed if e.id == executor)
    if kind not in ("no_hostile_actor", "staged"):
        return second.prior
    return {k: 0.03 * p + 0.97 * (k == "sponsor:no_sponsor") for k, p in second.prior.items()}


def enumerated(model: Model) -> dict[str, float]:
    """Posterior of both questions from the full table of pairs."""
    first, second = model.questions
    powers = exponents(model)
    weight = dict.fromkeys((*first.live, *second.live), 0.0)
    for key in weight:
        for item, power in zip(model.items, powers, strict=True):
            if key.startswith(item.role):
                weight[key] += power * log(said(item, given_fact(item, key)))
    return marginals(
        model,
        {pair: exp(weight[pair[0]] + weight[pair[1]]) for pair in product(first.live, second.live)},
    )


def marginals(model: Model, likelihood: dict[tuple[str, str], float]) -> dict[str, float]:
    """Both marginals of prior times likelihood; a hundredth of belief stays with the prior."""
    result: defaultdict[str, float] = defaultdict(float)
    first = model.questions[0]
    for share, table in ((0.99, likelihood), (0.01, dict.fromkeys(likelihood, 1.0))):
        joint = {
            (e, s): first.prior[e] * sponsor_given(model, e)[s] * value
            for (e, s), value in table.items()
        }
        for pair, value in joint.items():
            for key in pair:
                result[key] += share * value / sum(joint.values())
    return dict(result)


def closed(event: Incident, heard: Trace, options: Options) -> dict[str, float]:
    return {key: float(v[0]) for key, v in unrounded(event, heard, options, count=0).items()}


@settings(max_examples=200, deadline=None)
@given(worlds(size=4), findings())
def test_equals_exhaustive_enumeration(world: tuple[Incident, Trace], options: Options) -> None:
    event, trace_ = world
    known = {one.id for one in trace_.origins}
    hands = [origin(key, anonymity="unknown") for key in HANDS if f"or-{key}" not in known]
    heard = trace(*trace_.origins, *hands)
    model = model_of(event, heard, options, POINT)
    assert closed(event, heard, options) == pytest.approx(enumerated(model), abs=1e-6)


@st.composite
def separate(draw: st.DrawFn) -> tuple[Incident, Trace]:
    """Up to three hands of whom none repeats another, and perhaps silence told by several."""
    names = ["o0", "o1", "o2"][: draw(st.integers(1, 3))]
    parties = [*PARTIES, GANGS]
    about = draw(st.permutations([p.id for p in parties]))
    heard = [draw(statements(name, about[n])) for n, name in enumerate(names)]
    accidents = [one for one in heard if one.predicate == "accident"]
    heard = [one for one in heard if one not in accidents[1:]]
    told = tuple(f"or-reporter {n}" for n in range(draw(st.integers(0, 2))))
    quiet = [slot("responsibility_claim", "none", origins=told)] if told else []
    return incident(parties, heard, quiet), trace()


def networked(model: Model) -> dict[str, float]:
    """The posterior from a network: both questions, a mode per voice, a node per shared fact."""
    first, second = model.questions
    net = pyagrum.BayesNet()
    net.add(pyagrum.LabelizedVariable("E", "executor", len(first.live)))
    net.add(pyagrum.LabelizedVariable("S", "sponsor", len(second.live)))
    net.addArc("E", "S")
    net.cpt("E").fillWith([first.prior[key] for key in first.live])
    for state, key in enumerate(first.live):
        net.cpt("S")[{"E": state}] = [sponsor_given(model, key)[s] for s in second.live]
    seen: dict[str, int] = {}
    for index, item in enumerate(model.items):
        asked, live = ("E", first.live) if item.role == "executor" else ("S", second.live)
        values = [given_fact(item, key) for key in live]
        if item.row.form == "fact":
            net.add(pyagrum.LabelizedVariable(f"F{index}", "fact", 2))
            net.addArc(asked, f"F{index}")
            for state, value in enumerate(values):
                net.cpt(f"F{index}")[{asked: state}] = [1 - value, value]
            asked, values = f"F{index}", [0.03, 0.97]
        for hand in range(len(item.voices)):
            seen |= _hear(net, (index, hand), item, (asked, values))
    engine = pyagrum.LazyPropagation(net)
    engine.setEvidence(seen)
    engine.makeInference()
    found: dict[str, float] = {}
    for name, question in (("E", first), ("S", second)):
        found |= zip(question.live, map(float, engine.posterior(name).tolist()), strict=True)
    before = marginals(model, dict.fromkeys(product(first.live, second.live), 1.0))
    return {key: 0.99 * value + 0.01 * before[key] for key, value in found.items()}


def _hear(
    net: Any, place: tuple[int, int], item: Item, asked: tuple[str, list[float]]
) -> dict[str, int]:
    mode, report = f"M{place[0]}_{place[1]}", f"R{place[0]}_{place[1]}"
    net.add(pyagrum.LabelizedVariable(mode, "mode", 3))
    net.add(pyagrum.LabelizedVariable(report, "said", 2))
    net.addArc(asked[0], report)
    net.addArc(mode, report)
    net.cpt(mode).fillWith(list(modes(item, place[1]).values()))
    for state, value in enumerate(asked[1]):
        for number, says in enumerate((value, 0.5, 0.97)):
            net.cpt(report)[{asked[0]: state, mode: number}] = [1 - says, says]
    return {report: 1}


@settings(max_examples=200, deadline=None)
@given(separate())
def test_equals_a_network_solved_by_pyagrum(world: tuple[Incident, Trace]) -> None:
    model = model_of(*world, QUICK, POINT)
    assert exponents(model) == pytest.approx([1.0] * len(model.items))
    assert closed(*world, QUICK) == pytest.approx(networked(model), abs=1e-6)
