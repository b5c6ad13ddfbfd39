"""Who took which stance: each stance once, however many documents print it."""

from rapidfuzz import fuzz

from whence.fuse.party.naming import bare
from whence.fuse.witness import Ledger
from whence.model.report import Reaction
from whence.names.countries import state
from whence.names.persons import person
from whence.names.spelling import fold, skeletons

_LIKE = 60.0


def reactions(ledger: Ledger) -> tuple[Reaction, ...]:
    """Return the reactions of all reports without repetitions, by time, then id.

    One who takes the same stance in much the same words, through whichever hands, is shown once,
    as first printed. Another stance, or the same in other words, stays.
    """
    every = [reaction for report in ledger.reports for reaction in report.reactions]
    kept: list[Reaction] = []
    for reaction in sorted(every, key=lambda one: _order(one, ledger)):
        if not any(_same(reaction, one, ledger) for one in kept):
            kept.append(reaction)
    return tuple(kept)


def _same(reaction: Reaction, other: Reaction, ledger: Ledger) -> bool:
    if reaction.act != other.act or not _alike(reaction, other):
        return False
    if _who(reaction) == _who(other):
        return True
    if ledger.narrated(reaction.chain_id) or ledger.narrated(other.chain_id):
        return False
    return ledger.origin(reaction.chain_id).id == ledger.origin(other.chain_id).id


def _who(reaction: Reaction) -> tuple[str, ...]:
    iso = state(bare(reaction.who))
    return (iso,) if iso is not None else skeletons(person(bare(reaction.who)).name)


def _alike(one: Reaction, other: Reaction) -> bool:
    if not one.content.strip() or not other.content.strip():
        return True
    return fuzz.token_set_ratio(fold(one.content), fold(other.content)) >= _LIKE


def _order(reaction: Reaction, ledger: Ledger) -> tuple[str, str]:
    return (ledger.documents[reaction.document_id].published or "~", reaction.id)
