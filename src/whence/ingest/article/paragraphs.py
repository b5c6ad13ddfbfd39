"""Where one paragraph ends and the next starts in text that has nothing but lines."""

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from whence.ingest.draft import Unit

_GAP = re.compile(r"[\[(<]? ?(?:\.{3,}|…|\*{3,}|(?:\* ?){3,}|[-_—–=~]{3,}|#{3,}) ?[\])>]?")
_LISTED = re.compile(r"(?:[-*•‣▪◦]|\d{1,2}[.)])\s+\S")
_MARKED = re.compile(r"#{1,6}\s")
_SENTENCE_END = re.compile(r"[.!?:…][”’\"')\]»]*$")
_LONGEST_GAP = 200
_WIDEST = 120
_NARROWEST = 40


class Line(Struct, frozen=True):
    """One line of a text at [start, end), its newline left off."""

    start: int
    end: int
    text: str

    @property
    def indent(self) -> int:
        """How many columns of white space the line starts with."""
        return len(self.text) - len(self.text.lstrip())

    @property
    def width(self) -> int:
        """How many columns the line has without white space at its end."""
        return len(self.text.rstrip())


def lines_of(text: str) -> list[Line]:
    """Return the lines of a text with their offsets."""
    found: list[Line] = []
    start = 0
    for line in text.split("\n"):
        found.append(Line(start, start + len(line), line))
        start += len(line) + 1
    return found


def is_gap(line: str) -> bool:
    """Tell whether a line only separates: "[...]", "* * *", a rule."""
    return _GAP.fullmatch(" ".join(line[:_LONGEST_GAP].split())) is not None and (
        len(line) <= _LONGEST_GAP or len(set(line.split())) == 1
    )


def is_listed(line: str) -> bool:
    """Tell whether a line starts an entry of a list."""
    return _LISTED.match(line[:_WIDEST].lstrip()) is not None


def is_quoted(line: str) -> bool:
    """Tell whether a line is quoted the way mails and Markdown do ("> ...")."""
    return line.lstrip().startswith(">")


def ends_sentence(line: str) -> bool:
    """Tell whether a line ends with a mark that ends or announces a sentence."""
    return _SENTENCE_END.search(line.rstrip()[-10:]) is not None


def wrap_width(lines: list[Line]) -> int | None:
    """Return the column at which the lines were wrapped by hand, or None when they were not.

    Wrapped text has no long lines, and most line breaks within its paragraphs come late in the
    line and in mid-sentence.
    """
    filled = [line for line in lines if line.width]
    long = sum(line.width > _WIDEST for line in filled)
    if not filled or long * 20 > len(filled):
        return None
    width = max(line.width for line in filled if line.width <= _WIDEST)
    pairs = [(one, two) for one, two in pairwise(lines) if one.width and two.width]
    pairs = [(one, two) for one, two in pairs if not (is_gap(one.text) or is_gap(two.text))]
    if width < _NARROWEST or not pairs:
        return None
    wrapped = sum(one.width >= 0.6 * width and not ends_sentence(one.text) for one, _ in pairs)
    return width if 2 * wrapped >= len(pairs) else None


def _continues(previous: Line, line: Line, width: int) -> bool:
    """Tell whether a line goes on with the paragraph of the one before, given the wrap width."""
    if is_listed(line.text) or line.indent > previous.indent + 1:
        return False
    if _MARKED.match(previous.text) or _MARKED.match(line.text):
        return False
    if is_quoted(previous.text) != is_quoted(line.text):
        return False
    if line.text.lstrip()[:1].islower():
        return True
    first_word = line.text.split(maxsplit=1)[0]
    if ends_sentence(previous.text):
        return previous.width + 1 + len(first_word) >= 0.85 * width
    return previous.width >= 0.5 * width


def _paragraphs(lines: list[Line], width: int | None) -> Iterator[list[Line]]:
    paragraph: list[Line] = []
    for line in lines:
        goes_on = (
            bool(paragraph)
            and width is not None
            and line.width > 0
            and not is_gap(line.text)
            and not is_gap(paragraph[-1].text)
            and _continues(paragraph[-1], line, width)
        )
        if paragraph and not goes_on:
            yield paragraph
            paragraph = []
        if line.width:
            paragraph.append(line)
    if paragraph:
        yield paragraph


def units_of(text: str) -> list[Unit]:
    """Cut a text into paragraphs and lone lines, in order; white space at the edges left off."""
    lines = lines_of(text)
    blank = {line.start for line in lines if not line.width}
    found: list[Unit] = []
    for paragraph in _paragraphs(lines, wrap_width(lines)):
        first, last = paragraph[0], paragraph[-1]
        start, end = first.start + first.indent, last.start + last.width
        gap = is_gap(first.text)
        found.append(
            Unit(
                text=text[start:end],
                start=start,
                end=end,
                line=first.start,
                kind=None if gap else "list" if is_listed(first.text) else "paragraph",
                blank_after=last.end + 1 in blank or last.end >= len(text),
            )
        )
    return found
