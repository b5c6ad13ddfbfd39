"""What a rejection is: of an accusation against somebody else, or of a report that was wrong."""

import re
from functools import cache

from msgspec import Struct

from whence.extract.lexicon import LEXICON
from whence.extract.suspicion.speaking.accuser import is_authority
from whence.model.attribution import Act
from whence.model.vocabulary import load
from whence.names.spelling import words

_ARTICLES = frozenset({"the", "a", "an", "this", "that"})


class _Table(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    reports: str
    accusing: str
    against: str
    own: str
    others: tuple[str, ...]
    spoken_for: str
    turned_down: str
    withheld: str


def told_apart(act: Act, content: str, speaker: str) -> Act:
    """Return the act of a statement that denies or rejects, by what it rejects and for whom.

    Who says that "reports of a second blast were untrue" corrects them, if they accuse nobody; an
    authority that rejects "the accusation against the ally" denies nothing of its own. Nor does who
    turns down an offer or keeps something from somebody.
    """
    if act in _REJECTING and _accuses_nobody(content):
        return "say"
    if act == "reject_accusation" and _wrong_report(content):
        return "correct"
    if act == "deny_involvement" and _of_another(content, speaker):
        return "reject_accusation"
    return act


_REJECTING: frozenset[Act] = frozenset(("deny_involvement", "reject_accusation"))


def _accuses_nobody(content: str) -> bool:
    """Tell whether what is rejected is held against nobody: "the offer of help"."""
    plain = " ".join(content.split())
    return any(_patterns()[one].match(plain) is not None for one in ("turned_down", "withheld"))


def _wrong_report(content: str) -> bool:
    """Tell whether all that is rejected is a report of what happened, and nobody's doing."""
    found = _patterns()["reports"].match(" ".join(content.split()))
    if found is None:
        return False
    told = found["told"]
    named = any(word[:1].isupper() for word in told.split())
    return not named and _patterns()["accusing"].search(told) is None


def _of_another(content: str, speaker: str) -> bool:
    """Tell whether an accusation is plainly against somebody else than the one who rejects it."""
    found = _patterns()["against"].search(" ".join(content.split()))
    if found is None or _patterns()["spoken_for"].search(speaker):
        return False
    whom = found["whom"]
    if _patterns()["own"].match(whom) or set(words(whom)) & set(words(speaker)) - _ARTICLES:
        return False
    if _patterns()["others"].match(whom):
        return True
    return whom[4:5].isupper() and is_authority(speaker) and not is_authority(whom)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    table = load("rejecting", _Table, LEXICON)
    others = "|".join(table.others)
    sources = {
        "reports": table.reports,
        "accusing": table.accusing,
        "against": table.against,
        "own": table.own,
        "others": rf"(?:the|an?|this|that)(?: [\w-]+){{0,2}}? (?:{others})\b",
        "spoken_for": table.spoken_for,
        "turned_down": table.turned_down,
        "withheld": table.withheld,
    }
    return {name: re.compile(source, re.IGNORECASE) for name, source in sources.items()}
