"""Which of the bodies that a text names those who acted belong to.

"Guerrillas", "two men in uniform": a report often tells of people first and of their body
elsewhere. Each body that the text names is judged by the words around its name (whose people it
has, what they do there, who is blamed), by whether those who acted stand beside it, and by the
other bodies of the text: of one armed group alone in a report of guerrillas it is sooner told than
of one among five. A logistic regression weighs these marks (McCullagh and Nelder 1989, ch. 4); its
weights lie in ``lexicon/bodies.yaml`` with the words, and ``training.bodies`` fits them. No name
of any party, person or place is among the marks, and nobody is judged by what was struck.

It says which body is likeliest *if* one is behind what happened, and makes no claim. The
measurements alone ask this; no report has it.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from msgspec import Struct

from whence.extract.lexicon import LEXICON
from whence.model.vocabulary import load
from whence.names.countries import demonym

Range = tuple[int, int]
_BLANK: Final = " \"'.,()[]-"
_LEADING: Final = re.compile(r"^(?:(?:the|a|an|so-called|self-styled|this|its|our|some)\s+)+")
_LEAST: Final = 3
"""Letters that a name must have."""
_BRACKET: Final = re.compile(r"[\"'’]?\s*[\[(]\s*[\"']?")
_END: Final = re.compile(r"[.?!]\s")
_NEAR: Final = 60
"""How many characters before and behind a name count as beside it."""
_TOUCHING: Final = 3
_JOINED: Final = 12
"""How many characters part a name from people before it that are its own ("rebels of the X")."""
_MARK: Final = re.compile("[,.;]")
_BEFORE: Final = {
    "people of": ("people", r"{} (?:\w+ )?(?:of|from|in|belonging to) (?:[\w-]+[ \"]+){{0,5}}$"),
    "by": ("deed", r"{}[^.;]{{0,60}}\bby (?:[\w-]+[ \"]+){{0,6}}[\"']?$"),
    "deed before": ("deed", "{}.{{0,60}}$"),
    "accuse before": ("accuse", "{}.{{0,60}}$"),
    "guilt before": ("guilt", "{}.{{0,60}}$"),
    "against before": ("against", "{}.{{0,20}}$"),
}
"""What stands before a name in its sentence: words of the table, and the frame around them."""
_BEHIND: Final = {
    "deed behind": ("deed", "^.{{0,60}}?{}"),
    "claim behind": ("claim", "^.{{0,60}}?{}"),
    "guilt behind": ("guilt", "^.{{0,60}}?{}"),
    "its deed": ("its_deed", r"^[\"'’\])\s]*(?:'s )?(?:\w+ )?{}"),
    "says": ("says", r"^[\"'’\])\s]*(?:\w+ )?{}"),
}
_PEOPLE: Final = ("people", r"^[\"'’\])\s]*(?:[\[(][^\])]*[\])]\s*)?(?:\w+\s+)?{}")
_PASSIVE: Final = ("deed", r"^[^.;]{{0,40}}\b(?:was|were|been|being|by|who) (?:\w+ )?{}")


class Body(Struct, frozen=True, kw_only=True):
    """One body under all its names in a text: where each stands, and how often it is armed.

    ``names`` has the commonest first, of equals the shortest; ``places`` are in order.
    """

    names: tuple[str, ...]
    places: tuple[Range, ...]
    armed: float

    @property
    def longest(self) -> str:
        """The name that says most of what it is."""
        return max(self.names, key=len)


class Acting(Struct, frozen=True, kw_only=True):
    """Where those who acted are named in a text, and what was struck or who was harmed."""

    actors: tuple[Range, ...] = ()
    struck: tuple[Range, ...] = ()


class _Table(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    words: dict[str, tuple[str, ...]]
    weights: dict[str, float]


def likeliest(
    text: str, named: Iterable[tuple[int, int, bool]], acting: Acting
) -> tuple[Body, float] | None:
    """Return the body that those who acted likeliest belong to, and how probably.

    Args:
        text: the report.
        named: names of bodies in it as [start, end), with whether it is an armed group.
        acting: who acted, and upon whom.
    """
    found = bodies(text, named)
    judged = [(chance(marks(text, one, found, acting)), -n) for n, one in enumerate(found)]
    if not judged:
        return None
    best, at = max(judged)
    return found[-at], best


def chance(given: Mapping[str, float], known: Mapping[str, float] | None = None) -> float:
    """Return how probable a body is by its marks, by other weights than the table's if given."""
    weights = _table().weights if known is None else known
    score = sum(weights.get(name, 0.0) * value for name, value in given.items())
    return 1 / (1 + math.exp(-score))


def bodies(text: str, named: Iterable[tuple[int, int, bool]]) -> list[Body]:
    """Return the bodies of a text: those named, and services of states that have no other name.

    One body are names that stand in brackets behind each other, and a name with its tail.
    """
    text = _plain(text)
    spans = {(start, end): armed for start, end, armed in named}
    for found in _pattern_of_services().finditer(text):
        start, end = found.span()
        before = text[:start].rpartition(" ")[0].rpartition(" ")[2]
        if demonym(before):
            start -= len(before) + 1
        if not any(left < end and start < right for left, right in spans):
            spans[start, end] = False
    places: dict[str, list[tuple[int, int, bool]]] = {}
    for (start, end), armed in sorted(spans.items()):
        name = _bare(text[start:end])
        if len(re.sub(r"\W", "", name)) >= _LEAST:
            at = text.index(name, start)
            places.setdefault(name, []).append((at, at + len(name), armed))
    return [_body(group, places) for group in _groups(text, places)]


def marks(text: str, body: Body, others: Sequence[Body], acting: Acting) -> dict[str, float]:
    """Return the marks of a body, by name: shares and counts from 0 up.

    "any X" is 1 where X marks one of its names, "share X" the share of those that it marks.
    ``others`` are all bodies of the text.
    """
    text = _plain(text)
    count = len(body.places)
    beside = Counter(mark for at in body.places for mark in sorted(set(_beside(text, at, acting))))
    return {
        "always": 1.0,
        "several": math.log(count),
        "armed": body.armed,
        **dict.fromkeys(_standing_out(text, body, others, acting), 1.0),
        **{f"any {mark}": 1.0 for mark in beside},
        **{f"share {mark}": number / count for mark, number in beside.items()},
    }


def _beside(text: str, at: Range, acting: Acting) -> Iterator[str]:
    """Yield what stands around one name."""
    start, end = at
    sentence = _sentence(text, start, end)
    before, after = text[sentence[0] : start], text[end : sentence[1]]
    for mark, (words, frame) in _BEFORE.items():
        if _pattern(words, frame).search(before):
            yield mark
    for mark, (words, frame) in _BEHIND.items():
        if _pattern(words, frame).match(after):
            yield mark
    people = _pattern(*_PEOPLE).match(after)
    if people:
        yield "its people"
    if _does(after[people.end() :] if people else after):
        yield "acts"
    if any(one < end and start < other for one, other in acting.struck):
        yield "struck"
    elif any(sentence[0] <= one < sentence[1] for one, _ in acting.struck):
        yield "with the struck"
    if acting.actors:
        yield min(_nearness(text, at, sentence, one) for one in acting.actors)


def _nearness(text: str, at: Range, sentence: Range, actor: Range) -> str:
    """Return how near somebody who acted stands to a name; the nearest sorts first."""
    (start, end), (one, other) = at, actor
    if one <= start and end <= other:
        return "actor 0: of the name"
    behind = 0 <= one - end <= _TOUCHING
    if behind or (0 <= start - other <= _JOINED and not _MARK.search(text[other:start])):
        return "actor 1: beside"
    return "actor 2: with" if sentence[0] <= one < sentence[1] else "actor 3: elsewhere"


def _does(words: str) -> bool:
    """Tell whether what follows a name tells a deed of it, and not one done to it."""
    told = _pattern("deed").search(words[:_NEAR])
    return (
        told is not None
        and "." not in words[: told.start()]
        and not _pattern(*_PASSIVE).match(words)
    )


def _standing_out(text: str, body: Body, others: Sequence[Body], acting: Acting) -> Iterator[str]:
    """Yield what a body is by its name, and what it is among the others."""
    kind = _kind(body)
    if kind:
        yield kind
    if not acting.actors:
        yield "no actors"
    actors = " ".join(text[start:end] for start, end in acting.actors)
    kinds = [one for one in ("irregular", "uniformed") if _pattern(one).search(actors)]
    armed = [one for one in others if one.armed]
    services = [one for one in others if _kind(one) == "service"]
    if body in armed:
        yield from _among("armed", armed, kinds)
    if body in services:
        yield from _among("service", services, kinds)
    groups = [one for one in others if one.armed or _kind(one) == "movement"]
    if body in groups:
        yield from _rank("group", body, groups)
    if 1 < len(body.places) == max(len(one.places) for one in others):
        yield "commonest"


def _among(name: str, alike: Sequence[Body], actors: Sequence[str]) -> Iterator[str]:
    """Yield which of those who acted fit a body, and whether no other body is like it."""
    alone = len(alike) == 1
    if alone:
        yield f"{name} alone"
    if actors:
        fitting = " and ".join(actors)
        yield f"{name}, {fitting} actors"
        if alone:
            yield f"{name} alone, {fitting} actors"


def _rank(name: str, body: Body, alike: Sequence[Body]) -> Iterator[str]:
    if len(alike) == 1:
        yield f"{name} alone"
    if len(body.places) == max(len(one.places) for one in alike):
        yield f"commonest {name}"
    if body.places[0] == min(one.places[0] for one in alike):
        yield f"first {name}"


def _kind(body: Body) -> str | None:
    name = body.longest
    if _pattern("movement").search(name):
        return "movement"
    kinds = ("service", "government", "teller")
    return next((one for one in kinds if _pattern(one).search(name)), None)


def _groups(text: str, places: dict[str, list[tuple[int, int, bool]]]) -> list[list[str]]:
    """Return the names of each body, in the order in which the text tells of the bodies."""
    same = {name: name for name in places}

    def first(name: str) -> str:
        while same[name] != name:
            name = same[name]
        return name

    starts = {start: name for name, known in places.items() for start, _, _ in known}
    for name, known in places.items():
        behind = (_BRACKET.match(text, end) for _, end, _ in known)
        beside = {starts[one.end()] for one in behind if one and one.end() in starts}
        words = name.split()
        tails = {" ".join(words[n:]) for n in range(1, len(words) - 1)}
        if len(words) == 2:
            tails.add(words[1])
        for other in sorted((beside | (tails & places.keys())) - {name}):
            same[first(other)] = first(name)
    groups: dict[str, list[str]] = {}
    for name in places:
        groups.setdefault(first(name), []).append(name)
    return list(groups.values())


def _body(names: Sequence[str], places: dict[str, list[tuple[int, int, bool]]]) -> Body:
    known = sorted(one for name in names for one in places[name])
    return Body(
        names=tuple(sorted(names, key=lambda name: (-len(places[name]), len(name)))),
        places=tuple((start, end) for start, end, _ in known),
        armed=sum(armed for *_, armed in known) / len(known),
    )


def _bare(name: str) -> str:
    return _LEADING.sub("", name.strip(_BLANK)).strip(_BLANK)


def _sentence(text: str, start: int, end: int) -> Range:
    left = max(text.rfind(f"{mark} ", 0, start) for mark in ".?!") + 1
    found = _END.search(text, end)
    return left, found.start() + 1 if found else len(text)


def _plain(text: str) -> str:
    """Return a text in lower case with plain spaces, every character at its place."""
    lower = text.casefold()
    return re.sub(r"\s", " ", lower if len(lower) == len(text) else text)


@cache
def _table() -> _Table:
    return load("bodies", _Table, LEXICON)


@cache
def _pattern(words: str, around: str = "{}") -> re.Pattern[str]:
    return re.compile(around.format(rf"\b(?:{'|'.join(_table().words[words])})\b"))


@cache
def _pattern_of_services() -> re.Pattern[str]:
    known = _table().words
    services = "|".join((*known["force"], *known["government"]))
    return re.compile(rf"\b(?:(?:{'|'.join(known['qualifier'])}) )?(?:{services})\b")
