"""The dateline of a report: where, when and for whom it was written, before its own words.

"PORT VELAN, Selva, March 3, 2031 (Norra) - Two boats burned."
"""

import re
from dataclasses import dataclass

Range = tuple[int, int]
"""[start, end) of a text."""

_CAPITAL = r"(?:(?:[aA][a-z]{1,2}|[eE]l)-)?[^\W\da-z_]"
"""A name starts so: "Harrow", "Évora", "al-Harra"."""
_WORD = rf"{_CAPITAL}[\w.’'`]*+(?:[-/&]{_CAPITAL}[\w.’'`]*+)*+"
_JOINT = r"(?:, ?| ?/ ?| & | (?:de|du|del|la|las|los|el|al|sur|of|and) | )"
_PLACE = rf"{_WORD}(?:{_JOINT}{_WORD}){{0,7}}"
_COUNTRY = r"(?: ?\([A-Z][\w .]{1,30}\)(?=,))?"
_MONTH = r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[A-Za-z]{0,6}\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}(?:, ?\d{{4}})?|\d{{1,2}} {_MONTH}(?: \d{{2,4}})?)(?!\w)"
_AGENCY = r"\d{0,3}[A-Z][^()\[\]\n]{1,60}"
_MARK = (
    r"[ \t]*+(?:(?:--|[–—]|>>|\|)(?=\s|\Z)|(?<=[ \t)])-(?=\s|\Z)|(?<=[\d)]):(?=\s)"
    r"|(?:--|[–—]|(?<=\))-)(?=[A-Z“\"][\w ])"
    r"|(?P<stop>\. |(?<=\w\w\. ))(?=[“\"‘]?[^\W\da-z_]))"
)
_HEAD = re.compile(
    r"[ \t\u200b\ufeff]*+(?:(?P<label>[^\n():–—]{1,30}): )?"
    rf"(?:(?P<place>{_PLACE}){_COUNTRY})?[ ,.]{{0,3}}(?P<day>{_DAY})?[ ,]{{0,3}}"
    rf"(?:[(\[](?P<agency>{_AGENCY})[)\]])?(?P<mark>{_MARK}|(?<=\)))\s*+(?:\[[A-Z]+\]\s*+)?"
)
_NEWLINE = re.compile(r"\n")
_STOPPED = re.compile(
    r"(?P<town>[^\W\da-z_]{4,}(?:[ -][^\W\da-z_]{2,}){0,3})(?:, [^\W\d_]+){0,2}\.?"
)
"""A place that only a full stop parts from the report: "QUELLA.", "BRENK, Selva."."""
_TITLES = frozenset({"CAPT", "PROF", "SUPT", "INSP", "CMDR", "MESSRS", "HON", "UPDATE", "UPDATED"})
_FULL_DAY = re.compile(_DAY)
_BARE = 5
"""Most words, and commas among them, of a place that its capitals and the mark alone tell."""
_BEHIND = 60
"""Characters behind the mark among which small letters show that capitals tell something."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """The dateline at [start, end) of a text; at ``end`` the report's own words start.

    ``place``, ``day`` and ``agency`` are where they stand in the text, None for what is not told.
    """

    start: int
    end: int
    place: Range | None
    day: Range | None
    agency: Range | None


def dateline(text: str, start: int = 0) -> Dateline | None:
    """Return the dateline that opens the line at ``start``, or None where none does.

    A place in capitals needs no more than the mark behind it ("PORT VELAN - ") where what follows
    is not in capitals too; any other needs the day or the agency.
    """
    found = _HEAD.match(text, start)
    if found is None:
        return None
    place, day, agency = (_range(found, name) for name in ("place", "day", "agency"))
    if agency is not None and _FULL_DAY.fullmatch(text, *agency):
        day, agency = day or agency, None
    if found["stop"] is not None and not _is_stopped(found, day):
        return None
    told = agency is not None or (day is not None and place is not None)
    if not (told and (found["mark"] or found["stop"] is not None)):
        behind = text[found.end("mark") : found.end("mark") + _BEHIND]
        if not _is_loud(found["place"] or "") or not any(map(str.islower, behind)):
            return None
        if agency is None and (found["label"] or len(_parts(found["place"])) > _BARE):
            return None
    return Dateline(found.start(), found.end(), place, day, agency)


def datelines(text: str) -> tuple[Dateline, ...]:
    """Return the datelines with which lines of a text open, in their order."""
    starts = (0, *(mark.end() for mark in _NEWLINE.finditer(text)))
    return tuple(found for start in starts if (found := dateline(text, start)) is not None)


def _is_stopped(found: re.Match[str], day: Range | None) -> bool:
    """Tell whether what a full stop parts from the report is the head of one."""
    town = _STOPPED.fullmatch(found["place"] or "")
    if found["label"] or found["agency"]:
        return not found["label"]
    if day is not None and town is None:
        said = found["place"] or "Sunday"
        return found["day"][0].isdigit() and "day" not in said
    return town is not None and town["town"] not in _TITLES


def _range(found: re.Match[str], name: str) -> Range | None:
    return found.span(name) if found[name] else None


def _parts(place: str) -> list[str]:
    return re.findall(r"[^\s,]+|,", place)


def _is_loud(place: str) -> bool:
    first = place.split(" ", 1)[0]
    return first.isupper() and sum(map(str.isalpha, first)) > 1
