"""What is said behind a noun of where its bearer belongs: "the mayor of Harrow's port district"."""

from whence.extract.facts.words import is_people, verb_words
from whence.extract.lexicon import closed
from whence.extract.possessives import owns
from whence.extract.prose import Token

_LONGEST = 8
"""Tokens of "of Harrow province's northern district"."""
_ENDS = frozenset({",", "and", "&"})


def beyond(tokens: tuple[Token, ...], first: int, last: int) -> tuple[Token, ...]:
    """Return the tokens [first, last) without the place with which they start.

    "Of Harrow, his driver" leaves the comma alone: the mayor of Harrow and his driver stand side by
    side. "Of two clerks" and "of Harrow who" are no such place, nor is "of Harrow boy" one.
    """
    if first >= last or tokens[first].lower != "of":
        return tokens[first:last]
    end = first + 1
    while end < last and tokens[end].lower not in _ENDS:
        end += 1
    inside = tokens[first + 1 : end]
    named = any(token.text[:1].isupper() for token in inside)
    fits = 0 < len(inside) <= _LONGEST and all(map(_of_place, inside))
    return tokens[end:last] if named and fits and end < last else tokens[first:last]


def _of_place(token: Token) -> bool:
    """Tell whether a word may stand in the name of a place or office, or go on behind one."""
    word = token.lower
    grammar = closed("prepositions") | closed("conjunctions") | closed("relative_pronouns")
    if not word[0].isalpha() or word in grammar - {"the"} or word in verb_words():
        return False
    return owns(token) or token.text[0].isupper() or not is_people(word)
