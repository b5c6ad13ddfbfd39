"""The town that a report opens with, where the text leaves open which of its namesakes it is."""

from collections.abc import Sequence

from whence.extract.events import event_words
from whence.extract.lexicon import closed
from whence.extract.place.gazetteer import demonyms
from whence.extract.place.located import Located
from whence.extract.place.names import Name
from whence.extract.place.words import is_possessive, words
from whence.extract.prose import Prose

_LEAD = 3
"""Sentences that count as the head of a report."""
_CASE = 3
"""Tokens behind a name within which "case" makes it a person's ("the Quellby murder case")."""


def doubted(
    prose: Prose, named: Sequence[Name], found: Sequence[Located], persons: frozenset[str]
) -> list[Located]:
    """Return the one town that a report opens with the event in, where it resolves none.

    "Quellby boy shot", "Two hurt at party near Quellby": the gazetteer has towns of the name, but
    which one it is stays open, so that it has no point. ``persons`` are names that persons bear.
    """
    if any(not one.facility and (one.place is None or _is_local(one)) for one in found):
        return []
    taken = {one.span.start for one in found}
    able = [one for one in named if one.start not in taken and _may_be(one, persons)]
    told = {one.key for one in able if _heads(prose, one)}
    if len(told) != 1:
        return []
    rows = [(prose.span(one.start, one.end), one) for one in able if one.key in told]
    return [Located(span, span, span.text, None, one.evidence) for span, one in rows]


def _is_local(one: Located) -> bool:
    return one.place is not None and one.place.kind in ("city", "county")


def _may_be(name: Name, persons: frozenset[str]) -> bool:
    """Tell whether a name may be a town's, and is no person's and no ordinary word."""
    if name.person or name.caps or name.key in persons or name.evidence in ("part", "quarter"):
        return False
    if name.key in words().ordinary | closed("determiners") or name.key in demonyms():
        return False
    if name.key in words().given and not name.within:
        return False
    return any(one.kind == "city" for one in (*name.candidates, *name.hamlets))


def _heads(prose: Prose, name: Name) -> bool:
    """Tell whether headline or lead tell the event "in" a name, or of what is called by it."""
    head = prose.block_kind(name.start) == "title" or name.sentence < _LEAD
    tokens = prose.sentences[name.sentence].tokens
    inside = name.within and not is_possessive(tokens[name.last - 1])  # "in X's camp": a person?
    called = name.bearing and name.first  # any first word has a capital: "Farmer shot"
    if not head or not (called or inside):
        return False
    events = event_words().incident_nouns | event_words().outcomes | words().happened
    behind = [token.lower for token in tokens[name.last : name.last + _CASE]]
    return "case" not in behind and any(token.lower in events for token in tokens)
