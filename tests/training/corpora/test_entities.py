"""Corpora of named entities as examples, on invented sentences in their forms."""

from pathlib import Path

import pytest
from evaluation.corpora.conll import corpora
from evaluation.corpora.folds import split_of
from evaluation.harness.corpus import DataAbsentError
from training.corpora.entities import examples
from training.examples import Example

from tests.training.corpora.read import words
from whence.infer.labels import ENTITIES


def written(folder: Path, files: dict[str, str]) -> Path:
    """Write the files of all corpora, those that are not given with one sentence of their own."""
    for number, corpus in enumerate(corpora().values()):
        for path in {*corpus.whole, *(one for split in corpus.splits.values() for one in split)}:
            place = folder / "data" / "ner" / path
            place.parent.mkdir(parents=True, exist_ok=True)
            rows = f"1\tFiller{number}{place.stem}\tO\t-\t-\n"
            place.write_text(next((files[end] for end in files if path.endswith(end)), rows))
    return folder


def kinds(made: Example) -> list[tuple[str, str]]:
    return [(words(made, span), ENTITIES[kind]) for span, kind in made.entities]


def rows(*tokens: str) -> str:
    return "".join(f"{token}\n" for token in tokens) + "\n"


def kept(*tokens: str, split: str = "train") -> str:
    """Return a sentence with a last word by which it belongs to a part."""
    bare = " ".join(token.split()[0] for token in tokens)
    last = next(n for n in range(99) if split_of(f"{bare} {n}") == split)
    return rows(*tokens, f"{last} O")


def test_labels_become_kinds_and_words_are_cut_as_the_reader_cuts(tmp_path: Path) -> None:
    lines = rows("Tal\tB-location", "-Mirza's\tI-location", "boats\tO")
    lines += rows("Ana\tB-person", "Ruiz\tB-person", "came\tB-Unheard")
    first, second = examples(written(tmp_path, {"wnut17train.conll": lines}), "wnut17")
    assert first.words == ("Tal", "-", "Mirza", "'", "s", "boats")
    assert kinds(first) == [("Tal - Mirza ' s", "place")]
    assert kinds(second) == [("Ana", "person"), ("Ruiz", "person")]


def test_a_corpus_says_which_kinds_it_annotates(tmp_path: Path) -> None:
    lines = kept("Ana B-Person", "on O", "Monday B-Temporal")
    (made,) = examples(written(tmp_path, {"re3d-train.conll": lines}), "re3d")
    assert kinds(made) == [("Ana", "person"), ("Monday", "date")]
    known = {ENTITIES[kind] for kind in made.entity_kinds}
    assert known == {"person", "place", "organisation", "weapon", "date", "number", "other"}


def test_only_the_training_part_of_an_undivided_corpus_is_learnt(tmp_path: Path) -> None:
    parts = [kept("Ana I-PER", name, split=name.split()[0]) for name in ("train O", "dev O")]
    parts.append(kept("Ana I-PER", "test O", split="test"))
    made = examples(written(tmp_path, {"wikigold.conll.txt": "".join(parts)}), "wikigold")
    assert [one.words[:2] for one in made] == [("Ana", "train")]
    assert kinds(made[0]) == [("Ana", "person")]


def test_of_universal_ner_the_dev_part_is_learnt_and_the_test_part_is_not(tmp_path: Path) -> None:
    dev = "# text = In Tal\n1\tIn\tO\t-\t-\n2\tTal\tB-LOC\t-\tann\n"
    test = "1\tOne\tB-OTH\t-\t-\n"
    files = {"ud-dev.iob2": dev, "ud-test.iob2": test}
    (made,) = examples(written(tmp_path, files), "uner_ewt")
    assert made.words == ("In", "Tal")
    assert kinds(made) == [("Tal", "place")]


def test_a_sentence_that_any_corpus_tests_on_is_not_learnt(tmp_path: Path) -> None:
    train = rows("Tides\tO", "rose\tO") + rows("Boats\tO", "sank\tO")
    test = "1\tTIDES\tO\t-\t-\n2\tRose\tO\t-\t-\n3\t!\tO\t-\t-\n"
    files = {"wnut17train.conll": train, "ud-test.iob2": test}
    made = examples(written(tmp_path, files), "wnut17")
    assert [one.words for one in made] == [("Boats", "sank")]


def test_unknown_or_absent_sets_are_told(tmp_path: Path) -> None:
    with pytest.raises(DataAbsentError):
        examples(tmp_path, "re3d")
    with pytest.raises(KeyError):
        examples(tmp_path, "conll2003")
