"""Statements before they are judged: a cue, its source and its contents, linked."""

from typing import NamedTuple

from whence.infer.linking import Range


class Draft(NamedTuple):
    """A statement before it is judged, with the probabilities of its links."""

    cue: Range | None
    source: Range | None
    parts: list[Range]
    cue_link: float
    source_link: float

    @property
    def anchor(self) -> int:
        """The word that the links start from."""
        return self.cue[0] if self.cue else self.parts[0][0]

    @property
    def start(self) -> int:
        """The first word, of the cue or of what is said."""
        return min(self.anchor, self.parts[0][0])
