"""What was damaged or destroyed: "two houses were destroyed", "the blast shattered windows"."""

from whence.extract.facts.build import Draft
from whence.extract.facts.language.predicates import AUXILIARIES
from whence.extract.facts.outcome.words import damage_phrases, outcome_words
from whence.extract.facts.targets.words import plain_word, target_words
from whence.extract.lexicon import closed
from whence.extract.matching import match
from whence.extract.possessives import is_owner
from whence.extract.prose import Prose, Token

SLOT = "damage"
_LONGEST = 8
"""Tokens of the phrase that names what was damaged."""
_BACK = 4
"""Tokens between an auxiliary and its participle ("were badly damaged or")."""
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "their", "its", "some"})
_SCALE = frozenset(
    {"several", "many", "dozens", "of", "hundreds", "least", "at", "about", "nearby"}
)

Range = tuple[int, int]


def damage(prose: Prose, inside: frozenset[int]) -> tuple[Draft, ...]:
    """Return what was damaged, each with its exact words; only from the sentences ``inside``."""
    drafts: list[Draft] = []
    for index, sentence in enumerate(prose.sentences):
        if index in inside:
            tokens = sentence.tokens
            drafts.extend(_draft(prose, tokens, one) for one in sorted(_damaged(tokens)))
    return tuple(drafts)


def _damaged(tokens: tuple[Token, ...]) -> set[Range]:
    """Return where the things stand that a sentence says to be damaged."""
    passive, active = damage_phrases()
    found: set[Range] = set()
    for index in range(len(tokens)):
        word, length = match(passive, tokens, index)
        start = _auxiliary(tokens, index, word) if length else None
        if start is not None:
            found.update(_before(tokens, start) if not _unreal(tokens, start, index) else ())
            continue
        _, length = match(active, tokens, index)
        if length and not _unreal(tokens, index, index):
            found.update(_after(tokens, index + length))
    return found


def _auxiliary(tokens: tuple[Token, ...], index: int, word: str) -> int | None:
    """Return where "was badly" or "have been" starts before a participle; None where nothing does.

    A verb that needs none starts by itself.
    """
    for position in range(index - 1, max(-1, index - 1 - _BACK), -1):
        lower = tokens[position].lower
        if lower in AUXILIARIES:
            have = position and tokens[position - 1].lower in {"have", "has", "had", "also"}
            return position - 1 if have else position
        light = lower.endswith(("ly", "ed")) or lower in {"or", "and", "not", "also", "either"}
        if not light:
            break
    return index if word in outcome_words().alone else None


def _unreal(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Tell whether damage is denied or only possible ("could have destroyed", "no damage to")."""
    near = tokens[max(0, first - 3) : last]
    return any(token.lower in outcome_words().never | {"to"} for token in near)


def _is_thing(token: Token) -> bool:
    word = plain_word(token)
    things = target_words().things - target_words().persons
    return word in outcome_words().breakable or word in things


def _inside(token: Token) -> bool:
    """Tell whether a token may stand inside the phrase of a thing."""
    lower = token.lower
    if not token.text[0].isalnum() or lower.endswith("ly") or _ends(lower):
        return False
    return lower in _ARTICLES | _SCALE or lower not in closed("target_stops")


def _ends(word: str) -> bool:
    """Tell whether a phrase ends at a word: at a conjunction, or where the next damage is told."""
    return word in outcome_words().ends or word in damage_phrases()[1]


def _before(tokens: tuple[Token, ...], end: int) -> list[Range]:
    """Return the things whose phrases end at ``end``: "a house and two cars" are two."""
    found: list[Range] = []
    last = end
    while last and _is_thing(tokens[last - 1]):
        first = last - 1
        while first and last - first < _LONGEST and _inside(tokens[first - 1]):
            if _is_thing(tokens[first - 1]) and tokens[first - 1].lower.endswith("s"):
                break
            first -= 1
        found.append((first, last))
        if first and tokens[first - 1].lower in {"and", ","}:
            last = first - 1
            last -= 1 if last and tokens[last - 1].text == "," else 0
        else:
            break
    return found


def _after(tokens: tuple[Token, ...], start: int) -> list[Range]:
    """Return the things whose phrases start at ``start``."""
    found: list[Range] = []
    first = start
    while first < len(tokens):
        last = first
        head = 0
        while last < min(len(tokens), first + _LONGEST) and _inside(tokens[last]):
            last += 1
            if _is_thing(tokens[last - 1]) and not is_owner(tokens[last - 1]):
                head = last
                if last < len(tokens) and not _is_thing(tokens[last]):
                    break
        if not head:
            break
        found.append((first, head))
        if head < len(tokens) and tokens[head].lower in {"and", ","}:
            first = head + 1
        else:
            break
    return found


def _draft(prose: Prose, tokens: tuple[Token, ...], where: Range) -> Draft:
    first, last = where
    while last - first > 1 and tokens[first].lower in _ARTICLES:
        first += 1
    span = prose.span(tokens[first].start, tokens[last - 1].end)
    return Draft(slot=SLOT, value=" ".join(span.text.split()), spans=(span,))
