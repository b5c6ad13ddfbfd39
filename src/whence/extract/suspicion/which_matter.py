"""Which incident a draft is about: the one that a report tells of, or another that it recalls."""

import re
from bisect import bisect_left
from collections.abc import Callable

from whence.extract.prose import Prose
from whence.extract.suspicion.wording.drafting import Draft
from whence.extract.suspicion.wording.grammar import TARGET
from whence.model.attribution import Scope

_YEAR = re.compile(r"\b(?:an?|another|the|its|their|his|her) ((?:19|20)\d\d)\s")
_TOLD_BEFORE = re.compile(
    r" ?the [a-z]+ (?!in |at |on |near |of |where )(?![a-z]+ (?:in|at|of|near) )"
)
_SHORT_WORD = 4
"""Letters of words by which no victim is known from another: "the man"."""
_BEFORE = 12
"""Characters before a deed in which its year may stand: "the 1998 attack"."""


class Matters:
    """The incident of one document, told from others by places, years and victims.

    The places of words about another matter in the midst of a sentence are kept by sentence.
    """

    def __init__(self, prose: Prose, target: str | None) -> None:
        """Take a document, and the name of the incident's victim where one is known."""
        self._prose, self._target = prose, target
        self._asides: dict[int, list[int]] = {}

    def scope(self, draft: Draft, scope_at: Callable[[int], Scope]) -> Scope:
        """Return which incident a draft is about; a hint is about the one it hints at.

        Whoever is named where an earlier deed is recalled ("the attack comes after two other
        reporters were seized by X") is named for that one.
        """
        if draft.insinuation:
            return scope_at(draft.also[0]) if draft.also else "incident"
        victim = draft.victim
        if (victim is not None and self._elsewhere(victim)) or self._other_year(draft):
            return "other"
        named = draft.subject_start if draft.subject_end > draft.subject_start else draft.start
        if draft.polarity and self._tells_aside(draft, scope_at):
            return "other"
        return "other" if "other" in (scope_at(draft.start), scope_at(named)) else "incident"

    def _tells_aside(self, draft: Draft, scope_at: Callable[[int], Scope]) -> bool:
        """Tell whether a deed may be what a clause tells of another matter, in the midst of it.

        "X, which bombed a market a year ago, denied it": only the denial is of the incident.
        """
        if draft.sentence not in self._asides:
            places = [one.start for one in self._prose.sentences[draft.sentence].tokens]
            back = scope_at(places[-1]) == "incident"
            self._asides[draft.sentence] = [at for at in places if back and scope_at(at) == "other"]
        others = self._asides[draft.sentence]
        following = bisect_left(others, draft.start)
        return following < len(others) and others[following] < draft.end

    def _other_year(self, draft: Draft) -> bool:
        """Tell whether the deed is dated by a year that is not the incident's ("a 2016 bombing").

        The year of publication and those in the head of the document may be the incident's own.
        """
        found = _YEAR.search(self._prose.text, max(0, draft.start - _BEFORE), draft.end)
        if found is None or not draft.sentence:
            return False
        document = self._prose.document
        opening = [self._prose.text[s.start : s.end] for s in self._prose.sentences[:1]]
        head = " ".join((document.published or "", document.title or "", *opening))
        return found.group(1) not in head

    def _elsewhere(self, victim: str) -> bool:
        """Tell whether a victim is not the incident's, nor in the head of the document.

        "The vessel" was told of before.
        """
        if _TOLD_BEFORE.match(victim):
            return False
        if self._target is not None:
            return TARGET not in victim
        document = self._prose.document
        opening = [self._prose.text[s.start : s.end] for s in self._prose.sentences[:2]]
        head = " ".join((document.title or "", *opening)).casefold()
        told = [word for word in victim.split() if len(word) > _SHORT_WORD]
        return bool(told) and not any(word in head for word in told)
