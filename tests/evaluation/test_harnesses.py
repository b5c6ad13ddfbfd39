"""Figures of WikiEvents, factuality, entities and loaded language for hand-made predictions."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from evaluation.corpora.babe import Judged as Sentence
from evaluation.corpora.conll import Sentence as Tagged
from evaluation.corpora.factuality import Judged
from evaluation.corpora.wikievents import Argument, Event, Story
from evaluation.harness.command import Request
from evaluation.harness.metrics import Counts
from evaluation.passages import Range
from evaluation.readers.by_name import predictor
from evaluation.readers.predictions import (
    Filler,
    Happening,
    Named,
    Predictor,
    ReaderAbsentError,
    Silent,
    Tone,
)
from evaluation.readers.report_predictor import ReportPredictor

from evaluation import factuality, loaded, ner, wikievents
from whence.extract.rules.reader import RulesReader

TEXT = "Two men of the north attacked the mill. The miller was killed. Police held a boy."


def at(words: str, text: str = TEXT) -> Range:
    start = text.index(words)
    return start, start + len(words)


class Reader(Silent):
    """Answers what it was given."""

    def __init__(self, happenings: Sequence[Happening] = (), value: float = 3.0) -> None:
        self.answers = happenings
        self.value = value

    def happenings(self, text: str) -> Sequence[Happening]:
        return self.answers

    def factuality(self, text: str, events: Sequence[Range]) -> Sequence[float]:
        return [self.value] * len(events)

    def entities(self, text: str) -> Sequence[Named]:
        return [
            Named(kind="armed_group", span=(0, 3)),
            Named(kind="person", span=(4, 7)),
            Named(kind="weapon", span=(8, 11)),
        ]

    def tone(self, text: str) -> Tone:
        return Tone(loaded="vile" in text, words=(at("vile", text),) if "vile" in text else ())


STORY = Story(
    id="d",
    text=TEXT,
    events=(
        Event(
            type="Conflict.Attack.Unspecified",
            trigger=at("attacked"),
            arguments=(
                Argument(role="Attacker", span=at("Two men of the north")),
                Argument(role="Target", span=at("the mill")),
            ),
        ),
        Event(
            type="Life.Die.Unspecified",
            trigger=at("killed"),
            arguments=(Argument(role="Victim", span=at("miller")),),
        ),
        Event(type="Justice.ArrestJailDetain.Unspecified", trigger=at("held"), arguments=()),
    ),
)


def test_triggers_and_roles() -> None:
    mine = [
        Happening(
            trigger=at("attacked"),
            fillers=(
                Filler(role="perpetrator", span=at("men")),
                Filler(role="victim", span=at("the mill")),
            ),
        ),
        Happening(trigger=at("was killed"), fillers=(Filler(role="victim", span=at("miller")),)),
        Happening(trigger=at("held")),
    ]
    outcome = wikievents.score(wikievents.ask([STORY], Reader(mine)), "hand")
    assert outcome.score("trigger exact").counts == Counts(1, 2, 2)
    assert outcome.score("trigger head").counts == Counts(2, 2, 2)
    assert outcome.score("trigger exact: death").counts == Counts(0, 3, 1)
    assert outcome.score("argument exact").counts == Counts(1, 3, 3)
    assert outcome.score("argument head").counts == Counts(2, 3, 3)
    assert outcome.score("argument head: perpetrator").counts == Counts(1, 1, 1)
    assert outcome.score("argument head: victim").counts == Counts(1, 2, 1)
    assert outcome.score("argument with trigger").counts == Counts(2, 3, 3)
    kinds = [one.kind for one in outcome.misreadings]
    assert kinds.count("trigger missed") == 1
    assert kinds.count("victim spurious") == 1


def test_an_argument_of_two_events_counts_once_and_with_its_triggers_twice() -> None:
    twice = Story(
        id="d",
        text=TEXT,
        events=tuple(
            Event(
                type="Conflict.Attack",
                trigger=at(word),
                arguments=(Argument(role="Target", span=at("the mill")),),
            )
            for word in ("attacked", "killed")
        ),
    )
    mine = [
        Happening(trigger=at("attacked"), fillers=(Filler(role="target", span=at("the mill")),))
    ]
    outcome = wikievents.score(wikievents.ask([twice], Reader(mine)), "hand")
    assert outcome.score("argument exact").counts == Counts(1, 1, 1)
    assert outcome.score("argument with trigger").counts == Counts(1, 1, 2)


def judged(*values: float, name: str = "UW") -> Judged:
    text = "a b c d"
    events = tuple((2 * n, 2 * n + 1) for n in range(len(values)))
    return Judged(set=name, text=text, events=events, values=values)


def test_factuality_by_hand() -> None:
    answers = [
        factuality.Answer(sentence=judged(3.0, -3.0, 0.5), values=(2.0, 1.0, -1.0)),
        factuality.Answer(sentence=judged(1.0), values=(0.0,)),
    ]
    outcome = factuality.score(answers, "hand")
    assert outcome.score("UW error").value == pytest.approx((1 + 4 + 1.5 + 1) / 4)
    assert outcome.score("UW error, always 3").value == pytest.approx((0 + 6 + 2.5 + 2) / 4)
    expected = np.corrcoef([3, -3, 0.5, 1], [2, 1, -1, 0])[0, 1]
    assert outcome.score("UW pearson").value == pytest.approx(expected)
    # The event at 0.5 is unclear and left out; a prediction of 0 is on neither side.
    assert outcome.score("UW sign").counts == Counts(1, 3, 3)
    assert outcome.score("UW sign, always 3").counts == Counts(2, 3, 3)
    assert [one.kind for one in outcome.misreadings] == ["UW too certain"]
    assert outcome.misreadings[0].context == "a [b] c d"


def test_sets_are_not_pooled_and_a_constant_has_no_correlation() -> None:
    found = [judged(3.0, 1.0), judged(-3.0, name="MEANTIME")]
    outcome = factuality.score(factuality.ask(found, Reader(value=3.0)), "hand")
    assert outcome.score("UW error").value == 1
    assert outcome.score("MEANTIME error").value == 6
    assert outcome.score("UW pearson").value == 0


def test_as_many_values_as_events() -> None:
    class Short(Silent):
        def factuality(self, text: str, events: Sequence[Range]) -> Sequence[float]:
            return []

    with pytest.raises(ValueError, match="0 values for 1 events"):
        factuality.ask([judged(1.0)], Short())


def test_entities_are_counted_in_the_kinds_that_a_corpus_has() -> None:
    """The armed group counts as an organisation, the weapon is not annotated in WNUT17."""
    sentence = Tagged(
        corpus="wnut17",
        text="abc def ghi",
        entities=(
            Named(kind="organisation", span=(0, 3)),
            Named(kind="other", span=(4, 7)),
            Named(kind="place", span=(8, 11)),
        ),
    )
    outcome = ner.score(ner.ask([sentence], Reader()), "hand")
    assert outcome.score("wnut17 micro").counts == Counts(1, 2, 2)
    assert outcome.score("wnut17: organisation").counts == Counts(1, 1, 1)
    assert outcome.score("wnut17: person").counts == Counts(0, 1, 0)
    assert sorted(one.kind for one in outcome.misreadings) == [
        "person is something else", "place missed",
    ]  # fmt: skip


def test_borders_and_kinds_are_told_apart() -> None:
    sentence = Tagged(
        corpus="wnut17",
        text="abc def ghi",
        entities=(
            Named(kind="organisation", span=(0, 2)),
            Named(kind="place", span=(4, 7)),
        ),
    )
    outcome = ner.score(ner.ask([sentence], Reader()), "hand")
    assert sorted(one.kind for one in outcome.misreadings) == [
        "organisation: other borders", "place: read as person",
    ]  # fmt: skip


def test_loaded_sentences_and_words() -> None:
    found = [
        Sentence(text="a vile, base deed", loaded=True, words=((2, 6), (8, 12)), outlet="Alpha"),
        Sentence(text="a deed", loaded=True, words=((2, 6),)),
        Sentence(text="no vile deed", loaded=False, words=()),
        Sentence(text="it rained", loaded=False, words=()),
    ]
    outcome = loaded.score(loaded.ask(found, Reader()), "hand")
    assert outcome.score("sentence accuracy").value == 0.5
    assert outcome.score("sentence macro").value == pytest.approx(0.5)
    assert outcome.score("sentence: loaded").counts == Counts(1, 2, 2)
    assert outcome.score("word").counts == Counts(1, 2, 3)
    assert [one.kind for one in outcome.misreadings] == [
        "other words", "loaded sentence missed", "plain sentence taken for loaded",
    ]  # fmt: skip


def test_a_phrase_counts_by_its_words() -> None:
    assert loaded.tokens("a vile deed", [(2, 11)]) == {2, 7}
    assert loaded.tokens("a vile deed", [(3, 4)]) == {2}


def test_readers_by_name() -> None:
    assert predictor("rules").name == "rules@1"
    assert predictor("encoder").name.startswith("encoder@")
    with pytest.raises(ReaderAbsentError, match="no reader 'x'"):
        predictor("x")


def test_what_a_reader_has_no_answer_for_is_told() -> None:
    silent: Predictor = Silent()
    text = "It rained."
    for ask in (
        lambda: silent.attributions("n", text), lambda: silent.fillers(text),
        lambda: silent.templates(text), lambda: silent.standings(text, []),
        lambda: silent.blamed(text), lambda: silent.happenings(text),
        lambda: silent.factuality(text, []), lambda: silent.entities(text),
        lambda: silent.tone(text), lambda: silent.passage(text, ""),
        lambda: silent.passage_given(text, "", []),
    ):  # fmt: skip
        with pytest.raises(ReaderAbsentError, match="silent gives no"):
            ask()


def test_the_rules_answer_in_offsets_of_the_text() -> None:
    text = 'The mayor said the vile "Reed League" bombed the mill with a car bomb.'
    rules = ReportPredictor(RulesReader())
    reading = rules.passage(text, "2031-03-14")
    assert [text[slice(*one)] for one in reading.statements[0].content] == [
        'the vile "Reed League" bombed the mill with a car bomb'
    ]
    assert [text[slice(*one)] for one in rules.tone(text).words] == ["vile"]
    assert {text[slice(*one.span)] for one in rules.entities(text) if one.kind == "weapon"}
    assert rules.attributions("x", text)[0].source == ((0, 9),)


def test_a_statement_of_the_speakers_own_is_no_hand_of_a_passage() -> None:
    text = (
        "The Reed League told the newspaper Dawn Post in a statement that it bombed the mill.\n\n"
        "The newspaper Dawn Post quoted the mayor as saying that two men were hurt."
    )
    reading = ReportPredictor(RulesReader()).passage(text, "2031-03-14")
    hands = {
        text[slice(*one.source)]: [hand.split()[-1] for hand in one.via]
        for one in reading.statements
        if one.source
    }
    assert hands["The Reed League"] == ["Post"]
    assert hands["the mayor"] == ["Post"]


def test_absent_sets_are_absent_data(tmp_path: Path) -> None:
    for module in (factuality, loaded, ner, wikievents):
        with pytest.raises(Exception, match="does not exist"):
            module.measure(Request(data=tmp_path))
