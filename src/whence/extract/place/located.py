"""A place that the text mentions, as it was resolved, and how it is written as a value."""

from dataclasses import dataclass

from whence.extract.place.atlas import Place
from whence.extract.place.gazetteer import country_names, is_capital_city
from whence.extract.place.names import Evidence
from whence.extract.place.regions import shown_with_region
from whence.extract.place.words import titled
from whence.model.location import Location, Namesake, Precision
from whence.model.reading import Mention
from whence.model.span import Span

_PRECISION: dict[str, Precision] = {
    "city": "settlement",
    "county": "county",
    "region": "region",
    "country": "country",
}


@dataclass(frozen=True, slots=True)
class Located:
    """A mention of a place: ``place`` is the gazetteer's, None for what it does not have.

    ``whole`` is the span with the region stated behind the name. A ``facility`` is a building,
    street or quarter; ``common`` when it has no name of its own ("her residence"). ``namesake``
    tells how it is known which place of the name it is.
    """

    span: Span
    whole: Span
    name: str
    place: Place | None
    evidence: Evidence
    facility: bool = False
    common: bool = False
    namesake: Namesake = "largest"

    @property
    def settled(self) -> bool:
        """Whether the text says which of its namesakes it is, or hardly any other can be."""
        return self.namesake != "largest"

    @property
    def value(self) -> str:
        """How the mention is written as a value."""
        return self.name if self.place is None else label(self.place)

    @property
    def mention(self) -> Mention:
        """The mention as a report holds it."""
        return Mention(kind="place", span=self.span, value=self.value)


def label(place: Place) -> str:
    """Return how a place is written as a value: "City, Country", "Region, Country", "Country"."""
    country = country_names().get(place.country, place.country)
    return country if place.kind == "country" else f"{place.name}, {country}"


def shown(place: Place) -> str:
    """Return a place as an incident shows it: "Fort Worth, Texas", "Lisbon", "Portugal".

    The region is written where the papers of a country write it (``lexicon/regions.yaml``).
    """
    inside = place.kind in ("city", "county") and place.region != place.name
    inside = inside and not is_capital_city(place)
    if inside and place.region in shown_with_region().get(place.country, {}):
        return f"{place.name}, {place.region}"
    return place.name


def in_region(name: str, region: Place) -> Place:
    """Return a town that the gazetteer has not, known by its name and the region around it.

    Its point is the region's; its people are -1.
    """
    return Place(
        "city", titled(name), region.country, region.region, region.county, -1,
        region.latitude, region.longitude,
    )  # fmt: skip


def location(place: Place, namesake: Namesake = "stated") -> Location | None:
    """Return the point of a place; None where the gazetteer has none for it."""
    if not place.latitude and not place.longitude:
        return None
    return Location(
        latitude=place.latitude,
        longitude=place.longitude,
        precision="region" if place.population < 0 else _PRECISION[place.kind],
        name=place.name if place.population >= 0 else place.region,
        region=place.region,
        county=place.county,
        country=place.country,
        namesake=namesake,
    )
