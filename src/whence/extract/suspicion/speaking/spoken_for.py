"""For whom somebody speaks who denies: for himself, or for the one who sent him.

"A spokesman for the Reed Front", "the Reed Front's channel" and "Ana Ruiz, who speaks for the Reed
Front," are the Reed Front; "its channel" is that of whoever was accused just before.
"""

import re
from collections.abc import Collection
from dataclasses import replace
from typing import Final

from whence.extract.lexicon import words as words_of
from whence.extract.parties import Census, Party
from whence.extract.prose import Prose
from whence.extract.sourcing import Sourcing
from whence.extract.suspicion.naming.resolving import Named, Resolver
from whence.extract.suspicion.speaking.which_speaks import (
    COUNSEL,
    OF_A_STATE,
    OFFICES,
    alone,
    spoken_for,
)
from whence.model.attribution import Attribution
from whence.model.claim import PartyKind
from whence.model.span import Span
from whence.names.countries import split, state, state_name
from whence.names.spelling import words

_OFFICE_OF: Final = re.compile(rf"\b{OFFICES}(?: \w+)? ?, $", re.IGNORECASE)
_ARTICLES: Final = frozenset(("the", "a", "an"))
_PLACED: Final = re.compile(
    r"\b(?:in|at|near|from|off|outside|inside|around|to|on|via|through) (?:the )?$", re.IGNORECASE
)
_ITS: Final = re.compile(
    rf"(?:its|their) (?:[\w-]+ ){{0,2}}?(?:{OFFICES}|{COUNSEL})\b", re.IGNORECASE
)
_THE_GROUPS: Final = re.compile(
    r"the (?:group|movement|organi[sz]ation|militia|outfit|faction|front|party|league|gang|cartel"
    rf"|brigade)[’']s (?:[\w-]+ ){{0,2}}?(?:{OFFICES}|{COUNSEL})\b",
    re.IGNORECASE,
)
_HIS: Final = re.compile(
    rf"(?:(?:his|her|their) (?:[\w-]+ ){{0,2}}?|the )?{COUNSEL}\b", re.IGNORECASE
)
_IT: Final = re.compile(r"(?:it|they|he|she)", re.IGNORECASE)
_BAND: Final = re.compile(
    r"the (?:\w+ )?(?:company|firm|club|union|church|family|network|brigade|battalion|militia|gang"
    r"|cartel|party|front|faction|league|council)",
    re.IGNORECASE,
)
_ARMED: Final = frozenset(
    ("army", "military", "armed forces", "air force", "navy", "junta", "security forces")
)
"""Bodies that are a party of their own by their bare noun: those of the place."""
_ASIDE: Final = re.compile(r", (?:an?|the|who|which) [^,.;:!?]{1,80}")
_REACH: Final = 120
_BACK: Final = 3
"""Sentences over which a pronoun reaches back, its own among them."""
_LEAST: Final = 3
"""Letters of an acronym."""


class Voices:
    """Who is behind the speakers of one document, as far as its words tell."""

    def __init__(
        self,
        prose: Prose,
        sourcing: Sourcing,
        census: Census,
        resolver: Resolver,
        bands: Collection[str],
    ) -> None:
        """Take what a document holds; ``bands`` are names of groups that a reader saw."""
        self._prose, self._census, self._resolver, self._bands = prose, census, resolver, bands
        self._in_full_words: dict[str, tuple[Attribution, Span]] = {}
        for said in sourcing.attributions:
            if said.source is not None and not _IT.fullmatch(" ".join(said.source.text.split())):
                self._in_full_words.setdefault(said.speaker, (said, said.source))

    def of(self, said: Attribution, source: Span) -> Named | None:
        """Return the party for which a statement is made, or None where that cannot be told."""
        index = self._prose.sentence_at(source.start)
        end = self._end(said, source, index)
        beside = self._named(source.start, end, index)
        text = self._prose.text
        party = spoken_for(beside, text, source.start, end)
        if party is None:
            inside = [one for one in beside if one.end <= source.end]
            if not inside or _ITS.match(source.text) or _THE_GROUPS.match(source.text):
                return self._taken_up(said, source, index)
            told = " ".join(one.text for one in said.content)
            party = alone(inside, text, source.start, told, self._speaks_for_state)
        return self._resolved(party, source, index) if party is not None else None

    def _end(self, said: Attribution, source: Span, index: int) -> int:
        """Return where the words for who speaks end, with what is set beside a name."""
        aside = _ASIDE.match(self._prose.text, source.end)
        last = min(aside.end() if aside else source.end, self._prose.sentences[index].end)
        if said.cue is not None and source.end <= said.cue.start <= source.end + _REACH:
            last = said.cue.start
        return last

    def _named(self, start: int, end: int, index: int) -> list[Party]:
        """Return the parties among some words, but for places: "the chief in Lindvik"."""
        text = self._prose.text
        return [
            one
            for one in self._census.phrases[index]
            if start <= one.start < end
            and one.end <= end
            and not one.negative
            and one.name.casefold() not in words_of("platforms")
            and (_placed(one, text[start : one.start]) is False)
        ]

    def _speaks_for_state(self, body: Party) -> bool:
        accused = self._resolver.was_accused(self._census.canonical(body))
        return not accused and not OF_A_STATE.isdisjoint(body.name.casefold().split())

    def _resolved(self, party: Party, source: Span, index: int) -> Named | None:
        """Return who a party is, a state for its embassy; what has no name of its own is nobody."""
        named = self._resolver.resolve(party, index)
        if named is None or (named.kind == "class" and not (party.anaphor or _is_proper(named))):
            return None
        named = self._resolver.answers_for(self._in_full(named))
        if self._resolver.was_accused(named.name) or party.anaphor:
            return named
        before = self._prose.text[source.start : party.start]
        if named.kind == "person" and _OFFICE_OF.search(before):
            return None  # "the alliance's envoy, Ana Ruiz" speaks for somebody else
        iso = state(named.name)
        if named.kind == "body" and not OF_A_STATE.isdisjoint(named.name.casefold().split()):
            codes = split(words(named.name))[1]
            iso = codes[0] if len(codes) == 1 else None
        if iso is not None:
            return replace(named, name=state_name(iso), kind="state")
        armed = named.kind == "body" and named.name.casefold() in _ARMED
        return named if armed or _is_proper(named) else None

    def _in_full(self, named: Named) -> Named:
        """Return a party that goes by one word by the only longer name with it as first or last."""
        word = named.name.casefold()
        if (
            " " in word
            or named.kind in ("state", "class")
            or self._resolver.was_accused(named.name)
        ):
            return named
        longer = {
            (name, one.kind)
            for row in self._census.phrases
            for one in row
            if not one.anaphor and one.kind in ("group", "person")
            for name in [self._census.canonical(one)]
            if word in (name.casefold().split()[0], name.casefold().split()[-1]) and " " in name
        }
        if len({name for name, _ in longer}) != 1:
            return named
        name, kind = next(iter(longer))
        return replace(named, name=name, kind="person" if named.kind == "person" else kind)

    def sure(self, said: Attribution, party: Named, source: Span) -> bool:
        """Tell whether the text tells a name apart from a person's, who may be named in passing."""
        if party.kind in ("state", "body"):
            return True
        name = party.name.casefold()
        if party.kind not in ("group", "class"):
            return False
        index = self._prose.sentence_at(source.start)
        end = self._end(said, source, index)
        beside = self._named(source.start, end, index)
        spoken = spoken_for(beside, self._prose.text, source.start, end)
        known = name in self._census.groups or name in self._bands or _is_acronym(party.name)
        before = self._prose.text[source.start : party.start].casefold()
        return known or spoken is not None or before.endswith("the ")

    def _taken_up(self, said: Attribution, source: Span, index: int) -> Named | None:
        """Return whom a pronoun or "its channel" takes up, where one alone was named before."""
        told = " ".join(source.text.split())
        if _IT.fullmatch(told):
            found = self._resolver.called(said.speaker, source) or self._resolver.group(
                said.speaker, source
            )
            if found is None and said.speaker in self._in_full_words:
                found = self.of(*self._in_full_words[said.speaker])
            if found is not None:
                return replace(found, start=source.start, end=source.end)
            told = said.speaker if _HIS.match(said.speaker) else told
        if _HIS.match(told) and not _ITS.match(told):
            return self._client(index, source)
        if _ITS.match(told) or _THE_GROUPS.match(told) or told.casefold() == "it":
            return self._lately(index, ("group", "body", "state"), source)
        if _BAND.fullmatch(told):
            return self._lately(index, ("group", "body"), source)
        return None

    def _client(self, index: int, source: Span) -> Named | None:
        """Return for whom "his lawyer" speaks: the person accused, or the one named, before."""
        alone: tuple[PartyKind, ...] = ("person",)
        accused = self._lately(index, alone, source)
        if accused is not None:
            return accused
        for at in range(index - 1, max(index - _BACK, -1), -1):
            named = self._resolver.person_before(self._prose.sentences[at].end, at)
            if named:
                return replace(named[0], start=source.start, end=source.end)
        return None

    def _lately(self, index: int, kinds: Collection[PartyKind], source: Span) -> Named | None:
        """Return the one of some kinds whom "its" or "his" takes up, in the nearest sentence.

        That is whoever was accused there or, where groups are meant, the one that it names.
        """
        for at in range(index, max(index - _BACK, -1), -1):
            found = [
                one
                for one in self._resolver.accused(at)
                if one.kind in kinds and one.start < source.start
            ]
            if not found and "group" in kinds and at < index:
                found = self._bands_of(at)
            if found:
                alone = len({one.name for one in found}) == 1
                return replace(found[0], start=source.start, end=source.end) if alone else None
        return None

    def _bands_of(self, index: int) -> list[Named]:
        """Return the groups that a sentence names, but for names that may be a place's."""
        start = self._prose.sentences[index].start
        return [
            Named(self._census.canonical(one), "group", one.start, one.end)
            for one in self._census.phrases[index]
            if one.kind == "group" and not one.negative and not one.anaphor
            and (one.known or " " in one.name or _is_acronym(one.name))
            and not _placed(one, self._prose.text[start : one.start])
        ]  # fmt: skip


def _placed(party: Party, before: str) -> bool:
    """Tell whether a name is only where somebody is, or where he says it: "on Telegram"."""
    return (not party.known or party.kind == "state") and _PLACED.search(before) is not None


def _is_proper(named: Named) -> bool:
    """Tell whether a party has a name of its own, and not just a noun."""
    told = [part for part in named.name.split() if part.casefold() not in _ARTICLES]
    return any(part[:1].isupper() for part in told)


def _is_acronym(name: str) -> bool:
    return len(name) >= _LEAST and name.isupper() and " " not in name
