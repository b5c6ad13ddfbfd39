"""What gzip holds, up to where it was cut off: that is told, and costs none of what lies before."""

import io
import zlib
from typing import IO, Any, Final

_GZIP: Final = zlib.MAX_WBITS | 16
ANY: Final = zlib.MAX_WBITS | 32
"""gzip or zlib, as the first bytes say; without it only gzip is unpacked."""
_PIECE: Final = 65_536


class Unpacked(io.RawIOBase):
    """Unpacks a stream of gzip members as it is read.

    All that can be unpacked is given before EOFError tells that the stream ends within a member;
    the reader of Python's own ``gzip`` keeps back the last part of that. What is broken otherwise
    raises ``zlib.error``.
    """

    def __init__(self, packed: IO[bytes], bits: int = _GZIP) -> None:
        self._packed = packed
        self._bits = bits
        self._unpacker = zlib.decompressobj(bits)
        self._rest = b""
        self._met = False

    def readable(self) -> bool:
        """See ``io.RawIOBase``."""
        return True

    def readinto(self, buffer: Any) -> int:
        """See ``io.RawIOBase``; 0 at the end."""
        while True:
            rest = self._rest or self._packed.read(_PIECE)
            if self._unpacker.eof:
                if not rest:
                    return 0
                self._rest = rest.lstrip(b"\x00")  # padding
                if self._rest:
                    self._unpacker = zlib.decompressobj(self._bits)
                continue
            self._met = self._met or bool(rest)
            piece = self._unpacker.decompress(rest, len(buffer))
            self._rest = self._unpacker.unconsumed_tail or self._unpacker.unused_data
            if piece:
                buffer[: len(piece)] = piece
                return len(piece)
            if not rest and not self._unpacker.eof:
                if not self._met:
                    return 0
                raise EOFError("the gzip stream ends within a member")


def until_cut(stream: "io.BufferedReader[io.RawIOBase]", most: int) -> tuple[bytes, bool]:
    """Read up to ``most`` bytes, and tell whether something cut the stream off behind them.

    Raises:
        EOFError: when nothing lies before the cut.
    """
    pieces: list[bytes] = []
    left = most
    try:
        while left > 0 and (piece := stream.read1(min(left, _PIECE))):
            pieces.append(piece)
            left -= len(piece)
    except EOFError:
        if not pieces:
            raise
        return b"".join(pieces), True
    return b"".join(pieces), False


def ends_within(packed: IO[bytes], most: int) -> bool:
    """Tell whether a body packed by gzip or zlib is cut off; of more than ``most`` bytes, no."""
    try:
        return until_cut(io.BufferedReader(Unpacked(packed, ANY)), most)[1]
    except EOFError:
        return True
    except zlib.error:
        return False  # packed in another way: where it ends is not known
