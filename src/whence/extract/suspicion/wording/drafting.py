"""What a sentence's words claim about one party, before it is known who says so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from whence.extract.facts.words import is_people
from whence.extract.lexicon import words
from whence.extract.parties import Party
from whence.extract.place.words import words as place_words
from whence.extract.suspicion.deed.blame import tells_a_deed
from whence.extract.suspicion.naming.bands import is_body
from whence.extract.suspicion.naming.resolving import Named, Resolver
from whence.extract.suspicion.naming.taken_up import arrested_beside, suspects
from whence.extract.suspicion.speaking.accuser import investigates
from whence.extract.suspicion.wording.grammar import Frame
from whence.extract.suspicion.wording.matching import Found
from whence.extract.suspicion.wording.rendering import Rendered
from whence.model.claim import PartyKind, Predicate

_RANK: tuple[Frame, ...] = (
    "clear", "convict", "refute", "deny", "absent", "admit", "charge", "accuse", "describe",
    "stage", "origin", "mishap", "state",
)  # fmt: skip
_SAID_OF_ONESELF = frozenset(("said_not", "said_not_done", "said_not_its", "said_not_there"))
_ANSWERING = frozenset(
    (
        "denied_charges",
        "charge_is_false",
        "which_it_denies",
        "denied_it",
        "plea",
        "no_guilt",
        "said_not_its",
        "pleaded_guilty",
        "admitted_it",
        "wrongly_taken",
    )
)
"""Patterns whose words are about the incident only where the party was accused of it before."""
_OF_THE_ACCUSED = frozenset(
    ("pronoun_denied", "counsel_denied", "group_denied", "pronoun_cleared", "ruled_them_out")
)
_OF_HIM = frozenset(("him_accused", "him_accused_attack", "him_accused_doing"))
"""Patterns that accuse one person named before by a pronoun."""
_AGAIN_OF_HIM = frozenset(("him_charged", "he_was_accused", "he_was_charged"))
"""The same, where a victim may have been charged with another deed: who was accused is meant."""
_ANSWERS = _ANSWERING | _SAID_OF_ONESELF | _OF_THE_ACCUSED | _OF_HIM | _AGAIN_OF_HIM
"""Patterns that answer an accusation, or name whom they are about by a pronoun."""


def answers(found: Found) -> bool:
    """Tell whether words are about the incident only by an accusation that went before."""
    return found.pattern.accused or found.pattern.name in _ANSWERS


_PERSONAL = re.compile(r" (?:he|she) ")
"""By such a word somebody may mean another than himself."""
_OWN_UP_UNSIGNED = frozenset(("group", "class"))
_BODIES = _OWN_UP_UNSIGNED | {"body"}


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim without its source. Offsets count in the document's text.

    [start, end) are the words that state it, [subject_start, subject_end) the party's name (equal
    where the words name nobody, as "a false flag" does). ``victim`` are the words for who was
    killed where the pattern names one, and ``also`` are more words that state it, in another
    sentence.
    """

    sentence: int
    frame: Frame
    predicate: Predicate
    subject: str
    kind: PartyKind
    subject_start: int
    subject_end: int
    start: int
    end: int
    polarity: bool
    hedge: int
    rejected: bool = False
    retracted: bool = False
    insinuation: bool = False
    victim: str | None = None
    also: tuple[int, int] | None = None

    @property
    def ranges(self) -> tuple[tuple[int, int], ...]:
        """All words that state the claim, in the order of the text."""
        here = (self.start, self.end)
        return (self.also, here) if self.also else (here,)

    @property
    def key(self) -> tuple[object, ...]:
        """What makes two drafts of one sentence the same claim."""
        whom = "" if self.kind == "victim_side" else self.subject.casefold()
        return self.sentence, whom, self.predicate, self.polarity

    @property
    def rank(self) -> tuple[int, int]:
        """Order of preference among drafts with one key: the more telling frame, then length."""
        return _RANK.index(self.frame), self.start - self.end


def draft(
    found: Found, rendered: Rendered, resolver: Resolver, target: str | None
) -> Iterator[Draft]:
    """Yield one draft for each party that a pattern names; who cannot be told gives none."""
    pattern, commitment = found.pattern, found.commitment
    first = found.clause if commitment.start is None else min(found.clause, commitment.start)
    start, end = rendered.range(min(first, found.start), found.end)
    for named, at in _named(found, rendered, resolver, target):
        yield Draft(
            rendered.index,
            pattern.frame,
            pattern.predicate,
            named.name,
            named.kind,
            at[0],
            at[1],
            start,
            end,
            commitment.polarity,
            commitment.hedge,
            commitment.rejected,
            commitment.retracted,
            victim=found.victim,
        )


def _named(
    found: Found, rendered: Rendered, resolver: Resolver, target: str | None
) -> Iterator[tuple[Named, tuple[int, int]]]:
    whole = rendered.range(found.start, found.end)
    if found.group is not None:
        members = rendered.groups[found.group]
        for party in members[:1] if _one_alone(found) else members:
            named = resolver.resolve(party, rendered.index)
            if named is not None and found.pattern.name in _ANSWERING:
                named = resolver.answers_for(named)
            sure = named is not None and (not found.pattern.known or _is_known(party, named))
            if named is not None and sure and _fits(found, named, rendered, resolver):
                kind = found.pattern.kind or _kind(found, named, known=party.known)
                yield Named(named.name, kind, named.start, named.end), (named.start, named.end)
    elif found.pattern.slot == "pronoun":
        for named in _meant(found, whole, rendered.index, resolver):
            if found.pattern.name in _OF_HIM and target and _alike(named.name, target):
                continue  # nobody kills himself
            yield named, (named.start, named.end)
    elif found.pattern.slot == "victim":
        yield Named(target or "the victim's side", "victim_side", 0, 0), (whole[0], whole[0])
    elif found.words:
        offset = rendered.line.find(found.words, found.start)
        start, end = rendered.range(offset, offset + len(found.words))
        name = resolver.text(start, end)
        yield Named(name, "description", start, end), (start, end)


def _is_known(party: Party, named: Named) -> bool:
    """Tell whether words name a state, a body or a band, and nobody and nothing else.

    A name of several words that is no person's is a band's; a single word may be a place's.
    """
    if named.kind == "person":
        return False
    return party.known or named.kind != "group" or " " in named.name


def _meant(
    found: Found, whole: tuple[int, int], index: int, resolver: Resolver
) -> tuple[Named, ...]:
    """Return whom a pronoun or "his country" stands for."""
    if found.pattern.name.startswith("country_"):
        return resolver.country(whole[0], index)
    if found.pattern.accused:
        return suspects(found.words, whole[0], index, resolver)
    if found.pattern.name.startswith("we_"):
        return resolver.speaker(whole[0], index)
    if found.pattern.name in _OF_HIM | _AGAIN_OF_HIM:
        him = resolver.person_before(whole[0], index)
        known = found.pattern.name in _OF_HIM or any(resolver.was_accused(n.name) for n in him)
        return him if known else ()
    accused = resolver.pronoun(index)
    if found.pattern.name == "group_denied":
        return accused if len(accused) == 1 and accused[0].kind in _BODIES else ()
    if found.pattern.name == "counsel_denied" and resolver.names_somebody(whole[0], index):
        him = resolver.person_before(whole[0], index)
        return him if any(resolver.was_accused(n.name) for n in him) else ()
    return accused


def _alike(name: str, target: str) -> bool:
    """Tell whether a name ends in a word of the victim's."""
    return name.casefold().split()[-1] in target.casefold().split()


def _one_alone(found: Found) -> bool:
    """Tell whether the noun before a name means one: "the bombing suspect A, B and C said"."""
    nouns = found.text.partition("⟦")[0].split()
    of_nouns = found.pattern.open and not found.pattern.told  # "sentenced A and B" is no noun
    return of_nouns and bool(nouns) and not nouns[-1].endswith(("s", "men"))


def _fits(found: Found, named: Named, rendered: Rendered, resolver: Resolver) -> bool:
    """Tell whether a pattern's words say of this party what they say of others.

    A person who takes responsibility owns up to a duty, not to the deed; "the charges" are about
    the incident only where the party was accused of it before; a message without a sender is a
    group's way to own up, and an accusation where it names a state, its army or a person; where
    suspects come from accuses no state.
    """
    if found.pattern.name.startswith("message_"):
        return named.kind in _OWN_UP_UNSIGNED
    if found.pattern.told and not _held_by_name(named):
        return False
    if found.pattern.name == "suspects_were":
        return named.kind != "state"
    if found.pattern.name == "claim_dismissed" and named.kind == "state":
        return "responsib" in found.text  # what "Berlin claims" is no deed of its own
    if found.pattern.frame in ("deny", "admit") and named.kind != "person":
        himself = _HIMSELF if found.pattern.frame == "deny" else _HE
        if himself.match(found.text):
            return False  # "the police say he did it", "X's leader, Y, denied that he did it"
    if found.pattern.name == "claimed_deed" and not _owns_the_deed(found, named):
        return False
    if found.pattern.name == "framed" and "set up" in found.text:
        return named.kind == "person"  # a body that "was set up" was founded
    if found.pattern.name == "claimed" and named.kind == "person":
        return "claim" in found.text or "admit" in found.text
    return _answered(found, named, rendered, resolver)


def _held_by_name(named: Named) -> bool:
    """Tell whether the law holds a person: a name that no word of makes a place's or a body's."""
    if named.kind == "person":
        return True
    parts = named.name.split()
    if named.kind != "group" or not 1 < len(parts) <= _LONGEST_NAME or named.name.isupper():
        return False
    lower = [one.casefold() for one in parts]
    common = (is_body(one) or is_people(one) or one in words("of_the_law") for one in lower)
    capital = all(one[:1].isupper() and not one.isupper() for one in parts)
    return capital and not any(common) and lower[-1] not in place_words().heads


_LONGEST_NAME = 4


def _answered(found: Found, named: Named, rendered: Rendered, resolver: Resolver) -> bool:
    """Tell whether words that answer an accusation are about somebody who was accused."""
    answering = (
        found.pattern.accused
        or found.pattern.name in _ANSWERING
        or (found.pattern.name in _SAID_OF_ONESELF and _PERSONAL.search(found.text) is not None)
    )
    if found.pattern.name == "pleaded_guilty":
        return resolver.was_accused(named.name) or resolver.named_with_accused(
            named.name, rendered.index
        )
    if found.pattern.name in _PLEAS and tells_a_deed(found.text):
        return True
    if found.pattern.accused and arrested_beside(found.text, rendered.line[found.end :]):
        return True
    return not answering or resolver.was_accused(named.name)


def _owns_the_deed(found: Found, named: Named) -> bool:
    """Tell whether somebody who says what was hit, burned or raided may mean his own deed.

    Police were at work, and in "she said it hit the car" something else did it.
    """
    of_a_thing = named.kind == "person" and " it " in found.text
    return not of_a_thing and not investigates(named.name)


_PLEAS = frozenset(("plea", "no_guilt"))
"""What only a defendant says: whoever pleads to a deed was charged with it, told or not."""
_HE = re.compile(r"⟦\d+⟧[^⟦]* (?:he|she) ")
"""What a body, which is no person, says of one."""
_HIMSELF = re.compile(r"⟦\d+⟧[^⟦]*+⟦\d+⟧[^⟦]* (?:he|she) ")
"""What somebody named behind a party denies of one person."""


def _kind(found: Found, named: Named, *, known: bool) -> PartyKind:
    """Return what kind a party is; who is charged or convicted by a full name is a person.

    A group that the document's words tell to be one stays one: its members are charged.
    """
    charged = not known and found.pattern.frame in ("charge", "convict") and " " in named.name
    return "person" if charged and named.kind == "group" else named.kind


def best(drafts: list[Draft]) -> list[Draft]:
    """Keep one draft for each party and predicate of a sentence, in the order of the text."""
    kept: dict[tuple[object, ...], Draft] = {}
    for candidate in sorted(drafts, key=lambda d: (d.rank, d.start, d.end)):
        kept.setdefault(candidate.key, candidate)
    return sorted(kept.values(), key=lambda d: (d.start, d.subject_start, d.predicate))
