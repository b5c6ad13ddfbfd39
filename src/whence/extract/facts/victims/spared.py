"""Which sentences tell of all who were shot that they live."""

from collections.abc import Sequence
from functools import cache

from whence.extract.facts.victims.told import Telling, Told
from whence.extract.facts.victims.words import victim_words
from whence.extract.matching import Phrases, match, phrases
from whence.extract.prose import Prose, Token

_LONGEST = 60
"""Tokens of a sentence that is read: what is longer tells of more than how the victims are."""
_OPENING = 4
"""Tokens within which "their injuries" opens a sentence ("police said their injuries")."""
_AFTER = 2
"""Sentences behind a count within which all of whom is told are those counted."""
_SHOT = frozenset({"shot", "wounded", "treated"})


@cache
def _table() -> dict[str, Phrases]:
    table = victim_words()
    return {"all": phrases(table.everyone), "none": phrases(table.nobody)}


def spared(prose: Prose) -> frozenset[int]:
    """Return the sentences that tell of all they speak of that they live."""
    return frozenset(
        index
        for index, row in enumerate(prose.sentences)
        if len(row.tokens) <= _LONGEST
        and _all_live(row.tokens, prose.document.text[row.start : row.end].lower())
    )


def _all_live(tokens: Sequence[Token], text: str) -> bool:
    table = victim_words()
    words = {token.lower for token in tokens}
    if words & table.not_all:
        return False
    if _found("none", tokens, len(tokens)):
        return any(word in text for word in table.deadly)
    return _found("all", tokens, _OPENING) and any(word in text for word in table.living)


def _found(kind: str, tokens: Sequence[Token], until: int) -> bool:
    row = tuple(tokens)
    return any(match(_table()[kind], row, at)[1] for at in range(min(until, len(row))))


def none_died(telling: Telling, total: Told) -> bool:
    """Tell whether the report has it, soon after it counts them, that all of those shot live.

    A death told between the two is one of theirs.
    """
    dead = {row.sentence for row in telling.counts if row.slot == "killed" and row.count}
    dead |= {at for one in telling.victims if one.outcome == "killed" for at in one.told_in}
    first = {
        row.sentence
        for row in telling.counts
        if row.slot in _SHOT and row.count == total.count and not row.part
    }
    return any(
        at <= end <= at + _AFTER and not dead & set(range(at, end + 1))
        for at in first
        for end in telling.spared
    )
