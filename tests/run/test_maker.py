"""What made something is told by what it went by."""

from pathlib import Path

from whence import __version__
from whence.run import maker


def test_every_file_that_readings_depend_on_counts(tmp_path: Path) -> None:
    room = tmp_path / "extract"
    (room / "lexicon").mkdir(parents=True)
    words = room / "lexicon" / "words.yaml"
    words.write_text("- one")
    first = maker.version(tmp_path, ("extract",))
    assert first == maker.version(tmp_path, ("extract",))
    (room / "words.cpython-311.pyc").write_bytes(b"made from it")
    (tmp_path / "web.py").write_text("another room")
    assert first == maker.version(tmp_path, ("extract",))
    words.write_text("- two")
    second = maker.version(tmp_path, ("extract",))
    words.rename(room / "words.yaml")
    assert len({first, second, maker.version(tmp_path, ("extract",))}) == 3


def test_it_begins_with_the_version() -> None:
    version, _, rules = maker.of_readings().partition("+")
    assert version == __version__
    assert len(bytes.fromhex(rules)) == 6
    assert maker.of_readings() != maker.of_snapshots()
