"""Non-diagnostic evidence: what tells nothing apart changes nothing, however much there is."""

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from tests.weigh.invented import incident, means, named, origin, party, statement
from tests.weigh.worlds import (
    ANONYMITIES,
    PARTIES,
    QUICK,
    STAKES,
    STANDINGS,
    furthest,
    posterior,
    unrounded,
    worlds,
)
from whence.model.incident import Incident
from whence.model.origin import Trace
from whence.weigh import Options, Override, weigh


@settings(max_examples=200, deadline=None)
@given(
    worlds(),
    st.integers(1, 20) | st.just(100),
    st.sampled_from(["alder", "birch", "cedar"]),
    STANDINGS,
    STAKES,
    ANONYMITIES,
)
def test_items_that_tell_nothing_apart_change_nothing(
    world: tuple[Incident, Trace], count: int, key: str, standing: str, stake: str, grade: str
) -> None:
    """A speaker who commits to nothing adds an equal row: a hundred of them are still nothing."""
    event, origins = world
    event = structs.replace(event, statements=(*event.statements, statement("envoy", key)))
    names = [f"idle {n}" for n in range(count)]
    idle = [statement(name, key, hedge=0, standing=standing, stake=stake) for name in names]
    crowd = structs.replace(event, statements=(*event.statements, *idle))
    hands = [origin(name, anonymity=grade) for name in names]  # type: ignore[arg-type]
    heard = Trace(origins=(*origins.origins, origin("envoy"), *hands))
    assert furthest(unrounded(event, heard), unrounded(crowd, heard)) < 1e-9
    before, after = weigh(event, heard, QUICK), weigh(crowd, heard, QUICK)
    assert after.confidence == before.confidence
    assert [a.verdict for a in after.answers] == [a.verdict for a in before.answers]


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 30) | st.just(100), STANDINGS, STAKES)
def test_a_hundred_equal_rows_raise_no_confidence(count: int, standing: str, stake: str) -> None:
    """Rows set equal by hand: each draw moves a little, none of them counts as a hand."""
    names = [f"idle {n}" for n in range(count)]
    said = [statement(name, "alder", standing=standing, stake=stake) for name in names]
    calm = [statement("envoy", "birch"), statement("aide", "alder")]
    heard = named("envoy", "aide", *names)
    plain = weigh(incident(PARTIES, [*calm, *said]), heard, Options(draws=2))
    kinds = {item.kind for answer in plain.answers for item in answer.evidence}
    equal = tuple(Override(subject=k, value=1.0, reason="tells nothing") for k in sorted(kinds))
    result = weigh(incident(PARTIES, [*calm, *said]), heard, Options(draws=50, ratios=equal))
    assert result.confidence == "low"
    assert result.confidence_reason.startswith("No first hand says anything that tells")
    assert all(answer.verdict is None for answer in result.answers)


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


@settings(max_examples=200, deadline=None)
@given(worlds(classes=False, silence=False))
def test_an_added_voice_for_a_party_never_lowers_it(world: tuple[Incident, Trace]) -> None:
    """Dependence discounts a voice that repeats others; it never turns it against its party."""
    event, origins = world
    event = structs.replace(event, statements=(*event.statements, statement("envoy", "alder")))
    origins = Trace(origins=(*origins.origins, origin("envoy")))
    more = structs.replace(event, statements=(*event.statements, statement("extra", "alder")))
    heard = Trace(origins=(*origins.origins, origin("extra")))
    before, after = means(weigh(event, heard, QUICK)), means(weigh(more, heard, QUICK))
    assert after["alder"] >= before["alder"] - 1e-6
