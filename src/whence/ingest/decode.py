"""Bytes to text, without silent repair."""

import codecs
import logging
import re

from msgspec import Struct

from whence.errors import UnreadablePage

PASTE = "paste the words of the report into a .txt file"
"""What to do with a file whose bytes are no text."""

_MOST_DAMAGE = 0.1
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_SAMPLE = 65_536
_DROPPED = dict.fromkeys((*range(9), *range(14, 32), *range(127, 160), 0xFEFF, 0xAD))
_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


class Decoded(Struct, frozen=True, kw_only=True):
    """A text with the name of the charset it was read in.

    ``damaged`` is the share of characters that the charset could not place or that no text holds
    (control characters): near 0 for text, large for data taken for text.
    """

    text: str
    charset: str
    damaged: float


def _utf16(raw: bytes) -> str | None:
    """Tell UTF-16 without a mark: nulls in every other byte, on one side only."""
    head = raw[:4096]
    half = len(head) // 2
    if head.count(0) < 3:
        return None
    even, odd = head[0::2].count(0) / half, head[1::2].count(0) / half
    if odd > 0.05 and even < 0.01:
        return "utf-16-le"
    if even > 0.05 and odd < 0.01:
        return "utf-16-be"
    return None


def _known(name: str | None) -> str | None:
    """Return the codec for a declared charset, as browsers read it, or None when unknown."""
    if not name:
        return None
    try:
        codec = codecs.lookup(name.strip())
    except (LookupError, ValueError):
        return None
    if not getattr(codec, "_is_text_encoding", True) or codec.name in ("idna", "punycode"):
        return None
    # WHATWG Encoding Standard, section 4.2: pages that say Latin-1 or ASCII mean Windows-1252.
    return "cp1252" if codec.name in ("iso8859-1", "ascii") else codec.name


def _fits(raw: bytes, charset: str) -> bool:
    """Tell whether the bytes are valid in a charset; a character cut off at the end is no fault."""
    try:
        codecs.getincrementaldecoder(charset)().decode(raw, final=False)
    except (ValueError, LookupError):
        return False
    return True


def _guess(raw: bytes) -> str:
    from charset_normalizer import from_bytes

    logging.getLogger("charset_normalizer").addHandler(logging.NullHandler())
    best = from_bytes(raw[:_SAMPLE]).best()
    return best.encoding if best else "cp1252"


def _charset(raw: bytes, declared: str | None) -> str:
    if sixteen := _utf16(raw):
        return sixteen
    stated = _known(declared)
    if stated is None and (found := _DECLARED.search(raw[:2048])):
        stated = _known(found[1].decode("ascii"))
    if stated and stated.startswith(("iso2022", "hz")) and _fits(raw, stated):
        return stated  # looks like ASCII to everybody else
    if _fits(raw, "utf-8"):
        return "utf-8"  # valid many-byte sequences do not come about by chance
    if stated and stated != "utf_8" and _fits(raw, stated):
        return stated
    # Nearly all of it is UTF-8: a few broken bytes in it are no reason to read it as another.
    broken = raw[:_SAMPLE].decode("utf-8", "replace")
    if broken.count("�") * 50 < sum(character > "\x7f" for character in broken):
        return "utf-8"
    return _guess(raw)


def tidy(text: str) -> str:
    """Return the text with line feeds as newlines, without control characters and soft hyphens."""
    return _NEWLINES.sub("\n", text).translate(_DROPPED)


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """Decode by byte order mark, UTF-16's pattern, UTF-8, declared charset, and statistics.

    What does not fit becomes U+FFFD. Text decoded twice elsewhere (mojibake) is left as it came:
    repairing it would print words that the page does not have.
    """
    for mark, name in _BOMS:
        if raw.startswith(mark):
            charset, raw = name, raw[len(mark) :]
            break
    else:
        charset = _charset(raw, declared)
    try:
        text = raw.decode(charset, "replace")
    except (LookupError, ValueError):  # a codec without that error handler
        charset, text = "utf-8", raw.decode("utf-8", "replace")
    odd = sum(text.count(chr(code)) for code in (*range(9), *range(14, 32), 0xFFFD))
    text = _NEWLINES.sub("\n", text).translate(_DROPPED)
    text = text.encode("utf-8", "replace").decode("utf-8")  # lone surrogates
    return Decoded(text=text, charset=charset, damaged=odd / max(1, len(text) + odd))


def decode_text(raw: bytes, declared: str | None, location: str) -> str:
    """Decode what has to be text.

    Raises:
        UnreadablePage: when it is data that no charset makes a text of.
    """
    decoded = decode(raw, declared)
    if decoded.damaged > _MOST_DAMAGE:
        raise UnreadablePage(location, "it holds data, not text", hint=PASTE)
    return decoded.text
