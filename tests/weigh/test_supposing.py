"""What would be believed is what a weighing with the same options gives, and says what it is not.

Equal to all digits, whatever is supposed, also where others weigh otherwise without an origin.
"""

from concurrent.futures import ThreadPoolExecutor
from unittest.mock import patch

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.weigh.invented import denial, incident, named, origin, party, slot, statement, trace
from tests.weigh.worlds import QUICK, backings, worlds
from whence.errors import ConfigError
from whence.model.assessment import Assessment
from whence.model.incident import Incident
from whence.model.origin import Trace
from whence.weigh import Backing, Options, Override, Supposed, Supposition, prepare, weigh
from whence.weigh.numbers.likelihood import Draws
from whence.weigh.options import ROLES
from whence.weigh.tables import rows
from whence.weigh.verdict import INDEPENDENT

PARTIES = [party("alder"), party("birch")]
KINDS = sorted(rows())
WORD, ECHO = "cl-word", "cl-echo"


def event() -> tuple[Incident, Trace]:
    said = [
        statement("envoy", "alder", claim_ids=(WORD, ECHO)),
        statement("clerk", "alder"),
        denial("court", "birch", standing="cleared", speaks_for_party=False),
    ]
    quiet = slot("responsibility_claim", "none", origins=("or-envoy", "or-clerk"))
    heard = trace(origin("envoy", merges=(0.5, 0.7)), origin("clerk"), origin("court"))
    return incident(PARTIES, said, [quiet]), heard


def set_by_hand(values: dict[str, float]) -> tuple[Override, ...]:
    return tuple(
        Override(subject=subject, value=value, reason="supposed")
        for subject, value in values.items()
    )


def options_of(supposition: Supposition, options: Options = QUICK) -> Options:
    return replace(
        options,
        without=supposition.without,
        ratios=set_by_hand(supposition.ratios),
        priors=set_by_hand(supposition.priors),
    )


def same(supposed: Supposed, weighed: Assessment) -> None:
    for role in ROLES:
        found, wanted = supposed.outcome(role), weighed.answer(role)
        assert found.posterior == tuple(replace(row, forged=None) for row in wanted.posterior)
        assert (found.candidate, found.evidence) == (wanted.candidate, wanted.evidence)
        assert found.tests == tuple(t for t in wanted.tests if t.name != INDEPENDENT)
        assert {t.name for t in wanted.tests} - {t.name for t in found.tests} == {INDEPENDENT}
        assert found.untested == (INDEPENDENT,)


@st.composite
def suppositions(draw: st.DrawFn, world: tuple[Incident, Trace]) -> Supposition:
    """Origins left out, ratios of kinds and of items, and priors of one world."""
    happened, heard = world
    weighed = weigh(happened, heard, Options(draws=1))
    items = [item.id for answer in weighed.answers for item in answer.evidence]
    answers = [row.hypothesis_id for answer in weighed.answers for row in answer.posterior]
    speaking = [one.id for one in heard.origins]
    subjects = st.sampled_from([*KINDS, *items])
    return Supposition(
        without=tuple(draw(st.lists(st.sampled_from(speaking), max_size=2, unique=True))),
        ratios=draw(st.dictionaries(subjects, st.floats(0.1, 10), max_size=2)),
        priors=draw(st.dictionaries(st.sampled_from(answers), st.floats(0.05, 0.45), max_size=1)),
    )


@settings(max_examples=150, deadline=None)
@given(st.data(), worlds(), backings())
def test_what_is_supposed_is_what_a_weighing_gives(
    data: st.DataObject, world: tuple[Incident, Trace], backing: tuple[Backing, ...]
) -> None:
    given_options = replace(QUICK, backing=backing)
    supposition = data.draw(suppositions(world))
    prepared = prepare(*world, given_options)
    options = options_of(supposition, given_options)
    same(prepared.suppose(supposition), weigh(*world, options))


def test_an_origin_that_makes_a_suspect_is_left_out_with_all_that_follows() -> None:
    """Without the envoy the Front is under no suspicion, and its own word is no rival's."""
    said = [statement("envoy", "alder"), statement("Alder", "birch", standing="found")]
    world = incident(PARTIES, said), named("envoy", "Alder")
    prepared = prepare(*world, QUICK)
    supposed = prepared.suppose(Supposition(without=("or-envoy",)))
    same(supposed, weigh(*world, replace(QUICK, without=("or-envoy",))))
    kinds = [item.kind for item in supposed.outcome("executor").evidence]
    assert kinds == ["finding"]
    assert [item.kind for item in prepared.answers[0].evidence].count("accusation_rival") == 1


def test_what_was_believed_before_and_the_draws_are_told() -> None:
    prepared = prepare(*event(), Options(draws=70))
    before = weigh(*event(), Options(draws=70)).answer("executor")
    supposed = prepared.suppose(Supposition(ratios={"accusation_other": 9.0}))
    outcome = supposed.outcome("executor")
    assert supposed.draws == 70
    assert outcome.before == {row.hypothesis_id: row.mean for row in before.posterior}
    assert outcome.candidate_before == before.candidate == "executor:alder"
    now = {row.hypothesis_id: row.mean for row in outcome.posterior}
    assert now["executor:alder"] > outcome.before["executor:alder"]


def test_nothing_supposed_changes_nothing() -> None:
    same(prepare(*event(), QUICK).suppose(Supposition()), weigh(*event(), QUICK))
    same(prepare(*event()).suppose(Supposition()), weigh(*event()))


def test_a_supposition_wins_over_the_settings() -> None:
    settled = replace(
        QUICK,
        without=("or-court",),
        ratios=set_by_hand({"accusation_other": 2.0, "silence": 3.0}),
        priors=set_by_hand({"executor:alder": 0.2}),
    )
    supposition = Supposition(
        without=("or-court", "or-clerk"),
        ratios={"accusation_other": 5.0},
        priors={"executor:alder": 0.4},
    )
    wanted = replace(
        QUICK,
        without=("or-court", "or-clerk"),
        ratios=set_by_hand({"silence": 3.0, "accusation_other": 5.0}),
        priors=set_by_hand({"executor:alder": 0.4}),
    )
    same(prepare(*event(), settled).suppose(supposition), weigh(*event(), wanted))


def test_a_statement_goes_with_the_last_of_its_claims() -> None:
    happened, heard = event()
    supposed = prepare(happened, heard, QUICK).suppose(Supposition(without_claims=(WORD, ECHO)))
    less = replace(happened, statements=happened.statements[1:])
    same(supposed, weigh(less, heard, QUICK))
    assert supposed.carried == ()


def test_a_statement_that_other_claims_carry_is_told() -> None:
    happened, heard = event()
    supposed = prepare(happened, heard, QUICK).suppose(Supposition(without_claims=(WORD,)))
    first = happened.statements[0]
    left = replace(first, claim_ids=(ECHO,))
    same(
        supposed,
        weigh(replace(happened, statements=(left, *happened.statements[1:])), heard, QUICK),
    )
    assert supposed.carried == (first.id,)


def test_a_statement_stands_as_it_is_stated_anew() -> None:
    happened, heard = event()
    first = happened.statements[0]
    weaker = replace(first, claim_ids=(ECHO,), standing="speculated", act="speculate", hedge=1)
    supposed = prepare(happened, heard, QUICK).suppose(
        Supposition(without_claims=(WORD,), restated=(weaker,))
    )
    rest = (weaker, *happened.statements[1:])
    same(supposed, weigh(replace(happened, statements=rest), heard, QUICK))
    assert supposed.carried == ()


def test_what_is_taken_away_may_have_numbers_of_its_own() -> None:
    happened, heard = event()
    item = next(
        one.id for one in weigh(happened, heard, QUICK).answers[0].evidence if WORD in one.claim_ids
    )
    numbers = {item: 6.0}
    settled = replace(
        QUICK, ratios=set_by_hand(numbers), priors=set_by_hand({"executor:birch": 0.2})
    )
    prepared = prepare(happened, heard, settled)
    claims = tuple(claim for one in happened.statements for claim in one.claim_ids)
    nothing = prepared.suppose(Supposition(without_claims=claims, ratios=numbers))
    none = replace(happened, statements=())
    same(nothing, weigh(none, heard, QUICK))
    alone = prepared.suppose(Supposition(without=("or-envoy",)))
    same(alone, weigh(happened, heard, replace(settled, without=("or-envoy",))))


@pytest.mark.parametrize(
    ("supposition", "told"),
    [
        (Supposition(without=("or-envo",)), "no origin of the case has the id or-envo"),
        (Supposition(without_claims=("zzz",)), "no claim on which a statement rests has the id"),
        (Supposition(ratios={"nothing": 2.0}), "nothing to override is called nothing"),
        (Supposition(priors={"executor:fir": 0.2}), "nothing to override is called executor:fir"),
        (
            Supposition(priors={"executor:alder": 0.7, "executor:birch": 0.6}),
            "leave nothing for the other hypotheses",
        ),
        (
            Supposition(restated=event()[0].statements[:1]),
            "no statement that loses a claim has the id",
        ),
    ],
)
def test_what_is_not_there_is_refused(supposition: Supposition, told: str) -> None:
    with pytest.raises(ConfigError, match=told):
        prepare(*event(), QUICK).suppose(supposition)


def test_a_slip_is_told_with_what_comes_nearest() -> None:
    prepared = prepare(*event(), QUICK)
    with pytest.raises(ConfigError) as slip:
        prepared.suppose(Supposition(without=("or-envo",)))
    assert slip.value.hint == "did you mean 'or-envoy'?"
    with pytest.raises(ConfigError) as stranger:
        prepared.suppose(Supposition(without=("~",)))
    assert stranger.value.hint == "ids are as the case gives them"


@pytest.mark.parametrize("value", [0.0, -1.0, float("inf"), float("nan")])
def test_a_ratio_is_positive_and_finite(value: float) -> None:
    with pytest.raises(ValueError, match="likelihood ratio"):
        Supposition(ratios={"claim": value})


@pytest.mark.parametrize("value", [0.0, 1.0, float("nan")])
def test_a_prior_lies_between_nothing_and_certainty(value: float) -> None:
    with pytest.raises(ValueError, match="prior"):
        Supposition(priors={"executor:alder": value})


def test_what_was_drawn_is_not_drawn_again() -> None:
    """Only the two reserves' priors are drawn anew, whatever origin is switched off."""
    prepared = prepare(*event(), QUICK)
    drawn: list[tuple[object, ...]] = []
    stream = Draws.stream

    def seen(self: Draws, *names: object) -> object:
        drawn.append(names)
        return stream(self, *names)

    with patch.object(Draws, "stream", seen):
        prepared.suppose(Supposition(without=("or-court",), priors={"executor:alder": 0.3}))
        assert {names[0] for names in drawn} == {"prior"}
        drawn.clear()
        prepared.suppose(Supposition(ratios={"accusation_other": 7.5}))
    assert "hands" not in {names[0] for names in drawn}
    assert "informed" in {names[0] for names in drawn}


def test_threads_may_share_what_is_prepared() -> None:
    prepared = prepare(*event(), QUICK)
    asked = [
        Supposition(without=(f"or-{name}",), ratios={"accusation_other": ratio})
        for name in ("envoy", "clerk", "court")
        for ratio in (0.5, 2.0, 4.0)
    ]
    alone = [prepared.suppose(one) for one in asked]
    kept = [dict(part) for part in msgspec.structs.astuple(prepared.known)]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(prepared.suppose, asked * 3))
    assert together == alone * 3
    assert [part.keys() for part in msgspec.structs.astuple(prepared.known)] == [
        part.keys() for part in kept
    ]
