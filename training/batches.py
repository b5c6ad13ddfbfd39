"""Windows of examples in shuffled batches of like length, some with their casing taken away."""

import random
from collections.abc import Callable, Iterator, Sequence

import torch
from msgspec import Struct
from torch import Tensor

from training.examples import Example, part
from training.targets import Targets, targets
from whence.infer.hints import SIZE, features
from whence.infer.pieces import Pieces
from whence.infer.words import LOWER, casing

WINDOW = 254
"""Most pieces of a window, beside the start and end marks."""
_PLAIN, _SHOUTED = 0.15, 0.10
"""Shares of windows that lose their casing: read as all lower or all upper case."""
_UNHINTED = 0.2
"""Share of windows that lose the hints of the rules: the model is to read without them too."""


class Batch(Struct, frozen=True, kw_only=True):
    """One batch: see ``ReadingModel.forward`` for the shapes.

    ``words`` is true at real words; ``hints`` has shape (batch, words, ``hints.SIZE``).
    """

    targets: Targets
    pieces: Tensor
    casing: Tensor
    mask: Tensor
    firsts: Tensor
    words: Tensor
    hints: Tensor


class Cutter:
    """Cuts examples into windows and batches."""

    def __init__(self, pieces: Pieces, dice: random.Random, tokens: int = 4096) -> None:
        """Cut with some pieces and dice; ``tokens`` is the most of a batch, padding counted."""
        self._tokens = tokens
        self._pieces = pieces
        self._dice = dice

    def windows(self, example: Example, *, phase: bool) -> Iterator[Example]:
        """Yield windows of at most ``WINDOW`` pieces; with ``phase`` the first is cut short."""
        sizes = [len(self._pieces.of(word)) for word in example.words]
        limit = WINDOW
        if phase and sum(sizes) > WINDOW:
            limit = self._dice.randint(WINDOW // 4, WINDOW)
        start, held = 0, 0
        for word, size in enumerate(sizes):
            if held + size > limit and word > start:
                yield part(example, start, word)
                start, held, limit = word, 0, WINDOW
            held += min(size, WINDOW)
        yield part(example, start, len(sizes))

    def batches(self, windows: Sequence[Example], *, augment: bool) -> Iterator[Batch]:
        """Yield batches of windows of like length, in random order when ``augment``."""
        for group in self.groups(windows, shuffle=augment):
            yield self.batch(group, augment=augment)

    def groups(self, windows: Sequence[Example], *, shuffle: bool) -> list[list[Example]]:
        """Return windows put together by length, so many that a batch is full."""
        lengths = [2 + sum(len(self._pieces.of(word)) for word in one.words) for one in windows]
        order = sorted(range(len(windows)), key=lambda n: lengths[n] + self._dice.random() * 16)
        groups: list[list[int]] = [[]]
        for one in order:
            if groups[-1] and (len(groups[-1]) + 1) * lengths[one] > self._tokens:
                groups.append([])
            groups[-1].append(one)
        if shuffle:
            self._dice.shuffle(groups)
        return [[windows[n] for n in group] for group in groups if group]

    def batch(self, examples: Sequence[Example], *, augment: bool = False) -> Batch:
        """Return one batch of windows."""
        styles = [self._style() if augment else str for _ in examples]
        rows = [self._row(example, style) for example, style in zip(examples, styles, strict=True)]
        width = max(len(ids) for ids, _, _ in rows)
        count = max(len(firsts) for _, _, firsts in rows)
        pieces = torch.full((len(rows), width), self._pieces.pad)
        cased = torch.zeros(len(rows), width, dtype=torch.long)
        mask = torch.zeros(len(rows), width, dtype=torch.long)
        firsts = torch.zeros(len(rows), count, dtype=torch.long)
        real = torch.zeros(len(rows), count, dtype=torch.bool)
        hints = torch.zeros(len(rows), count, SIZE)
        for row, example in enumerate(examples):
            size = len(example.words)
            # The rules read the text as it was: a window in other letters has no hints of theirs.
            if styles[row] is str and (not augment or self._dice.random() >= _UNHINTED):
                hints[row, :size] = torch.from_numpy(features(size, example.hints))
        for row, (ids, cases, first) in enumerate(rows):
            pieces[row, : len(ids)] = torch.tensor(ids)
            cased[row, : len(ids)] = torch.tensor(cases)
            mask[row, : len(ids)] = 1
            firsts[row, : len(first)] = torch.tensor(first)
            real[row, : len(first)] = True
        return Batch(
            targets=targets(examples, count), pieces=pieces, casing=cased, mask=mask, firsts=firsts,
            words=real, hints=hints,
        )  # fmt: skip

    def _style(self) -> Callable[[str], str]:
        """Return how the words of a window are written: as they stand, small, or in capitals."""
        luck = self._dice.random()
        return str.lower if luck < _PLAIN else str.upper if luck < _PLAIN + _SHOUTED else str

    def _row(
        self, example: Example, style: Callable[[str], str]
    ) -> tuple[list[int], list[int], list[int]]:
        ids, cases, firsts = [self._pieces.start], [LOWER], []
        for word in example.words:
            firsts.append(len(ids))
            cut = self._pieces.of(word)[:WINDOW]
            ids.extend(cut)
            cases.extend([casing(style(word))] * len(cut))
        return [*ids, self._pieces.end], [*cases, LOWER], firsts
