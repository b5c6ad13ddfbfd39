"""Towns that words tell: "the port city of X", "the Iraqi capital"."""

import re
from itertools import pairwise

from whence.extract.place.gazetteer import capital_of, demonyms, lookup
from whence.extract.place.located import Located
from whence.extract.place.regions import outer
from whence.extract.place.spelling import fold
from whence.extract.place.words import (
    bare,
    is_capital,
    is_possessive,
    is_word,
    straight,
    words,
)
from whence.extract.prose import Prose, Token
from whence.extract.time.words import words as time_words

_ARTICLE = re.compile(r"[ae][a-z]{1,2}-[A-Z]")
"""An Arabic name's part with its article ("al-Harra", "ez-Zor")."""


def called_towns(prose: Prose, index: int, loud: bool) -> list[Located]:
    """Return the names in "the port city of X" that no gazetteer has: the text says what they are.

    No country is given to them: none is known. Where capitals tell nothing a name is one word.
    """
    tokens = prose.sentences[index].tokens
    found: list[Located] = []
    for at in range(len(tokens) - 2):
        if tokens[at].lower not in words().settlements or tokens[at + 1].lower != "of":
            continue
        first = last = at + 2
        while last < len(tokens) and (_goes_on(tokens[last]) or _is_inner(tokens, first, last)):
            last += 1
            if loud:
                break
        name = " ".join(bare(token) for token in tokens[first:last])
        stated = last > first and outer(prose.text, tokens[last - 1].end) is not None
        if last > first and not lookup(name) and not stated:
            span = prose.span(tokens[first].start, tokens[last - 1].end)
            found.append(Located(span, span, name, None, "told"))
    return found


def _is_inner(tokens: tuple[Token, ...], first: int, at: int) -> bool:
    """Tell whether a small word within a name stands between two with a capital: "Trou du Nord"."""
    inner = first < at < len(tokens) - 1 and tokens[at].text in words().inner
    return inner and tokens[at].text not in {"and", "of", "the"} and _goes_on(tokens[at + 1])


def _goes_on(token: Token) -> bool:
    """Tell whether a word may belong to the name of a town that no gazetteer has."""
    word = straight(token)
    ends = word in words().forces or word in time_words().weekdays or word in time_words().months
    arabic = _ARTICLE.match(token.text) is not None
    return arabic or (is_capital(token) and is_word(bare(token)) and not ends)


def capitals(prose: Prose, index: int) -> list[Located]:
    """Read "the Iraqi capital" and "France's capital" as the city that is meant."""
    tokens = prose.sentences[index].tokens
    found: list[Located] = []
    for token, after in pairwise(tokens):
        code = _state(token) if bare(after).casefold() == "capital" else None
        place = capital_of(code) if code else None
        if place is not None:
            span = prose.span(token.start, after.start + len(bare(after)))
            found.append(Located(span, span, place.name, place, "located", namesake="stated"))
    return found


def _state(token: Token) -> str | None:
    name = fold(bare(token))
    if name in demonyms():
        return demonyms()[name]
    if is_possessive(token):
        return next((p.country for p in lookup(name)[:1] if p.kind == "country"), None)
    return None
