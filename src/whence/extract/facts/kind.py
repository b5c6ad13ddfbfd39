"""What sort of incident a text tells of: a key of ``vocabulary/incidents.yaml``."""

from functools import cache

from whence.extract.events import event_words
from whence.extract.matching import Phrases, match, phrases
from whence.extract.prose import Prose
from whence.extract.scope import Scopes

_LEAD = 6
"""Sentences of the lead; their words count double, those of the title threefold."""
_WEAK = 2
"""Weight up to which a word only names a weapon."""
_ARMED = frozenset({"drone_attack", "shelling", "bombing"})
_GENERAL = frozenset({"attack", "assassination"})
"""Kinds that say nothing of the means: they yield to one that does."""


@cache
def _phrases() -> Phrases:
    return phrases(word for kind in event_words().kinds.values() for word in kind)


def incident_kind(prose: Prose, scope: Scopes | None = None) -> str | None:
    """Return the kind whose words weigh most in title, lead and text; None when there are none.

    Parts of the text about other matters do not count. "assassination" and "attack" yield to a
    kind that tells the means, when that has at least a tenth of their weight. A weapon alone is no
    incident: drones and rockets count only where something is attacked.
    """
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
            for kind, words in event_words().kinds.items():
                if phrase in words:
                    weights[kind] = weights.get(kind, 0.0) + factor * words[phrase]
                    sure.update([kind] if words[phrase] > _WEAK else [])
            position += max(length, 1)
    if not _GENERAL & set(weights):
        weights = {kind: w for kind, w in weights.items() if kind not in _ARMED or kind in sure}
    if not weights:
        return None
    ranked = sorted(weights, key=lambda kind: (-weights[kind], kind))
    first = ranked[0]
    if first in _GENERAL:
        means = [k for k in ranked if k not in _GENERAL and weights[k] * 10 >= weights[first]]
        return means[0] if means else first
    return first
