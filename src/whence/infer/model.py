"""The reading model: a text in, everything that its heads say about each word out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Final

import msgspec
import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from whence.errors import ConfigError, ModelMissing
from whence.infer import hints, words
from whence.infer.encoders import ENCODERS, Encoder
from whence.infer.heads import Heads, Vectors
from whence.infer.insinuations import Insinuations
from whence.infer.names import Names
from whence.infer.pieces import Pieces
from whence.infer.second_look import SecondLook
from whence.infer.trust import Trust
from whence.infer.windows import Window, plan

FILES: Final = Path(__file__).parent / "files"
"""The model that ships with the package."""
SETTINGS: Final = "model.json"
VOCABULARY: Final = "vocab.txt"
_WINDOW: Final = 254
"""Most pieces of a word that are read: as many as a window of the training held."""
STRETCH: Final = 20_000
"""Most words of a stretch: their vectors take 30 megabytes."""
_LINE: Final = re.compile(r"\n")
_SENTENCE_MARKS: Final = frozenset(".!?…")


class Settings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was tuned on development data, and which training it belongs to.

    ``biases`` are added to the scores of tags that begin a span, by tagger; ``entity_bias`` and
    ``role_biases`` likewise. Contents of one cue that stand at most ``gap`` words apart are one.
    ``statements``, ``fillers`` and ``suspects`` say how far these are trusted; ``acts`` how often
    the rules say which act of each.
    ``pointed`` is the probability from which on a cue is given a content within another's.
    ``loaded`` is the probability from which on a word counts as loaded, and ``slanted`` the logit
    from which on a sentence counts as slanted.
    """

    name: str
    biases: dict[str, float] = {}
    entity_bias: float = 0.0
    role_biases: dict[str, float] = {}
    gap: int = 2
    pointed: float = 0.25
    loaded: float = 0.5
    slanted: float = 0.0
    statements: Trust = Trust()
    fillers: Trust = Trust()
    acts: dict[str, dict[str, float]] = {}
    suspects: Trust = Trust(weights={"logit": 1.0})


class Text(Struct, frozen=True, kw_only=True):
    """A text, or a stretch of one, as the encoder saw it: its words and one vector for each.

    ``edges`` has shape (words, 2), code points of the whole text; ``vectors`` (words, hidden).
    ``breaks`` are the words that begin a sentence or a line, roughly; ``windows`` the kept parts
    of the windows as ranges of words. ``tag_scores`` is what the head "taggers" says of each word;
    ``hints`` (words, ``hints.SIZE``) are what another reader saw, nothing at first.
    """

    text: str
    edges: NDArray[np.int64]
    vectors: Vectors
    breaks: tuple[int, ...]
    windows: tuple[tuple[int, int], ...]
    tag_scores: Vectors
    hints: Vectors

    def hinted(self, spans: Mapping[str, Sequence[tuple[int, int]]]) -> "Text":
        """Return the same text with what another reader saw: spans of characters by tagger."""
        found = {name: hints.ranges(self.text, self.edges, given) for name, given in spans.items()}
        return replace(self, hints=hints.features(len(self.edges), found))

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
            self._pieces = Pieces((folder / VOCABULARY).read_text("utf-8").splitlines())
        except (OSError, ValueError, KeyError) as error:
            raise ModelMissing(f"the reading model in {folder} cannot be read: {error}") from error
        self._opened = program, folder
        self.heads = Heads(folder)
        self.second_look = SecondLook(folder)
        self.names = Names(folder)
        self.insinuations = Insinuations(folder)
        self._encoder: Encoder = ENCODERS[program](folder)

    def __reduce__(self) -> tuple[object, tuple[str, Path]]:
        """Pickle as where it lies: another process loads it there, and once only."""
        return load, self._opened

    @property
    def folder(self) -> Path:
        """Where the model lies."""
        return self._opened[1]

    def encode(self, text: str) -> Text:
        """Return a vector for every word: time and memory grow with the length of the text."""
        return self._encode(text, words.cut(text))

    def stretches(self, text: str) -> Iterator[Text]:
        """Yield the words of a text of any length in stretches that are read one by one.

        Nothing of a stretch is kept when the next is read, so that memory stays small. Whatever is
        not longer than a stretch comes whole, as from ``encode``; a text without words yields
        nothing. A longer one is cut where a sentence ends, if one ends in its second half.
        """
        edges = words.cut(text)
        at = 0
        while at < len(edges):
            near = edges[at : at + STRETCH]
            size = len(near)
            if at + size < len(edges):
                ends = _breaks(text, near, [text[start:end] for start, end in near.tolist()])
                size = ends[-1] if ends and ends[-1] > size // 2 else size
            yield self._encode(text, near[:size])
            at += size

    def _encode(self, text: str, edges: NDArray[np.int64]) -> Text:
        strings = [text[start:end] for start, end in edges.tolist()]
        pieces = [self._pieces.of(word)[:_WINDOW] for word in strings]
        cases = [words.casing(word) for word in strings]
        breaks = _breaks(text, edges, strings)
        windows = plan([len(one) for one in pieces], breaks, step=self._encoder.step)
        vectors = np.empty((len(strings), self.heads.size), np.float32)
        lengths: dict[int, list[Window]] = {}
        for window in windows:
            lengths.setdefault(sum(map(len, pieces[window.start : window.end])), []).append(window)
        for same in lengths.values():
            for at in range(0, len(same), self._encoder.together):
                self._read(same[at : at + self._encoder.together], pieces, cases, vectors)
        return Text(
            text=text, edges=edges, vectors=vectors, breaks=tuple(breaks),
            windows=tuple((window.left, window.right) for window in windows),
            tag_scores=self.heads.linear("taggers", vectors),
            hints=hints.features(len(strings), {}),
        )  # fmt: skip

    def _read(
        self,
        windows: Sequence[Window],
        pieces: Sequence[tuple[int, ...]],
        cases: Sequence[int],
        vectors: Vectors,
    ) -> None:
        """Put in the vectors of the words that windows of one length keep: of their first pieces.

        ``pieces`` and ``cases`` are those of all words, ``vectors`` (words, hidden) is filled.
        """
        ids, casing, firsts = [], [], []
        for window in windows:
            cut = pieces[window.start : window.end]
            sizes = [len(one) for one in cut]
            cased = np.repeat(cases[window.start : window.end], sizes).tolist()
            ids.append([self._pieces.start, *chain.from_iterable(cut), self._pieces.end])
            casing.append([words.LOWER, *cased, words.LOWER])
            firsts.append(1 + np.concatenate([[0], np.cumsum(sizes[:-1], dtype=np.int64)]))
        states = self._encoder.encode(np.array(ids), np.array(casing))
        for window, state, first in zip(windows, states, firsts, strict=True):
            kept = slice(window.left - window.start, window.right - window.start)
            vectors[window.left : window.right] = state[first[kept]]


def _breaks(text: str, edges: NDArray[np.int64], strings: Sequence[str]) -> list[int]:
    """Return the words that begin a sentence or a line, roughly: windows are cut there."""
    if not strings:
        return []
    lines = _LINE.finditer(text, int(edges[0, 1]), int(edges[-1, 0]))
    found = set(np.searchsorted(edges[:, 0], [line.start() for line in lines]).tolist())
    for mark in (place for place, word in enumerate(strings) if word in _SENTENCE_MARKS):
        closed = mark + 1 < len(strings) and not strings[mark + 1].isalnum()
        for word in range(mark + 1, min(mark + 2 + closed, len(strings))):
            apart = edges[word - 1, 1] < edges[word, 0]
            if apart and not strings[word].islower():
                found.add(word)
    return sorted(found)


@cache
def load(program: str = "onnxruntime", folder: Path = FILES) -> Model:
    """Return a model, by default the one that ships, loaded once for each process and program."""
    return Model(folder, program)
