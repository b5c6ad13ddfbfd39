"""Which kinds of things that Whence reads answer which type of hand-read fact; and traps."""

FITS: dict[str, frozenset[str]] = {
    "count": frozenset({"number"}),
    "casualty": frozenset({"number", "target_condition"}),
    "date": frozenset({"date"}),
    "weapon": frozenset({"weapon"}),
    "place": frozenset({"place"}),
    "accusation": frozenset({"accused"}),
    "accusation_weakened": frozenset({"accused"}),
    "warrant": frozenset({"accused"}),
    "speculation": frozenset({"accused", "insinuation", "hedged"}),
    "insinuation": frozenset({"accused", "insinuation"}),
    "hint": frozenset({"accused", "insinuation", "hedged"}),
    "denial": frozenset({"denied", "deny_involvement", "reject_accusation"}),
    "exoneration": frozenset({"denied", "deny_involvement", "reject_accusation"}),
    "claim": frozenset({"admitted", "claim_responsibility", "claimed"}),
    "confession": frozenset({"admitted", "claim_responsibility", "claimed"}),
    "admission": frozenset({"admitted", "claim_responsibility", "claimed"}),
    "no_claim": frozenset({"no_claim"}),
    "condemnation": frozenset({"condemn"}),
    "threat": frozenset({"threaten"}),
    "retraction": frozenset({"retract", "correct", "denied"}),
    "hedge": frozenset({"withheld", "hedged"}),
    "no_attribution": frozenset({"withheld"}),
    "no_comment": frozenset({"decline"}),
    "anonymous": frozenset({"anonymous"}),
    "sourcing": frozenset({"said", "hop"}),
    "quote": frozenset({"said"}),
    "quote_nested": frozenset({"said"}),
    "statement": frozenset({"said"}),
    "finding": frozenset({"said", "found"}),
    "assessment": frozenset({"said", "accused"}),
    "evidence": frozenset({"evidence_recovered", "evidence_awaited"}),
    "evidence_lost": frozenset({"evidence_lost"}),
    "loaded": frozenset({"loaded", "insinuation"}),
}
"""The kinds that answer a type. A type that is not here has no answer of its own: unscored."""

TRAPS = frozenset(
    {
        "other_event",
        "analogy",
        "conditional",
        "false_inference",
        "poll",
        "question_trap",
        "dispute",
    }
)
"""Types whose words make nobody a suspect: other incidents, conditions, polls, questions."""

SPREAD = frozenset({"accused", "denied", "admitted", "condemn", "anonymous", "decline"})
"""Kinds whose words are spread over a sentence: sharing the sentence is enough."""
