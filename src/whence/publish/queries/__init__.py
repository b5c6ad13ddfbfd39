"""Questions put to a case: who said what, how many origins a claim has, why it says who did it.

Entries: ``sayings(index)``, ``backings(index)`` and ``explained(index)``, ``matrix(index)``,
``moments(index)``, as values for machines; ``text`` and ``explained_text`` print them.
"""

from whence.publish.queries.backings import Backing, Printing, Support, about, backings
from whence.publish.queries.competing import Item, matrix
from whence.publish.queries.explained import Row, explained, moments
from whence.publish.queries.sayings import Saying, sayings

__all__ = [
    "Backing",
    "Item",
    "Printing",
    "Row",
    "Saying",
    "Support",
    "about",
    "backings",
    "explained",
    "matrix",
    "moments",
    "sayings",
]
