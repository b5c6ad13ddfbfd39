"""How firmly a clause is meant, and whether it says yes or no."""

import re
from dataclasses import dataclass

from whence.extract.suspicion.wording.grammar import embeddings, verb_group, verdicts

_AGAIN = re.compile(r"\b(?:and|nor) (?:\w+ )?(?:not|never)\b")
"""A second verb group that repeats the sense of the first: "did not and will not"."""
_OBLIGED = re.compile(r"\b(?:has|have|had|having) to\b")
_SUSPECTED = re.compile(
    r"\b(?:suspected|alleged|presumed|supposed|probable|possible|likely"
    r"|(?:believed|thought|presumed|suspected|assumed|reported|said)"
    r" to (?:be|have been|come|belong)"
    r"(?: (?:from|to|members of|fighters of|part of))?)"
    r"(?: (?:members|fighters|militants|men|gunmen) of)?(?: the)? $",
    re.IGNORECASE,
)
_CERTAIN, _PROBABLE, _POSSIBLE = 3, 2, 1


@dataclass(frozen=True, slots=True)
class Commitment:
    """What stands around a clause does to it.

    ``polarity`` is False where it is denied, ``hedge`` how firmly that is meant (3 certain, 2
    probable, 1 possible), ``rejected`` True where somebody rejects what others say, ``skip`` True
    where nothing is claimed at all (a condition, an open question, an accusation not made).
    ``start`` is where in the line the words begin that say so. ``retracted`` is True where
    somebody takes back what was said.
    """

    polarity: bool = True
    hedge: int = _CERTAIN
    rejected: bool = False
    skip: bool = False
    start: int | None = None
    retracted: bool = False


def only_suspected(before: str) -> bool:
    """Tell whether a party is only thought to have done it: "suspected X militants attacked"."""
    return _SUSPECTED.search(before) is not None


def of_verb_group(words: str) -> Commitment:
    """Read the auxiliaries and adverbs of a verb group: "is unlikely to have", "did not"."""
    lists = verb_group()
    tokens = _AGAIN.sub("", words).split()
    negative = sum(_is_negative(token) for token in tokens)
    possible = any(token in lists["possible"] for token in tokens)
    probable = any(token in lists["probable"] for token in tokens)
    unlikely = any(token in lists["unlikely"] for token in tokens)
    impossible = "cannot" in tokens or ("could" in tokens and negative and "not" in tokens)
    hedge = _CERTAIN
    supposed = "have" in tokens and any(token in lists["future"] for token in tokens)
    supposed = supposed and not (probable or unlikely)
    if supposed or (possible and not (impossible and negative)):
        hedge = _POSSIBLE
    elif probable or unlikely:
        hedge = _PROBABLE
    flips = negative + unlikely
    idle = any(token in lists["idle"] for token in tokens)  # a habit or another time
    open_future = any(token in lists["future"] for token in tokens) and "have" not in tokens
    obliged = _OBLIGED.search(words) is not None  # "had to admit it": whether it did is not told
    return Commitment(flips % 2 == 0, hedge, skip=open_future or idle or obliged)


def _is_negative(token: str) -> bool:
    return token in verb_group()["negative"] or token.endswith(("n't", "n’t"))


def of_context(before: str, slot: str, accusing: bool) -> Commitment:
    """Read the words before a clause: "it is unlikely that", "dismissed suggestions that".

    ``before`` is the line up to the clause and ends with a space.
    """
    found = Commitment()
    rest = before
    for _ in range(3):
        step = _innermost(rest, slot, accusing)
        if step is None:
            break
        length, commitment = step
        start = len(rest) - length
        found = Commitment(
            found.polarity == commitment.polarity,
            min(found.hedge, commitment.hedge),
            found.rejected or commitment.rejected,
            found.skip or commitment.skip,
            start,
            found.retracted or commitment.retracted,
        )
        rest = rest[:start]
    return found


def of_verdict(before: str, after: str) -> Commitment:
    """Read what becomes of a clause held by a noun: "claims that X did it | remain unproven"."""
    noun, rows = verdicts()
    if noun.search(before) is None:
        return Commitment()
    for row in rows:
        if row.regex.match(after):
            return Commitment(not row.flip, row.hedge, row.reject)
    return Commitment()


def _innermost(before: str, slot: str, accusing: bool) -> tuple[int, Commitment] | None:
    """Return the embedding whose words end the context, with its length; the longest one wins."""
    best: tuple[int, Commitment] | None = None
    for embedding in embeddings():
        if embedding.only == ("state" if accusing else "object"):
            continue
        if embedding.only == "object_verb" and (not accusing or slot != "object"):
            continue
        match = embedding.regex.search(before)
        if match is None or (best is not None and len(match.group()) <= best[0]):
            continue
        best = (
            len(match.group()),
            Commitment(
                not embedding.flip,
                embedding.hedge,
                embedding.reject,
                embedding.skip,
                retracted=embedding.retract,
            ),
        )
    return best
