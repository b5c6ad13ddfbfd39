"""Double counting: copies add nothing, uncertain copies something between one hand and all."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec import structs
from numpy.typing import NDArray

from tests.weigh.invented import incident, means, origin, party, statement, trace
from tests.weigh.worlds import QUICK, furthest, posterior, statements, unrounded, worlds
from whence.model.incident import Incident, Statement
from whence.model.origin import Copy, Trace
from whence.weigh import weigh
from whence.weigh.modelling import model_of
from whence.weigh.numbers.likelihood import Draws
from whence.weigh.numbers.nats import TARGET


@settings(max_examples=200, deadline=None)
@given(worlds(), st.integers(1, 9))
def test_copies_change_nothing(world: tuple[Incident, Trace], copies: int) -> None:
    event, origins = world
    extra = tuple(f"doc-copy-{n}" for n in range(copies))

    def reprinted(said: Statement) -> Statement:
        span = said.spans[0]
        return structs.replace(
            said,
            claim_ids=(*said.claim_ids, *(f"{said.claim_ids[0]}-{key}" for key in extra)),
            document_ids=(*said.document_ids, *extra),
            spans=(*said.spans, *(structs.replace(span, document_id=key) for key in extra)),
        )

    copied = structs.replace(
        event,
        report_ids=(*event.report_ids, *extra),
        statements=tuple(reprinted(said) for said in event.statements),
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
    assert furthest(unrounded(event, origins), unrounded(copied, relayed)) < 1e-9
    before, after = weigh(event, origins, QUICK), weigh(copied, relayed, QUICK)
    assert posterior(before) == posterior(after)
    assert before.confidence == after.confidence
    assert before.sensitivity == after.sensitivity


@settings(max_examples=200, deadline=None)
@given(
    worlds(size=3, silence=False),
    statements("minister", "dogwood"),
    st.floats(0, 1),
    st.floats(0, 1),
    st.integers(1, 4),
)
def test_uncertain_copies_count_between_one_and_all(
    world: tuple[Incident, Trace], said: Statement, one: float, other: float, copies: int
) -> None:
    """The surer it is that the copies are other hands, the more they count, in every draw."""
    event, heard = world
    assume(said.predicate != "accident")
    event = structs.replace(
        event,
        parties=(*event.parties, party("dogwood")),
        statements=(*event.statements, said),
    )
    about = f"{said.role}:{'staged:' if said.predicate == 'staged' else ''}dogwood"

    def weighed(*merges: float) -> tuple[float, NDArray[np.float64]]:
        both = Trace(origins=(*heard.origins, origin("minister", merges=merges)))
        drawn = model_of(event, both, QUICK, Draws(seed=7, count=50))
        place = next(n for n, i in enumerate(drawn.items) if i.id == f"evidence:{said.id}")
        share = unrounded(event, both, count=0)[about]
        return float(share[0]), np.abs(drawn.nats.of(place, TARGET))

    ladder = [weighed(*(p,) * copies) for p in (1.0, max(one, other), min(one, other), 0.0)]
    shares = np.array([share for share, _ in ladder])
    steps = np.diff(shares) * np.sign(shares[-1] - shares[0])
    assert steps.min() > -1e-9
    for (_, less), (_, more) in pairwise(ladder):
        assert np.all(more >= less - 1e-9)
    alone, nats = weighed()
    assert ladder[0][0] == pytest.approx(alone, abs=1e-12)
    assert np.all(ladder[-1][1] <= (1 + copies) * nats + 1e-12)


TWO = (party("alder"), party("birch"))


def governments(*offices: str) -> tuple[Incident, Trace]:
    """Neutral offices that accuse the same party, beside an envoy who accuses another."""
    said = [
        statement(o, "alder", standing="accused_by_authority", stake="neutral") for o in offices
    ]
    heard = (origin("envoy"), *(origin(office, "office") for office in offices))
    return incident(TWO, [*said, statement("envoy", "birch")]), trace(*heard)


def test_offices_of_one_government_are_hardly_more_than_one_voice() -> None:
    def share(*offices: str) -> float:
        return means(weigh(*governments(*offices), QUICK))["alder"]

    alone = share("French foreign ministry")
    ministries = share("French foreign ministry", "French police", "France's defence ministry")
    capitals = share("French foreign ministry", "Danish police", "Japan's defence ministry")
    assert alone < ministries < alone + 0.1 < capitals - 0.1


def test_leaving_out_an_office_leaves_the_government_its_other_ones() -> None:
    offices = ("French foreign ministry", "French police", "Danish police")
    event, heard = governments(*offices)
    whole = weigh(event, heard, QUICK)
    for office in offices:
        row = next(
            one for one in whole.sensitivity if (one.role, one.origin_name) == ("executor", office)
        )
        less = weigh(event, heard, structs.replace(QUICK, without=(f"or-{office}",)))
        assert row.mean_without == pytest.approx(means(less)["alder"], abs=1e-6)
