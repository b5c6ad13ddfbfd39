"""Missing grades: they widen the interval, and never act as an even chance."""

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec import structs

from tests.weigh.invented import incident, origin, party, statement, trace
from tests.weigh.worlds import PARTIES, SOURCES, statements
from whence.model.attribution import Anonymity, SourceKind
from whence.model.incident import Statement
from whence.weigh import Options, tables
from whence.weigh.acts import kind_of
from whence.weigh.modelling import model_of
from whence.weigh.numbers.likelihood import Draws
from whence.weigh.numbers.nats import TARGET

MANY = Draws(seed=203, count=4000)


@settings(max_examples=200, deadline=None)
@given(
    statements("source", "dogwood"),
    SOURCES,
    st.sampled_from(["anonymous", "unknown"]),
    st.integers(1, 3),
)
def test_a_missing_grade_widens_the_interval_and_no_more(
    said: Statement, kind: SourceKind, grade: Anonymity, hedge: int
) -> None:
    """F (unknown) or 6 (without a name) against a named source that says the same."""
    said = structs.replace(said, hedge=hedge)
    known, missing = origin("source", kind, "named"), origin("source", kind, grade)
    row = kind_of(said, known)
    assume(row == kind_of(said, missing) and row is not None)
    parties = [*PARTIES, party("dogwood")]
    event = incident(parties, [said, statement("envoy", "alder", role=said.role or "executor")])

    def nats(source: object) -> tuple[np.ndarray, np.ndarray, str]:
        model = model_of(event, trace(source, origin("envoy")), Options(), MANY)  # type: ignore[arg-type]
        place = next(n for n, i in enumerate(model.items) if i.id == f"evidence:{said.id}")
        about = model.items[place].targets[0]
        question = model.questions[0 if said.role == "executor" else 1]
        share = model.evaluate().of(question.role)[:, question.live.index(about)]
        return model.nats.of(place, TARGET), share, about

    (sure, share, _), (vague, other, _) = nats(known), nats(missing)
    # Wider: what is not known of the source can only spread what its word is worth.
    low, high = np.percentile(sure, (5, 95)), np.percentile(vague, (5, 95))
    assert high[1] - high[0] > 0.99 * (low[1] - low[0])
    assert np.std(vague) > np.std(sure)
    # The mean stays: not as if nothing had been said, nor as if it were wrong half the time.
    assert abs(float(other.mean() - share.mean())) < 0.03
    if abs(sure.mean()) > 0.02:
        assert 0.8 < vague.mean() / sure.mean() < 1.25
    assert tables.priors().grades[grade] < tables.priors().grades["named"]
