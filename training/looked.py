"""What the second look learns from: findings in a frozen encoder's vectors, with their classes."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from evaluation.corpora.polnear import Annotated, Relation, read, split_files
from evaluation.passages import Passage, common
from evaluation.readers.plain import plain_document
from msgspec import Struct
from torch import Tensor

from training.corpora.gva import Known
from training.examples import Cut
from whence.extract.acts import act_of
from whence.infer import statements, suspects
from whence.infer.labels import ACTS, STANDINGS
from whence.infer.model import Model, Text
from whence.infer.second_look import Finding, Range
from whence.model.document import Document
from whence.model.reading import Attributed

UNKNOWN = -1
"""The kind of a suspect of whom only that is known."""
_EVERY = 3
"""Of how many documents of PolNeAR one is read."""


def news(data: Path, first: int = 0) -> list[Annotated]:
    """Return every third document of PolNeAR's training part, from the first, second or third."""
    return [read(*files) for files in split_files(data, "train")[first::_EVERY]]


class Asked(Struct, frozen=True, kw_only=True):
    """A finding, in vectors of its own passage from ``offset`` on, and its classes.

    ``found`` is the same statement as the model links it by itself, where that was asked. Where the
    kind is ``guessed``, the rules said it, and nobody judged whether it is negated; of somebody
    named in the news, nobody said that he is no suspect.
    """

    offset: int
    size: int
    finding: Finding
    kind: int
    negated: bool = False
    found: Finding | None = None
    guessed: bool = False


class Part(Struct, frozen=True, kw_only=True):
    """What one part of the passages asks: vectors of all words, and the findings by question."""

    vectors: Tensor
    asked: dict[str, list[Asked]]


def gathered(
    model: Model,
    questions: Sequence[str],
    passages: Sequence[Passage],
    texts: Iterable[Known] = (),
    articles: Iterable[Annotated] = (),
) -> Part:
    """Read passages, news in which some are known, and articles without acts, for questions."""
    vectors, offset = [], 0
    asked: dict[str, list[Asked]] = {question: [] for question in questions}
    for passage in passages:
        text, cut = model.encode(passage.text), Cut(passage.text)
        if len(cut.words) != len(text.vectors):
            raise ValueError(f"{passage.id}: words are cut in two ways")
        if statements.QUESTION in asked and "statements" in passage.marked:
            asked[statements.QUESTION] += _statements(model, text, cut, passage, offset)
        if suspects.QUESTION in asked and "suspects" in passage.marked:
            asked[suspects.QUESTION] += _suspects(model, text, cut, passage, offset)
        vectors.append(text.vectors.astype(np.float16))
        offset += len(text.vectors)
    for one in texts if suspects.QUESTION in asked else ():
        text = model.encode(one.text)
        asked[suspects.QUESTION] += _known(model, text, Cut(one.text), one, offset)
        vectors.append(text.vectors.astype(np.float16))
        offset += len(text.vectors)
    for article in articles if statements.QUESTION in asked else ():
        text = model.encode(article.text)
        asked[statements.QUESTION] += _told(text, Cut(article.text), article, offset)
        vectors.append(text.vectors.astype(np.float16))
        offset += len(text.vectors)
    return Part(vectors=torch.from_numpy(np.concatenate(vectors)), asked=asked)


def _statements(
    model: Model, text: Text, cut: Cut, passage: Passage, offset: int
) -> Iterator[Asked]:
    tagged = statements.tagged(model, text)
    for one in passage.statements:
        cue, content, source = (
            tuple(cut.ranges(passage.find(quoted) for quoted in quotes if quoted))
            for quotes in ([one.cue], one.content, [one.source])
        )
        if not content:
            continue
        made = statements.link(model, text, {**tagged, "content": [*content]}, pointing=False)
        shared = [common(mine.content, content) for mine in made]
        nearest = made[shared.index(max(shared))]
        yield Asked(
            offset=offset,
            size=len(text.vectors),
            finding=Finding(anchor=(cue or content)[0][0], parts=(cue, content, source)),
            kind=ACTS.index(one.act),
            negated=one.negated,
            found=statements.finding(nearest.cue, nearest.content, nearest.source),
        )


def _suspects(model: Model, text: Text, cut: Cut, passage: Passage, offset: int) -> Iterator[Asked]:
    gold = [
        (span, STANDINGS.index(one.standing))
        for one in passage.suspects
        for span in cut.ranges([passage.find(one.who)])
    ]
    for span in suspects.candidates(model, text):
        kinds = (kind for other, kind in gold if _meet(span, other))
        yield Asked(
            offset=offset,
            size=len(text.vectors),
            finding=suspects.finding(span),
            kind=next(kinds, len(STANDINGS)),
        )


def _known(model: Model, text: Text, cut: Cut, named: Known, offset: int) -> Iterator[Asked]:
    suspected, others = cut.ranges(named.suspected), cut.ranges(named.others)
    for span in suspects.candidates(model, text):
        accused = any(_meet(span, one) for one in suspected)
        if accused != any(_holds(span, one) or _holds(one, span) for one in others):
            yield Asked(
                offset=offset,
                size=len(text.vectors),
                finding=suspects.finding(span),
                kind=UNKNOWN if accused else len(STANDINGS),
                guessed=named.guessed and not accused,
            )


def _holds(one: Range, other: Range) -> bool:
    return one[0] <= other[0] and other[1] <= one[1]


def _told(text: Text, cut: Cut, article: Annotated, offset: int) -> Iterator[Asked]:
    """Yield the statements of an article with the acts that the rules give them."""
    document = plain_document(article.name, article.text)
    if document.text != article.text:
        return
    for one in article.relations:
        cue, content, source = (
            tuple(cut.ranges(part)) for part in (one.cue, one.content, one.source)
        )
        if content and cue and one.content:
            act = act_of(_attributed(document, one))
            if act in ACTS:
                yield Asked(
                    offset=offset,
                    size=len(text.vectors),
                    finding=Finding(anchor=cue[0][0], parts=(cue[:1], content, source[:1])),
                    kind=ACTS.index(act),
                    guessed=True,
                )


def _attributed(document: Document, one: Relation) -> Attributed:
    return Attributed(
        source=document.span(*one.source[0]) if one.source else None,
        cue=document.span(*one.cue[0]),
        content=tuple(document.span(*part) for part in one.content),
        kind="indirect",
        unsourced=not one.source,
    )


def _meet(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]
