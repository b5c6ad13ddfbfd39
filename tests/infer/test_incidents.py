"""Which fillers make one incident, and of which kind."""

from pathlib import Path

import numpy as np
import pytest

from tests.infer.test_roles import laid_out
from whence.errors import ModelMissing
from whence.infer import roles
from whence.infer.incidents import (
    KINDS,
    WEIGHTS,
    Scene,
    Told,
    Weights,
    features,
    incidents,
    parted,
    scene,
    sentences,
    weights,
)
from whence.infer.labels import ROLES
from whence.infer.model import FILES, load

STORY = (
    "armed men kidnapped the mayor of ostermouth, ana ruiz, from her home on monday. they forced "
    "her into a car, and her family has received no word of her since the kidnapping. "
    "meanwhile, in the port of velm, a powerful bomb destroyed the offices of the grain bank. "
    "the dynamite exploded at dawn and caused heavy damage, but nobody was hurt by the bomb. "
)


def standing(role: str, at: int, sentence: int = 0) -> Scene:
    return Scene(
        role=role, mentions=((at, at + 1),), sentences=(sentence,), about=np.ones(3, np.float32),
        terms=(frozenset({"bomb"}),), length=100, kinds=np.full(len(KINDS), 0.2, np.float32),
    )  # fmt: skip


def grid(size: int, **pairs: float) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """Return chances that are 0 but for the pairs "aXbY", numbers of two fillers."""
    found = np.zeros((size, size), np.float32)
    for name, chance in pairs.items():
        one, other = (int(part) for part in name[1:].split("b"))
        found[one, other] = found[other, one] = chance
    return found


def told(text: str) -> tuple[Told, ...]:
    model = load()
    seen = model.encode(text)
    return incidents(model, seen, roles.fillers(model, seen))


def test_two_incidents_of_a_text_are_told_apart_with_their_kinds() -> None:
    first, second = told(STORY)
    assert (first.kind, second.kind) == ("kidnapping", "bombing")
    assert "victim" in {one.role for one in first.fillers}
    assert {"target", "weapon"} <= {one.role for one in second.fillers}
    assert "victim" not in {one.role for one in second.fillers}


def test_a_kind_that_another_reader_notes_counts_as_one_sure_filler() -> None:
    model = load()
    seen = model.encode("unidentified men attacked the offices of the grain bank in velm. ")
    fillers = roles.fillers(model, seen)
    assert [one.kind for one in incidents(model, seen, fillers)] == ["attack"]
    assert [one.kind for one in incidents(model, seen, fillers, "arson")] == ["arson"]
    assert [one.kind for one in incidents(model, seen, fillers, "unheard of")] == ["attack"]
    alone, noted = (incidents(model, seen, fillers, kind)[0].sure for kind in (None, "arson"))
    assert 0.5 < noted < alone <= 1  # the two readers disagree


def test_a_text_without_fillers_has_no_incident() -> None:
    assert told("The museum opens at nine, and children pay half.") == ()
    assert told("") == ()


def test_places_take_no_part() -> None:
    model = load()
    seen = model.encode(STORY)
    place = roles.Filler(role="place", mentions=((0, 1),), grounds={}, probability=1.0)
    assert incidents(model, seen, [place]) == ()


def test_targets_and_victims_are_grouped_by_mean_linkage() -> None:
    scenes = [standing("target", 0), standing("victim", 10), standing("target", 50)]
    chances = grid(3, a0b1=0.9, a0b2=0.6, a1b2=0.3)
    assert parted(scenes, chances) == [[0, 1], [2]]
    assert parted(scenes, chances, same=0.4) == [[0, 1, 2]]


def test_perpetrators_join_every_group_they_belong_to_and_at_least_the_nearest() -> None:
    scenes = [standing("target", 0), standing("victim", 50), standing("person", 20)]
    assert parted(scenes, grid(3, a0b2=0.8, a1b2=0.7)) == [[0, 2], [1, 2]]
    assert parted(scenes, grid(3, a0b2=0.1, a1b2=0.2)) == [[0], [1, 2]]


def test_a_body_joins_more_easily_than_a_person() -> None:
    chances = grid(3, a0b2=0.8, a1b2=0.4)
    for role, last in (("person", [1]), ("organisation", [1, 2])):
        scenes = [standing("target", 0), standing("victim", 50), standing(role, 20)]
        assert parted(scenes, chances) == [[0, 2], last]


def test_perpetrators_alone_are_grouped_like_others() -> None:
    scenes = [standing("person", 30), standing("organisation", 4)]
    assert parted(scenes, grid(2, a0b1=0.7)) == [[0, 1]]
    assert parted(scenes, grid(2)) == [[1], [0]]


def test_sentences_cover_a_text_and_end_at_marks() -> None:
    text = laid_out("It burned. Who did it? Nobody knows")
    cut = sentences(text)
    assert [text.text[slice(*text.chars(*one))] for one in cut] == [
        "It burned.", "Who did it?", "Nobody knows"
    ]  # fmt: skip


def test_features_tell_distance_roles_and_what_it_is_about() -> None:
    near = features(standing("target", 3), standing("person", 5), np.zeros(3, np.float32))
    far = features(standing("person", 3), standing("target", 90, 7), np.zeros(3, np.float32))
    assert near[:3].tolist() == [1, 0, 0]
    assert far[:3].tolist() == [0, 0, 0]
    assert near[14:29].tolist() == far[14:29].tolist()
    assert near[14:29].sum() == 1
    assert near[29:].tolist() == [1, 1, 1]
    assert near[7] == pytest.approx(1)
    assert features(standing("target", 3), standing("target", 5), np.ones(3, np.float32))[7] == 0


def test_without_weights_every_kind_is_as_likely() -> None:
    text = laid_out("a bomb went off")
    found = scene(None, text, sentences(text), "weapon", [(1, 2)])
    assert found.kinds.tolist() == pytest.approx([1 / len(KINDS)] * len(KINDS))
    assert found.terms == (frozenset({"bomb", "went", "off"}),)


def test_words_that_tell_move_the_kind() -> None:
    known = weights(FILES)
    assert known is not None
    quiet = np.zeros((1, load().heads.size), np.float32)
    for word, kind in (("kidnapped", "kidnapping"), ("dynamite", "bombing"), ("stole", "robbery")):
        index = KINDS.index(kind)
        with_word = known.kinds(quiet, [frozenset({word})])[index]
        assert with_word > known.kinds(quiet, [frozenset()])[index]


def test_a_model_without_weights_has_none_and_damaged_ones_are_told(tmp_path: Path) -> None:
    assert weights(tmp_path / "empty") is None
    (tmp_path / WEIGHTS).write_bytes(b"no weights")
    with pytest.raises(ModelMissing, match=r"incidents\.npz"):
        Weights.read(tmp_path / WEIGHTS)


def test_the_roles_that_take_part_are_the_models() -> None:
    assert ROLES[:5] == ("person", "organisation", "target", "victim", "weapon")
