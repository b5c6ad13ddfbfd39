"""Invented reports whose words, tolls and numbers are spread as in real news.

Each word stands in as many reports as the table of rarity says that it does in news; a report of
an incident takes most of its rare words from a stock that all of that incident's reports share, and
each incident has two names of its own. How many reports an incident has, its toll, and how often
it is told and told wrongly follow the records of 3,245 incidents of US gun violence. The reports
come dated over ten years, with chains and facts as a reader would give them. The same seed gives
the same reports; nobody reads them.
"""

from collections.abc import Iterator
from itertools import islice
from math import exp

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from benchmarks.invented import Dice
from whence.fuse.grouping.rarity import table
from whence.model.attribution import Chain, Hop
from whence.model.document import Block, Document
from whence.model.fact import Fact, Quantity
from whence.model.identity import stable_id
from whence.model.report import Report
from whence.model.span import Span

_REPORTS = (1,) * 58 + (2,) * 24 + (3,) * 9 + (4,) * 4 + (5, 6, 8, 12, 20)
_KILLED = (0,) * 33 + (1,) * 48 + (2,) * 8 + (3,) * 5 + (4,) * 3 + (5, 6, 8)
_WOUNDED = (0,) * 35 + (1,) * 26 + (2,) * 8 + (3,) * 9 + (4,) * 11 + (5,) * 6 + (6, 7, 8, 11, 16)
"""Reports and tolls by percent of incidents."""
_TOLD, _WRONG, _SHARED = 0.8, 0.1, 0.6
_OUTLETS, _DAYS, _WORDS = 2000, 3600, 220
_STOCK, _OWN = 60, 40
_LEAST = 2.5
"""Rarity (nats) from which a word is one that reports of an incident share."""


class Incident(Struct, frozen=True):
    """What an incident's reports have in common: words of its own, place, day and toll."""

    number: int
    place: str
    day: int
    stock: tuple[str, ...]
    killed: int
    wounded: int


class Words:
    """Words drawn as often as news has them."""

    def __init__(self, seed: int) -> None:
        shares = {word: exp(-degree) for word, degree in table().items()}
        self._words = sorted(shares)
        share = np.array([shares[word] for word in self._words])
        rare = np.array([table()[word] >= _LEAST for word in self._words])
        self._source = np.random.default_rng(seed)
        self._any, self._rare = share / share.sum(), share * rare / (share * rare).sum()

    def any(self, number: int) -> list[str]:
        """Return words of any kind."""
        return self._drawn(number, self._any)

    def rare(self, number: int) -> list[str]:
        """Return words that not every report has."""
        return self._drawn(number, self._rare)

    def _drawn(self, number: int, share: NDArray[np.float64]) -> list[str]:
        return [self._words[one] for one in self._source.choice(len(self._words), number, p=share)]


def reports(count: int, seed: int = 1) -> Iterator[tuple[str, Document, Report]]:
    """Yield so many documents with their reports, each with the name of its incident."""
    yield from islice(_endless(Dice(seed), Words(seed)), count)


def _endless(dice: Dice, words: Words) -> Iterator[tuple[str, Document, Report]]:
    outlets = [f"{dice.name(2)} Herald" for _ in range(_OUTLETS)]
    number = 0
    while True:
        names = [dice.name(3) + dice.name(2).casefold() for _ in range(2)]
        incident = Incident(
            number,
            dice.name(2 + dice.below(2)),
            dice.below(_DAYS),
            (*names, *words.rare(_STOCK)),
            dice.pick(_KILLED),
            dice.pick(_WOUNDED),
        )
        for report in range(dice.pick(_REPORTS)):
            yield (
                f"incident-{number}",
                *_report(dice, words, incident, (report, dice.pick(outlets))),
            )
        number += 1


def _report(
    dice: Dice, words: Words, incident: Incident, own: tuple[int, str]
) -> tuple[Document, Report]:
    place, outlet = own
    key = stable_id("doc", incident.number, place)
    shared = [word for word in incident.stock if dice.roll() < _SHARED]
    said = [*shared, *words.rare(_OWN), *words.any(_WORDS)]
    text = f"Something happened in {incident.place}. {' '.join(said)}."
    span = Span(document_id=key, start=0, end=9, text=text[:9])
    hop = Hop(who=outlet, how="publishes", kind="outlet", anonymity="organisation")
    chain = Chain(id=stable_id("chain", key), document_id=key, hops=(hop,))
    day = _dated(incident.day + place // 4)
    document = Document(
        id=key,
        location=f"{key}.txt",
        outlet=outlet,
        published=f"{day}T{8 + place % 12:02}:00Z",
        media_type="text/plain",
        text=text,
        blocks=(Block(kind="paragraph", start=0, end=len(text)),),
        raw_sha256="0" * 64,
        raw_size=len(text),
    )
    facts = tuple(
        Fact(
            id=stable_id("fact", key, slot),
            document_id=key,
            chain_id=chain.id,
            slot=slot,
            value=value,
            quantity=quantity,
            spans=(span,),
            extractor="made@1",
        )
        for slot, value, quantity in _told(dice, incident)
    )
    made = Report(
        id=stable_id("rep", key),
        document_id=key,
        incident_kind="shooting",
        chains=(chain,),
        facts=facts,
    )
    return document, made


def _told(dice: Dice, incident: Incident) -> list[tuple[str, str, Quantity | None]]:
    told: list[tuple[str, str, Quantity | None]] = [
        ("place", incident.place, None),
        ("date", _dated(incident.day), None),
    ]
    for slot, number in (("killed", incident.killed), ("wounded", incident.wounded)):
        if number and dice.roll() < _TOLD:
            given = number + (dice.roll() < _WRONG)
            told.append((slot, str(given), Quantity(low=given, best=given, high=given)))
    return told


def _dated(days: int) -> str:
    return f"{2015 + days // 360}-{days % 360 // 30 + 1:02}-{days % 28 + 1:02}"
