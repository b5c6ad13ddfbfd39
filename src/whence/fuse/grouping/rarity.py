"""How rare a word is in news, so that two reports are alike by what few others share."""

import lzma
from functools import cache
from importlib.resources import files

FILE = "rarity.tsv.xz"
STEPS = 4
"""Steps of a nat in which the table tells rarity."""
UNKNOWN = 8.5
"""Rarity of a word that the table lacks, in nats: less than one document in five thousand."""


@cache
def table() -> dict[str, float]:
    """Return the rarity (nats) of every word that the table holds."""
    raw = lzma.decompress((files(__package__) / FILE).read_bytes()).decode("ascii")
    return {
        word: int(degree) / STEPS
        for degree, _, line in (row.partition("\t") for row in raw.splitlines())
        for word in line.split()
    }


def rarity(word: str) -> float:
    """Return the negative logarithm (nats) of the share of news texts that hold a plain word.

    It is the inverse document frequency of Spärck Jones (1972), from a fixed table, so that how
    two reports compare does not depend on what else there is.
    """
    return table().get(word, UNKNOWN)
