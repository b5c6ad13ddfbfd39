"""Which judgements hold, and which of them have nothing to hold for."""

from collections.abc import Iterable, Sequence

from whence.errors import ConfigError
from whence.model.case import Judgement, in_time
from whence.model.claim import Claim
from whence.model.fact import Fact
from whence.model.report import Report
from whence.model.verdicts import CORRECTED, WITHDRAWN, argument
from whence.run.judging.corrections import correction
from whence.run.judging.verdicts import Facet, chains_of, facet, key_of, pair_of, withdraws


def holding(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements that hold, by their time: the last on each facet of a subject.

    Of judgements of one time the last given holds. One that is withdrawn is left out, and so is
    the withdrawal, and a verdict that is not known.
    """
    held: dict[tuple[str, Facet], Judgement] = {}
    for one in in_time(judgements):
        decided = facet(one.verdict)
        if one.verdict == WITHDRAWN:
            gone = [place for place in held if withdraws(one, place[0])]
            for place in gone:
                del held[place]
        elif decided is not None:
            held.pop((key_of(one), decided), None)
            held[key_of(one), decided] = one
    return tuple(held.values())


def idle(judgements: Iterable[Judgement], reports: Sequence[Report]) -> tuple[Judgement, ...]:
    """Return the judgements that hold and have no effect on these reports, as they were read.

    Their subject is gone (a newer reader reads otherwise, a document was taken back), or does not
    take the correction. They stay in the case, and have their effect again with their subject.
    What is judged about the weighing is left to ``whence.run.overrides``.
    """
    values: dict[str, Claim | Fact] = {}
    for report in reports:
        values |= {claim.id: claim for claim in report.claims}
        values |= {fact.id: fact for fact in report.facts}
    known = {chain.id for report in reports for chain in report.chains}
    known |= {report.document_id for report in reports}
    return tuple(one for one in holding(judgements) if not _bears(one, values, known))


def _bears(one: Judgement, values: dict[str, Claim | Fact], known: set[str]) -> bool:
    match facet(one.verdict):
        case "reading":
            value = values.get(one.subject)
            return value is not None and _fits(one, value)
        case "hand":
            return one.subject in known
        case "origins" | "incident":
            pair = pair_of(one)
            return known.issuperset(pair) if pair else not known.isdisjoint(chains_of(one))
        case _:
            return True


def _fits(one: Judgement, value: Claim | Fact) -> bool:
    if one.verdict.partition(" ")[0] != CORRECTED:
        return True
    try:
        correction(value, argument(one.verdict), one.by)
    except ConfigError:
        return False
    return True
