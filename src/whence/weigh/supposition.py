"""What an analyst supposes for a moment, and what would then be believed."""

from math import inf

from msgspec import Struct

from whence.model.assessment import Evidence, Posterior, Test
from whence.model.claim import Role
from whence.model.incident import Statement


class Supposition(Struct, frozen=True, kw_only=True):
    """What is supposed to be otherwise: nothing of it is kept, and no reason is asked for.

    ``without`` are ids of origins whose word is left out, as in ``Options.without``, and
    ``without_claims`` ids of claims. ``ratios`` are likelihood ratios by the kind of evidence or
    the id of one item, ``priors`` probabilities by the id of a hypothesis; both win over the
    settings. A statement that only loses some of its claims may be less firm without them, which
    claims alone can tell: ``restated`` are such statements as they stand then
    (:func:`whence.fuse.restated`).

    Raises:
        ValueError: when a ratio is not positive and finite, or a prior not between 0 and 1.
    """

    without: tuple[str, ...] = ()
    without_claims: tuple[str, ...] = ()
    restated: tuple[Statement, ...] = ()
    ratios: dict[str, float] = {}
    priors: dict[str, float] = {}

    def __post_init__(self) -> None:
        if not all(0 < value < inf for value in self.ratios.values()):
            raise ValueError("a likelihood ratio is above 0 and finite")
        if not all(0 < value < 1 for value in self.priors.values()):
            raise ValueError("a prior lies between 0 and 1, both excluded")


class Outcome(Struct, frozen=True, kw_only=True):
    """One question under a supposition; there is no verdict, since not all its tests were made.

    ``before`` are the means without the supposition by hypothesis id, and ``candidate_before`` the
    likeliest answer that a source gives without it. ``tests`` are those that were made and
    ``untested`` the names of the others.
    """

    role: Role
    posterior: tuple[Posterior, ...]
    candidate: str
    before: dict[str, float]
    candidate_before: str
    evidence: tuple[Evidence, ...]
    tests: tuple[Test, ...]
    untested: tuple[str, ...]


class Supposed(Struct, frozen=True, kw_only=True):
    """What would be believed; ``draws`` are those over which means and intervals are taken.

    ``carried`` are ids of statements that lost some of their claims and are taken to be as firm as
    before, since nobody said how they stand without them.
    """

    outcomes: tuple[Outcome, ...]
    draws: int
    carried: tuple[str, ...] = ()

    def outcome(self, role: Role) -> Outcome:
        """Return the outcome for one question."""
        return next(each for each in self.outcomes if each.role == role)
