"""A document that takes too long is left out with its reason; all others are read as ever."""

import re
import time
from contextlib import suppress
from functools import partial
from threading import Thread

import pytest

from whence import extract, ingest
from whence.extract.rules.reader import RulesReader
from whence.ingest import Capture
from whence.model.document import Document, Failure
from whence.model.reading import Reading
from whence.model.report import Report
from whence.run.executor import WORTHWHILE, in_order
from whence.run.limiting import OutOfTime, within
from whence.run.reading import TOO_SLOW, ingest_one, read_one

SLOW = re.compile(r"(a+)+$")
HOSTILE = "a" * 60 + "b"


class Endless(RulesReader):
    """Never comes back from a text with "endless" in it, whatever is caught on the way."""

    def read(self, document: Document) -> Reading:
        with suppress(Exception):
            if "endless" in document.text:
                SLOW.match(HOSTILE)
        return super().read(document)


def document(number: int, text: str) -> Document:
    made = ingest_one(Capture(location=f"{number}.txt", raw=text.encode()), ingest.Options())
    assert isinstance(made, Document)
    return made


def test_what_takes_too_long_ends_and_the_rest_goes_on() -> None:
    with pytest.raises(OutOfTime):
        within(0.1, lambda: SLOW.match(HOSTILE))
    assert within(0.1, lambda: 7) == 7
    started = time.process_time()
    while time.process_time() < started + 0.2:  # nothing is left running
        pass


def test_it_is_interrupted_again_where_the_first_time_is_lost() -> None:
    def deaf() -> None:
        with suppress(OutOfTime):
            SLOW.match(HOSTILE)
        SLOW.match(HOSTILE)

    with pytest.raises(OutOfTime):
        within(0.1, deaf)


def test_sleep_is_no_work() -> None:
    assert within(0.1, lambda: time.sleep(0.2)) is None


def test_no_limit_and_another_thread_give_what_the_work_gives() -> None:
    assert within(0, lambda: 7) == 7
    seen: list[int] = []
    thread = Thread(target=lambda: seen.append(within(0.1, lambda: 7)))
    thread.start()
    thread.join()
    assert seen == [7]


def test_one_endless_document_costs_no_other() -> None:
    told = [f"Police said {n} men were hurt in Leeds on Monday." for n in range(WORTHWHILE)]
    told[3] = "An endless one."
    given = [document(number, text) for number, text in enumerate(told)]
    options = extract.Options()
    work = partial(read_one, reader=Endless(), options=options, seconds=5)
    read = list(in_order(work, given, jobs=2))
    row = read.pop(3)
    assert isinstance(row, Failure)
    assert (row.location, row.stage, row.kind) == ("3.txt", "extract", TOO_SLOW)
    assert "5 seconds" in row.reason
    assert "document_seconds" in row.hint
    del given[3]
    assert read == [read_one(one, RulesReader(), options) for one in given]
    assert all(isinstance(one, Report) for one in read)


def test_ingest_is_limited_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(*_: object) -> None:
        SLOW.match(HOSTILE)

    monkeypatch.setattr(ingest, "ingest", endless)
    row = ingest_one(Capture(location="a.html", raw=b"x"), ingest.Options(), seconds=0.1)
    assert isinstance(row, Failure)
    assert (row.location, row.stage, row.kind) == ("a.html", "ingest", TOO_SLOW)
