"""Targets of other events: "the attack on the consulate in Istanbul" in a report from Bangkok."""

import re
from collections.abc import Sequence
from dataclasses import replace

from whence.extract.facts.build import Context, Draft
from whence.extract.place import Located

_IN = re.compile(r"\s+(?:in|at|near)\s+(?:the\s+)?(?:[\w'’-]+\s+){0,3}$")
_CHARS = 50
"""Code points between a target and the place that it is said to be in."""


def recalled(
    context: Context, targets: Sequence[Draft], place: Draft | None, places: Sequence[Located]
) -> tuple[Draft, ...]:
    """Return targets with scope "other" where they are put in another state than the incident."""
    home = place.location.country if place is not None and place.location is not None else ""
    abroad = [one for one in places if one.place is not None and one.place.country != home]
    return tuple(
        replace(draft, scope="other")
        if home and any(_put_in(context, draft, one) for one in abroad)
        else draft
        for draft in targets
    )


def _put_in(context: Context, draft: Draft, one: Located) -> bool:
    """Tell whether a target is said to be in a place: "the Thai consulate in Istanbul"."""
    end, start = draft.spans[0].end, one.span.start
    if not end <= start <= end + _CHARS:
        return False
    return _IN.fullmatch(context.prose.text, end, start) is not None
