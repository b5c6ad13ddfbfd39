"""Sources without the day on which they spoke: "A year ago the League claimed it" is the League's.

Readers take what stands between a sentence's beginning and the verb for who speaks.
"""

import re

from msgspec.structs import replace

from whence.extract.prose import Prose
from whence.model.reading import Attributed

_UNIT = r"(?:minute|hour|day|night|week|weekend|month|year|decade)s?"
_WHEN = re.compile(
    r"(?:(?:an?|one|two|three|four|five|six|seven|several|\d+|a few) "
    rf"{_UNIT} (?:ago|earlier|later|before|after)"
    rf"|(?:last|this|(?:the )?(?:same|next|following|previous|earlier|later)) (?:{_UNIT}|[a-z]+day)"
    r"|on (?:early |late )?[a-z]{3,6}day(?: (?:morning|afternoon|evening|night))?"
    r"|yesterday|earlier|later),? (?=(?-i:[A-Z])|(?:the|an?|its|his|her|their|two|three|some) )",
    re.IGNORECASE,
)
"""What begins behind it is a name or a phrase for somebody; "Last Chance Front" is a name."""


def undated(prose: Prose, one: Attributed) -> Attributed:
    """Return a statement whose source does not begin with when it was made."""
    if one.source is None:
        return one
    found = _WHEN.match(prose.text, one.source.start, one.source.end)
    return replace(one, source=prose.span(found.end(), one.source.end)) if found else one
