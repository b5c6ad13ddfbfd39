"""Pictures, films and sounds that bear on a case: what they are, say of themselves, look like."""

from hashlib import sha256
from importlib.util import find_spec
from typing import Annotated

from msgspec import Meta, Struct

from whence.ingest.media.details import details_of
from whence.ingest.media.films import look_at_film
from whence.ingest.media.pictures import Look, look_at_picture
from whence.ingest.media.signatures import media_type_of
from whence.model.ledger import Media

_NEEDED = ("PIL", "av", "numpy", "pdqhash")


class MediaLimits(Struct, frozen=True, kw_only=True):
    """Bounds of looking into one file: pixels of a picture or frame, frames hashed, seconds.

    Of a film longer than ``seconds`` only so much of its beginning is hashed.
    """

    pixels: Annotated[int, Meta(ge=1)] = 64_000_000
    frames: Annotated[int, Meta(ge=0, le=64)] = 8
    seconds: Annotated[float, Meta(gt=0)] = 4 * 3600.0


def can_examine() -> bool:
    """Tell whether the packages of the extra ``media`` are there."""
    return all(find_spec(name) for name in _NEEDED)


def examine(
    raw: bytes,
    location: str,
    *,
    url: str | None = None,
    retrieved_at: str | None = None,
    limits: MediaLimits | None = None,
) -> Media:
    """Return what a file is: type by its first bytes, SHA-256, and what was seen in it.

    Width, height, seconds, details and PDQ hashes need the extra ``media``. Without it, and for
    what is damaged or over the limits, the detail ``note`` says so. Bytes of any kind are taken.
    """
    media_type = media_type_of(raw)
    look = _look(raw, media_type, limits or MediaLimits())
    said = [("note", look.note), *look.said]
    return Media(
        sha256=sha256(raw).hexdigest(),
        size=len(raw),
        media_type=media_type,
        location=location,
        url=url,
        retrieved_at=retrieved_at,
        width=look.width,
        height=look.height,
        seconds=look.seconds,
        details=details_of(said),
        perceptual=tuple(look.perceptual),
    )


def _look(raw: bytes, media_type: str, limits: MediaLimits) -> Look:
    kind = media_type.partition("/")[0]
    if kind not in ("image", "video", "audio"):
        return Look(note="it is no picture, film or sound of a known kind")
    if not can_examine():
        return Look(note="it was not looked into: pip install 'whence[media]'")
    if kind == "image":
        return look_at_picture(raw, media_type, limits.pixels)
    return look_at_film(raw, media_type, limits.frames, limits.seconds, limits.pixels)
