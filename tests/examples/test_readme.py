"""The excerpt in the README is what the run prints."""

import re
from io import StringIO
from pathlib import Path

from rich.console import Console

from whence.publish import terminal
from whence.run.config import Config
from whence.run.pipeline import run_pipeline
from whence.run.world import World

ROOT = Path(__file__).resolve().parents[2]
REPORTS = ROOT / "examples" / "pilot-station" / "reports"


def test_every_line_of_the_excerpt_is_printed_in_its_order() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (excerpt,) = re.findall(
        r"examples/pilot-station/reports` it is this:\n\n```\n(.*?)```", readme, re.S
    )
    console = Console(file=StringIO(), width=80, force_terminal=False)
    case = run_pipeline([str(REPORTS)], Config(), World(at="2025-04-01T00:00:00+00:00"))
    terminal.render(case, console)
    assert isinstance(console.file, StringIO)
    printed = iter([line.rstrip() for line in console.file.getvalue().splitlines()])
    wanted = [line for line in excerpt.splitlines() if line.strip() not in ("", "...")]
    assert wanted
    # the same iterator is searched on: what is found later stands later
    missing = [line for line in wanted if line not in printed]
    assert missing == [], "write the excerpt in README.md anew from what scripts/demo prints"
