"""Whole assessments of invented incidents, read the way a duty editor would."""

from typing import Any

import pytest
from msgspec import structs

from tests.weigh.invented import (
    denial,
    incident,
    means,
    named,
    origin,
    party,
    rows,
    statement,
    trace,
)
from tests.weigh.stories import (
    THIRD,
    TWO,
    World,
    contested_attack,
    opinionated_page,
    settled_case,
)
from whence.model.assessment import Assessment
from whence.model.vocabulary import load
from whence.weigh import Options, tables, weigh

ALL = [opinionated_page, contested_attack, settled_case]


def test_a_class_and_hints_leave_it_open() -> None:
    result = weigh(*opinionated_page())
    answer = result.answer("executor")
    assert answer.verdict is None
    assert answer.wording.startswith("Cannot tell who carried it out.")
    assert "1 independent first hand speaks for it" in answer.wording
    assert result.confidence == "low"
    assert {h.label for h in answer.hypotheses if h.weightless} == {
        "a larger foreign player (a description, no name)",
        "Oskaria",
    }
    shown = rows(result)
    assert set(shown) == {"gangs", "unnamed", "no_hostile_actor"}
    assert abs(shown["gangs"].mean - shown["gangs"].prior) < 0.1
    assert shown["unnamed"].mean > shown["gangs"].mean
    assert all("author" not in item.text for item in answer.evidence)
    assert any(h.label == "somebody unnamed among armed gangs" for h in answer.hypotheses)
    assert "somebody of that sort whom no report names" in answer.prior_basis
    assert shown["gangs"].prior + shown["unnamed"].prior == pytest.approx(0.98)


def test_nobody_named_as_sponsor_is_said_so() -> None:
    answer = weigh(*opinionated_page()).answer("sponsor")
    assert answer.verdict is None
    assert answer.wording == (
        "Cannot tell whether anybody stood behind it, or who. No source names anybody outright."
    )
    assert answer.posterior[0].hypothesis_id == "sponsor:no_sponsor"


def test_what_would_settle_names_the_recovered_remains() -> None:
    found = weigh(*opinionated_page()).would_settle
    recovered = next(s for s in found if "small drone" in s.text)
    assert recovered.text == "a result on what was recovered: remains of a small drone"
    assert recovered.status == "not yet reported"
    assert any(s.status == "awaited" and "held back" in s.text for s in found)
    assert not any(s.text.startswith("serial numbers") for s in found)
    nats = [s.expected_information for s in found]
    assert nats == sorted(nats, reverse=True)
    assert min(nats) > 0


def test_a_contested_attack_stays_open() -> None:
    result = weigh(*contested_attack())
    executor, sponsor = result.answers
    assert (executor.verdict, sponsor.verdict) == (None, None)
    order = [row.hypothesis_id for row in executor.posterior]
    assert order.index("executor:alder") < order.index("executor:birch")
    assert order.index("executor:birch") < order.index("executor:tanks")
    # A known rival names the tanks: that brings them no more than a guess would.
    assert order.index("executor:staged:service") < order.index("executor:tanks")
    staged = next(h for h in executor.hypotheses if h.kind == "staged")
    assert staged.label == "staged by the intelligence service"
    shares = means(result, "sponsor")
    assert shares["osk"] < rows(result, "sponsor")["osk"].prior
    assert result.confidence == "low"
    assert "evidence was lost" in result.confidence_reason


def test_own_denials_and_rivals_weigh_little() -> None:
    evidence = {e.kind: e for e in weigh(*contested_attack()).answer("executor").evidence}
    assert evidence["own_denial"].diagnosticity < 0.1
    assert evidence["accusation_rival"].diagnosticity < 0.2
    assert evidence["insider"].diagnosticity > 0.4
    assert "widens the range" in evidence["insider"].reason
    assert "mere possibility" in evidence["speculation"].reason
    assert "gains by it" in evidence["speculation"].reason
    victims = evidence["accusation_victim_authority"]
    assert victims.text.endswith(" by two officials, on the victim's side")
    assert "Little is known of who says so" in victims.reason


def test_lost_evidence_settles_nothing_any_more() -> None:
    found = weigh(*contested_attack()).would_settle
    assert found[-1].status == "lost"
    assert found[-1].expected_information == 0
    assert found[-1].text == (
        "evidence lost (fingerprints on the projectile): it can settle nothing any more"
    )
    awaited = next(s for s in found if s.status == "awaited")
    assert sum("remains of a drone" in s.text for s in found) == 1
    assert awaited.text == "awaited: remains of a drone"


def test_agreement_of_independent_hands_names_a_party() -> None:
    result = weigh(*settled_case())
    answer = result.answer("executor")
    assert answer.verdict == "executor:alder"
    assert answer.wording == "Very likely: Alder Front carried it out."
    assert all(test.passed for test in answer.tests)
    assert result.confidence == "high"
    assert result.confidence_reason.startswith("4 independent first hands bear on it, all with")
    assert not any(row.flips for row in result.sensitivity)


def test_the_other_yardstick_has_other_words() -> None:
    event, heard = contested_attack()
    usual = rows(weigh(event, heard))["alder"]
    british = rows(weigh(event, heard, Options(words="phia")))["alder"]
    assert (usual.words, british.words) == ("unlikely", "realistic possibility")
    assert rows(weigh(event, heard, Options(words="phia")))["no_hostile_actor"].words == (
        "remote chance"
    )


@pytest.mark.parametrize("world", ALL, ids=lambda world: world.__name__)
def test_words_of_likelihood_and_confidence_never_meet(world: World) -> None:
    result = weigh(*world())
    texts = [result.confidence_reason, *(answer.wording for answer in result.answers)]
    likelihood = ("likely", "almost certain", "chance", "improbable")
    for sentence in (s for text in texts for s in text.split(". ")):
        assert not (
            "confidence" in sentence.lower() and any(w in sentence.lower() for w in likelihood)
        )
    assert not any(word in result.confidence_reason.lower() for word in likelihood)


@pytest.mark.parametrize("world", ALL, ids=lambda world: world.__name__)
def test_equal_arguments_give_equal_assessments(world: World) -> None:
    event, heard = world()
    assert weigh(event, heard) == weigh(event, heard)
    other = weigh(event, heard, Options(seed=1))
    assert other != weigh(event, heard)
    for key, mean in means(weigh(event, heard)).items():
        assert means(other)[key] == pytest.approx(mean, abs=0.02)


def test_an_empty_incident_is_all_reserve() -> None:
    result = weigh(incident([]), trace())
    assert set(means(result)) == {"unnamed", "no_hostile_actor"}
    assert means(result)["unnamed"] == pytest.approx(0.98, abs=0.01)
    assert result.confidence_reason.startswith("No first hand says anything")
    assert result.sensitivity == ()
    for row in rows(result).values():
        assert 0.001 < row.low < row.high < 0.999


def test_a_single_finding_carries_no_verdict() -> None:
    event = incident(TWO, [statement("inquiry", "alder", standing="found", stake="neutral")])
    result = weigh(event, trace(origin("inquiry", "body", "organisation")))
    assert means(result)["alder"] > 0.55
    answer = result.answer("executor")
    assert answer.verdict is None
    assert "without inquiry alone the result would be another" in answer.wording
    assert [(s.origin_name, s.flips) for s in result.sensitivity] == [("inquiry", True)]
    assert result.confidence_reason == (
        "1 first hand bears on it, with a name or an office; leaving it out changes the result."
    )


def test_overlapping_classes_share_one_prior() -> None:
    """Six names for much the same people take no more from a named party than one does."""
    parties = [*TWO, *(party(f"c{n}", f"faction {n}", "class") for n in range(6))]

    def prior_of_alder(classes: int) -> float:
        said = [statement("aide", "alder"), statement("aide", "birch")]
        said += [statement(f"envoy {n}", f"c{n}") for n in range(classes)]
        return rows(weigh(incident(parties, said), named("aide")))["alder"].prior

    assert prior_of_alder(1) == pytest.approx(prior_of_alder(6), rel=0.03)


def test_a_retracted_claim_is_shown_and_weighs_nothing() -> None:
    event = incident(
        TWO,
        [
            statement("aide", "alder", at="2031-05-07", id="a"),
            statement("aide", "alder", act="retract", at="2031-05-08", id="b"),
            statement("aide", "alder", at="2031-05-09", id="c"),
            statement("clerk", "birch", at="2031-05-07"),
        ],
    )
    answer = weigh(event, named("aide", "clerk")).answer("executor")
    assert sorted(e.id for e in answer.evidence if "aide" in e.text) == ["evidence:b", "evidence:c"]
    withdrawn = next(e for e in answer.evidence if e.kind == "retraction")
    assert withdrawn.text == "withdrawal by aide of a statement about Alder Front"
    assert withdrawn.diagnosticity == 0


def test_accidents_bear_on_whether_anybody_did_it() -> None:
    probe = {"predicate": "accident", "standing": "found", "stake": "neutral"}
    event = incident(TWO, [statement("probe", "alder", **probe), statement("clerk", "birch")])
    result = weigh(event, named("probe", "clerk"))
    assert rows(result)["no_hostile_actor"].mean > 2 * rows(result)["no_hostile_actor"].prior
    assert "alder" not in means(result)
    assert result.answer("executor").evidence[0].text == "probe: it was an accident"
    # Where nobody attacked, nobody stood behind it either.
    assert rows(result, "sponsor")["no_sponsor"].mean > rows(result, "sponsor")["no_sponsor"].prior
    ruled_out = denial("probe", "alder", speaks_for_party=False, predicate="accident")
    other = weigh(incident(TWO, [ruled_out]), named("probe"))
    assert other.answer("executor").evidence[0].text == "probe: it was no accident"
    assert rows(other)["no_hostile_actor"].mean < rows(other)["no_hostile_actor"].prior


def agreed(predicate: str, role: str = "executor", kind: str = "drone_attack") -> Assessment:
    """Findings, authorities, people inside and an admission say the same, and nobody else."""
    shades: list[dict[str, Any]] = [
        *[{"standing": "found"}] * 3,
        *[{"standing": "accused_by_authority"}] * 3,
        *[{"standing": "accused", "speaks_for_party": True}] * 3,
        {"act": "claim_responsibility", "standing": "admitted", "speaks_for_party": True},
    ]
    said = [
        statement(f"hand {n}", "alder", role=role, predicate=predicate, stake="neutral", **shade)
        for n, shade in enumerate(shades)
    ]
    event = structs.replace(incident(TWO, said), kind=kind)
    return weigh(event, named(*(f"hand {n}" for n in range(len(shades)))))


def test_verdicts_are_worded_for_each_kind_of_answer() -> None:
    staged = agreed("staged").answer("executor")
    assert staged.wording.endswith(": it was staged by Alder Front.")
    sponsor = agreed("ordered", "sponsor")
    assert sponsor.answer("sponsor").wording.endswith(": Alder Front stood behind it.")
    # A named sponsor answers to the same rules: the weaker of both questions sets the level.
    assert sponsor.confidence == "low"


def test_a_crash_may_well_have_no_attacker() -> None:
    crash = agreed("accident", kind="crash").answer("executor")
    assert crash.verdict == "executor:no_hostile_actor"
    assert crash.wording.endswith(": there was no hostile actor.")
    assert "80% for no hostile actor in an incident of this kind" in crash.prior_basis
    attack = agreed("accident").answer("executor")
    assert "2% for no hostile actor" in attack.prior_basis
    assert attack.posterior[0].mean < crash.posterior[0].mean


def test_uncertain_merges_are_told() -> None:
    event = incident(TWO, [statement("minister", "alder", standing="accused_by_authority")])
    answer = weigh(event, trace(origin("minister", merges=(0.7, 1.0)))).answer("executor")
    assert "It may come from up to 2 first hands; this is averaged over." in (
        answer.evidence[0].reason
    )


def test_a_party_speaks_with_one_voice_whoever_quotes_it() -> None:
    """Four claims by one party are one first hand, and leaving it out leaves none of them."""
    claim = {"standing": "admitted", "act": "claim_responsibility", "speaks_for_party": True}
    names = ["Alder Front", "a spokesman", "its channel", "its site"]
    one = incident(TWO, [statement(names[0], "alder", **claim)])
    four = incident(TWO, [statement(name, "alder", **claim) for name in names])
    single, several = weigh(one, named(*names)), weigh(four, named(*names))
    assert means(several) == pytest.approx(means(single), abs=0.02)
    (item,) = several.answer("executor").evidence
    assert len(item.origin_ids) == len(item.claim_ids) == len(item.spans) == 4
    assert "a party speaks with one voice" in item.reason
    assert single.answer("executor").evidence[0].text == "claim of responsibility: Alder Front"
    (left_out,) = several.sensitivity
    assert left_out.mean_without == pytest.approx(rows(several)["alder"].prior, abs=0.01)
    assert several.confidence_reason.startswith("1 first hand bears on it")


def test_repetition_is_told() -> None:
    said = [statement(f"envoy {n}", "alder") for n in range(3)]
    event = incident(TWO, said)
    reasons = [
        e.reason for e in weigh(event, named("envoy 0", "envoy 1")).answer("executor").evidence
    ]
    assert sum("Much the same has been said already" in reason for reason in reasons) == 2


def test_foreknowledge_answers_neither_question() -> None:
    knew = statement("aide", "osk", role=None, predicate="knew")
    result = weigh(incident(THIRD, [knew]), named("aide"))
    assert all(not answer.evidence for answer in result.answers)
    assert "osk" not in means(result, "sponsor")


def test_a_party_without_entry_keeps_its_id_as_name() -> None:
    event = incident([], [statement("aide", "ghost")])
    answer = weigh(event, named("aide")).answer("executor")
    assert answer.posterior[0].hypothesis_id in ("executor:ghost", "executor:unnamed")
    assert any(h.label == "ghost (a description, no name)" for h in answer.hypotheses)


@pytest.mark.parametrize("count", [40, 120])
def test_many_parties_keep_a_floor_and_a_reserve(count: int) -> None:
    parties = [party(f"p{n}") for n in range(count)]
    said = [statement("aide", f"p{n}") for n in range(count - 1)]
    said.append(denial("aide", f"p{count - 1}"))
    shares = rows(weigh(incident(parties, said), named("aide"), Options(draws=10)))
    priors = [row.prior for key, row in shares.items() if key.startswith("p")]
    assert min(priors) >= min(0.01, 0.9 / count) - 1e-6
    assert shares["unnamed"].prior > 0.01
    assert sum(row.prior for row in shares.values()) == pytest.approx(1, abs=1e-4)


def test_a_cleared_party_stays_listed_and_low() -> None:
    cleared = denial("court", "alder", standing="cleared", speaks_for_party=False)
    shares = rows(weigh(incident(TWO, [cleared, statement("aide", "birch")]), named("court")))
    assert shares["alder"].prior == pytest.approx(0.01)
    assert 0 < shares["alder"].mean < 0.01


def test_kinds_with_a_rate_of_their_own_say_which() -> None:
    base = tables.priors().executor
    assert set(base.unnamed_by_kind) <= set(load("incidents", dict))
    parties = [party(key) for key in ("alder", "birch", "cedar")]
    said = [statement(f"envoy {one.id}", one.id) for one in parties]
    shares = {}
    for kind in ("suicide_bombing", "bombing"):
        event = structs.replace(incident(parties, said), kind=kind)
        answer = weigh(event, trace()).answer("executor")
        row = next(row for row in answer.posterior if row.hypothesis_id == "executor:unnamed")
        shares[kind] = row.prior
        rate = base.unnamed_by_kind.get(kind)
        assert (rate.basis if rate else base.rate) in answer.prior_basis
    assert shares["suicide_bombing"] == pytest.approx(0.47)
    # Three names: the reserve is worth one and a half of them, which is more than 30 %.
    assert shares["bombing"] == pytest.approx(1.5 * 0.98 / 4.5, abs=1e-6)


def test_one_band_without_a_name_takes_no_share_from_who_has_one() -> None:
    told = [statement(f"envoy {n}", who) for n, who in enumerate(("gang", "guard", "rebels"))]
    parties = [
        party("guard", "dismissed guard", "class"),
        party("gang", "extortion gang", "class"),
        party("rebels", "southern rebels", "class"),
    ]
    heard = named("envoy 0", "envoy 1", "envoy 2")
    answer = weigh(incident(parties, told), heard).answer("executor")
    labels = {one.label: one.weightless for one in answer.hypotheses}
    assert labels["extortion gang (a description, no name)"] is True
    assert labels["dismissed guard (no name given)"] is False
    assert labels["somebody unnamed among southern rebels"] is False
