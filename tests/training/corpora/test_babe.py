"""BABE as examples: loaded words and slanted sentences, less those that are tested on."""

from pathlib import Path

from evaluation.corpora import folds
from training.corpora.babe import examples
from training.examples import Example

HEAD = "text;news_link;outlet;topic;type;label_bias;label_opinion;biased_words\n"


def written(folder: Path, first: str = "", second: str = "") -> list[Example]:
    base = folder / "data" / "babe"
    base.mkdir(parents=True)
    (base / "final_labels_SG1.csv").write_text("\ufeff" + HEAD + first, "utf-8")
    (base / "final_labels_SG2.csv").write_text("\ufeff" + HEAD + second, "utf-8")
    return examples(folder)


def row(text: str, label: str, listed: str = "[]") -> str:
    return f"{text};link;Alpha;topic;left;{label};opinion;{listed}\n"


def kept(words: str) -> str:
    """Return a sentence of these words that is trained on."""
    return next(one for n in range(99) if folds.split_of(one := f"{words} {n}.") == "train")


def test_what_is_measured_on_is_never_trained_on(tmp_path: Path) -> None:
    texts = [f"Sentence number {n}." for n in range(60)]
    made = written(tmp_path, second="".join(row(text, "Biased") for text in texts))
    trained = {" ".join(one.words[:-1]) + "." for one in made}
    assert trained == {text for text in texts if folds.split_of(text) == "train"}
    assert 20 < len(trained) < 50


def test_loaded_words_and_slant_are_learnt(tmp_path: Path) -> None:
    text = kept("Vile men told foul, foul lies of vileness")
    plain = kept("Tides rose")
    made = written(
        tmp_path,
        second=row(text, "Biased", "['Vile', 'foul lies', 'absent']") + row(plain, "Non-biased"),
    )
    loaded, neutral = made
    marked = [loaded.words[at] for at, value in loaded.scalars["loaded"] if value == 1]
    assert marked == ["Vile", "foul", "lies"]
    assert len(loaded.scalars["loaded"]) == len(loaded.words)
    assert (loaded.pooled, neutral.pooled) == ({"biased": 1.0}, {"biased": 0.0})
    assert {value for _, value in neutral.scalars["loaded"]} == {0.0}


def test_a_sentence_of_both_files_counts_once_as_the_second_has_it(tmp_path: Path) -> None:
    text = kept("Tides rose")
    (made,) = written(tmp_path, row(text, "Biased"), row(f" {text}", "Non-biased"))
    assert made.pooled == {"biased": 0.0}


def test_sentences_without_agreement_or_words_are_left_out(tmp_path: Path) -> None:
    rows = row(kept("Tides rose"), "No agreement") + row(" ", "Biased")
    assert written(tmp_path, second=rows) == []
