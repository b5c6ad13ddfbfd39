"""Random cases for the check of the weighing against itself: parties, first hands, their words.

A case is plain data. ``told`` turns it into what the engine reads; the independent model
(``recovering.model``) reads the plain data. Classes, staged theories, retractions, findings of an
analyst and settings by hand are left out.
"""

from random import Random
from typing import Any, Literal

from msgspec import Struct

from whence.model.attribution import Anonymity, SourceKind
from whence.model.claim import PartyKind, Role
from whence.model.incident import Incident, Party, Slot, Statement, Value
from whence.model.origin import Merge, Origin, Stake, Trace
from whence.model.span import Span

Manner = Literal[
    "accuse", "find", "report", "speculate", "claim", "tell admission", "inside", "deny", "clear",
    "threaten",
]  # fmt: skip
Sort = Literal["office", "body", "person", "outlet", "party", "insider"]
NAMES = ("Alder", "Birch", "Cedar", "Damson", "Elm", "Fig", "Gorse", "Hazel")
_KINDS: tuple[PartyKind, ...] = ("group", "state", "person", "body")
_SORTS: tuple[Sort, ...] = (
    "office", "office", "office", "body", "person", "person", "outlet", "party", "insider",
)  # fmt: skip
_MANNERS: dict[Sort, tuple[Manner, ...]] = {
    "office": ("accuse", "accuse", "accuse", "deny", "speculate", "tell admission"),
    "body": ("find", "find", "clear"),
    "person": ("accuse", "accuse", "accuse", "deny", "speculate", "tell admission", "threaten"),
    "outlet": ("report", "report", "speculate"),
    "party": ("claim", "deny", "accuse", "accuse"),
    "insider": ("inside",),
}
_ABOUT_SPONSORS = frozenset({"accuse", "find", "report", "speculate", "deny", "clear"})
_ABOUT_ACCIDENTS = frozenset({"accuse", "find", "deny", "clear"})
_STAKES: tuple[Stake, ...] = (
    "neutral", "neutral", "unknown", "unknown", "victim", "ally", "rival", "belligerent",
)  # fmt: skip
_GRADES: tuple[Anonymity, ...] = (
    "named", "organisation", "role", "anonymous", "collective", "unknown",
)  # fmt: skip
_HEDGES = (3, 3, 3, 2, 1, 0)
_SOURCE_KINDS: dict[Sort, SourceKind] = {
    "office": "office", "body": "body", "person": "person", "outlet": "outlet", "party": "group",
    "insider": "person",
}  # fmt: skip
_STANDING = {
    "find": "found", "report": "reported_as_fact", "speculate": "speculated", "claim": "admitted",
    "tell admission": "admitted", "deny": "denied", "clear": "cleared",
    "threaten": "reported_as_fact",
}  # fmt: skip
_ACTS = {
    "speculate": "speculate", "claim": "claim_responsibility", "tell admission": "say",
    "deny": "deny_involvement", "clear": "deny_involvement", "threaten": "threaten",
}  # fmt: skip


class Hand(Struct, frozen=True, kw_only=True):
    """A first hand; ``own`` is the party that it speaks for, ``merges`` how sure its merges are."""

    id: str
    sort: Sort
    anonymity: Anonymity
    stake: Stake
    own: int | None = None
    merges: tuple[float, ...] = ()


class Word(Struct, frozen=True, kw_only=True):
    """What a hand (by its place) says of a party (by its place), or of an accident."""

    id: str
    hand: int
    manner: Manner
    role: Role
    party: int
    accident: bool = False
    hedge: int = 3


class Case(Struct, frozen=True, kw_only=True):
    """Kinds of the parties, the first hands, their words, and who reports that nobody claims it."""

    parties: tuple[PartyKind, ...]
    hands: tuple[Hand, ...]
    words: tuple[Word, ...]
    silence: tuple[int, ...] = ()


def random_case(random: Random) -> Case:
    """Return a case of two to eight parties and one to fifteen first hands."""
    parties = tuple(random.choice(_KINDS) for _ in range(random.randint(2, len(NAMES))))
    hands = tuple(_hand(random, number, len(parties)) for number in range(random.randint(1, 15)))
    words: dict[tuple[object, ...], Word] = {}
    for place, hand in enumerate(hands):
        for _ in range(random.choice((1, 1, 1, 2, 3))):
            word = _word(random, place, hand, len(parties))
            key = (place, word.manner, word.role, word.party, word.accident)
            words.setdefault(key, word)
    silence = tuple(
        place for place, hand in enumerate(hands) if hand.own is None and random.random() < 0.2
    )
    return Case(
        parties=parties,
        hands=hands,
        words=tuple(
            Word(
                id=f"word {number:02}", hand=word.hand, manner=word.manner, role=word.role,
                party=word.party, accident=word.accident, hedge=word.hedge,
            )
            for number, word in enumerate(words.values())
        ),
        silence=silence if random.random() < 0.3 else (),
    )  # fmt: skip


def _hand(random: Random, number: int, parties: int) -> Hand:
    sort = random.choice(_SORTS)
    merges = tuple(
        round(random.uniform(0.5, 1.0), 2) for _ in range(random.choice((0, 0, 0, 1, 3)))
    )
    own = random.randrange(parties) if sort in ("party", "insider") else None
    return Hand(
        id=f"hand {number:02}",
        sort=sort,
        anonymity="organisation" if sort == "party" else random.choice(_GRADES),
        stake="unknown" if sort == "party" else random.choice(_STAKES),
        own=own,
        merges=merges,
    )


def _word(random: Random, place: int, hand: Hand, parties: int) -> Word:
    manner = random.choice(_MANNERS[hand.sort])
    party = random.randrange(parties)
    if hand.own is not None:
        others = [other for other in range(parties) if other != hand.own]
        party = random.choice(others) if manner == "accuse" else hand.own
    accident = hand.own is None and manner in _ABOUT_ACCIDENTS and random.random() < 0.08
    sponsor = not accident and manner in _ABOUT_SPONSORS and random.random() < 0.25
    return Word(
        id="",
        hand=place,
        manner=manner,
        role="sponsor" if sponsor else "executor",
        party=party,
        accident=accident,
        hedge=random.choice(_HEDGES),
    )


def told(case: Case) -> tuple[Incident, Trace]:
    """Return a case as the engine reads it."""
    parties = tuple(
        Party(id=NAMES[number], name=NAMES[number], kind=kind)
        for number, kind in enumerate(case.parties)
    )
    incident = Incident(
        id="case",
        kind="bombing",
        headline="A random case",
        report_ids=("report",),
        slots=_silence(case),
        parties=parties,
        statements=tuple(_statement(case, word) for word in case.words),
    )
    return incident, Trace(origins=tuple(_origin(case, hand) for hand in case.hands))


def _statement(case: Case, word: Word) -> Statement:
    hand = case.hands[word.hand]
    fields: dict[str, Any] = {
        "standing": _STANDING.get(
            word.manner, "accused_by_authority" if hand.sort == "office" else "accused"
        ),
        "act": _ACTS.get(word.manner, "accuse"),
    }
    return Statement(
        id=word.id,
        party_id=NAMES[word.party],
        role=word.role,
        predicate=_predicate(word),
        origin_id=hand.id,
        origin_name=_name(hand),
        stake=hand.stake,
        speaks_for_party=hand.own == word.party,
        polarity=word.manner not in ("deny", "clear"),
        hedge=word.hedge,
        claim_ids=(word.id,),
        document_ids=("report",),
        spans=(Span(document_id="report", start=0, end=len(word.id), text=word.id),),
        **fields,
    )


def _predicate(word: Word) -> str:
    return "accident" if word.accident else "ordered" if word.role == "sponsor" else "carried_out"


def _name(hand: Hand) -> str:
    return NAMES[hand.own] if hand.sort == "party" and hand.own is not None else hand.id


def _origin(case: Case, hand: Hand) -> Origin:
    return Origin(
        id=hand.id,
        name=_name(hand),
        kind="state" if speaks_as_state(case, hand) else _SOURCE_KINDS[hand.sort],
        anonymity=hand.anonymity,
        chain_ids=(hand.id,),
        document_ids=("report",),
        merges=tuple(
            Merge(left=hand.id, right=f"{hand.id} {number}", reason="alike", probability=sure)
            for number, sure in enumerate(hand.merges)
        ),
    )


def speaks_as_state(case: Case, hand: Hand) -> bool:
    """Tell whether a hand is a state that is a party of the case."""
    return hand.sort == "party" and hand.own is not None and case.parties[hand.own] == "state"


def _silence(case: Case) -> tuple[Slot, ...]:
    if not case.silence:
        return ()
    value = Value(
        value="no",
        status="held",
        support=1.0,
        fact_ids=("fact",),
        origin_ids=tuple(case.hands[place].id for place in case.silence),
        document_ids=("report",),
        spans=(),
    )
    slot = Slot(slot="responsibility_claim", label="claim", best="no", disputed=False,
                values=(value,))  # fmt: skip
    return (slot,)
