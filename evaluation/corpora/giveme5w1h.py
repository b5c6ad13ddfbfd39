"""Giveme5W1H's gold standard: news articles with phrases that say when and where (Hamborg 2018).

One JSON file an article: ``dId``, ``category`` (its event), ``title``, ``text``, ``date_publish``
and, by question, ``annotated`` phrases, each with ``coderPhraseCount``, how many of three coders
chose it. A phrase without text says that so many coders found none. Phrases of *when* have
``parsed``, the day of the event, also where no words tell it. A few of these days are slips (a
"Sunday" that is a Saturday); they are counted as they stand.

The project keeps what its own system answers in files of the same form, with ``extracted`` answers,
the best first: ``answers`` reads those, so that both can be scored alike.

Articles are parted by a fixed hash of their id: ``dev``, on which anything may be tuned, and
``held``, which is only reported.
"""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

from evaluation.harness.corpus import require

PARTS = ("dev", "held")
INCIDENTS = frozenset(
    {"china well", "consulate attack", "seattle shooting", "tram", "tram victims"}
)
"""The events of the set that are incidents; others are politics, sports, trade and protest."""
_QUESTIONS = ("when", "where")
_DAY = 10


class Phrase(Struct, frozen=True, kw_only=True):
    """Words that coders chose for a question, how many did, and the day that they mean."""

    text: str = ""
    coders: int = msgspec.field(name="coderPhraseCount", default=0)
    parsed: str = ""


class Article(Struct, frozen=True, kw_only=True):
    """One article with its gold: ``day`` of the event ("" for none), phrases that say so, places.

    No phrase: the coders agreed that there is none.
    """

    id: str
    event: str
    title: str
    text: str
    published: str | None = None
    day: str = ""
    when: tuple[str, ...] = ()
    where: tuple[str, ...] = ()


class Given(Struct, frozen=True, kw_only=True):
    """The best answers of a system for one article: words and day of *when*, words of *where*."""

    when: str = ""
    day: str = ""
    where: tuple[str, ...] = ()


class _Answer(Struct):
    text: str = ""
    enhancement: dict[str, object] = {}


class _Question(Struct):
    annotated: list[Phrase] = []
    extracted: list[_Answer] = []


class _File(Struct):
    id: str = msgspec.field(name="dId")
    title: str = ""
    text: str = ""
    category: str = ""
    date_publish: str | None = None
    questions: dict[str, _Question] = msgspec.field(name="fiveWoneH", default_factory=dict)


def part(identifier: str) -> str:
    """Return in which part an article lies: "dev" or "held", about half in each."""
    return PARTS[int(sha256(identifier.encode()).hexdigest(), 16) % len(PARTS)]


def articles(data: Path, split: str) -> tuple[list[Article], list[Path]]:
    """Return the articles of a split ("dev", "held" or "all"), by id, and the files of all.

    Raises:
        DataAbsentError: when the folder is not there.
    """
    files = _files(_folder(data))
    found = [_article(one) for one in map(_read, files)]
    return [one for one in found if split in ("all", part(one.id))], files


def answers(folder: Path) -> tuple[dict[str, Given], list[Path]]:
    """Return a system's best answers by the articles' ids, and the files that hold them.

    Raises:
        DataAbsentError: when the folder is not there.
    """
    files = _files(require(folder))
    return {one.id: _given(one) for one in map(_read, files)}, files


def _folder(data: Path) -> Path:
    near = data / "gold_standard"
    return near if near.exists() else require(data / "data" / "giveme5w1h" / "gold_standard")


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.json"))


def _read(path: Path) -> _File:
    return msgspec.json.decode(path.read_bytes(), type=_File)


def _article(file: _File) -> Article:
    phrases = {name: file.questions.get(name, _Question()).annotated for name in _QUESTIONS}
    texts = {
        name: tuple(text for one in found if (text := one.text.strip()))
        for name, found in phrases.items()
    }
    return Article(
        id=file.id,
        event=file.category,
        title=file.title,
        text=file.text,
        published=_moment(file.date_publish),
        day=next((one.parsed for one in phrases["when"] if one.parsed), ""),
        when=texts["when"],
        where=texts["where"],
    )


def _moment(written: str | None) -> str | None:
    """Return the time of publication as ISO 8601; midnight stands for a time that is not known."""
    day, _, hour = (written or "").partition(" ")
    if len(day) != _DAY:
        return None
    return day if hour in ("", "00:00:00") else f"{day}T{hour}"


def _given(file: _File) -> Given:
    best: Mapping[str, _Answer] = {
        name: found[0]
        for name in _QUESTIONS
        if (found := file.questions.get(name, _Question()).extracted)
    }
    when, where = best.get("when", _Answer()), best.get("where", _Answer())
    dated = when.enhancement.get("timex")
    start = dated.get("start_date") if isinstance(dated, dict) else None
    return Given(
        when=when.text,
        day=str(start)[:_DAY] if start else "",
        where=(where.text,) if where.text else (),
    )
