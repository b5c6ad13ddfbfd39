"""What can be supposed of a case: its origins, items, kinds of evidence, starts and claims."""

from collections.abc import Collection, Iterable
from typing import Final

from msgspec import Struct

from whence.model.assessment import Assessment, Evidence
from whence.publish.numbers import probability
from whence.publish.texts import known_as, sentence, squeeze
from whence.publish.words import evidence_label, words
from whence.web.shelf import Volume
from whence.web.views.supposed import PRIOR, RATIO, Change
from whence.weigh.tables import rows as kinds_of

_WORDS: Final = 110
"""Characters of a claim's words in a list."""


class Choice(Struct, frozen=True, kw_only=True):
    """Something that can be supposed otherwise: ``key`` is its value or its name in the form.

    ``note`` tells how it stands.
    """

    key: str
    label: str
    note: str = ""


class Start(Struct, frozen=True, kw_only=True):
    """Where the answers to one question start, before any evidence."""

    question: str
    answers: tuple[Choice, ...]


class Chosen(Struct, frozen=True, kw_only=True):
    """An item that was chosen, with the claims behind it."""

    item: Choice
    claims: tuple[Choice, ...]


class Choices(Struct, frozen=True, kw_only=True):
    """All that the page offers; ``origins`` are those that carry most first."""

    origins: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    starts: tuple[Start, ...]
    chosen: tuple[Chosen, ...]
    items: tuple[Choice, ...]
    claims: tuple[Choice, ...]


def choices(
    volume: Volume, assessment: Assessment, given: Iterable[Change], items: Collection[str]
) -> Choices:
    """Return what can be supposed of a case; what is supposed already is always among it."""
    fixed: Choices = volume.kept("what-if choices", lambda: _fixed(volume, assessment))
    rows = tuple(given)
    told = {item.id: item for answer in assessment.answers for item in answer.evidence}
    subjects = [row.subject for row in rows if row.field.startswith(RATIO)]
    chosen = dict.fromkeys(key for key in (*items, *subjects) if key in told)
    behind = {key for name in chosen for key in told[name].claim_ids}
    loose = [row for row in rows if row.field == "claim" and row.subject not in behind]
    listed = {origin.key for origin in fixed.origins}
    more = [row for row in rows if row.field == "without" and row.subject not in listed]
    return Choices(
        origins=(
            *(Choice(key=row.subject, label=named(volume, row)) for row in more),
            *fixed.origins,
        ),
        kinds=fixed.kinds,
        starts=fixed.starts,
        chosen=tuple(_chosen(volume, told[key]) for key in chosen),
        items=fixed.items,
        claims=tuple(Choice(key=row.subject, label=named(volume, row)) for row in loose),
    )


def named(volume: Volume, change: Change) -> str:
    """Return the words for what a change is about."""
    key = change.subject
    if change.field == "without":
        origin = volume.index.origins.get(key)
        return origin.name if origin else key
    if change.field == "claim":
        return _claim(volume, key)
    return _subjects(volume).get(key, evidence_label(key))


def _subjects(volume: Volume) -> dict[str, str]:
    assessment = volume.case.assessment

    def made() -> dict[str, str]:
        answers = assessment.answers if assessment else ()
        found = {one.id: sentence(one.label) for answer in answers for one in answer.hypotheses}
        return found | {one.id: known_as(one.text) for answer in answers for one in answer.evidence}

    return volume.kept("subjects", made)


def _claim(volume: Volume, key: str) -> str:
    claim = volume.index.claims.get(key)
    if claim is None or not claim.spans:
        return key
    said = squeeze(claim.spans[0].text, _WORDS)
    return f"{volume.index.outlet(claim.document_id)}: “{said}”"


def _fixed(volume: Volume, assessment: Assessment) -> Choices:
    pivots = sorted(assessment.sensitivity, key=lambda row: -abs(row.mean_with - row.mean_without))
    origins = dict.fromkeys((row.origin_id, known_as(row.origin_name)) for row in pivots)
    evidence = [item for answer in assessment.answers for item in answer.evidence]
    return Choices(
        origins=tuple(Choice(key=key, label=name) for key, name in origins),
        kinds=_kinds(evidence),
        starts=tuple(
            Start(
                question=words().roles[answer.role],
                answers=tuple(
                    Choice(
                        key=f"{PRIOR}{row.hypothesis_id}",
                        label=_subjects(volume).get(row.hypothesis_id, row.hypothesis_id),
                        note=probability(row.prior),
                    )
                    for row in answer.posterior
                ),
            )
            for answer in sorted(assessment.answers, key=lambda answer: answer.role)
        ),
        chosen=(),
        items=tuple(
            Choice(key=item.id, label=known_as(item.text))
            for item in sorted(evidence, key=lambda item: -item.diagnosticity)
        ),
        claims=(),
    )


def _kinds(evidence: Iterable[Evidence]) -> tuple[Choice, ...]:
    counts: dict[str, int] = {}
    for item in evidence:
        counts[item.kind] = counts.get(item.kind, 0) + 1
    known = kinds_of()
    return tuple(
        Choice(
            key=f"{RATIO}{kind}",
            label=f"{evidence_label(kind)} ({counts[kind]})",
            note=f"{known[kind].ratio:g}",
        )
        for kind in sorted(counts, key=lambda kind: (-counts[kind], kind))
        if kind in known
    )


def _chosen(volume: Volume, item: Evidence) -> Chosen:
    return Chosen(
        item=Choice(key=f"{RATIO}{item.id}", label=known_as(item.text), note=item.kind),
        claims=tuple(Choice(key=key, label=_claim(volume, key)) for key in item.claim_ids),
    )
