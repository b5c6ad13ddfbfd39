"""Write docs/reference from the code, or tell with --check which pages are out of date."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import msgspec

from whence.cli import exits
from whence.cli.main import main
from whence.model.case import Case
from whence.run.config import Config
from whence.run.stream import RECORDS

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "reference"
MADE = "<!-- Written by scripts/reference.py: change the code, then run it. -->\n"
ENDINGS = ("OK", "USAGE", "PARTIAL", "DEFECT", "INTERRUPTED", "BROKEN_PIPE")


def commands() -> Iterator[str]:
    """Yield the page of all commands: their help texts as they are printed."""
    yield f"# Commands\n\n{MADE}\n"
    context = click.Context(main, info_name="whence", terminal_width=80, **main.context_settings)
    yield f"```\n{main.get_help(context)}\n```\n"
    for name in main.list_commands(context):
        inner = click.Context(
            main.commands[name], info_name=name, parent=context, terminal_width=80
        )
        yield f"\n## whence {name}\n\n```\n{main.commands[name].get_help(inner)}\n```\n"


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
    if "anyOf" in schema:
        return " or ".join(_type(choice) for choice in schema["anyOf"])
    if "$ref" in schema:
        name = schema["$ref"]
        return f"[{name}](#{name.lower()})"
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"])
    if schema.get("type") == "array":
        inner = schema.get("items") or schema.get("prefixItems")
        if isinstance(inner, list):
            return f"list of {len(inner)}: " + ", ".join(_type(item) for item in inner)
        return f"list of {_type(inner)}" if inner else "list"
    if schema.get("type") == "object":
        inner = schema.get("additionalProperties")
        return f"table of {_type(inner)}" if isinstance(inner, dict) else "table"
    bounds = [f"{word} {schema[key]}" for key, word in _BOUNDS.items() if key in schema]
    return " ".join([str(schema.get("type", "any")), *bounds])


_BOUNDS = {
    "minimum": "from",
    "maximum": "to",
    "exclusiveMinimum": "over",
    "exclusiveMaximum": "under",
}

PAGES = {
    "commands.md": commands,
    "configuration.md": configuration,
    "case-file.md": case_file,
    "exit-codes.md": exit_codes,
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
