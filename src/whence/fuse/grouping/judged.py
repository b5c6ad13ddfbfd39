"""What people have judged about which reports tell of one incident."""

from collections.abc import Iterable

from whence.fuse.grouping.clusters import Pair, pair
from whence.model.case import Judgement, in_time

SAME, DIFFERENT = "same incident", "different incidents"
"""Verdicts on two documents, whose ids the subject holds, parted by a space."""


def bindings(judgements: Iterable[Judgement]) -> dict[Pair, bool]:
    """Return whether two documents were judged to tell of one incident, by their ids.

    Of several judgements on two documents the latest counts, of those of one time the last given.
    Judgements on anything else are passed over.
    """
    found: dict[Pair, bool] = {}
    for one in in_time(judgements):
        ids = one.subject.split()
        if one.verdict in (SAME, DIFFERENT) and len(ids) == 2 and ids[0] != ids[1]:
            found[pair(*ids)] = one.verdict == SAME
    return found
