"""A person's word on which reports tell of one incident, kept in the case."""

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from whence.fuse import DIFFERENT, SAME, document_of
from whence.model.case import Case, Judgement


@dataclass(frozen=True, kw_only=True)
class Tie:
    """Two reports, by whatever name, that tell of one incident or (``same`` False) of two."""

    one: str
    other: str
    same: bool
    by: str
    at: str
    reason: str = ""


def judged(case: Case, ties: Sequence[Tie]) -> Case:
    """Add ties to the case's judgements, under the ids of its documents.

    Raises:
        UnknownId: when no document of the case is called so, or several are.
    """
    made = []
    for tie in ties:
        ids = sorted(document_of(case.documents, name).id for name in (tie.one, tie.other))
        verdict = SAME if tie.same else DIFFERENT
        made.append(
            Judgement(
                subject=" ".join(ids), verdict=verdict, by=tie.by, at=tie.at, reason=tie.reason
            )
        )
    return replace(case, judgements=(*case.judgements, *made)) if made else case
