"""Statements without some of their claims: as if these had never been read."""

from msgspec.structs import replace

from tests.fuse.making import said
from tests.trace.making import Made
from whence.fuse import Ledger, fuse, restated
from whence.model.incident import Incident
from whence.trace import trace

RIBA = "Pau Riba:person"


def report() -> Made:
    made = said("A", "Riba may think so. Riba says it was the Fajr Front, and Norway ordered it.")
    made.claim(
        "Fajr Front", "Riba may think so", RIBA, standing="speculated", act="speculate", hedge=1
    )
    made.claim("Fajr Front", "Riba says it was", RIBA, standing="accused_by_authority")
    made.claim("Norway", "ordered it", RIBA, subject_kind="state", predicate="ordered")
    return made


def read(made: Made, without: frozenset[str] = frozenset()) -> tuple[Incident, Ledger]:
    """Fuse one report of which some claims were never read; the chains stay."""
    documents, reports = [made.document], [made.report()]
    traced = trace(documents, reports)
    less = [
        replace(one, claims=tuple(claim for claim in one.claims if claim.id not in without))
        for one in reports
    ]
    return fuse(documents, less, traced), Ledger(documents, reports, traced)


def test_a_statement_is_as_firm_as_the_claims_that_are_left() -> None:
    made = report()
    guess, accusation, _ = made.claims
    incident, ledger = read(made)
    (found,) = restated(incident, ledger, {accusation.id})
    assert (found.standing, found.act, found.hedge) == ("speculated", "speculate", 1)
    assert found.claim_ids == (guess.id,)
    fused, _ = read(made, frozenset({accusation.id}))
    assert found in fused.statements


def test_only_what_loses_some_and_not_all_is_stated_anew() -> None:
    made = report()
    guess, accusation, order = made.claims
    incident, ledger = read(made)
    assert restated(incident, ledger, ()) == ()
    assert restated(incident, ledger, {order.id}) == ()
    assert restated(incident, ledger, {guess.id, accusation.id}) == ()
    (found,) = restated(incident, ledger, {guess.id, order.id})
    assert found.standing == "accused_by_authority"
