"""With what: the instrument of this incident, never a figure of speech or a thing merely owned."""

from functools import cache

from whence.extract.facts.build import Draft
from whence.extract.facts.words import weapon_of, weapon_phrases, weapons
from whence.extract.matching import Phrases, match, phrases
from whence.extract.prose import Prose, Sentence, Token

_MEANS = 5
"""Tokens between "with" or "launched" and the weapon."""
_ATTACK = 8
"""Tokens before "with" within which an attack must be named."""
_LONG_QUOTE = 25
"""Code points from which a quotation is speech and not a word held at arm's length."""


@cache
def _tables() -> tuple[Phrases, Phrases]:
    return phrases(weapons().acts), phrases(weapons().shooting)


def weapon(prose: Prose) -> tuple[Draft, ...]:
    """Return the weapons used, by "drone attack", "launched rockets", "a bomb exploded"."""
    drafts: list[Draft] = []
    for sentence in prose.sentences:
        drafts.extend(_named(prose, sentence))
        drafts.extend(_shooting(prose, sentence))
    return tuple(drafts)


def _named(prose: Prose, sentence: Sentence) -> list[Draft]:
    tokens = sentence.tokens
    found: list[Draft] = []
    index = 0
    while index < len(tokens):
        word, length = match(weapon_phrases(), tokens, index)
        if not length:
            index += 1
            continue
        last = index + length
        end = _used(tokens, index, last)
        if end and not _figure(prose, tokens, index, last) and not _denied(tokens, index):
            span = prose.span(_modified(tokens, index), tokens[end - 1].end)
            found.append(Draft(slot="weapon", value=weapon_of()[word], spans=(span,)))
        index = last
    return found


def _used(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """Return the end of the words that show the weapon used, 0 where nothing shows it."""
    if last < len(tokens) and tokens[last].lower in weapons().attacks:
        return last + 1
    after = last
    while (
        after < len(tokens)
        and after < last + 1
        and tokens[after].lower in {"that", "had", "”", '"'}
    ):
        after += 1
    for position in (after, after + 1):
        if position < len(tokens):
            act, length = match(_tables()[0], tokens, position)
            if length and act not in {"was", "were", "killed"}:
                return last
            if act in {"was", "were"} and _done(tokens[position + 1 : position + 4]):
                return last
    return last if _means(tokens, first) else 0


def _done(tokens: tuple[Token, ...]) -> bool:
    return any(token.lower in weapons().done for token in tokens)


def _means(tokens: tuple[Token, ...], first: int) -> bool:
    """Tell whether "with", "by", "using" or "launched" stands before, in the same phrase."""
    for index in range(first - 1, max(-1, first - 1 - _MEANS), -1):
        lower = tokens[index].lower
        if lower in weapons().done:
            return True
        if lower in {"with", "using", "by", "involving", "via"}:
            before = tokens[max(0, index - _ATTACK) : index]
            return any(t.lower in weapons().attacking | weapons().attacks for t in before)
        if not (tokens[index].text[0].isalnum() or tokens[index].text in "“\"‘',"):
            return False
        if lower in {"of", "in", "on", "at", "to", "from", "and"}:
            return False
    return False


def _figure(prose: Prose, tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Tell whether "rockets of hope" or the like stands in somebody's speech."""
    if last + 1 < len(tokens) and tokens[last].lower == "of":
        if tokens[last + 1].lower in weapons().figures:
            return True
        quotation = prose.quotation_at(tokens[first].start)
        return quotation is not None and quotation.end - quotation.start > _LONG_QUOTE
    return False


def _denied(tokens: tuple[Token, ...], first: int) -> bool:
    near = {token.lower for token in tokens[max(0, first - 3) : first]}
    return bool(near & {"no", "not", "without", "denied", "anti"})


def _modified(tokens: tuple[Token, ...], first: int) -> int:
    """Return where "explosives-laden drone" starts: adjectives with a hyphen belong to it."""
    start = tokens[first].start
    before = tokens[first - 1] if first else None
    if before is not None and "-" in before.text and before.text[0].isalpha():
        start = before.start
    return start


def _shooting(prose: Prose, sentence: Sentence) -> list[Draft]:
    """Read a gun from "opened fire" and "was shot", where no gun is named."""
    tokens = sentence.tokens
    for index in range(len(tokens)):
        _, length = match(_tables()[1], tokens, index)
        if length and not (index + length < len(tokens) and tokens[index + length].lower == "down"):
            span = prose.span(tokens[index].start, tokens[index + length - 1].end)
            note = "a gun is meant, not named"
            return [Draft(slot="weapon", value="gun", spans=(span,), note=note)]
    return []
