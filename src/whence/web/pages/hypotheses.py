"""Who was behind it: the answers, the matrix of evidence, and every item with its exact words."""

from collections.abc import Sequence
from typing import Final

from starlette.responses import Response

from whence.errors import ConfigError
from whence.model.assessment import Answer, Evidence
from whence.publish.anchors import anchor
from whence.publish.folding import Folding
from whence.publish.views.verdict import Row, View
from whence.publish.words import evidence_label
from whence.run.judging import WEIGHED
from whence.web.addresses import linked
from whence.web.paging import number
from whence.web.recording import record
from whence.web.routing import Page
from whence.web.shelf import Volume
from whence.web.views.adding import Adding, adding, checked
from whence.web.views.judged import HOLDING, judged_of
from whence.web.visit import Visit

_FOLDING: Final = Folding(items=10, quotes=2, reports=12, pivots=12, pages=True)
_EACH: Final = 25
"""Items on a page of the matrix."""
_OPEN: Final = 12
"""Wordings of an item that stand open."""


def hypotheses(visit: Visit) -> Response:
    """Show both questions: bars, tests, the way, the most telling evidence, what people decided."""
    return _show(visit, visit.volume(), Adding())


def add_party(visit: Visit) -> Response:
    """Weigh a party that nobody named; what cannot be weighed is shown again, to be mended."""
    volume = visit.volume()
    given = Adding(
        party=visit.given("party"), role=visit.given("role"), reason=visit.given("reason")
    )
    try:
        party, verdict = checked(volume, given)
    except ConfigError as error:
        return _show(visit, volume, given, error)
    return record(visit, volume, (party,), verdict)


def _show(
    visit: Visit, volume: Volume, given: Adding, refused: ConfigError | None = None
) -> Response:
    shown = volume.kept(
        "hypotheses",
        lambda: linked(
            volume.parts.part("hypotheses.html.j2", folding=_FOLDING), "hypotheses", volume.case_id
        ),
    )
    return visit.page(
        "hypotheses.html.j2",
        422 if refused else 200,
        volume=volume,
        shown=shown,
        adding=adding(volume),
        given=given,
        refused=refused,
        judged=judged_of(volume, WEIGHED),
        holding=HOLDING,
        may=visit.person.may("analyst") and not volume.state.closed,
    )


def matrix(visit: Visit) -> Response:
    """Show all items of one question, in the order and of the kind that are asked for."""
    volume = visit.volume()
    answer, view = _answer(visit, volume, visit.place("role"))
    order = "least" if visit.asked("order") == "least" else "most"
    kind = visit.asked("kind")
    keys = {anchor("e", answer.role + item.id): item.kind for item in answer.evidence}
    rows = [row for row in view.rows if not kind or keys[row.key] == kind]
    if order == "least":
        rows.reverse()
    start = min(number(visit.asked("from"), 0), max(0, len(rows) - 1) // _EACH * _EACH)
    page = rows[start : start + _EACH]

    def made() -> str:
        part = volume.parts.part("matrix.html.j2", folding=_FOLDING, answer=view, rows=page)
        return linked(part, "matrix", volume.case_id)

    return visit.page(
        "matrix_page.html.j2",
        volume=volume,
        tab="hypotheses",
        answer=view,
        order=order,
        kind=kind,
        kinds=sorted((evidence_label(one), one) for one in set(keys.values())),
        start=start,
        each=_EACH,
        total=len(rows),
        # what nobody can be shown is not kept either: addresses may ask for anything
        shown=volume.kept(f"matrix {answer.role} {order} {kind} {start}", made) if rows else "",
    )


def item(visit: Visit) -> Response:
    """Show one item of evidence: what it does to each hypothesis, why, and all its words."""
    volume, key = visit.volume(), f"e-{visit.place('key')}"
    found = _found(volume, key)
    if found is None:
        raise visit.refuse("there is no such item of evidence in the case")
    answer, view, row, evidence = found

    def made() -> str:
        part = volume.parts.part("quoted.html.j2", quotes=row.quotes, open=_OPEN)
        return linked(part, "item", volume.case_id)

    together = _together(answer, view.rows, evidence)
    return visit.page(
        "item.html.j2",
        volume=volume,
        tab="hypotheses",
        answer=view,
        row=row,
        evidence=evidence,
        origins=[(name, linked_href(href, volume)) for name, href in row.origins],
        together=[(one.text, linked_href(f"#{one.key}", volume), one.factor) for one in together],
        words=volume.kept(f"item {key}", made),
    )


def linked_href(href: str | None, volume: Volume) -> str:
    """Return where an anchor of the report leads in the workbench; "" for none."""
    made: str = linked(f'<a href="{href}"', "", volume.case_id) if href else ""
    return made.removeprefix('<a href="').removesuffix('"')


def views(volume: Volume) -> tuple[View, ...]:
    """Return the answers as the report tells them."""
    found: tuple[View, ...] = volume.parts.given("answers")
    return found


def _answer(visit: Visit, volume: Volume, role: str) -> tuple[Answer, View]:
    assessment = volume.case.assessment
    for answer in assessment.answers if assessment else ():
        for view in views(volume):
            if view.role == answer.role == role:
                return answer, view
    raise visit.refuse("nothing was weighed under this name")


def _found(volume: Volume, key: str) -> tuple[Answer, View, Row, Evidence] | None:
    known = volume.kept("items by key", lambda: _by_key(volume))
    return known.get(key)


def _by_key(volume: Volume) -> dict[str, tuple[Answer, View, Row, Evidence]]:
    assessment = volume.case.assessment
    found: dict[str, tuple[Answer, View, Row, Evidence]] = {}
    for answer in assessment.answers if assessment else ():
        view = next(one for one in views(volume) if one.role == answer.role)
        items = {anchor("e", answer.role + one.id): one for one in answer.evidence}
        found |= {row.key: (answer, view, row, items[row.key]) for row in view.rows}
    return found


def _together(answer: Answer, rows: Sequence[Row], evidence: Evidence) -> list[Row]:
    """Return the other items that do not count separately from this one."""
    keys = {
        anchor("e", answer.role + one.id)
        for one in answer.evidence
        if one.group == evidence.group and one.id != evidence.id
    }
    return [row for row in rows if row.key in keys]


PAGES: Final = (
    Page(path="/cases/{case}/hypotheses", name="hypotheses", answer=hypotheses),
    Page(
        path="/cases/{case}/hypotheses",
        name="add_party",
        answer=add_party,
        needs="analyst",
        method="POST",
    ),
    Page(path="/cases/{case}/hypotheses/matrix/{role}", name="matrix", answer=matrix),
    Page(path="/cases/{case}/hypotheses/{key}", name="item", answer=item),
)
