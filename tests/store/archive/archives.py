"""Cases to be exported, merged and copied, and archives as somebody with ill will makes them."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import pytest
from hypothesis import strategies as st
from msgspec import Struct

from whence.errors import BadArchive
from whence.model.case import Judgement
from whence.model.document import Document, Failure
from whence.model.ledger import (
    Captured,
    Closed,
    Comment,
    Media,
    Opened,
    Redaction,
    Retraction,
    Stamp,
)
from whence.store.archive.exporting import export
from whence.store.archive.manifest import LISTED, MANIFEST, Manifest, listed, understood, written
from whence.store.archive.reading import read_archive
from whence.store.archive.unpacking import Limits
from whence.store.ledger import Beside, Ledger, new_case
from whence.store.memory import MemoryStore
from whence.store.protocol import Sealed, Store
from whence.store.sealing import Draft, digest

AT = "2031-03-08T09:00:00+00:00"


def capture(raw: bytes, location: str = "port.html") -> Captured:
    return Captured(
        sha256=digest(raw), size=len(raw), location=location, url="https://example.org/port",
        media_type="text/html", retrieved_at=AT, status=200,
        headers=(("Content-Type", "text/html"),),
    )  # fmt: skip


def document(text: str, raw: bytes = b"") -> Document:
    return Document(
        id=Document.identify(text, None), location="port.html", media_type="text/html", text=text,
        blocks=(), raw_sha256=digest(raw), raw_size=len(raw),
    )  # fmt: skip


def judgement(subject: str, by: str = "Ada") -> Judgement:
    return Judgement(subject=subject, verdict="same", by=by, at=AT, reason="Both say so.")


def comment(text: str, subject: str = "") -> Comment:
    return Comment(text=text, subject=subject)


def case(store: Store, name: str = "Port", case_id: str = "") -> Ledger:
    return new_case(store, Opened(name=name, question="Who?"), "Ada", AT, case_id)


def put(
    ledger: Ledger, kind: str, payload: Struct, raw: bytes | None = None, author: str = "Ada"
) -> int:
    """Append one entry, with captured bytes, and return its number."""
    captures = {} if raw is None else {digest(raw): raw}
    draft = Draft(kind=kind, author=author, at=AT, payload=payload)
    return ledger.append([draft], Beside(captures=captures))[0].seq


def retract(ledger: Ledger, seq: int) -> int:
    return put(ledger, "retraction", Retraction(seq=seq, reason="A mistake."))


def redact(ledger: Ledger, seqs: tuple[int, ...] = (), captures: tuple[str, ...] = ()) -> None:
    said = Redaction(reason="By order.", seqs=seqs, captures=captures)
    draft = Draft(kind="redaction", author="Ada", at=AT, payload=said)
    ledger.append([draft], Beside(erased_seqs=seqs, erased_captures=captures))


def rich(store: Store, name: str = "Port", case_id: str = "") -> Ledger:
    """Return a case with an entry of many kinds, one taken back, two taken out."""
    ledger = case(store, name, case_id)
    page, film = b"<p>The port burns.</p>", b"\x00film\xff"
    put(ledger, "capture", capture(page), page)
    put(ledger, "document", document("The port burns.", page))
    put(ledger, "judgement", judgement("claim-1"))
    gone = put(ledger, "capture", capture(b"secret", "secret.html"), b"secret")
    media = Media(sha256=digest(film), size=len(film), media_type="video/mp4", location="f.mp4")
    put(ledger, "media", media, film)
    put(ledger, "comment", comment("A name that must go."))
    put(ledger, "comment", comment("On this \u2028 \x7f 'here'.", f"#{gone}"))
    retract(ledger, 4)
    redact(ledger, seqs=(7,), captures=(digest(b"secret"),))
    stamp = Stamp(seq=10, head=ledger.head().hash, authority="https://tsa.example", token=b"\x30\0")
    put(ledger, "stamp", stamp)
    put(ledger, "futurekind", comment("Of a newer version."))
    return ledger


def contents(store: Store, case_id: str) -> tuple[list[Sealed], list[tuple[str, bytes]]]:
    """Return all that a library holds of a case."""
    return list(store.read(case_id)), list(store.captures(case_id))


def bytes_of(path: Path) -> dict[str, bytes]:
    """Return the files of a folder, or a file under its own name."""
    if path.is_dir():
        return {found.name: found.read_bytes() for found in sorted(path.iterdir())}
    return {"": path.read_bytes()}


def forged(
    source: Path, target: Path, change: Callable[[Path], object],
    told: Callable[[Manifest], Manifest] = lambda manifest: manifest,
) -> Path:  # fmt: skip
    """Copy an exported folder, change it, and write a manifest that fits what it holds then."""
    shutil.copytree(source, target)
    change(target)
    manifest = understood((target / MANIFEST).read_bytes())
    if all((target / name).is_file() for name in LISTED):
        manifest = msgspec.structs.replace(manifest, files=listed(target))
    (target / MANIFEST).write_bytes(written(told(manifest)))
    return target


@dataclass(frozen=True)
class Step:
    """Something done to a case in a generated history; ``number`` picks what it is done to."""

    kind: str
    text: str
    number: int
    raw: bytes = field(default=b"")


STEPS = st.lists(
    st.builds(
        Step,
        kind=st.sampled_from(
            ["capture", "document", "comment", "failure", "retraction", "redaction", "stamp", "new"]
        ),
        text=st.text(max_size=12),
        number=st.integers(min_value=0, max_value=11),
        raw=st.binary(max_size=24),
    ),
    max_size=12,
)


def made(store: Store, steps: list[Step], name: str = "Port", case_id: str = "") -> Ledger:
    """Return the case with a generated history."""
    ledger = case(store, name, case_id)
    for step in steps:
        _do(ledger, step)
    return ledger


def _do(ledger: Ledger, step: Step) -> None:
    if step.kind == "capture":
        put(ledger, "capture", capture(step.raw, step.text or "a.html"), step.raw)
    elif step.kind == "document":
        put(ledger, "document", document(step.text, step.raw))
    elif step.kind == "retraction":
        retract(ledger, step.number)
    elif step.kind == "redaction":
        head = ledger.head().seq
        kept = {sealed.entry.seq for sealed in ledger.read(kinds=("redaction",))}
        seqs = () if step.number >= head or step.number + 1 in kept else (step.number + 1,)
        held = [sha256 for sha256, _ in ledger.store.captures(ledger.case_id)]
        redact(ledger, seqs, tuple(held[: step.number % 3]))
    else:
        said: dict[str, Struct] = {
            "comment": comment(step.text, f"#{step.number}"),
            "failure": Failure(
                location=step.text, stage="ingest", kind="missing", reason="Gone.", hint=""
            ),
            "stamp": Stamp(seq=1, head="0" * 64, authority=step.text, token=step.raw),
            "new": Closed(reason=step.text),
        }
        put(ledger, step.kind, said[step.kind])


def good_export(place: Path) -> Path:
    """Export a rich case as a folder, and as a zip beside it, and return the folder."""
    store = MemoryStore()
    ledger = rich(store, case_id="case-1")
    export(store, ledger.case_id, place / "case")
    export(store, ledger.case_id, place / "case.zip")
    return place / "case"


def refused(path: Path, limits: Limits | None = None) -> str:
    """Return why an archive is refused."""
    with pytest.raises(BadArchive) as caught:
        read_archive(path, limits).close()
    return caught.value.reason
