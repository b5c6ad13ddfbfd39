"""The trained model as a reader under test.

What the model says itself (spans, roles, entities, factuality, tone, acts) is asked of it alone;
what needs the whole of extraction (standings, blame) is asked of the pipeline with this reader.
"""

import re
from collections.abc import Sequence
from functools import lru_cache, partial

from evaluation.corpora.muc4 import occurrences
from evaluation.corpora.polnear import Relation
from evaluation.passages import Range, Speaker, common
from evaluation.readers.plain import plain_document
from evaluation.readers.predictions import (
    Filler,
    Fillers,
    Happening,
    Named,
    PassageReading,
    Said,
    Template,
    Tone,
)
from evaluation.readers.remembered import Lately
from evaluation.readers.report_predictor import ReportPredictor, relation
from whence.extract.acts import act_of
from whence.extract.encoder.reader import EncoderReader, attributed, ruled
from whence.extract.prose import prose
from whence.extract.rules import attributions
from whence.extract.suspicion.bodies import Acting, likeliest
from whence.extract.suspicion.overall import overall
from whence.infer import hints, roles, statements
from whence.infer.entities import entities
from whence.infer.heads import sigmoid
from whence.infer.incidents import incidents, weights
from whence.infer.labels import ACTS, POOLED, ROLES, SCALARS, SPEAKERS
from whence.infer.model import Model, Text, load
from whence.infer.statements import Statement
from whence.model.claim import Standing

MUC = {
    "person": "PerpInd", "organisation": "PerpOrg", "target": "Target", "victim": "Victim",
    "weapon": "Weapon",
}  # fmt: skip
"""MUC-4's names of the model's roles."""
_BODY = MUC["organisation"]
LIKELY = 0.25
"""From which probability the body of those who acted is answered: F is highest where every answer
is given that is right at least half as often as F says (Lipton, Elkan and Naryanaswamy 2014)."""
_EVENT = {"person": "perpetrator", "organisation": "perpetrator"}
_REACH = 40
"""Words from a trigger within which role fillers belong to its event."""


class EncoderPredictor(ReportPredictor):
    """The model that ships with Whence, or another of the same shape: it alone, without rules."""

    def __init__(self, model: Model | None = None) -> None:
        self._model = model or load()
        super().__init__(Lately(EncoderReader(self._model)))
        self._text = lru_cache(maxsize=4)(self._model.encode)
        self._hinted = lru_cache(maxsize=4)(partial(hinted, self._model))

    def attributions(self, name: str, text: str) -> Sequence[Relation]:
        """Return the model's statements."""
        document, seen = plain_document(name, text), self._hinted(text)
        return [
            relation(attributed(self._model, document, seen, one))
            for one in statements.read(self._model, seen)
        ]

    def fillers(self, text: str) -> Fillers:
        """Return each entity by its longest mention, in lower case, and the body as below."""
        seen = self._text(plain(text))
        found = roles.fillers(self._model, seen)
        known = _named(seen, found)
        return {**known, _BODY: known[_BODY] or self._body(seen, found)}

    def templates(self, text: str) -> Sequence[Template]:
        """Return a template for each incident that the model tells apart (``infer.incidents``).

        A model that has not learnt to gives one, of the report's kind. Where no body fills the
        role, it is the one that those who acted likely belong to (``suspicion.bodies``).
        """
        if weights(self._model.folder) is None:
            return super().templates(text)
        seen = self._text(plain(text))
        found = roles.fillers(self._model, seen)
        body = self._body(seen, found)
        return [
            Template(
                incident=told.kind,
                fillers={**(known := _named(seen, told.fillers)), _BODY: known[_BODY] or body},
                sure=told.sure,
            )
            for told in incidents(self._model, seen, found, self._kind(text))
        ]

    def _body(self, seen: Text, found: Sequence[roles.Filler]) -> list[str]:
        """Return the body that those who acted likely belong to, where others fill roles alone."""
        filled = {one.role for one in found} & MUC.keys()
        if not filled or "organisation" in filled:
            return []
        best = likeliest(seen.text, named(self._model, seen), acting(seen, found))
        return [best[0].names[0]] if best is not None and best[1] >= LIKELY else []

    def standings(self, text: str, parties: Sequence[tuple[str, ...]]) -> Sequence[Standing | None]:
        """Return how the whole report lets each party stand (``extract.suspicion.overall``)."""
        page = self._read(text)
        cut, told = prose(page.document), page.report.attributions
        return [
            overall(cut, told, [at for name in names for at in occurrences(cut.text, name)])
            for names in parties
        ]

    def happenings(self, text: str) -> Sequence[Happening]:
        """Return each trigger with the role fillers that stand near it."""
        seen = self._text(text)
        near = roles.mentions(roles.scores(self._model, seen))
        found = []
        for start, end in statements.tagged(self._model, seen)["trigger"]:
            fillers = [
                Filler(role=_EVENT.get(ROLES[kind], ROLES[kind]), span=seen.chars(left, right))
                for left, right, kind, _ in near
                if abs(left - start) <= _REACH
            ]
            found.append(Happening(trigger=seen.chars(start, end), fillers=tuple(fillers)))
        return found

    def factuality(self, text: str, events: Sequence[Range]) -> Sequence[float]:
        """Return the model's value at the last word of each event."""
        seen = self._text(text)
        values = self._model.heads.linear("scalars", seen.vectors)[:, SCALARS.index("factuality")]
        found = []
        for start, end in events:
            inside = ((seen.edges[:, 0] < end) & (seen.edges[:, 1] > start)).nonzero()[0]
            found.append(max(-3.0, min(3.0, float(values[inside[-1]]))) if len(inside) else 3.0)
        return found

    def entities(self, text: str) -> Sequence[Named]:
        """Return the model's entities."""
        seen = self._text(text)
        return [
            Named(kind=kind, span=seen.chars(start, end))
            for start, end, kind in entities(self._model, seen)
        ]

    def tone(self, text: str) -> Tone:
        """Return whether the model takes the sentence for slanted, and which words."""
        seen = self._text(text)
        if not seen.windows:
            return Tone(loaded=False)
        slanted = self._model.heads.linear("pooled", seen.vectors.mean(0))[POOLED.index("biased")]
        over = sigmoid(
            self._model.heads.linear("scalars", seen.vectors)[:, SCALARS.index("loaded")]
        )
        words = (over >= self._model.settings.loaded).nonzero()[0]
        return Tone(
            loaded=bool(slanted > self._model.settings.slanted),
            words=tuple(seen.chars(int(word), int(word) + 1) for word in words),
        )

    def passage(self, text: str, published: str) -> PassageReading:
        """Return the model's statements, the reader's hints, and the pipeline's suspects."""
        suspects = super().passage(text, published).suspects
        marks = self._reader.read(plain_document("passage", text, published)).marks
        hints = (mark.span for mark in marks if mark.kind == "insinuation")
        return PassageReading(
            statements=passage_statements(self._model, self._hinted(text)),
            suspects=suspects,
            insinuations=tuple((span.start, span.end) for span in hints),
        )

    def passage_given(
        self, text: str, published: str, given: Sequence[tuple[Range, ...]]
    ) -> Sequence[Said]:
        """Return what the model makes of each content, its cue and source found by itself."""
        seen = self._hinted(text)
        tagged = statements.tagged(self._model, seen)
        found = []
        for content in given:
            parts = hints.ranges(text, seen.edges, content)
            spans = {**tagged, "content": parts}
            made = statements.link(self._model, seen, spans, pointing=False)
            found.append(
                _said(self._model, seen, max(made, key=lambda one: common(one.content, parts)))
            )
        return found


class TogetherPredictor(EncoderPredictor):
    """The encoder's reader as it is used: model and rules together (``extract.encoder.union``)."""

    def attributions(self, name: str, text: str) -> Sequence[Relation]:
        """Return the attributions of the bare text as the reader has them."""
        return ReportPredictor.attributions(self, name, text)

    def passage(self, text: str, published: str) -> PassageReading:
        """Return statements, suspects and hints as the whole of extraction has them."""
        return ReportPredictor.passage(self, text, published)


def passage_statements(model: Model, seen: Text) -> tuple[Said, ...]:
    """Return the statements that the model alone sees in a passage."""
    made = statements.link(model, seen, statements.tagged(model, seen))
    return tuple(_said(model, seen, one) for one in statements.trusted(model, made))


def hinted(model: Model, text: str) -> Text:
    """Return a text as the reader has it: with what the rules see."""
    found = attributions.find(prose(plain_document("text", text)))
    return model.encode(text).hinted(ruled(found))


def named(model: Model, seen: Text) -> list[tuple[int, int, bool]]:
    """Return the names of bodies in a text, with whether each is an armed group's."""
    return [
        (*seen.chars(start, end), kind == "armed_group")
        for start, end, kind in entities(model, seen)
        if kind in ("organisation", "armed_group")
    ]


def acting(seen: Text, found: Sequence[roles.Filler]) -> Acting:
    """Return where those who acted stand, and what was struck or who was harmed."""

    def places(*wanted: str) -> tuple[Range, ...]:
        return tuple(seen.chars(*at) for one in found if one.role in wanted for at in one.mentions)

    return Acting(actors=places("person"), struck=places("target", "victim"))


def fillers(model: Model, seen: Text) -> Fillers:
    """Return MUC-4's roles of a text, each entity by its longest mention."""
    return _named(seen, roles.fillers(model, seen))


def _named(seen: Text, given: Sequence[roles.Filler]) -> Fillers:
    found: dict[str, list[str]] = {role: [] for role in MUC.values()}
    for filler in given:
        if filler.role in MUC:
            found[MUC[filler.role]].append(words(seen, filler.mentions[0]))
    return found


def plain(text: str) -> str:
    """Return a message as the model was trained to read it: one line, without its dateline."""
    return re.sub(r"\s+", " ", text).lower()


def words(seen: Text, mention: tuple[int, int]) -> str:
    """Return the words of a mention as they stand in the text."""
    start, end = seen.chars(*mention)
    return seen.text[start:end]


def _said(model: Model, seen: Text, one: Statement) -> Said:
    told = attributed(model, plain_document("text", seen.text), seen, one)
    said = told.act or act_of(told)
    speaker: Speaker = SPEAKERS[one.speaker.index(max(one.speaker))]
    return Said(
        content=tuple(seen.chars(*part) for part in one.content),
        cue=seen.chars(*one.cue) if one.cue else None,
        source=seen.chars(*one.source) if one.source else None,
        via=tuple(words(seen, hop) for hop in one.via),
        act=next((act for act in ACTS if act == said), "say"),
        negated=one.judged.negated >= 0.5,
        speaker=speaker,
    )
