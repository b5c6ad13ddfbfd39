"""Who did what to whom: role fillers of the incident that a text tells of, as entities."""

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from msgspec import Struct

from whence.infer.heads import Vectors, sigmoid, softmax
from whence.infer.labels import POOLED, ROLES
from whence.infer.model import Model, Text
from whence.infer.viterbi import decode, spans, well_formed

_DETERMINERS: Final = frozenset({"a", "an", "the", "some", "several", "this", "that", "these"})


class Filler(Struct, frozen=True, kw_only=True):
    """One entity in a role: its mentions as ranges of words, the best first, and how sure."""

    role: str
    mentions: tuple[tuple[int, int], ...]
    probability: float


def relevance(model: Model, text: Text) -> tuple[float, tuple[float, ...]]:
    """Return how probably a text tells of an incident: as a whole, and each of its windows.

    The whole takes the mean of its windows' logits, weighted by their words, and at least as
    much as half the logit of the surest window: a late paragraph may be the only one.
    """
    if not text.windows:
        return 0.0, ()
    pooled = np.stack([text.vectors[left:right].mean(0) for left, right in text.windows])
    logits = model.heads.linear("pooled", pooled)
    sizes = np.array([right - left for left, right in text.windows], np.float32)
    told = logits[:, POOLED.index("relevant")]
    whole = max(float((told * sizes).sum() / sizes.sum()), 0.5 * float(told.max()))
    filled = sigmoid(logits[:, POOLED.index("filled")])
    return float(sigmoid(np.array(whole, np.float32))), tuple(filled.tolist())


def scores(model: Model, text: Text) -> Vectors:
    """Return the scores of the role tags with what was tuned and the text's relevance added.

    A text that tells of no incident has no fillers: its relevance, as a logit, is added to every
    tag of a role, times ``Settings.gate``. Shape (words, tags of ``ROLES``).
    """
    logits = model.heads.linear("roles", text.vectors).copy()
    whole, _ = relevance(model, text)
    odds = float(np.log((whole + 1e-4) / (1 - whole + 1e-4)))
    for number, role in enumerate(ROLES):
        shift = model.settings.role_biases.get(role, 0.0) + model.settings.gate * odds
        logits[:, 1 + 2 * number : 3 + 2 * number] += shift
    return logits


def mentions(logits: Vectors) -> list[tuple[int, int, int, float]]:
    """Return (start, end, role, probability) of each mention, in the order of the text."""
    if not len(logits):
        return []
    tags = decode(logits[:, None, :], well_formed(len(ROLES)))[:, 0]
    chances = softmax(logits)
    return [
        (start, end, kind, float(chances[start:end, 1 + 2 * kind : 3 + 2 * kind].sum(1).mean()))
        for start, end, kind in spans(tags)
    ]


def fillers(model: Model, text: Text) -> tuple[Filler, ...]:
    """Return the entities that fill roles, each with all its mentions, in the order of roles."""
    found: list[Filler] = []
    for number, role in enumerate(ROLES):
        own = [(s, e, p) for s, e, kind, p in mentions(scores(model, text)) if kind == number]
        for group in _entities(text, own):
            best = max(chance for *_, chance in group)
            ordered = sorted(group, key=lambda one: (one[0] - one[1], one[0]))
            found.append(
                Filler(
                    role=role,
                    mentions=tuple((start, end) for start, end, _ in ordered),
                    probability=best,
                )
            )
    return tuple(found)


Mention = tuple[int, int, float]


def _entities(text: Text, found: Sequence[Mention]) -> Iterable[list[Mention]]:
    """Group mentions that name one thing: the same words, fewer of them, or their initials."""
    groups: list[tuple[list[Mention], list[list[str]]]] = []
    for mention in sorted(found, key=lambda one: (one[0] - one[1], one[0])):
        named = _plain(text, mention)
        for members, names in groups:
            if any(_same(named, other) for other in names):
                members.append(mention)
                names.append(named)
                break
        else:
            groups.append(([mention], [named]))
    return [members for members, _ in groups]


def _plain(text: Text, mention: Mention) -> list[str]:
    start, end = text.chars(mention[0], mention[1])
    parts = text.text[start:end].lower().split()
    return [part for part in parts if part not in _DETERMINERS] or parts


def _same(short: Sequence[str], long: Sequence[str]) -> bool:
    """Tell whether a shorter name is the tail, the head or the initials of a longer one."""
    if list(long[-len(short) :]) == list(short):
        return True
    initials = "".join(part[0] for part in long)
    return len(long) > 2 and len(short) == 1 and len(short[0]) > 2 and initials.startswith(short[0])
