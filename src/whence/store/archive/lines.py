"""A case's entries as lines of JSON: the same bytes for the same entry, its payload verbatim."""

from collections.abc import Iterator

import msgspec

from whence.model.ledger import PAYLOADS, Entry
from whence.store.ledger import decoded
from whence.store.protocol import Sealed
from whence.store.sealing import faults

SIGNED = frozenset({"stamp", "signature"})
"""The kinds of entry that others can check without us."""

_TAKEN_OUT = b"null"


class Line(Entry, frozen=True, kw_only=True):
    """An entry with its payload, null where that was taken out."""

    payload: msgspec.Raw


class SignatureLine(msgspec.Struct, frozen=True, kw_only=True):
    """A time-stamp or signature; ``seq`` is that of its own entry, the payload names the other."""

    seq: int
    kind: str
    payload: msgspec.Raw


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Line)
_FIELDS = Entry.__struct_fields__


def to_line(sealed: Sealed) -> bytes:
    """Return an entry as a line, with its line feed."""
    payload = _TAKEN_OUT if sealed.payload is None else sealed.payload
    fields = {name: getattr(sealed.entry, name) for name in _FIELDS}
    return _encoder.encode(Line(**fields, payload=msgspec.Raw(payload))) + b"\n"


def from_line(line: bytes) -> Sealed:
    """Return the entry that a line holds.

    Raises:
        ValueError: when it is no entry, or not written as ``to_line`` writes it.
    """
    try:
        found = _decoder.decode(line)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ValueError(str(error)) from error
    payload = bytes(found.payload)
    entry = Entry(**{name: getattr(found, name) for name in _FIELDS})
    sealed = Sealed(entry, None if payload == _TAKEN_OUT else payload)
    # What is said twice, or beside the fields, would be read one way here and another elsewhere.
    if to_line(sealed) != line:
        raise ValueError("it is not written as Whence writes it")
    return sealed


def signature_line(sealed: Sealed) -> bytes:
    """Return a time-stamp or a signature as a line, "" for every other entry."""
    if sealed.entry.kind not in SIGNED or sealed.payload is None:
        return b""
    entry = sealed.entry
    line = SignatureLine(seq=entry.seq, kind=entry.kind, payload=msgspec.Raw(sealed.payload))
    return _encoder.encode(line) + b"\n"


def flaws(sealed: Sealed, before: Entry | None) -> Iterator[str]:
    """Yield why an entry cannot be carried from one library to another."""
    yield from faults(sealed, before)
    if before is None and sealed.entry.kind != "opened":
        yield "a case begins with its opening"
    payload = sealed.payload
    if payload is None:
        return
    if len(payload) != sealed.entry.payload_size:
        yield "its payload is not as long as it says"
    if payload[:1] != b"{" or payload[-1:] != b"}" or b"\n" in payload:
        yield "its payload is no JSON object on one line"
        return
    try:
        decoded(sealed)
        if sealed.entry.kind not in PAYLOADS:
            msgspec.json.decode(payload)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        yield f"its payload is no {sealed.entry.kind} ({error})"
