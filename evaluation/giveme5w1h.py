"""When and where: day and place of the incident of one article, against Giveme5W1H's gold.

``python -m evaluation.giveme5w1h --split dev``. Each article is read as ``whence run`` reads it
(title, text, time of publication) and made an incident of its own; what that holds as date and
place, with its exact words, is the answer. Whence answers for incidents alone: an article on
politics, sports or chocolate gets none, which is right by its purpose and a miss by this gold.
So every figure is given **of all** articles with gold and **of answered** ones, and of all again
for the events that are incidents (**incidents**, ``corpora.giveme5w1h.INCIDENTS``).

- **answered**: the share of the articles with gold that get an answer.
- **day**: the day held is gold's, as far as gold tells it.
- **when**, **where**: *generalized precision* (Kekäläinen and Järvelin 2002), as Giveme5W1H was
  judged: an answer is relevant (1), partly relevant (1/2) or not (0). There people judged; here
  the words decide. Relevant: all content words of the answer stand in a gold phrase, or the other
  way round; for *when* also the same day. Partly: they share a content word.
- **place**: a name that is held ("High Street", "Wexham") stands whole in a gold phrase, or a gold
  phrase in the words that are held.

``--theirs DIR`` scores by the same rules the answers that Giveme5W1H's authors keep for these
articles (``examples/datasets/gold_standard/output`` of their repository; its weights were fitted to
these articles, and it answers some of them only), once of all, and once of those answered by it,
where Whence's figure stands beside.

Splits: ``dev`` and ``held`` are halves by a fixed hash; ``all`` is both.
"""

import re
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Literal

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from evaluation.comparing.naming import words_of
from evaluation.corpora.giveme5w1h import INCIDENTS, Article, Given, answers, articles
from evaluation.harness.bootstrap import SEED
from evaluation.harness.command import Option, Request, main
from evaluation.harness.corpus import fingerprint
from evaluation.harness.metrics import Counts, mean_of
from evaluation.harness.scores import Misreading, Outcome, Score, row_score
from evaluation.readers.alone import alone, held
from evaluation.readers.by_name import reader
from evaluation.readers.reading import NotReadError, ReadPage, read_raw
from evaluation.readers.remembered import Remembered
from whence.ingest import Metadata
from whence.model.reading import Reader
from whence.names.spelling import fold

OPTIONS = (
    Option(name="readings", metavar="DIR", help="keep what the model reads in this folder"),
    Option(name="theirs", metavar="DIR", help="answers of Giveme5W1H to score beside"),
)
PUBLISHED = (
    "published (Hamborg, Breitinger and Gipp 2019): precision .73 over six questions and .82 over",
    "who, what, when and where together, as three people judged the answers for 120 other articles",
    "(relevant 1, partly 1/2, not 0): to be set beside when and where, never equated with them.",
)
_FIELDS: Mapping[str, Literal["when", "where"]] = {
    "day": "when", "when": "when", "place": "where", "where": "where",
}  # fmt: skip
_FORM_WORDS = frozenset(
    [
        *("around", "about", "near", "outside", "inside", "between", "during", "before", "after"),
        *("early", "late", "local", "time", "city", "town", "area", "village", "last", "this"),
    ]
)
"""Words that tell neither a time nor a place by themselves."""
_TOKEN = re.compile(r"\w+")
_HALF = 0.5


class Graded(Struct, frozen=True, kw_only=True):
    """An article with one system's answer and its grades in [0, 1] by field."""

    article: Article
    given: Given
    grades: Mapping[str, float]

    def answered(self, question: str) -> bool:
        """Tell whether there is an answer to "when" or "where"."""
        return bool(self.given.where if question == "where" else self.given.when or self.given.day)

    def judged(self, field: str) -> bool:
        """Tell whether the gold has what a field is compared with."""
        gold = self.article
        return bool({"day": gold.day, "when": gold.when}.get(field, gold.where))


def measure(request: Request) -> Outcome:
    """Score day and place of single articles against Giveme5W1H's gold."""
    found, files = articles(request.data, request.split)
    found = found[: request.limit]
    memory = request.options.get("readings")
    make = partial(reader, request.reader)
    by: Reader = Remembered(make().name, make, Path(memory)) if memory else make()
    mine = [graded(one, given(read(one, by))) for one in found]
    theirs: list[Graded] = []
    if folder := request.options.get("theirs"):
        known, more = answers(Path(folder))
        theirs = [graded(one, known.get(one.id, Given())) for one in found]
        files = [*files, *more]
    return Outcome(
        name=f"giveme5w1h {request.split} {request.reader}",
        corpus=fingerprint(files),
        scores=tuple(scores(mine, theirs, request.seed)),
        misreadings=tuple(wrong for one in mine for wrong in misreadings(one)),
        notes=PUBLISHED,
    )


def read(article: Article, by: Reader) -> ReadPage | None:
    """Return an article as Whence reads it, or None where there is nothing to read."""
    known = Metadata(title=article.title, published=article.published)
    try:
        return read_raw(f"{article.id}.txt", article.text.encode(), known, by)
    except NotReadError:  # nothing but page furniture, or nothing at all
        return None


def given(page: ReadPage | None) -> Given:
    """Return the day and the place that are held of an article, with the words they stand on.

    Of the place the names come first, the most precise one ahead, then the words.
    """
    if page is None:
        return Given()
    incident = alone(page)
    date, place = held(incident.slot("date")), held(incident.slot("place"))
    names = [part.strip() for part in place.value.split(",")] if place else []
    spans = [" ".join(span.text.split()) for span in place.spans] if place else []
    return Given(
        when=" ".join(date.spans[0].text.split()) if date and date.spans else "",
        day=date.value[:10] if date else "",
        where=tuple(dict.fromkeys([*names, *spans])),
    )


def graded(article: Article, answer: Given) -> Graded:
    """Return an answer with its grade in each field; no answer earns nothing."""
    right_day = bool(article.day) and answer.day.startswith(article.day)
    words = max([grade(answer.when, phrase) for phrase in article.when], default=0.0)
    where = [grade(one, phrase) for one in answer.where for phrase in article.where]
    return Graded(
        article=article,
        given=answer,
        grades={
            "day": float(right_day),
            "when": 1.0 if right_day else words,
            "place": float(same_place(answer.where, article.where)),
            "where": max(where, default=0.0),
        },
    )


def grade(answer: str, phrase: str) -> float:
    """Return 1, 1/2 or 0 for an answer's words against one gold phrase."""
    mine, known = _content(answer), _content(phrase)
    if not mine or not known:
        return 0.0
    if mine <= known or known <= mine:
        return 1.0
    return _HALF if mine & known else 0.0


def same_place(answer: Sequence[str], phrases: Sequence[str]) -> bool:
    """Tell whether a name of an answer stands whole in a phrase, or a phrase in its words."""
    pairs = [(_tokens(name), _tokens(phrase)) for name in answer for phrase in phrases]
    return any(_within(name, phrase) or _within(phrase, name) for name, phrase in pairs)


def scores(mine: Sequence[Graded], theirs: Sequence[Graded], seed: int = SEED) -> list[Score]:
    """Return every figure of Whence's answers, and those of another system beside them."""
    found = []
    for question in ("when", "where"):
        found += _block(question, mine, seed)
        if theirs:
            found += [
                replace(one, name=f"giveme5w1h's: {one.name}", measure="baseline")
                for one in _block(question, theirs, seed)
            ]
            pairs = [pair for pair in zip(mine, theirs, strict=True) if pair[1].answered(question)]
            for field in _of(question):
                mean = partial(_mean, seed=seed)
                ours = mean(f"{field}, of those that it answers", field, [one for one, _ in pairs])
                other = mean(f"giveme5w1h's: {ours.name}", field, [one for _, one in pairs])
                found += [ours, replace(other, measure="baseline")]
    return found


def misreadings(one: Graded) -> list[Misreading]:
    """Return the answers that are not wholly right, and the questions without one."""
    gold, got = one.article, one.given
    expected = {"day": gold.day, "when": gold.when, "place": gold.where, "where": gold.where}
    shown = {"day": f"{got.day} ({got.when})", "when": got.when}
    return [
        Misreading(
            where=f"{gold.event}: {gold.id[:8]}",
            kind=field if one.answered(question) else f"{field} unanswered",
            expected=str(expected[field]),
            got=str(shown.get(field, got.where)),
        )
        for field, question in _FIELDS.items()
        if field in ("day", "place") and one.judged(field) and one.grades[field] < 1
    ]


def _of(question: str) -> list[str]:
    return [field for field, asked in _FIELDS.items() if asked == question]


def _block(question: str, every: Sequence[Graded], seed: int) -> list[Score]:
    parts: dict[str, Callable[[Graded], bool]] = {
        "of all": lambda _: True,
        "of answered": lambda one: one.answered(question),
        "of incidents": lambda one: one.article.event in INCIDENTS,
        "of answered incidents": lambda one: (
            one.article.event in INCIDENTS and one.answered(question)
        ),
    }
    first = _of(question)[0]
    known = [one for one in every if one.judged(first)]
    rows = [(float(one.answered(question)), 1.0) for one in known]
    found = [_scored(f"{question} answered", rows, seed)]
    for field in _of(question):
        found += [
            _mean(f"{field}, {name}", field, [one for one in every if chosen(one)], seed)
            for name, chosen in parts.items()
        ]
    return found


def _mean(name: str, field: str, every: Sequence[Graded], seed: int) -> Score:
    return _scored(name, [(one.grades[field], 1.0) for one in every if one.judged(field)], seed)


def _scored(name: str, rows: Sequence[tuple[float, float]], seed: int) -> Score:
    table = np.array(rows, np.float64).reshape(len(rows), 2)
    whole = row_score(name, "accuracy", table, mean_of, seed)
    full = int((table[:, 0] == 1).sum())
    return replace(whole, counts=Counts(full, len(rows), len(rows)))


def _content(text: str) -> frozenset[str]:
    return words_of(fold(text)) - _FORM_WORDS


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(fold(text))


def _within(part: Sequence[str], whole: Sequence[str]) -> bool:
    size = len(part)
    return bool(part) and any(
        list(whole[at : at + size]) == list(part) for at in range(len(whole) - size + 1)
    )


if __name__ == "__main__":
    sys.exit(main(measure, own=OPTIONS))
