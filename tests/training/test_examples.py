"""What the model learns from: passages become examples, and examples become windows."""

import msgspec
import pytest
from evaluation.passages import Passage, problems
from training.corpora.ours import example
from training.examples import NOBODY, Cut, Example, Statement, maximal, part

from whence.infer.labels import ACTS, SPEAKERS, STANDINGS

TEXT = "Qasida quoted a spokesman as saying the Reed League fired two drones, he said."


def passage(**more: object) -> Passage:
    return msgspec.convert(
        {
            "id": "t1",
            "manner": "wire",
            "published": "2031-03-14",
            "text": TEXT,
            "statements": [
                {
                    "content": ["the Reed League fired two drones"],
                    "cue": "saying",
                    "source": "a spokesman",
                    "via": [{"who": "Qasida", "how": "quotes", "cue": "quoted"}],
                    "act": "accuse",
                    "speaker": "role",
                    "certainty": 3,
                }
            ],
            "suspects": [{"who": "the Reed League", "standing": "accused"}],
            **more,
        },
        Passage,
    )


def words(made: Example, span: tuple[int, int]) -> str:
    return " ".join(made.words[slice(*span)])


def test_a_passage_gives_spans_links_and_judgements_in_words() -> None:
    made = example(passage())
    assert [words(made, one) for one in made.spans["source"]] == ["a spokesman"]
    assert [words(made, one) for one in made.spans["cue"]] == ["saying"]
    assert [words(made, one) for one in made.spans["relay"]] == ["Qasida"]
    assert [words(made, one) for one in made.spans["suspect"]] == ["the Reed League"]
    cue, source = made.words.index("saying"), made.words.index("a")
    assert made.links["source"] == ((cue, source),)
    assert dict(made.links["relay"]) == {made.words.index("Qasida"): NOBODY, cue: 0}
    assert made.statements[0].cue == (cue, cue + 1)
    assert made.statements[0].act == ACTS.index("accuse")
    assert made.speakers == (((source, source + 2), SPEAKERS.index("role")),)
    assert made.standings == ((made.words.index("the"), STANDINGS.index("accused")),)


def test_of_a_layer_that_is_not_marked_nothing_is_learnt() -> None:
    made = example(passage(marked=["statements"]))
    assert set(made.spans) == {"source", "cue", "content", "relay"}
    assert made.statements
    assert made.speakers
    assert made.links["source"]
    assert (made.standings, made.roles, made.entities) == ((), None, ())
    assert not made.entity_kinds
    assert not made.scalars
    assert not made.pooled


def test_a_layer_that_is_given_must_be_marked() -> None:
    wrong = list(problems((passage(marked=["statements"]),)))
    assert wrong == ["t1: suspects are given, but not named under marked"]
    assert not list(problems((passage(marked=["statements", "suspects"]),)))


def test_a_window_cuts_spans_and_leaves_out_links_that_lead_outside() -> None:
    whole = Example(
        name="x",
        words=tuple("abcdefgh"),
        spans={"content": ((1, 5),), "cue": ((6, 7),)},
        links={"cue": ((1, 6), (3, 2)), "source": ((6, NOBODY),)},
        statements=(Statement(cue=(6, 7), content=(1, 5), act=0, negated=False, certainty=3),),
        scalars={"loaded": ((0, 1.0), (4, 0.0))},
        roles=(((0, 2), 1),),
        pooled={"filled": 1.0, "relevant": 1.0},
    )
    cut = part(whole, 2, 6)
    assert cut.spans == {"content": ((0, 3),), "cue": ()}
    assert cut.links == {"cue": ((1, 0),), "source": ()}
    assert cut.statements == ()
    assert cut.scalars == {"loaded": ((2, 0.0),)}
    assert cut.pooled == {"filled": 0.0, "relevant": 1.0}
    assert part(whole, 0, 8) == whole


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(0, 3, (0, 1)), (4, 9, (1, 3)), (3, 4, None), (2, 5, (0, 2)), (9, 11, (3, 4))],
)
def test_characters_become_words(start: int, end: int, expected: tuple[int, int] | None) -> None:
    assert Cut("one five, x").range(start, end) == expected


def test_ranges_lose_marks_at_their_edges() -> None:
    cut = Cut("“Never,” he said.")
    assert [cut.words[slice(*one)] for one in cut.ranges([(0, 8), (16, 17)])] == [("Never",)]


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], []),
        ([(0, 2), (2, 4)], [(0, 2), (2, 4)]),
        ([(1, 3), (0, 5), (4, 5)], [(0, 5)]),
        ([(0, 3), (2, 6)], [(2, 6)]),
        ([(0, 2), (0, 2)], [(0, 2)]),
    ],
)
def test_a_tagger_learns_the_outer_spans(
    spans: list[tuple[int, int]], expected: list[tuple[int, int]]
) -> None:
    assert sorted(maximal(spans)) == expected
