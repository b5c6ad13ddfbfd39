"""What is told to have happened to whom: predicates of harm with the persons who suffered it."""

from dataclasses import replace
from functools import cache

from whence.extract.facts.language.plural_verbs import has_plural_subject
from whence.extract.facts.language.suffering import suffering, treated_for
from whence.extract.facts.victims.afterwards import in_custody, went_home
from whence.extract.facts.victims.carried import carried, sent, stable
from whence.extract.facts.victims.gapping import gapped
from whence.extract.facts.victims.harm import Harm
from whence.extract.facts.victims.nouns import found_shot, hit_in_body
from whence.extract.facts.victims.oneself import gun_turned, to_oneself
from whence.extract.facts.victims.owned import owned
from whence.extract.facts.victims.person import Person
from whence.extract.facts.victims.reality import is_unreal, noun_or_miss
from whence.extract.facts.victims.roles import (
    acts,
    named_between,
    objects,
    passive,
    subjects,
    they,
    transitive,
)
from whence.extract.facts.victims.unsaid import of_nobody
from whence.extract.facts.victims.words import HarmWords, victim_words
from whence.extract.facts.words import casualties
from whence.extract.lexicon import closed
from whence.extract.matching import Phrases, match, phrases
from whence.extract.prose import Token

_AUXILIARIES = 4
"""Tokens between a subject and its participle within which "also" is said of the subject."""
_OF_WOUNDS = 5
"""Tokens after "died" within which the wounds are told that it was of."""
_ADVERBS = 2
"""Tokens between "after" and a verb: "after accidentally shooting himself"."""
_UNSURE = 4
"""Tokens before a predicate within which "feared", "reportedly" make it unsure."""
_UNHURT = 8
"""Tokens before "survived" within which it is told that nothing befell somebody."""
_RELATIVES = closed("relative_pronouns")
_SPEAKERS = frozenset({"i", "we"})
_MANY = frozenset({"the", "those", "many", "most", "some", "all", "others", "several", "few"})
"""What makes a participle stand for people: "a list of those killed"."""


@cache
def _tables() -> tuple[tuple[str, str, Phrases], ...]:
    return tuple(
        (outcome, form, phrases(getattr(words, form)))
        for outcome, words in victim_words().harms.items()
        for form in HarmWords.__struct_fields__
        if form != "owned"
    )


@cache
def _plurals() -> frozenset[str]:
    return frozenset(word for _, form, table in _tables() if form == "plural" for word in table)


def harms(tokens: tuple[Token, ...], found: tuple[Person, ...]) -> tuple[Harm, ...]:
    """Return the harms that a sentence tells, each with those who suffered it; none without."""
    rows: list[Harm] = []
    index = 0
    while index < len(tokens):
        hit = _at(tokens, index)
        if hit is None:
            carried = _carried(tokens, found, index)
            rows.extend([carried] if carried else [])
            index += 1
            continue
        outcome, form, last = hit
        free = [one for one in found if not any(one in row.whom for row in rows)]
        if _goes_on(tokens, rows, index, form) and not objects(tokens, found, last):
            index = last
            continue
        again = _again(found, rows, index) if form == "own" else ()
        after = form == "own" and _after(tokens, index)
        if after or not any(one.last <= index for one in free):
            free = [] if after else free
            free += [one for row in rows if not row.struck for one in row.whom]
        whom = found if form != "own" else again or tuple(free)
        harm = _harm(tokens, whom, (outcome, form), index, last)
        if harm is not None:
            harm = gapped(tokens, found, harm)
            rows.extend([harm, *_beside(tokens, found, harm)])
        index = last
    told = (*_once(tokens, rows), *owned(tokens), *found_shot(tokens, found))
    return _contrasted((*told, *_bodies(tokens, rows)), found)


def _once(tokens: tuple[Token, ...], rows: list[Harm]) -> list[Harm]:
    """Leave out what a headline that runs on into the text tells in the same words again."""
    kept: dict[tuple[str, ...], Harm] = {}
    for at, row in enumerate(rows):
        headline = len(row.whom) == 1 and row.whom[0].form == "bare"
        first = min(row.first, row.whom[0].first) if headline else 0
        last = max(row.last, row.whom[0].last) if headline else 0
        words = tuple(token.lower for token in tokens[first:last]) or (str(at),)
        kept.setdefault(words, row)
    return list(kept.values())


def _after(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether it is the cause of what is told before: "died after shooting himself"."""
    near = [token.lower for token in tokens[max(0, index - _ADVERBS) : index]]
    return "after" in near and "," not in near


def _bodies(tokens: tuple[Token, ...], rows: list[Harm]) -> list[Harm]:
    """Return who is hit in a part of the body, of whom no verb has told already."""
    told = [(one.first, one.last) for row in rows for one in row.whom]
    return [row for row in hit_in_body(tokens)
            if not any(first < row.last and row.first < last for first, last in told)]  # fmt: skip


def _again(found: tuple[Person, ...], rows: list[Harm], index: int) -> tuple[Person, ...]:
    """Return who did something to himself where a verb goes on: "shot himself, hurting himself"."""
    before = rows[-1] if rows and rows[-1].own else None
    if before is None or any(before.last <= one.first < index for one in found):
        return ()
    return before.whom


def _beside(tokens: tuple[Token, ...], found: tuple[Person, ...], own: Harm) -> list[Harm]:
    """Read the woman of "shooting himself and a woman": what is done to oneself goes on to her."""
    goes_on = own.own and own.last < len(tokens) and tokens[own.last].lower == "and"
    whom = objects(tokens, found, own.last + 1) if goes_on else ()
    if not whom or acts(tokens, whom[-1]):
        return []
    return [Harm(outcome=own.outcome, first=own.first, last=own.last, whom=whom)]


def _contrasted(rows: tuple[Harm, ...], found: tuple[Person, ...]) -> tuple[Harm, ...]:
    """Return the harms with "another" of whom it only sets apart from who did it to them.

    "A teenager was arrested in the shooting of another teen" tells of one victim.
    """
    suffering = [one for row in rows for one in row.whom]

    def plain_one(one: Person) -> Person:
        before = [other for other in found if other.last <= one.first]
        apart = any(other not in suffering for other in before)
        if one.rank or not one.further or not apart or any(one in suffering for one in before):
            return one
        return replace(one, further=False)

    return tuple(replace(row, whom=tuple(map(plain_one, row.whom))) for row in rows)


def _goes_on(tokens: tuple[Token, ...], rows: list[Harm], index: int, form: str) -> bool:
    """Tell whether a verb goes on after the object of another: "killed a man and injured three"."""
    if index and tokens[index - 1].lower.endswith("ly"):
        index -= 1
    if form != "both" or not rows or not index or tokens[index - 1].lower not in {"and", ","}:
        return False
    before = rows[-1]
    return (
        bool(before.whom)
        and before.whom[-1].last == index - 1
        and before.last <= before.whom[0].first
    )


def _at(tokens: tuple[Token, ...], index: int) -> tuple[str, str, int] | None:
    """Return (outcome, form, end) of the longest phrase of harm at ``index``."""
    best: tuple[str, str, int] | None = None
    for outcome, form, table in _tables():
        _, length = match(table, tokens, index)
        if form == "plural" and length and not has_plural_subject(tokens, index, _plurals()):
            continue
        if length and (best is None or index + length > best[2]):
            best = outcome, form, index + length
    if best is None and (end := gun_turned(tokens, index)):
        best = "killed", "own", end
    if best is not None and best[1] in {"both", "active", "plural"}:
        best = to_oneself(tokens, index, best)
    wound = suffering(tokens, index)
    if wound is not None and (best is None or wound[1] > best[2]):
        return wound[0], "intransitive", wound[1]
    if best is None and (end := treated_for(tokens, index)):
        return "wounded", "intransitive", end
    return best


def _harm(
    tokens: tuple[Token, ...],
    found: tuple[Person, ...],
    what: tuple[str, str],
    first: int,
    last: int,
) -> Harm | None:
    outcome, form = what
    if is_unreal(tokens, first) or (outcome == "shot" and noun_or_miss(tokens, first, last)):
        return None
    if of_nobody(tokens, form, first, last):
        return None
    if form == "own":
        return _own(tokens, found, outcome, first, last)
    whom = _whom(tokens, found, form, first, last)
    if tokens[last - 1].lower in {"survived", "survives"} and not _survives(tokens, last):
        return None
    verb = tokens[first].lower
    if not whom or (
        verb == "shooting" and last - first == 1 and not _shooting(tokens, first, whom)
    ):
        return None
    if outcome == "shot" and whom[-1].first >= last:
        after = [token.lower for token in tokens[whom[-1].last : whom[-1].last + 2]]
        outcome = "killed" if after[:1] == ["dead"] or after == ["to", "death"] else outcome
    home = outcome in {"shot", "wounded"} and went_home(tokens, max(last, whom[-1].last))
    outcome = "wounded" if home else outcome
    if outcome in {"shot", "wounded"} and in_custody(tokens, last):
        return None
    near = {token.lower for token in tokens[max(0, first - _UNSURE) : first]}
    unsure = bool(near & victim_words().unsure)
    return Harm(
        outcome=outcome,
        first=first,
        last=last,
        whom=whom,
        unsure=unsure,
        nominal=form == "noun" and last - first < 3,
        by=any(one.last <= first for one in found),
        fell=outcome == "killed" and whom[0].last <= first and _fell(tokens, whom[0]),
        also=_also(tokens, whom[-1], first),
        lingered=outcome == "killed" and _lingered(tokens, first, last),
        lived=home or (outcome == "wounded" and _lived(tokens[first:last])),
    )


def _lingered(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Tell whether a death is told as the end of a wound: "has died", "died from her injuries"."""
    verb = tokens[last - 1].lower
    before = {token.lower for token in tokens[max(0, first - 1) : last - 1]}
    after = {token.lower for token in tokens[last : last + _OF_WOUNDS]}
    wounds = after & {"from", "of"} and after & casualties().wounds.nouns
    return verb in {"succumbed", "succumbs"} or (
        verb in {"died", "dies"} and (bool(before & {"has", "later", "had"}) or bool(wounds))
    )


def _lived(words: tuple[Token, ...]) -> bool:
    """Tell whether words for a wound tell that it is survived: "survived", "expected to live"."""
    return any(token.lower in victim_words().surviving for token in words)


def _also(tokens: tuple[Token, ...], one: Person, first: int) -> bool:
    """Tell whether "also" sets somebody apart from who was told of before: "his son was also"."""
    between = [token.lower for token in tokens[one.last : first]][1 - _AUXILIARIES :]
    told = one.form == "pronoun" or tokens[one.first].lower == "the"
    return not told and "also" in between


def _shooting(tokens: tuple[Token, ...], first: int, whom: tuple[Person, ...]) -> bool:
    """Tell whether "shooting" is the verb: "accused of shooting a man", no "shooting victim"."""
    before = [token.lower for token in tokens[max(0, first - 2) : first]]
    words = {" ".join(before), before[-1]} if before else set()
    told = whom[0].form != "bare" or bool(whom[0].sex) or whom[0].ages is not None
    return told and bool(words & victim_words().shooting_after)


def _fell(tokens: tuple[Token, ...], one: Person) -> bool:
    """Tell whether words go back to who killed others: "before he was killed", "the gunman was"."""
    shooter = one.form == "definite" and one.noun in victim_words().shooters
    before = tokens[one.first - 1].lower if one.first else ""
    return shooter or (one.form == "pronoun" and before in {"before", "until"})


def _survives(tokens: tuple[Token, ...], last: int) -> bool:
    """Tell whether a wound is survived, and no attempt: nothing follows that could be one."""
    before = {token.lower for token in tokens[max(0, last - 1 - _UNHURT) : last]}
    if before & {"hid", "hiding", "escaped", "unharmed", "uninjured", "unhurt", "unscathed"}:
        return False
    return last >= len(tokens) or tokens[last].lower in {".", ",", ";", "and", "but", "after"}


def _whom(
    tokens: tuple[Token, ...], found: tuple[Person, ...], form: str, first: int, last: int
) -> tuple[Person, ...]:
    match form:
        case "noun" | "active" | "plural":
            return objects(tokens, found, last)
        case "intransitive" | "state":
            return subjects(tokens, found, first)
        case _:
            return _participle(tokens, found, first, last)


def _own(
    tokens: tuple[Token, ...], found: tuple[Person, ...], outcome: str, first: int, last: int
) -> Harm:
    """Read who does it to himself: the nearest before who agrees and is nobody's object."""
    sex = "female" if any(t.lower in {"herself", "her"} for t in tokens[first:last]) else ""
    if any(token.lower in {"himself", "his"} for token in tokens[first:last]):
        sex = "male"
    agreeing = [
        one
        for one in found
        if one.last <= first
        and one.sex in {"", sex}
        and not one.oblique
        and not (one.last < first and tokens[one.last].lower in victim_words().saying)
        and not named_between(tokens[one.last : first], tokens[first])
    ]
    return Harm(
        outcome=outcome, first=first, last=last, whom=tuple(agreeing[-1:]), own=True, sex=sex
    )


def _participle(
    tokens: tuple[Token, ...], found: tuple[Person, ...], first: int, last: int
) -> tuple[Person, ...]:
    """Bind "was shot" to its subject, "shot the man" to its object, "the man shot" to the noun."""
    if passive(tokens, first):
        whom = they(tokens, found, first) or subjects(tokens, found, first)
        return () if _disagrees(tokens, whom, first) else whom
    suffering = objects(tokens, found, last)
    if suffering or (first and tokens[first - 1].lower in _SPEAKERS | _MANY):
        return suffering  # "a father holding the wounded", "told his mother, I shot"
    if first and tokens[first - 1].lower in _RELATIVES:
        return ()  # "the man who shot a dog": whom he hit is nobody told of
    if last < len(tokens) and (transitive(tokens, last) or _names_whom(tokens, last)):
        return ()
    return subjects(tokens, found, first, reduced=True)


def _disagrees(tokens: tuple[Token, ...], whom: tuple[Person, ...], first: int) -> bool:
    """Tell whether a single name stands before "were": "guards in the Red Quarter were shot"."""
    if len(whom) != 1 or whom[0].form != "name":
        return False
    before = tokens[whom[0].first - 1].lower if whom[0].first else ""
    verb = tokens[whom[0].last].lower if whom[0].last < first else ""
    return verb in {"were", "are"} and before not in {"and", ",", "with"}


def _names_whom(tokens: tuple[Token, ...], last: int) -> bool:
    """Tell whether a name follows a verb of running text, which is no known person's: "shot Bo"."""
    after = tokens[last]
    running = tokens[last - 1].text.islower() and after.text[0].isupper() and after.text.isalpha()
    return running and after.lower not in closed("prepositions") | closed("adverbs")


def _carried(tokens: tuple[Token, ...], found: tuple[Person, ...], index: int) -> Harm | None:
    """Read "was taken to a hospital", "medics rushed him to the trauma center"."""
    word = tokens[index].lower
    if word not in victim_words().carried or is_unreal(tokens, index):
        return None
    if not carried(tokens, index + 1):
        return None
    whom = (
        subjects(tokens, found, index)
        if passive(tokens, index)
        else objects(tokens, found, index + 1)
    )
    if word in casualties().sent.verbs:
        whom = tuple(
            one
            for one in whom
            if (one.noun or "people") in casualties().sent.whom
            and sent(tokens, (index, index + 1), (one.first, one.last))
        )
    if not whom:
        return None
    outcome = "wounded" if stable(tokens, index + 1) else "carried"
    return Harm(outcome=outcome, first=index, last=index + 1, whom=whom)
