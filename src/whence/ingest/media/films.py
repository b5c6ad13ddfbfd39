"""Films and sounds looked into: length, codecs, tags, PDQ hashes of frames evenly apart."""

import io
import logging
import math
from collections.abc import Iterator
from typing import Any, Final

from whence.ingest.media.likeness import fitting, pdq
from whence.ingest.media.pictures import Look

_FORMATS = {
    "video/mp4": "mov",
    "video/quicktime": "mov",
    "video/3gpp": "mov",
    "video/webm": "matroska",
    "video/x-matroska": "matroska",
    "video/x-msvideo": "avi",
    "video/x-flv": "flv",
    "video/mpeg": "mpeg",
    "video/mp2t": "mpegts",
    "video/x-ms-asf": "asf",
    "video/ogg": "ogg",
    "audio/mp4": "mov",
    "audio/mpeg": "mp3",
    "audio/ogg": "ogg",
    "audio/wav": "wav",
    "audio/flac": "flac",
    "audio/aac": "aac",
    "audio/amr": "amr",
}
"""How each type is opened. Never by guessing: a playlist would have other files opened."""
_MOST_WORK = 1_000_000_000  # pixels decoded of one film: some 500 frames of 1920 x 1080
_MOST_PACKETS = 20_000
_MOST_STREAMS = 8
_MICROSECONDS: Final = 1_000_000


def look_at_film(raw: bytes, media_type: str, frames: int, seconds: float, pixels: int) -> Look:
    """Look into a film or a sound: at most so many frames, of its first seconds. Never raises."""
    look = Look()
    if media_type not in _FORMATS:
        look.note = f"{media_type} is not looked into"
        return look
    import av

    logging.getLogger("libav").addHandler(logging.NullHandler())
    try:
        with av.open(
            io.BytesIO(raw),
            format=_FORMATS[media_type],
            metadata_errors="replace",
            io_open=_refuse,
        ) as container:
            _describe(look, container)
            videos = [one for one in container.streams.video if not _cover(one)]
            if videos and media_type.startswith("video/"):
                _hash(look, container, videos[0], (frames, seconds, pixels))
    except Exception:  # on bytes made up at will decoders raise whatever they please
        look.note = "it is damaged: it cannot be decoded to its end"
    return look


def _refuse(url: str, flags: int, options: dict[str, str]) -> Any:
    raise PermissionError(f"a film opens no other file: {url[:80]!r}, {flags}, {len(options)}")


def _cover(stream: Any) -> bool:
    return bool(stream.disposition & stream.disposition.__class__.attached_pic)


def _describe(look: Look, container: Any) -> None:
    look.seconds = _length(container)
    look.said.append(("container", container.format.name))
    for stream in list(container.streams)[:_MOST_STREAMS]:
        codec = stream.codec_context.name if stream.codec_context else ""
        look.said.append((f"{stream.type} codec", codec))
    look.said += container.metadata.items()
    for stream in list(container.streams)[:_MOST_STREAMS]:
        look.said += stream.metadata.items()


def _length(container: Any) -> float | None:
    given = [container.duration / _MICROSECONDS] if container.duration else []
    for stream in list(container.streams)[:_MOST_STREAMS]:
        if stream.duration and stream.time_base:
            given.append(float(stream.duration * stream.time_base))
    found = [one for one in given if math.isfinite(one) and 0 < one < 1e7]
    return round(found[0], 3) if found else None


def _hash(look: Look, container: Any, stream: Any, bounds: tuple[int, float, int]) -> None:
    frames, seconds, pixels = bounds
    context = stream.codec_context
    look.width, look.height = context.width or None, context.height or None
    if context.width * context.height > pixels:
        look.note = f"its frames have more than {pixels:,} pixels and were not decoded"
        return
    context.thread_count = 1
    context.options = {"max_pixels": str(pixels)}  # a later frame may be larger than declared
    for frame in _frames(container, stream, frames, min(look.seconds or 0.0, seconds)):
        width, height = fitting(frame.width, frame.height)
        small = frame.reformat(width=width, height=height, format="rgb24")
        found = pdq(small.to_ndarray())
        if found and found not in look.perceptual:
            look.perceptual.append(found)


def _frames(container: Any, stream: Any, count: int, seconds: float) -> Iterator[Any]:
    """Yield frames at the middle of equal parts of a film; of one of unknown length, the first."""
    work = packets = 0
    for number in range(count if seconds else 1):
        wanted = seconds * (number + 0.5) / count
        if seconds:
            container.seek(int(wanted * _MICROSECONDS), backward=True)
        last = None
        for packet in container.demux(stream):
            packets += 1
            for frame in packet.decode():
                work += frame.width * frame.height
                last = frame
                if work > _MOST_WORK or not seconds or (frame.time or 0.0) >= wanted:
                    break
            else:
                if packets < _MOST_PACKETS:
                    continue
            break
        if last is not None:
            yield last
        if work > _MOST_WORK or packets >= _MOST_PACKETS:
            return
