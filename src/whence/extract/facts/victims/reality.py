"""Whether what a predicate of harm says is told to have happened to anybody at all."""

from itertools import pairwise

from whence.extract.facts.language.counterfactual import unreal
from whence.extract.facts.victims.roles import passive
from whence.extract.facts.victims.words import is_person, victim_words
from whence.extract.prose import Token

_UNREAL = 4
"""Tokens before a predicate within which "could", "tried", "not" make it unreal."""
_SUBJECT = 12
"""Tokens of a subject that "neither" opens."""
_STRIKER = 3
"""Tokens before "struck" within which a bullet makes it a wound."""
_PRESENT = frozenset({"is", "are", "gets", "get"})
_WOUNDS = frozenset({"gunshot", "wound", "wounds", "bullet"})


_TARGET = 2
"""Words after "shot at" within which the noun for the target stands."""
_SHOT = 20
"""Tokens before "hitting" within which the shot is told that hits."""
_THROUGH = 4
"""Tokens of "through the upper body"."""
_ARTICLES = frozenset({"a", "an", "the", "his", "her", "their", "another"})
_VEHICLES = frozenset({"car", "truck", "vehicle", "van", "suv", "helicopter", "bus"})
_HELD = frozenset({"reported", "confirmed", "known", "said", "believed", "thought", "understood"})
"""Participles before "to have been" that tell it as it happened, or is thought to have."""
_NOBODY = frozenset({"neither", "nobody", "no-one", "none"})


def is_unreal(tokens: tuple[Token, ...], first: int) -> bool:
    """Tell whether the predicate is not told to have happened ("could have", "tried to", "not")."""
    if unreal(tokens, first) or _neither(tokens, first):
        return True
    for index in range(first - 1, max(-1, first - 1 - _UNREAL), -1):
        token = tokens[index]
        if token.lower in {",", ";", "who", "and", "when"}:
            return False
        if token.lower == "to" and (
            _place_after(tokens, index + 1, first) or _held_to_have(tokens, index)
        ):
            continue
        if token.lower in victim_words().unreal and token.text != "May":
            return True
        if token.lower in {"before", "until"} and tokens[first - 1].lower in _PRESENT:
            return True  # "help is needed before another girl is killed"
    return False


def _neither(tokens: tuple[Token, ...], first: int) -> bool:
    """Tell whether the subject of a predicate is nobody: "neither the driver nor his son was".

    "The mayor retracted his report, saying nobody was killed" tells of no harm to the mayor.
    """
    for index in range(first - 1, max(-1, first - 1 - _SUBJECT), -1):
        word = tokens[index].lower
        if word in _NOBODY or (word == "one" and index and tokens[index - 1].lower == "no"):
            return True
        if word == "not" and tokens[index + 1].lower in {"a", "one"}:
            return True  # "not a single person"
        if word in victim_words().breaks | {",", "who", "that"}:
            return False
    return False


def _place_after(tokens: tuple[Token, ...], index: int, first: int) -> bool:
    """Tell whether "to" brings in a place, no verb: "taken to a hospital but died"."""
    return index < first and tokens[index].lower not in {"be", "have", "get"}


def _held_to_have(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether something is told to have been: "was reported to have been hurt"."""
    after = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    return index > 0 and tokens[index - 1].lower in _HELD and after == "have"


def noun_or_miss(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Tell whether "shot" is a noun ("one shot rang out") or a miss ("shot at him")."""
    word = tokens[last - 1].lower
    after = [token.lower for token in tokens[last : last + 12]]
    if word in {"struck", "hit", "striking", "hitting", "strikes", "hits", "clipped", "peppered"}:
        near = {token.lower for token in tokens[max(0, first - _STRIKER) : first]}
        told = set(after) & victim_words().struck_by or near & victim_words().missiles
        ended = passive(tokens, first) and (after[:1] or ["."])[0] in victim_words().struck_ends
        return not (told or ended or _fired(tokens, first, set(after)))
    if word in _WOUNDS:
        return False
    before = tokens[first - 1].lower if first else ""
    if word == "shot" and before in victim_words().shots:
        return before not in {"one", "another"} or after[:1] != ["in"]
    if after[:1] == ["at"] and not passive(tokens, first) and _target(after[1:]):
        return True
    if after[:1] == ["at"]:
        return len(after) < 2 or after[1] in victim_words().missed - {"the"}
    if after[:1] in (["into"], ["toward"], ["towards"]):
        return not passive(tokens, first)  # "a man shot into a crowd"
    if after[:1] == ["through"] and not passive(tokens, first):
        return not set(after[1:_THROUGH]) & victim_words().struck_by  # "shot through the floor"
    return after[:1] in (["back"], ["up"], ["down"], ["clock"], ["video"], ["glass"])


def _fired(tokens: tuple[Token, ...], first: int, after: set[str]) -> bool:
    """Tell whether a shot is told of before "hit" in its sentence: "the gun went off, hitting"."""
    before = [token.lower for token in tokens[max(0, first - _SHOT) : first]]
    off = any(pair == ("went", "off") for pair in pairwise(before))
    fired = off or bool(victim_words().firing & set(before))
    return fired and not after & (_VEHICLES | {"with"})


def _target(words: list[str]) -> bool:
    """Tell whether what follows "shot at" is somebody, or something that is shot at: "the dog"."""
    noun = next((word for word in words[:_TARGET] if word not in _ARTICLES), "")
    animals = victim_words().animals
    return noun in animals or is_person(noun) or noun in _VEHICLES


def aimed(tokens: tuple[Token, ...], first: int) -> bool:
    """Tell whether "and himself" goes on after "wanted to kill her"."""
    if tokens[first].lower not in {"and", "then"}:
        return False
    before = [token.lower for token in tokens[max(0, first - 12) : first]]
    return bool({"kill", "shoot", "murder", "harm", "hurt"} & set(before)) or not (
        {"killed", "killing", "kills", "shot", "shoots", "shooting", "murdered", "executed", "dead"}
        & set(before)
    )
