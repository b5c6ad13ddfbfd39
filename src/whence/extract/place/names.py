"""Names that the gazetteer has, with what the words around them say of their being places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from whence.extract.events import event_words
from whence.extract.lexicon import closed
from whence.extract.place.gazetteer import LONGEST, Place, country_names, demonyms, lookup
from whence.extract.place.regions import Outer, abbreviated, cities_by_form, outer
from whence.extract.place.spelling import fold, key
from whence.extract.place.words import bare, is_capital, is_possessive, plain, words
from whence.extract.prose import Prose, Token
from whence.extract.time.words import words as time_words

Evidence = Literal[
    "stated", "dateline", "force", "told", "located", "possessive", "plain", "quarter", "part"
]
"""What makes a name a place: a region behind it, its standing at the head of a report, its police,
"city of", a preposition, an 's, nothing; ``quarter`` when it is a part of a town ("the X
neighborhood"), ``part`` when it may be part of a longer name."""

Bearing = Literal["people", "thing"]
STRONG: frozenset[str] = frozenset({"stated", "dateline", "force", "told", "located"})
_INNER = frozenset({"de", "la", "las", "los", "el", "al", "du", "del", "of", "and", "the", "sur"})
_DATELINE = re.compile(
    r"[ \t,.]{0,2}(?:\([^()\n]{2,40}\)[ \t]*|[A-Z][a-z]{2,8}\.? \d{1,2}[ \t]*)?"
    r"(?:-{1,2}|[–—]|:|>>)\s"
    r"|[ \t,.]{0,2}\([A-Z][A-Za-z .&/]{1,24}\)"
)
_CODE = 3
"""Letters up to which a word in capitals is an abbreviation."""
_WORDS = 7
"""Words in the longest run of capitals that is looked through for a name."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name at [start, end) of the text: tokens [first, last) of its sentence."""

    sentence: int
    first: int
    last: int
    start: int
    end: int
    key: str
    candidates: tuple[Place, ...]
    outer: Outer | None
    evidence: Evidence
    person: bool = False
    within: bool = False
    """Whether "in", "near" or the like stands right before it."""
    caps: bool = False
    """Whether its sentence is in capitals throughout."""
    bearing: Bearing | None = None
    """What is called by it: people ("a Harrow man") or a house or event ("a Harrow bar")."""


def names(
    prose: Prose, index: int, taken: tuple[tuple[int, int], ...], shouts: bool = False
) -> Iterator[Name]:
    """Yield the names in one sentence, the longest at each place; ``taken`` ranges hold none.

    In a text that ``shouts`` (capitals throughout) neighbours tell nothing of where a name ends.
    """
    tokens = prose.sentences[index].tokens
    at = stated = 0
    while at < len(tokens):
        found = None
        if is_capital(tokens[at]) and not _inside(tokens[at], taken):
            found = _longest(prose, index, at, shouts)
        if found is not None and found.start < stated and _is_form(prose, found):
            found = None  # "Washington, D.C." is named once
        if found is not None and not any(
            start <= found.start and found.end <= end for start, end in taken
        ):
            yield found
            stated = found.outer.end if found.outer is not None else 0
            at = max(found.last, at + 1)
        else:
            at += 1


def _is_form(prose: Prose, name: Name) -> bool:
    return prose.text[name.start : name.end] in cities_by_form()


def _inside(token: Token, taken: tuple[tuple[int, int], ...]) -> bool:
    within = any(start <= token.start and token.end <= end for start, end in taken)
    return within and not is_possessive(token)


def _longest(prose: Prose, index: int, at: int, shouts: bool) -> Name | None:
    tokens = prose.sentences[index].tokens
    for last in reversed(_ends(tokens, at)):
        end = tokens[last - 1].start + len(bare(tokens[last - 1]))
        written = prose.text[tokens[at].start : end]
        wanted = key(written)
        found = _candidates(prose.text, written, end)
        if wanted and (found or (not shouts and _unlisted(prose, tokens, at, last))):
            return _name(prose, index, (at, last), found, shouts)
    return None


def _candidates(text: str, written: str, end: int) -> tuple[Place, ...]:
    """Return the places of a name; of a region's short form with its dot, the region.

    A town may leave out its article ("a Bronx park").
    """
    if written in cities_by_form():
        return (cities_by_form()[written],)
    short = abbreviated(f"{written}.") if text[end : end + 1] == "." else ()
    if short:
        return short
    found = lookup(written) or lookup(f"the {written}") or _counties(written)
    return tuple(place for place in found if place.country in country_names())


@cache
def _counties(written: str) -> tuple[Place, ...]:
    """Return the counties that a name without the word is, where nothing else is called so."""
    return tuple(one for one in lookup(f"{written} County") if one.kind == "county")


def _ends(tokens: tuple[Token, ...], at: int) -> list[int]:
    """Return where a name that starts at ``at`` may end, the shortest first."""
    ends: list[int] = []
    count, last = 0, at
    while last < len(tokens) and last - at < _WORDS and count < LONGEST:
        token = tokens[last]
        if last > at and token.start - tokens[last - 1].end > 1:
            break
        if is_capital(token):
            count += 1
            ends.append(last + 1)
        elif token.text == "." and tokens[last - 1].lower in {"st", "ft", "mt", "ste"}:
            pass
        elif token.lower in _INNER and last > at:
            count += 1
        else:
            break
        if is_possessive(token):
            break
        last += 1
    return ends


def _unlisted(prose: Prose, tokens: tuple[Token, ...], at: int, last: int) -> bool:
    """Tell whether the whole run of capitals is a town that only its region behind it tells.

    "in Fort Harrow, Tex.": a preposition before it or the head of a report, and a region behind a
    comma.
    """
    if not _whole_run(tokens, at, last):
        return False
    before = tokens[at - 1].lower if at else ""
    if at > 1 and before in words().directions:
        before = tokens[at - 2].lower
    if before == "," and at > 1 and plain(tokens[at - 2]) in words().heads:
        before = "in"  # "6902 Mill Road, Harrow, Tex."
    head = at == 0 and tokens[at].text.isupper() and len(tokens[at].text) > _CODE
    if not head and before not in words().strong | {"of"}:
        return False
    stated = outer(prose.text, tokens[last - 1].end)
    return stated is not None and stated.places[0].kind in ("region", "county")


def _whole_run(tokens: tuple[Token, ...], at: int, last: int) -> bool:
    """Tell whether nothing capitalised follows, and no day or month is among the words."""
    if last < len(tokens) and is_capital(tokens[last]) and tokens[last].text.isalpha():
        return False
    times = time_words().weekdays | time_words().months
    return not any(bare(token).casefold() in times for token in tokens[at:last])


def _name(
    prose: Prose, index: int, at: tuple[int, int], found: tuple[Place, ...], shouts: bool
) -> Name | None:
    tokens = prose.sentences[index].tokens
    first, last = at
    start = tokens[first].start
    end = tokens[last - 1].start + len(bare(tokens[last - 1]))
    if _is_code(prose.text[start:end], found, shouts):
        return None
    stated = _stated(prose, tokens, at, found)
    if shouts and stated is not None and stated.short:
        stated = None  # a code of two letters is any word
    evidence = _evidence(prose, tokens, at, stated)
    if shouts and evidence == "part":
        evidence = "located" if _located(tokens, first) else "plain"
    return Name(
        sentence=index,
        first=first,
        last=last,
        start=start,
        end=end,
        key=key(prose.text[start:end]),
        candidates=_narrowed(tokens, at, found, evidence),
        outer=stated,
        evidence=evidence,
        person=not shouts and _is_person(tokens, first, last),
        within=first > 0 and tokens[first - 1].lower in words().strong,
        caps=shouts,
        bearing=_bearing(tokens, last) if evidence == "plain" and not shouts else None,
    )


def _bearing(tokens: tuple[Token, ...], last: int) -> Bearing | None:
    """Tell who or what is called by a name: it stands in small letters, an adjective between."""
    after = [token.lower for token in tokens[last : last + 2] if token.text.islower()]
    if not after or after[0] != tokens[last].lower:
        return None
    if words().dwellers & set(after):
        return "people"
    called = words().people | words().happened | event_words().incident_nouns
    return "thing" if called & set(after) else None


def _is_code(written: str, found: tuple[Place, ...], shouts: bool) -> bool:
    """Tell whether a short word in capitals is an abbreviation: "SE", "SWAT", "CAR" in a shout."""
    if not written.isupper() or len(written) > _CODE or written in cities_by_form():
        return False
    return shouts or not any(place.kind == "country" for place in found)


def _narrowed(
    tokens: tuple[Token, ...], at: tuple[int, int], found: tuple[Place, ...], evidence: Evidence
) -> tuple[Place, ...]:
    """Return the candidates that the words behind the name leave: "X state", "X police"."""
    first, last = at
    after = tokens[last].lower if last < len(tokens) else ""
    if after in words().region_nouns:
        regions = tuple(one for one in found if one.kind == "region")
        return regions or found
    if evidence == "force":
        name = " ".join(token.text for token in tokens[first:last])
        counties = lookup(f"{name} County")
        return (*found, *(one for one in counties if one not in found))
    return found


def _stated(
    prose: Prose, tokens: tuple[Token, ...], at: tuple[int, int], found: tuple[Place, ...]
) -> Outer | None:
    """Return what is stated behind a name; what none of its namesakes lies in, only in due form."""
    first, last = at
    if is_possessive(tokens[last - 1]):
        return None
    end = tokens[last - 1].end
    stated = outer(prose.text, end)
    if stated is None or not found or any(stated.holds(one) for one in found):
        return stated
    in_form = stated.short or stated.places[0].kind == "county"
    comma = prose.text[end : end + 1] == ","
    placed = _located(tokens, first) or _opens(prose, tokens[first])
    return stated if in_form and comma and placed else None


def _evidence(
    prose: Prose, tokens: tuple[Token, ...], at: tuple[int, int], stated: Outer | None
) -> Evidence:
    first, last = at
    end = stated.end if stated is not None else tokens[last - 1].end
    if _opens(prose, tokens[first]) and _is_dateline(prose, tokens[first:last], end):
        return "dateline"
    if stated is not None:
        return "stated"
    if _is_part(tokens, first, last):
        return "part"
    if last < len(tokens) and tokens[last].lower in words().quarters:
        return "quarter"
    if _force(tokens, last):
        return "force"
    if _told(tokens, first):
        return "told"
    if _located(tokens, first):
        return "located"
    return "possessive" if is_possessive(tokens[last - 1]) else "plain"


def _is_dateline(prose: Prose, name: tuple[Token, ...], end: int) -> bool:
    """Tell whether a name that opens a line heads a report; in a headline "Police:" is who says."""
    if prose.block_kind(name[0].start) == "title":
        return False
    mark = _DATELINE.match(prose.text, end)
    says = mark is not None and mark.group().strip() == ":"
    return mark is not None and not (says and plain(name[-1]) in words().forces)


def heads(prose: Prose, name: str) -> bool:
    """Tell whether a name stands at the head of the report: "Harrow (AP) - ..."."""
    lines = re.finditer(rf"^{re.escape(name)}(?!\w)", prose.text, re.MULTILINE)
    return any(_DATELINE.match(prose.text, line.end()) for line in lines)


def _opens(prose: Prose, token: Token) -> bool:
    """Tell whether a word opens its line."""
    before = prose.text[max(0, token.start - 3) : token.start].rstrip(" \t(")
    return not before or before.endswith("\n")


def _told(tokens: tuple[Token, ...], first: int) -> bool:
    """Tell whether "city of" or the like stands before a name."""
    return (
        first > 1
        and tokens[first - 1].lower == "of"
        and tokens[first - 2].lower in words().settlements
    )


def _located(tokens: tuple[Token, ...], first: int) -> bool:
    at = first - 1
    while at >= 0 and tokens[at].lower in words().directions:
        at -= 1
    return at >= 0 and tokens[at].lower in words().locative


def _force(tokens: tuple[Token, ...], last: int) -> bool:
    after = [plain(token) for token in tokens[last : last + 2]]
    if not after or is_possessive(tokens[last - 1]):
        return False
    forces = words().forces
    return after[0] in forces or (after[0] in words().force_gap and after[-1] in forces)


def _is_part(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Tell whether capitalised neighbours make the word part of a longer name."""
    before = tokens[first - 1] if first else None
    after = tokens[last] if last < len(tokens) else None
    if before is not None and _joins(before, tokens[first]) and not _leads(tokens, first - 1):
        return True
    if after is not None and after.text == "&":
        return True
    if after is None or is_possessive(tokens[last - 1]) or not _joins(tokens[last - 1], after):
        return False
    if _force(tokens, last):
        return False
    when = after.lower in time_words().weekdays | time_words().months
    return not when and fold(bare(after)) not in demonyms()


def _joins(left: Token, right: Token) -> bool:
    both = is_capital(left) and is_capital(right)
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
    if word in words().directions or word in words().locative or fold(word) in demonyms():
        return True
    return at == 0 and (word in words().forces or word in closed_words())


def closed_words() -> frozenset[str]:
    """Return the words of grammar that may open a sentence before a name."""
    return closed("determiners") | closed("conjunctions") | closed("prepositions")


def _is_person(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Tell whether a title, a given name or a surname beside it makes the name a person's."""
    before = tokens[first - 1] if first else None
    if before is not None:
        if before.lower.rstrip(".") in words().persons:
            return True
        if before.text == "." and first > 1 and tokens[first - 2].lower in words().persons:
            return tokens[first - 1].start == tokens[first - 2].end
        if _joins(before, tokens[first]) and not _leads(tokens, first - 1):
            if last < len(tokens) and _joins(tokens[last - 1], tokens[last]):
                return False  # a body of a longer name
            return first > 1 or fold(before.text) in words().given or _aged(tokens, last)
    after = tokens[last] if last < len(tokens) else None
    if after is None:
        return False
    if _joins(tokens[last - 1], after) and not _force(tokens, last):
        return fold(tokens[first].text) in words().given
    return _owns(tokens, last)


def _owns(tokens: tuple[Token, ...], last: int) -> bool:
    """Tell whether what follows is a person's own: "X's mother", "X' home"."""
    marked = is_possessive(tokens[last - 1])
    if not marked and tokens[last].text in ("'", "’"):
        marked, last = True, last + 1
    return marked and last < len(tokens) and tokens[last].lower in words().owned


def _aged(tokens: tuple[Token, ...], last: int) -> bool:
    """Tell whether an age follows, as after a person's name ("Ann Lee, 24,")."""
    after = tokens[last : last + 2]
    return len(after) == 2 and after[0].text == "," and after[1].text.isdigit()
