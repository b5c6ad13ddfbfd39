"""All corpora by name, as a recipe names them, and the packing of all of them into one file.

``python -m training.gather --data DIR --out FILE`` reads every corpus, its development part too,
and packs the examples: a training on another machine then needs that file alone.
"""

import argparse
import lzma
from pathlib import Path

import msgspec

from training.corpora import (
    babe,
    entities,
    factuality,
    gva,
    muc,
    ours,
    polnear,
    wikievents,
    wikinews,
)
from training.examples import Example

_ENTITIES = ("wnut17", "wikigold", "re3d", "uner_ewt")
CORPORA = (
    "polnear", "muc", "wikievents", "babe", "wikinews", "passages", "gva",
    *_ENTITIES, *factuality.SETS,
)  # fmt: skip
WATCHED = ("polnear", "muc", "passages")
"""The corpora whose development parts a training is watched on."""
Corpora = dict[str, list[Example]]


def training(name: str, data: Path) -> list[Example]:
    """Return the training examples of one corpus.

    Raises:
        KeyError: when no corpus has this name.
    """
    if name in _ENTITIES:
        return entities.examples(data, name)
    if name in factuality.SETS:
        return factuality.examples(data, name, "train")
    loaders = {
        "polnear": lambda: polnear.examples(data, "train"),
        "muc": lambda: muc.examples(data, "train"),
        "wikievents": lambda: wikievents.examples(data, "train"),
        "babe": lambda: babe.examples(data),
        "wikinews": lambda: wikinews.examples(data),
        "gva": lambda: gva.examples(data),
        "passages": lambda: ours.examples("train"),
    }
    return loaders[name]()


def watched(name: str, data: Path) -> list[Example]:
    """Return the development examples of one of the corpora that are watched."""
    if name == "passages":
        return ours.examples("dev")
    return (polnear if name == "polnear" else muc).examples(data, "dev")


def gathered(data: Path) -> tuple[Corpora, Corpora]:
    """Return all training corpora and the watched parts, from a data folder or a packed file."""
    if data.is_file():
        return msgspec.msgpack.decode(
            lzma.decompress(data.read_bytes()), type=tuple[Corpora, Corpora]
        )
    return (
        {name: training(name, data) for name in CORPORA},
        {name: watched(name, data) for name in WATCHED},
    )


def main() -> None:
    """Parse the command line and pack."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder that holds data/")
    parser.add_argument("--out", type=Path, required=True, help="the file to write")
    given = parser.parse_args()
    given.out.write_bytes(lzma.compress(msgspec.msgpack.encode(gathered(given.data)), preset=3))


if __name__ == "__main__":
    main()
