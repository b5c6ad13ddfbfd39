"""Who did what to whom: role fillers of the incident that a text tells of, as entities.

The measurements alone ask this; no reader does, and no report has it.
"""

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import numpy as np
from msgspec import Struct

from whence.infer.entities import entities
from whence.infer.heads import Vectors, sigmoid, softmax
from whence.infer.labels import POOLED, ROLES
from whence.infer.model import Model, Text
from whence.infer.viterbi import decode_kinds, spans

_BODIES: Final = frozenset({"organisation", "armed_group"})
_DETERMINERS: Final = frozenset({"a", "an", "the", "some", "several", "this", "that", "these"})
_JOINING: Final = frozenset(
    [
        *("of", "and", "or", "in", "at", "to", "such", "as", "with", "for", "by", "on", "from"),
        *("their", "its", "who", "which", "when", *"()[],.-'\""),
    ]
)
"""What no mention begins or ends with: where one does, the tagger broke off in the middle."""
_CLOSING: Final = _JOINING | _DETERMINERS
_BRACKETS: Final = {"(": ")", "[": "]"}


Mention = tuple[int, int, float]
"""Half-open, in words, with the probability that it fills a role."""


class Filler(Struct, frozen=True, kw_only=True):
    """One entity in a role: its mentions as ranges of words, the longest first.

    ``probability`` says how probably it fills the role, by its ``grounds``
    (``Settings.fillers``).
    """

    role: str
    mentions: tuple[tuple[int, int], ...]
    grounds: dict[str, float]
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
    """Return the scores of the role tags with what was tuned added: (words, tags of ``ROLES``)."""
    logits = model.heads.linear("roles", text.vectors).copy()
    for number, role in enumerate(ROLES):
        logits[:, 1 + 2 * number : 3 + 2 * number] += model.settings.role_biases.get(role, 0.0)
    return logits


def mentions(logits: Vectors) -> list[tuple[int, int, int, float]]:
    """Return (start, end, role, probability) of each mention, in the order of the text."""
    tags = decode_kinds(logits)
    chances = softmax(logits)
    return [
        (start, end, kind, float(chances[start:end, 1 + 2 * kind : 3 + 2 * kind].sum(1).mean()))
        for start, end, kind in spans(tags)
    ]


Found = tuple[int, int, int, float]
"""A mention with its role as a number: start, end, role, probability."""


def mended(text: Text, found: Iterable[Found]) -> Iterator[Found]:
    """Yield mentions whole, in their order.

    Parts of one role without a word in between are joined, unless the second begins behind a mark,
    as in a list; words that join others are cut off at the edges, and brackets that stay open.
    """
    joined: list[Found] = []
    for start, end, kind, chance in found:
        last = joined[-1] if joined else None
        if last and last[1:3] == (start, kind) and _word(text, start) not in _JOINING:
            size, more = last[1] - last[0], end - start
            mean = (last[3] * size + chance * more) / (size + more)
            joined[-1] = (last[0], end, kind, mean)
        else:
            joined.append((start, end, kind, chance))
    for left, right, kind, chance in joined:
        start, end = _trimmed(text, left, right)
        if start < end:
            yield start, end, kind, chance


def _trimmed(text: Text, left: int, right: int) -> tuple[int, int]:
    """Return a mention without what joins at its edges; nothing may be left of it."""
    words = [_word(text, number) for number in range(left, right)]
    ends = [len(words)]
    while ends:
        words = words[: min(ends)]
        while words and words[-1] in _CLOSING:
            words.pop()
        ends = [
            number
            for number, word in enumerate(words)
            if word in _BRACKETS and _BRACKETS[word] not in words[number:]
        ]
    start = next((n for n, word in enumerate(words) if word not in _JOINING), len(words))
    return left + start, left + len(words)


def _word(text: Text, number: int) -> str:
    start, end = text.chars(number, number + 1)
    return text.text[start:end].lower()


def fillers(
    model: Model, text: Text, named: Iterable[tuple[int, int, str]] | None = None
) -> tuple[Filler, ...]:
    """Return the entities that fill roles and are trusted to, in the order of roles.

    ``named`` are the text's ``entities``, where they are known already.
    """
    least = model.settings.fillers.least
    return tuple(one for one in candidates(model, text, named) if one.probability >= least)


def candidates(
    model: Model, text: Text, named: Iterable[tuple[int, int, str]] | None = None
) -> Iterator[Filler]:
    """Yield all entities that may fill roles, trusted or not, in the order of roles."""
    filling = list(mended(text, mentions(scores(model, text))))
    whole, parts = relevance(model, text)
    ends = [end for _, end in text.windows]
    named = entities(model, text) if named is None else named
    bodies = [_trimmed(text, left, right) for left, right, kind in named if kind in _BODIES]
    for number, role in enumerate(ROLES):
        own = [(start, end, chance) for start, end, kind, chance in filling if kind == number]
        if role == "organisation":
            own = _in_full(text, own, bodies)
        for group in _entities(text, own):
            chances = [chance for *_, chance in group]
            grounds = {
                f"as {role}": 1.0,
                "best": max(chances),
                "mean": sum(chances) / len(chances),
                "several": math.log(len(chances)),
                "relevant": whole,
                "filled": max(parts[bisect_right(ends, start)] for start, *_ in group),
            }
            yield Filler(
                role=role,
                mentions=tuple((start, end) for start, end, _ in group),
                grounds=grounds,
                probability=model.settings.fillers.probability(grounds),
            )


def _in_full(
    text: Text, found: Sequence[Mention], bodies: Sequence[tuple[int, int]]
) -> list[Mention]:
    """Give mentions of bodies the whole name they stand in, where they are only a part of one.

    Names are seen better whole than as fillers: those have few examples, and break off after the
    first word ("armed", of "armed forces"). What is mostly a name by itself stays as it is.
    """
    alone = Counter(_plain(text, (start, end, 0.0)) for start, end in bodies)
    wholes = [_around(mention, bodies) for mention in found]
    parts = Counter(
        _plain(text, mention)
        for mention, whole in zip(found, wholes, strict=True)
        if whole != mention[:2]
    )
    best: dict[tuple[int, int], float] = {}
    for mention, whole in zip(found, wholes, strict=True):
        named = _plain(text, mention)
        at = whole if parts[named] >= alone[named] else mention[:2]
        best[at] = max(mention[2], best.get(at, 0.0))
    return [(start, end, chance) for (start, end), chance in sorted(best.items())]


def _around(mention: Mention, bodies: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return the name that holds a mention, the mention itself where none does."""
    start, end, _ = mention
    at = bisect_right(bodies, start, key=lambda body: body[0]) - 1
    return bodies[at] if at >= 0 and end <= bodies[at][1] else (start, end)


def _entities(text: Text, found: Sequence[Mention]) -> Iterable[list[Mention]]:
    """Group mentions that name one thing: the same words, their tail, or their initials.

    The longest mention of each group comes first.

    The work grows with the number of mentions, not with its square.
    """
    groups: list[list[Mention]] = []
    known: dict[tuple[str, ...], int] = {}  # each way to name a group, and the first such group
    for mention in sorted(found, key=lambda one: (one[0] - one[1], one[0])):
        named = _plain(text, mention)
        group = known.get(named, len(groups))
        if group == len(groups):
            groups.append([])
        groups[group].append(mention)
        for name in _shorter(named):
            known[name] = min(group, known.get(name, group))
    return groups


def _plain(text: Text, mention: Mention) -> tuple[str, ...]:
    start, end = text.chars(mention[0], mention[1])
    parts = text.text[start:end].lower().split()
    return tuple(part for part in parts if part not in _DETERMINERS) or tuple(parts)


def _shorter(name: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield a name, its tails, and the beginnings of its initials where these tell enough."""
    for start in range(len(name)):
        yield name[start:]
    initials = "".join(part[0] for part in name)
    for size in range(3, len(initials) + 1):
        yield (initials[:size],)
