"""What would settle it: facts that are missing, and on whom the answer rests."""

from dataclasses import dataclass

from whence.model.assessment import Sensitivity
from whence.publish.anchors import anchor
from whence.publish.index import Index
from whence.publish.numbers import probability, two_digits
from whence.publish.texts import known_as
from whence.publish.views import distance


@dataclass(frozen=True)
class Wanted:
    """A fact not yet known that would move the verdict; ``share`` of the largest, for drawing.

    ``makes`` says what each leading answer would become if the fact pointed at it.
    """

    text: str
    reason: str
    status: str
    share: float
    nats: str
    makes: tuple[str, ...]


@dataclass(frozen=True)
class Pivot:
    """What the leading probability becomes when one origin is left out."""

    origin: str
    href: str | None
    hypothesis: str
    with_it: str
    without_it: str
    flips: bool


def wanted(index: Index) -> tuple[Wanted, ...]:
    """Prepare what would settle the question, the most telling first."""
    if index.case.assessment is None:
        return ()
    rows = sorted(
        index.case.assessment.would_settle, key=lambda row: (-row.expected_information, row.text)
    )
    most = max((row.expected_information for row in rows), default=0.0)
    return tuple(
        Wanted(
            # its state stands beside it
            text=row.text.removeprefix(f"{row.status}: "),
            reason=row.reason,
            status=row.status,
            share=row.expected_information / most if most > 0 else 0.0,
            nats=two_digits(max(0.0, row.expected_information)),
            makes=distance.makes(index.case.assessment, row),
        )
        for row in rows
    )


def pivots(index: Index) -> tuple[Pivot, ...]:
    """Prepare the origins that carry the leading probability, the weightiest first."""
    assessment = index.case.assessment
    if assessment is None:
        return ()
    labels = {
        hypothesis.id: hypothesis.label
        for answer in assessment.answers
        for hypothesis in answer.hypotheses
    }
    ordered = sorted(assessment.sensitivity, key=_weight)
    return tuple(
        Pivot(
            origin=known_as(row.origin_name),
            href=f"#{anchor('o', row.origin_id)}" if row.origin_id in index.origins else None,
            hypothesis=labels.get(row.hypothesis_id, row.hypothesis_id),
            with_it=probability(row.mean_with),
            without_it=probability(row.mean_without),
            flips=row.flips,
        )
        for row in ordered
    )


def telling(index: Index) -> tuple[Pivot, ...]:
    """Prepare those origins without which something readable would change."""
    return tuple(row for row in pivots(index) if row.flips or row.with_it != row.without_it)


def _weight(row: Sensitivity) -> tuple[bool, float, str, str]:
    return not row.flips, -abs(row.mean_with - row.mean_without), row.role, row.origin_id
