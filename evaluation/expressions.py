"""Time expressions: are they found as they stand, and do they get the right value.

``python -m evaluation.expressions``. The items (``corpora/time_expressions.yaml``) are ours: short
news sentences with a day of publication and what each expression means. Even items may be tuned on
("tuned"), odd ones are only counted ("unseen"). **all** is the share of items read wholly right:
every expression with its span and value, and nothing else given a value; in an item without any,
nothing. **spans and values** is the F1 over single expressions. A span is right that has the same
first and last word once prepositions, articles and "about" at its start are left off; a value is
right that is the same prefix or interval. Beside it stands *dateparser* (``search_dates``), to
which every granularity is forgiven: its day need only lie in the expected month, year or interval;
where it is not installed its rows are left out.
"""

import re
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import yaml
from msgspec import Struct, convert

from evaluation.harness.command import Request, main
from evaluation.harness.corpus import fingerprint
from evaluation.harness.metrics import Counts
from evaluation.harness.scores import (
    Misreading,
    Outcome,
    Score,
    accuracy_score,
    baseline_score,
    f1_score,
)
from whence.extract.prose import prose
from whence.extract.time import find_anchor, resolve
from whence.model.document import Block, Document
from whence.model.iso import within

ITEMS = Path(__file__).parent / "corpora" / "time_expressions.yaml"
_LIGHT = re.compile(
    r"^(?:(?:on|in|at|by|from|since|until|before|after|between|the|about|around|just|shortly"
    r"|over|throughout|during|of|and)\s+)+",
    re.IGNORECASE,
)


class Item(Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence, the day it was published, and the value of each expression by its words."""

    at: str
    text: str
    dates: dict[str, str] = {}


Read = dict[str, str]
"""Values by the words of their expression, without what ``_LIGHT`` takes off."""
Match = Callable[[str, str], bool]


def items() -> list[Item]:
    """Return the items in their order."""
    text = ITEMS.read_text("utf-8")
    raw = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes strings alone
    return convert(raw["items"], list[Item])


def measure(request: Request) -> Outcome:
    """Score the date tagger on our time expressions, with dateparser beside it."""
    every = items()[: request.limit]
    gold = [{bare(words): value for words, value in item.dates.items()} for item in every]
    mine = [own(item) for item in every]
    scores = _scores("", gold, mine, str.__eq__, request.seed)
    if find_spec("dateparser") is not None:
        theirs = [library(item) for item in every]
        scores += _scores(", dateparser", gold, theirs, forgiving, request.seed)
    wrong = [
        Misreading(
            where=f"item {index}", kind="tuned", expected=str(gold[index]), got=str(mine[index]),
            context=item.text,
        )
        for index, item in enumerate(every)
        if index % 2 == 0 and gold[index] != mine[index]
    ]  # fmt: skip
    return Outcome(
        name="expressions",
        corpus=fingerprint([ITEMS]),
        scores=tuple(scores),
        misreadings=tuple(wrong),
    )


def _scores(
    by: str, gold: Sequence[Read], read: Sequence[Read], match: Match, seed: int
) -> list[Score]:
    counts = [_counts(one, other, match) for one, other in zip(gold, read, strict=True)]
    whole = [Counts(int(c.hits == c.gold == c.predicted), 1, 1) for c in counts]
    made = baseline_score if by else accuracy_score
    parts = {"all": whole, "tuned": whole[::2], "unseen": whole[1::2]}
    scores = [made(name + by, units, seed) for name, units in parts.items()]
    return scores if by else [*scores, f1_score("spans and values", counts, seed)]


def _counts(gold: Read, read: Read, match: Match) -> Counts:
    hits = sum(words in read and match(value, read[words]) for words, value in gold.items())
    return Counts(hits, len(read), len(gold))


def bare(words: str) -> str:
    """Return an expression without light words at its start and signs at its end."""
    return _LIGHT.sub("", words).removesuffix("'s").rstrip(" .,")


def own(item: Item) -> Read:
    """Return what our tagger reads; an expression that it leaves without a value is no answer."""
    block = Block(kind="paragraph", start=0, end=len(item.text))
    page = Document(
        id="item",
        location="item",
        published=item.at,
        media_type="text/plain",
        text=item.text,
        blocks=(block,),
        raw_sha256="",
        raw_size=0,
    )
    cut = prose(page)
    found = resolve(cut, find_anchor(cut, page.published))
    return {bare(mention.span.text): mention.value for mention in found if mention.value}


def library(item: Item) -> Read:
    """Return what ``dateparser.search.search_dates`` reads, times of day left off at midnight."""
    found = _search()(
        item.text,
        languages=["en"],
        settings={
            "RELATIVE_BASE": datetime.fromisoformat(item.at),
            "PREFER_DATES_FROM": "past",
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )
    return {bare(words): moment.isoformat()[:16] for words, moment in found or ()}


@cache
def _search() -> Callable[..., list[tuple[str, datetime]] | None]:
    return import_module("dateparser.search").search_dates  # type: ignore[no-any-return]


def forgiving(expected: str, got: str) -> bool:
    """Tell whether a day or minute lies within what was expected."""
    return within(got if "T" in expected else got[:10], expected)


if __name__ == "__main__":
    sys.exit(main(measure, needs_data=False))
