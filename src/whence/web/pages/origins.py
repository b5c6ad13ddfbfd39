"""A first hand of a case by itself, and how it is merged, parted or named by hand."""

from collections.abc import Sequence
from typing import Any, Final, TypeVar

from starlette.responses import Response

from whence.model.origin import Origin
from whence.model.verdicts import HAND, ONE, SEPARATE, TOGETHER, WITHDRAWN
from whence.publish.index import Index
from whence.run.judging.origins import merged_by
from whence.web.hands import listing
from whence.web.hands.asking import Asked
from whence.web.hands.origin import OriginView, Taken, origin_view, said, values_of
from whence.web.pages.sources import sources_words, words_of
from whence.web.paging import number
from whence.web.routing import Page
from whence.web.views.judged import HOLDING, Judged
from whence.web.visit import Visit

_WORDINGS: Final = 40
"""Words of an origin on a page."""
_OTHERS: Final = 12
"""Origins that are offered for a merge at once; the search finds the others."""
_LONGEST: Final = 300
"""Letters of a name."""
_DIGITS: Final = 6
T = TypeVar("T")


def origin(visit: Visit) -> Response:
    """Show a first hand: its words, through whom, its names, what rests on it; and judge it."""
    volume, key = visit.volume(), visit.place("key")
    index = volume.index
    one = index.origins.get(key)
    if one is None:
        what = "there is no such origin in the case: it may be one with another by now, or parted"
        raise visit.refuse(what, "'whence origins CASE' lists them")
    view = volume.kept(f"origin {key}", lambda: origin_view(volume, one))
    about = visit.asked("about")
    things = values_of(index, one)
    words = listing.paged(said(index, things, about), number(visit.asked("page"), 1), _WORDINGS)
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
        holding=HOLDING,
        may=visit.person.may("analyst") and not volume.state.closed,
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


Step = dict[str, Any]


def _step(visit: Visit, index: Index, view: OriginView) -> Step | None:
    """Return the judgement that is being prepared: its subject, verdict, and what it would do."""
    chosen = set(visit.request.query_params.getlist("chain"))
    ways = [way for way in view.ways if way.id in chosen]
    merged = index.origins.get(visit.asked("merge"))
    if merged is not None and merged.id != view.id:
        return _made("merge", f"{view.id} {merged.id}", ONE, other=merged)
    if ways and visit.asked("do") == "name":
        called = visit.asked("called")[:_LONGEST]
        return _made("name", ways[0].id, HAND, ways=ways[:1], called=called)
    if not ways and visit.asked("do"):
        return _made("nothing", "", "")
    if ways:
        # what would leave nothing behind parts nothing
        verdict = "" if len(ways) == len(view.ways) else SEPARATE
        return _made("split", TOGETHER.join(way.id for way in ways), verdict, ways=ways)
    taken = _chosen(view.taken, visit.asked("undo"))
    word = _merging(view, taken) if taken else _chosen(view.judgements, visit.asked("withdraw"))
    if word is not None:
        return _made("withdraw", word.subject, WITHDRAWN, judgement=word) if _holds(word) else None
    if taken:
        parted = set(taken.undo.split(TOGETHER))
        away = [way for way in view.ways if way.id in parted]
        return _made("undo", taken.undo, SEPARATE, ways=away, taken=taken) if away else None
    return None


def _merging(view: OriginView, taken: Taken) -> Judged | None:
    """Return the judgement that took two names for one, None where the tracing did.

    To part them by another judgement would leave both standing.
    """
    found = [
        one
        for one in view.judgements
        if one.verdict == ONE and _holds(one) and merged_by(one.by, one.reason) == taken.reason
    ]
    names = {taken.left, taken.right}
    return min(found, key=lambda one: {row.name for row in one.about} != names, default=None)


def _holds(word: Judged) -> bool:
    return word.state in HOLDING


def _made(does: str, subject: str, verdict: str, **more: Any) -> Step:
    return {"does": does, "subject": subject, "verdict": verdict, "ways": [], **more}


def _chosen(rows: Sequence[T], place: str) -> T | None:
    """Return the row that an address names by its place from 0, None where it names none."""
    known = place.isascii() and place.isdigit() and len(place) < _DIGITS
    return rows[int(place)] if known and int(place) < len(rows) else None


PAGES: Final = (
    # of the two the one that names its last piece comes first
    Page(path="/cases/{case}/sources/words", name="sources_words", answer=sources_words),
    Page(path="/cases/{case}/sources/{key}", name="origin", answer=origin),
)
