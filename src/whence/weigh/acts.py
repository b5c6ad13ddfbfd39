"""Which kind of evidence a statement is: its act, its standing and who makes it."""

from whence.model.attribution import Anonymity, SourceKind
from whence.model.incident import Statement
from whence.model.origin import Origin, Stake

_NAMELESS: frozenset[Anonymity] = frozenset({"anonymous", "unknown"})
RIVALS: frozenset[Stake] = frozenset({"rival", "belligerent"})
"""Stakes that gain by an accusation whether or not it is true."""
_WITH_SERVICES: frozenset[SourceKind] = frozenset({"state", "office"})
_PRINTS: frozenset[SourceKind] = frozenset({"outlet", "agency", "narrator", "post"})
_NOBODY_IN_PARTICULAR: frozenset[Anonymity] = frozenset({"collective"})
_SILENT_ACTS = frozenset({"condemn", "decline", "call_for", "offer"})
"""Acts that are neither accusation nor denial: a condemnation says nothing about who did it."""


def accuses(statement: Statement) -> bool:
    """Tell whether the statement points at the party rather than away from it.

    A statement that the party *unlikely* did it (negative commitment) points away.
    """
    return statement.polarity and statement.hedge >= 0 and statement.standing not in _AWAY


_AWAY = frozenset({"denied", "cleared"})


def kind_of(statement: Statement, origin: Origin | None) -> str | None:
    """Return the row of ``evidence.yaml`` for a statement, or None when it is no evidence.

    Insinuations, condemnations and refusals to comment are none, and so is mere foreknowledge.
    """
    if statement.insinuation or statement.act == "insinuate" or statement.role is None:
        return None
    if statement.act in _SILENT_ACTS:
        return None
    if statement.act == "retract":
        return "retraction"
    if statement.act == "threaten":
        return "threat"
    anonymity: Anonymity = origin.anonymity if origin else "unknown"
    if not accuses(statement):
        return _away(statement, origin, anonymity)
    return _towards(statement, origin, anonymity)


def _away(statement: Statement, origin: Origin | None, anonymity: Anonymity) -> str:
    if statement.speaks_for_party:
        return "own_denial"
    if statement.standing == "cleared":
        return "cleared"
    if origin and anonymity in _NAMELESS:
        return "denial_anonymous"
    if origin and origin.kind in _WITH_SERVICES:
        return "denial_authority"
    return "denial_other"


_INSIDE: dict[str, str] = {"accused_by_authority": "accusation_authority", "found": "finding"}
"""An authority that turns on its own state's people does its office: it confesses nothing."""


def _towards(statement: Statement, origin: Origin | None, anonymity: Anonymity) -> str:
    # Nobody speaks for a party whose rival he is known to be.
    inside = statement.speaks_for_party and statement.stake != "rival"
    if statement.standing == "admitted" or statement.act == "claim_responsibility":
        if not inside:
            return "admission_reported"
        return "admission" if origin and origin.kind in _WITH_SERVICES else "claim"
    if statement.standing == "speculated" or statement.act == "speculate":
        return "speculation"
    if inside:
        return _INSIDE.get(statement.standing, "insider")
    if statement.stake in RIVALS:
        # A rival's own inquiry is the rival's word as well.
        return "accusation_rival"
    if statement.standing == "found":
        return "finding"
    if statement.standing == "reported_as_fact":
        return "reported_as_fact"
    if statement.standing == "accused_by_authority" and not _merely_prints(origin):
        return _by_authority(statement, anonymity)
    if anonymity in _NOBODY_IN_PARTICULAR:
        return "suspicion"
    return _by_authority(statement, anonymity) if _has_services(origin) else "accusation_other"


def _merely_prints(origin: Origin | None) -> bool:
    """Tell whether the first hand is a paper or a post: it is no authority, whatever it relays."""
    return origin is not None and origin.kind in _PRINTS


def _by_authority(statement: Statement, anonymity: Anonymity) -> str:
    """Tell authorities apart by what they may know; that a name is missing changes no mean."""
    if statement.stake == "victim":
        return "accusation_victim_authority"
    if statement.stake == "neutral":
        return "accusation_authority"
    if anonymity in _NAMELESS | _NOBODY_IN_PARTICULAR:
        return "accusation_anonymous_official"
    return "accusation_official"


def _has_services(origin: Origin | None) -> bool:
    return (
        origin is not None and origin.kind in _WITH_SERVICES and origin.anonymity not in _NAMELESS
    )
