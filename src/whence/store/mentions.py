"""Which captured bytes a case's entries speak of, and what its redactions took out."""

from dataclasses import dataclass, field

import msgspec
from msgspec import Struct

from whence.model.document import Document
from whence.model.ledger import Captured, Media, Redaction
from whence.store.ledger import decoded
from whence.store.protocol import Sealed

SPEAKING = frozenset({"capture", "media", "document"})
"""The kinds of entry that speak of captured bytes."""


@dataclass(frozen=True, kw_only=True)
class Mention:
    """Bytes that an entry speaks of, and the time at which it was made."""

    captured: Captured
    at: str


@dataclass
class Account:
    """What a chain, heard entry by entry, says of the bytes beside it.

    ``mentions`` are by SHA-256, in the chain's order; ``required`` are those that must be there,
    ``gone`` those that were taken out, and not captured again. ``blank`` are the entries without
    their payload, ``excused`` those that a redaction names, ``restored`` those that have a payload
    though a redaction names them.
    """

    mentions: dict[str, Mention] = field(default_factory=dict)
    required: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    blank: set[int] = field(default_factory=set)
    excused: set[int] = field(default_factory=set)
    restored: set[int] = field(default_factory=set)

    def hear(self, sealed: Sealed) -> None:
        """Take note of the next entry; a payload that cannot be read says nothing."""
        entry = sealed.entry
        if sealed.payload is None:
            self.blank.add(entry.seq)
        elif entry.kind == "redaction":
            self._redacted(said(sealed), entry.seq)
        elif entry.kind in SPEAKING:
            self._mentioned(sealed)

    def unexplained(self) -> list[int]:
        """Return the entries whose payload is missing though no redaction took it."""
        return sorted(self.blank - self.excused)

    def missing(self, held: set[str]) -> list[str]:
        """Return the SHA-256 of bytes that are not held though no redaction took them."""
        return sorted(self.required - held)

    def uncalled(self, held: set[str]) -> list[str]:
        """Return the SHA-256 of bytes held that no entry speaks of, or that were taken out."""
        return sorted(held - (self.mentions.keys() - self.gone))

    def _redacted(self, redaction: Struct | None, seq: int) -> None:
        if not isinstance(redaction, Redaction):
            return
        named = {other for other in redaction.seqs if 0 < other < seq}
        self.excused |= named
        self.restored |= named - self.blank
        self.gone |= set(redaction.captures) & self.mentions.keys()
        self.required -= set(redaction.captures)

    def _mentioned(self, sealed: Sealed) -> None:
        captured = spoken_of(sealed)
        if captured is None:
            return
        sha256 = captured.sha256
        # A capture's own entry knows the answer's status and headers: it goes before the others.
        if sha256 not in self.mentions or (
            sealed.entry.kind == "capture" and not self.mentions[sha256].captured.headers
        ):
            self.mentions[sha256] = Mention(captured=captured, at=sealed.entry.at)
        if sealed.entry.kind != "document":
            self.required.add(sha256)
            self.gone.discard(sha256)


def said(sealed: Sealed) -> Struct | None:
    """Return what an entry says, None where that cannot be read."""
    try:
        return decoded(sealed)
    except msgspec.DecodeError:
        return None


def spoken_of(sealed: Sealed) -> Captured | None:
    """Return the bytes that an entry speaks of, as they would be captured; None for no bytes."""
    found = said(sealed) if sealed.entry.kind in SPEAKING else None
    if isinstance(found, Captured):
        return found
    if isinstance(found, Media):
        return Captured(
            sha256=found.sha256, size=found.size, location=found.location, url=found.url,
            media_type=found.media_type, retrieved_at=found.retrieved_at,
        )  # fmt: skip
    if isinstance(found, Document):
        return Captured(
            sha256=found.raw_sha256, size=found.raw_size, location=found.location, url=found.url,
            media_type=found.media_type, retrieved_at=found.retrieved_at,
        )  # fmt: skip
    return None
