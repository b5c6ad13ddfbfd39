"""What an analyst may set, each with a reason: nothing here is read from anywhere else."""

from math import inf
from typing import Literal

from msgspec import Struct

from whence.model.claim import Role

Yardstick = Literal["icd203", "phia"]
ROLES: tuple[Role, Role] = ("executor", "sponsor")


class Override(Struct, frozen=True, kw_only=True):
    """A number set by a person: ``subject`` is a hypothesis id (prior) or an evidence kind (ratio).

    Raises:
        ValueError: when the value is not a positive number or the reason is missing.
    """

    subject: str
    value: float
    reason: str

    def __post_init__(self) -> None:
        if not 0 < self.value < inf or not self.reason.strip():
            raise ValueError("an override needs a positive value and a reason")


class Added(Struct, frozen=True, kw_only=True):
    """A party of the incident that an analyst adds as a hypothesis, with the reason."""

    role: Role
    party_id: str
    reason: str


class Finding(Struct, frozen=True, kw_only=True):
    """An observed fact that an analyst holds to bear on a party, as reported by origins.

    ``kind`` is a row of ``vocabulary/evidence.yaml`` of form ``fact`` (means, manner, motive,
    forensic link, arrest). Without origins it is the analyst's own.
    """

    kind: str
    party_id: str
    role: Role = "executor"
    origin_ids: tuple[str, ...] = ()
    reason: str


class Options(Struct, frozen=True, kw_only=True):
    """Settings of the weighing.

    ``as_of`` is an ISO prefix: later statements are left out. ``draws`` and ``seed`` govern the
    intervals. ``membership`` gives the parties (ids) that a class (id) is known to include.

    Raises:
        ValueError: when there is less than one draw.
    """

    as_of: str | None = None
    draws: int = 4000
    seed: int = 203
    words: Yardstick = "icd203"
    priors: tuple[Override, ...] = ()
    ratios: tuple[Override, ...] = ()
    added: tuple[Added, ...] = ()
    findings: tuple[Finding, ...] = ()
    membership: dict[str, tuple[str, ...]] = {}

    def __post_init__(self) -> None:
        if self.draws < 1:
            raise ValueError("at least one draw is needed")
