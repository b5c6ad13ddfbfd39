"""Where a rejected value is still said by the same first hand: in copies, at other places."""

from dataclasses import dataclass

from whence.errors import WhenceError
from whence.model.claim import Claim
from whence.model.fact import Fact
from whence.model.incident import Statement
from whence.model.verdicts import REJECTED
from whence.names.spelling import same_spelling
from whence.publish.anchors import words_anchor
from whence.publish.dates import date
from whence.publish.texts import squeeze
from whence.run.case.bearing import bears
from whence.run.case.deriving import gathered
from whence.web.addresses import to
from whence.web.shelf import Volume
from whence.web.views.readings import Read, readings
from whence.web.views.whole import whole

_MOST = 150
"""Values that are offered at once: a form has only so many fields."""
_WORDS = 140
"""Letters of the words of one."""
_WAITED_FOR = 60
"""Reports of a case that are traced anew while somebody waits: half a second."""


@dataclass(frozen=True)
class Place:
    """One claim or fact that says the same and counts; ``href`` leads to its words."""

    id: str
    outlet: str
    published: str
    words: str
    href: str


@dataclass(frozen=True)
class Repeated:
    """What still says what a rejected value says, from the same first hand.

    ``reports`` are how many other reports carry it, ``here`` at how many more places its own
    report does.
    """

    origin: str
    reports: int
    here: int
    places: tuple[Place, ...]


def repeated(volume: Volume, value: Read) -> Repeated | None:
    """Return what still says the same as a value that was rejected, None where nothing does."""
    if value.id in readings(volume).now or readings(volume).judgement(value) is None:
        return None
    if isinstance(value, Fact):
        return _told(volume, value, _equal(volume, value))
    own = _statement(volume, value)
    held = _held(volume, own) if own else []
    return _told(volume, value, [one for one in held if one.id != value.id])


def _told(volume: Volume, value: Read, left: list[Claim] | list[Fact]) -> Repeated | None:
    if not left:
        return None
    elsewhere = {one.document_id for one in left} - {value.document_id}
    return Repeated(
        origin=whole(volume).origin_name(value.chain_id),
        reports=len(elsewhere),
        here=sum(one.document_id == value.document_id for one in left),
        places=tuple(_place(volume, one) for one in left[:_MOST]),
    )


def _place(volume: Volume, value: Read) -> Place:
    index = whole(volume)
    report = to("reports", case=volume.case_id, key=value.document_id)
    held = sorted(span for span in value.spans if index.holds(span))
    return Place(
        id=value.id,
        outlet=index.outlet(value.document_id),
        published=date(index.published(value.document_id)),
        words=squeeze(held[0].text, _WORDS) if held else "",
        href=f"{report}#{words_anchor(held[0])}" if held else report,
    )


def _origin(volume: Volume, value: Read) -> str | None:
    return whole(volume).origin_of.get(value.chain_id)


def _equal(volume: Volume, fact: Fact) -> list[Fact]:
    """Return the other facts of the same first hand that give the slot the same value."""
    origin = _origin(volume, fact)
    return [
        one
        for one in readings(volume).now.values()
        if isinstance(one, Fact)
        and one.id != fact.id
        and _content(one) == _content(fact)
        and origin is not None
        and _origin(volume, one) == origin
    ]


def _content(fact: Fact) -> tuple[object, ...]:
    return fact.slot, fact.value, fact.quantity, fact.unit, fact.scope


def _statement(volume: Volume, claim: Claim) -> Statement | None:
    """Return the statement that a claim is, or was, part of; None where it is of no incident."""
    incident = volume.case.incident
    if incident is None or claim.scope != "incident":
        return None
    origin = _origin(volume, claim)
    names = {party.id: (party.name, *party.aliases) for party in incident.parties}
    for one in incident.statements:
        alike = (one.origin_id, one.predicate, one.polarity, one.insinuation) == (
            origin, claim.predicate, claim.polarity, claim.insinuation,
        )  # fmt: skip
        called = names.get(one.party_id, ())
        if claim.id in one.claim_ids or (
            alike and any(same_spelling(claim.subject, name) for name in called)
        ):
            return one
    return None


def _held(volume: Volume, own: Statement) -> list[Claim]:
    """Return the claims of a statement that count as people have judged until now."""
    now = readings(volume).now
    found = (now.get(key) for key in own.claim_ids)
    return [one for one in found if isinstance(one, Claim)]


def unmoved(volume: Volume, value: Read) -> bool | None:
    """Tell whether it changes nothing in the weighing that a value was rejected.

    None where it was not rejected by itself, or where so many reports would have to be traced anew
    that nobody could wait for it.
    """
    found = readings(volume)
    judged = found.judgement(value)
    if judged is None or judged.verdict != REJECTED or len(found.reports) > _WAITED_FOR:
        return None
    try:
        return not bears(gathered(volume.state, volume.head.at), value.id, volume.config)
    except WhenceError:
        return None  # the settings do not fit the case: weighing it anew tells how
