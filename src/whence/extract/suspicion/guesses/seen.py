"""Suspects that the reader saw by itself, as drafts beside those that patterns find.

A model's guess names nobody on its own. It becomes a draft only where the mention is a party and
nothing but a party, where nothing around it takes the accusation away, and with no more standing
than what is said there carries: who owns up, who was found guilty, who denies and who was cleared
is told by words and by speakers, never by the guess.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from whence.extract.events import event_words
from whence.extract.lexicon import LEXICON, closed
from whence.extract.parties import Census, Party
from whence.extract.place.words import words as place_words
from whence.extract.prose import Prose
from whence.extract.sourcing import Sourcing
from whence.extract.suspicion.bystanders.apposed import acts_on_others, beside_a_suspect
from whence.extract.suspicion.bystanders.near_to import (
    accuses_others,
    aimed_at,
    fought,
    holds_the_place,
    is_home,
    is_struck,
    knew_him,
    near_a_suspect,
    stands_by,
    thanked,
    timed_by,
    took_after,
)
from whence.extract.suspicion.bystanders.of_others import names_another, tells_of_others
from whence.extract.suspicion.bystanders.taken_away import affirmed
from whence.extract.suspicion.deed.blame import tells_a_deed
from whence.extract.suspicion.deed.held_for import of_another_matter
from whence.extract.suspicion.deed.roles import predicate
from whence.extract.suspicion.guesses.backing import Backing, Backings, accuses
from whence.extract.suspicion.guesses.bars import (
    ACCIDENT,
    BACKED,
    BARS,
    BY_ACCIDENT,
    CONVICTED_OF_IT,
    HELD_FOR_IT,
    INNOCENT,
    LEAD,
    NEVER,
    Bars,
)
from whence.extract.suspicion.guesses.mentioned import Mentions
from whence.extract.suspicion.naming.bands import is_body, is_called_a_band
from whence.extract.suspicion.naming.resolving import Resolver
from whence.extract.suspicion.speaking.accuser import finds
from whence.extract.suspicion.speaking.speaking_for import speaks_for_another
from whence.extract.suspicion.speaking.voices import BY_HEARSAY, doubtful, forged
from whence.extract.suspicion.unnamed.identified import TOLD_LATER, is_the_doers
from whence.extract.suspicion.wording.drafting import Draft
from whence.extract.suspicion.wording.grammar import Frame
from whence.extract.suspicion.wording.hedging import only_suspected
from whence.extract.suspicion.wording.rendering import Rendered
from whence.model.attribution import Act
from whence.model.claim import Standing
from whence.model.reading import Suspected
from whence.model.span import Span
from whence.model.vocabulary import load

_CONVICTED = re.compile(r"\b(?:convicted|sentenced|found guilty|pleaded guilty|jailed)\b")
_TAKEN_AWAY = frozenset(("denied", "cleared"))
"""Standings that negations do not take away: they are made of them."""


_INITIALS = 5
"""Most letters of a name in capitals that are a body's initials."""
_FIRM, _PROBABLE, _POSSIBLE, _NOT_AT_ALL = 3, 2, 1, 0
_AGAINST = ("anti-", "counter-")
"""How a word begins that says what something is against, and may be a group's name as well."""
_WITH_A = re.compile(r"\bwith an? (?:[a-z-]+ ){0,2}$")
"""What stands before the name of a make: "fired with an unlicensed Makarov"."""
_NEAR_TO = (
    near_a_suspect, fought, holds_the_place, is_home, is_struck, knew_him, thanked, aimed_at,
    accuses_others, took_after, timed_by,
)  # fmt: skip
"""How words before a name tell that it is that of somebody beside a suspect."""
_FRAMES: dict[Standing, tuple[Frame, int]] = {
    "admitted": ("admit", _FIRM),
    "found": ("convict", _FIRM),
    "reported_as_fact": ("state", _FIRM),
    "accused_by_authority": ("accuse", _FIRM),
    "accused": ("accuse", _FIRM),
    "speculated": ("accuse", _POSSIBLE),
    "denied": ("deny", _FIRM),
    "cleared": ("clear", _FIRM),
}
"""What the words do, and how firmly, for each standing that a reader sees."""
_NEEDS: dict[Standing, frozenset[Act]] = {
    "admitted": frozenset(("claim_responsibility",)),
    "denied": frozenset(("deny_involvement", "reject_accusation")),
    "cleared": frozenset(("reject_accusation",)),
}
"""Acts without which a standing is not believed."""


class Seen:
    """What the reader suspects in one document, held against the words around it."""

    def __init__(
        self,
        prose: Prose,
        sourcing: Sourcing,
        census: Census,
        lines: Sequence[Rendered],
        bands: Iterable[Span] = (),
    ) -> None:
        """Take what a document holds; ``bands`` are the names of armed groups that a reader saw."""
        self._prose = prose
        self._sourcing = sourcing
        self._backings = Backings(prose, sourcing)
        self._mentions = Mentions(prose, census)
        self.lines = lines
        self._bands = frozenset(one.text.casefold() for one in bands)
        self._voices = sorted(
            span.start
            for said in sourcing.attributions
            for span in (*said.content, said.source, said.cue)
            if span is not None
        )

    def drafts(
        self, suspected: Sequence[Suspected], resolver: Resolver, found: Sequence[Draft]
    ) -> Iterator[Draft]:
        """Yield a draft for each suspect that stands, and that no draft names there already."""
        known = {one.key for one in found}
        named = {
            at
            for one in found
            for at in range(one.subject_start, one.subject_end)
            if self._prose.sentences[one.sentence].start <= at  # not where "he" takes it up
        }
        for one in (each for found in suspected for each in self._mentions.apart(found)):
            if not named.isdisjoint(range(one.span.start, one.span.end)):
                continue
            draft = self._draft(one, resolver)
            if draft is not None and draft.key not in known:
                known.add(draft.key)
                yield draft

    def _draft(self, one: Suspected, resolver: Resolver) -> Draft | None:
        told = self._backings.of(one)
        if told is not None and told.speaks and told.frame == "deny" and accuses(one.standing):
            return self._judged(one, resolver, None) or self._judged(one, resolver, told)
        return self._judged(one, resolver, told)

    def _judged(self, one: Suspected, resolver: Resolver, told: Backing | None) -> Draft | None:
        """Return a draft of a suspect whom a statement bears out, or none does."""
        index = self._prose.sentence_at(one.span.start)
        innocent = told.frame == "deny" if told else one.standing in _TAKEN_AWAY
        bars = self._bars(one, index, told, innocent)
        if one.probability < min(bars.group, bars.described):
            return None
        if innocent and told:
            bars = bars._replace(described=NEVER)  # whoever denies has to have a name
        party, start = self._suspect(index, one, bars)
        if party is None or not (told or self._said(one)):
            return None
        if self._named_otherwise(index, party) or (
            accuses(one.standing) and of_another_matter(*self._law(index))
        ):
            return None
        floor = told.floor if told else None
        if not innocent and not affirmed(
            self._prose, self.lines[index], index, party, told is not None, floor
        ):
            return None
        named = resolver.resolve(party, index)
        if named is None:
            return None
        bare = not party.known and party.start == start  # no article: nobody is "the Ana Ruiz"
        bare = bare and party.name.casefold() not in self._bands
        perhaps = named.kind == "person" or (
            bare
            and _may_be_a_person(party.name)
            and not is_called_a_band(party.name, self._prose.text)
        )
        frame, hedge = self._frame(one.standing, told, index, party)
        hedge = self._doubted(frame, hedge, told, index, party)
        if hedge == _NOT_AT_ALL or one.probability < bars.of(named.kind, perhaps):
            return None
        sentence = self._prose.sentences[index]
        if frame == "convict" and not finds(self._prose.text[sentence.start : sentence.end]):
            frame = "accuse"
        if frame == "accuse" and self._is_held(index, party):
            frame, hedge = "charge", max(hedge, _PROBABLE)
        text = self._prose.text
        part = predicate(
            text[sentence.start : party.start].casefold(), text[party.end : sentence.end].casefold()
        )
        return Draft(
            index, frame, part, named.name, named.kind, named.start, named.end,
            *self._words(index, party), frame not in ("deny", "clear"), hedge,
        )  # fmt: skip

    def _bars(self, one: Suspected, index: int, told: Backing | None, innocent: bool) -> Bars:
        """Return the bars for a mention by what is said around it."""
        bars = BARS if told is None else BACKED
        if innocent:
            return bars._replace(person=INNOCENT)
        if is_the_doers(self._prose, index, one.span.start):
            return bars._replace(person=TOLD_LATER)
        told_here = self._told(index)
        if one.standing == "found" and finds(told_here) and tells_a_deed(told_here):
            return bars._replace(person=CONVICTED_OF_IT)
        if ACCIDENT.search(told_here):
            return bars._replace(person=BY_ACCIDENT)
        charged = accuses(one.standing) and _matches("charged", told_here)
        if charged and not ACCIDENT.search(self._prose.text[:LEAD].casefold()):
            return bars._replace(person=HELD_FOR_IT)
        return bars

    def _named_otherwise(self, index: int, party: Party) -> bool:
        """Tell whether a name is a place's, a make's, a rival's, or somebody's nearby."""
        name, sentence = party.name.casefold(), self._prose.sentences[index]
        before = self._prose.text[sentence.start : party.start]
        after = self._prose.text[party.end : sentence.end]
        if any(near(before) for near in _NEAR_TO) or acts_on_others(after):
            return True
        if beside_a_suspect(after):
            return True
        if party.kind != "person" and name.rpartition(" ")[2] in place_words().heads:
            return True  # "the Amber Zone", and not Ana Park
        if name.startswith(_AGAINST) and self._attributive(index, party):
            return True  # "an anti-mafia operation"
        if party.name[:1].isupper() and _WITH_A.search(before):
            return True  # "with an unlicensed Makarov": a make of arms, or of cars
        return name in (self._prose.document.byline or "").casefold()

    def _suspect(self, index: int, one: Suspected, bars: Bars) -> tuple[Party | None, int]:
        """Return the party that a mention is, if it is sure enough, and where its words begin."""
        party, start, more = self._mentions.party(
            index, one.span, whose=one.standing not in _TAKEN_AWAY
        )
        if party is not None:
            described = more and bars.described != NEVER
            bar = max(bars.group, bars.described) if described else bars.group
            return (party if one.probability >= bar else None), start
        sure = one.probability >= bars.described
        return (self._mentions.described(index, one.span) if sure else None), start

    def _attributive(self, index: int, party: Party) -> bool:
        """Tell whether "a" or "an" stands before a name, which then says what another thing is."""
        before = self._prose.text[self._prose.sentences[index].start : party.start]
        return before.casefold().split()[-1:] in (["a"], ["an"])

    def _frame(
        self, standing: Standing, told: Backing | None, index: int, party: Party
    ) -> tuple[Frame, int]:
        """Return what the words do and how firmly: who owns up for a party may be an impostor."""
        frame, hedge = _FRAMES[standing]
        if told is not None and told.frame == "accuse" and accuses(standing):
            hedge = min(hedge, told.hedge)
        elif told is not None:
            frame, hedge = told.frame, told.hedge
        if frame == "state" and not self._tells_a_deed(index, party):
            return frame, _NOT_AT_ALL
        line = self.lines[index]
        place = next((at for at, left, right in line.places if left <= party.start < right), 0)
        before, after = line.line[:place], line.line[place:]
        end = place + len(after.partition(" ")[0])
        if frame in ("admit", "deny") and speaks_for_another(line.line, place, end)[0]:
            return frame, _NOT_AT_ALL
        if frame == "admit" and (forged(before, after) or self._owns_up_to_nothing(index, party)):
            return frame, _NOT_AT_ALL
        return frame, BY_HEARSAY if frame == "admit" and doubtful(before) else hedge

    def _owns_up_to_nothing(self, index: int, party: Party) -> bool:
        """Tell whether a name is a claimant's ally's, or that of who tells what was done to it."""
        sentence = self._prose.sentences[index]
        before = self._prose.text[sentence.start : party.start]
        after = self._prose.text[party.end : sentence.end].casefold()
        line = self.lines[index]
        place = next((at for at, left, right in line.places if left <= party.start < right), 0)
        return stands_by(before) or tells_of_others(after) or names_another(line, place)

    def _words(self, index: int, party: Party) -> tuple[int, int]:
        """Return the words of the sentence that are about a mention, and nobody else's.

        They lie in the innermost content that holds the mention, and end where another voice
        begins: who says something else in the same sentence accuses nobody.
        """
        sentence = self._prose.sentences[index]
        start, end = sentence.start, sentence.end
        said = self._sourcing.at(party.start, party.end)
        for content in said.content if said else ():
            if content.start <= party.start and party.end <= content.end:
                start, end = max(start, content.start), min(end, content.end)
        following = bisect_left(self._voices, party.end)
        return start, min([end, *self._voices[following : following + 1]])

    def _tells_a_deed(self, index: int, party: Party) -> bool:
        """Tell whether the words about a mention tell of a deed: "the group was founded" does not.

        What the author is to state as a fact has to be stated. Whoever is described and not named
        may be so by the deed ("the raiders who ...").
        """
        if party.kind == "description" or not party.name[:1].isupper():
            return True
        start, end = self._words(index, party)
        known = event_words()
        return any(
            start <= token.start < end
            and token.lower in known.incident_nouns | known.doers | known.deeds
            for token in self._prose.sentences[index].tokens
        )

    def _doubted(
        self, frame: Frame, hedge: int, told: Backing | None, index: int, party: Party
    ) -> int:
        """Return how firm the narrator's own words are: "suspected X militants attacked"."""
        before = self._prose.text[self._prose.sentences[index].start : party.start]
        guess = told is None and frame in ("state", "accuse") and only_suspected(before)
        return min(hedge, _POSSIBLE) if guess else hedge

    def _law(self, index: int) -> tuple[str, re.Match[str] | None]:
        """Return a sentence in small letters, and where it tells of an arrest or a charge."""
        told = self._told(index)
        found = (each.search(told) for each in _worded()["charged"])
        return told, next(filter(None, found), None)

    def _is_held(self, index: int, party: Party) -> bool:
        """Tell whether the words about a mention are those by which only authorities accuse."""
        start, end = self._words(index, party)
        return _matches("charged", self._prose.text[start:end].casefold())

    def _told(self, index: int) -> str:
        """Return a sentence in small letters on one line."""
        sentence = self._prose.sentences[index]
        return " ".join(self._prose.text[sentence.start : sentence.end].casefold().split())

    def _said(self, one: Suspected) -> bool:
        """Tell whether the one who speaks there does what the standing needs, or the words do."""
        said = self._sourcing.at(one.span.start, one.span.end)
        needed = _NEEDS.get(one.standing)
        if needed is None:
            return said is None or not said.negated
        made = [
            each
            for each in self._sourcing.attributions
            if each.source is not None and each.source.overlap(one.span)
        ]
        made = [each for each in (*made, *filter(None, [said])) if each.act in needed]
        if made:
            return not all(each.negated for each in made)  # "without claiming it"
        told = self._told(self._prose.sentence_at(one.span.start))
        if one.standing == "cleared" and _CONVICTED.search(told):
            return False  # "the men were convicted, and seven others acquitted"
        words = _worded()[one.standing]
        if one.standing == "admitted" and said is None:
            words += _worded()["admitted_oneself"]
        return any(each.search(told) for each in words)


@cache
def _worded() -> Mapping[str, tuple[re.Pattern[str], ...]]:
    """Return the words that bear out a guess that somebody owns up, denies or was cleared."""
    table = load("standing_words", dict[str, list[str]], LEXICON)
    return {standing: tuple(map(re.compile, each)) for standing, each in table.items()}


def _matches(standing: str, told: str) -> bool:
    """Tell whether words in small letters bear out a standing."""
    return any(each.search(told) for each in _worded()[standing])


def _may_be_a_person(name: str) -> bool:
    """Tell whether a name could be a person's: no word of it joins others or means a body."""
    joining = closed("determiners") | closed("prepositions") | {"and"}
    if name.isupper() and name.isalpha() and len(name) <= _INITIALS:
        return False  # "the VDA", in a text that has small letters
    return not any(part in joining or is_body(part) for part in name.casefold().split())
