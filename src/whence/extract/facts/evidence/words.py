"""The words for evidence and for what is said about responsibility."""

from functools import cache

from msgspec import Struct

from whence.extract.lexicon import LEXICON
from whence.model.vocabulary import load


class EvidenceWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table ``lexicon/evidence.yaml``."""

    no_claim: list[str]
    withheld: list[str]
    unverified: list[str]
    deeds: frozenset[str]
    parts: frozenset[str]
    wholes: frozenset[str]
    things: frozenset[str]
    recovered: frozenset[str]
    finders: frozenset[str]
    no_things_before: frozenset[str]
    no_things_after: frozenset[str]
    overheard: frozenset[str]
    records: frozenset[str]
    awaited_things: frozenset[str]
    awaiting: list[str]
    due: frozenset[str]
    yet_to: frozenset[str]
    inquiries: frozenset[str]
    ballots: frozenset[str]
    charging: frozenset[str]
    counts: frozenset[str]
    lost: list[str]


@cache
def evidence_words() -> EvidenceWords:
    """Return the evidence words."""
    return load("evidence", EvidenceWords, LEXICON)
