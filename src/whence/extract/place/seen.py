"""What the reader takes for the names of places, beside what the words around a name say of it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from whence.extract.events import event_words
from whence.extract.place.atlas import Place
from whence.extract.place.gazetteer import lookup
from whence.extract.place.located import Located, in_region
from whence.extract.place.names import Name
from whence.extract.place.neighbours import bearing, located
from whence.extract.place.outlet import is_outlet
from whence.extract.place.unlisted import may_name
from whence.extract.place.words import words
from whence.extract.prose import Prose, Token
from whence.model.span import Span


def marked(prose: Prose, named: Iterable[Name], seen: Iterable[Span]) -> Iterator[Name]:
    """Yield names, marked where the reader takes just them for places.

    In a headline such a name is no part of a longer one, whatever capitals stand beside it:
    "Shooting In Harrow Leaves Two Dead". What the text calls a district as well ("Harrow
    district") may be that district wherever it is named.
    """
    every = {span.start: span for span in seen}
    rows = tuple(named)
    wide = {name.key for name in rows if _is_division(prose, name)}
    for name in rows:
        span = every.get(name.start)
        tokens = prose.sentences[name.sentence].tokens
        side = _is_side(tokens[name.first : name.last])
        part = name.evidence == "part" and not _is_headed(prose, name)
        if span is None or side or part or name.key in wide or not _is_of(span, name):
            yield name
        elif name.evidence != "part":
            yield replace(name, seen=True)
        elif located(tokens, name.first):
            yield replace(name, seen=True, evidence="located")
        else:
            called = bearing(tokens, name.last)
            yield replace(name, seen=True, evidence="plain", bearing=called)


def _is_of(span: Span, name: Name) -> bool:
    """Tell whether a span is a name, or what is called by it ("Harrow market"), or its region's.

    "Harrow, Wis." begins with its town.
    """
    behind = span.text[name.end - span.start :]
    return name.end <= span.end and (behind[:1] in ("", ",") or behind.islower())


def _is_division(prose: Prose, name: Name) -> bool:
    """Tell whether a name is told to be a district's or another part's of a land."""
    behind = prose.sentences[name.sentence].tokens[name.last : name.last + 1]
    return any(token.lower in words().divisions for token in behind)


def _is_side(tokens: tuple[Token, ...]) -> bool:
    """Tell whether a name is nothing but a direction ("on the Northwest Side")."""
    return all(token.lower in words().directions for token in tokens)


def _is_headed(prose: Prose, name: Name) -> bool:
    """Tell whether a name stands in a headline, and not before a word of names ("Harrow News")."""
    behind = prose.sentences[name.sentence].tokens[name.last : name.last + 1]
    named = any(token.lower in words().ordinary for token in behind)
    return prose.block_kind(name.start) == "title" and not named


def headed(
    prose: Prose, seen: Iterable[Span], found: Sequence[Located], region: Place | None
) -> list[Located]:
    """Return towns of no gazetteer that the headline puts the event in: "Two shot in Quellby".

    Just that name must be what the reader takes for a place. It has the point of the region that
    the text is about, or none.
    """
    made: list[Located] = []
    for span in seen:
        if prose.block_kind(span.start) != "title" or is_outlet(prose, span.start):
            continue
        meets = any(one.span.start < span.end and span.start < one.span.end for one in found)
        if not meets and not lookup(span.text) and _is_put(prose, span):
            place = in_region(span.text, region) if region is not None else None
            made.append(Located(span, span, span.text, place, "located", namesake="stated"))
    return made


def _is_put(prose: Prose, span: Span) -> bool:
    """Tell whether a headline puts what happened "in" or "near" a name, which words end."""
    tokens = prose.sentences[prose.sentence_at(span.start)].tokens
    first = bisect_right(tokens, span.start - 1, key=lambda token: token.start)
    named = [token for token in tokens[first:] if token.start < span.end]
    before = [token.lower for token in tokens[:first]]
    events = event_words().incident_nouns | event_words().outcomes | words().happened
    told = before[-1:] and before[-1] in words().strong and not events.isdisjoint(before)
    return bool(told) and bool(named) and all(may_name(token) for token in named)
