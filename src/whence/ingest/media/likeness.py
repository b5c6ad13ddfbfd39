"""Perceptual hashes: whether one picture is another, rescaled or packed anew.

PDQ is of Meta's ThreatExchange (hashing.pdf there; its reference implementation under ``pdq/``).
"""

from typing import Any, Final

from whence.model.ledger import Media

NEAR: Final = 31
"""At most this many of 256 bits apart, two pictures count as one.

The threshold that pdq/README.md of github.com/facebook/ThreatExchange recommends, as does
hashing.pdf there.
"""

_LEAST_QUALITY = 50  # the same page: discard hashes of a quality of 49 or less
_LEAST_SIDE = 64  # PDQ works on 64 x 64 samples; less than that is no picture
_MOST_SIDE = 1_024


def alike(one: Media, other: Media) -> int | None:
    """Return how many of 256 bits the two are apart at least; None when either has no hash.

    Both may have several hashes, of the frames of a film: the nearest two count.
    """
    pairs = ((int(a, 16), int(b, 16)) for a in one.perceptual for b in other.perceptual)
    return min(((a ^ b).bit_count() for a, b in pairs), default=None)


def fitting(width: int, height: int) -> tuple[int, int]:
    """Return the size in pixels at which a picture is hashed: 1,024 at most on a side."""
    scale = max(width, height) / _MOST_SIDE
    if scale <= 1:
        return width, height
    return max(1, round(width / scale)), max(1, round(height / scale))


def pdq(pixels: Any) -> str | None:
    """Return the PDQ hash of an array (height, width, 3) of bytes, in 64 hexadecimal digits.

    None when the picture is too small or too plain for its hash to mean anything.
    """
    from pdqhash import compute

    if min(pixels.shape[:2]) < _LEAST_SIDE:
        return None
    bits, quality = compute(pixels)
    if quality < _LEAST_QUALITY:
        return None
    return f"{int(''.join(str(int(bit)) for bit in bits), 2):064x}"
