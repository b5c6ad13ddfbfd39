"""Who owns up or denies for somebody else: lawyers, spokesmen, relatives."""

import re
from typing import Final

_WORD: Final = (
    r"(?!(?:through|via|by|with|and|or|but|who|whose|whom|which|that|in|at|on|for|of|to|from"
    r"|said) )[^\s,;:.?!()]+ "
)
_COUNSEL: Final = (
    r"(?:lawyers?|attorneys?|solicitors?|barristers?|counsel|advocates?|spokes\S+|representatives?)"
)
_KIN: Final = (
    r"(?:brothers?|sisters?|father|mother|parents|wife|husband|sons?|daughters?|relatives?|family"
    r"|uncle|aunt|cousins?|friends?)"
)
_WHOSE: Final = r"(?:his|her|their|its)"
_BESIDE: Final = re.compile(
    rf" , (?:(?:an?|the|one of {_WHOSE}) )?(?:⟦(?P<owner>\d+)⟧ )?(?:{_WORD}){{0,3}}?"
    rf"(?:{_COUNSEL}|(?<= ){_WHOSE} (?:{_WORD}){{0,2}}?{_KIN}) "
    rf"(?:(?:for|of) ⟦(?P<whose>\d+)⟧)?"
)
_BEFORE: Final = re.compile(
    rf" (?:{_COUNSEL}|{_WHOSE} (?:{_WORD}){{0,2}}?(?:{_COUNSEL}|{_KIN})) (?:, )?$"
)
_REACH: Final = 60


def speaks_for_another(line: str, start: int, end: int) -> tuple[bool, int | None]:
    """Tell whether the party at [start, end) of a line speaks for another, and for which sign.

    "Ana Ruiz, a spokeswoman for X, denied it" is X's denial; "his lawyer, Ana Ruiz, denied it" is
    of somebody whom these words do not name.
    """
    beside = _BESIDE.match(line, end)
    if beside is not None:
        whose = beside["whose"] or beside["owner"]
        return True, int(whose) if whose else None
    return _BEFORE.search(line, max(0, start - _REACH), start) is not None, None
