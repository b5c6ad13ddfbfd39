"""What around a suspect takes the accusation away: denials, other offences, other parts played.

A guess is given up more easily than a pattern: whatever in the sentence, or in those beside it,
tells of the party as anything but a suspect leaves nothing of the guess.
"""

import re
from functools import cache

from whence.extract.facts.words import weapons
from whence.extract.lexicon import closed, words
from whence.extract.parties import Party
from whence.extract.prose import Prose
from whence.extract.suspicion.deed.blame import of_no_deed, of_nothing_told, told_before
from whence.extract.suspicion.deed.charges import (
    beside_the_deed,
    blamable,
    exculpated,
    feared,
    following,
    held_by_others,
    inquires,
    lifted,
    named_otherwise,
    none_of_them,
    of_the_past,
    pursued,
)
from whence.extract.suspicion.wording.grammar import TARGET
from whence.extract.suspicion.wording.hedging import of_context, of_verdict
from whence.extract.suspicion.wording.rendering import Rendered

_OF_ANOTHER = frozenset(("who", "whom", "whose", "which"))
_BESIDE = 3
"""Words behind a party within which such a word may still be about it."""
_NEXT = frozenset(("that", "but", "while", "whereas", "although", "though"))
"""Words behind a party with which another clause begins."""
_CLAUSE_MARKS = frozenset(",;:—–")


def affirmed(
    prose: Prose,
    line: Rendered,
    index: int,
    party: Party,
    backed: bool = False,
    floor: int | None = None,
) -> bool:
    """Tell whether the words before a party leave the accusation standing.

    A condition, a question, an accusation not made and a denial do not; and the victim is
    nobody's suspect.

    Args:
        prose: the document.
        line: the sentence as patterns see it.
        index: the place of the sentence in the document.
        party: who is suspected there.
        backed: whether a statement is known to accuse there.
        floor: from where words before the party count: behind a negation that is part of the
            accusation ("did not rule out"), or shortly before its verb.
    """
    sentence = prose.sentences[index]
    if prose.text[sentence.start : sentence.end].rstrip(" ”\"’'").endswith("?"):
        return False
    place = next((at for at, left, right in line.places if left <= party.start < right), None)
    if place is None or line.line[place:].startswith(TARGET):
        return False
    if (
        _negated(prose, index, party, floor or 0)
        or _on_duty(prose, index, party)
        or _exculpated(prose, index, backed)
    ):
        return False
    if _warding_off(prose, index, party) or _told_otherwise(prose, index, party):
        return False
    before = line.line[:place]
    if not of_verdict(before, line.line[place:]).polarity:
        return False  # "rumours that X did it are false"
    # "Ascribed the fire to X" is no "to blame X".
    kinds = [False] if backed and _TO.search(before) else [True, False]
    if floor is not None:
        first = next((at for at, left, right in line.places if floor < right), 0)
        before = f" {line.line[first:place].lstrip()}"
    contexts = (of_context(before, "object", accusing) for accusing in kinds)
    return not any(one.skip or not one.polarity or one.retracted for one in contexts)


_TO = re.compile(r" to (?:(?:the|an?) )?$")


def _negated(prose: Prose, index: int, party: Party, floor: int) -> bool:
    """Tell whether the clause around a party has a negation of any kind.

    A guess is given up more easily than a pattern: "nobody blamed X", "no link with X was
    found" and "X was never under suspicion" leave nothing of it.
    """
    clause: list[str] = []
    since = 0
    for token in prose.sentences[index].tokens:
        since += token.start >= party.end
        if token.text in _CLAUSE_MARKS:
            if token.start >= party.end:
                break
            clause = []
        elif since > _BESIDE and token.lower in _OF_ANOTHER:
            break  # "X burned the houses of people who did not pay"
        elif since and token.lower in _NEXT:
            break  # "that X had done it and that Y was not involved"
        elif floor <= token.start and not party.start <= token.start < party.end:
            clause.append(token.lower)
    nobody = {word for word in words("negative_subjects") if " " not in word}
    negations = closed("negations") | nobody
    return any(word in negations or word.endswith(("n't", "n’t")) for word in clause)


def _on_duty(prose: Prose, index: int, party: Party) -> bool:
    """Tell whether what follows a party says what it was there to do, not what it did."""
    after = prose.text[party.end : prose.sentences[index].end].casefold()
    _, charge, task = after.partition("responsible for ")
    return bool(charge) and any(task.startswith(f"{duty} ") for duty in words("duties"))


def _warding_off(prose: Prose, index: int, party: Party) -> bool:
    """Tell whether a party brought down what was sent: "drones were shot down by guards"."""
    before = prose.text[prose.sentences[index].start : party.start].casefold()
    clause = re.split(r"[,;:]", before)[-1]
    return any(re.search(rf"\b{re.escape(one)} by\b", clause) for one in _warded_off())


def _exculpated(prose: Prose, index: int, backed: bool) -> bool:
    """Tell whether words take suspicion from somebody: "released without charge".

    They may stand in the sentence before or behind as well, if it is of the same paragraph; beside
    an accusation that a statement makes they are another's.
    """
    sentence = prose.sentences[index]
    told = prose.text[sentence.start : sentence.end].casefold()
    beside = (
        prose.text[one.start : one.end].casefold()
        for one in prose.sentences[max(0, index - 1) : index + 2]
        if one.block == sentence.block and (one is sentence or not backed)
    )
    if none_of_them(following(prose, index)):
        return True
    return lifted("", told) or any(map(exculpated, beside))


def _told_otherwise(prose: Prose, index: int, party: Party) -> bool:
    """Tell whether what stands around a party makes it something else than a suspect.

    It is held or blamed for no deed ("arrested for lying"), held by those who did it, named as
    somebody else ("as a witness"), whom somebody is charged with hurting, who looks into the deed,
    or of whom is told what he did before it.
    """
    sentence = prose.sentences[index]
    if of_the_past(prose.text[sentence.start : sentence.end].casefold()):
        return True
    before = prose.text[sentence.start : party.start]
    if pursued(before) or feared(before):
        return True
    told = prose.text[party.end : sentence.end]
    if of_no_deed(before, told) or of_nothing_told(before, told, told_before(prose, index)):
        return True
    after = prose.text[party.end : sentence.end].casefold()
    if inquires(after) or blamable(after) or _against_the_doers(after):
        return True
    return beside_the_deed(after) or held_by_others(after) or named_otherwise(after)


def _against_the_doers(after: str) -> bool:
    """Tell whether somebody was struck, condemns the deed or took those who did it.

    ``after`` are the words behind the name: "was the target of it", "killed two of the attackers".
    """
    return any(one.match(after) for one in (_ON_THE_OTHER_SIDE, _THE_TARGET, _PLEADS, _NOT_YET))


_CLAIMS = r"(?:claim|admit|accept|acknowledg|tak|own)(?:ting|ing|e)?"
_NOT_YET = re.compile(
    r"(?: \([^()]{1,12}\))?(?:, [^,.;:]{1,60},)? (?:has|have|had|is|are) (?:as )?(?:yet|still) to"
    r" (?:claim|admit|accept|acknowledge|take|confirm|deny|comment)\b"
    r"|[^.;:⟦]{0,90}? (?:(?:stop(?:s|ped|ping)?|fell|falls|falling) short of|without|not)"
    rf" (?:[a-z]+ly )?{_CLAIMS} (?:(?:full |any |direct )?(?:responsibility|credit)|it|the)\b"
)
"""Who has yet to own up has not done so, nor who "stopped short of claiming it"."""
_PLEADS = re.compile(
    r"(?:,? (?:aged )?\d{1,3},)? (?:will|would|intends to|plans to|is expected to|was expected to)"
    r" (?:[a-z]+ )?plead (?:not guilty|innocent)\b"
)
"""Who says so accuses nobody, and the guess says no more than the plea: that it was denied."""
_CULPRITS = (
    r"(?:attackers?|assailants?|bombers?|culprits?|perpetrators?|shooters?|hijackers?|kidnappers?"
    r"|killers?|gunm[ae]n|suspects?)\b"
)
_ON_THE_OTHER_SIDE = re.compile(
    r"(?: \([^()]{1,12}\)|(?:,[^,.;:]{1,60}){1,2},)?"
    r"(?: (?:has|have|had|also|later|itself|[a-z]+ly)){0,3} "
    r"(?:(?:was|were|is|are|had been|has been) (?:also |itself |[a-z]+ly )?"
    r"(?:targeted|(?:the|an?) (?:[a-z]+ ){0,2}?(?:targets?|victims?))\b"
    r"|(?:condemn|denounc|deplor)(?:s|ed|es)\b"
    r"|(?:killed|shot|arrested|captured|detained|caught|overpowered|chased|pursued)"
    r"(?: (?:and|dead|killed|down|at)){0,3}"
    r" (?:the|one|two|three|four|five|several|some|all|both|\d+)(?: of the)? (?:[a-z-]+ )?"
    rf"{_CULPRITS})"
)


_THE_TARGET = re.compile(
    r"(?:, (?:aged )?\d{1,3})?, (?:who (?:is|was) )?(?:the|an?|one of the) (?:[a-z]+ ){0,2}?"
    r"(?:targets?|victims?)\b"
)


@cache
def _warded_off() -> frozenset[str]:
    """Return the words for weapons that were brought down on their way."""
    return frozenset(word.casefold() for word in weapons().munitions["intercepted"].both)
