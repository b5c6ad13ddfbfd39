"""MUC-3/4: reports with templates by hand, read for the organisations blamed and how firmly.

A key is a sequence of templates of 25 slots; a slot may go on over indented lines. Slot 11 pairs
confidences with organisations, ``REPORTED AS FACT / CLAIMED OR ADMITTED: "URNG" / "THE URNG"``:
the alternatives on either side are all acceptable. ``?`` marks an optional fill, ``;`` a comment,
``*`` and ``-`` no fill. Texts are in capitals and start with ``DEV-MUC3-0001 (NOSC)``; the name in
parentheses differs from the key's and is left out.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from evaluation.harness.corpus import require

_MESSAGE = re.compile(r"^((?:DEV|TST\d)-MUC[34]-\d{4})\b.*$", re.MULTILINE)
_SLOT = re.compile(r"^\s*(\d+)\.\s+([A-Z ]+: [A-Z ]+?)(?:\s{2,}|\t)(.*)$")
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_CONFIDENCE = re.compile(r"\??\s*([A-Z ?/]+?)\s*:\s*(?=\??\s*\")")


class KeyTemplate(Struct, frozen=True, kw_only=True):
    """One template of a key: its message, its number ("*" for none) and its slots.

    ``slots`` holds the filled lines of each slot by its number ("11"), as they are written;
    ``optional`` is true when the template need not be found.
    """

    message: str
    number: str
    optional: bool
    slots: Mapping[str, tuple[str, ...]]

    @property
    def relevant(self) -> bool:
        """Whether there is an incident: an irrelevant report has one template full of stars."""
        return self.number != "*"


class Blamed(Struct, frozen=True, kw_only=True):
    """An organisation under its acceptable names, with the acceptable confidences."""

    names: tuple[str, ...]
    confidences: frozenset[str]


class Message(Struct, frozen=True, kw_only=True):
    """One report with the organisations that its templates blame; none: nobody is blamed."""

    id: str
    text: str
    blamed: tuple[Blamed, ...]


def messages(data: Path, split: str) -> tuple[list[Message], list[Path]]:
    """Return the reports of a split (dev, tst1, tst2, tst3) and the files they come from.

    Raises:
        DataAbsentError: when the split is not there.
    """
    keys, texts = split_paths(data, split)
    blamed: dict[str, list[Blamed]] = defaultdict(list)
    for path in keys:
        for message, one in key_entries(path.read_text(encoding="latin-1")):
            blamed[message].append(one)
    found = [
        Message(id=identifier, text=text, blamed=merged(blamed[identifier]))
        for path in texts
        for identifier, text in split_messages(path.read_text(encoding="latin-1"))
    ]
    return found, [*keys, *texts]


def folder(data: Path) -> Path:
    """Return MUC-4's folder: ``data`` itself when it holds the corpora, or else data/muc4.

    Raises:
        DataAbsentError: when neither exists.
    """
    return data if (data / "corpora").exists() else require(data / "data" / "muc4")


def split_paths(data: Path, split: str) -> tuple[list[Path], list[Path]]:
    """Return the keys and the texts of a split; "tst1+tst2" joins two.

    Raises:
        DataAbsentError: when the split is not there.
    """
    keys: list[Path] = []
    texts: list[Path] = []
    for part in split.split("+"):
        base = require(folder(data) / "corpora" / part)
        found = sorted(base.glob("key-*"))
        keys.extend(found)
        texts.extend(sorted(path for path in base.glob("*-muc[34]*") if path not in found))
    return keys, texts


def split_messages(text: str) -> Iterator[tuple[str, str]]:
    """Cut a file of messages into (identifier, text)."""
    marks = list(_MESSAGE.finditer(text))
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        end = following.start() if following else len(text)
        yield mark.group(1), text[mark.end() : end].strip("\n")


def key_templates(key: str) -> Iterator[KeyTemplate]:
    """Return the templates of a key, irrelevant ones too, in their order."""
    slots: dict[str, list[str]] = {}
    slot = ""
    for line in key.splitlines():
        if line.startswith(";"):
            continue
        found = _SLOT.match(line)
        value = line.strip()
        if found:
            slot, value = found.group(1), found.group(3).strip()
        if slot == "0" and found and slots:
            yield _template(slots)
            slots = {}
        if slot and value:
            slots.setdefault(slot, []).append(value)
    if slots:
        yield _template(slots)


def key_entries(key: str) -> Iterator[tuple[str, Blamed]]:
    """Return every filled line of slot 11 with the message that it belongs to."""
    for template in key_templates(key):
        for value in template.slots.get("11", ()):
            if one := _entry(value):
                yield template.message, one


def strings_of(value: str) -> tuple[str, ...]:
    """Return the quoted strings of a filler, its acceptable alternatives."""
    return tuple(name.replace('\\"', '"') for name in _STRING.findall(value))


def _template(slots: dict[str, list[str]]) -> KeyTemplate:
    number, *note = slots.get("1", ["*"])[0].split()
    return KeyTemplate(
        message=slots.get("0", [""])[0].split(" (")[0].strip(),
        number=number,
        optional="(OPTIONAL)" in note,
        slots={slot: tuple(values) for slot, values in slots.items()},
    )


def _entry(value: str) -> Blamed | None:
    confidence = _CONFIDENCE.match(value)
    names = strings_of(value)
    if confidence is None or not names:
        return None
    grades = (grade.strip(" ?") for grade in confidence.group(1).split("/"))
    return Blamed(names=names, confidences=frozenset(grade for grade in grades if grade))


def merged(entries: list[Blamed]) -> tuple[Blamed, ...]:
    """Join the entries that share a name: several templates of a report blame the same party."""
    groups: list[Blamed] = []
    for entry in entries:
        same = [one for one in groups if set(one.names) & set(entry.names)]
        groups = [one for one in groups if one not in same]
        names = dict.fromkeys(name for one in (*same, entry) for name in one.names)
        grades = frozenset(grade for one in (*same, entry) for grade in one.confidences)
        groups.append(Blamed(names=tuple(names), confidences=grades))
    return tuple(groups)
