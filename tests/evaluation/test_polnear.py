"""PolNeAR's measures on invented texts, with the figures worked out by hand."""

from pathlib import Path

import pytest
from evaluation.corpora.polnear import Annotated, Range, Relation, read, split_files
from evaluation.harness.command import Request
from evaluation.harness.corpus import DataAbsentError
from evaluation.polnear import Triple, cut, level_met, measure, pair, score, score_document

TEXT = "The pilot said the harbour was shut. “Nobody saw it,” the clerk added."


def at(words: str) -> Range:
    start = TEXT.index(words)
    return start, start + len(words)


def attributed(source: str | None, cue: str, content: str) -> Relation:
    return Relation(source=(at(source),) if source else (), cue=(at(cue),), content=(at(content),))


GOLD = Annotated(
    name="invented",
    text=TEXT,
    relations=(
        Relation(
            source=(at("The pilot"),), cue=(at("said"),), content=(at("the harbour was shut"),)
        ),
        Relation(source=(at("the clerk"),), cue=(at("added"),), content=(at("“Nobody saw it,”"),)),
    ),
)


def test_a_perfect_reading_scores_one_everywhere() -> None:
    counts, errors = score_document(
        GOLD,
        [
            attributed("The pilot", "said", "the harbour was shut"),
            attributed("the clerk", "added", "Nobody saw it"),
        ],
    )
    # Marks at the edges count in the sequence of labels, and nowhere else.
    assert counts.pop("content bio").f1 == 0.5
    assert {name: one.f1 for name, one in counts.items()} == dict.fromkeys(counts, 1.0)
    assert errors == []


def test_marks_at_the_edges_do_not_count_but_words_do() -> None:
    counts, errors = score_document(
        GOLD, [attributed("the clerk", "added", "“Nobody saw it,” the")]
    )
    assert counts["content exact"].hits == 0
    assert counts["relation partial"].hits == 1
    assert counts["relation iou50"].hits == 1
    assert counts["relation exact"].hits == 0
    assert sorted(error.kind for error in errors) == ["differs in content", "missed"]


def test_a_wrong_source_is_no_relation_at_all() -> None:
    counts, errors = score_document(GOLD, [attributed("the clerk", "said", "the harbour was shut")])
    assert counts["relation partial"].hits == 0
    assert counts["source exact"].hits == 1
    assert counts["content exact"].hits == 1
    assert sorted(error.kind for error in errors) == ["missed", "missed", "spurious"]


def test_both_without_a_source_meet_and_one_without_does_not() -> None:
    words = frozenset({1, 2})
    bare = Triple(source=frozenset(), cue=words, content=words)
    sourced = Triple(source=frozenset({7}), cue=words, content=words)
    assert level_met("partial", bare, bare)
    assert not level_met("partial", bare, sourced)
    assert not level_met("partial", sourced, bare)


def test_iou50_needs_half_of_the_union() -> None:
    gold = Triple(source=frozenset({0}), cue=frozenset({1}), content=frozenset({2, 3, 4, 5}))
    half = Triple(source=frozenset({0}), cue=frozenset({1}), content=frozenset({2, 3}))
    less = Triple(source=frozenset({0}), cue=frozenset({1}), content=frozenset({5, 6, 7}))
    assert level_met("iou50", gold, half)
    assert not level_met("iou50", gold, less)
    assert level_met("partial", gold, less)


def test_one_prediction_serves_one_gold_relation_only() -> None:
    words = frozenset({1})
    one = Triple(source=words, cue=words, content=words)
    assert pair("partial", [one, one], [one]) == [(0, 0)]


def test_tokens_at_the_edge_of_each_fragment_are_trimmed() -> None:
    tokens = cut("“Yes,” he said.")
    assert tokens.tokens([(0, 6)]) == {1}
    assert tokens.fragments([(0, 1), (7, 9)]) == {frozenset({4})}


def test_stand_off_files_are_read_with_their_gaps(tmp_path: Path) -> None:
    text = tmp_path / "dev" / "text" / "tale.txt"
    notes = tmp_path / "dev" / "attributions"
    text.parent.mkdir(parents=True)
    notes.mkdir()
    text.write_bytes(b"He said: yes and\r\nno.")
    (notes / "tale_b.ann").write_text("T1\tSource 0 1\tx\n")
    (notes / "tale_a.ann").write_text(
        "T1\tSource 0 2\tHe\nT2\tCue 3 7\tsaid\nT3\tContent 9 12;18 20\tyes no\n"
        "T4\tAttribution 3 7\tsaid\nE1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n"
        "#1\tNote\nE2\tDiscuss:T4 Content:T3\nE3\tAttribution:T4 \n"
    )
    found = split_files(tmp_path, "dev")
    assert [path.name for _, path in found] == ["tale_a.ann"]
    gold = read(*found[0])
    assert "\r\n" in gold.text
    assert gold.relations == (
        Relation(source=((0, 2),), cue=((3, 7),), content=((9, 12), (18, 20))),
    )


def test_any_reader_is_scored() -> None:
    outcome = score([(GOLD, GOLD.relations)], "hand")
    assert {one.value for one in outcome.scores} == {1.0}
    assert outcome.misreadings == ()


def test_absent_data_is_told_apart_from_a_bad_score(tmp_path: Path) -> None:
    with pytest.raises(DataAbsentError, match="does not exist"):
        measure(Request(data=tmp_path))
