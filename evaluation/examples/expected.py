"""What a careful reader finds in an example case: the types of ``examples/*/reading.json``."""

from pathlib import Path

import msgspec
from msgspec import Struct


class Slot(Struct, frozen=True, kw_only=True):
    """A slot with the value held: exact, one of several, or part of a text; bounds."""

    slot: str
    value: str | None = None
    any: tuple[str, ...] = ()
    contains: str | None = None
    low: int | None = None
    high: int | None = None

    def holds(self, value: str | None) -> bool:
        """Tell whether a value is the right one."""
        if value is None:
            return False
        if self.contains is not None:
            return self.contains.casefold() in value.casefold()
        return value in self.any if self.any else value == self.value


class Record(Struct, frozen=True, kw_only=True):
    """The incident over all reports."""

    kind: str
    held: tuple[Slot, ...]
    superseded: tuple[Slot, ...]
    never: tuple[Slot, ...]
    evidence_recovered: tuple[str, ...]
    evidence_awaited: tuple[str, ...]
    evidence_lost: tuple[str, ...]


class Stance(Struct, frozen=True, kw_only=True):
    """How a party stands, by whom, in which reports, and from how many origins."""

    standing: str
    origin: str
    polarity: bool
    documents: tuple[str, ...]
    origins: int


class Party(Struct, frozen=True, kw_only=True):
    """A party that is named in connection with the incident."""

    name: str
    aliases: tuple[str, ...]
    kind: str
    role: str
    standings: tuple[Stance, ...]
    insinuated_in: tuple[str, ...] = ()
    weightless: bool


class Origin(Struct, frozen=True, kw_only=True):
    """A statement (a slot's value, or a party's part) and the names of those who made it."""

    what: str
    names: tuple[str, ...]
    documents: tuple[str, ...]
    slot: str | None = None
    value: str | None = None
    party: str | None = None
    polarity: bool = True


class NoOrigin(Struct, frozen=True, kw_only=True):
    """Somebody who only passes things on."""

    name: str


class Origins(Struct, frozen=True, kw_only=True):
    """Statements with one origin, with two, and names that are nobody's origin."""

    one: tuple[Origin, ...]
    two: tuple[Origin, ...]
    never: tuple[NoOrigin, ...]


class Copied(Struct, frozen=True, kw_only=True):
    """A report that took its text from another."""

    copy: str
    original: str
    credited: bool


class Verdict(Struct, frozen=True, kw_only=True):
    """The verdicts; None is "cannot tell"."""

    executor: str | None
    sponsor: str | None


class Saying(Struct, frozen=True, kw_only=True):
    """Words, who said them, through whose hands and how; ``act`` is what the cue says."""

    words: str
    origin: str
    act: str
    hops: tuple[str, ...] = ()
    anonymity: str | None = None
    reason: str | None = None


class Reported(Struct, frozen=True, kw_only=True):
    """A fact of one report; a value of None means that only the slot and the words count."""

    slot: str
    words: str
    value: str | None = None
    any: tuple[str, ...] = ()
    scope: str = "incident"
    stage: str | None = None


class Reaction(Struct, frozen=True, kw_only=True):
    """Who took which stance."""

    who: str
    act: str


class Claimed(Struct, frozen=True, kw_only=True):
    """What one report says about a party's part; ``acts`` are those it may count as."""

    party: str
    predicate: str
    polarity: bool
    standing: str
    origin: str
    acts: tuple[str, ...] = ()


class Page(Struct, frozen=True, kw_only=True):
    """One report."""

    file: str
    title: str
    published: str
    outlet: str | None = None
    byline: str | None = None
    kept: tuple[str, ...]
    gone: tuple[str, ...]
    attributions: tuple[Saying, ...]
    facts: tuple[Reported, ...]
    reactions: tuple[Reaction, ...]
    claims: tuple[Claimed, ...]
    insinuations: tuple[str, ...]
    loaded: tuple[str, ...] = ()


class Reading(Struct, frozen=True, kw_only=True):
    """The whole case as a careful reader reads it."""

    incident: Record
    parties: tuple[Party, ...]
    not_suspects: tuple[str, ...]
    origins: Origins
    copies: tuple[Copied, ...]
    not_copies: tuple[tuple[str, str], ...]
    verdict: Verdict
    documents: dict[str, Page]


def load(path: Path) -> Reading:
    """Read ``reading.json``."""
    return msgspec.json.decode(path.read_bytes(), type=Reading)
