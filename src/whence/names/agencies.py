"""News agencies by every form of their names: they supply text, so they are hands on its way."""

import re
from functools import cache

from whence.model.vocabulary import load

_SHORT = 4
_CLOSING = re.compile(
    r"(?:(?<=[.!?”\"’'\n])[^\S\n]*+[(\[][^\S\n]*+|\n[^\S\n]*+[-–—]{1,2}[^\S\n]*+)"
    r"(?P<names>[A-Z][\w.&-]*+(?:[ /,]{1,2}(?:and )?[A-Z][\w.&-]*+){0,4})[)\].]?\s*\Z"
)
"""What closes a text that is somebody else's: "(Reuters)", "- AP"."""
_TAIL = 120
"""Characters at the end of a text in which such words stand."""
_NAMES = re.compile(r"[^/,]+")


@cache
def _forms() -> dict[str, str]:
    table = load("agencies", dict[str, list[str]], "whence.names")
    return {form(one): name for name, forms in table.items() for one in (name, *forms)}


def form(name: str) -> str:
    """Return a name as it is looked up.

    Short forms count only as written: "Spa" and "uni" are words, "SPA" and "UNI" agencies.
    """
    return name if len(name) <= _SHORT or name.isupper() else name.casefold()


def agency(name: str) -> str | None:
    """Return the agency that ``name`` stands for ("AP", "The Associated Press"), if it is one."""
    plain = bare(name)
    return _forms().get(plain) or _forms().get(plain.casefold())


def bare(name: str) -> str:
    """Return a name without its article and the marks around it."""
    plain = " ".join(name.split()).strip(" .:")
    return plain[4:] if plain[:4].casefold() == "the " else plain


def closing_credit(text: str) -> tuple[int, int] | None:
    """Return where a text ends with the name of an agency and nothing else: "(Reuters)", "- AP".

    Of several ("(AFP, Reuters)") the first is told; somebody's initials or a town are none.
    """
    start = max(0, len(text) - _TAIL)
    found = _CLOSING.search(text[start:])
    if found is None:
        return None
    for name in _NAMES.finditer(found["names"]):
        if agency(name.group().strip()) is not None:
            at = start + found.start("names") + name.start()
            return at, at + len(name.group().rstrip())
    return None
