"""What invented cases are built from by hand: no stage of the pipeline is needed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from whence.model.assessment import (
    Answer,
    Evidence,
    Hypothesis,
    Posterior,
    Test,
)
from whence.model.attribution import Act, Anonymity, Attribution, Chain, Hop, HopKind, SourceKind
from whence.model.case import Run
from whence.model.claim import Claim, Role, Standing
from whence.model.document import Block, BlockKind, Document, Removed
from whence.model.fact import Fact, FactStage, Quantity
from whence.model.incident import (
    Statement,
    Value,
    ValueStatus,
)
from whence.model.origin import Copy, Merge, Origin, Trace
from whence.model.reading import Mark, MarkKind
from whence.model.report import Reaction, Report
from whence.model.span import Span

RULES = "rules@1"
RUN = Run(at="2031-03-09T08:00:00+00:00", whence="0.1.0", reader=RULES, inputs=("reports/",))


def document(
    name: str, text: str, published: str | None, *, url: str | None = None,
    byline: str | None = None, language: str = "en",
) -> Document:  # fmt: skip
    """Return a document whose blocks are its lines; the first line is the title."""
    blocks = []
    at = 0
    for number, line in enumerate(text.split("\n")):
        if line:
            kind: BlockKind = "title" if number == 0 else "paragraph"
            blocks.append(Block(kind=kind, start=at, end=at + len(line)))
        at += len(line) + 1
    place = name.lower().replace(" ", "-")
    return Document(
        id=Document.identify(text, name),
        outlet=name,
        published=published,
        media_type="text/html",
        text=text,
        blocks=tuple(blocks),
        raw_sha256="ab" * 32,
        raw_size=20_480,
        location=f"reports/{place}.html",
        url=url or f"https://{place}.example/story",
        title=text.split("\n", 1)[0],
        byline=byline,
        language=language,
        removed=(Removed(text="Subscribe to our letter", reason="newsletter"),),
    )


@dataclass
class Desk:
    """Collects what one invented report says; every method finds its words in the text."""

    document: Document
    chains: dict[str, Chain] = field(default_factory=dict)
    attributions: list[Attribution] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    reactions: list[Reaction] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    def span(self, words: str) -> Span:
        """Return the span of the first place where ``words`` stand."""
        start = self.document.text.index(words)
        return self.document.span(start, start + len(words))

    def chain(self, *hands: tuple[str, HopKind, SourceKind, Anonymity]) -> Chain:
        """Return the chain from the outlet through these hands, the same chain once."""
        key = f"ch-{self.document.id}-{'-'.join(hand[0] for hand in hands)}"
        outlet = Hop(who=self.document.name, how="publishes", kind="outlet", anonymity="named")
        hops = [
            Hop(who=who, how=how, kind=kind, anonymity=known) for who, how, kind, known in hands
        ]
        return self.chains.setdefault(
            key, Chain(id=key, document_id=self.document.id, hops=(outlet, *hops))
        )

    def says(self, chain: Chain, source: str, cue: str, content: str, act: Act = "say") -> str:
        """Add an attribution and return its id."""
        key = f"at-{self.document.id}-{len(self.attributions)}"
        self.attributions.append(
            Attribution(
                id=key,
                document_id=self.document.id,
                source=self.span(source) if source else None,
                cue=self.span(cue) if cue else None,
                content=(self.span(content),),
                kind="indirect",
                act=act,
                speaker=chain.origin.who,
                anonymity=chain.origin.anonymity,
                chain_id=chain.id,
                extractor=RULES,
            )
        )
        return key

    def fact(
        self, chain: Chain, slot: str, value: str, words: str, *, stage: FactStage = "asserted",
        scope: str = "incident",
    ) -> Fact:  # fmt: skip
        """Add a fact; a value of digits is a count."""
        count = int(value) if value.isdigit() else None
        fact = Fact(
            id=f"f-{self.document.id}-{len(self.facts)}",
            document_id=self.document.id,
            chain_id=chain.id,
            slot=slot,
            value=value,
            quantity=Quantity(low=count, best=count, high=count) if count is not None else None,
            stage=stage,
            scope="other" if scope == "other" else "incident",
            spans=(self.span(words),),
            extractor=RULES,
        )
        self.facts.append(fact)
        return fact

    def claim(
        self, chain: Chain, subject: str, standing: Standing, words: str, *, act: Act = "accuse",
        polarity: bool = True, insinuation: bool = False,
    ) -> Claim:  # fmt: skip
        """Add a claim that the subject did, or did not do, it."""
        claim = Claim(
            id=f"c-{self.document.id}-{len(self.claims)}",
            document_id=self.document.id,
            chain_id=chain.id,
            subject=subject,
            subject_kind="group",
            predicate="carried_out",
            object="the attack",
            polarity=polarity,
            standing=standing,
            act=act,
            insinuation=insinuation,
            spans=(self.span(words),),
            extractor=RULES,
        )
        self.claims.append(claim)
        return claim

    def reacts(self, chain: Chain, who: str, act: Act, words: str) -> None:
        """Add a reaction."""
        self.reactions.append(
            Reaction(
                id=f"r-{self.document.id}-{len(self.reactions)}",
                document_id=self.document.id,
                chain_id=chain.id,
                who=who,
                act=act,
                content=words,
                spans=(self.span(words),),
                extractor=RULES,
            )
        )

    def mark(self, kind: MarkKind, words: str) -> None:
        """Mark loaded language or a hint by the author."""
        self.marks.append(Mark(kind=kind, span=self.span(words), reason="suggests without saying"))

    def report(self) -> Report:
        """Return what was collected."""
        return Report(
            id=f"rep-{self.document.id}",
            document_id=self.document.id,
            incident_kind="drone_attack",
            anchor=self.document.published,
            anchor_basis="published",
            attributions=tuple(self.attributions),
            chains=tuple(self.chains.values()),
            facts=tuple(self.facts),
            claims=tuple(self.claims),
            reactions=tuple(self.reactions),
            marks=tuple(self.marks),
            notices=("the byline names no author",),
        )


def trace(desks: Sequence[Desk], copies: Iterable[Copy] = ()) -> Trace:
    """Return origins by the name at the end of each chain."""
    ends: dict[str, list[Chain]] = {}
    for desk in desks:
        for chain in desk.chains.values():
            ends.setdefault(chain.origin.who, []).append(chain)
    origins = [
        Origin(
            id=f"or-{number:03d}",
            name=name,
            kind=chains[0].origin.kind,
            anonymity=chains[0].origin.anonymity,
            stake="victim" if "ministry" in name else "unknown",
            relays=tuple(sorted({hop.who for chain in chains for hop in chain.hops[1:-1]})),
            chain_ids=tuple(chain.id for chain in chains),
            document_ids=tuple(sorted({chain.document_id for chain in chains})),
            merges=(
                (Merge(left="the ministry", right=name, reason="same office", probability=0.9),)
                if "ministry" in name
                else ()
            ),
        )
        for number, (name, chains) in enumerate(sorted(ends.items()))
    ]
    return Trace(copies=tuple(copies), origins=tuple(origins))


def value(
    facts: Sequence[Fact], status: ValueStatus, found: Trace, unit: str | None = None
) -> Value:
    """Return one value of a slot with the support of its facts' origins."""
    origin_of = found.origin_of()
    origins = tuple(sorted({origin_of[fact.chain_id] for fact in facts}))
    return Value(
        value=facts[0].value,
        quantity=facts[0].quantity,
        unit=unit,
        status=status,
        support=float(len(origins)),
        fact_ids=tuple(fact.id for fact in facts),
        origin_ids=origins,
        document_ids=tuple(sorted({fact.document_id for fact in facts})),
        spans=tuple(span for fact in facts for span in fact.spans),
    )


def statement(claims: Sequence[Claim], party: str, found: Trace, at: str) -> Statement:
    """Return the statement that these claims of one origin make about a party."""
    claim = claims[0]
    origin = next(
        origin for origin in found.origins if claim.chain_id in origin.chain_ids
    )  # fmt: skip
    return Statement(
        id=f"s-{claim.id}",
        party_id=party,
        role="executor",
        predicate=claim.predicate,
        origin_id=origin.id,
        origin_name=origin.name,
        stake=origin.stake,
        standing=claim.standing,
        act=claim.act,
        polarity=claim.polarity,
        hedge=claim.hedge,
        insinuation=claim.insinuation,
        at=at,
        claim_ids=tuple(claim.id for claim in claims),
        document_ids=tuple(sorted({claim.document_id for claim in claims})),
        spans=tuple(span for claim in claims for span in claim.spans),
    )


def answer(role: Role, names: Sequence[tuple[str, str | None, float]], spans: tuple[Span, ...],
           origins: tuple[str, ...]) -> Answer:  # fmt: skip
    """Return an answer "cannot tell" over these (label, party id, mean) hypotheses."""
    hypotheses = tuple(
        Hypothesis(
            id=f"{role}:{label.lower().replace(' ', '-')}",
            role=role,
            kind="named" if party else "unnamed",
            label=label,
            party_id=party,
            entered_by="a report" if party else "always in the set",
        )
        for label, party, _ in names
    )
    keys = [hypothesis.id for hypothesis in hypotheses]
    evidence = (
        Evidence(
            id="ev-1", kind="accusation_by_authority", text="The ministry accuses the Tidewatch",
            origin_ids=origins, group="accusations", diagnosticity=0.6, spans=spans,
            log_likelihood={key: 0.0 if number == 1 else -0.6 for number, key in enumerate(keys)},
            reason="An accuser with a stake says little.",
        ),
        Evidence(
            id="ev-2", kind="denial", text="The Tidewatch denies it", origin_ids=origins,
            group="denials", diagnosticity=0.1, reason="Most deny, guilty or not.",
            log_likelihood={key: -0.1 if number == 1 else 0.0 for number, key in enumerate(keys)},
        ),
    )  # fmt: skip
    return Answer(
        role=role,
        hypotheses=hypotheses,
        evidence=evidence,
        posterior=tuple(
            Posterior(hypothesis_id=key, prior=1 / len(names), mean=mean, low=mean * 0.6,
                      high=min(0.99, mean * 1.5), words="unlikely")
            for key, (_, _, mean) in zip(keys, names, strict=True)
        ),
        tests=(
            Test(name="independent origins", passed=False, detail="1 speaks; 2 are needed."),
            Test(name="stable", passed=True, detail="The same leader in 84 % of the draws."),
        ),
        verdict=None,
        wording="Cannot tell who carried it out. 1 speaks; 2 are needed.",
        prior_basis="invented base rates of harbour incidents",
    )  # fmt: skip
