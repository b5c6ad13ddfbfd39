"""Factuality as examples: a value at the last word of each event."""

import json
from pathlib import Path
from typing import Any

from training.corpora.factuality import examples
from training.examples import Example


def written(folder: Path, *rows: dict[str, Any]) -> list[Example]:
    base = folder / "data" / "factuality" / "UW"
    base.mkdir(parents=True)
    (base / "dev.jsonl").write_text("\n".join(json.dumps(row) for row in rows))
    return examples(folder, "UW", "dev")


def target(start: int, end: int, label: float) -> dict[str, Any]:
    return {"span1": [start, end], "label": label, "span_text": "..."}


def test_values_stand_at_the_last_word_of_their_tokens(tmp_path: Path) -> None:
    text = "It `` may '' well-known burn U.S. mills ."
    rows = {"idx": 7, "text": text, "targets": [target(5, 6, 0.5), target(4, 7, -3)]}
    (made,) = written(tmp_path, rows)
    assert made.name == "UW:7"
    assert [(made.words[word], value) for word, value in made.scalars["factuality"]] == [
        ("burn", 0.5), (".", -3.0),
    ]  # fmt: skip
    assert made.words[made.scalars["factuality"][1][0] - 1] == "S"  # U.S. is cut into its marks


def test_sentences_without_events_are_left_out(tmp_path: Path) -> None:
    rows = [{"idx": n, "text": "Tides rose .", "targets": []} for n in range(3)]
    assert written(tmp_path, *rows) == []
