"""A place in a document, together with the words that stand there."""

from msgspec import Struct


class Span(Struct, frozen=True, kw_only=True, order=True):
    """Half-open range [start, end) of code points in a document's clean text, and its exact words.

    Position and quotation are kept together, as Web Annotation's TextPositionSelector and
    TextQuoteSelector are, so that a span can be checked and shown without its document.

    Raises:
        ValueError: when the range is negative, reversed or does not fit its words.
    """

    document_id: str
    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if self.start < 0 or self.end < self.start:
            raise ValueError(f"not a range: [{self.start}, {self.end})")
        if len(self.text) != self.end - self.start:
            raise ValueError(f"[{self.start}, {self.end}) cannot hold {len(self.text)} code points")

    def covers(self, other: "Span") -> bool:
        """Tell whether ``other`` lies wholly inside this span of the same document."""
        return (
            self.document_id == other.document_id
            and self.start <= other.start
            and other.end <= self.end
        )

    def overlap(self, other: "Span") -> int:
        """Return how many code points the two spans share (0 across documents)."""
        if self.document_id != other.document_id:
            return 0
        return max(0, min(self.end, other.end) - max(self.start, other.start))
