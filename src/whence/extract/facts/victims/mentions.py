"""Mentions of single persons in a sentence: nouns with their ages, names, pronouns."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from whence.extract.facts.victims.described import ages_of, animal, described, rank_of, sex_of
from whence.extract.facts.victims.more import one_more
from whence.extract.facts.victims.names import aged, aged_of, name_run, name_words
from whence.extract.facts.victims.person import Person, completed, unknown
from whence.extract.facts.victims.words import (
    befalling,
    is_person,
    singulars,
    taking,
    victim_words,
)
from whence.extract.facts.words import is_people, numbers
from whence.extract.lexicon import closed
from whence.extract.possessives import owns, plain
from whence.extract.prose import Token

_REACH = 7
"""Tokens after "one of" within which the noun for the people must stand."""
_ASIDE = 12
"""Tokens of an aside behind the noun that it tells of a person by."""
_TITLE_CASE = 0.6
"""Share of capitalised words from which a sentence is a headline that capitals tell no names in."""
_FINITE = frozenset({"was", "were", "has", "had", "is", "are", "have", "said", "died"})
_OWNERS = closed("owners")
_OPENERS = frozenset({":", "after", "as", "when", "where", "while"})
"""What a clause opens behind whose subject has no article in a headline."""
_MODIFIERS = 3
"""Words before such a noun that say more of it: "beloved music teacher"."""
_AFTER_HER = frozenset(
    {"multiple", "several", "once", "twice", "dead", "back", "inside", "home", "a"}
)


def persons(
    tokens: tuple[Token, ...], known: Mapping[str, Person] | None = None, start: int = 0
) -> tuple[Person, ...]:
    """Return the single persons that a sentence mentions from token ``start`` on, in their order.

    None stands inside another. ``known`` are the persons whom the text names in full, by each word
    of the name: a single capitalised word is a name only as one of theirs, and what they are told
    of goes with it.
    """
    found: list[Person] = []
    headline = _headline(tokens)
    index = start
    while index < len(tokens):
        one = (
            _one_of(tokens, index)
            or described(tokens, index)
            or _one_more(tokens, index, found)
            or _bare(tokens, index)
            or _pronoun(tokens, index)
        )
        if one is None and not headline:
            one = _name(tokens, index) or _surname(tokens, index, known)
        if one is None:
            index += 1
            continue
        one = completed(_with_apposition(tokens, one, headline), known)
        if unknown(one, known):
            index += 1
            continue
        before = tokens[one.first - 1].lower if one.first else ""
        found.append(replace(one, oblique=before in victim_words().oblique))
        index = max(one.last, index + 1)
    return tuple(found)


def _headline(tokens: tuple[Token, ...]) -> bool:
    words = [token.text for token in tokens if token.text[0].isalpha() and len(token.text) > 3]
    capital = sum(word[0].isupper() for word in words)
    finite = any(token.text in _FINITE for token in tokens)
    return len(words) > 2 and not finite and capital > _TITLE_CASE * len(words)


def _one_more(tokens: tuple[Token, ...], index: int, found: Sequence[Person]) -> Person | None:
    """Read "another" and "a fourth" without a noun: "one was killed and another wounded"."""
    last = index + 1
    rank = 0
    if tokens[index].lower in {"a", "the"} and last < len(tokens):
        rank = rank_of(tokens[last].lower)
        last += 1
    elif tokens[index].lower != "another":
        return None
    before = [(one.first, one.last, one.oblique) for one in found]
    if (last > index + 1 and not rank) or not one_more(tokens, index, last, before):
        return None
    return Person(first=index, last=last, form="indefinite", rank=rank, further=True)


def _one_of(tokens: tuple[Token, ...], index: int) -> Person | None:
    """Read "one of his friends" (somebody new) and "one of the victims" (one of those told of)."""
    if tokens[index].lower != "one" or index + 2 >= len(tokens) or tokens[index + 1].lower != "of":
        return None
    if tokens[index + 2].lower in {"them", "whom"}:
        return Person(first=index, last=index + 3, form="partitive")
    own = tokens[index + 2].lower in _OWNERS
    for end in range(index + 3, min(len(tokens), index + 3 + _REACH)):
        if not tokens[end].text[0].isalnum() or tokens[end].lower in numbers().stops - _OWNERS:
            return None
        many = tokens[end].lower.endswith(("s", "men", "n"))
        if many and (is_people(tokens[end].lower) or plain(tokens[end])[:-1] in singulars()):
            noun = plain(tokens[end])
            inside = [noun, noun.removesuffix("s")]
            form = "indefinite" if own else "partitive"
            last = f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")
            return Person(first=index, last=end + 1, form=form, sex=sex_of(inside), noun=last)
    return None


def _bare(tokens: tuple[Token, ...], index: int) -> Person | None:
    """Read "Man killed", "Police: Boy, 14, shot": a noun without an article."""
    noun = tokens[index].lower
    if noun not in singulars() and not (is_person(noun) and _opens_clause(tokens, index)):
        return None
    last = index + 1
    while last < len(tokens) and is_person(tokens[last].lower) and not tokens[last].text.isupper():
        last += 1  # "victim student"
    following = tokens[last].lower if last < len(tokens) else ""
    if is_people(following) or plain(tokens[index]) != noun or animal(tokens, last - 1):
        return None
    before = tokens[index - 1] if index else tokens[index]
    if before.lower in victim_words().uncounted or (
        before.text.islower() and before.text in _OWNERS
    ):
        return None
    inside = [token.lower for token in tokens[index:last]]
    return Person(
        first=index,
        last=last,
        form="bare",
        sex=sex_of(inside),
        ages=ages_of(inside),
        noun=tokens[last - 1].lower,
    )


def _opens_clause(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether a noun stands as headlines have one without an article.

    "Police: Cyclist shot", "after employee is shot", "Robber shoots waitress", "Beloved music
    teacher dead".
    """
    after = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    befallen = after in befalling() or after.endswith("ly")
    for back in range(index - 1, max(-1, index - 2 - _MODIFIERS), -1):
        word = tokens[back].lower
        if word in taking():
            return True
        if word in _OPENERS:
            return befallen
        if not word.isalpha() or word in numbers().stops or is_people(word):
            return False
    return befallen and index <= _MODIFIERS


def _pronoun(tokens: tuple[Token, ...], index: int) -> Person | None:
    word = tokens[index].lower
    if word not in {"he", "she", "him", "her"}:
        return None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    owner = word == "her" and after is not None and after.text[0].isalnum()
    if owner and after is not None and after.lower not in numbers().stops | _AFTER_HER:
        return None  # "her car"
    return Person(
        first=index,
        last=index + 1,
        form="pronoun",
        sex=victim_words().pronouns[word],
    )


def _name(tokens: tuple[Token, ...], index: int) -> Person | None:
    end = name_run(tokens, index)
    if end == index or (index and tokens[index - 1].text == "the"):
        return None  # "of the Harbour View Brass Band"
    names = name_words(tokens, index, end)
    if not names:
        return None
    if end < len(tokens) and tokens[end].text.islower() and is_person(tokens[end].lower):
        return None  # "the Hartwell gunman"
    if owns(tokens[end - 1]):
        return None
    return Person(first=index, last=end, form="name", names=names)


def _surname(
    tokens: tuple[Token, ...], index: int, known: Mapping[str, Person] | None
) -> Person | None:
    """Read a surname that is a trade's word as well, of somebody the text names ("Turner")."""
    word = plain(tokens[index])
    whole = known.get(word) if known and tokens[index].text[0].isupper() else None
    if whole is None or whole.names[-1] != word or word != tokens[index].lower:
        return None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if not is_person(word) or (after is not None and after.text[0].isupper()):
        return None
    return Person(first=index, last=index + 1, form="name", names=(word,))


def _with_apposition(tokens: tuple[Token, ...], one: Person, headline: bool) -> Person:
    """Add the name after a noun ("his brother Jan Hale", "a man, Jan Hale, 24,") and the age."""
    if one.form == "pronoun":
        return one
    age = aged(tokens, one.last)
    if age is None and not one.names:
        age = aged_of(tokens, one.last)  # "a boy of 12"
    if age is not None:
        return _of_trade(tokens, replace(one, ages=(age, age), last=one.last + 2))
    if one.names or headline or one.last >= len(tokens):
        return _renamed(tokens, one)
    start = one.last
    if tokens[start].text == "," and start + 1 < len(tokens):
        start += 1
    start = _identified(tokens, start)
    end = name_run(tokens, start)
    names = name_words(tokens, start, end) if end > start else ()
    if not names or (start > one.last and len(names) < 2):
        return _renamed(tokens, one)
    age = aged(tokens, end)
    last = end + 2 if age is not None else end
    ages = (age, age) if age is not None else one.ages
    return replace(one, names=names, last=last, ages=ages)


def _of_trade(tokens: tuple[Token, ...], one: Person) -> Person:
    """Take the trade behind a name and its age: "Jan Hale, 24, a clerk,", no other with an age."""
    told = _renamed(tokens, one) if one.names else one
    if told is one or (one.sex and told.sex not in {"", one.sex}):
        return one
    if told.ages is not None and told.ages != one.ages:
        mine = one.ages or told.ages
        if not told.ages[0] <= mine[0] <= told.ages[1]:
            return one
    last = _further_trade(tokens, told.last)
    if last >= len(tokens) or tokens[last].text not in {",", ".", ";"}:
        return one
    return replace(told, ages=one.ages, sex=told.sex or one.sex, last=last)


def _further_trade(tokens: tuple[Token, ...], last: int) -> int:
    """Return where "a clerk and father of two" ends behind "a clerk"."""
    words = [token.lower for token in tokens[last : last + _ASIDE]]
    if words[:1] != ["and"] or not words[1:2] or not is_person(words[1]):
        return last
    end = next((at for at, word in enumerate(words) if word in {",", ".", ";"}), 0)
    return last + end if end else last


def _identified(tokens: tuple[Token, ...], start: int) -> int:
    """Return where the name starts in ", identified as Jan Hale"."""
    word = [token.lower for token in tokens[start : start + 8]]
    if word[:1] not in (["identified"], ["named"]):
        return start
    if "as" in word:
        return start + word.index("as") + 1
    return start + 1


def _renamed(tokens: tuple[Token, ...], one: Person) -> Person:
    """Take the noun after a name: "Jan Hale, a 24-year-old man,", "the victim, a boy of 16,"."""
    taken_up = one.form == "definite" and one.noun in victim_words().general
    if not (one.names or taken_up) and one.form == "definite":
        return _beside_noun(tokens, one)
    if not (one.names or taken_up) or one.last + 1 >= len(tokens) or tokens[one.last].text != ",":
        return one
    after = described(tokens, one.last + 1)
    if after is None or after.form not in {"indefinite", "definite", "bare"} or after.further:
        return one
    if tokens[one.last + 1].lower in _OWNERS | {"one"}:
        return one
    return replace(one, sex=after.sex, ages=after.ages, noun=after.noun, last=after.last)


def _beside_noun(tokens: tuple[Token, ...], one: Person) -> Person:
    """Take what commas enclose with a known person: "the deputy, a veteran of the force, was".

    In "the deputy, a clerk and a boy were" the comma lists others.
    """
    if one.last + 1 >= len(tokens) or tokens[one.last].text != ",":
        return one
    after = described(tokens, one.last + 1)
    if after is None or after.form != "indefinite" or after.further:
        return one
    for at in range(after.last, min(len(tokens), after.last + _ASIDE)):
        if tokens[at].text == ",":
            verb = tokens[at + 1].lower if at + 1 < len(tokens) else ""
            ages, sex = one.ages or after.ages, one.sex or after.sex
            told = verb in _FINITE - {"were", "are", "have"}
            return replace(one, ages=ages, sex=sex, last=after.last) if told else one
        if tokens[at].lower in {"and", ";", "&"}:
            return one
    return one
