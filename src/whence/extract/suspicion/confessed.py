"""Who owns up and is only described, by words that tell the deed: "a student said he lit it"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from whence.extract.lexicon import LEXICON
from whence.extract.prose import Prose
from whence.extract.sourcing import Sourcing
from whence.extract.suspicion.described import macros, unmeant
from whence.extract.suspicion.descriptions import phrase_of
from whence.extract.suspicion.drafting import Draft
from whence.extract.suspicion.grammar import compiled
from whence.extract.suspicion.hedging import of_verb_group
from whence.extract.suspicion.rendering import Rendered
from whence.extract.suspicion.resolving import Resolver
from whence.extract.suspicion.voices import doubtful, forged
from whence.extract.suspicion.wording import wordings
from whence.model.attribution import Attribution
from whence.model.vocabulary import load

_OWNING = "claim_responsibility"
_SURE = 3


class _Table(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    macros: dict[str, str]
    did: tuple[str, ...]


@cache
def _did() -> tuple[re.Pattern[str], ...]:
    table = load("confessing", _Table, LEXICON)
    known = {**macros(), **table.macros}
    return tuple(compiled(rf"^ (?:{one})", known) for one in table.did)


def confessed(
    prose: Prose,
    sourcing: Sourcing,
    lines: Sequence[Rendered],
    resolver: Resolver,
    found: Sequence[Draft],
) -> Iterator[Draft]:
    """Yield a draft for each description that owns up, where no draft names it."""
    taken = {at for one in found for at in range(one.subject_start, one.subject_end)}
    for said in sourcing.attributions:
        if said.act != _OWNING or said.negated or said.source is None or not _tells(prose, said):
            continue
        index = prose.sentence_at(said.source.start)
        words = phrase_of(prose.sentences[index].tokens, said.source)
        if words is None or not taken.isdisjoint(range(*words)):
            continue
        line = lines[index]
        place = next((at for at, left, right in line.places if left <= words[0] < right), 0)
        before, after = line.line[:place], line.line[place:]
        if forged(before, after) or doubtful(before):
            continue
        taken.update(range(*words))
        told = (*filter(None, [said.cue]), *said.content)
        within = [one.end for one in told if one.end <= prose.sentences[index].end]
        yield Draft(
            index, "admit", "carried_out", resolver.text(*words), "group", *words,
            said.source.start, max([said.source.end, *within]), True, _SURE,
        )  # fmt: skip


def _tells(prose: Prose, said: Attribution) -> bool:
    """Tell whether the words of an admission begin with the deed as one's own."""
    for line in wordings(prose, said):
        if any(one.lower in unmeant() for one in line.tokens):
            return False
        for one in _did():
            told = one.match(line.line)
            if told is not None:
                verbs = of_verb_group(told.groupdict().get("aux") or "")
                return verbs.polarity and not verbs.skip
        return False
    return False
