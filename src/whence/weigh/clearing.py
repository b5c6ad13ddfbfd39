"""What a later word settles: the police's suspicion, once a court has acquitted; a claim unsaid."""

from whence.model.incident import Incident, Statement, country_of
from whence.model.iso import earlier
from whence.names.countries import split
from whence.names.organs import is_abroad
from whence.names.spelling import name_words
from whence.weigh.acts import accuses

_OFFICIAL = frozenset({"accused_by_authority", "found"})


def overtaken(incident: Incident, statements: tuple[Statement, ...]) -> dict[str, Statement]:
    """Return the accusations that a clearing settles, by id, each with the clearing.

    Whoever clears a party formally has what the authorities of the same state said before: their
    suspicion is dealt with, and only what they say afterwards (or without a date) counts. What
    other states say, and private people, stands beside the clearing. A party is not cleared by
    its own side. A group that denies what it had claimed has unsaid its claim; a person who
    recants, and a state that does, leave an admission behind that others may still believe.
    """
    found = _unsaid(incident, statements)
    here = country_of(incident.slots)
    names = {party.id: party.name for party in incident.parties}
    for clearing in statements:
        if clearing.standing != "cleared" or clearing.speaks_for_party or clearing.stake == "ally":
            continue
        state = _state(clearing.origin_name) or here
        if state and _state(names.get(clearing.party_id, "")) == state:
            continue
        for one in statements:
            if (
                (one.party_id, one.role) == (clearing.party_id, clearing.role)
                and one.standing in _OFFICIAL
                and accuses(one)
                and (one.at and clearing.at and not earlier(clearing.at, one.at))
                and (_state(one.origin_name) or state) == state
                and not is_abroad(one.origin_name)
            ):
                found.setdefault(one.id, clearing)
    return found


def _unsaid(incident: Incident, statements: tuple[Statement, ...]) -> dict[str, Statement]:
    """Return the claims of groups, by id, each with the denial by which they take it back."""
    groups = {party.id for party in incident.parties if party.kind == "group"}
    own = [one for one in statements if one.speaks_for_party and one.party_id in groups]
    found: dict[str, Statement] = {}
    for denial in own:
        if denial.standing != "denied":
            continue
        for one in own:
            about = (one.party_id, one.role) == (denial.party_id, denial.role)
            before = one.at and denial.at and earlier(one.at, denial.at)
            if about and before and one.standing == "admitted" and accuses(one):
                found.setdefault(one.id, denial)
    return found


def _state(name: str) -> str:
    """Return the ISO code of the one state that a name tells, "" where it tells none."""
    codes = split(name_words(name))[1]
    return codes[0] if len(codes) == 1 else ""
