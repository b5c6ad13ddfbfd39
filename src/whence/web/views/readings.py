"""Claims and facts as the machine read them, beside what people's judgements made of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from whence.model.attribution import Chain
from whence.model.case import Judgement
from whence.model.claim import Claim
from whence.model.fact import Fact
from whence.model.report import Report
from whence.run.judging import Facet, facet, heeded, holding
from whence.web.shelf import Volume

Read = Claim | Fact


@dataclass(frozen=True)
class Readings:
    """Everything that was read in a case, twice: ``was`` as read, ``now`` as people judged it.

    What is in ``was`` alone was rejected, or went with what was rejected. ``held`` are the
    judgements that hold, by subject and by what of it they decide.
    """

    reports: Mapping[str, Report]
    was: Mapping[str, Read]
    now: Mapping[str, Read]
    chains: Mapping[str, Chain]
    held: Mapping[tuple[str, Facet], Judgement]

    @cached_property
    def gone(self) -> dict[str, tuple[Read, ...]]:
        """What counts no more, by the id of its document."""
        found: dict[str, list[Read]] = {}
        for key, value in self.was.items():
            if key not in self.now:
                found.setdefault(value.document_id, []).append(value)
        return {key: tuple(values) for key, values in found.items()}

    def judgement(self, value: Read) -> Judgement | None:
        """Return the judgement of how a value was read that holds, if there is one."""
        return self.held.get((value.id, "reading"))

    def hand(self, value: Read) -> Judgement | None:
        """Return the judgement of who said it first that holds, if there is one."""
        return self.held.get((value.chain_id, "hand"))


def readings(volume: Volume) -> Readings:
    """Return what was read in a case and what it is now, made once for a volume."""
    return volume.kept("readings", lambda: _readings(volume))


def _readings(volume: Volume) -> Readings:
    state = volume.state
    read = {key: one.report for key, one in state.extractions.items()}
    held = holding(state.judgements)
    return Readings(
        reports=read,
        was=_values(read.values()),
        now=_values(heeded(tuple(read.values()), held)),
        chains={chain.id: chain for report in read.values() for chain in report.chains},
        held={
            (one.subject, decided): one
            for one in held
            if (decided := facet(one.verdict)) is not None
        },
    )


def _values(reports: Iterable[Report]) -> dict[str, Read]:
    found: dict[str, Read] = {}
    for report in reports:
        found |= {fact.id: fact for fact in report.facts}
        found |= {claim.id: claim for claim in report.claims}
    return found
