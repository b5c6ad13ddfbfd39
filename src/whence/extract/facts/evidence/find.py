"""What is said about responsibility as such, and evidence recovered, awaited or lost."""

from functools import cache

from whence.extract.facts.build import Draft
from whence.extract.facts.evidence.awaited import awaited
from whence.extract.facts.evidence.words import evidence_words
from whence.extract.facts.words import numbers
from whence.extract.lexicon import closed
from whence.extract.matching import Pattern, pattern, pattern_at
from whence.extract.prose import Prose, Sentence, Token

_WITHHELD = "attribution_withheld"
_GAP = 4
"""Tokens that a gap of a pattern takes at most."""
_NOUN = 7
"""Tokens of the phrase that names a piece of evidence."""
_CHARGE = 8
"""Tokens between the word for a charge and what somebody is charged with."""
_RECORD = 9
"""Tokens between a verb and the record that somebody took or cited, at most."""
_OPEN = 8
"""Tokens before a verb within which "if" leaves open what it tells."""
_FINDER = 6
"""Tokens before a verb within which its subject stands."""
_SEARCHERS = frozenset(
    ("that", "when", "after", "and", "they", "police", "officers", "detectives", "investigators",
     "deputies", "agents", "authorities", "firefighters", "troops", "soldiers")
)  # fmt: skip
"""Words that end the search for a subject: another clause, or those who look for evidence."""
_CLAUSE_MARKS = frozenset(",;:—–")
_CLAUSE = 20
"""Tokens of a clause that tells how evidence was lost."""


@cache
def _patterns() -> tuple[tuple[str, str, tuple[Pattern, ...]], ...]:
    table = evidence_words()
    return (
        ("responsibility_claim", "none", tuple(map(pattern, table.no_claim))),
        (_WITHHELD, "yes", tuple(map(pattern, table.withheld))),
        ("evidence_lost", "", tuple(map(pattern, table.lost))),
    )


@cache
def _starts(patterns: tuple[Pattern, ...]) -> frozenset[str]:
    """Return the words that a pattern may start with: only there is it tried."""
    return frozenset(word for one in patterns for word in one[0] or ())


def evidence(prose: Prose) -> tuple[Draft, ...]:
    """Return what the text says of claims, of withheld attribution and of evidence."""
    drafts: list[Draft] = []
    for index, sentence in enumerate(prose.sentences):
        patterned = _patterned(prose, sentence)
        if all(one.slot != _WITHHELD for one in patterned):
            patterned += _unverified(prose, index)
        drafts.extend(patterned)
        drafts.extend(_recovered(prose, sentence) or _overheard(prose, sentence))
    return (*drafts, *awaited(prose))


def _patterned(prose: Prose, sentence: Sentence) -> list[Draft]:
    tokens = sentence.tokens
    found: list[Draft] = []
    for slot, value, patterns in _patterns():
        starts = _starts(patterns)
        ends = [
            (index, end)
            for index in range(len(tokens))
            if tokens[index].lower in starts
            for end in [max(pattern_at(one, tokens, index, _GAP) for one in patterns)]
            if end and not (slot == "evidence_lost" and _charged(tokens, index))
        ]
        if not ends:
            continue
        first, last = ends[0]
        if slot == "evidence_lost":
            first = _clause_start(tokens, first)
            if first < 0:
                continue
        span = prose.span(tokens[first].start, tokens[last - 1].end)
        text = value or " ".join(span.text.split()).strip(' ,.“”"')
        found.append(Draft(slot=slot, value=text, spans=(span,)))
    return found


def _unverified(prose: Prose, index: int) -> list[Draft]:
    """Return that a claim of the deed could not be verified: its words or those before tell it."""
    near = [token.lower for one in prose.sentences[max(0, index - 1) : index + 1]
            for token in one.tokens]  # fmt: skip
    if evidence_words().deeds.isdisjoint(near):
        return []
    tokens = prose.sentences[index].tokens
    for one in _unverified_patterns():
        for first in range(len(tokens)):
            last = pattern_at(one, tokens, first, _GAP)
            if last:
                span = prose.span(tokens[first].start, tokens[last - 1].end)
                return [Draft(slot=_WITHHELD, value="yes", spans=(span,))]
    return []


@cache
def _unverified_patterns() -> tuple[Pattern, ...]:
    return tuple(map(pattern, evidence_words().unverified))


def _charged(tokens: tuple[Token, ...], first: int) -> bool:
    """Tell whether the words from ``first`` on are what somebody is charged with or denies."""
    if tokens[first].lower == "tampering":  # mostly the last of many charges
        charges = evidence_words().charging | evidence_words().counts
        return not charges.isdisjoint(token.lower for token in tokens)
    stops = {",", ";", ":", "“", '"', "after", "when", "because", "while", "although", "but"}
    if not tokens[first].lower.endswith("ing"):
        stops.add("and")
    for index in range(first - 1, max(-1, first - _CHARGE - 1), -1):
        if tokens[index].lower in stops:
            return False
        if tokens[index].lower in evidence_words().charging:
            return True
    return False


def _clause_start(tokens: tuple[Token, ...], first: int) -> int:
    """Return where "detonated the projectile without ..." starts: the verb before "without".

    "Part of the engine was ... before it could be examined" starts with its subject.
    """
    if tokens[first].lower == "before":
        return _subject_start(tokens, first)
    if tokens[first].lower != "without":
        return first
    for index in range(first - 1, max(-1, first - 6), -1):
        if tokens[index].lower.endswith("ed"):
            return index
    return first


def _subject_start(tokens: tuple[Token, ...], first: int) -> int:
    """Return where the clause before ``first`` starts that names evidence, -1 where none does."""
    start = first
    while start and tokens[start - 1].text not in {",", ";", ":", "“", '"'}:
        start -= 1
    clause = {token.lower for token in tokens[start:first]}
    things = clause & evidence_words().things
    return start if things and first - start <= _CLAUSE else -1


def _recovered(prose: Prose, sentence: Sentence) -> list[Draft]:
    tokens = sentence.tokens
    for index in range(len(tokens)):
        if tokens[index].lower not in evidence_words().recovered:
            continue
        passive = any(t.lower in {"was", "were", "been"} for t in tokens[max(0, index - 3) : index])
        if {"no", "not", "without"} & {t.lower for t in tokens[max(0, index - 4) : index + 4]}:
            continue
        if _open(tokens, index) or not _by_finders(tokens, index, passive=passive):
            continue
        if _reduced(tokens, index):
            where: tuple[int, int] | None = _noun(tokens, index - 1)
        else:
            where = _thing_before(tokens, index) if passive else _thing_after(tokens, index + 1)
        if where is not None:
            first, last = where
            span = prose.span(tokens[first].start, tokens[last - 1].end)
            value = _core(tokens[first:last])
            return [Draft(slot="evidence_recovered", value=value, spans=(span,))]
    return []


def _open(tokens: tuple[Token, ...], verb: int) -> bool:
    """Tell whether a finding is left open: "would not say if a gun was found"."""
    before = {token.lower for token in tokens[max(0, verb - _OPEN) : verb]}
    return not before.isdisjoint({"if", "whether"})


def _by_finders(tokens: tuple[Token, ...], verb: int, *, passive: bool) -> bool:
    """Tell whether those who find may be looking for evidence: a child or the gunman is not.

    "The boy found a gun under the bed", "he retrieved a rifle from his car": its words stand
    before the deed.
    """
    after = [token.lower for token in tokens[verb + 1 : verb + _FINDER]]
    if after[:1] == ["by"] and not evidence_words().finders.isdisjoint(after):
        return False  # "the gun was retrieved by the shooter"
    if passive:
        return True
    for index in range(verb - 1, max(-1, verb - _FINDER - 1), -1):
        word = tokens[index].lower
        if word in _CLAUSE_MARKS or word in _SEARCHERS:
            return True
        if word in evidence_words().finders:
            return False
    return True


def _overheard(prose: Prose, sentence: Sentence) -> list[Draft]:
    """Return what was recorded: "citing an audio recording", "intercepted a conversation"."""
    tokens, table = sentence.tokens, evidence_words()
    for verb in range(len(tokens)):
        if tokens[verb].lower not in table.overheard or _unsaid(tokens, verb):
            continue
        for index in range(verb + 1, min(len(tokens), verb + _RECORD)):
            mark = tokens[index].text in _CLAUSE_MARKS
            if mark or tokens[index].lower in closed("prepositions") - {"as"}:
                break
            following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
            if tokens[index].lower in table.records and following not in table.records:
                first, last = _noun(tokens, index)
                span = prose.span(tokens[first].start, tokens[last - 1].end)
                value = _core(tokens[first:last])
                return [Draft(slot="evidence_recovered", value=value, spans=(span,))]
    return []


def _unsaid(tokens: tuple[Token, ...], verb: int) -> bool:
    """Tell whether a verb is denied, wished for or still to come."""
    before = {token.lower for token in tokens[max(0, verb - 4) : verb]}
    return not before.isdisjoint({"no", "not", "n't", "never", "without", "if", "could", "to"})


def _reduced(tokens: tuple[Token, ...], verb: int) -> bool:
    """Tell whether "the engine recovered by divers" stands here: a noun, a bare participle."""
    if not verb or verb + 1 >= len(tokens) or not _is_thing(tokens, verb - 1):
        return False
    return tokens[verb + 1].lower in {"by", "from", "at", "near", "inside", "in", "on", "there"}


def _thing_before(tokens: tuple[Token, ...], verb: int) -> tuple[int, int] | None:
    for index in range(verb - 1, max(-1, verb - 16), -1):
        if tokens[index].text in {";", "."}:
            return None
        if _is_thing(tokens, index) and not _is_object(tokens, index):
            return _noun(tokens, index)
    return None


def _is_object(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether the word stands inside "remains of a small drone": then that begins earlier."""
    before = [token.lower for token in tokens[max(0, index - 5) : index]]
    table = evidence_words()
    return "of" in before and any(word in table.things | table.parts for word in before)


def _is_thing(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether a word names a piece of evidence; "part" does so only of a thing."""
    table, word = evidence_words(), tokens[index].lower
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    before = tokens[index - 1].lower if index else ""
    if following in table.no_things_before or (word == "tape" and before in table.no_things_after):
        return False
    if word not in table.parts:
        return word in table.things
    last = _noun(tokens, index)[1] - 1
    return last > index and tokens[last].lower in table.things | table.wholes


def _thing_after(tokens: tuple[Token, ...], start: int) -> tuple[int, int] | None:
    for index in range(start, min(len(tokens), start + _NOUN)):
        if _is_thing(tokens, index):
            return _noun(tokens, index)
        if tokens[index].lower in closed("evidence_ends") or tokens[index].text in {"“", '"'}:
            return None
    return None


def _noun(tokens: tuple[Token, ...], index: int) -> tuple[int, int]:
    """Return the phrase around the noun at ``index``, with "of a small drone" after it."""
    first = index
    while first and first > index - 4 and tokens[first - 1].text.islower():
        before = tokens[first - 1].lower
        if (
            before
            in numbers().stops
            | {"the", "a", "an", "some", "least", "most"}
            | evidence_words().recovered
        ):
            break
        first -= 1
    last = index + 1
    if last < len(tokens) and tokens[last].lower == "of":
        last += 1
        while last < min(len(tokens), index + _NOUN) and tokens[last].lower not in closed(
            "evidence_ends"
        ):
            last += 1
    return first, last


def _core(tokens: tuple[Token, ...]) -> str:
    """Return "remains of a drone" for "remains of a small explosive-laden drone"."""
    words = [token.text.casefold() for token in tokens]
    if "of" not in words or words.index("of") + 1 >= len(words):
        return " ".join(words)
    cut = words.index("of")
    article = [words[cut + 1]] if words[cut + 1] in {"a", "an", "the"} else []
    return " ".join([*words[:cut], "of", *article, words[-1]])
