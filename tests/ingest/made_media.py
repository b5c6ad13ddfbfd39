"""Pictures, films and sounds made up for the tests."""

import io
import struct
import wave
from typing import Any

import av
import numpy as np
from PIL import Image


def scene(seed: int, width: int = 640, height: int = 480) -> Image.Image:
    """Return a picture with shapes large and small, another for every seed."""
    rng = np.random.default_rng(seed)
    total = np.zeros((height, width, 3))
    for cells in (3, 6, 12, 24):
        coarse = Image.fromarray(rng.integers(0, 255, (cells, cells, 3), dtype=np.uint8))
        total += np.asarray(coarse.resize((width, height), Image.Resampling.BICUBIC), float) / cells
    stretched = (total - total.mean()) / total.std() * 70 + 128
    return Image.fromarray(stretched.clip(0, 255).astype(np.uint8))


def saved(image: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    """Return a picture as the bytes of a file."""
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def film(seeds: tuple[int, ...], kind: str = "mp4", size: tuple[int, int] = (320, 240)) -> bytes:
    """Return a film of one second for each scene, ten frames a second."""
    buffer = io.BytesIO()
    with av.open(buffer, "w", format=kind) as container:
        container.metadata["title"] = "The quay"
        stream = container.add_stream("mpeg4", rate=10)
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        stream.bit_rate = 2_000_000
        for seed in seeds:
            frame = np.asarray(scene(seed, *size))
            for _ in range(10):
                container.mux(stream.encode(av.VideoFrame.from_ndarray(frame, format="rgb24")))
        container.mux(stream.encode())
    return buffer.getvalue()


def sound(seconds: float = 1.5, rate: int = 8_000) -> bytes:
    """Return a tone as a WAV file."""
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(2)
        written.setframerate(rate)
        steps = range(int(seconds * rate))
        written.writeframes(b"".join(struct.pack("<h", (step * 97) % 9_000) for step in steps))
    return buffer.getvalue()
