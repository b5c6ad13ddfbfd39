"""The columns beside a coded row that say how well it stands."""

from typing import Final

from whence.publish.coding.record import Record, joined
from whence.publish.coding.table import Cell
from whence.publish.held import held, sourced
from whence.publish.words import standings

COMPANIONS: Final = (
    "whence_case",
    "whence_kind",
    "plover_event",
    "plover_mode",
    "muc4_type",
    "date_told",
    "date_origins",
    "date_reports",
    "place_told",
    "place_precision",
    "place_origins",
    "place_reports",
    "killed_low",
    "killed_best",
    "killed_high",
    "killed_counted",
    "killed_origins",
    "killed_reports",
    "target",
    "target_kind",
    "stage",
    "doer_standing",
    "doer_reason",
    "suspects",
    "origins",
    "own_voices",
    "reports",
    "disputed",
    "disputed_slots",
    "contradictions",
    "abstained",
    "left_open",
)
"""Their names, in order."""


def companions(record: Record, left_open: tuple[str, ...]) -> dict[str, Cell]:
    """Return what a row rests on; ``left_open`` are the columns without a code, with reasons.

    ``origins`` counts independent first hands outside the outlets, ``own_voices`` the outlets that
    tell something without saying from whom, ``reports`` the documents: copies add to these alone.
    The origins of a single value count both sorts of first hand. ``disputed`` is 1 when the
    reports disagree on anything, else 0.
    """
    found, reason = record.doer
    plover = record.kind.plover if record.kind else None
    killed = record.incident.slot("killed")
    number, value = record.killed, held(killed)
    date_origins, date_reports = sourced(record.date)
    place_origins, place_reports = sourced(record.place)
    killed_origins, killed_reports = sourced(value)
    return {
        "whence_case": record.index.case.id,
        "whence_kind": record.incident.kind,
        "plover_event": plover[0] if plover else None,
        "plover_mode": plover[1] if plover else None,
        "muc4_type": record.kind.muc4 if record.kind else None,
        "date_told": record.date.value if record.date else None,
        "date_origins": date_origins,
        "date_reports": date_reports,
        "place_told": record.place.value if record.place else None,
        "place_precision": record.location.precision if record.location else None,
        "place_origins": place_origins,
        "place_reports": place_reports,
        "killed_low": number.low if number else None,
        "killed_best": number.best if number else None,
        "killed_high": number.high if number else None,
        "killed_counted": killed.unit if killed else None,
        "killed_origins": killed_origins,
        "killed_reports": killed_reports,
        "target": record.target,
        "target_kind": record.several("target_kind"),
        "stage": record.several("outcome_stage"),
        "doer_standing": standings()[found.standing].label if found else None,
        "doer_reason": reason,
        "suspects": record.suspects,
        "origins": len(record.origins),
        "own_voices": record.own_voices,
        "reports": len(record.documents),
        "disputed": int(bool(record.disputed)),
        "disputed_slots": joined(record.disputed),
        "contradictions": joined(record.contradictions()),
        "abstained": joined(record.abstained),
        "left_open": joined(left_open),
    }
