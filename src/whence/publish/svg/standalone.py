"""The pictures as files of their own, for an article or a slide."""

from dataclasses import replace

from whence.publish.svg import history, sources, waterfall
from whence.publish.views.graph import Graph
from whence.publish.views.past import Past
from whence.publish.views.way import Way

_WIDE = 1160.0
_PAPER = """
svg { background: #fdfcf9; }
text { font: 12px system-ui, sans-serif; fill: #1b1b19; }
text { paint-order: stroke; stroke: #fdfcf9; stroke-width: 3px; }
"""
"""The report's light colours: a file by itself has no style sheet beside it."""
_STYLE = """
.col { font-size: 11px; fill: #5d5b55; }
.ribbons path { fill: none; stroke: #74a9bb; opacity: .5; }
.bar { fill: #0a5a75; }
.hand { fill: #fdfcf9; stroke: #0a5a75; }
"""
_STEPS = """
.small { font-size: 11px; fill: #5d5b55; }
.nats { fill: #5d5b55; } .then { font-weight: 600; }
.even { stroke: #5d5b55; } .border { stroke: #d8d4ca; stroke-dasharray: 2 3; }
.for { fill: #0a5a75; stroke: #0a5a75; } .none { stroke: #0a5a75; stroke-width: 2; }
.against { fill: #fdfcf9; stroke: #0a5a75; stroke-width: 1.5; } .on { stroke: #74a9bb; }
.start { fill: #fdfcf9; stroke: #1b1b19; stroke-width: 1.5; }
.interval { fill: #74a9bb; } .mean-at { fill: #1b1b19; }
"""
_TIME = """
.small { font-size: 11px; fill: #5d5b55; }
.z0 { fill: #f3f0e8; } .z1 { fill: #fdfcf9; } .border { stroke: #d8d4ca; }
.interval { fill: #d7e8ee; } .axis, .cut { stroke: #5d5b55; fill: none; }
.of { fill: none; stroke: #0a5a75; stroke-width: 2; }
.first { stroke-width: 3; }
.reserve { fill: none; stroke: #5d5b55; stroke-width: 2; } .to { stroke-width: 1; }
.moment { fill: #0a5a75; stroke: #0a5a75; } .vague { fill: #fdfcf9; } .hit { fill: none; }
.verdict-at { stroke: #1b1b19; stroke-dasharray: 3 3; } .reached { fill: #1b1b19; }
.lost { fill: #fdfcf9; stroke: #1b1b19; stroke-width: 1.5; }
"""


def draw(graph: Graph, title: str) -> bytes:
    """Return a picture that stands alone, without the links that lead into a report."""
    columns = tuple(tuple(replace(node, href=None) for node in column) for column in graph.columns)
    bare = replace(graph, columns=columns, words={})
    return whole(sources.draw(bare, _WIDE, "picture", title, _PAPER + _STYLE))


def draw_way(way: Way) -> bytes:
    """Return the waterfall of an answer as a picture that stands alone."""
    return whole(waterfall.draw(way, _WIDE, "picture", _PAPER + _STEPS))


def draw_past(past: Past) -> bytes:
    """Return the chart of a question over time as a picture that stands alone."""
    return whole(history.draw(past, _WIDE, "picture", _PAPER + _TIME))


def whole(drawing: str) -> bytes:
    """Return a drawing as a file of its own."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{drawing}\n'.encode()
