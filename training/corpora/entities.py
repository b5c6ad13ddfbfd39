"""Named entities: WNUT17, wikigold, re3d and Universal NER, each with the kinds it annotates."""

from functools import cache
from pathlib import Path

from evaluation.corpora.conll import Sentence, corpora, sentences
from evaluation.corpora.folds import bare

from training.examples import Cut, Example
from whence.infer.labels import ENTITIES

_LEARNT_DEV = "uner_ewt"
"""Universal NER's English comes without its training part: its dev part is learnt instead."""


def examples(data: Path, name: str) -> list[Example]:
    """Return the training sentences of one corpus of ``evaluation/corpora/entities.yaml``.

    A sentence that stands in the test part of any corpus as well is left out.
    """
    known = frozenset(ENTITIES.index(kind) for kind in corpora()[name].labels.values())
    return [
        _example(f"{name}:{number}", sentence, known)
        for number, sentence in enumerate(_learnt(data))
        if sentence.corpus == name and Cut(sentence.text).words
    ]


@cache
def _learnt(data: Path) -> tuple[Sentence, ...]:
    tested = {bare(one.text) for one in sentences(data, "test")[0]}
    dev = (one for one in sentences(data, "dev")[0] if one.corpus == _LEARNT_DEV)
    found = (*sentences(data, "train")[0], *dev)
    return tuple(one for one in found if bare(one.text) not in tested)


def _example(name: str, sentence: Sentence, known: frozenset[int]) -> Example:
    cut = Cut(sentence.text)
    spans = ((cut.range(*one.span), ENTITIES.index(one.kind)) for one in sentence.entities)
    return Example(
        name=name,
        words=cut.words,
        entities=tuple((span, kind) for span, kind in spans if span is not None),
        entity_kinds=known,
    )
