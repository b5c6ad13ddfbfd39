"""Names of persons and their ages, as they stand in running text."""

import re

from whence.extract.facts.victims.words import is_person, singulars, victim_words
from whence.extract.facts.words import is_community, numbers
from whence.extract.lexicon import closed
from whence.extract.possessives import owns, plain
from whence.extract.prose import Token

_AGE = re.compile(r"\d{1,2}|1[01]\d")
_YEARS_OLD = frozenset({"year-old", "years-old", "yr-old", "year-olds", "yo", "y/o"})
_MONTHS_OLD = frozenset({"month-old", "months-old"})
_NOT_YET = frozenset({"week-old", "weeks-old", "day-old", "days-old"})
_LETTERS = range(3, 6)
"""How many letters make the short form of a station or a body."""
_YEAR = 12
"""Months of a year."""
_SPELT = re.compile(r"([a-z]+)(?:-([a-z]+))?-((?:year|month|week|day)s?-old)s?")


def age_before(tokens: tuple[Token, ...], start: int, reach: int = 3) -> tuple[int | None, int]:
    """Return the age at ``start`` and the token after it: "17-year-old", "17 year old"."""
    for index in range(start, min(len(tokens), start + reach)):
        if tokens[index].lower in numbers().stops or not tokens[index].text[0].isalnum():
            break
        found = _age_at(tokens, index)
        if found is not None:
            return found
    return None, start


def _age_at(tokens: tuple[Token, ...], index: int) -> tuple[int, int] | None:
    spelt = _SPELT.fullmatch(tokens[index].lower)
    if spelt is not None:
        parts = [numbers().cardinals.get(word) for word in spelt.groups()[:2] if word]
        told = [part for part in parts if part is not None]
        return (_in_years(sum(told), spelt[3]), index + 1) if len(told) == len(parts) else None
    if not _AGE.fullmatch(tokens[index].text):
        return None
    rest = [token.lower for token in tokens[index + 1 : index + 4]]
    years = int(tokens[index].text)
    if rest[:1] == ["-"] and rest[1:2] and rest[1] in _YEARS_OLD | _MONTHS_OLD | _NOT_YET:
        return _in_years(years, rest[1]), index + 3
    if rest[:2] in (["year", "old"], ["years", "old"]):
        return years, index + 3
    return (years, index + 2) if rest[:1] and rest[0] in _YEARS_OLD else None


def _in_years(count: int, unit: str) -> int:
    """Return an age in whole years: "22-month-old" is one."""
    if unit in _NOT_YET:
        return 0
    return count // _YEAR if unit in _MONTHS_OLD else count


def age_within(tokens: tuple[Token, ...], start: int, head: int) -> int | None:
    """Return the age told between ``start`` and the noun at ``head``, in years."""
    for index in range(start, head):
        age, _ = age_before(tokens, index)
        if age is not None:
            return age
    return None


def name_run(tokens: tuple[Token, ...], index: int) -> int:
    """Return where the person's name that starts at ``index`` ends; ``index`` where none does."""
    if _call_letters(tokens, index):
        return index
    return _run(tokens, index)


def _run(tokens: tuple[Token, ...], index: int) -> int:
    table = victim_words()
    end = index
    while end < len(tokens):
        token = tokens[end]
        initial = token.text == "." and end > index and len(tokens[end - 1].text) < 3
        if initial and end + 1 < len(tokens) and tokens[end + 1].text[0].isupper():
            end += 1
            continue
        if token.text in {"“", '"', "”", "‘"} and end > index:
            end = _nickname(tokens, end)
            if end < 0:
                return index
            continue
        word = plain(token)
        if not token.text[0].isupper() or not token.text[0].isalpha():
            break
        if word in table.institutions or is_community(word):
            return index  # "Harlow High School" is nobody's name, nor is "Coptic Christians"
        if word in table.no_names or word in _function_words():
            return end if end > index + 1 else index
        end += 1
        if owns(token):
            break  # a possessive ends the name
    if end > index and all(
        plain(token) in table.name_titles or is_person(plain(token)) for token in tokens[index:end]
    ):
        return index
    return end


def _call_letters(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether a word is a station's or a body's letters: "told KQXT Jan was hurt"."""
    text, after = (
        (token.text for token in tokens[index : index + 2]) if index + 1 < len(tokens) else ("", "")
    )
    return len(text) in _LETTERS and text.isupper() and text.isalpha() and after.istitle()


def _function_words() -> frozenset[str]:
    names = ("conjunctions", "prepositions", "adverbs", "determiners", "not_names", "auxiliaries")
    return frozenset[str]().union(*(closed(name) for name in names)) - {"may"}


def _nickname(tokens: tuple[Token, ...], start: int) -> int:
    """Return the token after a nickname in quotation marks; -1 where a speech starts."""
    for end in range(start + 1, min(len(tokens), start + 4)):
        if tokens[end].text in {"”", '"', "’"}:
            return end + 1
    return -1


def name_words(tokens: tuple[Token, ...], first: int, last: int) -> tuple[str, ...]:
    """Return the folded words of a name over tokens [first, last), without titles."""
    table = victim_words()
    return tuple(
        word
        for token in tokens[first:last]
        if (word := plain(token)) not in table.name_titles
        and len(word) > 1
        and not (is_person(word) and word in singulars())
    )


def aged_of(tokens: tuple[Token, ...], last: int) -> int | None:
    """Return the years behind a noun, "a boy of 12"; a house has a number ("of 12 Mill Road")."""
    if last + 1 >= len(tokens) or tokens[last].lower != "of":
        return None
    after = tokens[last + 2].text if last + 2 < len(tokens) else ""
    told = _AGE.fullmatch(tokens[last + 1].text) and not after[:1].isupper()
    return int(tokens[last + 1].text) if told else None


def aged(tokens: tuple[Token, ...], end: int) -> int | None:
    """Return the age in "..., 24," or "... (24)" after a name or noun."""
    if end + 1 >= len(tokens) or tokens[end].text not in {",", "("}:
        return None
    token = tokens[end + 1]
    if not _AGE.fullmatch(token.text):
        return None
    after = tokens[end + 2].lower if end + 2 < len(tokens) else ","
    if after not in {
        ",",
        ".",
        ")",
        "of",
        "and",
        "was",
        "were",
        ";",
        "from",
        "who",
        "-",
        "died",
        "shot",
        "killed",
    }:
        return None
    return int(token.text)
