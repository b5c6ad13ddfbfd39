"""The figures of made worlds as pictures and as a table in Markdown."""

from collections.abc import Callable, Sequence
from pathlib import Path

from evaluation.harness.plots import Interval, Panel, intervals
from evaluation.harness.scores import Outcome, Score

_OURS = "ours"


def draw(outcome: Outcome, folder: Path) -> None:
    """Write ``worlds-brier.svg``, ``worlds-sure-and-wrong.svg`` and ``worlds.md``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, measure, title, label in (
        ("worlds-brier", "Brier", "Brier score in made worlds, 95 % intervals", "less is better"),
        (
            "worlds-sure-and-wrong",
            "above 0.8 and wrong",
            "Share of made worlds with a wrong answer above 80 %",
            "less is better",
        ),
    ):
        picture = intervals(title, label, _panels(outcome.scores, measure))
        (folder / f"{name}.svg").write_text(picture, encoding="utf-8")
    (folder / "worlds.md").write_text(markdown(outcome), encoding="utf-8")


def _split(score: Score) -> tuple[str, str, str]:
    """Return cell, measure and way of a score's name ("cell: measure, way")."""
    cell, rest = score.name.split(": ", maxsplit=1)
    measure, _, way = rest.partition(" gain on " if " gain on " in rest else ", ")
    return cell, measure + (" gain" if " gain on " in rest else ""), way


def _by_cell(scores: Sequence[Score]) -> dict[str, dict[tuple[str, str], Score]]:
    cells: dict[str, dict[tuple[str, str], Score]] = {}
    for score in scores:
        cell, measure, way = _split(score)
        cells.setdefault(cell, {})[measure, way] = score
    return cells


def _panels(scores: Sequence[Score], measure: str) -> list[Panel]:
    return [
        Panel(
            title=cell,
            rows=tuple(
                Interval(
                    label=way, value=one.value, low=one.low or 0.0, high=one.high or 0.0,
                    strong=way == _OURS,
                )
                for (what, way), one in held.items()
                if what == measure
            ),
        )
        for cell, held in _by_cell(scores).items()
    ]  # fmt: skip


def markdown(outcome: Outcome) -> str:
    """Return a page of tables, one for each measure: ways down, cells across."""
    cells = _by_cell(outcome.scores)
    parts = ["# Made worlds: all figures", f"`python -m evaluation.worlds`: {outcome.corpus}."]
    for title, measure, write in _TABLES:
        ways = list(
            dict.fromkeys(way for held in cells.values() for what, way in held if what == measure)
        )
        lines = ["| way | " + " | ".join(cells) + " |", "|---" * (len(cells) + 1) + "|"]
        for way in ways:
            row = [write(held[measure, way]) for held in cells.values()]
            lines.append(f"| {way} | " + " | ".join(row) + " |")
        parts += [f"## {title}", "\n".join(lines)]
    return "\n\n".join(parts) + "\n"


def _three(score: Score) -> str:
    return f"{score.value:.3f} ({score.low or 0:.3f}-{score.high or 0:.3f})"


def _share(score: Score) -> str:
    return f"{score.value:.0%}"


def _counted(score: Score) -> str:
    return f"{score.counts.hits} of {score.counts.gold}"


def _gain(score: Score) -> str:
    low, high = score.low or 0.0, score.high or 0.0
    words = f"{score.value:+.3f} ({low:+.3f} to {high:+.3f})"
    return f"**{words}**" if low > 0 else f"*{words}*" if high < 0 else words


_SIGNS = "bold: ours is better, italic: worse, by the 95 % interval"
_TABLES: tuple[tuple[str, str, Callable[[Score], str]], ...] = (
    ("Brier score", "Brier", _three),
    (f"Brier score less ours ({_SIGNS})", "Brier gain", _gain),
    ("Log score, nats", "log", _three),
    (f"Log score less ours ({_SIGNS})", "log gain", _gain),
    ("The likeliest answer is right", "top", _share),
    ("Calibration error of the likeliest answer", "ECE", _three),
    ("Wrong, of those told above 80 %", "above 0.8 and wrong", _counted),
    ("Wrong, of those told above 95 %", "above 0.95 and wrong", _counted),
    ("Worlds with a verdict", "named", _counted),
    ("Verdicts that are right", "named rightly", _counted),
)
