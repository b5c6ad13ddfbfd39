"""The parts of the weighing one by one: kinds of act, moments, words, weights, information."""

from itertools import pairwise
from math import log
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.weigh.invented import denial, incident, origin, party, slot, statement, trace
from whence.model.assessment import Hypothesis
from whence.weigh import Options, Override, tables, verdict
from whence.weigh.acts import kind_of
from whence.weigh.confidence import Basis, level_of, reason_of
from whence.weigh.modelling import model_of
from whence.weigh.moments import standing_at
from whence.weigh.numbers.dependence import Ties, discount
from whence.weigh.numbers.likelihood import Draws
from whence.weigh.numbers.nats import TARGET
from whence.weigh.numbers.posterior import Model

OFFICE = origin("office", "office")
HIDDEN = origin("office", "office", "anonymous")
CROWD = origin("many", "unknown", "collective")
PERSON = origin("person")


@pytest.mark.parametrize(
    ("fields", "source", "kind"),
    [
        ({"insinuation": True}, PERSON, None),
        ({"act": "insinuate"}, PERSON, None),
        ({"act": "condemn"}, PERSON, None),
        ({"act": "decline"}, OFFICE, None),
        ({"role": None, "predicate": "knew"}, PERSON, None),
        ({"act": "retract"}, PERSON, "retraction"),
        ({"act": "threaten"}, PERSON, "threat"),
        ({"standing": "admitted", "speaks_for_party": True}, PERSON, "claim"),
        ({"act": "claim_responsibility", "speaks_for_party": True}, PERSON, "claim"),
        ({"standing": "admitted", "stake": "rival"}, PERSON, "admission_reported"),
        ({"standing": "speculated"}, PERSON, "speculation"),
        ({"act": "speculate", "stake": "rival"}, PERSON, "speculation"),
        ({"speaks_for_party": True}, HIDDEN, "insider"),
        ({"standing": "found"}, PERSON, "finding"),
        ({"standing": "found", "stake": "rival"}, PERSON, "accusation_rival"),
        ({"stake": "belligerent"}, OFFICE, "accusation_rival"),
        ({"standing": "reported_as_fact"}, PERSON, "reported_as_fact"),
        ({"standing": "accused_by_authority"}, OFFICE, "accusation_official"),
        (
            {"standing": "accused_by_authority", "stake": "neutral"},
            OFFICE,
            "accusation_authority",
        ),
        ({"standing": "accused_by_authority"}, CROWD, "accusation_anonymous_official"),
        (
            {"standing": "accused_by_authority", "stake": "victim"},
            OFFICE,
            "accusation_victim_authority",
        ),
        (
            {"standing": "accused_by_authority", "stake": "victim"},
            HIDDEN,
            "accusation_victim_authority",
        ),
        ({"standing": "accused_by_authority"}, HIDDEN, "accusation_anonymous_official"),
        ({"standing": "accused_by_authority"}, origin("paper", "outlet"), "accusation_other"),
        ({}, CROWD, "suspicion"),
        ({}, OFFICE, "accusation_official"),
        ({"stake": "neutral"}, OFFICE, "accusation_authority"),
        ({"stake": "victim"}, OFFICE, "accusation_victim_authority"),
        ({}, HIDDEN, "accusation_other"),
        ({}, None, "accusation_other"),
        ({"hedge": -2}, OFFICE, "denial_authority"),
        ({"polarity": False, "standing": "denied"}, HIDDEN, "denial_anonymous"),
        ({"polarity": False, "standing": "denied"}, PERSON, "denial_other"),
        ({"polarity": False, "standing": "denied"}, None, "denial_other"),
        ({"standing": "cleared"}, OFFICE, "cleared"),
        ({"polarity": False, "standing": "denied", "speaks_for_party": True}, None, "own_denial"),
    ],
)
def test_the_kind_of_a_statement(fields: dict[str, Any], source: Any, kind: str | None) -> None:
    assert kind_of(statement("x", "alder", **fields), source) == kind


@pytest.mark.parametrize(
    ("at", "as_of", "kept"),
    [
        ("2031-05-09", "2031-05-08", False),
        ("2031-05-08", "2031-05-08", True),
        ("2031-05-08T23:59", "2031-05-08", True),
        ("2031-05", "2031-05-08", False),  # of a month the end counts
        ("2032", "2031-05-08", False),
        ("2031-05-07", "2031-05-08T10:00", True),
        ("2031-05-08T08:00+03:00", "2031-05-08T06:00+00:00", True),
        ("2031-05-08T08:00+00:00", "2031-05-08T08:00+03:00", False),
    ],
)
def test_what_came_or_may_have_come_after_the_moment_is_left_out(
    at: str, as_of: str, kept: bool
) -> None:
    event = incident([], [statement("x", "alder", at=at)])
    assert bool(standing_at(event, as_of)) is kept


@pytest.mark.parametrize(
    ("probability", "icd", "phia"),
    [
        (0.001, "almost no chance", "remote chance"),
        (0.05, "very unlikely", "remote chance"),
        (0.1999, "very unlikely", "highly unlikely"),
        (0.20, "unlikely", "highly unlikely"),
        (0.225, "unlikely", "unlikely"),
        (0.44, "unlikely", "realistic possibility"),
        (0.45, "roughly even chance", "realistic possibility"),
        (0.5499, "roughly even chance", "likely"),
        (0.55, "likely", "likely"),
        (0.80, "very likely", "highly likely"),
        (0.95, "almost certain", "almost certain"),
        (1.0, "almost certain", "almost certain"),
    ],
)
def test_likelihood_words_hold_from_their_lower_bound(
    probability: float, icd: str, phia: str
) -> None:
    assert tables.likelihood_word(probability, "icd203") == icd
    assert tables.likelihood_word(probability, "phia") == phia


def test_every_row_is_complete_and_speaks_for_itself() -> None:
    rows = tables.rows()
    for kind, row in rows.items():
        assert "{" not in row.says.format(origin="aide", party="Alder Front"), kind
        assert row.ratio > 0, kind
        assert row.sd >= 0, kind
        assert 0 < row.informed < 1, kind
        assert 0 <= row.rho < 1, kind
        assert row.why.endswith("."), kind
    assert {unknown.kind for unknown in tables.unknowns().values()} <= set(rows)
    stakes = {"belligerent", "victim", "ally", "rival", "neutral", "unknown"}
    assert set(tables.priors().modes.accusing) == set(tables.priors().modes.clearing) == stakes


@given(st.integers(1, 40), st.floats(0, 0.95))
def test_n_equal_dependent_items_count_as_the_formula_says(count: int, rho: float) -> None:
    steps = [discount(position, rho) for position in range(count)]
    assert sum(steps) == pytest.approx(count / (1 + (count - 1) * rho))
    assert all(a >= b - 1e-12 for a, b in pairwise(steps))
    assert min(steps) > 0


def small_model(count: int) -> Model:
    said = [statement("envoy", "alder"), denial("clerk", "birch", speaks_for_party=False)]
    event = incident([party("alder"), party("birch")], said)
    heard = trace(origin("envoy", merges=(0.5,)), origin("clerk"))
    return model_of(event, heard, Options(), Draws(seed=3, count=count))


def test_draws_are_centred_on_the_point_values() -> None:
    point, drawn = small_model(0), small_model(20_000)
    assert point.nats.log_ratio.shape == (2, 1)
    assert drawn.nats.log_ratio.shape == (2, 20_000)
    for index in range(2):
        exact, mean = point.nats.alone[index, TARGET], drawn.nats.alone[index, TARGET]
        assert np.sign(exact) == np.sign(mean)
        assert mean == pytest.approx(exact, abs=0.08)
    prior = drawn.priors[0].mean(axis=0)
    assert prior == pytest.approx(point.priors[0][0], abs=0.005)


def test_a_model_without_an_origin_lacks_its_items() -> None:
    model = small_model(100)
    assert [item.voices[0].name for item in model.without("or-envoy").items] == ["clerk"]
    assert isinstance(model.ties, Ties)


def basis(**fields: Any) -> Basis:
    given_: dict[str, Any] = {
        "origins": 5,
        "named": 4,
        "kinds": 3,
        "opposed": 0,
        "stability": 0.99,
        "flips": False,
        "gaps": (),
    }
    return Basis(**(given_ | fields))


@pytest.mark.parametrize(
    ("fields", "level"),
    [
        ({}, "high"),
        ({"gaps": ("evidence is awaited",)}, "moderate"),
        ({"kinds": 1}, "moderate"),
        ({"named": 2}, "moderate"),
        ({"stability": 0.9}, "moderate"),
        ({"flips": True}, "moderate"),
        ({"opposed": 2}, "moderate"),
        ({"origins": 2, "named": 2}, "low"),
        ({"named": 1}, "low"),
        ({"stability": 0.7}, "low"),
        ({"gaps": ("one", "two")}, "low"),
    ],
)
def test_the_level_of_confidence_follows_fixed_rules(fields: dict[str, Any], level: str) -> None:
    assert level_of(basis(**fields)) == level


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        (
            {"opposed": 1},
            "5 independent first hands bear on it, 4 of them with a name or an office; 1 item "
            "points away from the leading answer.",
        ),
        (
            {"origins": 2, "named": 0, "opposed": 2, "flips": True},
            "2 independent first hands bear on it, none of them with a name; 2 items point away "
            "from the leading answer; leaving one of them out changes the result.",
        ),
        (
            {"origins": 1, "named": 0, "gaps": ("evidence was lost",)},
            "1 first hand bears on it, without a name; evidence was lost.",
        ),
        (
            {"origins": 2, "named": 2},
            "2 independent first hands bear on it, all with a name or an office.",
        ),
    ],
)
def test_the_reason_for_confidence_is_one_line(fields: dict[str, Any], reason: str) -> None:
    assert reason_of(basis(**fields)) == reason


def standing_of(kind: Any, role: Any, mean: float) -> verdict.Standing:
    chosen = Hypothesis(id="x", role=role, kind=kind, label="the Alder Front", entered_by="y")
    return verdict.Standing(
        role=role,
        hypotheses=(chosen,),
        mean={"x": mean, "rest": 1 - mean},
        prior={"x": 0.2, "rest": 0.8},
        candidate="x",
        unnamed=0.1,
        stability=0.99,
        supporters=("a", "b"),
        sensitivity=(),
    )


@pytest.mark.parametrize(
    ("kind", "role", "sentence"),
    [
        ("named", "executor", "Likely: the Alder Front carried it out."),
        ("named", "sponsor", "Likely: the Alder Front stood behind it."),
        ("no_sponsor", "sponsor", "Likely: nobody stood behind whoever carried it out."),
        ("no_hostile_actor", "executor", "Likely: there was no hostile actor."),
        ("staged", "executor", "Likely: it was the Alder Front."),
    ],
)
def test_a_verdict_is_one_sentence_with_one_likelihood_word(
    kind: str, role: str, sentence: str
) -> None:
    standing = standing_of(kind, role, 0.7)
    tests = verdict.tests_of(standing)
    assert all(test.passed for test in tests)
    assert verdict.wording(standing, tests, "icd203") == sentence


def test_close_shares_are_told_apart() -> None:
    tests = {t.name: t for t in verdict.tests_of(standing_of("named", "executor", 0.5496))}
    assert tests["probable enough"].detail.startswith(
        "Not probable enough: 55.0%; more than 55% is needed, which further evidence of 1.1 to 1"
    )


def test_a_failed_test_says_what_was_found_and_what_is_needed() -> None:
    tests = {test.name: test for test in verdict.tests_of(standing_of("named", "executor", 0.5))}
    assert not tests["probable enough"].passed
    assert tests["probable enough"].detail == (
        "Not probable enough: 50%; more than 55% is needed, which further evidence of 1.2 to 1 "
        "for it would bring."
    )
    assert tests["moved from the prior"].passed
    assert tests["ahead of somebody not named"].detail == (
        "Ahead of somebody not named: 50% against 10%."
    )


def test_where_nothing_is_left_to_move_no_ratio_is_told() -> None:
    standing = standing_of("named", "executor", 0.001)
    tests = {test.name: test for test in verdict.tests_of(standing)}
    assert tests["probable enough"].detail == ("Not probable enough: 0%; more than 55% is needed.")


@pytest.mark.parametrize("fields", [{"value": 0.0, "reason": "r"}, {"value": 1.0, "reason": " "}])
def test_an_override_needs_a_value_and_a_reason(fields: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="positive value and a reason"):
        Override(subject="claim", **fields)


def test_no_draws_are_no_weighing() -> None:
    with pytest.raises(ValueError, match="one draw"):
        Options(draws=0)


def test_silence_tells_groups_from_states_and_nothing_else() -> None:
    parties = [party("alder"), party("birch"), party("osk", kind="state")]
    said = [
        statement("a", "alder"),
        statement("b", "osk"),
        statement("c", "birch", act="claim_responsibility", speaks_for_party=True),
        statement("d", "elm", act="insinuate", insinuation=True),
    ]
    quiet = slot("responsibility_claim", "none", "claimed", origins=("or-wire", "or-a"))
    event = incident([*parties, party("elm")], said, [quiet])
    model = model_of(event, trace(origin("a")), Options(), Draws(seed=0, count=0))
    silence = next(item for item in model.items if item.kind == "silence")
    assert silence.targets == ("executor:alder", "executor:unnamed")
    assert [voice.name for voice in silence.voices] == ["a", "or-wire"]
    effect = model.nats.alone[model.items.index(silence), TARGET]
    assert log(0.8) < effect < 0
    states_only = incident(parties[2:], [said[1]], [quiet])
    bare = model_of(states_only, trace(), Options(), Draws(seed=0, count=0))
    assert all(item.kind != "silence" for item in bare.items)
