"""What the words beside a name say of it: its police, a preposition, a person's title."""

from typing import Literal

from whence.extract.events import event_words
from whence.extract.lexicon import closed
from whence.extract.place.gazetteer import demonyms, lookup
from whence.extract.place.spelling import fold
from whence.extract.place.words import bare, is_capital, is_possessive, straight, words
from whence.extract.prose import Token
from whence.extract.time.holidays import holidays
from whence.extract.time.words import words as time_words

_BETWEEN = 6
"""Tokens from "between" to the name behind "and"."""
_CODE = range(3, 5)
"""Letters of what is called by its initials."""
_CROSSING = 3
"""Words in the longest name of the second of two streets."""
_ADJECTIVES = 3
"""Words between an article and the name of a car."""
_FEAST = 4
"""Words in the longest name of a day ("Martin Luther King Day")."""
Bearing = Literal["people", "thing"]
_LINKS = frozenset({"the", "of", "and"})
"""Words among those of direction that are none."""
COUNTIES = frozenset({"county", "parish"})
"""What ends the name of a county, whose court or coroner may follow."""


def told(tokens: tuple[Token, ...], first: int) -> bool:
    """Tell whether "city of" or the like stands before a name."""
    return (
        first > 1
        and tokens[first - 1].lower == "of"
        and tokens[first - 2].lower in words().settlements
    )


def located(tokens: tuple[Token, ...], first: int) -> bool:
    """Tell whether a preposition of place stands before a name, "north of", "outskirts of"."""
    at = first - 1
    while at >= 0 and tokens[at].lower in words().directions:
        at -= 1
    if (at >= 0 and tokens[at].lower in words().locative) or beside(tokens, first):
        return True
    if befell(tokens, first):
        return True
    return (
        first > 1 and tokens[first - 1].lower == "of" and tokens[first - 2].lower in words().parts
    )


def befell(tokens: tuple[Token, ...], first: int) -> bool:
    """Tell whether something befell a name: "a blast rocked X", "the shelling of X"."""
    if first < 2:
        return False
    before, word = tokens[first - 2].lower, tokens[first - 1].lower
    if word == "of":
        return before in words().besetting
    return word in words().shaken and before in words().shaking


def lies(tokens: tuple[Token, ...], first: int) -> bool:
    """Tell whether a name says what something lies in or between ("in X, Y", "the X Clinic, Y").

    In lands whose papers tell streets and quarters so it says little of a town.
    """
    return between(tokens, first) or _behind_site(tokens, first) or _around(tokens, first)


def between(tokens: tuple[Token, ...], first: int) -> bool:
    """Tell whether something is on the way between a name and another ("the road between X and Y").

    So does "the road from X to Y"; "a dispute between X and Y" puts nothing anywhere.
    """
    if _on_way(tokens, first):
        return True
    start = next((at for at in range(first - 1, max(-1, first - 1 - _BETWEEN), -1)
                  if tokens[at].lower == "between"), -1)  # fmt: skip
    if start < 1 or tokens[start - 1].lower in words().bonds:
        return False
    capitals = [at for at in range(start + 1, min(len(tokens), first + _BETWEEN))
                if is_capital(tokens[at])]  # fmt: skip
    joined = [at for at in range(start + 1, min(len(tokens), first + _BETWEEN))
              if tokens[at].lower == "and"]  # fmt: skip
    return bool(joined and capitals) and capitals[0] < joined[0] < capitals[-1]


def _on_way(tokens: tuple[Token, ...], first: int) -> bool:
    """Tell whether something is on the road from one name to another, a name being one of them."""
    start = next((at for at in range(first - 1, max(-1, first - 1 - _BETWEEN), -1)
                  if tokens[at].lower == "from"), 0)  # fmt: skip
    if not start or tokens[start - 1].lower not in words().routes:
        return False
    last = next((at for at in range(start, min(len(tokens), start + _BETWEEN))
                 if tokens[at].lower == "to"), start)  # fmt: skip
    named = [*tokens[start + 1 : last], *tokens[last + 1 : last + 2]]
    return last > start + 1 and first <= last + 1 and all(is_capital(token) for token in named)


def _behind_site(tokens: tuple[Token, ...], first: int) -> bool:
    """Tell whether a building of a name stands before a name ("the Reed Medical Centre, X")."""
    if first < 3 or tokens[first - 1].text != ",":
        return False
    return is_capital(tokens[first - 2]) and straight(tokens[first - 2]) in words().heads


def _around(tokens: tuple[Token, ...], first: int) -> bool:
    """Tell whether a name says what the name before it lies in: "in Quellmoor, Velm, was"."""
    last = first
    while last < len(tokens) and is_capital(tokens[last]):
        last += 1
    at = first - 2
    while at > 0 and is_capital(tokens[at]):
        at -= 1
    closes = last < len(tokens) and tokens[last].text in (",", ".")
    opens = 0 <= at < first - 2 and tokens[at].lower in ("in", "at")
    named = " ".join(token.text for token in tokens[first:last])
    land = any(place.kind == "country" for place in lookup(named))
    return opens and closes and not land and tokens[first - 1].text == ","


def beside(tokens: tuple[Token, ...], first: int) -> bool:
    """Tell whether "north of" or the like stands before a name, and no distance before that."""
    if first < 2 or tokens[first - 1].lower != "of":
        return False
    compass = tokens[first - 2].lower in words().compass
    return compass and not (first > 2 and tokens[first - 3].lower in words().measures)


def is_road(tokens: tuple[Token, ...], first: int) -> bool:
    """Tell whether a name is that of a road on which somebody went: "fled north on X"."""
    return (
        first > 1
        and tokens[first - 1].lower == "on"
        and (tokens[first - 2].lower in words().compass or tokens[first - 2].lower in words().bound)
    )


def is_of_state(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Tell whether a name is a state's, and not its city's: "upstate X", "two X villages"."""
    before = tokens[first - 1].lower if first else ""
    many = words().settlements_of if last < len(tokens) else frozenset[str]()
    return before in words().state_parts or (bool(many) and tokens[last].lower in many)


def is_one_of_many(tokens: tuple[Token, ...], first: int) -> bool:
    """Tell whether "a" stands before a name: "a northeast Harrow neighborhood" is one of Harrow."""
    at = first - 1
    while at >= 0 and tokens[at].text in words().directions - _LINKS:
        at -= 1
    return at >= 0 and tokens[at].lower in ("a", "an")


def force(tokens: tuple[Token, ...], last: int) -> bool:
    """Tell whether the police or another service of a name is named."""
    after = [straight(token) for token in tokens[last : last + 2]]
    if not after or is_possessive(tokens[last - 1]):
        return False
    forces = words().forces
    return after[0] in forces or (after[0] in words().force_gap and after[-1] in forces)


def is_part(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Tell whether capitalised neighbours make the word part of a longer name."""
    before = tokens[first - 1] if first else None
    after = tokens[last] if last < len(tokens) else None
    if before is not None and _joins(before, tokens[first]) and not _leads(tokens, first - 1):
        return True
    if after is not None and after.text == "&":
        return True
    if is_linked(tokens, last) or _crosses(tokens, first, last):
        return True
    if after is None or is_possessive(tokens[last - 1]) or not _joins(tokens[last - 1], after):
        return False
    if force(tokens, last) or straight(tokens[last - 1]) in COUNTIES:
        return False
    if after.lower == "community" and not _joins(after, (*tokens, after)[last + 1]):
        return False
    return not is_when(tokens, last) and fold(bare(after)) not in demonyms()


def _crosses(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Tell whether a name is one of two streets: "at Harrow and Mill avenues"."""
    if [one.lower for one in tokens[last : last + 1]] == ["and"] and is_capital(tokens[last - 1]):
        end = last + 1
        while end < len(tokens) and end - last <= _CROSSING and is_capital(tokens[end]):
            end += 1
        return last + 1 < end < len(tokens) and tokens[end].text in words().crossings
    if last >= len(tokens) or tokens[last].text not in words().crossings:
        return False
    at = first - 1
    while at > 0 and first - at < _CROSSING and is_capital(tokens[at]):
        at -= 1  # "at Harrow and West Mill avenues"
    return at > 0 and tokens[at].text == "and" and is_capital(tokens[at - 1])


def is_when(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether a weekday, a month or a day with a name stands at a position."""
    if tokens[at].lower in time_words().weekdays | time_words().months:
        return True
    said = [bare(token).casefold() for token in tokens[at : at + _FEAST]]
    return any(" ".join(said[:size]) in holidays().days for size in range(1, len(said) + 1))


def is_linked(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether a small word of Romance names stands in the midst of one ("X del Sur")."""
    within = at + 1 < len(tokens) and tokens[at].text in words().linking
    return within and is_capital(tokens[at + 1]) and is_capital(tokens[at - 1])


def _joins(left: Token, right: Token) -> bool:
    both = is_capital(left) and is_capital(right) and not left.lower.endswith("-old")
    return (
        both
        and right.start - left.end == 1
        and left.text[0].isalpha()
        and right.text[0].isalpha()
        and not is_possessive(left)
    )


def _leads(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether a capitalised word before a name is no part of it: "In", "South", "Police"."""
    word = tokens[at].lower
    if at and word in words().settlements:
        return False  # "Port Quellby" is no port called Quellby
    if word in words().directions or word in words().locative or fold(word) in demonyms():
        return True
    opens = at == 0 or not tokens[at - 1].text[-1].isalnum()  # "(AP) - A Harrow man"
    return opens and (word in words().forces or word in closed_words())


def closed_words() -> frozenset[str]:
    """Return the words of grammar that may open a sentence before a name."""
    return closed("determiners") | closed("conjunctions") | closed("prepositions")


def is_person(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Tell whether a title, a given name or a surname beside it makes the name a person's."""
    if straight(tokens[last - 1]) in COUNTIES:
        return False
    before = tokens[first - 1] if first else None
    if before is not None:
        if before.lower.rstrip(".") in words().persons:
            return True
        if before.text == "." and first > 1 and tokens[first - 2].lower in words().persons:
            return tokens[first - 1].start == tokens[first - 2].end
        if before.lower in words().heads or _is_code(before):
            return False
        if _joins(before, tokens[first]) and not _leads(tokens, first - 1):
            if last < len(tokens) and _joins(tokens[last - 1], tokens[last]):
                return False  # a body of a longer name
            return first > 1 or fold(before.text) in words().given or _aged(tokens, last)
    if last == len(tokens) or is_when(tokens, last) or tokens[last].lower in words().settlements:
        return False
    if _joins(tokens[last - 1], tokens[last]) and not force(tokens, last):
        return fold(tokens[first].text) in words().given
    return _owns(tokens, last)


def is_vehicle(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Tell whether a name that cars bear is one's: "a white Pontiac", "in the Lincoln".

    "A Lincoln man" is from the town.
    """
    if fold(" ".join(bare(token) for token in tokens[first:last])) not in words().vehicles:
        return False
    at = first - 1
    while at >= 0 and first - at <= _ADJECTIVES and _describes(tokens[at]):
        at -= 1
    if at < 0 or tokens[at].lower not in ("a", "an", "the", "his", "her", "their"):
        return False
    after = tokens[last].lower if last < len(tokens) else "."
    bare_word = not after.isalpha() or after in closed_words() | closed("auxiliaries")
    return bare_word if at == first - 1 else bearing(tokens, last) is None


def _describes(token: Token) -> bool:
    """Tell whether a word may stand between an article and a car's name: "white", "2011"."""
    return token.text.isdigit() or token.lower in words().liveries


def _is_code(token: Token) -> bool:
    """Tell whether a word before a name is an agency, an outlet or a time zone: "CBS Harrow"."""
    return token.text.isalpha() and token.text.isupper() and len(token.text) in _CODE


def _owns(tokens: tuple[Token, ...], last: int) -> bool:
    """Tell whether what follows is a person's own: "X's mother", "X' home"."""
    if not _is_owner(tokens, last):
        return False
    last += tokens[last].text in ("'", "’")
    return last < len(tokens) and tokens[last].lower in words().owned


def _is_owner(tokens: tuple[Token, ...], last: int) -> bool:
    """Tell whether a name is a possessive ("X's"), its mark of its own where it ends in an s."""
    apart = last < len(tokens) and tokens[last].text in ("'", "’")
    return apart or is_possessive(tokens[last - 1])


def _aged(tokens: tuple[Token, ...], last: int) -> bool:
    """Tell whether an age follows, as after a person's name ("Ann Lee, 24,")."""
    after = tokens[last : last + 2]
    return len(after) == 2 and after[0].text == "," and after[1].text.isdigit()


def happened(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Tell whether something happened in, near or outside a name: "a shooting in X".

    "A killing in X's camp" does not: X may be a person.
    """
    if _is_owner(tokens, last) or first < 2:
        return False
    if befell(tokens, first):
        return True
    if tokens[first - 1].lower not in ("in", "near", "outside"):
        return False
    return tokens[first - 2].lower in event_words().incident_nouns | words().happened


def bearing(tokens: tuple[Token, ...], last: int) -> Bearing | None:
    """Tell who or what is called by a name: it stands in small letters, an adjective between."""
    after = [token.lower for token in tokens[last : last + 2] if token.text.islower()]
    if not after or after[0] != tokens[last].lower:
        return None
    if words().dwellers & set(after):
        return "people"
    called = words().people | words().happened | event_words().incident_nouns
    return "thing" if called & set(after) else None
