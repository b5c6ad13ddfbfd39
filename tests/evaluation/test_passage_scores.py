"""Scores of our own passages on an invented one, with every figure worked out by hand."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from evaluation.harness.command import ABSENT, Request, main
from evaluation.harness.corpus import DataAbsentError
from evaluation.harness.metrics import Counts
from evaluation.passage_scores import (
    _AGREEMENT,
    Answer,
    ask,
    compare,
    measure,
    score,
    told_from_accusation,
)
from evaluation.passages import Act, Hop, Passage, Range, Speaker, Statement, Suspect
from evaluation.readers.predictions import PassageReading, Said, Silent, Suspected
from evaluation.statements.passage_match import (
    chain_met,
    match_statements,
    reading_of,
    said_of,
    text_of,
)
from msgspec import structs

TEXT = (
    "The Mersad agency quoted a guard as saying the Reed League burned the old mill. "
    "The League denied it had any part in the fire. Nobody has claimed the attack. "
    "And who gains when mills burn?"
)


def at(words: str) -> Range:
    start = TEXT.index(words)
    return start, start + len(words)


ACCUSATION = Statement(
    content=("the Reed League burned the old mill",),
    cue="saying",
    source="a guard",
    via=(Hop(who="The Mersad agency", how="quotes", cue="quoted"),),
    act="accuse",
    speaker="role",
    certainty=3,
)
DENIAL = Statement(
    content=("it had any part in the fire",),
    cue="denied",
    source="The League",
    act="deny_involvement",
    speaker="collective",
    certainty=-3,
)
UNCLAIMED = Statement(
    content=("the attack",),
    cue="has claimed",
    source="Nobody",
    act="claim_responsibility",
    negated=True,
    speaker="unknown",
    certainty=0,
)
PASSAGE = Passage(
    id="p1",
    manner="wire",
    published="2031-03-14",
    text=TEXT,
    statements=(ACCUSATION, DENIAL, UNCLAIMED),
    suspects=(
        Suspect(who="the Reed League", standing="accused"),
        Suspect(who="The League", standing="denied"),
    ),
    insinuations=("And who gains when mills burn",),
)


def said(
    content: str,
    source: str | None = None,
    act: Act = "say",
    via: tuple[str, ...] = (),
    negated: bool = False,
    speaker: Speaker = "collective",
) -> Said:
    return Said(
        content=(at(content),),
        source=at(source) if source else None,
        act=act,
        via=via,
        negated=negated,
        speaker=speaker,
    )


def answer(mine: PassageReading, given: tuple[Said, ...] | None = None) -> Answer:
    return Answer(
        passage=PASSAGE, text=text_of(TEXT), gold=reading_of(PASSAGE), mine=mine, given=given
    )


MINE = PassageReading(
    statements=(
        said("burned the old mill", "guard", "accuse", ("Mersad",), speaker="role"),
        said("any part in the fire", "The League", "claim_responsibility"),
        said("mills burn", act="accuse"),
    ),
    suspects=(
        Suspected(who=at("Reed League"), standing="accused_by_authority"),
        Suspected(who=at("The League"), standing="denied"),
    ),
)


def test_the_annotation_itself_is_right_in_everything() -> None:
    outcome = score([answer(reading_of(PASSAGE))], "gold", agreement=True)
    best = {"count": 0.0}
    wrong = [
        one.name
        for one in outcome.scores
        if one.value != best.get(one.measure, 1.0) and one.measure != "baseline"
    ]
    assert wrong == []
    assert outcome.misreadings == ()


def test_statements_meet_when_half_of_either_content_is_shared() -> None:
    text = text_of(TEXT)
    gold = [said_of(PASSAGE, ACCUSATION)]
    assert match_statements(text, gold, [said("Reed League burned the old")]) == [(0, 0)]
    assert match_statements(text, gold, [said("the old mill")]) == []
    whole = TEXT[TEXT.index("a guard") : TEXT.index("denied")]
    assert match_statements(text, gold, [said(whole)]) == [(0, 0)]
    longer = TEXT[TEXT.index("a guard") : TEXT.index(" Nobody")]
    assert match_statements(text, gold, [said(longer)]) == []


def test_the_closest_content_is_taken() -> None:
    gold = [said_of(PASSAGE, ACCUSATION)]
    near, exact = said("Reed League burned the old"), said(ACCUSATION.content[0])
    assert match_statements(text_of(TEXT), gold, [near, exact]) == [(0, 1)]


def test_chains_need_every_hop_in_order_and_the_source() -> None:
    text = text_of(TEXT)
    gold = said_of(PASSAGE, ACCUSATION)
    content = ACCUSATION.content[0]
    assert chain_met(text, gold, said(content, "guard", via=("Mersad",)))
    assert not chain_met(text, gold, said(content, "guard"))
    assert chain_met(text, gold, said(content, "a guard", via=("that agency",)))
    assert not chain_met(text, gold, said(content, "guard", via=("The wire",)))
    assert not chain_met(text, gold, said(content, via=("Mersad",)))
    assert not chain_met(text, gold, said(content, "guard", via=("Mersad", "Mersad")))


def test_figures_by_hand() -> None:
    outcome = score([answer(MINE)], "hand")

    def counts(name: str) -> Counts:
        return outcome.score(name).counts

    # "burned the old mill" is 4 of 7 words; "any part in the fire" 5 of 7; the rest meet nothing.
    assert counts("statement") == Counts(2, 3, 3)
    assert counts("source exact") == Counts(1, 2, 3)
    assert counts("content exact") == Counts(0, 3, 3)
    assert counts("cue exact") == Counts(0, 0, 3)
    assert counts("chain") == Counts(2, 2, 2)
    assert counts("chain, nested") == Counts(1, 1, 1)
    assert counts("act accuracy") == Counts(1, 2, 2)
    assert counts("act: deny_involvement") == Counts(0, 0, 1)
    assert counts("negation") == Counts(1, 1, 1)
    assert counts("speaker accuracy") == Counts(2, 2, 2)
    # Every gold claim, denial and condemnation counts, matched or not.
    assert counts("claims told apart accuracy") == Counts(0, 2, 2)
    assert counts("standing accuracy") == Counts(1, 2, 2)
    assert counts("insinuation told from accusation accuracy") == Counts(1, 2, 2)
    with pytest.raises(KeyError):
        outcome.score("given contents: act accuracy")
    kinds = {one.kind for one in outcome.misreadings}
    assert kinds == {
        "act: deny_involvement", "statement missed", "statement spurious", "standing: accused",
        "insinuation missed",
    }  # fmt: skip


def test_a_denial_read_as_a_claim_is_told_apart_from_one_missed() -> None:
    rows = score([answer(MINE)], "hand")
    assert rows.score("claims told apart: denial").counts == Counts(0, 0, 1)
    assert rows.score("claims told apart: negated claim").counts == Counts(0, 0, 1)


def test_hints_and_accusations_are_read_by_what_shares_the_most_words() -> None:
    hinted = PassageReading(insinuations=(at("who gains when mills burn"), at("the old mill")))
    assert told_from_accusation(answer(hinted)) == [
        ("insinuation", "insinuation"),
        ("accusation", "insinuation"),
    ]
    assert told_from_accusation(answer(MINE)) == [
        ("insinuation", "accusation"),
        ("accusation", "accusation"),
    ]
    assert told_from_accusation(answer(PassageReading())) == [
        ("insinuation", "neither"),
        ("accusation", "neither"),
    ]


def test_given_contents_part_classes_from_spans() -> None:
    class Reader(Silent):
        def passage(self, text: str, published: str) -> PassageReading:
            return PassageReading()

        def passage_given(
            self, text: str, published: str, given: Sequence[tuple[Range, ...]]
        ) -> Sequence[Said]:
            return [Said(content=one, act="deny_involvement", speaker="role") for one in given]

    outcome = score(ask([PASSAGE], Reader()), "hand")
    assert outcome.score("statement").counts == Counts(0, 0, 3)
    assert outcome.score("given contents: act accuracy").counts == Counts(1, 3, 3)
    assert outcome.score("given contents: claims told apart accuracy").counts == Counts(1, 2, 2)


YAML = """passages:
  - id: a001
    manner: wire
    published: 2031-03-14
    text: >-
      {text}
    statements:
      - {{content: ["the mill burned"], cue: "said", source: "The mayor", act: {act},
         speaker: role, certainty: 3}}
"""


def written(
    folder: Path, part: str, act: str, text: str = "The mayor said the mill burned."
) -> None:
    (folder / part).mkdir(parents=True)
    (folder / part / "a1.yaml").write_text(YAML.format(text=text, act=act))


def test_two_annotations_are_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(tmp_path / "first", "test", "say")
    written(tmp_path / "second", "test", "confirm")
    arguments = ["--data", str(tmp_path / "first"), "--split", "test"]
    options = ["--agreement", str(tmp_path / "second")]
    assert main(measure, [*arguments, *options], own=(_AGREEMENT,), needs_data=False) == 0
    printed = capsys.readouterr().out
    assert "agreement of two annotations" in printed
    assert "act kappa" in printed
    assert main(measure, arguments, own=(_AGREEMENT,), needs_data=False) == 0
    assert "kappa" not in capsys.readouterr().out
    wrong = [*arguments[:2], "--split", "none"]
    assert main(measure, wrong, own=(_AGREEMENT,), needs_data=False) == ABSENT


def test_a_second_annotation_may_lie_in_one_folder(tmp_path: Path) -> None:
    written(tmp_path / "first", "test", "say")
    written(tmp_path, "second", "say")
    request = Request(
        data=tmp_path / "first", split="test", options={"agreement": str(tmp_path / "second")}
    )
    assert measure(request).score("act accuracy").value == 1


def test_nothing_annotated_twice_is_told() -> None:
    with pytest.raises(DataAbsentError, match="no passage"):
        compare([PASSAGE], [])


def test_suspects_that_nobody_suspects_are_counted() -> None:
    innocent = structs.replace(PASSAGE, suspects=())
    mine = PassageReading(suspects=(Suspected(who=at("Reed League"), standing="accused"),))
    clean = Answer(passage=innocent, text=text_of(TEXT), gold=reading_of(innocent), mine=mine)
    outcome = score([clean, answer(MINE)], "x")
    assert outcome.score("suspects").counts == Counts(2, 3, 2)
    assert outcome.score("suspects made of nobody").value == 1
    denied = PassageReading(suspects=(Suspected(who=at("Reed League"), standing="denied"),))
    harmless = Answer(passage=innocent, text=text_of(TEXT), gold=reading_of(innocent), mine=denied)
    assert score([harmless], "x").score("suspects made of nobody").value == 0
