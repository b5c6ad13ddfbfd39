"""The layers hold for every import: at the top, inside functions and under TYPE_CHECKING."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src" / "whence"
STAGES = ("ingest", "extract", "trace", "fuse", "weigh", "publish", "store")
LAYERS: tuple[tuple[str, ...], ...] = (
    ("__main__",),
    ("cli",),
    ("web",),
    ("run",),
    STAGES,
    ("infer", "names"),
    ("model",),
    ("errors",),
)
HEIGHT = {part: -index for index, layer in enumerate(LAYERS) for part in layer}
MODULES = sorted(SOURCE.rglob("*.py"))


def name_of(path: Path) -> str:
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


NAMES = {name_of(path): path for path in MODULES}


def imports_of(path: Path) -> Iterator[str]:
    """Yield the module that each import statement, wherever it stands, leads to."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            base = node.module or ""
            for alias in node.names:
                whole = f"{base}.{alias.name}"
                yield whole if whole in NAMES else base


def part_of(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def test_every_part_has_its_layer() -> None:
    parts = {part_of(name) for name in NAMES} - {""}
    assert parts <= set(HEIGHT)
    assert set(STAGES) <= parts


def test_nothing_imports_upwards_or_sideways() -> None:
    wrong = [
        f"{name} imports {target}"
        for name, path in NAMES.items()
        for target in imports_of(path)
        if (here := part_of(name))
        and target.startswith("whence.")
        and part_of(target) != here
        and HEIGHT[part_of(target)] >= HEIGHT[here]
    ]
    assert wrong == []


def test_no_module_takes_part_in_a_cycle() -> None:
    edges = {
        name: {target for target in imports_of(path) if target in NAMES and target != name}
        for name, path in NAMES.items()
    }
    # What remains after taking away, again and again, all that import nothing of the rest.
    while free := {name for name, targets in edges.items() if not targets & edges.keys()}:
        for name in free:
            del edges[name]
    assert sorted(edges) == []


def test_model_and_errors_need_msgspec_and_the_standard_library_alone() -> None:
    allowed = {"whence", "msgspec", *sys.stdlib_module_names}
    foreign = {
        f"{name} imports {target}"
        for name, path in NAMES.items()
        if part_of(name) in ("model", "errors")
        for target in imports_of(path)
        if target.split(".")[0] not in allowed
    }
    assert foreign == set()


WAITING = {("whence.store.ledger", "random"), ("whence.store.ledger", "time")}
"""Who waits for a turn among other processes sleeps for a while that is never the same."""


@pytest.mark.parametrize("stage", STAGES)
def test_stage_knows_no_clock_no_environment_and_no_command_line(stage: str) -> None:
    found = {
        f"{name} imports {target}"
        for name, path in NAMES.items()
        if part_of(name) == stage
        for target in imports_of(path)
        if target.split(".")[0] in {"click", "random", "multiprocessing"}
        or (target.split(".")[0] in {"httpx", "time"} and stage != "ingest")
        if (name, target) not in WAITING
    }
    assert found == set()


def environment_reads(path: Path) -> Iterator[int]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv"}:
            yield node.lineno


def test_only_the_command_line_reads_the_environment() -> None:
    readers = {part_of(name) for name, path in NAMES.items() if any(environment_reads(path))}
    assert readers <= {"cli"}


@pytest.mark.parametrize("name", ["utils", "helpers", "common", "manager", "core"])
def test_no_module_is_named_after_nothing(name: str) -> None:
    assert [module for module in NAMES if name in module.split(".")] == []
