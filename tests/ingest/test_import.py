"""Importing the stage costs next to nothing."""

import subprocess
import sys

HEAVY = ("charset_normalizer", "fastfeedparser", "fastwarc", "htmldate", "httpcore", "httpx")
HEAVIER = ("lxml", "protego", "py3langid", "trafilatura", "numpy", "yaml")


def test_no_parser_or_client_is_loaded_with_the_stage() -> None:
    code = "import sys, whence.ingest; print(*sorted(m for m in sys.modules if '.' not in m))"
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": ":".join(filter(None, sys.path))},
    )
    loaded = set(ran.stdout.split())
    assert "whence" in loaded
    assert not loaded & {*HEAVY, *HEAVIER}
