"""What the model's heads say: the one list of labels that training and reading share."""

from typing import Final

from whence.model.claim import Standing

OUTSIDE: Final = 0
BEGIN: Final = 1
INSIDE: Final = 2

TAGGERS: Final = ("source", "cue", "content", "relay", "trigger", "insinuation", "suspect")
"""Spans that may overlap those of another tagger; each has the tags outside, begin, inside."""

ENTITIES: Final = (
    "person", "organisation", "place", "armed_group", "facility", "weapon", "date", "number",
    "other",
)  # fmt: skip
ROLES: Final = ("person", "organisation", "target", "victim", "weapon", "place")
"""Roles in an incident: perpetrators that are persons or bodies, and MUC-4's others; place."""

SCALARS: Final = ("factuality", "loaded")
"""Per word: how sure an event is (-3 to 3, FactBank's scale) and the logit of loaded language."""

POOLED: Final = ("relevant", "filled", "biased")
"""Per window, as logits: of a document that tells of an incident; tells of it here; slanted."""

ACTS: Final = (
    "say", "claim_responsibility", "accuse", "deny_involvement", "reject_accusation", "condemn",
    "confirm", "speculate", "correct", "retract", "decline", "call_for", "offer",
)  # fmt: skip
SPEAKERS: Final = (
    "named", "role", "anonymous", "collective", "document", "social", "unknown",
)  # fmt: skip

STANDINGS: Final[tuple[Standing, ...]] = (
    "admitted", "found", "reported_as_fact", "accused_by_authority", "accused", "speculated",
    "denied", "cleared",
)  # fmt: skip
"""How the suspicion of a party stands by the words around it: one clue among several."""

POINTERS: Final = ("begin", "end")
"""From a cue to the first and the last word of its content: contents that lie within another's."""

LINKS: Final = ("source", "cue", "relay", *POINTERS)
"""Which pairs are linked: a cue to its source, a content to its cue, a hop to the hop before."""


def tags(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Return the tags of a tagger of several kinds: O, then B and I of each."""
    return ("O", *(f"{edge}-{kind}" for kind in kinds for edge in "BI"))
