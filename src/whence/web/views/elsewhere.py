"""Where else something is said: by which first hands, in which reports, and what others say."""

from collections.abc import Iterable
from dataclasses import dataclass

from whence.model.claim import Claim
from whence.model.fact import Fact
from whence.model.incident import Statement, Value
from whence.publish.anchors import anchor, words_anchor
from whence.publish.dates import date
from whence.publish.index import Index
from whence.publish.texts import known_as
from whence.publish.views.facts import unit_of, written
from whence.publish.views.graph import counted
from whence.publish.words import standings, words
from whence.web.addresses import of_anchor, to
from whence.web.shelf import Volume
from whence.web.views.bundles import Bunch, Printed, bunched, printed
from whence.web.views.readings import Read
from whence.web.views.whole import whole


@dataclass(frozen=True)
class Saying:
    """What one first hand says, and the reports that carry it, copies together.

    ``standing`` is "" for facts; ``href`` is None where the origin was not traced.
    """

    origin: str
    href: str | None
    standing: str
    standing_words: str
    what: str
    when: str
    bunches: tuple[Bunch, ...]


@dataclass(frozen=True)
class Rival:
    """Another value of the same slot: how it stands, and how many say so."""

    text: str
    status: str
    counts: str
    href: str


@dataclass(frozen=True)
class Elsewhere:
    """Who else says the same, who says otherwise, and (for facts) the other values."""

    same: tuple[Saying, ...] = ()
    otherwise: tuple[Saying, ...] = ()
    rivals: tuple[Rival, ...] = ()


def elsewhere(volume: Volume, value: Read) -> Elsewhere:
    """Return where else in the incident a claim or fact is said; nothing where it is not part."""
    return _of_claim(volume, value) if isinstance(value, Claim) else _of_fact(volume, value)


def _of_claim(volume: Volume, claim: Claim) -> Elsewhere:
    statements = volume.case.incident.statements if volume.case.incident else ()
    own = next((one for one in statements if claim.id in one.claim_ids), None)
    if own is None:
        return Elsewhere()
    about = [
        one
        for one in statements
        if one.party_id == own.party_id and one.predicate == own.predicate and not one.insinuation
    ]
    about.sort(key=lambda one: (one.at or "9999", one.id))
    return Elsewhere(
        same=tuple(_statement(volume, one) for one in about if one.polarity == own.polarity),
        otherwise=tuple(_statement(volume, one) for one in about if one.polarity != own.polarity),
    )


def _statement(volume: Volume, one: Statement) -> Saying:
    yes, no = words().predicates[one.predicate]
    taken_back = one.act == "retract"
    claims = [whole(volume).claims[key] for key in one.claim_ids if key in whole(volume).claims]
    return Saying(
        origin=known_as(one.origin_name),
        href=_origin_href(volume, one.origin_id),
        standing=one.standing,
        standing_words="taken back" if taken_back else standings()[one.standing].label,
        what=yes if one.polarity or taken_back else no,
        when=date(one.at) if one.at else "",
        bunches=bunched(volume, _printed(volume, claims)),
    )


def _of_fact(volume: Volume, fact: Fact) -> Elsewhere:
    incident = volume.case.incident
    slot = incident.slot(fact.slot) if incident else None
    own = next((one for one in slot.values if fact.id in one.fact_ids), None) if slot else None
    if slot is None or own is None:
        return Elsewhere()
    others = [one for one in slot.values if one is not own]
    href = of_anchor(anchor("slot", slot.slot), "values", volume.case_id)
    return Elsewhere(
        same=_by_origin(volume, own),
        rivals=tuple(_rival(whole(volume), slot.slot, one, href) for one in others),
    )


def _by_origin(volume: Volume, value: Value) -> tuple[Saying, ...]:
    index = whole(volume)
    groups: dict[str, list[Fact]] = {}
    for key in value.fact_ids:
        if key in index.facts:
            fact = index.facts[key]
            groups.setdefault(index.origin_of.get(fact.chain_id, ""), []).append(fact)
    return tuple(
        Saying(
            origin=index.origin_name(facts[0].chain_id),
            href=_origin_href(volume, origin),
            standing="",
            standing_words="",
            what="",
            when="",
            bunches=bunched(volume, _printed(volume, facts)),
        )
        for origin, facts in groups.items()
    )


def _rival(index: Index, slot: str, value: Value, href: str) -> Rival:
    return Rival(
        text=" ".join(filter(None, [written(slot, value.value), unit_of(value)])),
        status=words().statuses[value.status],
        counts=counted(index, value.origin_ids, value.document_ids),
        href=href,
    )


def _origin_href(volume: Volume, origin_id: str) -> str | None:
    known = origin_id in whole(volume).origins
    return to("sources", case=volume.case_id, key=origin_id) if known else None


def _printed(volume: Volume, values: Iterable[Read]) -> list[Printed]:
    """Return the reports of values, each once, with the way to its first words."""
    first: dict[str, str] = {}
    for value in values:
        held = [span for span in value.spans if whole(volume).holds(span)]
        first.setdefault(value.document_id, words_anchor(min(held)) if held else "")
    return [printed(volume, key, words) for key, words in first.items()]
