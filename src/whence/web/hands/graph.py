"""The picture of whose hands it came through, as data: for the browser, and for other programs."""

from collections import Counter
from collections.abc import Container
from math import sqrt
from typing import Final, Literal
from urllib.parse import urlencode

from msgspec import Struct

from whence.model.attribution import Anonymity, SourceKind
from whence.model.claim import Claim
from whence.model.origin import Origin, Stake
from whence.publish.anchors import anchor, words_anchor
from whence.publish.dates import date
from whence.publish.index import Index
from whence.publish.numbers import plural
from whence.publish.views.graph import own_voice
from whence.publish.words import standings, words
from whence.web.addresses import of_anchor, to
from whence.web.hands.paths import VOICES, Paths, Stop, StopKind, paths
from whence.web.hands.placing import ROWS, Box, placed, spread

_LEAST: Final = {"report": 10.0, "bundle": 18.0, "relay": 10.0, "origin": 14.0, "voices": 16.0}
_MORE: Final = {"report": 10.0, "bundle": 26.0, "relay": 14.0, "origin": 42.0, "voices": 28.0}
_WIDEST: Final = 18.0
"""Pixels of the line that carries most; a line is as wide as what it carries."""
_EACH: Final = 4.0
"""Pixels that one value takes at most."""
_MANY: Final = 40
"""Reports, or relays, from which their names need less room: each is told when looked at."""


class HandStop(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One pair of hands, or several drawn as one, and where it stands.

    ``kind`` is a report, a bundle of copies, a relay, a first hand, or outlets in their own voice
    drawn together. ``values`` are the facts and claims about the incident that it carries,
    ``reports`` in how many documents, ``chains`` through how many sourcing chains. ``x``, ``y``
    are its middle and ``size`` its width in pixels; ``column`` counts from the outlets. ``note``
    says how it is known; ``standing`` is the strongest standing of a suspicion that it states,
    "" for none. ``within`` is the opened bundle it belongs to. ``opens`` is what ``open=`` takes
    to draw one by one what is drawn together here.
    """

    id: str
    kind: StopKind
    name: str
    x: int
    y: int
    size: int
    column: int
    values: int
    reports: int
    chains: int
    href: str
    note: str = ""
    anonymity: Anonymity = "unknown"
    source: SourceKind = "unknown"
    stake: Stake = "unknown"
    standing: str = ""
    hands: int = 1
    within: str = ""
    opens: str = ""


class HandStep(Struct, frozen=True, kw_only=True):
    """What passes from one pair of hands to the next: ``values`` facts and claims.

    ``source`` is on the side of the outlets, ``target`` on the side of the first hands. ``width``
    is in pixels; ``href`` leads to the exact words.
    """

    source: str
    target: str
    values: int
    width: float
    href: str


class HandWay(Struct, frozen=True, kw_only=True):
    """One way from end to end: its stops by their places in the list, and what came it."""

    stops: tuple[int, ...]
    values: int


class OpenBundle(Struct, frozen=True, kw_only=True):
    """Copies of one text that are drawn one by one, and whose text it is."""

    id: str
    name: str


class HandsGraph(Struct, frozen=True, kw_only=True):
    """Who said what through whom, in a case as it stood at entry ``seq`` of its ledger.

    ``about`` is the choice that is drawn, in words ("" for everything). ``values``, ``reports`` and
    ``origins`` count what is drawn; outlets in their own voice are ``voices``, no origins.
    ``width`` and ``height`` in pixels.
    """

    case: str
    seq: int
    about: str
    values: int
    reports: int
    origins: int
    voices: int
    width: int
    height: int
    stops: tuple[HandStop, ...]
    steps: tuple[HandStep, ...]
    ways: tuple[HandWay, ...]
    open: tuple[OpenBundle, ...] = ()
    kind: Literal["whence.hands/1"] = "whence.hands/1"


class Place(Struct, frozen=True, kw_only=True):
    """Which case is drawn, and the query that keeps the choice in links."""

    case: str
    seq: int
    about: str = ""
    query: str = ""


def drawn(
    index: Index, where: Place, only: Container[str] | None = None, opened: Container[str] = ()
) -> HandsGraph:
    """Return the picture of everything said of the incident, or of the values in ``only``.

    ``opened`` are bundles by their keys that are drawn report by report, ``VOICES`` the outlets in
    their own voice one by one, ``ALL`` everything.
    """
    made = paths(index, only, opened)
    columns = _columns(made)
    fullest = max(made.values.values(), default=1)
    kinds = Counter(stop.kind for stop in made.stops.values())
    sizes = {
        key: _LEAST[stop.kind] + _MORE[stop.kind] * sqrt(made.values[key] / fullest)
        for key, stop in made.stops.items()
    }
    beside = kinds["origin"] + kinds["voices"] > ROWS
    boxes = [
        _box(stop, columns[key], sizes[key], (kinds[stop.kind] > _MANY, beside))
        for key, stop in sorted(made.stops.items())
    ]
    flows = {step: len(values) for step, values in sorted(made.flows.items())}
    at = placed(boxes, flows)
    width, height = spread(at)
    scale = min(_EACH, _WIDEST / max(flows.values(), default=1))
    number = {box.id: place for place, box in enumerate(boxes)}
    voices = {key for key, stop in made.stops.items() if _is_voice(index, stop)}
    return HandsGraph(
        case=where.case,
        seq=where.seq,
        about=where.about,
        values=sum(made.values[key] for key in made.stops if key.startswith(_ENDS)),
        reports=len(set().union(*made.documents.values())),
        origins=sum(stop.kind == "origin" for stop in made.stops.values())
        - len(voices - {VOICES}),
        voices=sum(made.stops[key].hands for key in voices),
        width=width,
        height=height,
        stops=tuple(
            _stop(index, made, where, made.stops[box.id], (box, at[box.id], sizes[box.id]))
            for box in boxes
        ),
        steps=tuple(
            HandStep(
                source=left,
                target=right,
                values=count,
                width=round(max(0.8, count * scale), 1),
                href=_words(index, where, made.flows[left, right], (left, right)),
            )
            for (left, right), count in flows.items()
        ),
        ways=tuple(
            HandWay(stops=tuple(number[key] for key in way), values=count)
            for way, count in sorted(made.ways.items())
        ),
        open=tuple(OpenBundle(id=key, name=name) for key, name in sorted(made.boxes.items())),
    )  # fmt: skip


_ENDS: Final = ("origin:", VOICES)


def _is_voice(index: Index, stop: Stop) -> bool:
    return stop.kind == "voices" or (
        stop.kind == "origin" and own_voice(index, index.origins[stop.key])
    )


def _columns(made: Paths) -> dict[str, int]:
    """Return the column of every stop: 0 for outlets, then relays, first hands last."""
    last = max(made.depth.values(), default=0) + 1
    return {
        key: 0
        if stop.kind in ("report", "bundle")
        else last
        if stop.kind in ("origin", "voices")
        else last - made.depth[key]
        for key, stop in made.stops.items()
    }


def _box(stop: Stop, column: int, size: float, room: tuple[bool, bool]) -> Box:
    """Return the room for a stop and its name.

    ``room`` tells of a crowd, in which names are read one at a time, and of first hands that stand
    beside each other: then nothing may stand where a name does.
    """
    group = stop.within
    crowded, beside = room
    if stop.kind in ("origin", "voices"):
        width, height = (430.0 if beside else 190.0), max(38.0, size + 10)
    elif crowded:
        width, height = 46.0, 22.0
    elif stop.kind == "relay":
        width, height = 118.0, max(26.0, size + 6)
    else:
        width, height = 120.0, max(26.0, size + 8)
    return Box(id=stop.id, column=column, width=width, height=height, group=group)


_Drawn = tuple[Box, tuple[float, float], float]


def _stop(index: Index, made: Paths, where: Place, stop: Stop, drawn_as: _Drawn) -> HandStop:
    box, (x, y), size = drawn_as
    origin = index.origins.get(stop.key) if stop.kind == "origin" else None
    claim = _strongest(index, origin) if origin else None
    documents = len(made.documents[stop.id])
    opens = {"bundle": stop.key, "voices": VOICES}.get(stop.kind, "")
    return HandStop(
        id=stop.id,
        kind=stop.kind,
        name=stop.name,
        x=round(x),
        y=round(y),
        size=round(size),
        column=box.column,
        values=made.values[stop.id],
        reports=documents,
        chains=len(made.chains[stop.id]),
        href=_leads(stop, where),
        note=_known(origin, claim) if origin else _noted(index, stop, documents),
        anonymity=origin.anonymity if origin else "unknown",
        source=origin.kind if origin else "unknown",
        stake=origin.stake if origin else "unknown",
        standing=claim.standing if claim else "",
        hands=documents if stop.kind == "bundle" else stop.hands,
        within=stop.within,
        opens=opens,
    )


def _strongest(index: Index, origin: Origin) -> Claim | None:
    """Return the claim that gives a suspicion its strongest standing outright, None for none."""
    claims = [
        thing
        for chain in origin.chain_ids
        for thing in index.said_through.get(chain, ())
        if isinstance(thing, Claim) and not thing.insinuation
    ]
    ranks = standings()
    return max(claims, key=lambda claim: ranks[claim.standing].rank, default=None)


def _known(origin: Origin, claim: Claim | None) -> str:
    """Return how an origin is known, what is at stake for it, and what it says of a suspect."""
    told = [words().anonymity[origin.anonymity]]
    if origin.stake != "unknown":
        told.append(words().stakes[origin.stake])
    if claim is not None:
        act = _SAID_SO if claim.act == "say" else words().acts[claim.act]
        told.append(f"{words().glyphs[claim.standing]} {act}")
    return " · ".join(told)


_SAID_SO: Final = "said who did it"


def _noted(index: Index, stop: Stop, documents: int) -> str:
    if stop.kind == "report":
        return date(index.published(stop.key))
    if stop.kind == "bundle":
        of = "" if documents == stop.hands else f" of {stop.hands}"
        return f"{documents}{of} copies of one text"
    if stop.kind == "voices":
        return plural(stop.hands, "outlet")
    return plural(documents, "report")


def _leads(stop: Stop, where: Place) -> str:
    if stop.kind == "origin":
        return to("sources", case=where.case, key=stop.key)
    if stop.kind == "report":
        return to("reports", case=where.case, key=stop.key)
    row = {
        "bundle": stop.key,
        "relay": anchor("relay", stop.key),
        "voices": "own-voice",
    }[stop.kind]
    return of_anchor(row, "sources", where.case)


def _words(index: Index, where: Place, value_ids: list[str], step: tuple[str, str]) -> str:
    """Return where the exact words of a step stand: the report itself where it is one value."""
    things = [index.facts.get(key) or index.claims.get(key) for key in value_ids]
    if len(things) == 1 and things[0] is not None:
        held = [span for span in things[0].spans if index.holds(span)]
        if held:
            return of_anchor(words_anchor(held[0]), "sources", where.case)
    return words_between(where, *step)


def words_between(where: Place, left: str, right: str) -> str:
    """Return the address of the exact words that pass between two stops."""
    asked = urlencode({"from": left, "to": right})
    rest = f"&{where.query}" if where.query else ""
    return f"{to('sources', case=where.case)}/words?{asked}{rest}"
