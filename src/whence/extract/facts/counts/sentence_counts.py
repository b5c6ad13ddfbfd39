"""What the sentences of a text count, one by one: how many of what, and what befell them."""

from collections.abc import Iterator

from whence.extract.facts.build import Draft, number_value
from whence.extract.facts.counts.ages import with_ages
from whence.extract.facts.counts.binding import Bound, bind
from whence.extract.facts.counts.corrected import corrected
from whence.extract.facts.counts.couples import with_couples
from whence.extract.facts.counts.died_later import with_later
from whence.extract.facts.counts.doubted import doubted
from whence.extract.facts.counts.means import told
from whence.extract.facts.counts.moved_tolls import moved_tolls
from whence.extract.facts.counts.phrases import Counted, counted
from whence.extract.facts.counts.presupposed import presupposed
from whence.extract.facts.counts.running_tolls import running_tolls
from whence.extract.facts.counts.stage import version
from whence.extract.facts.counts.takenback import taken_back
from whence.extract.facts.counts.together import together
from whence.extract.facts.language.predicates import predicates
from whence.extract.facts.language.quantities import exact
from whence.extract.facts.words import weapon_of, weapons
from whence.extract.prose import Prose, Sentence, Token
from whence.model.fact import Quantity

LONGEST = 300
"""Tokens of a sentence that are read for counts: what is longer is a table or lost its stops."""
_AT_LEAST_ONE = Quantity(low=1, best=1, high=None, comparator="at_least")
"""What "a drone" vouches for: who says it does not say that there was no other."""
_ARTICLE_NOTE = {
    True: "the indefinite article leaves open whether there were more",
    False: "one is meant by the indefinite article",
}
_NOT_SO = -1
"""The hedge of a figure that is taken back: whoever gave it no longer vouches for it."""
_FEARED = frozenset(
    {"feared", "believed", "presumed", "possibly", "reportedly", "allegedly"}
).union(("thought", "rumoured", "rumored"))


def counts_of(prose: Prose) -> Iterator[tuple[int, Bound, Draft]]:
    """Yield every count of a text with the index of its sentence."""
    carried: str | None = None
    block = -1
    for index, sentence in enumerate(prose.sentences):
        before = carried if sentence.block == block and _goes_on(sentence) else None
        tokens = sentence.tokens[:LONGEST]
        things = with_ages(tokens, with_couples(tokens, counted(tokens)))
        things = together(tokens, things)
        carried, block = _munition(things) or before, sentence.block
        last = prose.sentences[index - 1].tokens[:LONGEST] if index else ()
        for bound in _sentence(sentence, things, before is not None, last):
            draft = _draft(prose, sentence, bound, before)
            if draft is not None:
                yield index, bound, draft


def _goes_on(sentence: Sentence) -> bool:
    """Tell whether a sentence starts with "One ...", "Both ...", "The other ..."."""
    words = [token.lower for token in sentence.tokens[:3] if token.text[0].isalnum()]
    return bool(words) and (
        words[0] in {"one", "both", "two", "three", "another", "all"}
        or words[:2] in [["the", "other"], ["the", "second"], ["the", "first"], ["a", "second"]]
    )


def _munition(things: tuple[Counted, ...]) -> str | None:
    """Return the munition of which a sentence counts several: "one" after it can be one of them."""
    for thing in reversed(things):
        if thing.kind == "munition" and thing.form in {"digits", "words", "vague"}:
            return thing.unit if thing.quantity.best != 1 else None
    return None


def _sentence(
    sentence: Sentence, things: tuple[Counted, ...], carried: bool, last: tuple[Token, ...]
) -> tuple[Bound, ...]:
    tokens = sentence.tokens[:LONGEST]
    bound = bind(tokens, things, predicates(tokens), carried)
    moved = moved_tolls(tokens, things)
    known = {(one.slot, one.counted.first) for one in moved}
    running = running_tolls(tokens, things, last)
    moved = (*moved, *(one for one in running if (one.slot, one.counted.first) not in known))
    known = {(one.slot, one.counted.first) for one in moved}
    plain = (*bound, *told(tokens, things, bound))
    every = (*moved, *(one for one in plain if (one.slot, one.counted.first) not in known))
    every = with_later(tokens, every)
    return (*every, *corrected(tokens, things, every))


def _draft(prose: Prose, sentence: Sentence, bound: Bound, carried: str | None) -> Draft | None:
    tokens = sentence.tokens
    thing = bound.counted
    quantity, last = thing.quantity, bound.last
    if bound.slot == "munitions_struck" and quantity.best == 1:
        last = _second(tokens, last)
        quantity = exact(2) if last > bound.last else quantity
    vague = thing.form == "article" and bound.slot.startswith("munitions_") and quantity.best == 1
    if thing.form == "article" and thing.kind == "person" and thing.unit in {"", "others"}:
        return None
    end = last - 1 if tokens[last - 1].text == "," else last
    span = prose.span(tokens[bound.first].start, tokens[end - 1].end)
    munition = bound.slot.startswith("munitions_")
    unit = thing.unit or ((_flying(tokens) or carried) if munition else "people")
    return Draft(
        slot=bound.slot,
        value=number_value(_AT_LEAST_ONE if vague else quantity),
        quantity=_AT_LEAST_ONE if vague else quantity,
        unit=unit,
        spans=(span,),
        stage=version(tokens, bound),
        hedge=_hedge(tokens, bound, last),
        presupposed=presupposed(tokens, bound.counted.last, bound.predicate.start),
        note=_ARTICLE_NOTE[vague] if thing.form == "article" else None,
    )


def _hedge(tokens: tuple[Token, ...], bound: Bound, last: int) -> int | None:
    """Return how far the words around a count take it back or doubt it; None where none does."""
    if taken_back(tokens, bound):
        return _NOT_SO
    near = {token.lower for token in tokens[max(0, bound.first - 3) : last]}
    return 1 if near & _FEARED or doubted(tokens, bound) else None


def _second(tokens: tuple[Token, ...], last: int) -> int:
    """Return the end of a second hit told without its verb (gapping), else ``last``.

    "One struck the quay and the other in a yard": both struck. With a verb of its own ("and the
    other was shot down") the second tells for itself.
    """
    for index in range(last, min(len(tokens) - 2, last + 10)):
        pair = tokens[index].lower, tokens[index + 1].lower, tokens[index + 2].lower
        if pair[0] == "and" and pair[1] == "the" and pair[2] in {"second", "other"}:
            after = tokens[index + 3].lower if index + 3 < len(tokens) else ""
            return index + 3 if after in {"in", "on", "at", "inside", "near", "into"} else last
    return last


def _flying(tokens: tuple[Token, ...]) -> str | None:
    """Return what a bare number of munitions counts: the munition that the sentence names."""
    for token in tokens:
        weapon = weapon_of().get(token.lower)
        if weapon and weapons().weapons[weapon].flies:
            return weapon
    return None
