"""Sources, cues and contents as one sequence of labels over tokens: CofeNet's exact match.

CofeNet (Wang et al. 2022) labels every token O, B-x or I-x with x one of source, cue and content,
takes the spans of each class from the sequence, and counts a predicted span right when the gold
has a span of that class with the same first and last token; F1 over all spans of the data.

The same here: one label a token, spans by B and I, equality of the whole span with the marks at
its edges, every fragment of a discontinuous content a span of its own, paragraphs (lines) as
instances, so that a content of two paragraphs is two spans, micro F1 by class.

Not the same: *tokens* (here runs of word characters or single marks; there CoreNLP's, with "'s",
"U.S." and "coal-fired" whole), *overlaps* (a token that several spans claim has one label only;
here the cue has it before the source and the source before the content, a shorter span before a
longer one of its class; how the published files were made is not told), *annotators* (here the
first of a document). Figures are therefore near the published ones, and no more than near.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from evaluation.corpora.polnear import Annotated, Range, Relation
from evaluation.harness.metrics import Counts

TOKEN = re.compile(r"\w+|[^\w\s]")
ELEMENTS = ("source", "cue", "content")
_PRECEDENCE = ("content", "source", "cue")


def bio_counts(gold: Annotated, predicted: Sequence[Relation]) -> dict[str, Counts]:
    """Return the counts of the spans of each class for one document."""
    left = labelled(gold.text, gold.relations)
    right = labelled(gold.text, predicted)
    return {
        element: Counts(
            len(left[element] & right[element]), len(right[element]), len(left[element])
        )
        for element in ELEMENTS
    }


def labelled(text: str, relations: Iterable[Relation]) -> dict[str, set[Range]]:
    """Return the spans, as token ranges, that are left of each class in one sequence of labels."""
    edges = [one.span() for one in TOKEN.finditer(text)]
    owner: list[tuple[str, Range, int] | None] = [None] * len(edges)
    lines = [text.count("\n", 0, start) for start, _ in edges]
    relations = list(relations)
    for element in _PRECEDENCE:
        spans = {span for one in relations for span in getattr(one, element)}
        for start, end in sorted(spans, key=lambda span: span[0] - span[1]):
            for n, (first, last) in enumerate(edges):
                if first < end and last > start:
                    owner[n] = (element, (start, end), lines[n])
    found: dict[str, set[Range]] = {element: set() for element in ELEMENTS}
    start = 0
    for held, group in groupby(owner):
        end = start + len(list(group))
        if held is not None:
            found[held[0]].add((start, end))
        start = end
    return found
