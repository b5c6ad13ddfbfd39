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
_ON_THE_BENCH: Final = re.compile(r"\b(?:judges?|magistrates?)\b", re.IGNORECASE)
_REACH: Final = 6
"""Sentences between a court and a verdict that names none, at most."""
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
        found, here = self._only(), self._prose.sentence_at(told.start)
        if found is None or abs(here - self._prose.sentence_at(found[0])) > _REACH:
            return None  # a trial that is told of by the way is another
        return found

    def _only(self) -> Range | None:
        """Return the one court that is named; its judges, and "the court", are of it."""
        bodies = [at for at in self._named if not _ON_THE_BENCH.search(self._text(at))]
        proper = [at for at in bodies if any(one[:1].isupper() for one in self._words(at))]
        told = proper or bodies or self._named
        names = {" ".join(self._words(at)).casefold() for at in told}
        full = [one for one in names if not any(one != two and one in two for two in names)]
        return max(told, key=lambda at: at[1] - at[0]) if len(full) == 1 else None

    def _words(self, at: Range) -> list[str]:
        words = self._text(at).split()
        return words[words[0].casefold() in ("the", "a", "an") :]

    def _text(self, at: Range) -> str:
        return " ".join(self._prose.text[slice(*at)].split())


def main_subject(text: str, start: int, verb: int) -> Range | None:
    """Return with whom a sentence begins, where a relative clause parts it from its verb.

    "The court before which he had stood acquitted X" is of the court.
    """
    found = _RELATIVE.match(text, start, verb)
    return found.span("who") if found is not None else None
