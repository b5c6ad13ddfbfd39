"""From shared passages and credits to copies with a direction."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from whence.model.document import Document
from whence.model.iso import earlier
from whence.model.origin import Copy, CopyBasis
from whence.model.span import Span
from whence.trace.copies import Match
from whence.trace.credits import Agencies, outlet_key

_DATED = 0.95
_WIRE = 0.9
_CREDITED = 0.97
_UNDIRECTED = 0.5
_HALF = 0.5


def directed(found: Iterable[Match], least: float, agencies: Agencies) -> tuple[Copy, ...]:
    """Give each match its direction and return those whose sharing is at least ``least`` probable.

    Who credits the other is the copy; else the later publication; else nothing is known, the one
    ranked first is taken for the original, and the probability is halved. Two prints of one
    credited agency's copy need not
    have taken it from each other: no direction either, unless one of them has no outlet of its own
    and so is taken for the wire itself. Of the originals of one copy only those are kept that
    account for a passage which no better one does.
    """
    copies: dict[str, list[Copy]] = defaultdict(list)
    for match in found:
        if match.probability < least:
            continue
        left_is_copy, certainty = _direction(match.left, match.right, agencies)
        basis: CopyBasis = "whole" if match.whole(left_is_copy) else "passage"
        taker = match.left if left_is_copy else match.right
        copies[taker.id].append(
            Copy(
                copy_id=taker.id,
                original_id=(match.right if left_is_copy else match.left).id,
                probability=round(match.probability * certainty, 4),
                basis=basis,
                passages=match.passages(left_is_copy),
            )
        )
    return tuple(copy for taker in sorted(copies) for copy in _needed(copies[taker]))


def _needed(copies: Sequence[Copy]) -> list[Copy]:
    """Return the copies of one document, best first, that account for something of it.

    The best is the most probable that covers most; the others need a passage of which the better
    ones leave more than half.
    """
    kept: list[Copy] = []
    covered: list[Span] = []
    for copy in sorted(copies, key=_quality):
        mine = [passage.copy for passage in copy.passages]
        if any(_left(span, covered) > _HALF * (span.end - span.start) for span in mine):
            kept.append(copy)
            covered += mine
    return kept


def _quality(copy: Copy) -> tuple[bool, int, float, str]:
    """Order originals: a known direction first, then by words that agree, then by id."""
    agreed = sum(round(one.similarity * (one.copy.end - one.copy.start)) for one in copy.passages)
    return (copy.probability <= _UNDIRECTED, -agreed, -copy.probability, copy.original_id or "")


def _left(span: Span, covered: Iterable[Span]) -> int:
    """Return how many code points of a span none of the others covers."""
    reached, missing = span.start, 0
    for one in sorted(covered):
        if one.end > reached and one.start < span.end:
            missing += max(0, one.start - reached)
            reached = one.end
    return missing + max(0, span.end - reached)


def _direction(left: Document, right: Document, agencies: Agencies) -> tuple[bool, float]:
    mine = {outlet_key(name) for name, _ in agencies[left.id]}
    theirs = {outlet_key(name) for name, _ in agencies[right.id]}
    if outlet_key(right.name) in mine:
        return True, _CREDITED
    if outlet_key(left.name) in theirs:
        return False, _CREDITED
    if mine & theirs:
        if (left.outlet is None) == (right.outlet is None):
            return False, _UNDIRECTED
        return right.outlet is None, _WIRE
    order = earlier(left.published, right.published) if left.published and right.published else None
    return (False, _UNDIRECTED) if order is None else (not order, _DATED)


def outside(documents: Iterable[Document], agencies: Agencies) -> tuple[Copy, ...]:
    """Return the copies that credits alone show: of agencies, whether they are in the set or not.

    A credit in metadata or dateline stands for the whole text. An agency that is cited for one
    statement is a hand on that statement's way and makes no copy of the text.
    """
    return tuple(
        Copy(
            copy_id=document.id,
            original_id=None,
            credited=name,
            probability=probability,
            basis="credit",
        )
        for document in sorted(documents, key=lambda one: one.id)
        for name, probability in agencies[document.id]
    )
