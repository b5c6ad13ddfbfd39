"""MUC-4 as the literature of template filling uses it, joined with the raw keys and texts.

The roles come from GTT's files (Du et al. 2021), in which an entity is a list of mentions and the
fillers of a template are those of its key. Those files drop which templates and fillers are
optional, and the confidences; both are taken from the raw keys, whose templates stand in the same
order. Texts are the raw ones, in capitals and broken into lines, with their datelines.

Traps: GTT's offsets are the first place where the letters of a mention stand, even inside a word,
so they are left out here and ``occurrences`` finds all places as whole words; brackets are square
in the raw texts and round in GTT's.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from evaluation.corpora.muc import (
    Blamed,
    KeyTemplate,
    folder,
    key_entries,
    key_templates,
    merged,
    split_messages,
    split_paths,
    strings_of,
)
from evaluation.harness.corpus import require
from evaluation.passages import Range
from evaluation.readers.predictions import MUC_ROLES

SPLITS = {"train": "dev", "dev": "tst1+tst2", "test": "tst3"}
"""The literature's splits as MUC's own; "tst3+tst4" and the like may be asked for as well."""

SEEN = frozenset(
    [
        *("TST1-MUC3-0049", "TST1-MUC3-0050", "TST2-MUC4-0007", "TST2-MUC4-0026"),
        *("TST2-MUC4-0032", "TST3-MUC4-0093"),
    ]
)
"""Messages of the test sets that stand among the real cases and were read by hand."""

_FILES = {"dev": "train", "tst1": "dev", "tst2": "dev"}
_SLOTS = {"PerpInd": "9", "PerpOrg": "10", "Target": "12", "Victim": "18", "Weapon": "6"}
_BRACKETS = {"(": r"[(\[]", "[": r"[(\[]", ")": r"[)\]]", "]": r"[)\]]"}


class Entity(Struct, frozen=True, kw_only=True):
    """The mentions that are all right for one filler, and whether it need not be found."""

    mentions: tuple[str, ...]
    optional: bool = False


class GoldTemplate(Struct, frozen=True, kw_only=True):
    """One incident by the key: its acceptable types and the entities of each role."""

    types: tuple[str, ...]
    entities: Mapping[str, tuple[Entity, ...]]
    optional: bool = False


class Report(Struct, frozen=True, kw_only=True):
    """One message with its text as it was sent, its templates and the organisations blamed.

    ``lowered`` is the text as GTT's file has it: lower case, no line breaks, no dateline.
    """

    id: str
    text: str
    lowered: str = ""
    templates: tuple[GoldTemplate, ...]
    blamed: tuple[Blamed, ...]

    @property
    def relevant(self) -> bool:
        """Whether the key has any incident, optional ones included."""
        return bool(self.templates)


class _GttTemplate(Struct):
    incident_type: str
    PerpInd: list[list[tuple[str, int]]]
    PerpOrg: list[list[tuple[str, int]]]
    Target: list[list[tuple[str, int]]]
    Victim: list[list[tuple[str, int]]]
    Weapon: list[list[tuple[str, int]]]


class _GttDocument(Struct):
    docid: str
    templates: list[_GttTemplate]
    doctext: str = ""


def reports(data: Path, split: str) -> tuple[list[Report], list[Path]]:
    """Return the reports of a split (of ``SPLITS`` or MUC's own) and the files they come from.

    Raises:
        DataAbsentError: when a part of the split is not there.
        ValueError: when a key and GTT's file do not tell of the same incidents.
    """
    parts = SPLITS.get(split, split)
    keys, texts = split_paths(data, parts)
    files = [
        require(folder(data) / "gtt" / f"{name}.json")
        for name in dict.fromkeys(_FILES.get(part, part) for part in parts.split("+"))
    ]
    filled = {one.docid: one for path in files for one in _documents(path)}
    raw: dict[str, list[KeyTemplate]] = defaultdict(list)
    blamed: dict[str, list[Blamed]] = defaultdict(list)
    for path in keys:
        key = path.read_text(encoding="latin-1")
        for template in key_templates(key):
            raw[template.message].append(template)
        for message, one in key_entries(key):
            blamed[message].append(one)
    found = [
        Report(
            id=name,
            text=text,
            lowered=filled[name].doctext,
            templates=_joined(filled[name], [one for one in raw[name] if one.relevant]),
            blamed=merged(blamed[name]),
        )
        for path in texts
        for name, text in split_messages(path.read_text(encoding="latin-1"))
        if name in filled
    ]
    return found, [*files, *keys, *texts]


def occurrences(text: str, mention: str) -> list[Range]:
    """Return every place of a mention in a raw text: whole words, over line breaks, any case."""
    words = mention.split()
    if not words:
        return []
    pattern = r"\s+".join(_pattern(word) for word in words)
    start = r"(?<!\w)" if words[0][0].isalnum() else ""
    end = r"(?!\w)" if words[-1][-1].isalnum() else ""
    return [one.span() for one in re.finditer(start + pattern + end, text, re.IGNORECASE)]


def _pattern(word: str) -> str:
    return "".join(_BRACKETS.get(letter, re.escape(letter)) for letter in word)


def _documents(path: Path) -> list[_GttDocument]:
    raw = path.read_bytes()
    if raw.lstrip().startswith(b"["):
        return msgspec.json.decode(raw, type=list[_GttDocument])
    return [msgspec.json.decode(line, type=_GttDocument) for line in raw.splitlines() if line]


def _joined(document: _GttDocument, raw: Sequence[KeyTemplate]) -> tuple[GoldTemplate, ...]:
    if len(raw) != len(document.templates):
        raise ValueError(
            f"{document.docid}: {len(raw)} incidents in the key, {len(document.templates)} in GTT"
        )
    return tuple(
        GoldTemplate(
            types=tuple(part.strip() for part in filled.incident_type.lower().split("/")),
            entities={role: _entities(getattr(filled, role), key, role) for role in MUC_ROLES},
            optional=key.optional,
        )
        for filled, key in zip(document.templates, raw, strict=True)
    )


def _entities(
    filled: list[list[tuple[str, int]]], key: KeyTemplate, role: str
) -> tuple[Entity, ...]:
    optional = {
        string.lower()
        for value in key.slots.get(_SLOTS[role], ())
        if value.startswith("?")
        for string in strings_of(value)
    }
    return tuple(
        Entity(
            mentions=(names := tuple(mention for mention, _ in entity)),
            optional=not optional.isdisjoint(name.lower() for name in names),
        )
        for entity in filled
        if entity
    )
