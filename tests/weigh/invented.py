"""Incidents built by hand about invented events, parties and places."""

from collections.abc import Sequence
from typing import Any

from whence.model.assessment import Assessment, Posterior
from whence.model.attribution import Anonymity, SourceKind
from whence.model.claim import PartyKind, Role
from whence.model.incident import Incident, Party, Slot, Statement, Value
from whence.model.origin import Merge, Origin, Trace
from whence.model.span import Span


def party(key: str, name: str | None = None, kind: PartyKind = "group") -> Party:
    return Party(id=key, name=name or key.title(), kind=kind)


def statement(origin: str, about: str, **fields: Any) -> Statement:
    """A flat accusation of carrying it out, unless the fields say otherwise."""
    given: dict[str, Any] = {
        "role": "executor",
        "predicate": "carried_out",
        "standing": "accused",
        "act": "accuse",
        "polarity": True,
        "hedge": 3,
    } | fields
    words = f"{origin} on {about}"
    key = "-".join(str(given[name]) for name in ("role", "predicate", "act", "polarity"))
    return Statement(
        id=given.pop("id", f"st-{origin}-{about}-{key}"),
        party_id=about,
        origin_id=f"or-{origin}",
        origin_name=given.pop("name", origin),
        claim_ids=given.pop("claim_ids", (f"cl-{origin}-{about}",)),
        document_ids=given.pop("document_ids", ("doc-1",)),
        spans=(Span(document_id="doc-1", start=0, end=len(words), text=words),),
        **given,
    )


def denial(origin: str, about: str, **fields: Any) -> Statement:
    """A denial, by the party itself unless the fields say otherwise."""
    given: dict[str, Any] = {
        "standing": "denied",
        "act": "deny_involvement",
        "polarity": False,
        "speaks_for_party": True,
    }
    return statement(origin, about, **(given | fields))


def origin(
    key: str,
    kind: SourceKind = "person",
    anonymity: Anonymity = "named",
    merges: tuple[float, ...] = (),
) -> Origin:
    return Origin(
        id=f"or-{key}",
        name=key,
        kind=kind,
        anonymity=anonymity,
        chain_ids=(f"ch-{key}",),
        document_ids=("doc-1",),
        merges=tuple(
            Merge(left=key, right=f"{key} {n}", reason="same words", probability=p)
            for n, p in enumerate(merges)
        ),
    )


def slot(name: str, *values: str, origins: tuple[str, ...] = ()) -> Slot:
    return Slot(
        slot=name,
        label=name,
        best=values[0],
        disputed=False,
        values=tuple(
            Value(
                value=value,
                status="held",
                support=1.0,
                fact_ids=(f"fa-{name}-{n}",),
                origin_ids=origins,
                document_ids=("doc-1",),
                spans=(),
            )
            for n, value in enumerate(values)
        ),
    )


def incident(
    parties: Sequence[Party], statements: Sequence[Statement] = (), slots: Sequence[Slot] = ()
) -> Incident:
    return Incident(
        id="in-1",
        kind="drone_attack",
        headline="Drones over Port Selim",
        report_ids=("re-1",),
        slots=tuple(slots),
        parties=tuple(parties),
        statements=tuple(statements),
    )


def trace(*origins: Origin) -> Trace:
    return Trace(origins=origins)


def named(*keys: str) -> Trace:
    """A trace in which all these origins are persons with a name."""
    return Trace(origins=tuple(origin(key) for key in keys))


def means(assessment: Assessment, role: Role = "executor") -> dict[str, float]:
    """Posterior means by the last part of the hypothesis id ("alder", "unnamed")."""
    return {key: row.mean for key, row in rows(assessment, role).items()}


def rows(assessment: Assessment, role: Role = "executor") -> dict[str, Posterior]:
    answer = assessment.answer(role)
    return {row.hypothesis_id.split(":", 1)[1]: row for row in answer.posterior}
