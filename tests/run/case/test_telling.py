"""Judgements as a history tells them."""

from collections.abc import Mapping

import pytest

from tests.run.judging.making import CHAINS, CLAIMS, FACTS, REPORTS, said
from whence.model.ledger import Extraction
from whence.run.case.telling import Names, names_in, told

NAMES = {key: name for report in REPORTS for key, name in names_in(report).items()}


def learnt(known: Mapping[str, str] | None = None) -> Names:
    names = Names(known)
    for report in REPORTS:
        names.learn(Extraction(report=report, reader="rules@1", whence="9.9"))
    return names


CLAIM, FACT = CLAIMS[0].id, FACTS[0].id
A, B = CHAINS["coast guard"], CHAINS["Ada Marsh"]


@pytest.mark.parametrize(
    ("subject", "verdict", "line"),
    [
        (
            CLAIM,
            "accepted",
            f"{CLAIM} [Lantern Brotherhood, carried out, accused] was read rightly",
        ),
        (FACT, "rejected", f"{FACT} [wounded: 2] is rejected"),
        ("claim-gone", "rejected", "claim-gone is rejected"),
        (
            FACT,
            'corrected {"value":"3","unit":null,"quantity":{"low":3}}',
            f'{FACT} [wounded: 2] is corrected: value 3, unit null, quantity {{"low":3}}',
        ),
        ("claim-gone", "corrected x", "claim-gone is corrected: x"),
        (A, "origin Bo Reed", f"{A} [coast guard] was said first by Bo Reed"),
        (f"{A} {B}", "one origin", f"{A} [coast guard] and {B} [Ada Marsh] are one origin"),
        (f"{A}+{B}", "separate origins", f"{A} [coast guard] and {B} [Ada Marsh]: an origin apart"),
        ("doc-1 doc-2", "same incident", "doc-1 doc-2: same incident"),
        (A, "withdrawn", f"what was judged about {A} [coast guard] no longer holds"),
        ("Reed League", "withdrawn", "what was judged about Reed League no longer holds"),
        ("executor:unnamed", "prior 0.4", "executor:unnamed: prior 0.4"),
        ("x", "dreamt", "x: dreamt"),
    ],
)
def test_a_judgement_is_told_in_a_line(subject: str, verdict: str, line: str) -> None:
    assert told(said(subject, verdict), learnt()) == f"{line}, by ana (own files)"


def test_a_denied_part_and_a_missing_reason_are_told_as_such() -> None:
    denied = next(claim.id for claim in CLAIMS if not claim.polarity)
    assert "not carried out, denied" in NAMES[denied]
    assert told(said("claim-1", "accepted", reason=""), Names()) == (
        "claim-1 was read rightly, by ana"
    )


@pytest.mark.parametrize(
    ("subject", "verdict", "line"),
    [
        (FACT, "rejected", "wounded: 2 is rejected"),
        (f"{A} {B}", "one origin", "coast guard and Ada Marsh are one origin"),
        (f"{A}+{B}", "separate origins", "coast guard and Ada Marsh: an origin apart"),
        ("doc-1 doc-2", "same incident", "Quay Post and a report that the case does not hold now: "
        "same incident"),
        ("claim-0a1b", "rejected", "a claim that the case does not hold now is rejected"),
        ("Reed League", "listed sponsor", "Reed League: listed sponsor"),
        ("executor:unnamed", "prior 0.4", "somebody not named: prior 0.4"),
    ],
)  # fmt: skip
def test_for_a_page_a_judgement_is_told_without_ids(subject: str, verdict: str, line: str) -> None:
    names = learnt({"doc-1": "Quay Post", "executor:unnamed": "somebody not named"})
    assert told(said(subject, verdict), names) == f"{line}, by ana (own files)"
