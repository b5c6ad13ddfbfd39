"""WikiEvents: triggers of violent events and who fills their roles.

``python -m evaluation.wikievents --split dev``. Scored are the events that
``corpora/wikievents.yaml`` maps (attacks with detonations, deaths, injuries); a prediction on a
trigger of an ignored type is neither right nor wrong, any other is wrong.

**trigger exact**: equal ranges (trigger identification; the class is not asked for), with the
recall for each class of event. **trigger head**: equal heads (``heads``). **argument exact** and
**argument head**: the set of (role, range) of each document, over all its events, in our roles
(perpetrator, victim, target, weapon, place); an argument that fills a role of several events
counts once, since one incident is often told by many triggers. **argument with trigger** asks for
the event as well: (trigger, role, range), heads of both. Micro F1 over documents, and for each
role. WikiEvents annotates one mention of an argument, often the nearest, not always a pronoun's
antecedent: another mention of the same party counts as wrong here.
"""

import sys
from collections.abc import Mapping as Table
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from evaluation.comparing.heads import head_range
from evaluation.corpora.wikievents import Event, Mapping, Story, mapping, stories
from evaluation.harness.bootstrap import SEED
from evaluation.harness.command import Request, main
from evaluation.harness.corpus import fingerprint
from evaluation.harness.metrics import Counts
from evaluation.harness.scores import Misreading, Outcome, Score, f1_score, recall_score
from evaluation.passages import Range
from evaluation.readers.by_name import predictor
from evaluation.readers.predictions import Happening, Predictor

ROLES = ("perpetrator", "victim", "target", "weapon", "place")
_CONTEXT = 80

T = TypeVar("T")

Found = tuple[Range, str, Range]
"""A trigger, one of our roles and what fills it."""


class Answer(Struct, frozen=True, kw_only=True):
    """A document with the events that were predicted in it."""

    story: Story
    happenings: tuple[Happening, ...]


def measure(request: Request) -> Outcome:
    """Score a reader's events on a split of WikiEvents."""
    found, files = stories(request.data, request.split)
    reader = predictor(request.reader)
    answers = ask(found[: request.limit], reader)
    return score(answers, f"wikievents {request.split} {request.reader}", files, request.seed)


def ask(found: Sequence[Story], reader: Predictor) -> list[Answer]:
    """Return what a reader says of each document."""
    return [Answer(story=one, happenings=tuple(reader.happenings(one.text))) for one in found]


def score(
    answers: Sequence[Answer], name: str, files: Sequence[Path] = (), seed: int = SEED
) -> Outcome:
    """Return every figure of the answers, and what was wrong in them."""
    mapped = mapping()
    scores: list[Score] = []
    for level in ("exact", "head"):
        units = [_trigger_counts(one, mapped, level) for one in answers]
        scores.append(f1_score(f"trigger {level}", units, seed))
    labels = sorted({mapped.label(e.type) for a in answers for e in _gold(a.story, mapped)})
    scores += [
        recall_score(
            f"trigger exact: {label}", [_recalled(one, mapped, label) for one in answers], seed
        )
        for label in labels
    ]
    for level in ("exact", "head"):
        tables = [_argument_counts(one, mapped, level) for one in answers]
        scores += _argument_scores(f"argument {level}", tables, seed)
    joint = [_counts(_gold_found(one, mapped), _my_found(one, mapped)) for one in answers]
    scores.append(f1_score("argument with trigger", joint, seed))
    return Outcome(
        name=name,
        corpus=fingerprint(files),
        scores=tuple(scores),
        misreadings=tuple(wrong for one in answers for wrong in _misreadings(one, mapped)),
    )


def _argument_scores(name: str, tables: Sequence[Table[str, Counts]], seed: int) -> list[Score]:
    whole = [sum(table.values(), Counts()) for table in tables]
    each = [f1_score(f"{name}: {role}", [table[role] for table in tables], seed) for role in ROLES]
    return [f1_score(name, whole, seed), *each]


def _gold(story: Story, mapped: Mapping) -> list[Event]:
    return [one for one in story.events if mapped.event_class(one.type)]


def _mine(answer: Answer, mapped: Mapping) -> list[Happening]:
    """Return the predicted events, less those on triggers that are ignored."""
    scored = [one.trigger for one in _gold(answer.story, mapped)]
    ignored = [one.trigger for one in answer.story.events if mapped.is_ignored(one.type)]
    return [
        one
        for one in answer.happenings
        if any(_touch(one.trigger, other) for other in scored)
        or not any(_touch(one.trigger, other) for other in ignored)
    ]


def _touch(left: Range, right: Range) -> bool:
    return left[0] < right[1] and right[0] < left[1]


def _cut(text: str, span: Range, level: str) -> Range:
    return span if level == "exact" else head_range(text, *span)


def _trigger_counts(answer: Answer, mapped: Mapping, level: str) -> Counts:
    text = answer.story.text
    gold = {_cut(text, one.trigger, level) for one in _gold(answer.story, mapped)}
    mine = {_cut(text, one.trigger, level) for one in _mine(answer, mapped)}
    return _counts(gold, mine)


def _recalled(answer: Answer, mapped: Mapping, label: str) -> Counts:
    gold = {one.trigger for one in _gold(answer.story, mapped) if mapped.label(one.type) == label}
    return _counts(gold, {one.trigger for one in answer.happenings})


def _argument_counts(answer: Answer, mapped: Mapping, level: str) -> dict[str, Counts]:
    text = answer.story.text
    gold = {(role, _cut(text, span, level)) for _, role, span in _gold_fillers(answer, mapped)}
    mine = {(role, _cut(text, span, level)) for _, role, span in _my_fillers(answer, mapped)}
    return {
        role: _counts(
            {span for its, span in gold if its == role}, {span for its, span in mine if its == role}
        )
        for role in ROLES
    }


def _gold_fillers(answer: Answer, mapped: Mapping) -> list[Found]:
    found = []
    for event in _gold(answer.story, mapped):
        known = mapped.event_class(event.type)
        for argument in event.arguments:
            role = known.roles.get(argument.role) if known else None
            if role is not None and argument.span is not None:
                found.append((event.trigger, role, argument.span))
    return found


def _my_fillers(answer: Answer, mapped: Mapping) -> list[Found]:
    return [
        (one.trigger, filler.role, filler.span)
        for one in _mine(answer, mapped)
        for filler in one.fillers
    ]


def _gold_found(answer: Answer, mapped: Mapping) -> set[Found]:
    return _heads(answer.story.text, _gold_fillers(answer, mapped))


def _my_found(answer: Answer, mapped: Mapping) -> set[Found]:
    return _heads(answer.story.text, _my_fillers(answer, mapped))


def _heads(text: str, found: Sequence[Found]) -> set[Found]:
    return {(head_range(text, *one), role, head_range(text, *span)) for one, role, span in found}


def _counts(gold: set[T], mine: set[T]) -> Counts:
    return Counts(len(gold & mine), len(mine), len(gold))


def _misreadings(answer: Answer, mapped: Mapping) -> list[Misreading]:
    gold = {("trigger", one.trigger) for one in _gold(answer.story, mapped)}
    gold |= {(role, span) for _, role, span in _gold_fillers(answer, mapped)}
    mine = {("trigger", one.trigger) for one in _mine(answer, mapped)}
    mine |= {(role, span) for _, role, span in _my_fillers(answer, mapped)}
    missed = [_misreading(answer.story, f"{what} missed", span, True) for what, span in gold - mine]
    spurious = [
        _misreading(answer.story, f"{what} spurious", span, False) for what, span in mine - gold
    ]
    return sorted([*missed, *spurious], key=lambda one: (one.where, one.kind, one.context))


def _misreading(story: Story, kind: str, span: Range, missed: bool) -> Misreading:
    start, end = span
    words = story.text[start:end]
    before, after = story.text[max(0, start - _CONTEXT) : start], story.text[end : end + _CONTEXT]
    return Misreading(
        where=f"{story.id} {start}",
        kind=kind,
        expected=words if missed else "",
        got="" if missed else words,
        context=f"{before}[{words}]{after}",
    )


if __name__ == "__main__":
    sys.exit(main(measure))
