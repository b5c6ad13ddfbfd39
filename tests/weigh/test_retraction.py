"""Retraction: taking a statement back restores exactly what was there before."""

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from tests.weigh.invented import origin, party, statement
from tests.weigh.worlds import QUICK, STANDINGS, furthest, posterior, statements, unrounded, worlds
from whence.model.incident import Incident, Statement
from whence.model.origin import Trace
from whence.weigh import weigh


@settings(max_examples=200, deadline=None)
@given(worlds(), statements("late", "alder"), st.integers(1, 3))
def test_taking_back_what_others_say_as_well_restores_too(
    world: tuple[Incident, Trace], slip: Statement, times: int
) -> None:
    """Once or several times over: whoever takes back a withdrawal has said nothing anew."""
    event, origins = world
    slip = structs.replace(slip, id="late-0", at="2031-05-09")
    about = {"role": slip.role, "act": "retract", "at": "2031-05-10"}
    event = structs.replace(
        event,
        statements=(
            *event.statements,
            structs.replace(slip, id="other", origin_id="or-other", origin_name="other", at=None),
        ),
    )
    back = [statement("late", "alder", **about, id=f"late-{n + 1}") for n in range(times)]
    heard = Trace(origins=(*origins.origins, origin("late"), origin("other")))
    withdrawn = structs.replace(event, statements=(*event.statements, slip, *back))
    assert furthest(unrounded(event, heard), unrounded(withdrawn, heard)) == 0
    before, after = weigh(event, heard, QUICK), weigh(withdrawn, heard, QUICK)
    assert posterior(after) == posterior(before)
    assert after.confidence == before.confidence
    assert [a.verdict for a in after.answers] == [a.verdict for a in before.answers]


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
