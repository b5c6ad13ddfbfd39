"""Write docs/reference from the code, or tell with --check which pages are out of date."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import msgspec

from whence.cli import exits
from whence.cli.main import main
from whence.model.case import Case
from whence.run.config import Config
from whence.run.stream import RECORDS
from whence.web.api.document import TAGS
from whence.web.api.operation import BASE
from whence.web.api.telling import Told, in_words, problems, told, types

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "reference"
MADE = "<!-- Written by scripts/reference.py: change the code, then run it. -->\n"
ENDINGS = ("OK", "USAGE", "PARTIAL", "DEFECT", "INTERRUPTED", "BROKEN_PIPE", "TERMINATED")


def commands() -> Iterator[str]:
    """Yield the page of all commands: their help texts as they are printed."""
    yield f"# Commands\n\n{MADE}\n"
    context = click.Context(main, info_name="whence", terminal_width=80, **main.context_settings)
    yield f"```\n{main.get_help(context)}\n```\n"
    yield from _helps(main, context, "##")


def _helps(group: click.Group, context: click.Context, head: str) -> Iterator[str]:
    """Yield the help text of every command of a group, and of a group within it of its own."""
    for name in group.list_commands(context):
        one = group.commands[name]
        inner = click.Context(one, info_name=name, parent=context, terminal_width=80)
        yield f"\n{head} {inner.command_path}\n\n```\n{one.get_help(inner)}\n```\n"
        if isinstance(one, click.Group):
            yield from _helps(one, inner, f"{head}#")


def configuration() -> Iterator[str]:
    """Yield the page of all settings with type and default."""
    yield f"# Settings\n\n{MADE}\n"
    yield "Where they stand and which source wins: "
    yield "[change settings](../how-to/change-settings.md).\n"
    for section in msgspec.structs.fields(Config):
        options = section.default
        yield f"\n## [{section.name}]\n\n{_paragraph(options.__doc__)}\n\n"
        yield "| setting | type | default | variable |\n|---|---|---|---|\n"
        components = _components(type(options))
        for field in msgspec.structs.fields(options):
            schema = components[type(options).__name__]["properties"][field.encode_name]
            default = msgspec.json.encode(getattr(options, field.name), order="sorted").decode()
            variable = f"WHENCE_{section.name}__{field.name}".upper()
            kind = _type(schema)
            yield f"| `{field.name}` | {kind} | `{default}` | `{variable}` |\n"


def case_file() -> Iterator[str]:
    """Yield the page of the case file and of the stage stream, one table per type."""
    yield f"# Case file and records\n\n{MADE}\n"
    yield (
        "`case.json` holds one `Case`. Between stages the same values travel as JSON lines,\n"
        "each an object with one key that names the record:\n\n| key | type |\n|---|---|\n"
    )
    for name, kind in RECORDS.items():
        yield f"| `{name}` | [{kind.__name__}](#{kind.__name__.lower()}) |\n"
    yield "\n`whence schema` prints the JSON schema of the case, `whence schema KEY` of a record.\n"
    components = _components(Case)
    for name in ("Case", *sorted(set(components) - {"Case"})):
        definition = components[name]
        required = set(definition.get("required", ()))
        yield f"\n## {name}\n\n{_paragraph(definition.get('description'))}\n\n"
        yield "| field | type | |\n|---|---|---|\n"
        for field, schema in definition["properties"].items():
            yield f"| `{field}` | {_type(schema)} | {'required' if field in required else ''} |\n"


def exit_codes() -> Iterator[str]:
    """Yield the page of all exit codes, in numerical order."""
    yield f"# Exit codes\n\n{MADE}\n| code | meaning |\n|---|---|\n"
    rows = {getattr(exits, name): _ending(name) for name in ENDINGS}
    for kind, code in exits.EXIT_CODES.items():
        rows[code] = f"`{kind.__name__}`: {_paragraph(kind.__doc__)}"
    for code in sorted(rows):
        yield f"| {code} | {rows[code]} |\n"
    yield "\nWhy a partial result has a code of its own: "
    yield "[decision 5](../decisions/0005-partial-failure.md).\n"


def _ending(name: str) -> str:
    """Return the docstring that stands below a constant in ``whence.cli.exits``."""
    lines = Path(exits.__file__).read_text(encoding="utf-8").splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith(f"{name} = "))
    return lines[at + 1].strip('"')


def _components(kind: type[msgspec.Struct]) -> dict[str, dict[str, Any]]:
    return msgspec.json.schema_components([kind], ref_template="{name}")[1]


def _paragraph(docstring: str | None) -> str:
    return " ".join((docstring or "").strip().split("\n\n")[0].split())


def _type(schema: dict[str, Any]) -> str:
    """Say a JSON schema in a few words; types of ours become links."""
    return in_words(schema, lambda name: f"[{name}](#{name.lower()})")


def api() -> Iterator[str]:
    """Yield the page of the API: every operation, every problem, every type of its own."""
    yield f"# API\n\n{MADE}\n"
    yield f"Paths are below `{BASE}`. How to begin: [use the API](../how-to/use-the-api.md).\n"
    yield "A list comes in parts: an object with `items`, `next` (what `after` takes to go on, "
    yield "empty at the end) and `total`. What goes wrong is a [Problem](#problem).\n"
    known = set(_components(Case))

    def named(name: str) -> str:
        page = "case-file.md" if name in known else ""
        return f"[{name}]({page}#{name.lower()})"

    for tag, about in TAGS.items():
        yield f"\n## {about.rstrip('.')}\n"
        for one in (one for one in told() if one.operation.tag == tag):
            yield from _operation(one, named)
    yield "\n## What can go wrong\n\n| status | problem | |\n|---|---|---|\n"
    for row in problems():
        yield f"| {row.status} | {row.title} | {row.told} |\n"
    yield "\n## Types\n\nThose of a case are told in [case file and records](case-file.md).\n"
    for name, (what, fields) in types().items():
        if name not in known:
            yield f"\n### {name}\n\n{_paragraph(what)}\n\n| field | type | |\n|---|---|---|\n"
            for field in fields:
                needed = "required" if field.required else ""
                yield f"| `{field.name}` | {in_words(field.schema, named)} | {needed} |\n"


def _operation(one: Told, named: Callable[[str], str]) -> Iterator[str]:
    """Yield what an operation takes, gives and needs."""
    operation = one.operation
    yield f"\n### {operation.name}\n\n`{operation.method} {operation.path}`\n\n"
    yield f"{operation.summary}. {' '.join(operation.description.split())}".strip() + "\n\n"
    sent = "files (`multipart/form-data`)" if operation.takes_files else ""
    if one.sends and not sent:
        sent = in_words(one.sends, named)
    given = in_words(one.answers, named) if one.answers else ", ".join(operation.media)
    yield f"- Least role: {operation.needs}\n"
    yield f"- Takes {sent}\n" if sent else ""
    yield f"- Answers {operation.status}{f': {given}' if given else ''}\n"
    yield f"- May fail with {', '.join(status for status, _ in one.failures)}\n"
    rows = [field for field in one.fields if field.where != "path"]
    if rows:
        yield "\n| parameter | in | type | |\n|---|---|---|---|\n"
    for row in rows:
        needed = " (required)" if row.required else ""
        kind = in_words(row.schema, named)
        yield f"| `{row.name}`{needed} | {row.where} | {kind} | {row.told} |\n"


PAGES = {
    "commands.md": commands,
    "configuration.md": configuration,
    "case-file.md": case_file,
    "exit-codes.md": exit_codes,
    "api.md": api,
}


def write(folder: Path, *, check: bool) -> list[str]:
    """Write all pages, or with ``check`` none, and return the names of those that differed."""
    folder.mkdir(parents=True, exist_ok=True)
    stale = []
    for name, page in PAGES.items():
        wanted = "".join(page()).encode()
        path = folder / name
        if not path.is_file() or path.read_bytes() != wanted:
            stale.append(name)
            if not check:
                path.write_bytes(wanted)
    return stale


if __name__ == "__main__":
    checking = "--check" in sys.argv[1:]
    out_of_date = write(FOLDER, check=checking)
    if checking and out_of_date:
        sys.exit(f"out of date: {', '.join(out_of_date)}; run: python scripts/reference.py")
