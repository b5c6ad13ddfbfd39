"""The numbers of the weighing, decoded from ``whence.model.vocabulary``."""

from typing import Literal

import msgspec
from msgspec import Struct

from whence.model.attribution import Anonymity
from whence.model.claim import Role
from whence.model.origin import Stake
from whence.model.vocabulary import load
from whence.weigh.options import Yardstick

Form = Literal["act", "fact"]


class Row(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One kind of evidence: how it bears on "did this party do it?" (``evidence.yaml``).

    ``ratio`` is P(item | it did) / P(item | another did) from an honest source who knows; ``sd``
    is the spread of its logarithm in nats. ``says`` is a sentence with {origin} and {party}.
    """

    label: str
    says: str
    why: str
    ratio: float
    sd: float
    informed: float
    planted: float | None
    group: str
    rho: float
    form: Form
    source: str


class Rate(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A share measured for incidents of one kind, and the sentence that says where."""

    share: float
    basis: str


class Base(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Prior probabilities of one question before any party is named, and where they come from.

    ``spare`` is the reserve that takes what the named parties leave over. ``rate`` says where the
    share of the unnamed comes from; kinds with a rate of their own bring their own sentence.
    """

    unnamed: float
    unnamed_by_kind: dict[str, Rate]
    rate: str
    nobody: float
    nobody_by_kind: dict[str, float]
    staged: float
    spare: Literal["unnamed", "nobody"]
    basis: str


class Modes(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How often a source says so whatever the truth is, by its stake."""

    accusing: dict[Stake, float]
    clearing: dict[Stake, float]


class Priors(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is assumed before any evidence (``priors.yaml``)."""

    executor: Base
    sponsor: Base
    concentration: float
    floor: float
    claimed_share: float
    speculated_share: float
    reserve_worth: float
    class_share: float
    kinship: float
    sponsor_without_attack: float
    unnamed_shrinkage: float
    misreading: float
    modes: Modes
    grades: dict[Anonymity, float]
    hedges: dict[int, float]

    def base(self, role: Role, incident_kind: str | None) -> Base:
        """Return the base rates of one question for an incident of this kind."""
        base = self.executor if role == "executor" else self.sponsor
        kind = incident_kind or ""
        nobody = base.nobody_by_kind.get(kind, base.nobody)
        rate = base.unnamed_by_kind.get(kind, Rate(share=base.unnamed, basis=base.rate))
        basis = base.basis.format(
            rate=rate.basis, unnamed=f"{rate.share:.0%}", nobody=f"{nobody:.0%}"
        )
        return msgspec.structs.replace(base, unnamed=rate.share, nobody=nobody, basis=basis)


class Band(Struct, frozen=True, kw_only=True, rename={"start": "from"}):
    """A likelihood word and the probability from which it holds (inclusive)."""

    start: float
    word: str


class Unknown(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A fact not yet known: what it is, why it would tell, how strong and how likely it is."""

    text: str
    why: str
    kind: str
    roles: tuple[Role, ...]
    chance: float


def rows() -> dict[str, Row]:
    """Return every kind of evidence."""
    return load("evidence", dict[str, Row])


def priors() -> Priors:
    """Return what is assumed before any evidence."""
    return load("priors", Priors)


def unknowns() -> dict[str, Unknown]:
    """Return the facts that would tell hypotheses apart."""
    return load("settling", dict[str, Unknown])


def likelihood_word(probability: float, yardstick: Yardstick) -> str:
    """Return the word for a probability: ICD 203 or the PHIA yardstick, lower bound inclusive."""
    bands = load("likelihood_words", dict[Yardstick, list[Band]])[yardstick]
    return [band.word for band in bands if probability >= band.start][-1]


def with_numbers(
    table: dict[str, Row], ratios: dict[str, float], rho: float | None
) -> dict[str, Row]:
    """Return the table with some ratios replaced, and every correlation where ``rho`` is given."""
    return {
        kind: msgspec.structs.replace(
            row,
            ratio=ratios.get(kind, row.ratio),
            rho=row.rho if rho is None else rho,
        )
        for kind, row in table.items()
    }
