"""Teaches the glance what the second look says: ``python -m training.glance FOLDER --data DIR``.

A linear map of a finding's own words (``whence.infer.second_look.means``) learns the outputs of the
look itself, and whether the look finds nothing out of the ordinary. It learns from what the model
finds by itself in passages, in every third article of PolNeAR's training part and in reports of
GVA's development part; every fourth text is kept back, and from these follows how sure the glance
must be to answer alone: so that of the findings that the look takes for something else no more
than one in a thousand is lost. Adds to ``second_look.npz`` in FOLDER; to be run again after every
new second look (decision 0008: Hinton, Vinyals and Dean 2015 on learning from another model).
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path

import numpy as np
from evaluation.passages import part
from msgspec import Struct
from numpy.typing import NDArray

from training.corpora.gva import known
from training.logistic import fit
from training.looked import news
from whence.infer import statements, suspects
from whence.infer.heads import Vectors, sigmoid, softmax
from whence.infer.labels import ACTS
from whence.infer.model import Model, Text
from whence.infer.second_look import WEIGHTS, Finding, means

Numbers = NDArray[np.float64]

_EVERY = 4
"""Of how many passages and reports one is read."""
_KEPT_BACK = 4
_LOST = 0.001
"""Share of the findings out of the ordinary that may be taken for plain ones."""
_RIDGE = 10.0


class Question(Struct, frozen=True, kw_only=True):
    """What a look is asked: which findings a text has, and how plain each is by the answer.

    ``plain`` gives, for outputs (findings, outputs), the probability that there is nothing out of
    the ordinary; up to ``strange`` of it a finding is something else.
    """

    name: str
    findings: Callable[[Model, Text], list[Finding]]
    plain: Callable[[Vectors], Vectors]
    learned: Callable[[Numbers, Vectors], tuple[Numbers, Numbers]]
    strange: float


def _stated(model: Model, text: Text) -> list[Finding]:
    made = statements.link(model, text, statements.tagged(model, text))
    return [statements.finding(one.cue, one.content, one.source) for one in made]


def _said(outputs: Vectors) -> Vectors:
    """Return how probably a statement only says something, and nothing is negated."""
    acts = softmax(outputs[:, : len(ACTS)])[:, ACTS.index("say")]
    said: Vectors = acts * (1 - sigmoid(outputs[:, len(ACTS)]))
    return said


def _stating(own: Numbers, outputs: Vectors) -> tuple[Numbers, Numbers]:
    acts = _linear(own, softmax(outputs[:, : len(ACTS)]))
    negated = _whether(own, sigmoid(outputs[:, len(ACTS)]))
    return np.vstack([acts[0], negated[0]]), np.append(acts[1], negated[1])


def _mentioned(model: Model, text: Text) -> list[Finding]:
    return [suspects.finding(one) for one in suspects.candidates(model, text)]


def _nobody(outputs: Vectors) -> Vectors:
    """Return how probably a mention is no suspect."""
    nobody: Vectors = softmax(outputs)[:, -1]
    return nobody


QUESTIONS = (
    Question(
        name=statements.QUESTION, findings=_stated, plain=_said, learned=_stating, strange=0.5
    ),
    Question(
        name=suspects.QUESTION,
        findings=_mentioned,
        plain=_nobody,
        learned=lambda own, outputs: _linear(own, softmax(outputs)),
        strange=0.2,
    ),
)


def _linear(own: Numbers, wanted: Vectors) -> tuple[Numbers, Numbers]:
    shares = wanted.astype(np.float64)
    return fit(own, shares / shares.sum(1, keepdims=True), np.ones(len(own)), _RIDGE)


def _whether(own: Numbers, chances: Vectors) -> tuple[Numbers, Numbers]:
    """Return the weights (columns,) and the bias of one logit."""
    weights, biases = _linear(own, np.stack([1 - chances, chances], 1))
    return weights[1] - weights[0], biases[1] - biases[0]


def glance(question: Question, own: Numbers, outputs: Vectors, kept: NDArray[np.bool_]) -> Vectors:
    """Return weights and (last column) biases, (outputs + 1, parts * hidden + 1).

    The last output is above zero where the glance may answer alone.

    Args:
        question: what was asked.
        own: the mean vectors of the findings' parts, (findings, parts * hidden).
        outputs: what the look says, (findings, outputs).
        kept: which findings are kept back, (findings,).
    """
    plain = question.plain(outputs)
    weights, biases = question.learned(own[~kept], outputs[~kept])
    sure, bias = _whether(own[~kept], plain[~kept])
    told = own[kept] @ sure + bias
    strange = plain[kept] <= question.strange
    if not strange.any():
        raise SystemExit(f"{question.name}: nothing out of the ordinary to learn from: more texts")
    least = max(0.0, float(np.quantile(told[strange], 1 - _LOST)))
    alone = told > least
    print(
        f"{question.name}: {len(own)} findings, of {len(told)} kept back {alone.mean():.1%}"
        f" answered at a glance, of {strange.sum()} out of the ordinary {(alone & strange).sum()}",
        flush=True,
    )
    rows = np.vstack([weights, sure])
    return np.column_stack([rows, np.append(biases, bias - least)]).astype(np.float32)


def _gathered(
    model: Model, question: Question, texts: Sequence[str]
) -> tuple[Numbers, Vectors, NDArray[np.bool_]]:
    own, outputs, kept = [], [], []
    for number, text in enumerate(texts):
        seen = model.encode(text)
        found = question.findings(model, seen) if len(seen.vectors) else []
        if found:
            own.append(means(seen.vectors, found).reshape(len(found), -1).astype(np.float64))
            outputs.append(model.second_look.answer(question.name, seen.vectors, found))
            kept += [number % _KEPT_BACK == 0] * len(found)
    if not own:
        raise SystemExit(f"{question.name}: no findings to learn from: more texts are needed")
    return np.concatenate(own), np.concatenate(outputs), np.array(kept)


def _texts(data: Path) -> Iterator[str]:
    passages = (one.text for one in part("train"))
    reports = (one.text for one in known(data))
    for number, text in enumerate(chain(passages, reports)):
        if number % _EVERY == 0:
            yield text
    yield from (article.text for article in news(data))


def main() -> None:
    """Parse the command line, let the model read, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path, help="the exported model's files")
    parser.add_argument("--data", type=Path, required=True, help="folder that holds data/gva")
    parser.add_argument(
        "--only", choices=[one.name for one in QUESTIONS], help="one question, the other stays"
    )
    given = parser.parse_args()
    path = given.folder / WEIGHTS
    asked = [one for one in QUESTIONS if given.only in (None, one.name)]
    stale = tuple(f"{one.name}.glance." for one in asked)
    made = {name: value for name, value in np.load(path).items() if not name.startswith(stale)}
    np.savez(path, **made)  # the look alone answers while it teaches
    model, texts = Model(given.folder), list(_texts(given.data))
    for question in asked:
        rows = glance(question, *_gathered(model, question, texts)).astype(np.float16)
        made[f"{question.name}.glance.weight"] = rows[:, :-1]
        made[f"{question.name}.glance.bias"] = rows[:, -1]
    np.savez(path, **made)


if __name__ == "__main__":
    main()
