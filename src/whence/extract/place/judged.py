"""Whether a name of the gazetteer is meant as a place, by its words and all that the text tells."""

from dataclasses import dataclass

from whence.extract.place.atlas import Place
from whence.extract.place.context import KNOWN, Context
from whence.extract.place.gazetteer import demonyms
from whence.extract.place.names import STRONG, Name
from whence.extract.place.neighbours import COUNTIES, closed_words
from whence.extract.place.regions import shown_with_region
from whence.extract.place.words import words

_SHORT = 4
"""Letters up to which a word in a text of capitals is hardly a place."""
_NAMESAKES = 5
"""How many times a town has its namesake's people, so that its name alone says which it is."""
DOMINANT = 100_000
"""People from which that holds: of small towns a gazetteer lacks too many."""
_WELL_KNOWN = 1_000_000
"""People from which a city is a place even where little says so."""
_ABOUT = 0.7
"""Weight from which a text is about a country: named, or the report is from a large city."""
TOWN = 15_000
"""People from which a preposition alone makes a name a town."""


@dataclass(frozen=True)
class Page:
    """What is known of the whole text: its context, names sure to be places, persons' names.

    ``ruled`` are the names with police of their own in which the text puts something, too.
    """

    about: Context
    sure: frozenset[str]
    persons: frozenset[str]
    ruled: frozenset[str] = frozenset()


def is_foremost(name: Name, place: Place) -> bool:
    """Tell whether a city is so much larger than others of its name that hardly they are meant."""
    others = [one for one in name.candidates if one.kind == "city" and one != place]
    most = max((one.population for one in others), default=0)
    city = place.kind == "city" and place.population >= DOMINANT
    return city and place.population > _NAMESAKES * most


def is_place(name: Name, place: Place | None, page: Page) -> bool:
    """Tell whether a name of the gazetteer is meant as a place here."""
    if name.person or name.land or (place is not None and _is_people(name, place)):
        return False
    if place is None:
        return name.outer is not None and name.evidence in ("stated", "dateline")
    if name.caps:
        if name.key in words().ordinary | closed_words() or len(name.key) <= _SHORT:
            return name.evidence == "stated"
        known = page.about.country(place.country, name.key) > 0
        surname = name.key in words().given
        near = known or place.population >= _WELL_KNOWN
        near = near or (is_foremost(name, place) and not surname)
        sure = name.evidence in ("stated", "dateline") or place.kind == "country"
        return sure or (name.evidence == "located" and near)
    if name.key in words().ordinary:
        return _in_spite(name, place, page)
    match name.evidence:
        case "stated" | "dateline" | "told":
            return True
        case "force":
            own = place.kind == "county" and len(name.candidates) == 1  # no other has its sheriff
            return own or not is_astray(name, place, page)
        case "located":
            return _is_one_county(name) or _fits(name, place, page) or _is_seen(name, place, page)
        case "part":
            return False
        case _:
            return (
                _is_one_county(name)
                or name.key in page.sure
                or _borne(name, place, page)
                or _alone(name, place, page)
                or _is_seen(name, place, page)
            )


def _is_people(name: Name, place: Place) -> bool:
    """Tell whether a name is a people's: few mean the town called "Canadian"."""
    small = place.kind == "city" and place.population < TOWN
    return small and name.outer is None and name.key in demonyms()


def _is_one_county(name: Name) -> bool:
    """Tell whether a name says that it is a county's, and one alone is called so."""
    return len(name.candidates) == 1 and name.key.rpartition(" ")[2] in COUNTIES | {"co"}


def _in_spite(name: Name, place: Place, page: Page) -> bool:
    """Tell whether an ordinary word is a place: the text says so, or stands in its region.

    So does a text that has "Mobile police" and something "in Mobile", or in the midst of a
    sentence the police of a large city.
    """
    if name.evidence in ("stated", "dateline", "told"):
        return True
    if name.key in page.ruled and place.kind == "city" and place.population >= TOWN:
        return name.evidence in STRONG
    if name.evidence == "force" and name.first and place.country in words().local_heads:
        return is_foremost(name, place)
    if name.key in page.about.stated:
        return name.evidence in STRONG
    if not name.within or place.kind != "city":
        return False
    land = place.population >= TOWN and _of_the_land(name, place, page)
    return land or page.about.region(place, name.key) >= 1


def is_astray(name: Name, place: Place, page: Page) -> bool:
    """Tell whether a town lies where the text is not, and is too small to be known from afar."""
    known = place.population >= (TOWN if _is_one_of_a_kind(name) else KNOWN)
    known = known or (name.evidence in STRONG and is_foremost(name, place))
    return not known and page.about.elsewhere(place, name.key)


def _fits(name: Name, place: Place, page: Page) -> bool:
    """Tell whether a name behind a preposition is a place: of itself, or something happened in it.

    Hardly anything happens "in" a person.
    """
    return is_fitting(name, place, page) or (name.event and name.key not in page.persons)


def is_fitting(name: Name, place: Place, page: Page) -> bool:
    """Tell whether a place fits a name behind a preposition: large enough, or where the text is."""
    if place.kind == "country" or _is_lone_region(name, place):
        return True
    if name.key in page.persons and not (name.within and page.about.in_county(place)):
        return place.population >= KNOWN
    if page.about.knows(place, name.key) or _of_the_land(name, place, page):
        return True
    if is_astray(name, place, page):
        return False
    doubtful = name.key in words().given or place.kind != "city"
    if not doubtful and _is_one_of_a_kind(name):
        return True
    return place.population >= (KNOWN if doubtful else TOWN)


def _is_lone_region(name: Name, place: Place) -> bool:
    """Tell whether a region abroad alone has a name, but for a town in it called the same."""
    lone = all(
        (one.country, one.region) == (place.country, place.region) for one in name.candidates
    )
    wide = place.kind == "region" and place.country not in words().local_heads
    return lone and wide and name.key not in words().given


def _of_the_land(name: Name, place: Place, page: Page) -> bool:
    """Tell whether a town lies in a country that the text is about, and whose towns stand alone.

    Where papers write no region behind a town its country is what tells it: "in Dori" in a report
    from Ouagadougou.
    """
    if place.kind != "city" or place.country in shown_with_region():
        return False
    return page.about.country(place.country, name.key) >= _ABOUT


def _borne(name: Name, place: Place, page: Page) -> bool:
    """Tell whether people, houses or events are called by a town: it is large, or of the region.

    Hardly a person bears a name of two words that one town alone has.
    """
    if name.bearing is None or place.kind != "city" or name.key in page.persons:
        return False
    if page.about.knows(place, name.key):
        return True
    if is_astray(name, place, page):
        return False
    if place.population >= _WELL_KNOWN or _is_one_of_a_kind(name):
        return True
    surname = name.key in words().given and name.bearing != "people"
    return not surname and place.population >= TOWN


def _is_one_of_a_kind(name: Name) -> bool:
    """Tell whether one town alone has a name of several words, which no park or street has."""
    last = name.key.rpartition(" ")[2]
    return len(name.candidates) == 1 and " " in name.key and last not in words().heads


def _is_seen(name: Name, place: Place, page: Page) -> bool:
    """Tell whether the reader takes a name for a place's, and no person of the text bears it.

    What is a county's only is then the town that it is called by, of which no more is known.
    """
    known = place.kind != "county" and not is_astray(name, place, page)
    return name.seen and known and name.key not in page.persons


def _alone(name: Name, place: Place, page: Page) -> bool:
    """Tell whether a name that nothing introduces is a place."""
    if place.kind == "country":
        return True
    known = place.region in shown_with_region().get(place.country, {}) or page.about.country(
        place.country, name.key
    )
    if name.key in words().given or name.key in page.persons:
        return False
    if page.about.in_county(place) and page.about.knows(place, name.key):
        return True
    return place.population >= (KNOWN if known else _WELL_KNOWN)
