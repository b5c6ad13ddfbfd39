"""Where it happened, and which other places are named: a map that needs no network."""

from typing import Final

from markupsafe import Markup
from starlette.responses import Response

from whence.publish.map import draw
from whence.publish.views.places import Place
from whence.web.addresses import linked
from whence.web.routing import Page
from whence.web.shelf import Volume
from whence.web.visit import Visit

_SIZE: Final = (1160.0, 720.0)
_NARROW: Final = (360.0, 420.0)


def places(visit: Visit) -> Response:
    """Show the map, each place with how exactly it is known, and the same as a list."""
    volume = visit.volume()
    shown = volume.kept("map", lambda: _part(volume))
    return visit.page("map.html.j2", volume=volume, shown=shown, places=_places(volume))


def _places(volume: Volume) -> tuple[Place, ...]:
    found: tuple[Place, ...] = volume.parts.given("places")
    return found


def _part(volume: Volume) -> Markup:
    found = _places(volume)
    pictures = {
        "map": draw.draw(found, _SIZE, "pic-map-large") if found else Markup(""),
        "map_narrow": draw.draw(found, _NARROW, "pic-map-small") if found else Markup(""),
    }
    part = volume.parts.part("where.html.j2", pictures=pictures, most=len(found))
    return linked(part, "map", volume.case_id)


PAGES: Final = (Page(path="/cases/{case}/map", name="map", answer=places),)
