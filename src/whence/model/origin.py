"""How many independent first hands stand behind what many documents print."""

from typing import Literal

from msgspec import Struct

from whence.model.attribution import Anonymity, SourceKind
from whence.model.span import Span

Stake = Literal["belligerent", "victim", "ally", "rival", "neutral", "unknown"]
CopyBasis = Literal["credit", "whole", "passage"]


class Passage(Struct, frozen=True, kw_only=True):
    """The same words in two documents: where the copy has them and where the earlier one has."""

    copy: Span
    original: Span
    similarity: float


class Copy(Struct, frozen=True, kw_only=True):
    """One document took text from another: with which probability, shown by which passages.

    ``original_id`` is the document copied from, or None when only an outside agency is credited
    (then ``credited`` names it).
    """

    copy_id: str
    original_id: str | None
    credited: str | None = None
    probability: float
    basis: CopyBasis
    passages: tuple[Passage, ...] = ()


class Merge(Struct, frozen=True, kw_only=True):
    """Two sources taken for one first hand, and why; a judgement can undo it."""

    left: str
    right: str
    reason: str
    probability: float


class Origin(Struct, frozen=True, kw_only=True):
    """A first hand: the person, body or document that statements start from.

    ``relays`` are the names of the hands in between, in alphabetical order. ``chain_ids`` are all
    chains that start here, ``document_ids`` the documents that carry them.
    """

    id: str
    name: str
    kind: SourceKind
    anonymity: Anonymity
    stake: Stake = "unknown"
    relays: tuple[str, ...] = ()
    chain_ids: tuple[str, ...]
    document_ids: tuple[str, ...]
    merges: tuple[Merge, ...] = ()


class Trace(Struct, frozen=True, kw_only=True):
    """All copies and all origins of a set of reports. Every chain has exactly one origin."""

    copies: tuple[Copy, ...] = ()
    origins: tuple[Origin, ...] = ()

    def origin_of(self) -> dict[str, str]:
        """Return the origin id of every chain id."""
        return {chain: origin.id for origin in self.origins for chain in origin.chain_ids}
