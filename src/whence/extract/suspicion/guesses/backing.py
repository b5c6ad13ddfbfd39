"""What somebody says around a suspect that the reader saw, and whether it bears the guess out.

A guess in the words of somebody who accuses, or of the one who speaks for himself, is less of a
guess: two readings of the same words agree. The one who says so makes the accusation then, and his
statement tells how it stands.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from whence.extract.prose import Prose
from whence.extract.sourcing import Sourcing
from whence.extract.stretches import Stretches
from whence.extract.suspicion.wording.grammar import Frame
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
    r"|called|named|known as|(?-i:[A-Z])\S*(?: (?-i:[A-Z])\S*){0,4},? of) (?:the )?",
    re.IGNORECASE,
)
"""What may stand before a name among the words for who speaks."""
_NEAR_CUE: Final = 24
"""Characters before the verb of an accusation in which a "no" is about it: "nobody has accused"."""
_NOT_RULED_OUT: Final = re.compile(
    r"(?:\bnot|n[’']t|\bcannot|\bnever) (?:\w+ ){0,2}?(?:rul\w+ out|exclud\w+|discount\w*) ",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Backing:
    """What a statement makes of a mention.

    ``frame`` and ``hedge`` are what it does and how firmly at most; ``floor`` is the offset from
    which words may take the accusation away: behind "did not rule out", where it begins so, and
    else a few words before its verb ("denied that it had killed him, and accused X"). ``speaks``
    tells that the mention is its source.
    """

    frame: Frame
    hedge: int
    floor: int | None = None
    speaks: bool = False


class Backings:
    """What the statements of a document make of the suspects that the reader saw."""

    def __init__(self, prose: Prose, sourcing: Sourcing) -> None:
        told = [one for one in sourcing.attributions if not one.negated]
        self._prose, self._sourcing = prose, sourcing
        self._own = Stretches(
            (one, (one.source,)) for one in told if one.source and one.act in _OF_ONESELF
        )
        self._unsaid = sorted(one.cue.start for one in told if one.cue and one.act in _UNSAYING)

    def of(self, one: Suspected) -> Backing | None:
        """Return what is said of a suspect or by him that bears the guess out, if anything is."""
        for _, said in self._own.holding(one.span.start, one.span.start + 1):
            if self._speaks(said, one):
                own = _OF_ONESELF[said.act]
                doubted = own == "admit" and one.standing in _INNOCENT
                return None if doubted else Backing(own, _FIRM, speaks=True)
        held = self._sourcing.at(one.span.start, one.span.end)
        if held is None or held.negated:
            return None
        if held.act == "deny_involvement":
            return Backing("deny", _FIRM)
        most = _OF_OTHERS.get(held.act)
        start = self._prose.sentences[self._prose.sentence_at(one.span.start)].start
        taken_back = bisect_left(self._unsaid, start) < bisect_left(self._unsaid, one.span.start)
        if most is None or one.standing in _INNOCENT or taken_back:
            return None  # a sentence that takes something back goes on to tell what
        return Backing("accuse", most, self._floor(held, one, start, most))

    def _floor(self, held: Attribution, one: Suspected, start: int, most: int) -> int | None:
        """Return from where words before a mention count, in a sentence that begins at ``start``.

        Without a verb before the mention all of them do.
        """
        allowed = [*_NOT_RULED_OUT.finditer(self._prose.text, start, one.span.start)]
        if allowed and most == _POSSIBLE:
            return allowed[-1].end()
        cue = held.cue
        if cue is None or not start + _NEAR_CUE < cue.start < cue.end <= one.span.start:
            return None
        return cue.start - _NEAR_CUE

    def _speaks(self, said: Attribution, one: Suspected) -> bool:
        """Tell whether a suspect is who makes a statement, or the one in whose name it is made."""
        assert said.source is not None  # noqa: S101 - kept for those with a source only
        before = " ".join(self._prose.text[said.source.start : one.span.start].split())
        return not before or _SPEAKING_FOR.fullmatch(f"{before} ") is not None


def accuses(standing: Standing) -> bool:
    """Tell whether a standing is one that somebody else's words give a suspect."""
    return standing in _ACCUSING
