"""Suspects that the reader saw by itself, as drafts beside those that patterns find.

A model's guess names nobody on its own. It becomes a draft only where the mention is a party and
nothing but a party, where nothing around it takes the accusation away, and with no more standing
than what is said there carries: who owns up, who was found guilty, who denies and who was cleared
is told by words and by speakers, never by the guess.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from whence.extract.lexicon import closed, words
from whence.extract.parties import Census, Party
from whence.extract.prose import Prose
from whence.extract.sourcing import Sourcing
from whence.extract.suspicion.accuser import finds
from whence.extract.suspicion.drafting import Draft
from whence.extract.suspicion.grammar import TARGET, Frame
from whence.extract.suspicion.hedging import of_context
from whence.extract.suspicion.rendering import Rendered
from whence.extract.suspicion.resolving import Resolver
from whence.model.attribution import Act
from whence.model.claim import Standing
from whence.model.reading import Suspected

LEAST = 0.6
"""Below this probability of being a suspect a mention makes no claim: naming people does harm."""
_FIRM, _POSSIBLE = 3, 1
_PART = 0.6
"""How much of a mention the party's name must fill: "a rival of X" names somebody else."""
_FRAMES: dict[Standing, tuple[Frame, int]] = {
    "admitted": ("admit", _FIRM),
    "found": ("convict", _FIRM),
    "reported_as_fact": ("state", _FIRM),
    "accused_by_authority": ("accuse", _FIRM),
    "accused": ("accuse", _FIRM),
    "speculated": ("accuse", _POSSIBLE),
    "denied": ("deny", _FIRM),
    "cleared": ("clear", _FIRM),
}
"""What the words do, and how firmly, for each standing that a reader sees."""
_CLAUSE_MARKS = frozenset(",;:—–")
_NEEDS: dict[Standing, frozenset[Act]] = {
    "admitted": frozenset(("claim_responsibility",)),
    "denied": frozenset(("deny_involvement", "reject_accusation")),
    "cleared": frozenset(("reject_accusation",)),
}
"""Acts without which a standing is not believed."""


class Seen:
    """What the reader suspects in one document, held against the words around it."""

    def __init__(
        self, prose: Prose, sourcing: Sourcing, census: Census, lines: Sequence[Rendered]
    ) -> None:
        self._prose = prose
        self._sourcing = sourcing
        self._census = census
        self._lines = lines
        self._voices = sorted(
            span.start
            for said in sourcing.attributions
            for span in (*said.content, said.source, said.cue)
            if span is not None
        )

    def drafts(
        self, suspected: Sequence[Suspected], resolver: Resolver, found: Sequence[Draft]
    ) -> Iterator[Draft]:
        """Yield a draft for each suspect that stands, and that no draft names there already."""
        known = {one.key for one in found}
        named = {at for one in found for at in range(one.subject_start, one.subject_end)}
        for one in suspected:
            if one.probability < LEAST or not named.isdisjoint(range(one.span.start, one.span.end)):
                continue
            draft = self._draft(one, resolver)
            if draft is not None and draft.key not in known:
                known.add(draft.key)
                yield draft

    def _draft(self, one: Suspected, resolver: Resolver) -> Draft | None:
        start, end = one.span.start, one.span.end
        index = self._prose.sentence_at(start)
        party = self._party(index, start, end)
        if party is None or not self._affirmed(index, party) or not self._said(one):
            return None
        named = resolver.resolve(party, index)
        if named is None:
            return None
        frame, hedge = _FRAMES[one.standing]
        sentence = self._prose.sentences[index]
        if frame == "convict" and not finds(self._prose.text[sentence.start : sentence.end]):
            frame = "accuse"
        return Draft(
            index, frame, "carried_out", named.name, named.kind, named.start, named.end,
            *self._words(index, party), frame not in ("deny", "clear"), hedge,
        )  # fmt: skip

    def _words(self, index: int, party: Party) -> tuple[int, int]:
        """Return the words of the sentence that are about a mention, and nobody else's.

        They lie in the innermost content that holds the mention, and end where another voice
        begins: who says something else in the same sentence accuses nobody.
        """
        sentence = self._prose.sentences[index]
        start, end = sentence.start, sentence.end
        said = self._sourcing.at(party.start, party.end)
        for content in said.content if said else ():
            if content.start <= party.start and party.end <= content.end:
                start, end = max(start, content.start), min(end, content.end)
        following = bisect_left(self._voices, party.end)
        return start, min([end, *self._voices[following : following + 1]])

    def _party(self, index: int, start: int, end: int) -> Party | None:
        """Return the party that a mention is, but for determiners and titles before the name."""
        inside = [
            party
            for party in self._census.phrases[index]
            if start <= party.start
            and party.end <= end + len("’s")
            and not (party.negative or party.owner or party.adjective or party.anaphor)
        ]
        whole = max(inside, key=lambda party: party.end - party.start, default=None)
        if whole is None or whole.end < end - len("’s"):
            return None
        return whole if whole.end - whole.start >= _PART * (end - start) else None

    def _affirmed(self, index: int, party: Party) -> bool:
        """Tell whether the words before a party leave the accusation standing.

        A condition, a question, an accusation not made and a denial do not; and the victim is
        nobody's suspect.
        """
        line = self._lines[index]
        sentence = self._prose.sentences[index]
        if self._prose.text[sentence.start : sentence.end].rstrip(" ”\"’'").endswith("?"):
            return False
        place = next((at for at, left, right in line.places if left <= party.start < right), None)
        if place is None or line.line[place:].startswith(TARGET):
            return False
        if self._negated(index, party):
            return False
        before = line.line[:place]
        contexts = (of_context(before, "object", accusing) for accusing in (True, False))
        return not any(one.skip or not one.polarity or one.retracted for one in contexts)

    def _negated(self, index: int, party: Party) -> bool:
        """Tell whether the clause around a party has a negation of any kind.

        A guess is given up more easily than a pattern: "nobody blamed X", "no link with X was
        found" and "X was never under suspicion" leave nothing of it.
        """
        clause: list[str] = []
        for token in self._prose.sentences[index].tokens:
            if token.text in _CLAUSE_MARKS:
                if token.start >= party.end:
                    break
                clause = []
            elif not party.start <= token.start < party.end:
                clause.append(token.lower)
        nobody = {word for word in words("negative_subjects") if " " not in word}
        negations = closed("negations") | nobody
        return any(word in negations or word.endswith(("n't", "n’t")) for word in clause)

    def _said(self, one: Suspected) -> bool:
        """Tell whether the one who speaks there does what the standing needs."""
        said = self._sourcing.at(one.span.start, one.span.end)
        if said is not None and said.negated:
            return False
        needed = _NEEDS.get(one.standing)
        return needed is None or (said is not None and said.act in needed)
