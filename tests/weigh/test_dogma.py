"""Dogmatism: nothing is ruled out by one item, and ten independent ones bring anything back."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from tests.weigh.invented import denial, incident, means, named, origin, party, rows, statement
from tests.weigh.worlds import PARTIES, QUICK, posterior, statements, unrounded, worlds
from whence.model.claim import Role
from whence.model.incident import Incident, Statement
from whence.model.origin import Trace
from whence.weigh import Finding, Options, Override, tables, weigh
from whence.weigh.modelling import model_of
from whence.weigh.numbers.likelihood import Draws

RATIOS = st.floats(-6, 6).map(lambda power: 10.0**power)
FACTS = sorted(kind for kind, row in tables.rows().items() if row.form == "fact")


def overridden(ratio: float, findings: tuple[Finding, ...] = (), draws: int = 100) -> Options:
    """Every kind of evidence as strong as an analyst may ever set it."""
    ratios = tuple(Override(subject=k, value=ratio, reason="extreme") for k in tables.rows())
    return Options(draws=draws, ratios=ratios, findings=findings)


@settings(max_examples=200, deadline=None)
@given(
    worlds(),
    statements("court", "alder"),
    RATIOS,
    st.none() | st.sampled_from(FACTS),
    st.booleans(),
)
def test_one_contrary_item_never_rules_anything_out(
    world: tuple[Incident, Trace], said: Statement, ratio: float, fact: str | None, extreme: bool
) -> None:
    """Of any kind, and at any ratio that an analyst may set, nothing falls below 1e-4."""
    event, heard = world
    contrary = structs.replace(event, statements=(*event.statements, said))
    both = Trace(origins=(*heard.origins, origin("court", "body", "organisation")))
    found = (Finding(kind=fact, party_id="alder", reason="seen"),) if fact else ()
    options = overridden(ratio, found) if extreme else Options(draws=100, findings=found)
    for answer in weigh(contrary, both, options).answers:
        assert min(row.mean for row in answer.posterior) > 1e-4
        assert max(row.mean for row in answer.posterior) < 1 - 1e-4


@settings(max_examples=200, deadline=None)
@given(
    st.integers(5, 40),
    st.sampled_from(["alder", "birch"]),
    st.sampled_from(["executor", "sponsor"]),
)
def test_no_number_of_contrary_items_rules_anything_out(courts: int, key: str, role: Role) -> None:
    """A hundredth of belief stays with the prior, whatever is said and however strongly."""
    names = [f"court {n}" for n in range(courts)]
    fields = {"role": role, "predicate": "carried_out" if role == "executor" else "ordered"}
    said = [
        *(denial(n, key, standing="cleared", speaks_for_party=False, **fields) for n in names),
        *(statement(n, "cedar", standing="found", stake="neutral", **fields) for n in names),
        statement("envoy", key, **fields),
    ]
    result = weigh(incident(PARTIES, said), named("envoy", *names), QUICK)
    row = rows(result, role)[key]
    assert row.mean > 0.0095 * row.prior


@settings(max_examples=200, deadline=None)
@given(worlds())
def test_nothing_is_ever_certain_or_impossible(world: tuple[Incident, Trace]) -> None:
    for answer in weigh(*world, QUICK).answers:
        assert sum(row.mean for row in answer.posterior) == pytest.approx(1, abs=1e-5)
        for row in answer.posterior:
            assert 4e-5 < row.low <= row.high < 1 - 4e-5
            assert row.low <= row.mean <= row.high or row.low == pytest.approx(row.high)


@settings(max_examples=200, deadline=None)
@given(worlds(), st.lists(statements("chief"), min_size=1, max_size=6), RATIOS, st.booleans())
def test_one_first_hand_never_moves_log_odds_beyond_ln_ten(
    world: tuple[Incident, Trace], loud: list[Statement], ratio: float, extreme: bool
) -> None:
    """However much one hand says, on both questions together, at any ratio."""
    said = {s.id: s for s in loud}
    event = structs.replace(world[0], statements=tuple(said.values()), slots=())
    heard = Trace(origins=(origin("chief", "body", "organisation"),))
    options = overridden(ratio) if extreme else QUICK
    model = model_of(event, heard, options, Draws(seed=1, count=50))
    weight = np.ones(len(model.items))
    executor, sponsor = model.questions
    logs = (model.logs(executor, weight), model.logs(sponsor, weight))
    spread = sum(log.max(axis=1) - log.min(axis=1) for log in logs)
    assert np.max(spread) <= np.log(10) + 1e-9


TEN: list[dict[str, Any]] = [
    *({"standing": "found"},) * 3,
    *({"standing": "accused_by_authority"},) * 3,
    *({"standing": "admitted", "act": "claim_responsibility", "speaks_for_party": True},) * 2,
    *({"standing": "accused", "speaks_for_party": True},) * 2,
]
NAMES = [f"witness {n}" for n in range(10)]
"""Ten hands of four sorts; what a party's own mouth says counts as one voice."""


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(
        [
            ("executor", "carried_out", "alder"),
            ("sponsor", "ordered", "alder"),
            ("executor", "staged", "staged:alder"),
            ("executor", "accident", "no_hostile_actor"),
        ]
    ),
    st.integers(0, 1),
    st.permutations(TEN),
    st.sampled_from(["birch", "cedar"]),
)
def test_ten_independent_items_recover_a_cleared_answer(
    about: tuple[Role, str, str], courts: int, kinds: list[dict[str, Any]], rival: str
) -> None:
    """Named, sponsor, staged and accident come back to the first place against one clearing court.

    An accident starts at one in fifty, so it comes back further down than the others.
    """
    role, predicate, key = about
    fields: dict[str, Any] = {"role": role, "predicate": predicate, "stake": "neutral"}
    other = {"role": role, "predicate": "carried_out" if role == "executor" else "ordered"}
    judges = [f"court {n}" for n in range(courts)]
    event = incident(
        PARTIES,
        [
            *(
                denial(n, "alder", standing="cleared", speaks_for_party=False, **fields)
                for n in judges
            ),
            statement("envoy", rival, standing="found", **other),
            *(statement(n, "alder", **fields, **f) for n, f in zip(NAMES, kinds, strict=True)),
        ],
    )
    shares = means(weigh(event, named("envoy", *judges, *NAMES), QUICK), role)
    assert max(shares, key=shares.__getitem__) == key
    assert shares[key] > (0.35 if predicate == "accident" else 0.55)


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 3), st.sampled_from(["executor", "sponsor"]), st.data())
def test_clearing_everybody_named_brings_the_reserves_back(
    parties: int, role: Any, data: st.DataObject
) -> None:
    """Nothing speaks *for* the reserves: they take over once ten hands clear whom one accuses.

    Of the sponsor's two which of them leads is open: "nobody" and "somebody unnamed" share it.
    """
    keys = [f"p{n}" for n in range(parties)]
    predicate = "carried_out" if role == "executor" else "ordered"
    fields: dict[str, Any] = {"role": role, "predicate": predicate, "stake": "neutral"}
    standing = data.draw(st.sampled_from(["accused", "accused_by_authority", "found"]))
    courts = [f"court {n}" for n in range(10)]
    said = [statement(f"envoy {key}", key, standing=standing, **fields) for key in keys]
    cleared = [
        denial(f"{court} {key}", key, standing="cleared", speaks_for_party=False, **fields)
        for court in courts
        for key in keys
    ]
    heard = named(*(f"envoy {key}" for key in keys), *(f"{c} {k}" for c in courts for k in keys))
    listed = [party(key) for key in keys]
    before = means(weigh(incident(listed, said), heard, QUICK), role)
    after = means(weigh(incident(listed, [*said, *cleared]), heard, QUICK), role)
    reserves = [key for key in after if key not in keys]
    assert sum(after[key] for key in reserves) > sum(before[key] for key in reserves)
    assert sum(after[key] for key in reserves) > 0.85
    if role == "executor":
        assert after["unnamed"] == max(after.values())


@settings(max_examples=200, deadline=None)
@given(worlds(silence=False), st.integers(1, 3))
def test_what_is_only_assumed_moves_the_prior_and_nothing_else(
    world: tuple[Incident, Trace], seed: int
) -> None:
    """A ratio of one for everything leaves the shares where they started.

    Nearly: a ratio is drawn from around one, and the mean over draws of several such items together
    lies a little nearer to the middle than the share at one.
    """
    options = structs.replace(overridden(1.0, draws=400), seed=seed)
    result = weigh(*world, options)
    for answer in result.answers:
        assert all(abs(row.mean - row.prior) < 0.05 for row in answer.posterior)
    assert result.confidence == "low"
    assert posterior(result)


def test_point_values_have_all_their_digits() -> None:
    event = incident(PARTIES, [statement("envoy", "alder")])
    assert unrounded(event, named("envoy"), count=0)["executor:alder"].shape == (1,)
