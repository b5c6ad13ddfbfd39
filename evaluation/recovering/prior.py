"""What each answer of a case is worth before any evidence, by a draw of the reserve."""

from typing import Literal

from evaluation.recovering.cases import NAMES, Case, Word
from evaluation.recovering.theta import Theta
from whence.weigh.tables import priors

Role = Literal["executor", "sponsor"]
ROLES: tuple[Role, Role] = ("executor", "sponsor")
NOBODY = {"executor": "no_hostile_actor", "sponsor": "no_sponsor"}
_FLOOR = 0.01


def listed(case: Case, role: str) -> dict[str, float]:
    """Return what each named party counts.

    Accused 1; guessed at, named by a rival or only claiming it itself one half; only cleared
    nothing.
    """
    worth: dict[str, float] = {}
    for word in case.words:
        if word.role == role and not word.accident:
            key = f"{role}:{NAMES[word.party]}"
            worth[key] = max(worth.get(key, 0.0), _worth(word, case.hands[word.hand].stake))
    return dict(sorted(worth.items()))


def _worth(word: Word, stake: str) -> float:
    if word.manner in ("deny", "clear"):
        return 0.0
    if word.manner == "speculate" or not word.hedge or stake in ("rival", "belligerent"):
        return priors().speculated_share
    return priors().claimed_share if word.manner == "claim" else 1.0


def priors_of(case: Case, theta: Theta) -> dict[str, dict[str, float]]:
    """Return the prior of both questions, with the reserve that theta holds."""
    found: dict[str, dict[str, float]] = {}
    for role in ROLES:
        mean = _means(role, listed(case, role))
        reserve = f"{role}:unnamed"
        share = theta.reserve(role, mean[reserve], priors().concentration)
        found[role] = {
            key: share if key == reserve else value * (1 - share) / (1 - mean[reserve])
            for key, value in mean.items()
        }
    return found


def _means(role: Role, worth: dict[str, float]) -> dict[str, float]:
    """Return the mean prior: base rates, no party below a hundredth, what is left to a reserve."""
    table = priors()
    base = table.base(role, "bombing")
    pool, total = 1 - base.nobody, sum(worth.values())
    # One accused party never starts above the reserve over what the reserve is worth at least.
    most = base.unnamed if role == "sponsor" else pool / (total + table.reserve_worth)
    unit = min((pool - base.unnamed) / max(total, 1.0), most)
    shares = {key: unit * own for key, own in worth.items()}
    spare = pool - base.unnamed - sum(shares.values())
    unnamed, nobody = (base.unnamed + spare, base.nobody)
    if role == "sponsor":
        unnamed, nobody = base.unnamed, base.nobody + spare
    shares |= {f"{role}:unnamed": unnamed, f"{role}:{NOBODY[role]}": nobody}
    return _raised(shares, set(worth))


def _raised(shares: dict[str, float], parties: set[str]) -> dict[str, float]:
    """Raise parties to a hundredth; all others give in proportion to what they have."""
    low = {key for key in parties if shares[key] < _FLOOR}
    while True:
        rest = sum(share for key, share in shares.items() if key not in low)
        room = 1 - _FLOOR * len(low)
        raised = {
            key: _FLOOR if key in low else share * room / rest for key, share in shares.items()
        }
        more = {key for key in parties if raised[key] < _FLOOR} - low
        if not more:
            return raised
        low |= more
