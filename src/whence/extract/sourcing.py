"""The attributions and chains of one document, and the question "who says this?"."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from whence.model.attribution import Attribution, Chain, Hop
from whence.model.identity import stable_id

_STRETCH = 512
"""Code points of the stretches by which contents are looked up."""


@dataclass(frozen=True)
class Sourcing:
    """Attributions and chains of one document; ``narrator`` is the chain of the outlet's own voice.

    ``chains`` maps chain id to chain and holds the narrator's chain as well.
    """

    attributions: tuple[Attribution, ...]
    chains: dict[str, Chain]
    narrator: Chain

    def at(self, start: int, end: int) -> Attribution | None:
        """Return the innermost attribution whose content holds [start, end), if there is one."""
        return next(iter(self.holding(start, end)), None)

    def holding(self, start: int, end: int) -> list[Attribution]:
        """Return the attributions whose contents hold [start, end), the innermost first."""
        held = [
            (last - first, attribution.id, attribution)
            for first, last, attribution in self._stretches.get(start // _STRETCH, ())
            if first <= start and end <= last
        ]
        return [one for _, _, one in sorted(held, key=lambda row: row[:2])]

    @cached_property
    def accusers(self) -> Chain:
        """The chain of accusations that the text reports without saying whose they are.

        "Many blamed X", "suspicion fell on X": the outlet passes on what others hold, and accuses
        nobody itself. The chain is not among ``chains`` until a claim needs it.
        """
        others = Hop(who="unnamed accusers", how="says", kind="person", anonymity="collective")
        return Chain(
            id=stable_id("chain", self.narrator.id, others.who),
            document_id=self.narrator.document_id,
            hops=(*self.narrator.hops, others),
        )

    @cached_property
    def _stretches(self) -> dict[int, list[tuple[int, int, Attribution]]]:
        """The contents that touch each stretch of the text, so that ``at`` looks at few."""
        table: dict[int, list[tuple[int, int, Attribution]]] = defaultdict(list)
        for attribution in self.attributions:
            for span in attribution.content:
                for stretch in range(span.start // _STRETCH, span.end // _STRETCH + 1):
                    table[stretch].append((span.start, span.end, attribution))
        return dict(table)

    def chain_at(self, start: int, end: int) -> Chain:
        """Return the chain that [start, end) was said through, or else the narrator's."""
        attribution = self.at(start, end)
        return self.chains[attribution.chain_id] if attribution else self.narrator
