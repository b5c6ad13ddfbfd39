"""Which of several parties around a speaker's name is the one in whose name he speaks.

"RED, the rebel group, ..." is RED, "the Reed Front (RF)" the Reed Front; "Rwanda's foreign
ministry" and "the foreign ministry of Rwanda" are Rwanda; "the Reed Front's Northern Column" and
"Major Ana Ruiz of the Reed Front" speak for the Reed Front.
"""

import re
from collections.abc import Callable, Sequence
from typing import Final

from whence.extract.parties import Party

COUNSEL: Final = (
    r"(?i:lawyers?|attorneys?|solicitors?|barristers?|counsel|advocates?|defen[cs]e|defenders?)"
)
"""Who speaks for an accused person, as a part of a regular expression."""
OFFICES: Final = (
    r"(?:spokes\w+|envoys?|ambassadors?|leaders?|commanders?|chiefs?|heads?|officials?|representatives?|chair\w*"
    r"|secretary|director|wing|arm|channel|statement|message|page|account|communiqu[eé]|note|letter"
    r"|video|leaflet|mouthpiece|member|fighter)"
)
"""Who or what speaks for a party, as a part of a regular expression."""
_RANKS: Final = (
    r"(?:general|gen|colonel|col|major|maj|captain|capt|lieutenant|lt|sergeant|sgt|brigadier|brig|admiral"
    r"|commodore|marshal|commander|commandant|chief|spokes\w+|leader|deputy|emir|secretary)"
)
_FOR: Final = re.compile(
    rf"\b(?:{OFFICES}|{COUNSEL}|speaks?|speaking|spoke)\b(?: \w+)? (?:for|of|from|signed|by)"
    r" (?:the )?$"
    rf"|\b{OFFICES} (?:called|named|titled|known as|(?:that|which) goes by(?: the name(?: of)?)?)"
    r" (?:the )?$"
    r"|\b(?:on behalf of|in the name of|bearing the name of"
    r"|with the (?:letterhead|signature|logo|seal) of"
    r"|(?:introduc|present|identif|describ|sign)\w+ (?:him|her|them|it)sel(?:f|ves) as) (?:the )?$",
    re.IGNORECASE,
)
"""Words before a name by which it is the one spoken for."""
_WHOSE: Final = re.compile(
    rf"(?:[’']s?)? (?:[\w-]+ ){{0,3}}?(?:{OFFICES}|{COUNSEL})\b", re.IGNORECASE
)
"""The same behind a name: "the Front's chief spokesman", "a Front official"."""
_ALSO: Final = re.compile(
    r",? ?\(?(?:(?:also|better|formerly|otherwise|locally|widely) )?(?:called|known|referred to)"
    r"(?: (?:as|by (?:the|its|their) (?:\w+ )?(?:initials?|acronym|name)))? (?:the )?$"
    r"|,? (?:alias|aka|or) (?:the )?$| ?\((?:the )?$",
    re.IGNORECASE,
)
"""What stands between two names of one party."""
_ONES_OWN: Final = re.compile(r"[’']s? (?:[\w-]+ )?$")
_OF: Final = re.compile(r" (?:of|for) (?:the )?$")
_FROM: Final = re.compile(r",? (?:[\w-]+ ){0,2}?(?:of|from|for|with|in|at) (?:the )?(?:[\w-]+ )?$")
_TITLED: Final = re.compile(r"(?:[’']s?)?,? (?:[\w.-]+ ){0,5}$")
_US: Final = re.compile(r"\b(?:we|us|our|ours)\b", re.IGNORECASE)
_NO_MORE: Final = re.compile(
    r"\b(?:former|ex|retired|onetime|one-time|dismissed|sacked|fired|suspended)[ -]",
    re.IGNORECASE,
)
"""What stands before or in the name of a body that somebody has left: "a former police chief"."""
_MINISTERS: Final = re.compile(
    rf"(?:[’']s?)? (?:[\w-]+ ){{0,3}}?(?:{OFFICES}|{COUNSEL}|minist\w+|president|premier)\W*"
    r"(?:[A-Z][\w.]* )*$"
)
"""What stands between a state and whoever speaks for it: "Chad's foreign minister, Ana Ruiz"."""
_RANKED: Final = re.compile(rf"\b{_RANKS}\b", re.IGNORECASE)
OF_A_STATE: Final = frozenset(
    (
        "ministry", "office", "embassy", "mission", "consulate", "agency", "presidency",
        "department", "staff", "command", "government",
    )
)  # fmt: skip
"""Words for bodies that speak for their whole state."""


def spoken_for(inside: Sequence[Party], text: str, start: int, end: int) -> Party | None:
    """Return the one of several parties within [start, end) in whose name the others speak."""
    spoken = [
        one
        for one in inside
        if one.name.casefold() not in OF_A_STATE  # "the chief of staff"
        and not _NO_MORE.search(text[start : one.end])
        and (
            _FOR.search(text[start : one.start])
            or (_WHOSE.match(text[one.end : end]) and one.kind != "state")
        )
    ]
    return spoken[0] if len({one.name for one in spoken}) == 1 else None


def alone(
    inside: Sequence[Party],
    text: str,
    start: int,
    said: str,
    for_its_state: Callable[[Party], bool],
) -> Party | None:
    """Return the party that the words of a speaker name, if they come down to one.

    Args:
        inside: the parties there, in the order of the text.
        text: that of the document.
        start: where the words begin in it.
        said: what is said: who says "we" speaks for the group that he is of.
        for_its_state: tells of a body whether it speaks for the whole state that owns it.
    """
    named = _once([one for one in inside if one.kind != "class"] or inside, text)
    if named and named[0].kind == "state" and len(named) == len(("state", "office", "name")):
        named = [named[0], *(one for one in named[1:] if one.kind == "person")]
    if len(named) != len(("one", "other")):
        return named[0] if len(named) == 1 else None
    first, second = named
    between = text[first.end : second.start]
    if {first.kind, second.kind} == {"state", "body"}:
        return _of_a_state(first, second, between, for_its_state)
    if first.kind == "state" and second.kind == "group":
        return second
    if first.kind == "state":
        return first if _MINISTERS.fullmatch(between) else None
    if "person" in (first.kind, second.kind):
        return _whose(first, second, between, text[start : second.start], said)
    if first.kind == "group" and _ONES_OWN.fullmatch(between):
        return first
    return None


def _once(inside: Sequence[Party], text: str) -> list[Party]:
    """Return parties without second names of the one before, and without those named twice."""
    kept: list[Party] = []
    for one in inside:
        if any(one.name == other.name or one.start < other.end for other in kept):
            continue
        if kept and _ALSO.fullmatch(text[kept[-1].end : one.start]):
            continue
        last = inside[inside.index(one) - 1] if one is not inside[0] else None
        if last is not None and kept and _ALSO.fullmatch(text[last.end : one.start]):
            continue  # "the Front, also called RF or the Reeds"
        kept.append(one)
    return kept


def _of_a_state(
    first: Party, second: Party, between: str, for_its_state: Callable[[Party], bool]
) -> Party | None:
    """Return a state for its ministry, and a body for itself: "Chad's army", "the army of Chad"."""
    if first.kind == "state":
        return first if for_its_state(second) else second
    if _OF.fullmatch(between):
        return second if for_its_state(first) else first
    return None


def _whose(first: Party, second: Party, between: str, before: str, said: str) -> Party | None:
    """Return the party of whose rank or office a person is, or for which he says "we".

    Who has left it speaks for himself.
    """
    person, other = (first, second) if first.kind == "person" else (second, first)
    if _NO_MORE.search(before):
        return person
    if other.kind not in ("group", "body", "class"):
        return None
    if _RANKED.search(before) is None and _US.search(said) is None:
        return None
    told = _FROM if person is first else _TITLED
    return other if told.fullmatch(between) else None
