"""What a date in a sentence dates: the incident, something after it, or a statement."""

import re

from whence.extract.events import event_words
from whence.extract.matching import tokens_after, tokens_before
from whence.extract.possessives import owner
from whence.extract.prose import Prose, Sentence, Token
from whence.extract.scope.dating import EVENT, NOTHING, OUTCOME, UNTOLD, Told, telling
from whence.extract.time.words import words
from whence.model.reading import Mention

_REACH = 18
"""Tokens before a date within which the word is looked for that it belongs to."""
_AHEAD = 14
"""Tokens after a date within which it is."""
_ASIDE = 16
"""Tokens that an aside between a date and its verb takes at most."""
_REASON = 6
"""Tokens before a date within which its event is told as the reason for another."""
_NOUN = 3
"""Tokens right after a date that may be the noun it dates ("the Aug. 12 shooting")."""
_SAID = 8
"""Tokens before a date within which a word of saying stands that the date belongs to."""

_SITE = 4
"""Tokens at the start of an aside within which it says what a place is."""
_LISTENER = 3
"""Tokens behind "told" that say whom at most ("told this station.")."""

_SAYS = frozenset({"said", "says", "say"})
_TELLS = _SAYS | {"report", "reports", "reported"}
_DURING = frozenset({"during", "at", "after", "before"})
_PLAIN = frozenset({"at", "on", "the"})
_ABOUT = _PLAIN | {"around", "about", "approximately", "shortly", "just", "sometime", "that"}
_ENDS = frozenset({".", '"', "”"})
_VERBS = frozenset({"rose", "rises", "climbed", "climbs", "grew", "continued", "continues"})
"""Verbs that tell nothing of the day right before them."""
_LIGHT = frozenset({"later", "early", "earlier", "late", "on", "also"})
_RELATIVES = frozenset({"where", "which", "who", "when", "whose"})
_INSIDE = re.compile(r"\b(?:before|after)\s+(?:the|that|this)\s+(?P<noun>\w+)$", re.IGNORECASE)
_BEHIND = re.compile(r"\s+(?:the|that|this)\s+(?:[a-z-]+\s+)?(?P<noun>[a-z]+)\b")
_BARE = re.compile(r"\s+(?:the|that|this)\s+(?P<noun>[a-z]+)\b")
_OPEN = re.compile(r"\b(?:before|after)$", re.IGNORECASE)


def counted_from(prose: Prose, mention: Mention) -> int | None:
    """Return where "the day before the attack" ends, None where no event is counted from."""
    end = mention.span.end
    ways = [_INSIDE.search(mention.span.text)]
    if _OPEN.search(mention.span.text):
        ways += [_BARE.match(prose.text, end), _BEHIND.match(prose.text, end)]
    for found in ways:
        if found and found.group("noun").casefold() in event_words().incident_nouns:
            return max(end, found.end())
    return None


def tie(sentence: Sentence, mention: Mention) -> float:
    """Return how surely a date belongs to the incident, from the words around it.

    A noun right after the date decides ("Saturday's shooting", "the October election"), else the
    nearest word before it in its clause, else the nearest after it.
    """
    ahead = tokens_before(sentence.tokens, mention.span.start, _REACH + _ASIDE)
    behind = tokens_after(sentence.tokens, mention.span.end, _AHEAD + _ASIDE)
    before = telling(_without_source(_without_relative(ahead))[-_REACH:])[::-1]
    tied = _tied(before, behind)
    if tied <= UNTOLD and _opens_what_is_said(before, behind, "T" in mention.value):
        return max(tied, _tied((), behind))
    return tied


def _tied(before: tuple[Told, ...], behind: tuple[Token, ...]) -> float:
    """Return what the words before a date, the nearest first, and those behind it say of it."""
    if before and before[0][0].lower in _DURING and behind:
        behind = behind[behind[0].lower in words().worship :]  # "during Sunday service"
    opens = len(before) <= 1
    if opens:  # what opens a sentence belongs to its main verb
        behind = _without_asides(behind)
    after = telling(behind[:_AHEAD])
    near = [token.lower for token, _ in before[:_REASON]]
    noun = _noun(after)
    if words().printed.intersection(near[:3]):
        return EVENT if noun == EVENT else NOTHING  # "Update on Monday's shooting"
    if words().causes.intersection(near):
        return NOTHING
    if noun is not None:
        return noun
    told = _nearest(_without_sayings(before))
    if told is None or told == UNTOLD:
        told = _nearest(_until_next(after if opens else _without_speaker(after)))
    return UNTOLD if told is None else told


def _opens_what_is_said(before: tuple[Told, ...], behind: tuple[Token, ...], timed: bool) -> bool:
    """Tell whether a date opens what somebody says: "police said around 9 p.m. Sunday they were".

    "Police said Sunday" and "said at 9 a.m. Sunday that" tell when it was said.
    """
    near = [token.lower for token, _ in before]
    light = next((at for at, word in enumerate(near) if word not in _ABOUT), len(near))
    timed = timed or not _PLAIN.issuperset(near[:light])
    goes_on = bool(behind) and (behind[0].text == "," or behind[0].text[0].isalnum())
    said = near[light : light + 1]
    return timed and goes_on and behind[0].lower != "that" and not _TELLS.isdisjoint(said)


def _without_sayings(before: tuple[Told, ...]) -> tuple[Told, ...]:
    """Take what a distant word of saying tells away: a statement's day stands right beside it.

    "She says two girls were helping their father clean the house Friday afternoon."
    """
    return (
        *before[:_SAID],
        *(
            (token, None if kind == NOTHING and owner(token) in event_words().saying else kind)
            for token, kind in before[_SAID:]
        ),
    )


def _without_speaker(after: tuple[Told, ...]) -> tuple[Told, ...]:
    """Take what "police said." tells away where it closes a sentence: it has no day of its own.

    Nor has "police said on Monday." the day before it.
    """
    return tuple(
        (token, None if _is_speaker(token, after[index + 1 :]) else kind)
        for index, (token, kind) in enumerate(after)
    )


def _is_speaker(token: Token, rest: tuple[Told, ...]) -> bool:
    """Tell whether "said" closes a sentence, or "told reporters" does."""
    if token.lower in _SAYS:
        return _closes(rest)
    listener = next((at for at, (one, _) in enumerate(rest) if one.text in _ENDS), len(rest))
    return token.lower == "told" and listener <= _LISTENER


def _closes(rest: tuple[Told, ...]) -> bool:
    own = 2 if rest and rest[0][0].lower == "on" else 1
    if len(rest) >= own and owner(rest[own - 1][0]) in words().weekdays:
        rest = rest[own:]
    return not rest or rest[0][0].text in _ENDS


def _without_asides(after: tuple[Token, ...]) -> tuple[Token, ...]:
    """Leave out what stands between commas beside the clause (", citing a tape of the attack,")."""
    kept: list[Token] = []
    inside = False
    for index, token in enumerate(after):
        if token.text == ",":
            opens = any(one.lower in words().asides for one in after[index + 1 : index + 2])
            if inside or opens:
                inside = opens
                continue
        if not inside:
            kept.append(token)
    return tuple(kept)


def _without_source(before: tuple[Token, ...]) -> tuple[Token, ...]:
    """Leave out who tells it where nothing else stands before a date.

    "According to the report, on Friday a man broke in": Friday is no day of the report.
    """
    told = [token.lower for token in before]
    while told and told[-1] in _LIGHT:
        told.pop()
    source = told[:2] == ["according", "to"] and told[-1:] == [","] and told.count(",") == 1
    return before[len(told) :] if source else before


def _without_relative(before: tuple[Token, ...]) -> tuple[Token, ...]:
    """Leave out the clause that a comma closes right before a date: the main verb has the date.

    "He was moved to Harrow, where the shooting took place, later on Monday."
    """
    closes = len(before) - 1
    while closes >= 0 and before[closes].lower in _LIGHT:
        closes -= 1
    if closes < 0 or before[closes].text != ",":
        return before
    for opens in range(closes - 1, -1, -1):
        if before[opens].text == ",":
            relative = before[opens + 1].lower in _RELATIVES or _is_site(before[opens + 1 : closes])
            return before[:opens] + before[closes + 1 :] if relative else before
    return before


def _is_site(aside: tuple[Token, ...]) -> bool:
    """Tell whether an aside only says what a place is: ", a village in the hills of Oru State,"."""
    noun = next((at for at, token in enumerate(aside) if token.lower in words().sites), None)
    opened = [token.lower for token in aside[:1]]
    return noun is not None and noun <= _SITE and opened in (["a"], ["an"], ["the"])


def _until_next(after: tuple[Told, ...]) -> tuple[Told, ...]:
    """Return the tokens up to the next day's name: what stands behind that is dated by it."""
    days = words().weekdays
    named = (index for index, (one, _) in enumerate(after) if owner(one) in days and index > 1)
    return after[: next(named, len(after))]


def _is_attribute(token: Token) -> bool:
    return owner(token) in words().attributes or token.lower.endswith("-related")


def _noun(after: tuple[Told, ...]) -> float | None:
    """Return what the noun right after a date says, None where none stands there."""
    told = [(token, kind) for token, kind in after if kind or not _is_attribute(token)]
    for token, kind in told[:_NOUN]:
        if token.lower in _VERBS:
            break  # "the toll of the blast on Sunday rose to six"
        if kind is not None and owner(token) not in event_words().saying:
            return kind
        if not (token.text in {",", "’", "'", "-"} or token.lower in {"’s", "'s", "s"}):
            break
    return None


def _nearest(tokens: tuple[Told, ...]) -> float | None:
    """Return what the nearest telling word says; who was shot first may have died any day later."""
    outcome: float | None = None
    for token, kind in tokens:
        if token.text in {";", ":"}:
            break
        if kind is None:
            continue
        if kind == OUTCOME:
            outcome = OUTCOME
            continue
        if outcome is not None:
            return NOTHING if kind == EVENT else outcome
        return kind
    return outcome
