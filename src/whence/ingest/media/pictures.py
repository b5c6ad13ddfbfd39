"""Pictures looked into: size, what their EXIF tells (CIPA DC-008), PDQ hash."""

import io
import logging
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from whence.ingest.media.likeness import fitting, pdq

if TYPE_CHECKING:
    from PIL import Image

_FORMATS = {
    "image/jpeg": ("JPEG", "MPO"),
    "image/png": ("PNG",),
    "image/gif": ("GIF",),
    "image/webp": ("WEBP",),
    "image/tiff": ("TIFF",),
    "image/bmp": ("BMP",),
    "image/avif": ("AVIF",),
}
"""What is decoded, and by which decoder: some others of Pillow's start programs."""
_NO_WORDS = frozenset({"MakerNote", "PrintImageMatching", "ExifOffset", "GPSInfo", "XMLPacket"})


class Look(Struct, kw_only=True):
    """What was seen, filled as far as decoding came; ``note`` says why it came no further."""

    width: int | None = None
    height: int | None = None
    seconds: float | None = None
    said: list[tuple[str, object]] = []
    perceptual: list[str] = []
    note: str = ""


def look_at_picture(raw: bytes, media_type: str, most_pixels: int) -> Look:
    """Look into a picture; of one that moves, at its first frame. Never raises."""
    look = Look()
    if media_type not in _FORMATS:
        look.note = f"{media_type} is not looked into"
        return look
    from PIL import Image

    logging.getLogger("PIL").addHandler(logging.NullHandler())
    try:
        with warnings.catch_warnings():  # of sizes: they are checked below; of odd files: noted
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(raw), formats=_FORMATS[media_type]) as image:
                _fill(look, image, most_pixels)
    except Exception:  # on bytes made up at will decoders raise whatever they please
        look.note = "it is damaged: it cannot be decoded to its end"
    return look


def _fill(look: Look, image: "Image.Image", most_pixels: int) -> None:
    import numpy as np
    from PIL import Image, ImageOps

    look.width, look.height = image.size
    look.said += _said(image)
    if image.width * image.height > most_pixels:
        look.note = f"it has more than {most_pixels:,} pixels and was not decoded"
        return
    size = fitting(*image.size)
    image.draft("RGB", size)  # a JPEG is decoded no larger than needed
    shown = ImageOps.exif_transpose(image.convert("RGB").resize(size, Image.Resampling.BOX))
    turned = image.getexif().get(0x0112, 1)  # Orientation: 5 to 8 lie on their side
    if turned in (5, 6, 7, 8):
        look.width, look.height = look.height, look.width
    if found := pdq(np.asarray(shown)):
        look.perceptual.append(found)


def _said(image: "Image.Image") -> Iterator[tuple[str, object]]:
    from PIL import ExifTags

    exif = image.getexif()
    names: dict[int, str] = ExifTags.TAGS
    for tag, value in (*exif.items(), *exif.get_ifd(ExifTags.IFD.Exif).items()):
        name = names.get(tag, "")
        if name and name not in _NO_WORDS:
            yield name, value
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    if place := _place(gps):
        yield "place", place
    for tag, value in gps.items():
        if name := ExifTags.GPSTAGS.get(tag, ""):
            yield name, value
    for key, value in image.info.items():
        if isinstance(key, str) and isinstance(value, str):
            yield key, value


def _place(gps: dict[int, Any]) -> str:
    """Return latitude and longitude in decimal degrees, "" when they are not whole."""
    try:
        (north, latitude), (east, longitude) = (gps[1], gps[2]), (gps[3], gps[4])
        degrees = [
            float(whole) + float(minutes) / 60 + float(seconds) / 3600
            for whole, minutes, seconds in (latitude, longitude)
        ]
        signs = {"N": 1, "E": 1, "S": -1, "W": -1}
        found = (degrees[0] * signs[north], degrees[1] * signs[east])
    except (KeyError, TypeError, ValueError, ArithmeticError):
        return ""
    if not (abs(found[0]) <= 90 and abs(found[1]) <= 180):
        return ""
    return f"{found[0]:.6f}, {found[1]:.6f}"
