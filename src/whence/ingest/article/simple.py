"""Pages whose markup would take a search for the article ages: all their text, in one pass.

The search goes through an element's children, and what lies under an element, again and again: its
time grows with the squares of their numbers, most of it within single calls that nothing can stop.
"""

from collections.abc import Iterator
from typing import Any

from whence.model.document import BlockKind

Piece = tuple[BlockKind, str]
NOTICE = (
    "read all text of the page: its markup is too unlike an article's for one to be looked for; "
    "give the article alone as .txt to leave out the rest"
)
PLAIN_KINDS: dict[str, BlockKind] = {
    "p": "paragraph", "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading",
    "h5": "heading", "h6": "heading", "li": "list", "blockquote": "quote", "pre": "paragraph",
    "figcaption": "caption", "td": "list", "dd": "list", "dt": "list",
}  # fmt: skip
NO_TEXT = ("script", "style", "noscript", "template", "nav", "form", "footer", "iframe", "svg")
_FRAMES = frozenset({
    *PLAIN_KINDS, "html", "body", "div", "section", "article", "main", "aside", "header", "center",
    "ul", "ol", "dl", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "figure", "hr",
    "address", "details", "summary", "fieldset", "footer", "nav", "form",
})  # fmt: skip
"""What stands on lines of its own; anything else is part of the line that it stands in."""
_MOST = 30_000
"""Elements of a page; what each step of the search costs grows a little with their number."""
_MOST_BESIDE = 15_000_000
"""Some 3,900 children of one element squared: more than the longest tickers of a day have."""
_MOST_BELOW = 1_500_000
"""The depths of all elements together: 30,000 of them, each 50 deep."""


def flat(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


def _walk(root: Any) -> Iterator[tuple[str, Any, Any]]:
    from lxml import etree

    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        yield event, element, walk


def cost(root: Any) -> tuple[int, int, int]:
    """Return the elements of a page, the squares of the numbers of siblings, the sum of depths.

    Siblings are what lies directly in an element and, for a frame, all of its lines: what is within
    those is laid side by side by the search.
    """
    number = beside = below = 0
    counts: list[list[int]] = []  # of each element that is open: children, and what its lines hold
    frames: list[int] = []  # where among them the frames are
    for event, element, _ in _walk(root):
        if event == "start":
            if counts:
                counts[-1][0] += 1
            if frames:
                counts[frames[-1]][1] += 1
            if element.tag in _FRAMES:
                frames.append(len(counts))
            counts.append([0, 0])
            number += 1
            below += len(counts)
            continue
        children, held = counts.pop()
        if frames and frames[-1] == len(counts):
            frames.pop()
        beside += max(children, held) ** 2
    return number, beside, below


def too_costly(root: Any) -> bool:
    """Tell whether no article is to be looked for in a page: that would take too long."""
    number, beside, below = cost(root)
    return number > _MOST or beside > _MOST_BESIDE or below > _MOST_BELOW


def all_text(root: Any) -> list[Piece]:
    """Return all that a page shows, cut where frames begin and end, by a single pass."""
    body = root.find(".//body")
    body = root if body is None else body
    pieces: list[Piece] = []
    line: list[str] = []
    kinds: list[BlockKind] = []  # of the elements that are open, the outermost counts

    def close() -> None:
        if words := flat("".join(line)):
            pieces.append((kinds[0] if kinds else "paragraph", words))
        line.clear()

    for event, element, walk in _walk(body):
        if element.tag in _FRAMES:
            close()
        if event == "start":
            if element.tag in NO_TEXT:
                walk.skip_subtree()
                continue
            if element.tag in PLAIN_KINDS:
                kinds.append(PLAIN_KINDS[element.tag])
            line.append(" " if element.tag == "br" else element.text or "")
        else:
            if element.tag in PLAIN_KINDS:
                kinds.pop()
            if element is not body:
                line.append(element.tail or "")
    close()
    return pieces


def heading(root: Any) -> str | None:
    """Return what a page is called: its title, or else its first heading of the first order."""
    for tag in ("title", "h1"):
        for element in root.iter(tag):
            if words := flat("".join(element.itertext())):
                return words
            break
    return None
