"""In CI a test that does not find the development data that is there must not stay green."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SKIPPING = """
import pytest
from tests.shared import require

{mark}
def test_reads_data() -> None:
    require("cases/none")
"""


def outcome(tmp_path: Path, mark: str, data: Path, ci: str) -> str:
    """Run one skipping test in a process of its own and return pytest's closing line."""
    (tmp_path / "test_data.py").write_text(SKIPPING.format(mark=mark))
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-c", str(ROOT / "pyproject.toml"), "-rsf"),
            *("-p", "tests.conftest", "-p", "no:cacheprovider", str(tmp_path / "test_data.py")),
        ],
        env={**os.environ, "CI": ci, "WHENCE_DATA": str(data), "PYTHONPATH": str(ROOT)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout


MARKED = "@pytest.mark.needs_shared"


@pytest.mark.parametrize(
    ("mark", "ci", "there", "expected"),
    [
        (MARKED, "true", True, "1 failed"),
        (MARKED, "true", False, "1 skipped"),
        (MARKED, "", True, "1 skipped"),
        ("", "true", True, "1 skipped"),
    ],
)
def test_skip_is_a_failure_only_in_ci_where_the_data_is(
    tmp_path: Path, mark: str, ci: str, there: bool, expected: str
) -> None:
    data = tmp_path / "data"
    if there:
        data.mkdir()
    told = outcome(tmp_path, mark, data, ci)
    assert expected in told
    assert "development data absent" in told
