"""Documents and reports made by hand: invented outlets, invented incidents."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from whence.model.attribution import (
    Act,
    Anonymity,
    Attribution,
    Chain,
    Hop,
    HopKind,
    Scope,
    SourceKind,
)
from whence.model.claim import Claim, PartyKind, Predicate, Standing
from whence.model.document import Block, Document
from whence.model.fact import Comparator, Fact, FactStage, Quantity
from whence.model.identity import stable_id
from whence.model.origin import Origin, Trace
from whence.model.reading import Mention, MentionKind
from whence.model.report import Reaction, Report
from whence.model.span import Span
from whence.trace import Options, trace

_SPOKEN: dict[str, tuple[SourceKind, Anonymity]] = {
    "outlet": ("outlet", "organisation"),
    "agency": ("agency", "organisation"),
    "person": ("person", "named"),
    "body": ("body", "organisation"),
    "state": ("state", "organisation"),
    "group": ("group", "organisation"),
    "role": ("office", "role"),
    "officer": ("office", "named"),
    "anonymous": ("person", "anonymous"),
    "post": ("post", "unknown"),
    "narrator": ("narrator", "organisation"),
}
_EXTRACTOR = "hand@1"


def document(
    outlet: str,
    text: str,
    published: str | None = None,
    *,
    credits: tuple[str, ...] = (),
    title: str | None = None,
    byline: str | None = None,
) -> Document:
    """Make a document of one paragraph per line."""
    blocks: list[Block] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(kind="paragraph", start=start, end=start + len(line)))
        start += len(line) + 1
    return Document(
        id=stable_id("doc", outlet, text),
        location=f"{outlet}.txt",
        outlet=outlet,
        title=title,
        byline=byline,
        credits=credits,
        published=published,
        media_type="text/plain",
        text=text,
        blocks=tuple(blocks),
        raw_sha256="0" * 64,
        raw_size=len(text),
    )


def span(of: Document, words: str) -> Span:
    """Return where ``words`` stand in a document."""
    start = of.text.index(words)
    return of.span(start, start + len(words))


@dataclass
class Made:
    """A report in the making over one document."""

    document: Document
    chains: dict[tuple[str, ...], Chain] = field(default_factory=dict)
    attributions: list[Attribution] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    reactions: list[Reaction] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    kind: str | None = None

    def chain(self, *hands: str) -> Chain:
        """Return the chain outlet -> hands; a hand is "words:kind", kinds as in _SPOKEN."""
        if hands not in self.chains:
            hops = [
                Hop(
                    who=self.document.name, how="publishes", kind="outlet", anonymity="organisation"
                )
            ]
            for number, hand in enumerate(hands):
                who, _, sort = hand.rpartition(":")
                kind, anonymity = _SPOKEN[sort]
                how: HopKind = "says" if number == len(hands) - 1 else "quotes"
                hops.append(Hop(who=who, how=how, kind=kind, anonymity=anonymity))
            self.chains[hands] = Chain(
                id=stable_id("chain", self.document.id, *hands),
                document_id=self.document.id,
                hops=tuple(hops),
            )
        return self.chains[hands]

    def says(self, words: str, *hands: str, act: Act = "say", hedge: int = 3) -> Attribution:
        """Attribute ``words`` of the text to the last of the hands."""
        chain = self.chain(*hands)
        made = Attribution(
            id=stable_id("attribution", chain.id, words),
            document_id=self.document.id,
            source=None,
            cue=None,
            content=(span(self.document, words),),
            kind="indirect",
            act=act,
            speaker=chain.origin.who,
            anonymity=chain.origin.anonymity,
            hedge=hedge,
            chain_id=chain.id,
            extractor=_EXTRACTOR,
        )
        self.attributions.append(made)
        return made

    def fact(
        self,
        slot: str,
        value: str | int,
        words: str,
        *hands: str,
        unit: str | None = None,
        stage: FactStage = "asserted",
        comparator: Comparator = "exact",
        hedge: int = 3,
        scope: Scope = "incident",
        as_of: str | None = None,
        note: str | None = None,
    ) -> Fact:
        """Fill a slot from ``words``; a number makes a quantity."""
        chain = self.chain(*hands)
        quantity = _quantity(value, comparator) if isinstance(value, int) else None
        made = Fact(
            id=stable_id("fact", chain.id, slot, value, words, len(self.facts)),
            document_id=self.document.id,
            chain_id=chain.id,
            slot=slot,
            value=str(value),
            quantity=quantity,
            unit=unit,
            as_of=as_of,
            hedge=hedge,
            stage=stage,
            scope=scope,
            note=note,
            spans=(span(self.document, words),),
            extractor=_EXTRACTOR,
        )
        self.facts.append(made)
        return made

    def claim(
        self,
        subject: str,
        words: str,
        *hands: str,
        subject_kind: PartyKind = "group",
        predicate: Predicate = "carried_out",
        polarity: bool = True,
        standing: Standing = "accused",
        act: Act = "accuse",
        hedge: int = 3,
        insinuation: bool = False,
        scope: Scope = "incident",
    ) -> Claim:
        """Say that ``subject`` did it, in ``words`` of the text."""
        chain = self.chain(*hands)
        made = Claim(
            id=stable_id("claim", chain.id, subject, words, predicate, polarity, len(self.claims)),
            document_id=self.document.id,
            chain_id=chain.id,
            subject=subject,
            subject_kind=subject_kind,
            subject_span=span(self.document, subject) if subject in self.document.text else None,
            predicate=predicate,
            object="the attack",
            polarity=polarity,
            standing=standing,
            hedge=hedge,
            act=act,
            insinuation=insinuation,
            scope=scope,
            spans=(span(self.document, words),),
            extractor=_EXTRACTOR,
        )
        self.claims.append(made)
        return made

    def reaction(self, who: str, act: Act, words: str, *hands: str) -> Reaction:
        """Let somebody take a stance."""
        chain = self.chain(*hands)
        made = Reaction(
            id=stable_id("reaction", chain.id, act, words),
            document_id=self.document.id,
            chain_id=chain.id,
            who=who,
            act=act,
            content=words,
            spans=(span(self.document, words),),
            extractor=_EXTRACTOR,
        )
        self.reactions.append(made)
        return made

    def mention(self, kind: MentionKind, words: str, value: str = "") -> None:
        """Mention something in passing."""
        self.mentions.append(Mention(kind=kind, span=span(self.document, words), value=value))

    def report(self) -> Report:
        """Close the report; the narrator's chain is always there."""
        self.chain()
        return Report(
            id=stable_id("report", self.document.id),
            document_id=self.document.id,
            incident_kind=self.kind,
            attributions=tuple(self.attributions),
            chains=tuple(self.chains.values()),
            facts=tuple(self.facts),
            claims=tuple(self.claims),
            reactions=tuple(self.reactions),
            mentions=tuple(self.mentions),
        )


def _quantity(value: int, comparator: Comparator) -> Quantity:
    return Quantity(
        low=None if comparator == "at_most" else value,
        best=value if comparator in ("exact", "about") else None,
        high=None if comparator in ("at_least", "several") else value,
        comparator=comparator,
    )


_DEFAULT = Options()


def traced(made: Sequence[Made], options: Options = _DEFAULT) -> Trace:
    return trace([one.document for one in made], [one.report() for one in made], options)


def report(outlet: str, text: str, *hands: str, published: str | None = None) -> Made:
    made = Made(document(outlet, text, published))
    made.chain(*hands)
    return made


def origins(*made: Made, options: Options = _DEFAULT) -> list[Origin]:
    """Return the origins other than the outlets' own voices."""
    return [one for one in traced(made, options).origins if one.kind not in ("outlet", "agency")]
