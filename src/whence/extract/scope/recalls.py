"""Clauses that recall another event: "months after a bomb killed seven", "hours before a raid"."""

from whence.extract.events import event_words
from whence.extract.prose import Sentence, Token

_ANOTHER = 3
"""Words behind "after" in which "other" tells of another event: "after two other reporters"."""
_NEAR = 4
"""Tokens before "before" within which an event "came hours" before another."""
_CAME = frozenset({"came", "comes", "occurred", "happened", "happens", "unfolded"})
_HAPPENED = frozenset(
    ("attack", "attacks", "bombing", "bombings", "blast", "explosion", "shooting", "strike", "raid")
).union(("killed", "wounded", "injured", "shot", "exploded", "struck", "hit", "ambush", "ambushed"))
"""Words that tell an event of its own before "days after"."""
_REACH = 60
"""Tokens before "comes after" within which its clause starts."""
_TIMES = frozenset({"day", "night", "evening", "weekend", "week", "month", "summer", "year"})


def recalls(sentence: Sentence) -> int | None:
    """Return where a clause recalls an earlier event: "four months after a bomb killed seven".

    The indefinite article brings in another event, and so does "two other reporters were held";
    "two days after the attack" and "after the other gunman fled" stay with this one.
    """
    tokens = sentence.tokens
    for index in range(1, len(tokens) - 1):
        if _at_once(tokens, index) or _same_doers(tokens, index):
            return tokens[index].start
        if tokens[index].lower != "after" or not _recalling(tokens, index):
            continue
        following = [token.lower for token in tokens[index + 1 : index + 1 + _ANOTHER]]
        other = "other" in following and following[0] not in _DEFINITE
        bare = following[0] in event_words().doers and _told_of(tokens[:index])
        if following[0] in {"a", "an", "another"} or other or bare or _comes_long(tokens, index):
            return tokens[index].start
    return None


def _at_once(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether a clause brings in what else happened then: "the same day as a shooting in"."""
    words = [token.lower for token in tokens[index : index + _ANOTHER + 1]]
    alike = words[0] == "as" and index > 1 and tokens[index - 2].lower == "same"
    if alike and tokens[index - 1].lower in _TIMES:
        return words[1:2] in (["a"], ["an"], ["another"])
    came = {token.lower for token in tokens[max(0, index - _NEAR) : index]} & _CAME
    return (
        words[0] == "before"
        and tokens[index - 1].lower in _SPANS
        and bool(came)
        and words[1:2] in (["a"], ["an"], ["another"])
    )


def _same_doers(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether a clause says what else somebody did: "the same people who killed an agent"."""
    before = [token.lower for token in tokens[max(0, index - _ANOTHER) : index]]
    return tokens[index].lower in {"who", "that"} and "same" in before and before[-1] != "same"


def _recalling(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether "after" brings in an earlier event: "days after", "the attack comes after"."""
    before = tokens[index - 1].lower
    if before in _SPANS:
        return not _follows_up(tokens[:index])
    if before not in {"comes", "came", "coming"}:
        return False
    told = {token.lower for token in tokens[max(0, index - _REACH) : index - 1]}
    return not told.isdisjoint(event_words().incident_nouns)


def _follows_up(before: tuple[Token, ...]) -> bool:
    """Tell whether what came days after an event came of it: "was charged days after a shooting".

    "Rockets killed two, days after a bomb killed seven" tells of two events.
    """
    words = {token.lower for token in before}
    came = words & (event_words().other_nouns | event_words().outcomes)
    return bool(came) and words.isdisjoint(_HAPPENED)


def _told_of(before: tuple[Token, ...]) -> bool:
    """Tell whether an event stands before: "a bomb killed two, a week after gunmen killed nine"."""
    return not _HAPPENED.isdisjoint(token.lower for token in before)


def _comes_long(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether an event is set weeks or more behind what follows, which is then another one.

    "This shooting comes a month after Ilo Marsh killed two boys."
    """
    if tokens[index - 1].lower not in _LONG_SPANS:
        return False
    before = [token.lower for token in tokens[max(0, index - _REACH) : index]]
    comes = next((at for at, word in enumerate(before) if word in {"comes", "came", "coming"}), 0)
    return not event_words().incident_nouns.isdisjoint(before[:comes])


_LONG_SPANS = frozenset({"week", "weeks", "month", "months", "year", "years", "decade"})
_DEFINITE = frozenset({"the", "his", "her", "its", "their", "this", "that", "each"})
_SPANS = frozenset(
    {"day", "days", "week", "weeks", "month", "months", "year", "years", "hours", "decade"}
)
