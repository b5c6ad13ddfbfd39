"""What a person may decide about the tracing of origins."""

from typing import Annotated

from msgspec import Meta, Struct

from whence.model.origin import Stake


class Options(Struct, frozen=True, kw_only=True):
    """Judgements and thresholds of the trace stage.

    ``apart`` and ``together`` are pairs that a person has decided on and that bind: each side is a
    name as a text gives it, a chain id, or an origin id of an earlier trace. ``stakes`` says what a
    party stands to win or lose, by name; whoever is not listed is unknown. ``copied`` is the
    least probability, whichever the direction, at which shared words are reported as copied.
    """

    apart: tuple[tuple[str, str], ...] = ()
    together: tuple[tuple[str, str], ...] = ()
    stakes: dict[str, Stake] = {}
    copied: Annotated[float, Meta(ge=0, le=1)] = 0.5
