"""Lines that say who wrote it: "By Jane Doe", "By Jane Doe | AP", "Source: Reuters"."""

import re
from functools import cache

from msgspec import Struct

from whence.ingest.article.credits import is_agency

_BY = re.compile(
    r"(?:By|BY|Von|Por|Par|Door|Written by|Reported by|Story by|Words by)\s*:?\s+(?P<rest>\S.*)"
)
_SOURCE = re.compile(r"(?:Source|SOURCE|Via|Credit|Agency)s?\s*:\s*(?P<rest>\S.*)")
_SEPARATOR = re.compile(
    r"\s*(?:\||•|·|/|;|,|\s[-–—]\s|\band\b|\bAND\b|&|\bwith\b|\bin\b|\bfor\b)\s*"
)
_NAME = re.compile(
    r"(?:(?:[A-Z][\w.'’‑-]*|al-\w+|el-\w+|d[’']\w+|de|del|della|der|van|von|bin|ibn|bint|la|le|da|dos)"
    r"(?:\s+|$)){1,5}"
)
_ROLE = re.compile(
    r"(?:the\s+)?(?:(?:senior|chief|special|foreign|staff|news|our|political|defen[cs]e|world|"
    r"diplomatic|national|middle east|security|contributing|associate|assistant|managing)\s+)*"
    r"(?:writers?|reporters?|correspondents?|editors?|desk|staff|team|bureau|agenc(?:y|ies)|"
    r"contributors?|columnist|monitoring|newsroom|wires?)",
    re.IGNORECASE,
)
_LONGEST = 120


class Byline(Struct, frozen=True, kw_only=True):
    """Who a byline names: the people as printed (None for an agency alone) and the agencies."""

    people: str | None
    credits: tuple[str, ...]


@cache
def parse_byline(line: str) -> Byline | None:
    """Return whom a line credits, or None when the line is no byline.

    A line is one when it holds nothing but "By" (or "Source:") and names, roles and agencies, or
    a name, a bar and an agency. Prose such as "By Sunday the fire was out." is none.
    """
    line = " ".join(line.split())
    if len(line) > _LONGEST:
        return None
    if found := _BY.fullmatch(line):
        return _credited(found["rest"], needs_agency=False)
    if found := _SOURCE.fullmatch(line):
        return _credited(found["rest"], needs_agency=True)
    if is_agency(line) or re.search(r"\s[|•·/]\s", line):
        return _credited(line, needs_agency=True)
    return None


def _credited(rest: str, needs_agency: bool) -> Byline | None:
    rest = re.sub(r"\s*\((?P<inside>[^()]{2,40})\)$", r" | \g<inside>", rest)
    if rest.endswith((".", "!", "?")) and not re.search(r"\b(?:Jr|Sr|[A-Z])\.$", rest):
        return None
    parts = [part for part in _SEPARATOR.split(rest) if part]
    agencies = tuple(part for part in parts if is_agency(part))
    others = [part for part in parts if not is_agency(part)]
    if not parts or (needs_agency and not agencies):
        return None
    if not all(_NAME.fullmatch(part) or _ROLE.fullmatch(part) for part in others):
        return None
    people = [part for part in others if not _ROLE.fullmatch(part)]
    named = _printed(rest, people) or (agencies[0] if agencies else None)
    if named is None and not needs_agency:
        named = rest
    return Byline(people=named, credits=agencies)


def _printed(rest: str, people: list[str]) -> str | None:
    """Return the stretch of the line from the first person to the last, if it names people only."""
    if not people:
        return None
    if len(people) == 1:
        return people[0]
    start, end = rest.index(people[0]), rest.rindex(people[-1]) + len(people[-1])
    stretch = rest[start:end]
    joined = re.fullmatch(r"(?:.(?!\||/|•|·| for | in ))*.", stretch)
    return stretch if joined else people[0]
