"""Reads invented texts into facts, said in the outlet's own voice."""

from dataclasses import dataclass

from msgspec.structs import replace

from tests.extract.texts import document
from whence.extract import facts, place
from whence.extract.prose import Prose, prose
from whence.extract.scope import Scopes, scopes
from whence.extract.sourcing import Sourcing
from whence.extract.time import Anchor, find_anchor, resolve
from whence.model.attribution import Chain, Hop
from whence.model.document import Block, Document
from whence.model.fact import Fact


@dataclass(frozen=True)
class Read:
    """One text with everything that was read off it."""

    prose: Prose
    anchor: Anchor
    scopes: Scopes
    facts: tuple[Fact, ...]
    kind: str | None

    def values(self, slot: str, scope: str = "incident") -> list[str]:
        """Return the values of a slot in the order of the text."""
        return [f.value for f in self.facts if f.slot == slot and f.scope == scope]

    def words(self, slot: str, scope: str = "incident") -> list[str]:
        """Return the words that tell the facts of a slot."""
        found = [f for f in self.facts if f.slot == slot and f.scope == scope]
        return [span.text for f in found for span in f.spans]


def narrated(page: Document) -> Sourcing:
    """Return sourcing in which the outlet itself says everything."""
    hop = Hop(who=page.name, how="publishes", kind="outlet", anonymity="named")
    chain = Chain(id="narrator", document_id=page.id, hops=(hop,))
    return Sourcing(attributions=(), chains={chain.id: chain}, narrator=chain)


def with_title(page: Document) -> Document:
    """Make the first block of a document its title."""
    first, *rest = page.blocks
    return replace(page, blocks=(Block(kind="title", start=first.start, end=first.end), *rest))


def read(text: str, published: str | None = None, *, title: bool = False) -> Read:
    """Read a text; with ``title`` its first paragraph is the title."""
    page = document(text, published=published)
    return read_document(with_title(page) if title else page)


def read_document(page: Document) -> Read:
    """Read a document in the outlet's own voice."""
    cut = prose(page)
    sourcing = narrated(page)
    anchor = find_anchor(cut, page.published)
    dates = resolve(cut, anchor, sourcing)
    found = scopes(cut, dates, anchor)
    told = facts.find(cut, sourcing, dates, place.locate(cut), found)
    return Read(cut, anchor, found, told, facts.incident_kind(cut, found))
