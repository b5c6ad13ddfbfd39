"""The verdicts there are, and what of its subject each of them decides."""

from typing import Final, Literal

from whence.fuse import DIFFERENT, SAME
from whence.model.case import Judgement
from whence.model.verdicts import ACCEPTED, CORRECTED, HAND, ONE, REJECTED, SEPARATE, TOGETHER
from whence.run.overrides import LISTED, PRIOR, RATIO

Facet = Literal["reading", "hand", "origins", "incident", "weighing", "executor", "sponsor"]
"""What of a subject is decided. Verdicts on different facets stand beside each other: a party may
be listed as executor and as sponsor."""

WEIGHED: Final[frozenset[Facet | None]] = frozenset({"weighing", "executor", "sponsor"})
"""The facets that bear on the weighing alone."""

_FACETS: Final[dict[str, Facet]] = {
    ACCEPTED: "reading",
    REJECTED: "reading",
    CORRECTED: "reading",
    HAND: "hand",
    PRIOR: "weighing",
    RATIO: "weighing",
    LISTED: "executor",
}
_WHOLE: Final[dict[str, Facet]] = {
    ONE: "origins",
    SEPARATE: "origins",
    SAME: "incident",
    DIFFERENT: "incident",
    f"{LISTED} sponsor": "sponsor",
}


def facet(verdict: str) -> Facet | None:
    """Return what a verdict decides; None for "withdrawn", and for one that is not known."""
    return _WHOLE.get(verdict) or _FACETS.get(verdict.partition(" ")[0])


def key_of(judgement: Judgement) -> str:
    """Return a judgement's subject, whatever the order of the two things that it speaks of."""
    of_two = facet(judgement.verdict) in ("origins", "incident")
    return in_order(judgement.subject) if of_two else judgement.subject


def withdraws(judgement: Judgement, key: str) -> bool:
    """Tell whether a withdrawal takes back what was judged about the subject of this key."""
    return key in (judgement.subject, in_order(judgement.subject))


def in_order(subject: str) -> str:
    """Return a subject with the things that it speaks of in alphabetical order."""
    return " ".join(sorted(subject.split()))


def pair_of(judgement: Judgement) -> tuple[str, str] | None:
    """Return the two things that a judgement speaks of, in order, None where it is not two."""
    sides = sorted(judgement.subject.split())
    return (sides[0], sides[1]) if len(sides) == 2 and sides[0] != sides[1] else None


def chains_of(judgement: Judgement) -> frozenset[str]:
    """Return the chains of a subject that is one side: ``CHAIN+CHAIN``."""
    return frozenset(part for part in judgement.subject.split(TOGETHER) if part)
