"""MUC-4's keys slot by slot: every fill with its alternatives, optional ones told apart.

Alternatives stand on one line, parted by " / ", and any of them will do; further lines are further
fills; "-" (nothing known) and "*" (not applicable) are no fill; "?" before a fill, or between a
confidence and its organisation, makes it optional. A confidence names the organisation that it is
about after a colon. A few fills of the keys lack quotation marks: these are taken as they are.
Victims have a name or a description; a description that is said to be of a named one joins its
alternatives.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from evaluation.corpora.muc import (
    KeyTemplate,
    key_templates,
    split_messages,
    split_paths,
    strings_of,
)
from evaluation.templates.slot_scene import alternatives

_SLOTS = {"PerpInd": "9", "Target": "12"}
_DATE, _LOCATION = "2", "3"
_TYPE, _ORGANISATION, _CONFIDENCE, _NAMES, _DESCRIPTIONS = "4", "10", "11", "18", "19"
_EMPTY = frozenset({"-", "*", "?", ""})
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')


class Fill(Struct, frozen=True, kw_only=True):
    """One fill of a key: what will do for it, and whether it need not be given.

    ``about`` holds, for a confidence, the names of its organisation (none: the key has none).
    """

    alternatives: tuple[str, ...]
    optional: bool = False
    about: tuple[str, ...] = ()


class KeyIncident(Struct, frozen=True, kw_only=True):
    """One template of a key: acceptable types and fills; slots 2 and 3 have one fill or none.

    ``organisations`` is slot 10 and ``confidences`` slot 11; ``roles`` holds "PerpInd", "Target"
    and "Victim" of ``predictions.MUC_ROLES``.
    """

    types: tuple[str, ...]
    roles: Mapping[str, tuple[Fill, ...]] = {}
    organisations: tuple[Fill, ...] = ()
    confidences: tuple[Fill, ...] = ()
    dates: tuple[Fill, ...] = ()
    locations: tuple[Fill, ...] = ()
    optional: bool = False


class KeyedReport(Struct, frozen=True, kw_only=True):
    """One message with the incidents that the key tells of; none: it is irrelevant."""

    id: str
    text: str
    incidents: tuple[KeyIncident, ...]


def keyed_reports(data: Path, split: str) -> tuple[list[KeyedReport], list[Path]]:
    """Return the reports of a split (MUC's own: dev, tst1, ...; "tst1+tst2") and its files.

    Raises:
        DataAbsentError: when a part of the split is not there.
    """
    keys, texts = split_paths(data, split)
    incidents: dict[str, list[KeyIncident]] = defaultdict(list)
    for path in keys:
        for template in key_templates(path.read_text(encoding="latin-1")):
            if template.relevant:
                incidents[template.message].append(incident(template))
    found = [
        KeyedReport(id=name, text=text, incidents=tuple(incidents[name]))
        for path in texts
        for name, text in split_messages(path.read_text(encoding="latin-1"))
    ]
    return found, [*keys, *texts]


def incident(template: KeyTemplate) -> KeyIncident:
    """Return a key's template with its fills taken apart."""
    roles = {role: _fills(template.slots.get(slot, ())) for role, slot in _SLOTS.items()}
    described = template.slots.get(_DESCRIPTIONS, ())
    roles["Victim"] = _joined(_fills(template.slots.get(_NAMES, ())), _fills(described))
    types = (part for value in template.slots.get(_TYPE, ()) for part in value.split("/"))
    return KeyIncident(
        types=tuple(part.strip(" ?").lower() for part in types),
        roles=roles,
        organisations=_fills(template.slots.get(_ORGANISATION, ())),
        confidences=tuple(
            _confidence(value)
            for value in template.slots.get(_CONFIDENCE, ())
            if value.strip() not in _EMPTY
        ),
        dates=_scenes(template.slots.get(_DATE, ())),
        locations=_scenes(template.slots.get(_LOCATION, ())),
        optional=template.optional,
    )


def _scenes(values: Sequence[str]) -> tuple[Fill, ...]:
    """Return the fill of a slot that holds one; what stands on further lines goes on with it."""
    whole = " ".join(values).strip()
    known = alternatives(whole)
    return (Fill(alternatives=known, optional=whole.startswith("?")),) if known else ()


def _fills(values: Sequence[str]) -> tuple[Fill, ...]:
    return tuple(
        Fill(
            alternatives=strings_of(value) or tuple(_parts(value.lstrip("? "))),
            optional=value.startswith("?"),
        )
        for value in values
        if value.strip() not in _EMPTY
    )


def _confidence(value: str) -> Fill:
    # No confidence has a colon; without quotation marks all behind it is the organisation.
    graded, colon, about = value.partition(":")
    names = strings_of(about) or tuple(_parts(about.strip("? ")))
    return Fill(
        alternatives=tuple(_parts(graded.strip("()? "))),
        optional="?" in graded or _QUOTED.sub("", about).strip().startswith("?"),
        about=names if colon else (),
    )


def _parts(value: str) -> list[str]:
    return [part for one in value.split("/") if (part := one.strip(" ()"))]


def _joined(names: tuple[Fill, ...], described: tuple[Fill, ...]) -> tuple[Fill, ...]:
    found = list(names)
    for one in described:
        same = [n for n, name in enumerate(names) if set(name.alternatives) & set(one.alternatives)]
        if not same:
            found.append(one)
        for n in same:
            merged = dict.fromkeys((*found[n].alternatives, *one.alternatives))
            found[n] = replace(found[n], alternatives=tuple(merged))
    return tuple(found)
