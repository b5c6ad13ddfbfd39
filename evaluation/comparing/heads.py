"""The head of a noun phrase or trigger, told without a parser.

A rough rule that needs no model, so that both sides of a comparison are cut alike: the last word
before whatever follows a head in English (a preposition, a relative word, a comma, a bracket).
It takes ``brigade`` from "the Saffron brigade of the north" and ``men`` from "men who fled".
"""

import re

_WORD = re.compile(r"[\w’'.-]*\w|[,;:()\[\]]")
_ENDS = re.compile(
    r"^(?:[,;:()\[\]]|of|in|on|at|by|from|for|with|without|to|near|inside|outside|under|over"
    r"|against|between|among|during|after|before|around|about|into|onto|off|up|down|out|along"
    r"|who|whom|whose|which|that|where|when|and|or|belonging|carrying|wearing|including)$",
    re.IGNORECASE,
)
_OPENS = re.compile(r"^(?:an?|the|this|that|these|those|all|some|any|about|around|over)$", re.I)


def head(phrase: str) -> str:
    """Return the head word of a phrase in lower case; "" for a phrase without a word."""
    words = _WORD.findall(phrase)
    while len(words) > 1 and _OPENS.match(words[0]):
        words = words[1:]
    kept: list[str] = []
    for word in words:
        if kept and _ENDS.match(word):
            break
        kept.append(word)
    named = [word for word in kept if word[-1].isalnum()]
    return named[-1].casefold() if named else ""


def head_range(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the head of ``text[start:end]`` stands; the whole range where none is found."""
    word = head(text[start:end])
    found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text[start:end], re.I) if word else None
    return (start + found.start(), start + found.end()) if found else (start, end)
