"""Readers that keep what they read: in a folder, or the last few documents in memory.

In a folder, so that a large set is read by the model once. Facts, dates and places are worked out
anew on every run: only the reader's own output is kept, by the document's id and the reader's name
and version.
"""

from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import msgspec

from whence.model.document import Document
from whence.model.reading import Reader, Reading


class Remembered:
    """Reads by another reader, or by what that one said of the same document before.

    The folder belongs to one reader at a time: its name is part of each file's.
    """

    def __init__(self, name: str, made: Callable[[], Reader], folder: Path) -> None:
        self.name = name
        self._made = made
        self._reader: Reader | None = None
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def read(self, document: Document) -> Reading:
        """Read one document; a damaged or missing memory of it is made anew."""
        key = sha256(f"{self.name}\n{document.id}\n{document.language}".encode()).hexdigest()[:32]
        path = self._folder / f"{key}.json"
        if path.exists():
            try:
                return msgspec.json.decode(path.read_bytes(), type=Reading)
            except msgspec.DecodeError:
                path.unlink()
        self._reader = self._reader or self._made()
        reading = self._reader.read(document)
        whole = path.with_suffix(".part")
        whole.write_bytes(msgspec.json.encode(reading))
        whole.replace(path)
        return reading


class Lately:
    """Reads by another reader, or by what that one said of one of the last few documents."""

    def __init__(self, reader: Reader) -> None:
        self.name = reader.name
        self._read = lru_cache(maxsize=4)(reader.read)

    def read(self, document: Document) -> Reading:
        """Read one document: the same one is not read twice in a row."""
        return self._read(document)
