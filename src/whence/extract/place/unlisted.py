"""Towns that the gazetteer has not, by what a text says of them again and again."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from whence.extract.events import event_words
from whence.extract.lexicon import closed
from whence.extract.matching import tokens_after
from whence.extract.place.atlas import Place
from whence.extract.place.gazetteer import demonyms, lookup
from whence.extract.place.heading import heads
from whence.extract.place.located import Located, in_region
from whence.extract.place.names import Evidence
from whence.extract.place.neighbours import between, is_linked
from whence.extract.place.policed import policed
from whence.extract.place.spelling import fold, key
from whence.extract.place.words import bare, is_capital, is_possessive, is_word, titled, words
from whence.extract.prose import Prose, Sentence, Token
from whence.extract.time.words import words as time_words
from whence.model.span import Span

LONGEST = 3
"""Words in a town's name."""
_AGAIN = 2
"""Times that "in X" must stand, in a text about one region, to make X a town of it."""
_IN = frozenset({"in", "near", "outside"})
_AT = _IN | {"at"}
_NO_TOWN = frozenset({"the", "and", "of"})
"""Words that may stand before a place of the gazetteer, and not before an unknown town."""
_BESIDE = 6
"""Code points between a street or building and the "in" behind it ("Mill Road in Harrow")."""
_SMALL_TOWN = 100_000
"""People up to which a town elsewhere may have a namesake here."""
_DIVISION = 7
"""Tokens behind a name within which it is told what it lies in."""
_POSSESSIVE = re.compile("['’]s(?!\\w)")
"""A name that owns something is a town's only where more says so ("in Reed's words")."""
_NEAR = 12
"""Tokens before "in" within which a word for the event puts it there."""


def unlisted(
    prose: Prose, found: Sequence[Located], region: Place | None, abroad: bool = False
) -> list[Located]:
    """Return towns of ``region``, which a text is about: it says repeatedly what is "in" them.

    Without a region nothing more is known of them than the name. ``abroad``, where reports of a
    land come from its cities, what is told "at" a name is in a town too.

    The title counts as once, and so does "a X man". Once is enough where the sentence tells of the
    event or names the street before, or the name says that it is a town's ("Harrow City"), of a
    name that is at most a small town's elsewhere; or where the name has a police of its own and the
    text has no other town. They are given no point of their own, only their region's.
    """
    taken = Taken([(one.span.start, one.span.end) for one in found])
    sites = frozenset(one.span.end for one in found if one.facility)
    rows: dict[str, list[Span]] = defaultdict(list)
    placed: set[str] = set()
    served: set[int] = set()
    for sentence in prose.sentences:
        for at in range(len(sentence.tokens) - 1):
            first = _behind(sentence.tokens, at, _AT if abroad else _IN)
            span = _run(prose, sentence.tokens, first) if first else None
            if span is not None and not taken.meets(span.start, span.end):
                once = _once(prose, sentence, at, span, (sites, abroad))
                if once or sentence.tokens[at].lower in _IN | words().entered:  # none "at" a firm
                    rows[key(span.text)].append(span)
                if once:
                    placed.add(key(span.text))
        ruled = [] if abroad else [*_ruled(prose, sentence)]
        for span in (*_borne(prose, sentence), *ruled):
            if not taken.meets(span.start, span.end):
                rows[key(span.text)].append(span)
        served |= {span.start for span in ruled}
    _join_sides(prose, rows, placed)
    none = _small(prose) | _persons(prose) if rows else frozenset()
    text = _Told(
        title=f" {key(prose.document.title or '')} ",
        served=frozenset(served),
        alone=not any(_is_town(one) for one in found),
        landed=region is not None or abroad,
    )
    towns = {
        name: spans
        for name, spans in rows.items()
        if name not in none and _is_told(prose, spans, name in placed, text)
    }
    made: list[tuple[Span, Evidence]] = [
        (one, "force" if one.start in served else "located")
        for spans in towns.values()
        for one in spans
    ]
    told = {one.start for one, _ in made}
    names = frozenset(spans[0].text for spans in towns.values())
    made += [
        (one, "plain")
        for one in _named(prose, names)
        if one.start not in told and not taken.meets(one.start, one.end)
    ]
    return [
        Located(one, one, titled(one.text), _placed(one.text, region), how, namesake="stated")
        for one, how in made
    ]


def _join_sides(prose: Prose, rows: dict[str, list[Span]], placed: set[str]) -> None:
    """Count what is told in a side of a town ("in Southwest Harrow") as told in the town."""
    for name in tuple(rows):
        side, _, town = name.partition(" ")
        if side in words().directions and town in rows:
            for one in rows.pop(name):
                start = one.start + one.text.find(" ") + 1
                rows[town].append(prose.span(start, one.end))
            placed.update([town] if name in placed else ())


@dataclass(frozen=True)
class _Told:
    """What a text tells beside a name: its title, where names have a police of their own.

    ``alone`` where it has no other town; ``landed`` where it tells in what land or region one is.
    """

    title: str
    served: frozenset[int]
    alone: bool
    landed: bool


def _is_told(prose: Prose, spans: Sequence[Span], placed: bool, text: _Told) -> bool:
    """Tell whether enough is said of a name to make it a town's.

    ``placed`` where something was once put there in words that are enough.
    """
    police = any(one.start in text.served for one in spans)
    headed = heads(prose, spans[0].text)
    named = text.alone and not any(_POSSESSIVE.match(prose.text, one.end) for one in spans)
    if not (text.landed or named or headed or police):
        return False
    if placed or (text.alone and police):
        return True
    told = sum(prose.block_kind(one.start) != "title" for one in spans)
    return told + headed + (f" {key(spans[0].text)} " in text.title) >= _AGAIN


def _is_town(one: Located) -> bool:
    return not one.facility and (one.place is None or one.place.kind == "city")


def _placed(name: str, region: Place | None) -> Place | None:
    return in_region(name, region) if region is not None else None


class Taken:
    """Ranges of a text that other places hold."""

    def __init__(self, ranges: Sequence[tuple[int, int]]) -> None:
        rows = sorted(ranges)
        self._starts = [start for start, _ in rows]
        self._ends = list(accumulate((end for _, end in rows), max))

    def meets(self, start: int, end: int) -> bool:
        """Tell whether [start, end) shares a letter with one of them."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._ends[before - 1] > start


def _named(prose: Prose, names: frozenset[str]) -> Iterator[Span]:
    """Yield where names of up to ``LONGEST`` words stand in the text."""
    for sentence in prose.sentences if names else ():
        for at, token in enumerate(sentence.tokens):
            for last in sentence.tokens[at : at + LONGEST]:
                end = last.start + len(bare(last))
                if prose.text[token.start : end] in names:
                    yield prose.span(token.start, end)


def _behind(tokens: tuple[Token, ...], at: int, placing: frozenset[str]) -> int:
    """Return where a town may begin behind the word at ``at``; 0 where that places nothing.

    "in", also "in nearby", and "northwest of"; abroad "the villagers of".
    """
    if tokens[at].lower == "of":
        beside = words().directions | words().parts
        beside -= _NO_TOWN | {"capital"}  # a land's or a region's
        beside |= words().villagers if placing == _AT else frozenset()
        return at + 1 if at and tokens[at - 1].lower in beside else 0
    between_two = tokens[at].lower in ("between", "and") and between(tokens, at + 1)
    struck = at and tokens[at].lower == "on" and tokens[at - 1].lower in words().onslaughts
    if placing == _AT and (struck or between_two or tokens[at].text in words().entered):
        return at + 1
    aimed = at > 0 and [one.lower for one in tokens[at - 1 : at + 1]] == ["hit", "at"]
    aimed = aimed or (at > 0 and tokens[at - 1].lower == tokens[at + 1].lower)  # "Hand in Hand"
    if tokens[at].lower not in placing or aimed:
        return 0
    first = at + 1
    while first < len(tokens) and tokens[first].text in words().directions - _NO_TOWN:
        first += 1
    return first


def _borne(prose: Prose, sentence: Sentence) -> Iterator[Span]:
    """Yield the runs of capitals that people are called by: "a Fort Harrow man"."""
    for at, token in enumerate(sentence.tokens[:-2]):
        if token.lower not in closed("determiners"):
            continue
        span = _run(prose, sentence.tokens, at + 1)
        after = sentence.tokens[at + 2 : at + 2 + LONGEST]
        behind = next((one.text for one in after if span and one.start > span.end), "")
        if span is not None and behind in words().dwellers:
            yield span


def _ruled(prose: Prose, sentence: Sentence) -> Iterator[Span]:
    """Yield the runs of capitals that have a police of their own."""
    for first, last in policed(sentence.tokens, LONGEST):
        span = _run(prose, sentence.tokens[:last], first)
        if span is not None and span.end == sentence.tokens[last - 1].end:
            yield span


def _once(
    prose: Prose, sentence: Sentence, at: int, span: Span, known: tuple[frozenset[int], bool]
) -> bool:
    """Tell whether what "in" at a token says of a name is enough by itself.

    ``known`` are the ends of streets and buildings, and whether the text is about lands abroad.
    """
    sites, abroad = known
    here = sentence.tokens[at]
    if abroad and (_lies(sentence.tokens, span) or between(sentence.tokens, at + 1)):
        return True
    if here.lower == "on" or here.text in words().entered:
        return False
    beyond = abroad and sentence.tokens[at + 1].lower in words().beyond
    if not here.text.islower() or beyond:
        return False
    if prose.block_kind(here.start) == "title":
        return False
    if any(one.population >= _SMALL_TOWN for one in lookup(span.text)):
        return False
    if not sites.isdisjoint(range(here.start - _BESIDE, here.start + 1)):
        return True
    named = fold(span.text.rpartition(" ")[2]) in words().settlements and " " in span.text
    return named or _tells(sentence, at, abroad)


def _lies(tokens: tuple[Token, ...], span: Span) -> bool:
    """Tell whether the words behind a name say what it lies in: "X, in the commune of Y"."""
    after = tokens_after(tokens, span.end, _DIVISION)
    if [one.lower for one in after[:2]] not in ([",", "in"], ["in", "the"]):
        return False
    named = {one.lower for one in after}
    wide = any(is_capital(one) and _wide(fold(bare(one))) for one in after)
    return wide or not words().divisions.isdisjoint(named)


def _tells(sentence: Sentence, at: int, abroad: bool) -> bool:
    """Tell whether the words before "in" at a token tell of the event."""
    events = event_words().incident_nouns | words().happened
    events |= time_words().violence | event_words().deeds if abroad else frozenset()
    before = sentence.tokens[max(0, at - _NEAR) : at]
    for token, behind in zip(
        before[::-1], sentence.tokens[at : max(0, at - _NEAR) : -1], strict=False
    ):
        if token.lower in events:
            return True
        if abroad and token.lower in words().strong and is_capital(behind):
            return False  # "killed in Harrow in May, and buried at Quellby"
    return False


def _run(prose: Prose, tokens: tuple[Token, ...], at: int) -> Span | None:
    """Return the run of capitalised words at ``at``, where it may be a town's name."""
    last = at
    while last < len(tokens) and last - at <= LONGEST and is_capital(tokens[last]):
        if bare(tokens[last]).casefold() in _times():
            break
        last += 1
    run = tokens[at:last]
    if last < len(tokens) and (tokens[last].text in "&'’" or is_linked(tokens, last)):
        return None
    if not run or len(run) > LONGEST or not all(may_name(token) for token in run):
        return None
    if any(is_possessive(token) for token in run[:-1]):  # "in Harrow's Quellby"
        return None
    names = {fold(bare(token)) for token in run}
    if names <= words().articles:
        return None
    span = prose.span(run[0].start, run[-1].start + len(bare(run[-1])))
    town = len(run) > 1 and lookup(span.text)  # "White Plains" is none of its words
    if names <= words().ordinary and not town:
        return None
    opening = {fold(bare(run[0]))} & words().settlements if len(run) > 1 else set[str]()
    if (names - opening) & _heading() or fold(bare(run[-1])) in words().waters:
        return None
    return None if _begins_with_town(run) else span


def _small(prose: Prose) -> frozenset[str]:
    """Return the words that a text also writes in small letters: such a word is no name."""
    every = (token.text for sentence in prose.sentences for token in sentence.tokens)
    return frozenset(fold(word) for word in every if word.islower())


def _persons(prose: Prose) -> frozenset[str]:
    """Return the words that a text has in the names of persons: "Tyrell Reed", "Amari Vale, 7,".

    What is "near Reed" or results "in Reed being shot" is in no town. A name is two words amid a
    sentence, or two with an age behind them; a headline's capitals tell none.
    """
    found: set[str] = set()
    for sentence in prose.sentences:
        tokens = sentence.tokens
        if tokens and prose.block_kind(tokens[0].start) == "title":
            continue
        for at in range(len(tokens) - 1):
            if not _is_pair(tokens, at):
                continue
            first, last = (fold(bare(token)) for token in tokens[at : at + 2])
            behind = [token.text for token in tokens[at + 2 : at + 4]]
            if len(behind) == 2 and behind[0] == "," and behind[1].isdigit():
                found |= {first, last}
            elif at and not _places(first):
                found.add(last)
    return frozenset(found)


def _is_pair(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether two capitalised words stand at ``at``, and no third beside them."""
    pair, beside = tokens[at : at + 2], (*tokens[max(0, at - 1) : at], *tokens[at + 2 : at + 3])
    joined = pair[1].start == pair[0].end + 1
    return (
        joined
        and all(is_capital(one) and may_name(one) for one in pair)
        and not any(is_capital(one) for one in beside)
    )


def _places(word: str) -> bool:
    """Tell whether a word before a name may be of a place's: "South", "Lake", a known town."""
    known = words().directions | words().settlements | words().waters | words().heads
    return word in known or bool(lookup(word)) or word in closed("prepositions")


def _begins_with_town(run: Sequence[Token]) -> bool:
    """Tell whether a headline's capitals go on behind a known town ("Port Harrow Party")."""
    if fold(bare(run[-1])) in words().settlements:
        return False
    starts = (" ".join(bare(token) for token in run[:size]) for size in range(2, len(run)))
    return any(place.kind == "city" for start in starts for place in lookup(start))


def _heading() -> frozenset[str]:
    """Return words that stand behind a name in a headline, where all have capitals."""
    return event_words().incident_nouns | words().happened | words().people | words().forces


def _times() -> frozenset[str]:
    return frozenset((*time_words().weekdays, *time_words().months))


def may_name(token: Token) -> bool:
    """Tell whether a word may be of a town's name: no people's, no land's, no abbreviation."""
    word = fold(bare(token))
    long = (len(word) > 2 or word in words().articles) and not token.text.isupper()
    known = any(part in demonyms() or _wide(part) for part in {word, *word.split("-")})
    return is_word(bare(token)) and long and not known


def _wide(word: str) -> bool:
    return any(place.kind in ("country", "region") for place in lookup(word))
