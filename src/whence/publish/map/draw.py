"""The map of an incident as SVG: drawn from shipped outlines, with no network and no script."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from whence.publish.map import labels
from whence.publish.map.extent import Extent, extent
from whence.publish.map.labels import Box, Label
from whence.publish.map.outlines import Outline, Ring, clipped, inside, world
from whence.publish.numbers import plural
from whence.publish.svg.text import fit, px
from whence.publish.texts import clean
from whence.publish.views.places import Place

_RADIUS = {"site": 5.0, "settlement": 5.0, "county": 16.0, "region": 26.0, "country": 40.0}
_SMALL, _DOT = 3.0, 5.0
_MARGIN = 6.0
_STEP = 0.7
"""Pixels below which two corners of an outline are drawn as one."""
_LONGEST = 150.0
_FAR = 120.0
"""Degrees of longitude from which a little world beside the map would say no more."""
_SEEN = 7.0
"""Pixels below which the window on the little world would be overlooked."""
_BARS = (10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


@dataclass(frozen=True)
class Pin:
    """A place on the map in pixels, with its name where one fits."""

    place: Place
    x: float
    y: float
    radius: float
    label: Label | None


def draw(places: Sequence[Place], size: tuple[float, float], key: str) -> Markup:
    """Return the map of ``size`` (width, height) in pixels; ``key`` makes its ids unique.

    No place, no map: the empty string. A dot is a city or a site; a dashed circle says that the
    place is somewhere there, and has no scale.
    """
    if not places:
        return Markup("")
    view = extent(places, *size)
    shown = [row for row in places if view.holds(row.location.longitude, row.location.latitude)]
    marks = [_mark(row, view) for row in shown]
    corner = _corner(view, marks)
    taken = [*(_core(*mark) for mark in marks), *([corner] if corner else [])]
    taken.append(Box(0, size[1] - 26, 130, size[1]))  # the scale
    pins = list(_pins(shown, marks, view, taken))
    taken += [pin.label.box for pin in pins if pin.label]
    told = {pin.label.text for pin in pins if pin.label}
    states = list(_states(view))
    unnamed = [row for row in states if row[0].name not in told]
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="map" role="group" '
        'aria-labelledby="{k}-t {k}-d" viewBox="0 0 {w} {h}" width="{w}" height="{h}">'
        '<title id="{k}-t">{t}</title><desc id="{k}-d">{d}</desc>'
        '<clipPath id="{k}-c"><rect width="{w}" height="{h}"/></clipPath>'
        '<g clip-path="url(#{k}-c)"><rect class="sea" width="{w}" height="{h}"/>{land}{names}'
        "{pins}{scale}{inset}</g></svg>"
    ).format(
        k=key, w=px(size[0]), h=px(size[1]), t=f"Map: {clean(places[0].label)}",
        d=_told(places, shown),
        land=_land(states, _home(shown)), names=_names(unnamed, view, taken),
        pins=Markup("").join(_draw(pin) for pin in reversed(pins)), scale=_scale(view),
        inset=_inset(view, corner) if corner else "",
    )  # fmt: skip


def _told(places: Sequence[Place], shown: Sequence[Place]) -> str:
    """Return the map in words; what lies outside the window is counted."""
    first = places[0]
    text = f"{first.part_words.capitalize()}: {clean(first.label)}, {first.precision_words}."
    if len(shown) > 1:
        text += f" {plural(len(shown) - 1, 'more place')} on the map."
    if len(places) > len(shown):
        text += f" {plural(len(places) - len(shown), 'place')} outside it."
    return f"{text} The list beside it holds the same."


def _mark(place: Place, view: Extent) -> tuple[float, float, float]:
    at = place.location
    x, y = view.place(view.near(at.longitude), at.latitude)
    return x, y, _SMALL if place.part == "mentioned" and not place.area else _RADIUS[at.precision]


def _core(x: float, y: float, radius: float) -> Box:
    """Return the part of a mark that no name may cover: of a circle, its middle."""
    return labels.around(x, y, radius if radius <= _DOT else _SMALL)


def _pins(
    shown: Sequence[Place], marks: Sequence[tuple[float, float, float]], view: Extent,
    taken: Sequence[Box],
) -> Iterator[Pin]:  # fmt: skip
    """Yield the marks with their names, the incident's first: it has the first choice of room."""
    used = list(taken)
    for place, (x, y, radius) in zip(shown, marks, strict=True):
        own = _core(x, y, radius)
        name = fit(clean(place.location.name), labels.SIZE, _LONGEST)
        rest = [box for box in used if box != own]
        label = labels.by(name, (x, y, radius), rest, (view.width, view.height))
        if label:
            used.append(label.box)
        yield Pin(place, x, y, radius, label)


def _states(view: Extent) -> Iterator[tuple[Outline, list[Ring]]]:
    """Yield the states in the window with their rings in pixels."""
    west, south, east, north = view.box
    dx, dy = _MARGIN / view.scale / view.narrowing, _MARGIN / view.scale
    window = (west - dx, south - dy, east + dx, north + dy)
    for state in world().states:
        rings = []
        for ring, box in zip(state.rings, state.boxes, strict=True):
            for turn in (-360, 0, 360):  # the map may lie across the 180th meridian
                if not (window[0] < box[2] + turn and box[0] + turn < window[2]):
                    continue
                if window[1] < box[3] and box[1] < window[3]:
                    moved = tuple((x + turn, y) for x, y in ring) if turn else ring
                    rings.append(tuple(view.place(*point) for point in clipped(moved, window)))
        if rings := [ring for ring in rings if len(ring) > 2]:
            yield state, rings


def _home(shown: Sequence[Place]) -> Outline | None:
    """Return the state that the incident lies in."""
    at = next((row.location for row in shown if row.part == "incident"), None)
    return world().state_at(at.longitude, at.latitude) if at else None


def _land(states: Iterable[tuple[Outline, list[Ring]]], home: Outline | None) -> Markup:
    return Markup("").join(
        Markup('<path class="state{}" d="{}"/>').format(
            " home" if state is home else "", "".join(_path(ring) for ring in rings)
        )
        for state, rings in states
    )


def _path(ring: Ring) -> str:
    """Return a ring as a path; corners that lie on one pixel are drawn once."""
    kept = [ring[0]]
    for x, y in ring[1:]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= _STEP:
            kept.append((x, y))
    if len(kept) < 3:
        return ""
    return "M" + "L".join(f"{px(x)} {px(y)}" for x, y in kept) + "Z"


def _names(
    states: Iterable[tuple[Outline, list[Ring]]], view: Extent, taken: Sequence[Box]
) -> Markup:
    """Write the names of states where there is room on them."""
    used = list(taken)
    drawn = Markup("")
    for state, rings in states:
        ring = max(rings, key=_spread)
        spots = (
            labels.on(state.name, x, y, used, (view.width, view.height)) for x, y in _grid(ring)
        )
        label = next((spot for spot in spots if spot and _covers(ring, spot.box)), None)
        if label:
            used.append(label.box)
            drawn += Markup(
                '<text class="land" x="{}" y="{}" text-anchor="middle">{}</text>'
            ).format(px(label.x), px(label.y), label.text)
    return drawn


def _grid(ring: Ring) -> list[tuple[float, float]]:
    """Return spots spread over a shape, those nearest to its middle first."""
    left, top, right, bottom = _bounds(ring)
    steps = (0.0, -0.15, 0.15, -0.3, 0.3, -0.42, 0.42)
    spots = sorted(
        ((dx, dy) for dx in steps for dy in steps), key=lambda at: abs(at[0]) + abs(at[1])
    )
    return [
        ((left + right) / 2 + dx * (right - left), (top + bottom) / 2 + dy * (bottom - top))
        for dx, dy in spots
    ]


def _covers(ring: Ring, box: Box) -> bool:
    """Tell whether a name lies on a shape with all its corners and its middle."""
    middle = (box.left + box.right) / 2
    across, down = (box.left, middle, box.right), (box.top + 2, box.bottom - 2)
    return all(inside(ring, x, y) for x in across for y in down)


def _bounds(ring: Ring) -> tuple[float, float, float, float]:
    across, down = [x for x, _ in ring], [y for _, y in ring]
    return min(across), min(down), max(across), max(down)


def _spread(ring: Ring) -> float:
    left, top, right, bottom = _bounds(ring)
    return (right - left) * (bottom - top)


def _draw(pin: Pin) -> Markup:
    place = pin.place
    kind = f"{place.part}{' area' if place.area else ''}"
    title = f"{clean(place.label)}: {place.part_words}, {place.precision_words}"
    text = Markup("")
    if pin.label:
        text = Markup('<text x="{}" y="{}" text-anchor="{}">{}</text>').format(
            px(pin.label.x), px(pin.label.y), pin.label.side, pin.label.text
        )
    dot = Markup("")
    if place.area:
        dot = Markup('<circle class="middle" cx="{}" cy="{}" r="1.5"/>').format(
            px(pin.x), px(pin.y)
        )
    return Markup(
        '<a href="{}"><title>{}</title><circle class="pin {}" cx="{}" cy="{}" r="{}"/>{}{}</a>'
    ).format(place.href, title, kind, px(pin.x), px(pin.y), px(pin.radius), dot, text)


def _scale(view: Extent) -> Markup:
    """Draw how long some kilometres are in the middle of the map."""
    length = next((bar for bar in _BARS if bar / view.kilometres >= 45), _BARS[-1])
    wide = length / view.kilometres
    y = view.height - 9
    return Markup(
        '<path class="scale" d="M8 {a}V{b}H{w}V{a}"/><text class="scale" x="{x}" y="{t}">{l} km'
        "</text>"
    ).format(
        a=px(y - 4), b=px(y), w=px(8 + wide), x=px(13 + wide), t=px(y), l=f"{length:,}"
    )  # fmt: skip


def _corner(view: Extent, marks: Sequence[tuple[float, float, float]]) -> Box | None:
    """Return the corner for the little world: the one with the fewest marks in or near it."""
    west, _, east, _ = view.box
    if east - west > _FAR:
        return None
    wide = min(150.0, view.width * 0.27)
    high = wide / 2
    spots = [
        Box(left, top, left + wide, top + high)
        for top in (4.0, view.height - high - 4)
        for left in (view.width - wide - 4, 4.0)
        if not (left < 130 and top > 4.0)  # the scale stands there
    ]
    free = [sum(spot.touches(labels.around(x, y, r + 30)) for x, y, r in marks) for spot in spots]
    return spots[free.index(min(free))]


def _inset(view: Extent, corner: Box) -> Markup:
    """Draw the whole world with the window on it."""
    wide, high = corner.right - corner.left, corner.bottom - corner.top
    small = Extent(0.0, 0.0, high / 180, wide, high)
    rings = (
        clipped(tuple((x + turn, y) for x, y in ring), (-180, -90, 180, 90))
        for ring in world().land
        for turn in (-360, 0, 360)
    )
    land = "".join(_path(tuple(small.place(*point) for point in ring)) for ring in rings if ring)
    west, south, east, north = view.box
    turn = round(view.longitude / 360) * 360
    left, top = small.place(max(-180.0, west - turn), min(90.0, north))
    right, bottom = small.place(min(180.0, east - turn), max(-90.0, south))
    across, down = max(0.0, _SEEN - (right - left)) / 2, max(0.0, _SEEN - (bottom - top)) / 2
    return Markup(
        '<g class="inset" transform="translate({} {})" aria-hidden="true">'
        '<rect class="sea" width="{}" height="{}"/><path class="state" d="{}"/>'
        '<rect class="window" x="{}" y="{}" width="{}" height="{}"/></g>'
    ).format(
        px(corner.left), px(corner.top), px(wide), px(high), land, px(left - across),
        px(top - down), px(right - left + 2 * across), px(bottom - top + 2 * down),
    )  # fmt: skip
