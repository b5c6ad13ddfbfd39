"""Who is named, who says what about whom, and what weighs nothing."""

from collections.abc import Iterable
from dataclasses import dataclass

from whence.model.claim import Claim
from whence.model.incident import Party, Statement
from whence.model.reading import Mark
from whence.publish.anchors import anchor
from whence.publish.dates import date
from whence.publish.index import Index
from whence.publish.numbers import plural
from whence.publish.places import mark_anchor
from whence.publish.texts import known_as
from whence.publish.views.facts import Named
from whence.publish.views.quotes import Quote, quote, quotes
from whence.publish.words import standings, words


@dataclass(frozen=True)
class StatementView:
    """What one origin says about one party's part."""

    key: str
    standing: str
    standing_words: str
    origin: Named
    stake: str
    act: str
    what: str
    when: str
    through: str
    hedged: bool
    insinuation: bool
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class PartyView:
    """A party with the statements about it, oldest first; hints stand apart."""

    key: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    standings: tuple[tuple[str, str], ...]
    statements: tuple[StatementView, ...]
    hints: tuple[StatementView, ...]


@dataclass(frozen=True)
class MarkView:
    """A piece of loaded language or a hint, and whose words it is."""

    key: str
    kind: str
    whose: str
    reason: str
    quote: Quote


def parties(index: Index) -> tuple[PartyView, ...]:
    """Prepare every party that is named in connection with the incident."""
    incident = index.case.incident
    if incident is None:
        return ()
    views = [_party(index, party, incident.statements) for party in incident.parties]
    return tuple(
        sorted(views, key=lambda view: (not view.statements, -len(view.statements), view.name))
    )


def _party(index: Index, party: Party, statements: Iterable[Statement]) -> PartyView:
    about = sorted(
        (statement for statement in statements if statement.party_id == party.id),
        key=lambda statement: (statement.at or "9999", statement.id),
    )
    views = tuple(_statement(index, statement) for statement in about)
    outright = tuple(view for view in views if not view.insinuation)
    return PartyView(
        key=anchor("p", party.id),
        name=party.name,
        kind="" if party.kind == "description" else party.kind.replace("_", " "),
        aliases=tuple(alias for alias in party.aliases if alias != party.name),
        standings=_counted(outright),
        statements=outright,
        hints=tuple(view for view in views if view.insinuation),
    )


def _counted(views: Iterable[StatementView]) -> tuple[tuple[str, str], ...]:
    held: dict[str, set[str]] = {}
    for view in views:
        if view.standing_words != standings()[view.standing].label:
            continue  # what was taken back counts for no standing
        held.setdefault(view.standing, set()).add(view.origin.href or view.origin.name)
    return tuple(
        (standing, f"{label.label}: {plural(len(held[standing]), 'origin')}")
        for standing, label in standings().items()
        if standing in held
    )


def _statement(index: Index, statement: Statement) -> StatementView:
    yes, no = words().predicates.get(
        statement.predicate, (statement.predicate, f"not {statement.predicate}")
    )
    known = statement.origin_id in index.origins
    href = f"#{anchor('o', statement.origin_id)}" if known else None
    stake = "speaks for it" if statement.speaks_for_party else _stake(statement)
    return StatementView(
        key=anchor("st", statement.id),
        standing=statement.standing,
        standing_words=_label(statement),
        origin=Named(known_as(statement.origin_name), href),
        stake=stake,
        act=words().acts[statement.act],
        what=yes if statement.polarity or statement.act == "retract" else no,
        when=date(statement.at) if statement.at else "",
        through=plural(len(set(statement.document_ids)), "report"),
        hedged=statement.hedge in (1, 2),
        insinuation=statement.insinuation,
        quotes=_words_of(index, statement),
    )


def _label(told: Statement | Claim) -> str:
    """Return the word for a standing; who takes an accusation back does not deny the deed."""
    return "taken back" if told.act == "retract" else standings()[told.standing].label


def _stake(statement: Statement) -> str:
    return "" if statement.stake == "unknown" else words().stakes[statement.stake]


def _words_of(index: Index, statement: Statement) -> tuple[Quote, ...]:
    held = [index.claims[key] for key in statement.claim_ids if key in index.claims]
    held.sort(key=lambda claim: (index.published(claim.document_id) or "9999", claim.id))
    covered = {span for claim in held for span in claim.spans}
    loose = quotes(index, (span for span in statement.spans if span not in covered))
    return tuple(row for claim in held for row in _claim(index, claim)) + loose


def _claim(index: Index, claim: Claim, note: str = "") -> tuple[Quote, ...]:
    if not claim.spans:
        return ()
    return (quote(index, claim.spans, claim.chain_id, anchor("c", claim.id), note),)


def unplaced(index: Index) -> tuple[Quote, ...]:
    """Prepare the claims that no statement holds: mostly those about other incidents."""
    incident = index.case.incident
    placed = {
        key for row in (incident.statements if incident else ()) for key in row.claim_ids
    }  # fmt: skip
    return tuple(
        row
        for claim in index.claims.values()
        if claim.id not in placed
        for row in _claim(index, claim, _told(claim))
    )


def _told(claim: Claim) -> str:
    yes, no = words().predicates[claim.predicate]
    standing = "hint" if claim.insinuation else _label(claim)
    said = yes if claim.polarity or claim.act == "retract" else no
    told = f"{standing}: {claim.subject} {said}"
    return told + ("; of another incident" if claim.scope == "other" else "")


def marks(index: Index) -> tuple[MarkView, ...]:
    """Prepare all loaded language and hints, in the order of the documents and their text."""
    return tuple(
        MarkView(
            key=mark_anchor(mark.span),
            kind="loaded language" if mark.kind == "loaded" else "hint",
            whose=mark.whose,
            reason=mark.reason,
            quote=quote(index, (mark.span,)),
        )
        for report in index.case.reports
        for mark in _once(report.marks)
    )


def _once(all_marks: Iterable[Mark]) -> list[Mark]:
    """Return the marks with the same words marked twice taken as one."""
    return list({(mark.span.start, mark.span.end): mark for mark in all_marks}.values())
