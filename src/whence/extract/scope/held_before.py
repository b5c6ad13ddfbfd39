"""Arrests made before the incident, which are for something else."""

from itertools import pairwise

from whence.extract.events import event_words
from whence.extract.prose import Sentence
from whence.model.iso import earlier
from whence.model.reading import Mention

_FRONT = 4
"""Tokens at the start of a sentence within which the time of an arrest is told: "In August,"."""
_NEAR = 6
"""Tokens behind that time within which the arrest is told: "police held nine men"."""
_BACK = frozenset({"the", "this", "that"})


def held_before(sentence: Sentence, dates: tuple[Mention, ...], own: str) -> bool:
    """Tell whether a sentence opens with an arrest that was made before the incident.

    "In August police held nine men accused of preparing to" is of no attack in September. A
    sentence that goes on to the incident itself ("held before the attack") stays with it.
    """
    tokens = sentence.tokens
    if not own or len(tokens) <= _FRONT:
        return False
    first = next((one for one in dates if one.span.start <= tokens[_FRONT].start), None)
    if first is None or "T" in first.value or earlier(first.value, own) is not True:
        return False
    behind = [token.lower for token in tokens if token.start >= first.span.end][: _NEAR + 1]
    if event_words().caught.isdisjoint(behind):
        return False
    lower = [token.lower for token in tokens]
    return not any(
        word in _BACK and after in event_words().incident_nouns for word, after in pairwise(lower)
    )
