"""Suspects of a rumour, suggestion or charge that the text passes on, who are only described.

"The suggestion that guards blew up their own tower first appeared in a letter": a noun tells that
somebody holds it, and no statement does.
"""

from collections.abc import Iterator, Sequence

from whence.extract.parties.party import Party
from whence.extract.prose import Prose
from whence.extract.sourcing import Sourcing
from whence.extract.suspicion.described import deed, held, unmeant
from whence.extract.suspicion.drafting import Draft
from whence.extract.suspicion.hedging import Commitment, of_context, of_verb_group, of_verdict
from whence.extract.suspicion.rendering import Rendered
from whence.extract.suspicion.resolving import Resolver
from whence.extract.suspicion.taken_away import affirmed
from whence.extract.suspicion.wording import Wording, wording

_REJECTING = frozenset(("reject_accusation", "deny_involvement"))


def rumoured(
    prose: Prose,
    sourcing: Sourcing,
    lines: Sequence[Rendered],
    resolver: Resolver,
    found: Sequence[Draft],
) -> Iterator[Draft]:
    """Yield a draft for each description that a noun for others' words is said of."""
    taken = {at for one in found for at in range(one.subject_start, one.subject_end)}
    for index, sentence in enumerate(prose.sentences):
        line = wording(prose, index, sentence.start, sentence.end)
        if line is None or any(one.lower in unmeant() for one in line.tokens):
            continue
        for start, end, commitment in _held(line):
            said = sourcing.at(start, end)
            rejected = said is not None and said.act in _REJECTING and not said.negated
            party = Party(0, 0, start, end, resolver.text(start, end), "group")
            stands = commitment.polarity and not rejected
            if not taken.isdisjoint(range(start, end)) or (
                stands and not affirmed(prose, lines[index], index, party, True)
            ):
                continue
            named = resolver.resolve(party, index)
            if named is not None:
                yield Draft(
                    index, "accuse", "carried_out", named.name, named.kind, named.start,
                    named.end, start, line.tokens[-1].end, stands, commitment.hedge, not stands,
                )  # fmt: skip


def _held(line: Wording) -> Iterator[tuple[int, int, Commitment]]:
    """Yield who did it by such words, and what the words around them make of it."""
    for noun in held().finditer(line.line):
        told = deed().match(line.line, noun.end())
        if told is None:
            continue
        context = of_context(line.line[: noun.end()], "subject", accusing=False)
        verdict = of_verdict(line.line[: noun.end()], line.line[told.end() :])
        verbs = of_verb_group(told["aux"] or "")
        if context.skip or context.retracted or verbs.skip or not verbs.polarity:
            continue
        phrase = line.phrases[int(told["x"])]
        last = line.past(told.end("more") if told["more"] else told.end("x"))
        yield (
            line.tokens[phrase.noun].start,
            line.tokens[last - 1].end,
            Commitment(
                context.polarity == verdict.polarity,
                min(context.hedge, verdict.hedge, verbs.hedge),
            ),
        )
