"""The summary of a case in a terminal: the four questions, plain when piped."""

from collections.abc import Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from whence.model.case import Case
from whence.publish.focus import focused
from whence.publish.index import Index
from whence.publish.numbers import plural
from whence.publish.texts import clean, plain
from whence.publish.views import facts, settling, verdict
from whence.publish.views.changes import changes
from whence.publish.views.head import Head, head
from whence.publish.views.sources import sources
from whence.publish.views.together import others
from whence.publish.words import words

_TRACK = 24
_NARROW = 64
"""Columns below which a table's labels would be cut away: they get lines of their own."""
_NO_TRACK = 56
"""Columns below which a share is told without being drawn."""
_HYPOTHESES = 8
_ROWS = 4


def render(case: Case, console: Console) -> None:
    """Print the summary of ``case`` to ``console``.

    Texts of the case are printed as they are, never as markup, and without controls.
    """
    whole, case = case, focused(case)
    index = Index(case)
    view = head(index)
    parts: list[RenderableType] = [*_head(view)]
    if told := verdict.left_out(index):
        parts.append(Text(f"\n{plain(told)}", style="bold"))
    for answer in verdict.answers(index):
        parts += _answer(answer, console.width)
    if case.incident is not None and case.incident.empty:
        parts.append(Text("Not weighed: no incident was found in the reports."))
    if case.assessment is not None:
        reason = plain(case.assessment.confidence_reason)
        parts.append(Text(f"Confidence: {case.assessment.confidence}. {reason}"))
    parts += _slots(index, console.width)
    parts += _sources(index)
    parts += _settle(index)
    parts += _changed(index)
    parts += _others(whole)
    parts += _failures(case, view)
    console.print(Group(*parts), highlight=False)


def _head(view: Head) -> list[RenderableType]:
    counted = f"as of {view.as_of} · " if view.as_of_iso else ""
    counted += f"{view.reports} · {view.origins}"
    if view.voices:
        counted += f" · {view.voiced}"
    rows: list[RenderableType] = [
        Text(plain(view.title), style="bold"),
        Text(counted, style="dim"),
    ]
    if view.sentence:
        sentence = Text()
        for part in view.sentence:
            shown = clean(part.text) + (f" ({part.range})" if part.range else "")
            sentence.append(shown, style="underline" if part.disputed else "")
            sentence.append("*" if part.disputed else "")
        rows.append(sentence)
        if view.any_disputed:
            rows.append(Text("* disputed: see the facts below", style="dim"))
    return rows


def _title(text: str) -> Text:
    return Text(f"\n{text}", style="bold")


def _answer(answer: verdict.View, width: int) -> list[RenderableType]:
    title = _title(f"{answer.question} ")
    title.append(plain(answer.verdict))
    bars = answer.bars[:_HYPOTHESES]
    rows: list[RenderableType] = [title]
    rows += _bars_apart(bars, width) if width < _NARROW else [_bars(bars)]
    if len(answer.bars) > _HYPOTHESES:
        rows.append(Text(f"  and {len(answer.bars) - _HYPOTHESES} more", style="dim"))
    if answer.told:
        rows.append(_indented(answer.wording))
    rows += [_indented(f"failed: {row.told}") for row in answer.failed]
    return rows


def _bars_apart(bars: Sequence[verdict.Bar], width: int) -> Iterator[RenderableType]:
    """Yield every answer with its share below it."""
    for row in bars:
        yield _indented(row.label)
        track = f"{_track(row)} " if width >= _NO_TRACK else ""
        yield _indented(f"{track}{row.mean_text} {row.interval} {row.words}", 4)


def _bars(bars: Sequence[verdict.Bar]) -> RenderableType:
    table = Table.grid(padding=(0, 1))
    table.add_column(max_width=34)
    table.add_column(no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(style="dim")
    for row in bars:
        table.add_row(
            Text(plain(row.label)), Text(_track(row)), Text(row.mean_text, style="bold"),
            Text(row.interval), Text(row.words),
        )  # fmt: skip
    return Padding(table, (0, 0, 0, 2), expand=False)


def _indented(text: str, by: int = 2) -> Padding:
    return Padding(Text(plain(text)), (0, 0, 0, by), expand=False)


def _track(row: verdict.Bar) -> str:
    """Draw 0 to 1 as "----####|###----": the interval as # and the mean as |."""
    cells = ["-"] * _TRACK
    first, last = int(row.low * _TRACK), min(_TRACK - 1, int(row.high * _TRACK))
    cells[first : last + 1] = ["#"] * (last - first + 1)
    cells[min(_TRACK - 1, int(row.mean * _TRACK))] = "|"
    return "".join(cells)


def _slots(index: Index, width: int) -> list[RenderableType]:
    slots = facts.slots(index)
    if not slots:
        return []
    told = [(slot.label, _held(slot), slot.summary) for slot in slots]
    wrong = [
        _indented(f"Does not add up: {row.text}") for row in facts.sums(index) if not row.holds
    ]
    if width < _NARROW:
        apart: list[RenderableType] = []
        for label, held, summary in told:
            apart += [_indented(f"{label}: {held}"), _indented(summary, 4)]
        return [_title("Facts"), *apart, *wrong]
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    table.add_column(style="dim")
    for row in told:
        table.add_row(*map(Text, row))
    return [_title("Facts"), Padding(table, (0, 0, 0, 2), expand=False), *wrong]


def _held(slot: facts.SlotView) -> str:
    """Return what a slot holds, how far it is unsettled and its rivals, in a line."""
    held = plain(slot.best)
    if slot.limits and slot.disputed and slot.limits.low != slot.limits.high:
        held += f" ({slot.limits.low} to {slot.limits.high})"
    if slot.abstained:
        held += f" ({plain(slot.abstained)})"
    rivals = [plain(value.text) for value in slot.values if value.status == "rival"]
    if rivals:
        held += _rivals(rivals)
    elif slot.disputed:
        held += " (disputed)"
    return held


def _rivals(texts: list[str]) -> str:
    """Name the rivals of a value: a place may have commas of its own."""
    shown = texts[:_ROWS]
    if len(texts) > _ROWS:
        shown = [*texts[: _ROWS - 1], f"{len(texts) - _ROWS + 1} more"]
    return f"; {'rival' if len(texts) == 1 else 'rivals'}: {'; '.join(shown)}"


def _sources(index: Index) -> list[RenderableType]:
    view = sources(index)
    if not view.origins:
        return []
    rows: list[RenderableType] = [_title("Who says so?")]
    for row in view.origins[:_ROWS]:
        through = f", through {', '.join(row.relays)}" if row.relays else ""
        rows.append(_indented(f"{row.name} ({row.how}): {row.carries}{through}"))
    if len(view.origins) > _ROWS:
        rows.append(_indented(f"and {plural(len(view.origins) - _ROWS, 'more first hand')}"))
    for bundle in view.bundles[:_ROWS]:
        rows.append(_indented(f"{bundle.name}: one text printed {len(bundle.members)} times"))
    return rows


def _settle(index: Index) -> list[RenderableType]:
    wanted = settling.wanted(index)[:_ROWS]
    if not wanted:
        return []
    rows: list[RenderableType] = [_title("What would settle it?")]
    rows += [
        _indented(f"{place}. {row.text} ({row.status})") for place, row in enumerate(wanted, 1)
    ]
    for pivot in settling.telling(index)[:1]:
        moved = f"{pivot.hypothesis} goes from {pivot.with_it} to {pivot.without_it}"
        rows.append(_indented(f"Without the word of {pivot.origin}, {moved}."))
    return rows


def _changed(index: Index) -> list[RenderableType]:
    rows = changes(index)[-_ROWS:]
    if not rows:
        return []
    return [_title("What changed?"), *(_indented(f"{row.when}: {row.text}") for row in rows)]


def _others(case: Case) -> list[RenderableType]:
    rows = others(case)
    if not rows:
        return []
    shown = [_indented(f"{row.headline} {row.count}: {row.outlets}") for row in rows[:_ROWS]]
    more = len(rows) - _ROWS
    rest = [_indented(f"{more} more stand in case.json")] if more > 0 else []
    return [_title("Other incidents that were told of"), *shown, *rest]


def _failures(case: Case, view: Head) -> list[RenderableType]:
    if not case.failures:
        return [] if case.documents else [Text(words().empty)]
    rows: list[RenderableType] = [Text(f"\n{view.unread}", style="red")]
    for failure in case.failures:
        rows.append(_indented(f"{failure.location}: {failure.reason}"))
        if failure.hint:
            rows.append(Padding(Text(plain(failure.hint), style="dim"), (0, 0, 0, 4), expand=False))
    return rows
