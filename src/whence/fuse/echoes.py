"""What a copy only repeats: its facts are those of the text that it was copied from.

The same words read twice tell nothing twice. Nor are they younger in the copy: an agency's first
toll in tomorrow's paper is still its first, and its "on Monday" is the agency's Monday.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace

from whence.model.fact import Fact
from whence.model.incident import Slot, Value
from whence.model.origin import Copy
from whence.model.span import Span

_HALF = 0.5
_WHERE = "place"

Echoes = Mapping[str, str]
"""For every fact that only repeats another: the id of the fact that it repeats."""


def echoes(
    facts: Sequence[Fact],
    copies: Sequence[Copy],
    has_it: Callable[[Fact, Fact], bool],
) -> Echoes:
    """Return which facts repeat which, by their ids; the first of a row of copies repeats none.

    A fact repeats one of its slot that stands on the same words of a copied passage, if it has it
    from there for all that the chains tell (``has_it``): who puts the words into another's mouth
    says something new. Of a text that was copied as a whole its dateline is too, which is no part
    of a passage. Who takes over a passage for a report of his own says where that was himself.
    """
    told: dict[str, list[Fact]] = defaultdict(list)
    for fact in sorted(facts, key=lambda one: one.id):
        told[fact.document_id].append(fact)
    found: dict[str, str] = {}
    for copy in sorted(copies, key=lambda one: (-one.probability, one.original_id or "")):
        words = _by_words(told.get(copy.original_id or "", ()))
        for mine in told.get(copy.copy_id, ()):
            if mine.slot == _WHERE and copy.basis != "whole":
                continue
            theirs = _repeated(mine, copy, words)
            if theirs is not None and has_it(mine, theirs):
                found.setdefault(mine.id, theirs.id)
    return {key: _first(found, key) for key in found}


_ByWords = Mapping[tuple[str, str], Sequence[tuple[Fact, Span]]]


def _by_words(facts: Sequence[Fact]) -> _ByWords:
    found: dict[tuple[str, str], list[tuple[Fact, Span]]] = defaultdict(list)
    for fact in facts:
        for span in fact.spans:
            found[fact.slot, span.text].append((fact, span))
    return found


def _repeated(mine: Fact, copy: Copy, words: _ByWords) -> Fact | None:
    """Return the fact that a copy's fact repeats with every one of its words, if there is one."""
    found = [_same(mine, span, copy, words) for span in mine.spans]
    given = [one for one in found if one is not None]
    return given[0] if given and len(given) == len(found) else None


def _same(mine: Fact, span: Span, copy: Copy, words: _ByWords) -> Fact | None:
    given = words.get((mine.slot, span.text), ())
    size = span.end - span.start
    passages = [one for one in copy.passages if one.copy.overlap(span) > _HALF * size]
    if not passages:
        there = [fact for fact, _ in given] if copy.basis == "whole" else []
    else:
        there = [
            fact
            for fact, place in given
            if any(one.original.overlap(place) > _HALF * size for one in passages)
        ]
    alike = [fact for fact in there if (fact.value, fact.unit) == (mine.value, mine.unit)]
    return next(iter(alike or there), None)


def _first(found: Mapping[str, str], key: str) -> str:
    """Return the fact at which a row of copies starts."""
    seen = {key}
    while (then := found.get(found[key])) is not None and then not in seen:
        key = found[key]
        seen.add(key)
    return found[key]


def with_echoes(
    slots: Sequence[Slot], repeated: Echoes, facts: Mapping[str, Fact]
) -> tuple[Slot, ...]:
    """Return the slots with what copies repeat shown behind the values that they repeat."""
    again: dict[str, list[Fact]] = defaultdict(list)
    for key in sorted(repeated):
        again[repeated[key]].append(facts[key])
    return tuple(
        replace(slot, values=tuple(_with(value, again) for value in slot.values)) for slot in slots
    )


def _with(value: Value, again: Mapping[str, Sequence[Fact]]) -> Value:
    more = [one for key in value.fact_ids for one in again.get(key, ())]
    if not more:
        return value
    return replace(
        value,
        fact_ids=tuple(sorted({*value.fact_ids, *(one.id for one in more)})),
        document_ids=tuple(sorted({*value.document_ids, *(one.document_id for one in more)})),
        spans=tuple(sorted({*value.spans, *(span for one in more for span in one.spans)})),
    )
