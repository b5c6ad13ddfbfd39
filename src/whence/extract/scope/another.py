"""Sentences that open another case: "the third shooting in days", "investigating also a crash"."""

from whence.extract.events import event_words
from whence.extract.prose import Token

_LOOKING = frozenset({"investigating", "investigated", "responded", "responding", "probing"})
_NEAR = 2
"""Tokens between "also" and "investigating", on either side of it."""
_REACH = 12
"""Tokens behind "also investigating" within which the other event is named."""
_PHRASE = 5
"""Tokens of "a motor vehicle crash" and of "the Monday afternoon shooting"."""
_COUNTED = frozenset({"this", "it", "that"})
_ORDINALS = frozenset(
    {"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}
)
_SAME = frozenset({"second", "possible", "potential", "scene", "scenes", "motive"})
_BE = frozenset({"is", "was", "marks", "marked", "'s", "’s", "became"})
_STRETCH = frozenset(
    {"days", "weeks", "months", "hours", "week", "month", "day", "year", "weekend"}
)
_BACK = frozenset({"he", "she", "they", "his", "her", "their"})


def opens_another(tokens: tuple[Token, ...]) -> bool:
    """Tell whether a sentence takes the reader to other events than the one told of so far."""
    words = [token.lower for token in tokens]
    return _in_a_row(words) or _also(words)


def goes_on(tokens: tuple[Token, ...]) -> bool:
    """Tell whether a paragraph opens with words for somebody told of right before it."""
    return bool(tokens) and tokens[0].lower in _BACK


def _in_a_row(words: list[str]) -> bool:
    """Read "This is the third shooting in Harrow in two days": what follows tells of the others."""
    if words[:1] and words[0] not in _COUNTED:
        return False
    if words[1:2] and words[1] not in _BE:
        return False
    if len(words) < _PHRASE or words[2] != "the" or not _ordinal(words[3]):
        return False
    event = next((at for at in range(4, min(len(words), 4 + _PHRASE)) if _event(words[at])), None)
    after = words[event + 1 : event + 1 + _REACH] if event is not None else []
    return "in" in after and bool(_STRETCH & set(after))


def _ordinal(word: str) -> bool:
    return word in _ORDINALS or (word[0].isdigit() and word.endswith(("nd", "rd", "th")))


def _event(word: str) -> bool:
    return word in event_words().incident_nouns or word.removesuffix("s") in {
        "homicide",
        "stabbing",
    }


def _also(words: list[str]) -> bool:
    """Read "also investigating a crash" and "investigating also the shooting of a boy"."""
    for at, word in enumerate(words):
        if word not in _LOOKING or "also" not in words[max(0, at - _NEAR) : at + _NEAR]:
            continue
        for event in range(at + 1, min(len(words), at + 1 + _REACH)):
            if words[event] in {",", ";", "where", "whether", "who", "that"}:
                break
            if not _event(words[event]):
                continue
            before = set(words[max(at + 1, event - _PHRASE) : event])
            if before & _SAME or set(words[event + 1 : event + 2]) & _SAME:
                break  # "also investigating a second shooting scene"
            if before & {"a", "an"} or words[event + 1 : event + 3] in (["of", "a"], ["of", "an"]):
                return True
    return False
