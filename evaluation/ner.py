"""Named entities on WNUT17, wikigold, re3d, BTC, UNER EWT, Wikinews: exact F1 by corpus and kind.

``python -m evaluation.ner --split dev``. An entity is right when its range and its kind are the
gold's. ``corpora/entities.yaml`` gives the corpora's labels as kinds of ours. A kind that a corpus
has under a wider one is counted under that (armed groups as organisations, facilities as places),
and one that it does not annotate at all is left out of what was predicted. Labels without a
kind of ours ("other": works, products, nationalities) are no entities to find, but predicting a
kind on their words is wrong. Micro F1 for each corpus and for each of its kinds; corpora are not
pooled, since they draw borders by different rules (re3d includes determiners and titles).
Intervals resample sentences, and articles of Wikinews, our own annotation, which has the split
"test" alone.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from evaluation.corpora import wikinews
from evaluation.corpora.conll import KINDS, Corpus, Sentence, corpora, sentences
from evaluation.harness.bootstrap import SEED
from evaluation.harness.command import Request, main
from evaluation.harness.corpus import fingerprint
from evaluation.harness.metrics import Counts
from evaluation.harness.scores import Misreading, Outcome, Score, f1_score
from evaluation.readers.by_name import predictor
from evaluation.readers.predictions import Named, Predictor


class Answer(Struct, frozen=True, kw_only=True):
    """A sentence with the entities that were predicted in it."""

    sentence: Sentence
    entities: frozenset[Named]


def measure(request: Request) -> Outcome:
    """Score a reader's entities on a split of all corpora."""
    found, files = sentences(request.data, request.split)
    articles, own = wikinews.articles(request.data, request.split)
    found, files = [*found, *articles], [*files, *own]
    if request.limit is not None:
        found = [one for name in corpora() for one in _of(found, name)[: request.limit]]
    answers = ask(found, predictor(request.reader))
    return score(answers, f"ner {request.split} {request.reader}", files, request.seed)


def ask(found: Sequence[Sentence], reader: Predictor) -> list[Answer]:
    """Return what a reader says of each sentence, in the kinds that its corpus tells apart."""
    known = corpora()
    return [
        Answer(sentence=one, entities=_folded(reader.entities(one.text), known[one.corpus]))
        for one in found
    ]


def score(
    answers: Sequence[Answer], name: str, files: Sequence[Path] = (), seed: int = SEED
) -> Outcome:
    """Return the figures of every corpus that has answers."""
    scores: list[Score] = []
    for each, corpus in corpora().items():
        mine = [one for one in answers if one.sentence.corpus == each]
        if mine:
            kinds = [kind for kind in KINDS if kind in corpus.annotated]
            scores.append(f1_score(f"{each} micro", [_counts(one, kinds) for one in mine], seed))
            scores += [
                f1_score(f"{each}: {kind}", [_counts(one, [kind]) for one in mine], seed)
                for kind in kinds
            ]
    return Outcome(
        name=name,
        corpus=fingerprint(files),
        scores=tuple(scores),
        misreadings=tuple(wrong for one in answers for wrong in _misreadings(one)),
    )


def _folded(entities: Sequence[Named], corpus: Corpus) -> frozenset[Named]:
    return frozenset(
        replace(one, kind=kind) for one in entities if (kind := corpus.folded(one.kind))
    )


def _counts(answer: Answer, kinds: Sequence[str]) -> Counts:
    gold = {one for one in answer.sentence.entities if one.kind in kinds}
    mine = {one for one in answer.entities if one.kind in kinds}
    return Counts(len(gold & mine), len(mine), len(gold))


def _misreadings(answer: Answer) -> list[Misreading]:
    sentence = answer.sentence
    gold = {one for one in sentence.entities if one.kind != "other"}
    found = []
    for one in sorted(gold - answer.entities):
        near = [mine for mine in answer.entities if _touch(mine, one)]
        kind = f"{one.kind} missed" if not near else f"{one.kind}: {_difference(one, near)}"
        found.append(_misreading(sentence, kind, [one], near))
    for mine in sorted(answer.entities - gold):
        if not any(_touch(mine, one) for one in gold):
            other = [one for one in sentence.entities if _touch(mine, one)]
            kind = f"{mine.kind} {'is something else' if other else 'spurious'}"
            found.append(_misreading(sentence, kind, other, [mine]))
    return found


def _difference(gold: Named, near: Sequence[Named]) -> str:
    same = [one for one in near if one.span == gold.span]
    return f"read as {same[0].kind}" if same else "other borders"


def _touch(left: Named, right: Named) -> bool:
    return left.span[0] < right.span[1] and right.span[0] < left.span[1]


def _misreading(
    sentence: Sentence, kind: str, gold: Sequence[Named], mine: Sequence[Named]
) -> Misreading:
    def words(entities: Sequence[Named]) -> str:
        return " | ".join(f"{sentence.text[slice(*one.span)]} ({one.kind})" for one in entities)

    return Misreading(
        where=sentence.corpus, kind=kind, expected=words(gold), got=words(mine),
        context=sentence.text,
    )  # fmt: skip


def _of(found: Sequence[Sentence], name: str) -> list[Sentence]:
    return [one for one in found if one.corpus == name]


if __name__ == "__main__":
    sys.exit(main(measure))
