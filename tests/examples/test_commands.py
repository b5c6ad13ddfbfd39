"""The commands that the pages show for the case in examples/ find what they ask for."""

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.pages import invoke
from whence.cli import exits

ROOT = Path(__file__).resolve().parents[2]
REPORTS = "examples/pilot-station/reports"
PAGES = ("README.md", *(f"docs/how-to/{name}.md" for name in (
    "ask-a-case", "check-what-was-read", "explain-a-verdict"
)), "docs/reference/commands.md")  # fmt: skip
_ASKS = re.compile(r"whence (?!run|ingest)\w+ (?:whence-report|examples/pilot-station/reports)\b")
_REDIRECTED = re.compile(r"\s>\s*\S+$")


def commands(page: str) -> Iterator[str]:
    """Yield the commands of a page that ask the case of the example, or read its reports."""
    text = (ROOT / page).read_text(encoding="utf-8")
    blocks = re.findall(r"```\w*\n(.*?)```", text, re.S)
    lines = [line.strip() for block in blocks for line in block.splitlines()]
    beside = re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.S))
    # the README goes on from one command with options alone
    options = (
        f"whence explain whence-report {one}" for one in beside if re.match(r"--\w+ \"", one)
    )
    for line in dict.fromkeys((*lines, *beside, *options)):
        if _ASKS.match(line) and "FILE" not in line and "estimates.csv" not in line:
            yield _REDIRECTED.sub("", re.split(r"\s{2,}", line)[0])


def stages(command: str) -> Iterator[list[str]]:
    """Yield the commands of a pipe as words."""
    words = shlex.shlex(command, posix=True, punctuation_chars="|")
    words.whitespace_split = True
    words.commenters = ""
    stage: list[str] = []
    for word in words:
        if word == "|":
            yield stage
            stage = []
        else:
            stage.append(word)
    yield stage


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which the example lies and was run."""
    made = tmp_path_factory.mktemp("example")
    shutil.copytree(ROOT / REPORTS, made / REPORTS)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(made)
        assert invoke("run", REPORTS, "--quiet", "--no-case").exit_code == exits.OK
    return made


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_asks_of_the_example_is_found(
    page: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    asked = list(commands(page))
    assert asked
    for command in asked:
        given: bytes | None = None
        for words in stages(command):
            if words[0] == "whence":
                result = invoke(*words[1:], stdin=given)
                assert result.exit_code == exits.OK, (command, result.output)
                given = result.stdout_bytes
            elif shutil.which(words[0]):
                given = subprocess.run(words, input=given, capture_output=True, check=True).stdout
            assert not (given or b"").startswith(b"0 "), command
        assert given or set(words) & {"--svg", "--html"}, command
