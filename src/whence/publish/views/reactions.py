"""The ledger of reactions: who condemned, offered, rejected or called for what."""

from dataclasses import dataclass

from whence.publish.anchors import anchor
from whence.publish.index import Index
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
        act = words().acts[reaction.act]
        row = quote(index, reaction.spans, reaction.chain_id, anchor("r", reaction.id))
        rows.setdefault((reaction.who, act), []).append(row)
    return tuple(ReactionView(who, act, tuple(held)) for (who, act), held in rows.items())


def unplaced(index: Index) -> tuple[Quote, ...]:
    """Prepare the reactions that the incident does not hold: mostly those to other incidents."""
    held = {reaction.id for reaction in index.reactions}
    return tuple(
        quote(index, row.spans, row.chain_id, anchor("r", row.id),
              f"{row.who} {words().acts[row.act]}")
        for report in index.case.reports
        for row in report.reactions
        if row.id not in held and row.spans
    )  # fmt: skip
