"""Towns by their police, where no gazetteer tells them: "Fort Harrow police said"."""

from collections.abc import Iterator, Sequence

from whence.extract.lexicon import closed
from whence.extract.place.gazetteer import hamlets, lookup
from whence.extract.place.neighbours import force
from whence.extract.place.spelling import fold
from whence.extract.place.words import bare, is_capital, straight, words
from whence.extract.prose import Token


def policed(tokens: Sequence[Token], longest: int) -> Iterator[tuple[int, int]]:
    """Yield the first token and the end of each run of capitals that has a police of its own.

    A run is of up to ``longest`` words. Bodies that have a police too are no town ("Campus
    police"). The one word that opens a sentence is a name where the gazetteer has such a one: any
    word may have a capital there ("Initial police reports").
    """
    row = tuple(tokens)
    for first in range(len(row) - 1):
        before = row[first - 1 : first] if first else ()
        longer = any(is_capital(one) and one.lower not in closed("determiners") for one in before)
        if longer or not is_capital(row[first]):
            continue
        last = first + 1
        while last < len(row) and last - first < longest and not force(row, last):
            last += 1
        named = {straight(one) for one in row[last : last + 2]}
        if not force(row, last) or named.isdisjoint(words().town_forces):
            continue
        run = row[first:last]
        if all(is_capital(one) for one in run) and _is_town(run, opens=first == 0):
            yield first, last


def _is_town(run: Sequence[Token], *, opens: bool) -> bool:
    """Tell whether a run of capitals may be a town's name; ``opens`` where a sentence begins."""
    named = [fold(bare(token)) for token in run]
    if named[-1] in words().has_police:
        return False
    if len(run) > 1:
        return named[0] not in closed("determiners")
    kinds = words().settlements | words().heads | words().divisions
    name = bare(run[0])
    return named[0] not in kinds and (not opens or bool(lookup(name) or hamlets(name)))
