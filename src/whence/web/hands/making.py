"""The picture of a case's hands, made once for all who ask: a page, a script, a program."""

from typing import Final

from whence.publish.queries.backings import Backing, backings
from whence.web.hands.asking import Asked
from whence.web.hands.graph import HandsGraph, Place, drawn
from whence.web.hands.paths import ALL, VOICES
from whence.web.shelf import Volume

_KEPT: Final = frozenset({ALL, VOICES})
"""What may be open in the pictures of the whole case that are kept."""


def claims(volume: Volume) -> tuple[Backing, ...]:
    """Return every value and every suspicion of a case, with what stands behind it."""
    return volume.kept("backings", lambda: backings(volume.index))


def made(volume: Volume, asked: Asked) -> HandsGraph:
    """Return the picture of a choice; that of the whole case is kept."""
    where = Place(
        case=volume.case_id, seq=volume.head.seq, about=asked.about, query=asked.query(name="")
    )
    if asked.only is None and asked.opened <= _KEPT:
        key = " ".join(["hands", *sorted(asked.opened)])
        return volume.kept(key, lambda: drawn(volume.index, where, None, asked.opened))
    return drawn(volume.index, where, asked.only, asked.opened)
