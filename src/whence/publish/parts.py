"""The parts of a report, each made when it is asked for: the one page has all, the workbench some.

A part is a template; what it needs is found in the template itself, so that a part costs no more
than what it shows.
"""

from collections.abc import Callable, Iterable
from functools import cache, cached_property
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined, meta, nodes
from markupsafe import Markup

from whence.model.case import Case
from whence.publish.anchors import anchor
from whence.publish.dates import date
from whence.publish.focus import focused
from whence.publish.folding import Folding
from whence.publish.index import Index
from whence.publish.numbers import plural
from whence.publish.options import Options
from whence.publish.pictures import pictures
from whence.publish.places import Places, places
from whence.publish.svg import bars, history, shapes, waterfall
from whence.publish.texts import clean, shown_location
from whence.publish.views import facts, panel, parties, reactions, settling, together, verdict
from whence.publish.views.changes import changes
from whence.publish.views.documents import DocumentView, documents
from whence.publish.views.head import head
from whence.publish.views.places import key
from whence.publish.views.places import places as on_the_map
from whence.publish.views.quotes import gathered
from whence.publish.views.sources import sources
from whence.publish.views.timeline import timeline
from whence.publish.words import standings, words, yardstick

_PLACES = 8
_OTHERS = 50
"""Other incidents that are listed on the page."""

_TEMPLATES = PackageLoader("whence.publish", "templates")

Made = Callable[["Parts"], object]


@cache
def environment() -> Environment:
    """Return the templates of the report, with what all of them use."""
    made = Environment(
        loader=_TEMPLATES,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
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
    made.filters["date"] = date
    made.filters["shown_location"] = shown_location
    return made


class Parts:
    """A case's report in parts. All words of the case are escaped; equal cases give equal parts."""

    def __init__(self, case: Case, options: Options | None = None) -> None:
        self.whole = case
        self.case = focused(case)
        self.options = options or Options()
        self.index = Index(self.case)
        self._made: dict[str, object] = {}

    def render(self, template: str, **more: object) -> str:
        """Return a template's text; ``more`` is what only the caller knows.

        Controls that hide or reorder text are shown as U+FFFD wherever they come from.
        """
        known = {name: self.given(name) for name in _needed(template) if name in _GIVEN}
        return clean(environment().get_template(template).render({**known, **more}))

    def part(self, template: str, **more: object) -> str:
        """Return one part by itself, as a piece of another page."""
        known = {name: self.given(name) for name in _needed(template) if name in _GIVEN}
        return self.render("part.html.j2", part=template, **{**known, **more})

    def given(self, name: str) -> Any:
        """Return what the templates know under a name, made once."""
        if name not in self._made:
            self._made[name] = _GIVEN[name](self)
        return self._made[name]

    @cached_property
    def places(self) -> Places:
        """Every mark of every document, with its ways back."""
        return places(self.index)

    @cached_property
    def documents(self) -> tuple[DocumentView, ...]:
        """Every document as it was read, in the order of publication."""
        return documents(self.index, self.places)


def general(template: str, used: Iterable[str] = ()) -> str:
    """Return a part that tells of no case: how to read any of them.

    ``used`` are likelihood words in use, which choose the yardstick.
    """
    known = {"yardstick": yardstick(set(used)), "folding": Folding()}
    return environment().get_template("part.html.j2").render(part=template, **known)


@cache
def _needed(template: str) -> frozenset[str]:
    """Return the names that a template, and what it includes, asks for."""
    source = environment()
    tree = source.parse(_TEMPLATES.get_source(source, template)[0])
    found = set(meta.find_undeclared_variables(tree))
    included: list[nodes.Include | nodes.FromImport] = [*tree.find_all(nodes.Include)]
    included += tree.find_all(nodes.FromImport)
    for node in included:
        if isinstance(node.template, nodes.Const) and node.template.value.endswith(".j2"):
            found |= _needed(node.template.value)
    return frozenset(found)


def _yardstick(parts: Parts) -> object:
    answers = parts.case.assessment.answers if parts.case.assessment else ()
    return yardstick({row.words for answer in answers for row in answer.posterior})


def _split_style(parts: Parts) -> Markup:
    """Return rules that light up every piece of a split mark when its first piece is reached."""
    keys = [key for view in parts.documents for key in view.reading.split]
    return Markup("").join(
        Markup('article:has([id="{0}"]:target) [data-of="{0}"]{{background:var(--lit)}}').format(
            key
        )
        for key in keys
    )


_GIVEN: Final[dict[str, Made]] = {
    "case": lambda parts: parts.case,
    "options": lambda parts: parts.options,
    "folding": lambda _: Folding(),
    "head": lambda parts: head(parts.index),
    "answers": lambda parts: verdict.answers(parts.index),
    "left_out": lambda parts: verdict.left_out(parts.index),
    "wanted": lambda parts: settling.wanted(parts.index),
    "pivots": lambda parts: settling.pivots(parts.index),
    "telling": lambda parts: settling.telling(parts.index),
    "panels": lambda parts: panel.panels(parts.index),
    "panel_title": lambda _: panel.TITLE,
    "panel_lead": lambda _: panel.LEAD,
    "slots": lambda parts: facts.slots(parts.index),
    "sums": lambda parts: facts.sums(parts.index),
    "other_facts": lambda parts: facts.unplaced(parts.index),
    "parties": lambda parts: parties.parties(parts.index),
    "other_claims": lambda parts: parties.unplaced(parts.index),
    "marks": lambda parts: parties.marks(parts.index),
    "sources": lambda parts: sources(parts.index),
    "pictures": lambda parts: pictures(parts.index, parts.options),
    "changes": lambda parts: changes(parts.index),
    "reactions": lambda parts: reactions.reactions(parts.index),
    "other_reactions": lambda parts: reactions.unplaced(parts.index),
    "timeline": lambda parts: timeline(parts.index),
    "places": lambda parts: on_the_map(parts.index),
    "most": lambda _: _PLACES,
    "map_key": lambda parts: key(on_the_map(parts.index)),
    "documents": lambda parts: parts.documents,
    "bonds": lambda parts: together.bonds(parts.case),
    "others": lambda parts: together.others(parts.whole),
    "most_others": lambda _: _OTHERS,
    "yardstick": _yardstick,
    "split_style": _split_style,
}
"""What the templates know, by name."""
