"""Random worlds for the properties: both questions, every act, staged, accidents, classes."""

from typing import Any

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.weigh.invented import denial, incident, origin, party, slot, statement, trace
from whence.model.assessment import Assessment
from whence.model.attribution import Anonymity, SourceKind
from whence.model.incident import Incident, Statement
from whence.model.origin import Trace
from whence.weigh import Backing, Options
from whence.weigh.modelling import model_of
from whence.weigh.numbers.likelihood import Draws

QUICK = Options(draws=100)
PARTIES = [party("alder"), party("birch"), party("cedar", kind="state")]
GANGS = party("gangs", "the gangs", "class")
STANDINGS = st.sampled_from(
    ["accused", "accused_by_authority", "speculated", "reported_as_fact", "found"]
)
STAKES = st.sampled_from(["neutral", "unknown", "victim", "rival", "ally", "belligerent"])
ANONYMITIES: st.SearchStrategy[Anonymity] = st.sampled_from(
    ["named", "organisation", "role", "anonymous", "collective", "unknown"]
)
SOURCES: st.SearchStrategy[SourceKind] = st.sampled_from(
    ["person", "office", "body", "outlet", "group"]
)
ACTS = st.sampled_from(["accuse", "say", "speculate", "claim_responsibility", "threaten"])
ABOUT = st.sampled_from(["alder", "birch", "cedar"])


@st.composite
def statements(draw: st.DrawFn, name: str, about: str | None = None) -> Statement:
    """Anything that one hand may say: for or against, of both questions, staged or an accident."""
    target = about or draw(ABOUT)
    role, predicate = draw(
        st.sampled_from(
            [
                ("executor", "carried_out"),
                ("executor", "carried_out"),
                ("executor", "staged"),
                ("executor", "accident"),
                ("sponsor", "ordered"),
            ]
        )
    )
    fields: dict[str, Any] = {
        "role": role,
        "predicate": predicate,
        "stake": draw(STAKES),
        "hedge": draw(st.integers(0, 3)),
        "speaks_for_party": not draw(st.integers(0, 4)),
    }
    if draw(st.integers(0, 3)):
        return statement(name, target, standing=draw(STANDINGS), act=draw(ACTS), **fields)
    return denial(name, target, standing=draw(st.sampled_from(["denied", "cleared"])), **fields)


@st.composite
def worlds(
    draw: st.DrawFn, size: int = 6, classes: bool = True, silence: bool = True
) -> tuple[Incident, Trace]:
    """Up to ``size`` hands, each with up to two things to say, some of them perhaps one hand."""
    names = [f"o{n}" for n in range(draw(st.integers(1, size)))]
    parties = [*PARTIES, GANGS] if classes and draw(st.booleans()) else PARTIES
    about = st.sampled_from([p.id for p in parties])
    said: dict[str, Statement] = {}
    for name in names:
        for _ in range(draw(st.sampled_from([1, 1, 2]))):
            one = draw(statements(name, draw(about)))
            said[one.id] = one
    doubts = st.lists(st.floats(0, 1), max_size=2).map(tuple)
    heard = [origin(name, draw(SOURCES), draw(ANONYMITIES), draw(doubts)) for name in names]
    reporters = tuple(f"or-{name}" for name in names[: draw(st.integers(0, 3))])
    quiet = (
        [slot("responsibility_claim", "none", origins=reporters)] if silence and reporters else []
    )
    return incident(parties, list(said.values()), quiet), trace(*heard)


@st.composite
def backings(draw: st.DrawFn) -> tuple[Backing, ...]:
    """None, or who stands behind whom among the parties: up to two sponsors for one executor."""
    pairs = st.tuples(ABOUT, ABOUT).filter(lambda pair: pair[0] != pair[1])
    rows = draw(st.lists(pairs, max_size=3, unique=True))
    backers = [executor for executor, _ in rows]
    return tuple(
        Backing(
            executor=executor,
            sponsor=sponsor,
            probability=draw(st.floats(0.03, 0.96 / backers.count(executor))),
            reason="paid for years",
        )
        for executor, sponsor in rows
    )


def posterior(assessment: Assessment) -> dict[str, tuple[float, float, float]]:
    """Mean, low and high of both questions as they are shown."""
    return {
        row.hypothesis_id: (row.mean, row.low, row.high)
        for answer in assessment.answers
        for row in answer.posterior
    }


def unrounded(
    event: Incident, heard: Trace, options: Options = QUICK, count: int | None = None
) -> dict[str, NDArray[np.float64]]:
    """The posterior draws of both questions with all their digits; ``count`` 0: point values."""
    draws = Draws(seed=options.seed, count=options.draws if count is None else count)
    model = model_of(event, heard, options, draws)
    joint = model.evaluate()
    return {
        key: joint.of(question.role)[:, column]
        for question in model.questions
        for column, key in enumerate(question.live)
    }


def furthest(left: dict[str, NDArray[np.float64]], right: dict[str, NDArray[np.float64]]) -> float:
    """The largest difference of any answer in any draw."""
    assert left.keys() == right.keys()
    return max(float(np.abs(left[key] - right[key]).max()) for key in left)
