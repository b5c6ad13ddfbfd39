"""Suspicions of a report as the rules read them, looked up by the names of a party."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from evaluation.comparing.naming import words_of
from whence.model.claim import Claim, Standing
from whence.model.vocabulary import load

NAMED_KINDS = frozenset({"group", "state", "body"})
"""Parties that have a name: a key can hold them, "two armed men" it cannot."""


class _Rank(Struct, frozen=True):
    rank: int


def outright(claim: Claim) -> bool:
    """Tell whether a claim makes its subject a suspect: no hint, no denial, no clearing."""
    return claim.polarity and not claim.insinuation and claim.standing != "denied"


def firmest(names: Sequence[str], claims: Iterable[Claim]) -> Standing | None:
    """Return the firmest standing among the claims about a party, None for no claim."""
    ranks = load("standings", dict[str, _Rank])
    fitting = [
        one.standing
        for one in claims
        if outright(one) and any(same_party(name, one.subject) for name in names)
    ]
    return max(fitting, key=lambda one: ranks[one].rank, default=None)


def same_party(gold: str, subject: str) -> bool:
    """Tell whether all words of the one name stand in the other."""
    left, right = words_of(gold), words_of(subject)
    return bool(left and right) and (left <= right or right <= left)
