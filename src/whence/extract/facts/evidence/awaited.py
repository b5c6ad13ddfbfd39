"""Evidence that is still awaited: results that are due, a laboratory that has yet to report."""

from functools import cache

from whence.extract.facts.build import Draft
from whence.extract.facts.evidence.words import evidence_words
from whence.extract.lexicon import closed
from whence.extract.matching import Phrases, match, phrases
from whence.extract.prose import Prose, Sentence, Token

_NOUN = 7
"""Tokens of the phrase that names what is awaited."""
_DUE = 8
"""Tokens between "results" and "expected"."""
_BE = frozenset({"is", "are", "was", "were", "be", "been", "still"})
_ARTICLES = frozenset({"the", "a", "an", "our", "its", "their", "his", "her"})

Tokens = tuple[Token, ...]
Place = tuple[int, int, int, int]
"""First and last token of the words, then of the thing awaited."""


@cache
def _awaiting() -> Phrases:
    return phrases(evidence_words().awaiting)


def awaited(prose: Prose) -> tuple[Draft, ...]:
    """Return the evidence that the text says is awaited. Votes and exams have results as well."""
    drafts: list[Draft] = []
    before: frozenset[str] = frozenset()
    for sentence in prose.sentences:
        words = frozenset(token.lower for token in sentence.tokens)
        if not words & evidence_words().ballots:
            inquired = bool((words | before) & evidence_words().inquiries)
            drafts.extend(_sentence(prose, sentence, inquired))
        before = words
    return tuple(drafts)


def _sentence(prose: Prose, sentence: Sentence, inquired: bool) -> list[Draft]:
    """Return what one sentence awaits; ``inquired``: here or just before, something is examined."""
    tokens = sentence.tokens
    found: list[Draft] = []
    for index in range(len(tokens)):
        place = _waiting(tokens, index)
        if place is None and inquired:
            place = _expected(tokens, index) or _yet_to(tokens, index)
        if place is None:
            continue
        first, last, start, end = place
        words = prose.span(tokens[first].start, tokens[last - 1].end)
        thing = prose.span(tokens[start].start, tokens[end - 1].end)
        value = " ".join(thing.text.split()).casefold()
        found.append(Draft(slot="evidence_awaited", value=value, spans=(words,)))
    return found


def _waiting(tokens: Tokens, index: int) -> Place | None:
    """Read "waiting for laboratory results", "awaiting data from the recorder"."""
    _, length = match(_awaiting(), tokens, index)
    if not length:
        return None
    start = index + length
    if start < len(tokens) and tokens[start].lower in _ARTICLES:
        start += 1
    last = 0
    for position in range(start, min(len(tokens), start + _NOUN)):
        if tokens[position].lower in evidence_words().awaited_things:
            last = position + 1
        elif (
            tokens[position].lower in closed("evidence_ends") - {"and"}
            or not tokens[position].text[0].isalnum()
        ):
            break
    if not last:
        return None
    last = _extended(tokens, last)
    return start, last, start, last


def _extended(tokens: Tokens, last: int) -> int:
    """Return the end of "data from the recorder's maker", "report on the engine"."""
    if last + 1 >= len(tokens) or tokens[last].lower not in {"from", "of", "on"}:
        return last
    if tokens[last + 1].lower in _DAYS or not tokens[last + 1].text[0].isalpha():
        return last
    end = last + 1
    while end < min(len(tokens), last + _NOUN):
        lower = tokens[end].lower
        if lower in closed("evidence_ends") | evidence_words().recovered or not lower[0].isalnum():
            break
        end += 1
    return end if end > last + 1 else last


_DAYS = closed("days") | {"whether"}


def _expected(tokens: Tokens, index: int) -> Place | None:
    """Read "the results of the search are expected on Friday"."""
    if tokens[index].lower not in evidence_words().due or not index:
        return None
    position = index - 1
    while position and tokens[position].lower in _BE:
        position -= 1
    if position == index - 1:
        return None
    end = position + 1
    if index + 1 < len(tokens) and tokens[index + 1].lower in {"back", "in"}:
        return None  # "is due back in court"
    for start in range(position, max(-1, position - _DUE), -1):
        if tokens[start].text in {",", ";", ":", "."} or tokens[start].lower in _BE | {"and"}:
            return None
        if tokens[start].lower in evidence_words().awaited_things:
            first = start
            while first and tokens[first - 1].lower in evidence_words().inquiries:
                first -= 1
            return first, index + 1, first, end
    return None


def _yet_to(tokens: Tokens, index: int) -> Place | None:
    """Read "has yet to report on the engine"."""
    if [token.lower for token in tokens[index : index + 2]] != ["yet", "to"]:
        return None
    verb = index + 2
    if verb >= len(tokens) or tokens[verb].lower not in evidence_words().yet_to:
        return None
    last = _extended(tokens, verb + 1)
    over = closed("evidence_ends") | evidence_words().recovered
    while last < min(len(tokens), verb + _NOUN) and tokens[last].lower not in over:
        last += 1
    return index, last, verb, last
