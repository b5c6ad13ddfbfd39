"""Where a clause begins: what may stand before its subject."""

import re

from whence.extract.facts.words import is_people
from whence.extract.parties.words import lexicon
from whence.extract.suspicion.wording.grammar import clause_starts

_IN_WRITING = re.compile(
    r" (?:in|on|through|by|via) (?:an?|the|its|their|another) (?:[^\s,;:.?!]+ ){0,3}?"
    r"(?:statement|communiqu[eé]|message|video|audio|recording|broadcast|posting|post|letter|leaflet"
    r"|call|e-?mail|fax|tape|cassette|channel|website)"
    r" (?:[^\s,;:.?!⟦]+ ){0,6}?(?:the )?$"
)
"""How a sentence opens in which a group speaks: "In a statement on its website X denied it"."""
_TOLD = re.compile(r" (?:told|tells|telling|assured|informed) ⟦\d+⟧ $")
_ATTRIBUTE = re.compile(
    r"(?:[⟦⟨]\d+[⟧⟩]\S*|the|an?|its|his|her|their|former|ex-\S+|late|alleged|suspected|chief|senior"
    r"|then|local|top|fellow|\S+-\S+|[a-z]+(?:ist|ic|al|ian|ary)|drug|cartel|rebel|opposition|gang"
    r"|militia|army|police|party|crime|prime|foreign|interior|defen[cs]e|vice|deputy|military"
    r"|breakaway|exiled|jailed|fugitive)$"
)
"""What may stand between the beginning of a clause and a noun for an office or a trade."""


_AGE = re.compile(r"(?<= )\d+(?: ?- ?| )years?[- ]old $")
"""An age right before a name."""


def begins_clause(before: str) -> bool:
    """Tell whether a clause's subject may stand after these words of a line."""
    before = _AGE.sub("", before)
    words = before.split()
    if _TOLD.search(before) or _IN_WRITING.match(before):
        return True
    if not words or words[-1] in clause_starts() or words[-1].endswith("ly"):
        return True
    after_article = words[-2:-1] in (["the"], ["a"], ["an"])
    if words[-1] in lexicon()["qualifying"] and after_article:  # "the exiled X"
        return begins_clause(_joined(words[:-2]))
    article = after_article and is_people(words[-1])  # "the banker X"
    return (article or words[-1] in lexicon()["roles"]) and begins_clause(_before_role(before))


def _before_role(before: str) -> str:
    """Return what stands before an office that precedes a name: "that the ⟦1⟧ cartel boss"."""
    words = before.split()[:-1]
    while words and _ATTRIBUTE.match(words[-1]):
        words.pop()
    return _joined(words)


def _joined(words: list[str]) -> str:
    return "".join(f" {word}" for word in words) + " "
