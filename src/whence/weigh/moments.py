"""Which statements stand at a moment: not later, and not taken back."""

from whence.model.incident import Incident, Statement


def later(at: str, as_of: str) -> bool:
    """Tell whether ``at`` is surely later than ``as_of``: ISO prefixes compared as far as both go.

    "2021-11" is not surely later than "2021-11-08": what is not known is not guessed.
    """
    common = min(len(at), len(as_of))
    return at[:common] > as_of[:common]


def standing_at(incident: Incident, as_of: str | None) -> tuple[Statement, ...]:
    """Return the statements known as of a moment, in a fixed order; undated ones are kept."""
    kept = [
        statement
        for statement in incident.statements
        if as_of is None or statement.at is None or not later(statement.at, as_of)
    ]
    return tuple(sorted(kept, key=lambda statement: (statement.at or "", statement.id)))


def taken_back(statements: tuple[Statement, ...]) -> frozenset[str]:
    """Return the ids of statements that their own origin has taken back since."""
    gone: set[str] = set()
    for retraction in statements:
        if retraction.act != "retract":
            continue
        gone |= {
            statement.id
            for statement in statements
            if statement.act != "retract"
            and _same_subject(statement, retraction)
            and not (statement.at and retraction.at and later(statement.at, retraction.at))
        }
    return frozenset(gone)


def _same_subject(left: Statement, right: Statement) -> bool:
    return (left.origin_id, left.party_id, left.role) == (
        right.origin_id,
        right.party_id,
        right.role,
    )
