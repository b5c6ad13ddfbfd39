"""Which stance a statement takes, if any, and which only looks as if it took one."""

import re
from functools import cache

from msgspec import Struct

from whence.extract.lexicon import LEXICON
from whence.extract.prose import Prose
from whence.model.attribution import Act, Attribution
from whence.model.vocabulary import load

_STANCES: frozenset[Act] = frozenset(
    ("condemn", "call_for", "offer", "deny_involvement", "reject_accusation", "decline",
     "confirm", "threaten", "retract")
)  # fmt: skip
_CONDEMNS = re.compile(r"\b(?:condemn|denounc|deplor|decr[iy]|slam|blast|criticis|criticiz|rebuk)")
_CALLS = re.compile(r"^(?:for|on|upon)\s")
_DENIES = re.compile(
    r"\b(?:den(?:y|ie)|reject|dismiss|refut|repudiat|rebut|disput|disavow|disclaim|scoff|brush)"
)
_PLEADS = re.compile(r"\b(?:plead|pled\b|enter)")
_PLEA = re.compile(r"\W*(?:(?P<not>not )?guilty|innocent|no contest|nolo)\b", re.IGNORECASE)
_INVOLVED = re.compile(
    r"\b(?:involve\w*|responsib\w+|behind|role|part in|hand in|guilt\w*|innocen\w+|complicity"
    r"|links?|ties|connection|nothing to do with|carr\w+ out|framed)\b"
    r"|\b(?:did|had|has|have|was|were|is|are)(?: not|n[’']t)\b|\bnever\b",
    re.IGNORECASE,
)
_OWN_DEED = re.compile(
    r"\W*(?:it|this|(?:ever )?\w+ing\b|(?:that )?(?:he|she|they|we|i|its?)\b)", re.I
)
_DOUBTED = re.compile(
    r"\b(?:accus\w+|alleg\w+|claims?|suggestions?|reports?|charges?|blam\w+|rumou?rs?|false\w*"
    r"|untrue|baseless|lies?|responsib\w+|involve\w*|behind|role|guilt\w*|attribut\w+)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\b(?:is|are|was|were|be|been|being) (?:\w+ ){0,2}\w+ed\b")
_TO_HIM = re.compile(r"(?:him|her|me|us)\b(?! (?:to (?:resign|step|quit|apologi)))|because\b", re.I)
_SEEKING = ("seek", "sought", "look", "hunt", "search")
_FACE_TO_FACE = re.compile(
    r"(?:him|her|me|us|the (?:man|woman|boy|girl|victim|clerk|guard|driver|officers?))\b"
    r"|(?:to )?(?:kill|shoot|stab|harm|hurt|beat|commit) (?:him|her|them|sui)",
    re.IGNORECASE,
)
"""What one threatens somebody with who stands before him, or himself."""
_TELEPHONE = re.compile(r"\b\d{3}\)?[ .-]?\d{3,4}\b")
_AIMED = re.compile(r"(?:into|at|over|through|toward|towards|away|from)\b", re.IGNORECASE)
_FELT = re.compile(r"\b(?:feel|feels|felt|feeling|is|are|was|were|been|being)\b|^life|-threat")
_OPENS = re.compile(
    r"\b(?:who|whom|whose|someone|somebody"
    r"|(?:charges?|allegations?|accusations?|claims?|reports?|suspicions?) that)\b",
    re.IGNORECASE,
)
"""Words behind which a cue is another's: "X said someone who lived there threatened to ..."."""
_OWN = re.compile(r"\W*who(?: (?:also|has|have|had|is|was|\w+ly))*+\s*$", re.IGNORECASE)
"""A relative clause that the cue opens is about the source: "the minister, who condemned it"."""
_ASIDE = re.compile(r"\s*(?:,[^,]*+,|\([^()]*+\)|[—–][^—–]*+[—–])\s*")
_FAR = 400
"""Characters between a source and its cue beyond which nothing is looked at."""


class _Words(Struct, frozen=True, kw_only=True):
    condemning: tuple[str, ...]
    commenting: tuple[str, ...]
    helping: tuple[str, ...]
    accusing: tuple[str, ...]
    wording: tuple[str, ...]
    procedure: tuple[str, ...]
    nobody: tuple[str, ...]
    at_the_scene: tuple[str, ...]
    sought: tuple[str, ...]


@cache
def _words() -> _Words:
    return load("reactions", _Words, LEXICON)


@cache
def _any_of(name: str) -> re.Pattern[str]:
    table = _words()
    entries = {
        "condemning": table.condemning,
        "commenting": table.commenting,
        "helping": table.helping,
        "nobody": table.nobody,
        "at_the_scene": table.at_the_scene,
        "sought": table.sought,
        "words": (*table.accusing, *table.wording),
    }[name]
    return re.compile(rf"\b(?:{'|'.join(entries)})\b", re.IGNORECASE)


@cache
def _headed_by(name: str) -> re.Pattern[str]:
    """Return a pattern for a content whose first few words hold one of a list."""
    table = _words()
    lists = {"accusing": table.accusing, "wording": table.wording, "procedure": table.procedure}
    word = r"\W*+\w++(?:[’'-]++\w++){0,3}"  # possessive: a long word is read once
    return re.compile(rf"^(?:{word}){{0,4}}?\W*+\b(?:{'|'.join(lists[name])})\b", re.IGNORECASE)


def stance(attribution: Attribution) -> Act | None:
    """Return the stance that an attribution takes, or None when it merely says something."""
    cue = attribution.cue.text.casefold() if attribution.cue else ""
    content = " ".join(span.text for span in attribution.content)
    asked = content if _ASKED.search(cue) else ""
    if any(_any_of("nobody").match(whom) for whom in (attribution.speaker, asked)):
        return None  # "anyone with information is asked to call": the page's words
    act = attribution.act
    if cue.startswith("call") and _CALLS.match(content):
        act = "call_for"
    elif act not in _STANCES or (attribution.negated and act != "decline"):
        return None
    if (plea := _PLEA.match(content)) and _PLEADS.search(cue):
        return None if plea["not"] is None and "innocent" not in plea[0] else "deny_involvement"
    if act in ("deny_involvement", "reject_accusation"):
        return _denial(act, cue, content)
    if act == "condemn":
        return _condemnation(cue, content)
    if _is_private(act, cue, content):
        return None
    # "withdrew its troops" takes no words back
    needed = {"decline": "commenting", "offer": "helping", "retract": "words"}.get(act)
    if needed is not None and not _any_of(needed).search(f"{cue} {content}"):
        return None
    return act


def _is_private(act: Act, cue: str, content: str) -> bool:
    """Tell whether a threat or a call is made to somebody who stands before the speaker."""
    if act == "threaten":
        return bool(_FELT.search(cue) or _FACE_TO_FACE.match(content))
    return act == "call_for" and _of_need(cue, content)


def _of_need(cue: str, content: str) -> bool:
    """Tell whether somebody calls for what is needed there and then, and takes no stance by it.

    "Called for help", "demanded money", "asked him to leave", "police seek gunman".
    """
    wanted = _CALLS.sub("", content, count=1)
    needs = _any_of("at_the_scene").match(wanted) or _TO_HIM.match(wanted)
    sought = cue.startswith(_SEEKING) and _any_of("sought").search(wanted)
    return bool(needs or sought)


def _condemnation(cue: str, content: str) -> Act | None:
    """Tell a condemnation from the rejection of an accusation and from criticism of words."""
    if _headed_by("accusing").search(content):
        return "reject_accusation"
    if _headed_by("wording").search(content):
        return None
    if _TELEPHONE.search(content) or _AIMED.match(content):
        return None  # "call the Crime Line at ...", "blasted into the crowd"
    harsh = _CONDEMNS.search(cue) or _any_of("condemning").search(content)
    return "condemn" if harsh else None


def _denial(act: Act, cue: str, content: str) -> Act | None:
    """Return what a denial denies: a part of one's own, another's word, or neither of them.

    A court that denies bail rejects no accusation, and who plainly says that "none of the injuries
    is serious" answers nobody.
    """
    if _headed_by("procedure").search(content):
        return None
    if not _DENIES.search(cue):
        pattern = _INVOLVED if act == "deny_involvement" else _DOUBTED
        return act if pattern.search(content) else None
    own = _INVOLVED.search(content) or _OWN_DEED.match(content)
    return "reject_accusation" if act == "deny_involvement" and not own else act


def is_anothers(attribution: Attribution, prose: Prose) -> bool:
    """Tell whether the words between a source and its cue give the cue to somebody else.

    "Police are looking into charges that a man pointed a gun at two people and threatened them"
    is no threat of the police.
    """
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None or not source.end < cue.start <= source.end + _FAR:
        return False
    between = _ASIDE.sub(" ", prose.text[source.end : cue.start])
    return _OPENS.search(between) is not None and _OWN.match(between) is None
