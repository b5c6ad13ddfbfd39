"""One first hand: what it says, through whom, which names were taken for it, what rests on it."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whence.model.attribution import Chain
from whence.model.claim import Claim
from whence.model.fact import Fact
from whence.model.iso import order
from whence.model.origin import Origin
from whence.model.span import Span
from whence.model.verdicts import TOGETHER
from whence.names.spelling import fold
from whence.publish.dates import date
from whence.publish.index import Index
from whence.publish.numbers import probability
from whence.publish.texts import marked, squeeze
from whence.publish.views.facts import Named
from whence.publish.views.graph import own_voice
from whence.publish.views.quotes import Hand, hands
from whence.publish.views.sources import known_how
from whence.publish.words import slot_label, words
from whence.trace.sources import bare
from whence.web.hands.between import Worded, worded
from whence.web.shelf import Volume
from whence.web.views.judged import Judged, judged_about

BEHIND = "who was behind it"

_FIRST_WORDS = 110
"""Letters of a chain's first words: enough to know it again."""


@dataclass(frozen=True, kw_only=True)
class Taken:
    """Two names that were taken for one first hand.

    ``undo`` is the subject of the judgement that parts them, "" where the case does not tell which
    chains bear the name.
    """

    left: str
    right: str
    reason: str
    chance: str
    undo: str


@dataclass(frozen=True, kw_only=True)
class Way:
    """One chain that starts with the origin: the report it is in, its hands, its first words."""

    id: str
    report: Named
    published: str
    hands: tuple[Hand, ...]
    called: str
    says: str
    values: int


@dataclass(frozen=True, kw_only=True)
class Resting:
    """What an answer would be without the origin: the leading hypothesis with and without it."""

    question: str
    label: str
    hypothesis_id: str
    with_it: str
    without: str
    flips: bool


@dataclass(frozen=True, kw_only=True)
class OriginView:
    """A first hand in full; ``subjects`` are what it speaks of with how many values of each."""

    id: str
    name: str
    how: str
    anonymity: str
    stake: str
    voice: bool
    values: int
    reports: tuple[Named, ...]
    relays: tuple[Named, ...]
    subjects: tuple[tuple[str, str, int], ...]
    taken: tuple[Taken, ...]
    ways: tuple[Way, ...]
    resting: tuple[Resting, ...]
    judgements: tuple[Judged, ...]


def origin_view(volume: Volume, origin: Origin) -> OriginView:
    """Return everything about one first hand but its words, which are ``said``."""
    index = volume.index
    things = values_of(index, origin)
    chains = [index.chains[key] for key in origin.chain_ids if key in index.chains]
    documents = dict.fromkeys(chain.document_id for chain in chains)
    return OriginView(
        id=origin.id,
        name=origin.name,
        how=known_how(origin),
        anonymity=words().anonymity[origin.anonymity],
        stake=words().stakes[origin.stake],
        voice=own_voice(index, origin),
        values=len(things),
        reports=tuple(Named(index.outlet(key), key) for key in documents),
        relays=tuple(
            Named(name, f"relay:{name}")
            for name in sorted(
                {index.relay_name(chain, hop) for chain in chains for hop in chain.hops[1:-1]}
            )
        ),
        subjects=_subjects(things),
        taken=_taken(index, origin, chains),
        ways=_ways(index, chains),
        resting=_resting(index, origin),
        judgements=judged_about(
            volume, (origin.id, *origin.chain_ids, *(thing.id for thing in things))
        )[::-1],
    )


def values_of(index: Index, origin: Origin) -> list[Fact | Claim]:
    """Return what an origin says of the incident, in the order of the reports."""
    things = [
        thing for chain in origin.chain_ids for thing in index.said_through.get(chain, ())
    ]  # fmt: skip
    return sorted(things, key=lambda thing: index.place[thing.id])


def subject_of(thing: Fact | Claim) -> tuple[str, str]:
    """Return what a value is about: the key of its slot, or the party suspected, and in words."""
    if isinstance(thing, Fact):
        return f"slot:{thing.slot}", slot_label(thing.slot)
    return f"party:{thing.subject.casefold()}", f"{BEHIND}: {thing.subject}"


def said(index: Index, things: Sequence[Fact | Claim], about: str) -> list[Worded]:
    """Return values in their words, all or those about one thing; hints come last."""
    chosen = [thing for thing in things if not about or subject_of(thing)[0] == about]
    # what is about one thing stands together, in the order in which it first comes
    place: dict[str, int] = {}
    for thing in chosen:
        place.setdefault(subject_of(thing)[0], len(place))
    return worded(index, sorted(chosen, key=lambda thing: place[subject_of(thing)[0]]))


def _subjects(things: Sequence[Fact | Claim]) -> tuple[tuple[str, str, int], ...]:
    names: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for thing in things:
        key, name = subject_of(thing)
        names.setdefault(key, name)
        counts[key] += 1
    return tuple((key, name, counts[key]) for key, name in names.items())


def _taken(index: Index, origin: Origin, chains: Sequence[Chain]) -> tuple[Taken, ...]:
    """Return the names taken for an origin, each with the chains that part when it is undone."""
    called: dict[str, set[str]] = defaultdict(set)
    for chain in chains:
        who = bare(chain.origin.who)
        for label in (who, f"{who} ({index.outlet(chain.document_id)})"):
            called[fold(label)].add(chain.id)
    found = []
    for merge in origin.merges:
        # the name that the origin does not bear is the one that goes
        away = merge.right if fold(merge.left) == fold(origin.name) else merge.left
        sides = (called.get(fold(label), set()) for label in (away, merge.right, merge.left))
        parted = next((side for side in sides if 0 < len(side) < len(chains)), set())
        found.append(
            Taken(
                left=merge.left,
                right=merge.right,
                reason=merge.reason,
                chance=probability(merge.probability),
                undo=TOGETHER.join(sorted(parted)),
            )
        )
    return tuple(found)


def _ways(index: Index, chains: Sequence[Chain]) -> tuple[Way, ...]:
    """Return the chains of an origin, those published first first."""
    told = {one.chain_id: one.content[0] for one in index.attributions.values() if one.content}
    ordered = sorted(
        chains, key=lambda one: (order(index.published(one.document_id) or "9999"), one.id)
    )
    return tuple(_way(index, chain, told) for chain in ordered)


def _way(index: Index, chain: Chain, told: Mapping[str, Span]) -> Way:
    things = index.said_through.get(chain.id, ())
    spans = [span for thing in things for span in thing.spans[:1]]
    first = spans[0] if spans else told.get(chain.id)
    return Way(
        id=chain.id,
        report=Named(index.outlet(chain.document_id), chain.document_id),
        published=date(index.published(chain.document_id)),
        hands=hands(index, chain),
        called=chain.origin.who,
        says=marked(squeeze(first.text, _FIRST_WORDS)) if first else "",
        values=len(things),
    )


def _resting(index: Index, origin: Origin) -> tuple[Resting, ...]:
    assessment = index.case.assessment
    if assessment is None:
        return ()
    labels = {one.id: one.label for answer in assessment.answers for one in answer.hypotheses}
    return tuple(
        Resting(
            question=words().roles[row.role],
            label=labels.get(row.hypothesis_id, row.hypothesis_id),
            hypothesis_id=row.hypothesis_id,
            with_it=probability(row.mean_with),
            without=probability(row.mean_without),
            flips=row.flips,
        )
        for row in assessment.sensitivity
        if row.origin_id == origin.id
    )
