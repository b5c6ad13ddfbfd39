"""Our annotation of Wikinews: on invented articles in its form, and on the real ones."""

import csv
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
from evaluation.corpora import conll, wikinews
from evaluation.harness.command import Request
from evaluation.harness.corpus import DataAbsentError
from evaluation.harness.metrics import Counts
from evaluation.readers.predictions import Named, Silent

from evaluation import ner
from tests.shared import require

TEXT = (
    'Monday \n\n\nThe "Dusk Column" struck Port Ebba,\r\npolice said. More of Ebba Hall followed.'
)
CHARS = TEXT.index(" More")


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def entry(kind: str, words: str) -> list[str | int]:
    return [kind, *at(words)]


ENTITIES = [entry("armed_group", "Dusk Column"), entry("place", "Port Ebba"),
            entry("other", "police")]  # fmt: skip


def corpus(folder: Path, texts: Sequence[str] = (TEXT,)) -> Path:
    """Write the two files of articles, the texts all in the second."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, own in zip(wikinews.FILES, ((), texts), strict=True):
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(["url", "date", "title", "text"])
            rows.writerows(["https://a.example", "2031-03-14", "Struck", text] for text in own)
    return folder


def gold(
    folder: Path, entities: Sequence[Sequence[str | int]] = ENTITIES, **fields: object
) -> Path:
    """Write an annotation of ``TEXT``."""
    one = {
        "article": wikinews.digits(TEXT),
        "chars": CHARS,
        "cut": wikinews.digits(TEXT[:CHARS]),
        "entities": entities,
    }
    path = folder / "gold.yaml"
    path.write_bytes(msgspec.yaml.encode([{**one, **fields}]))
    return path


def test_an_article_is_read_up_to_its_cut_with_line_ends_kept(tmp_path: Path) -> None:
    (article,), files = wikinews.articles(corpus(tmp_path), "test", gold(tmp_path))
    assert article.text == TEXT[:CHARS]
    assert [(one.kind, article.text[slice(*one.span)]) for one in article.entities] == [
        ("organisation", "Dusk Column"),
        ("place", "Port Ebba"),
        ("other", "police"),
    ]
    assert [path.name for path in files] == [*wikinews.FILES, "gold.yaml"]


@pytest.mark.parametrize("given", [".", "data/ner"])
def test_the_folder_is_found_from_those_of_the_other_sets(tmp_path: Path, given: str) -> None:
    corpus(tmp_path / "data" / "wikinews")
    found, _ = wikinews.articles(tmp_path / given, "test", gold(tmp_path))
    assert len(found) == 1


def test_there_is_no_other_split(tmp_path: Path) -> None:
    assert wikinews.articles(tmp_path, "dev") == ([], [])


def test_absent_files_and_articles_are_told(tmp_path: Path) -> None:
    with pytest.raises(DataAbsentError, match=r"wikinews_2019\.csv does not exist"):
        wikinews.articles(tmp_path, "test", gold(tmp_path))
    corpus(tmp_path, ["Another text."])
    with pytest.raises(DataAbsentError, match=wikinews.digits(TEXT)):
        wikinews.articles(tmp_path, "test", gold(tmp_path))


@pytest.mark.parametrize(
    ("entities", "fields", "message"),
    [
        (ENTITIES, {"chars": CHARS - 1}, "characters differ"),
        ([entry("weapon", "Port Ebba")], {}, "no entity can be"),
        ([entry("place", "Ebba Hall")], {}, "no entity can be"),
        ([["place", 9, 9]], {}, "no entity can be"),
        ([entry("place", "Port Ebba"), entry("place", "Ebba")], {}, "no entity can be"),
        (ENTITIES, {"cut": "no hash"}, "regex"),
        (ENTITIES, {"words": 3}, "unknown field"),
    ],
)
def test_annotations_that_do_not_fit_are_refused(
    tmp_path: Path,
    entities: Sequence[Sequence[str | int]],
    fields: dict[str, object],
    message: str,
) -> None:
    path = gold(tmp_path, entities, **fields)
    with pytest.raises(ValueError, match=message):
        wikinews.articles(corpus(tmp_path), "test", path)


class Reader(Silent):
    """Finds the group, takes the police for a body with a name, and misses the town."""

    def entities(self, text: str) -> Sequence[Named]:
        return [
            Named(kind="armed_group", span=at("Dusk Column")),
            Named(kind="organisation", span=at("police")),
        ]


def test_figures_of_the_set(tmp_path: Path) -> None:
    found, _ = wikinews.articles(corpus(tmp_path), "test", gold(tmp_path))
    outcome = ner.score(ner.ask(found, Reader()), "hand")
    assert outcome.score("wikinews micro").counts == Counts(1, 2, 2)
    assert outcome.score("wikinews: organisation").counts == Counts(1, 2, 1)
    assert outcome.score("wikinews: place").counts == Counts(0, 0, 1)
    assert sorted(one.kind for one in outcome.misreadings) == [
        "organisation is something else", "place missed",
    ]  # fmt: skip


class Mute(Silent):
    """Finds nothing."""

    def entities(self, text: str) -> Sequence[Named]:
        return []


@pytest.mark.needs_shared
def test_the_measurement_takes_the_set_into_its_test_split(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for each in conll.corpora().values():
        for relative in (*each.splits.get("test", ()), *each.splits.get("dev", ()), *each.whole):
            path = tmp_path / "data" / "ner" / relative
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
    (tmp_path / "data" / "wikinews").symlink_to(require("data/wikinews"))
    monkeypatch.setattr(ner, "predictor", lambda _: Mute())
    outcome = ner.measure(Request(data=tmp_path, split="test"))
    assert {one.name: one.counts for one in outcome.scores} == {
        "wikinews micro": Counts(0, 0, 280),
        "wikinews: person": Counts(0, 0, 80),
        "wikinews: organisation": Counts(0, 0, 75),
        "wikinews: place": Counts(0, 0, 125),
    }
    assert not ner.measure(Request(data=tmp_path, split="dev")).scores


def clean(text: str, start: int, end: int) -> bool:
    """Tell whether a range begins and ends with a word, and cuts none in two."""
    inside = text[start].isalnum() and (text[end - 1].isalnum() or text[end - 1] == ".")
    return inside and not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()


@pytest.mark.needs_shared
def test_the_real_articles_fit_their_annotation() -> None:
    data = require("data/wikinews").parent.parent
    found, _ = wikinews.articles(data, "test")
    assert len(found) == 20
    assert len({one.text for one in found}) == 20
    for one in found:
        assert one.text[-1] in '.”"'
        assert 120 <= len(one.text.split()) <= 250
        assert all(clean(one.text, *entity.span) for entity in one.entities)
        assert {"person", "place"} & {entity.kind for entity in one.entities}
