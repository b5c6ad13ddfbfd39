"""Full-text search over a library: the same words find the same on every database.

``index_of`` gives a store's index, ``catch_up`` brings it to the heads, ``search`` asks it.
"""

from collections.abc import Callable, Collection, Iterator, Mapping

import msgspec
from msgspec import Struct

from whence.model.ledger import Head
from whence.store.fulltext.finding import Asked, Matching, More, SearchIndex
from whence.store.fulltext.fts5 import Fts5Words
from whence.store.fulltext.query import Query, parse
from whence.store.fulltext.scan import Scan
from whence.store.fulltext.snippets import snippet
from whence.store.fulltext.sql_index import SqlIndex
from whence.store.fulltext.texts import ENTRY_KINDS, TextKind, document_of, texts
from whence.store.fulltext.tsvector import TsvectorWords
from whence.store.memory import MemoryStore
from whence.store.protocol import Store
from whence.store.sql import SqlStore
from whence.store.standing import taken_back

_BYTES, _ENTRIES = 8_000_000, 2000
"""How much is read before it is indexed, in one transaction."""

_STANDING = frozenset({"retraction", "redaction"})
"""Kinds of entries with which others may cease to hold, or hold again."""

Progress = Callable[[int, int], None]


class Hit(Struct, frozen=True, kw_only=True):
    """A text that was found, with the entry that it stands in.

    ``ref`` is the id of the document, claim or fact, or what a remark is on; ``document_id`` is the
    document that it is, or was read in, "" for other texts. ``marks`` are ranges
    [start, end) of code points of ``snippet``, which is a line of the text; ``before`` and
    ``after`` tell whether the text goes on there. ``retracted`` marks what no longer holds.
    """

    case_id: str
    case: str
    seq: int
    at: str
    author: str
    kind: TextKind
    ref: str
    document_id: str
    snippet: str
    marks: tuple[tuple[int, int], ...]
    before: bool = False
    after: bool = False
    retracted: bool = False


class Found(Struct, frozen=True, kw_only=True):
    """What a search found: the best hits first when ``ranked``, else the newest.

    There are ``total`` hits; with ``more`` there are more than that, too many to be put in order.
    ``unindexed`` entries have been appended and are not known to the index.
    """

    hits: tuple[Hit, ...]
    total: int
    more: bool
    ranked: bool
    unindexed: int


class Search(Struct, frozen=True):
    """What is looked for: a query (``whence.store.fulltext.query``), in one case or in all.

    With ``kinds`` only in texts of these kinds; with ``retracted`` what no longer holds is found
    too, and marked. At most ``limit`` hits are told.
    """

    text: str
    case_id: str | None = None
    kinds: Collection[str] | None = None
    limit: int = 20
    retracted: bool = False


def index_of(store: Store) -> SearchIndex:
    """Return the index that belongs to a store.

    Raises:
        TypeError: when it is a store of another sort.
    """
    if isinstance(store, MemoryStore):
        return Scan(store)
    if not isinstance(store, SqlStore):
        raise TypeError(f"no search in {type(store).__name__}")
    sqlite = store.engine.dialect.name == "sqlite"
    return SqlIndex(store, Fts5Words() if sqlite else TsvectorWords())


def catch_up(store: Store, index: SearchIndex, progress: Progress | None = None) -> None:
    """Index what was appended since; ``progress`` is told how many entries of how many are done.

    Every step is kept: whoever was interrupted goes on where it stopped. Several processes may do
    it at once.

    Raises:
        StoreReadOnly: when the library may only be read; search works with what is indexed.
    """
    through = index.through()
    behind = [head for head in store.heads() if head.seq > through.get(head.case_id, 0)]
    total = sum(head.seq - through.get(head.case_id, 0) for head in behind)
    done = 0
    for head in behind:
        after = through.get(head.case_id, 0)
        while after < head.seq:
            more = _more(store, head, after)
            if not index.add(more):
                break  # somebody else is at this case
            done += more.through - after
            after = more.through
            if progress is not None:
                progress(done, total)


def search(store: Store, index: SearchIndex, wanted: Search) -> Found:
    """Return what a search finds among what is indexed.

    Raises:
        BadQuery: when nothing can be looked for.
    """
    query = parse(wanted.text)
    heads = {head.case_id: head for head in store.heads(wanted.case_id)}
    through = index.through()
    behind = sum(max(0, head.seq - through.get(head.case_id, 0)) for head in heads.values())
    asked = Asked(
        query=query, case_id=wanted.case_id, kinds=wanted.kinds, retracted=wanted.retracted
    )
    nothing = not through or (wanted.kinds is not None and not wanted.kinds)
    empty = Matching(places=(), total=0, more=False, ranked=True)
    found = empty if nothing else index.find(asked, max(0, wanted.limit))
    gone: dict[str, Collection[int]] = {}
    if wanted.retracted:
        gone = {place.case_id: index.retracted(place.case_id) for place in found.places}
    return Found(
        hits=tuple(_hits(index, found, query, heads, gone)),
        total=found.total,
        more=found.more,
        ranked=found.ranked,
        unindexed=behind,
    )


def _hits(
    index: SearchIndex,
    found: Matching,
    query: Query,
    heads: Mapping[str, Head],
    gone: Mapping[str, Collection[int]],
) -> Iterator[Hit]:
    entries = index.entries(found.places)
    said = {key: texts(sealed) for key, sealed in entries.items()}
    for place in found.places:
        key = place.case_id, place.seq
        if key not in said or place.item >= len(said[key]) or place.case_id not in heads:
            continue  # taken out this moment
        text, entry = said[key][place.item], entries[key].entry
        part = snippet(text.shown, query)
        yield Hit(
            case_id=place.case_id, case=heads[place.case_id].name, seq=place.seq,
            at=entry.at, author=entry.author, kind=text.kind, ref=text.ref,
            document_id=document_of(entries[key]),
            snippet=part.text, marks=part.marks, before=part.before, after=part.after,
            retracted=place.seq in gone.get(place.case_id, ()),
        )  # fmt: skip


def _more(store: Store, head: Head, after: int) -> More:
    """Return the next texts of a case, a few thousand entries or some megabytes of them."""
    last = min(head.seq, after + _ENTRIES)
    kinds = ENTRY_KINDS | _STANDING
    found, size, retracts = [], 0, False
    for sealed in store.read(head.case_id, after=after, through=last, kinds=kinds):
        if sealed.entry.kind in _STANDING:
            retracts = True
            continue
        size += sealed.entry.payload_size
        found.append((sealed.entry.seq, texts(sealed)))
        if size >= _BYTES:
            last = sealed.entry.seq
            break
    return More(
        case_id=head.case_id, after=after, through=last, texts=found,
        retracted=_retracted(store, head.case_id) if retracts else None,
    )  # fmt: skip


def _retracted(store: Store, case_id: str) -> set[int]:
    """Return the seqs that do not hold: what a retraction that holds takes back."""
    found = set(taken_back(store.read(case_id, kinds={"retraction"})))
    return found | _read_in(store, case_id, found)


class _Named(Struct):
    id: str


class _Read(Struct):
    document_id: str


class _Extracted(Struct):
    report: _Read


_names = msgspec.json.Decoder(_Named)
_extracted = msgspec.json.Decoder(_Extracted)


def _read_in(store: Store, case_id: str, retracted: Collection[int]) -> set[int]:
    """Return the seqs of what was read in documents that no longer hold: it holds no more either.

    A document that was taken in again holds, with all that was read in it.
    """
    gone = {
        _names.decode(sealed.payload).id
        for seq in retracted
        for sealed in store.read(case_id, after=seq - 1, through=seq, kinds={"document"})
        if sealed.payload is not None
    }
    if not gone:
        return set()
    read: dict[int, str] = {}
    for sealed in store.read(case_id, kinds={"document", "extraction"}):
        if sealed.payload is None:
            continue
        if sealed.entry.kind == "extraction":
            read[sealed.entry.seq] = _extracted.decode(sealed.payload).report.document_id
        elif sealed.entry.seq not in retracted:
            gone.discard(_names.decode(sealed.payload).id)
    return {seq for seq, document_id in read.items() if document_id in gone}
