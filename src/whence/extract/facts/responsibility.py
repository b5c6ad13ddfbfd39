"""Claims of responsibility as facts: who owned up, beside "nobody has claimed it"."""

from collections.abc import Iterable

from whence.extract.facts.build import EXTRACTOR
from whence.model.claim import Claim
from whence.model.fact import Fact
from whence.model.identity import stable_id

SLOT = "responsibility_claim"


def claimed(claims: Iterable[Claim]) -> tuple[Fact, ...]:
    """Return one fact for each claim of responsibility, in the order of the claims.

    That somebody claims it is a fact of the incident; whether the claim is true is weighed.
    """
    return tuple(
        Fact(
            id=stable_id("fact", claim.document_id, SLOT, claim.subject, claim.chain_id, claim.id),
            document_id=claim.document_id,
            chain_id=claim.chain_id,
            attribution_id=claim.attribution_id,
            slot=SLOT,
            value=claim.subject,
            hedge=claim.hedge,
            scope=claim.scope,
            spans=claim.spans,
            extractor=EXTRACTOR,
        )
        for claim in claims
        if claim.act == "claim_responsibility" and claim.standing == "admitted" and claim.spans
    )
