"""Which counts are of people hurt or killed, and what the sentence tells of those counted."""

from dataclasses import replace

from whence.extract.facts.build import Context, Draft
from whence.extract.facts.counts.binding import Bound
from whence.extract.facts.counts.phrases import Counted
from whence.extract.facts.language.quantities import number
from whence.extract.facts.victims.carried import carried, died_there, other_hospital, sent
from whence.extract.facts.victims.kinds import general
from whence.extract.facts.victims.told import Told
from whence.extract.facts.victims.words import victim_words
from whence.extract.facts.words import casualties
from whence.extract.prose import Token

_DYING = frozenset({"died", "succumbed", "dies"})
_ASIDE = 20
"""Tokens of "including a 17-year-old girl who later died"."""
_NEAR = 6
_AFTER = 16
"""Tokens after a verb within which a wound, or what struck people, is told."""
_ENDS = frozenset({"killed", "wounded"})
_LEAVING = frozenset({"left", "leaves", "leaving"})
_EVERY = frozenset({"both", "all", "the"})
_ELSE = frozenset({"else", "other", "others", "further", "additional"})
_STAYING = frozenset({"still", "remain", "remains", "remained"})
_LEFT = frozenset({"home", "discharged"})
_PATIENTS = frozenset({"victims", "patients", "survivors", "casualties"})
"""Who was hurt before leaving the hospital."""
_DEAD = frozenset({"died", "dead", "killed", "slain", "deaths", "dies", "succumbed"})
"""Words that tell of the dead beside those who are treated."""
_CLAUSE = 60
"""Tokens of the sentence before in which the dead may be told of."""
_OWNERS = frozenset({"his", "her", "their"})
_MORE = frozenset({"other", "others", "another", "additional", "more"})


def told_of(context: Context, index: int, bound: Bound, draft: Draft) -> list[Told]:
    """Return a count of people that is no mention of a single one: those are read one by one."""
    thing = bound.counted
    tokens = context.prose.sentences[index].tokens
    words = {token.lower for token in tokens[max(0, thing.first - 1) : bound.last]}
    single = thing.quantity.best == 1 and thing.kind == "person" and thing.unit != "people"
    before = _beside_dead(context, index, bound) if bound.slot == "treated" else False
    if thing.form == "article" or single or not _harmed(tokens, bound, before):
        return []
    if thing.form == "none" and (words & _partly() or not general(thing.unit)):
        return []
    first = draft.spans[0]
    chain = context.sourcing.chain_at(first.start, first.end)
    end = thing.first + 2 if thing.joined else thing.last + 1
    counted = {token.lower for token in tokens[max(0, thing.first - 1) : end]}
    also = any(token.lower == "also" for token in tokens[thing.last : bound.predicate.last])
    verb = bound.predicate
    also = also or (verb.last <= thing.first and "also" in _before(tokens, verb.start))
    unit = "people" if general(thing.unit) else thing.unit
    aside = tokens[thing.last : thing.last + 1] and tokens[thing.last].text == ","
    return [
        Told(
            draft=replace(draft, unit=unit),
            slot=bound.slot,
            sentence=index,
            unit=thing.unit,
            more=also or bool(counted & _MORE),
            part=thing.kind == "pronoun" or (thing.partitive and thing.unit == "people"),
            source=chain.id,
            place=thing.first,
            within=bound.predicate.first if aside else 0,
            whole=_whole(tokens, thing),
            done=_done(tokens, bound),
            every=bool(counted & _EVERY),
            lost=_lost(tokens, bound.last),
        )
    ]


def _partly() -> frozenset[str]:
    """Return words by which nobody is said of some, or of a degree: "no one else", "badly hurt"."""
    return _ELSE | casualties().nobody.degrees


def _before(tokens: tuple[Token, ...], at: int) -> list[str]:
    return [token.lower for token in tokens[max(0, at - 1) : at]]


def _whole(tokens: tuple[Token, ...], thing: Counted) -> int | None:
    """Return the number of those of whom some are counted: five in "two of the five victims"."""
    for index in range(thing.first + 1, thing.last):
        inner = number(tokens, index) if thing.partitive else None
        if inner is not None and inner.form in {"digits", "words"}:
            return inner.quantity.best
    return None


def _lost(tokens: tuple[Token, ...], last: int) -> bool:
    """Tell whether one of those counted is told to have died: "hurt, including a boy who died"."""
    words = [token.lower for token in tokens[last : last + _ASIDE]]
    if words[:2] != [",", "including"] or words[2:3] not in (["a"], ["an"], ["one"]):
        return False
    who = next((at for at, word in enumerate(words) if word in {"who", ",", "and"} and at > 1), 0)
    return words[who : who + 1] == ["who"] and bool(_DYING & set(words[who + 1 : who + 3]))


def _done(tokens: tuple[Token, ...], bound: Bound) -> bool:
    """Tell whether somebody is told to have done it: "killed two", "left two dead"."""
    verb, thing = bound.predicate, bound.counted
    before = {token.lower for token in tokens[max(0, thing.first - 2) : thing.first]}
    after = tokens[bound.last].lower if bound.last < len(tokens) else ""
    return verb.last <= thing.first or bool(before & _LEAVING) or after == "by"


def _harmed(tokens: tuple[Token, ...], bound: Bound, beside_dead: bool) -> bool:
    """Tell whether people were shot and taken to a hospital, not shot at and taken elsewhere.

    ``beside_dead`` says that those who were treated are told of beside the dead.
    """
    last = bound.predicate.last
    after = [token.lower for token in tokens[last : last + _AFTER]]
    words = victim_words()
    if bound.slot in _ENDS and bound.counted.form != "none" and _either(tokens, bound):
        return False
    if bound.slot == "treated":
        return _treated(tokens, bound, after, beside_dead)
    if bound.slot != "shot" or tokens[last - 1].lower in casualties().wounds.nouns | {"stabbed"}:
        return True
    if tokens[last - 1].lower == "shot":
        first = bound.predicate.first
        before = tokens[first - 1].lower if first else ""
        if bound.counted.first >= last and before in words.shots:
            return False  # "a single shot 223"
        return after[:1] != ["at"] or not set(after[1:2]) & words.missed - {"the"}
    return (
        bound.counted.first >= last
        or bool(set(after) & words.struck_by)
        or (after[:1] or ["."])[0] in words.struck_ends
    )


def _either(tokens: tuple[Token, ...], bound: Bound) -> bool:
    """Tell whether it is left open what befell people: "four were wounded or killed"."""
    first, last = bound.predicate.first, bound.predicate.last
    if "death" in {tokens[last - 1].lower, tokens[bound.last - 1].lower}:
        return False  # "were shot or hacked to death"
    beside = {token.lower for token in (*tokens[first - 1 : first], *tokens[last : last + 1])}
    return "or" in beside


def _treated(tokens: tuple[Token, ...], bound: Bound, after: list[str], beside_dead: bool) -> bool:
    """Tell whether people are told to have come to a hospital, and to be alive there."""
    thing, verb = bound.counted, bound.predicate
    word, best = tokens[verb.last - 1].lower, thing.quantity.best
    wounds = casualties().wounds
    if verb.voice in {"intransitive", "state"}:
        if died_there(tokens, verb.last, best):
            return False
        whom = general(thing.unit) or thing.unit in casualties().young
        if word in _LEFT:  # workers are sent home as well
            clinic = word != "home" and bool(victim_words().hospitals & set(after[:_NEAR]))
            return clinic or tokens[thing.last - 1].lower in _PATIENTS
        whom = whom or beside_dead or _from_wounds(after)
        return word in wounds.nouns or (whom and _of_wounds(word, after))
    if word in casualties().sent.verbs and not (
        thing.unit in casualties().sent.whom
        and sent(tokens, (verb.first, verb.last), (thing.first, thing.last))
    ):
        return False
    if word == "treated":
        told = victim_words().hospitals | wounds.nouns | wounds.treated
        known = bool(told & set(after)) or (beside_dead and (_closes(after) or _let_go(after)))
        return known and not died_there(tokens, verb.last, best)
    moved = thing.unit == "patients" and other_hospital(tokens, verb.last)
    return not moved and carried(tokens, verb.last, best)


def _let_go(after: list[str]) -> bool:
    """Tell whether who was treated has left: "treated and discharged"."""
    return after[:1] == ["and"] and bool({"released", "discharged", "home"} & set(after[1:3]))


def _closes(after: list[str]) -> bool:
    return not after or not after[0][0].isalnum()


def _beside_dead(context: Context, index: int, bound: Bound) -> bool:
    """Tell whether those treated stand beside the dead: "four have died and 31 been treated".

    "Two others", "two of her colleagues" and those who are "still" there may stand beside those of
    whom the sentence before tells.
    """
    sentences = context.prose.sentences
    before = {token.lower for token in sentences[index].tokens[: bound.counted.first]}
    told = {token.lower for token in sentences[index].tokens[bound.first : bound.last]}
    unit = _unit_words(sentences[index].tokens, bound)
    further = (before | unit) & _MORE or told & _STAYING
    further |= unit & _OWNERS if bound.counted.partitive else set()
    if index and further:
        before |= {token.lower for token in sentences[index - 1].tokens[:_CLAUSE]}
    return bool(before & _DEAD)


def _unit_words(tokens: tuple[Token, ...], bound: Bound) -> set[str]:
    thing = bound.counted
    return {token.lower for token in tokens[thing.first : thing.last + 1]}


def _from_wounds(after: list[str]) -> bool:
    """Tell whether people recover "from burns"."""
    wounds = casualties().wounds
    return after[:1] == ["from"] and bool((wounds.nouns | wounds.treated) & set(after[1:_NEAR]))


def _of_wounds(word: str, after: list[str]) -> bool:
    """Tell whether people recover from wounds, and survive them: nothing else is told of."""
    if word not in victim_words().healing:
        return True
    if after[:1] == ["from"]:
        return _from_wounds(after) or bool({"gunshot", "surgery"} & set(after[1:_NEAR]))
    return not after or not after[0][0].isalnum() or after[0] in victim_words().healed
