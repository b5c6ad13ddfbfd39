"""Misreadings as one page of HTML to read: grouped by their kind, everything escaped.

The page needs nothing beside itself: no script, no font, no picture.
"""

from collections import defaultdict
from html import escape

from evaluation.harness.scores import Misreading, Outcome, table

SHOWN = 300
"""At most so many misreadings of one kind; the heading tells how many there are."""

_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; max-width: 75rem; margin: 2rem auto;
       padding: 0 1rem; color: #1d2327; background: #fff; }
pre { background: #f4f5f6; padding: 1rem; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem;
         border-top: 1px solid #d5d9dc; overflow-wrap: anywhere; white-space: pre-line; }
th:first-child { width: 14%; }
summary { font-weight: 600; padding: .5rem 0; cursor: pointer; }
.context { color: #5b656d; }
@media (prefers-color-scheme: dark) {
  body { color: #e3e6e8; background: #16191c; } pre { background: #22272b; }
  th, td { border-color: #3a4147; } .context { color: #9aa5ad; } }
"""


def page(outcome: Outcome) -> str:
    """Return a whole page: the scores, then the misreadings, the commonest kind first."""
    groups: dict[str, list[Misreading]] = defaultdict(list)
    for one in outcome.misreadings:
        groups[one.kind].append(one)
    ordered = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    title = escape(f"{outcome.name}: misreadings")
    body = "\n".join(_section(kind, found) for kind, found in ordered)
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{_STYLE}</style></head>\n<body><h1>{title}</h1>\n"
        f"<pre>{escape(table(outcome))}</pre>\n{body or '<p>None.</p>'}\n</body></html>\n"
    )


def _section(kind: str, found: list[Misreading]) -> str:
    rows = "\n".join(_row(one) for one in sorted(found, key=lambda one: one.where)[:SHOWN])
    number = str(len(found)) if len(found) <= SHOWN else f"{len(found)}, {SHOWN} shown"
    return (
        f"<details open><summary>{escape(kind)} ({number})</summary>\n<table>"
        "<tr><th>where</th><th>expected</th><th>got</th><th>in the text</th></tr>\n"
        f"{rows}\n</table></details>"
    )


def _row(one: Misreading) -> str:
    return (
        f"<tr><td>{escape(one.where)}</td><td>{escape(one.expected)}</td>"
        f'<td>{escape(one.got)}</td><td class="context">{escape(one.context)}</td></tr>'
    )
