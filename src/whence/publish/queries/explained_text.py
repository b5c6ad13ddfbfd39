"""Why a case says what it says, in a terminal; plain when piped."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, pairwise, product
from math import exp
from string import ascii_uppercase

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from whence.publish.dates import date
from whence.publish.numbers import plural, probability, signed, two_digits
from whence.publish.queries.competing import Item
from whence.publish.queries.explained import (
    Ground,
    Moment,
    Question,
    Rest,
    Row,
    Settling,
    Share,
    Stride,
)
from whence.publish.queries.text import NARROW, print_apart
from whence.publish.texts import plain, sentence
from whence.publish.views.past import cause_text
from whence.publish.views.way import logit
from whence.publish.words import words

_WIDE = 110
_LONG, _SHORT = 41, 21
"""Cells of a bar in a wide terminal and in a narrow one."""
_WHY = 0.1
"""Nats from which a step is shown with its reason."""
_LAST = 3
_RESTS = 5


def print_explained(rows: Sequence[Row], console: Console) -> None:
    """Print both questions: answers, steps, what rests on whom, what settles it, what changed."""
    for row in rows:
        if isinstance(row, Question):
            own = [one for one in rows if getattr(one, "role", None) == row.role]
            _print_question(row, own, console)
    settling = [row for row in rows if isinstance(row, Settling)]
    if settling:
        console.print(_title("What would settle it?"))
        for place, one in enumerate(settling, 1):
            nats = two_digits(max(0.0, one.expected_information))
            told = " ".join(f"{sentence(text)}." for text in one.told)
            text = one.text.removeprefix(f"{one.status}: ")  # its state stands behind it
            line = f"{place}. {text} ({one.status}; {nats} nats). {told}"
            console.print(_indented(line))
            console.print(_indented(one.reason, 5, "dim"))
    for row in rows:
        if isinstance(row, Ground):
            console.print(Text(f"\nConfidence: {row.confidence}. {plain(row.reason)}"))


def _print_question(row: Question, own: Sequence[Row], console: Console) -> None:
    console.print(_title(f"{row.question} ").append(plain(row.verdict or "cannot tell")))
    if row.left_out:
        console.print(_indented(row.left_out, style="bold"))
    console.print(_indented(row.wording))
    if row.far and " to 1" not in row.wording:  # most wordings tell it already
        console.print(_indented(row.far))
    console.print()
    _print_shares([one for one in own if isinstance(one, Share)], console)
    strides = [one for one in own if isinstance(one, Stride) and _shown(one)]
    if any(one.kind == "evidence" for one in strides):
        console.print(_head(f"Step by step: {strides[0].candidate}"))
        console.print(_padded(_stride_table(strides, console)))
    rests = [one for one in own if isinstance(one, Rest)]
    if rests:
        console.print(_head("What rests on whom"))
        _print_rests(rests, console)
    past = [one for one in own if isinstance(one, Moment)]
    if past:
        console.print(_head("What changed last"))
        told = [one for one in past if one.causes]
        _print_moments(told[-_LAST:], console)
        if len(told) > _LAST:
            more = plural(len(told) - _LAST, "earlier change")
            console.print(_indented(f"{more}: --history shows them", 4, "dim"))


def _shown(row: Stride) -> bool:
    """Tell whether a step is printed: one that is no evidence and moves nothing is not."""
    return row.kind in ("prior", "evidence") or signed(row.nats) != "0"


def _print_shares(rows: Sequence[Share], console: Console) -> None:
    """Print every answer before and after the evidence; below each other where there is no room."""
    if console.width >= NARROW:
        console.print(_padded(_share_table(rows)))
        return
    for row in rows:
        told = "weighs nothing"
        if row.mean is not None and row.prior is not None:
            way = f"{probability(row.prior)}, now {probability(row.mean)} ({_interval(row)})"
            told = "; ".join(filter(None, (f"before {way}", row.words, row.threshold)))
        print_apart(plain(row.label), told, console, 2)


def _interval(row: Share) -> str:
    return f"{probability(row.low or 0.0)}–{probability(row.high or 0.0)}"


def _share_table(rows: Sequence[Share]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    for name in ("answer", "before", "now", "5–95 %", "in words", "threshold"):
        table.add_column(name, justify="left", no_wrap=name not in ("answer", "in words"))
    for row in rows:
        if row.mean is None or row.prior is None:
            label = Text(plain(row.label), style="italic dim")
            table.add_row(label, Text(""), Text("–"), Text(""), Text("weighs nothing"))
            continue
        table.add_row(
            Text(plain(row.label)), Text(probability(row.prior)),
            Text(probability(row.mean), style="bold"), Text(_interval(row), style="dim"),
            Text(row.words), Text(row.threshold, style="dim"),
        )  # fmt: skip
    return table


def _stride_table(rows: Sequence[Stride], console: Console) -> Table:
    cells = _LONG if console.width >= _WIDE else _SHORT
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    places = _places(rows, cells)
    table.add_column("", ratio=1)
    table.add_column("nats", justify="right", no_wrap=True)
    table.add_column("then", justify="right", no_wrap=True)
    drawn = console.width >= NARROW
    if drawn:
        table.add_column(_even(places[0]), no_wrap=True)
    for row, (start, end) in zip(rows, pairwise(places), strict=True):
        first = row.kind == "prior"
        told = Text(plain(row.text))
        if row.reason and abs(row.nats) >= _WHY:
            told.append(f"\n  {plain(row.reason)}", style="dim")
        bar = (Text(_bar(row, (start, end), places[0], cells)),) if drawn else ()
        table.add_row(
            told, Text("" if first else signed(row.nats)),
            Text(probability(row.mean), style="bold"), *bar,
        )  # fmt: skip
    return table


def _places(rows: Sequence[Stride], cells: int) -> list[int]:
    """Return the cells of even odds and of the log-odds after each step."""
    told = [0.0, *(logit(row.mean) for row in rows)]
    low, high = min(told), max(told)
    span = (high - low) or 1.0
    return [round((nats - low) / span * (cells - 1)) for nats in told]


def _even(place: int) -> str:
    """Return the head of the bars: its end over even odds, or its start where there is no room."""
    told = "even odds"
    return told.rjust(place + 1) if place + 1 >= len(told) else " " * place + told


def _bar(row: Stride, ends: tuple[int, int], even: int, cells: int) -> str:
    """Draw a step as ">>>" where it speaks for the answer, "<<<" against, "|" at even odds."""
    line = [" "] * cells
    line[even] = "|"
    start, end = ends
    if row.kind == "prior":
        line[end] = "o"
    elif start == end or signed(row.nats) == "0":
        line[end] = "."
    elif start < end:
        line[start:end] = ">" * (end - start)
    else:
        line[end + 1 : start + 1] = "<" * (start - end)
    return "".join(line)


def _print_rests(rows: Sequence[Rest], console: Console) -> None:
    shown = [row for row in rows if row.flips or _moves(row)]
    if not shown:
        console.print(_indented("Leaving out any one first hand changes nothing to see.", 4))
    for row in shown[:_RESTS]:
        change = f"from {probability(row.mean_with)} to {probability(row.mean_without)}"
        flips = "; the result would be another" if row.flips else ""
        console.print(_indented(f"without {row.origin}: {row.hypothesis} {change}{flips}", 4))
    if len(shown) > _RESTS:
        console.print(_indented(f"and {len(shown) - _RESTS} more", 4, "dim"))


def _moves(row: Rest) -> bool:
    return probability(row.mean_with) != probability(row.mean_without)


def print_moments(rows: Sequence[Moment], console: Console) -> None:
    """Print every past moment: what the answers came to, what came and what changed."""
    for role, group in groupby(rows, key=lambda row: row.role):
        console.print(_title(words().roles[role]))
        _print_moments(list(group), console)
    if not rows:
        console.print("There was only one moment, or nothing that came bears on a question.")


def _print_moments(rows: Iterable[Moment], console: Console) -> None:
    for row in rows:
        line = Text(f"{date(row.at)}  ", style="bold")
        line.append(plain(" ".join(row.moved)), style="not bold")
        console.print(Padding(line, (0, 0, 0, 4), expand=False))
        for cause in row.causes:
            console.print(_indented(cause_text(cause), 6, "dim"))


def print_matrix(rows: Sequence[Item], console: Console) -> None:
    """Print evidence against answers with marks, the most telling first."""
    for role, group in groupby(rows, key=lambda row: row.role):
        items = list(group)
        labels = list(items[0].marks)
        letters = [name for name, _ in zip(_letters(), labels, strict=False)]
        console.print(_title(words().roles[role]))
        key = Table.grid(padding=(0, 2))
        for letter, label in zip(letters, labels, strict=True):
            key.add_row(Text(letter, style="bold"), Text(plain(label)))
        console.print(_padded(key))
        console.print()
        telling = [item for item in items if item.telling]
        console.print(_padded(_item_table(telling, letters, "")))
        rest = [item for item in items if not item.telling]
        if rest:
            console.print(
                _head("Not diagnostic: tells the answers apart by less than .2 nats (1.22 times)")
            )
            console.print(_padded(_item_table(rest, letters, "dim")))
    if rows:
        console.print(_indented(_KEY, 0, "dim"))
    else:
        console.print("No evidence bears on it.")


_KEY = (
    "\n+ and - : by itself the item would raise or lower the answer's share, from .1 nats; ++ and "
    "-- from .69 (2 to 1); 0: less than that. Blank: nothing weighs for that answer."
)


def _letters() -> Iterator[str]:
    """Yield A to Z, then AA to ZZ."""
    yield from chain(ascii_uppercase, map("".join, product(ascii_uppercase, repeat=2)))


def _item_table(items: Sequence[Item], letters: Sequence[str], style: str) -> Table:
    table = Table(box=None, padding=(0, 1, 0, 0), header_style="dim", pad_edge=False)
    for letter in letters:
        table.add_column(letter, justify="center", no_wrap=True, min_width=2)
    table.add_column("tells", justify="right", no_wrap=True)
    table.add_column("evidence", ratio=1)
    for item in items:
        marks = [Text(item.marks[label], style=style) for label in item.marks]
        told = Text(plain(item.text), style=style).append(f"  {plain(item.kind)}", style="dim")
        table.add_row(*marks, Text(f"{two_digits(exp(item.diagnosticity))}×", style=style), told)
    return table


def _title(text: str) -> Text:
    return Text(f"\n{text}", style="bold")


def _head(text: str) -> Padding:
    return Padding(Text(f"\n{plain(text)}", style="bold"), (0, 0, 0, 2), expand=False)


def _padded(table: Table) -> Padding:
    return Padding(table, (0, 0, 0, 4), expand=False)


def _indented(text: str, by: int = 2, style: str = "") -> Padding:
    shown = text if text.startswith("\n") else plain(text)
    return Padding(Text(shown, style=style), (0, 0, 0, by), expand=False)
