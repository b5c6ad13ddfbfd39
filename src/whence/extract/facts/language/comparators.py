"""What stands before a number and what it makes of it: "at least six", "close to 40"."""

from functools import cache

from whence.extract.facts.language.quantities import Number, compared, number
from whence.extract.facts.words import numbers
from whence.extract.matching import Phrases, match, phrases
from whence.extract.prose import Token


@cache
def _comparators() -> Phrases:
    return phrases(numbers().comparators)


def compared_at(tokens: tuple[Token, ...], index: int) -> Number | None:
    """Read a number behind words that would be one themselves: "a total of", "no fewer than"."""
    _, length = match(_comparators(), tokens, index)
    after = index + length
    if length < len(("a", "total")) or after >= len(tokens):
        return None
    found = number(tokens, after)
    return found if found is not None and found.form in {"digits", "words", "vague"} else None


def with_comparator(tokens: tuple[Token, ...], found: Number) -> Number:
    """Return the number with the words before it that say "at least", "up to", "about"."""
    if found.form in {"none", "ordinal", "article"}:
        return found
    if [token.lower for token in tokens[found.last : found.last + 2]] == ["or", "more"]:
        least = found.quantity.best  # "five or more"
        known = compared(least, "at_least") if least is not None else found.quantity
        found = Number(found.first, found.at, found.last + 2, known, found.form)
    if found.at and tokens[found.at - 1].lower == "between" and found.quantity.best is None:
        return Number(found.at - 1, found.at, found.last, found.quantity, found.form)
    table = _comparators()
    for length in (4, 3, 2, 1):
        start = found.at - length
        if start < 0:
            continue
        phrase, used = match(table, tokens, start)
        if used == length:
            comparator = numbers().comparators[phrase]
            best = found.quantity.best
            if comparator == "exact" or best is None:
                quantity = found.quantity
            else:
                quantity = compared(best, comparator)
            return Number(start, found.at, found.last, quantity, found.form)
    return found
