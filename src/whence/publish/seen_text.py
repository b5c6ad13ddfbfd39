"""What a reader saw, for a terminal; in brackets where there are no styles."""

from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from whence.publish.views.seen import KINDS, Piece, Seen, View

STYLES: Final = {
    "source": "bold green",
    "cue": "underline cyan",
    "content": "italic",
    "via": "bold underline magenta",
    "loaded": "reverse yellow",
    "insinuation": "reverse italic red",
    "mention": "dim blue",
}
"""A style for every kind; no two are alike without their colour."""
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
PLAIN_WIDTH: Final = 120
"""Columns of the table where there is no terminal to ask."""


def render(view: View, console: Console, *, text: bool = True) -> None:
    """Print one reading: the text with all that was seen in it, then the statements.

    Without a terminal the text has brackets instead of styles: ``[source 1: the police]``.
    """
    console.print(Text(f"{_printable(view.name)} (read by {view.reader})", style="bold"))
    for notice in view.notices:
        console.print(f"Note: {notice}", highlight=False)
    if text:
        styled = console.is_terminal
        console.print(_styled(view) if styled else Text(bracketed(view.pieces)), soft_wrap=True)
        console.print()
    if not view.rows:
        console.print("No statement was seen.", highlight=False)
        return
    console.print(_table(view), highlight=False)


def bracketed(pieces: tuple[Piece, ...]) -> str:
    """Return the text with every range in brackets; ranges that cross are closed and reopened."""
    out: list[str] = []
    stack: list[Seen] = []
    for piece in pieces:
        held = set(map(id, piece.held))
        again: list[Seen] = []
        while any(id(one) not in held for one in stack):
            last = stack.pop()
            out.append("]")
            if id(last) in held:
                again.append(last)
        out += [f"[{one.label} …: " for one in reversed(again)]
        out += [f"[{one.label}: " for one in piece.opened]
        stack += [*reversed(again), *piece.opened]
        out.append(_printable(piece.text))
    return "".join([*out, "]" * len(stack)])


def _styled(view: View) -> Text:
    found = Text()
    for kind, meaning in KINDS.items():
        found.append(kind, style=STYLES[kind])
        found.append(f" {meaning}   ")
    found.append("\n\n")
    for piece in view.pieces:
        for number in piece.numbers:
            found.append(str(number).translate(_RAISED))
        style = " ".join(STYLES[kind] for kind in reversed(piece.kinds))
        found.append(_printable(piece.text), style=style)
    return found


def _table(view: View) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for name, share in (("#", None), ("source", 3), ("cue", 2), ("content", 7), ("more", 3)):
        table.add_column(name, ratio=share, justify="right" if share is None else "left")
    for row in view.rows:
        cells = (str(row.number), row.source, row.cue, row.content, ", ".join(row.more))
        table.add_row(*(Text(_printable(cell)) for cell in cells))
    return table


def _printable(text: str) -> str:
    """Return text without controls: none of a page's reaches the terminal."""
    return "".join(
        letter if letter.isprintable() or letter.isspace() else "\ufffd" for letter in text
    )
