"""The ages of people who are counted: "two men, 18 and 20, were hurt" tells of two, not of 20."""

from dataclasses import replace

from whence.extract.facts.counts.phrases import Counted
from whence.extract.prose import Token

_BESIDE = frozenset({",", "and", "years", "old", "aged", "age", "ages", "both"})
"""What stands beside the numbers in ", 18 and 20,"."""
_REFUSED = 4
"""Tokens of ", not five,"."""
_FEWEST = 3
"""Tokens of ", 18," at least."""


def with_ages(tokens: tuple[Token, ...], things: tuple[Counted, ...]) -> tuple[Counted, ...]:
    """Return the counted phrases, the ages behind people taken into theirs and none of their own.

    A phrase goes on to the comma that closes its ages: what stands behind it is said of the people.
    """
    found: list[Counted] = []
    told = 0
    for thing in things:
        end = _end(tokens, thing)
        if end > thing.last:
            told = end
            found.append(replace(thing, last=end))
        elif thing.first >= told:
            found.append(thing)
    return tuple(found)


def _end(tokens: tuple[Token, ...], thing: Counted) -> int:
    """Return where the ages behind people end, with their comma; the end of the phrase without."""
    last = thing.last
    words = [token.lower for token in tokens[last : last + _REFUSED]]
    if words[:2] == [",", "not"] and words[-1:] == [","] and thing.kind == "person":
        return last + len(words)  # "four people, not five, were shot"
    if thing.kind != "person" or last >= len(tokens) or tokens[last].text != ",":
        return last
    end = last
    while end < len(tokens) and (tokens[end].text.isdigit() or tokens[end].lower in _BESIDE):
        end += 1
    while end > last and tokens[end - 1].text != ",":
        end -= 1
    told = any(token.text.isdigit() for token in tokens[last:end])
    return end if told and end - last >= _FEWEST else last
