"""Who wrote it and when, as the page's own lines say: byline, date line, author box, copyright."""

import re
from typing import NamedTuple

from whence.ingest.article.boilerplate import prose_mark, words_in, zone_of
from whence.ingest.article.byline import parse_byline
from whence.ingest.article.credits import is_agency
from whence.ingest.capture import Metadata
from whence.ingest.dates import date_line
from whence.ingest.draft import Unit

_HEAD = 8
_TAIL = 6
_HOLDER = re.compile(
    r"(?:19|20)\d\d\b[\s,]*(?:by\s+)?(?P<holder>[A-Z][\w&’' -]{1,40}?)\s*(?:[.,;|]|All\b|$)"
)
_NAMED = re.compile(
    r"(?P<name>[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+){1,3})\s+(?:is|was|has|covers|writes)\b"
)


class Authorship(NamedTuple):
    """What the lines say: byline as printed, agencies credited, date stated (ISO)."""

    byline: str | None
    credits: tuple[str, ...]
    published: str | None

    def metadata(self) -> Metadata:
        """Return it as metadata."""
        return Metadata(byline=self.byline, credits=self.credits, published=self.published)


def mark_authorship(units: list[Unit], known_byline: str | None = None) -> Authorship:
    """Find byline, date line, author box and copyright, and give them their reasons (in place).

    ``known_byline`` is whom metadata name already: author boxes are told by it too.
    """
    head = max(_HEAD, zone_of(units).first)  # menus may stand before the article
    byline, credits = _mark_bylines(units, head)
    published = _mark_dates(units[: head + 1])
    credits += _mark_copyright(units)
    _mark_author_boxes(units, known_byline or byline)
    return Authorship(byline, tuple(dict.fromkeys(credits)), published)


def _is_edge(index: int, head: int, count: int, bare: bool) -> bool:
    """Bylines stand at the head or in the second half, bare agency names at either end only."""
    if bare:
        return 0 < index <= head or index >= max(1, count - 3)
    return index <= head or 2 * index >= count


def _mark_bylines(units: list[Unit], head: int) -> tuple[str | None, tuple[str, ...]]:
    byline: str | None = None
    credits: list[str] = []
    for index, unit in enumerate(units):
        found = parse_byline(unit.text) if unit.kind is not None else None
        if found is None or not _is_edge(index, head, len(units), bare=is_agency(unit.text)):
            continue
        unit.reason = "byline"
        byline = byline or found.people
        credits += found.credits
    return byline, tuple(credits)


def _mark_dates(head: list[Unit]) -> str | None:
    """Find the date in the head's lines; the one of an update counts only where no other stands."""
    published: list[str] = []
    updated: list[str] = []
    for unit in head:
        stated = date_line(unit.text) if unit.kind is not None else None
        if stated:
            unit.reason = "byline"
            is_update = re.match(r"\W*(?:last\s+)?(?:updated|modified)", unit.text, re.IGNORECASE)
            (updated if is_update else published).append(stated)
    return next(iter((*published, *updated)), None)


def _mark_copyright(units: list[Unit]) -> tuple[str, ...]:
    """Cut a copyright notice off the end of the last paragraph, and read agencies off it."""
    credits: list[str] = []
    for index in range(max(0, len(units) - _TAIL), len(units)):
        unit = units[index]
        if bare := prose_mark("copyright_bare").fullmatch(unit.text):
            if unit.kind is not None and is_agency(bare["holder"]):
                credits.append(bare["holder"].strip())
                unit.reason = "legal"
            continue
        notice = prose_mark("copyright_tail").search(unit.text) if unit.kind else None
        if notice is None:
            continue
        holder = _HOLDER.search(notice.group())
        if holder and is_agency(holder["holder"]):
            credits.append(holder["holder"].strip())
        if notice.start() == 0:
            unit.reason = "legal"
        elif "reserved" in notice.group().casefold():
            _split(units, index, notice.start())
            break
    return tuple(credits)


def _split(units: list[Unit], index: int, offset: int) -> None:
    whole = units[index]
    article = whole.text[:offset].rstrip()
    start = whole.start + offset
    rest = Unit(
        text=whole.text[offset:],
        start=start,
        end=whole.end,
        line=start,
        kind=whole.kind,
        blank_after=whole.blank_after,
        reason="legal",
    )
    if not article:
        whole.reason = "legal"
        return
    whole.text, whole.end, whole.blank_after = article, whole.start + len(article), False
    units.insert(index + 1, rest)


def _mark_author_boxes(units: list[Unit], byline: str | None) -> None:
    """Third-person notes on the author, behind the middle of the page."""
    surnames = {name.split()[-1] for name in re.split(r",| and |&", byline or "") if name.split()}
    after_box = False
    for index, unit in enumerate(units):
        if unit.kind is None or 2 * index < len(units):
            continue
        header = prose_mark("author_header").fullmatch(unit.text) is not None
        if unit.reason is not None and not header:
            continue
        after_box = header or _is_biography(unit, surnames, after_box, len(units) - index)
        if after_box:
            unit.reason = "author_box"


def _is_biography(unit: Unit, surnames: set[str], after_box: bool, from_end: int) -> bool:
    if prose_mark("saying").search(unit.text) or words_in(unit.text) > 150:
        return False
    role = re.search(
        rf"\b(?:is|was|has been)\s+(?:an?|the|our|currently)\b[^.]{{0,80}}"
        rf"\b{prose_mark('biography_role').pattern}s?\b",
        unit.text[:220],
        re.IGNORECASE,
    )
    mark = prose_mark("biography_mark").search(unit.text)
    named = _NAMED.match(unit.text)
    if named and surnames & set(named["name"].split()):
        return bool(role or mark)
    pronoun = re.match(r"(?:He|She|They)\b", unit.text)
    if after_box:
        return bool((named or pronoun) and (role or mark))
    return bool(named and role and mark and from_end <= _TAIL)
