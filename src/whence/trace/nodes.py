"""One node per way of naming a source: what merges join, and judgements keep apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from whence.model.attribution import Chain, Hop
from whence.model.document import Document
from whence.model.identity import stable_id
from whence.model.iso import order
from whence.names.spelling import fold
from whence.trace.credits import Agencies, Credits, outlet_key, relay
from whence.trace.sources import Source, bare, plain_body, pronoun, read, short_body

_LOCAL = ("surname", "role", "other")
_RANKS = (
    "state", "body", "person", "office", "outlet", "role", "other", "narration", "surname", "word",
)  # fmt: skip


@dataclass(frozen=True)
class Node:
    """A source as it is named: ``key`` says who it is, ``label`` how a reader is shown it.

    ``via`` is the hand that the words went through. A node without chains stands for an agency
    that is credited but quoted nowhere. ``since`` is the earliest publication that has it.
    """

    id: str
    key: tuple[str, ...]
    source: Source
    hop: Hop
    label: str
    via: str
    chains: tuple[Chain, ...]
    since: str

    @cached_property
    def rank(self) -> tuple[int, str, str]:
        """Order in which nodes lend an origin their identity: the surest and earliest first.

        A single word that "a statement by" speaks for may be a group or a surname: it comes last,
        with pronouns.
        """
        sort = self.source.sort
        if pronoun(self.source) or (sort == "body" and self.may_be_surname):
            sort = "word"
        return (_RANKS.index(sort), self.since, self.id)

    @property
    def may_be_surname(self) -> bool:
        """Whether the body is one word that is no word for a body, and no kind says it is one."""
        alone = self.source.sort == "body" and len(self.source.key) == 1
        plain = plain_body(self.source.words or self.label)
        return alone and self.hop.kind not in ("body", "group") and not plain

    @property
    def fullness(self) -> int:
        """How many words tell these nameless people from others of their kind."""
        return len(self.source.modifiers) + len(self.source.belongs)

    @property
    def described(self) -> str:
        """The words for nameless people; such as fit anybody ("sources") with who quotes them."""
        name = bare(self.hop.who)
        by = [hop.who for chain in self.chains[:1] for hop in chain.hops[:-1]]
        if self.source.sort != "role" or self.fullness or not self.source.plural or not by:
            return name
        plain = name if name.isupper() else f"{name[:1].lower()}{name[1:]}"
        return f"{plain} quoted by {by[-1]}"

    @property
    def document_id(self) -> str:
        """The document of the first chain ("" for an agency that is only credited)."""
        return self.chains[0].document_id if self.chains else ""


def nodes(
    documents: Sequence[Document],
    chains: Iterable[Chain],
    single: frozenset[str],
    agencies: Agencies,
) -> tuple[Node, ...]:
    """Group chains into nodes. Chains in ``single`` get a node of their own.

    Named sources are one node for the whole case where words and key agree; nameless people,
    surnames and an outlet's narration are told apart by document, since only a merge with its
    reason may join them.
    """
    by_id = {document.id: document for document in documents}
    outlets = frozenset(outlet_key(document.name) for document in documents)
    found: dict[tuple[str, ...], list[Chain]] = {}
    seen: dict[tuple[str, ...], tuple[tuple[str, ...], Source, str]] = {}
    for chain in sorted(chains, key=lambda chain: chain.id):
        document = by_id[chain.document_id]
        source, key, via = _identify(chain, document, agencies[document.id], outlets)
        name = (*key, fold(bare(chain.origin.who)) if source.sort != "narration" else "")
        if source.sort in _LOCAL or short_body(source) or _stateless_office(source):
            name = (*name, document.id)
        if chain.id in single:
            name = (*name, chain.id)
        found.setdefault(name, []).append(chain)
        seen[name] = (key, source, via)
    grouped = [_node(name, found[name], seen[name], by_id) for name in sorted(found)]
    return tuple(grouped) + _credited_agencies(agencies)


def narrates(chain: Chain, document: Document) -> bool:
    """Tell whether a chain is the outlet's own voice."""
    origin = chain.origin
    if len(chain.hops) == 1 or origin.kind == "narrator":
        return True
    return origin.kind == "outlet" and outlet_key(origin.who) == outlet_key(document.name)


def _identify(
    chain: Chain, document: Document, credits: Credits, outlets: frozenset[str]
) -> tuple[Source, tuple[str, ...], str]:
    if narrates(chain, document):
        own = Source("narration", (document.id,))
        return own, ("narration", document.id), outlet_key(document.name)
    source = read(chain.origin)
    if source.sort == "body" and outlet_key(bare(chain.origin.who)) in outlets:
        source = Source("outlet", (outlet_key(bare(chain.origin.who)),))
    via = outlet_key(relay(chain, credits, outlets) or document.name)
    if source.sort == "surname" or short_body(source) or _stateless_office(source):
        return source, (source.sort, *source.key, document.id), via
    if source.sort in ("role", "other"):
        return source, (source.sort, *source.key, "via", via), via
    return source, (source.sort, source.iso or "", *source.key), via


def _stateless_office(source: Source) -> bool:
    return source.sort == "office" and source.iso is None


def _node(
    name: tuple[str, ...],
    chains: list[Chain],
    seen: tuple[tuple[str, ...], Source, str],
    documents: dict[str, Document],
) -> Node:
    key, source, via = seen
    first = chains[0]
    label = bare(first.origin.who)
    if source.sort in _LOCAL:
        label = f"{label} ({documents[first.document_id].name})"
    elif source.sort == "narration":
        label = documents[first.document_id].name
    since = min(order(documents[chain.document_id].published or "~") for chain in chains)
    return Node(
        id=stable_id("origin", *name),
        key=key,
        source=source,
        hop=first.origin,
        label=label,
        via=via,
        chains=tuple(chains),
        since=since,
    )


def _credited_agencies(agencies: Agencies) -> tuple[Node, ...]:
    """Return a node without chains for every agency that some document credits."""
    names = sorted({name for credits in agencies.values() for name, _ in credits})
    return tuple(
        Node(
            id=stable_id("origin", "outlet", "", outlet_key(name), "credited"),
            key=("outlet", "", outlet_key(name)),
            source=Source("outlet", (outlet_key(name),)),
            hop=Hop(who=name, how="publishes", kind="agency", anonymity="organisation"),
            label=name,
            via="",
            chains=(),
            since="",
        )
        for name in names
    )
