"""Whom a pronoun, a title or a short form means: somebody told of before in the document."""

import re
from bisect import bisect_left
from dataclasses import replace
from functools import cache

from whence.extract.lexicon import closed, words
from whence.extract.prose import Prose, tokenize
from whence.extract.speech.by_role import by_role
from whence.extract.speech.clients import defended
from whence.extract.speech.several import one_of_them, people_before, people_here
from whence.extract.speech.short_forms import in_full, subject_before
from whence.extract.speech.speakers import (
    BESIDE,
    ONE_OF,
    PART_OF,
    Speaker,
    describe,
    has_name,
    head_noun,
    own_voice,
)
from whence.extract.speech.titled import titled
from whence.extract.suspicion.speaking.speaking_for import is_client
from whence.model.attribution import SourceKind
from whence.model.span import Span

_HE = frozenset({"he", "she", "his", "her", "him"})
_THEY = frozenset({"they", "their", "them"})
_IT = frozenset({"it", "its"})
_REACH = 900
_NEAR = 600
"""Characters before a pronoun within which its person, and its body or group, is found."""
_PLEA = re.compile(r"\s+(?:\w+\s+){0,2}?(?:plead\w*|pled)\s+(?:not\s+)?(?:guilty|innocent)\b")
_OPENS_CLAUSE = re.compile(r"\s+(?:say|said|believe|claim|allege|think|suspect)\b")
"""What may follow "they" of those with whom the sentence begins: "people they say were shot"."""
_GAP = re.compile(r"\[(?:\.{3}|…)\]")


def resolve(prose: Prose, source: Span, cue: str, known: list[Speaker]) -> Speaker:
    """Return who ``source`` stands for, given the speakers ``known`` so far, in text order.

    What cannot be resolved keeps its own words and is marked unknown: nothing is guessed across a
    gap in the text ("[...]").
    """
    low = source.text.casefold().strip()
    pleads = low in _HE and _PLEA.match(prose.text, source.end) is not None
    if (pleads or is_client(low)) and (client := defended(known, source.start)) is not None:
        return client
    if low in _HE:
        return _person_before(prose, source, known) or _unresolved(source, "person")
    if low in _THEY:
        return (
            _people_before(prose, source, cue, known)
            or (_OPENS_CLAUSE.match(prose.text, source.end) and people_here(prose, source.start))
            or (not _PLEA.match(prose.text, source.end) and people_before(prose, source.start))
            or _unresolved(source)
        )
    if low in _IT:
        return (
            subject_before(prose, source.start)
            or _body_before(prose, source, known)
            or _unresolved(source)
        )
    if low in {"i", "we"}:
        return own_voice(prose.document) or Speaker(low, "narrator", "unknown")
    several = one_of_them(prose, source, known)
    if several is not None:
        return several
    speaker = describe(source.text, source.start)
    reachable = _within(prose, known, source.start, 4000)
    earlier = _earlier_form(source.text, speaker, reachable)
    told = [*reachable, *_within(prose, _titled(prose, source.start), source.start, _REACH)]
    told.sort(key=lambda one: one.position)
    return earlier or in_full(prose, source) or by_role(source.text, speaker, told) or speaker


def _unresolved(source: Span, kind: SourceKind = "unknown") -> Speaker:
    return Speaker(f"“{source.text}” (not identified)", kind, "unknown", unresolved=True)


def _within(prose: Prose, known: list[Speaker], end: int, reach: int) -> list[Speaker]:
    """Return those of the speakers, in text order, who stand at most ``reach`` before ``end``.

    Whoever stands before a gap in the text is out of reach.
    """
    start = max(0, end - reach)
    for gap in _GAP.finditer(prose.text, start, end):
        start = gap.start() + 1
    return known[bisect_left(known, start, key=lambda speaker: speaker.position) :]


def _person_before(prose: Prose, source: Span, known: list[Speaker]) -> Speaker | None:
    """Return the nearest person before a pronoun, sources and titled names alike."""
    reachable = _within(prose, known, source.start, _REACH)
    titled = _within(prose, _titled(prose, source.start), source.start, _REACH)
    candidates = [*reachable, *titled]
    persons = [
        speaker
        for speaker in candidates
        if speaker.kind in {"person", "office"}
        and not speaker.plural
        and speaker.position < source.start
        and speaker.anonymity != "unknown"
    ]
    return max(persons, key=lambda speaker: speaker.position, default=None)


def _titled(prose: Prose, limit: int) -> list[Speaker]:
    """Return persons introduced by a title outside quotations before ``limit``."""
    return [describe(prose.text[start:end], start) for start, end in titled(prose, limit)]


def _people_before(prose: Prose, source: Span, cue: str, known: list[Speaker]) -> Speaker | None:
    """Return the plural or corporate party that "they" stands for.

    Who denies is who was accused: the nearest plural group named. Who goes on speaking is the
    last plural or corporate source; whom "they pleaded" means is left open.
    """
    index = prose.sentence_at(source.start)
    if cue.casefold().startswith(("den", "reject", "dismiss")) and index > 0:
        group = _group_in(prose, prose.sentences[index - 1].start, source.start)
        if group is not None:
            return group
    if _PLEA.match(prose.text, source.end):
        return None  # who pleads is charged, and seldom who spoke last: that was the prosecution
    plural = [
        speaker
        for speaker in _within(prose, known, source.start, _NEAR)
        if speaker.position < source.start
        and (speaker.plural or speaker.kind in {"outlet", "agency", "body", "group"})
    ]
    return max(plural, key=lambda speaker: speaker.position, default=None)


def _body_before(prose: Prose, source: Span, known: list[Speaker]) -> Speaker | None:
    """Return the last body, group, state or outlet that spoke before "it"."""
    bodies = [
        speaker
        for speaker in _within(prose, known, source.start, _NEAR)
        if speaker.kind in {"body", "group", "state", "outlet", "agency", "document"}
        or (speaker.kind == "person" and speaker.anonymity == "named" and not speaker.plural)
    ]
    nearest = max(
        (speaker for speaker in bodies if speaker.position < source.start),
        key=lambda speaker: speaker.position,
        default=None,
    )
    person = nearest is not None and nearest.kind == "person" and has_name(nearest.who)
    return None if person else nearest


def _group_in(prose: Prose, start: int, end: int) -> Speaker | None:
    tokens = tokenize(prose.text, start, end)
    for index in range(len(tokens) - 1, -1, -1):
        low = tokens[index].lower
        if low in closed("group_nouns") and low.endswith("s"):
            first = index
            while first > 0 and (
                tokens[first - 1].text[0].isupper() or "-" in tokens[first - 1].text
            ):
                first -= 1
            return describe(
                prose.text[tokens[first].start : tokens[index].end], tokens[first].start
            )
    return None


def _earlier_form(text: str, speaker: Speaker, known: list[Speaker]) -> Speaker | None:
    """Match a short or definite form with its earlier full form: "the officials", "Mr X"."""
    single = ONE_OF.match(text) is not None
    definite = single or re.match(r"(?:the|these|those|both)\s", text, re.IGNORECASE)
    noun = _noun_of(speaker)
    for earlier in reversed(known):
        if _joins(earlier.who) and not _joins(speaker.who):
            continue  # "the opposition" is not "the government and the opposition"
        by_name = earlier.anonymity == "named" or _ends_in_name(earlier.who)
        if speaker.anonymity == "named" and by_name and _extends(earlier.who, speaker.who):
            return earlier
        if not definite or speaker.anonymity in {"named", "organisation"}:
            continue
        if single and not (earlier.plural or ONE_OF.match(earlier.who)):
            continue
        if speaker.plural != earlier.plural and not single:
            continue  # "the official" is not "two officials"
        other = _noun_of(earlier)
        if other.rstrip("s") == noun.rstrip("s") and _agrees(speaker.who, earlier.who):
            return _one_of(earlier, speaker) if single and earlier.plural else earlier
    return None


def _ends_in_name(who: str) -> bool:
    """Tell whether a description ends in somebody's full name, and not in whose he is.

    "The RNC Chief of Staff Ana Ruiz" does, "a lawyer for Ana Ruiz" and "Ruiz supporters" do not.
    """
    return _FULL_NAME.search(who) is not None and _WHOSE.search(who) is None


_FULL_NAME = re.compile(r"(?:^|\s)[A-Z][\w’'.-]*\s+[A-Z][\w’'-]*(?:\s*\([^)]*\)|,.*)?$")
_WHOSE = re.compile(r"\bfor\b|(?:^|\s)[a-z]+\s+of\b")


def _joins(who: str) -> bool:
    return " and " in BESIDE.split(who)[0]


def _noun_of(speaker: Speaker) -> str:
    """Return the noun of a description: "officials" in "one of the officials"."""
    head = PART_OF.sub("", speaker.who.split(",")[0])
    return head_noun([token.lower for token in tokenize(head)])


def _one_of(several: Speaker, speaker: Speaker) -> Speaker:
    """Return one of several people introduced before, in the words of their description."""
    tokens = tokenize(several.who.split(",")[0])
    first = 0
    while first < len(tokens) - 1 and tokens[first].lower in closed("determiners"):
        first += 1
    described = several.who.split(",")[0][tokens[first].start :]
    return replace(speaker, who=f"one of the {described}")


def _agrees(short: str, full: str) -> bool:
    """Tell whether every word of the short form stands in the full one ("security officials")."""
    mine = {token.lower.rstrip("s") for token in tokenize(short)} - {"the", "two", "three", "both"}
    mine -= {"one", "of", "these", "those", "a"}
    return mine <= {token.lower.rstrip("s") for token in tokenize(full)}


def _extends(full: str, short: str) -> bool:
    """Tell whether ``short`` is the surname of the person whom ``full`` names in full.

    An office before the surname that is no mere title ("Sheriff Ruiz") is an office of the same
    person, where ``full`` tells of no other.
    """
    told = [token for token in tokenize(short) if token.text[0].isalnum()]
    names = [token.text for token in told if token.lower not in words("titles")]
    office = told[-2].lower if len(told) > 1 else ""
    if len(names) > 1 and office in _offices():
        names = names[-1:] if _may_be(full, office) else []
    whole = [
        token.text.casefold() for token in tokenize(BESIDE.sub(" ", full.split(",", maxsplit=1)[0]))
    ]
    if len(names) != 1 or len(whole) < 2:
        return False
    name = names[0].casefold().removeprefix("al-")
    return any(word.removeprefix("al-") == name for word in whole[1:])


def _may_be(full: str, office: str) -> bool:
    """Tell whether a description names an office, or nothing but a name."""
    said = [token.lower for token in tokenize(full)]
    return office in said or ("," not in said and _offices().isdisjoint(said))


@cache
def _offices() -> frozenset[str]:
    return words("titles") | words("forms_of_address")
