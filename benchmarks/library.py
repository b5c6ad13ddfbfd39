"""An invented library of cases: captures, documents and what was read in them, as many as wanted.

Words are as frequent as in news. A document has sentences of these words, every claim of it is
about one of them, and its page has the text among markup. The same seed gives the same bytes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from math import exp
from typing import Final

import numpy as np
from msgspec import Struct

from whence.fuse.grouping.rarity import table
from whence.model.attribution import Attribution, Chain, Hop
from whence.model.claim import Claim
from whence.model.document import Block, Document
from whence.model.fact import Fact
from whence.model.identity import stable_id
from whence.model.ledger import Captured, Extraction
from whence.model.report import Report
from whence.store.sealing import Draft

START: Final = datetime(2024, 1, 1, tzinfo=UTC)
_SENTENCE = 14
_PARTIES = 400
_DRAWN = 200_000


class Sizes(Struct, frozen=True, kw_only=True):
    """How much is made: documents, claims in each, cases, and reports of the first case."""

    documents: int = 100_000
    claims: int = 20
    cases: int = 200
    reports: int = 300
    seed: int = 1

    def of_case(self, number: int) -> int:
        """Return how many documents a case has, counted from 0."""
        first = min(self.reports, self.documents)
        if number == 0:
            return first
        rest, cases = self.documents - first, max(1, self.cases - 1)
        return rest // cases + (number <= rest % cases)


@dataclass(frozen=True)
class Made:
    """A document as it is appended: its entries, and the capture that goes with them."""

    drafts: tuple[Draft, ...]
    sha256: str
    page: bytes


class Sentences:
    """Sentences of words drawn as often as news has them."""

    def __init__(self, seed: int) -> None:
        shares = sorted(((exp(-degree), word) for word, degree in table().items()), reverse=True)
        self.words = [word for _, word in shares]
        self._share = np.cumsum([share for share, _ in shares])
        self._share /= self._share[-1]
        self._source = np.random.default_rng(seed)
        self._left: list[int] = []

    def sentence(self) -> str:
        """Return so many words, the first with a capital, and a full stop."""
        if len(self._left) < _SENTENCE:
            drawn = np.searchsorted(self._share, self._source.random(_DRAWN))
            self._left = drawn.tolist()
        words = [self.words[number] for number in self._left[-_SENTENCE:]]
        del self._left[-_SENTENCE:]
        return f"{' '.join(words).capitalize()}."


def documents(sizes: Sizes, case: int) -> Iterator[Made]:
    """Yield the documents of a case, a quarter of an hour apart."""
    sentences = Sentences(sizes.seed * 100_003 + case)
    for number in range(sizes.of_case(case)):
        yield _made(sentences, sizes.claims, (case, number))


def moment(number: int) -> str:
    """Return when the document of this number was appended."""
    return (START + timedelta(minutes=15 * number)).isoformat().replace("+00:00", "Z")


def _made(sentences: Sentences, claims: int, place: tuple[int, int]) -> Made:
    lines = [sentences.sentence() for _ in range(claims + 2)]
    text = "\n".join(lines)
    body = "".join(f'<p class="article-paragraph body-text">{line}</p>\n' for line in lines)
    page = f"<html><head><title>{lines[0]}</title></head><body>{body}</body></html>\n".encode()
    digest = sha256(page).hexdigest()
    document = Document(
        id=stable_id("doc", *place), location=f"https://herald.example/{place[0]}/{place[1]}",
        url=f"https://herald.example/{place[0]}/{place[1]}", outlet="Herald", title=lines[0],
        language="en", media_type="text/html", text=text, blocks=_blocks(lines),
        raw_sha256=digest, raw_size=len(page),
    )  # fmt: skip
    captured = Captured(
        sha256=digest, size=len(page), location=document.location, url=document.url,
        media_type="text/html", status=200, headers=(("content-type", "text/html"),),
    )  # fmt: skip
    read = Extraction(report=_report(document, place), reader="made", whence="1")
    at = moment(place[1])
    said = (("capture", captured), ("document", document), ("extraction", read))
    drafts = tuple(Draft(kind=kind, author="Ana", at=at, payload=one) for kind, one in said)
    return Made(drafts, digest, page)


def _blocks(lines: list[str]) -> tuple[Block, ...]:
    found, start = [], 0
    for number, line in enumerate(lines):
        kind = "paragraph" if number else "title"
        found.append(Block(kind=kind, start=start, end=start + len(line)))  # type: ignore[arg-type]
        start += len(line) + 1
    return tuple(found)


def _report(document: Document, place: tuple[int, int]) -> Report:
    key = document.id
    hop = Hop(who="Herald", how="publishes", kind="outlet", anonymity="organisation")
    chain = Chain(id=f"chain-{key}", document_id=key, hops=(hop,))
    claims, said = [], []
    for number, block in enumerate(document.blocks[2:]):
        span = document.span(block.start, block.end)
        said.append(
            Attribution(
                id=f"att-{key}-{number}",
                document_id=key,
                source=None,
                cue=None,
                content=(span,),
                kind="indirect",
                act="accuse",
                speaker="Herald",
                anonymity="organisation",
                chain_id=chain.id,
                extractor="made@1",
            )
        )
        claims.append(
            Claim(
                id=stable_id("claim", key, number),
                document_id=key,
                chain_id=chain.id,
                attribution_id=said[-1].id,
                subject=f"Brigade {(place[0] * 31 + place[1] + number) % _PARTIES}",
                subject_kind="group",
                predicate="carried_out",
                object="the attack",
                standing="accused",
                act="accuse",
                spans=(span,),
                extractor="made@1",
            )
        )
    fact = Fact(
        id=f"fact-{key}", document_id=key, chain_id=chain.id, slot="target", value="granary",
        spans=(document.span(0, document.blocks[0].end),), extractor="made@1",
    )  # fmt: skip
    return Report(
        id=f"rep-{key}", document_id=key, attributions=tuple(said), chains=(chain,),
        facts=(fact,), claims=tuple(claims),
    )  # fmt: skip
