"""What was read, as people judged it: what is rejected is gone, what is corrected is replaced."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from whence.errors import ConfigError
from whence.extract.facts.responsibility import claimed
from whence.model.case import Judgement
from whence.model.claim import Claim
from whence.model.fact import Fact
from whence.model.report import Report
from whence.model.verdicts import CORRECTED, REJECTED, argument
from whence.run.judging.corrections import correction
from whence.run.judging.hands import first_hands
from whence.run.judging.holding import holding
from whence.run.judging.verdicts import facet

_Held = Mapping[str, Judgement]


def heeded(reports: Sequence[Report], judgements: Iterable[Judgement]) -> tuple[Report, ...]:
    """Return what was read as the judgements that hold have it.

    Rejected claims and facts are gone, corrected ones replaced under their ids, with an extractor
    that tells by whose hand; accepted ones stay as they are, and so does what a judgement does not
    fit. That a party claimed responsibility goes with the claim that tells it, unless it is judged
    by itself. Heeding twice is heeding once. The reports given are not changed: without the
    judgement all is as it was read.
    """
    held = holding(judgements)
    readings = {one.subject: one for one in held if facet(one.verdict) == "reading"}
    hands = {
        one.subject: (argument(one.verdict), one.by)
        for one in held
        if facet(one.verdict) == "hand" and argument(one.verdict)
    }
    return first_hands([_read(report, readings) for report in reports], hands)


def _read(report: Report, held: _Held) -> Report:
    ids = {claim.id for claim in report.claims} | {fact.id for fact in report.facts}
    if ids.isdisjoint(held):
        return report
    claims = {claim.id: _claim(claim, held) for claim in report.claims}
    twins: dict[str, Claim | None] = {}
    for claim in report.claims:
        if claims[claim.id] != claim:
            twins |= {fact.id: claims[claim.id] for fact in claimed((claim,))}
    facts = (
        _follow(fact, twins[fact.id])
        if fact.id in twins and fact.id not in held
        else _fact(fact, held)
        for fact in report.facts
    )
    return replace(
        report,
        claims=tuple(claim for claim in claims.values() if claim is not None),
        facts=tuple(fact for fact in facts if fact is not None),
    )


def _claim(claim: Claim, held: _Held) -> Claim | None:
    judged = held.get(claim.id)
    if judged is None or (word := judged.verdict.partition(" ")[0]) not in (REJECTED, CORRECTED):
        return claim
    if word == REJECTED:
        return None
    try:
        return correction(claim, argument(judged.verdict), judged.by)
    except ConfigError:
        return claim  # it does not fit what a newer reader made of the words: ``idle`` tells


def _fact(fact: Fact, held: _Held) -> Fact | None:
    judged = held.get(fact.id)
    if judged is None or (word := judged.verdict.partition(" ")[0]) not in (REJECTED, CORRECTED):
        return fact
    if word == REJECTED:
        return None
    try:
        return correction(fact, argument(judged.verdict), judged.by)
    except ConfigError:
        return fact


def _follow(fact: Fact, claim: Claim | None) -> Fact | None:
    """Return the fact that a party claimed it, as its claim has it now."""
    told = claimed((claim,)) if claim is not None else ()
    if not told:
        return None
    return replace(
        fact, value=told[0].value, hedge=told[0].hedge, scope=told[0].scope,
        extractor=claim.extractor if claim is not None else fact.extractor,
    )  # fmt: skip
