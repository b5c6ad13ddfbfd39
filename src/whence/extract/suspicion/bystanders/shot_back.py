"""Who struck down the attacker: the police who shot the gunman are not behind what he did.

Reports end with how the attacker died: "Okri, who was killed by police", "before officers shot him
dead", "a guard shot the bomber". The words for that deed are those for any other, so that only who
was struck tells them apart: the one who did it, by a word for that ("the gunman"), by a name that
the text accuses or tells a deed of, or, where people whose office it is struck, by a pronoun that
takes up either.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

from whence.extract.facts.victims.kinds import general
from whence.extract.parties.words import lexicon
from whence.extract.prose import Prose
from whence.extract.suspicion.deed.blame import tells_a_deed
from whence.extract.suspicion.wording.drafting import Draft

_STRUCK: Final = (
    r"(?:(?:(?:fatally|reportedly|allegedly|later|then|finally) )?"
    r"(?:shot|killed|gunned down|cut down|struck down|brought down|neutrali[sz]ed|wounded|injured"
    r"|hit|stabbed|subdued|tackled|overpowered)(?: dead| to death| (?:him|her)self)?"
    r"(?: and (?=\w))?){1,3}"  # a longer run is no news, and would be tried from each of its verbs
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
     "after", "ultimately")
)  # fmt: skip
_TAKEN_UP: Final = frozenset(("he", "she", "they", "him", "her", "them", "who"))
_UNTIL: Final = frozenset(("before", "until", "till"))
_NEAR: Final = 4
"""Words right beside the verb that say who was struck."""
_ACCUSING: Final = frozenset(("accuse", "state", "charge"))


def struck_back(drafts: Iterable[Draft], prose: Prose, victim: str | None) -> Iterator[Draft]:
    """Yield the drafts without those that name who struck the attacker down.

    The incident's ``victim`` is none, whatever those who struck him say that he had done.
    """
    every = tuple(drafts)
    spared = set((victim or "").casefold().split())
    accused = {
        last
        for one in every
        if one.subject[:1].isupper() and not _enforces(one.subject)
        for last in one.subject.casefold().split()[-1:]
    }
    known = _Known(prose.text, frozenset(accused - spared), frozenset(spared))
    for one in every:
        if not _struck_the_attacker(one, prose, known):
            yield one


class _Known(NamedTuple):
    """What a text tells of names: those that it accuses, in small letters, and the victim's."""

    text: str
    accused: frozenset[str]
    spared: frozenset[str]

    def attacked(self, name: str) -> bool:
        """Tell whether the text accuses one of this name, or tells that he attacked others."""
        small = name.casefold()
        if small in self.spared:
            return False
        told = not general(small) and _deed_of(name).search(self.text) is not None
        return small in self.accused or told


def _struck_the_attacker(one: Draft, prose: Prose, known: _Known) -> bool:
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
        return _did_it(whom[-_NEAR:], known) or _took_up(whom, told, known)
    active = _STRIKING.match(after)
    if active is None:
        return False
    whom, told = active["whom"].split(), before.split()
    if not enforces:
        return _is_a_doer(whom)  # a victim may have the name of who did it: his wife's
    if _did_it(whom, known):
        return True
    pronoun = whom[0].casefold() in _TAKEN_UP
    return pronoun and (_until(told[-_NEAR:]) or _did_it(told, known))


def _took_up(whom: list[str], told: list[str], known: _Known) -> bool:
    """Tell whether a pronoun, or nothing at all ("before being shot"), takes up who did it."""
    last = whom[-1].casefold().strip(",") if whom else ""
    if last not in _TAKEN_UP | _UNTIL and whom == told:
        return False
    goes_on = "and" in told[len(whom) :] and tells_a_deed(" ".join(whom).casefold())
    return goes_on or _until(told[-_NEAR:]) or _did_it(told, known)


def _until(words: Iterable[str]) -> bool:
    return any(word.casefold() in _UNTIL for word in words)


def _is_a_doer(words: Iterable[str]) -> bool:
    """Tell whether one of the words is a noun for who did it."""
    known = lexicon()["doers"] | lexicon()["culprits"]
    return any(_bare(word).casefold() in known for word in words)


def _did_it(words: list[str], known: _Known) -> bool:
    """Tell whether some of the words are for who did it: a noun, an accused, one of a deed."""
    names = (bare for bare in map(_bare, words) if bare[:1].isupper())
    return _is_a_doer(words) or any(known.attacked(name) for name in names)


def _bare(word: str) -> str:
    return re.sub(r"[’']s?$", "", word.strip(',;:()"“”—–-'))


@lru_cache(maxsize=1000)
def _deed_of(name: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b{re.escape(name)}(?:[’'](?:s )?(?:[a-z]+ ){{0,2}}(?:rampage|spree|attack|bullets)"
        r"| (?:[a-z]+ly |then |had |also )?(?:opened fire|shot (?!himself|herself)|fired (?:on|at)"
        r"|went on (?:a|the|his|her) (?:[a-z]+ ){0,2}(?:rampage|spree)"
        r"|killed (?!himself|herself)|gunned down|stabbed|attacked|set off|detonated|drove into))"
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
