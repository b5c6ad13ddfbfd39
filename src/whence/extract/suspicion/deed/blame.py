"""Whether what a party is said to have done is a violent or hostile deed at all.

A suspicion is about who carried such a deed out. "Accused the police of negligence" and "blamed the
party for the shutdown" accuse, and make nobody a suspect.
"""

import re
from functools import cache
from typing import Final

from msgspec import Struct

from whence.extract.lexicon import LEXICON
from whence.extract.prose import Prose
from whence.extract.suspicion.deed.charges import besides, other_offence
from whence.model.vocabulary import load

_REACH: Final = 160
"""Characters before a party in which the verb may stand that accuses it, and behind it what for."""
_VERB: Final = (
    r"\b(?:accus\w+|blam\w+|suspect\w*|suspicion\w*|charg\w+|fault\w*|finger\w*|indict\w*)"
)
_ACCUSING: Final = re.compile(rf"{_VERB}\b[^.;:!?]*$")
_PASSIVE: Final = re.compile(
    r"[^.;:!?]{0,60}?\b(?:accused|blamed|suspected|charged|indicted|faulted)\b"
    r"(?: by [^.;:!?,]{1,60}?)? (?P<link>of|for|with|over|in)\b(?P<what>[^.;:!?]*)"
)
_MUTUAL: Final = re.compile(
    r"[^.;:!?]{0,60}?\b(?:accus|blam)\w+ (?:each other|one another|the other)"
    r" (?P<link>of|for|over)\b(?P<what>[^.;:!?]*)"
)
"""What two parties hold against each other."""
_ANSWERABLE: Final = re.compile(
    r"[^.;:!?]{0,40}?\b(?:responsible|accountable|liable|to blame|guilty|culpable|at fault)"
    r" (?P<link>for|of|in)\b(?P<what>[^.;:!?]*)"
)
_ACTIVE: Final = re.compile(
    r"(?:,? (?:and|or) [^.;:!?,]{1,60}?|,[^.;:!?]{1,80}?,|(?: [a-z]+ly| again| too| itself))?"
    r" (?P<link>of(?= (?![A-Z]))|for|over)\b(?P<what>[^.;:!?]*)"
)
_CHARGES: Final = re.compile(
    r"\b(?P<what>(?:[a-z-]+ ){0,3}[a-z-]+) (?:charges?|counts?|complaints?|indictments?|warrants?)"
    r" (?:against|for) (?:[\w’'-]+ ){0,3}$"
)
"""What a charge is called by: "murder charges against X"."""
_CHARGING: Final = re.compile(r"\b(?:charg|indict)\w*\b[^.;:!?]*$")
_WITH: Final = re.compile(r"(?: [a-z]+ly)? (?P<link>with)\b(?P<what>[^.;:!?]*)")
_TIED: Final = re.compile(r" (?P<link>to|with)\b(?P<what>[^.;:!?]*)")
_TYING: Final = re.compile(r"\b(?:link|tie|tying|connect)\w*\b[^.;:!?,]*$")
_ON: Final = re.compile(
    r"(?<!was )(?<!were )(?<!been )(?<!being )\b(?:blam\w+|pinn\w+)"
    r"(?: for)?(?P<what> (?!by |on |in part|[a-z]+ly )[^.;:!?,]*?)"
    r" on (?:the |an? |his |her |their |its )?(?:\w+ ){0,2}$"
)
_HELD_FOR: Final = re.compile(
    r"\s*(?:the |an? )?(?:(?:first|second|third|last|same|next) time|(?:\w+ ){0,2}(?:hours?|days?"
    r"|weeks?|months?|years?|decades?|now|instance|example)\b|(?:him|her|them|it)self|(?:his|her|their)"
    r" part\b|good\b)"
)
"""What "for" says beside what for: since when, for which time."""
_BLAMED: Final = re.compile(
    r"(?:\b(?P<who>[\w’'-]+) )?(?:(?:have|has|had|also|largely|widely|mostly|partly|again) ){0,3}"
    r"\bblam(?:e|es|ed|ing) (?:the |an? |his |her |their |its )?(?:[\w’'-]+ ){0,2}$"
)
_BREAK: Final = re.compile(
    r"\b(?:after|before|during|following|since|when|amid|while|although|though|despite|because|but"
    r"|ahead of|in the wake of|said|says|told|saying|adding|whereas|as well as"
    r"|in (?:an?|the|his|her|their) (?:\w+ )?(?:statement|interview|speech|letter|report|debate"
    r"|tweet|post|article))\b"
)
"""Words behind which no more is told of what somebody is accused of."""
_WORD: Final = re.compile(r"[\w’'-]+")
_SHORT_FORM: Final = re.compile(r"^ ?\([^()]{1,20}\)")
"""How a name goes on with its initials: "the Reed League (RL)"."""
_MARKS: Final = re.compile(r"[\"“”‘]")


class _Table(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    stems: tuple[str, ...]
    words: frozenset[str]
    in_words: frozenset[str]
    wounds: frozenset[str]
    before: frozenset[str]
    taking_part: frozenset[str]
    failings: tuple[str, ...]
    figures: tuple[str, ...]
    unreal: tuple[str, ...]
    unreal_deeds: tuple[str, ...]
    deceits: tuple[str, ...]
    crowds: frozenset[str]


def of_no_deed(before: str, after: str) -> bool:
    """Tell whether the words around a party say what it is accused of, and that is no deed.

    Where nothing says so it may be a deed ("X was accused"), and wherever a deed is told among
    other things the accusation is of that ("of lying and of planting the bomb").

    Args:
        before: the words of the sentence before the party's name.
        after: those behind it.
    """
    if _patterns()["deceit"].search(before[-_REACH:].casefold()):
        return True
    charges = _CHARGES.search(before[-_REACH:])
    if charges is not None and is_deed(f" {charges['what']}"):
        return False
    told = _SHORT_FORM.sub("", _MARKS.sub("", after[: 2 * _REACH]))
    what = _charge(_MARKS.sub("", before[-_REACH:]), told)
    return what is not None and not is_deed(what)


def of_nothing_told(before: str, after: str, around: str) -> bool:
    """Tell whether a party is blamed, and nothing tells for a deed: "voters blamed the X".

    Args:
        before: the words of the sentence before the party's name.
        after: those behind it.
        around: that sentence with those before it, where a deed may be told; empty without them.
    """
    blamed = _BLAMED.search(before[-_REACH:])
    told = _SHORT_FORM.sub("", after[: 2 * _REACH])
    if blamed is None or _charge(before[-_REACH:], told) is not None:
        return False
    crowd = blamed["who"] and blamed["who"].casefold() in _table().crowds
    return bool(crowd) or (around != "" and not tells_a_deed(around))


def tells_a_deed(text: str) -> bool:
    """Tell whether a text has any word for a violent or hostile deed."""
    told = text.casefold()
    return _patterns()["stems"].search(told) is not None or not _table().words.isdisjoint(
        _WORD.findall(told)
    )


def of_words(told: str, around: str) -> bool:
    """Tell whether a deed may be one of words alone: "she attacked her rival in the debate".

    Args:
        told: the words that tell the deed.
        around: the text around them, in which more is told where somebody was attacked with more.
    """
    table = _table()
    if table.in_words.isdisjoint(_WORD.findall(told.casefold())):
        return False
    rest = " ".join(one for one in _WORD.findall(around.casefold()) if one not in table.in_words)
    return _patterns()["stems"].search(rest) is None and table.wounds.isdisjoint(rest.split())


def told_before(prose: Prose, index: int) -> str:
    """Return a sentence with the two before it, nothing where it is the first."""
    first = max(0, index - 2)
    return prose.text[prose.sentences[first].start : prose.sentences[index].end] if index else ""


def _charge(before: str, after: str) -> str | None:
    """Return what a party is accused of, as far as the words around its name tell."""
    on = _ON.search(before)
    if on is not None:
        return on["what"]
    tied = _TYING.search(before) and _TIED.match(after)
    accused = _ACCUSING.search(before) and _ACTIVE.match(after)
    charged = _CHARGING.search(before) and _WITH.match(after)
    passive = _ANSWERABLE.match(after) or _PASSIVE.match(after) or _MUTUAL.match(after)
    found = tied or accused or charged or passive
    if not found or (found["link"] == "for" and _HELD_FOR.match(found["what"])):
        return None
    return found["what"]


def is_deed(what: str) -> bool:
    """Tell whether words for what somebody is accused of name a violent or hostile deed."""
    told = _BREAK.split(what.casefold(), maxsplit=1)[0]
    if (other_offence(told) or _patterns()["failings"].match(told)) and not besides(told):
        return False
    rest = _patterns()["figures"].sub(" ", _patterns()["unreal"].sub(" ", told))
    said = _WORD.findall(rest)
    table = _table()
    if _patterns()["stems"].search(rest) or not table.words.isdisjoint(said) or _WHAT.search(rest):
        return True
    if _TO_IT.fullmatch(told):
        return True
    unsaid = table.taking_part | table.before | _JOINING
    return rest == told and all(word in unsaid for word in said)


_WHAT: Final = re.compile(
    r"\b(?:what|whatever|anything|everything|all)"
    r"(?: (?:that|which|had|has|have|may|might|could|will))*"
    r" (?:happen|occur|befall|befell|t[ao]ken? place|took place)"
)
_TO_IT: Final = re.compile(
    r" (?:having )?[a-z]+(?:ed|ing|en|ght|[dt]) (?:it|them|him)\b"
    r"(?: (?:in|on|at|from|near|to|for)\b.*)?"
)
"""What was done to somebody or something told before: "of having sent it from the port"."""
_JOINING: Final = frozenset(
    ("in", "of", "for", "a", "an", "the", "any", "some", "and", "its", "their", "his", "her")
)


@cache
def _table() -> _Table:
    return load("blame", _Table, LEXICON)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    table = _table()
    stems, failings, figures, unreal, deeds, deceits = (
        "|".join(map(re.escape, each))
        for each in (
            table.stems, table.failings, table.figures, table.unreal, table.unreal_deeds,
            table.deceits,
        )
    )  # fmt: skip
    words = "|".join(sorted(map(re.escape, table.words)))
    deed = rf"\b(?:(?:{stems})[\w-]*|(?:{words})\b)"
    return {
        "stems": re.compile(rf"\b(?:{stems})"),
        "failings": re.compile(rf"\W*(?:[\w-]+\W+){{0,2}}?(?:{failings})\b"),
        "figures": re.compile(
            rf"{deed}(?: (?:on|against|of|to|at))?(?: (?!(?:with|by|in|and|or|that|who)\b)[\w’'-]+)"
            rf"{{0,4}}? (?:{figures})\b"
        ),
        "deceit": re.compile(
            rf"\b(?:{deceits})(?:s|es)?(?: (?:that|which|is|are|was|were|has|have|had|been|being))"
            r"{0,4} (?:perpetrated|committed) by (?:the |an? )?$"
        ),
        "unreal": re.compile(rf"\b(?:{unreal}) (?:{deeds})\b"),
    }
