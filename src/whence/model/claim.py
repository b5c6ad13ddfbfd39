"""Propositions about who was behind an incident, with their standing."""

from typing import Literal

from msgspec import Struct

from whence.model.attribution import Act, Scope
from whence.model.span import Span

Standing = Literal[
    "admitted",
    "found",
    "reported_as_fact",
    "accused_by_authority",
    "accused",
    "speculated",
    "denied",
    "cleared",
]
Predicate = Literal["carried_out", "ordered", "enabled", "knew", "staged", "accident"]
Role = Literal["executor", "sponsor"]
PartyKind = Literal["state", "group", "person", "body", "class", "description", "victim_side"]

ROLE_OF_PREDICATE: dict[str, Role | None] = {
    "carried_out": "executor",
    "staged": "executor",
    "accident": "executor",
    "ordered": "sponsor",
    "enabled": "sponsor",
    "knew": None,
}
"""Which of the two linked questions a predicate answers; foreknowledge answers neither."""


class Claim(Struct, frozen=True, kw_only=True):
    """A proposition "``subject`` ``predicate`` ``object``", said through one chain.

    ``subject`` is the suspected party as the text names it and ``subject_kind`` what sort of party
    that is (``class`` for "criminal armed groups", ``description`` for "the killers of X").
    ``polarity`` is False for "X did not do it". ``insinuation`` marks what weighs nothing: hints
    by the author or by a source that accuse nobody outright. The accuser is the chain's origin.
    ``scope`` is ``other`` when the claim belongs to another incident in the same report.
    """

    id: str
    document_id: str
    chain_id: str
    attribution_id: str | None = None
    subject: str
    subject_kind: PartyKind
    subject_span: Span | None = None
    predicate: Predicate
    object: str
    polarity: bool = True
    standing: Standing
    hedge: int = 3
    act: Act
    insinuation: bool = False
    scope: Scope = "incident"
    spans: tuple[Span, ...]
    extractor: str

    @property
    def role(self) -> Role | None:
        """The question this claim bears on, or None for mere foreknowledge."""
        return ROLE_OF_PREDICATE[self.predicate]
