"""Our own annotated passages: who says what through whose hands, in which act, and who is accused.

``python -m evaluation.passage_scores --split test`` scores a reader; ``--agreement FOLDER`` scores
the second annotation that lies in FOLDER against the first one, on the passages that both have.
``--data`` names another folder of passages than the project's own.

**statement** F1: statements matched by content (``statements.passage_match``). **source / cue /
content** F1: exact ranges of every statement, but for marks at the edges (a discontinuous content
gives several). The following are told of matched statements only: **chain**, all hops in order and
the source are the gold's ("chain, nested": of gold statements with at least one hop); **act** and
**speaker**, accuracy, macro F1 and a row for each class; **negation**, of acts that may be negated,
whether they are. **claims told apart** takes *every* gold statement whose act is claiming
responsibility, denying involvement or condemning: its class (claim, negated claim, denial,
condemnation) is the predicted one's, no match being wrong. **suspects** are found where they are
named, one to one, and "suspects made of nobody" counts the passages without a suspect in which
somebody is made one. **standing** takes every gold suspect, no match being wrong. **insinuation
told from accusation** takes every gold insinuation and the content of every gold accusation: what
was read there is an insinuation, an accusation, or neither, by which of the two shares the most
words with it.

With "given contents" the same classes are predicted for the gold contents, so that errors of
spans and of classes are told apart; a reader that offers no such answer has no such rows.
"""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from evaluation.harness.bootstrap import SEED
from evaluation.harness.classes import Pair, accuracy, kappa, report
from evaluation.harness.command import Option, Request, main
from evaluation.harness.corpus import DataAbsentError, fingerprint, require
from evaluation.harness.metrics import Counts
from evaluation.harness.scores import Outcome, Score, accuracy_score, count_score, f1_score
from evaluation.passages import FOLDER, Passage, Range, part
from evaluation.readers.by_name import predictor
from evaluation.readers.predictions import PassageReading, Predictor, ReaderAbsentError, Said
from evaluation.statements.passage_errors import misreadings
from evaluation.statements.passage_match import (
    Text,
    chain_met,
    match_statements,
    match_suspects,
    reading_of,
    text_of,
)

TOLD_APART = {
    ("claim_responsibility", False): "claim",
    ("claim_responsibility", True): "negated claim",
    ("deny_involvement", False): "denial",
    ("condemn", False): "condemnation",
}
"""Acts (with negation) that are easily taken for one another, by what they are called."""

NEGATABLE = frozenset({"claim_responsibility", "accuse", "confirm", "condemn", "retract"})
_AGREEMENT = Option(
    name="agreement", metavar="FOLDER", help="score the second annotation in FOLDER instead"
)


class Answer(Struct, frozen=True, kw_only=True):
    """A passage, its annotation, what was predicted, and what was for the gold contents."""

    passage: Passage
    text: Text
    gold: PassageReading
    mine: PassageReading
    given: tuple[Said, ...] | None = None

    def matched(self) -> list[tuple[Said, Said]]:
        """Return the statements that both sides have, gold first."""
        pairs = match_statements(self.text, self.gold.statements, self.mine.statements)
        return [(self.gold.statements[one], self.mine.statements[other]) for one, other in pairs]

    def given_pairs(self) -> list[tuple[Said, Said]]:
        """Return every gold statement with what was predicted for its content."""
        return list(zip(self.gold.statements, self.given or (), strict=True))


def measure(request: Request) -> Outcome:
    """Score a reader, or a second annotation, on a part of our own passages."""
    folder = FOLDER if request.data == Path() else request.data
    require(folder / request.split)
    passages = part(request.split, folder)[: request.limit]
    files = sorted((folder / request.split).glob("*.yaml"))
    second = request.options.get(_AGREEMENT.name)
    if second is None:
        answers = ask(passages, predictor(request.reader))
        name = f"passages {request.split} {request.reader}"
        return score(answers, name, files, request.seed)
    answers = compare(passages, _second(Path(second), request.split))
    name = f"passages {request.split}, agreement of two annotations"
    return score(answers, name, files, request.seed, agreement=True)


def ask(passages: Iterable[Passage], reader: Predictor) -> list[Answer]:
    """Return what a reader says of each passage."""
    answers = []
    for passage in passages:
        gold = reading_of(passage)
        mine = reader.passage(passage.text, passage.published)
        given = _given(reader, passage, gold)
        answers.append(
            Answer(passage=passage, text=text_of(passage.text), gold=gold, mine=mine, given=given)
        )
    return answers


def compare(first: Iterable[Passage], second: Iterable[Passage]) -> list[Answer]:
    """Return the second annotation as the prediction, on the passages that both have.

    Passages are known by their texts: identifiers are unique within a file only.

    Raises:
        DataAbsentError: when no passage was annotated twice.
    """
    others = {one.text: one for one in second}
    answers = []
    for passage in first:
        other = others.get(passage.text)
        if other is None:
            continue
        answers.append(
            Answer(
                passage=passage,
                text=text_of(passage.text),
                gold=reading_of(passage),
                mine=reading_of(other),
            )
        )
    if not answers:
        raise DataAbsentError("no passage has the same text in both annotations")
    return answers


def score(
    answers: Sequence[Answer],
    name: str,
    files: Sequence[Path] = (),
    seed: int = SEED,
    agreement: bool = False,
) -> Outcome:
    """Return every figure of the answers; with ``agreement`` Cohen's kappa as well."""
    matched = [one.matched() for one in answers]
    scores = [
        *_span_scores(answers, matched, seed),
        *_class_scores("", matched, answers, seed),
        f1_score("suspects", [_suspects(one) for one in answers], seed),
        count_score("suspects made of nobody", sum(map(_invented, answers))),
        *report("standing", [_standings(one) for one in answers], seed),
        *report(
            "insinuation told from accusation",
            [told_from_accusation(one) for one in answers],
            seed,
        ),
    ]
    if all(one.given is not None for one in answers):
        given = [one.given_pairs() for one in answers]
        scores += _class_scores("given contents: ", given, answers, seed, True)
    if agreement:
        scores.append(kappa("act kappa", [_acts(pairs) for pairs in matched], seed))
        scores.append(kappa("speaker kappa", [_speakers(pairs) for pairs in matched], seed))
    return Outcome(
        name=name,
        corpus=fingerprint(files),
        scores=tuple(scores),
        misreadings=tuple(
            wrong
            for one in answers
            for wrong in misreadings(one.passage, one.text, one.gold, one.mine)
        ),
    )


def claim_class(said: Said) -> str:
    """Return which of ``TOLD_APART`` a statement is; another act is none of them."""
    return TOLD_APART.get((said.act, said.negated), "none of these")


def told_from_accusation(answer: Answer) -> list[Pair]:
    """Return for every gold insinuation and accusation what was read in its place."""
    text, mine = answer.text, answer.mine
    hints = [text.words([one]) for one in mine.insinuations]
    accusations = [text.words(one.content) for one in _accusations(mine)]

    def read_at(ranges: Sequence[Range]) -> str:
        words = text.words(ranges)
        hinted = max((len(words & one) for one in hints), default=0)
        accused = max((len(words & one) for one in accusations), default=0)
        if not (hinted or accused):
            return "neither"
        return "insinuation" if hinted > accused else "accusation"

    pairs = [("insinuation", read_at([one])) for one in answer.gold.insinuations]
    pairs += [("accusation", read_at(one.content)) for one in _accusations(answer.gold)]
    return pairs


def _accusations(reading: PassageReading) -> list[Said]:
    return [one for one in reading.statements if one.act == "accuse" and not one.negated]


def _given(reader: Predictor, passage: Passage, gold: PassageReading) -> tuple[Said, ...] | None:
    contents = [one.content for one in gold.statements]
    try:
        return tuple(reader.passage_given(passage.text, passage.published, contents))
    except ReaderAbsentError:
        return None


def _second(folder: Path, split: str) -> tuple[Passage, ...]:
    """Return the second annotation: its own part of that name, or else all its files."""
    if (folder / split).is_dir():
        return part(split, folder)
    return part(".", require(folder))


def _span_scores(
    answers: Sequence[Answer], matched: Sequence[Sequence[tuple[Said, Said]]], seed: int
) -> list[Score]:
    statements = [
        Counts(len(pairs), len(one.mine.statements), len(one.gold.statements))
        for one, pairs in zip(answers, matched, strict=True)
    ]
    scores = [f1_score("statement", statements, seed)]
    for element in ("source", "cue", "content"):
        units = []
        for one in answers:
            gold = _fragments(one.text, one.gold.statements, element)
            mine = _fragments(one.text, one.mine.statements, element)
            units.append(Counts(len(gold & mine), len(mine), len(gold)))
        scores.append(f1_score(f"{element} exact", units, seed))
    return scores


def _fragments(text: Text, statements: Sequence[Said], element: str) -> set[frozenset[int]]:
    found = set()
    for one in statements:
        value = getattr(one, element)
        ranges = value if element == "content" else filter(None, [value])
        found |= {words for each in ranges if (words := text.words([each]))}
    return found


def _class_scores(
    note: str,
    matched: Sequence[Sequence[tuple[Said, Said]]],
    answers: Sequence[Answer],
    seed: int,
    given: bool = False,
) -> list[Score]:
    texts = [one.text for one in answers]
    apart = [
        _told_apart(one, one.given_pairs() if given else pairs)
        for one, pairs in zip(answers, matched, strict=True)
    ]
    return [
        accuracy_score(f"{note}chain", _chains(texts, matched, nested=False), seed),
        accuracy_score(f"{note}chain, nested", _chains(texts, matched, nested=True), seed),
        *report(f"{note}act", [_acts(pairs) for pairs in matched], seed),
        accuracy(f"{note}negation", [_negations(pairs) for pairs in matched], seed),
        *report(f"{note}speaker", [_speakers(pairs) for pairs in matched], seed),
        *report(f"{note}claims told apart", apart, seed),
    ]


def _chains(
    texts: Sequence[Text], matched: Sequence[Sequence[tuple[Said, Said]]], nested: bool
) -> list[Counts]:
    units = []
    for text, pairs in zip(texts, matched, strict=True):
        chosen = [(gold, mine) for gold, mine in pairs if gold.via or not nested]
        right = sum(chain_met(text, gold, mine) for gold, mine in chosen)
        units.append(Counts(right, len(chosen), len(chosen)))
    return units


def _acts(pairs: Sequence[tuple[Said, Said]]) -> list[Pair]:
    return [(gold.act, mine.act) for gold, mine in pairs]


def _negations(pairs: Sequence[tuple[Said, Said]]) -> list[Pair]:
    return [(str(gold.negated), str(mine.negated)) for gold, mine in pairs if gold.act in NEGATABLE]


def _speakers(pairs: Sequence[tuple[Said, Said]]) -> list[Pair]:
    return [(gold.speaker, mine.speaker) for gold, mine in pairs]


def _told_apart(answer: Answer, pairs: Sequence[tuple[Said, Said]]) -> list[Pair]:
    found = {id(gold): mine for gold, mine in pairs}
    return [
        (claim_class(gold), claim_class(found[id(gold)]) if id(gold) in found else "")
        for gold in answer.gold.statements
        if (gold.act, gold.negated) in TOLD_APART
    ]


def _suspects(answer: Answer) -> Counts:
    gold, mine = answer.gold.suspects, answer.mine.suspects
    return Counts(len(match_suspects(answer.text, gold, mine)), len(mine), len(gold))


def _invented(answer: Answer) -> bool:
    """Tell whether somebody is made a suspect where nobody is one."""
    made = (one for one in answer.mine.suspects if one.standing not in ("denied", "cleared"))
    return not answer.gold.suspects and any(True for _ in made)


def _standings(answer: Answer) -> list[Pair]:
    gold, mine = answer.gold.suspects, answer.mine.suspects
    pairs = dict(match_suspects(answer.text, gold, mine))
    return [
        (one.standing, mine[pairs[n]].standing if n in pairs else "") for n, one in enumerate(gold)
    ]


if __name__ == "__main__":
    sys.exit(main(measure, own=(_AGREEMENT,), needs_data=False))
