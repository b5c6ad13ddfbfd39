"""Named entities: WNUT17, wikigold, re3d and Universal NER, each with the kinds it annotates."""

from collections.abc import Iterator
from pathlib import Path

from evaluation.corpus import require

from training.examples import Cut, Example, Range
from whence.infer.labels import ENTITIES

_SETS: dict[str, tuple[str, dict[str, str]]] = {
    "wnut17": (
        "ner/WNUT17/CONLL-format/data/train",
        {
            "person": "person", "location": "place", "corporation": "organisation",
            "group": "organisation", "product": "other", "creative-work": "other",
        },
    ),
    "wikigold": (
        "ner/wikigold/CONLL-format/data",
        {"PER": "person", "LOC": "place", "ORG": "organisation", "MISC": "other"},
    ),
    "re3d": (
        "ner/re3d/CONLL-format/data/train",
        {
            "Person": "person", "Location": "place", "Organisation": "organisation",
            "Weapon": "weapon", "Temporal": "date", "Quantity": "number", "Money": "number",
            "MilitaryPlatform": "weapon", "Nationality": "other", "DocumentReference": "other",
        },
    ),
    "ewt": (
        "ner/UNER_English-EWT",
        {"PER": "person", "LOC": "place", "ORG": "organisation", "OTH": "other"},
    ),
}  # fmt: skip


def examples(data: Path, name: str) -> list[Example]:
    """Return the training sentences of one set ("wnut17", "wikigold", "re3d", "ewt")."""
    folder, kinds = _SETS[name]
    base = require(data / "data" / folder)
    paths = sorted(
        path for path in base.iterdir()
        if path.suffix in {".conll", ".iob2", ".txt"} and "test" not in path.name
        and "README" not in path.name and "LICENSE" not in path.name
    )  # fmt: skip
    known = frozenset(ENTITIES.index(kind) for kind in kinds.values())
    return [
        example
        for path in paths
        for number, rows in enumerate(_sentences(path))
        if (example := _example(f"{name}:{path.name}:{number}", rows, kinds, known)) is not None
    ]


def _sentences(path: Path) -> Iterator[list[tuple[str, str]]]:
    rows: list[tuple[str, str]] = []
    for line in path.read_text("utf-8").splitlines():
        cells = line.split("\t") if "\t" in line else line.split()
        if not line.strip() or line.startswith("-DOCSTART-"):
            if rows:
                yield rows
            rows = []
        elif not line.startswith("# ") and len(cells) >= 2:
            numbered = path.suffix == ".iob2" and len(cells) > 2
            rows.append((cells[1], cells[2]) if numbered else (cells[0], cells[-1]))
    if rows:
        yield rows


def _example(
    name: str, rows: list[tuple[str, str]], kinds: dict[str, str], known: frozenset[int]
) -> Example | None:
    text = " ".join(token for token, _ in rows)
    cut = Cut(text)
    if not cut.words:
        return None
    spans: list[tuple[Range, int]] = []
    for start, end, label in _spans(rows):
        if label in kinds and (found := cut.range(start, end)):
            spans.append((found, ENTITIES.index(kinds[label])))
    return Example(name=name, words=cut.words, entities=tuple(spans), entity_kinds=known)


def _spans(rows: list[tuple[str, str]]) -> Iterator[tuple[int, int, str]]:
    """Yield spans of characters in the tokens joined by blanks; reads both BIO styles."""
    start, label, at = -1, "", 0
    for token, tag in [*rows, ("", "O")]:
        kind = tag[2:] if tag[1:2] == "-" else ""
        if label and (not kind or tag[0] == "B" or kind != label):
            yield start, at - 1, label
            label = ""
        if kind and not label:
            start, label = at, kind
        at += len(token) + 1
