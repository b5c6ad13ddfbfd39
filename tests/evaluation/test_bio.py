"""Spans as one sequence of labels over tokens."""

from evaluation.corpora.polnear import Annotated, Relation
from evaluation.harness.metrics import Counts
from evaluation.statements.bio import bio_counts, labelled

TEXT = "“It rained,” she said.\nHe knew."


def test_marks_at_the_edges_count() -> None:
    gold = Annotated(
        name="t",
        text=TEXT,
        relations=(Relation(source=((13, 16),), cue=((17, 21),), content=((0, 12),)),),
    )
    mine = [Relation(source=((13, 16),), cue=((17, 21),), content=((1, 10),))]
    assert bio_counts(gold, mine) == {
        "source": Counts(1, 1, 1),
        "cue": Counts(1, 1, 1),
        "content": Counts(0, 1, 1),
    }


def test_a_token_has_one_label_and_a_paragraph_ends_a_span() -> None:
    outer = Relation(source=((13, 16),), cue=((17, 21),), content=((0, 31),))
    spans = labelled(TEXT, [outer])
    assert spans["source"] == {(5, 6)}
    assert spans["cue"] == {(6, 7)}
    # Tokens: “ It rained , ” she said . | He knew .
    assert spans["content"] == {(0, 5), (7, 8), (8, 11)}


def test_an_inner_content_keeps_its_tokens() -> None:
    spans = labelled(TEXT, [Relation(content=((0, 12),)), Relation(content=((1, 3),))])
    assert spans["content"] == {(0, 1), (1, 2), (2, 5)}
