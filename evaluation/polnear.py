"""Attributions against PolNeAR: sources, cues, contents and whole relations.

Definitions. A *token* is a run of word characters or one mark. A span is compared as the set of
its tokens after marks at its edges are dropped. **exact** (source, cue, content): the set of
distinct fragments of the document (a discontinuous content gives several), each right when the
gold has the same fragment. **relation partial**: cue and content share a token with the gold's,
and so do the sources, or neither has one. **relation iou50**: partial, and the contents'
intersection over union is at least one half. **relation exact**: the three token sets are equal.
Predicted and gold relations are paired one to one, best content overlap first. **bio** (source,
cue, content) is the exact match of CofeNet, as near as it can be had: see ``bio`` for what is the
same and what is not. Micro F1 over documents; readers get the bare text, so nothing is lost to
page cleaning.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from evaluation.corpora.polnear import Annotated, Range, Relation, read, split_files
from evaluation.harness.bootstrap import SEED
from evaluation.harness.command import Request, main
from evaluation.harness.corpus import fingerprint
from evaluation.harness.metrics import Counts, iou
from evaluation.harness.scores import Misreading, Outcome, f1_score
from evaluation.readers.by_name import predictor
from evaluation.statements.bio import ELEMENTS, TOKEN, bio_counts

_LEVELS = ("partial", "iou50", "exact")

Tokens = frozenset[int]


class Cut(Struct, frozen=True):
    """The tokens of a text: where each starts and ends, and whether it is a mere mark."""

    edges: tuple[Range, ...]
    mark: tuple[bool, ...]

    def tokens(self, spans: Sequence[Range]) -> Tokens:
        """Return the tokens of several spans, less the marks at the edges of each span."""
        return frozenset().union(*(self._of(start, end) for start, end in spans))

    def fragments(self, spans: Sequence[Range]) -> frozenset[Tokens]:
        """Return each span's tokens apart; spans of marks alone are dropped."""
        return frozenset(found for start, end in spans if (found := self._of(start, end)))

    def _of(self, start: int, end: int) -> Tokens:
        inside = [n for n, (left, right) in enumerate(self.edges) if left < end and right > start]
        while inside and self.mark[inside[0]]:
            inside.pop(0)
        while inside and self.mark[inside[-1]]:
            inside.pop()
        return frozenset(inside)


class Triple(Struct, frozen=True, kw_only=True):
    """A relation as token sets."""

    source: Tokens
    cue: Tokens
    content: Tokens


def cut(text: str) -> Cut:
    """Cut a text into tokens."""
    found = list(TOKEN.finditer(text))
    return Cut(
        tuple(one.span() for one in found),
        tuple(not one.group()[0].isalnum() for one in found),
    )


def level_met(level: str, gold: Triple, predicted: Triple) -> bool:
    """Tell whether a predicted relation meets the gold one at a level of ``_LEVELS``."""
    if level == "exact":
        return gold == predicted
    sources = bool(gold.source & predicted.source) or not (gold.source or predicted.source)
    cues = bool(gold.cue & predicted.cue) or not (gold.cue or predicted.cue)
    if not (sources and cues and gold.content & predicted.content):
        return False
    return level == "partial" or iou(gold.content, predicted.content) >= 0.5


def pair(level: str, gold: Sequence[Triple], predicted: Sequence[Triple]) -> list[tuple[int, int]]:
    """Pair gold and predicted relations one to one at a level, best content overlap first."""
    able = sorted(
        (-iou(left.content, right.content), here, there)
        for here, left in enumerate(gold)
        for there, right in enumerate(predicted)
        if level_met(level, left, right)
    )
    pairs: list[tuple[int, int]] = []
    for _, here, there in able:
        if all(here != one and there != other for one, other in pairs):
            pairs.append((here, there))
    return pairs


def matched(level: str, gold: Annotated, predicted: Sequence[Relation]) -> list[tuple[int, int]]:
    """Pair a document's gold and predicted relations at a level, as indices."""
    tokens = cut(gold.text)
    return pair(
        level,
        [_triple(tokens, one) for one in gold.relations],
        [_triple(tokens, one) for one in predicted],
    )


def score_document(
    gold: Annotated, predicted: Sequence[Relation]
) -> tuple[dict[str, Counts], list[Misreading]]:
    """Return the counts of every score for one document, and its misreadings."""
    tokens = cut(gold.text)
    counts: dict[str, Counts] = {}
    for element in ELEMENTS:
        left = tokens.fragments([r for one in gold.relations for r in getattr(one, element)])
        right = tokens.fragments([r for one in predicted for r in getattr(one, element)])
        counts[f"{element} exact"] = Counts(len(left & right), len(right), len(left))
    golds = [_triple(tokens, one) for one in gold.relations]
    mine = [_triple(tokens, one) for one in predicted]
    for level in _LEVELS:
        hits = len(pair(level, golds, mine))
        counts[f"relation {level}"] = Counts(hits, len(mine), len(golds))
    counts |= {f"{name} bio": one for name, one in bio_counts(gold, predicted).items()}
    return counts, _misreadings(gold, predicted, golds, mine)


def measure(request: Request) -> Outcome:
    """Score a reader's attributions on a split of PolNeAR."""
    files = split_files(request.data, request.split)[: request.limit]
    reader = predictor(request.reader)
    pages = [read(text_path, annotation_path) for text_path, annotation_path in files]
    found = [(gold, reader.attributions(gold.name, gold.text)) for gold in pages]
    paths = [path for both in files for path in both]
    return score(found, f"polnear {request.split}", paths, request.seed)


def score(
    found: Sequence[tuple[Annotated, Sequence[Relation]]],
    name: str,
    files: Sequence[Path] = (),
    seed: int = SEED,
) -> Outcome:
    """Return every figure for documents with what was predicted in them."""
    per_document = [score_document(gold, predicted) for gold, predicted in found]
    names = [*(f"{element} exact" for element in ELEMENTS), *(f"relation {n}" for n in _LEVELS)]
    names += [f"{element} bio" for element in ELEMENTS]
    return Outcome(
        name=name,
        corpus=fingerprint(files),
        scores=tuple(
            f1_score(each, [counts[each] for counts, _ in per_document], seed) for each in names
        ),
        misreadings=tuple(error for _, errors in per_document for error in errors),
    )


def _triple(tokens: Cut, relation: Relation) -> Triple:
    return Triple(
        source=tokens.tokens(relation.source),
        cue=tokens.tokens(relation.cue),
        content=tokens.tokens(relation.content),
    )


def _misreadings(
    gold: Annotated, predicted: Sequence[Relation], golds: list[Triple], mine: list[Triple]
) -> list[Misreading]:
    exact = pair("exact", golds, mine)
    partial = dict(pair("partial", golds, mine))
    found: list[Misreading] = []
    for here, relation in enumerate(gold.relations):
        there = partial.get(here)
        if (here, there) in exact:
            continue
        kind = "missed" if there is None else _difference(golds[here], mine[there])
        got = "" if there is None else _shown(gold.text, predicted[there])
        found.append(
            Misreading(where=gold.name, kind=kind, expected=_shown(gold.text, relation), got=got)
        )
    matched = set(partial.values())
    for there, relation in enumerate(predicted):
        if there not in matched:
            got = _shown(gold.text, relation)
            found.append(Misreading(where=gold.name, kind="spurious", expected="", got=got))
    return found


def _difference(gold: Triple, mine: Triple) -> str:
    return "differs in " + "+".join(
        name for name in ELEMENTS if getattr(gold, name) != getattr(mine, name)
    )


def _shown(text: str, relation: Relation) -> str:
    parts = (
        " … ".join(" ".join(text[start:end].split()) for start, end in getattr(relation, name))
        for name in ELEMENTS
    )
    return "[{}] <{}> “{}”".format(*parts)


if __name__ == "__main__":
    sys.exit(main(measure))
