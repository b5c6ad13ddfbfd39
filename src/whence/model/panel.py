"""What people think: their own estimates of who was behind it, and what these come to together."""

from msgspec import Struct

from whence.model.claim import Role
from whence.model.iso import days


class Estimate(Struct, frozen=True, kw_only=True):
    """One person's probabilities for the answers to one question, as they were given.

    ``shares`` maps hypothesis id to probability; they need not sum to 1, nor name every answer.
    ``at`` is an ISO prefix. Of several estimates of one judge the latest counts.

    Raises:
        ValueError: when nobody is named, nothing is given, a number is no probability, or ``at``
            no date.
    """

    judge: str
    role: Role
    shares: dict[str, float]
    at: str
    reason: str = ""

    def __post_init__(self) -> None:
        if not self.judge.strip():
            raise ValueError("an estimate needs the name of its judge")
        if not self.shares:
            raise ValueError(f"{self.judge} gives no answer a probability")
        for key, share in self.shares.items():
            if not 0 <= share <= 1:
                raise ValueError(f"{self.judge} gives {key} {share}: not from 0 to 1")
        if days(self.at) is None:
            raise ValueError(f"{self.at!r} is no date such as 2031-03-08")


class Coherent(Struct, frozen=True, kw_only=True):
    """One judge's shares brought to sum to 1, as near to what was given as can be.

    ``filled`` are the answers left out, which took what the given ones left over; ``moved`` is the
    Euclidean distance from what was given, so filled, to ``shares``.
    """

    judge: str
    at: str
    given: dict[str, float]
    shares: dict[str, float]
    filled: tuple[str, ...] = ()
    moved: float
    reason: str = ""


class Share(Struct, frozen=True, kw_only=True):
    """The pooled probability of one hypothesis; ``low`` and ``high`` are the extremes over judges.

    ``sd`` is the standard deviation of the judges' log-odds (nats), None with fewer than two.
    """

    hypothesis_id: str
    probability: float
    low: float
    high: float
    sd: float | None = None


class Pooled(Struct, frozen=True, kw_only=True):
    """What the judges of one question come to together, likeliest first, and each of them."""

    role: Role
    judges: int
    shares: tuple[Share, ...]
    coherent: tuple[Coherent, ...]
