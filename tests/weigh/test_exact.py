"""The closed form against exhaustive enumeration, against pyAgrum and against simulation."""

import warnings
from collections.abc import Callable
from importlib import import_module
from itertools import product
from math import exp

import numpy as np
import pytest
from msgspec import structs

from tests.weigh.invented import denial, incident, origin, party, slot, statement, trace
from whence.model.incident import Incident
from whence.model.origin import Trace
from whence.weigh import Options, tables
from whence.weigh.items import Item
from whence.weigh.modelling import model_of
from whence.weigh.numbers.likelihood import CEILING, Draws
from whence.weigh.numbers.posterior import Model, build

POINT = Draws(seed=0, count=0)
PARTIES = [party("alder"), party("birch"), party("cedar", kind="state")]
PRIORS = tables.priors()


def accusers() -> tuple[Incident, Trace]:
    """Four first hands about four things, none of which depends on another."""
    statements = [
        statement("minister", "alder", standing="accused_by_authority", stake="victim"),
        statement("envoy", "birch", hedge=1, stake="rival"),
        denial("official", "birch", speaks_for_party=False, hedge=2),
        statement("review", "cedar", role="sponsor", predicate="ordered", hedge=2),
    ]
    heard = trace(
        origin("minister", "office"),
        origin("envoy", "person"),
        origin("official", "office", "anonymous"),
        origin("review", "body", "organisation"),
    )
    return incident(PARTIES, statements), heard


def inquiries() -> tuple[Incident, Trace]:
    """A finding, a clearing and a staged theory, with an accident ruled out."""
    statements = [
        statement("inquiry", "alder", standing="found"),
        denial("court", "birch", standing="cleared", speaks_for_party=False),
        statement("paper", "warden", predicate="staged", standing="reported_as_fact"),
        denial("office", "alder", predicate="accident", speaks_for_party=False),
        denial("envoy", "cedar", role="sponsor", predicate="ordered"),
    ]
    parties = [*PARTIES, party("warden", kind="victim_side")]
    return incident(parties, statements), trace(origin("inquiry", "body"), origin("court"))


def shared() -> tuple[Incident, Trace]:
    """One fact (no claim) reported by two hands, beside an accusation."""
    heard = trace(origin("wire", "agency", "organisation"), origin("envoy"))
    silence = slot("responsibility_claim", "no", origins=("or-wire", "or-envoy"))
    event = incident(PARTIES, [statement("minister", "alder")], [silence])
    return event, heard


def gangs() -> tuple[Incident, Trace]:
    """One hand accuses a class and one group, others the class alone, one of them clears it."""
    parties = [*PARTIES, party("gangs", "the gangs", "class")]
    statements = [
        statement("minister", "alder"),
        statement("minister", "gangs"),
        statement("envoy", "gangs", standing="found"),
        denial("court", "gangs", standing="cleared", speaks_for_party=False),
    ]
    return incident(parties, statements), trace(origin("minister"), origin("envoy"))


WORLDS = [accusers, inquiries, shared]


def said(item: Item, hypothesis: str, unnamed: str) -> float:
    """P(what was said | hypothesis), by summing over facts and modes one by one."""
    row = item.row
    if hypothesis in item.kin:
        sides = (item.targets[0], "nobody in particular")
        belongs, apart = (said(structs.replace(item, kin=()), one, unnamed) for one in sides)
        return 0.75 * belongs + 0.25 * apart
    did = min(max(row.ratio / (1 + row.ratio), 0.03), 0.97)
    aside = 1 - did
    value = did if hypothesis in item.targets else aside
    if hypothesis == unnamed and hypothesis not in item.targets and not about_nobody(item):
        value = 0.75 * aside + 0.25 * 0.5
    if row.form == "act":
        return voiced(item, 0, value)
    hands = range(len(item.voices))
    total = 0.0
    for present in (True, False):
        heard = 1.0
        for hand in hands:
            heard *= voiced(item, hand, 0.97 if present else 0.03)
        total += (value if present else 1 - value) * heard
    return total


def voiced(item: Item, hand: int, honest: float) -> float:
    return sum(p * (honest, 0.5, CEILING)[mode] for mode, p in enumerate(mode_table(item, hand)))


def mode_table(item: Item, hand: int) -> tuple[float, float, float]:
    row = item.row
    stakes = PRIORS.modes.accusing if row.ratio >= 1 else PRIORS.modes.clearing
    planted = stakes[item.voices[hand].stake] if row.planted is None else row.planted
    informed = row.informed * {3: 1.0, 2: 0.7, 1: 0.35, 0: 0.0}[item.hedge]
    return (1 - planted) * informed, (1 - planted) * (1 - informed), planted


def sponsor_given(model: Model, executor: str) -> dict[str, float]:
    first, second = model.questions
    entry = next(entry for entry in first.listed if entry.id == executor)
    if entry.hypothesis.kind not in ("no_hostile_actor", "staged"):
        return second.prior
    leak = PRIORS.sponsor_without_attack
    return {
        key: leak * prior + (1 - leak) * (key == "sponsor:no_sponsor")
        for key, prior in second.prior.items()
    }


def enumerated(model: Model) -> dict[str, float]:
    """Posterior of both questions from the full table of pairs."""
    first, second = model.questions
    joint: dict[tuple[str, str], float] = {}
    for executor, sponsor in product(first.live, second.live):
        weight = first.prior[executor] * sponsor_given(model, executor)[sponsor]
        for item in model.items:
            about = executor if item.role == "executor" else sponsor
            weight *= said(item, about, f"{item.role}:unnamed")
        joint[executor, sponsor] = weight
    total = sum(joint.values())
    result = dict.fromkeys((*first.live, *second.live), 0.0)
    for (executor, sponsor), weight in joint.items():
        result[executor] += weight / total
        result[sponsor] += weight / total
    return mixed(model, result)


def mixed(model: Model, posterior: dict[str, float]) -> dict[str, float]:
    """A hundredth of belief stays with the prior."""
    first, second = model.questions
    prior = dict(first.prior)
    for key in second.live:
        prior[key] = sum(first.prior[e] * sponsor_given(model, e)[key] for e in first.live)
    return {key: 0.99 * value + 0.01 * prior[key] for key, value in posterior.items()}


def networked(model: Model) -> dict[str, float]:
    """The same posterior from a Bayesian network solved by pyAgrum."""
    with warnings.catch_warnings():
        # Its SWIG module warns while it loads, and crashes when a warning is an error.
        warnings.simplefilter("ignore")
        pyagrum = import_module("pyagrum")
    first, second = model.questions
    net = pyagrum.BayesNet("case")
    net.add(pyagrum.LabelizedVariable("E", "executor", list(first.live)))
    net.add(pyagrum.LabelizedVariable("S", "sponsor", list(second.live)))
    net.addArc("E", "S")
    net.cpt("E").fillWith([first.prior[key] for key in first.live])
    net.cpt("S").fillWith([sponsor_given(model, e)[s] for e in first.live for s in second.live])
    seen: dict[str, int] = {}
    for index, item in enumerate(model.items):
        asked, live = ("E", first.live) if item.role == "executor" else ("S", second.live)
        net.add(pyagrum.LabelizedVariable(f"M{index}", "mode", 3))
        net.add(pyagrum.LabelizedVariable(f"R{index}", "said", 2))
        net.addArc(asked, f"R{index}")
        net.addArc(f"M{index}", f"R{index}")
        net.cpt(f"M{index}").fillWith(list(mode_table(item, 0)))
        for state, key in enumerate(live):
            alone = honest_value(item, key)
            for mode, value in enumerate((alone, 0.5, CEILING)):
                net.cpt(f"R{index}")[{asked: state, f"M{index}": mode}] = [1 - value, value]
        seen[f"R{index}"] = 1
    engine = pyagrum.LazyPropagation(net)
    engine.setEvidence(seen)
    engine.makeInference()
    found = {
        key: float(value)
        for name, live in (("E", first.live), ("S", second.live))
        for key, value in zip(live, engine.posterior(name).tolist(), strict=True)
    }
    return mixed(model, found)


def honest_value(item: Item, key: str) -> float:
    did = min(max(item.row.ratio / (1 + item.row.ratio), 0.03), 0.97)
    if key in item.targets:
        return did
    drawn_back = key.endswith(":unnamed") and not about_nobody(item)
    return 0.75 * (1 - did) + 0.25 * 0.5 if drawn_back else 1 - did


def about_nobody(item: Item) -> bool:
    """That there was no attacker speaks of an unnamed one as much as of the named."""
    return item.targets == ("executor:no_hostile_actor",)


def closed_form(model: Model) -> dict[str, float]:
    joint = model.evaluate()
    return {
        key: float(joint.of(question.role)[0, column])
        for question in model.questions
        for column, key in enumerate(question.live)
    }


@pytest.mark.parametrize("world", WORLDS, ids=lambda world: world.__name__)
def test_equals_exhaustive_enumeration(world: Callable[[], tuple[Incident, Trace]]) -> None:
    event, heard = world()
    model = model_of(event, heard, Options(), POINT)
    assert closed_form(model) == pytest.approx(enumerated(model), abs=1e-6)


@pytest.mark.parametrize("world", [accusers, inquiries], ids=lambda world: world.__name__)
def test_equals_pyagrum(world: Callable[[], tuple[Incident, Trace]]) -> None:
    event, heard = world()
    model = model_of(event, heard, Options(), POINT)
    assert closed_form(model) == pytest.approx(networked(model), abs=1e-6)


def test_kin_of_a_class_equal_exhaustive_enumeration() -> None:
    """The class's items repeat each other: every one is told by itself, beside the calm rest."""
    event, heard = gangs()
    full = model_of(event, heard, Options(), POINT)
    loud = [item for item in full.items if item.kin]
    assert {item.kin for item in loud} == {("executor:alder",)}
    assert {item.voices[0].name for item in loud} == {"envoy", "court"}
    for item in loud:
        model = build(full.questions, (item,), full.table, POINT)
        assert closed_form(model) == pytest.approx(enumerated(model), abs=1e-6)


def test_simulated_cases_recover_the_posterior() -> None:
    """Of many simulated worlds in which all this was said, the right share had each culprit."""
    event, heard = accusers()
    model = model_of(event, heard, Options(), POINT)
    rng = np.random.default_rng(7)
    first, second = model.questions
    size = 400_000
    executor = rng.choice(len(first.live), size, p=[first.prior[key] for key in first.live])
    given = np.array([[sponsor_given(model, e)[s] for s in second.live] for e in first.live])
    sponsor = (rng.random(size)[:, None] > np.cumsum(given[executor], axis=1)).sum(axis=1)
    kept = np.ones(size, dtype=bool)
    for item in model.items:
        live, drawn = (first.live, executor) if item.role == "executor" else (second.live, sponsor)
        chance = np.array([said(item, key, f"{item.role}:unnamed") for key in live])
        kept &= rng.random(size) < chance[drawn]
    counts = np.bincount(executor[kept], minlength=len(first.live)) / kept.sum()
    simulated = mixed(model, dict(zip(first.live, counts.tolist(), strict=True)))
    for key in first.live:
        assert closed_form(model)[key] == pytest.approx(simulated[key], abs=0.01)


def test_one_first_hand_never_moves_log_odds_beyond_ln_ten() -> None:
    """However much one origin says, on both questions together."""
    loud = [
        statement("chief", "alder", standing="found"),
        statement("chief", "alder", standing="admitted", act="claim_responsibility"),
        statement("chief", "alder", act="speculate", standing="speculated"),
        denial("chief", "birch", standing="cleared", speaks_for_party=False),
        statement("chief", "cedar", role="sponsor", predicate="ordered", standing="found"),
    ]
    event = incident(PARTIES, loud)
    model = model_of(event, trace(origin("chief", "body")), Options(), Draws(seed=1, count=500))
    weight = model.ties.weights()
    executor, sponsor = model.questions
    logs = (model.logs(executor, weight), model.logs(sponsor, weight))
    joint = logs[0][:, :, None] + logs[1][:, None, :]
    spread = joint.max(axis=(1, 2)) - joint.min(axis=(1, 2))
    assert spread.max() <= np.log(10) + 1e-9
    assert exp(float(spread.mean())) > 5
