"""Suspects that the reader saw by itself, as drafts beside those that patterns find."""

from collections.abc import Iterator, Sequence

from whence.extract.parties import Census, Party
from whence.extract.prose import Prose
from whence.extract.suspicion.drafting import Draft
from whence.extract.suspicion.grammar import Frame
from whence.extract.suspicion.resolving import Resolver
from whence.model.claim import Standing
from whence.model.reading import Suspected

_LEAST = 0.6
"""Below this probability of being a suspect a mention makes no claim: naming people does harm."""
_FIRM, _POSSIBLE = 3, 1
_FRAMES: dict[Standing, tuple[Frame, bool, int]] = {
    "admitted": ("admit", True, _FIRM),
    "found": ("convict", True, _FIRM),
    "reported_as_fact": ("state", True, _FIRM),
    "accused_by_authority": ("accuse", True, _FIRM),
    "accused": ("accuse", True, _FIRM),
    "speculated": ("accuse", True, _POSSIBLE),
    "denied": ("deny", False, _FIRM),
    "cleared": ("clear", False, _FIRM),
}
"""What the words do, whether they affirm, and how firmly, for each standing that a reader sees.

Who says it decides further: "accused" by an authority stands as such, whatever the reader saw."""


def drafts(
    prose: Prose,
    census: Census,
    resolver: Resolver,
    suspected: Sequence[Suspected],
    found: Sequence[Draft],
) -> Iterator[Draft]:
    """Yield a draft for each suspect whose mention names a party and is not in ``found``."""
    for one in suspected:
        start, end = one.span.start, one.span.end
        if one.probability < _LEAST or _known(start, end, found):
            continue
        index = prose.sentence_at(start)
        party = _party(census, index, start, end)
        named = resolver.resolve(party, index) if party else None
        if named is None:
            continue
        frame, polarity, hedge = _FRAMES[one.standing]
        sentence = prose.sentences[index]
        yield Draft(
            index, frame, "carried_out", named.name, named.kind, named.start, named.end,
            sentence.start, sentence.end, polarity, hedge,
        )  # fmt: skip


def _known(start: int, end: int, found: Sequence[Draft]) -> bool:
    return any(one.subject_start < end and one.subject_end > start for one in found)


def _party(census: Census, index: int, start: int, end: int) -> Party | None:
    """Return the longest phrase for a party in a mention, when it can be one."""
    inside = [
        party
        for party in census.phrases[index]
        if party.start < end and party.end > start and not (party.negative or party.owner)
    ]
    return max(inside, key=lambda party: party.end - party.start, default=None)
