"""What somebody is held or blamed for: the deed, or something beside it."""

import re
from functools import cache
from typing import Final

from whence.extract.lexicon import words

_CHARGE: Final = re.compile(
    r"\b(?:for|with|over"
    r"|(?:accus\w+|suspected|suspicion|charges|convicted|guilty)(?: \S+){0,4}? of)\b"
)
_GAP: Final = r"[\s\"“”'‘’]+"
_DOING: Final = re.compile(rf"{_GAP}(?:[a-z]+ly{_GAP})?(?P<doing>[a-z]+ing)\b")
_NO_CHARGE: Final = frozenset(
    {"questioning", "sentencing", "hearing", "morning", "evening", "spring", "king",
     "nothing", "anything", "something", "everything"}
)  # fmt: skip
"""What ends so and is no doing: "held for questioning"."""
_ASIDE: Final = re.compile(
    rf"{_GAP}(?:\d+|(?:about|at least) \w+|one|two|three|four|five|six|several|some|other|others|"
    rf"another|him|her|them|(?:a|the|his|her|their) (?:\w+ )?(?:time|times|brother|son|wife|father"
    rf"|friend|others|hours?|days?|weeks?|months?|years?))\b"
)
"""With whom, how often or how long somebody is held: what for may still follow."""
_ARMS: Final = re.compile(r"\b(?:\w*bombs?|grenades?|explosives?|molotov|rockets?|missiles?)\b")
_NEAR: Final = 40
"""Characters behind such a word in which arms make it a deed: "throwing a petrol bomb"."""


def beside_the_deed(text: str) -> bool:
    """Tell whether the first charge in a text is for no deed: "arrested for lying to the police".

    ``text`` is casefolded and begins with whom it is about, or with the word that holds him. What
    is no charge ("arrested with two others", "for the second time") is passed over.
    """
    for charge in _CHARGE.finditer(text):
        if _others().match(text, charge.end()):
            return True
        found = _DOING.match(text, charge.end())
        if found is not None and found["doing"] not in _NO_CHARGE:
            deed = found["doing"] in words("charged_deeds")
            return not deed and _ARMS.search(text, found.end(), found.end() + _NEAR) is None
        if found is None and not _ASIDE.match(text, charge.end()):
            return False  # "for the bombing", "with murder"
    return False


@cache
def _others() -> re.Pattern[str]:
    """Return what such a charge begins with: "repeatedly lying"."""
    offences = "|".join(re.escape(one) for one in sorted(words("other_offences")))
    return re.compile(rf"{_GAP}(?:(?!and\b)[\w-]+{_GAP}){{0,2}}?(?:{offences})\b")
