"""A single person as a sentence mentions one, and whom the text names in full."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace


@dataclass(frozen=True, kw_only=True)
class Person:
    """One person over tokens [first, last): what the words tell, "" and None where they do not.

    ``sex`` is "male" or "female"; ``ages`` the years that the age may have. ``names`` are the words
    of the name, folded. ``form`` is "name", "pronoun", "definite" ("the man"), "indefinite" or
    "bare" (headlines). ``rank`` is 2 in "a second victim", 0 where no such word stands; ``further``
    marks "another man". ``oblique`` marks who stands after "with", "by", "in".
    """

    first: int
    last: int
    form: str
    sex: str = ""
    ages: tuple[int, int] | None = None
    names: tuple[str, ...] = ()
    noun: str = ""
    rank: int = 0
    further: bool = False
    oblique: bool = False


def unknown(one: Person, known: Mapping[str, Person] | None) -> bool:
    """Tell whether a single capitalised word may just as well name a place."""
    if one.form != "name" or len(one.names) != 1 or one.ages is not None or one.sex:
        return False
    return known is None or one.names[0] not in known


def completed(one: Person, known: Mapping[str, Person] | None) -> Person:
    """Add what the text tells elsewhere of the person whom a single name means."""
    if not known or len(one.names) != 1 or one.names[0] not in known:
        return one
    whole = known[one.names[0]]
    return replace(one, names=whole.names, sex=one.sex or whole.sex, ages=one.ages or whole.ages)


def full_names(mentioned: Iterable[Person]) -> dict[str, Person]:
    """Return the persons named in full by the words of their names; who shares one is left out."""
    found: dict[str, Person] = {}
    shared: set[str] = set()
    for one in mentioned:
        for word in (one.names[0], one.names[-1]) if len(one.names) > 1 else ():
            before = found.get(word)
            if before is None:
                found[word] = one
            elif not set(before.names) & set(one.names) - {word}:
                shared.add(word)
            elif (before.ages, before.sex) != (one.ages, one.sex):
                found[word] = replace(
                    before, ages=before.ages or one.ages, sex=before.sex or one.sex
                )
    return {word: one for word, one in found.items() if word not in shared}
