"""What holds of judgements, whatever they are."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.run.judging.making import (
    CHAINS,
    CLAIMS,
    FACTS,
    FAST,
    bare,
    case_of,
    claims_about,
    said,
    traced,
)
from whence.model.case import Case, Judgement
from whence.run import pipeline
from whence.run.judging import heeded

PARTIES = sorted({claim.subject for claim in CLAIMS})
PLAIN = case_of()
ON_CLAIMS = (
    "rejected",
    "accepted",
    'corrected {"hedge":1}',
    'corrected {"subject":"Cedar League"}',
    'corrected {"polarity":false,"standing":"denied"}',
    "corrected nonsense",
    "withdrawn",
)
ON_FACTS = ("rejected", "accepted", 'corrected {"value":"4"}', 'corrected {"hedge":0}')
chains = st.sampled_from(sorted(CHAINS.values()))
judgements = st.one_of(
    st.builds(said, st.sampled_from([one.id for one in CLAIMS]), st.sampled_from(ON_CLAIMS)),
    st.builds(said, st.sampled_from([one.id for one in FACTS]), st.sampled_from(ON_FACTS)),
    st.builds(said, chains, st.sampled_from(["origin Ada Marsh", "origin Bo Reed", "withdrawn"])),
    st.builds(
        said,
        st.lists(chains, min_size=2, max_size=2, unique=True).map(" ".join),
        st.sampled_from(["one origin", "separate origins"]),
    ),
    st.builds(
        said,
        st.lists(chains, min_size=1, max_size=3, unique=True).map("+".join),
        st.just("separate origins"),
    ),
)
lists = st.lists(judgements, max_size=6)


def unrelated(given_: list[Judgement]) -> list[Judgement]:
    """Return judgements of which no two speak of one thing."""
    kept: list[Judgement] = []
    seen: set[str] = set()
    for one in given_:
        told = set(one.subject.replace("+", " ").split())
        if not told & seen:
            kept.append(one)
            seen |= told
    return kept


@settings(max_examples=8, deadline=None)
@given(party=st.sampled_from(PARTIES), more=lists)
def test_a_party_of_which_every_claim_is_rejected_is_told_of_nowhere(
    party: str, more: list[Judgement]
) -> None:
    kept = [one for one in more if "subject" not in one.verdict]
    rejected = [said(claim.id, "rejected") for claim in CLAIMS if claim.subject == party]
    case = case_of(*kept, *rejected)
    assert case.incident is not None
    names = {one.id: one.name for one in case.incident.parties}
    assert party not in names.values()
    assert all(names[row.party_id] != party for row in case.incident.statements)
    assert claims_about(case, party) == []
    assert claims_about(PLAIN, party) != []


@settings(max_examples=8, deadline=None)
@given(given_=lists)
def test_what_is_withdrawn_leaves_the_very_same_case(given_: list[Judgement]) -> None:
    gone = [said(one.subject, "withdrawn") for one in given_]
    assert bare(case_of(*given_, *gone)) == bare(PLAIN)


@settings(max_examples=8, deadline=None)
@given(data=st.data(), given_=lists.map(unrelated))
def test_the_order_of_unrelated_judgements_does_not_matter(
    data: st.DataObject, given_: list[Judgement]
) -> None:
    other = data.draw(st.permutations(given_))
    assert bare(case_of(*other)) == bare(case_of(*given_))


@settings(max_examples=60, deadline=None)
@given(given_=lists)
def test_heeding_twice_is_heeding_once(given_: list[Judgement]) -> None:
    once = traced(*given_)
    assert heeded(once.reports, given_) == once.reports
    assert pipeline.traced(once, FAST) == once


@settings(max_examples=60, deadline=None)
@given(given_=lists)
def test_every_chain_has_exactly_one_origin(given_: list[Judgement]) -> None:
    case = traced(*given_)
    held = [chain for origin in case.trace.origins for chain in origin.chain_ids]
    assert sorted(held) == sorted(chain.id for report in case.reports for chain in report.chains)
    assert len({origin.id for origin in case.trace.origins}) == len(case.trace.origins)
    by_chain = {chain.id: chain for report in case.reports for chain in report.chains}
    for origin in case.trace.origins:
        documents = {by_chain[chain].document_id for chain in origin.chain_ids}
        assert set(origin.document_ids) == documents


@settings(max_examples=8, deadline=None)
@given(given_=lists)
def test_no_id_is_left_hanging(given_: list[Judgement]) -> None:
    case = case_of(*given_)
    claims = {claim.id for report in case.reports for claim in report.claims}
    facts = {fact.id for report in case.reports for fact in report.facts}
    origins = {origin.id for origin in case.trace.origins}
    told = ids(case)
    assert {one for one in told if one.startswith("claim-")} <= claims
    assert {one for one in told if one.startswith("fact-")} <= facts
    assert {one for one in told if one.startswith("origin-")} <= origins


def ids(case: Case) -> set[str]:
    """Return every text in what is derived."""
    found: set[str] = set()

    def walk(value: object) -> None:
        if isinstance(value, str):
            found.add(value)
        elif isinstance(value, dict):
            for key, held in value.items():
                walk(key)
                walk(held)
        elif isinstance(value, list):
            for held in value:
                walk(held)

    walk(msgspec.to_builtins((case.incident, case.assessment, case.trace)))
    return found
