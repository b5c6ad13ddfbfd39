"""The words for evidence and for what is said about responsibility."""

from functools import cache

from msgspec import Struct

from whence.extract.lexicon import LEXICON
from whence.model.vocabulary import load

ENDS = frozenset(
    [
        "was",
        "were",
        "is",
        "are",
        "been",
        "be",
        "by",
        "in",
        "at",
        "from",
        "near",
        "on",
        "to",
        "that",
        "which",
        "who",
        "who's",
        "used",
        "and",
        ",",
        ".",
        ";",
        ":",
        "for",
        "after",
        "before",
        "with",
        "without",
        "under",
        "inside",
        "outside",
        "when",
        "while",
        "as",
    ]
)
"""Function words and marks at which the phrase that names a piece of evidence ends."""


class EvidenceWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table ``lexicon/evidence.yaml``."""

    no_claim: list[str]
    withheld: list[str]
    things: frozenset[str]
    recovered: frozenset[str]
    awaited_things: frozenset[str]
    awaiting: list[str]
    due: frozenset[str]
    yet_to: frozenset[str]
    inquiries: frozenset[str]
    ballots: frozenset[str]
    lost: list[str]


@cache
def evidence_words() -> EvidenceWords:
    """Return the evidence words."""
    return load("evidence", EvidenceWords, LEXICON)
