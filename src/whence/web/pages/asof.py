"""How the assessment stood at every moment of the case, with a slider over its life."""

from typing import Final

import msgspec
from markupsafe import Markup
from starlette.responses import Response

from whence.publish.svg import history
from whence.publish.views.past import pasts
from whence.web.addresses import linked
from whence.web.routing import Page
from whence.web.shelf import Volume
from whence.web.views.moments import life
from whence.web.visit import Visit

_WIDE: Final = 1160.0
_NARROW: Final = 330.0


def asof(visit: Visit) -> Response:
    """Show the answers as of a moment; the script of the page moves to any other at once."""
    volume = visit.volume()
    told = life(volume)
    return visit.page(
        "asof.html.j2",
        volume=volume,
        tab="hypotheses",
        life=told,
        place=told.place(visit.asked("as_of")),
        data=volume.kept("life as data", lambda: msgspec.json.encode(told).decode()),
        charts=volume.kept("charts", lambda: _charts(volume)),
    )


def _charts(volume: Volume) -> dict[str, tuple[Markup, Markup]]:
    return {
        role: tuple(  # type: ignore[misc] # two of them
            linked(history.draw(past, width, f"pic-{name}-{role}"), "hypotheses", volume.case_id)
            for width, name in ((_WIDE, "life"), (_NARROW, "life-narrow"))
        )
        for role, past in pasts(volume.index).items()
    }


PAGES: Final = (Page(path="/cases/{case}/asof", name="asof", answer=asof),)
