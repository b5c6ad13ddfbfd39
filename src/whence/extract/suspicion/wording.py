"""What a statement says, sentence by sentence, with one sign for each description in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from whence.extract.prose import Prose, Token
from whence.extract.suspicion.descriptions import Description, descriptions
from whence.model.attribution import Attribution

_HEADLINES = frozenset(("title", "heading"))
_QUOTES = frozenset("\"“”„«»'‘’")
_LONGEST = 90
"""Words of a statement in one sentence that are looked at."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of a statement in one sentence: ``line`` as patterns see it, with its places."""

    index: int
    line: str
    phrases: tuple[Description, ...]
    tokens: tuple[Token, ...]
    places: tuple[tuple[int, int], ...]

    def past(self, offset: int) -> int:
        """Return the number of the first token behind an offset of the line."""
        return next((last for at, last in reversed(self.places) if at < offset), 0)


def wordings(prose: Prose, said: Attribution) -> Iterator[Wording]:
    """Yield what a statement says, sentence by sentence."""
    for content in said.content:
        index = prose.sentence_at(content.start)
        while index < len(prose.sentences) and prose.sentences[index].start < content.end:
            found = wording(prose, index, content.start, content.end)
            if found is not None:
                yield found
            index += 1


def wording(prose: Prose, index: int, start: int, end: int) -> Wording | None:
    """Return the words of a sentence in [start, end) of the text, unless it is a headline."""
    sentence = prose.sentences[index]
    tokens = tuple(
        one for one in sentence.tokens if start <= one.start < end and one.text not in _QUOTES
    )
    if not tokens or len(tokens) > _LONGEST or prose.block_kind(sentence.start) in _HEADLINES:
        return None
    return _wording(index, tokens, prose.text[sentence.start : sentence.end].isupper())


def _wording(index: int, tokens: tuple[Token, ...], loud: bool) -> Wording:
    phrases = tuple(descriptions(tokens, loud))
    starts = {one.first: (number, one) for number, one in enumerate(phrases)}
    line, places, at = " ", [], 0
    while at < len(tokens):
        place = len(line)
        number, phrase = starts.get(at, (0, None))
        if phrase is None:
            named = at and not loud and tokens[at].text[:1].isupper()
            line += (tokens[at].text if named else tokens[at].lower) + " "
            at += 1
        else:
            line += f"⟦{number}⟧ "
            at = phrase.last
        places.append((place, at))
    return Wording(index, line, phrases, tokens, tuple(places))
