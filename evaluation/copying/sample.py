"""A sample of pairs of reports as one page to read and judge by hand, shared words marked.

The texts are third-party: the page is written where its user says, and never into the project.
"""

import re
from collections.abc import Sequence
from html import escape
from pathlib import Path

from evaluation.copying.pairs import Drawn, Pair, Text, runs

ROOT = Path(__file__).resolve().parents[2]
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_RUN = 3
_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem; color: #1d2327; background: #fff; }
section { border-top: 2px solid #8a939b; padding: 1rem 0; }
.texts { display: grid; grid-template-columns: 1fr 1fr; gap: 2rem; white-space: pre-line; }
mark { background: #ffe79a; color: inherit; }
@media (prefers-color-scheme: dark) {
  body { color: #e3e6e8; background: #16191c; } mark { background: #6b5600; } }
"""


def write(path: Path, drawn: Sequence[tuple[Drawn, Pair]]) -> None:
    """Write the page.

    Raises:
        ValueError: when the path lies in the project.
    """
    if path.resolve().is_relative_to(ROOT):
        raise ValueError(f"{path} lies in the project, where no text of others may stand")
    path.write_text(page(drawn), encoding="utf-8")


def page(drawn: Sequence[tuple[Drawn, Pair]]) -> str:
    """Return the page: a section for each pair with its id, and both texts side by side."""
    sections = "\n".join(_section(number, *one) for number, one in enumerate(drawn, 1))
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Pairs to judge</title>'
        f"<style>{_STYLE}</style></head>\n<body><h1>Pairs to judge</h1>\n"
        "<p>For each pair: copy, independent or unclear.</p>\n"
        f"{sections}\n</body></html>\n"
    )


def _section(number: int, drawn: Drawn, pair: Pair) -> str:
    left, right = pair.left.document.text, pair.right.document.text
    sides = (
        f"<div><h3>{escape(_head(text))}</h3>{marked(text.document.text, other)}</div>"
        for text, other in ((pair.left, right), (pair.right, left))
    )
    return (
        f"<section><h2>{number}. {escape(pair.id)} ({drawn})</h2>"
        f'<div class="texts">{"".join(sides)}</div></section>'
    )


def _head(text: Text) -> str:
    document = text.document
    return " · ".join(filter(None, (document.outlet, document.published, document.title)))


def marked(text: str, other: str) -> str:
    """Return a text as HTML, with every word marked that stands in a run which the other has."""
    theirs = runs(other)
    words = list(_WORD.finditer(text))
    plain = [word.group().lower() for word in words]
    shared = {
        at + offset
        for at in range(len(words) - _RUN + 1)
        if tuple(plain[at : at + _RUN]) in theirs
        for offset in range(_RUN)
    }
    parts: list[str] = []
    reached = 0
    for number, word in enumerate(words):
        if number in shared:
            # Neighbours are marked as one, with what stands between them.
            start = reached if number - 1 in shared else word.start()
            parts.append(escape(text[reached:start]))
            parts.append(f"<mark>{escape(text[start : word.end()])}</mark>")
            reached = word.end()
    return "".join(parts).replace("</mark><mark>", "") + escape(text[reached:])
