"""Counted things: a number bound to the noun that it counts."""

from dataclasses import dataclass
from functools import cache

from whence.extract.facts.language.comparators import compared_at, with_comparator
from whence.extract.facts.language.quantities import Number, number
from whence.extract.facts.victims.words import is_person, singulars
from whence.extract.facts.words import (
    casualties,
    is_nation,
    is_people,
    numbers,
    verb_words,
    weapon_of,
    weapon_phrases,
    weapons,
)
from whence.extract.lexicon import closed
from whence.extract.matching import match
from whence.extract.possessives import plain
from whence.extract.prose import Token
from whence.model.fact import Quantity

_REACH = 14
"""Tokens after a number within which the noun that it counts must stand."""
_WHOLE = frozenset({"the", "his", "her", "their", "these", "those", "all"})
_PRONOUNS = frozenset({"which", "whom", "them", "these", "those"})


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted noun phrase over tokens [first, last).

    ``kind`` is person, munition, bare (a number alone: "two were"), pronoun ("two of which") or
    other. ``unit`` is what is counted ("guards", "drone"). ``form`` is the number's;
    ``partitive`` marks "two of the three drones": a part of a whole told elsewhere; ``joined``
    adds up "two men and a woman".
    """

    first: int
    last: int
    quantity: Quantity
    kind: str
    unit: str
    form: str
    partitive: bool = False
    joined: bool = False


def counted(tokens: tuple[Token, ...]) -> tuple[Counted, ...]:
    """Return the counted noun phrases of a sentence in their order."""
    found: list[Counted] = []
    index = 0
    while index < len(tokens):
        read = number(tokens, index)
        if read is None:
            index += 1
            continue
        if read.form in {"article", "none"}:
            read = compared_at(tokens, index) or read
        phrase = _phrase(tokens, with_comparator(tokens, read))
        index = read.last
        if phrase is not None:
            found.append(phrase)
            index = max(index, phrase.last if phrase.kind in {"person", "munition"} else 0)
    return tuple(found)


_AGED = frozenset(
    {"boy", "girl", "man", "woman", "lad", "youth", "teenager", "child", "pupil"}
).union(("student", "son", "daughter", "mother", "father", "citizen", "corporal", "soldier"))
"""Of whom the age is told so: "a boy of 12"."""


def _phrase(tokens: tuple[Token, ...], read: Number) -> Counted | None:
    before = [token.lower for token in tokens[max(0, read.at - 2) : read.at]]
    if before[1:] == ["of"] and before[0] in casualties().parents:
        return None  # "a father of three was killed"
    if before[1:] == ["of"] and read.form == "digits" and before[0] in _AGED:
        return None  # "a girl of 15, and her friend were killed"
    if before[1:] == ["of"] and _age(tokens, read, before[0]):
        return None  # "a passenger of 55 who died", "a girl of three died"
    if read.form == "none" and (read.last - read.at > 1 or tokens[read.at].lower != "no"):
        return Counted(read.first, read.last, read.quantity, "person", "people", "none")
    last = _after_more(tokens, read)
    partitive = last < len(tokens) and tokens[last].lower == "of"
    if partitive and last + 1 < len(tokens) and tokens[last + 1].lower in _PRONOUNS:
        return Counted(read.first, last + 2, read.quantity, "pronoun", "", read.form, True)
    start = _whole(tokens, last + 1) if partitive else last
    several = start > last + 1 or (read.form == "words" and read.quantity.best != 1)
    share = before[1:] in (["in"], ["of"]) and not partitive  # "one in four shot", of any number
    verb = (several or read.form == "digits") and not share
    head = _head(tokens, start, shot_is_verb=verb)
    if partitive and _caption(tokens, last + 1):
        return None
    if head is None and partitive and start > last + 1:  # "one of five shot"
        return Counted(read.first, start, read.quantity, "person", "people", read.form, True)
    if head is None:
        kind = "bare" if read.form not in {"article", "none"} else "other"
        return Counted(read.first, last, read.quantity, kind, "", read.form)
    kind, unit, end = head
    one = tokens[end - 1].lower in singulars() - casualties().invariable
    if read.form == "digits" and read.quantity.best != 1 and not partitive and one:
        kind = "other"  # "page 9 girl hurt"
    return Counted(read.first, end, read.quantity, kind, unit, read.form, partitive)


_BODIES = frozenset({"crew", "family", "staff", "police", "personnel", "people", "killer"})
"""Of whom "of" tells how many they are, or whom they killed."""
_BEHIND_AGE = frozenset({"who", "whose", ",", ".", "and", ";"})


def _age(tokens: tuple[Token, ...], read: Number, noun: str) -> bool:
    """Tell whether a number behind "of" is the age of one person, whom no noun of it follows."""
    if read.form not in {"digits", "words"} or noun in _BODIES or not is_person(noun):
        return False
    after = tokens[read.last].lower if read.last < len(tokens) else "."
    return after in _BEHIND_AGE or after in verb_words()


def _after_more(tokens: tuple[Token, ...], read: Number) -> int:
    """Return the end of a number with the "more" of "two more were hurt", not of "more than".

    So is it with the "out" of "six out of 200 people".
    """
    after = [token.lower for token in tokens[read.last : read.last + 2]]
    more = read.form in {"digits", "words"} and after[:1] == ["more"] and after[1:] != ["than"]
    out = after == ["out", "of"]
    return read.last + 1 if out or (more and after[1:] != ["of"]) else read.last


def _caption(tokens: tuple[Token, ...], start: int) -> bool:
    """Tell whether nothing is counted: "photo 10 of 11. A man ..."."""
    after = _whole(tokens, start)
    if after == start:
        return False
    return after >= len(tokens) or not tokens[after].text[0].isalpha() or _is_article(tokens[after])


def _is_article(token: Token) -> bool:
    return token.lower in {"a", "an"}


def _whole(tokens: tuple[Token, ...], start: int) -> int:
    """Return where the noun starts in "two of the three drones": after the number of the whole."""
    after = start + 1 if start < len(tokens) and tokens[start].lower in _WHOLE else start
    inner = number(tokens, after) if after < len(tokens) else None
    return inner.last if inner is not None and inner.form in {"digits", "words"} else start


def _head(tokens: tuple[Token, ...], start: int, shot_is_verb: bool) -> tuple[str, str, int] | None:
    """Return (kind, unit, end) of the noun counted, or None when no noun follows the number."""
    stop = _stop(tokens, start)
    if shot_is_verb and start < stop and tokens[start].lower == "shot" and _told(tokens, start + 1):
        return None  # "four shot": the noun would be "shots"
    for index in range(start, stop):
        word, length = match(weapon_phrases(), tokens, index)
        if length and _ends(tokens, index + length, stop, word):
            weapon = weapon_of()[word]
            kind = "munition" if weapons().weapons[weapon].flies else "other"
            return kind, weapon, index + length
        noun = tokens[index].lower
        if (
            plain(tokens[index]) == noun
            and (is_people(noun) or is_nation(noun))
            and _ends(tokens, index + 1, stop, noun)
        ):
            return _people(tokens, start, index)
    return None if stop == start else ("other", "", stop)


@cache
def _suffering() -> frozenset[str]:
    """Return the past of verbs for having wounds, behind a bare number: "20 sustained injuries"."""
    return frozenset(verb for verb in casualties().wounds.verbs if verb.endswith("ed"))


def _told(tokens: tuple[Token, ...], after: int) -> bool:
    """Tell whether "shot" is the verb: no noun follows that was shot down ("four shot birds")."""
    word = tokens[after] if after < len(tokens) else None
    if word is None or not word.text.isalpha() or not word.text.islower():
        return True
    free = numbers().stops | verb_words() | closed("prepositions") | numbers().vague.keys()
    return word.text in free or word.text.endswith("ly")


def _stop(tokens: tuple[Token, ...], start: int) -> int:
    """Return where the noun phrase that starts at ``start`` ends at the latest.

    "Both suffered wounds" takes up two who were told of already.
    """
    suffering = _suffering() if tokens[start - 1].lower != "both" else frozenset[str]()
    for index in range(start, min(len(tokens), start + _REACH)):
        token = tokens[index]
        if token.lower in numbers().stops | verb_words() | suffering or not (
            token.text[0].isalnum() or token.text[0] in "‘'’"
        ):
            if token.text == "," and _between_adjectives(tokens, start, index):
                continue
            if token.text == "-" and index > start and _aged(tokens, index):
                continue
            return index
        if index > start and (token.text[0].isdigit() or token.lower in numbers().cardinals):
            return index
        if token.lower == "shot" and index > start and is_people(tokens[index - 1].lower):
            return index
    return min(len(tokens), start + _REACH)


def _aged(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether the mark at ``index`` stands inside an age: "a 9-year-old girl"."""
    return index + 1 < len(tokens) and tokens[index + 1].lower.endswith("-old")


def _between_adjectives(tokens: tuple[Token, ...], start: int, index: int) -> bool:
    """Tell whether a comma stands inside "two small, unexploded rockets"."""
    if index == start or index + 2 >= len(tokens) or not tokens[index - 1].text.islower():
        return False
    noun = tokens[index + 2].lower
    known = is_people(noun) or noun in weapon_of()
    if tokens[index + 1].lower in closed("determiners") or noun in numbers().none:
        return False  # "in three cases, the person", "two deaths, saying nobody"
    return tokens[index + 1].text.islower() and known and tokens[index - 1].lower not in weapon_of()


def _ends(tokens: tuple[Token, ...], after: int, stop: int, word: str) -> bool:
    """Tell whether a noun ends its phrase: "two drone operators" are not two drones."""
    if after >= stop:
        return True
    if not word.endswith("s") and word not in {"people", "men", "women", "children", "police"}:
        return False
    following = tokens[after].lower
    things = word == "police" and following.endswith("s")  # "two police dogs", "three police cars"
    return not is_people(following) and following not in weapons().attacks and not things


def _people(tokens: tuple[Token, ...], start: int, index: int) -> tuple[str, str, int]:
    """Return people with their unit; "members of the security detail" are guards."""
    noun, end = tokens[index].lower, index + 1
    if _joined(tokens, index + 1):
        return "person", "people", index + 3
    words = {plain(token) for token in tokens[start : index + 1]}
    if noun in {"member", "members", "employees", "officers", "personnel", "staff"}:
        end = _members(tokens, index)
        words |= {plain(token) for token in tokens[index:end]}
    if words & casualties().guards and noun in casualties().guarding:
        return "person", "guards", end
    if noun in {"person", "others", "individuals", "persons", "individual", "victims", "victim"}:
        noun = "people"
    return "person", noun, end


def _joined(tokens: tuple[Token, ...], after: int) -> bool:
    """Tell whether one number counts two sorts of people: "30 women and children"."""
    if after + 1 >= len(tokens) or tokens[after].lower != "and":
        return False
    other = tokens[after + 1]
    many = other.lower.endswith(("s", "men", "children"))
    alike = tokens[after - 1].lower.endswith(("s", "men", "children"))
    return many and alike and plain(other) == other.lower and is_people(other.lower)


def _members(tokens: tuple[Token, ...], index: int) -> int:
    """Return the end of "members of the mayor's protection unit"."""
    if index + 1 >= len(tokens) or tokens[index + 1].lower != "of":
        return index + 1
    end = index + 2
    while end < min(len(tokens), index + 2 + _REACH):
        token = tokens[end]
        ends = (numbers().stops | verb_words()) - {"his", "their"}
        if token.lower in ends or not token.text[0].isalnum():
            break
        end += 1
    return end
