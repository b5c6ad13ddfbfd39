"""Pictures, films and sounds as evidence of a case: kept, described, found again."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct

from whence.errors import CaseRefused, MissingInput, TooLarge, UnsupportedInput
from whence.ingest.archives.archiver import archived_media
from whence.ingest.archives.archiver_files import is_archive
from whence.ingest.media.examine import can_examine, examine
from whence.ingest.media.likeness import NEAR, alike
from whence.model.document import Failure
from whence.model.ledger import Description, Head, Media
from whence.run.case.keeper import refuse_closed
from whence.run.case.state import CaseState, folded
from whence.run.config import Config
from whence.store.ledger import Beside, Ledger
from whence.store.protocol import Store
from whence.store.sealing import Draft

_MEDIA: Final = frozenset({"media", "retraction"})
_ENDING: Final = frozenset({"redaction", "closed", "reopened"})
_READ: Final = _MEDIA | _ENDING | {"document", "extraction"}
"""What is read of a case: pages and what was read in them only where a claim is to be known."""


class Seen(Struct, frozen=True, kw_only=True):
    """Media of the library that look like one that is given; ``distance`` of 256 bits."""

    case: str
    location: str
    sha256: str
    distance: int


class Kept(Struct, frozen=True, kw_only=True):
    """What came of one file: its entry, 0 when the case had it, and where it was seen before."""

    seq: int
    media: Media
    seen: tuple[Seen, ...] = ()


class Told(Struct, frozen=True, kw_only=True):
    """What a person says of a piece of media, and who and when."""

    author: str
    at: str
    text: str = ""
    claim_ids: tuple[str, ...] = ()


def read_media(path: Path, config: Config) -> tuple[Media, bytes]:
    """Read a file of media and examine it.

    Raises:
        MissingInput: when there is no such file, or it may not be read.
        UnsupportedInput: when it is empty.
        TooLarge: when it is over the limit for one input, times ten: films are large.
    """
    most = 10 * config.ingest.max_bytes
    try:
        with path.open("rb") as stream:
            raw = stream.read(most + 1)
    except OSError as error:
        hint = "give the files in it, one by one or as DIR/*" if path.is_dir() else ""
        raise MissingInput(str(path), error.strerror or str(error), hint) from error
    if len(raw) > most:
        hint = "raise [ingest] max_bytes in whence.toml: media may be ten times as large"
        raise TooLarge(str(path), f"it is larger than {most:,} bytes", hint)
    if not raw:
        raise UnsupportedInput(str(path), "it is empty", "give the file itself")
    return examine(raw, str(path)), raw


def add_media(ledger: Ledger, media: Media, raw: bytes, told: Told) -> Kept:
    """Keep media in a case with what is said of it; what the case has is described alone.

    Raises:
        CaseRefused: when the case is closed, the bytes were taken out of it, or a claim is none
            of the case's.
    """
    seen = tuple(seen_before(ledger.store, media))
    known = False

    def drawn(_head: Head) -> tuple[Sequence[Draft], Beside]:
        nonlocal known
        state = folded(ledger.read(kinds=_READ if told.claim_ids else _MEDIA | _ENDING))
        _check(state, media, told, ledger.name)
        known = media.sha256 in state.media
        drafts = []
        if not known:
            drafts.append(Draft(kind="media", author=told.author, at=told.at, payload=media))
        if told.text or told.claim_ids:
            said = Description(subject=media.sha256, text=told.text, claim_ids=told.claim_ids)
            drafts.append(Draft(kind="description", author=told.author, at=told.at, payload=said))
        return drafts, Beside(captures={media.sha256: raw})

    entries = ledger.append_behind(drawn)
    return Kept(seq=0 if known else entries[0].seq, media=media, seen=seen)


def add_archived(
    ledger: Ledger, inputs: Sequence[str], told: Told, failed: Callable[[Failure], None]
) -> int:
    """Keep the media of those inputs that the auto-archiver left, and return how many are new.

    What cannot be kept is told to ``failed``, and the rest is kept.
    """
    count = 0
    for given in inputs:
        path = Path(given)
        if not path.exists() or not is_archive(path):
            continue
        for found in archived_media(path):
            if isinstance(found, Failure):
                failed(found)
                continue
            try:
                count += bool(add_media(ledger, found.media, found.raw, told).seq)
            except CaseRefused as error:
                failed(_refused(found.media, error))
    return count


def _refused(media: Media, error: CaseRefused) -> Failure:
    return Failure(
        location=media.location, stage="ingest", kind=error.kind, reason=error.message,
        hint=error.hint,
    )  # fmt: skip


def seen_before(store: Store, media: Media) -> Iterator[Seen]:
    """Yield media of all cases that are the same file, or look alike, nearest first."""
    found = []
    for head in store.heads():
        ledger = Ledger(store, head.case_id, head.name)
        for other in folded(ledger.read(kinds=_MEDIA)).media.values():
            distance = 0 if other.sha256 == media.sha256 else alike(media, other)
            if distance is not None and distance <= NEAR:
                found.append(
                    Seen(
                        case=head.name, location=other.location, sha256=other.sha256,
                        distance=distance,
                    )
                )  # fmt: skip
    yield from sorted(found, key=lambda one: (one.distance, one.case, one.location))


def limits_told() -> str:
    """Return what cannot be told of media here, "" when nothing is missing."""
    if can_examine():
        return ""
    return "size, type and hash alone are kept: pip install 'whence[media]' for the rest"


def _check(state: CaseState, media: Media, told: Told, name: str) -> None:
    refuse_closed(state, name)
    if media.sha256 in state.redacted:
        raise CaseRefused(f"{media.location} was taken out of this case, and stays out")
    reports = [read.report for read in state.extractions.values()]
    known = {claim.id for report in reports for claim in report.claims}
    known |= {fact.id for report in reports for fact in report.facts}
    for claim in told.claim_ids:
        if claim not in known:
            hint = f"'whence search WORDS --case {name}' tells the ids of claims and facts"
            raise CaseRefused(f"the case has no claim {claim}", hint)
