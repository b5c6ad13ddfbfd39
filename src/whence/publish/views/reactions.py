"""The ledger of reactions: who condemned, offered, rejected or called for what."""

from dataclasses import dataclass

from whence.model.report import Reaction
from whence.publish.anchors import anchor
from whence.publish.index import Index
from whence.publish.texts import known_as
from whence.publish.views.quotes import Quote, quote
from whence.publish.words import words


@dataclass(frozen=True)
class ReactionView:
    """One stance with its words."""

    who: str
    act: str
    quotes: tuple[Quote, ...]


def reactions(index: Index) -> tuple[ReactionView, ...]:
    """Prepare the ledger by name and act, so that one stance in many reports is one line."""
    rows: dict[tuple[str, str], list[Quote]] = {}
    seen: set[str] = set()
    for reaction in sorted(
        index.reactions,
        key=lambda row: (row.who.casefold(), row.act, index.published(row.document_id) or "9999",
                         row.id),
    ):  # fmt: skip
        if reaction.id in seen or not reaction.spans:
            continue
        seen.add(reaction.id)
        act, who = _stance(reaction), _who(index, reaction)
        row = quote(index, reaction.spans, reaction.chain_id, anchor("r", reaction.id))
        rows.setdefault((who, act), []).append(row)
    return tuple(ReactionView(who, act, tuple(held)) for (who, act), held in rows.items())


def _stance(reaction: Reaction) -> str:
    act = words().acts[reaction.act]
    return f"{act}, {words().conditional}" if reaction.conditional else act


def _who(index: Index, reaction: Reaction) -> str:
    """Return who takes the stance, and whom a mere pronoun was taken for."""
    chain = index.chains.get(reaction.chain_id)
    spoke = chain is not None and chain.origin.who == reaction.who
    return known_as(index.speaker(chain) if chain is not None and spoke else reaction.who)


def unplaced(index: Index) -> tuple[Quote, ...]:
    """Prepare the reactions that the incident does not hold: mostly those to other incidents."""
    held = {reaction.id for reaction in index.reactions}
    return tuple(
        quote(index, row.spans, row.chain_id, anchor("r", row.id),
              f"{_who(index, row)} {_stance(row)}")
        for report in index.case.reports
        for row in report.reactions
        if row.id not in held and row.spans
    )  # fmt: skip
