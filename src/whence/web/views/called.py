"""What the ids of a case stand for, in words, also where the report they are of is away."""

from collections.abc import Mapping
from typing import Final

import msgspec

from whence.model.document import Document
from whence.model.ledger import Extraction
from whence.publish.texts import known_as
from whence.publish.words import evidence_label
from whence.run.case.telling import gone, names_in
from whence.store.ledger import decoded
from whence.store.protocol import Sealed
from whence.web.shelf import Volume
from whence.weigh.tables import rows as kinds_of

_READ: Final = frozenset({"document", "extraction"})


def called(volume: Volume) -> Mapping[str, str]:
    """Return names by ids, of what the case holds and of what was taken back; made once."""
    return volume.kept("called", lambda: _called(volume))


def in_words(volume: Volume, key: str) -> str:
    """Return words for an id; what is none, as the name of a party, as it stands."""
    known = weighed(volume).get(key)
    return known or away(volume).get(key) or gone(key)


def weighed(volume: Volume) -> Mapping[str, str]:
    """Return the names of what is weighed: answers, items of evidence, and their kinds."""
    return volume.kept("weighed names", lambda: _weighed(volume))


def _weighed(volume: Volume) -> dict[str, str]:
    found = {kind: evidence_label(kind) for kind in kinds_of()}
    for answer in volume.case.assessment.answers if volume.case.assessment else ():
        found |= {one.id: known_as(one.text) for one in answer.evidence}
        found |= {one.id: one.label for one in answer.hypotheses}
    return found


def away(volume: Volume) -> Mapping[str, str]:
    """Return the names of reports that were taken back, and of what was read in them."""
    return volume.kept("away names", lambda: _away(volume) if volume.state.withdrawn else {})


def _away(volume: Volume) -> dict[str, str]:
    lost = volume.state.withdrawn
    marks = [key.encode() for key in lost]
    found: dict[str, str] = {}
    for sealed in volume.ledger.read(at=f"#{volume.head.seq}", kinds=_READ):
        if not any(mark in (sealed.payload or b"") for mark in marks):
            continue
        said = _said(sealed)
        if isinstance(said, Document) and said.id in lost:
            found[said.id] = said.name
        elif isinstance(said, Extraction) and said.report.document_id in lost:
            found |= names_in(said.report)
    return found


def _said(sealed: Sealed) -> object:
    try:
        return decoded(sealed)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None  # written by another version: it names nothing here


def _called(volume: Volume) -> dict[str, str]:
    found = {**weighed(volume), **away(volume)}
    for read in volume.state.extractions.values():
        found |= names_in(read.report)
    return found | {key: one.name for key, one in volume.state.documents.items()}
