"""A claim or a fact as a page shows it: in words, with its hands, and what people made of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from whence.model.attribution import Chain
from whence.model.case import Judgement
from whence.model.claim import Claim
from whence.model.fact import Fact
from whence.model.ledger import Comment, Entry
from whence.model.verdicts import argument
from whence.publish.anchors import words_anchor
from whence.publish.dates import date
from whence.publish.numbers import span_of, units
from whence.publish.views.facts import written
from whence.publish.views.quotes import Hand, Quote, hands, quote
from whence.publish.words import slot_label, standings, words
from whence.web.addresses import linked, to
from whence.web.shelf import Volume
from whence.web.views.elsewhere import Elsewhere, elsewhere
from whence.web.views.judged import Disagreement, Judged, disagreements, judged_about
from whence.web.views.readings import Read, readings
from whence.web.views.repeated import Repeated, repeated, unmoved
from whence.web.views.whole import whole


@dataclass(frozen=True)
class Told:
    """A claim or fact in words. Of a claim, ``head`` is the party and ``text`` what it did.

    ``standing`` is "" for facts; ``range`` and ``as_of`` are "" for claims. ``hedge`` is on
    FactBank's scale, from 3 (certain) to -3.
    """

    head: str
    text: str
    standing: str
    standing_words: str
    object: str
    polarity: bool
    insinuation: bool
    hedge: int
    scope: str
    range: str
    as_of: str
    stage: str
    note: str


@dataclass(frozen=True)
class ValueView:
    """Everything about one claim or fact that lets a person judge it.

    ``now`` tells whether it counts, ``was`` is what was read, where that is something else than
    what ``told`` says. ``raw`` is the value that a form starts from, ``limits`` where its first
    words stand ("12-40"), "" where the case does not hold them. ``set_to`` is the first hand that a
    person named, "" where nobody did; ``first_hand`` follows it once the case is weighed anew.
    ``repeated`` is what still says the same where it was rejected, ``unmoved`` whether that changes
    nothing in the weighing (None where it is not known).
    """

    id: str
    kind: str
    document_id: str
    outlet: str
    published: str
    href: str
    words_href: str
    limits: str
    told: Told
    was: Told | None
    now: bool
    raw: Read
    quoted: Markup
    hands: tuple[Hand, ...]
    hands_read: tuple[Hand, ...]
    chain_id: str
    first_hand: str
    origin_href: str | None
    judgement: Judgement | None
    hand: Judgement | None
    set_to: str
    judged: tuple[Judged, ...]
    disagreements: tuple[Disagreement, ...]
    comments: tuple[tuple[Entry, Comment], ...]
    elsewhere: Elsewhere
    repeated: Repeated | None
    unmoved: bool | None
    extractor: str


def value_view(volume: Volume, key: str) -> ValueView | None:
    """Return a claim or fact by its id, None where the case has none of that id."""
    if key not in readings(volume).was:
        return None
    return volume.kept(f"value {key}", lambda: _view(volume, key))


def _view(volume: Volume, key: str) -> ValueView:
    found, index = readings(volume), whole(volume)
    was, now = found.was[key], found.now.get(key)
    shown = now or was
    report = to("reports", case=volume.case_id, key=was.document_id)
    held = sorted(span for span in was.spans if index.holds(span))
    chain = index.chains.get(was.chain_id) or found.chains.get(was.chain_id)
    origin = index.origin_of.get(was.chain_id)
    hand = found.hand(was)
    about = (key, was.chain_id)
    return ValueView(
        id=key,
        kind="claim" if isinstance(was, Claim) else "fact",
        document_id=was.document_id,
        outlet=index.outlet(was.document_id),
        published=date(index.published(was.document_id)),
        href=report,
        words_href=f"{report}#{words_anchor(held[0])}" if held else report,
        limits=f"{held[0].start}-{held[0].end}" if held else "",
        told=told(shown),
        was=told(was) if now is not None and told(now) != told(was) else None,
        now=now is not None,
        raw=shown,
        quoted=quoted(volume, _quotes(volume, was)),
        hands=hands(index, chain) if chain else (),
        hands_read=_read_hands(volume, chain, was.chain_id),
        chain_id=was.chain_id,
        first_hand=index.origin_name(was.chain_id),
        origin_href=to("sources", case=volume.case_id, key=origin)
        if origin in index.origins and origin
        else None,
        judgement=found.judgement(was),
        hand=hand,
        set_to=argument(hand.verdict) if hand else "",
        judged=judged_about(volume, about),
        disagreements=tuple(row for row in disagreements(volume) if row.subject in about),
        comments=tuple(row for row in volume.state.comments if row[1].subject == key),
        elsewhere=elsewhere(volume, was),
        repeated=repeated(volume, was),
        unmoved=unmoved(volume, was),
        extractor=shown.extractor,
    )


def _quotes(volume: Volume, value: Read) -> tuple[Quote, ...]:
    return (quote(whole(volume), value.spans, value.chain_id),) if value.spans else ()


def _read_hands(volume: Volume, chain: Chain | None, key: str) -> tuple[Hand, ...]:
    """Return the hands as they were read, where somebody judged that they are others."""
    read = readings(volume).chains.get(key)
    if read is None or chain is None or read == chain:
        return ()
    return hands(whole(volume), read)


def quoted(volume: Volume, quotes: Sequence[Quote]) -> Markup:
    """Return exact words as the report shows them, with their hands and ways to their places."""
    html = volume.parts.part("words.html.j2", quotes=quotes)
    return linked(html, "values", volume.case_id)


def told(value: Read) -> Told:
    """Return a claim or fact in words."""
    return _claim(value) if isinstance(value, Claim) else _fact(value)


def _claim(claim: Claim) -> Told:
    yes, no = words().predicates[claim.predicate]
    taken_back = claim.act == "retract"
    return Told(
        head=claim.subject,
        text=yes if claim.polarity or taken_back else no,
        standing=claim.standing,
        standing_words="taken back" if taken_back else standings()[claim.standing].label,
        object=claim.object,
        polarity=claim.polarity,
        insinuation=claim.insinuation,
        hedge=claim.hedge,
        scope=claim.scope,
        range="",
        as_of="",
        stage="",
        note="",
    )


def _fact(fact: Fact) -> Told:
    unit = fact.unit if fact.unit and fact.unit not in fact.value else ""
    counted = units(unit, fact.quantity.best if fact.quantity else None) if unit else ""
    return Told(
        head=slot_label(fact.slot),
        text=" ".join(filter(None, [written(fact.slot, fact.value), counted])),
        standing="",
        standing_words="",
        object="",
        polarity=True,
        insinuation=False,
        hedge=fact.hedge,
        scope=fact.scope,
        range=span_of(fact.quantity) if fact.quantity else "",
        as_of=date(fact.as_of) if fact.as_of else "",
        stage=words().fact_stages[fact.stage],
        note=fact.note or "",
    )
