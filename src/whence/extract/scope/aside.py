"""Relative clauses that tell of another matter than the sentence they stand in."""

from msgspec import Struct

from whence.extract.lexicon import closed
from whence.extract.prose import Sentence, Token
from whence.extract.rules.vocabulary import cue_at

_OPENERS = frozenset({"who", "which"})


class Aside(Struct, frozen=True, kw_only=True):
    """A relative clause at [start, end), and the sentence without it."""

    start: int
    end: int
    rest: Sentence


def aside(sentence: Sentence) -> Aside | None:
    """Return the first clause that begins with "who" or "which" behind a comma, None without one.

    "The Front, which claimed a bombing a year ago, denied it": what the clause tells is of another
    time, and the sentence goes on with its own. It ends at the comma before the first verb of
    saying; what else stands between commas may go on with the clause (", killing 12,").
    """
    tokens = sentence.tokens
    commas = [at for at, token in enumerate(tokens[:-1]) if token.text == ","]
    opening = [at for at in commas if at and tokens[at + 1].lower in _OPENERS]
    for first in opening[:1]:
        last = next((at for at in commas if at > first and _says(tokens, at + 1)), None)
        if last is not None:
            rest = (*tokens[:first], *tokens[last + 1 :])
            return Aside(
                start=tokens[first].start,
                end=tokens[last].start,
                rest=Sentence(sentence.start, sentence.end, sentence.block, rest),
            )
    return None


def _says(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether a verb of saying stands there, behind its auxiliary or an adverb at most."""
    light = closed("auxiliaries") | closed("adverbs")
    while at < len(tokens) - 1 and tokens[at].lower in light:
        at += 1
    return not tokens[at].lower.endswith("ing") and cue_at(tokens, at) is not None
