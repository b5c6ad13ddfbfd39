"""Planted evidence: what one stakeholder forges never makes anything likely."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from tests.weigh.invented import incident, means, named, origin, party, statement, trace
from tests.weigh.worlds import PARTIES, QUICK, STANDINGS, worlds
from whence.model.incident import Incident
from whence.model.origin import Trace
from whence.weigh import Options, weigh

ELM = party("elm")
ACCUSING = st.sampled_from(["accused", "accused_by_authority", "reported_as_fact", "found"])
FORGERIES = st.fixed_dictionaries(
    {
        "standing": STANDINGS,
        "act": st.sampled_from(["accuse", "speculate", "say", "claim_responsibility", "threaten"]),
        "hedge": st.integers(1, 3),
    }
)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(FORGERIES, min_size=1, max_size=40),
    st.booleans(),
    st.sampled_from(["rival", "belligerent"]),
    st.sampled_from([("executor", "carried_out"), ("sponsor", "ordered"), ("executor", "staged")]),
)
def test_forgeries_by_a_stakeholder_never_make_it_likely(
    forgeries: list[dict[str, Any]], alone: bool, stake: str, about: tuple[str, str]
) -> None:
    role, predicate = about
    names = [f"agent {n}" for n in range(len(forgeries))]
    planted = [
        statement(name, "alder", stake=stake, role=role, predicate=predicate, **fields)
        for name, fields in zip(names, forgeries, strict=True)
    ]
    honest = [] if alone else [statement("envoy", "birch", role=role)]
    result = weigh(incident(PARTIES, [*planted, *honest]), named("envoy", *names), QUICK)
    key = "staged:alder" if predicate == "staged" else "alder"
    assert means(result, "sponsor" if role == "sponsor" else "executor")[key] < 0.55
    assert all(answer.verdict is None for answer in result.answers)
    assert result.confidence == "low"


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 30), ACCUSING, st.sampled_from(["rival", "belligerent"]))
def test_a_side_of_any_size_is_hardly_more_than_one_voice(
    hands: int, standing: str, stake: str
) -> None:
    names = [f"agent {n}" for n in range(hands)]

    def share(count: int) -> float:
        # Half of them as accusations, half as confessions that they say they have heard.
        said = [
            statement(n, "alder", standing=(standing, "admitted")[i % 2], stake=stake)
            for i, n in enumerate(names[:count])
        ]
        heard = named("envoy", *names)
        return means(weigh(incident(PARTIES, [*said, statement("envoy", "birch")]), heard, QUICK))[
            "alder"
        ]

    assert 0 <= share(hands) - share(1) < 0.01


@settings(max_examples=200, deadline=None)
@given(worlds(silence=False), st.lists(FORGERIES, min_size=1, max_size=20))
def test_forgeries_against_anybody_add_no_verdict(
    world: tuple[Incident, Trace], forgeries: list[dict[str, Any]]
) -> None:
    """Whatever else is said: no verdict names whom the forgers alone accuse."""
    event, heard = world
    names = [f"agent {n}" for n in range(len(forgeries))]
    planted = [
        statement(name, "elm", stake="rival", **fields)
        for name, fields in zip(names, forgeries, strict=True)
    ]
    more = structs.replace(event, statements=(*event.statements, *planted))
    both = Trace(origins=(*heard.origins, *(origin(name) for name in names)))
    more = structs.replace(more, parties=(*event.parties, ELM))
    answer = weigh(more, both, QUICK).answer("executor")
    assert answer.verdict != "executor:elm"
    assert next((r.mean for r in answer.posterior if r.hypothesis_id == "executor:elm"), 0) < 0.55


@pytest.mark.parametrize(
    ("standings", "stake", "anonymity", "needed"),
    [
        (("found",), "rival", "named", None),
        (("accused", "accused_by_authority"), "belligerent", "named", None),
        (("accused",), "neutral", "named", None),
        (("accused_by_authority",), "unknown", "anonymous", None),
        (("accused_by_authority",), "neutral", "named", 3),
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


def test_hands_of_several_sorts_are_fewer() -> None:
    """Two states, a person, a paper and somebody inside: five hands where one sort takes 17."""
    sorts: dict[str, dict[str, Any]] = {
        "state one": {"standing": "accused_by_authority"},
        "state two": {"standing": "accused_by_authority"},
        "person": {},
        "paper": {"standing": "reported_as_fact"},
        "inside": {"speaks_for_party": True},
    }
    said = [statement(key, "alder", stake="neutral", **how) for key, how in sorts.items()]
    heard = [origin(key) for key in list(sorts)[:3]]
    heard += [origin("paper", "outlet"), origin("inside", "person", "anonymous")]
    event = incident(PARTIES, [*said, statement("envoy", "birch")])
    answer = weigh(event, trace(origin("envoy"), *heard), Options(draws=1000)).answer("executor")
    assert answer.verdict == "executor:alder"
