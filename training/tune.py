"""Tune what decoding leaves open, on development data: ``python -m training.tune FOLDER``.

Each setting is moved by itself, the best kept, and the round repeated while anything improves.
Relations are tuned on PolNeAR's dev documents, roles on MUC-4's tst1 and tst2, triggers on
WikiEvents' dev documents, and what these do not have on ``passages/dev``; the settings are written
into the folder's model.json. Tune what ships: quantising moves the scores.
"""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
from evaluation.corpora.muc4 import Report, reports
from evaluation.corpora.polnear import Annotated, read, split_files
from evaluation.corpora.wikievents import stories
from evaluation.harness.metrics import Counts, total
from evaluation.harness.scores import Outcome
from evaluation.passage_scores import Answer
from evaluation.passages import Passage, part
from evaluation.polnear import matched, score_document
from evaluation.readers.encoder_predictor import (
    MUC,
    EncoderPredictor,
    fillers,
    hinted,
    passage_statements,
    plain,
    words,
)
from evaluation.readers.plain import plain_document
from evaluation.readers.predictions import PassageReading
from evaluation.readers.report_predictor import relation
from evaluation.statements.passage_match import chain_met, reading_of, text_of
from evaluation.templates.ceaf import counts, merged, pairs
from msgspec.structs import replace

from evaluation import wikievents
from training import acts, trust
from whence.extract.encoder.reader import attributed
from whence.infer import roles, statements, suspects
from whence.infer.heads import softmax
from whence.infer.labels import ROLES, TAGGERS
from whence.infer.model import SETTINGS, Model, Settings, Text

Objective = Callable[[], float]
_STEPS = (0.5, -0.5)
_LOADED = 0.35
"""How probably a word counts as loaded, given as well: F1 on BABE's dev sentences, all of them from
articles with a slant, would have .25, which marks more than twice as many words in news."""
_LEAST = 2e-4
"""A gain that counts: smaller ones are the luck of a few spans."""


class Tuner:
    """The model with the texts that it is tuned on, read once: only decoding is repeated."""

    def __init__(self, folder: Path, data: Path) -> None:
        self.folder = folder
        self.model = Model(folder)
        golds = [read(*files) for files in split_files(data, "dev")]
        self.polnear: list[tuple[Annotated, Text]] = [
            (gold, hinted(self.model, gold.text)) for gold in golds
        ]
        self.muc: list[tuple[Report, Text]] = [
            (report, self.model.encode(plain(report.text))) for report in reports(data, "dev")[0]
        ]
        self.passages: list[tuple[Answer, Text]] = [
            (answered(passage), hinted(self.model, passage.text)) for passage in part("dev")
        ]
        self.stories = stories(data, "dev")[0]

    def relations(self) -> float:
        """Return the mean of partial, IoU50 and exact F1 over PolNeAR's relations."""
        scored: dict[str, list[Counts]] = {}
        for gold, text in self.polnear:
            document = plain_document(gold.name, gold.text)
            made = statements.read(self.model, text)

            read_off = [relation(attributed(self.model, document, text, one)) for one in made]
            for name, one in score_document(gold, read_off)[0].items():
                scored.setdefault(name, []).append(one)
        levels = ("partial", "iou50", "exact")
        return sum(total(scored[f"relation {level}"]).f1 for level in levels) / len(levels)

    def trust_statements(self) -> float:
        """Fit how far statements are trusted; return F1 (IoU50) by what other documents taught."""
        grounds, right, gold = list[dict[str, float]](), list[bool](), 0
        for one, text in self.polnear:
            document = plain_document(one.name, one.text)
            found = statements.tagged(self.model, text)
            made = statements.link(self.model, text, found, pointing=False)
            mine = [relation(attributed(self.model, document, text, each)) for each in made]
            hits = {here for _, here in matched("iou50", one, mine)}
            grounds += [each.grounds for each in made]
            right += [number in hits for number in range(len(made))]
            gold += len(one.relations)
        self.model.settings = replace(
            self.model.settings, statements=trust.fit(grounds, right, gold)
        )
        return trust.crossed(grounds, right, gold)

    def trust_fillers(self) -> float:
        """Fit how far fillers are trusted; return strict F1 by what other reports taught."""
        grounds, right, gold = list[dict[str, float]](), list[bool](), 0
        for report, text in self.muc:
            made = list(roles.candidates(self.model, text))
            for role, entities in merged(report.templates).items():
                own = [one for one in made if MUC.get(one.role) == role]
                told = [words(text, one.mentions[0]) for one in own]
                hits = {here for _, here in pairs("strict", entities, told)}
                grounds += [one.grounds for one in own]
                right += [number in hits for number in range(len(own))]
                gold += len(entities)
        self.model.settings = replace(self.model.settings, fillers=trust.fit(grounds, right, gold))
        return trust.crossed(grounds, right, gold)

    def calibrate_suspects(self) -> None:
        """Fit how probably a mention that the model suspects is a suspect."""
        tagger = TAGGERS.index("suspect")
        grounds, right = list[dict[str, float]](), list[bool]()
        for one, text in self.passages:
            chances = softmax(self.model.heads.emissions(text.tag_scores, text.hints)[:, tagger])
            named = [suspect.who for suspect in one.gold.suspects]
            for start, end in statements.tagged(self.model, text)["suspect"]:
                left, to = text.chars(start, end)
                grounds.append(suspects.grounds(chances, start, end))
                right.append(any(left < last and first < to for first, last in named))
        fitted = trust.fit(grounds, right, len(right))
        if fitted.weights.get("logit", 0.0) > 0:  # or the surest would be trusted least
            self.model.settings = replace(self.model.settings, suspects=fitted)
        print(f"suspects: {sum(right)} of {len(right)} right: {self.model.settings.suspects}")

    def fillers(self) -> float:
        """Return micro F1 over the five roles, strict CEAF-REE."""
        found = [one for report, text in self.muc for one in _counts(self.model, report, text)]
        return total(found).f1

    def hands(self) -> float:
        """Return how well our own passages are read: statements and nested chains.

        The mean of the F1 of statements and the share of nested ones whose chain is right.
        """
        answers = [
            replace(one, mine=PassageReading(statements=passage_statements(self.model, text)))
            for one, text in self.passages
        ]
        found = [one.matched() for one in answers]
        said = total(
            [
                Counts(len(pairs), len(one.mine.statements), len(one.gold.statements))
                for one, pairs in zip(answers, found, strict=True)
            ]
        )
        nested = [each for one in answers for each in one.gold.statements if each.via]
        right = sum(
            chain_met(one.text, gold, mine)
            for one, pairs in zip(answers, found, strict=True)
            for gold, mine in pairs
            if gold.via
        )
        return (said.f1 + right / len(nested)) / 2

    def events(self) -> float:
        """Return the exact F1 of triggers of violent events."""
        answers = wikievents.ask(self.stories, EncoderPredictor(self.model))
        return _value(wikievents.score(answers, "tuned"), "trigger exact")

    def kept(self, fit: Callable[[], float], objective: Objective) -> None:
        """Fit trust anew, and go back where that does not help."""
        before, value = self.model.settings, objective()
        print(f"{fit.__name__}, crossed: {fit():.4f}", flush=True)
        if objective() <= value:
            self.model.settings = before

    def climb(self, moves: Sequence[tuple[str, str | None]], objective: Objective) -> float:
        """Move one setting after the other while the objective grows; return its last value."""
        best = objective()
        improved = True
        while improved:
            improved = False
            for field, key in moves:
                for step in _STEPS:
                    value = self._walk(field, key, step, objective, best)
                    if value > best:
                        best, improved = value, True
                        break
        return best

    def _walk(
        self, field: str, key: str | None, step: float, objective: Objective, best: float
    ) -> float:
        """Go on in one direction as long as it helps; leave the setting where it was best."""
        while True:
            before = self.model.settings
            self.model.settings = _moved(before, field, key, step)
            value = objective()
            if value <= best + _LEAST:
                self.model.settings = before
                return best
            best = value
            print(f"{field} {key or ''} {step:+}: {best:.4f}", flush=True)

    def save(self) -> None:
        """Write the settings beside the model."""
        settings = msgspec.json.format(msgspec.json.encode(self.model.settings), indent=1)
        (self.folder / SETTINGS).write_bytes(settings + b"\n")


def answered(passage: Passage) -> Answer:
    """Return a passage with its annotation and no answer yet."""
    return Answer(
        passage=passage,
        text=text_of(passage.text),
        gold=reading_of(passage),
        mine=PassageReading(),
    )


def _value(outcome: Outcome, name: str) -> float:
    return next(one.value for one in outcome.scores if one.name == name)


def _counts(model: Model, report: Report, text: Text) -> list[Counts]:
    gold = merged(report.templates)
    return list(counts("strict", gold, fillers(model, text)).values())


def _moved(settings: Settings, field: str, key: str | None, step: float) -> Settings:
    value = getattr(settings, field)
    if key is not None:
        return replace(settings, **{field: {**value, key: round(value.get(key, 0.0) + step, 3)}})
    if isinstance(value, int):
        return replace(settings, **{field: max(0, value + round(2 * step))})
    return replace(settings, **{field: round(value + step / 2, 3)})


def main() -> None:
    """Parse the command line, tune and save."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path, help="the exported model's files")
    parser.add_argument("--data", type=Path, required=True, help="folder that holds data/")
    given = parser.parse_args()
    tuner = Tuner(given.folder, given.data)
    kinds = [("role_biases", role) for role in ROLES if role != "place"]
    spans = [("biases", name) for name in ("source", "cue", "content")]
    for _ in range(2):
        # What is trusted depends on what is found, and the other way round.
        print("fillers:", tuner.climb(kinds, tuner.fillers), flush=True)
        tuner.kept(tuner.trust_fillers, tuner.fillers)
        print("relations:", tuner.climb([*spans, ("gap", None)], tuner.relations), flush=True)
        tuner.kept(tuner.trust_statements, tuner.relations)
    own = [("pointed", None), ("biases", "relay")]
    tuner.calibrate_suspects()
    tuner.model.settings = replace(tuner.model.settings, acts=acts.table(), loaded=_LOADED)
    print("passages:", tuner.climb(own, tuner.hands), flush=True)
    print("events:", tuner.climb([("biases", "trigger")], tuner.events), flush=True)
    tuner.save()


if __name__ == "__main__":
    main()
