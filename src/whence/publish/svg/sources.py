"""The sourcing picture: outlets on the left, relays between, origins on the right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from whence.publish.numbers import plural
from whence.publish.svg.text import fit, px, width
from whence.publish.texts import clean
from whence.publish.views.graph import Graph, Node

SIZE = 12.0
_ROW = 21.0
_TOP = 28.0
_BAR = 7.0
_GAP = 6.0


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels, left top origin."""

    left: float
    top: float
    width: float
    height: float

    def touches(self, other: "Box") -> bool:
        """Tell whether the two rectangles share any area."""
        return (
            self.left < other.left + other.width
            and other.left < self.left + self.width
            and self.top < other.top + other.height
            and other.top < self.top + self.height
        )


@dataclass(frozen=True)
class Placed:
    """A node with its bar and the box of its label; ``side`` is where the label stands."""

    node: Node
    bar: Box
    text: str
    label: Box
    side: str


@dataclass(frozen=True)
class Ribbon:
    """A flow as a curve from (x1, y1) to (x2, y2) with a thickness in pixels."""

    x1: float
    y1: float
    x2: float
    y2: float
    thickness: float
    title: str
    href: str | None


@dataclass(frozen=True)
class Layout:
    """Everything placed; sizes in pixels."""

    width: float
    height: float
    titles: tuple[tuple[float, str, str], ...]
    nodes: tuple[Placed, ...]
    ribbons: tuple[Ribbon, ...]


def layout(graph: Graph, total: float) -> Layout:
    """Place the nodes in columns, so ordered that few ribbons cross, with no label on another."""
    thickness = _scale(graph)
    orders = _orders(graph)
    heights = _heights(graph, thickness)
    tallest = max((sum(heights[node.key] for node in column) for column in orders), default=0.0)
    placed: dict[str, Placed] = {}
    titles = []
    for number, column in enumerate(orders):
        x, side, room = _place(number, _outer(orders, total), len(orders), total)
        edge = x + _BAR if side == "left" else x
        titles.append((edge, "end" if side == "left" else "start", graph.titles[number]))
        spare = tallest - sum(heights[node.key] for node in column)
        top = _TOP + spare / 2
        for node in column:
            placed[node.key] = _node(node, Box(x, top, room, heights[node.key]), side, thickness,
                                     graph.flows)  # fmt: skip
            top += heights[node.key]
    return Layout(
        total, _TOP + tallest + 4, tuple(titles), tuple(placed.values()),
        _ribbons(graph, placed, thickness),
    )  # fmt: skip


def _outer(orders: Sequence[Sequence[Node]], total: float) -> tuple[float, float]:
    """Return the room for the labels of the first and the last column: no more than they need."""
    most = total * (0.22 if len(orders) > 3 else 0.3 if len(orders) > 2 else 0.38)
    first, last = (
        max((width(node.label, SIZE) for node in orders[end]), default=0.0) + 3 * _GAP
        for end in (0, -1)
    )
    return min(most, max(60.0, first)), min(most, max(60.0, last))


def _place(
    number: int, outer: tuple[float, float], columns: int, total: float
) -> tuple[float, str, float]:
    """Return the x of a column's bars, the side of its labels and the room for them."""
    if number == 0:
        return outer[0], "left", outer[0] - _GAP
    if number == columns - 1:
        return total - outer[1] - _BAR, "right", outer[1] - _GAP
    step = (total - sum(outer)) / (columns - 1)
    return outer[0] + step * number - step * 0.3, "right", step * 1.1


def _flow(node: Node, flows: Mapping[tuple[str, str], int]) -> int:
    out = sum(count for (left, _), count in flows.items() if left == node.key)
    into = sum(count for (_, right), count in flows.items() if right == node.key)
    return max(out, into)


def _scale(graph: Graph) -> float:
    """Return pixels per claim, so that the fullest node stays under 70 pixels."""
    fullest = max((_flow(node, graph.flows) for column in graph.columns for node in column),
                  default=1)  # fmt: skip
    return min(3.0, 70.0 / max(1, fullest))


def _heights(graph: Graph, thickness: float) -> dict[str, float]:
    return {
        node.key: max(_ROW, _flow(node, graph.flows) * thickness + _GAP)
        for column in graph.columns
        for node in column
    }


def _orders(graph: Graph) -> list[list[Node]]:
    """Order each column by the mean place of its neighbours (barycentre sweeps, Sugiyama 1981)."""
    orders = [list(column) for column in graph.columns]
    for sweep in range(6):
        backwards = sweep % 2 == 0
        numbers = range(len(orders) - 1, -1, -1) if backwards else range(len(orders))
        for number in numbers:
            places = {
                node.key: (place + 0.5) / len(column)
                for column in orders
                for place, node in enumerate(column)
            }
            orders[number].sort(key=lambda node: _rank(node, graph.flows, places))
    return orders


def _rank(
    node: Node, flows: Mapping[tuple[str, str], int], places: Mapping[str, float]
) -> tuple[bool, float, str]:
    """Order by neighbours; what stands for the rest comes last."""
    return node.key.endswith(":more"), _centre(node, flows, places), node.key


def _centre(node: Node, flows: Mapping[tuple[str, str], int], places: Mapping[str, float]) -> float:
    pulls = [
        (places[right if left == node.key else left], count)
        for (left, right), count in flows.items()
        if node.key in (left, right)
    ]
    weight = sum(count for _, count in pulls)
    return sum(place * count for place, count in pulls) / weight if weight else places[node.key]


def _node(
    node: Node, row: Box, side: str, thickness: float, flows: Mapping[tuple[str, str], int]
) -> Placed:
    tall = max(4.0, _flow(node, flows) * thickness)
    middle = row.top + row.height / 2
    text = fit(clean(node.label), SIZE, row.width - _GAP)
    wide = min(width(text, SIZE), row.width)
    left = row.left - _GAP - wide if side == "left" else row.left + _BAR + _GAP
    return Placed(
        node,
        Box(row.left, middle - tall / 2, _BAR, tall),
        text,
        Box(left, middle - SIZE * 0.7, wide, SIZE * 1.4),
        side,
    )


def _ribbons(graph: Graph, placed: Mapping[str, Placed], thickness: float) -> tuple[Ribbon, ...]:
    """Stack the ribbons at each bar in the order of the bars at their other end."""
    out = {key: item.bar.top for key, item in placed.items()}
    into = dict(out)
    ordered = sorted(
        graph.flows.items(),
        key=lambda row: (placed[row[0][0]].bar.top, placed[row[0][1]].bar.top, row[0]),
    )
    starts: dict[tuple[str, str], float] = {}
    for (left, right), count in ordered:
        starts[left, right] = out[left] + count * thickness / 2
        out[left] += count * thickness
    ribbons = []
    for (left, right), count in sorted(
        ordered, key=lambda row: (placed[row[0][1]].bar.top, placed[row[0][0]].bar.top, row[0])
    ):
        end = into[right] + count * thickness / 2
        into[right] += count * thickness
        title = f"{placed[left].node.label} → {placed[right].node.label}: {plural(count, 'value')}"
        ribbons.append(
            Ribbon(
                placed[left].bar.left + _BAR,
                starts[left, right],
                placed[right].bar.left,
                end,
                max(0.8, count * thickness),
                title,
                graph.words.get((left, right)),
            )
        )
    return tuple(ribbons)


def draw(graph: Graph, total: float, key: str, title: str, style: str = "") -> Markup:
    """Return the picture as SVG of ``total`` pixels' width; ``key`` makes its ids unique.

    With a ``style`` sheet it can stand alone, and does not speak of tables beside it.
    """
    plan = layout(graph, total)
    summary = ", ".join(
        f"{name.lower()} {plural(len(column), 'node')}"
        for name, column in zip(graph.titles, graph.columns, strict=True)
    )
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="sources" role="group" '
        'aria-labelledby="{k}-t {k}-d" viewBox="0 0 {w} {h}" width="{w}" height="{h}">'
        '<title id="{k}-t">{t}</title><desc id="{k}-d">{d}.{aside}</desc>{style}'
        '{heads}<g class="ribbons">{ribbons}</g>{nodes}</svg>'
    ).format(
        k=key, aside="" if style else " The tables beside it hold the same.",
        style=Markup("<style>{}</style>").format(Markup(style)) if style else "",  # noqa: S704 - ours
         w=px(plan.width), h=px(plan.height), t=title, d=summary,
        heads=_heads(plan.titles),
        ribbons=Markup("").join(_ribbon(ribbon) for ribbon in plan.ribbons),
        nodes=Markup("").join(_draw_node(item) for item in plan.nodes),
    )  # fmt: skip


def _heads(titles: Sequence[tuple[float, str, str]]) -> Markup:
    return Markup("").join(
        Markup('<text class="col" x="{}" y="14" text-anchor="{}">{}</text>').format(
            px(x), side, text
        )
        for x, side, text in titles
    )


def _ribbon(ribbon: Ribbon) -> Markup:
    bend = (ribbon.x2 - ribbon.x1) / 2
    path = (
        f"M{px(ribbon.x1)} {px(ribbon.y1)}C{px(ribbon.x1 + bend)} {px(ribbon.y1)} "
        f"{px(ribbon.x2 - bend)} {px(ribbon.y2)} {px(ribbon.x2)} {px(ribbon.y2)}"
    )
    drawn = Markup('<path d="{}" stroke-width="{}"><title>{}</title></path>').format(
        path, px(ribbon.thickness), clean(ribbon.title)
    )
    if ribbon.href is None:
        return drawn
    # for the pointer only: by keyboard the tables lead to the same words in fewer steps
    return Markup('<a href="{}" tabindex="-1">{}</a>').format(ribbon.href, drawn)


def _draw_node(item: Placed) -> Markup:
    bar = item.bar
    stack = Markup("")
    if item.node.hands > 1:
        away = -1 if item.side == "left" else 1
        stack = Markup("").join(
            Markup('<rect class="hand" x="{}" y="{}" width="{}" height="{}"/>').format(
                px(bar.left + away * 2.5 * back),
                px(bar.top - 2 * back),
                px(bar.width),
                px(bar.height),
            )
            for back in (2, 1)
        )
    anchor = "end" if item.side == "left" else "start"
    x = item.label.left + item.label.width if item.side == "left" else item.label.left
    shift = (-5 if item.side == "left" else 5) if item.node.hands > 1 else 0
    inside = Markup(
        '<title>{}</title>{}<rect class="bar" x="{}" y="{}" width="{}" height="{}"/>'
        '<text x="{}" y="{}" text-anchor="{}">{}</text>'
    ).format(
        clean(item.node.label), stack, px(bar.left), px(bar.top), px(bar.width), px(bar.height),
        px(x + shift), px(item.label.top + SIZE * 1.05), anchor, item.text,
    )  # fmt: skip
    if item.node.href is None:
        return Markup("<g>{}</g>").format(inside)
    return Markup('<a href="{}">{}</a>').format(item.node.href, inside)
