"""How a whole report lets the suspicion of one party stand, by all its mentions together.

Claims (``find``) each stand for themselves, and there is none where no pattern names the deed.
This looks at every sentence that names a party: who speaks there, what they do with the words,
and which general words for deeds, accusations, hedges and admissions stand beside the name. A
multinomial logistic regression weighs these marks (McCullagh and Nelder 1989, ch. 6) and tells
facts, accusations, admissions and mere possibilities apart; its weights lie in
``lexicon/overall.yaml`` with the words, and ``training.overall`` fits them. Whether an accusation
is an authority's is not learnt: it is where one says so, as in the MUC-4 tree. No name of any
party, person or place is among the marks. The measurements alone ask this; no report has it.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from msgspec import Struct

from whence.extract.lexicon import LEXICON
from whence.extract.parties.words import lexicon
from whence.extract.prose import Prose, Sentence
from whence.extract.suspicion.speaking.accuser import is_authority
from whence.model.attribution import Attribution
from whence.model.claim import Standing
from whence.model.vocabulary import load

Range = tuple[int, int]
_NEAR: Final = 60
"""How many characters before and behind a name count as beside it."""
_SHORT: Final = 40
"""The same for words that make a name an alleged one."""
_MANY: Final = 10
"""How often somebody says "we" in a report that is a speech."""
_DEED: Final = "deed"
_OFFICIAL: Final = "authority says"
_REPORT: Final = ("claimed", "channel")
"""Words that tell something wherever they stand in the report."""
_BESIDE: Final = (("accuse", "before"), ("claimed", "after"), (_DEED, "after"))
_BY: Final = re.compile(r"\bby (?:\w+ ){0,5}$")


class _Table(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    words: dict[str, tuple[str, ...]]
    weights: dict[Standing, dict[str, float]]


def overall(
    prose: Prose, attributions: Sequence[Attribution], mentions: Sequence[Range]
) -> Standing | None:
    """Return how a party stands in a report; None where the report does not name it.

    Args:
        prose: the report.
        attributions: who says what in it.
        mentions: where the party is named, as ranges of characters.
    """
    if not mentions:
        return None
    found = grounds(prose, attributions, mentions)
    scores = {
        standing: sum(weights.get(name, 0.0) * value for name, value in found.items())
        for standing, weights in _table().weights.items()
    }
    best = max(scores, key=lambda standing: scores[standing])
    return "accused_by_authority" if best == "accused" and f"any {_OFFICIAL}" in found else best


def grounds(
    prose: Prose, attributions: Sequence[Attribution], mentions: Sequence[Range]
) -> dict[str, float]:
    """Return the marks by which a party stands, by name: shares and counts from 0 up.

    "any X" is 1 where X marks one of its sentences, "share X" the share of those that it marks.
    """
    text = prose.text.casefold()
    if len(text) != len(prose.text):  # a letter that becomes two would move what follows
        text = prose.text
    # The first mention of each sentence.
    named = {prose.sentence_at(at[0]): at for at in sorted(mentions, reverse=True)}
    marks = Counter(
        mark
        for index, at in named.items()
        for mark in sorted(_with_deeds(set(_marks(text, prose.sentences[index], at, attributions))))
    )
    first = min(named) / max(1, len(prose.sentences))
    bodies = lexicon()["body_heads"] | lexicon()["government"]
    body = any(_last(text[start:end]) in bodies for start, end in mentions)
    return {
        "always": 1.0,
        "several": math.log(1 + len(named)),
        "late": first,
        "body": float(body),
        "speech": min(1.0, len(_words()["first"].findall(text)) / _MANY),
        **{f"report {name}": float(bool(_words()[name].search(text))) for name in _REPORT},
        **{f"any {mark}": 1.0 for mark in marks},
        **{f"share {mark}": count / len(named) for mark, count in marks.items()},
    }


def _marks(
    text: str, sentence: Sentence, at: Range, attributions: Sequence[Attribution]
) -> Iterator[str]:
    start, end = at
    inside = text[sentence.start : sentence.end]
    beside = {
        "before": text[max(sentence.start, start - _NEAR) : start],
        "after": text[end : min(sentence.end, end + _NEAR)],
    }
    for name, pattern in _words().items():
        if pattern.search(inside):
            yield name
    for name, side in _BESIDE:
        if _words()[name].search(beside[side]):
            yield f"{name} {side}"
    if _words()["alleged"].search(beside["before"][-_SHORT:]):
        yield "alleged before"
    if _BY.search(beside["before"]):
        yield "by before"
    yield from _voices(at, attributions)


def _voices(at: Range, attributions: Sequence[Attribution]) -> Iterator[str]:
    """Yield who says the words around a name, what they do with them, and what it says itself."""
    start, end = at
    told = [
        one
        for one in attributions
        if any(part.start <= start and end <= part.end for part in one.content)
    ]
    if not told:
        yield "narrator"
    elif any(_by_authority(one) for one in told):
        yield _OFFICIAL
    else:
        yield "other says"
    for one in told:
        yield f"act {one.act}"
    for one in attributions:
        if one.source is not None and one.source.start < end and start < one.source.end:
            yield "speaks"
            yield f"speaks {one.act}"


def _with_deeds(marks: set[str]) -> set[str]:
    """Add each mark once more as one of a sentence that tells of a deed."""
    if _DEED not in marks:
        return marks
    return marks | {f"{_DEED} and {mark}" for mark in marks if mark != _DEED}


def _by_authority(said: Attribution) -> bool:
    words = said.source.text if said.source else ""
    return is_authority(f"{words} {said.speaker}")


def _last(name: str) -> str:
    return name.rpartition(" ")[2].strip("\"'’”)]")


@cache
def _table() -> _Table:
    return load("overall", _Table, LEXICON)


@cache
def _words() -> dict[str, re.Pattern[str]]:
    return {
        name: re.compile(rf"\b(?:{'|'.join(entries)})\b")
        for name, entries in _table().words.items()
    }
