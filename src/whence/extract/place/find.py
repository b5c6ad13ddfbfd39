"""Place mentions: names of the gazetteer and facilities by their head nouns, resolved."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from whence.extract.lexicon import closed
from whence.extract.place.atlas import Place
from whence.extract.place.bearers import borne, on_roads, town_end
from whence.extract.place.context import Context, context, meant
from whence.extract.place.doubted import doubted
from whence.extract.place.facilities import Facility, facilities
from whence.extract.place.gazetteer import demonyms, lookup
from whence.extract.place.institutions import served
from whence.extract.place.judged import (
    DOMINANT,
    TOWN,
    Page,
    is_astray,
    is_fitting,
    is_foremost,
    is_place,
)
from whence.extract.place.located import Located, in_region
from whence.extract.place.names import STRONG, Name, names, spoken
from whence.extract.place.neighbours import COUNTIES
from whence.extract.place.outlet import headline, is_outlet
from whence.extract.place.regions import city_of, stated_in
from whence.extract.place.seen import headed, marked
from whence.extract.place.spelling import fold, key
from whence.extract.place.spoken import called_towns, capitals
from whence.extract.place.telephones import homes
from whence.extract.place.unlisted import unlisted
from whence.extract.place.villages import villages
from whence.extract.place.words import bare, is_capital, words
from whence.extract.prose import Prose
from whence.model.location import Namesake
from whence.model.span import Span

_SHOUTING = 0.7
"""Share of capitals among the letters from which a text is in capitals throughout (old wires)."""
_LOUD = 20
"""Letters from which a sentence in capitals tells nothing by its capitals."""
_CALLED = 20
"""Code points beside a name within which it is called a village."""
_WORD = re.compile(r" [A-Z]\w*+")
"""A word with a capital right behind a name."""


def locate(prose: Prose, seen: Sequence[Span] = ()) -> tuple[Located, ...]:
    """Return the places that the text mentions, resolved, in its order.

    ``seen`` is what the reader takes for the names of places.

    A place inside the name of a person or an organisation is none. One name that cannot be
    resolved never empties the rest. Linear in the text's length.
    """
    shouts = _shouts(prose.text)
    found: list[Located] = []
    named: list[Name] = []
    ends: set[int] = set()
    for index, sentence in enumerate(prose.sentences):
        taken: list[tuple[int, int]] = []
        loud = shouts or _shouts(prose.text[sentence.start : sentence.end], _LOUD)
        tokens = spoken(prose, index)
        for one in facilities(tokens, loud):
            if (
                _is_town(_bearer(one) if one.common else one.name)
                or _in_town(prose, one)
                or is_outlet(prose, one.start)
            ):
                continue
            span = prose.span(one.start, one.end)
            found.append(Located(span, span, one.name, None, "plain", True, one.common))
            town = town_end(tokens, one)
            taken.append((town or one.start, one.end))
            ends.update([town] if town is not None else ())
        told = called_towns(prose, index, loud) + capitals(prose, index) + on_roads(prose, index)
        found.extend(told)
        taken.extend((one.span.start, one.span.end) for one in told)
        every = names(prose, index, tuple(taken), loud)
        named.extend(name for name in every if not is_outlet(prose, name.start))
    named = [*marked(prose, [*borne(prose, named, frozenset(ends))], seen)]
    page = _page(prose, named)
    for name in named:
        made = _located(prose, name, page)
        if made is not None:
            found.append(replace(made, evidence="part") if name.end in ends else made)
    region = page.about.main_region()
    if region is not None:
        found = [_regional(one, region) for one in found]
    abroad = page.about.is_abroad()
    if abroad or not any(page.about.country(land) for land in words().local_heads):
        found += villages(prose, found, abroad or _all_abroad(found))
    found += unlisted(prose, found, region, abroad)
    found += headed(prose, seen, found, region)
    found += doubted(prose, named, found, page.persons)
    return tuple(sorted(found, key=lambda one: (one.span.start, one.span.end)))


def _all_abroad(found: Sequence[Located]) -> bool:
    """Tell whether every place that a text tells on the map is in lands abroad."""
    lands = {one.place.country for one in found if one.place is not None}
    return bool(lands) and lands.isdisjoint(words().local_heads)


def _regional(one: Located, region: Place) -> Located:
    """Return a town that only the text tells with the region that the text is about."""
    if one.evidence not in ("told", "located") or one.place is not None or one.facility:
        return one
    return replace(one, place=in_region(one.name, region), namesake="stated")


def _bearer(one: Facility) -> str:
    """Return what a building is called by: "Fort Harrow" of "The Fort Harrow home"."""
    named = (word for word in one.name.split() if word.casefold() not in closed("determiners"))
    return " ".join(word for word in named if word[0].isupper())


def _in_town(prose: Prose, one: Facility) -> bool:
    """Tell whether a facility's name only opens a town's: "North Park" of "North Park Hills"."""
    after = _WORD.match(prose.text, one.end)
    return not one.common and after is not None and _is_town(prose.text[one.start : after.end()])


def _is_town(name: str) -> bool:
    """Tell whether a name that ends like a facility's is a town's ("Harrow Park")."""
    return any(place.kind == "city" for place in lookup(name))


def _shouts(text: str, least: int = 1) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= least and sum(c.isupper() for c in letters) > _SHOUTING * len(letters)


def _page(prose: Prose, named: list[Name]) -> Page:
    peoples = {
        demonyms()[word]
        for sentence in prose.sentences
        for token in sentence.tokens
        if is_capital(token) and (word := fold(bare(token))) in demonyms()
    }
    persons = _persons(named)
    places = [name for name in named if name.evidence in STRONG or name.key not in persons]
    title = prose.document.title or ""
    told = tuple(one for one in stated_in(headline(title)) if not _is_land(one, named))
    home = [place for place in stated_in(title) if place not in told]
    peoples |= served(prose.text)
    about = context(places, sorted(peoples), told, home, homes(prose.text))
    for name in places:
        region = _only_stated(name)
        if region is not None:
            about.stated.setdefault(name.key, in_region(prose.text[name.start : name.end], region))
    sober = [name for name in named if not name.caps]
    put = {name.key for name in sober if name.evidence == "located" and name.within}
    ruled = frozenset(name.key for name in sober if name.evidence == "force") & put
    rough = Page(about, frozenset(), persons, ruled)
    sure = {
        name.key
        for name in named
        if name.evidence in STRONG and is_place(name, meant(name, about), rough)
    }
    return Page(about, frozenset(sure), persons, ruled)


def _is_land(region: Place, named: list[Name]) -> bool:
    """Tell whether a region is called like a land of which the text names a town ("Georgia")."""
    lands = {place.country for place in lookup(region.name) if place.kind == "country"}
    return any(
        name.candidates and name.candidates[0].country in lands and name.key != key(region.name)
        for name in named
    )


def _only_stated(name: Name) -> Place | None:
    """Return the region behind a town that no gazetteer has there; None for other names."""
    if name.outer is None or name.evidence not in ("stated", "dateline"):
        return None
    region = name.outer.places[0]
    known = any(name.outer.holds(one) for one in (*name.candidates, *name.hamlets))
    return region if region.kind == "region" and not known and city_of(region) is None else None


def _persons(named: list[Name]) -> frozenset[str]:
    """Return the names that persons bear at least as often as the text places something there."""
    balance: Counter[str] = Counter()
    for name in named:
        balance[name.key] += name.person
        placed = name.within or name.evidence in ("stated", "dateline", "force")
        balance[name.key] -= placed or name.bearing == "people"
    borne = {name.key for name in named if name.person}
    return frozenset(key for key in borne if balance[key] >= 0)


def _located(prose: Prose, name: Name, page: Page) -> Located | None:
    span = prose.span(name.start, name.end)
    if name.evidence == "quarter":
        return Located(span, span, span.text, None, "quarter", True)
    place = meant(name, page.about)
    if place is not None and _is_bare_county(name, place, page):
        place = None
    elif not is_place(name, place, page):
        return _policed(span, name, place, page)
    if place is None and name.outer is not None:
        region = max(name.outer.places, key=lambda one: page.about.region(one, name.key))
        place = city_of(region) or in_region(span.text, region)
    if place is not None and (_is_any(name, place, page) or _is_namesake(name, place, page)):
        place = None
    if place is not None and _is_only_seen(name, place, page):
        place = None
    if place is not None and _is_no_village(prose, name, place, page):
        place = None
    whole = prose.span(name.start, name.outer.end) if name.outer is not None else span
    which = _namesake(name, place, page.about) if place is not None else "largest"
    return Located(span, whole, span.text, place, name.evidence, namesake=which)


def _is_bare_county(name: Name, place: Place, page: Page) -> bool:
    """Tell whether a name is a small county's only, of which the text says nothing ("in Klamath").

    There are more towns called like a county than a gazetteer has. Of a large county its police
    and the papers leave "County" out.
    """
    if place.kind != "county" or name.outer is not None or place.population >= DOMINANT:
        return False
    bare_name = name.key.rpartition(" ")[2] not in COUNTIES | {"co"}
    sure = name.evidence in ("force", "dateline") or name.event
    told = f"{name.key} county" in page.about.counties or page.about.in_county(place)
    return bare_name and sure and not told and place.country in words().local_heads


def _policed(span: Span, name: Name, place: Place | None, page: Page) -> Located | None:
    """Return a town that police are named by, where those that the gazetteer has lie elsewhere."""
    if name.evidence != "force" or name.person or name.land or name.caps or place is None:
        return None
    none = name.key in demonyms() or name.key in words().ordinary | page.persons
    if none or not is_astray(name, place, page):
        return None
    return Located(span, span, span.text, None, name.evidence)


def _is_any(name: Name, place: Place, page: Page) -> bool:
    """Tell whether only what happened "in" a name makes it a town: it may be any of the name."""
    doubted = name.event and (name.evidence, name.outer) == ("located", None)
    return doubted and place.kind == "city" and not is_fitting(name, place, page)


def _is_only_seen(name: Name, place: Place, page: Page) -> bool:
    """Tell whether only the reader takes a name for a place's, and nothing tells which it is."""
    small = place.kind == "city" and place.population < TOWN
    if not name.seen or not small or page.about.country(place.country, name.key):
        return False
    return not is_place(replace(name, seen=False), place, page)


def _is_no_village(prose: Prose, name: Name, place: Place, page: Page) -> bool:
    """Tell whether a text calls a village what elsewhere is the name of a town ("X village")."""
    if place.population < TOWN or page.about.country(place.country, name.key):
        return False
    before = prose.text[max(0, name.start - _CALLED) : name.start].split()
    after = prose.text[name.end : name.end + _CALLED].split()[:1]
    after = [word.strip(".,;:") for word in after]
    called = after + (before[-2:-1] if before[-1:] == ["of"] else [])
    town = place.kind == "city" and place.country not in words().local_heads
    return town and not {"village", "hamlet"}.isdisjoint(called)


def _is_namesake(name: Name, place: Place, page: Page) -> bool:
    """Tell whether what a text calls a town bears the name of one far away ("the town of X").

    So does a town in a report about another land, which says nothing of the town's.
    """
    if name.outer is not None:
        return False
    small = place.kind == "city" and place.population < DOMINANT
    if small and page.about.abroad(place, name.key):
        return name.evidence in ("told", "located", "dateline", "force", "possessive")
    return name.evidence == "told" and is_astray(name, place, page)


def _namesake(name: Name, place: Place, about: Context) -> Namesake:
    """Return how it is known which of its namesakes a place is."""
    own = frozenset((name.key, f"{name.key} county", key(place.name)))
    told = about.tells(place, own) if place.region else about.knows(place, name.key)
    if told or name.outer is not None or name.key in about.stated:
        return "stated"
    if place.kind != "city":
        others = [one for one in name.candidates if one.kind == place.kind and one != place]
        return "largest" if others else "foremost"
    return "foremost" if is_foremost(name, place) else "largest"
