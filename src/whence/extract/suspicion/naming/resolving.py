"""Whom "the group", "the government" and "they" stand for, and a name in full."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from whence.extract.lexicon import words as listed
from whence.extract.parties import Census, Party
from whence.extract.parties.registry import initials
from whence.extract.parties.words import lexicon
from whence.extract.prose import Prose
from whence.extract.sourcing import Sourcing
from whence.extract.suspicion.naming.kinds_of_names import NameKinds
from whence.extract.suspicion.naming.naming_words import describes_nobody
from whence.model.attribution import Attribution
from whence.model.claim import PartyKind
from whence.model.span import Span
from whence.names.countries import split
from whence.names.spelling import same_spelling, words

_COUNTRYS = re.compile(r"(?:country|nation|homeland|state)[’'`]s (?=\w)")
"""By which a body is one of a country that is not named there."""
_VOICE = re.compile(
    r"\b(?:spokes\w+|leader|commander|member|representative|statement|fighter)s? "
    r"(?:for|of|from|by) (?:the )?"
)
_ITS_VOICE = re.compile(
    r"(?:its|their) (?:[\w-]+ )?(?:spokes\w+|leader|commander|chairman|chief|representative)\b"
)
_APPOSITION = 60
_LETTERS = 3
"""Letters of initials by which somebody may go."""
_FAR = 4
"""Sentences, the own one with them, in which whom a pronoun takes up is looked for."""
_GROUPS: frozenset[str] = frozenset(("group", "class"))
_BODIES: frozenset[str] = frozenset(("body",))
_STATES_OWN = frozenset(
    ("army", "navy", "police", "guard", "guards", "force", "forces", "command", "government")
)


@dataclass(frozen=True, slots=True)
class Named:
    """A party after resolution: its name in full, its kind, and the words [start, end) for it."""

    name: str
    kind: PartyKind
    start: int
    end: int


class Resolver:
    """Resolves the parties of one document; remembers who was named as behind the incident."""

    def __init__(
        self, prose: Prose, sourcing: Sourcing, census: Census, persons: Iterable[Span] = ()
    ) -> None:
        """Know the document's parties; ``persons`` are names that the reader saw to be persons'."""
        self._prose = prose
        self._kinds = NameKinds(prose, sourcing, persons)
        self._census = census
        self._sourcing = sourcing
        self._groups = tuple(
            (party.name, party)
            for row in census.phrases
            for party in row
            if party.known and party.kind == "group" and party.name and not party.anaphor
        )
        self._known = frozenset(p.name for row in census.phrases for p in row if _is_group(p))
        self._accused: list[tuple[int, Named]] = []
        self._media = frozenset(
            hop.who.casefold()
            for chain in sourcing.chains.values()
            for hop in chain.hops
            if hop.kind in ("outlet", "agency", "document", "post", "recording")
        )

    def remember(self, sentence: int, named: Named) -> None:
        """Note that a party was named as behind the incident in this sentence."""
        self._accused.append((sentence, named))

    def was_accused(self, name: str) -> bool:
        """Tell whether a party was named as behind the incident before."""
        return any(named.name == name for _, named in self._accused)

    def answers_for(self, named: Named) -> Named:
        """Return the accused state that one of its offices answers for, else the party itself."""
        if named.kind != "body" or self.was_accused(named.name):
            return named
        mine = set(split(words(named.name))[1])
        states = {one.name for _, one in self._accused if one.kind == "state"}
        own = [name for name in states if mine & set(split(words(name))[1])]
        return replace(named, name=own[0], kind="state") if len(own) == 1 else named

    def text(self, start: int, end: int) -> str:
        """Return the document's words at [start, end), on one line."""
        return " ".join(self._prose.text[start:end].split())

    def resolve(self, party: Party, sentence: int) -> Named | None:
        """Return the party that a phrase names, or None when it names nobody that can be told."""
        if party.anaphor:
            return self._antecedent(party, sentence)
        if party.definite:
            last = self._recent(sentence)
            if len(last) == 1 and last[0].kind == "group":
                return last[0]
        if party.kind == "class" and describes_nobody(party.name.casefold().split()):
            return None  # "gunmen" are whoever did it
        owned = _COUNTRYS.match(party.name)
        if owned is not None:
            return self._of_country(party, owned.end(), sentence)
        short = self._accused_for_short(party)
        if short is not None:
            return replace(short, start=party.start, end=party.end)
        called = self._kinds.person_called(party)
        if called is not None:
            return Named(called, "person", party.start, party.end)
        if len(party.name) > 1 and party.name.casefold() in listed("platforms"):
            return None  # where somebody told it: "put it on Facebook"
        name = self._census.canonical(party)
        if name.casefold() in self._media or party.name.casefold() in self._media:
            return None
        return Named(name, self._kinds.of(party), party.start, party.end)

    def _of_country(self, party: Party, cut: int, sentence: int) -> Named:
        """Return "her country's guard" as that of the one state named before it, else without any.

        Which country is meant is not guessed where the sentence names several.
        """
        before = {
            word.state
            for word in self._census.words[sentence]
            if word.state and word.tag != "capital" and word.end <= party.start
        }
        whose = f"{next(iter(before))} " if len(before) == 1 else ""
        return Named(whose + party.name[cut:], party.kind, party.start, party.end)

    def _accused_for_short(self, party: Party) -> Named | None:
        """Return the accused group that goes by its initials or last word here: "the Front".

        A state's own army or police are called so as well, and are never taken for it.
        """
        last = party.name.casefold()
        proper = party.name[:1].isupper()
        if party.name.isupper() and len(party.name) >= _LETTERS:
            longer = {n.name: n for _, n in self._accused if initials(n.name) == party.name}
            return next(iter(longer.values())) if len(longer) == 1 else None
        if not proper or " " in last or last in _STATES_OWN:
            return None
        longer = {
            one.name: one
            for _, one in self._accused
            if one.kind in _GROUPS | _BODIES
            and one.name.casefold().endswith(f" {last}")
            and " and " not in one.name
        }
        return next(iter(longer.values())) if len(longer) == 1 else None

    def _recent(self, sentence: int) -> tuple[Named, ...]:
        """Return all accused in this sentence and the two before it."""
        found = {n.name: n for at, n in self._accused if sentence - 3 < at <= sentence}
        return tuple(found.values())

    def speaker(self, start: int, sentence: int) -> tuple[Named, ...]:
        """Return for whom somebody says "we": a group named with them, or the one just accused."""
        said = self._sourcing.at(start, start + 1)
        if said is None:
            return ()
        words = said.speaker
        if said.source is not None:
            words += " " + self._prose.text[said.source.start : said.source.end + _APPOSITION]
        if _ITS_VOICE.match(words) and len(self._recent(sentence)) == 1:
            return self._recent(sentence)
        named = _VOICE.search(words)
        spoken_for = words[named.end() :] if named else said.speaker
        for name, party in self._groups:
            told = said.speaker.removesuffix(name)  # "the outlawed Reed League", no "head of X"
            only = told.rstrip().casefold() == told.rstrip() and not told.endswith("of ")
            if spoken_for.startswith(name) or (told != said.speaker and only):
                return (_as_named(party, self._census.canonical(party)),)
        last = self._recent(sentence)
        of_group = any(word in lexicon()["bare_anaphors"] for word in spoken_for.split()[:1])
        return last if named and of_group and len(last) == 1 else ()

    def group(self, speaker: str, source: Span) -> Named | None:
        """Return the group that a speaker told of by a pronoun is; its words are the pronoun's."""
        for name, party in self._groups:
            if speaker in (name, self._census.canonical(party)):
                return Named(self._census.canonical(party), "group", source.start, source.end)
        return None

    def called(self, name: str, source: Span) -> Named | None:
        """Return the accused of a name for whom a pronoun stands; its words are the pronoun's."""
        found = {n.name: n for _, n in self._accused if same_spelling(n.name, name)}
        if len(found) != 1:
            return None
        return replace(next(iter(found.values())), start=source.start, end=source.end)

    def accused(self, sentence: int) -> tuple[Named, ...]:
        """Return whom a sentence names as behind the incident."""
        return tuple({one.name: one for at, one in self._accused if at == sentence}.values())

    def country(self, start: int, sentence: int) -> tuple[Named, ...]:
        """Return the state that "his country" is: the one named with the speaker's office."""
        for word in reversed(self._census.words[sentence]):
            if word.state and word.tag != "capital" and word.end <= start:
                return (Named(word.state, "state", word.start, word.end),)
        return ()

    def pronoun(self, sentence: int) -> tuple[Named, ...]:
        """Return whom "they" at the head of a sentence takes up: all accused just before it."""
        return self.accused(sentence - 1)

    def person_before(self, start: int, sentence: int) -> tuple[Named, ...]:
        """Return the person whom "him" takes up: the only one named in the sentence before it.

        If it names none, the only one of the sentence before. Where another person is named as well
        it is nobody, and so it is where the one named speaks there: "Ana said they accused him".
        """
        for index in (sentence, sentence - 1)[: 1 + (sentence > 0)]:
            named = {
                name: Named(name, "person", party.start, party.end)
                for party in self._census.phrases[index]
                if party.end <= start and self._kinds.of(party) == "person"
                for name in [self._census.canonical(party)]
            }
            if named:
                alone = len(named) == 1 and (index < sentence or not self._speaks(named))
                return tuple(named.values()) if alone else ()
        return ()

    def around(self, sentence: int) -> str:
        """Return the words of a sentence and of the one before it."""
        first = self._prose.sentences[max(0, sentence - 1)].start
        return self.text(first, self._prose.sentences[sentence].end)

    def suspects_before(self, start: int, sentence: int) -> tuple[Named, ...]:
        """Return the accused whom the nearest sentence before a place names, at most three up."""
        accused = {named.name: named for _, named in self._accused}
        for index in range(sentence, max(-1, sentence - _FAR), -1):
            found = {named.name: named for at, named in self._accused if at == index < sentence}
            for party in self._census.phrases[index]:
                name = self._census.canonical(party)
                if party.end <= start and name in accused:
                    found.setdefault(name, replace(accused[name], start=party.start, end=party.end))
            if found:
                return tuple(found.values())
        return ()

    def names_somebody(self, start: int, sentence: int) -> bool:
        """Tell whether a sentence names a party before ``start``: "his" is then of its own."""
        return any(
            party.end <= start and party.kind in ("person", "group")
            for party in self._census.phrases[sentence]
        )

    def _speaks(self, named: dict[str, Named]) -> bool:
        return any(
            made.source.start < one.end and one.start < made.source.end
            for made in self._sourcing.attributions
            if made.source is not None
            for one in named.values()
        )

    def named_with_accused(self, name: str, sentence: int) -> bool:
        """Tell whether one of the two sentences before names a person beside somebody accused."""
        accused = {named.name for _, named in self._accused}
        rows = self._census.phrases[max(0, sentence - 2) : sentence]
        canonical = ({self._census.canonical(party) for party in row} for row in rows)
        return any(name in names and not accused.isdisjoint(names - {name}) for names in canonical)

    def _antecedent(self, party: Party, sentence: int) -> Named | None:
        lower = party.name.casefold()
        if not lower:
            return None
        said = self._sourcing.at(party.start, party.end)
        before = [
            one
            for one in self._census.phrases[sentence]
            if one.end <= party.start and not _speaks(said, one)
        ]
        if lower in lexicon()["state_anaphors"]:
            states = [p for p in before if p.kind == "state" and not p.capital]
            if states:
                return _as_named(states[-1], states[-1].name)
            return Named(lower, "body", party.start, party.end)  # as "the army": of the place
        accused = self._known | {named.name for _, named in self._accused}
        plural = lower.endswith("s")
        for kinds in (_GROUPS, _BODIES):
            for candidate in reversed(before):
                name = self._census.canonical(candidate)
                if _fits(candidate, kinds, plural) and name in accused:
                    return _as_named(candidate, name)
        last = self.pronoun(sentence)
        if last or plural:
            return last[0] if len(last) == 1 else None
        return self._only_group(sentence - 1) if sentence else None

    def _only_group(self, sentence: int) -> Named | None:
        """Return the one group that a sentence names: the next one calls it "the group"."""
        found = [
            _as_named(party, self._census.canonical(party))
            for party in self._census.phrases[sentence]
            if _is_group(party) and party.kind == "group" and not party.negative
        ]
        return found[-1] if len({one.name for one in found}) == 1 else None


def _speaks(said: Attribution | None, party: Party) -> bool:
    """Tell whether a body says the words: "police said the group did it" is of another one.

    What a group says of "the group", and what is told of it in its statement, is of itself.
    """
    source = said.source if said is not None else None
    if source is None or party.kind != "body":
        return False
    return source.start <= party.start <= source.start + len("the ") and party.end == source.end


def _as_named(party: Party, name: str) -> Named:
    return Named(name, party.kind, party.start, party.end)


def _fits(party: Party, kinds: frozenset[str], plural: bool) -> bool:
    if party.anaphor or party.negative or party.kind not in kinds:
        return False
    return plural if party.kind == "class" else party.kind == "group" or party.name[:1].isupper()


def _is_group(party: Party) -> bool:
    return party.known and party.kind in _GROUPS | _BODIES and not party.anaphor
