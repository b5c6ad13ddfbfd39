"""A first hand of a case by itself, and how it is merged, parted or named by hand."""

from collections.abc import Sequence
from typing import Any, Final

from starlette.responses import Response

from whence.model.origin import Origin
from whence.publish.index import Index
from whence.run.judging.verdicts import HAND, ONE, SEPARATE, TOGETHER
from whence.web.hands import listing
from whence.web.hands.asking import Asked
from whence.web.hands.origin import OriginView, Way, origin_view, said, values_of
from whence.web.pages.sources import number, words_of
from whence.web.routing import Page
from whence.web.visit import Visit

_WORDINGS: Final = 40
"""Words of an origin on a page."""
_OTHERS: Final = 12
"""Origins that are offered for a merge at once; the search finds the others."""
_LONGEST: Final = 300


def origin(visit: Visit) -> Response:
    """Show a first hand: its words, through whom, its names, what rests on it; and judge it."""
    volume, key = visit.volume(), visit.place("key")
    index = volume.index
    one = index.origins.get(key)
    if one is None:
        raise visit.refuse("there is no such origin in the case")
    view = volume.kept(f"origin {key}", lambda: origin_view(index, volume.state, one))
    about = visit.asked("about")
    things = values_of(index, one)
    words = listing.paged(said(index, things, about), number(visit.asked("page")), _WORDINGS)
    wanted = visit.asked("with")
    return visit.page(
        "origin.html.j2",
        volume=volume,
        view=view,
        about=about,
        words=words,
        shown=words_of(volume, words.rows),
        wanted=wanted,
        others=_others(index, one, wanted),
        step=_step(visit, index, view),
    )


def _others(index: Index, one: Origin, wanted: str) -> Sequence[listing.Weighed]:
    """Return the origins that may be the same: those found, or those that share a word."""
    asked = Asked(name=wanted)
    found = [
        other
        for voices in (False, True)
        for other in listing.weighed(index, asked, voices)
        if other.origin.id != one.id
    ]
    mine = _pieces(one.name)
    found.sort(key=lambda other: (-len(mine & _pieces(other.origin.name)), -other.values))
    return found[:_OTHERS]


def _pieces(name: str) -> set[str]:
    return {piece for piece in name.casefold().split() if len(piece) > 3}


def _step(visit: Visit, index: Index, view: OriginView) -> dict[str, Any] | None:
    """Return the judgement that is being prepared: its subject, verdict, and what it would do."""
    chosen = set(visit.request.query_params.getlist("chain"))
    ways = [way for way in view.ways if way.id in chosen]
    merged = index.origins.get(visit.asked("merge"))
    if merged is not None and merged.id != view.id:
        return {
            "does": "merge", "other": merged, "subject": f"{view.id} {merged.id}", "verdict": ONE,
            "ways": (),
        }  # fmt: skip
    if ways and visit.asked("do") == "name":
        return {
            "does": "name", "called": visit.asked("called")[:_LONGEST], "subject": ways[0].id,
            "verdict": HAND, "ways": ways[:1],
        }  # fmt: skip
    if ways:
        return {
            "does": "split", "subject": TOGETHER.join(way.id for way in ways),
            "verdict": "" if len(ways) == len(view.ways) else SEPARATE, "ways": ways,
        }  # fmt: skip
    undone = visit.asked("undo")
    return _undoing(view, ways, undone) if undone.isdigit() else None


def _undoing(view: OriginView, ways: list[Way], undone: str) -> dict[str, Any] | None:
    rows = view.taken[int(undone) : int(undone) + 1] if len(undone) < 5 else ()
    if not rows or not rows[0].undo:
        return None
    parted = set(rows[0].undo.split(TOGETHER))
    return {
        "does": "undo", "taken": rows[0], "subject": rows[0].undo, "verdict": SEPARATE,
        "ways": [way for way in view.ways if way.id in parted] or ways,
    }  # fmt: skip


PAGES: Final = (Page(path="/cases/{case}/sources/{key}", name="origin", answer=origin),)
