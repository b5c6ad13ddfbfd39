"""Whom words name as struck: who survived an attempt, was abducted or has gone missing."""

from functools import cache

from whence.extract.facts.language.quantities import number
from whence.extract.facts.targets.not_struck import for_the_law
from whence.extract.facts.targets.words import is_name, plain_word, target_words
from whence.extract.lexicon import closed
from whence.extract.matching import Phrases, match, phrases
from whence.extract.place.gazetteer import is_land
from whence.extract.possessives import is_owner
from whence.extract.prose import Token
from whence.extract.time.words import words as time_words

LONGEST = 9
"""Tokens of the phrase that names a target."""
_BRINGER = 5
"""Tokens behind "hit by" within which the weapon is named."""
_PLACED = 5
"""Tokens of the name of a place behind "in" at most."""
_WORDS = 3
"""Words between an article and the thing that they describe."""
_ATTEMPT = 6
"""Tokens behind "survived" within which the attempt is named."""
_COMPANY = 8
"""Tokens of "and his film crew" at most."""
_ASIDE = 16
"""Tokens of ", a reporter who worked for the paper," at most."""
_AT = frozenset({"in", "at", "near", "outside", "off"})
_HELPING = frozenset({"has", "had", "have", "also", "narrowly", "been", "was", "were", "is", "are"})
_OTHERS = frozenset({"his", "her", "their", "members", "several", "other", "others", "some"})
"""What opens the company of somebody named: "Ann Lee and her crew"."""

Where = tuple[int, int]


@cache
def _survived() -> Phrases:
    return phrases(target_words().survived)


@cache
def _under() -> Phrases:
    return phrases(target_words().under)


@cache
def _taken() -> Phrases:
    return phrases(target_words().taken)


def sufferers(tokens: tuple[Token, ...], index: int) -> list[Where]:
    """Return whom the words at ``index`` tell as struck, as [first, last) of their names."""
    _, length = match(_survived(), tokens, index)
    near = {t.lower for t in tokens[index + length : index + length + _ATTEMPT]} if length else ()
    if target_words().attempts.intersection(near):
        return subject(tokens, index)
    if _passive(tokens, index):
        return _each(tokens, index - 1)
    if match(_under(), tokens, index)[1]:
        return subject(tokens, index)
    if match(_taken(), tokens, index)[1]:
        return _each(tokens, index)
    owned = index > 0 and is_owner(tokens[index - 1])
    if owned and tokens[index].lower in target_words().deeds:
        return subject(tokens, index)
    return []


def _passive(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether a participle is told of a target: "was stormed", "was hit by two rockets".

    Who is hit or struck by something else ("by a lorry", "by debris") need be nobody's target.
    """
    told = index > 1 and tokens[index - 1].lower in {"was", "were", "been"}
    if not told or for_the_law(tokens, index):
        return False
    word = tokens[index].lower
    behind = [token.lower for token in tokens[index + 1 : index + 2 + _BRINGER]]
    armed = behind[:1] == ["by"] and not target_words().weapons.isdisjoint(behind)
    return word in target_words().suffered or (word in target_words().hit and armed)


def _each(tokens: tuple[Token, ...], verb: int) -> list[Where]:
    """Return everybody named before a verb: "Ann Lee and Bo Dahl, a reporter, were abducted"."""
    last = _stem(tokens, verb)
    found: list[Where] = []
    while last > 0:
        here = subject(tokens, last)
        found.extend(here)
        before = here[0][0] if here else _beside(tokens, last)
        joined = 0 < before < last and tokens[before - 1].lower == "and"
        last = before - 1 if joined else 0 if here else before
    return found


def _beside(tokens: tuple[Token, ...], last: int) -> int:
    """Return where what stands beside a name before ``last`` starts, 0 where nothing does.

    That is an aside between commas, or company without a name ("and his crew").
    """
    if tokens[last - 1].text == ",":
        commas = (n for n in range(last - 2, max(0, last - _ASIDE), -1) if tokens[n].text == ",")
        return next(commas, 0)
    for at in range(last - 1, max(0, last - _COMPANY), -1):
        company = tokens[at].lower in _OTHERS or number(tokens, at) is not None
        if tokens[at - 1].lower == "and" and company:
            return at
    return 0


def _stem(tokens: tuple[Token, ...], verb: int) -> int:
    while verb and tokens[verb - 1].lower in _HELPING:
        verb -= 1
    return verb


def subject(tokens: tuple[Token, ...], verb: int) -> list[Where]:
    """Return the name or office right before a verb ("Prime Minister X has survived")."""
    first = last = _unplaced(tokens, _stem(tokens, verb))
    while first and last - first < LONGEST:
        token = tokens[first - 1]
        office = token.lower in target_words().things | {"prime"} or token.text in {"the", "of"}
        loud = token.text in {"THE", "OF"}  # in capitals throughout, every word looks like a name
        if not (office or is_name(token)) or loud or token.lower in closed("target_stops"):
            break
        first -= 1
    while first < last and tokens[first].text in {"the", "of"}:
        first += 1
    first = _described(tokens, first) if first < last else first
    return [(first, last)] if last > first and suits(tokens[first:last]) else []


def _described(tokens: tuple[Token, ...], first: int) -> int:
    """Return where the words start that describe a thing, behind its article: "a fuel depot"."""
    if is_name(tokens[first]):
        return first
    for at in range(first - 1, max(-1, first - 1 - _WORDS), -1):
        word = tokens[at]
        if word.lower in {"a", "an", "the"}:
            return at + 1
        if not word.text.isalpha() or word.lower in closed("target_stops"):
            break
    return first


def _unplaced(tokens: tuple[Token, ...], last: int) -> int:
    """Return where a phrase ends before "in Harrow": "a chapel in Harrow was stormed"."""
    first = last
    while first and last - first < _PLACED and is_name(tokens[first - 1]):
        first -= 1
    if first < 2 or first == last or tokens[first - 1].lower not in _AT:
        return last
    return first - 1 if plain_word(tokens[first - 2]) in target_words().things else last


def suits(tokens: tuple[Token, ...]) -> bool:
    """Tell whether a noun phrase can be a target."""
    lower = [plain_word(token) for token in tokens]
    if lower[0] in time_words().weekdays or lower[0] in time_words().months:
        return False  # "the attack on Wednesday"
    if lower[0] in target_words().never or (
        number(tokens, 0) is not None and lower[0] not in {"a", "an"}
    ):
        return False
    if lower[-1] in target_words().things:
        return True
    if not is_name(tokens[-1]) and not any(word in target_words().things for word in lower):
        return False
    if any(word in target_words().things for word in lower):
        return True
    names = [t for t in tokens if is_name(t) and not t.text.isupper()]
    return bool(names) and any(not is_land(plain_word(token)) for token in names)
