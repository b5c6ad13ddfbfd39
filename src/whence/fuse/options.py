"""What a person may decide about fusion."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

Grouping = Literal["given", "found"]
"""Whether all reports are of one incident, or which belong together is to be found out."""


class Options(Struct, frozen=True, kw_only=True):
    """Party table and thresholds of the fuse stage.

    ``parties`` maps the name that shall be shown to other names of the same party; it wins over
    every rule. ``thin`` is the support (in origins) and ``probable`` the probability under which a
    slot is not answered at all: on records of US gun violence (development part) half of the
    few values under 0.4 were wrong.
    ``copied`` is the least probability of copying at which narrated values are traced to the text
    that they were copied from. ``grouping`` is ``found`` where the reports tell of several
    incidents; ``about`` is then the document whose incident the question is about (its id, address
    or file name), else it is the one that most reports tell of. With ``as_of`` (an ISO prefix) only
    what was published up to then is fused; reports without a date are kept.
    """

    parties: dict[str, tuple[str, ...]] = {}
    thin: Annotated[float, Meta(ge=0, le=1_000)] = 0.3
    probable: Annotated[float, Meta(ge=0, le=1)] = 0.4
    copied: Annotated[float, Meta(ge=0, le=1)] = 0.2
    grouping: Grouping = "given"
    about: str | None = None
    as_of: str | None = None
