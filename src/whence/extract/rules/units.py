"""Sentences as the rules read them: long quotations folded into one token, and opened as units."""

from dataclasses import dataclass

from whence.extract.prose import Prose, Quotation, Token, tokenize

QUOTE = "<quote>"
_SHORT = 4
"""A quotation of fewer words is a phrase inside somebody's sentence, not a statement."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence with its quotations folded: [start, end), tokens, nesting depth.

    ``depth`` is 1 inside a quotation, else 0.
    """

    start: int
    end: int
    block: int
    depth: int
    tokens: tuple[Token, ...]

    @property
    def quotes(self) -> tuple[Token, ...]:
        """The folded quotations of this unit."""
        return tuple(token for token in self.tokens if token.lower == QUOTE)


def is_statement(prose: Prose, quotation: Quotation) -> bool:
    """Tell whether a quotation is long enough to be a statement rather than a quoted phrase."""
    inner = prose.text[quotation.start + 1 : quotation.end].rstrip('”"»“')
    words = [token for token in tokenize(inner) if token.lower[0].isalnum()]
    return len(words) >= _SHORT or (
        inner.rstrip().endswith((",", ".", "?", "!")) and len(words) > 1
    )


def units(prose: Prose) -> tuple[Unit, ...]:
    """Return the units of a document in the order of the text, quotations after their sentence."""
    statements = [found for found in prose.quotations if is_statement(prose, found)]
    found: list[Unit] = []
    position = 0
    next_quote = 0
    while position < len(prose.sentences):
        first = prose.sentences[position]
        end, block = first.end, first.block
        inside: list[Quotation] = []
        while next_quote < len(statements) and statements[next_quote].start < first.start:
            next_quote += 1
        position += 1
        while next_quote < len(statements) and statements[next_quote].start < end:
            inside.append(statements[next_quote])
            end = max(end, statements[next_quote].end)
            next_quote += 1
            while position < len(prose.sentences) and prose.sentences[position].start < end:
                end = max(end, prose.sentences[position].end)
                position += 1
        start = first.body if first.body < first.end else first.start
        found.append(Unit(start, end, block, 0, _fold(prose, start, end, inside)))
        for quotation in inside:
            found.extend(_opened(prose, quotation, block))
    return tuple(found)


def _fold(prose: Prose, start: int, end: int, inside: list[Quotation]) -> tuple[Token, ...]:
    tokens: list[Token] = []
    position = start
    for quotation in inside:
        tokens.extend(tokenize(prose.text, position, quotation.start))
        tokens.append(
            Token(
                quotation.start, quotation.end, prose.text[quotation.start : quotation.end], QUOTE
            )
        )
        position = quotation.end
    tokens.extend(tokenize(prose.text, position, end))
    return tuple(tokens)


def _opened(prose: Prose, quotation: Quotation, block: int) -> list[Unit]:
    """Return the sentences inside a quotation, without its marks."""
    low = quotation.start + 1
    high = quotation.end - 1 if quotation.closed else quotation.end
    pieces: list[Unit] = []
    for index in range(prose.sentence_at(low), len(prose.sentences)):
        sentence = prose.sentences[index]
        start, end = max(low, sentence.start), min(high, sentence.end)
        if sentence.start >= high:
            break
        if start < end:
            tokens = tokenize(prose.text, start, end)
            pieces.append(Unit(start, end, block, 1, tokens))
    return pieces
