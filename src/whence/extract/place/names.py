"""Names that the gazetteer has, with what the words around them say of their being places."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from whence.extract.events import event_words
from whence.extract.place.gazetteer import LONGEST, Place, called, hamlets, lookup
from whence.extract.place.heading import is_dateline, opens
from whence.extract.place.kinds import is_abroad, is_region, is_rural, is_terrain
from whence.extract.place.namesakes import around, is_large, namesakes, of_county, under_sheriff
from whence.extract.place.neighbours import (
    Bearing,
    bearing,
    force,
    happened,
    is_of_state,
    is_one_of_many,
    is_part,
    is_person,
    is_road,
    is_vehicle,
    is_when,
    lies,
    located,
    told,
)
from whence.extract.place.quarters import quarters
from whence.extract.place.regions import (
    Outer,
    behind,
    cities_by_form,
    of_own,
    outer,
    shown_with_region,
)
from whence.extract.place.spelling import key
from whence.extract.place.words import bare, is_capital, is_possessive, straight, words
from whence.extract.prose import Prose, Token
from whence.extract.time.words import words as time_words

Evidence = Literal[
    "stated", "dateline", "force", "told", "located", "possessive", "plain", "quarter", "part"
]
"""What makes a name a place: a region behind it, its standing at the head of a report, its police,
"city of", a preposition, an 's, nothing; ``quarter`` when it is a part of a town ("the X
neighborhood"), ``part`` when it may be part of a longer name."""

STRONG: frozenset[str] = frozenset({"stated", "dateline", "force", "told", "located"})
_CODE = 3
"""Letters up to which a word in capitals is an abbreviation."""
_LONG = 4
"""Letters from which a word of a headline tells how it is written."""
_LEAST = 3
"""How many such words a headline is to have."""
_CAPITALS = 0.7
"""Share of such words with capitals from which these tell no names."""
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
    event: bool = False
    """Whether a word for what happened stands right before that ("a shooting in X")."""
    land: bool = False
    """Whether a river, a car or the like is called by it ("the Harrow gorge", "a white Harrow")."""
    bearing: Bearing | None = None
    """What is called by it: people ("a Harrow man") or a house or event ("a Harrow bar")."""
    hamlets: tuple[Place, ...] = ()
    """Small places and quarters that it may be where the text is about their region."""
    seen: bool = False
    """Whether the reader takes it for the name of a place."""


def names(
    prose: Prose, index: int, taken: tuple[tuple[int, int], ...], shouts: bool = False
) -> Iterator[Name]:
    """Yield the names in one sentence, the longest at each place; ``taken`` ranges hold none.

    In a text that ``shouts`` (capitals throughout) neighbours tell nothing of where a name ends.
    """
    tokens = spoken(prose, index)
    at = stated = 0
    while at < len(tokens):
        found = None
        if is_capital(tokens[at]) and not (_inside(tokens[at], taken) or is_road(tokens, at)):
            found = _longest(prose, index, tokens, at, shouts)
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


def spoken(prose: Prose, index: int) -> tuple[Token, ...]:
    """Return the words of a sentence; of a headline in capitals those for events and people small.

    "Two Hurt in Harrow Shooting" names Harrow, and no "Harrow Shooting".
    """
    tokens = prose.sentences[index].tokens
    if prose.block_kind(prose.sentences[index].start) != "title" or not _is_headline(tokens):
        return tokens
    events = event_words().incident_nouns | event_words().outcomes | words().happened
    known = events | words().dwellers | words().headline | words().shaken | words().entered
    pairs = zip(tokens, (*tokens[1:], None), strict=True)
    return tuple(
        replace(one, text=one.lower)
        if _is_common(one, known) and is_capital(one) and not _opens_name(one, behind)
        else one
        for one, behind in pairs
    )


def _is_common(one: Token, known: frozenset[str]) -> bool:
    return one.lower in known or one.lower.endswith("-old")


def _opens_name(one: Token, behind: Token | None) -> bool:
    """Tell whether a word opens the name of a place with the one behind it ("Death Valley")."""
    return behind is not None and bool(lookup(f"{one.text} {bare(behind)}"))


def _is_headline(tokens: tuple[Token, ...]) -> bool:
    """Tell whether the words of a headline have capitals that tell no names."""
    long = [one for one in tokens if len(one.text) >= _LONG and one.text.isalpha()]
    capitals = sum(is_capital(one) and not one.text.isupper() for one in long)
    return len(long) >= _LEAST and capitals >= _CAPITALS * len(long)


def _longest(
    prose: Prose, index: int, tokens: tuple[Token, ...], at: int, shouts: bool
) -> Name | None:
    for last in reversed(_ends(tokens, at)):
        end = tokens[last - 1].start + len(bare(tokens[last - 1]))
        written = prose.text[tokens[at].start : end]
        wanted = key(written)
        found = namesakes(prose.text, written, end)
        if not found and is_region(tokens, (at, last), found):
            found = called(wanted, worded=True)
        known = found or hamlets(written) or quarters(written)
        if wanted and (known or (not shouts and _unlisted(prose, tokens, at, last))):
            return _name(prose, index, tokens, (at, last), found, shouts)
    return None


def _ends(tokens: tuple[Token, ...], at: int) -> list[int]:
    """Return where a name that starts at ``at`` may end, the shortest first."""
    ends: list[int] = []
    count, last = 0, at
    while last < len(tokens) and last - at < _WORDS and count < LONGEST:
        token = tokens[last]
        if last > at and (token.start - tokens[last - 1].end > 1 or is_when(tokens, last)):
            break
        if is_capital(token):
            count += 1
            ends.append(last + 1)
        elif token.text == "." and tokens[last - 1].lower in {"st", "ft", "mt", "ste"}:
            pass
        elif token.lower in words().inner and last > at:
            count += 1
        else:
            break
        if is_possessive(token) and not _is_within(tokens, last):
            break  # else it may belong to the name: "Queen Anne's County", "King's Lynn"
        last += 1
    return ends


def _is_within(tokens: tuple[Token, ...], at: int) -> bool:
    return at + 1 < len(tokens) and is_capital(tokens[at + 1])


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
    if before == "," and at > 1 and straight(tokens[at - 2]) in words().heads:
        before = "in"  # "6902 Mill Road, Harrow, Tex."
    head = at == 0 and tokens[at].text.isupper() and len(tokens[at].text) > _CODE
    if not head and before not in words().strong | {"of"}:
        return False
    stated = outer(prose.text, tokens[last - 1].end)
    return stated is not None and stated.places[0].kind in ("region", "county")


def _whole_run(tokens: tuple[Token, ...], at: int, last: int) -> bool:
    """Tell whether nothing capitalised follows but a day, and no day or month is the first word."""
    follows = last < len(tokens) and is_capital(tokens[last]) and tokens[last].text.isalpha()
    if follows and not is_when(tokens, last):
        return False
    times = time_words().weekdays | time_words().months
    return not any(bare(token).casefold() in times for token in tokens[at:last])


def _name(
    prose: Prose,
    index: int,
    tokens: tuple[Token, ...],
    at: tuple[int, int],
    found: tuple[Place, ...],
    shouts: bool,
) -> Name | None:
    first, last = at
    start = tokens[first].start
    end = tokens[last - 1].start + len(bare(tokens[last - 1]))
    stated = _stated(prose, tokens, at, found)
    if _is_code(prose.text[start:end], found, shouts) and not _is_short(
        prose, tokens[first], stated, found
    ):
        return None
    if shouts and stated is not None and stated.short:
        stated = None  # a code of two letters is any word
    evidence = _evidence(prose, tokens, at, stated, found)
    if evidence == "quarter" and is_rural(tokens[last], found):
        evidence = "located" if located(tokens, first) else "plain"
    if evidence == "plain" and is_abroad(found) and lies(tokens, first):
        evidence = "located"
    if shouts and evidence == "part":
        evidence = "located" if located(tokens, first) else "plain"
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
        person=not shouts and not _is_joined(prose, stated, end) and is_person(tokens, first, last),
        within=first > 0 and tokens[first - 1].lower in words().strong,
        caps=shouts,
        event=happened(tokens, first, last),
        land=is_terrain(tokens, last, found) or is_vehicle(tokens, first, last),
        bearing=bearing(tokens, last) if evidence == "plain" and not shouts else None,
        hamlets=(*hamlets(prose.text[start:end]), *quarters(prose.text[start:end])),
    )


def _is_joined(prose: Prose, stated: Outer | None, end: int) -> bool:
    """Tell whether a region stands right behind a name without a comma ("Harrow Texas")."""
    return (
        stated is not None
        and prose.text[end : end + 1] == " "
        and not prose.text.startswith(" in ", end)
    )


def _is_short(prose: Prose, token: Token, stated: Outer | None, found: tuple[Place, ...]) -> bool:
    """Tell whether a short word heads a report: with its region, or the name of a large city.

    "ODA, Velmland - ", "QOM (AP) - ".
    """
    told = stated is not None or is_large(found)
    return told and prose.dateline_at(token.start) is not None


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
    if is_region(tokens, (first, last), found):
        named = key(" ".join(bare(token) for token in tokens[first:last]))
        wide = (*(one for one in found if one.kind == "region"), *called(named, worded=True))
        return tuple(dict.fromkeys(wide)) or around(found) or found
    if evidence == "told" and is_abroad(found):
        return tuple(one for one in found if one.kind == "city") or found  # "the city of X"
    if is_of_state(tokens, first, last):
        return tuple(one for one in found if one.kind == "region") or found
    if evidence != "force":
        return found
    found = of_county(" ".join(token.text for token in tokens[first:last]), found)
    return under_sheriff(found) if straight(tokens[last]).startswith("sheriff") else found


def _stated(
    prose: Prose, tokens: tuple[Token, ...], at: tuple[int, int], found: tuple[Place, ...]
) -> Outer | None:
    """Return what is stated behind a name; what none of its namesakes lies in, only in due form."""
    first, last = at
    if is_possessive(tokens[last - 1]):
        return None
    end = tokens[last - 1].end
    stated = outer(prose.text, tokens[last].end if is_region(tokens, (first, last), found) else end)
    if stated is None:
        bare = behind(prose.text, end)  # "Harrow Texas", "Harrow in Lebanon"
        town = all(one.kind != "country" for one in found)
        inside = bare is not None and any(bare.holds(one) for one in found if one.kind == "city")
        return bare if town and inside else None
    if not found or any(stated.holds(one) for one in found):
        return stated
    own = of_own(prose.text[end : stated.end], stated, found) if is_abroad(found) else None
    if own is not None:
        return own
    in_form = stated.short or stated.places[0].kind == "county" or _holds_towns(stated, found)
    comma = prose.text[end : end + 1] == ","
    placed = located(tokens, first) or opens(prose, tokens[first])
    return stated if in_form and comma and placed else None


def _holds_towns(stated: Outer, found: tuple[Place, ...]) -> bool:
    """Tell whether a region, that papers write behind a town, stands behind a name of towns only.

    "Ohio, Texas" are two states.
    """
    wide = stated.places[0]
    written = wide.kind == "region" and wide.name in shown_with_region().get(wide.country, {})
    return written and all(one.kind == "city" for one in found)


def _has_people(
    prose: Prose, tokens: tuple[Token, ...], at: tuple[int, int], found: tuple[Place, ...]
) -> bool:
    """Tell whether a headline opens with the people of a town ("Harrow neighborhood in fear")."""
    first, last = at
    named = prose.text[tokens[first].start : tokens[last - 1].end]
    headed = prose.block_kind(tokens[first].start) == "title"
    town = any(one.kind == "city" for one in found) and not quarters(named)
    return headed and town and tokens[last].lower in words().people


def _evidence(
    prose: Prose,
    tokens: tuple[Token, ...],
    at: tuple[int, int],
    stated: Outer | None,
    found: tuple[Place, ...],
) -> Evidence:
    first, last = at
    end = stated.end if stated is not None else tokens[last - 1].end
    opening, aside = first, words().compass | {"downtown", "suburban", "rural"}
    while opening and tokens[opening - 1].lower in aside:
        opening -= 1  # "DOWNTOWN HARROW - Two men"
    if opens(prose, tokens[opening]) and is_dateline(prose, tokens[first:last], end):
        return "dateline"
    if stated is not None:
        return "stated"
    if is_part(tokens, first, last):
        return "part"
    if last < len(tokens) and tokens[last].lower in words().quarters:
        town = is_one_of_many(tokens, first) or (
            first == 0 and _has_people(prose, tokens, at, found)
        )
        return "plain" if town else "quarter"
    if force(tokens, last):
        return "force"
    if told(tokens, first) or is_region(tokens, (first, last), found):
        return "told"
    if located(tokens, first):
        return "located"
    return "possessive" if is_possessive(tokens[last - 1]) else "plain"
