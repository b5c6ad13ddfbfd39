"""What the title and the first sentences of a report abroad say of where it was.

The learned weights (``likeliest``) are of a land whose reports name few other towns.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from whence.extract.facts.build import Context
from whence.extract.facts.site.beside import in_title
from whence.extract.facts.site.placing import Weighed, mention_weight
from whence.extract.matching import tokens_after
from whence.extract.place import Located
from whence.extract.place.spelling import key
from whence.extract.place.words import words
from whence.extract.time.words import words as time_words

_LIGHT = 0.4
"""Share of the weight of the heaviest below which a place abroad is not chosen."""
_IN = re.compile(r",? in (?:the )?$")
_GAP = 10
"""Code points between a name and the one of what it lies in."""
_LED = 2
"""Sentences at the start of a text that tell where it was, if any do."""
_LATE = 2
"""Sentences from the start behind which earlier events are recalled."""
_PUT = 1.0
"""Weight of a mention from which something is put in a town."""


def titled(context: Context, every: Sequence[Weighed]) -> Weighed | None:
    """Return the one town abroad that the title names, where no other place of the text is in it.

    A court or the police of a town sit there.
    """
    abroad = [one for one in every if one.is_town and one.country not in words().local_heads]
    named = [one for one in abroad if any(_is_titled(context, m) for m in one.mentions)]
    return named[0] if len(named) == 1 and len(abroad) == len(every) else None


def without_asides(context: Context, every: Sequence[Weighed]) -> list[Weighed]:
    """Return the places without those abroad of which a text says little, or only at its end.

    Where its first sentences put something in a town, others are of what happened before.
    """
    found = [one for one in every if not _is_light(one, every)]
    found = [one for one in found if not _is_around(context, one, found)]
    leads = any(_is_led(context, one) for one in found)
    return [one for one in found if not leads or not _is_late(context, one)]


def heads(context: Context, mention: Located) -> bool:
    """Tell whether a mention stands in the title, or a place that the title names."""
    title = context.prose.block_kind(mention.span.start) == "title"
    return title or in_title(context, mention)


def _is_light(one: Weighed, every: Sequence[Weighed]) -> bool:
    """Tell whether a text abroad says little of a town beside another of its land.

    The learned weights are of lands whose reports name few towns.
    """
    most = max(every, key=lambda row: row.weight)
    return most.country not in words().local_heads and one.weight < _LIGHT * most.weight


def _is_around(context: Context, one: Weighed, every: Sequence[Weighed]) -> bool:
    """Tell whether a text names a place abroad for what lies in it ("X, in the Y district")."""
    if one.country in words().local_heads:
        return False
    ends = {m.whole.end for other in every if other is not one for m in other.mentions}
    for mention in one.mentions:
        sentence = context.prose.sentences[context.sentence(mention.span.start)]
        after = tokens_after(sentence.tokens, mention.whole.end, 1)
        opens = _IN.search(
            context.prose.text, max(0, mention.span.start - _GAP), mention.span.start
        )
        part = after and after[0].lower in words().divisions
        if part and opens is not None and opens.start() in ends:
            return True
    return False


def _is_led(context: Context, one: Weighed) -> bool:
    """Tell whether the first sentences of a text put something in a town."""
    return one.is_town and any(
        context.sentence(m.span.start) < _LED
        and m.evidence in ("located", "told", "stated")
        and mention_weight(context, m) >= _PUT
        for m in one.mentions
    )


def _is_late(context: Context, one: Weighed) -> bool:
    """Tell whether only the end of a text tells of a town abroad: often of something earlier."""
    if not one.is_town or one.country in words().local_heads:
        return False
    if any(heads(context, m) or m.evidence == "dateline" for m in one.mentions):
        return False
    return all(
        context.sentence(m.span.start) >= _LATE or _is_recalled(context, m) for m in one.mentions
    )


def _is_recalled(context: Context, mention: Located) -> bool:
    """Tell whether a sentence behind the first tells of what was before ("also, in July, at X")."""
    index = context.sentence(mention.span.start)
    said = [token.lower for token in context.prose.sentences[index].tokens]
    month = any(one == "in" and two in time_words().months for one, two in pairwise(said))
    return index > 0 and (month or not words().earlier.isdisjoint(said))


def _is_titled(context: Context, one: Located) -> bool:
    """Tell whether the title names a place, and nothing that is only near it."""
    title = f" {key(context.prose.document.title or '')} "
    beside = (f" {word} {key(one.span.text)} " for word in ("near", "outside"))
    return in_title(context, one) and not any(words in title for words in beside)
