"""Sentences that open another case: "police are also investigating a crash"."""

from itertools import pairwise

from whence.extract.events import event_words
from whence.extract.matching import tokens_after
from whence.extract.prose import Sentence, Token
from whence.extract.time.words import words as time_words
from whence.model.reading import Mention

_LOOKING = frozenset({"investigating", "investigated", "responded", "responding", "probing"})
_NEAR = 2
"""Tokens between "also" and "investigating", on either side of it."""
_REACH = 12
"""Tokens behind "also investigating" within which the other event is named."""
_PHRASE = 5
"""Tokens of "a motor vehicle crash" and of "the Monday afternoon shooting"."""
_SAME = frozenset({"second", "possible", "potential", "scene", "scenes", "motive"})
_AS_WELL = (("as", "well", "as"), ("in", "addition", "to"), ("along", "with"))
_STRETCHES = frozenset(
    {"day", "night", "evening", "afternoon", "morning", "hour", "weekend", "week"}
)
_INSIDE = frozenset({"in", "at", "near", "outside"})
_LONG = 60
"""Tokens of a sentence that are read for what happened elsewhere."""
_OPENING = 3
"""Tokens at the start of a sentence within which "the same day" opens it."""
_LENGTHS = frozenset({"km", "kilometers", "kilometres", "miles"})
_FAR = 100
"""The distance, in any of these, from which on it is another place."""
_OFF = 4
"""Tokens of "to the west of" behind a distance."""
_BEHIND = 4
"""Tokens behind "same" within which the other place stands: "the same day, in Harrow"."""
_NOUN = 3
"""Tokens of "a car bomb" behind the article."""
_AWAY = 8
"""Tokens of "in Harrow, 40 km away"."""
_EXISTS = frozenset(
    {"is", "was", "were", "are", "has", "have", "had", "will", "would", "can", "could", "may",
     "might", "must", "should", "seems", "seemed", "remains", "remained", "came", "comes"}
)  # fmt: skip
"""What stands behind a "there" that is of no place."""
_NEW = frozenset({"a", "an", "another"})
_DAY = len("2024-05-01")
_DOERS = frozenset(
    ("group", "gang", "militia", "faction", "unit", "cell", "network", "fighters", "rebels")
)
_BACK = frozenset({"he", "she", "they", "his", "her", "their"})


def opens_another(tokens: tuple[Token, ...]) -> bool:
    """Tell whether a sentence says what police also look into: "also investigating a crash".

    "It was the third attack in a week" does not: more is told of that one behind it as a rule.
    """
    return _also([token.lower for token in tokens])


def goes_on(tokens: tuple[Token, ...]) -> bool:
    """Tell whether a paragraph opens with words for somebody told of right before it."""
    return bool(tokens) and tokens[0].lower in _BACK


def joins_another(before: tuple[Token, ...]) -> bool:
    """Tell whether a second event stands before a date, which then is that one's own.

    "Held for the shooting as well as a reported robbery from May 3".
    """
    words = [token.lower for token in before]
    for at in range(len(words) - 1, 0, -1):
        opening = next((p for p in _AS_WELL if words[at : at + len(p)] == list(p)), ())
        behind = words[at + len(opening) :]
        if opening and behind[:1] and behind[0] in _NEW and any(_event(one) for one in behind):
            return any(_event(one) for one in words[:at])
    return False


def of_another(sentence: Sentence, mention: Mention, index: int) -> bool:
    """Tell whether the date of a sentence is of what others did, or the same ones before or after.

    "In May 2024 another gang killed ten", "the same group attacked a depot on 3 May".
    """
    after = [t.lower for t in tokens_after(sentence.tokens, mention.span.end, _NEAR)]
    if len(mention.value) < _DAY and "another" in after:
        return True
    opening = [token.lower for token in sentence.tokens[:_OPENING]]
    return index > 0 and opening[:2] == ["the", "same"] and not _DOERS.isdisjoint(opening)


def elsewhere(tokens: tuple[Token, ...], lead: frozenset[str]) -> bool:
    """Tell whether a sentence tells what happened in another place, on the same day or far off."""
    return _same_day_elsewhere(tokens, lead) or _far_away(tokens, lead) or _beside(tokens, lead)


def there(tokens: tuple[Token, ...]) -> bool:
    """Tell whether a sentence goes on about the place that the one before told of: "There ..."."""
    words = [token.lower for token in tokens[:2]]
    return words[:1] == ["there"] and words[1:] != [","] and not _EXISTS.intersection(words[1:])


def _beside(tokens: tuple[Token, ...], lead: frozenset[str]) -> bool:
    """Tell whether a sentence brings in a deed elsewhere: "a mine also went off in Harrow".

    So it does where it opens with a place a way off: "in Harrow, 40 km away, three were shot in an
    ambush", though a dateline names Harrow.
    """
    words = [token.lower for token in tokens[:_LONG]]
    known = event_words()
    if not (known.incident_nouns | known.deeds) & set(words) or known.reacting & set(words):
        return False
    opens = words[:1] == ["in"] and any(
        unit in _LENGTHS and number.isdigit() and words[at + 2 : at + 3] == ["away"]
        for at, (number, unit) in enumerate(pairwise(words[:_AWAY]))
    )
    if opens:
        return _indefinite(words)
    also = words.index("also") if "also" in words else 0
    if not _indefinite(words[:also]) or not known.saying.isdisjoint(words[also + 1 : also + 2]):
        return False
    return any(_new_place(tokens, at, lead) for at in range(also + 1, len(words)))


def _same_day_elsewhere(tokens: tuple[Token, ...], lead: frozenset[str]) -> bool:
    """Tell whether a sentence tells what happened elsewhere on the incident's own day.

    "On the same day, in Harrow, four people were killed", "a drone hit a depot at Harrow the same
    afternoon", where the first sentences (``lead``) do not name Harrow.
    """
    words = [token.lower for token in tokens[:_LONG]]
    same = next((at for at, pair in enumerate(pairwise(words))
                 if pair[0] == "same" and pair[1] in _STRETCHES), None)  # fmt: skip
    if same is None or not (event_words().incident_nouns | event_words().deeds) & set(words):
        return False
    if event_words().reacting & set(words):
        return False  # "on the same evening a caller in Harrow claimed the attack"
    new = [at for at in range(1, len(words)) if _new_place(tokens, at, lead)]
    opening = [at for at in new if at == 1 or (same < _OPENING and at - same <= _BEHIND)]
    return bool(opening) or (bool(new) and _indefinite(words))


def _far_away(tokens: tuple[Token, ...], lead: frozenset[str]) -> bool:
    """Tell whether a sentence tells what happened far from the incident.

    "Its camp is 600 km to the west, where it killed 12 herders at Harrow": a distance that is not
    "west of" a town of the incident, and a place that the first sentences do not name.
    """
    words = [token.lower for token in tokens[:_LONG]]
    far = next((at + 2 for at, pair in enumerate(pairwise(words)) if _distance(*pair)), None)
    if far is None or not _off(words[far : far + _OFF]) or event_words().reacting & set(words):
        return False
    first = 1 if words[far] == "away" else far  # "in Harrow, 300 km away"
    return any(_new_place(tokens, at, lead) for at in range(first, len(words)))


def _distance(number: str, unit: str) -> bool:
    return unit in _LENGTHS and number.isdigit() and int(number) >= _FAR


def _off(words: list[str]) -> bool:
    """Tell whether a distance is one from the incident: "away", "to the west", not "west of"."""
    if words[:1] == ["away"]:
        return words[1:2] != ["from"]
    return words[:2] == ["to", "the"] and not {"of", "from"} & set(words[2:])


def _new_place(tokens: tuple[Token, ...], at: int, lead: frozenset[str]) -> bool:
    """Tell whether a place stands there that the first sentences do not name."""
    word = tokens[at]
    dated = word.lower in time_words().weekdays or word.lower in time_words().months
    known = word.lower in lead or dated
    return tokens[at - 1].lower in _INSIDE and word.text[0].isupper() and not known


def _indefinite(words: list[str]) -> bool:
    """Tell whether an event or a weapon is brought in as a new one: "a drone", "another blast"."""
    known = event_words().incident_nouns | event_words().deeds | event_words().doers
    return any(
        word in _NEW and known & set(words[at + 1 : at + 1 + _NOUN])
        for at, word in enumerate(words)
    )


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
