"""Questions put to a case: who said what through whom, and how many origins a claim has.

Entries: ``sayings(index)`` and ``backings(index)``, as values for machines; ``text`` prints them.
"""

from whence.publish.queries.backings import Backing, Printing, Support, about, backings
from whence.publish.queries.sayings import Saying, sayings

__all__ = ["Backing", "Printing", "Saying", "Support", "about", "backings", "sayings"]
