"""Documents, sourcing and claims by hand, for the tests of suspicion."""

from collections.abc import Callable

from tests.extract.unread import READING
from whence.extract import suspicion
from whence.extract.prose import Prose, prose
from whence.extract.sourcing import Sourcing
from whence.model.attribution import Act, Attribution, Chain, Hop, Scope, SourceKind
from whence.model.claim import Claim
from whence.model.document import Block, BlockKind, Document


def document(*paragraphs: str, kinds: tuple[BlockKind, ...] = ()) -> Document:
    text = "\n\n".join(paragraphs)
    blocks: list[Block] = []
    start = 0
    for number, paragraph in enumerate(paragraphs):
        kind: BlockKind = kinds[number] if number < len(kinds) else "paragraph"
        if paragraph:
            blocks.append(Block(kind=kind, start=start, end=start + len(paragraph)))
        start += len(paragraph) + 2
    return Document(
        id="doc-1", location="a.txt", media_type="text/plain", text=text,
        blocks=tuple(blocks), raw_sha256="0" * 64, raw_size=len(text),
    )  # fmt: skip


def narrated(cut: Prose) -> Sourcing:
    hop = Hop(who="The Harbour Post", how="publishes", kind="outlet", anonymity="organisation")
    chain = Chain(id="chain-n", document_id=cut.document.id, hops=(hop,))
    return Sourcing((), {chain.id: chain}, chain)


def said(
    cut: Prose,
    speaker: str,
    content: str,
    act: Act = "say",
    cue: str | None = None,
    kind: SourceKind = "person",
) -> Sourcing:
    """Return sourcing in which ``speaker`` says ``content`` and the rest is the narrator's."""
    plain = narrated(cut)
    source = cut.text.find(speaker)
    at = cut.text.index(content)
    hop = Hop(who=speaker, how="says", kind=kind, anonymity="named")
    chain = Chain(id="chain-s", document_id="doc-1", hops=(*plain.narrator.hops, hop))
    attribution = Attribution(
        id="att-1",
        document_id="doc-1",
        source=cut.document.span(source, source + len(speaker)) if source >= 0 else None,
        cue=cut.document.span(cut.text.index(cue), cut.text.index(cue) + len(cue)) if cue else None,
        content=(cut.document.span(at, at + len(content)),),
        kind="indirect",
        act=act,
        speaker=speaker,
        anonymity="named",
        chain_id=chain.id,
        extractor="test@1",
    )
    return Sourcing((attribution,), {**plain.chains, chain.id: chain}, plain.narrator)


def here(_: int) -> Scope:
    return "incident"


def read(
    *paragraphs: str,
    target: str | None = "Ana Ferreira",
    scope_at: Callable[[int], Scope] = here,
    kinds: tuple[BlockKind, ...] = (),
) -> tuple[Claim, ...]:
    cut = prose(document(*paragraphs, kinds=kinds))
    return suspicion.find(cut, narrated(cut), scope_at, target, READING)


def brief(claims: tuple[Claim, ...]) -> list[tuple[str, str, bool, str]]:
    return [(c.subject, c.predicate, c.polarity, c.standing) for c in claims]
