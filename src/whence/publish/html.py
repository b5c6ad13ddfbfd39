"""The report: one self-contained page that works without scripts and without a network."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from whence.model.case import Case
from whence.publish.anchors import anchor
from whence.publish.focus import focused
from whence.publish.index import Index
from whence.publish.map import draw as map_svg
from whence.publish.options import Options
from whence.publish.places import places
from whence.publish.svg import bars, history, shapes, waterfall
from whence.publish.svg import sources as sources_svg
from whence.publish.svg import timeline as timeline_svg
from whence.publish.views import facts, panel, parties, reactions, together, verdict
from whence.publish.views.changes import changes
from whence.publish.views.documents import DocumentView, documents
from whence.publish.views.graph import graph
from whence.publish.views.head import head
from whence.publish.views.places import key
from whence.publish.views.places import places as on_the_map
from whence.publish.views.quotes import gathered
from whence.publish.views.sources import sources
from whence.publish.views.timeline import timeline
from whence.publish.words import clean, date, plural, shown_location, standings, words, yardstick

_WIDE, _HALF, _NARROW = 1160.0, 560.0, 330.0
_FIRST_ROWS = 7
_MAP, _NARROW_MAP = (640.0, 380.0), (330.0, 290.0)
_PLACES = 8
_OTHERS = 50
"""Other incidents that are listed on the page."""


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("whence.publish", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        anchor=anchor,
        bar=bars.bar,
        chart=history.draw,
        share=bars.share,
        shape=shapes.shape,
        symbols=shapes.symbols(),
        waterfall=waterfall.draw,
        gathered=gathered,
        plural=plural,
        standings=standings(),
        words=words(),
    )
    environment.filters["date"] = date
    environment.filters["shown_location"] = shown_location
    return environment


def render(case: Case, options: Options | None = None) -> str:
    """Return the whole page. All words of the case are escaped; the same case gives equal text.

    Controls that hide or reorder text are shown as U+FFFD wherever they come from.
    """
    options = options or Options()
    whole, case = case, focused(case)
    index = Index(case)
    views = documents(index, places(index))
    page = _environment().get_template("report.html.j2").render(
        case=case,
        options=options,
        head=head(index),
        answers=verdict.answers(index),
        left_out=verdict.left_out(index),
        wanted=verdict.wanted(index),
        pivots=verdict.pivots(index),
        telling=verdict.telling(index),
        panels=panel.panels(index),
        panel_title=panel.TITLE,
        panel_lead=panel.LEAD,
        slots=facts.slots(index),
        sums=facts.sums(index),
        other_facts=facts.unplaced(index),
        parties=parties.parties(index),
        other_claims=parties.unplaced(index),
        marks=parties.marks(index),
        sources=sources(index),
        pictures=_pictures(index, options),
        changes=changes(index),
        reactions=reactions.reactions(index),
        other_reactions=reactions.unplaced(index),
        timeline=timeline(index),
        places=on_the_map(index),
        most=_PLACES,
        map_key=key(on_the_map(index)),
        documents=views,
        bonds=together.bonds(case),
        others=together.others(whole),
        most_others=_OTHERS,
        yardstick=yardstick(_words_used(case)),
        split_style=_split_style(views),
    )  # fmt: skip
    return clean(page)


def _words_used(case: Case) -> set[str]:
    answers = case.assessment.answers if case.assessment else ()
    return {row.words for answer in answers for row in answer.posterior}


def _pictures(index: Index, options: Options) -> dict[str, Markup]:
    """Return the pictures in the widths that the style sheet chooses from."""
    brief, bare = graph(index, _FIRST_ROWS, 1), graph(index, _FIRST_ROWS, 0)
    full, thin = graph(index, options.rows), graph(index, options.rows, 0)
    moments, found = timeline(index), on_the_map(index)
    title = "Whose hands it came through"
    if not full.flows:
        empty = Markup("")
        drawn = dict.fromkeys(("brief", "brief_narrow", "full", "full_narrow"), empty)
    else:
        drawn = {
            "brief": sources_svg.draw(brief, _HALF, "pic-brief", title),
            "brief_narrow": sources_svg.draw(bare, _NARROW, "pic-brief-narrow", title),
            "full": sources_svg.draw(full, _WIDE, "pic-full", title),
            "full_narrow": sources_svg.draw(thin, _NARROW, "pic-full-narrow", title),
        }
    return drawn | {
        "timeline": timeline_svg.draw(moments, _WIDE, "pic-time"),
        "timeline_narrow": timeline_svg.draw(moments, _NARROW, "pic-time-narrow"),
        "map": map_svg.draw(found, _MAP, "pic-map"),
        "map_narrow": map_svg.draw(found, _NARROW_MAP, "pic-map-narrow"),
    }


def _split_style(views: tuple[DocumentView, ...]) -> Markup:
    """Return rules that light up every piece of a split mark when its first piece is reached."""
    keys = [key for view in views for key in view.reading.split]
    return Markup("").join(
        Markup('article:has([id="{0}"]:target) [data-of="{0}"]{{background:var(--lit)}}').format(
            key
        )
        for key in keys
    )
