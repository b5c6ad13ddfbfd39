"""What a bare name is: a person's where the text tells so, else a group's."""

import re
from collections.abc import Iterable

from whence.extract.facts.words import is_people
from whence.extract.parties import Party
from whence.extract.parties.words import lexicon
from whence.extract.prose import Prose
from whence.extract.sourcing import Sourcing
from whence.model.claim import PartyKind
from whence.model.span import Span
from whence.names.spelling import same_spelling

_PERSONAL = re.compile(
    r"\s*,? ?(?:(?:the )?(?:brother|sister|son|daughter|wife|husband|father|mother|cousin) of"
    r"|who\b|whose\b|\(?\d\d\b[,)]|aged \d|an? [a-z]+ (?:citizen|man|woman))"
)

_APPOSED = re.compile(r", an? (?:[\w-]+ ){0,3}?(?P<noun>[a-z-]+)[,.;]")
"""Who somebody is in a few words: "Ana Ruiz, a nurse,"."""
_FULL = r"[A-Z][\w.’'-]{0,30}(?:[ \t\n]+[A-Z][\w.’'-]{0,30}){1,3}"
_AGED = re.compile(
    rf"\b[\w-]{{1,20}}-year-old[ \t\n]+(?P<after>{_FULL})|\b(?P<before>{_FULL}), \d{{1,3}}\b[,.;]"
)
"""Whose age a text gives is a person: "23-year-old Ana Ruiz", "Ana Ruiz, 23,"."""
_WORD = re.compile(r"\w[\w.’'-]*+")
_ROLE = 24
"""Characters before a name in which a noun for an office or a trade ends."""


class NameKinds:
    """What the names of one document are, by what stands beside them and who speaks in it."""

    def __init__(self, prose: Prose, sourcing: Sourcing, persons: Iterable[Span] = ()) -> None:
        """Know the document; ``persons`` are names that the reader saw to be persons'."""
        self._prose = prose
        self._persons = tuple(persons)
        self._aged = frozenset(
            " ".join((one["after"] or one["before"]).split()).rstrip(".’'-")
            for one in _AGED.finditer(prose.text)
        )
        self._speakers = frozenset(
            attribution.speaker
            for attribution in sourcing.attributions
            if sourcing.chains[attribution.chain_id].origin.kind == "person"
        )

    def of(self, party: Party) -> PartyKind:
        """Return what a party is; a name that nothing tells of is a group's."""
        if party.known or party.kind != "group":
            return party.kind
        text = self._prose.text
        if text[max(0, party.start - 4) : party.start].casefold() == "the " or party.name.isupper():
            return "group"
        if any(word in ("bin", "ibn", "bint") for word in party.name.split()):
            return "person"
        before = text[max(0, party.start - _ROLE) : party.start].casefold().split()
        if before and before[-1] in lexicon()["roles"] and " " in party.name:
            return "person"
        after = text[party.end : party.end + 30]
        spoken = any(same_spelling(party.name, speaker) for speaker in self._speakers)
        apposed = _APPOSED.match(after)
        personal = spoken or _PERSONAL.match(after) is not None or party.name in self._aged
        personal = personal or (apposed is not None and is_people(apposed["noun"]))
        if personal and " " in party.name:
            return "person"
        return "person" if self._is_persons(party) else "group"

    def person_called(self, party: Party) -> str | None:
        """Return the full name of a person who is called like a state or its capital.

        "Michael Santiago was charged" says nothing of Chile, nor does "Santiago was" after it.
        """
        if party.kind != "state" or party.adjective:
            return None
        names = [one for one in self._persons if " " in one.text]
        own = self._prose.text[party.start : party.end]
        over = [one for one in names if one.start <= party.start and party.end <= one.end]
        here = any(one.start <= party.start and party.end <= one.end for one in self._persons)
        if not over and here:
            over = [one for one in names if one.text.split()[-1] == own]
        full = {" ".join(one.text.split()) for one in over}
        return next(iter(full)) if len(full) == 1 else None

    def _is_persons(self, party: Party) -> bool:
        """Tell whether each word of a name stands in one that the reader saw to be a person's."""
        words = [
            (one.start(), one.end())
            for one in _WORD.finditer(self._prose.text, party.start, party.end)
        ]
        return bool(words) and all(
            any(span.start < end and start < span.end for span in self._persons)
            for start, end in words
        )
