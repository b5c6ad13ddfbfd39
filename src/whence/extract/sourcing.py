"""The attributions and chains of one document, and the question "who says this?"."""

from dataclasses import dataclass
from functools import cached_property

from whence.extract.stretches import Stretches
from whence.model.attribution import Attribution, Chain, Hop
from whence.model.identity import stable_id


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
            (span.end - span.start, attribution.id, attribution)
            for span, attribution in self._contents.holding(start, end)
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
    def _contents(self) -> Stretches[Attribution]:
        return Stretches((one, one.content) for one in self.attributions)

    def chain_at(self, start: int, end: int) -> Chain:
        """Return the chain that [start, end) was said through, or else the narrator's."""
        attribution = self.at(start, end)
        return self.chains[attribution.chain_id] if attribution else self.narrator
