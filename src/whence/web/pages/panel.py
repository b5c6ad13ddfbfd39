"""What people think: each one's own estimate, hidden from the others until they gave theirs."""

from typing import Any, Final

from markupsafe import Markup
from msgspec.structs import replace
from starlette.responses import Response

from whence.errors import ConfigError
from whence.model.assessment import Answer
from whence.model.case import Case
from whence.publish.index import Index
from whence.publish.views import panel as views
from whence.publish.words import words
from whence.run.panel import Given
from whence.web.addresses import linked, to
from whence.web.estimates import answers_of, earlier, judges, keep, of_judge, shares_of, visible
from whence.web.routing import Page
from whence.web.shelf import Volume
from whence.web.visit import Visit

_SHARE: Final = "share."


def panel(visit: Visit) -> Response:
    """Show one's own estimate, and once it is given what the others think."""
    return _show(visit, {}, None)


def estimate(visit: Visit) -> Response:
    """Keep an estimate; one that does not come to 100 per cent is shown again, to be mended."""
    volume = visit.volume()
    role = visit.given("role")
    answer = next((one for one in answers_of(volume.case) if one.role == role), None)
    if answer is None:
        raise visit.refuse("nothing was weighed under this name")
    given = {one.id: visit.given(_SHARE + one.id) for one in answer.hypotheses}
    given = {key: text for key, text in given.items() if text}
    try:
        shares = shares_of(given)
    except ConfigError as error:
        return _show(visit, given, error)
    at = visit.desk.now()
    rows = [
        Given(
            location=visit.request.url.path,
            judge=visit.person.name,
            role=answer.role,
            hypothesis=key,
            probability=share,
            at=at,
            reason=visit.given("reason"),
        )
        for key, share in shares.items()
    ]
    keep(volume, rows, visit.desk.now)
    return visit.onward(f"{to('panel', case=volume.case_id)}#panel-{answer.role}")


def _show(visit: Visit, given: dict[str, str], refused: ConfigError | None) -> Response:
    volume = visit.volume()
    case = volume.case
    name = visit.person.name
    questions = [_question(case, answer, name, given) for answer in answers_of(case)]
    return visit.page(
        "panel.html.j2",
        422 if refused else 200,
        volume=volume,
        questions=questions,
        refused=refused,
        role=visit.given("role"),
        reason=visit.given("reason"),
        shown=_together(volume, name),
    )


def _question(case: Case, answer: Answer, name: str, given: dict[str, str]) -> dict[str, Any]:
    mine = of_judge(case.panel, name, answer.role)
    last = mine[-1].shares if mine else {}
    labels = {one.id: one.label for one in answer.hypotheses}
    told = {key: f"{100 * share:.3g}" for key, share in last.items()} | given
    means = {row.hypothesis_id: row.mean for row in answer.posterior}
    listed = sorted(means, key=lambda key: str(labels.get(key, key)).casefold())
    others = judges(case, answer.role) - bool(mine)
    return {
        "role": answer.role,
        "title": words().roles[answer.role],
        "answers": [(key, labels.get(key, key), told.get(key, "")) for key in listed],
        "mine": earlier(mine, labels),
        "others": others,
    }


def _together(volume: Volume, name: str) -> Markup:
    seen = visible(volume.case, name)
    if not seen.pooled:
        return Markup("")
    shown = tuple(one for one in seen.panel if one.role in {row.role for row in seen.pooled})
    index = Index(replace(seen, panel=shown))
    part = volume.parts.part("panel.html.j2", panels=views.panels(index))
    return linked(part, "panel", volume.case_id)


PAGES: Final = (
    Page(path="/cases/{case}/panel", name="panel", answer=panel),
    Page(
        path="/cases/{case}/estimate",
        name="estimate",
        answer=estimate,
        needs="analyst",
        method="POST",
    ),
)
