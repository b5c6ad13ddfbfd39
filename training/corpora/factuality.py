"""Factuality of events, -3..3: UW, MEANTIME and UDS-IH2 in the unified scale of Stanovsky 2017."""

from pathlib import Path

import msgspec
from evaluation.harness.corpus import require

from training.examples import Cut, Example

SETS = ("UW", "MEANTIME", "UDS_IH2")


def examples(data: Path, name: str, split: str) -> list[Example]:
    """Return the sentences of one set and split; a target's value stands at its last word."""
    path = require(data / "data" / "factuality" / name / f"{split}.jsonl")
    found = []
    for line in path.read_bytes().splitlines():
        row = msgspec.json.decode(line)
        tokens = row["text"].split(" ")
        cut = Cut(row["text"])
        ends = [0]
        for token in tokens:
            ends.append(ends[-1] + len(token) + 1)
        values = []
        for target in row["targets"]:
            first, last = target["span1"]
            words = cut.range(ends[first], ends[last] - 1)
            if words:
                values.append((words[1] - 1, float(target["label"])))
        if cut.words and values:
            found.append(
                Example(
                    name=f"{name}:{row['idx']}",
                    words=cut.words,
                    scalars={"factuality": tuple(values)},
                )
            )
    return found
