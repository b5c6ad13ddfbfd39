"""Examples in words: what a test compares instead of numbers."""

from training.examples import Example, Range


def words(made: Example, span: Range) -> str:
    """Return the words of a range."""
    return " ".join(made.words[slice(*span)])


def spans(made: Example) -> dict[str, list[str]]:
    """Return the spans of every tagger."""
    return {name: [words(made, one) for one in found] for name, found in made.spans.items()}
