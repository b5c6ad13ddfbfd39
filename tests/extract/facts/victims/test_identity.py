"""Which mentions are one victim."""

import pytest

from tests.extract.facts.reading import read
from whence.extract.facts.victims.find import victims


def outcomes(text: str) -> list[str]:
    """Return the outcome of every victim that a text tells of."""
    page = read(text)
    return [one.outcome for one in victims(page.prose, page.scopes)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man was shot Friday. Jon Hask, 24, died Sunday.", ["killed"]),
        ("Jon Hask, 24, was shot. Hask died Sunday.", ["killed"]),
        ("Jon Hask, 24, and Ann Hask, 22, were killed.", ["killed", "killed"]),
        ("A man was killed. Another man was killed.", ["killed", "killed"]),
        ("A man was killed and a woman was injured.", ["killed", "wounded"]),
        ("A 20-year-old man was killed. A 31-year-old man was killed.", ["killed", "killed"]),
        ("A man was wounded by a suspect. The officer was wounded too.", ["wounded", "wounded"]),
        ("A girl was hit by a bullet. She died. The 4-year-old girl was pronounced dead.",
         ["killed"]),
        ("The second victim was shot. A third victim was shot.", ["wounded", "wounded"]),
        ("Two boys were shot. One of them died.", ["killed"]),
        ("His wife was killed. His brother was killed.", ["killed", "killed"]),
    ],
)  # fmt: skip
def test_mentions_are_one_victim_or_several(text: str, expected: list[str]) -> None:
    assert outcomes(text) == expected
