"""Files of types that are not read: told with what to do, and junk passed over without a word."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.ingest.pages import page
from whence.ingest import Capture, expand
from whence.model.document import Failure

TEXT = "Two boats burned in the harbour of Port Amel on Tuesday night, the coast guard said.\n"


def put(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text({".html": page(), ".json": "{}"}.get(path.suffix, TEXT))
    return folder


def told(found: Iterable[Capture | Failure]) -> dict[str, Failure]:
    return {Path(one.location).name: one for one in found if isinstance(one, Failure)}


@pytest.mark.parametrize("given", ["", "*"])
def test_what_a_folder_holds_and_is_not_read_is_named_with_what_to_do(
    tmp_path: Path, given: str
) -> None:
    put(tmp_path, "a.txt", "b.docx", "c.PDF", "d.csv", "e.jpg", "f.zip", "g.xyz", "notes")
    found = list(expand([str(tmp_path / given)]))
    assert [Path(one.location).name for one in found if isinstance(one, Capture)] == ["a.txt"]
    rows = told(found)
    assert rows.keys() == {"b.docx", "c.PDF", "d.csv", "e.jpg", "f.zip", "g.xyz", "notes"}
    assert {one.kind for one in rows.values()} == {"unsupported"}
    assert rows["b.docx"].reason == "files of type '.docx' are not read"
    assert "as text (.txt) or as a page (.html)" in rows["b.docx"].hint
    assert rows["c.PDF"].hint == rows["b.docx"].hint
    assert ".jsonl" in rows["d.csv"].hint
    assert "whence case media" in rows["e.jpg"].hint
    assert "unpack" in rows["f.zip"].hint
    assert "Whence reads .html" in rows["g.xyz"].hint
    assert "give the file itself" in rows["notes"].hint


def test_a_file_that_is_given_itself_has_the_same_advice(tmp_path: Path) -> None:
    put(tmp_path, "b.docx")
    (row,) = told(expand([str(tmp_path / "b.docx")])).values()
    assert "as text (.txt)" in row.hint


def test_what_nobody_takes_for_a_report_is_passed_over(tmp_path: Path) -> None:
    put(
        tmp_path,
        *("a.txt", "a.json", ".DS_Store", "Thumbs.db", "desktop.ini", "~$b.docx", "a.txt~"),
        *("Boats burn.html", "Boats burn_files/quay.jpg", "Boats burn_files/app.js"),
        *("quay.html", "quay-Dateien/boat.svg", "style.css", ".git/config"),
    )
    assert told(expand([str(tmp_path)])) == {}
    put(tmp_path, "Boats burn_files/annex.pdf", "pictures_files/quay.jpg")
    assert told(expand([str(tmp_path)])).keys() == {"annex.pdf", "quay.jpg"}


def test_many_files_of_a_type_are_told_in_few_rows(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", *(f"{number:02}.png" for number in range(30)))
    rows = told(expand([str(tmp_path)]))
    assert len(rows) == 6
    assert rows[tmp_path.name].reason == "25 more files of type '.png' are not read"


def test_a_folder_without_reports_says_what_it_holds(tmp_path: Path) -> None:
    put(tmp_path, "sub/b.docx")
    assert told(expand([str(tmp_path)])).keys() == {"b.docx"}


def test_a_file_that_is_met_twice_is_told_once(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "sub/b.docx")
    inputs = [str(tmp_path), str(tmp_path / "sub"), str(tmp_path / "**" / "*")]
    assert len([one for one in expand(inputs) if Path(one.location).name == "b.docx"]) == 1
