"""Exact words with everything that lets a reader judge them: outlet, time and hands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from whence.model.attribution import Chain
from whence.model.span import Span
from whence.publish.anchors import anchor, words_anchor
from whence.publish.dates import date
from whence.publish.index import Index
from whence.publish.texts import known_as, marked, marks, squeeze
from whence.publish.words import words

_LIMIT = 320
_TOUCHING = 2


@dataclass(frozen=True)
class Hand:
    """One pair of hands in a chain, first the outlet: name, what it does, whether it is named."""

    who: str
    how: str
    anonymity: str


@dataclass(frozen=True)
class Words:
    """A run of exact words; ``before`` stands between it and the run before it.

    ``href`` is None when the case does not hold these words at their place.
    """

    text: str
    href: str | None
    before: str = ""


@dataclass(frozen=True)
class Quote:
    """Words as they stand in one document: one run, or several with "…" between them.

    ``again`` are links to further places with words that the quotation already has.
    """

    parts: tuple[Words, ...]
    outlet: str
    document_href: str | None
    published: str
    iso: str | None
    language: str | None
    hands: tuple[Hand, ...] = ()
    key: str | None = None
    note: str = ""
    again: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words of all runs on one line."""
        return "".join(part.before + part.text for part in self.parts)

    @property
    def href(self) -> str | None:
        """The link to the first run."""
        return self.parts[0].href

    @property
    def marks(self) -> tuple[str, str]:
        """The quotation marks around the words; none when they bring their own."""
        return marks(self.text)

    @property
    def shown(self) -> str:
        """The words in quotation marks."""
        return marked(self.text)


def quote(
    index: Index,
    spans: Sequence[Span],
    chain_id: str | None = None,
    key: str | None = None,
    note: str = "",
) -> Quote:
    """Return the exact words of ``spans``, all of one document, and whose hands they came through.

    Raises:
        ValueError: when there is no span.
    """
    if not spans:
        raise ValueError("a quotation needs at least one span")
    document_id = spans[0].document_id
    document = index.documents.get(document_id)
    chain = index.chains.get(chain_id or "")
    iso = document.published if document else None
    first, again = _repeated(spans)
    return Quote(
        parts=_parts(index, first),
        again=tuple(f"#{words_anchor(span)}" for span in again if index.holds(span)),
        outlet=index.outlet(document_id),
        document_href=f"#{anchor('d', document_id)}" if document else None,
        published=date(iso),
        iso=iso,
        language=document.language if document else None,
        hands=hands(index, chain) if chain else (),
        key=key,
        note=note,
    )


def _repeated(spans: Sequence[Span]) -> tuple[list[Span], list[Span]]:
    """Return the spans with new words, and those that only say the same words again."""
    first: dict[str, Span] = {}
    again = []
    for span in sorted(set(spans), key=lambda span: (span.start, -span.end)):
        if first.setdefault(span.text.casefold(), span) is not span:
            again.append(span)
    return list(first.values()), again


def _parts(index: Index, spans: Sequence[Span]) -> tuple[Words, ...]:
    """Return the runs in the order of the text; what another span covers is left out."""
    parts: list[Words] = []
    last: Span | None = None
    for span in sorted(set(spans), key=lambda span: (span.start, -span.end)):
        if last is not None and last.covers(span):
            continue
        before = ""
        if last is not None:
            before = " " if 0 <= span.start - last.end <= _TOUCHING else " … "
        href = f"#{words_anchor(span)}" if index.holds(span) else None
        parts.append(Words(squeeze(span.text, _LIMIT), href, before))
        last = span
    return tuple(parts)


def quotes(index: Index, spans: Iterable[Span]) -> tuple[Quote, ...]:
    """Return the words of several spans, earliest publication first, each range once."""
    ordered = sorted(
        set(spans), key=lambda span: (index.published(span.document_id) or "9999", span)
    )
    return tuple(quote(index, (span,)) for span in ordered)


@dataclass(frozen=True)
class Same:
    """The same words in one or several reports: one thing with many hands."""

    quotes: tuple[Quote, ...]

    @property
    def first(self) -> Quote:
        """The earliest of them."""
        return self.quotes[0]


def gathered(quotes: Iterable[Quote]) -> tuple[Same, ...]:
    """Gather quotations of the same words, in the order in which the words first come."""
    rows: dict[tuple[str, str], list[Quote]] = {}
    for row in quotes:
        rows.setdefault((row.text.casefold(), row.note), []).append(row)
    return tuple(Same(tuple(same)) for same in rows.values())


def hands(index: Index, chain: Chain) -> tuple[Hand, ...]:
    """Return the hands of a chain from the outlet to the origin."""
    names = [hop.who for hop in chain.hops[:-1]] + [index.speaker(chain)]
    return tuple(
        Hand(known_as(who), words().hops[hop.how], words().anonymity[hop.anonymity])
        for who, hop in zip(names, chain.hops, strict=True)
    )
