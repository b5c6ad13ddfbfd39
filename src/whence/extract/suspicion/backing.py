"""What somebody says around a suspect that the reader saw, and whether it bears the guess out.

A guess in the words of somebody who accuses, or of the one who speaks for himself, is less of a
guess: two readings of the same words agree. The one who says so makes the accusation then, and his
statement tells how it stands.
"""

import re
from dataclasses import dataclass
from typing import Final

from whence.extract.prose import Prose
from whence.extract.sourcing import Sourcing
from whence.extract.suspicion.grammar import Frame
from whence.model.attribution import Act, Attribution
from whence.model.claim import Standing
from whence.model.reading import Suspected

_FIRM: Final = 3
_POSSIBLE: Final = 1
_INNOCENT: Final = frozenset(("denied", "cleared"))
_OF_OTHERS: Final[dict[Act, int]] = {"accuse": _FIRM, "speculate": _POSSIBLE}
"""Acts whose words suspect somebody, and how firmly at most."""
_OF_ONESELF: Final[dict[Act, Frame]] = {
    "claim_responsibility": "admit", "deny_involvement": "deny", "retract": "deny",
}  # fmt: skip
"""Acts by which somebody speaks of what he did; who takes his own claim back has not done it."""
_UNSAYING: Final[frozenset[Act]] = frozenset(("correct", "retract", "reject_accusation"))
_ACCUSING: Final[frozenset[Standing]] = frozenset(
    ("found", "accused_by_authority", "accused", "speculated")
)
_SPEAKING_FOR: Final = re.compile(
    r"(?:(?:an?|the|its|one) )?(?:\w+ ){0,2}?"
    r"(?:(?:spokes\w+|representative|leader|commander|negotiator)s? (?:for|of|from)"
    r"|called|named|known as) (?:the )?",
    re.IGNORECASE,
)
"""What may stand before a name among the words for who speaks."""
_NOT_RULED_OUT: Final = re.compile(
    r"(?:\bnot|n[’']t|\bcannot|\bnever) (?:\w+ ){0,2}?(?:rul\w+ out|exclud\w+|discount\w*) ",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Backing:
    """What a statement makes of a mention.

    ``frame`` and ``hedge`` are what it does and how firmly at most; ``floor`` is the offset behind
    "did not rule out", where it begins with such words. ``speaks`` tells that the mention is its
    source.
    """

    frame: Frame
    hedge: int
    floor: int | None = None
    speaks: bool = False


def backing(prose: Prose, sourcing: Sourcing, one: Suspected) -> Backing | None:
    """Return what is said of a suspect or by him that bears the guess out; None if nothing does."""
    for said in sourcing.attributions:
        own = _OF_ONESELF.get(said.act)
        if own is not None and not said.negated and _speaks(prose, said, one):
            doubted = own == "admit" and one.standing in _INNOCENT
            return None if doubted else Backing(own, _FIRM, speaks=True)
    held = sourcing.at(one.span.start, one.span.end)
    if held is None or held.negated:
        return None
    if held.act == "deny_involvement":
        return Backing("deny", _FIRM)
    most = _OF_OTHERS.get(held.act)
    if most is None or one.standing in _INNOCENT or _unsaid(prose, sourcing, one):
        return None
    start = prose.sentences[prose.sentence_at(one.span.start)].start
    allowed = [*_NOT_RULED_OUT.finditer(prose.text, start, one.span.start)]
    return Backing("accuse", most, allowed[-1].end() if allowed and most == _POSSIBLE else None)


def _unsaid(prose: Prose, sourcing: Sourcing, one: Suspected) -> bool:
    """Tell whether a suspect's sentence begins with taking back what it goes on to tell."""
    start = prose.sentences[prose.sentence_at(one.span.start)].start
    return any(
        said.act in _UNSAYING
        and not said.negated
        and said.cue is not None
        and start <= said.cue.start < one.span.start
        for said in sourcing.attributions
    )


def accuses(standing: Standing) -> bool:
    """Tell whether a standing is one that somebody else's words give a suspect."""
    return standing in _ACCUSING


def _speaks(prose: Prose, said: Attribution, one: Suspected) -> bool:
    """Tell whether a suspect is the source of a statement, or the one in whose name it is made."""
    source = said.source
    if source is None or not (source.start <= one.span.start < source.end):
        return False
    before = " ".join(prose.text[source.start : one.span.start].split())
    return not before or _SPEAKING_FOR.fullmatch(f"{before} ") is not None
