"""Invented incidents with their reports, as many as wanted: made for measuring, read by nobody.

An incident has 1 to 40 reports. About half of them print an agency's copy, partly rewritten:
sentences are dropped, words are exchanged, sentences of their own are added. The others are their
own words. All may quote the same speakers. What the reports say (chains, statements, claims) is
made with the words, so that no reader is needed. The same seed gives the same documents.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

import numpy as np

from whence.model.attribution import Anonymity, Attribution, Chain, Hop, SourceKind
from whence.model.claim import Claim
from whence.model.document import Block, Document
from whence.model.fact import Fact
from whence.model.identity import stable_id
from whence.model.report import Report
from whence.model.span import Span

T = TypeVar("T")
_MOST = 40
_OUTLETS = 500
_DAYS = 3650
_COPIED, _KEPT, _CHANGED = 0.5, 0.8, 0.12
_CREDITED, _DATED, _QUOTED, _ACCUSING = 0.6, 0.9, 0.6, 0.35

_WORDS: dict[str, str] = {
    "A": "old new small northern southern eastern western narrow burning crowded empty armed "
    "grey "
    "heavy wooden stolen rented parked white blue red distant nearby central covered "
    "flooded "
    "quiet busy broken locked hidden public private local foreign lone masked young injured",
    "N": "harbour bridge depot market station warehouse mill school ferry tanker convoy "
    "patrol crane "
    "quarry tower barracks checkpoint court library clinic theatre refinery lorry van tram hotel "
    "customs-house granary pipeline substation archive chapel orchard garage jetty causeway",
    "P": "guards boatmen drivers sailors teachers clerks farmers passengers nurses masons bakers "
    "recruits students dockers shepherds miners porters tailors anglers cooks pilots "
    "traders "
    "carpenters gardeners singers welders mechanics florists brewers couriers",
    "V": "damaged struck shook blocked destroyed emptied surrounded searched reached scorched "
    "crushed "
    "flooded sealed shelled overran missed darkened shattered occupied abandoned unsettled "
    "covered paralysed closed cleared",
    "W": "fled waited gathered hid returned shouted wept prayed protested vanished knelt crawled "
    "swam signalled sheltered argued rested sang limped whispered",
    "R": "behind beside beneath above across around outside inside along near past beyond",
    "T": "at-dawn before-noon after-dusk on-Monday on-Tuesday on-Wednesday on-Thursday on-Friday "
    "on-Saturday on-Sunday overnight hours-later within-minutes at-midday shortly-afterwards "
    "for-weeks all-morning until-evening",
    "C": "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy",
}
_SHAPES = (
    "T C A P W R the A N while smoke V the N of _",
    "The A N V the A N R the N and C P W T",
    "C P from _ W T R a A N that somebody had V",
    "A P who W R the A N V another N T",
    "T the N of _ was V by a A N and C A P W",
    "In _ the A P W R the N T because the A N V it",
    "Nobody W R the A N where C P had V the N T",
    "The N which C A P V T stands R a A N in _",
    "A A N and a A N R the N of _ V T as P W",
)
_SPOKEN = (
    "we V the A N and C P W R the N",
    "C A P W R the N T and they V it",
    "the N was V T by P who W R a A N",
)
_STOCK = (
    "No group has claimed responsibility for the attack.",
    "An investigation has been launched.",
    "The office did not respond to a request for comment.",
    "The death toll is expected to rise.",
)
_CHOICES = {kind: tuple(words.split()) for kind, words in _WORDS.items()}
_KIND = {word: kind for kind, words in _CHOICES.items() for word in words}
_ONSETS, _RHYMES = (
    sounds.split()
    for sounds in (
        "b br d dr f g gr h j k kl l m n p r s st t tr v z",
        "a ar e el en i il in o on or u un ad ek ov im as et ul",
    )
)
_OFFICES = ("governor", "mayor", "interior minister", "defence minister")
_BODIES = ("interior ministry", "coast guard", "fire service", "police")
_AGENCIES = ("Reuters", "AFP", "AP", "DPA", "Xinhua")


class Dice:
    """Random choices from one stream of numbers; quicker one by one than numpy's own."""

    def __init__(self, seed: int) -> None:
        self._source = np.random.default_rng(seed)
        self._numbers: list[float] = []

    def roll(self) -> float:
        """Return a number in [0, 1)."""
        if not self._numbers:
            self._numbers = self._source.random(1 << 16).tolist()
        return self._numbers.pop()

    def below(self, count: int) -> int:
        """Return a whole number from 0 to ``count`` - 1."""
        return int(self.roll() * count)

    def pick(self, choices: Sequence[T]) -> T:
        """Return one of the choices."""
        return choices[self.below(len(choices))]

    def name(self, syllables: int) -> str:
        """Return an invented name."""
        parts = [self.pick(_ONSETS) + self.pick(_RHYMES) for _ in range(syllables)]
        return "".join(parts).capitalize()


@dataclass(frozen=True)
class Speaker:
    """Whom a text quotes: the words for it and what sort of source that is."""

    who: str
    kind: SourceKind
    anonymity: Anonymity


@dataclass(frozen=True)
class Line:
    """One sentence of a story; said by somebody, or by the outlet where there is no speaker.

    ``direct`` when the words stand between quotation marks; ``accused`` when they blame somebody.
    """

    words: tuple[str, ...]
    speaker: Speaker | None = None
    direct: bool = False
    accused: str | None = None


@dataclass(frozen=True)
class Incident:
    """What happened somewhere on a day: the agency's copy, and the quotations that all may use."""

    number: int
    place: str
    day: int
    target: str
    copy: tuple[Line, ...]
    quotes: tuple[Line, ...]


def documents(count: int, seed: int = 1) -> Iterator[tuple[Document, Report]]:
    """Yield ``count`` documents with their reports; the same for the same seed."""
    yield from islice(_endless(Dice(seed)), count)


def _endless(dice: Dice) -> Iterator[tuple[Document, Report]]:
    outlets = [f"{dice.name(2)} {dice.pick(('Post', 'Times', 'Herald'))}" for _ in range(_OUTLETS)]
    number = 0
    while True:
        incident = _incident(dice, number)
        agency = dice.pick(_AGENCIES)
        # Most incidents have few reports, some very many.
        for report in range(1 + int(_MOST * dice.roll() ** 3)):
            outlet = f"{agency}" if not report else dice.pick(outlets)
            copied = not report or dice.roll() < _COPIED
            lines = _rewritten(dice, incident) if copied else _own(dice, incident)
            credit = agency if copied and report and dice.roll() < _CREDITED else None
            yield _Page(dice, incident, outlet).print(lines, credit, report)
        number += 1


def _incident(dice: Dice, number: int) -> Incident:
    place = dice.name(2 + dice.below(2))
    first, last = dice.name(2), dice.name(2 + dice.below(2))
    office, body = dice.pick(_OFFICES), dice.pick(_BODIES)
    speakers = (
        Speaker(f"{office.title()} {first} {last}", "person", "named"),
        Speaker(last, "person", "named"),
        Speaker(f"the {place} {body}", "body", "organisation"),
        Speaker(f"a spokesman for the {place} {body}", "office", "role"),
        Speaker("two security officials", "person", "anonymous"),
        Speaker("a police officer", "office", "role"),
        Speaker("the ministry", "body", "organisation"),
    )
    group = f"{dice.name(2)} {dice.pick(('League', 'Front', 'Brigade'))}"
    quotes = [
        Line(_words(dice, dice.pick(_SPOKEN), place), speaker, direct=dice.roll() < _QUOTED)
        for speaker in speakers
    ]
    blame = (*f"the {group} had".split(), *_words(dice, "V the N in _", place))
    accuser = speakers[dice.pick((0, 2, 4))]
    copy = [Line(_words(dice, dice.pick(_SHAPES), place)) for _ in range(8 + dice.below(8))]
    copy[2:2] = [dice.pick(quotes), Line(blame, accuser, accused=group)]
    copy.append(dice.pick(quotes))
    target = f"the {dice.pick(_WORDS['N'].split())} of {place}"
    return Incident(number, place, dice.below(_DAYS), target, tuple(copy), tuple(quotes))


def _words(dice: Dice, shape: str, place: str) -> tuple[str, ...]:
    """Fill a shape: capital letters stand for a word of their kind, the line for the place."""
    return tuple(
        dice.pick(_CHOICES[word]) if word in _CHOICES else place if word == "_" else word
        for word in shape.split()
    )


def _rewritten(dice: Dice, incident: Incident) -> list[Line]:
    """Return the agency's copy with sentences dropped, words exchanged and sentences added."""
    found: list[Line] = []
    for line in incident.copy:
        if dice.roll() < _KEPT:
            words = tuple(
                dice.pick(_CHOICES[_KIND[word]])
                if word in _KIND and dice.roll() < _CHANGED
                else word
                for word in line.words
            )
            found.append(Line(words, line.speaker, line.direct, line.accused))
    found += [Line(_words(dice, dice.pick(_SHAPES), incident.place)) for _ in range(dice.below(4))]
    return found


def _own(dice: Dice, incident: Incident) -> list[Line]:
    """Return an outlet's own words on the incident, with quotations that others have too."""
    found = [
        Line(_words(dice, dice.pick(_SHAPES), incident.place)) for _ in range(5 + dice.below(12))
    ]
    found[1:1] = [dice.pick(incident.quotes) for _ in range(dice.below(4))]
    if dice.roll() < _ACCUSING:
        accusing = next(line for line in incident.copy if line.accused)
        words = accusing.words[:5]
        found.append(Line(words, dice.pick(incident.quotes).speaker, accused=accusing.accused))
    return found


@dataclass
class _Page:
    """A document in the making, with what it says."""

    dice: Dice
    incident: Incident
    outlet: str
    text: str = ""
    chains: dict[str, Chain] = field(default_factory=dict)
    attributions: list[Attribution] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def print(
        self, lines: Sequence[Line], credit: str | None, report: int
    ) -> tuple[Document, Report]:
        """Write the lines down and return the document with its report."""
        incident = self.incident
        key = stable_id("doc", incident.number, report)
        narrator = self._chain(key, None)
        opening = f"{incident.place.upper()} ({credit}) — " if credit else ""
        self.text = opening + "Something happened in " + incident.place + "."
        for line in lines:
            self._sentence(key, line)
        if self.dice.roll() < 1 / 3:
            self.text += "\n" + self.dice.pick(_STOCK)
        start = len(opening)
        fact = Fact(
            id=stable_id("fact", key),
            document_id=key,
            chain_id=narrator.id,
            slot="target",
            value=incident.target,
            spans=(self._span(key, start, self.text.index("\n") if "\n" in self.text else None),),
            extractor="made@1",
        )
        return self._document(key, report), Report(
            id=stable_id("report", key),
            document_id=key,
            attributions=tuple(self.attributions),
            chains=tuple(self.chains.values()),
            facts=(fact,),
            claims=tuple(self.claims),
        )

    def _document(self, key: str, report: int) -> Document:
        days = self.incident.day + report // 12
        dated = f"{2020 + days // 360}-{days % 360 // 30 + 1:02}-{days % 30 + 1:02}"
        return Document(
            id=key,
            location=f"{key}.txt",
            outlet=self.outlet,
            published=f"{dated}T{report % 12 + 8:02}:00Z" if self.dice.roll() < _DATED else None,
            media_type="text/plain",
            text=self.text,
            blocks=(Block(kind="paragraph", start=0, end=len(self.text)),),
            raw_sha256="0" * 64,
            raw_size=len(self.text),
        )

    def _sentence(self, key: str, line: Line) -> None:
        words = " ".join(line.words).replace("-", " ")
        if line.speaker is None:
            self.text += f"\n{words[:1].upper()}{words[1:]}."
            return
        who = line.speaker.who
        before = "\n“" if line.direct else f"\n{who[:1].upper()}{who[1:]} said that "
        start = len(self.text) + len(before)
        self.text += f"{before}{words},” {who} said." if line.direct else f"{before}{words}."
        self._says(key, line, self._span(key, start, start + len(words)))

    def _says(self, key: str, line: Line, content: Span) -> None:
        chain = self._chain(key, line.speaker)
        self.attributions.append(
            Attribution(
                id=stable_id("att", key, len(self.attributions)),
                document_id=key,
                source=None,
                cue=None,
                content=(content,),
                kind="direct" if line.direct else "indirect",
                act="accuse" if line.accused else "say",
                speaker=chain.origin.who,
                anonymity=chain.origin.anonymity,
                chain_id=chain.id,
                extractor="made@1",
            )
        )
        if line.accused:
            self.claims.append(
                Claim(
                    id=stable_id("claim", key, len(self.claims)),
                    document_id=key,
                    chain_id=chain.id,
                    subject=line.accused,
                    subject_kind="group",
                    predicate="carried_out",
                    object="the attack",
                    standing="accused",
                    act="accuse",
                    spans=(content,),
                    extractor="made@1",
                )
            )

    def _chain(self, key: str, speaker: Speaker | None) -> Chain:
        name = speaker.who if speaker else ""
        if name not in self.chains:
            own = Hop(who=self.outlet, how="publishes", kind="outlet", anonymity="organisation")
            said = [
                Hop(who=one.who, how="says", kind=one.kind, anonymity=one.anonymity)
                for one in (speaker,)
                if one is not None
            ]
            self.chains[name] = Chain(
                id=stable_id("chain", key, name), document_id=key, hops=(own, *said)
            )
        return self.chains[name]

    def _span(self, key: str, start: int, end: int | None) -> Span:
        end = len(self.text) if end is None else end
        return Span(document_id=key, start=start, end=end, text=self.text[start:end])
