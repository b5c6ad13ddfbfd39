"""The failures that weighing must not commit, each as a property."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from tests.weigh import invented
from tests.weigh.invented import denial, incident, means, named, origin, party, statement, trace
from whence.model.assessment import Assessment, Posterior
from whence.model.attribution import Anonymity
from whence.model.incident import Incident, Statement
from whence.model.origin import Copy, Trace
from whence.weigh import Options, Override, tables, weigh

QUICK = Options(draws=200)
PARTIES = [party("alder"), party("birch"), party("cedar")]
STANDINGS = st.sampled_from(
    ["accused", "accused_by_authority", "speculated", "reported_as_fact", "found"]
)
STAKES = st.sampled_from(["neutral", "unknown", "victim", "rival", "ally", "belligerent"])
ANONYMITIES: st.SearchStrategy[Anonymity] = st.sampled_from(
    ["named", "role", "anonymous", "collective", "unknown"]
)


@st.composite
def worlds(draw: st.DrawFn) -> tuple[Incident, Trace]:
    """Up to six origins that accuse or clear three parties, in every shade."""
    names = [f"o{n}" for n in range(draw(st.integers(1, 6)))]
    statements: list[Statement] = []
    for name in names:
        about = draw(st.sampled_from(["alder", "birch", "cedar"]))
        fields = {"stake": draw(STAKES), "hedge": draw(st.integers(0, 3))}
        if draw(st.integers(0, 3)):
            statements.append(statement(name, about, standing=draw(STANDINGS), **fields))
        else:
            statements.append(denial(name, about, speaks_for_party=draw(st.booleans()), **fields))
    origins = [origin(name, anonymity=draw(ANONYMITIES)) for name in names]
    return incident(PARTIES, statements), trace(*origins)


def posterior(assessment: Assessment) -> dict[str, tuple[float, float, float]]:
    return {
        row.hypothesis_id: (row.mean, row.low, row.high)
        for answer in assessment.answers
        for row in answer.posterior
    }


@settings(max_examples=200, deadline=None)
@given(worlds(), st.integers(1, 9))
def test_copies_change_nothing(world: tuple[Incident, Trace], copies: int) -> None:
    event, origins = world
    extra = tuple(f"doc-copy-{n}" for n in range(copies))
    copied = structs.replace(
        event,
        report_ids=(*event.report_ids, *extra),
        statements=tuple(
            structs.replace(s, document_ids=(*s.document_ids, *extra)) for s in event.statements
        ),
    )
    relayed = Trace(
        copies=tuple(
            Copy(copy_id=key, original_id="doc-1", probability=0.99, basis="whole") for key in extra
        ),
        origins=tuple(
            structs.replace(o, document_ids=(*o.document_ids, *extra), relays=extra)
            for o in origins.origins
        ),
    )
    before, after = weigh(event, origins, QUICK), weigh(copied, relayed, QUICK)
    assert posterior(before) == posterior(after)
    assert before.confidence == after.confidence


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(0.0, 1.0), min_size=2, max_size=5, unique=True))
def test_uncertain_copies_count_between_one_and_all(probabilities: list[float]) -> None:
    event = incident(PARTIES, [statement("minister", "alder", standing="accused_by_authority")])

    def share(*merges: float) -> float:
        return means(weigh(event, trace(origin("minister", merges=merges))))["alder"]

    shares = [share(p, p) for p in sorted(probabilities, reverse=True)]
    assert shares == sorted(shares)
    assert share() == share(1.0, 1.0)
    assert share(1.0, 1.0) <= shares[0] <= shares[-1] <= share(0.0, 0.0)


@settings(max_examples=200, deadline=None)
@given(worlds())
def test_nothing_is_ever_certain_or_impossible(world: tuple[Incident, Trace]) -> None:
    for answer in weigh(*world, QUICK).answers:
        assert sum(row.mean for row in answer.posterior) == pytest.approx(1, abs=1e-5)
        for row in answer.posterior:
            assert 1e-4 < row.low <= row.high < 1 - 1e-4
            assert row.low <= row.mean <= row.high or row.low == pytest.approx(row.high)


@pytest.mark.parametrize("fields", [{"standing": "cleared"}, {"standing": "denied"}])
def test_one_contrary_item_is_no_dogma(fields: dict[str, str]) -> None:
    contrary = denial("court", "alder", speaks_for_party=False, **fields)
    event = incident(PARTIES, [statement("envoy", "alder"), contrary])
    assert means(weigh(event, named("court", "envoy")))["alder"] > 1e-3


@pytest.mark.parametrize(
    ("predicate", "hypothesis", "least"),
    [
        ("carried_out", "alder", 0.8),
        ("staged", "staged:alder", 0.55),
        # It starts at one in fifty, and the court's word takes it to a quarter of that.
        ("accident", "no_hostile_actor", 0.35),
    ],
)
def test_ten_independent_items_recover_a_cleared_answer(
    predicate: str, hypothesis: str, least: float
) -> None:
    """Ten hands of four sorts, however low the prior and whatever a court has said against it."""
    kinds: list[dict[str, Any]] = [
        *({"standing": "found"},) * 3,
        *({"standing": "accused_by_authority"},) * 3,
        *({"standing": "admitted", "act": "claim_responsibility", "speaks_for_party": True},) * 2,
        *({"standing": "accused", "speaks_for_party": True},) * 2,
    ]
    names = [f"witness {n}" for n in range(10)]
    about = {"predicate": predicate, "stake": "neutral"}
    event = incident(
        PARTIES,
        [
            denial("court", "alder", standing="cleared", speaks_for_party=False, **about),
            statement("envoy", "birch", standing="found"),
            *(statement(n, "alder", **about, **f) for n, f in zip(names, kinds, strict=True)),
        ],
    )
    shares = means(weigh(event, named("court", "envoy", *names)))
    assert shares[hypothesis] > least
    assert max(shares, key=shares.__getitem__) == hypothesis


@settings(max_examples=50, deadline=None)
@given(worlds())
def test_a_ratio_of_one_leaves_everything_at_the_prior(world: tuple[Incident, Trace]) -> None:
    equal = tuple(
        Override(subject=kind, value=1.0, reason="tells nothing") for kind in tables.rows()
    )
    result = weigh(*world, Options(draws=200, ratios=equal))
    for answer in result.answers:
        assert all(abs(row.mean - row.prior) < 0.02 for row in answer.posterior)
    assert result.confidence == "low"


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 3), STANDINGS)
def test_without_the_true_party_somebody_unnamed_rises(others: int, standing: str) -> None:
    keys = [f"other-{n}" for n in range(others)]
    false = [statement(f"rumour {key}", key, standing="speculated") for key in keys]
    true = [statement(f"o{n}", "alder", standing=standing) for n in range(4)]
    parties = [*PARTIES, *(party(key) for key in keys)]
    origins = named("o0", "o1", "o2", "o3", *(f"rumour {key}" for key in keys))
    full = weigh(incident(parties, [*true, *false]), origins, QUICK)
    lacking = weigh(incident(parties, false), origins, QUICK)
    assert means(lacking)["unnamed"] > means(full)["unnamed"]
    assert lacking.answer("executor").verdict is None


def test_clearing_the_only_suspect_raises_somebody_unnamed() -> None:
    accused = statement("envoy", "alder")
    cleared = denial("court", "alder", speaks_for_party=False, standing="cleared")
    before = means(weigh(incident(PARTIES, [accused]), named("envoy", "court")))
    after = means(weigh(incident(PARTIES, [accused, cleared]), named("envoy", "court")))
    assert after["unnamed"] > before["unnamed"]
    assert after["alder"] < before["alder"]


def test_an_accusation_lowers_somebody_unnamed_less_than_rivals() -> None:
    calm = [statement("a", "birch", hedge=0), statement("b", "alder", hedge=0)]
    loud = [*calm, statement("court", "alder", standing="found")]
    before = means(weigh(incident(PARTIES, calm), named("a", "b", "court")))
    after = means(weigh(incident(PARTIES, loud), named("a", "b", "court")))
    assert after["birch"] / before["birch"] < after["unnamed"] / before["unnamed"] < 1


FORGERIES = st.fixed_dictionaries(
    {
        "standing": STANDINGS,
        "act": st.sampled_from(["accuse", "speculate", "say", "claim_responsibility", "threaten"]),
        "hedge": st.integers(1, 3),
    }
)


@settings(max_examples=200, deadline=None)
@given(st.lists(FORGERIES, min_size=1, max_size=40), st.booleans())
def test_forgeries_by_a_stakeholder_never_make_it_likely(
    forgeries: list[dict[str, Any]], alone: bool
) -> None:
    names = [f"agent {n}" for n in range(len(forgeries))]
    planted = [
        statement(name, "alder", stake="rival", **fields)
        for name, fields in zip(names, forgeries, strict=True)
    ]
    honest = [] if alone else [statement("envoy", "birch")]
    result = weigh(incident(PARTIES, [*planted, *honest]), named("envoy", *names), QUICK)
    assert means(result)["alder"] < 0.55
    assert result.answer("executor").verdict is None
    assert result.confidence == "low"


@pytest.mark.parametrize(
    ("standings", "stake", "anonymity", "needed"),
    [
        (("found",), "rival", "named", None),
        (("accused", "accused_by_authority"), "belligerent", "named", None),
        (("accused",), "neutral", "named", None),
        (("accused_by_authority",), "unknown", "anonymous", None),
        (("accused_by_authority",), "neutral", "named", 17),
        (("found",), "neutral", "named", 2),
    ],
)
def test_how_many_hands_deception_would_need(
    standings: tuple[str, ...], stake: str, anonymity: Any, needed: int | None
) -> None:
    """The table in docs/concepts/weighing.md: hands that must be forged, and of which kind."""

    def named_after(hands: int) -> bool:
        names = [f"hand {n}" for n in range(hands)]
        said = [
            statement(name, "alder", standing=standings[n % len(standings)], stake=stake)
            for n, name in enumerate(names)
        ]
        event = incident(PARTIES, [*said, statement("envoy", "birch")])
        heard = trace(origin("envoy"), *(origin(name, anonymity=anonymity) for name in names))
        return weigh(event, heard, Options(draws=1000)).answer("executor").verdict is not None

    assert next((k for k in range(1, 25) if named_after(k)), None) == needed


@settings(max_examples=200, deadline=None)
@given(worlds(), st.integers(1, 100))
def test_items_that_tell_nothing_apart_change_nothing(
    world: tuple[Incident, Trace], count: int
) -> None:
    event, origins = world
    names = [f"idle {n}" for n in range(count)]
    idle = tuple(
        statement(name, "alder", hedge=0, standing=event.statements[0].standing) for name in names
    )
    known = {s.party_id for s in event.statements if s.polarity and s.hedge}
    if "alder" not in known:
        return
    crowd = structs.replace(event, statements=(*event.statements, *idle))
    heard = Trace(origins=(*origins.origins, *(origin(name) for name in names)))
    before, after = weigh(event, origins, QUICK), weigh(crowd, heard, QUICK)
    assert after.confidence == before.confidence
    for key, numbers in posterior(before).items():
        assert posterior(after)[key] == pytest.approx(numbers, abs=1e-6)


@settings(max_examples=200, deadline=None)
@given(worlds(), st.randoms(use_true_random=False))
def test_order_is_irrelevant(world: tuple[Incident, Trace], random: Any) -> None:
    event, origins = world
    statements, parties, heard = list(event.statements), list(PARTIES), list(origins.origins)
    for shuffled in (statements, parties, heard):
        random.shuffle(shuffled)
    again = structs.replace(event, statements=tuple(statements), parties=tuple(parties))
    assert weigh(event, origins, QUICK) == weigh(again, Trace(origins=tuple(heard)), QUICK)


@settings(max_examples=200, deadline=None)
@given(worlds())
def test_swapping_names_swaps_results(world: tuple[Incident, Trace]) -> None:
    event, origins = world
    swap = {"alder": "birch", "birch": "alder", "cedar": "cedar"}
    swapped = structs.replace(
        event,
        statements=tuple(structs.replace(s, party_id=swap[s.party_id]) for s in event.statements),
    )
    before, after = weigh(event, origins, QUICK), weigh(swapped, origins, QUICK)
    for key, numbers in posterior(before).items():
        role, _, name = key.partition(":")
        assert posterior(after)[f"{role}:{swap.get(name, name)}"] == pytest.approx(numbers)


@settings(max_examples=200, deadline=None)
@given(worlds(), st.integers(2, 4))
def test_splitting_a_party_keeps_its_sum(world: tuple[Incident, Trace], parts: int) -> None:
    event, origins = world
    if all(s.party_id != "alder" for s in event.statements):
        return
    wings = tuple(f"wing-{n}" for n in range(parts))
    split = structs.replace(event, parties=(*PARTIES, *(party(wing) for wing in wings)))
    whole = means(weigh(event, origins, QUICK))
    after = means(weigh(split, origins, Options(draws=200, membership={"alder": wings})))
    assert after["alder"] + sum(after[wing] for wing in wings) == pytest.approx(
        whole["alder"], abs=1e-5
    )
    assert after["unnamed"] == pytest.approx(whole["unnamed"], abs=1e-5)


@pytest.mark.parametrize("grade", ["anonymous", "unknown"])
@pytest.mark.parametrize("standing", ["found", "reported_as_fact", "speculated"])
def test_a_missing_grade_widens_the_interval_and_no_more(standing: str, grade: Any) -> None:
    event = incident(PARTIES, [statement("source", "alder", standing=standing)])

    def row(anonymity: Any) -> Posterior:
        return invented.rows(weigh(event, trace(origin("source", "body", anonymity))))["alder"]

    known, missing = row("organisation"), row(grade)
    assert missing.high - missing.low > known.high - known.low
    assert missing.mean == pytest.approx(known.mean, abs=0.02)
    # Not as if nothing had been said, and not as if the source were wrong half the time.
    assert abs(missing.mean - missing.prior) > 0.8 * abs(known.mean - known.prior)


@settings(max_examples=200, deadline=None)
@given(worlds(), STANDINGS, st.sampled_from(["alder", "birch"]))
def test_taking_back_what_others_say_as_well_restores_too(
    world: tuple[Incident, Trace], standing: str, about: str
) -> None:
    event, origins = world
    slip = statement("late", about, standing=standing, at="2031-05-09", id="late-1")
    back = statement("late", about, act="retract", at="2031-05-10", id="late-2")
    heard = Trace(origins=(*origins.origins, origin("late")))
    withdrawn = structs.replace(event, statements=(*event.statements, slip, back))
    before = weigh(event, heard, QUICK)
    assert posterior(weigh(withdrawn, heard, QUICK)) == posterior(before)


@settings(max_examples=200, deadline=None)
@given(worlds(), STANDINGS)
def test_taking_a_statement_back_restores_the_earlier_result(
    world: tuple[Incident, Trace], standing: str
) -> None:
    event, origins = world
    slip = statement("late", "dogwood", standing=standing, at="2031-05-09", id="late-1")
    back = statement("late", "dogwood", act="retract", at="2031-05-10", id="late-2")
    heard = Trace(origins=(*origins.origins, origin("late")))
    parties = (*event.parties, party("dogwood"))
    said = structs.replace(event, parties=parties, statements=(*event.statements, slip))
    withdrawn = structs.replace(said, statements=(*said.statements, back))
    before, after = weigh(event, heard, QUICK), weigh(withdrawn, heard, QUICK)
    assert posterior(after) == posterior(before)
    assert posterior(weigh(said, heard, QUICK)) != posterior(before)
    assert [h.entered_by for h in after.answer("executor").hypotheses if h.weightless] == [
        "late (taken back, weighs nothing)"
    ]


@settings(max_examples=200, deadline=None)
@given(worlds(), st.integers(1, 5))
def test_insinuation_moves_nothing(world: tuple[Incident, Trace], hints: int) -> None:
    event, origins = world
    winks = tuple(
        statement(f"author {n}", f"elm-{n}", act="insinuate", insinuation=True, hedge=1)
        for n in range(hints)
    )
    wink_at_known = statement("author", "alder", act="accuse", insinuation=True)
    hinted = structs.replace(
        event,
        parties=(*event.parties, *(party(f"elm-{n}") for n in range(hints))),
        statements=(*event.statements, *winks, wink_at_known),
    )
    before, after = weigh(event, origins, QUICK), weigh(hinted, origins, QUICK)
    assert posterior(after) == posterior(before)
    assert after.answer("executor").evidence == before.answer("executor").evidence
    weightless = [h for h in after.answer("executor").hypotheses if h.weightless]
    assert {f"elm-{n}" for n in range(hints)} <= {h.party_id for h in weightless}
    assert all("insinuated, weighs nothing" in h.entered_by for h in weightless)


@settings(max_examples=100, deadline=None)
@given(worlds())
def test_an_added_voice_for_a_party_never_lowers_it(world: tuple[Incident, Trace]) -> None:
    """Dependence discounts a voice that repeats others; it never turns it against its party."""
    event, origins = world
    if not any(s.party_id == "alder" and s.polarity and s.hedge for s in event.statements):
        return
    more = structs.replace(event, statements=(*event.statements, statement("extra", "alder")))
    heard = Trace(origins=(*origins.origins, origin("extra")))
    speculated = all(s.standing == "speculated" for s in event.statements if s.polarity)
    before, after = means(weigh(event, heard, QUICK)), means(weigh(more, heard, QUICK))
    assert after["alder"] >= before["alder"] - 1e-6 or speculated
