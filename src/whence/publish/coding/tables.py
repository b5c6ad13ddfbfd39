"""The tables of ``vocabulary/coding.yaml``, typed."""

from msgspec import Struct

from whence.model.location import Precision
from whence.model.vocabulary import load


class Where(Struct, frozen=True, kw_only=True):
    """The codes of each data set for how precisely a place is known."""

    acled: dict[Precision, int]
    ucdp: dict[Precision, int]


class When(Struct, frozen=True, kw_only=True):
    """The most days that each data set's code leaves open."""

    acled: dict[int, int]
    ucdp: dict[int, int]


class Tables(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words for armed and civil people, wording for unnamed doers, codes of precision."""

    armed: frozenset[str]
    civil: frozenset[str]
    neutral: dict[str, tuple[str, str]]
    where: Where
    when: When


def tables() -> Tables:
    """Return the tables."""
    return load("coding", Tables, package="whence.publish.vocabulary")


def precision(days: int, most: dict[int, int]) -> int | None:
    """Return the code for a number of days, or None when no code leaves as many open."""
    return next((code for code, limit in sorted(most.items()) if days <= limit), None)
