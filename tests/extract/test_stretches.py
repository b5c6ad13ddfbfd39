"""Long texts of one construction: the work grows with their length, not with its square."""

import random
from functools import partialmethod

import pytest

from tests.extract.texts import document
from whence.extract import extract
from whence.extract.facts.victims.told import Told
from whence.extract.rules import phrases
from whence.extract.rules.reader import RulesReader
from whence.extract.speech import chains
from whence.extract.stretches import Stretches
from whence.model.document import Document
from whence.model.span import Span

NUMBER = 300
"""Sentences of a text; what looks at each pair of them looks 90,000 times."""


class Counted:
    """Counts how often something is asked."""

    def __init__(self, asked: object) -> None:
        self.asked, self.times = asked, 0

    def __call__(self, *given: object) -> object:
        self.times += 1
        assert callable(self.asked)
        return self.asked(*given)


def read(text: str) -> None:
    extract(document(text), RulesReader())


def test_what_holds_a_statement_is_not_looked_for_in_all(monkeypatch: pytest.MonkeyPatch) -> None:
    covers = Counted(Span.covers)
    monkeypatch.setattr(Span, "covers", partialmethod(covers))
    read("Mayor Ardal condemned the attack. He said it was a crime. " * NUMBER)
    assert covers.times < 60 * NUMBER


def test_a_clause_is_not_compared_with_all_stances(monkeypatch: pytest.MonkeyPatch) -> None:
    overlap = Counted(Span.overlap)
    monkeypatch.setattr(Span, "overlap", partialmethod(overlap))
    read("Iran condemned the attack on the bridge. " * NUMBER)
    assert overlap.times < 60 * NUMBER


def test_a_count_is_not_compared_with_all_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Counted(vars(Told)["count"].fget)
    monkeypatch.setattr(Told, "count", property(asked))
    read("".join(f"A bomb killed {number + 2} people in Leeds. " for number in range(NUMBER)))
    assert NUMBER < asked.times < 60 * NUMBER


def test_a_text_is_looked_through_for_credits_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Counted(chains.credit_hops)
    monkeypatch.setattr(chains, "credit_hops", asked)
    read("“It was a bomb,” Ana Ruiz said. " * 50)
    assert asked.times <= 2


def test_whether_a_text_shouts_is_asked_once() -> None:
    phrases._capitals.cache_clear()
    read("Mayor Ardal spoke. He said it was a bomb. " * 50)
    assert phrases._capitals.cache_info().misses == 1


def test_who_killed_and_died_is_one_of_the_dead_wherever_the_number_is_told() -> None:
    told = document("He killed seven people before killing himself. The seven killed were clerks.")
    found = extract(told, RulesReader()).facts
    assert {fact.value for fact in found if fact.slot == "killed"} == {"8"}


def spans(text: Document, seed: int, number: int) -> list[Span]:
    chance = random.Random(seed)
    starts = [chance.randrange(len(text.text) - 1200) for _ in range(number)]
    return [text.span(start, start + chance.randrange(1, 1200)) for start in starts]


@pytest.mark.parametrize("seed", range(4))
def test_all_that_holds_or_touches_a_place_is_found(seed: int) -> None:
    text = document("word " * 2000)
    held, asked = spans(text, seed, 60), spans(text, seed + 100, 60)
    known = Stretches((number, (one,)) for number, one in enumerate(held))
    for span in asked:
        small = text.span(span.start, min(span.end, span.start + 9))
        holding = [number for number, one in enumerate(held) if one.covers(small)]
        assert [thing for _, thing in known.holding(small.start, small.end)] == holding
        touching = [number for number, one in enumerate(held) if one.overlap(span)]
        assert known.touching(span.start, span.end) == touching
