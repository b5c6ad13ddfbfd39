"""Which statements stand at a moment: not later, and not taken back."""

from whence.model.incident import Incident, Statement
from whence.model.iso import earlier, order

_DAY = len("2021-11-07")


def standing_at(incident: Incident, as_of: str | None) -> tuple[Statement, ...]:
    """Return the statements known as of a moment, in a fixed order; undated ones are kept.

    Of a statement of which only the month or year is known the end counts: before that it may not
    have been made yet.
    """
    # The same statement twice is one statement.
    once = {statement.id: statement for statement in incident.statements}
    kept = [
        statement
        for statement in once.values()
        if as_of is None or statement.at is None or not _later(statement.at, as_of)
    ]
    return tuple(sorted(kept, key=lambda statement: (order(statement.at or ""), statement.id)))


def _later(at: str, as_of: str) -> bool:
    """Tell whether a statement came after a moment, or may have."""
    return earlier(as_of, at) or (len(at) < _DAY and len(as_of) > len(at) and as_of.startswith(at))


def taken_back(statements: tuple[Statement, ...]) -> frozenset[str]:
    """Return the ids of statements that their own voice has taken back since."""
    gone: set[str] = set()
    for retraction in statements:
        if retraction.act != "retract":
            continue
        gone |= {
            statement.id
            for statement in statements
            if statement.act != "retract"
            and _same_subject(statement, retraction)
            and not (statement.at and retraction.at and earlier(retraction.at, statement.at))
        }
    return frozenset(gone)


def _same_subject(left: Statement, right: Statement) -> bool:
    """Tell whether one voice speaks of one party: whoever speaks for the party is its voice."""
    if (left.party_id, left.role) != (right.party_id, right.role):
        return False
    own = left.speaks_for_party and right.speaks_for_party
    return own or left.origin_id == right.origin_id
