"""The sourcing picture as a file of its own, for an article or a slide."""

from dataclasses import replace

from whence.publish.svg import sources
from whence.publish.views.graph import Graph

_WIDE = 1160.0
_STYLE = """
svg { background: #fdfcf9; }
text { font: 12px system-ui, sans-serif; fill: #1b1b19; }
text { paint-order: stroke; stroke: #fdfcf9; stroke-width: 3px; }
.col { font-size: 11px; fill: #5d5b55; }
.ribbons path { fill: none; stroke: #74a9bb; opacity: .5; }
.bar { fill: #0a5a75; }
.hand { fill: #fdfcf9; stroke: #0a5a75; }
"""
"""The report's light colours: a file by itself has no style sheet beside it."""


def draw(graph: Graph, title: str) -> bytes:
    """Return a picture that stands alone, without the links that lead into a report."""
    columns = tuple(tuple(replace(node, href=None) for node in column) for column in graph.columns)
    bare = replace(graph, columns=columns, words={})
    return whole(sources.draw(bare, _WIDE, "picture", title, _STYLE))


def whole(drawing: str) -> bytes:
    """Return a drawing as a file of its own."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{drawing}\n'.encode()
