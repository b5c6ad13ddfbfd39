"""The answers to questions as tables in a terminal, plain when piped."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from whence.publish.dates import date
from whence.publish.numbers import plural
from whence.publish.queries.backings import Backing, Support, counted, total
from whence.publish.queries.sayings import Saying
from whence.publish.texts import marked, plain, squeeze
from whence.publish.words import words

PLAIN_WIDTH = 160
"""Columns where the output is no terminal: a pipe has no width of its own."""
NARROW = 72
"""Columns below which a table's labels would be cut away: they get lines of their own."""
_WIDE = 100
"""Columns from which a claim, its counts and its hands stand on one line."""
_WORDS = 200
_INDENT = (0, 0, 0, 2)


def print_sayings(rows: Sequence[Saying], console: Console) -> None:
    """Print who said what through whom, by origin; own voices come last."""
    for _, group in groupby(rows, key=lambda row: (row.own_voice, row.origin_id, row.origin)):
        own = list(group)
        first, reports = own[0], len({row.document_id for row in own})
        told = [first.kind, words().anonymity[first.anonymity], words().stakes[first.stake]]
        if first.own_voice:
            told = ["in its own voice"]
        console.print(_head(first.origin, f"{', '.join(told)} · {plural(reports, 'report')}"))
        _print_rows(_alike(own), console, 2)
    reports = len({row.document_id for row in rows})
    hands = {row.origin_id for row in rows if not row.own_voice}
    voices = {row.origin_id for row in rows} - hands
    behind = counted(reports, len(hands), len(voices))
    console.print(Text(f"{plural(len(rows), 'statement')}, {behind}"))


def _alike(rows: Iterable[Saying]) -> Iterable[tuple[Text, ...]]:
    """Yield a line for each act in the same words, with all reports that have it."""
    groups: dict[tuple[str, str, tuple[str, ...]], list[Saying]] = {}
    for row in rows:
        key = (_done(row, row.act), row.words.casefold(), row.through)
        groups.setdefault(key, []).append(row)
    for same in groups.values():
        first = same[0]
        act = words().acts[first.act]
        yield (
            Text(_done(first, act)),
            Text(_quoted(first.words)),
            Text(_through(first.through), style="dim"),
            Text(_where(same), style="dim"),
        )


def _done(row: Saying, act: str) -> str:
    """Return what was done: by nobody ("no group: claimed responsibility"), or not at all."""
    if row.nobody:
        return f"{row.nobody}: {act}"
    return f"not: {act}" if row.negated else act


def print_backings(found: Sequence[Backing], console: Console) -> None:
    """Print how many reports and origins each claim has, one line a claim where there is room."""
    told = [
        (plain(one.claim), one.counted, one.status if one.kind == "value" else "", _hands(one))
        for one in found
    ]
    if console.width < _WIDE:
        for claim, *rest in told:
            print_apart(claim, "; ".join(filter(None, rest)), console)
        return
    table = Table.grid(padding=(0, 2))
    table.add_column(max_width=60)
    table.add_column(no_wrap=True)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(style="dim", max_width=70)
    for row in told:
        table.add_row(*map(Text, row))
    console.print(table)


def _hands(one: Backing) -> str:
    return plain(squeeze(", ".join(support.origin for support in one.support), _WORDS))


def print_apart(label: str, told: str, console: Console, by: int = 0) -> None:
    """Print a row of a table for which there is no room: its label, and the rest below it."""
    console.print(Padding(Text(label), (0, 0, 0, by), expand=False))
    console.print(Padding(Text(told, style="dim"), (0, 0, 0, by + 2), expand=False))


def print_support(found: Sequence[Backing], console: Console) -> None:
    """Print the chosen claims with every origin, the hands in between and the exact words."""
    for one in found:
        console.print(_head(one.claim, one.counted))
        for support in one.support:
            console.print(Padding(_origin(support), _INDENT, expand=False))
            _print_rows(_printed(support), console, 4)
    if len(found) > 1:
        console.print(Text(f"Together: {counted(*total(found))}"))


def _print_rows(rows: Iterable[tuple[Text, ...]], console: Console, by: int) -> None:
    """Print rows whose last two cells are the hands and the place: below the rest if narrow."""
    if console.width >= NARROW:
        console.print(Padding(_table(rows), (0, 0, 0, by), expand=False))
        return
    for row in rows:
        label = " ".join(filter(None, (cell.plain for cell in row[:-2])))
        print_apart(label, "; ".join(filter(None, (cell.plain for cell in row[-2:]))), console, by)


def _printed(support: Support) -> Iterable[tuple[Text, ...]]:
    for row in support.printed:
        yield (
            Text(_quoted(row.words)),
            Text(_through(row.through), style="dim"),
            Text(plain(f"{row.outlet}, {date(row.published)}".strip(", ")), style="dim"),
        )


def _origin(support: Support) -> Text:
    told = ", ".join(
        [support.kind, words().anonymity[support.anonymity], words().stakes[support.stake]]
    )
    line = Text(plain(support.origin), style="bold")
    return line.append(f" ({told})", style="not bold dim")


def _head(name: str, told: str) -> Text:
    return Text(f"\n{plain(name)}", style="bold").append(f"  {told}", style="not bold dim")


def _table(rows: Iterable[tuple[Text, ...]]) -> Table:
    table = Table.grid(padding=(0, 2))
    for row in rows:
        table.add_row(*row)
    return table


def _where(rows: Sequence[Saying]) -> str:
    first = f"{rows[0].outlet}, {date(rows[0].published)}".strip(", ")
    more = len({row.document_id for row in rows}) - 1
    return plain(f"{first} and {more} more" if more else first)


def _through(hands: Sequence[str]) -> str:
    return plain(f"via {' → '.join(hands)}") if hands else ""


def _quoted(text: str) -> str:
    return marked(plain(squeeze(text, _WORDS)))
