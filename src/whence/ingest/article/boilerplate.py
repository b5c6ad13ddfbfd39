"""Which lines of a page are no part of its article: a decision weighed line by line.

A line's points come from ``lexicon/boilerplate.yaml``; position, length, voice and verbs of saying
add to them or take away. Doubt keeps a line: an advert left in does less harm than a sentence lost.
"""

import re
from functools import cache
from typing import Literal

from msgspec import Struct

from whence.ingest.article.paragraphs import ends_sentence
from whence.ingest.draft import Unit
from whence.model.document import RemovalReason
from whence.model.vocabulary import load

LEXICON = "whence.ingest.lexicon"
_NEEDED = 4
_SHORT = 12
_PROSE_WORDS = 12
_LONGEST = 60
_LONGEST_LINE = 1_000
_OPTIONS = 12
"""More answers than this no poll has."""
_MENU_WORDS = 4
_MENU_LINES = 4
_LABELLED = re.compile(r"[:|»>→]\s*\S")
"""A label with its one headline ("Read more: ...") opens no list of them."""
_TITLE_MAY_SAY = frozenset({"poll", "related"})
"""A first line such as "Poll: ..." or "Watch: ..." is a headline, not a widget."""


class _Row(Struct, frozen=True, kw_only=True):
    reason: RemovalReason
    match: Literal["whole", "start", "part"]
    points: int
    patterns: tuple[str, ...]


class Zone(Struct, frozen=True):
    """The article's prose runs from unit ``first`` to unit ``last``, both included."""

    first: int
    last: int


@cache
def _rows() -> tuple[tuple[_Row, re.Pattern[str]], ...]:
    rows = load("boilerplate", tuple[_Row, ...], LEXICON)
    return tuple(
        (row, re.compile("|".join(f"(?:{one})" for one in row.patterns), re.IGNORECASE))
        for row in rows
    )


@cache
def prose_mark(name: str) -> re.Pattern[str]:
    """Return a pattern of ``lexicon/prose.yaml``, case ignored."""
    return re.compile(load("prose", dict[str, str], LEXICON)[name], re.IGNORECASE)


def _meets(row: _Row, pattern: re.Pattern[str], line: str) -> bool:
    if row.match == "whole":
        return pattern.fullmatch(line) is not None
    return (pattern.match(line) if row.match == "start" else pattern.search(line)) is not None


def lexicon_points(line: str, is_first: bool = False) -> tuple[RemovalReason | None, int, bool]:
    """Return the strongest reason for a line, all points for it, and whether it is certain."""
    line = " ".join(line.split())
    if line.count(" ") >= _LONGEST or len(line) > _LONGEST_LINE:
        return None, 0, False
    best: tuple[RemovalReason | None, int] = (None, 0)
    total = 0
    certain = False
    for row, pattern in _rows():
        if is_first and row.reason in _TITLE_MAY_SAY:
            continue
        if _meets(row, pattern, line):
            total += row.points
            certain = certain or row.points >= 5
            if row.points > best[1]:
                best = (row.reason, row.points)
    return best[0], total, certain


def words_in(text: str) -> int:
    """Return how many words a text has, counted by white space."""
    return len(text.split())


def is_prose(unit: Unit) -> bool:
    """Tell whether a unit is beyond doubt a paragraph of the article."""
    return (
        unit.kind is not None
        and unit.reason is None
        and words_in(unit.text) >= _PROSE_WORDS
        and ends_sentence(unit.text)
        and not unit.text.endswith(":")
        and lexicon_points(unit.text)[1] == 0
    )


def zone_of(units: list[Unit]) -> Zone:
    """Return where the article's prose starts and ends; with none, the whole counts as article."""
    prose = [index for index, unit in enumerate(units) if is_prose(unit)]
    return Zone(prose[0], prose[-1]) if prose else Zone(0, len(units))


def _decide(unit: Unit, index: int, zone: Zone) -> RemovalReason | None:
    """Weigh one line; None keeps it."""
    reason, points, certain = lexicon_points(unit.text, is_first=index == 0)
    length = words_in(unit.text)
    if reason is None or length > _LONGEST:
        return None
    if certain and length <= _SHORT * 3:
        return reason
    if prose_mark("saying").search(unit.text) and reason != "legal":
        return None  # somebody is quoted: that is reporting, whatever words it is made of
    inside = zone.first < index < zone.last
    if not inside and index > 0:
        points += 1
    if inside and ends_sentence(unit.text):
        points -= 1
    if not ends_sentence(unit.text) and length <= _SHORT and index > 0:
        points += 1
    points += prose_mark("web_voice").search(unit.text) is not None
    points += prose_mark("imperative").match(unit.text) is not None
    points -= length > 25
    points -= 2 * (re.search(r"[“”«»\"]", unit.text) is not None)
    return reason if points >= _NEEDED else None


def mark_furniture(units: list[Unit]) -> None:
    """Give every line that is no part of the article its reason (in place)."""
    zone = zone_of(units)
    for index, unit in enumerate(units):
        if unit.reason is None and unit.kind is not None:
            unit.reason = _decide(unit, index, zone)
    _mark_polls(units)
    _mark_comments(units)
    _mark_menus(units)
    _mark_films(units)
    _mark_lists(units, zone)


def mark_captions(units: list[Unit]) -> None:
    """Label the captions of pictures, told by their credit ("Photograph: ..."), in place."""
    for unit in units:
        plain = unit.kind == "paragraph" and unit.reason is None
        if (
            plain
            and words_in(unit.text) <= _LONGEST
            and prose_mark("caption_mark").search(unit.text)
        ):
            unit.kind = "caption"


def _is_option(unit: Unit, words: int = 8) -> bool:
    return (
        unit.kind is not None
        and words_in(unit.text) <= words
        and not unit.text.endswith((".", ":"))
    )


def _is_question(unit: Unit) -> bool:
    return unit.kind is not None and unit.text.endswith("?") and words_in(unit.text) <= 25


def _mark_polls(units: list[Unit]) -> None:
    """A poll's question and its answers stand right before, or after, a line that says so."""
    for index in [place for place, unit in enumerate(units) if unit.reason == "poll"]:
        back = index - 1
        lowest = max(0, index - _OPTIONS)
        while back > lowest and not _is_question(units[back]) and _is_option(units[back]):
            back -= 1
        if back > 0 and _is_question(units[back]):
            _give(units[back:index], "poll")
            continue
        ahead = index + 1
        if ahead < len(units) and _is_question(units[ahead]):
            stop = ahead + 1
            while stop < min(len(units), index + _OPTIONS) and _is_option(units[stop], words=5):
                stop += 1
            _give(units[ahead:stop], "poll")


def _mark_lists(units: list[Unit], zone: Zone) -> None:
    """Headlines under "Related" behind the article, and list entries under it anywhere."""
    under: RemovalReason | None = None
    for index, unit in enumerate(units):
        if unit.reason == "related":
            under = None if _LABELLED.search(unit.text) else unit.reason
        elif under and unit.reason is None and unit.kind is not None:
            headline = words_in(unit.text) <= 20 and not unit.text.endswith(".")
            if headline and (index > zone.last or unit.kind == "list"):
                unit.reason = under
            else:
                under = None


def _mark_menus(units: list[Unit]) -> None:
    """Entries of a menu stand line by line among others that are known to be navigation."""
    run: list[Unit] = []
    for unit in units:
        entry = _is_option(unit, words=_MENU_WORDS) and not unit.text.endswith("?")
        if entry:
            run.append(unit)
        if not entry or unit.blank_after:
            known = sum(one.reason in ("navigation", "newsletter", "sharing") for one in run)
            if len(run) >= _MENU_LINES and known >= 2:
                _give(run, "navigation")
            run = []


def _mark_films(units: list[Unit]) -> None:
    """Mark the films of a player's list, which tell of other things: one of them is open."""
    run: list[Unit] = []
    for unit in (*units, None):
        line = " ".join(unit.text.split()) if unit is not None else ""
        if unit is not None and unit.kind is not None and prose_mark("film").fullmatch(line):
            run.append(unit)
            continue
        if any(prose_mark("film_open").search(one.text.rstrip()) for one in run):
            _give(run, "related")
        run = []


def _mark_comments(units: list[Unit]) -> None:
    """What follows a heading of the readers' comments in the second half are comments."""
    for index, unit in enumerate(units):
        header = prose_mark("comment_header").fullmatch(" ".join(unit.text.split()))
        if unit.reason == "comments" and header and 2 * unit.start > units[-1].end:
            _give(units[index + 1 :], "comments")
            return


def _give(units: list[Unit], reason: RemovalReason) -> None:
    for unit in units:
        if unit.reason is None and unit.kind is not None:
            unit.reason = reason
