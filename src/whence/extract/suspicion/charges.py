"""What somebody is held or blamed for: the deed, or something beside it."""

import re
from functools import cache
from typing import Final

from whence.extract.lexicon import words

_CHARGE: Final = re.compile(
    r"\b(?:for|with|over|(?:accused|suspected|suspicion|charges|convicted|guilty|accuses?) of)\b"
)
_GAP: Final = r"[\s\"“”'‘’]+"


def beside_the_deed(text: str) -> bool:
    """Tell whether the first charge in a text is for no deed: "arrested for lying to the police".

    ``text`` is casefolded and begins with whom it is about, or with the word that holds him.
    """
    charge = _CHARGE.search(text)
    return charge is not None and _others().match(text, charge.end()) is not None


@cache
def _others() -> re.Pattern[str]:
    """Return what such a charge begins with: "repeatedly lying"."""
    offences = "|".join(re.escape(one) for one in sorted(words("other_offences")))
    return re.compile(rf"{_GAP}(?:(?!and\b)[\w-]+{_GAP}){{0,2}}?(?:{offences})\b")
