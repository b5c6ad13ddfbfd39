"""Towns by which something else is called: a public building, the road between two of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from whence.extract.place.atlas import Place
from whence.extract.place.facilities import Facility
from whence.extract.place.gazetteer import lookup
from whence.extract.place.kinds import is_abroad
from whence.extract.place.located import Located
from whence.extract.place.names import Evidence, Name
from whence.extract.place.neighbours import located
from whence.extract.place.words import bare, is_capital, is_possessive, words
from whence.extract.prose import Prose, Token

_LARGE = 100_000
"""People from which a town's name makes a building or a road its own, and no namesake's."""
_HEAD = 2
"""Words in the longest word for a public building ("air base")."""


def town_end(tokens: Sequence[Token], one: Facility) -> int | None:
    """Return where the town ends by which a public building is called; None where by no town.

    "Harrow International Airport", "the Harrow stadium", "Harrow's main market". Abroad alone, and
    large towns alone: in the United States a building is as often called by a person. A hotel, a
    street or a school may bear the name of any town.
    """
    named = [token for token in tokens if one.start <= token.start and token.end <= one.end]
    first = 0
    while first < len(named) and not is_capital(named[first]):
        first += 1  # "the Harrow stadium"
    if named[:1] and named[0].lower in ("the", "a", "an") and is_capital(named[0]):
        first = 1
    for last in range(len(named) - 1, first, -1):
        owned = any(is_possessive(token) for token in named[first : last - 1])
        name = " ".join(bare(token) for token in named[first:last])
        if not owned and _is_public(named[last:]) and _town(name) is not None:
            return named[last - 1].start + len(bare(named[last - 1]))
    return None


def _is_public(behind: Sequence[Token]) -> bool:
    """Tell whether the words behind a name are a building: "central bus station"."""
    said = [bare(token).casefold() for token in behind]
    for size in range(_HEAD, 0, -1):
        if " ".join(said[-size:]) in words().public_heads:
            return all(word in words().public_kinds for word in said[:-size])
    return False


def _town(name: str) -> Place | None:
    """Return the large town, or else the region, abroad that alone is meant by a name."""
    found = lookup(name)
    towns = [place for place in found if place.kind in ("city", "region")]
    if not towns or not is_abroad(found) or name.casefold() in words().ordinary | words().given:
        return None
    return towns[0] if towns[0].population >= _LARGE else None


def borne(prose: Prose, named: Sequence[Name], ends: frozenset[int]) -> Iterator[Name]:
    """Yield names, those that end at ``ends`` as towns by which a building is called."""
    for name in named:
        if name.end not in ends:
            yield name
            continue
        tokens = prose.sentences[name.sentence].tokens
        how: Evidence = "located" if located(tokens, name.first) else "plain"
        yield replace(name, evidence=how, bearing="thing", person=False)


def on_roads(prose: Prose, index: int) -> list[Located]:
    """Return the towns in "on the Harrow-Salem highway": both must be large, and of one land."""
    tokens = prose.sentences[index].tokens
    return [
        one
        for token, behind in pairwise(tokens)
        if behind.lower in words().routes and is_capital(token)
        for one in _pair(prose, token)
    ]


def _pair(prose: Prose, token: Token) -> list[Located]:
    """Return the two towns that a word joins by a hyphen; none where it joins something else."""
    first, _, second = token.text.replace("‑", "-").partition("-")
    one, other = _town(first), _town(second)
    if one is None or other is None or one.country != other.country:
        return []
    spans = (prose.span(token.start, token.start + len(first)),
             prose.span(token.end - len(second), token.end))  # fmt: skip
    return [
        Located(span, span, name, place, "located")
        for span, name, place in zip(spans, (first, second), (one, other), strict=True)
    ]
