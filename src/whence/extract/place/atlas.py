"""The file of the gazetteer: fixed rows in the order of their names, searched where they lie.

Nothing is built when it is loaded but the names of regions and counties and a thin index. Layout
(little-endian):

- ``HEAD``: magic, then the sizes in bytes of the areas and of the names, then the numbers of places
  and of other spellings;
- areas: UTF-8 lines, indented by one tab per level: ISO code of a country, region, county;
- names: UTF-8, one after another, each ended by a newline;
- places: one ``ROW`` each, in the order of ``key(name)``;
- other spellings: one ``ALIAS`` each, in the order of their keys.

Coordinates are hundredths of a degree (a kilometre or so), populations whole people.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from struct import Struct
from typing import Literal

from whence.extract.place.spelling import key

PlaceKind = Literal["country", "region", "county", "city"]

MAGIC = b"WHENCEG1"
HEAD = Struct("<8sIIII")
ROW = Struct("<IhhIHB")
ALIAS = Struct("<II")
KINDS: tuple[PlaceKind, ...] = ("city", "region", "county")
_CENTI = 100
_STEP = 64
"""Rows between two names that are kept at hand for the search."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer: ``country`` is an ISO code, the point is in decimal degrees.

    The point of a region or county is the middle of its people, that of a state its capital.
    """

    kind: PlaceKind
    name: str
    country: str
    region: str = ""
    county: str = ""
    population: int = 0
    latitude: float = 0.0
    longitude: float = 0.0

    @property
    def area(self) -> tuple[str, str, str]:
        """Country, region and county, "" from where they are not known."""
        return (self.country, self.region, self.county)


class Atlas:
    """Every place of one file, by its folded name.

    Raises:
        ValueError: when the bytes are no gazetteer of this layout, or cut short.
    """

    def __init__(self, raw: bytes) -> None:
        if len(raw) < HEAD.size or not raw.startswith(MAGIC):
            raise ValueError("not a gazetteer")
        _, areas, names, self.places, self.spellings = HEAD.unpack_from(raw)
        self._raw = raw
        self._names = HEAD.size + areas
        self._rows = self._names + names
        self._aliases = self._rows + self.places * ROW.size
        if len(raw) != self._aliases + self.spellings * ALIAS.size:
            raise ValueError("a gazetteer cut short")
        self._areas = list(_areas(raw[HEAD.size : self._names].decode("utf-8")))
        self._index = [key(self._row_name(row)) for row in range(0, self.places, _STEP)]
        self._others = [key(self._alias_name(row)) for row in range(0, self.spellings, _STEP)]

    def find(self, name: str) -> list[Place]:
        """Return every place of a name, in the order of the file; none where nobody bears it."""
        wanted = key(name)
        if not wanted:
            return []
        first = _near(wanted, self._index, self.places)
        found = [self.place(row) for row in _equal(wanted, first, self.places, self._row_name)]
        others = _near(wanted, self._others, self.spellings)
        for alias in _equal(wanted, others, self.spellings, self._alias_name):
            _, row = ALIAS.unpack_from(self._raw, self._aliases + alias * ALIAS.size)
            found.append(self.place(row))
        return list(dict.fromkeys(found))

    def regions(self) -> list[tuple[str, str]]:
        """Return the countries and names of all regions."""
        return sorted({(country, region) for country, region, _ in self._areas if region})

    def place(self, row: int) -> Place:
        """Return the place in a row."""
        start, latitude, longitude, population, area, kind = ROW.unpack_from(
            self._raw, self._rows + row * ROW.size
        )
        country, region, county = self._areas[area]
        return Place(
            KINDS[kind],
            self._name(start),
            country,
            region,
            county,
            population,
            latitude / _CENTI,
            longitude / _CENTI,
        )

    def _row_name(self, row: int) -> str:
        return self._name(ROW.unpack_from(self._raw, self._rows + row * ROW.size)[0])

    def _alias_name(self, row: int) -> str:
        return self._name(ALIAS.unpack_from(self._raw, self._aliases + row * ALIAS.size)[0])

    def _name(self, start: int) -> str:
        begin = self._names + start
        return self._raw[begin : self._raw.index(b"\n", begin)].decode("utf-8")


def _near(wanted: str, index: list[str], count: int) -> range:
    """Return the rows from which the first one of a name can only start."""
    step = bisect_left(index, wanted)
    return range(max(0, step - 1) * _STEP, min(count, step * _STEP + 1))


def _equal(wanted: str, within: range, count: int, name: Callable[[int], str]) -> Iterator[int]:
    """Yield the rows of a name that start in ``within``, wherever they end."""
    low, high = within.start, within.stop
    while low < high:
        middle = (low + high) // 2
        if key(name(middle)) < wanted:
            low = middle + 1
        else:
            high = middle
    while low < count and key(name(low)) == wanted:
        yield low
        low += 1


def _areas(text: str) -> Iterator[tuple[str, str, str]]:
    country = region = ""
    for line in text.splitlines():
        name = line.lstrip("\t")
        level = len(line) - len(name)
        if level == 0:
            country, region = name, ""
        elif level == 1:
            region = name
        yield (country, region, name if level > 1 else "")


def pack(places: Iterable[Place], spellings: Iterable[tuple[str, Place]] = ()) -> bytes:
    """Write a gazetteer: the same places in any order give the same bytes.

    ``spellings`` are other names of places that are among ``places``.
    """
    rows = sorted(set(places), key=_order)
    areas = sorted({one.area for one in rows} | {(*one.area[:2], "") for one in rows})
    areas = sorted({*areas, *((code, "", "") for code, _, _ in areas)})
    numbers = {area: number for number, area in enumerate(areas)}
    index = {place: number for number, place in enumerate(rows)}
    others = sorted((key(name), name, index[place]) for name, place in set(spellings))
    names, starts = _pool([*(one.name for one in rows), *(name for _, name, _ in others)])
    lines = "".join("\t" * _depth(area) + area[_depth(area)] + "\n" for area in areas)
    head = lines.encode("utf-8")
    body = [
        ROW.pack(
            starts[one.name],
            round(one.latitude * _CENTI),
            round(one.longitude * _CENTI),
            one.population,
            numbers[one.area],
            KINDS.index(one.kind),
        )
        for one in rows
    ]
    tail = [ALIAS.pack(starts[name], row) for _, name, row in others]
    sizes = HEAD.pack(MAGIC, len(head), len(names), len(body), len(tail))
    return b"".join((sizes, head, names, *body, *tail))


def _order(place: Place) -> tuple[object, ...]:
    return (
        key(place.name),
        KINDS.index(place.kind),
        place.area,
        -place.population,
        place.name,
        place.latitude,
        place.longitude,
    )


def _depth(area: tuple[str, str, str]) -> int:
    return 2 if area[2] else 1 if area[1] else 0


def _pool(names: list[str]) -> tuple[bytes, dict[str, int]]:
    starts: dict[str, int] = {}
    parts: list[bytes] = []
    at = 0
    for name in names:
        if name not in starts:
            starts[name] = at
            parts.append(name.encode("utf-8") + b"\n")
            at += len(parts[-1])
    return b"".join(parts), starts
