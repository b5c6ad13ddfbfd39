"""What an analyst may set, each with a reason: nothing here is read from anywhere else."""

from math import inf
from typing import Annotated, Literal

from msgspec import Meta, Struct

from whence.model.claim import PartyKind, Role

Yardstick = Literal["icd203", "phia"]
ROLES: tuple[Role, Role] = ("executor", "sponsor")


class Override(Struct, frozen=True, kw_only=True):
    """A number set by a person, with the reason.

    ``subject`` is a hypothesis id (its prior probability), or a kind of evidence or the id of one
    item (how many times likelier it is if the party did it).

    Raises:
        ValueError: when the value is not positive and finite, or the reason is missing.
    """

    subject: str
    value: float
    reason: str

    def __post_init__(self) -> None:
        if not 0 < self.value < inf or not self.reason.strip():
            raise ValueError("an override needs a positive value and a reason")


class Added(Struct, frozen=True, kw_only=True):
    """A party that an analyst, or a party table, adds as a hypothesis, with the reason.

    ``party`` is an id or a name of a party of the incident, or the name of one that no report
    brings up; then ``kind`` says what sort of party it is.
    """

    role: Role = "executor"
    party: str
    kind: PartyKind = "group"
    reason: str

    def __post_init__(self) -> None:
        if not self.party.strip() or not self.reason.strip():
            raise ValueError("an added hypothesis needs a party and a reason")


class Backing(Struct, frozen=True, kw_only=True):
    """Who is held to stand behind whom: P(the sponsor stood behind it | the executor did it).

    A row of a party table. Parties are ids or names; where the executor is no hypothesis of the
    incident the row says nothing. It links the two questions and is no evidence by itself.

    Raises:
        ValueError: when the probability is not within [.03, .97] or the reason is missing.
    """

    executor: str
    sponsor: str
    probability: float
    reason: str

    def __post_init__(self) -> None:
        if not 0.03 <= self.probability <= 0.97:
            raise ValueError("the probability of a backing lies between .03 and .97")
        if not self.reason.strip():
            raise ValueError("a backing needs a reason")


class Finding(Struct, frozen=True, kw_only=True):
    """An observed fact that an analyst holds to bear on a party, as reported by origins.

    ``kind`` is a row of ``vocabulary/evidence.yaml`` of form ``fact`` (means, manner, motive,
    forensic link, arrest). ``origin_ids`` are ids or names of origins of the case; without any it
    is the analyst's own.
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
    ``without`` are origins (ids or names) whose word is left out to see what rests on it: the
    hypotheses and their priors stay. ``rho``, from 0 to 1, takes the place of the correlation that
    ``evidence.yaml`` gives to each kind of evidence: 0 counts every origin in full, 1 all that
    say the same kind of thing as one. Interested parties and offices of one state go on
    repeating each other.

    Raises:
        ValueError: when there is less than one draw, or ``rho`` is not between 0 and 1.
    """

    as_of: str | None = None
    rho: float | None = None
    draws: Annotated[int, Meta(le=1_000_000)] = 4000
    seed: int = 203
    words: Yardstick = "icd203"
    priors: tuple[Override, ...] = ()
    ratios: tuple[Override, ...] = ()
    added: tuple[Added, ...] = ()
    findings: tuple[Finding, ...] = ()
    membership: dict[str, tuple[str, ...]] = {}
    backing: tuple[Backing, ...] = ()
    without: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.draws < 1:
            raise ValueError("at least one draw is needed")
        if self.rho is not None and not 0 <= self.rho <= 1:
            raise ValueError("rho lies between 0 and 1")
