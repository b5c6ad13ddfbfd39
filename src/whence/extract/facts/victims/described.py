"""Nouns for one person with their articles and ages: "a 24-year-old man", "his wife"."""

import re

from whence.extract.facts.victims.names import age_before, age_within
from whence.extract.facts.victims.person import Person
from whence.extract.facts.victims.words import is_person, singulars, victim_words
from whence.extract.facts.words import is_people, numbers, verb_words
from whence.extract.possessives import is_owner, plain
from whence.extract.prose import Token

_REACH = 7
"""Tokens after an article within which the noun for the person must stand."""
_OWNED = 3
"""Tokens after "the woman's" within which it is told that her son is meant."""
_INDEFINITE = frozenset({"a", "an", "one"})
_NTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_ADULT, _YOUNG, _MINOR, _INFANT = (18, 130), (13, 130), (0, 19), (0, 4)


def described(tokens: tuple[Token, ...], index: int) -> Person | None:
    """Read "a 24-year-old man", "the second victim", "his wife", "17-year-old boy"."""
    table = victim_words()
    word = tokens[index].lower
    article = word in table.determiners
    start = index + 1 if article else index
    following = tokens[start].lower if start < len(tokens) else ""
    if word == "that" and (following in table.determiners or following in verb_words()):
        return None  # "that one person was hurt", "that killed Harrow teen"
    further = word == "another"
    if further:
        start = index + 1
    age, after = age_before(tokens, start, 3 if article or further else 1)
    if not article and not further and age is None:
        return None
    head = _head(tokens, start)
    if head is None and age is not None:
        head = after - 1  # "a 17-year-old was killed"
    if head is None:
        return None
    head = _before_state(tokens, start, after, head)
    owner = max((at for at in range(index, head) if is_owner(tokens[at])), default=index - 1)
    inside = [plain(token) for token in tokens[owner + 1 : head + 1]]
    if age is None:
        age = age_within(tokens, start, head)
    noun = plain(tokens[head])
    if victim_words().uncounted & set(inside) or animal(tokens, head):
        return None
    form = "bare" if not (article or further) else "definite"
    if word in _INDEFINITE or further:
        form = "indefinite"
    rank = next((rank for one in inside if (rank := rank_of(one))), 0)
    rank = 0 if noun in table.grades else rank
    if rank and index and tokens[index - 1].lower in table.counted_as and not _acts(tokens, head):
        return None  # "she was the third girl killed this year" tells of her alone
    more = further or bool(rank) or "other" in inside[1:]
    return Person(
        first=index,
        last=head + 1,
        form=form,
        sex=sex_of(inside),
        ages=(age, age) if age is not None else ages_of(inside),
        noun=noun if is_person(noun) else "",
        rank=rank,
        further=more,
    )


def _acts(tokens: tuple[Token, ...], head: int) -> bool:
    """Tell whether a clause of its own starts with a noun: "as a fourth man was found"."""
    return head + 1 < len(tokens) and tokens[head + 1].lower in {"was", "is", "has", "had"}


def _before_state(tokens: tuple[Token, ...], start: int, after: int, head: int) -> int:
    """Return the head without what is told of it: "found the 6-year-old deceased"."""
    told = head > start and tokens[head].lower == "deceased"
    return head - 1 if told and (head == after or is_person(plain(tokens[head - 1]))) else head


def animal(tokens: tuple[Token, ...], head: int) -> bool:
    """Tell whether a phrase ends in an animal ("a 2-year-old dog"); a dog handler is none."""
    after = tokens[head + 1].lower if head + 1 < len(tokens) else ""
    return bool({plain(tokens[head]), after} & victim_words().animals)


def rank_of(word: str) -> int:
    """Return the place that an ordinal from the second on gives ("fifth", "5th"), 0 for others."""
    found = _NTH.fullmatch(word)
    rank = int(found.group(1)) if found else victim_words().ordinals.get(word, 0)
    return rank if rank > 1 else 0


def _head(tokens: tuple[Token, ...], start: int) -> int | None:
    """Return the token of the noun that ends the phrase, None where it is no single person."""
    head: int | None = None
    for index in range(start, min(len(tokens), start + _REACH)):
        token, noun = tokens[index], plain(tokens[index])
        if _inside(tokens, start, index):
            continue
        if not token.text[0].isalnum() or token.lower in numbers().stops:
            break
        if index > start and token.lower in victim_words().determiners:
            break  # "that injured a man" is no phrase of one person
        if _one(noun, tokens[index - 1]) and (token.text[0].islower() or noun in singulars()):
            if noun != token.lower:
                if _owns_person(tokens, index + 1):
                    continue
                return None  # "the man's car" is no person
            head = index
        elif is_people(noun) and noun != "family" and token.text[0].islower():
            return None  # "the girl scouts", but "a family friend"
        elif head is not None:
            break
    return head


def _one(noun: str, before: Token) -> bool:
    """Tell whether a noun is one person's; "member" is only behind a body ("a crew member")."""
    body = before.text.isalpha() and before.lower not in victim_words().determiners | {"of"}
    return is_person(noun) or (noun == "member" and body)


def _inside(tokens: tuple[Token, ...], start: int, index: int) -> bool:
    """Tell whether a phrase goes on: a hyphen, a comma between adjectives, a body of people."""
    comma = tokens[index].text == "," and _between(tokens, start, index)
    return comma or tokens[index].text == "-" or _of_a_body(tokens, index)


def _of_a_body(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether a noun says to what body one person belongs: "a police officer"."""
    after = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    one = is_person(after) or after == "member"
    return tokens[index].lower in victim_words().bodies and one


def _owns_person(tokens: tuple[Token, ...], start: int) -> bool:
    """Tell whether somebody's own is a person: "the woman's son", "his neighbor's young wife"."""
    for token in tokens[start : start + _OWNED]:
        if not token.text.islower() or token.lower in numbers().stops:
            return False
        if token.lower in singulars():
            return True
    return False


def _between(tokens: tuple[Token, ...], start: int, index: int) -> bool:
    """Tell whether a comma stands between adjectives ("a young, unarmed man")."""
    return (
        start < index < len(tokens) - 1
        and tokens[index + 1].text.islower()
        and (
            not is_person(plain(tokens[index - 1]))
            and tokens[index - 1].lower not in verb_words()
            and tokens[index + 1].lower not in numbers().stops | victim_words().determiners
            and tokens[index - 1].text.islower()
        )
    )


def sex_of(words: list[str]) -> str:
    """Return the sex that the nouns tell, "" where they do not."""
    table = victim_words()
    for word in reversed(words):
        if word in table.male | {"male"}:
            return "male"
        if word in table.female | {"female"}:
            return "female"
    return ""


def ages_of(words: list[str]) -> tuple[int, int] | None:
    """Return the years that a noun leaves open: children and teens, or grown-ups."""
    table = victim_words()
    for word in reversed(words):
        if word in {"teen", "teenager", "teenage"}:
            return (13, 19)
        if word in table.infants:
            return _INFANT
        if word in table.minor:
            return _MINOR
        if word in table.adult:
            return _YOUNG if "young" in words else _ADULT
    return None
