"""What a person may hand over by mistake: one clear line each, and the rest is still read."""

import os
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.pages import FIRST, GERMAN, invoke, put
from whence.cli import exits
from whence.model.case import Case

MAKERS: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "blank": lambda path: path.write_text(" \n\t\n"),
    "binary": lambda path: path.write_bytes(bytes(range(256)) * 64),
    "large": lambda path: path.write_bytes(b"<p>word word</p>\n" * 3_600_000),
    "markup": lambda path: path.write_text("<html><body><div></div></body></html>"),
    "missing": lambda path: None,
    "hollow": lambda path: path.mkdir(),
}


@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_bad_input_costs_one_line_and_not_the_rest(tmp_path: Path, kind: str) -> None:
    good = put(tmp_path / "in", first_html=FIRST) / "first.html"
    bad = tmp_path / f"{kind}.html"
    MAKERS[kind](bad)
    result = invoke("run", good, bad, "--out", tmp_path / "out")
    assert result.exit_code == exits.PARTIAL, result.output
    lines = [line for line in result.stderr.splitlines() if str(bad) in line]
    assert len(lines) == 1
    assert lines[0].startswith("not read: ")
    assert lines[0].endswith(")")
    case = msgspec.json.decode((tmp_path / "out" / "case.json").read_bytes(), type=Case)
    assert len(case.documents) == len(case.failures) == 1
    assert case.failures[0].hint in lines[0]


@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_nothing_but_bad_inputs_leaves_no_report(tmp_path: Path, kind: str) -> None:
    bad = tmp_path / f"{kind}.html"
    MAKERS[kind](bad)
    result = invoke("run", bad, "--out", tmp_path / "out")
    assert result.exit_code == 4, result.output
    assert not (tmp_path / "out").exists()
    assert "Traceback" not in result.output
    assert result.stdout == ""


def test_nothing_but_another_language_leaves_no_report(tmp_path: Path) -> None:
    pages = put(tmp_path / "in", kahn_html=GERMAN)
    result = invoke("run", pages, "--out", tmp_path / "out")
    assert result.exit_code == 4
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("truncated_html", FIRST[: FIRST.index("She said") + 4].encode()),
        ("unmarked_html", FIRST.encode("utf-16-le")),
        ("marked_html", FIRST.encode("utf-16")),
        ("latin_html", FIRST.replace("Ada", "Adá").encode("latin-1")),
    ],
)
def test_damaged_or_oddly_encoded_page_is_still_read(tmp_path: Path, name: str, raw: bytes) -> None:
    pages = put(tmp_path / "in", **{name: raw})
    result = invoke("run", pages, "--out", tmp_path / "out")
    assert result.exit_code == exits.OK, result.stderr
    case = msgspec.json.decode((tmp_path / "out" / "case.json").read_bytes(), type=Case)
    assert "A grain barge burned at Lower Quay" in case.documents[0].text


@settings(
    max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    st.one_of(
        st.binary(max_size=400),
        st.text(max_size=400).map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.lists(
            st.sampled_from(
                ["<p>", "</p>", "<div", ">", "“", '"', " said ", "Tuesday", "&#0;", "<!--"]
            ),
            max_size=60,
        ).map(lambda parts: "".join(parts).encode()),
    )
)
def test_no_page_breaks_the_run(tmp_path: Path, raw: bytes) -> None:
    pages = put(tmp_path / "in", fuzzed_html=raw, first_html=FIRST)
    result = invoke("run", pages, "--json", "--quiet")
    assert result.exit_code in (exits.OK, exits.PARTIAL), result.stderr
    assert len(msgspec.json.decode(result.stdout, type=Case).documents) in (1, 2)


@pytest.mark.parametrize(
    "address", ["ftp://a.example/page", "http://127.0.0.1/page", "file:///etc"]
)
def test_address_that_is_never_fetched_costs_one_line(tmp_path: Path, address: str) -> None:
    good = put(tmp_path / "in", first_html=FIRST) / "first.html"
    result = invoke("run", good, address, "--out", tmp_path / "out")
    assert result.exit_code == exits.PARTIAL, result.output
    assert f"not read: {address}: " in result.stderr


def test_report_from_stdin(tmp_path: Path) -> None:
    result = invoke("run", "-", "--out", tmp_path / "out", stdin=FIRST.encode())
    assert result.exit_code == exits.OK, result.output


def test_file_name_that_is_no_text_is_read_and_shown_escaped(tmp_path: Path) -> None:
    strange = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.html"))
    try:
        strange.write_text(FIRST)
    except OSError:  # file systems that hold Unicode names alone
        pytest.skip("this file system refuses such names")
    result = invoke("run", strange, "--out", tmp_path / "out")
    assert result.exit_code == exits.OK, result.stderr
    case = msgspec.json.decode((tmp_path / "out" / "case.json").read_bytes(), type=Case)
    assert case.documents[0].location.endswith("/\\udcff.html")
    assert case.run.inputs[0].endswith("/\\udcff.html")


def test_publishing_nothing_leaves_the_earlier_report(tmp_path: Path) -> None:
    pages = put(tmp_path / "in", first_html=FIRST)
    assert invoke("run", pages, "--out", tmp_path / "out").exit_code == exits.OK
    before = (tmp_path / "out" / "report.html").read_bytes()
    (tmp_path / "empty.jsonl").write_bytes(b"")
    result = invoke("publish", tmp_path / "empty.jsonl", "--out", tmp_path / "out")
    assert result.exit_code == 4
    assert "whence ingest" in result.stderr
    assert (tmp_path / "out" / "report.html").read_bytes() == before
