import time

import pytest

from tests.model import made
from whence.trace.directory import directory


def test_speaker_in_the_running_text_is_found() -> None:
    text = "The blast was heard far away, Interior Ministry spokesman Pau Riba said."
    assert directory([made.document(text)], []).speaks


@pytest.mark.parametrize("unit", ["x", "X", "A-b", "1", "s\u2019"])
def test_endless_word_takes_no_endless_time(unit: str) -> None:
    start = time.process_time()
    directory([made.document(unit * (60_000 // len(unit)))], [])
    assert time.process_time() - start < 5  # tried at every letter it took half a minute
