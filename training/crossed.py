"""Heaps of invented incidents moved into one town: what looks alike and is not one event.

Records of real news hold few incidents that struck one small town within weeks. So the incidents
of ``invented/dev`` are moved: the names of the town, region, state and its people are those of
another incident, as are the officials who speak, the days are shifted by whole weeks, and some of
the outlets are the same. Then nothing but what happened tells the two apart.
"""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache, partial
from pathlib import Path

from evaluation.incidents.gva_reading import version
from evaluation.invented_set import Invented, files, read
from evaluation.invented_set import Report as Told
from evaluation.readers.by_name import reader
from evaluation.readers.reading import ReadPage, read_raw
from evaluation.readers.remembered import Remembered
from msgspec.structs import replace

from whence.fuse.grouping.signature import Signature, signature
from whence.ingest import Capture, Metadata
from whence.model.reading import Reader
from whence.names.countries import countries, state_name
from whence.run.executor import in_order

Heap = list[tuple[str, Signature]]

_GUESTS = 3
"""Incidents that are moved to the town of another one."""
_WEEKS = (-2, -1, -1, 0, 0, 0, 0, 1, 2, 4, 9, 20)
"""Weeks by which they are moved beside it."""
_ONE_OUTLET = 0.4
"""Share of the moved reports that come from an outlet that reported the other one as well."""
_OFFICIALS = 2
"""Officials who speak of both."""
_SHORT = 3
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_MONTH = "|".join(_MONTHS)
_DAY = re.compile(rf"\b(?:(\d{{1,2}}) ({_MONTH})|({_MONTH}) (\d{{1,2}}))\b(?!\d)")
_YEAR = re.compile(r"\b20[2-4]\d\b")
_CAPITAL = re.compile(r"[A-Z][\w’'-]{3,}")


def heaps(memory: str | None, seed: int = 0, jobs: int = 2) -> Iterator[Heap]:
    """Yield heaps of an incident as it is and of others moved to its town, read by the encoder.

    The last heap is of all incidents where they are.
    """
    every = [one for path in files("dev") for one in read(path)]
    rows = [(one, told) for one in every for told in one.reports]
    pages = in_order(partial(_page, memory=memory), [told for _, told in rows], jobs)
    seen: dict[str, list[ReadPage]] = {one.id: [] for one in every}
    for (one, _), page in zip(rows, pages, strict=True):
        seen[one.id].append(page)
    drawn = random.Random(seed)
    placed = [one for one in every if one.record.place and one.record.country]
    mixed = [(host, _guests(host, placed, seen, drawn)) for host in placed]
    moved = [(guest, told) for _, guests in mixed for guest in guests for told in guest.reports]
    again = iter(in_order(partial(_page, memory=memory), [told for _, told in moved], jobs))
    for host, guests in mixed:
        heap = [(host.id, signature(one.document, one.report)) for one in seen[host.id]]
        for guest in guests:
            read_again = [next(again) for _ in guest.reports]
            heap += [(guest.id, signature(one.document, one.report)) for one in read_again]
        yield heap
    yield [
        (one.id, signature(page.document, page.report)) for one in every for page in seen[one.id]
    ]


def _page(told: Told, memory: str | None) -> ReadPage:
    known = Metadata(outlet=told.outlet, title=told.title, published=told.published)
    page = f"{told.title}\n\n{told.text}".encode()
    made = Capture(location="invented.txt", raw=page, metadata=known)
    return read_raw(made.location, made.raw, made.metadata, _reader(memory))


@cache
def _reader(memory: str | None) -> Reader:
    if memory is None:
        return reader("encoder")
    return Remembered(version("encoder"), partial(reader, "encoder"), Path(memory))


def _guests(
    host: Invented,
    every: Sequence[Invented],
    seen: Mapping[str, Sequence[ReadPage]],
    drawn: random.Random,
) -> list[Invented]:
    others = drawn.sample([one for one in every if one.id != host.id], _GUESTS)
    return [moved(one, host, seen, drawn) for one in others]


def moved(
    one: Invented, host: Invented, seen: Mapping[str, Sequence[ReadPage]], drawn: random.Random
) -> Invented:
    """Return an incident as if it had been in another's town, some weeks from it at most."""
    names = _names(one, host, seen)
    longest = sorted((name for name in names if name), key=lambda name: (-len(name), name))
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b")
    apart = (_day(host.record.date[0]) - _day(one.record.date[0])).days // 7
    gap = timedelta(weeks=apart + drawn.choice(_WEEKS))
    outlets = [told.outlet for told in host.reports]
    reports = []
    for told in one.reports:
        at = _day(told.published)

        def there(text: str, at: date = at) -> str:
            return _later(pattern.sub(lambda found: names[found.group()], text), at, gap)

        same = drawn.random() < _ONE_OUTLET
        made = replace(
            told,
            outlet=drawn.choice(outlets) if same else told.outlet,
            published=f"{at + gap}{told.published[10:]}",
            title=there(told.title),
            text=there(told.text),
        )
        reports.append(made)
    return replace(one, reports=tuple(reports))


def _names(one: Invented, host: Invented, seen: Mapping[str, Sequence[ReadPage]]) -> dict[str, str]:
    """Return what names of the one's land, places and officials are called in the other's."""
    names: dict[str, str] = {}
    for areas in (_areas, _towns):
        mine, theirs = areas(one, seen[one.id]), areas(host, seen[host.id])
        if theirs:
            names |= {name: theirs[place % len(theirs)] for place, name in enumerate(mine)}
    land, other = (state_name(each.record.country) for each in (one, host))
    for here, there in zip(_land(land), _land(other), strict=True):
        names |= {name: there[min(place, len(there) - 1)] for place, name in enumerate(here)}
    names |= dict.fromkeys(one.record.place, host.record.place[0])
    names |= {name.upper(): new.upper() for name, new in names.items() if len(name) > _SHORT}
    tied = " ".join(name for each in (one, host) for party in each.parties for name in party.names)
    pairs = zip(_officials(seen[one.id], tied), _officials(seen[host.id], tied), strict=False)
    return names | dict(list(pairs)[:_OFFICIALS])


def _land(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of a state, and those of its people (its own where it has none)."""
    row = countries()[name]
    return (name, *row.aliases), row.demonyms or (name,)


def _areas(one: Invented, pages: Sequence[ReadPage]) -> list[str]:
    """Return the regions and counties that an incident's place was found to lie in."""
    found = [
        name
        for page in pages
        for fact in page.report.facts
        if fact.slot == "place" and fact.location and fact.location.country == one.record.country
        for name in (fact.location.region, fact.location.county)
        if name and name not in one.record.place
    ]
    return list(dict.fromkeys(found))


def _towns(one: Invented, pages: Sequence[ReadPage]) -> list[str]:
    """Return the other towns of its land that an incident's reports name."""
    land = state_name(one.record.country)
    found = [
        town
        for page in pages
        for mention in page.report.mentions
        if mention.kind == "place" and mention.value.endswith(f", {land}")
        for town in (mention.span.text, mention.value.partition(",")[0])
        if town[:1].isupper() and town not in one.record.place
    ]
    return list(dict.fromkeys(found))


def _officials(pages: Sequence[ReadPage], tied: str) -> list[str]:
    """Return the last names of those who speak in an office, without the parties' names."""
    found = []
    for page in pages:
        for chain in page.report.chains:
            name, comma, _ = chain.origin.who.partition(",")
            capitals = _CAPITAL.findall(name)
            if chain.origin.kind == "person" and comma and capitals and capitals[-1] not in tied:
                found.append(capitals[-1])
    return list(dict.fromkeys(found))


def _later(text: str, at: date, gap: timedelta) -> str:
    """Return a text with the days and years that it names shifted."""

    def day(found: re.Match[str]) -> str:
        number, month = found[1] or found[4], found[2] or found[3]
        try:
            then = date(at.year, _MONTHS.index(month) + 1, int(number)) + gap
        except ValueError:
            return found.group()
        name = _MONTHS[then.month - 1]
        return f"{then.day} {name}" if found[1] else f"{name} {then.day}"

    years = (at + gap).year - at.year
    return _DAY.sub(day, _YEAR.sub(lambda found: str(int(found.group()) + years), text))


def _day(iso: str) -> date:
    year, month, day = (*map(int, iso[:10].split("-")), 1, 1)[:3]
    return date(year, month, day)
