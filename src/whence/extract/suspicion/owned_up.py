"""Who owns up by what the reader takes a statement for, where no pattern finds the words.

"The group published a video. It said its men had gone to the depot that night": the statement is
read as a claim of responsibility, and its speaker is a group that the text names.
"""

from collections.abc import Iterator, Sequence

from whence.extract.parties import Census, Party
from whence.extract.parties.words import lexicon
from whence.extract.prose import Prose
from whence.extract.sourcing import Sourcing
from whence.extract.suspicion.drafting import Draft
from whence.extract.suspicion.rendering import Rendered
from whence.extract.suspicion.resolving import Named, Resolver
from whence.extract.suspicion.voices import BY_HEARSAY, doubtful, forged
from whence.model.attribution import Attribution
from whence.model.span import Span

_SURE = 3
_OWNING = "claim_responsibility"
_SAME = frozenset(("admit", "state"))


def owned_up(
    prose: Prose,
    sourcing: Sourcing,
    census: Census,
    lines: Sequence[Rendered],
    resolver: Resolver,
    found: Sequence[Draft],
) -> Iterator[Draft]:
    """Yield a draft for each statement by which a named group owns up, and no draft says so.

    A person's words are left to patterns: to own up to something is less plain there.
    """
    told = {(one.sentence, one.subject) for one in found if one.frame in _SAME and one.polarity}
    for said in sourcing.attributions:
        if said.act != _OWNING or said.negated or said.source is None or _nobody(said.source):
            continue
        index = prose.sentence_at(said.source.start)
        named = _group(said, said.source, index, census, resolver)
        if named is None or (index, named.name) in told:
            continue
        line = lines[index]
        place = next((at for at, left, right in line.places if left <= named.start < right), 0)
        before, after = line.line[:place], line.line[place:]
        if forged(before, after):
            continue
        told.add((index, named.name))
        words = (*filter(None, [said.cue]), *said.content)
        within = [one.end for one in words if one.end <= prose.sentences[index].end]
        yield Draft(
            index, "admit", "carried_out", named.name, named.kind, named.start, named.end,
            said.source.start, max([said.source.end, *within]), True,
            BY_HEARSAY if doubtful(before) else _SURE,
        )  # fmt: skip


def _group(
    said: Attribution, source: Span, index: int, census: Census, resolver: Resolver
) -> Named | None:
    """Return the group that speaks: one named in the source's words, or whom they stand for."""
    inside = [p for p in census.phrases[index] if source.start <= p.start and p.end <= source.end]
    if len(inside) == 1 and not inside[0].negative:
        named = resolver.resolve(inside[0], index)
        return named if named is not None and named.kind == "group" and _known(inside[0]) else None
    return None if inside else resolver.group(said.speaker, source)


def _nobody(source: Span) -> bool:
    """Tell whether "no" or "nobody" stands among the words for who speaks."""
    return not lexicon()["negatives"].isdisjoint(source.text.casefold().split())


def _known(party: Party) -> bool:
    return party.known or party.anaphor
