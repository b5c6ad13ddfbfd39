"""Every item of evidence against every answer, by what it alone would do to each."""

from math import exp, log

from msgspec import Struct

from whence.model.assessment import Answer
from whence.model.claim import Role
from whence.publish.index import Index
from whence.publish.queries.explained import asked, labels, shares
from whence.publish.texts import known_as
from whence.publish.words import evidence_label

TELLING = 0.2
"""Nats from which an item tells two answers apart, as a verdict counts it (1.22 to 1)."""
_SOME, _MUCH = 0.1, log(2)
"""Nats from which a mark is + or -, and ++ or --."""


class Item(Struct, frozen=True, kw_only=True, tag_field="row", tag="evidence"):
    """One item against every answer (analysis of competing hypotheses, Heuer 1999).

    ``nats`` by label: by how much the item alone would raise (or lower) that answer's share, given
    the prior; None where the answer is weightless. ``marks`` are the same as +, ++, -, -- or 0.
    ``diagnosticity`` is the largest difference between two answers; below 0.2 nats the item is not
    ``telling``.
    """

    role: Role
    evidence_id: str
    kind: str
    text: str
    origins: tuple[str, ...]
    nats: dict[str, float | None]
    marks: dict[str, str]
    diagnosticity: float
    telling: bool
    reason: str


def matrix(index: Index, role: Role | None = None) -> tuple[Item, ...]:
    """Return every item against every answer, the most telling first."""
    assessment = index.case.assessment
    if assessment is None:
        return ()
    return tuple(
        item
        for answer in asked(assessment, role)
        for item in sorted(
            _items(index, answer), key=lambda item: (-item.diagnosticity, item.evidence_id)
        )
    )


def _items(index: Index, answer: Answer) -> list[Item]:
    names = labels(answer)
    prior = {row.hypothesis_id: row.prior for row in answer.posterior}
    # columns as the shares are listed, the weightless last
    order = [row.hypothesis_id for row in shares(answer)]
    found = []
    for item in answer.evidence:
        held = {key: nats for key, nats in item.log_likelihood.items() if key in prior}
        mean = sum(prior[key] * exp(nats) for key, nats in held.items())
        whole = sum(prior[key] for key in held)
        level = log(mean / whole) if mean > 0 else 0.0
        alone = {key: held[key] - level if key in held else None for key in order}
        found.append(
            Item(
                role=answer.role, evidence_id=item.id, kind=evidence_label(item.kind),
                text=known_as(item.text), origins=_origins(index, item.origin_ids),
                nats={
                    names[key]: None if nats is None else round(nats, 6)
                    for key, nats in alone.items()
                },
                marks={names[key]: mark(nats) for key, nats in alone.items()},
                diagnosticity=item.diagnosticity, telling=item.diagnosticity >= TELLING,
                reason=item.reason,
            )
        )  # fmt: skip
    return found


def _origins(index: Index, keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(index.origins[key].name for key in keys if key in index.origins)


def mark(nats: float | None) -> str:
    """Return +, ++, -, -- or 0 for nats by which an item alone moves an answer, "" for None."""
    if nats is None:
        return ""
    if abs(nats) < _SOME:
        return "0"
    return ("+" if nats > 0 else "-") * (2 if abs(nats) >= _MUCH else 1)
