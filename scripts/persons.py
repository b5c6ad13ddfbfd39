"""Cuts the nouns for persons out of WordNet 3.0: ``python scripts/persons.py FOLDER``.

FOLDER holds the files of WordNet's database ("data.noun", "index.noun", "index.adj", "index.verb";
the Debian package wordnet-base has them in /usr/share/wordnet). Kept are words in lower case of
which every sense is a person and that are neither adjective nor verb, without those that are listed
or end in a way that tells (``lexicon/casualties.yaml``). Writes ``lexicon/persons.yaml``.
"""

import re
import sys
from pathlib import Path

from whence.extract.facts.words import casualties

OUT = Path(__file__).resolve().parent.parent / "src/whence/extract/lexicon/persons.yaml"
_PERSON = "18"
"""The number of the lexicographer file "noun.person" (WordNet 3.0, lexnames(5WN))."""
_WORD = re.compile(r"[a-z]{3,}")
_HEAD = """\
# Nouns for one person that no ending tells ("deckhand"): of which every sense is a person.
# Source: WordNet 3.0, Copyright 2006 by Princeton University; cut out by scripts/persons.py.
"""


def _rows(path: Path) -> list[list[str]]:
    return [line.split() for line in path.read_text("utf-8").splitlines() if line[:1] != " "]


def persons(folder: Path) -> list[str]:
    """Return the nouns that stand for nothing but persons, in alphabetical order."""
    field = {row[0]: row[1] for row in _rows(folder / "data.noun")}
    words = {
        row[0]: set(row[4 : 4 + 2 * int(row[3], 16) : 2]) for row in _rows(folder / "data.noun")
    }
    other = {row[0] for name in ("adj", "verb") for row in _rows(folder / f"index.{name}")}
    found = []
    for row in _rows(folder / "index.noun"):
        senses = row[-int(row[2]) :]
        plain = _WORD.fullmatch(row[0]) and row[0] in words[senses[0]]
        verbal = row[0] in other or row[0].endswith("ed")
        if plain and not verbal and all(field[one] == _PERSON for one in senses):
            found.append(row[0])
    known = casualties()
    endings = (*known.trade_endings, "man")
    return sorted(one for one in found if one not in known.people and not one.endswith(endings))


if __name__ == "__main__":
    kept = persons(Path(sys.argv[1]))
    OUT.write_text(f"{_HEAD}persons: [{', '.join(kept)}]\n", "utf-8")
