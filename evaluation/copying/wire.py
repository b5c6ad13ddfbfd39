"""Agency copy among the articles of PolNeAR; ``copies`` defines what counts."""

import csv
from datetime import date
from pathlib import Path

from msgspec import Struct

from evaluation.corpora.polnear import folder
from evaluation.harness.command import Request
from evaluation.harness.corpus import fingerprint, require
from evaluation.harness.metrics import Counts
from evaluation.harness.scores import (
    Misreading,
    Outcome,
    Score,
    accuracy_score,
    count_score,
    recall_score,
)
from evaluation.readers.by_name import reader
from evaluation.readers.reading import ReadPage, read_raw
from whence.ingest import Metadata
from whence.model.origin import Copy
from whence.names.agencies import agency
from whence.trace import trace

_NONE, _UNKNOWN = "None", ("NA", "")
_WEEK = 7


class Article(Struct, frozen=True, kw_only=True):
    """An article as it was read: whose copy the metadata say it is ("" none, None not known)."""

    name: str
    page: ReadPage
    wire: str | None
    published: str


class Found(Struct, frozen=True, kw_only=True):
    """An article with the agencies that tracing finds behind it."""

    article: Article
    agencies: frozenset[str]

    @property
    def counts(self) -> Counts:
        """Whether it is rightly taken for agency copy, taken for it, and agency copy."""
        taken, wire = bool(self.agencies), bool(self.article.wire)
        return Counts(int(taken and wire), int(taken), int(wire))

    @property
    def named(self) -> bool:
        """Whether the one agency that was found is the right one."""
        return self.agencies == {self.article.wire}


def measure(request: Request) -> Outcome:
    """Score which articles of a split go back to an agency, and to which."""
    articles, files = _articles(request)
    pages = [article.page for article in articles]
    copies = trace([page.document for page in pages], [page.report for page in pages]).copies
    behind = _behind(copies)
    found = [
        Found(article=one, agencies=behind.get(one.page.document.id, frozenset()))
        for one in articles
        if one.wire is not None
    ]
    late = _late(articles, copies)
    return Outcome(
        name=f"copies {request.split}",
        corpus=fingerprint(files),
        scores=(*_scores(found, request.seed), *_late_scores(late)),
        misreadings=(*_misreadings(found), *(_shown(*one) for one in late)),
    )


def _articles(request: Request) -> tuple[list[Article], list[Path]]:
    base = folder(request.data)
    table = require(base / "metadata.tsv")
    by = reader(request.reader)
    with table.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    chosen = [row for row in rows if row["compartment"] == request.split]
    found: list[Article] = []
    files = [table]
    for row in sorted(chosen, key=lambda row: row["filename"])[: request.limit]:
        path = require(base / request.split / "text" / f"{row['filename']}.txt")
        known = Metadata(outlet=row["publisher"], published=row["publication_date"])
        found.append(
            Article(
                name=path.stem,
                page=read_raw(path.name, path.read_bytes(), known, by),
                wire=_wire(row["wire"]),
                published=row["publication_date"],
            )
        )
        files.append(path)
    return found, files


def _wire(field: str) -> str | None:
    if field in _UNKNOWN:
        return None
    return "" if field == _NONE else agency(field) or field


def _behind(copies: tuple[Copy, ...]) -> dict[str, frozenset[str]]:
    """Return the agencies behind each document: those it credits, else its originals'."""
    own: dict[str, set[str]] = {}
    for copy in copies:
        if copy.credited is not None:
            own.setdefault(copy.copy_id, set()).add(copy.credited)
    handed: dict[str, set[str]] = {}
    for copy in copies:
        if copy.copy_id not in own and copy.original_id in own:
            handed.setdefault(copy.copy_id, set()).update(own[copy.original_id])
    return {key: frozenset(names) for key, names in {**handed, **own}.items()}


def _scores(found: list[Found], seed: int) -> list[Score]:
    counts = [one.counts for one in found]
    taken = [Counts(one.hits, one.predicted, one.predicted) for one in counts]
    named = [
        Counts(int(one.named), 1, 1)
        for one, counted in zip(found, counts, strict=True)
        if counted.hits
    ]
    return [
        accuracy_score("agency copy, precision", taken, seed),
        recall_score("agency copy, recall", counts, seed),
        accuracy_score("agency named", named, seed),
    ]


def _late(articles: list[Article], copies: tuple[Copy, ...]) -> list[tuple[Article, Article, Copy]]:
    """Return the copies of articles that are more than a week older."""
    by_id = {one.page.document.id: one for one in articles}
    both = [
        (by_id[copy.copy_id], by_id[copy.original_id], copy)
        for copy in copies
        if copy.original_id is not None
    ]
    return [row for row in both if _days(row[0].published, row[1].published) > _WEEK]


def _days(one: str, other: str) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def _late_scores(late: list[tuple[Article, Article, Copy]]) -> list[Score]:
    own = sum(one.page.document.outlet == two.page.document.outlet for one, two, _ in late)
    return [
        count_score("copies of older articles, one outlet", own),
        count_score("copies of older articles, two outlets", len(late) - own),
    ]


def _misreadings(found: list[Found]) -> list[Misreading]:
    return [
        Misreading(
            where=one.article.name,
            kind="agency copy missed"
            if not one.agencies
            else "agency copy invented"
            if not one.article.wire
            else "agency misnamed",
            expected=one.article.wire or "",
            got=", ".join(sorted(one.agencies)),
        )
        for one in found
        if one.agencies != ({one.article.wire} if one.article.wire else set())
    ]


def _shown(one: Article, other: Article, copy: Copy) -> Misreading:
    words = " // ".join(" ".join(passage.copy.text.split()) for passage in copy.passages)
    return Misreading(
        where=one.name, kind="copy of an older article", expected=other.name, got=words[:400]
    )
