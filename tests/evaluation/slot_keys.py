"""Keys and responses of MUC-4's slots, made short."""

from collections.abc import Sequence

from evaluation.corpora.muc4_slots import Fill, KeyIncident
from evaluation.templates.slot_credit import Graded, Response

FACT, ACCUSED, POSSIBLE = "REPORTED AS FACT", "SUSPECTED OR ACCUSED", "POSSIBLE"
BY_AUTHORITIES = "SUSPECTED OR ACCUSED BY AUTHORITIES"
LEAGUE = ("REED LEAGUE", "RL")


def fill(*alternatives: str, optional: bool = False, about: Sequence[str] = ()) -> Fill:
    return Fill(alternatives=alternatives, optional=optional, about=tuple(about))


def key(
    *organisations: Fill,
    types: Sequence[str] = ("arson",),
    targets: Sequence[str] = (),
    confidences: Sequence[Fill] = (),
    optional: bool = False,
) -> KeyIncident:
    return KeyIncident(
        types=tuple(types),
        roles={"Target": tuple(fill(one) for one in targets)},
        organisations=organisations,
        confidences=tuple(confidences),
        optional=optional,
    )


def response(
    *organisations: tuple[str, str | None], kind: str = "arson", targets: Sequence[str] = ()
) -> Response:
    return Response(
        incident=kind,
        roles={"Target": tuple(targets)},
        organisations=tuple(Graded(organisation=a, confidence=b) for a, b in organisations),
    )
