"""Numbers bound to predicates by role: who was killed, what was launched, shot down, struck."""

from dataclasses import dataclass, replace

from whence.extract.facts.counts.couples import PAIR
from whence.extract.facts.counts.phrases import Counted
from whence.extract.facts.counts.subjects import aside_before, family, with_people, without_aside
from whence.extract.facts.counts.to_death import to_death
from whence.extract.facts.language.predicates import Predicate
from whence.extract.facts.language.quantities import number
from whence.extract.facts.victims.words import singulars
from whence.extract.facts.words import is_people, weapons
from whence.extract.lexicon import closed
from whence.extract.prose import Token
from whence.model.fact import FactStage

_RELATIVES = closed("relative_pronouns")
_OBJECT_GAP = 12
"""Tokens of a first object that may stand between a verb and "and six guards"."""
_OF_ONE = frozenset({"dies", "has", "succumbs", "survives"})
"""Verbs in a form whose subject is one."""
_WHEN = frozenset({"when", "while", "before", "after", "as", "where"})
_NEW_CLAUSE = frozenset(
    {";", "said", "told", "another", "second", "third", "fourth", "fifth", "sixth"}
)
"""Words that part "they" from the people counted before."""
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their"})
_NO_OWNER = frozenset({",", "and", "in", "at", "on", "of", "to", "by"})
_SELF = frozenset({"himself", "herself"})
_VERBLESS = frozenset(
    ["the", "a", "an", "and", ",", "mr", "mrs", "his", "her", "their", "of", "-", "year-old"]
).union(_SELF)


@dataclass(frozen=True, slots=True)
class Bound:
    """A number in a slot: its phrase, predicate and the tokens [first, last) that tell it.

    ``stage`` is set where the words around it say which version it is.
    """

    slot: str
    counted: Counted
    predicate: Predicate
    first: int
    last: int
    stage: FactStage | None = None


def bind(
    tokens: tuple[Token, ...],
    things: tuple[Counted, ...],
    verbs: tuple[Predicate, ...],
    carried: bool = False,
) -> tuple[Bound, ...]:
    """Bind every predicate of a sentence to at most one number; what does not fit stays unbound.

    ``carried``: the sentence before counted munitions, and "one was shot down" goes on about them.
    """
    found: list[Bound] = []
    for verb in verbs:
        bound = _whole(_bind(tokens, things, verb), tokens)
        if bound is not None and bound.slot == "shot":
            last = to_death(tokens, bound.predicate.last, bound.counted.first, bound.counted.last)
            bound = replace(bound, slot="killed", last=last) if last else bound
        if bound is not None and _allowed(bound, tokens, things, carried):
            found.append(bound)
    return _longest([one for one in found if not _dead_since(one, found)])


def _dead_since(bound: Bound, found: list[Bound]) -> bool:
    """Tell whether a participle only says who died: "two wounded guards died", "two hurt have"."""
    verb = bound.predicate
    reduced = verb.voice == "past" and bound.counted.last == verb.first
    return (
        bound.slot == "wounded"
        and reduced
        and any(
            one.slot == "killed"
            and one.counted.first == bound.counted.first
            and one.predicate.voice in {"intransitive", "passive"}
            for one in found
        )
    )


def _whole(bound: Bound | None, tokens: tuple[Token, ...]) -> Bound | None:
    """Take the whole where the verb is said of it: "one of five people shot" tells of five."""
    if bound is None or bound.counted.kind != "person" or not bound.counted.partitive:
        return bound
    if bound.slot.startswith("munitions_") or not _of_whom(bound, tokens):
        return bound
    for index in range(bound.counted.first + 1, bound.counted.last):
        inner = number(tokens, index)
        if inner is not None and inner.form in {"digits", "words"} and tokens[index - 1].lower in {
            "of", "the", "those", "these", "least",
        }:  # fmt: skip
            whole = replace(
                bound.counted,
                first=index,
                quantity=inner.quantity,
                form=inner.form,
                partitive=False,
            )
            return replace(bound, counted=whole, first=index)
    return bound


def _longest(found: list[Bound]) -> tuple[Bound, ...]:
    """Keep one reading for each number and slot: the one told by most words."""
    best: dict[tuple[str, int], Bound] = {}
    for bound in found:
        key = (bound.slot, bound.counted.first)
        if key not in best or bound.last - bound.first > best[key].last - best[key].first:
            best[key] = bound
    return tuple(best[key] for key in sorted(best, key=lambda k: (k[1], k[0])))


def _bind(tokens: tuple[Token, ...], things: tuple[Counted, ...], verb: Predicate) -> Bound | None:
    match verb.voice:
        case "passive" | "intransitive" | "subject":
            return _subject(tokens, things, verb)
        case "active":
            return _object(tokens, things, verb)
        case "state":
            return _state(things, verb, tokens)
        case _:
            return _past(tokens, things, verb)


def _past(tokens: tuple[Token, ...], things: tuple[Counted, ...], verb: Predicate) -> Bound | None:
    """Bind a past tense to its object, or, as a bare participle, to the noun right before it."""
    bound = _object(tokens, things, verb)
    if bound is not None:
        return bound
    for thing in things:
        beside = thing.last == verb.first or _described(tokens, thing, verb)
        if beside and thing.form != "article" and not _has_object(tokens, verb):
            return Bound(verb.slot, thing, verb, thing.first, verb.last)
    return None


def _described(tokens: tuple[Token, ...], thing: Counted, verb: Predicate) -> bool:
    """Tell whether ages alone stand between commas: "two children, ages 5 and 6, injured"."""
    between = [token.lower for token in tokens[thing.last : verb.first]]
    if len(between) < 4 or between[0] != "," or between[-1] != ",":
        return False
    return between[1] in {"age", "aged", "ages"} or all(
        word in {",", "and"} or word.isdigit() for word in between
    )


def _has_object(tokens: tuple[Token, ...], verb: Predicate) -> bool:
    """Tell whether something other than a preposition follows, so that the verb is active."""
    if verb.last >= len(tokens):
        return False
    after = tokens[verb.last]
    article = after.lower in {"the", "a", "an", "his", "her", "their", "its", "him", "them"}
    if after.lower in closed("prepositions") | closed("conjunctions") | closed("adverbs"):
        return False  # headlines write "In" and "After" with capitals
    return article or (after.text[0].isupper() and after.text.isalpha())


def _object(
    tokens: tuple[Token, ...], things: tuple[Counted, ...], verb: Predicate
) -> Bound | None:
    for thing in things:
        if thing.first < verb.last:
            continue
        between = tokens[verb.last : thing.first]
        if between and tokens[verb.last - 1].lower == "shooting" and is_people(between[0].lower):
            return None  # "the shooting victims and two others"
        after = tokens[thing.last].lower if thing.last < len(tokens) else ""
        if thing.unit == "family" and after == "of":
            continue  # "killed a family of five"
        if len(between) > _OBJECT_GAP or not (
            _only_objects(between, verb.slot) or family(tokens, thing)
        ):
            return None
        return Bound(verb.slot, thing, verb, verb.first, thing.last)
    return None


def _only_objects(between: tuple[Token, ...], slot: str) -> bool:
    """Tell whether the tokens between verb and number are adverbs or a first object and "and"."""
    if not between:
        return True
    if not between[0].text[0].isalpha() or (slot != "killed" and between[0].lower in _SELF):
        return False
    if len(between) == 1:
        return between[0].lower.endswith("ly") or between[0].lower in {"all", "off"}
    if _owner(between):
        return True
    names = all(
        token.text[0].isupper()
        or token.text[0].isdigit()
        or token.lower in _VERBLESS
        or is_people(token.lower)
        or token.lower in singulars()
        for token in between
    )
    return names and between[-1].lower == "and"


def _owner(between: tuple[Token, ...]) -> bool:
    """Tell whether the number is somebody's: "killed his neighbor's two sons"."""
    words = [token.lower for token in between]
    owner = words[-1].replace("’", "'").removesuffix("'s")
    opened = words[0] in _DETERMINERS or between[0].text[0].isupper()
    owned = owner != words[-1].replace("’", "'")
    known = is_people(owner) or owner in singulars() or between[-1].text[0].isupper()
    return opened and owned and known and not set(words) & _NO_OWNER


def _they(tokens: tuple[Token, ...], things: tuple[Counted, ...], verb: Predicate) -> Bound | None:
    """Bind "they" to the only people counted before: "two men were walking when they were shot".

    So do "before being shot" and "when both were shot".
    """
    before = tokens[max(0, verb.start - 2) : verb.start]
    if not before or not (
        before[-1].lower in {"they", "both"}
        or (tokens[verb.start].lower == "being" and before[-1].lower in _WHEN)
    ):
        return None
    people = [one for one in things if one.kind == "person" and one.last <= verb.start]
    if len(people) != 1 or people[0].form not in {"digits", "words"} or people[0].partitive:
        return None
    thing = people[0]
    told = {token.lower for token in tokens[thing.last : verb.start]}
    others = any(is_people(word) or word in singulars() for word in told) or _oblique(tokens, thing)
    if (thing.quantity.best or 0) < 2 or others or not told & _WHEN or told & _NEW_CLAUSE:
        return None
    return Bound(verb.slot, thing, verb, thing.first, verb.last)


def _subject(
    tokens: tuple[Token, ...], things: tuple[Counted, ...], verb: Predicate
) -> Bound | None:
    they = _they(tokens, things, verb) if verb.voice == "passive" else None
    if they is not None:
        return they
    end = aside_before(tokens, verb.start)
    for thing in reversed(things):
        if thing.last > end or (thing.kind == "other" and _oblique(tokens, thing)):
            continue
        between = tokens[thing.last : end]
        if _with_them(tokens, thing, between):
            continue
        if between and between[0].lower in _RELATIVES:
            between = between[1:]
        elif _aside(tokens, thing, verb):
            continue
        has = bool(between) and between[-1].lower == "has"
        has = has or tokens[verb.first].lower in _OF_ONE
        if between and between[-1].lower == "but" and verb.start < verb.first:
            between = between[:-1]  # "three survived but were hurt"
        lone = thing.kind == "bare" and thing.quantity.best == 1 and bool(between)
        subject = with_people(tokens, things, thing)
        if not (_agrees(subject, verb, has) or family(tokens, subject)):
            continue  # "four men with a friend were hurt" tells of the men
        if lone or _broken(between):
            return None
        return Bound(verb.slot, subject, verb, subject.first, verb.last)
    return None


def _oblique(tokens: tuple[Token, ...], thing: Counted) -> bool:
    """Tell whether a preposition takes the phrase: "shot in a triple shooting have died"."""
    return thing.first > 0 and tokens[thing.first - 1].lower in closed("prepositions")


def _with_them(tokens: tuple[Token, ...], thing: Counted, between: tuple[Token, ...]) -> bool:
    """Tell whether a verb goes on about somebody else: "was with two friends and suffered ..."."""
    before = tokens[thing.first - 1].lower if thing.first else ""
    return before == "with" and bool(between) and between[0].lower == "and"


def _aside(tokens: tuple[Token, ...], thing: Counted, verb: Predicate) -> bool:
    """Tell whether the phrase stands in ", five of them children," before the verb."""
    before = tokens[max(0, thing.first - 2) : thing.first]
    opened = any(token.lower in {"including", "among", "mostly"} for token in before)
    of_them = thing.kind == "pronoun" and bool(before) and before[-1].text in {",", "(", "—", "–"}
    return (opened or of_them) and tokens[verb.start - 1].text in {",", ")", "—", "–"}


def _broken(between: tuple[Token, ...]) -> bool:
    """Tell whether a clause ends between subject and verb."""
    between = without_aside(between)
    if any(token.lower in closed("number_breaks") for token in between):
        return True
    commas = [index for index, token in enumerate(between) if token.text == ","]
    if not commas:
        return _new_subject(between)
    return len(commas) < 2 or commas[-1] != len(between) - 1


def _new_subject(between: tuple[Token, ...]) -> bool:
    """Tell whether "and the house" starts another subject."""
    for index, token in enumerate(between):
        if token.lower == "and":
            return index + 1 < len(between)
    return False


def _agrees(thing: Counted, verb: Predicate, has: bool) -> bool:
    """Tell whether number and verb agree; ``has`` that it is one's: "has died", "dies"."""
    best = thing.quantity.best
    if has and best is not None and best > 1 and thing.form != PAIR:
        return False
    if verb.number == "singular":
        return best in {0, 1} or thing.form == PAIR
    if verb.number == "plural":
        return best != 1 or thing.unit == "crew"
    return True


def _state(things: tuple[Counted, ...], verb: Predicate, tokens: tuple[Token, ...]) -> Bound | None:
    """Bind "three dead", "five people dead", "three people were dead", "12 deaths"."""
    for thing in things:
        if thing.last == verb.first and thing.form != "article":
            return Bound(verb.slot, thing, verb, thing.first, verb.last)
        if thing.kind == "other" and thing.first < verb.first and thing.last == verb.last:
            return Bound(verb.slot, replace(thing, kind="bare"), verb, thing.first, verb.last)
    return _subject(tokens, things, verb) if verb.start < verb.first else None


def _allowed(
    bound: Bound, tokens: tuple[Token, ...], things: tuple[Counted, ...], carried: bool
) -> bool:
    """Tell whether kind of thing, form of number and mood of the verb suit the slot."""
    thing, verb = bound.counted, bound.predicate
    if verb.possible or (verb.negated and thing.form != "none"):
        return False
    if bound.slot.startswith("munitions_"):
        return _munition(bound, tokens, things, carried)
    if [token.lower for token in tokens[max(0, thing.first - 2) : thing.first]] == ["for", "which"]:
        return False  # "the bombs of 1997, for which eight men were executed"
    if _of_the_dead(bound, tokens):
        return False
    if thing.kind in {"other", "munition"}:
        return False
    if thing.form == "vague" and verb.voice == "state" and bound.slot == "wounded":
        return False  # "multiple injuries" may all be one person's
    if thing.form == "ordinal" or (thing.kind == "bare" and thing.form == "article"):
        return False
    if thing.kind == "bare" and tokens[thing.first].lower == "another" and thing.form == "article":
        return False
    if thing.partitive and thing.kind == "person" and _of_whom(bound, tokens):
        return False
    return thing.form != "none" or thing.kind == "person"


def _of_the_dead(bound: Bound, tokens: tuple[Token, ...]) -> bool:
    """Tell whether some of the dead are told of: "the bodies of six men with bullet wounds"."""
    if bound.slot == "killed":
        return _of_the_deaths(tokens, bound.counted)
    first = bound.counted.first
    before = [token.lower for token in tokens[max(0, first - 2) : first]]
    return bound.slot in {"shot", "wounded"} and before in (["bodies", "of"], ["remains", "of"])


def _of_the_deaths(tokens: tuple[Token, ...], thing: Counted) -> bool:
    """Tell whether deaths are told of which these are some: "has claimed 23 of the deaths"."""
    words = [token.lower for token in tokens[thing.first : thing.last]]
    return thing.partitive and "of" in words and words[-1] in {"deaths", "fatalities"}


def _of_whom(bound: Bound, tokens: tuple[Token, ...]) -> bool:
    """Tell whether the verb is said of the whole: "one of the seven people killed"."""
    last = bound.counted.last
    reduced = bound.predicate.voice in {"past", "state"} and last == bound.predicate.first
    return reduced or (last < len(tokens) and tokens[last].lower in _RELATIVES)


def _munition(
    bound: Bound, tokens: tuple[Token, ...], things: tuple[Counted, ...], carried: bool
) -> bool:
    thing = bound.counted
    if thing.form == "none" or thing.kind in {"person", "other"} or _none_of(tokens, thing):
        return False
    if bound.slot == "munitions_launched" and (thing.kind != "munition" or thing.partitive):
        return False
    if bound.slot == "munitions_launched" and thing.form == "ordinal":
        return False
    if thing.kind == "munition" or (carried and bound.slot != "munitions_launched"):
        return True
    return any(other.kind == "munition" for other in things) or _names_munition(tokens)


def _none_of(tokens: tuple[Token, ...], thing: Counted) -> bool:
    """Tell whether nothing is said of those counted: "none of the five rockets hit"."""
    before = [token.lower for token in tokens[max(0, thing.first - 2) : thing.first]]
    return before[1:] == ["of"] and before[0] in {"none", "neither"}


def _names_munition(tokens: tuple[Token, ...]) -> bool:
    flying = {word for row in weapons().weapons.values() if row.flies for word in row.words}
    return any(token.lower in flying for token in tokens)
