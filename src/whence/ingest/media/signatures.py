"""What a picture, film or sound is, by its first bytes."""

import re

UNKNOWN = "application/octet-stream"
"""The type of bytes that are like nothing here (RFC 2046, section 4.5.1)."""

_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"FLV\x01", "video/x-flv"),
    (b"\x00\x00\x01\xba", "video/mpeg"),
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "video/x-ms-asf"),
    (b"ID3", "audio/mpeg"),
    (b"fLaC", "audio/flac"),
    (b"#!AMR", "audio/amr"),
    (b"\xff\xf1", "audio/aac"),
    (b"\xff\xf9", "audio/aac"),
    (b"\xff\xfb", "audio/mpeg"),
    (b"\xff\xf3", "audio/mpeg"),
    (b"\xff\xf2", "audio/mpeg"),
)
_RIFF = {b"WEBP": "image/webp", b"AVI ": "video/x-msvideo", b"WAVE": "audio/wav"}
_BRANDS = {
    b"qt  ": "video/quicktime",
    b"M4A ": "audio/mp4",
    b"M4B ": "audio/mp4",
    b"avif": "image/avif",
    b"avis": "image/avif",
    b"heic": "image/heic",
    b"heix": "image/heic",
    b"mif1": "image/heif",
    b"3gp4": "video/3gpp",
    b"3gp5": "video/3gpp",
    b"3gp6": "video/3gpp",
}
"""Major brands of files in the manner of ISO 14496-12; every other one is a film in MP4."""
_BITMAP = re.compile(rb"BM.{4}\x00{4}.{4}[\x0c\x28\x38\x40\x6c\x7c]\x00{3}", re.DOTALL)
_TRANSPORT = re.compile(rb"G.{187}G.{187}G", re.DOTALL)  # ISO 13818-1: packets of 188 bytes


def media_type_of(raw: bytes) -> str:
    """Return the media type of a picture, film or sound; ``UNKNOWN`` when it is none known."""
    for start, media_type in _STARTS:
        if raw.startswith(start):
            return media_type
    if raw.startswith(b"RIFF"):
        return _RIFF.get(raw[8:12], UNKNOWN)
    if raw[4:8] == b"ftyp":
        return _BRANDS.get(raw[8:12], "video/mp4")
    if raw.startswith(b"\x1aE\xdf\xa3"):
        return "video/webm" if b"webm" in raw[:64] else "video/x-matroska"
    if raw.startswith(b"OggS"):
        return "video/ogg" if b"theora" in raw[:256] else "audio/ogg"
    if raw[4:8] in (b"moov", b"mdat", b"wide"):  # QuickTime of before the brands
        return "video/quicktime"
    if _TRANSPORT.match(raw):
        return "video/mp2t"
    return "image/bmp" if _BITMAP.match(raw) else UNKNOWN


def is_media(media_type: str) -> bool:
    """Tell whether a type is that of a picture, film or sound."""
    return media_type.startswith(("image/", "video/", "audio/"))
