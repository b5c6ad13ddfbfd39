"""Who struck down the attacker: the police who shot the gunman are not behind what he did.

Reports end with how the attacker died: "Okri, who was killed by police", "before officers shot him
dead", "a guard shot the bomber". The words for that deed are those for any other, so that only who
was struck tells them apart: the one who did it, by a word for that ("the gunman"), by a name that
the text accuses or tells a deed of, or, where people whose office it is struck, by a pronoun that
takes up either.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from whence.extract.facts.words import is_people
from whence.extract.lexicon import closed
from whence.extract.parties.words import lexicon
from whence.extract.prose import Prose
from whence.extract.suspicion.blame import tells_a_deed
from whence.extract.suspicion.drafting import Draft

_STRUCK: Final = (
    r"(?:(?:(?:fatally|reportedly|allegedly|later|then|finally) )?"
    r"(?:shot|killed|gunned down|cut down|struck down|brought down|neutrali[sz]ed|wounded|injured"
    r"|hit|stabbed|subdued|tackled|overpowered)(?: dead| to death| (?:him|her)self)?"
    r"(?: and (?=\w))?)+"
)
_BY: Final = re.compile(
    rf"\b{_STRUCK} by (?:(?:the|an?|one|two|three|four|several|other|another|local) )?"
    r"(?:[\w’'-]+ ){0,3}$"
)
_STRIKING: Final = re.compile(
    r"(?:[’']s?)?(?: ?, who [^,.;]*,)?(?: (?!(?:and|but|or|who) )[\w’'-]+){0,5}? "
    r"(?:(?:opened |returned )?(?:fired?|fire|shot) (?:back )?(?:on|at)"
    r"|(?:exchanged|traded) (?:gunfire|fire|shots) with"
    rf"|{_STRUCK})"
    r" (?P<whom>(?:(?!(?:and|in|on|at|near|during|after|before|who) )[\w’'-]+ ?){1,5})"
)
_CALLED_IN: Final = re.compile(
    r" (?:was|were|are|is|been|being|became|got) (?:[a-z]+ )?(?:involved|engaged|called|alerted)"
    r"(?! in (?:the|an?|this|that) (?:[a-z]+ ){0,2}(?:attack|shooting|killing|murder|bombing))"
)
"""What is told of the police at any scene: "police were involved in a standoff"."""
_AT_WORK: Final = re.compile(
    r" (?:(?:have|has|had|were|was|are|is|also|later|then|soon|quickly|already|still) ){0,3}"
    r"(?:detain|arrest|disrupt|search|question|captur|caught|catch|foil|thwart|prevent|defus|cordon"
    r"|evacuat|investigat|respond|identif|found|recover|seiz|arriv|rush|interview|interrogat)"
    r"[a-z]*\b(?! (?:guilty|liable))"
)
"""What such people do by their office."""
_AUXILIARY: Final = frozenset(
    ("was", "were", "is", "are", "be", "been", "being", "had", "has", "have", "got", "then",
     "later", "himself", "herself", "themselves", "also", "eventually", "finally", "and", "died",
     "after", "ultimately", "himself,")
)  # fmt: skip
_TAKEN_UP: Final = frozenset(("he", "she", "they", "him", "her", "them", "who"))
_UNTIL: Final = frozenset(("before", "until", "till"))
_NEAR: Final = 4
"""Words right beside the verb that say who was struck."""
_ACCUSING: Final = frozenset(("accuse", "state", "charge"))


def struck_back(drafts: Iterable[Draft], prose: Prose) -> Iterator[Draft]:
    """Yield the drafts without those that name who struck the attacker down."""
    every = tuple(drafts)
    accused = {
        last
        for one in every
        if one.subject[:1].isupper() and not _enforces(one.subject)
        for last in one.subject.casefold().split()[-1:]
    }
    for one in every:
        if not _struck_the_attacker(one, prose, accused):
            yield one


def _struck_the_attacker(one: Draft, prose: Prose, accused: set[str]) -> bool:
    sentence = prose.sentences[one.sentence]
    if one.frame not in _ACCUSING or not sentence.start <= one.subject_start < sentence.end:
        return False
    before = _plain(prose.text[sentence.start : one.subject_start])
    after = _plain(prose.text[one.subject_end : sentence.end])
    enforces = _enforces(one.subject)
    if enforces and (_CALLED_IN.match(after) or _AT_WORK.match(after)):
        return True
    passive = _BY.search(before)
    if passive is not None:
        told = before[: passive.start()].split()
        whom = told
        while whom and whom[-1].casefold() in _AUXILIARY:
            whom = whom[:-1]
        if not enforces:
            return _is_a_doer(whom[-_NEAR:])
        return _did_it(whom[-_NEAR:], accused, prose) or _took_up(whom, told, accused, prose)
    active = _STRIKING.match(after)
    if active is None:
        return False
    whom, told = active["whom"].split(), before.split()
    if not enforces:
        return _is_a_doer(whom)  # a victim may have the name of who did it: his wife's
    if _did_it(whom, accused, prose):
        return True
    pronoun = whom[0].casefold() in _TAKEN_UP
    return pronoun and (_until(told[-_NEAR:]) or _did_it(told, accused, prose))


def _took_up(whom: list[str], told: list[str], accused: set[str], prose: Prose) -> bool:
    """Tell whether a pronoun, or nothing at all ("before being shot"), takes up who did it."""
    last = whom[-1].casefold().strip(",") if whom else ""
    if last not in _TAKEN_UP | _UNTIL and whom == told:
        return False
    goes_on = "and" in told[len(whom) :] and tells_a_deed(" ".join(whom).casefold())
    return goes_on or _until(told[-_NEAR:]) or _did_it(told, accused, prose)


def _until(words: Iterable[str]) -> bool:
    return any(word.casefold() in _UNTIL for word in words)


def _is_a_doer(words: Iterable[str]) -> bool:
    """Tell whether one of the words is a noun for who did it."""
    known = lexicon()["doers"] | lexicon()["culprits"]
    return any(_bare(word).casefold() in known for word in words)


def _did_it(words: list[str], accused: set[str], prose: Prose) -> bool:
    """Tell whether some of the words are for who did it: a noun, an accused, one of a deed."""
    names = [bare for bare in map(_bare, words) if bare[:1].isupper()]
    return (
        _is_a_doer(words)
        or any(name.casefold() in accused for name in names)
        or any(not is_people(name.casefold()) and _of_a_deed(name, prose.text) for name in names)
    )


def _bare(word: str) -> str:
    return re.sub(r"[’']s?$", "", word.strip(',;:()"“”—–-'))


@cache
def _deed_of(name: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b{re.escape(name)}(?:[’'](?:s )?(?:[a-z]+ ){{0,2}}(?:rampage|spree|attack|bullets)"
        r"| (?:[a-z]+ly |then |had |also )?(?:opened fire|shot (?!himself|herself)|fired (?:on|at)"
        r"|went on (?:a|the|his|her) (?:[a-z]+ ){0,2}(?:rampage|spree)"
        r"|killed (?!himself|herself)|gunned down|stabbed|attacked|set off|detonated|drove into))"
    )


def _of_a_deed(name: str, text: str) -> bool:
    """Tell whether the text tells that one of this name attacked others."""
    return name.casefold() not in closed("prepositions") and (
        _deed_of(name).search(text) is not None
    )


@cache
def _enforcing() -> frozenset[str]:
    return lexicon()["enforcers"]


def _enforces(subject: str) -> bool:
    """Tell whether a name or a description is of those whose office it is to strike back."""
    words = (word.strip(",.").casefold() for word in subject.replace("’s", "").split())
    return any(word in _enforcing() for word in words)


def _plain(text: str) -> str:
    """Return a text on one line, with a space before and behind it where it has one."""
    before, behind = (" " if each.isspace() else "" for each in (text[:1], text[-1:]))
    return f"{before}{' '.join(text.split())}{behind}"
