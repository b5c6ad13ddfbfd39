"""All corpora, read or unpacked: ``python -m training.gather --data DIR --out FILE`` packs them.

A training on another machine needs that file alone, neither the data nor what reads it.
"""

import argparse
import lzma
from pathlib import Path

import msgspec

from training.examples import Example

Corpora = dict[str, list[Example]]


def gathered(data: Path) -> tuple[Corpora, Corpora]:
    """Return all training corpora and the watched parts, from a data folder or a packed file."""
    if data.is_file():
        return msgspec.msgpack.decode(
            lzma.decompress(data.read_bytes()), type=tuple[Corpora, Corpora]
        )
    from training.corpora import every  # noqa: PLC0415 - a packed file needs none of it

    return (
        {name: every.training(name, data) for name in every.CORPORA},
        {name: every.watched(name, data) for name in every.WATCHED},
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
