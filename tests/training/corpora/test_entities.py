"""Corpora of named entities as examples, on invented sentences in their forms."""

from pathlib import Path

import pytest
from evaluation.corpus import DataAbsentError
from training.corpora.entities import examples
from training.examples import Example

from tests.training.corpora.read import words
from whence.infer.labels import ENTITIES

FOLDERS = {
    "wnut17": "ner/WNUT17/CONLL-format/data/train",
    "wikigold": "ner/wikigold/CONLL-format/data",
    "re3d": "ner/re3d/CONLL-format/data/train",
    "ewt": "ner/UNER_English-EWT",
}


def written(folder: Path, name: str, files: dict[str, str]) -> Path:
    base = folder / "data" / FOLDERS[name]
    base.mkdir(parents=True)
    for file, content in files.items():
        (base / file).write_text(content, "utf-8")
    return folder


def kinds(made: Example) -> list[tuple[str, str]]:
    return [(words(made, span), ENTITIES[kind]) for span, kind in made.entities]


def test_labels_become_kinds_and_words_are_cut_as_the_reader_cuts(tmp_path: Path) -> None:
    lines = "Tal\tB-location\n-Mirza's\tI-location\nboats\tO\n\t\n\nAna\tB-person\nRuiz\tB-person\n"
    first, second = examples(written(tmp_path, "wnut17", {"x.conll": lines}), "wnut17")
    assert first.words == ("Tal", "-", "Mirza", "'", "s", "boats")
    assert kinds(first) == [("Tal - Mirza ' s", "place")]
    assert kinds(second) == [("Ana", "person"), ("Ruiz", "person")]
    assert first.name == "wnut17:x.conll:0"


def test_spans_without_a_beginning_tag_are_read(tmp_path: Path) -> None:
    """Wikigold writes B only where two of a kind touch."""
    lines = "-DOCSTART- O\n\nAna I-PER\nRuiz I-PER\nBen B-PER\nin O\nTal I-LOC\nMay I-MISC\n"
    (made,) = examples(written(tmp_path, "wikigold", {"w.conll.txt": lines}), "wikigold")
    assert kinds(made) == [
        ("Ana Ruiz", "person"), ("Ben", "person"), ("Tal", "place"), ("May", "other"),
    ]  # fmt: skip


def test_numbered_columns_and_comments_are_read(tmp_path: Path) -> None:
    lines = (
        "# text = In Tal, # 4\n1\tIn\tO\t-\t-\n2\tTal\tB-LOC\t-\tann\n3\t#\tO\t-\t-\n\n"
        "1\tOne\tB-OTH\t-\t-\n"
    )
    files = {"en-dev.iob2": lines, "en-test.iob2": lines, "LICENSE.txt": "A B-PER\n",
             "README.md": "A B-PER\n", "en-dev.stats": "A B-PER\n"}  # fmt: skip
    first, second = examples(written(tmp_path, "ewt", files), "ewt")
    assert first.words == ("In", "Tal", "#")
    assert kinds(first) == [("Tal", "place")]
    assert kinds(second) == [("One", "other")]


def test_a_corpus_says_which_kinds_it_annotates(tmp_path: Path) -> None:
    lines = "Ana B-Person\ncame B-Unheard\nMonday B-Temporal\n"
    (made,) = examples(written(tmp_path, "re3d", {"r.conll": lines}), "re3d")
    assert kinds(made) == [("Ana", "person"), ("Monday", "date")]
    known = {ENTITIES[kind] for kind in made.entity_kinds}
    assert known == {"person", "place", "organisation", "weapon", "date", "number", "other"}


def test_unknown_or_absent_sets_are_told(tmp_path: Path) -> None:
    with pytest.raises(DataAbsentError):
        examples(tmp_path, "re3d")
    with pytest.raises(KeyError):
        examples(tmp_path, "conll2003")
