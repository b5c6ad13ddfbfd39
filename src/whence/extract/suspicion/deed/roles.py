"""What a suspect is suspected of: the deed itself, the order for it, or help with it."""

import re
from functools import cache
from typing import Final

from whence.extract.lexicon import words
from whence.model.claim import Predicate

_HELD: Final = r"\b(?:accus\w+|charg\w+|suspect\w+|convicted|guilty|indicted|arrested|held)\b"
_OF: Final = r"(?:of|with|for|over) (?:having |allegedly |also )*"
_PAID_TO: Final = re.compile(r"(?:, \d+,)? (?:has |had |allegedly )*paid (?:[\w-]+ ){1,4}to\b")


def predicate(before: str, after: str) -> Predicate:
    """Return which part in the deed the words around a name give it.

    "Charged with supplying the detonators" and "rebels armed by X" tell of help, "paid three men to
    bomb" and "killers hired by X" of an order.

    Args:
        before: the sentence up to the name, casefolded.
        after: the sentence from the end of the name on, casefolded.
    """
    if _found("ordering", before, after) or _PAID_TO.match(after):
        return "ordered"
    return "enabled" if _found("enabling", before, after) else "carried_out"


def _found(part: str, before: str, after: str) -> bool:
    by, charge, does = _patterns(part)
    return (
        by.search(before) is not None
        or charge.match(after) is not None
        or does.match(after) is not None
    )


@cache
def _patterns(part: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    done, doing = (
        "|".join(map(re.escape, sorted(words(f"{part}_{form}")))) for form in ("done", "doing")
    )
    aged = r"(?:, \d+,)?"
    return (
        re.compile(rf"\b(?:{done}) by (?:[\w’'-]+ ){{0,2}}$"),
        re.compile(rf"{aged} (?:{_OF}|[^.;]{{0,60}}?{_HELD}[^.;]{{0,30}}? {_OF})(?:{doing})\b"),
        re.compile(
            rf"{aged} (?:has |had |have |allegedly |then )*(?:{done})\b"
            r"(?! (?:by|at|in|on|with|and|or|for|as|under|to)\b)"
        ),
    )
