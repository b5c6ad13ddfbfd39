"""Our own passages: nested sources, acts, suspicion and insinuation."""

from collections.abc import Callable, Container, Mapping
from pathlib import Path
from typing import Any, Final

from evaluation.passages import FOLDER, Passage, part
from evaluation.passages import Statement as Annotated
from msgspec.structs import replace

from training.examples import NOBODY, Cut, Example, Range, Statement, maximal
from training.hints import hints
from whence.infer.labels import ACTS, ENTITIES, LINKS, ROLES, SPEAKERS, STANDINGS

_ARTICLES = frozenset({"the", "a", "an"})
At = Callable[..., list[Range]]
_TAGGED: Final = {
    "source": "statements", "cue": "statements", "content": "statements", "relay": "statements",
    "suspect": "suspects", "insinuation": "insinuations", "trigger": "incident",
}  # fmt: skip
"""The layer of a passage that a tagger's spans belong to."""
_UNKNOWN: Final[Mapping[str, Mapping[str, Any]]] = {
    "statements": {"links": {}, "statements": (), "speakers": ()},
    "suspects": {"standings": ()},
    "loaded": {"scalars": {}},
    "incident": {"roles": None, "role_kinds": frozenset(), "pooled": {}},
    "entities": {"entities": (), "entity_kinds": frozenset()},
}
"""What an example has where a layer of its passage was not marked."""


def examples(name: str, folder: Path = FOLDER) -> list[Example]:
    """Return the passages of one part."""
    return [example(passage) for passage in part(name, folder)]


def example(passage: Passage) -> Example:
    """Return one passage as an example of the layers that are marked in it."""
    cut = Cut(passage.text)

    def at(*quoted: str) -> list[Range]:
        return cut.ranges(passage.find(one) for one in quoted if one)

    made = _Made(cut, at)
    for statement in sorted(passage.statements, key=_size):
        made.add(statement)
    entities = {
        _bare(cut, span): ENTITIES.index(kind)
        for kind in passage.entities.__struct_fields__
        for span in at(*getattr(passage.entities, kind))
    }
    roles = {
        span: ROLES.index(role) for role in ROLES for span in at(*getattr(passage.incident, role))
    }
    loaded = {word for start, end in at(*passage.loaded) for word in range(start, end)}
    whole = Example(
        name=passage.id,
        hints=hints(passage.text, cut),
        words=cut.words,
        spans={
            **{name: tuple(sorted(maximal(found))) for name, found in made.spans.items()},
            "trigger": tuple(sorted(at(*passage.incident.trigger))),
            "insinuation": tuple(sorted(at(*passage.insinuations))),
            "suspect": tuple(sorted(at(*(one.who for one in passage.suspects)))),
        },
        entities=tuple((span, entities[span]) for span in sorted(maximal(entities))),
        entity_kinds=frozenset(range(len(ENTITIES) - 1)),
        roles=tuple((span, roles[span]) for span in sorted(maximal(roles))),
        role_kinds=frozenset(range(len(ROLES))),
        links={name: tuple(sorted(pairs.items())) for name, pairs in made.links.items()},
        scalars={"loaded": tuple((n, float(n in loaded)) for n in range(len(cut.words)))},
        pooled={"filled": float(bool(roles))},
        statements=tuple(made.statements),
        speakers=tuple(sorted(made.speakers.items())),
        standings=tuple(
            (start, STANDINGS.index(one.standing))
            for one in passage.suspects
            for start, _ in at(one.who)
        ),
    )
    return _marked(whole, passage.marked)


def _marked(whole: Example, marked: Container[str]) -> Example:
    """Return an example without what belongs to layers that were not marked."""
    unknown: dict[str, Any] = {}
    for layer, fields in _UNKNOWN.items():
        if layer not in marked:
            unknown |= fields
    spans = {name: found for name, found in whole.spans.items() if _TAGGED[name] in marked}
    return replace(whole, spans=spans, **unknown)


def _bare(cut: Cut, span: Range) -> Range:
    """Return an entity without its article, as the public corpora mark names."""
    start, end = span
    return (start + 1, end) if end - start > 1 and cut.words[start].lower() in _ARTICLES else span


def _size(statement: Annotated) -> int:
    """Order statements so that of two contents with one beginning the longer is linked."""
    return sum(map(len, statement.content))


class _Made:
    """What the statements of one passage give, gathered one by one."""

    def __init__(self, cut: Cut, at: At) -> None:
        self._cut = cut
        self._at = at
        self.spans: dict[str, set[Range]] = {
            name: set() for name in ("source", "cue", "content", "relay")
        }
        self.links: dict[str, dict[int, int]] = {name: {} for name in LINKS}
        self.statements: list[Statement] = []
        self.speakers: dict[Range, int] = {}

    def add(self, given: Annotated) -> None:
        """Take one statement: its spans, what links them, and how it was judged."""
        contents, cue, source = (
            self._at(*given.content),
            self._at(given.cue),
            self._at(given.source),
        )
        if not contents:
            return
        self.spans["content"].update(contents)
        self.spans["cue"].update(cue)
        self.spans["source"].update(source)
        judged = cue[0] if cue else (contents[0][0], contents[0][0] + 1)
        anchor = judged[0]
        for start, _ in contents:
            self.links["cue"][start] = cue[0][0] if cue else NOBODY
        if cue:
            self.links["begin"][anchor], self.links["end"][anchor] = (
                contents[0][0],
                contents[0][1] - 1,
            )
        self.links["source"][anchor] = source[0][0] if source else NOBODY
        self._hops(given, anchor)
        self.speakers[source[0] if source else judged] = SPEAKERS.index(given.speaker)
        self.statements.append(
            Statement(
                cue=judged,
                content=contents[0],
                act=ACTS.index(given.act),
                negated=given.negated,
                certainty=given.certainty,
            )
        )

    def _hops(self, given: Annotated, anchor: int) -> None:
        before = NOBODY
        for hop in given.via:
            who = self._at(hop.who)
            if not who:
                continue
            self.spans["relay"].update(who)
            self.links["relay"].setdefault(who[0][0], before)
            before = who[0][0]
        self.links["relay"][anchor] = before
