"""Pages as if they had been read: short invented texts with hand-made reports."""

from evaluation.readers.plain import plain_document
from evaluation.readers.reading import ReadPage

from whence.extract.prose import prose
from whence.model.attribution import Attribution, Chain, Hop
from whence.model.document import Document
from whence.model.fact import Fact, Quantity
from whence.model.report import Report
from whence.model.span import Span

EXTRACTOR = "hand@1"


class Maker:
    """Builds attributions and facts of one text by their words."""

    def __init__(self, text: str) -> None:
        self.document: Document = plain_document("invented.txt", text)
        self.chains: dict[str, Chain] = {}

    def span(self, words: str) -> Span:
        """Return the span of the first place where the words stand."""
        start = self.document.text.index(words)
        return self.document.span(start, start + len(words))

    def chain(self, *who: str) -> str:
        """Return the id of a chain: the outlet, then these hops."""
        identifier = "chain-" + "-".join(who)
        hops = ("Outlet", *who)
        self.chains[identifier] = Chain(
            id=identifier,
            document_id=self.document.id,
            hops=tuple(
                Hop(who=one, how="says", kind="unknown", anonymity="unknown") for one in hops
            ),
        )
        return identifier

    def attribution(self, source: str | None, content: str, *hops: str) -> Attribution:
        """Return an attribution of ``content`` to the last hop."""
        return Attribution(
            id=f"att-{content[:20]}",
            document_id=self.document.id,
            source=self.span(source) if source else None,
            cue=None,
            content=(self.span(content),),
            kind="indirect",
            act="say",
            speaker=hops[-1] if hops else "",
            anonymity="named",
            chain_id=self.chain(*hops),
            extractor=EXTRACTOR,
        )

    def fact(self, slot: str, words: str, value: str, number: int | None = None) -> Fact:
        """Return a fact in the outlet's own voice."""
        quantity = None if number is None else Quantity(low=number, best=number, high=number)
        return Fact(
            id=f"fact-{slot}-{value}",
            document_id=self.document.id,
            chain_id=self.chain(),
            slot=slot,
            value=value,
            quantity=quantity,
            spans=(self.span(words),),
            extractor=EXTRACTOR,
        )

    def page(self, *attributions: Attribution, facts: tuple[Fact, ...] = ()) -> ReadPage:
        """Return the page with these readings."""
        report = Report(
            id="rep",
            document_id=self.document.id,
            attributions=attributions,
            chains=tuple(self.chains.values()),
            facts=facts,
        )
        sentences = tuple((one.start, one.end) for one in prose(self.document).sentences)
        return ReadPage(document=self.document, report=report, sentences=sentences)
