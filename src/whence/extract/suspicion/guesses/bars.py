"""How sure a reader must be of a suspect before a mention names somebody as one."""

import re
from typing import NamedTuple

from whence.model.claim import PartyKind


class Bars(NamedTuple):
    """Below which probability of being a suspect a mention makes no claim: naming people does harm.

    ``person`` is for a single person, or somebody whom nothing tells from one, ``body`` for a
    state, its police and its army, which are named in news of any kind, ``described`` for those
    whom nobody names: "the dockside strikers", "a dismissed guard".
    """

    group: float
    body: float
    person: float
    described: float

    def of(self, kind: PartyKind, perhaps: bool) -> float:
        """Return the bar for a party of a kind that ``perhaps`` is a single person."""
        if perhaps:
            return self.person
        return self.body if kind in _BODIES else self.group


BARS = Bars(0.7, 0.85, 0.95, 0.95)
BACKED = Bars(0.55, 0.75, 0.95, 0.6)
"""The same where what somebody says bears the guess out (``Backings``)."""
_BODIES = frozenset(("state", "body"))
INNOCENT = 0.85
"""The bar for a person who denies or was cleared: that accuses nobody."""
CONVICTED_OF_IT = 0.85
"""The same for a person whom a court convicts in a sentence that tells of a deed."""
HELD_FOR_IT = 0.85
"""The same for a person in a sentence that tells of an arrest or a charge."""
LEAD = 600
"""Characters of a report in which it says that all was an accident, if it does."""
BY_ACCIDENT = 0.97
"""The bar for a person where the sentence tells of an accident: who handled the gun may be hurt."""
ACCIDENT = re.compile(
    r"\b(?:accident\w*|inadvertent\w*|unintention\w*|mishandl\w*|went off|self-inflicted"
    r"|playing with|(?:shot|shoots|shooting|killed|kills) (?:him|her)self)\b"
)
NEVER = 2.0
"""A probability that nothing has."""
