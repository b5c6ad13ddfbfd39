"""The reading model: a text in, everything that its heads say about each word out."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

import msgspec
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from whence.errors import ConfigError, ModelMissing
from whence.infer import words
from whence.infer.encoders import ENCODERS, Encoder
from whence.infer.heads import Heads, Vectors
from whence.infer.pieces import Pieces
from whence.infer.windows import Window, plan

FILES: Final = Path(__file__).parent / "files"
"""The model that ships with the package."""
SETTINGS: Final = "model.json"
_BATCH: Final = 1024
"""Most pieces run at once, padding counted: small batches stay in the processor's cache."""
_WINDOW: Final = 254
_SENTENCE_MARKS: Final = frozenset(".!?…")


class Settings(Struct, frozen=True, kw_only=True):
    """What was tuned on development data, and which training it belongs to.

    ``biases`` are added to the scores of tags that begin a span, by tagger; ``entity_bias`` and
    ``role_biases`` likewise. ``reuse`` is how many words back a cue without a source takes the
    source before it; contents of one cue that stand at most ``gap`` words apart are one.
    ``gate`` is how much a text's relevance to an incident moves the scores of roles. ``loaded``
    is the probability from which on a word counts as loaded, and ``slanted`` the logit from which
    on a sentence counts as slanted.
    """

    name: str
    biases: dict[str, float] = {}
    entity_bias: float = 0.0
    role_biases: dict[str, float] = {}
    gate: float = 0.0
    reuse: int = 30
    gap: int = 2
    loaded: float = 0.5
    slanted: float = 0.0


class Text(Struct, frozen=True, kw_only=True):
    """A text as the encoder saw it: its words and one vector for each.

    ``edges`` has shape (words, 2), code points; ``vectors`` (words, hidden); ``windows`` are the
    kept parts of the windows as ranges of words.
    """

    text: str
    edges: NDArray[np.int64]
    vectors: Vectors
    windows: tuple[tuple[int, int], ...]

    def chars(self, start: int, end: int) -> tuple[int, int]:
        """Return the characters of words [start, end)."""
        return int(self.edges[start, 0]), int(self.edges[end - 1, 1])


class Model:
    """The reading model of one folder, run by one program."""

    def __init__(self, folder: Path = FILES, program: str = "onnxruntime") -> None:
        if program not in ENCODERS:
            raise ConfigError(
                f"no program {program!r} runs the model", f"known: {', '.join(ENCODERS)}"
            )
        try:
            self.settings = msgspec.json.decode((folder / SETTINGS).read_bytes(), type=Settings)
            vocabulary = (folder / "vocab.txt").read_text("utf-8").splitlines()
        except (OSError, msgspec.MsgspecError) as error:
            raise ModelMissing(f"the reading model in {folder} cannot be read: {error}") from error
        self.heads = Heads(folder)
        self._pieces = Pieces(vocabulary)
        self._encoder: Encoder = ENCODERS[program](folder)

    def encode(self, text: str) -> Text:
        """Return a vector for every word of a text of any length; time grows with the length."""
        edges = words.cut(text)
        strings = [text[start:end] for start, end in edges]
        pieces = [self._pieces.of(word)[:_WINDOW] for word in strings]
        windows = plan([len(one) for one in pieces], _breaks(text, edges, strings))
        vectors = np.zeros((len(strings), self.heads.size), np.float32)
        cases = [words.casing(word) for word in strings]
        for group in _groups(windows, [len(one) for one in pieces]):
            self._run(group, pieces, cases, vectors)
        return Text(
            text=text, edges=edges, vectors=vectors,
            windows=tuple((window.left, window.right) for window in windows),
        )  # fmt: skip

    def _run(
        self,
        group: Sequence[Window],
        pieces: Sequence[tuple[int, ...]],
        cases: Sequence[int],
        vectors: Vectors,
    ) -> None:
        """Read some windows at once and put the vectors of their kept words in their places."""
        rows = [_row(self._pieces, window, pieces, cases) for window in group]
        width = max(len(ids) for ids, _, _ in rows)
        ids = np.full((len(rows), width), self._pieces.pad, np.int64)
        casing = np.zeros((len(rows), width), np.int64)
        mask = np.zeros((len(rows), width), np.int64)
        for row, (given, cased, _) in enumerate(rows):
            ids[row, : len(given)] = given
            casing[row, : len(given)] = cased
            mask[row, : len(given)] = 1
        states = self._encoder.encode(ids, casing, mask)
        for row, (window, (_, _, firsts)) in enumerate(zip(group, rows, strict=True)):
            kept = slice(window.left - window.start, window.right - window.start)
            vectors[window.left : window.right] = states[row, firsts[kept]]


def _row(
    pieces: Pieces, window: Window, cut: Sequence[tuple[int, ...]], cases: Sequence[int]
) -> tuple[list[int], list[int], list[int]]:
    ids, casing, firsts = [pieces.start], [words.LOWER], []
    for word in range(window.start, window.end):
        firsts.append(len(ids))
        ids.extend(cut[word])
        casing.extend([cases[word]] * len(cut[word]))
    return [*ids, pieces.end], [*casing, words.LOWER], firsts


def _breaks(text: str, edges: NDArray[np.int64], strings: Sequence[str]) -> list[int]:
    """Return the words that begin a sentence or a line, roughly: windows are cut there."""
    found = []
    for word in range(1, len(strings)):
        between = text[edges[word - 1, 1] : edges[word, 0]]
        ended = strings[word - 1] in _SENTENCE_MARKS or (
            word > 1 and not strings[word - 1].isalnum() and strings[word - 2] in _SENTENCE_MARKS
        )
        if "\n" in between or (ended and between and not strings[word].islower()):
            found.append(word)
    return found


def _groups(windows: Sequence[Window], sizes: Sequence[int]) -> list[list[Window]]:
    """Put windows of like length together, longest first, within the limit of a batch."""
    lengths = {one: 2 + sum(sizes[one.start : one.end]) for one in windows}
    groups: list[list[Window]] = []
    for window in sorted(windows, key=lambda one: (-lengths[one], one.start)):
        if groups and lengths[groups[-1][0]] * (len(groups[-1]) + 1) <= _BATCH:
            groups[-1].append(window)
        else:
            groups.append([window])
    return groups


@cache
def load(program: str = "onnxruntime") -> Model:
    """Return the model that ships with the package, loaded once for each process and program."""
    return Model(FILES, program)
