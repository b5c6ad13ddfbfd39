import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from whence.errors import ConfigError, ModelMissing
from whence.infer import model as module
from whence.infer.encoders import ENCODER
from whence.infer.heads import HEADS
from whence.infer.model import FILES, SETTINGS, VOCABULARY, Model, load

SENTENCE = "The harbour police said on Tuesday that two deckhands were wounded. "
STORY = (
    SENTENCE
    + "A dock official, who spoke on condition of anonymity, accused the Lantern Brotherhood.\n"
    + "“We had no part in it,” the group said in a statement to Quay News.\n"
)
LONG = "".join(f"{number}. {STORY}" for number in range(30))


def test_every_word_has_a_vector() -> None:
    text = load().encode(STORY)
    assert len(text.vectors) == len(text.edges)
    assert text.vectors.shape[1] == load().heads.size
    assert np.isfinite(text.vectors).all()
    assert text.windows == ((0, len(text.edges)),)
    assert STORY[slice(*text.chars(0, 3))] == "The harbour police"
    assert [STORY[text.edges[word][0] :].split()[0] for word in text.breaks] == ["A", "“We"]


def test_a_text_without_words_has_none() -> None:
    for empty in ("", " \n"):
        text = load().encode(empty)
        assert text.vectors.shape == (0, load().heads.size)
        assert text.windows == ()
        assert list(load().stretches(empty)) == []


def test_the_same_text_gives_the_same_numbers() -> None:
    once, again = load().encode(LONG), Model().encode(LONG)
    assert (once.vectors == again.vectors).all()
    assert once.windows == again.windows


def test_another_process_finds_the_same_numbers() -> None:
    code = (
        "import hashlib, sys; from whence.infer.model import load;"
        "print(hashlib.sha256(load().encode(sys.argv[1]).vectors.tobytes()).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code, LONG[:3000]], capture_output=True, text=True, check=True
        ).stdout
        for _ in range(2)
    }
    assert len(found) == 1


def test_windows_say_much_the_same_as_the_whole() -> None:
    text = load().encode(LONG)
    assert len(text.windows) > 5
    for left, right in text.windows:
        alone = load().encode(
            LONG[slice(*text.chars(max(0, left - 40), min(right + 40, len(text.edges))))]
        )
        near = alone.vectors[min(left, 40) :][: right - left]
        given = text.vectors[left:right]
        likeness = (near * given).sum(1) / np.linalg.norm(near, axis=1)
        likeness /= np.linalg.norm(given, axis=1)
        assert np.median(likeness) > 0.7  # other surroundings; single precision differs as much


def test_stretches_hold_every_word_once(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = load().encode(LONG)
    (single,) = load().stretches(LONG)
    assert (single.vectors == whole.vectors).all()
    monkeypatch.setattr(module, "STRETCH", 300)
    parts = list(load().stretches(LONG))
    assert len(parts) > 3
    assert (np.concatenate([part.edges for part in parts]) == whole.edges).all()
    assert all(len(part.vectors) == len(part.edges) <= 300 for part in parts)
    for part in parts[1:]:  # each begins where a sentence does
        assert LONG[int(part.edges[0, 0]) - 1] in " \n"
        assert part.chars(0, 1) == tuple(part.edges[0].tolist())


def test_a_stretch_without_sentences_is_cut_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "STRETCH", 40)
    parts = list(load().stretches("word " * 100))
    assert [len(part.edges) for part in parts] == [40, 40, 20]


def test_an_unknown_program_is_told() -> None:
    with pytest.raises(ConfigError, match="tensorflow") as told:
        Model(program="tensorflow")
    assert "onnxruntime" in told.value.hint


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a folder with the shipped files, the encoder linked instead of copied."""
    for name in (HEADS, SETTINGS, VOCABULARY):
        shutil.copy(FILES / name, tmp_path / name)
    (tmp_path / ENCODER).symlink_to(FILES / ENCODER)
    return tmp_path


@pytest.mark.parametrize("name", [ENCODER, HEADS, SETTINGS, VOCABULARY])
def test_a_missing_file_is_told(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(ModelMissing) as told:
        Model(copy)
    assert name in told.value.message
    assert "--reader rules" in told.value.hint


@pytest.mark.parametrize("name", [ENCODER, HEADS, SETTINGS, VOCABULARY])
@pytest.mark.parametrize("content", [b"", b"\xff\xfe{", b"{}"])
def test_a_broken_file_is_told(copy: Path, name: str, content: bytes) -> None:
    (copy / name).unlink()
    (copy / name).write_bytes(content)
    with pytest.raises(ModelMissing):
        Model(copy)


def test_settings_are_read(copy: Path) -> None:
    given = {"name": "other", "biases": {"cue": 1.5}, "gap": 7}
    (copy / SETTINGS).write_text(json.dumps(given))
    settings = Model(copy).settings
    assert (settings.name, settings.biases, settings.gap) == ("other", {"cue": 1.5}, 7)
