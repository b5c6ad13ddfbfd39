"""Numbers in words and digits, with what stands before them: "at least", "up to", "several"."""

import re
from dataclasses import dataclass
from functools import cache

from whence.extract.facts.words import casualties, is_people, numbers, verb_words
from whence.extract.lexicon import closed
from whence.extract.matching import Phrases, match, phrases
from whence.extract.prose import Token
from whence.model.fact import Comparator, Quantity

_LARGEST = 10_000_000
"""Counts above this are read as something else than people or weapons."""
_DAYS = 31
_MONEY = frozenset("$£€¥#")


@dataclass(frozen=True, slots=True)
class Number:
    """A number over tokens [first, last): its quantity, and the words it is told by.

    ``at`` is where the number itself starts, after its comparator. ``form`` is "digits", "words",
    "vague", "none", "article" ("a drone") or "ordinal" ("a third drone": one of them).
    """

    first: int
    at: int
    last: int
    quantity: Quantity
    form: str


def exact(value: int) -> Quantity:
    """Return the quantity that is exactly ``value``."""
    return Quantity(low=value, best=value, high=value)


def compared(value: int, comparator: Comparator) -> Quantity:
    """Return ``value`` as low, best and high under a comparator."""
    if comparator == "at_least":
        return Quantity(low=value, best=value, high=None, comparator="at_least")
    if comparator == "at_most":
        return Quantity(low=None, best=None, high=value, comparator="at_most")
    if comparator == "about":
        return Quantity(low=None, best=value, high=None, comparator="about")
    return exact(value)


def number(tokens: tuple[Token, ...], index: int) -> Number | None:
    """Read the number that starts at ``index``, without what stands before it."""
    for read in (_none, _vague, _ordinal, _range, _cardinal, _article):
        found = read(tokens, index)
        if found is not None:
            return found
    return None


@cache
def _tables() -> tuple[Phrases, Phrases]:
    table = numbers()
    return phrases(table.none), phrases(table.vague_phrases)


def _none(tokens: tuple[Token, ...], index: int) -> Number | None:
    _, length = match(_tables()[0], tokens, index)
    if not length and tokens[index].lower == "no":
        length = 1
    return Number(index, index, index + length, exact(0), "none") if length else None


def _vague(tokens: tuple[Token, ...], index: int) -> Number | None:
    phrase, length = match(_tables()[1], tokens, index)
    low = numbers().vague_phrases.get(phrase)
    if low is None and tokens[index].lower in numbers().vague:
        low, length = numbers().vague[tokens[index].lower], 1
        if _lower(tokens, index + 1) == "of" and tokens[index].lower != "several":
            length = 2
    if low is None:
        return None
    times = numbers().multipliers.get(_lower(tokens, index + length), 1)
    if times > 1:  # "several hundred", "a few dozen"
        low, length = low * times, length + 1
    quantity = Quantity(low=low, best=None, high=None, comparator="several")
    return Number(index, index, index + length, quantity, "vague")


def _lower(tokens: tuple[Token, ...], index: int) -> str:
    return tokens[index].lower if index < len(tokens) else ""


def _range(tokens: tuple[Token, ...], index: int) -> Number | None:
    """Read "two or three", "12 to 15", "between 10 and 15" and "10-15 people"."""
    if _dashed(tokens, index):
        low, high = exact(int(tokens[index].text)), exact(int(tokens[index + 2].text))
        last, form = index + 3, "digits"
    else:
        first = _cardinal(tokens, index)
        if first is None or not _linked(tokens, index, first.last):
            return None
        second = _cardinal(tokens, first.last + 1)
        if second is None:
            return None
        low, high, last, form = first.quantity, second.quantity, second.last, second.form
    if (low.best or 0) >= (high.best or 0):
        return None
    quantity = Quantity(low=low.best, best=None, high=high.best, comparator="about")
    return Number(index, index, last, quantity, form)


def _dashed(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether "10-15 people" stands here: a range before people alone."""
    words = tokens[index : index + 4]
    stuck = bool(index) and _joined(tokens[index - 1], tokens[index])
    return (
        len(words) == len(("10", "-", "15", "people"))
        and words[1].text in _DASHES
        and not stuck
        and all(one.text.isdigit() and len(one.text) < _YEAR for one in (words[0], words[2]))
        and is_people(words[3].lower)
    )


def _linked(tokens: tuple[Token, ...], index: int, link: int) -> bool:
    """Tell whether the word behind a number makes a range of it and the next one.

    A toll that rose "from seven to nine" or "by two to nine" is none, and neither are those who
    were "taken two to three hospitals".
    """
    if link + 1 >= len(tokens):
        return False
    word = tokens[link].lower
    near = [token.lower for token in tokens[max(0, index - 2) : index]]
    before = near[-1] if near else ""
    if word == "and" or before == "between":
        return word == "and" and before == "between"
    if word == "to" and before == "of":
        return near[0] == "lives"  # "a toll of seven to nine" moved
    return word in _RANGING and before != "from" and not (word == "to" and before in _moving())


_DASHES = frozenset({"-", "–", "—"})
_RANGING = frozenset({"to", "or"})
_YEAR = 4
"""Digits of a year, with which no range of people begins."""


@cache
def _moving() -> frozenset[str]:
    """Return words behind which "two to three" is none: "by", and verbs for taking people away."""
    treated = casualties().verbs["treated"]
    away = {*treated.both, *treated.active, *treated.plural, "took", "takes", "taking"}
    return frozenset(away | {"by", "toll"})


def _ordinal(tokens: tuple[Token, ...], index: int) -> Number | None:
    """Read "a third", "the second": the next one of several, never a fraction."""
    if tokens[index].lower not in {"a", "the", "one"}:
        return None
    if _lower(tokens, index + 1) not in numbers().ordinals:
        return None
    if _lower(tokens, index + 2) == "of" or _other_several(tokens, index):
        return None
    return Number(index, index, index + 2, exact(1), "ordinal")


def _other_several(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether "the other" is said of a number: "the other two men"."""
    several = _lower(tokens, index + 2)
    return _lower(tokens, index + 1) == "other" and (
        several.isdigit() or (several in numbers().cardinals and several != "one")
    )


def _article(tokens: tuple[Token, ...], index: int) -> Number | None:
    if tokens[index].lower not in {"a", "an"}:
        return None
    return Number(index, index, index + 1, exact(1), "article")


def _cardinal(tokens: tuple[Token, ...], index: int) -> Number | None:
    before = tokens[index - 1] if index else None
    if before is not None and before.text == "." and index > 1:
        before = tokens[index - 2]  # "Jan. 27"
    if _ages(tokens, index) or _of_pictures(tokens, index):
        return None
    if before is not None and (
        before.text in _MONEY
        or before.lower in numbers().names
        or (_joined(before, tokens[index]) and not _versioned(tokens, index))
    ):
        return None
    if before is not None and before.text == "May" and _day(tokens, index):
        return None
    value, last, form = _digits(tokens, index)
    if value is None:
        value, last, form = _words(tokens, index)
    if value is None or value > _LARGEST or _measures(tokens, last):
        return None
    if _is_age(tokens, index, last):
        return None
    return Number(index, index, last, exact(value), form)


def _day(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether digits behind "May" are a day: "on May 19 were"; "May 19 porters" counts them.

    The other months are no verbs, and stand among the words before a name.
    """
    after = tokens[index + 1].lower if index + 1 < len(tokens) else "."
    text = tokens[index].text
    return text.isdigit() and len(text) <= 2 and 1 <= int(text) <= _DAYS and not is_people(after)


def _of_pictures(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether a number ends a name: "image 3 of 12"."""
    before = [token.lower for token in tokens[max(0, index - 3) : index]]
    whole = len(before) == 3 and before[2] == "of" and before[1].isdigit()
    return whole and before[0] in numbers().names


def _ages(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether a number is one of several ages ("between the ages of 11 and 15")."""
    near = [token.lower for token in tokens[max(0, index - 8) : index]]
    if near[-2:] == [",", "both"]:
        return True  # "Orin Hale and Ada Brek, both 31, were hurt"
    if not near or near[-1] not in {"of", "and", "to", "or", ",", "from", "between"}:
        return False
    return bool({"ages", "aged", "age"} & set(near)) and not set(near) & _AGE_BREAKS


_AGE_BREAKS = frozenset({".", ";", "was", "were", "died", "killed", "wounded", "when", "who"})


def _joined(before: Token, token: Token) -> bool:
    """Tell whether a mark sticks to the number ("F-16", "2-1", ".5", "7/11")."""
    return before.text in {"-", "/", ".", ":", "–", "\\"} and before.end == token.start


def _versioned(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether an agency's number of the version sticks to it ("UPDATE 2-Three killed")."""
    told = index > 2 and tokens[index - 2].text.isdigit()
    return told and tokens[index - 3].lower in numbers().versions


def _is_age(tokens: tuple[Token, ...], index: int, last: int) -> bool:
    """Tell whether a number behind a comma is somebody's age ("Ola Brandt, 33, died")."""
    if index < 2 or tokens[index - 1].text != "," or last >= len(tokens):
        return False
    if tokens[last].text == ",":
        return tokens[index - 2].text[0].isupper()
    return _of_listed(tokens, index, last)


def _of_listed(tokens: tuple[Token, ...], index: int, last: int) -> bool:
    """Tell whether a number is the age of one of several: "Ann Lee, 66 and Bo Lee, 64 were".

    Places have numbers as well ("In New Harlow, 64 were"): beside it another name must have one.
    """
    if tokens[last].lower not in _AFTER_AGE or last - index > 1:
        return False
    first = _name_before(tokens, index - 1)
    if first is None:
        return False
    before = first - 1
    while before > 0 and tokens[before].lower in {",", "and", "&"}:
        before -= 1
    aged = before < first - 1 and before > 0 and tokens[before].text.isdigit()
    if aged and tokens[before - 1].text == ",":
        return _name_before(tokens, before - 1) is not None
    at = last + 1
    while at < len(tokens) and tokens[at].text[0].isupper():
        at += 1
    behind = [token.text for token in tokens[at : at + 2]]
    joined = tokens[last].lower in {"and", "&"} and at > last + 2
    return joined and behind[:1] == [","] and behind[1:] != [] and behind[1].isdigit()


def _name_before(tokens: tuple[Token, ...], last: int) -> int | None:
    """Return where a name of two words or more starts that ends at ``last``, if one does."""
    first = last
    while first and tokens[first - 1].text[0].isupper():
        first -= 1
    before = tokens[first - 1].lower if first else ""
    return None if last - first < 2 or before in closed("prepositions") else first


_AFTER_AGE = frozenset({"and", "&", "was", "were", "died", "who"})


def _measures(tokens: tuple[Token, ...], last: int) -> bool:
    """Tell whether what follows makes the number a measure, a date, an age or a name."""
    if last >= len(tokens):
        return False
    after = tokens[last]
    if after.lower in numbers().units:
        return True
    if after.text == "-" and last + 1 < len(tokens) and tokens[last + 1].lower in numbers().units:
        return True
    sticks = after.start == tokens[last - 1].end
    return sticks and after.text in {"-", "/", "%", ":", "°", "–", "s"}  # "in their 20s"


def _digits(tokens: tuple[Token, ...], index: int) -> tuple[int | None, int, str]:
    text = tokens[index].text
    if not re.fullmatch(r"[0-9]{1,7}|[0-9]{1,3}(?:,[0-9]{3})+", text):
        return None, index, ""
    if re.fullmatch(r"(?:19[3-9]|20[0-4])\d", text):  # a year, not a count
        return None, index, ""
    value = int(text.replace(",", ""))
    multiplier = numbers().multipliers.get(_lower(tokens, index + 1))
    if multiplier:
        return value * multiplier, index + 2, "digits"
    return value, index + 1, "digits"


def _words(tokens: tuple[Token, ...], index: int) -> tuple[int | None, int, str]:
    """Read "six", "twenty-five", "a dozen", "two hundred and fifty", "half a dozen"."""
    table = numbers()
    lower = [token.lower for token in tokens[index : index + 7]]
    if lower[:3] == ["half", "a", "dozen"]:
        return 6, index + 3, "words"
    if lower[:3] == ["a", "couple", "of"] or lower[:2] == ["both", "of"]:
        return 2, index + len(lower[:3]) - (lower[0] == "both"), "words"
    if (
        lower[0] == "both"
        and lower[1:2]
        and lower[1] not in table.stops - _HELPING | {"the", "a", "an"}
    ):
        return (None, index, "") if _correlated(tokens, index) else (2, index + 1, "words")
    position = 1 if lower[0] in {"a", "one"} and lower[1:2] and lower[1] in table.multipliers else 0
    total, value, used = 0, (1 if position else None), position
    while used < len(lower):
        word = lower[used]
        if word in table.multipliers and value is not None:
            total, value = total + value * table.multipliers[word], 0
        elif _cardinal_word(word) is not None and not (value and value % 10):
            value = (value or 0) + (_cardinal_word(word) or 0)
        elif not (word == "and" and total and _cardinal_word("".join(lower[used + 1 : used + 2]))):
            break
        used += 1
    if value is None:
        return None, index, ""
    return total + value, index + used, "words"


def _correlated(tokens: tuple[Token, ...], both: int) -> bool:
    """Tell whether "both" joins two kinds: "both deaths and injuries", "both old men and women".

    "Both guards and the driver" and "both men died and were buried" count two.
    """
    words = [token.text for token in tokens[both + 1 : both + 2 + _JOINED + 1]]
    if "and" not in words[1:-1]:
        return False
    place = words.index("and")
    before, after = words[:place], words[place + 1]
    if set(before) & numbers().stops or (len(before) > 1 and before[-1] in verb_words()):
        return False
    if after not in verb_words():
        plain = after.islower() and after not in closed("determiners") | numbers().stops
        return plain and before[-1] not in verb_words() and not _cardinal_word(after)
    return bool(_DEAD & set(before[-1:]) and _HURT & {after})


_HELPING = frozenset({"were", "are", "have", "had"})
"""Auxiliaries after "both" where it stands for two told of before: "both were hurt"."""
_JOINED = 3
"""Words that "both" takes at most before its "and"."""
_DEAD = frozenset({"dead", "killed", "fatalities", "deaths"})
_HURT = frozenset({"injured", "wounded", "hurt", "injuries"})


def _cardinal_word(word: str) -> int | None:
    table = numbers().cardinals
    if word in table:
        return table[word]
    tens, mark, ones = word.replace("‑", "-").partition("-")
    if mark and tens in table and ones in table and table[tens] >= 20 and table[ones] < 10:
        return table[tens] + table[ones]
    return None
