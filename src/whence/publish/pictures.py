"""The pictures of a report, in the widths that the style sheet chooses from."""

from collections.abc import Iterator, Mapping
from functools import partial

from markupsafe import Markup

from whence.publish.index import Index
from whence.publish.map import draw as map_svg
from whence.publish.options import Options
from whence.publish.svg import sources as sources_svg
from whence.publish.svg import timeline as timeline_svg
from whence.publish.views.graph import graph
from whence.publish.views.places import places
from whence.publish.views.timeline import timeline

_WIDE, _HALF, _NARROW = 1160.0, 560.0, 330.0
_FIRST_ROWS, _RELAYS = 7, 2
_MAP, _NARROW_MAP = (640.0, 380.0), (330.0, 290.0)
_TITLE = "Whose hands it came through"


class Pictures(Mapping[str, Markup]):
    """Pictures by name, each drawn when it is first looked at."""

    def __init__(self, index: Index, options: Options) -> None:
        self._index = index
        rows = options.rows
        self._draw = {
            "brief": partial(self._hands, (_FIRST_ROWS, 1), _HALF, "pic-brief"),
            "brief_narrow": partial(self._hands, (_FIRST_ROWS, 0), _NARROW, "pic-brief-narrow"),
            "full": partial(self._hands, (rows, _RELAYS), _WIDE, "pic-full"),
            "full_narrow": partial(self._hands, (rows, 0), _NARROW, "pic-full-narrow"),
            "timeline": partial(self._timeline, _WIDE, "pic-time"),
            "timeline_narrow": partial(self._timeline, _NARROW, "pic-time-narrow"),
            "map": partial(self._map, _MAP, "pic-map"),
            "map_narrow": partial(self._map, _NARROW_MAP, "pic-map-narrow"),
        }
        self._drawn: dict[str, Markup] = {}

    def __getitem__(self, name: str) -> Markup:
        if name not in self._drawn:
            self._drawn[name] = self._draw[name]()
        return self._drawn[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._draw)

    def __len__(self) -> int:
        return len(self._draw)

    def _hands(self, shown: tuple[int, int], width: float, key: str) -> Markup:
        found = graph(self._index, *shown)
        return sources_svg.draw(found, width, key, _TITLE) if found.flows else Markup("")

    def _timeline(self, width: float, key: str) -> Markup:
        return timeline_svg.draw(timeline(self._index), width, key)

    def _map(self, size: tuple[float, float], key: str) -> Markup:
        return map_svg.draw(places(self._index), size, key)


def pictures(index: Index, options: Options) -> Pictures:
    """Return the pictures of a case."""
    return Pictures(index, options)
