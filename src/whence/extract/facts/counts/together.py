"""People told of together are counted together: "two men and a woman", "a girl and four men"."""

from dataclasses import dataclass, replace

from whence.extract.facts.counts.couples import PAIR
from whence.extract.facts.counts.phrases import Counted
from whence.extract.facts.language.predicates import AUXILIARIES
from whence.extract.facts.language.quantities import compared, exact
from whence.extract.facts.victims.mentions import persons
from whence.extract.facts.victims.person import Person
from whence.extract.facts.victims.words import victim_words
from whence.extract.facts.words import casualties, numbers, verb_words
from whence.extract.lexicon import closed
from whence.extract.prose import Token

_LINKS = frozenset({",", "and", "&"})
_SUMMED = ("exact", "at_least")
"""How sure the counts are that are added up: "at least six and a child" are seven or more."""
_ASIDE = frozenset({"including", "among", "mostly", "besides"})
_RELATIVES = closed("relative_pronouns")
_NUMBERS = frozenset({"digits", "words", PAIR})
_OTHERS = frozenset({"other", "others", "more"})
_OF_ONE = frozenset({"was", "is", "has", "gets"})
_OF_SEVERAL = frozenset({"were", "are", "have", "get"})
_VERBS = AUXILIARIES | {"have", "has", "had"}
_OWNERS = frozenset({"her", "his", "their", "my"})
_OPENERS = _RELATIVES | closed("conjunctions") | {"and"}
"""Words that start a clause, whose verb is not of what stands before them."""
_STATES = frozenset({"dead", "deceased", "shot", "wounded", "injured", "unresponsive"})
"""What stands behind the object of "found": "found a clerk and two guards dead"."""
_CLAUSE = 12
"""Tokens after an object within which a verb makes it a subject."""


@dataclass(frozen=True, slots=True)
class _Member:
    """Somebody, or a count of people, over tokens [first, last); ``thing`` where it is counted.

    ``sex`` is "male" or "female", "" where the words do not tell.
    """

    first: int
    last: int
    count: int
    thing: Counted | None = None
    sex: str = ""


def together(tokens: tuple[Token, ...], things: tuple[Counted, ...]) -> tuple[Counted, ...]:
    """Return the counted phrases of a sentence, those listed in one breath as one of their sum."""
    things = tuple(_owned(tokens, thing) for thing in things)
    if not any(_several(thing) and _listed(tokens, thing) for thing in things):
        return things
    found = list(things)
    for row in _rows(tokens, _members(tokens, things)):
        thing = _sum(tokens, row)
        if thing is not None:
            found = [one for one in found if one.last <= thing.first or one.first >= thing.last]
            found.append(thing)
    return tuple(sorted(found, key=lambda one: one.first))


def _several(thing: Counted) -> bool:
    """Tell whether a phrase counts two people or more, exactly and not as a part of others."""
    sharp = thing.kind == "person" and thing.quantity.comparator in _SUMMED
    return sharp and thing.form in _NUMBERS and not thing.partitive and thing.quantity.best != 1


def _owned(tokens: tuple[Token, ...], thing: Counted) -> Counted:
    """Return somebody's own as no part of others where listed: "a clerk and two of her sons"."""
    owner = tokens[thing.first + 2].lower if thing.first + 2 < thing.last else ""
    before = tokens[thing.first - 1].lower if thing.first else ""
    own = thing.partitive and thing.kind == "person" and owner in _OWNERS and before in _LINKS
    return replace(thing, partitive=False) if own else thing


def _listed(tokens: tuple[Token, ...], thing: Counted) -> bool:
    around = [*tokens[max(0, thing.first - 1) : thing.first], *tokens[thing.last : thing.last + 1]]
    return any(token.lower in _LINKS for token in around)


def _members(tokens: tuple[Token, ...], things: tuple[Counted, ...]) -> list[_Member]:
    """Return who is counted or described, in the order of the sentence."""
    found = [
        _Member(thing.first, thing.last, thing.quantity.best or 0, thing, _sex(thing))
        for thing in things
        if _several(thing) or (thing.kind == "person" and thing.form == "digits")
    ]
    for one in persons(tokens):
        apart = all(one.last <= other.first or one.first >= other.last for other in found)
        if apart and one.form not in {"pronoun", "partitive"}:
            found.append(_Member(_start(things, one), one.last, 1, sex=one.sex))
    for thing in things:
        words = {token.lower for token in tokens[thing.first : thing.last]}
        if thing.form == "article" and words & victim_words().uncounted:
            found.append(_Member(thing.first, thing.last, 0))
    return sorted(found, key=lambda one: one.first)


def _start(things: tuple[Counted, ...], one: Person) -> int:
    """Return where the words for a person start: the article of "a police officer" is theirs."""
    return min((t.first for t in things if t.form == "article" and t.first < one.first < t.last),
               default=one.first)  # fmt: skip


def _rows(tokens: tuple[Token, ...], members: list[_Member]) -> list[list[_Member]]:
    """Return the members in rows, in which nothing but commas and "and" stands between them."""
    rows: list[list[_Member]] = []
    for one in members:
        between = tokens[rows[-1][-1].last : one.first] if rows else ()
        if between and all(token.lower in _LINKS for token in between):
            rows[-1].append(one)
        else:
            rows.append([one])
    return rows


def _sum(tokens: tuple[Token, ...], row: list[_Member]) -> Counted | None:
    """Return a row as one count, None where there is nothing to add up."""
    before = tokens[row[0].first - 1].lower if row[0].first else ""
    after = tokens[row[-1].last].lower if row[-1].last < len(tokens) else ""
    if before in _ASIDE or (after in _RELATIVES and row[-1].thing is not None):
        return None  # "including the gunman, and six others", "a clerk and the two who were hurt"
    if len(row) > 1 and before in closed("prepositions") - {"of"} and _comma(tokens, row):
        row = row[1:]  # "according to a doctor, two people died"
    done = before in verb_words() | {"shot"} and not (before == "found" and after in _STATES)
    if done and (_acts(tokens, row[-1]) or _own_clause(tokens, row)):
        row = row[:-1]  # "killed one man and two others were hurt" goes on about the two alone
    if len(row) < 2:
        return None
    last, whole = row[-1].last, len(row)
    several = whole > 1 and any(one.count > 1 for one in row[1:])
    row = _unnamed(tokens, row)
    if len(row) < whole and tokens[last : last + 1] and tokens[last].text == ",":
        last += 1
    if len(row) == 1 and row[0].thing is not None and several:
        return replace(row[0].thing, last=last)
    counts = [one.thing for one in row if one.thing is not None and _several(one.thing)]
    if len(row) < 2 or not counts or not _ends(tokens, row):
        return None
    total = sum(one.count for one in row)
    open_ended = any(one.quantity.comparator == "at_least" for one in counts)
    units = {one.thing.unit if one.thing else "" for one in row}
    return replace(
        counts[0],
        first=row[0].first,
        last=last,
        quantity=compared(total, "at_least") if open_ended else exact(total),
        unit=units.pop() if len(units) == 1 else "people",
        joined=True,
    )


def _comma(tokens: tuple[Token, ...], row: list[_Member]) -> bool:
    """Tell whether a comma alone parts the first member from the next, with none behind it."""
    between = [token.text for token in tokens[row[0].last : row[1].first]]
    return between == [","] and len(row) == 2


def _unnamed(tokens: tuple[Token, ...], row: list[_Member]) -> list[_Member]:
    """Leave out those who are counted already: "a man and two children, a boy and a girl".

    So are "six men and three women" behind "nine people", and "a sergeant and two privates," behind
    "three soldiers". "Three soldiers, two clerks and a nurse" are six.
    """
    closed_off = row[-1].last < len(tokens) and tokens[row[-1].last].text == ","
    for place, one in enumerate(row[:-1]):
        between = [token.text for token in tokens[one.last : row[place + 1].first]]
        named = row[place + 1 :]
        fit = all(n.count and (not one.sex or n.sex in {"", one.sex}) for n in named)
        apart = one.thing is not None and not _is_general(one.thing.unit) and not closed_off
        fit = fit and not (apart and any(not _is_general(tokens[n.last - 1].lower) for n in named))
        if between == [","] and sum(n.count for n in named) == one.count > 1 and fit:
            return row[: place + 1]
    return row


def _is_general(noun: str) -> bool:
    """Tell whether a noun says of people no more than that they are some, of what sex and age."""
    return noun in casualties().general | casualties().young


def _sex(thing: Counted) -> str:
    """Return the sex that a plural noun tells ("women")."""
    return next((sex for sex, nouns in casualties().sexes.items() if thing.unit in nouns), "")


def _acts(tokens: tuple[Token, ...], one: _Member) -> bool:
    """Tell whether a verb follows, of which the last member is the subject.

    "The attack that killed a guard and three others is" tells of the attack.
    """
    after = tokens[one.last].lower if one.last < len(tokens) else ""
    if after in (_OF_ONE if one.count > 1 else _OF_SEVERAL):
        return False
    return after in _VERBS or after in verb_words()


def _own_clause(tokens: tuple[Token, ...], row: list[_Member]) -> bool:
    """Tell whether an object's last member is rather the subject of what follows.

    "Killed a guard, and four others, two of them children, were hurt": of two, a comma before "and"
    parts two clauses, and so does a verb of the last one's own ("and two men fled").
    """
    between = [token.lower for token in tokens[row[-2].last : row[-1].first]] if row[1:] else []
    if len(row) == 2 and between[0] == "," and "and" in between:
        return True
    last = row[-1].last
    after = tokens[last].text if last < len(tokens) else "."
    if after.isalpha() and after.islower() and after not in numbers().stops:
        return True
    verbs = _VERBS - (_OF_ONE if row[-1].count > 1 else _OF_SEVERAL)
    for at in range(last, min(len(tokens) - 1, last + _CLAUSE)):
        word, proper = tokens[at].lower, tokens[at + 1].text[0].isupper()
        if word in verbs or (_finite(word) and "," not in [t.text for t in tokens[last:at]]):
            return True
        if word in {".", ";"} or (word in _OPENERS and not (word == "and" and proper)):
            return False
    return False


def _finite(word: str) -> bool:
    """Tell whether a word may be the verb of a clause: "two nurses in the clinic told of it"."""
    past = word.endswith("ed") and word not in closed("participial_adjectives")
    return past or word in closed("verbs_common") - _OF_ONE - _OF_SEVERAL


def _ends(tokens: tuple[Token, ...], row: list[_Member]) -> bool:
    """Tell whether "and" ends the list; headlines have a comma for it: "Man, two women hurt"."""
    between = {token.lower for token in tokens[row[-2].last : row[-1].first]}
    inside = {token.lower for token in tokens[row[-1].first : row[-1].last]}
    others = between == {","} and bool(inside & _OTHERS)  # "kills officer, 3 others"
    return others or bool(between & {"and", "&"}) or _acts(tokens, row[-1]) or _shot(tokens, row)


def _shot(tokens: tuple[Token, ...], row: list[_Member]) -> bool:
    last = row[-1].last
    return last < len(tokens) and tokens[last].lower == "shot"
