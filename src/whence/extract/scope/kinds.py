"""What kinds of event a text is about, by the words that name a kind for certain.

A text is about what its title and its first sentence name, and what it names again and again. A
first sentence may mislead: pages put together by machines open with an event of another day, which
shares nothing with the title.
"""

from collections import Counter
from dataclasses import dataclass
from functools import cache

from whence.extract.events import event_words
from whence.extract.lexicon import closed
from whence.extract.matching import Phrases, match, phrases
from whence.extract.place.gazetteer import is_land
from whence.extract.possessives import owner
from whence.extract.prose import Prose, Token, tokenize
from whence.extract.scope.considered import considered

_TELLING = 4
"""Weight from which a word names a kind of incident for certain."""


@dataclass(frozen=True)
class Kinds:
    """The kinds that a text is about; ``misled`` when its first sentence is about another."""

    main: frozenset[str]
    misled: bool

    def alien(self, tokens: tuple[Token, ...]) -> bool:
        """Tell whether a sentence names an event of a kind that this text is not about."""
        here = frozenset(named(tokens))
        if not here or here & self.main:
            return False
        lower = " ".join(token.lower for token in tokens)
        return not any(phrase in lower for phrase in event_words().returns)


def kinds_told(prose: Prose) -> Kinds:
    """Return the kinds that title and first sentence name; all where they name none."""
    titled = bool(prose.sentences) and prose.block_kind(prose.sentences[0].start) == "title"
    title = () if titled else tokenize(prose.document.title or "")
    heading = named(title)
    each = [named(sentence.tokens) for sentence in prose.sentences]
    total = sum(each, heading.copy())
    opening = prose.sentences[0].tokens if prose.sentences else ()
    misled = _misled((title, opening), heading, each)
    lead = heading if misled else heading + sum(each[:1], Counter[str]())
    if not lead:
        return Kinds(frozenset(event_words().kinds), False)
    most = max(total.values())
    often = (kind for kind in total if 2 * total[kind] > most and total[kind] > 1)
    return Kinds(frozenset(lead) | frozenset(often), misled)


def _misled(
    told: tuple[tuple[Token, ...], tuple[Token, ...]],
    heading: Counter[str],
    each: list[Counter[str]],
) -> bool:
    """Tell whether the first sentence is about another event than the title, which the rest tells.

    It names another kind, that kind stands alone in it, and no word that tells one event from
    another is in both.
    """
    first, rest = sum(each[:1], Counter[str]()), sum(each[1:], Counter[str]())
    if not first or not heading or first.keys() & heading.keys():
        return False
    if not heading.keys() & rest.keys() or first.keys() & rest.keys():
        return False
    title, opening = told
    return not _telling(title) & _telling(opening)


def _telling(tokens: tuple[Token, ...]) -> frozenset[str]:
    """Return the words by which two sentences may be known to tell of one event."""
    words = (owner(token) for token in tokens)
    return frozenset(word for word in words if is_telling(word) and not is_land(word))


def is_telling(word: str) -> bool:
    """Tell whether a word, casefolded, has a sense of its own: no mark and no function word."""
    return word[0].isalnum() and word not in _function_words()


@cache
def _function_words() -> frozenset[str]:
    classes = ("auxiliaries", "conjunctions", "prepositions", "determiners", "verbs_common")
    return frozenset(word for name in classes for word in closed(name))


@cache
def _phrases() -> tuple[Phrases, dict[str, str]]:
    kinds = {
        word: kind
        for kind, words in event_words().kinds.items()
        for word, weight in words.items()
        if weight >= _TELLING and kind != "assassination"
    }
    return phrases(kinds), kinds


def named(tokens: tuple[Token, ...]) -> Counter[str]:
    """Return the kinds that words name for certain, with how often; not what they deny."""
    table, kinds = _phrases()
    found: Counter[str] = Counter()
    for index in range(len(tokens)):
        phrase, length = match(table, tokens, index)
        if length and not considered(tokens, index, index + length):
            found[kinds[phrase]] += 1
    return found
