"""What sort of incident a text tells of: a key of ``vocabulary/incidents.yaml``."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from whence.extract.events import event_words
from whence.extract.matching import Phrases, match, phrases
from whence.extract.prose import Prose
from whence.extract.scope import Scopes
from whence.extract.scope.considered import considered

_LEAD = 6
"""Sentences of the lead; their words count double, those of the title threefold."""
_WEAK = 2
"""Weight up to which a word only names a weapon."""
_MEANS = 1 / 10
"""Share of the weight of a kind without means from which one with means wins over it."""
_NARROWER = 1 / 3
"""Share of the weight of a kind from which a narrower one wins over it."""


@cache
def _phrases() -> Phrases:
    return phrases(word for kind in event_words().kinds.values() for word in kind)


@cache
def _kinds_of() -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Return the kinds that each phrase speaks for, with their weights."""
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for kind, words in event_words().kinds.items():
        for phrase, weight in words.items():
            found[phrase].append((kind, weight))
    return {phrase: tuple(rows) for phrase, rows in found.items()}


def incident_kind(prose: Prose, scope: Scopes | None = None) -> str | None:
    """Return the kind whose words weigh most in title, lead and text; None when there are none.

    Parts of the text about other matters do not count, nor what is denied or only considered.
    "assassination" and "attack" yield to a
    kind that tells the means, when that has at least a tenth of their weight; a kind yields to a
    narrower one ("bombing" to "mine_blast") with a third. A weapon alone is no incident: drones
    and rockets count only where something is attacked.
    """
    weights, sure = _weighed(prose, scope)
    words = event_words()
    if not words.general & set(weights):
        weights = {kind: w for kind, w in weights.items() if kind not in words.armed - sure}
    said = {token.lower for sentence in prose.sentences for token in sentence.tokens}
    weights = {
        kind: w for kind, w in weights.items() if not said.isdisjoint(words.needed.get(kind, said))
    }
    if not weights:
        return None
    ranked = sorted(weights, key=lambda kind: (-weights[kind], kind))
    first = ranked[0]
    if first in words.general:
        means = (k for k in ranked if k in words.means and weights[k] >= _MEANS * weights[first])
        first = next(means, first)
    closer = words.narrower.get(first, ())
    narrow = (k for k in ranked if k in closer and weights[k] >= _NARROWER * weights[first])
    return next(narrow, first)


def _weighed(prose: Prose, scope: Scopes | None) -> tuple[dict[str, float], set[str]]:
    """Return the weight of each kind, and the kinds told by more than the name of a weapon."""
    weights: dict[str, float] = {}
    sure: set[str] = set()
    for index, sentence in enumerate(prose.sentences):
        if scope is not None and scope.at(sentence.start) == "other":
            continue
        title = prose.block_kind(sentence.start) == "title"
        factor = 3.0 if title else 2.0 if index < _LEAD else 0.5
        position = 0
        while position < len(sentence.tokens):
            phrase, length = match(_phrases(), sentence.tokens, position)
            doubt = length and considered(sentence.tokens, position, position + length)
            for kind, weight in _kinds_of().get(phrase, ()):
                if weight and not doubt:
                    weights[kind] = weights.get(kind, 0.0) + factor * weight
                    sure.update([kind] if weight > _WEAK else [])
            position += max(length, 1)
    return weights, sure
