"""WikiEvents (Li et al. 2021): triggers of violent events and who had which part in them."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from evaluation.harness.corpus import require

from training.examples import Cut, Example, Range
from whence.infer.labels import ROLES

_EVENTS = ("Conflict.Attack", "Life.Die", "Life.Injure", "ArtifactExistence.DamageDestroy")
_ROLES = {
    "Target": "target", "Victim": "victim", "ExplosiveDevice": "weapon", "Instrument": "weapon",
    "Place": "place",
}  # fmt: skip
_DOERS = {"Attacker", "Killer", "Injurer", "Perpetrator"}


def examples(data: Path, split: str) -> list[Example]:
    """Return the documents of a split; roles of events of violence alone."""
    path = require(data / "data" / "wikievents" / f"{split}.jsonl")
    return [_example(msgspec.json.decode(line)) for line in path.read_bytes().splitlines()]


def _example(document: dict[str, Any]) -> Example:
    tokens: list[str] = document["tokens"]
    text = " ".join(tokens)
    cut = Cut(text)
    starts = [0]
    for token in tokens:
        starts.append(starts[-1] + len(token) + 1)

    triggers: list[Range] = []
    roles: dict[Range, int] = {}
    for event in document["event_mentions"]:
        if not event["event_type"].startswith(_EVENTS):
            continue
        first, last = _trigger(event["trigger"])
        triggers.extend(cut.ranges([(starts[first], starts[last] - 1)]))
        for words, role in _arguments(event):
            for where in cut.ranges(_places(text, words)):
                roles.setdefault(where, role)
    return Example(
        name=document.get("doc_id") or document["docid"],
        words=cut.words,
        spans={"trigger": tuple(sorted(set(triggers)))},
        roles=tuple(_apart(roles)),
        role_kinds=frozenset(range(len(ROLES))),
    )


def _trigger(given: dict[str, Any]) -> Range:
    """Return the tokens of a trigger: the published form and the shortened one name them apart."""
    short = "start_idx" in given
    first: int = given["start_idx" if short else "start"]
    last: int = given["end_idx" if short else "end"]
    return first, last


def _apart(roles: dict[Range, int]) -> Iterator[tuple[Range, int]]:
    """Yield the spans in order, less those that overlap a longer one."""
    taken: set[int] = set()
    kept = []
    for (start, end), role in sorted(roles.items(), key=lambda one: one[0][0] - one[0][1]):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            kept.append(((start, end), role))
    return iter(sorted(kept))


def _places(text: str, words: str) -> Iterator[Range]:
    """Yield where an argument's words stand: the files give them without an offset."""
    for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text):
        yield found.span()


def _arguments(event: dict[str, Any]) -> Iterator[tuple[str, int]]:
    for argument in event["arguments"]:
        role, words = argument["role"], argument["text"]
        if role in _DOERS:
            # The files have no kind of entity: bodies are written with capitals, persons in
            # this corpus of attackers nearly always as common nouns.
            named = any(part[:1].isupper() for part in words.split())
            yield words, ROLES.index("organisation" if named else "person")
        elif role in _ROLES:
            yield words, ROLES.index(_ROLES[role])
