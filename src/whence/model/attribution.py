"""Who says something, in which words, and through whose hands it came."""

from typing import Literal

from msgspec import Struct

from whence.model.span import Span

AttributionKind = Literal["direct", "indirect", "mixed"]
Act = Literal[
    "say",
    "claim_responsibility",
    "accuse",
    "deny_involvement",
    "reject_accusation",
    "condemn",
    "confirm",
    "speculate",
    "correct",
    "retract",
    "decline",
    "call_for",
    "offer",
    "record",
    "threaten",
    "insinuate",
]
Anonymity = Literal["named", "organisation", "role", "anonymous", "collective", "unknown"]
SourceKind = Literal[
    "outlet", "agency", "person", "office", "body", "state", "group", "document", "post",
    "recording", "narrator", "unknown",
]  # fmt: skip
HopKind = Literal["publishes", "says", "quotes", "cites", "translates", "reposts", "records"]
Scope = Literal["incident", "other"]


class Hop(Struct, frozen=True, kw_only=True):
    """One pair of hands in a sourcing chain: who passed it on, and how.

    ``span`` is where the text names this hop; the outlet itself, known from the page's metadata,
    has none. ``who`` is the resolved name ("al-Kadhimi" where the text has "he").
    """

    who: str
    how: HopKind
    kind: SourceKind
    anonymity: Anonymity
    span: Span | None = None


class Chain(Struct, frozen=True, kw_only=True):
    """The ordered hops of one statement, from the outlet (first) to the origin (last).

    Raises:
        ValueError: when there is no hop at all.
    """

    id: str
    document_id: str
    hops: tuple[Hop, ...]

    def __post_init__(self) -> None:
        if not self.hops:
            raise ValueError("a chain has at least one hop: the outlet")

    @property
    def origin(self) -> Hop:
        """The first hand: where the statement starts, as far as this document tells."""
        return self.hops[-1]


class Attribution(Struct, frozen=True, kw_only=True):
    """Somebody says, thinks or does something with a content (terms of PARC3 and PolNeAR).

    ``source`` and ``cue`` may be missing: a quotation goes on without either. ``content`` has
    several spans when a quotation is interrupted. ``hedge`` is the source's commitment on the
    FactBank scale: 3 certainly so, 1 possibly, 0 not committed, -3 certainly not.
    """

    id: str
    document_id: str
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    kind: AttributionKind
    act: Act
    speaker: str
    anonymity: Anonymity
    anonymity_reason: Span | None = None
    hedge: int = 3
    negated: bool = False
    chain_id: str
    parent_id: str | None = None
    scope: Scope = "incident"
    extractor: str
