"""Noun phrases that can speak: what they look like and where they end."""

import re
from functools import lru_cache

from whence.extract.lexicon import closed, words
from whence.extract.prose import Token
from whence.extract.rules.units import QUOTE
from whence.extract.rules.vocabulary import cue_at

Tokens = tuple[Token, ...]
LONGEST = 40
"""Tokens: a phrase longer than this is a sentence that was misread."""
_PARTY_LABEL = re.compile(r"[A-Z]-[A-Z][\w.]*")
"""What stands behind the name of a legislator: "Jane Doe, D-Conn., said"."""
_SUBJECTS = frozenset({"i", "we", "he", "she", "they"})
_WITH_PRONOUNS = frozenset({"both", "all", "each", "also", "themselves", "himself", "herself"})
_CLOSING = frozenset({'"', "”"})
_STOPS = frozenset({",", ";", ":", "—", "–", "--", "(", ")", QUOTE, ".", "?", "!"})


def capital(token: Token) -> bool:
    """Tell whether a token begins with a capital letter, an article as in "al-X" left aside."""
    return any(part[:1].isupper() for part in token.text.split("-")[:2])


def shouting(text: str) -> bool:
    """Tell whether a text is written in capitals, as old wire copy is."""
    return _capitals(text[:4000])


@lru_cache(maxsize=8)
def _capitals(text: str) -> bool:
    """Remember the last few texts: every source of a text asks."""
    letters = re.findall(r"[^\W\d_]", text)
    capitals = sum(letter.isupper() for letter in letters)
    return len(letters) > 40 and capitals > 0.8 * len(letters)


def naming(tokens: Tokens, last: int) -> int:
    """Return where "called" begins in a group called "X", given where "X" ends, or 0."""
    first = last
    if tokens[last].lower in _CLOSING:
        opening = (at for at in range(last - 1, max(0, last - 12), -1) if _opens(tokens[at]))
        first = next(opening, 0)
    elif tokens[last].lower != QUOTE:
        return 0
    for start in (first - 1, first - 2, first - 3):
        said = " ".join(token.lower for token in tokens[max(0, start) : first])
        if start > 0 and said in closed("naming"):
            return start
    return 0


def name_end(tokens: Tokens, first: int) -> int:
    """Return where a name in quotation marks that begins at ``first`` ends, or ``first``."""
    if first < len(tokens) and tokens[first].lower == QUOTE:
        return first + 1
    if first >= len(tokens) or not _opens(tokens[first]):
        return first
    within = range(first + 1, min(len(tokens), first + 12))
    return next((at + 1 for at in within if tokens[at].lower in _CLOSING), first)


def _opens(token: Token) -> bool:
    return token.lower in {'"', "“"}


def verb_like(token: Token) -> bool:
    """Tell whether a word is a finite verb by its form: auxiliary, common verb, or -ed."""
    if token.lower in closed("verbs_common") | closed("auxiliaries"):
        return True
    past = token.lower.endswith("ed") and "-" not in token.lower and not capital(token)
    return past and token.lower not in closed("participial_adjectives")


def head_of(tokens: Tokens) -> Tokens:
    """Return a phrase up to its first preposition, past "some of", "members of" and the like."""
    for index in range(1, len(tokens)):
        low = tokens[index].lower
        if low in closed("attaching") and not (
            low == "of" and tokens[index - 1].lower in closed("partitive")
        ):
            return tokens[:index]
    return tokens


def speaks(tokens: Tokens, shouting: bool) -> bool:
    """Tell whether a noun phrase can speak: a name, a pronoun, a role, a body or a document.

    ``shouting`` is True for texts in capitals alone, where capitals tell nothing.
    """
    if not tokens or len(tokens) > LONGEST:
        return False
    if len(tokens) == 1 and tokens[0].lower in words("pronouns"):
        return True
    if any(token.lower in words("pronouns") - {"it"} for token in tokens[1:]):
        return False
    if tokens[0].lower in _SUBJECTS and not {t.lower for t in tokens[1:]} <= _WITH_PRONOUNS:
        return False  # "I condemn in the strongest": a clause, no phrase
    if tokens[-1].lower in closed("prepositions"):
        return False
    tokens = head_of(tokens)
    lowers = {token.lower for token in tokens}
    speakers = words("persons") | words("bodies") | words("documents") | words("media")
    if lowers & speakers or any(part in speakers for low in lowers for part in low.split("-")):
        return True
    if shouting:
        return bool(lowers & words("titles")) or len(tokens) <= 3
    named = [token for token in tokens if capital(token) and token.lower not in closed("not_names")]
    return bool(named) and any(token.text[0].isalpha() for token in named)


def after(tokens: Tokens, index: int, limit: int | None = None) -> tuple[int, int] | None:
    """Return the noun phrase [start, end) that begins at ``tokens[index]``, going right."""
    stop = len(tokens) if limit is None else limit
    position = index
    while position < stop:
        low = tokens[position].lower
        if low in _STOPS or (position > index and low in closed("clause_starts")):
            break
        if position > index and low in {"and", "or"} and cue_at(tokens, position + 1):
            break
        position += 1
    return (index, position) if position > index else None


def is_apposition(tokens: Tokens, start: int) -> bool:
    """Tell whether a lower-case role or relative clause begins here: "president of X", "who"."""
    first = tokens[start]
    if _PARTY_LABEL.fullmatch(first.text):
        return True
    return not capital(first) and (
        first.lower in closed("appositive_starters") or first.lower in words("persons")
    )


def apposed(tokens: Tokens, end: int) -> int:
    """Return the end of the apposition that follows a name ending at ``end``, or ``end``."""
    if end + 1 >= len(tokens) or tokens[end].lower != "," or not is_apposition(tokens, end + 1):
        return end
    for index in range(end + 1, min(len(tokens), end + 16)):
        if tokens[index].lower in {",", ".", ";", QUOTE, "—", "–"}:
            return index
    return end
