"""BABE (Spinde et al. 2021): slanted sentences, and the words that slant them."""

from pathlib import Path

from evaluation.corpora.babe import Judged, sentences

from training.examples import Cut, Example


def examples(data: Path) -> list[Example]:
    """Return the training sentences, each once: neither the fixed fifth for tests nor dev's."""
    found = (_example(number, one) for number, one in enumerate(sentences(data, "train")[0]))
    return [one for one in found if one.words]


def _example(number: int, given: Judged) -> Example:
    cut = Cut(given.text)
    loaded = {word for start, end in cut.ranges(given.words) for word in range(start, end)}
    return Example(
        name=f"babe:{number}",
        words=cut.words,
        scalars={"loaded": tuple((word, float(word in loaded)) for word in range(len(cut.words)))},
        pooled={"biased": float(given.loaded)},
    )
