"""Who denies the deed by what the reader takes a statement for, accused before or not.

"Hackers defaced the page. Both big clubs denied any part in it": the statement is read as a denial,
its words say that the speaker's side did not do it, and the speaker is a party or speaks for one.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from whence.extract.acts import denies_outright
from whence.extract.lexicon import LEXICON
from whence.extract.parties import Census, Party
from whence.extract.parties.words import lexicon
from whence.extract.prose import Prose
from whence.extract.sourcing import Sourcing
from whence.extract.suspicion.backing import speaking_for
from whence.extract.suspicion.blame import is_deed
from whence.extract.suspicion.descriptions import descriptions, is_body
from whence.extract.suspicion.drafting import Draft
from whence.extract.suspicion.resolving import Named, Resolver
from whence.model.attribution import Attribution
from whence.model.span import Span
from whence.model.vocabulary import load

_DENYING = frozenset(("deny_involvement", "reject_accusation"))
_SURE = 3
_HEADLINES = frozenset(("title", "heading"))
_PLACED = re.compile(r"\b(?:in|at|near|from|outside|inside) (?:the )?$")
_MARKS = re.compile('["“”„«»‘]')
_LABEL = 3
"""Most words before a name that say what bears it: "the shipping firm X"."""
_LONGEST = 400
"""Characters of a denial that are looked at."""


class _Table(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    own: str
    outright: str
    inside: str
    passive: str
    undone: tuple[str, ...]
    nobody: str
    mouths: frozenset[str]


@cache
def _table() -> _Table:
    return load("disowning", _Table, LEXICON)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    table = _table()
    undone = "|".join(table.undone)
    return {
        "outright": re.compile(table.outright),
        "inside": re.compile(table.inside),
        "own": re.compile(rf"{table.own} (?!{table.passive})"),
        "undone": re.compile(rf"(?:{table.own} (?:{undone})|{table.nobody})"),
    }


def disowned(
    prose: Prose,
    sourcing: Sourcing,
    census: Census,
    resolver: Resolver,
    found: Sequence[Draft],
) -> Iterator[Draft]:
    """Yield a draft for each statement by which a party denies, and no draft says so.

    A single person's words are left to patterns, which know whether he was accused.
    """
    told = {(one.sentence, one.subject) for one in found if not one.polarity}
    for said in sourcing.attributions:
        if said.act not in _DENYING or said.negated or said.source is None:
            continue
        index = prose.sentence_at(said.source.start)
        if prose.block_kind(prose.sentences[index].start) in _HEADLINES or not denies(said):
            continue
        named = _party(said.source, index, prose, census, resolver)
        if named is None or (index, named.name) in told:
            continue
        told.add((index, named.name))
        words = (*filter(None, [said.cue]), *said.content)
        within = [one.end for one in words if one.end <= prose.sentences[index].end]
        yield Draft(
            index, "deny", "carried_out", named.name, named.kind, named.start, named.end,
            said.source.start, max([said.source.end, *within]), False, _SURE,
        )  # fmt: skip


def denies(said: Attribution) -> bool:
    """Tell whether the words of a denial say that the speaker's own side did not do the deed.

    Who denies a detail, a figure or what is said of somebody else does not.
    """
    content = " ".join(_MARKS.sub("", " ".join(one.text for one in said.content)).split())
    content = content.casefold()[:_LONGEST].lstrip("-– .,")
    patterns = _patterns()
    if patterns["undone"].match(content):
        return True
    if said.act != "deny_involvement" or not denies_outright(said.cue):
        return False
    part = patterns["outright"].match(content)
    if part is not None:
        inside = patterns["inside"].match(part["rest"])
        return inside is None or is_deed(f" {inside['what']}")
    return patterns["own"].match(content) is not None and is_deed(f" {content}")


def _party(
    source: Span, index: int, prose: Prose, census: Census, resolver: Resolver
) -> Named | None:
    """Return the party that speaks by words for a source, or for which somebody speaks."""
    text = prose.text[source.start : source.end]
    if not lexicon()["negatives"].isdisjoint(text.casefold().split()):
        return None
    inside = [
        one
        for one in census.phrases[index]
        if source.start <= one.start and one.end <= source.end
        and not _PLACED.search(prose.text[source.start : one.start].casefold())
    ]  # fmt: skip
    if not inside:
        return _described(source, index, prose, resolver)
    party = inside[-1]
    before = prose.text[source.start : party.start].casefold()
    if party.negative or party.adjective or not _opens(before):
        return None
    after = prose.text[party.end : source.end].casefold().strip("’'s ")
    if party.kind == "state" and after and after.split()[-1] not in _table().mouths:
        return None
    if party.kind != "state" and after:
        return None
    named = resolver.resolve(party, index)
    if named is None or named.kind not in ("state", "group", "body"):
        return None
    return named if _told(party, named, before) else None


def _opens(before: str) -> bool:
    """Tell whether words before a name only say what bears it, or who speaks in it."""
    said = before.split()
    bare = said in ([], ["the"])
    return bare or speaking_for(before) or (len(said) <= _LABEL and is_body(said[-1]))


def _told(party: Party, named: Named, before: str) -> bool:
    """Tell whether a name is known as a party's, or somebody is said to speak for it."""
    return named.name[:1].isupper() and (party.known or bool(before.strip()))


def _described(source: Span, index: int, prose: Prose, resolver: Resolver) -> Named | None:
    """Return who is described by all words for a source: "both big clubs"."""
    words = prose.sentences[index].tokens
    tokens = tuple(one for one in words if source.start <= one.start < source.end)
    for one in descriptions(tokens, source.text.isupper()):
        if one.first == 0 and one.last == len(tokens) and one.last - one.noun > 1:
            start = tokens[one.noun].start
            return Named(resolver.text(start, source.end), "group", start, source.end)
    return None
