"""Whose verdict it is where the clause that tells of it does not say: the one court of the report.

"The Harbour Court sentenced X. A second man, Y, was acquitted": nobody else acquits.
"""

import re
from collections.abc import Sequence
from typing import Final

from whence.extract.prose import Prose
from whence.extract.sourcing import Sourcing
from whence.model.claim import Claim

Range = tuple[int, int]

_COURT: Final = re.compile(
    r"\b(?:court|courts|tribunal|jury|juries|bench|chamber|assizes|judges?|magistrates?|court-martial)\b",
    re.IGNORECASE,
)
_VERDICT: Final = re.compile(
    r"\b(?:was|were|is|are|been|being|and|walked)\s(?:\w+ly\s)?(?:acquitted|convicted|sentenced"
    r"|jailed|found (?:not )?guilty|condemned|exonerated|cleared of|discharged|imprisoned"
    r"|given (?:a |an )?(?:\w+[ -]){0,3}(?:sentence|term)|free)\b",
    re.IGNORECASE,
)
"""A verdict that is told of whom it befell."""
_BY: Final = re.compile(r"\bby\b")
_RELATIVE: Final = re.compile(
    r"(?P<who>(?:The|A|An|[A-Z])[^,;:.\n\"“”]{2,80}?),?\s(?:(?:before|to|in|by|at|from|on)\s)?"
    r"(?:which|whom|who|that|whose)\s[^;:.\n\"“”]{1,160}?,?\s$"
)
_STANDINGS: Final = frozenset(("cleared", "found"))


class Courts:
    """The courts that a report tells of as acting or speaking."""

    def __init__(self, prose: Prose, sourcing: Sourcing, actors: Sequence[Range]) -> None:
        """Know who acts in the report; who speaks in it, its sourcing tells."""
        self._prose = prose
        self._named = [at for at in actors if _COURT.search(prose.text, *at)]
        self._named += [
            (said.source.start, said.source.end)
            for said in sourcing.attributions
            if said.source is not None and _COURT.search(said.source.text)
        ]

    def behind(self, claim: Claim) -> Range | None:
        """Return the one court of the report whose a verdict is that names none."""
        if claim.standing not in _STANDINGS or claim.insinuation or claim.scope != "incident":
            return None
        told = claim.spans[-1]
        sentence = self._prose.sentences[self._prose.sentence_at(told.start)]
        verdict = _VERDICT.search(self._prose.text, sentence.start, sentence.end)
        if verdict is None or _BY.search(self._prose.text, verdict.end(), verdict.end() + 1):
            return None
        names = {self._text(at).casefold().removeprefix("the ") for at in self._named}
        full = [one for one in names if not any(one != two and one in two for two in names)]
        if len(full) != 1:
            return None
        return max(self._named, key=lambda at: at[1] - at[0])

    def _text(self, at: Range) -> str:
        return " ".join(self._prose.text[slice(*at)].split())


def main_subject(text: str, start: int, verb: int) -> Range | None:
    """Return with whom a sentence begins, where a relative clause parts it from its verb.

    "The court before which he had stood acquitted X" is of the court.
    """
    found = _RELATIVE.match(text, start, verb)
    return found.span("who") if found is not None else None
