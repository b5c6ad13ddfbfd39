"""What may be chosen about a report."""

from typing import Annotated

from msgspec import Meta, Struct


class Options(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How much a report shows at once; nothing is ever left out, the rest is one click away.

    ``quotes`` is how many exact words stand open beside a value; ``rows`` how many origins the
    sourcing picture draws before it gathers the rest into one.
    """

    quotes: Annotated[int, Meta(ge=1, le=50)] = 3
    rows: Annotated[int, Meta(ge=3, le=60)] = 24
