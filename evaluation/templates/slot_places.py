"""What a reader answers in MUC-4's slots 2 and 3: the day and the place of a report's incident.

The answers are what a report holds by itself, in the forms that the task's documentation asks for.

- **Date.** Where the words name a day of the week, the task wants the day of the report as the last
  possible one ("- 26 AUG 89"), however exactly Whence knows the day; where there is no date, too.
  "Last night" is the day of the report and the one before, as the keys have it.
- **Place.** Names of the place that stand in the task's list of names; streets and hotels do not.
  The state is the place's own, or else the one that the report names most often: the slot "should
  never be left blank".

All incidents of a report get the same: Whence holds one day and one place for a report.
"""

import re
from collections import Counter
from datetime import timedelta
from pathlib import Path

from msgspec import Struct

from evaluation.readers.alone import alone, held
from evaluation.readers.reading import ReadPage
from evaluation.templates.slot_scene import Days, days_held, shown
from whence.model.incident import Value
from whence.names import countries
from whence.names.spelling import fold

LIST = "set-list-location.v4"
_WEEKDAY = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE
)  # the task's first note on the slot
_NIGHT = re.compile(r"\b(?:last|over)\s*night\b", re.IGNORECASE)
_LONGEST, _SHORT = 4, 3
_ROW = re.compile(r"^(?P<name>[^()]+?)\s*(?:\([^()]*\))?\s*$")


class Scene(Struct, frozen=True, kw_only=True):
    """Day and place of a report in the task's forms; None where there is no answer."""

    date: str | None = None
    location: str | None = None


def listed(folder: Path) -> frozenset[str]:
    """Return the task's names of places, folded, from MUC-4's folder; none where it lacks them."""
    path = folder / "taskdoc" / LIST
    if not path.exists():
        return frozenset()
    rows = (_ROW.match(line) for line in path.read_text(encoding="latin-1").splitlines())
    return frozenset(fold(row["name"]) for row in rows if row and row["name"].isupper())


def scene(page: ReadPage, known: frozenset[str]) -> Scene:
    """Return day and place of a report; ``known`` are the names that may stand in the slot."""
    incident = alone(page)
    return Scene(
        date=_date(held(incident.slot("date")), page.report.anchor),
        location=_location(held(incident.slot("place")), page, known),
    )


def _date(value: Value | None, anchor: str | None) -> str | None:
    told = Days(first=None, last=days_held(anchor).last) if anchor else None
    if value is None:
        return shown(told) if told else None
    if told and any(_WEEKDAY.search(span.text) for span in value.spans):
        return shown(told)
    if told and any(_NIGHT.search(span.text) for span in value.spans):
        return shown(Days(first=told.last - timedelta(days=1), last=told.last))
    return shown(days_held(value.value))


def _location(value: Value | None, page: ReadPage, known: frozenset[str]) -> str | None:
    parts = [part.strip() for part in value.value.split(",")] if value else []
    state = _state(value, parts) or _most_named(page.document.text)
    if state is None:
        return None
    names = [one for one in reversed(parts) if fold(one) in known - {fold(state)}]
    return ": ".join([state, *names]).upper()


def _state(value: Value | None, parts: list[str]) -> str | None:
    if value and value.location is not None and value.location.country:
        return countries.state_name(value.location.country)
    codes = [code for part in reversed(parts) if (code := countries.state(part))]
    return countries.state_name(codes[0]) if codes else None


def _most_named(text: str) -> str | None:
    """Return the state that a text names most often, by its own name, a demonym or its capital.

    Of several the first. Single words of three letters are left out: in capitals "US" is a pronoun
    and "CAR" a car.
    """
    words = re.findall(r"\w+", fold(text))
    counted: Counter[str] = Counter()
    at = 0
    while at < len(words):
        step = 1
        for size in range(min(_LONGEST, len(words) - at), 0, -1):
            phrase = " ".join(words[at : at + size])
            code = countries.state(phrase) or countries.demonym(phrase)
            if code is not None and (size > 1 or len(phrase) > _SHORT):
                counted[code] += 1
                step = size
                break
        at += step
    return countries.state_name(max(counted, key=lambda one: counted[one])) if counted else None
