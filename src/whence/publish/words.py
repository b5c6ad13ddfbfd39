"""How numbers, dates, names and standings are written in a report."""

import re
from functools import cache
from urllib.parse import urlsplit

from msgspec import Struct

from whence.model.fact import Quantity
from whence.model.forecast import Finding
from whence.model.iso import ends
from whence.model.kinds import kind as incident_kind
from whence.model.vocabulary import load
from whence.names.countries import demonym

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip
_ISO = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?)?)?"
)
_UNRESOLVED = re.compile(r"“([^“”]+)” \(not identified\)")
_ISO_DAY = re.compile(r"\b\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])")
# Controls that reorder or hide text: a hostile page must not change how our own words read.
# U+200E/200F (plain direction marks) stay, right-to-left scripts need them.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


class Band(Struct, frozen=True, kw_only=True, rename={"start": "from"}):
    """A likelihood word and the probability from which it holds (inclusive)."""

    start: float
    word: str


class Words(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The tables of ``vocabulary/words.yaml``: model key to words, shape or glyph."""

    acts: dict[str, str]
    hops: dict[str, str]
    predicates: dict[str, tuple[str, str]]
    stakes: dict[str, str]
    anonymity: dict[str, str]
    statuses: dict[str, str]
    also: str
    conditional: str
    contradictions: dict[str, str]
    fact_stages: dict[str, str]
    phases: dict[str, str]
    copy_bases: dict[str, str]
    removed: dict[str, str]
    precisions: dict[str, str]
    namesakes: dict[str, str]
    maybe_quarter: str
    place_parts: dict[str, str]
    map_keys: dict[str, str]
    off_the_map: str
    roles: dict[str, str]
    shapes: dict[str, str]
    glyphs: dict[str, str]
    standing_notes: dict[str, str]
    confidence: dict[str, str]
    findings: dict[Finding, str]
    singulars: dict[str, str]
    things: frozenset[str]
    yardsticks: dict[str, str]
    empty: str


class Label(Struct, frozen=True, kw_only=True):
    """The reader's word for a standing or a slot, as the model's tables give it."""

    label: str
    rank: int = 0


def words() -> Words:
    """Return the words that a report uses."""
    return load("words", Words, package="whence.publish.vocabulary")


@cache
def standings() -> dict[str, Label]:
    """Return the standings with their words, strongest first."""
    rows = load("standings", dict[str, Label])
    return dict(sorted(rows.items(), key=lambda row: -row[1].rank))


@cache
def _slot_labels() -> dict[str, Label]:
    return load("slots", dict[str, Label])


def yardstick(used: set[str]) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return the yardstick that ``used`` words belong to: its name, and per cent with word.

    The first row of likelihood words (ICD 203) is taken unless another one fits better; two rows
    are never mixed.
    """
    name, found = _yardstick(used)
    # nothing is ever 0 or 100 per cent
    starts = [max(start, 0.01) for start, _ in found]
    tops = [*starts[1:], 0.99]
    return words().yardsticks.get(name, name), tuple(
        (f"{100 * start:.3g}–{100 * top:.3g}", word)
        for start, (_, word), top in zip(starts, found, tops, strict=True)
    )


def bands(used: set[str]) -> tuple[tuple[float, str], ...]:
    """Return the words of the yardstick that ``used`` words belong to, lowest first.

    Each with the probability in [0, 1) from which it holds.
    """
    return _yardstick(used)[1]


def _yardstick(used: set[str]) -> tuple[str, tuple[tuple[float, str], ...]]:
    tables = load("likelihood_words", dict[str, list[Band]])
    name = max(tables, key=lambda key: len(used & {band.word for band in tables[key]}))
    return name, tuple((band.start, band.word) for band in tables[name])


def slot_label(slot: str) -> str:
    """Return the reader's word for a slot; an unknown one is written out plainly."""
    row = _slot_labels().get(slot)
    return row.label if row else slot.replace("_", " ").capitalize()


@cache
def _evidence_labels() -> dict[str, Label]:
    return load("evidence", dict[str, Label])


def evidence_label(kind: str) -> str:
    """Return the reader's word for a kind of evidence."""
    row = _evidence_labels().get(kind)
    return row.label if row else kind.replace("_", " ")


def incident_label(kind: str | None) -> str:
    """Return the reader's word for a kind of incident."""
    row = incident_kind(kind)
    return row.label if row else "incident"


def shown_location(location: str) -> str:
    """Return an address as it is, and of a file its name alone: folders are nobody's business."""
    if "://" in location:
        return location
    return re.split(r"[/\\]", location.rstrip("/\\"))[-1] or location


def known_as(name: str) -> str:
    """Return a name as readers meet it: an unresolved pronoun is no name and comes second."""
    return _UNRESOLVED.sub(r"an unidentified source (“\1”)", name)


def clean(text: str) -> str:
    """Return ``text`` with every control that could hide or reorder words made visible (U+FFFD)."""
    return _HIDDEN.sub("\ufffd", text)


def squeeze(text: str, limit: int = 0) -> str:
    """Return ``text`` on one line; cut at a word when over ``limit`` (0: never cut)."""
    line = " ".join(text.split())
    if not limit or len(line) <= limit:
        return line
    head = line[: limit - 1]
    space = head.rfind(" ")
    return (head[:space] if space > limit // 2 else head).rstrip(" ,;:.") + "…"


_OPENING = '“«„"‘'


def marks(text: str) -> tuple[str, str]:
    """Return the quotation marks around exact words; none when they bring their own."""
    return ("", "") if text[:1] in _OPENING else ("“", "”")


def marked(text: str) -> str:
    """Return exact words in quotation marks."""
    return text.join(marks(text))


def plain(text: str) -> str:
    """Return ``text`` on one line, safe for a terminal: no control moves what is shown."""
    return clean(squeeze(text)).replace("\x1b", "\ufffd")


def probability(value: float) -> str:
    """Return a probability in two digits: ".34"; what would round to 0 or 1 gets a bound."""
    if not 0 <= value <= 1:
        raise ValueError(f"not a probability: {value}")
    if value < 0.005:
        return "<.01"
    if value >= 0.995:
        return ">.99"
    return f"{value:.2f}".lstrip("0")


def two_digits(value: float) -> str:
    """Return a non-negative number in at most two significant digits."""
    if value < 0.005:
        return "0"
    if value < 0.995:
        return f"{value:.2f}".lstrip("0")
    if value < 9.95:
        return f"{value:.1f}".removesuffix(".0")
    if value < 99.5:
        return f"{value:.0f}"
    return f"{float(f'{value:.2g}'):.0f}"


def sentence(text: str) -> str:
    """Return ``text`` with its first letter as a sentence has it."""
    return text[:1].upper() + text[1:]


def signed(value: float) -> str:
    """Return a number with its sign: "+.42", "−.06", and "0" for what rounds to it."""
    size = two_digits(abs(value))
    if size == "0":
        return size
    return f"+{size}" if value > 0 else f"−{size}"


def plural(count: int, one: str, many: str = "") -> str:
    """Return "1 report" or "3 reports"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


_PLAIN = re.compile(r"\w+(?:[ '’-]\w+)*")


def units(unit: str, count: int | None) -> str:
    """Return a unit for a count: "drone" or "guard" for 1, "drones", "guards" for others.

    Units are kept in lower case; a people is written with its capital ("Malians"). A unit that is
    more than words, as a person may write one, stands as it is written.
    """
    unit = unit.strip()
    head, of, rest = unit.partition(" of ")
    plain = _PLAIN.fullmatch(unit) and " and " not in unit
    counted = f"{_counted(head, count)}{of}{rest}" if plain else unit
    known = words().things
    return " ".join(
        word if word in known or demonym(word) is None else sentence(word)
        for word in counted.split()
    )


def _counted(unit: str, count: int | None) -> str:
    irregular = words().singulars
    if count == 1:
        return irregular.get(unit) or _singular(unit)
    if unit in irregular:
        return unit
    back = {one: many for many, one in reversed(irregular.items())}
    return back.get(unit) or (unit if unit.endswith("s") else _plural(unit))


def _singular(unit: str) -> str:
    if not unit.endswith("s") or unit.endswith(("ss", "us")):
        return unit
    if unit.endswith("ies"):
        return f"{unit[:-3]}y"
    hissing = unit.endswith(("xes", "ches", "shes", "sses"))
    return unit[:-2] if hissing else unit[:-1]


def _plural(unit: str) -> str:
    if unit.endswith("y") and unit[-2:-1] not in "aeiou":
        return f"{unit[:-1]}ies"
    return f"{unit}es" if unit.endswith(("x", "ch", "sh")) else f"{unit}s"


def number(count: int) -> str:
    """Return a small count as a word (0 is "no"), others in figures."""
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"


def span_of(quantity: Quantity) -> str:
    """Return low to high of a count: "2–3", "at least 2", "at most 9", "" when they are one."""
    low, high = quantity.low, quantity.high
    if low is not None and high is not None:
        return "" if low == high else f"{low:,}–{high:,}"
    if low is not None:
        return f"at least {low:,}"
    return f"at most {high:,}" if high is not None else "no number told"


def date(iso: str | None) -> str:
    """Return an ISO prefix for readers ("8 Nov 2021, 14:00 UTC+3"); what is not known stays out.

    Of an interval ("2021-11-06/2021-11-07") what its two ends share is said once ("6–7 Nov 2021"),
    and an open end (".." in ISO 8601-2) is written as "since" or "until".
    """
    first, slash, last = (iso or "").replace("~", "").partition("/")
    if slash and _ISO.match(first) and _ISO.match(last):
        return _between(date(first), date(last))
    if slash and (_ISO.match(first) or _ISO.match(last)):
        return f"since {date(first)}" if _ISO.match(first) else f"until {date(last)}"
    match = _ISO.match(iso or "")
    if not match:
        return iso or "date not known"
    year, month, day, time, zone = match.groups()
    if month is None or not 1 <= int(month) <= 12:
        return year
    written = f"{_MONTHS[int(month) - 1]} {year}"
    if day is not None:
        written = f"{int(day)} {written}"
    if time is not None:
        written = f"{written}, {time}{_zone(zone)}"
    return written


def _between(first: str, last: str) -> str:
    """Return two written dates as one range."""
    if first == last:
        return first
    mine, theirs = first.split(" "), last.split(" ")
    shared = 0
    while shared < min(len(mine), len(theirs)) - 1 and mine[-1 - shared] == theirs[-1 - shared]:
        shared += 1
    if shared < 2 or len(mine) != len(theirs) or "," in first + last:
        return f"{first} – {last}"
    return f"{' '.join(mine[:-shared])}–{last}"


def dated(text: str) -> str:
    """Return ``text`` with every whole ISO date in it written for readers."""
    return _ISO_DAY.sub(lambda match: date(match.group()), text)


def _zone(zone: str | None) -> str:
    if zone is None:
        return " (zone not told)"
    if zone == "Z" or set(zone) <= set("+-0:"):
        return " UTC"
    hours, minutes = int(zone[1:3]), zone[-2:]
    return f" UTC{zone[0].replace('-', '−')}{hours}" + ("" if minutes == "00" else f":{minutes}")


def day(iso: str) -> str:
    """Return the day of a date (or the month, or the year, when that is all there is).

    Of an interval it is the first day, or the last where the first is open.
    """
    iso = next((end for end in ends(iso) if end), iso)
    match = _ISO.match(iso)
    return iso[: min(10, match.end())] if match else iso


def web_address(url: str | None) -> str | None:
    """Return ``url`` when it may be linked: http or https with a host; None otherwise."""
    if not url or url != url.strip() or not url.isprintable():
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None
