"""What the law holds somebody for, where the words that tell of the arrest do not say.

"Police arrested X" is about the deed where the sentence or one before it tells of one, and not
where it says that it is for something else. What for may also be told only by "in the case".
"""

import re
from typing import Final

from whence.extract.prose import Prose
from whence.extract.suspicion.deed.blame import is_deed, tells_a_deed, told_before
from whence.extract.suspicion.deed.charges import (
    beside_the_deed,
    besides,
    exculpated,
    following,
    for_words,
    held_by_others,
    of_the_past,
)

_FOR: Final = re.compile(
    r"\b(?:in (?:connection|relation) (?:with|to)|in the case of|in the matter of|over(?! to\b)|for"
    r"|(?:suspicion|charges?|counts?|accusations?|allegations?|accused|suspected|convicted|guilty)"
    r" of|(?:charged|charges|indicted) (?:[\w-]+ ){0,3}?with|(?:charged|charges) (?:over|under)"
    r"|dealing with)\b(?P<what>[^.;:!?]*)"
)
_NOT_WHAT_FOR: Final = re.compile(
    r"\s*(?:the |an? )?(?:(?:first|second|third|last|same|next) time|(?:[\w-]+ ){0,2}(?:hours?"
    r"|days?|weeks?|months?|years?|decades?|life|trial|questioning|sentencing|extradition"
    r"|now|bail)\b|\$|\d|(?:two|three|four|five|six|several|some|other) (?:other )?"
    r"(?:people|men|women|others)"
    r"|[\w’'-]+(?:’|')s (?:court|office)|⟦)"
)
"""What follows such a word and tells no charge: for how long, for how much, with whom."""
_WHY: Final = re.compile(r"\b(?:due to|because|since|during|as (?:he|she|they) )\b")
"""What begins to tell why, where what for is over: "for theft due to a gun that he had"."""
_CASE: Final = re.compile(r"\b(?:case|crime|offences?|offenses?|incident|matter|inquiry|probe)\b")
_VAGUE: Final = re.compile(
    r"\b(?:act|acts|event|events|operation|setting|war|weapons?|targets?|threats?|armed|arming"
    r"|rebels|cutting|steering|fighting|mining|dying|demonstrations?)\b"
)
"""Words that are counted as those of deeds elsewhere, and tell of none by themselves."""


def for_the_deed(prose: Prose, index: int, before: str, after: str) -> bool:
    """Tell whether the law holds somebody for the deed that a text tells of.

    Args:
        prose: the text.
        index: the sentence that tells of the arrest, the charge or the verdict.
        before: its words before those of the law, in small letters.
        after: those from there on.
    """
    if beside_the_deed(after) or for_words(after) or exculpated(after) or of_the_past(after):
        return False
    if _LONG_AGO.search(after) or _MEANWHILE.search(after) or _NONE.search(after):
        return False
    if held_by_others(after) or _AS_WITNESS.search(after) or _REFUSED.search(before):
        return False
    told = (_WHY.split(one["what"], maxsplit=1)[0] for one in _FOR.finditer(after))
    charged = [each for each in told if not _NOT_WHAT_FOR.match(each)]
    if any(is_deed(each) and _of_such(each, prose, index) for each in charged):
        return True
    if charged and not any(_CASE.search(each) for each in charged):
        return False
    return told_near(prose, index)


def of_another_matter(told: str, law: re.Match[str] | None) -> bool:
    """Tell whether a sentence in small letters is about an older or another offence alone.

    ``law`` is where the words of the law begin in it, None where it has none: who is only let go
    there is accused elsewhere, if at all.
    """
    if law is None and _LET_GO.search(told) and not _SUSPECTED.search(told):
        return True
    after = told[law.start() :] if law else ""
    return of_the_past(told) or (beside_the_deed(after) and not is_deed(after))


_LET_GO: Final = re.compile(r"\b(?:released|freed|set free|let go|walked free|release of)\b")
_SUSPECTED: Final = re.compile(
    r"\b(?:suspect\w*|accus\w+|blam\w+|alleg\w+|behind|responsib\w+|gunman|attacker|bomber|killer)\b"
)
_LONG_AGO: Final = re.compile(
    r"\bin (?:19|20)\d\d\b|\byears (?:ago|earlier|before)\b|\b(?:previously|formerly)\b"
)
_MEANWHILE: Final = re.compile(
    r"\b(?:custody|prison|jail|detention|bars|arrest) (?:at the (?:same )?(?:time|hour|moment)"
    r"|when\b|on the (?:day|night)|while\b)"
)
_NONE: Final = re.compile(
    r"^(?:(?:returned|issued|handed (?:up|down)|filed|brought) )?(?:no|neither|not|nobody|none)\b"
)
_HELPING: Final = re.compile(r"\s*(?:having )?(?:help|aid|hid|shelter|harbou?r|assist|film|watch)")
_LESSER: Final = re.compile(r"\b(?:robb|burgl|thef|thie|steal|stol|loot|riot|drug|smuggl|kidnap)")
"""How words for offences begin that are charged beside others: told before, they are the deed."""


def _of_such(charged: str, prose: Prose, index: int) -> bool:
    """Tell whether a charge may be of the deed told: robbery is not where nobody was robbed."""
    if _HELPING.match(charged) and not besides(charged):
        return False
    lesser = {one.group() for one in _LESSER.finditer(charged)}
    if not lesser or is_deed(_LESSER.sub("", charged)):
        return True
    first = prose.sentences[index].start
    told = prose.text[:first].casefold()
    return not told or any(one in told for one in lesser)


def told_near(prose: Prose, index: int) -> bool:
    """Tell whether a sentence, one of the two before it or the next tells of a violent deed."""
    sentence = prose.sentences[index]
    whole = prose.text[sentence.start : sentence.end]
    near = (whole, told_before(prose, index), following(prose, index))
    return any(_violent(one) for one in near)


_AS_WITNESS: Final = re.compile(r"\bas (?:an? )?(?:\w+ )?(?:witness|witnesses|precaution)\b")
_REFUSED: Final = re.compile(r"\b(?:fake|mock|citizen[’']s|wrongful|arbitrary|unlawful|illegal) $")


_DROVE: Final = re.compile(
    r"\b(?:plough|plow|ramm|crash|slamm|smash|dr[oi]v)(?:ed|e|en|ing) (?:[\w’'-]+ ){0,4}?into\b"
)


def _violent(told: str) -> bool:
    small = told.casefold()
    return tells_a_deed(_VAGUE.sub("", small)) or _DROVE.search(small) is not None
