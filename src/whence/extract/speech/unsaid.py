"""What looks like a statement and is none: who is accused, what is called so, what is only meant.

Readers link a verb of saying to the phrase before it. "A nurse accused of planting the bomb"
accuses nobody, "a gang called the Owls" calls nobody names, and whoever "should claim
responsibility" has not done so.
"""

import re
from functools import cache

from whence.extract.lexicon import closed, words
from whence.extract.parties.words import lexicon
from whence.extract.prose import Prose
from whence.model.reading import Attributed
from whence.model.span import Span

_ACCUSED = re.compile(
    r"(?:^|\s)(?:accused|charged|suspected|blamed|convicted|indicted)(?P<of>\s+(?:of|with|for))?$",
    re.IGNORECASE,
)
_OF = re.compile(r"\s+(?:of|with|in|over|for)\b", re.IGNORECASE)
_ACTIVE = re.compile(r"\b(?:has|have|had)\b(?!(?:\s+\w+)?\s+been\b)", re.IGNORECASE)
_PASSIVE = re.compile(
    r"(?:is|was|has\s+been|had\s+been)\s+(?:(?:\w+ly|also|now|then|later)\s+)*[\w-]+(?:\s+out)?",
    re.IGNORECASE,
)
_WHOM = re.compile(r"\b(?:who|whom|which)\s+(?:(?:the|an?)\s+)?$", re.IGNORECASE)
_PRONOUNS = frozenset({"i", "we", "he", "she", "it", "they"})
_BE = re.compile(r"\b(?:is|are|was|were|been|being|be)\b", re.IGNORECASE)
_NOUN = re.compile(r"([a-z]+)\s+(?:the\s+)?$")
_NAME = re.compile(r"\W*(?:the\s+)?\W*[A-Z0-9]")
_INDEFINITE = re.compile(
    r"\b(?:an?|another|one|some|two|three|several)\s+(?:[\w-]+\s+){0,3}[\w-]+$"
)
_NAME_ACTS = re.compile(
    r"\W*(?:the\s+)?\W*(?:[A-Z][\w’'-]*[”’\"']?\s+){1,5}"
    r"(?:is|are|was|were|has|have|had|will|would|may|might|could)\b"
)
_EITHER = re.compile(r"\b(?:confirm|acknowledg|admit)\w*\s+(?:or|nor)\s+$", re.IGNORECASE)
_OR_DENIED = re.compile(r"\s+(?:or|nor)\s+den(?:y|ied|ies|ying)\b", re.IGNORECASE)
_NEITHER = re.compile(
    r"\b(?:neither|nor|not|never|declin\w+|refus\w+|unwilling|unable|\w+n[’']t)\b", re.IGNORECASE
)
_NEITHER_IN_ONE = re.compile(
    r"\b(?:neither|not|never|declin\w+ to|refus\w+ to|\w+n[’']t) (?:\w+ )?"
    r"(?:confirm|acknowledg|admit)\w* (?:or|nor) den(?:y|ied|ying)\b"
    r"|^(?:\w+ ){0,2}(?:declin(?:e|es|ed|ing)|refus(?:e|es|ed|ing)) to (?:\w+ly )?"
    r"(?:say|disclose|reveal|name|identify|comment|confirm|discuss|elaborate|specify|speculate"
    r"|answer|give|provide|release)\b",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"\b(?:should|must|ought|will|shall|could|may|might|would(?!\s+(?:later|eventually|subsequently"
    r"|soon|go\s+on))|(?:has|have|had|needs?|needed|wants?|wanted|plans?|planned|refus\w+|declin\w+"
    r"|threaten\w*|expected|urged|pressed|likely|ready)\s+to)\b",
    re.IGNORECASE,
)
_REACH = 60
"""Characters before a cue in which the words stand that make it only one of two, or none."""


def said(prose: Prose, one: Attributed) -> bool:
    """Tell whether somebody says something there, and is not merely accused or named by it."""
    if one.source is None or one.cue is None or one.source.end > one.cue.start:
        return True
    reasons = (_is_accused, _is_name, _is_expletive, _is_dateline, _is_acted_on, _takes_away)
    return not any(reason(prose, one) for reason in reasons)


def noncommittal(prose: Prose, one: Attributed) -> bool:
    """Tell whether a cue is half of "declined to confirm or deny": it denies nothing."""
    if one.cue is None:
        return False
    if _NEITHER_IN_ONE.search(" ".join(one.cue.text.split())):
        return True
    before = prose.text[max(0, one.cue.start - _REACH) : one.cue.start]
    half = _EITHER.search(before) or _OR_DENIED.match(prose.text, one.cue.end)
    return half is not None and _NEITHER.search(f"{before}{one.cue.text}") is not None


def only_meant(prose: Prose, one: Attributed) -> bool:
    """Tell whether somebody only should, may or wants to say so: "it had to admit it"."""
    if one.cue is None:
        return False
    start = one.cue.start
    if one.source is not None and one.source.end <= start:
        start = max(one.source.end, start - _REACH)
    return _MEANT.search(prose.text, start, one.cue.end) is not None


def _is_accused(prose: Prose, one: Attributed) -> bool:
    """Tell whether the source is whom others accuse: "a nurse, held and accused of murder".

    In "whom the police accused of murder" and "a nurse they accused of it" it is not.
    """
    assert one.source is not None and one.cue is not None  # noqa: PT018, S101 - asked by said
    verb = _ACCUSED.search(one.cue.text)
    if verb is None or not (verb["of"] or _OF.match(prose.text, one.cue.end)):
        return False
    if one.content[0].start < one.cue.end:
        return False  # whom they accuse stands before them
    if _BE.search(prose.text, one.source.end, one.cue.end):
        return True
    return not (
        _ACTIVE.search(prose.text, one.source.end, one.cue.end)
        or one.source.text.casefold() in _PRONOUNS
        or _is_of_whom(prose, one.source)
    )


def _is_of_whom(prose: Prose, source: Span) -> bool:
    """Tell whether a relative clause begins before a source: "a man (whom) authorities accused"."""
    before = prose.text[max(0, source.start - _REACH) : source.start]
    noun = _NOUN.search(before)
    return _WHOM.search(before) is not None or (noun is not None and noun.group(1) in _bodies())


def _is_acted_on(prose: Prose, one: Attributed) -> bool:
    """Tell whether the source is whom others offer or deny something: "was offered a bribe"."""
    assert one.source is not None and one.cue is not None  # noqa: PT018, S101 - asked by said
    if one.content[0].start < one.cue.end:
        return False  # "the report, it was confirmed, is right"
    return _ACTED_ON.fullmatch(prose.text, one.source.end, one.cue.end) is not None


_ACTED_ON = re.compile(
    r",?\s+(?:(?:has|have|had)\s+been|(?:will|would|could|may|might|must|should|to)\s+be|is|are|was"
    r"|were|being|been)\s+(?:(?:\w+ly|also|not|never|later|since|again|twice)\s+){0,2}"
    r"(?:offered|confirmed|denied|refused|told|informed|promised|urged|asked|warned|condemned"
    r"|criticised|criticized|denounced|praised|corrected|retracted|withdrawn|rejected|dismissed)",
    re.IGNORECASE,
)
"""A verb that is done to whoever stands before it."""


def _takes_away(prose: Prose, one: Attributed) -> bool:
    """Tell whether what somebody withdraws are no words: "withdrew its troops"."""
    if one.cue is None or _WITHDRAWING.search(one.cue.text) is None:
        return False
    return _NO_WORDS.search(" ".join(part.text for part in one.content)) is not None


_WITHDRAWING = re.compile(r"\b(?:withdr[ae]w\w*|pull\w*)\b", re.IGNORECASE)
_NO_WORDS = re.compile(
    r"^\W*(?:(?:its|his|her|their|the|all|some|most|more|\d+) ){0,2}(?:[\w-]+ ){0,2}?"
    r"(?:troops?|forces?|soldiers?|fighters?|men|guards?|police|officers?|units?|peacekeepers?"
    r"|personnel|staff|ambassadors?|diplomats?|envoys?|tanks?|vehicles?|ships?|warplanes?|weapons?"
    r"|cash|money|funds?|licen[cs]es?)\b",
    re.IGNORECASE,
)


def _is_name(prose: Prose, one: Attributed) -> bool:
    """Tell whether the words give a body its name: "members of a gang called the Owls"."""
    assert one.source is not None and one.cue is not None  # noqa: PT018, S101 - asked by said
    content = one.content[0].text
    noun = one.source.text.split()[-1] if one.source.text.split() else ""
    if (
        one.cue.text.casefold() not in closed("naming")
        or noun not in _bodies()
        or prose.text[one.source.end : one.cue.start].strip()
    ):
        return False
    indefinite = _INDEFINITE.search(one.source.text) and _NAME.match(content)
    return bool(indefinite or _NAME_ACTS.match(content))


def _is_expletive(prose: Prose, one: Attributed) -> bool:
    """Tell whether nobody says it: "it was pointed out that"."""
    assert one.source is not None and one.cue is not None  # noqa: PT018, S101 - asked by said
    if one.source.text.casefold() != "it":
        return False
    verb = prose.text[one.source.end : one.cue.end].strip()
    return not verb.endswith("ing") and _PASSIVE.fullmatch(verb) is not None


def _is_dateline(prose: Prose, one: Attributed) -> bool:
    """Tell whether the source is only where it was written: "HARROW, May 4 (Agency) -- Reports"."""
    assert one.source is not None  # noqa: S101 - asked by said
    return prose.dateline_at(one.source.start) is not None


@cache
def _bodies() -> frozenset[str]:
    known = words("bodies") | closed("group_nouns") | words("persons")
    return frozenset(known | lexicon()["labels"] | lexicon()["heads"])
