"""Who takes back later that he did it: "claimed the raid, but withdrew it"."""

import re
from functools import cached_property

from whence.extract.lexicon import closed
from whence.extract.prose import Prose
from whence.extract.sourcing import Sourcing
from whence.extract.suspicion.wording.drafting import Draft
from whence.model.attribution import Attribution
from whence.names.spelling import words

_CLAIMED = re.compile(
    r"\W*(?:it|this|that|them|responsibility\b.*|(?:(?:the|an?|its|their|his|her|that|this|such) )?"
    r"(?:[\w-]+ ){0,2}?"
    r"(?:claims?|admissions?|confessions?|statements?|communiqu[eé]s?|words|messages?)"
    r"(?: of responsibility\b.*| (?:for|on|in|from) .*)?)\W*",
    re.IGNORECASE | re.DOTALL,
)
"""What is taken back by who does not own up any more."""
_WITHDRAWING = re.compile(
    r"\b(?:with(?:draw|drew)\w*|retract\w*|recant\w*|rescind\w*|disown\w*|disavow\w*|renounc\w*"
    r"|back(?:track\w*)?)\b",
    re.IGNORECASE,
)
_SOON = 2
"""Sentences within which "the group" takes up who owned up."""


class Withdrawals:
    """What somebody in a document takes back."""

    def __init__(self, prose: Prose, sourcing: Sourcing) -> None:
        """Know the document and who says what in it."""
        self._prose = prose
        self._sourcing = sourcing

    def of(self, draft: Draft) -> bool:
        """Tell whether the party of a draft takes its words back behind them."""
        name = set(words(draft.subject))
        return any(
            _CLAIMED.fullmatch(one.content[0].text)
            and (name <= set(words(one.speaker)) or self._goes_on_of(one, draft))
            for one in self._every
            if one.content[0].start > draft.start
        )

    def _goes_on_of(self, one: Attribution, draft: Draft) -> bool:
        """Tell whether "the group" says something soon after a draft names one."""
        sentence = self._prose.sentence_at(one.content[0].start)
        soon = sentence - draft.sentence <= _SOON
        return soon and one.speaker.casefold() in closed("group_nouns")

    @cached_property
    def _every(self) -> list[Attribution]:
        """What somebody takes back, in the order of the text."""
        told = (one for one in self._sourcing.attributions if one.act == "retract")
        return [one for one in told if not one.negated and self._plainly(one)]

    def _plainly(self, one: Attribution) -> bool:
        """Tell whether the words of a retraction are such: what is "taken down" may still stand."""
        if one.cue is None:
            return False
        end = max(one.cue.end, one.content[0].end) + len(" back")
        return _WITHDRAWING.search(self._prose.text, one.cue.start, end) is not None
