"""What happened, slot by slot: values with their rivals, contradictions, origins and words."""

from typing import Final

from markupsafe import Markup
from starlette.responses import Response

from whence.publish.folding import Folding
from whence.publish.views.facts import SlotView
from whence.web.addresses import linked
from whence.web.routing import Page
from whence.web.shelf import Volume
from whence.web.visit import Visit

_FOLDING: Final = Folding(quotes=5, reports=6, origins=6, pages=True)
_WHOLE: Final = Folding(pages=True)


def facts(visit: Visit) -> Response:
    """Show every slot with its first wordings, or only those that are disputed."""
    volume = visit.volume()
    slots = _slots(volume)
    disputed = [slot for slot in slots if slot.disputed]
    only = bool(visit.asked("disputed"))
    shown = volume.kept(
        f"facts {only}", lambda: _part(volume, tuple(disputed if only else slots), _FOLDING)
    )
    return visit.page(
        "facts.html.j2",
        volume=volume,
        shown=shown,
        only=only,
        slots=disputed if only else slots,
        all=len(slots),
        disputed=len(disputed),
    )


def slot(visit: Visit) -> Response:
    """Show one slot with all its words."""
    volume, name = visit.volume(), visit.place("key")
    found = [one for one in _slots(volume) if one.slot == name]
    if not found:
        raise visit.refuse("the incident has no such fact")
    shown = volume.kept(f"slot {name}", lambda: _part(volume, tuple(found), _WHOLE))
    return visit.page("slot.html.j2", volume=volume, shown=shown, slot=found[0])


def _slots(volume: Volume) -> tuple[SlotView, ...]:
    found: tuple[SlotView, ...] = volume.parts.given("slots")
    return found


def _part(volume: Volume, slots: tuple[SlotView, ...], folding: Folding) -> Markup:
    whole = folding is not _WHOLE
    more = {} if whole else {"sums": (), "other_facts": ()}
    part = volume.parts.part("facts.html.j2", slots=slots, folding=folding, **more)
    return linked(part, "facts" if whole else "slot", volume.case_id)


PAGES: Final = (
    Page(path="/cases/{case}/facts", name="facts", answer=facts),
    Page(path="/cases/{case}/facts/{key}", name="slot", answer=slot),
)
