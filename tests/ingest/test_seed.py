"""The document that started it, and the hand-read cases, read whole."""

import json
from pathlib import Path

import pytest

from tests.shared import require
from whence.ingest import Capture, expand, ingest
from whence.model.document import Document


def read(path: Path) -> Document:
    (capture,) = expand([str(path)])
    assert isinstance(capture, Capture)
    document = ingest(capture)
    assert isinstance(document, Document)
    return document


@pytest.fixture(scope="module")
def seed() -> Document:
    return read(require("seeds/000_a46a5d0960599277.txt"))


@pytest.mark.needs_shared
def test_the_seed_loses_exactly_its_boilerplate_and_its_byline(seed: Document) -> None:
    gold = json.loads(require("cases/seed-page/gold.json").read_text(encoding="utf-8"))
    cut = [part.text for part in seed.removed if part.reason != "byline"]
    assert cut == [span["text"] for span in gold["boilerplate"]]
    bylines = [part.text for part in seed.removed if part.reason == "byline"]
    assert bylines == [gold["keep_as_metadata"][0]["text"]]
    raw = require("seeds/000_a46a5d0960599277.txt").read_text(encoding="utf-8")
    assert raw.startswith(seed.text), "the article itself keeps every character and offset"


@pytest.mark.needs_shared
def test_the_seed_keeps_title_byline_and_headings(seed: Document) -> None:
    gold = json.loads(require("cases/seed-page/gold.json").read_text(encoding="utf-8"))
    byline, title, *headings = (kept["text"] for kept in gold["keep_as_metadata"])
    assert seed.byline == byline.removeprefix("By ")
    assert seed.title == title
    labelled = {(block.kind, seed.text[block.start : block.end]) for block in seed.blocks}
    assert ("title", title) in labelled
    assert {("heading", heading) for heading in headings} <= labelled
    assert sum(kind == "heading" for kind, _ in labelled) == len(headings)


@pytest.mark.needs_shared
def test_every_hand_read_span_stands_in_its_place_within_a_block() -> None:
    """No cut, join or shift touches anything that a person found worth noting."""
    checked = 0
    for truth in sorted(require("cases").glob("*/truth.json")):
        for report in json.loads(truth.read_text(encoding="utf-8"))["reports"]:
            document = read(truth.parent / f"{report['report']}.txt")
            for fact in report["facts"]:
                start, end = fact["start"], fact["end"]
                assert document.text[start:end] == fact["span"]
                assert any(b.start <= start and end <= b.end for b in document.blocks)
                checked += 1
    assert checked > 300


@pytest.mark.needs_shared
def test_one_folder_of_short_extracts_reads_whole() -> None:
    folder = require("cases/kadhimi-2021")
    documents = [ingest(found) for found in expand([str(folder)]) if isinstance(found, Capture)]
    assert len(documents) == 29
    assert all(isinstance(document, Document) for document in documents)
    read_in = [document for document in documents if isinstance(document, Document)]
    assert all(document.outlet and document.title and document.url for document in read_in)
    assert sum(not document.published for document in read_in) == 2  # "not shown", "undated"
    assert not any(document.removed for document in read_in)
    assert all(document.language == "en" for document in read_in)
    credits = {Path(document.location).stem: document.credits for document in read_in}
    assert credits["straitstimes-reuters-8nov"] == ("Reuters",)
    assert credits["time-massnews"] == ("AP", "Time")
    assert credits["ina-araji"] == credits["junk-excellentfeed"] == ()
