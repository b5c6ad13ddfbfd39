"""What somebody is held or blamed for: the deed, or something beside it."""

import re
from functools import cache
from typing import Final

from whence.extract.lexicon import words
from whence.extract.prose import Prose

_CHARGE: Final = re.compile(
    r"\b(?:for|with|over|on(?= (?!charges)\S+ (?:\S+ )?charges\b)"
    r"|(?:accus\w+|suspected|suspicion|charges?|counts?|convicted|guilty)(?: \S+){0,4}? of)\b"
)
_GAP: Final = r"[\s\"“”'‘’]+"
_DOING: Final = re.compile(rf"{_GAP}(?:[a-z]+ly{_GAP})?(?P<doing>[a-z]+ing)\b")
_NO_CHARGE: Final = frozenset(
    {"questioning", "sentencing", "hearing", "morning", "evening", "spring", "king",
     "nothing", "anything", "something", "everything"}
)  # fmt: skip
"""What ends so and is no doing: "held for questioning"."""
_ASIDE: Final = re.compile(
    rf"{_GAP}(?:\d+|(?:about|at least) \w+|one|two|three|four|five|six|several|some|other|others|"
    rf"another|him|her|them|(?:a|the|his|her|their) (?:\w+ )?(?:time|times|brother|son|wife|father"
    rf"|friend|others|hours?|days?|weeks?|months?|years?))\b"
)
"""With whom, how often or how long somebody is held: what for may still follow."""
_ARMS: Final = re.compile(
    r"\b(?:\w*bombs?|grenades?|explosives?|acid|petrol|gasoline|molotov|rockets?|missiles?|"
    r"weapons? of mass destruction)\b"
)
_NEAR: Final = 40
"""Characters behind such a word in which arms make it a deed: "throwing a petrol bomb"."""


_CLAUSE_ENDS: Final = re.compile(r"\b(?:after|before|since|when|while|days?|weeks?|months?)\b")
"""Words behind which arms are of another matter: "insulting him a week after a bomb exploded"."""
_EARLY: Final = re.compile(
    r"\b(?:initial|initially|originally|at first|first|briefly|once|early on)\b"
)
_TURN: Final = re.compile(r"\b(?:but|until|however|before|though|although|and later|then)\b")
_STANDS: Final = re.compile(
    r"[^.;]{0,40}?\b(?:den(?:y|ies|ied)|fled|escaped|vanished|disappeared|never (?:charged|tried)"
    r"|not (?:yet )?(?:been )?(?:charged|arrested)|also|arrested only"
    r"|no(?: one|body| [a-z]+) (?:has |have |had )?(?:yet )?claimed|no claims?)\b"
)


def beside_the_deed(text: str) -> bool:
    """Tell whether the first charge in a text is for no deed: "arrested for lying to the police".

    ``text`` is casefolded and begins with whom it is about, or with the word that holds him. What
    is no charge ("arrested with two others", "for the second time") is passed over. Where a deed is
    charged beside something else ("with perjury and with murder"), the deed counts.
    """
    if _elsewhere().search(text) or _for_words().search(text):
        return True
    for charge in _CHARGE.finditer(text):
        if _others().match(text, charge.end()):
            return not besides(text[charge.end() :])
        found = _DOING.match(text, charge.end())
        if found is not None and found["doing"] not in _NO_CHARGE:
            deed = found["doing"] in words("charged_deeds")
            if deed:
                light = found["doing"] in words("light_deeds")
                return light and _harmless().match(text, found.end()) is not None
            clause = _CLAUSE_ENDS.search(text, found.end())
            end = min(found.end() + _NEAR, clause.start() if clause else len(text))
            return _ARMS.search(text, found.end(), end) is None
        if found is None and not _ASIDE.match(text, charge.end()):
            return False  # "for the bombing", "with murder"
    return False


def other_offence(charged: str) -> bool:
    """Tell whether words for a charge begin with another offence: " lying to the police"."""
    return _others().match(charged) is not None


def besides(charged: str) -> bool:
    """Tell whether words for a charge go on with a crime: " perjury and murder"."""
    return _besides().match(charged) is not None


def exculpated(text: str) -> bool:
    """Tell whether a text takes suspicion from somebody: "not a suspect", "an unrelated case"."""
    return exonerated(text) or _any_of("exculpating").search(text) is not None


def exonerated(text: str) -> bool:
    """Tell whether a text says that whoever was held has nothing to answer for: "by mistake"."""
    return _any_of("exonerating").search(text) is not None


def following(prose: Prose, index: int) -> str:
    """Return the sentence behind one in its paragraph, casefolded, "" where none is."""
    block = prose.sentences[index].block
    behind = prose.sentences[index + 1 : index + 2]
    return "".join(
        prose.text[one.start : one.end].casefold() for one in behind if one.block == block
    )


def none_of_them(following: str) -> bool:
    """Tell whether the sentence behind an arrest parts it from the deed: "None has been linked".

    ``following`` is that sentence, casefolded.
    """
    return _NONE.match(following) is not None


_NONE: Final = re.compile(
    r"\W*(?:none|neither|not one|nobody)"
    r"(?: of (?:them|(?:the|those|its|his|their) [\w-]+(?: [\w-]+)?))?"
    r" (?:has|have|had|was|were|is|are)(?: been| yet| so far)*"
    r" (?:linked|tied|connected|known to be (?:linked|tied|connected))\b"
)


def lifted(before: str, told: str) -> bool:
    """Tell whether an accusation was only the first one: "was initially blamed, but police later".

    ``told`` are the words that accuse and the rest of the sentence, ``before`` those before them.
    Who "denied it", "fled" or "was never charged" is still accused.
    """
    turn = _TURN.search(told)
    early = turn is not None and (
        _EARLY.search(told, 0, turn.start()) or _EARLY.search(before[-_NEAR:])
    )
    return bool(early) and turn is not None and _STANDS.match(told, turn.end()) is None


def held_by_others(after: str) -> bool:
    """Tell whether those are named who hold somebody against the law: "held by the rebels"."""
    return _held().match(after) is not None


def named_otherwise(after: str) -> bool:
    """Tell whether the words behind a name say as what he is named: "as their president"."""
    return _named().match(after) is not None


def blamable(after: str) -> bool:
    """Tell whether somebody is not accused, but may come to be: "X might be blamed"."""
    return _BLAMABLE.match(after) is not None


_BLAMABLE: Final = re.compile(
    r" (?:might|may|could|would|will) (?:again |now |then |next |also )?be (?:wrongly |falsely )?"
    r"(?:accused|blamed|framed|implicated|scapegoated|suspected|held responsible)\b"
)


def inquires(after: str) -> bool:
    """Tell whether whom a text names looks into the deed: "is working to find out who did it".

    ``after`` are the words behind the name, casefolded.
    """
    return _inquiring().match(after) is not None


def of_the_past(text: str) -> bool:
    """Tell whether a text is about what somebody did before the deed: "has a criminal record"."""
    return _any_of("past_deeds").search(text) is not None


def pursued(before: str) -> bool:
    """Tell whether whom a text goes on to name is whom others were after.

    "He is accused of shooting A, 18, and": nothing but names, ages and what joins them may stand
    between. A lawsuit or a protest "against" somebody is no suspicion either, nor a shootout "with"
    somebody. ``before`` is as written.
    """
    near = before[-_BEFORE:]
    return _done_to().search(near) is not None or _against().search(near) is not None


def feared(before: str) -> bool:
    """Tell whether a deed "by" whom a text goes on to name is only feared or warned of.

    "Officials warned of an attack by X"; that "they fear the attack was carried out by X" is a
    suspicion.
    """
    return _FEARED.search(before[-_BEFORE:]) is not None


_FEARED: Final = re.compile(
    r"\b(?:fear\w*|afraid|dread\w*|warn\w*|threat\w*|risk\w*|danger) "
    r"(?:(?!(?:was|were|been|is|are|had|has)\b)[\w’'-]+ ){0,9}?by (?:the |an? )?"
    r"(?:(?:[\w’'-]+ ){1,5}?(?:or|and) (?:the |an? )?)?$",
    re.IGNORECASE,
)
_BEFORE: Final = 240
"""Characters before a name in which it is seen whether others were after whom it names."""
_JOINING: Final = "and|both|the|his|her|their"


def for_words(text: str) -> bool:
    """Tell whether a charge is for what somebody said or wrote: "over her article on the bombing".

    ``text`` is casefolded.
    """
    return _for_words().search(text) is not None


@cache
def _for_words() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:for|over|because of) (?:an? |the |his |her |their |its )?(?:[\w-]+ ){{0,2}}?"
        rf"{_one_of('utterances')}\b"
    )


@cache
def _against() -> re.Pattern[str]:
    return re.compile(
        rf"{_one_of('civil_steps')} (?:[\w-]+ ){{0,4}}?against (?:[A-Za-z.-]+ ){{0,3}}$"
        rf"|{_one_of('encounters')} with (?:[A-Za-z.-]+ ){{0,3}}$"
    )


@cache
def _done_to() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:accus\w+|suspect\w*|suspicion|convicted|guilty|charged|charges|arrested|held|tried"
        r"|sentenced|wanted|jailed)\b(?: [\w-]+){0,4}? (?:of|with|in|for|over) (?:[\w-]+ ){0,2}?"
        rf"{_one_of('done_to_people')}\s+"
        # One way only to read each word, or a long list of names would be tried in all ways.
        rf"(?:(?:[A-Z][\w.’'-]*|\d[\w-]*|(?:{_JOINING})(?=\s)"
        rf"|(?!(?:{_JOINING})\s)[a-z-]+(?= [A-Z]))[,\s]+)*$"
    )


@cache
def _held() -> re.Pattern[str]:
    return re.compile(
        r"[^.;:]{0,40}?\b(?:arrested|held|detained|seized|captured|taken|abducted|kidnapped|freed"
        r"|released|jailed|tried)\b(?: [\w-]+){0,4}? by (?:[\w-]+ ){0,3}?"
        rf"{_one_of('unlawful_holders')}\b"
    )


@cache
def _inquiring() -> re.Pattern[str]:
    return re.compile(
        r"(?: (?:is|are|was|were|has|have|had|been|will|would|be|also|still|now|already|currently))"
        rf"{{1,4}} (?:{_one_of('inquiring')}\b"
        rf"|{_one_of('striving')}\b[^.;:]{{0,80}}?{_one_of('ascertaining')}\b)"
    )


@cache
def _named() -> re.Pattern[str]:
    return re.compile(
        r"(?: (?:\w+ ){1,3}?(?:named|identified|described))?"
        r" as (?:an? |the |its |their |his |her |one of the )?(?:new |interim |acting |first )?"
        rf"{_one_of('named_otherwise')}(?:e?s)?\b"
    )


def _one_of(name: str) -> str:
    return rf"\b(?:{'|'.join(map(re.escape, sorted(words(name))))})"


@cache
def _any_of(name: str) -> re.Pattern[str]:
    return re.compile(rf"{_one_of(name)}\b")


@cache
def _others() -> re.Pattern[str]:
    """Return what such a charge begins with: "repeatedly lying"."""
    deeds = "|".join(sorted(words("charged_deeds") - words("light_deeds")))
    offences = "|".join(re.escape(one) for one in sorted(words("other_offences")))
    return re.compile(rf"{_GAP}(?:(?!(?:and|{deeds})\b)[\w-]+{_GAP}){{0,2}}?(?:{offences})\b")


@cache
def _elsewhere() -> re.Pattern[str]:
    """Return what somebody is held for who was near the deed at most: "at a protest against it"."""
    held = r"\b(?:arrested|detained|held|jailed|imprisoned|seized|fined|charged)\b(?: [\w-]+){0,3}?"
    gerund = r"(?:attempting|trying|planning|conspiring|intending|seeking|hoping)"
    return re.compile(
        rf"{held} (?:after|for|over|when) (?:he |she |they )?{_one_of('refusals')} to\b"
        rf"|{held} (?:at|during|in|after) (?:an? |the )?(?:[\w-]+ ){{0,2}}?"
        rf"{_one_of('gatherings')}\b"
        rf"|{held} (?:after|when|while) (?:he|she|they) (?:tried|attempted) to"
        rf" {_one_of('other_attempts')}\b"
        rf"|\b(?:with|of|for) {gerund} to {_one_of('other_attempts')}\b"
    )


@cache
def _besides() -> re.Pattern[str]:
    """Return a charge that goes on with a crime: "perjury and murder", "lying and for killing"."""
    crimes = "|".join(
        sorted(words("charged_crimes") | (words("charged_deeds") - words("light_deeds")))
    )
    return re.compile(rf"[^.;:]{{1,80}}?\band (?:(?:for|with|of) )?(?:{crimes})\b")


@cache
def _harmless() -> re.Pattern[str]:
    """Return what a deed that is none goes on with: "the bomber to flee"."""
    objects = "|".join(sorted(words("harmless_objects")))
    return re.compile(rf"{_GAP}(?:(?!and\b)[\w’'-]+{_GAP}){{0,4}}?(?:{objects})\b")
