"""Whose the words for a suspect are where they tell of his means, his hand or those he sent."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import dropwhile

from whence.extract.lexicon import closed
from whence.extract.parties import Census, Party
from whence.extract.parties.words import lexicon
from whence.extract.prose import Token


def state_with_means(census: Census, index: int, words: Sequence[Token]) -> Party | None:
    """Return the state whose adjective says whose means it were: "two Norran drones"."""
    rest = list(dropwhile(lambda one: one.lower in _counting(), words))
    if not rest or rest[-1].lower not in lexicon()["means"]:
        return None
    first = rest[0].start
    states = (one for one in census.phrases[index] if one.adjective and one.kind == "state")
    return next((replace(one, adjective=False) for one in states if one.start == first), None)


def behind_senders(words: Sequence[Token]) -> Sequence[Token]:
    """Return the words for whom somebody is said to work for: "hackers working for the X"."""
    lower = [one.lower for one in words]
    for told in lexicon()["sent_by"]:
        parts = told.split()
        for at in range(1, len(words) - len(parts)):
            if lower[at : at + len(parts)] == parts:
                rest = words[at + len(parts) :]
                return list(dropwhile(lambda one: one.lower in closed("determiners"), rest))
    return []


def owns_the_deed(census: Census, index: int, end: int) -> bool:
    """Tell whether what an owner has says that he did it: "the Front's hand was in this"."""
    owned = next((word.lower for word in census.words[index] if word.start >= end), "")
    return owned in lexicon()["its_hand"]


def _counting() -> frozenset[str]:
    return closed("determiners") | lexicon()["quantifiers"]
