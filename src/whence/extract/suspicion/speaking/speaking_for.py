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
    rf" (?:(?:⟦(?P<owner>\d+)⟧ (?:{_WORD}){{0,2}}?)?{_COUNSEL}"
    rf"|{_WHOSE} (?:{_WORD}){{0,2}}?(?:{_COUNSEL}|{_KIN})) (?:, )?$"
)
_THROUGH: Final = re.compile(
    rf" (?:through|via|by|with|alongside) (?:an?|the|{_WHOSE}) (?:{_WORD}){{0,2}}?{_COUNSEL} , $"
)
"""What opens a sentence in which somebody speaks for himself: "speaking through a lawyer, X"."""
_REACH: Final = 60
_SPEAKING: Final = r"(?:(?:speaking|calling|writing|talking|acting) )"
_BEHALF: Final = (
    rf"(?:{_SPEAKING}?(?:on behalf of|in the name of(?= ⟦))"
    r"|(?:speaking|talking|who (?:often )?sp(?:eaks|oke)) for)"
    r" (?:⟦(?P<whose>\d+)⟧)?"
)
_SPEAKING_FOR: Final = re.compile(rf" (?:, )?{_BEHALF}")
_FOR_WHOM: Final = re.compile(rf"^ {_BEHALF} , $")
_CLAIMED_FOR: Final = re.compile(
    r"(?: [^\s,;:.?!]+){0,5}? (?:claim|t(?:ook|ak)|assum)[a-z]* (?:\S+ )?(?:responsibility|credit)"
    rf"(?: [^\s,;:.?!]+){{0,8}}? {_BEHALF}"
)
"""What is owned up to in another's name, told behind the verb: "claimed it on behalf of X"."""


def speaks_for_another(line: str, start: int, end: int) -> tuple[bool, int | None]:
    """Tell whether the party at [start, end) of a line speaks for another, and for which sign.

    "Ana Ruiz, a spokeswoman for X, denied it" and "Ana Ruiz denied it on behalf of X" are X's
    denials; "his lawyer, Ana Ruiz, denied it" is of somebody whom these words do not name. In
    "speaking through a lawyer, X denied it" X speaks for himself.
    """
    if _THROUGH.search(line, max(0, start - _REACH), start) and not line.startswith(" ,", end):
        return False, None
    found = (
        _BESIDE.match(line, end)
        or _SPEAKING_FOR.match(line, end)
        or _CLAIMED_FOR.match(line, end)
        or _FOR_WHOM.search(line[:start])
        or _BEFORE.search(line, max(0, start - _REACH), start)
    )
    if found is None:
        return False, None
    named = found.groupdict()
    whose = named.get("whose") or named.get("owner")
    return True, int(whose) if whose else None


_CLIENT: Final = re.compile(r"(?:his|her|their|the|my|our) clients?", re.IGNORECASE)


def is_client(words: str) -> bool:
    """Tell whether a source is nothing but a lawyer's client: "his client"."""
    return _CLIENT.fullmatch(words.strip()) is not None
