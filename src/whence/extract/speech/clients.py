"""For whom a lawyer speaks: "his client denied it" is the word of whoever the lawyer defends."""

import re

from whence.extract.speech.speakers import Speaker, describe

_COUNSEL = (
    r"(?:(?:defen[cs]e|court-appointed|public|his|her|their|the|an?) ){0,2}"
    r"(?:lawyers?|attorneys?|solicitors?|barristers?|counsel|advocates?|defenders?)"
)
_NAME = r"[A-Z][\w’'.-]*(?: (?:(?:al|el|bin|ibn|de|da|dos|van|von|der|la)[ -])?[A-Z][\w’'.-]*)*"
_FOR = re.compile(
    rf"\b(?i:{_COUNSEL})(?: [A-Z][\w’'.-]*){{0,4}},?"
    rf" (?:for|of|representing|who represents|defending) (?P<whom>(?:(?:Mr|Mrs|Ms)\.? )?{_NAME})"
)
_OWN = re.compile(rf"(?P<whom>{_NAME})(?:’s|'s|’|') (?i:{_COUNSEL})\b")


def defended(known: list[Speaker], before: int) -> Speaker | None:
    """Return whom the lawyer defends who spoke last before a place, None where no lawyer did.

    ``known`` are the speakers so far, in the order of the text.
    """
    last = max(
        (one for one in known if one.position < before),
        key=lambda one: one.position,
        default=None,
    )
    found = (_OWN.search(last.who) or _FOR.search(last.who)) if last is not None else None
    if last is None or found is None:
        return None
    return describe(found["whom"], last.position)
