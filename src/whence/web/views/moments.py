"""The life of an assessment, moment by moment, as a page and its slider show it."""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from whence.model.assessment import Answer, Assessment, Posterior, Turn
from whence.publish.dates import date
from whence.publish.index import Index
from whence.publish.numbers import probability
from whence.publish.texts import known_as, sentence
from whence.publish.views.past import Event, Past, pasts
from whence.publish.words import bands, words
from whence.web.shelf import Volume

_CANNOT: Final = "cannot tell"


class Bar(Struct, frozen=True, kw_only=True):
    """One answer at one moment; ``mean`` is None where it was not listed yet.

    ``low`` and ``high`` are the 5-95 % interval. Of past moments it is kept for the answer that
    was tested for a verdict; of the others they are None.
    """

    mean: float | None = None
    low: float | None = None
    high: float | None = None
    text: str = "–"
    interval: str = ""
    words: str = ""


class Moment(Struct, frozen=True, kw_only=True):
    """One question at one moment: ``bars`` stand in the order of the question's ``names``."""

    bars: tuple[Bar, ...]
    verdict: str
    told: bool
    wording: str
    moved: tuple[str, ...]
    causes: tuple[str, ...]


class Question(Struct, frozen=True, kw_only=True):
    """One of the two questions over time; ``marks`` are where a verdict was reached or lost."""

    role: str
    question: str
    names: tuple[str, ...]
    moments: tuple[Moment, ...]
    marks: tuple[int, ...] = ()


class Life(Struct, frozen=True, kw_only=True):
    """A case over time: ``at`` are the moments that exist, the last the present.

    ``confidence`` belongs to each moment and never to one answer.
    """

    at: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    confidence: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()

    def place(self, wanted: str) -> int:
        """Return the last moment that is not after ``wanted``, the first where all are."""
        if not wanted:
            return len(self.at) - 1
        before = [place for place, at in enumerate(self.at) if at <= wanted]
        return before[-1] if before else 0


def life(volume: Volume) -> Life:
    """Return the life of a case as it was weighed last; no moments where nothing was."""
    found: Life = volume.kept("life", lambda: _life(volume.index))
    return found


def _life(index: Index) -> Life:
    assessment = index.case.assessment
    if assessment is None or not assessment.history:
        return Life()
    by_role: dict[str, list[Turn]] = {}
    for turn in assessment.history:
        by_role.setdefault(turn.role, []).append(turn)
    first = next(iter(by_role.values()))
    told = pasts(index)
    return Life(
        at=tuple(turn.at for turn in first),
        when=tuple(date(turn.at) for turn in first),
        confidence=tuple(turn.confidence for turn in first),
        questions=tuple(
            _question(assessment.answer(answer.role), by_role[answer.role], told.get(answer.role))
            for answer in _ordered(assessment)
            if len(by_role.get(answer.role, ())) == len(first)
        ),
    )


def _ordered(assessment: Assessment) -> list[Answer]:
    return sorted(assessment.answers, key=lambda answer: answer.role)


def _question(answer: Answer, turns: list[Turn], past: Past | None) -> Question:
    labels = {one.id: one.label for one in answer.hypotheses}
    last = {row.hypothesis_id: row for row in answer.posterior}
    seen = dict.fromkeys(key for turn in turns for key in turn.means)
    keys = sorted(seen, key=lambda key: (-turns[-1].means.get(key, 0.0), key))
    scale = bands({row.words for row in answer.posterior})
    moments = []
    for place, turn in enumerate(turns):
        rows = last if place == len(turns) - 1 else {}
        event = past.events[place] if past else None
        moments.append(
            Moment(
                bars=tuple(_bar(key, turn, rows, scale) for key in keys),
                verdict=_name(turn.verdict, labels) if turn.verdict else _CANNOT,
                told=turn.verdict is not None,
                wording=turn.wording,
                moved=event.moved if event else (),
                causes=event.causes if event else (),
            )
        )
    marks = [place for place, event in enumerate(past.events if past else ()) if _marked(event)]
    return Question(
        role=answer.role,
        question=words().roles[answer.role],
        names=tuple(sentence(_name(key, labels)) for key in keys),
        moments=tuple(moments),
        marks=tuple(marks),
    )


def _marked(event: Event) -> bool:
    return bool(event.reached or event.lost)


def _name(key: str, labels: Mapping[str, str]) -> str:
    return known_as(labels.get(key, key.partition(":")[2].replace("-", " ")))


def _bar(
    key: str, turn: Turn, rows: Mapping[str, Posterior], scale: tuple[tuple[float, str], ...]
) -> Bar:
    mean = turn.means.get(key)
    if mean is None:
        return Bar()
    row = rows.get(key)
    low, high = (row.low, row.high) if row else (None, None)
    if key == turn.candidate:
        low, high = turn.low, turn.high
    word = row.words if row else [word for start, word in scale if mean >= start][-1]
    interval = "" if low is None or high is None else f"{probability(low)}–{probability(high)}"
    return Bar(mean=mean, low=low, high=high, text=probability(mean), interval=interval, words=word)
