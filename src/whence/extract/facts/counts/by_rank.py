"""The dead counted by the rank of the last: "an eighth person has died"."""

from whence.extract.facts.counts.binding import Bound
from whence.extract.facts.counts.phrases import Counted
from whence.extract.facts.language.predicates import Predicate
from whence.extract.facts.language.quantities import exact
from whence.extract.facts.victims.described import rank_of
from whence.extract.facts.words import verb_words
from whence.extract.lexicon import closed
from whence.extract.prose import Token

_ARTICLES = frozenset({"a", "an"})
_ANYBODY = frozenset({"person", "victim", "individual", "patient"})
"""Nouns that rank among all the dead: "a second woman" may follow two men."""
_REACH = 12
"""Tokens from the rank to "has died"."""
_ASIDE = frozenset({"now", "also", "since", "sadly", "reportedly"})
_FIRST = 2
"""The least rank that counts: there is nothing to count of a first."""


def by_rank(tokens: tuple[Token, ...]) -> tuple[Bound, ...]:
    """Return how many are dead once an eighth "has died": eight.

    Only the perfect and the headline's present tell the news of a toll: that "a second man died" in
    a street may mean that the first of the two lived.
    """
    found = [_dead(tokens, at) for at in range(len(tokens) - 3)]
    return tuple(one for one in found if one is not None)


def _dead(tokens: tuple[Token, ...], at: int) -> Bound | None:
    rank = rank_of(tokens[at + 1].lower) if tokens[at].lower in _ARTICLES else 0
    if rank < _FIRST or tokens[at + 2].lower not in _ANYBODY:
        return None
    for index in range(at + 3, min(len(tokens), at + _REACH)):
        word = tokens[index].lower
        last = _died(tokens, index)
        if last:
            thing = Counted(at, at + 3, exact(rank), "person", "people", "words")
            return Bound(
                "killed", thing, Predicate("killed", index, last, "state", index), at, last
            )
        if word in verb_words() | closed("conjunctions") or word in {";", ":"}:
            return None
    return None


def _died(tokens: tuple[Token, ...], index: int) -> int:
    """Return where "has died", "has now died" or "dies" ends, 0 where it does not stand there."""
    word = tokens[index].lower
    if word == "dies":
        return index + 1
    after = index + 1
    while word == "has" and after < len(tokens) and tokens[after].lower in _ASIDE:
        after += 1
    died = word == "has" and after < len(tokens) and tokens[after].lower == "died"
    return after + 1 if died else 0
