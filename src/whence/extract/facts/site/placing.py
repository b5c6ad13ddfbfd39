"""Which of the places mentioned is the incident's: a sum over everything that is said of each.

Every mention of a town, county, region or state weighs by the words that place it (its police, a
preposition, the head of the report) and by what its sentence tells; further mentions of one place
weigh less and less, and a place gains by mentions of what lies around or in it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whence.extract.facts.build import Context
from whence.extract.facts.site.beside import (
    answered,
    bears,
    bounds,
    credits,
    holds_another,
    in_title,
    is_around,
    is_from,
    is_near,
    is_placed,
    is_whose,
    of_kin,
    stays,
    telling,
    where_examined,
    where_treated,
)
from whence.extract.place import Located
from whence.extract.place.atlas import Place
from whence.extract.place.context import within
from whence.extract.prose import Sentence

_LEAD = 5
"""Sentences that count as the lead."""
_FADES = 0.6
"""What each further mention of a place weighs beside the one before."""
_EVIDENCE: Mapping[str, float] = {
    "force": 1.5,
    "told": 1.5,
    "stated": 0.7,
    "dateline": 1.0,
    "located": 0.5,
    "possessive": 0.4,
    "plain": 0.3,
    "quarter": 0.5,
    "part": 0.2,
}
_ABOUT = 0.75
"""What the words for the event tell, of what they tell otherwise, of where a report was written and
of what the event was only near."""
_STAYS = 0.3
"""What a place where somebody is or lives weighs, of its weight otherwise."""
_AROUND = 0.4
"""Share of the weight of the places around or in a place that it gains."""
_LOUD = 0.5
"""What a mention weighs, of its weight otherwise, where capitals do not tell names."""
_THROUGHOUT = 0.7
"""Share of capitals from which a text is in capitals throughout."""
_FACILITY = 0.8
"""What a street, building or quarter weighs by itself."""
_HEAD = 2000
"""Code points of a text that tell whether it is in capitals throughout."""
_ELSEWHERE = 0.15
"""What a mention in a sentence about another matter weighs, of its weight otherwise."""
_HEADING = 0.5
"""What a dateline before such a sentence weighs, of its weight otherwise."""


@dataclass(frozen=True)
class Weighed:
    """A place with the sum of its mentions' weights, the mentions heaviest first."""

    key: tuple[object, ...]
    place: Place | None
    weight: float
    mentions: tuple[Located, ...]

    @property
    def best(self) -> Located:
        """The mention that weighs most."""
        return self.mentions[0]

    @property
    def country(self) -> str:
        """The ISO code of its state, "" where that is not known."""
        return self.place.country if self.place is not None else ""

    @property
    def is_town(self) -> bool:
        """Tell whether it is a town or village."""
        return self.place is None or self.place.kind == "city"


def weighed(context: Context, places: Sequence[Located]) -> list[Weighed]:
    """Return the places that are no facilities with their weights, the heaviest first."""
    rows: dict[tuple[object, ...], list[tuple[float, Located]]] = defaultdict(list)
    for one in places:
        if not one.facility:
            rows[_key(one)].append((mention_weight(context, one), one))
    found: list[Weighed] = []
    for ident, group in rows.items():
        group.sort(key=lambda row: (-row[0], row[1].span.start))
        total = sum(weight * _FADES**n for n, (weight, _) in enumerate(group))
        if total > 0:
            mentions = tuple(one for _, one in group)
            found.append(Weighed(ident, _most_known(mentions), total, mentions))
    found = [_with_others(one, found) for one in found]
    return sorted(found, key=lambda one: (-one.weight, one.best.span.start))


def _most_known(mentions: Sequence[Located]) -> Place | None:
    """Return the place of some mentions as the gazetteer has it, where one of them knows it."""
    places = [one.place for one in mentions if one.place is not None]
    return max(places, key=lambda place: place.population, default=None)


def _key(one: Located) -> tuple[object, ...]:
    if one.place is None:
        return ("told", one.name)
    if one.place.kind == "city":  # a text has one town of a name in a region
        return ("city", one.place.name, one.place.country, one.place.region)
    return (one.place.kind, one.place.name, one.place.area)


def _with_others(one: Weighed, every: Sequence[Weighed]) -> Weighed:
    place = one.place
    if place is None:
        return one
    around = sum(
        other.weight
        for other in every
        if other.place is not None
        and other.place.kind != "country"
        and (within(other.place, place) or (place.kind != "region" and within(place, other.place)))
    )
    gained = min(_AROUND * around, one.weight)
    return Weighed(one.key, place, one.weight + gained, one.mentions)


def mention_weight(context: Context, one: Located) -> float:
    """Return what one mention says for its place being the incident's; 0 for nothing."""
    index = context.sentence(one.span.start)
    sentence = context.prose.sentences[index]
    if where_treated(sentence, one) or bounds(sentence, one) or is_whose(context, one):
        return 0.0
    if holds_another(context, one):
        return 0.0
    evidence = "plain" if of_kin(sentence, one) else one.evidence
    weight = _FACILITY if one.facility else _EVIDENCE[evidence]
    if one.place is not None and one.place.kind in ("region", "country"):
        weight = min(weight, _EVIDENCE["located"])
    strong = is_placed(sentence, one)
    if strong:
        weight += 0.6
    if strong or evidence in ("dateline", "force", "told"):
        near = one.evidence == "dateline" or (strong and is_near(sentence, one))
        weight += telling(sentence, one) * (_ABOUT if near else 1.0)
    elif bears(sentence, one):
        weight += 0.8
    if index < _LEAD:
        weight += 0.3
    if context.prose.block_kind(one.span.start) == "title" or in_title(context, one):
        weight += 0.5
    return weight * _share(context, sentence, one)


def _share(context: Context, sentence: Sentence, one: Located) -> float:
    """Return which share of its weight a mention keeps, by what its sentence is about.

    A dateline is of the whole report, though the sentence behind it tells of a hearing.
    """
    aside = is_from(sentence, one) or is_around(sentence, one)
    share = 0.3 if not one.facility and aside else 1.0
    if not one.facility and (stays(sentence, one) or where_examined(sentence, one)):
        share *= _STAYS
    if credits(sentence):
        share *= _ELSEWHERE
    if context.scopes.at(one.span.start) == "other" or answered(sentence, one):
        heads = one.evidence == "dateline" and context.sentence(one.span.start) < _LEAD
        share *= _HEADING if heads else _ELSEWHERE
    return share * _LOUD if _is_loud(context, sentence) else share


def _is_loud(context: Context, sentence: Sentence) -> bool:
    """Tell whether a sentence is in capitals, in a text that is not throughout."""
    text = context.prose.text
    if not text[sentence.start : sentence.end].isupper():
        return False
    head = [c for c in text[:_HEAD] if c.isalpha()]
    return sum(c.isupper() for c in head) < _THROUGHOUT * len(head)
