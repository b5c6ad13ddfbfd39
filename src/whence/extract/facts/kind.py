"""What sort of incident a text tells of: a key of ``vocabulary/incidents.yaml``."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache

from whence.extract.events import event_words
from whence.extract.matching import Pattern, Phrases, match, pattern, pattern_at, phrases
from whence.extract.place.outlet import headline
from whence.extract.prose import Prose, Token, tokenize
from whence.extract.scope import Scopes
from whence.extract.scope.considered import considered
from whence.model.kinds import narrower

_LEAD = 6
"""Sentences of the lead; their words count double, those of the title threefold."""
_TITLE = 3.0
"""What a word of the headline counts."""
_GAP = 5
"""Tokens that may stand between the words that tell a kind together."""
_WEAK = 2
"""Weight up to which a word only names a weapon."""
_MEANS = 1 / 10
"""Share of the weight of a kind without means from which one with means wins over it."""
_NARROWER = 1 / 3
"""Share of the weight of a kind from which a narrower one wins over it."""
_BARELY = 1 / 2
"""The same of one of which only a weapon is named."""

_Part = tuple[float, tuple[Token, ...]]
"""A sentence and what each of its words counts."""


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


@cache
def _patterns() -> Mapping[str, tuple[tuple[str, Pattern], ...]]:
    """Return the kinds that several words tell, by the words that may come first."""
    found: dict[str, list[tuple[str, Pattern]]] = defaultdict(list)
    for kind, row in event_words().worded.items():
        for one in map(pattern, row.patterns):
            for word in one[0] or ():
                found[word].append((kind, one))
    return {word: tuple(rows) for word, rows in found.items()}


def incident_kind(prose: Prose, scope: Scopes | None = None) -> str | None:
    """Return the kind whose words weigh most in title, lead and text; None when there are none.

    Parts of the text about other matters do not count, nor what is denied or only considered.
    "assassination" and "attack" yield to a kind that tells the means, when that has at least a
    tenth of their weight; a kind yields to a narrower one ("bombing" to "mine_blast") with a
    third. A weapon alone is no incident: drones and rockets count only where something is attacked.
    """
    parts = list(_parts(prose, scope))
    said = {token.lower for sentence in prose.sentences for token in sentence.tokens}
    said.update(token.lower for _, tokens in parts for token in tokens)
    weights, sure = _weighed(parts, said)
    words = event_words()
    if not words.general & set(weights) and words.harmed.isdisjoint(said):
        weights = {kind: w for kind, w in weights.items() if kind not in words.armed - sure}
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
    closer = narrower(first)
    least = {k: weights[first] * (_NARROWER if k in sure else _BARELY) for k in closer}
    narrow = (k for k in ranked if k in closer and weights[k] >= least[k])
    return next(narrow, first)


def _weighed(parts: Sequence[_Part], said: Set[str]) -> tuple[dict[str, float], set[str]]:
    """Return the weight of each kind, and the kinds told by more than the name of a weapon."""
    weights: dict[str, float] = defaultdict(float)
    sure: set[str] = set()
    for factor, tokens in parts:
        for kind, weight in (*_named(tokens), *_worded(tokens, said)):
            weights[kind] += factor * weight
            sure.update([kind] if weight > _WEAK else [])
    return dict(weights), sure


def _parts(prose: Prose, scope: Scopes | None) -> Iterator[_Part]:
    """Yield the sentences of the incident with what their words count, the headline's first.

    The headline is the page's own where the text does not open with one.
    """
    told = any(prose.block_kind(sentence.start) == "title" for sentence in prose.sentences)
    if not told and prose.document.title:
        yield _TITLE, tokenize(headline(prose.document.title))
    for index, sentence in enumerate(prose.sentences):
        if scope is not None and scope.at(sentence.start) == "other":
            continue
        title = prose.block_kind(sentence.start) == "title"
        yield _TITLE if title else 2.0 if index < _LEAD else 0.5, sentence.tokens


def _named(tokens: tuple[Token, ...]) -> Iterator[tuple[str, int]]:
    """Yield the kinds that the phrases of a sentence speak for, with their weights."""
    position = 0
    while position < len(tokens):
        phrase, length = match(_phrases(), tokens, position)
        doubt = length and considered(tokens, position, position + length)
        for kind, weight in _kinds_of().get(phrase, ()):
            if weight and not doubt:
                yield kind, weight
        position += max(length, 1)


def _worded(tokens: tuple[Token, ...], said: Set[str]) -> Iterator[tuple[str, int]]:
    """Yield the kinds that several words of a sentence tell together: each once.

    ``said`` are the words of the whole text.
    """
    found: set[str] = set()
    for at, token in enumerate(tokens):
        for kind, one in _patterns().get(token.lower, ()):
            end = pattern_at(one, tokens, at, _GAP) if kind not in found else 0
            if end and not considered(tokens, at, end):
                found.add(kind)
    for kind in sorted(found):
        row = event_words().worded[kind]
        if not row.said or not row.said.isdisjoint(said):
            yield kind, row.weight
