"""Which kind of people a count counts, and who can be one of them."""

from whence.extract.facts.victims.told import Told
from whence.extract.facts.victims.victim import Victim
from whence.extract.facts.victims.words import victim_words
from whence.extract.facts.words import casualties
from whence.extract.place.gazetteer import demonyms
from whence.model.span import Span


def general(unit: str) -> bool:
    """Tell whether a noun counts people of whatever kind."""
    return unit in casualties().general


def sexed() -> frozenset[str]:
    """Return the nouns that tell of sex: "men", "girls"."""
    return frozenset[str]().union(*casualties().sexes.values())


def category(victim: Victim) -> str:
    """Return the category of conflict data that somebody belongs to, "people" where none."""
    for name, nouns in casualties().categories.items():
        if victim.nouns & nouns:
            return name
    return "people"


def words_of(victim: Victim, outcome: str) -> list[Span]:
    """Return the first words that tell of an outcome of somebody, else of anything."""
    told = victim.spans.get(outcome) or [span for row in victim.spans.values() for span in row]
    return told[:1]


def kind(unit: str) -> str:
    """Return the category that a noun counts some of, the noun itself where it is of none."""
    noun = unit_noun(unit)
    found = (name for name, nouns in casualties().categories.items() if noun in nouns)
    return next(found, unit)


def unit_noun(word: str) -> str:
    """Return a noun without its plural ending ("guards" and "guard" are one)."""
    return word.removesuffix("s").replace("men", "man")


def named_of(victim: Victim, group: Told) -> bool:
    """Tell whether somebody named behind "two officers were killed" may be one of the two.

    Nothing but a name is told of him or her, and no word sets one apart from them.
    """
    bare = bool(victim.names) and not victim.nouns
    behind = victim.told_at > group.draft.spans[0].end
    return bare and behind and not (victim.further or victim.also or group.more)


def belongs(victim: Victim, group: Told) -> bool:
    """Tell whether somebody described can be one of "two men", "three children"."""
    if group.unit in demonyms():
        return True
    if group.unit in casualties().categories and category(victim) == group.unit:
        return True  # an officer is one of "three police"
    if not general(group.unit) and group.unit not in casualties().young:
        return any(unit_noun(group.unit) == unit_noun(noun) for noun in victim.nouns)
    sexes = casualties().sexes
    sex = next((name for name, nouns in sexes.items() if group.unit in nouns), "")
    if sex and victim.sex and sex != victim.sex:
        return False
    young = group.unit in casualties().young
    if young and victim.ages is not None and victim.ages[0] > 17:
        return False
    if young and victim.own and victim.ages is None:
        return False  # children are killed by others
    adult = sex and unit_noun(group.unit) in victim_words().adult
    return not (adult and victim.ages is not None and victim.ages[1] < 17)
