"""The dead counted by the rank of the last: "an eighth person has died"."""

from whence.extract.facts.counts.binding import Bound
from whence.extract.facts.counts.phrases import Counted
from whence.extract.facts.language.predicates import Predicate
from whence.extract.facts.language.quantities import exact
from whence.extract.facts.victims.described import rank_of
from whence.extract.facts.victims.words import victim_words
from whence.extract.facts.words import casualties, verb_words
from whence.extract.lexicon import closed
from whence.extract.prose import Token

_ARTICLES = frozenset({"a", "an"})
_ANYBODY = frozenset({"person", "victim", "individual", "patient"})
"""Nouns that rank among all the dead: "a second woman" may follow two men."""
_REACH = 12
"""Tokens from the rank to "has died"."""
_ASIDE = frozenset({"now", "also", "since", "sadly", "reportedly"})
_MODIFIERS = 2
"""Words before the noun that say of what body one is: "a second border guard"."""
_MANY = 4
"""The rank from which "died" alone counts the dead: nobody ranks so many who live."""
_DAY = 4
"""Tokens of "late on Friday" behind "died"."""
_FIRST = 2
"""The least rank that counts: there is nothing to count of a first."""


def by_rank(tokens: tuple[Token, ...]) -> tuple[Bound, ...]:
    """Return how many are dead once an eighth "has died": eight.

    Only the perfect and the headline's present tell the news of a toll: that "a second man died" in
    a street may mean that the first of the two lived. Of a fourth victim the past tells it as well.
    """
    found = [_dead(tokens, at) for at in range(len(tokens) - 3)]
    return tuple(one for one in found if one is not None)


def _dead(tokens: tuple[Token, ...], at: int) -> Bound | None:
    article = tokens[at].lower
    rank = rank_of(tokens[at + 1].lower) if article in _ARTICLES | {"the"} else 0
    if rank < _FIRST:
        return None
    who = _ranked(tokens, at + 2)
    if who is None:
        return None
    end, unit = who
    for index in range(end, min(len(tokens), end + _REACH)):
        word = tokens[index].lower
        last = _after_others(tokens, index) if article == "the" else _died(tokens, index)
        if not last and article != "the" and unit == "people" and word == "died":
            last = index + 1 if rank >= _MANY or _days_after(tokens, end, index) else 0
        if last:
            thing = Counted(at, end, exact(rank), "person", unit, "words")
            return Bound(
                "killed", thing, Predicate("killed", index, last, "state", index), at, last
            )
        if word in verb_words() | closed("conjunctions") or word in {";", ":"}:
            return None
    return None


def _ranked(tokens: tuple[Token, ...], at: int) -> tuple[int, str] | None:
    """Return where the noun behind a rank ends, and what is counted; None where it ranks nobody.

    "A second police officer" ranks among the police alone.
    """
    for end in range(at + 1, min(len(tokens), at + 1 + _MODIFIERS) + 1):
        noun = tokens[end - 1]
        if noun.lower in _ANYBODY:
            return end, "people"
        for name, nouns in casualties().categories.items():
            if noun.lower in nouns:
                return end, name
        if not noun.text.islower() or noun.lower in verb_words() | closed("prepositions"):
            return None
    return None


def _after_others(tokens: tuple[Token, ...], index: int) -> int:
    """Return where "died of his wounds a week after the others" has "died" end, 0 elsewhere."""
    if tokens[index].lower != "died":
        return 0
    words = [token.lower for token in tokens[index : index + _REACH]]
    behind = any(words[at : at + 2] == ["the", "others"] for at in range(len(words)))
    return index + 1 if behind and "after" in words else 0


def _days_after(tokens: tuple[Token, ...], end: int, index: int) -> bool:
    """Tell whether a victim of the event is told to have died on a day of his own.

    "A second victim of the blast, a cook, died on Friday": who names the event and then the day
    tells what became of it since.
    """
    day = {token.lower for token in tokens[index + 1 : index + 1 + _DAY]}
    return tokens[end].lower == "of" and bool(day & victim_words().days)


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
