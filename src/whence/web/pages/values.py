"""A claim or fact by itself: its words, its hands, where else it is said, what people judged."""

from typing import Final

from starlette.responses import Response

from whence.errors import ConfigError
from whence.model.claim import Claim
from whence.model.verdicts import CORRECTED
from whence.web.addresses import to
from whence.web.correcting import changes
from whence.web.recording import record
from whence.web.routing import Page
from whence.web.views.readings import readings
from whence.web.views.values import value_view
from whence.web.visit import Visit


def value(visit: Visit) -> Response:
    """Show a claim or fact, whole; of a page that asks by script, as a panel."""
    volume, key = visit.volume(), visit.place("key")
    view = value_view(volume, key)
    if view is None:
        raise visit.refuse("there is no such claim or fact in the case")
    here = to("values", case=volume.case_id, key=key)
    report = f"{to('reports', case=volume.case_id, key=view.document_id)}"
    opened = f"{report}?open={view.limits}#{view.words_href.partition('#')[2]}"
    return visit.page(
        "value_panel.html.j2" if visit.htmx else "value.html.j2",
        volume=volume,
        value=view,
        back=opened if visit.htmx and view.limits else here,
    )


def correct(visit: Visit) -> Response:
    """Judge that a claim or fact is to be what a form's fields say.

    Raises:
        ConfigError: when they say nothing else than was read, or what cannot be.
    """
    volume, key = visit.volume(), visit.place("key")
    found = readings(volume).was.get(key)
    if found is None:
        raise visit.refuse("there is no such claim or fact in the case")
    changed = changes(found, visit.given)
    if changed == "{}":
        kind = "claim" if isinstance(found, Claim) else "fact"
        hint = "to have it stand as it was read, accept it, or withdraw what was judged"
        raise ConfigError(f"this is how the {kind} was read: nothing is corrected", hint)
    return record(visit, volume, (key,), f"{CORRECTED} {changed}")


def judge(visit: Visit) -> Response:
    """Keep a judgement of every ``subject``; ``argument`` belongs behind the verdict's word."""
    volume = visit.volume()
    verdict = " ".join(filter(None, (visit.given("verdict"), visit.given("argument"))))
    return record(visit, volume, visit.given_each("subject"), verdict)


PAGES: Final = (
    Page(path="/cases/{case}/values/{key}", name="value", answer=value),
    Page(
        path="/cases/{case}/values/{key}/correct",
        name="correct",
        answer=correct,
        needs="analyst",
        method="POST",
    ),
    Page(
        path="/cases/{case}/judge", name="judge", answer=judge, needs="analyst", method="POST"
    ),
)  # fmt: skip
