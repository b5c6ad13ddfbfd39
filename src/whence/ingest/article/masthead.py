"""The outlet's name where only the page's own furniture gives it: "Advertise with The Courier"."""

import re
from collections.abc import Sequence

from whence.ingest.article.boilerplate import prose_mark
from whence.ingest.article.credits import is_agency
from whence.ingest.draft import Unit

_LONGEST = 200


def outlet_of(units: Sequence[Unit]) -> str | None:
    """Return the one name by which the lines that were cut speak of their own page, or None.

    Lines that give different names tell nothing: one of them may be an advertiser. An agency's
    name stands for what it supplied, not for the page.
    """
    names: dict[str, str] = {}
    for unit in units:
        if unit.reason in ("advert", "newsletter", "legal") and len(unit.text) <= _LONGEST:
            found = prose_mark("own_name").match(" ".join(unit.text.split()))
            name = found["name"].rstrip(".'’") if found else ""
            if name and not is_agency(name):
                names.setdefault(re.sub(r"\W|^the\s", "", name.casefold()), name)
    return next(iter(names.values())) if len(names) == 1 else None
