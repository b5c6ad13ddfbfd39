"""Widths of text in a sans serif face, estimated without a font, and labels cut to fit."""

import unicodedata

_NARROW = frozenset("iljtfrI.,:;'’|!()[]/ -·")
_WIDE = frozenset("mwMW@%—…<>=+~#&")


def px(value: float) -> str:
    """Return a coordinate to a tenth, without ".0"."""
    return f"{value:.1f}".removesuffix(".0")


def width(text: str, size: float) -> float:
    """Return the width of ``text`` in pixels at ``size`` pixels, on the generous side.

    Shares of an em follow Helvetica's widths, with a tenth added for wider system faces.
    """
    return 1.1 * size * sum(_share(character) for character in text)


def _share(character: str) -> float:
    if character in _NARROW:
        return 0.33
    if character in _WIDE:
        return 0.87
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    return 0.68 if character.isupper() else 0.55


def fit(text: str, size: float, room: float) -> str:
    """Return ``text`` on one line, cut with an ellipsis to at most ``room`` pixels."""
    line = " ".join(text.split())
    if width(line, size) <= room:
        return line
    kept = line
    while kept and width(kept + "…", size) > room:
        kept = kept[:-1]
    return kept.rstrip(" ,.;:") + "…"


def wrap(text: str, size: float, room: float) -> tuple[str, ...]:
    """Return ``text`` on one line or two of at most ``room`` pixels, the second cut to fit."""
    line = " ".join(text.split())
    if width(line, size) <= room:
        return (line,)
    words = line.split(" ")
    kept = 1
    while kept < len(words) and width(" ".join(words[: kept + 1]), size) <= room:
        kept += 1
    first, rest = " ".join(words[:kept]), " ".join(words[kept:])
    return (fit(first, size, room), *([fit(rest, size, room)] if rest else []))
