"""Counts of more than one incident: of a year, of a war, of a weekend's shootings, of a study."""

from functools import cache

from whence.extract.facts.counts.binding import Bound
from whence.extract.facts.language.quantities import number
from whence.extract.facts.victims.words import victim_words
from whence.extract.facts.words import casualties
from whence.extract.matching import Phrases, match, phrases
from whence.extract.prose import Token
from whence.extract.time.words import words

_PERFECT = frozenset({"have", "has", "had", "'ve", "’ve"})
_SEVERAL = 4
"""Shootings, or dead, from which a count is of several incidents: fewer may be one gunman's."""
_RANKING = frozenset({"first", "worst", "most", "earlier", "late", "later"})
"""Words before "this year" that tell of one incident: "the worst this year"."""
_NEAR = 4
_STRETCH = 8
"""Tokens of "the army's spring offensive began"."""
_STRETCHES = frozenset({"months", "years", "decade", "decades", "half-year"})
_YEAR = 4
"""Digits of a year."""
_POLLS = frozenset({"election", "electoral", "presidential", "vaccination", "advertising"})
"""Words for campaigns in which nobody is fought."""
_MET = frozenset({"seen", "recorded", "logged", "tallied", "had", "registered", "documented"})
"""Verbs by which a place or a body counts what it met with over some time."""
_BEFORE = 3
"""Tokens before "shootings" within which their number stands."""


@cache
def _table(name: str) -> Phrases:
    return phrases(getattr(casualties().roundups, name))


def roundup(tokens: tuple[Token, ...]) -> bool:
    """Tell whether who is counted in a sentence came to harm in several incidents.

    "Seven people were killed in 17 shootings across the city", "126 people have been killed this
    year". What happened "earlier this year" is one incident, and so are the bombings of one day.
    """
    if any(match(_table("several"), tokens, at)[1] for at in range(len(tokens))):
        return True
    if _PERFECT & {token.lower for token in tokens} and _of_year(tokens):
        return True
    return any(_counted(tokens, at) or _seen(tokens, at) for at in range(len(tokens)))


def long_running(tokens: tuple[Token, ...], bound: Bound) -> bool:
    """Tell whether a count goes on for longer than an incident: "since the war began".

    Only who "have been killed" since then are: "the deadliest attack since the war began, which
    killed five" is one incident.
    """
    if _of_a_body(tokens, bound):
        return True
    many = (bound.counted.quantity.best or 0) >= _SEVERAL
    at = next((at for at in range(len(tokens))
               if _long(tokens, at) or (many and _months(tokens, at))), None)  # fmt: skip
    if many and any(_span(tokens, at) for at in range(len(tokens))):
        return True
    if at is None or _ranked(tokens[:at]):
        return False
    return tokens[at].lower in casualties().roundups.through or _perfect(tokens, bound)


def _long(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether a stretch of years or of a war opens at a token."""
    known = casualties().roundups
    after = [token.lower for token in tokens[at + 1 : at + 1 + _STRETCH]]
    if tokens[at].lower == "since":
        year = after[:1] and len(after[0]) == _YEAR and after[0].isdigit()
        return bool(year) or bool(known.wars & set(after) and known.begun & set(after))
    if tokens[at].lower not in known.through or after[:1] not in (["the"], ["this"], ["its"]):
        return False
    noun = next((place for place, word in enumerate(after) if word in known.wars), None)
    return noun is not None and not _POLLS & set(after[:noun])


def _span(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether months or years as a whole open at a token: "in the six months".

    What happened "in the months after the attack" is told from the incident itself.
    """
    after = [token.lower for token in tokens[at + 1 : at + 1 + _NEAR + 1]]
    if tokens[at].lower not in {"in", "over", "within"} or after[:1] not in (["the"], ["those"]):
        return False
    last = next((place for place, word in enumerate(after) if word in _STRETCHES), None)
    return last is not None and not {"after", "of", "that", "following"} & set(after)


def _of_a_body(tokens: tuple[Token, ...], bound: Bound) -> bool:
    """Tell whether it is told who has killed so many: "the Front, which has killed 800 people"."""
    first = bound.predicate.first
    words = [token.lower for token in tokens[max(0, first - 3) : first]]
    if words not in ([",", who, has] for who in ("which", "who") for has in ("has", "have")):
        return False
    return first > 3 and tokens[first - 4].text[:1].isupper()


def _months(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether "since January" opens at a token; two hostages since then may be of one deed."""
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return tokens[at].lower == "since" and after in words().months


def _ranked(tokens: tuple[Token, ...]) -> bool:
    return any(
        token.lower in _RANKING - {"earlier", "later", "late"} or token.lower.endswith("iest")
        for token in tokens
    )


def _perfect(tokens: tuple[Token, ...], bound: Bound) -> bool:
    """Tell whether those counted "have been killed", in these words or in ellipsis behind them."""
    verb, thing = bound.predicate, bound.counted
    near = {token.lower for token in tokens[max(0, verb.start - 1) : verb.last]}
    if _PERFECT & near:
        return True
    bare = verb.start == verb.first and thing.last <= verb.first
    return bare and bool(_PERFECT & {token.lower for token in tokens[: verb.first]})


def _of_year(tokens: tuple[Token, ...]) -> bool:
    """Tell whether words for a year stand by themselves, not behind "the deadliest", "a third"."""
    for at in range(len(tokens)):
        if match(_table("years"), tokens, at)[1]:
            before = {token.lower for token in tokens[max(0, at - _NEAR) : at]}
            ranks = _RANKING | victim_words().ordinals.keys()
            if not before & ranks and not any(word.endswith("est") for word in before):
                return True
    return False


def _seen(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether somebody has met with many so far: "the department has seen 15 people shot"."""
    if at + 1 >= len(tokens) or tokens[at].lower not in _MET:
        return False
    told = number(tokens, at + 1)
    had = at > 0 and tokens[at - 1].lower in {"has", "have"}
    return had and told is not None and (told.quantity.best or 0) >= _SEVERAL


def _counted(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether "shootings" at a token are so many: "in 17 shootings"."""
    if tokens[at].lower not in casualties().roundups.of:
        return False
    for before in range(max(0, at - _BEFORE), at):
        told = number(tokens, before)
        if told is not None and (told.quantity.best or 0) >= _SEVERAL:
            return True
    return False
