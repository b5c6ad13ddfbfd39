"""The words for dates: months, weekdays, fixed phrases and what they mean."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal

from msgspec import Struct

from whence.extract.lexicon import LEXICON
from whence.model.vocabulary import load


class Phrase(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a fixed phrase means: whole days from a base day, or a longer stretch of time."""

    days: int = 0
    night: bool = False
    base: Literal["day", "story"] = "day"
    unit: Literal["day", "week", "weekend", "month", "year"] = "day"
    back: int = 0
    running: bool = False
    """Whether the stretch ends with the base day ("earlier this week")."""


class TimeWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table ``lexicon/time.yaml``."""

    months: dict[str, int]
    weekdays: dict[str, int]
    short_weekdays: dict[str, int]
    seasons: dict[str, int]
    phrases: dict[str, Phrase]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    clocks: dict[str, str]
    day_parts: list[str]
    thirds: dict[str, int]
    zones: list[str]
    names_before: frozenset[str]
    names_after: frozenset[str]
    worship: frozenset[str]
    titles: list[str]
    terms_in_office: list[str]
    not_in_office: list[str]
    ahead: frozenset[str]
    happening: frozenset[str]
    violence: frozenset[str]
    elsewhen: frozenset[str]
    printed: frozenset[str]
    heads: frozenset[str]
    lasting: frozenset[str]
    fresh: list[str]
    followed: frozenset[str]
    attributes: frozenset[str]
    causes: frozenset[str]
    harmless: dict[str, frozenset[str]]
    deeds_after: dict[str, frozenset[str]]
    deeds_before: dict[str, frozenset[str]]
    only_before: dict[str, frozenset[str]]
    sites: frozenset[str]
    leaves: frozenset[str]
    in_names: frozenset[str]
    courts: frozenset[str]
    asides: frozenset[str]
    durations: frozenset[str]


@cache
def words() -> TimeWords:
    """Return the table of date words."""
    return load("time", TimeWords, LEXICON)


def alternatives(names: Iterable[str]) -> str:
    """Return a pattern of any of the names, the longest first."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in ordered)
