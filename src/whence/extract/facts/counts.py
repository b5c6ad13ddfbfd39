"""How many: killed, wounded, missing, detained; launched, intercepted, struck."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from whence.extract.facts.binding import Bound, bind
from whence.extract.facts.build import Context, Draft, number_value
from whence.extract.facts.corrected import corrected
from whence.extract.facts.means import told
from whence.extract.facts.moved_tolls import moved_tolls
from whence.extract.facts.other_arrests import other_arrest
from whence.extract.facts.phrases import Counted, counted
from whence.extract.facts.predicates import predicates
from whence.extract.facts.presupposed import presupposed
from whence.extract.facts.quantities import exact, number
from whence.extract.facts.roundup import long_running, roundup
from whence.extract.facts.stage import version
from whence.extract.facts.takenback import taken_back
from whence.extract.facts.together import together
from whence.extract.facts.victims.carried import carried, died_there, other_hospital, sent
from whence.extract.facts.victims.find import apart, implied, victims
from whence.extract.facts.victims.kinds import general
from whence.extract.facts.victims.spared import spared
from whence.extract.facts.victims.told import Telling, Told
from whence.extract.facts.victims.totals import settle
from whence.extract.facts.victims.victim import Victim
from whence.extract.facts.victims.words import victim_words
from whence.extract.facts.words import casualties, weapon_of, weapons
from whence.extract.prose import Prose, Sentence, Token
from whence.extract.scope import adds_up
from whence.model.fact import Quantity
from whence.model.span import Span

_LONGEST = 300
"""Tokens of a sentence that are read for counts: what is longer is a table or lost its stops."""
_AT_LEAST_ONE = Quantity(low=1, best=1, high=None, comparator="at_least")
"""What "a drone" vouches for: who says it does not say that there was no other."""
_ARTICLE_NOTE = {
    True: "the indefinite article leaves open whether there were more",
    False: "one is meant by the indefinite article",
}
_FLAT = 3
"""The hedge of what is told without any."""
_NOT_SO = -1
"""The hedge of a figure that is taken back: whoever gave it no longer vouches for it."""
_LEAVING = frozenset({"left", "leaves", "leaving"})
_FEARED = frozenset({"feared", "believed", "presumed", "possibly", "reportedly", "allegedly"})


def counts(context: Context) -> tuple[Draft, ...]:
    """Return the counts of every sentence; an indefinite "a drone" yields to any real number.

    The killed and wounded of the incident itself are settled together: totals before sums of those
    who are described one by one (``facts.victims``).
    """
    prose = context.prose
    drafts: list[Draft] = []
    articles: list[Draft] = []
    people: list[Told] = []
    numbered = False
    every = tuple(_every(prose))
    summed = _summed_up(prose, every)
    for index, bound, draft in every:
        own = context.scopes.at(draft.spans[0].start) == "incident"
        away = own and (_elsewhere(prose, index, bound) or _headed(prose, draft, summed))
        if away and bound.slot not in _OPEN:
            drafts.append(replace(draft, scope="other"))
        elif bound.slot in _OUTCOMES and own and not away:
            people.extend(_told(context, index, bound, draft))
        elif bound.slot in _OPEN:
            continue
        elif bound.counted.form == "article":
            articles.append(draft)
        else:
            drafts.append(draft)
            numbered = numbered or draft.slot.startswith("munitions_")
    if numbered:
        articles = [draft for draft in articles if not draft.slot.startswith("munitions_")]
    return (*drafts, *articles, *settle(_telling(context, people)))


def _elsewhere(prose: Prose, index: int, bound: Bound) -> bool:
    """Tell whether those counted belong elsewhere: to several incidents, or to another arrest."""
    tokens = prose.sentences[index].tokens[:_LONGEST]
    if bound.slot == "detained" and other_arrest(prose, index, tokens, bound):
        return True
    if bound.slot not in _SUMMED or bound.counted.quantity.best == 1:
        return False
    return roundup(tokens) or long_running(tokens, bound)


def _summed_up(
    prose: Prose, every: Sequence[tuple[int, Bound, Draft]]
) -> frozenset[tuple[bool, int]]:
    """Return the numbers of killed, and of hurt, that the lead gives for several incidents."""
    lead = {index for index, _, _ in every if index <= _LEAD}
    several = {index for index in lead if _of_several(prose.sentences[index])}
    told = {
        (draft.slot == "killed", bound.counted.quantity.best)
        for index, bound, draft in every
        if index in several and bound.slot in _OUTCOMES and bound.counted.quantity.best
    }
    shot = {
        (False, dead + hurt) for fatal, dead in told if fatal for other, hurt in told if not other
    }
    return frozenset(told | shot)


def _of_several(sentence: Sentence) -> bool:
    lower = " ".join(token.lower for token in sentence.tokens)
    return roundup(sentence.tokens[:_LONGEST]) or adds_up(lower)


def _headed(prose: Prose, draft: Draft, summed: frozenset[tuple[bool, int]]) -> bool:
    """Tell whether a headline gives a number that the text explains as one of several incidents.

    "Six injured" above "six people were injured in two separate shootings" is no count of one.
    """
    best = draft.quantity.best if draft.quantity is not None else None
    headline = prose.block_kind(draft.spans[0].start) == "title"
    return headline and best is not None and best > 1 and (draft.slot == "killed", best) in summed


def _telling(context: Context, people: list[Told]) -> Telling:
    prose, scopes = context.prose, context.scopes
    found = tuple(_flat_first(context, one) for one in victims(prose, scopes))
    return Telling(
        counts=tuple(people),
        victims=found,
        sources=_sources(context, found),
        implied_killed=implied(prose, scopes, "killed"),
        implied_shot=implied(prose, scopes, "shot"),
        spared=spared(prose),
    )


def _flat_first(context: Context, one: Victim) -> Victim:
    """Return a victim with the words first that tell of the end most flatly.

    "She did not know that the boy was hurt" is no doubt of it where the report says so elsewhere,
    and whoever is told to have been shot, or brought to a hospital, is hurt by those words too.
    """

    def doubt(span: Span) -> int:
        said = context.sourcing.at(span.start, span.end)
        return -said.hedge if said is not None else -_FLAT

    spans = {outcome: sorted(rows, key=doubt) for outcome, rows in one.spans.items()}
    hurt = spans.get("wounded", [])
    if hurt and one.outcome == "wounded":
        flattest = min((span for rows in spans.values() for span in rows), key=doubt)
        if doubt(flattest) < doubt(hurt[0]):
            spans["wounded"] = [flattest, *hurt]
    return replace(one, spans=spans)


def _sources(context: Context, found: tuple[Victim, ...]) -> dict[int, str]:
    """Return who tells of each victim, by where, without those whose sentence sets them apart."""
    sources: dict[int, str] = {}
    for one in found:
        spans = [span for row in one.spans.values() for span in row]
        first = min(spans, key=lambda span: span.start)
        tokens = (
            context.prose.sentences[min(at for at, _ in one.mentions)].tokens
            if one.mentions
            else ()
        )
        if not apart(tokens):
            sources[one.told_at] = context.sourcing.chain_at(first.start, first.end).id
    return sources


def _every(prose: Prose) -> Iterator[tuple[int, Bound, Draft]]:
    """Yield every count with the index of its sentence."""
    carried: str | None = None
    block = -1
    for index, sentence in enumerate(prose.sentences):
        before = carried if sentence.block == block and _goes_on(sentence) else None
        tokens = sentence.tokens[:_LONGEST]
        things = together(tokens, counted(tokens))
        carried, block = _munition(things) or before, sentence.block
        for bound in _sentence(sentence, things, before is not None):
            draft = _draft(prose, sentence, bound, before)
            if draft is not None:
                yield index, bound, draft


def _told(context: Context, index: int, bound: Bound, draft: Draft) -> list[Told]:
    """Return a count of people that is no mention of a single one: those are read one by one."""
    thing = bound.counted
    tokens = context.prose.sentences[index].tokens
    words = {token.lower for token in tokens[max(0, thing.first - 1) : bound.last]}
    single = thing.quantity.best == 1 and thing.kind == "person" and thing.unit != "people"
    if thing.form == "article" or single or not _harmed(tokens, bound):
        return []
    if thing.form == "none" and (words & _ELSE or not general(thing.unit)):
        return []
    first = draft.spans[0]
    chain = context.sourcing.chain_at(first.start, first.end)
    end = thing.first + 2 if thing.joined else thing.last + 1
    counted = {token.lower for token in tokens[max(0, thing.first - 1) : end]}
    also = any(token.lower == "also" for token in tokens[thing.last : bound.predicate.last])
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


def _harmed(tokens: tuple[Token, ...], bound: Bound) -> bool:
    """Tell whether people were shot and taken to a hospital, not shot at and taken elsewhere."""
    last = bound.predicate.last
    after = [token.lower for token in tokens[last : last + _AFTER]]
    words = victim_words()
    if bound.slot in _ENDS and _either(tokens, bound):
        return False
    if bound.slot == "treated":
        return _treated(tokens, bound, after)
    if bound.slot != "shot" or tokens[last - 1].lower in casualties().wounds.nouns:
        return True
    if tokens[last - 1].lower == "shot":
        first = bound.predicate.first
        before = tokens[first - 1].lower if first else ""
        if bound.counted.first >= last and before in words.shots:
            return False  # "a single shot 223"
        return after[:1] != ["at"] or not set(after[1:2]) & words.missed - {"the"}
    return bound.counted.first >= last or bool(set(after) & words.struck_by)


def _either(tokens: tuple[Token, ...], bound: Bound) -> bool:
    """Tell whether it is left open what befell people: "four were wounded or killed"."""
    first, last = bound.predicate.first, bound.predicate.last
    beside = {token.lower for token in (*tokens[first - 1 : first], *tokens[last : last + 1])}
    return "or" in beside


def _treated(tokens: tuple[Token, ...], bound: Bound, after: list[str]) -> bool:
    """Tell whether people are told to have come to a hospital, and to be alive there."""
    thing, verb = bound.counted, bound.predicate
    word, best = tokens[verb.last - 1].lower, thing.quantity.best
    if verb.voice in {"intransitive", "state"}:
        if died_there(tokens, verb.last, best):
            return False
        wound = word in casualties().wounds.nouns
        whom = general(thing.unit) or thing.unit in casualties().young
        return wound or (whom and _of_wounds(word, after))
    if word in casualties().sent.verbs and not (
        thing.unit in casualties().sent.whom
        and sent(tokens, (verb.first, verb.last), (thing.first, thing.last))
    ):
        return False
    if word == "treated":
        told = victim_words().hospitals | casualties().wounds.nouns
        return bool(told & set(after)) and not died_there(tokens, verb.last, best)
    moved = thing.unit == "patients" and other_hospital(tokens, verb.last)
    return not moved and carried(tokens, verb.last, best)


def _of_wounds(word: str, after: list[str]) -> bool:
    """Tell whether people recover from wounds, and survive them: nothing else is told of."""
    if word not in victim_words().healing:
        return True
    wounds = casualties().wounds.nouns | {"gunshot", "surgery"}
    if after[:1] == ["from"]:
        return bool(wounds & set(after[1:_NEAR]))
    return not after or not after[0][0].isalnum() or after[0] in victim_words().healed


_LEAD = 5
"""Sentences, with the headline, in which a text explains what its headline counts."""
_DYING = frozenset({"died", "succumbed", "dies"})
_ASIDE = 20
"""Tokens of "including a 17-year-old girl who later died"."""
_NEAR = 6
_AFTER = 16
"""Tokens after a verb within which a wound, or what struck people, is told."""
_OPEN = frozenset({"shot", "treated"})
_ENDS = frozenset({"killed", "wounded"})
_OUTCOMES = _OPEN | {"killed", "wounded"}
_SUMMED = _OUTCOMES | {"detained"}
_EVERY = frozenset({"both", "all", "the"})
_ELSE = frozenset({"else", "other", "others", "further", "additional"})
_MORE = frozenset({"other", "others", "another", "additional", "more"})


def _goes_on(sentence: Sentence) -> bool:
    """Tell whether a sentence starts with "One ...", "Both ...", "The other ..."."""
    words = [token.lower for token in sentence.tokens[:3] if token.text[0].isalnum()]
    return bool(words) and (
        words[0] in {"one", "both", "two", "three", "another", "all"}
        or words[:2] in [["the", "other"], ["the", "second"], ["the", "first"], ["a", "second"]]
    )


def _munition(things: tuple[Counted, ...]) -> str | None:
    """Return the munition of which a sentence counts several: "one" after it can be one of them."""
    for thing in reversed(things):
        if thing.kind == "munition" and thing.form in {"digits", "words", "vague"}:
            return thing.unit if thing.quantity.best != 1 else None
    return None


def _sentence(sentence: Sentence, things: tuple[Counted, ...], carried: bool) -> tuple[Bound, ...]:
    tokens = sentence.tokens[:_LONGEST]
    bound = bind(tokens, things, predicates(tokens), carried)
    moved = moved_tolls(tokens, things)
    known = {(one.slot, one.counted.first) for one in moved}
    plain = (*bound, *told(tokens, things, bound))
    every = (*moved, *(one for one in plain if (one.slot, one.counted.first) not in known))
    return (*every, *corrected(tokens, things, every))


def _draft(prose: Prose, sentence: Sentence, bound: Bound, carried: str | None) -> Draft | None:
    tokens = sentence.tokens
    thing = bound.counted
    quantity, last = thing.quantity, bound.last
    if bound.slot == "munitions_struck" and quantity.best == 1:
        last = _second(tokens, last)
        quantity = exact(2) if last > bound.last else quantity
    vague = thing.form == "article" and bound.slot.startswith("munitions_") and quantity.best == 1
    if thing.form == "article" and thing.kind == "person" and thing.unit in {"", "others"}:
        return None
    span = prose.span(tokens[bound.first].start, tokens[last - 1].end)
    munition = bound.slot.startswith("munitions_")
    unit = thing.unit or ((_flying(tokens) or carried) if munition else "people")
    near = {token.lower for token in tokens[max(0, bound.first - 3) : last]}
    return Draft(
        slot=bound.slot,
        value=number_value(_AT_LEAST_ONE if vague else quantity),
        quantity=_AT_LEAST_ONE if vague else quantity,
        unit=unit,
        spans=(span,),
        stage=version(tokens, bound),
        hedge=_NOT_SO if taken_back(tokens, bound) else 1 if near & _FEARED else None,
        presupposed=presupposed(tokens, bound.counted.last, bound.predicate.start),
        note=_ARTICLE_NOTE[vague] if thing.form == "article" else None,
    )


def _second(tokens: tuple[Token, ...], last: int) -> int:
    """Return the end of a second hit told without its verb (gapping), else ``last``.

    "One struck the quay and the other in a yard": both struck. With a verb of its own ("and the
    other was shot down") the second tells for itself.
    """
    for index in range(last, min(len(tokens) - 2, last + 10)):
        pair = tokens[index].lower, tokens[index + 1].lower, tokens[index + 2].lower
        if pair[0] == "and" and pair[1] == "the" and pair[2] in {"second", "other"}:
            after = tokens[index + 3].lower if index + 3 < len(tokens) else ""
            return index + 3 if after in {"in", "on", "at", "inside", "near", "into"} else last
    return last


def _flying(tokens: tuple[Token, ...]) -> str | None:
    """Return what a bare number of munitions counts: the munition that the sentence names."""
    for token in tokens:
        weapon = weapon_of().get(token.lower)
        if weapon and weapons().weapons[weapon].flies:
            return weapon
    return None
