import numpy as np
import pytest

from whence.infer import roles, words
from whence.infer.entities import entities
from whence.infer.hints import features
from whence.infer.labels import ENTITIES, ROLES
from whence.infer.model import Text, load

STORY = "Gunmen of the Lantern Brotherhood attacked a grain barge in Ostermouth on Monday. "


def laid_out(whole: str) -> Text:
    """Return a text with its words and nothing seen of them."""
    edges = words.cut(whole)
    return Text(text=whole, edges=edges, vectors=np.zeros((len(edges), 1), np.float32),
                breaks=(), windows=(), tag_scores=np.zeros((len(edges), 1), np.float32),
                hints=features(len(edges), {}))  # fmt: skip


def grouped(*names: str) -> list[list[str]]:
    """Group names as mentions of one text; return the groups as words."""
    whole = " , ".join(names)
    text = laid_out(whole)
    found, at = [], 0
    for name in names:
        size = len(words.cut(name))
        found.append((at, at + size, 0.5))
        at += size + 1
    groups = roles._entities(text, found)
    return [[whole[slice(*text.chars(start, end))] for start, end, _ in one] for one in groups]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["the Lantern Brotherhood", "Brotherhood"], [["the Lantern Brotherhood", "Brotherhood"]]),
        (["Brotherhood", "Lantern Brotherhood"], [["Lantern Brotherhood", "Brotherhood"]]),
        (["United Farm Front", "UFF"], [["United Farm Front", "UFF"]]),
        (["United Front", "UF"], [["United Front"], ["UF"]]),
        (["a guard", "the guard", "Guard"], [["a guard", "the guard", "Guard"]]),
        (["Ada Marsh", "Ben Marsh", "Marsh"], [["Ada Marsh", "Marsh"], ["Ben Marsh"]]),
        (["the", "barge"], [["the"], ["barge"]]),
    ],
)
def test_names_of_one_thing_come_together(names: list[str], expected: list[list[str]]) -> None:
    assert grouped(*names) == expected


@pytest.mark.parametrize(
    ("mentions", "bodies", "expected"),
    [
        ([(0, 1)], [(0, 3)], [(0, 3)]),  # "Lantern", of "Lantern Reed League"
        ([(0, 1)], [(0, 3), (4, 5)], [(0, 3)]),  # as often alone as in full
        ([(0, 1)], [(0, 3), (4, 5), (6, 7)], [(0, 1)]),  # mostly a name by itself
        ([(0, 4)], [(0, 3)], [(0, 4)]),
        ([(4, 5)], [], [(4, 5)]),
        ([(0, 1), (2, 3)], [(0, 3)], [(0, 3)]),
    ],
)
def test_a_part_of_a_name_stands_for_the_whole(
    mentions: list[tuple[int, int]], bodies: list[tuple[int, int]], expected: list[tuple[int, int]]
) -> None:
    text = laid_out("Lantern Reed League , Lantern , Lantern")
    found = roles._in_full(text, [(*one, 0.5) for one in mentions], bodies)
    assert [one[:2] for one in found] == expected


def test_fillers_and_entities_fit_the_text() -> None:
    text = load().encode(STORY * 20)
    for filler in roles.fillers(load(), text):
        assert filler.role in ROLES
        assert 0 <= filler.probability <= 1
        assert all(0 <= start < end <= len(text.edges) for start, end in filler.mentions)
    for start, end, kind in entities(load(), text):
        assert 0 <= start < end <= len(text.edges)
        assert kind in ENTITIES
    told, windows = roles.relevance(load(), text)
    assert 0 <= told <= 1
    assert len(windows) == len(text.windows)


def test_a_text_without_words_tells_of_nothing() -> None:
    text = load().encode("")
    assert roles.relevance(load(), text) == (0.0, ())
    assert roles.fillers(load(), text) == ()
    assert entities(load(), text) == []


@pytest.mark.parametrize(
    ("whole", "found", "expected"),
    [
        ("the power lines", [(0, 2, 2), (2, 3, 2)], ["the power lines"]),
        ("the power lines", [(0, 2, 2), (2, 3, 4)], ["the power", "lines"]),
        ("mills and barns", [(0, 1, 2), (2, 3, 2)], ["mills", "barns"]),
        ("mills, barns", [(0, 1, 2), (1, 3, 2)], ["mills", "barns"]),
        ("members of the league of the", [(0, 6, 0)], ["members of the league"]),
        ("the reed league ( rl )", [(0, 6, 0)], ["the reed league"]),
        ("the reed league ( rl ) men", [(0, 7, 0)], ["the reed league ( rl ) men"]),
        ("the reed league [ rl", [(0, 4, 0)], ["the reed league"]),
        ("of the", [(0, 2, 0)], []),
        ("the", [(0, 1, 0)], []),
    ],
)
def test_mentions_are_mended(
    whole: str, found: list[tuple[int, int, int]], expected: list[str]
) -> None:
    text = laid_out(whole)
    made = list(roles.mended(text, [(*one, 0.5) for one in found]))
    assert [whole[slice(*text.chars(start, end))] for start, end, *_ in made] == expected
    assert all(chance == 0.5 for *_, chance in made)
