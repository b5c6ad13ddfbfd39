"""Made worlds: who did it is known, sources speak or keep silent, papers copy them.

The worlds are not drawn from the model that weighs them. Several parties could have done it, one
did. Sources of several sorts know it or not, are misled or not; who has no idea names whoever is
notorious, or says nothing. In some worlds interested sources plant a scapegoat; in some nobody
names the culprit. Every statement is printed by its first hand and by a skewed number of copiers.
All shares are invented (elicited); the shares of claims follow RAND 1968-2010 (16.4 % of attacks
are claimed).
"""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from msgspec import Struct

from whence.model.attribution import Anonymity, SourceKind
from whence.model.claim import Standing
from whence.model.incident import Incident, Party, Statement
from whence.model.origin import Origin, Stake, Trace
from whence.model.span import Span

SEED = 2041
UNNAMED = "executor:unnamed"
_CLAIMED, _FALSELY = 0.164, 0.02
_DENIES, _CLEARS = 0.5, 0.1
_QUIET = 0.5
"""How often a source that has no idea says nothing."""
_NEVER_COPIED = 0.25
_COPIES = (1.9, 1.1)
"""Mean and spread of the logarithm of how many copy a statement that anybody copies."""
_MOST_COPIES = 60
_TRIES = 1000


class Sort(Struct, frozen=True, kw_only=True):
    """A sort of source: its part of all, how often it knows and how often it is then right."""

    share: float
    standing: Standing
    stake: Stake
    kind: SourceKind
    anonymity: Anonymity
    knows: float
    right: float

    @property
    def interested(self) -> bool:
        """Tell whether it may have something to gain by an accusation."""
        return self.stake != "neutral"


SORTS = (
    Sort(share=0.06, standing="found", stake="neutral", kind="body", anonymity="organisation",
         knows=0.85, right=0.95),
    Sort(share=0.16, standing="accused_by_authority", stake="neutral", kind="office",
         anonymity="named", knows=0.6, right=0.85),
    Sort(share=0.16, standing="accused_by_authority", stake="victim", kind="office",
         anonymity="named", knows=0.55, right=0.8),
    Sort(share=0.18, standing="accused_by_authority", stake="unknown", kind="office",
         anonymity="anonymous", knows=0.5, right=0.8),
    Sort(share=0.18, standing="accused", stake="neutral", kind="person", anonymity="named",
         knows=0.4, right=0.75),
    Sort(share=0.16, standing="accused", stake="rival", kind="person", anonymity="named",
         knows=0.35, right=0.7),
    Sort(share=0.1, standing="speculated", stake="neutral", kind="person", anonymity="named",
         knows=0.15, right=0.6),
)  # fmt: skip
_OWN = Sort(share=0.0, standing="denied", stake="belligerent", kind="group",
            anonymity="organisation", knows=1.0, right=1.0)  # fmt: skip


class Cell(Struct, frozen=True, kw_only=True):
    """One setting: which share of all sources plants, and in which share nobody names the culprit.

    Only interested sources plant, so that each of them plants more often than ``planted``.
    ``known`` is the part left of how often a source knows who did it.
    """

    name: str
    planted: float = 0.0
    unlisted: float = 0.0
    known: float = 1.0

    @property
    def plants(self) -> float:
        """Return how often an interested source plants."""
        return self.planted / sum(sort.share for sort in SORTS if sort.interested)


_SELDOM = 0.4
CELLS = tuple(
    Cell(
        name=f"{'planted' if planted else 'honest'}, {'part unlisted' if unlisted else 'listed'}, "
        f"{'ill' if known < 1 else 'well'} informed",
        planted=planted,
        unlisted=unlisted,
        known=known,
    )
    for known in (1.0, _SELDOM)
    for unlisted in (0.0, 0.35)
    for planted in (0.0, 0.2)
)
"""The full cross: a fifth of the sources plant, the culprit is listed by nobody in 35 %, sources
know it four tenths as often."""


class Said(Struct, frozen=True, kw_only=True):
    """What one source says of one party, and how many outlets print it (the first included)."""

    source: str
    party: int
    sort: Sort
    towards: bool = True
    own: bool = False
    prints: int = 1


class World(Struct, frozen=True, kw_only=True):
    """All that was said, and who did it: a hypothesis id, ``UNNAMED`` where nobody says so."""

    truth: str
    said: tuple[Said, ...]

    @property
    def listed(self) -> tuple[str, ...]:
        """Return the hypotheses of all parties that somebody names, in a fixed order."""
        return tuple(hypothesis(party) for party in sorted({one.party for one in self.said}))

    def by_origin(self) -> tuple[Incident, Trace]:
        """Return the incident with one origin for every first hand."""
        return _case((one.source, one) for one in self.said)

    def by_article(self) -> tuple[Incident, Trace]:
        """Return the same with every printed copy taken for a first hand of its own."""
        return _case(
            (f"{one.source} in outlet {number}", one)
            for one in self.said
            for number in range(one.prints)
        )


def hypothesis(party: int) -> str:
    """Return the id of the hypothesis that a party did it."""
    return f"executor:p{party}"


def worlds(cell: Cell, count: int, seed: int = SEED) -> list[World]:
    """Return so many worlds of a cell; the same seed makes the same worlds."""
    rng = np.random.default_rng([seed, *cell.name.encode()])
    return [_world(rng, cell) for _ in range(count)]


def _world(rng: np.random.Generator, cell: Cell) -> World:
    """Return a world in which somebody is accused, and the culprit unless he is hidden.

    Whether he is hidden is drawn once; worlds that do not fit are drawn again.
    """
    hidden = bool(rng.random() < cell.unlisted)
    for _ in range(_TRIES):
        culprit, said = _spoken(rng, cell)
        if hidden:
            said = [one for one in said if one.party != culprit]
        accused = {one.party for one in said if one.towards}
        if accused and (hidden or culprit in accused):
            return World(truth=UNNAMED if hidden else hypothesis(culprit), said=tuple(said))
    raise RuntimeError(f"no world of {cell.name} in {_TRIES} tries")


def _spoken(rng: np.random.Generator, cell: Cell) -> tuple[int, list[Said]]:
    """Return the culprit and all that is said in one draw of a world."""
    size = int(rng.integers(4, 8))
    culprit = int(rng.integers(size))
    notorious = rng.dirichlet(np.ones(size))
    scapegoat = int(rng.choice([party for party in range(size) if party != culprit]))
    said: list[Said] = []
    for number in range(int(rng.integers(4, 15))):
        sort = SORTS[int(rng.choice(len(SORTS), p=[one.share for one in SORTS]))]
        if sort.interested and rng.random() < cell.plants:
            found: tuple[int, bool] | None = (scapegoat, True)
        else:
            knows = bool(rng.random() < sort.knows * cell.known)
            found = _opinion(rng, (sort, knows), culprit, notorious)
        if found is not None:
            party, towards = found
            said.append(Said(source=f"source {number}", party=party, sort=sort, towards=towards))
    said += _own_words(rng, culprit, size, {one.party for one in said if one.towards})
    return culprit, [_printed(rng, one) for one in said]


def _opinion(
    rng: np.random.Generator,
    source: tuple[Sort, bool],
    culprit: int,
    notorious: np.ndarray[Any, Any],
) -> tuple[int, bool] | None:
    """Return whom a source that knows or not names, and whether it accuses; None for silence."""
    sort, knows = source
    if not knows and rng.random() < _QUIET:
        return None
    others = [party for party in range(len(notorious)) if party != culprit]
    if rng.random() < _CLEARS:
        innocent = knows and rng.random() < sort.right
        return int(rng.choice(others) if innocent else rng.integers(len(notorious))), False
    if not knows:
        return int(rng.choice(len(notorious), p=notorious)), True
    if rng.random() < sort.right:
        return culprit, True
    weights = notorious[others] + 1e-9
    return int(rng.choice(others, p=weights / weights.sum())), True


def _own_words(
    rng: np.random.Generator, culprit: int, size: int, accused: Iterable[int]
) -> list[Said]:
    """Return claims of responsibility, true and false, and what the accused deny."""
    claims = {culprit} if rng.random() < _CLAIMED else set()
    if rng.random() < _FALSELY:
        claims.add(int(rng.integers(size)))
    denied = [p for p in sorted(accused) if p not in claims and rng.random() < _DENIES]
    return [
        Said(source=f"party {party}", party=party, sort=_OWN, towards=towards, own=True)
        for parties, towards in ((sorted(claims), True), (denied, False))
        for party in parties
    ]


def _printed(rng: np.random.Generator, one: Said) -> Said:
    copies = 0
    if rng.random() >= _NEVER_COPIED:
        copies = min(int(rng.lognormal(*_COPIES)), _MOST_COPIES)
    return Said(
        source=one.source, party=one.party, sort=one.sort, towards=one.towards, own=one.own,
        prints=1 + copies,
    )  # fmt: skip


def _case(hands: Iterable[tuple[str, Said]]) -> tuple[Incident, Trace]:
    given = list(hands)
    parties = tuple(
        Party(id=f"p{party}", name=f"Party {'ABCDEFGH'[party]}", kind="group")
        for party in sorted({one.party for _, one in given})
    )
    incident = Incident(
        id="world",
        kind="bombing",
        headline="A made world",
        report_ids=("report",),
        slots=(),
        parties=parties,
        statements=tuple(_statement(hand, one) for hand, one in given),
    )
    return incident, Trace(origins=tuple(_origin(hand, one) for hand, one in given))


def _statement(hand: str, one: Said) -> Statement:
    words = f"{hand} on party {one.party}"
    standing, act = _standing(one)
    return Statement(
        id=f"statement of {hand}",
        party_id=f"p{one.party}",
        role="executor",
        predicate="carried_out",
        origin_id=hand,
        origin_name=hand,
        stake=one.sort.stake,
        speaks_for_party=one.own,
        standing=standing,
        act=act,
        polarity=one.towards,
        hedge=3,
        claim_ids=(f"claim of {hand}",),
        document_ids=("report",),
        spans=(Span(document_id="report", start=0, end=len(words), text=words),),
    )


def _standing(one: Said) -> tuple[Standing, Any]:
    if one.own:
        return ("admitted", "claim_responsibility") if one.towards else ("denied", "say")
    if not one.towards:
        return "cleared" if one.sort.standing == "found" else "denied", "reject_accusation"
    return one.sort.standing, "speculate" if one.sort.standing == "speculated" else "accuse"


def _origin(hand: str, one: Said) -> Origin:
    return Origin(
        id=hand,
        name=hand,
        kind=one.sort.kind,
        anonymity=one.sort.anonymity,
        chain_ids=(f"chain of {hand}",),
        document_ids=("report",),
    )


def outlets(made: Sequence[World]) -> float:
    """Return how many outlets print a statement, on average over all statements."""
    return float(np.mean([one.prints for world in made for one in world.said]))
