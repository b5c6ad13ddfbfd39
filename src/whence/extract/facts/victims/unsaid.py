"""Words of harm that are said of nobody: "her slain daughter", "reports of a dead guard"."""

from whence.extract.facts.victims.reality import aimed
from whence.extract.lexicon import closed
from whence.extract.prose import Token

_OWNERS = closed("owners")
_ONE = (["a"], ["an"], ["another"])
_LISTED = (["listed", "as"], ["counted", "as"], ["given", "as"], ["mourned", "as"])
_REPORTED = (["reported"], ["feared"], ["believed"], ["thought"], ["presumed"])
_EARLIER = (["earlier"], ["previously"], ["wrongly"], ["initially"], ["first"])
"""What makes a death one that was only reported: "a passenger earlier reported dead"."""


def of_nobody(tokens: tuple[Token, ...], form: str, first: int, last: int) -> bool:
    """Tell whether words of harm are said of no subject or object of theirs."""
    before = tokens[first - 1].lower if first else ""
    if form == "both" and before in _OWNERS and last < len(tokens):
        return True  # "her slain daughter"
    if before in {"no", "any"}:
        return True  # "no wounded person was found"
    if form == "state" and (_of_all(tokens, first) or _not_said(tokens, first)):
        return True  # "put at thirteen the dead"
    return form == "own" and aimed(tokens, first)


def _of_all(tokens: tuple[Token, ...], first: int) -> bool:
    """Tell whether "dead" is a noun, for all of them: "the dead", but "was among the dead"."""
    before = [token.lower for token in tokens[max(0, first - 2) : first]]
    return before[-1:] == ["the"] and before[:1] != ["among"]


def _not_said(tokens: tuple[Token, ...], first: int) -> bool:
    """Tell whether "dead" says nothing of the subject: "reports of a dead guard", "listed as dead".

    Of whom it is said that he was listed so, somebody says so: "the driver was listed as dead".
    """
    before = [token.lower for token in tokens[max(0, first - 3) : first]]
    listed = before[-2:] in _LISTED and before[:1] not in (["was"], ["were"], ["been"])
    earlier = before[-1:] in _REPORTED and before[-2:-1] in _EARLIER
    return before[-1:] in _ONE or listed or earlier
