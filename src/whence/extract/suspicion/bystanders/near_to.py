"""Who only stands near a suspect: his mother, his lawyer, whom he struck, who accuses him."""

import re
from functools import cache

from whence.extract.facts.words import is_people
from whence.extract.lexicon import words
from whence.extract.parties.words import lexicon

_REACH = 90
"""Characters before a name in which the words for whom it belongs to may stand."""
_WORD = r"(?!(?:of|for|with|by|from|in|at|to|and|or|as|but|said|says) )[\w-]+ "


def _near(before: str) -> str:
    """Return the words right before a name, in small letters on one line."""
    return before[-_REACH:].casefold().replace("\n", " ")


def near_a_suspect(before: str) -> bool:
    """Tell whether a name says who somebody near a suspect is: "the neighbour of the accused, X".

    There the name may be either's, and in "the suspect's mother, X" it is hers; "the home of the
    suspect, X" and "relatives of the suspect, X" are of the suspect. ``before`` is the sentence up
    to the name.
    """
    near = _near(before)
    found = _beside_him().search(near)
    if found is not None:
        noun = found["noun"]
        known = noun in lexicon()["roles"] or noun in words("near_ones")
        return known or (is_people(noun) and not noun.endswith("s"))
    return _his().search(near) is not None or _whose().search(near) is not None


def fought(before: str) -> bool:
    """Tell whether a name says whom others fight: "accused it of crimes in the war against X"."""
    return _AGAINST.search(_near(before)) is not None


_AGAINST = re.compile(
    r"\b(?:(?:fight|fighting|war|wars|battle|campaign|struggle|offensive|operations?) against"
    r"|(?:fights|fighting|battles|battling))(?: the)? [\"“‘']?$"
)


def aimed_at(before: str) -> bool:
    """Tell whether a name says at whom the deed was aimed: "the bomb was meant for X"."""
    return _AIMED.search(_near(before)) is not None


_AIMED = re.compile(
    r"\b(?:(?:aimed|directed) (?:[a-z]+ly )?(?:at|against)|(?:meant|intended) for|opened fire on"
    r"|targets? (?:of the [a-z]+ )?(?:was|were|is|are|had been|may have been))(?: the| an?)? $"
    r"|\btarget(?:ed|s|ing) (?:(?!by\b)[a-z-]+ ){0,5}$"
    r"|\b(?:aimed|directed) (?:[a-z]+ly )?(?:at|against) (?:(?!by\b)[a-z-]+ ){1,5}$"
)


def accuses_others(before: str) -> bool:
    """Tell whether a name says who accuses, condemns or holds others: "was accused of it by X".

    So does "denied a claim by X that". ``before`` is the sentence up to the name.
    """
    near = before[-2 * _REACH :].casefold().replace("\n", " ")
    return _AGENT.search(near) is not None


_AGENT = re.compile(
    r"\b(?:is|are|was|were|been|being) (?:[a-z]+ly )?(?:accused|blamed|suspected|charged|condemned"
    r"|denounced|arrested|detained|captured|caught|named|identified)"
    r"(?: (?!(?:who|that|which|whom|sent|said|led|[a-z]+ed)\b)"
    r"[\w’'-]+){0,6}? by(?: the| an?)? $"
    r"|\b(?:attackers?|assailants?|bombers?|culprits?|perpetrators?|gunm[ae]n|suspects?) "
    r"(?:was|were|been|being) (?:later |also )?(?:killed|shot(?: dead)?) by(?: the| an?)? $"
    r"|\b(?:den|reject|dismiss|disput|rebut|refut|contradict)(?:y|ies|ied|ying|s|es|ed|ing|ted)? "
    r"(?:an?|the|all|any|these|those) (?:[a-z]+ )?(?:claims?|accusations?|allegations?|charges?"
    r"|suggestions?|statements?|reports?) (?:by|from|of)(?: the| an?)? $"
)


def holds_the_place(before: str) -> bool:
    """Tell whether a name says who holds a place: "the area is controlled by X"."""
    return _HOLDS.search(_near(before)) is not None


_HOLDS = re.compile(
    r"\b(?:(?:controlled|held|run|governed|ruled|dominated|administered|guarded|patrolled|policed"
    r"|secured|manned|populated|inhabited|frequented|owned|operated) by)(?: the| an?| local)? $"
)


def knew_him(before: str) -> bool:
    """Tell whether a name says who knows of somebody: "one of the attackers was known to X"."""
    return _KNOWN_TO.search(_near(before)) is not None


_KNOWN_TO = re.compile(r"\bknown to(?: the| an?)?(?: local)? $")


def is_home(before: str) -> bool:
    """Tell whether a name says where somebody lives: "Ana Ruiz, 44, of X was charged"."""
    return _HOME.search(_near(before)) is not None


_HOME = re.compile(
    r"(?:, (?:aged? )?\d{1,3},?| \(\d{1,3}\),?) (?:both |all |each )?(?:of|from) (?:the )?"
    r"(?:(?:[\w.’'-]+ ){0,2}[\w.’'-]+, )?$"
)


def took_after(before: str) -> bool:
    """Tell whether a name only says who somebody took after: "the bomber was inspired by X"."""
    return _INSPIRED.search(_near(before)) is not None


_INSPIRED = re.compile(
    r"\b(?:(?:inspired|influenced|motivated|radicalised|radicalized) (?:[a-z]+ )?by"
    r"|(?:sympath(?:y|ies) (?:for|with)|sympathi[sz](?:ed|es|ing|ers?) (?:of|with)|sympathetic to"
    r"|admir(?:ed|es|er of|ers of|ation for)"
    r"|(?:pledged|swore|sworn|declared|professed) (?:[a-z]+ )?(?:allegiance|loyalty) to"
    r"|(?:consumed|watched|shared|downloaded|posted) [a-z-]+ (?:by|from)))"
    r"(?: the| an?)? $"
)


def timed_by(before: str) -> bool:
    """Tell whether a name only says after whose doing a deed came: "days after X signed it"."""
    return _TIMED.search(_near(before)) is not None


_TIMED = re.compile(
    r"\b(?:c(?:ame|omes|oming)|happened|occurred|took place|follow(?:s|ed)) "
    r"(?:(?:just|only|less than|more than|about|nearly|barely|a|an|one|two|three|few|several|some"
    r"|\d+) ){0,3}(?:minutes?|hours?|days?|weeks?|months?|years?|shortly|soon) "
    r"(?:after|before) (?:the )?$"
)


def stands_by(before: str) -> bool:
    """Tell whether a name says who stands by or against somebody: "Y, an ally of X, claimed it"."""
    return _STANDS_BY.search(_near(before)) is not None


_STANDS_BY = re.compile(
    r"\b(?:(?:all(?:y|ies)|rivals?|foes?|enem(?:y|ies)|opponents?|adversar(?:y|ies)|offshoots?"
    r"|affiliates?|sympathi[sz]ers?|admirers?|imitators?"
    r"|(?:breakaway|dissident|rebel|renegade) (?:group|faction|wing|unit)s?"
    r"|splinter(?: (?:group|faction))?|successors?|critics?) (?:of|to|from)"
    r"|(?:backed|supported|armed|funded|financed|trained|sponsored|inspired|opposed|tolerated) by"
    r"|(?:allied|affiliated|linked|aligned|associated|tied|close|loyal|opposed|hostile)"
    r" (?:to|with)"
    r"|(?:split|broke|broken|splintered)(?: (?:away|off))? from|fights|opposes|supports|backs)"
    r"(?: the| an?)? $"
)


def thanked(before: str) -> bool:
    """Tell whether a name says whom others praise: "thanked Colonel X for the operation"."""
    return _THANKED.search(_near(before)) is not None


_THANKED = re.compile(
    r"\b(?:prais|thank|congratulat|commend|applaud|honour|honor|decorat|salut)[a-z]* "
    r"(?:the |his |her |their )?(?:(?!(?:for|who|that|after|as|by|to|of|police|on)\b)[\w-]+ ){0,2}$"
)


def is_struck(before: str) -> bool:
    """Tell whether a name says whom somebody hit: "the incident that also killed X"."""
    return _STRUCK.search(_near(before)) is not None


_STRUCK = re.compile(
    r"\b(?:kill(?:ed|ing|s)|wound(?:ed|ing|s)|injur(?:ed|ing|es)|murder(?:ed|ing)|stabb(?:ed|ing)"
    r"|shot dead|fatally shot) (?:(?:the|an?|his|her|their) )?(?:\d+-year-old )?$"
    r"|\b(?:the|an?|another|one|both|two|three|four|first|second|third)"
    r"(?: of the| [a-z]+){0,2} (?:victims?|dead|deceased|wounded|injured|survivors?)"
    r"(?: (?:was|were|is|are)(?: identified as| named as)?)?,? (?:\d+-year-old )?$"
)


@cache
def _held() -> str:
    known = lexicon()["culprits"] | lexicon()["accusing"] | words("suspected_nouns")
    return f"(?:{'|'.join(sorted(known))})"


@cache
def _beside_him() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<noun>[a-z-]+) (?:(?:in|on) the (?:case|trial) )?(?:of|for|to|against)"
        rf" (?:the|an?|one|that|this|each) (?:{_WORD}){{0,3}}?{_held()}(?: in custody)?"
        r"(?: (?:of|for|over|in) (?:[\w’'-]+ ){0,4}[\w’'-]+)?,"
        r" (?:an? )?(?:\d+-year-old )?$"
    )


@cache
def _whose() -> re.Pattern[str]:
    """Return the words for somebody's kin or killer: "the brother of the singer X was jailed"."""
    kin = "|".join(sorted(map(re.escape, words("kin"))))
    return re.compile(
        rf"\b(?:{kin}) of (?:(?!(?:who|that|said|was|were|is|are|has|had) )[\w’'-]+ ){{0,7}}$"
    )


@cache
def _his() -> re.Pattern[str]:
    return re.compile(
        rf"\b{_held()}(?:[’']s|s?[’']) (?:{_WORD}){{0,2}}?[\w-]+,? (?:\d+-year-old )?$"
    )
