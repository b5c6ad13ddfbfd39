"""Whose act an arrest, a charge, a clearing or a verdict is that a report tells by itself.

"The Harbour Court acquitted X", "X was arrested by the police": the outlet reports what an
authority did, and two outlets that tell of one court's verdict have one origin. The authority is
the origin only where the clause that tells of the act names it, as who does it or behind "by".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace as replace_speaker
from functools import cache
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from whence.extract.lexicon import LEXICON
from whence.extract.prose import Prose, tokenize
from whence.extract.sourcing import Sourcing
from whence.extract.speech import chains
from whence.extract.speech.courts import Courts, main_subject
from whence.extract.speech.speakers import Speaker, describe, has_name, head_noun
from whence.extract.suspicion.speaking.accuser import is_authority, is_barred, is_inquiry
from whence.model.attribution import Attribution, Chain, SourceKind
from whence.model.claim import Claim
from whence.model.vocabulary import load

Range = tuple[int, int]
Kind = Literal["charge", "clear", "convict"]

_KINDS: Final[dict[str, Kind]] = {
    "accused": "charge",
    "accused_by_authority": "charge",
    "cleared": "clear",
    "found": "convict",
}
"""What an authority does to a party by which it stands so."""
_REACH: Final = 160
"""Characters before a verb, or between it and a party, that may belong to its clause."""
_LONGEST: Final = 10
"""Words of the longest name of an authority."""
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = (
    r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?|january|february|march|april|may|june"
    r"|july|august|september|october|november|december"
)
_PART = r"(?:morning|afternoon|evening|night|weekend|week|month|year)"
_WHEN = (
    rf"(?:(?:(?:late|early) )?(?:on|in|this|last|late|early) (?:the )?)?(?:{_DAY}|{_MONTH})"
    rf"(?: {_PART})?(?: \d{{1,2}}(?:, \d{{4}})?)?"
    rf"|(?:on|in|this|last|earlier this|late last|early this) (?:the )?{_PART}"
    rf"|on (?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTH})(?: \d{{4}})?"
    r"|yesterday|today|tonight|overnight|earlier|later|in \d{4}"
)
_HELPS = r"has|have|had|also|then|later|since|now|meanwhile|separately|finally|formally|already"
_BEFORE_VERB: Final = re.compile(rf"(?:\s(?:{_WHEN}|{_HELPS}|\w+ly)(?=\s))++\s$", re.IGNORECASE)
"""What stands between an authority and its verb: "on Friday", "have also"."""
_OPENING: Final = re.compile(
    rf"(?:(?:{_WHEN}|{_HELPS}|\w+ly|instead|but|and|so|(?:in|at|near) (?-i:[A-Z])[\w’'-]*)\s)+",
    re.IGNORECASE,
)
_JOINED: Final = re.compile(rf"\b(?:and|but)(?:\s(?:{_WHEN}|{_HELPS}|\w+ly))*+\s$", re.IGNORECASE)
"""Before a verb that has the same subject as the one before it."""
_CLAUSE: Final = re.compile(
    r"[;:?!\n(\[\"“”]\s*|,\s|\s[–—-]+\s"
    r"|\b(?:that|who|which|whom|whose|while|but|as|when|where|after|before|because|since|if)\s"
    r"|\band\s(?=[a-z])"
)
_BREAK: Final = re.compile(
    r"[;:?!\"“”\n]|\.\s(?=[A-Z])|\b(?:who|whom|whose|which|that|while|but|when|where|after|before"
    r"|because|was|were|is|are|said|says|say|told)\b"
)
"""What ends the clause between a verb and whom it is about."""
_OBJECT: Final = re.compile(
    rf"(?:\s(?:{_WHEN}|up|back|out))*+\s(?!(?:with|of|for|in|over|on|by|after|at|from|during|near|to"
    r"|under|as|while|when)\b)\w",
    re.IGNORECASE,
)
"""Behind an active verb: whom it is about. "An officer charged with it" is not who charges."""
_DIRECTED: Final = re.compile(
    rf"(?:\s(?:{_WHEN}))*+\s(?:to (?:court|trial)|into custody|in custody"
    r"|with an? (?:unanimous )?(?:not[- ]guilty|guilty|acquittal|verdict))\b",
    re.IGNORECASE,
)
"""Behind an active verb, before whom it is about: "brought to court the mayor"."""
_BY_ENDS: Final = re.compile(
    rf"[,;:.?!()\"“”\n]|\s[–—-]+\s|\s(?:{_WHEN})\b"
    r"|\s(?:for|over|after|without|and|who|which|whose|that|but|when|while|because|as|to|during|with"
    r"|following|before|pending|near|from|this|last|late|early|on|in(?! (?-i:[A-Z]))|at)\b",
    re.IGNORECASE,
)
_ASIDE: Final = re.compile(r",?[^,;\n\"“”]{0,60},?\s?")
_WHOM: Final = re.compile(r"\bwhom (?:the |an? )?$")
_CLOSES: Final = re.compile(
    r",\s(?:was|were|is|has been|have been|had been|walked)(?:\s\w+){0,2}\s$"
)
"""Where the sentence goes on behind an aside."""
_WITHIN: Final = re.compile(r"\s(?:of|on|in|at|for|from|against|over)\s")
_OWN: Final = re.compile(r"whose|[;\n\"“”]")


class _Table(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    active: dict[Kind, str]
    passive: dict[Kind, str]
    between: str
    bodies: tuple[str, ...]
    offices: tuple[str, ...]
    official: frozenset[str]


@cache
def _table() -> _Table:
    return load("acting", _Table, LEXICON)


@cache
def _verbs(
    voice: Literal["active", "passive"], kind: Kind | None = None, *, by: bool = True
) -> re.Pattern[str]:
    table = _table()
    known = getattr(table, voice)
    either = known[kind] if kind else "|".join(known[one] for one in sorted(known))
    free = r"(?:(?!\b(?:was|were|is|are|been)\b)[^,;:.\n\"“”]){0,60}?"
    mid = rf"(?P<between>{free})\sby\s" if by and voice == "passive" else ""
    return re.compile(rf"\b(?:{either})\b{mid}", re.IGNORECASE)


@cache
def _plainly() -> re.Pattern[str]:
    """Return what may stand before the "by" of an act and tells of no other deed."""
    return re.compile(rf"(?:(?:{_table().between})|\s(?:{_WHEN})){{0,3}}", re.IGNORECASE)


def acted(
    prose: Prose, sourcing: Sourcing, claims: Sequence[Claim]
) -> tuple[tuple[Claim, ...], dict[str, Chain]]:
    """Return the claims, each act of an authority as that authority's, and the chains they need."""
    said = {told.id: told for told in sourcing.attributions}
    made: list[Claim] = []
    found: dict[str, Chain] = {}
    actors = {one.id: _actor(prose, one) for one in claims if one.standing in _KINDS}
    courts = Courts(prose, sourcing, [at for at in actors.values() if at is not None])
    for one in claims:
        claim = one
        attribution = said.get(claim.attribution_id or "")
        aside = attribution is not None and _in_an_aside(prose, claim, attribution)
        unsaid = claim.standing in _KINDS and not claim.insinuation
        actor = None
        if unsaid and (aside or _unsaid(prose, claim, attribution)):
            actor = actors[claim.id] or courts.behind(claim)
        if actor is not None:
            chain = _chain(prose, sourcing, actor)
            found[chain.id] = chain
            claim = replace(claim, chain_id=chain.id, attribution_id=None)
        elif unsaid and aside:
            claim = replace(claim, chain_id=sourcing.narrator.id, attribution_id=None)
        made.append(claim)
    return tuple(made), found


def _unsaid(prose: Prose, claim: Claim, said: Attribution | None) -> bool:
    """Tell whether nobody is named in the sentence of a claim as who says it."""
    if said is None:
        return True
    if said.source is None:
        return said.kind != "direct" and (said.cue is None or _is_act(said.cue.text))
    return said.kind != "direct" and prose.sentence_at(said.source.start) != prose.sentence_at(
        claim.spans[-1].start
    )


def _is_act(cue: str) -> bool:
    """Tell whether a verb is one of an authority's acts and nobody's words: "was acquitted"."""
    verb = _AUXILIARY.sub("", cue)
    return any(
        _verbs(voice, by=False).fullmatch(verb) is not None for voice in ("active", "passive")
    )


_AUXILIARY = re.compile(r"^(?:(?:was|were|is|are|has|have|had|been|being|also|later)\s)+")


def _in_an_aside(prose: Prose, claim: Claim, said: Attribution) -> bool:
    """Tell whether who speaks does so in an aside on a party that the sentence goes on to clear.

    "X, whom the police had shown on television, was acquitted": the police did not say that.
    """
    named = claim.subject_span
    if claim.standing not in ("cleared", "found") or named is None or said.source is None:
        return False
    relative = _WHOM.search(prose.text, max(0, said.source.start - 12), said.source.start)
    if relative is None or not _ASIDE.fullmatch(prose.text, named.end, relative.start()):
        return False
    words = claim.spans[-1]
    kind = _KINDS[claim.standing]
    behind = _verbs("passive", kind, by=False).search(prose.text, said.source.end, words.end + 30)
    return (
        behind is not None
        and _CLOSES.search(prose.text, said.source.end, behind.start()) is not None
    )


def _chain(prose: Prose, sourcing: Sourcing, actor: Range) -> Chain:
    words = prose.text[slice(*actor)]
    speaker = describe(words, actor[0])
    if speaker.kind == "unknown" or (speaker.kind == "person" and not has_name(speaker.who)):
        kind: SourceKind = "body" if _head(words) in _table().bodies else "office"
        bodily = kind == "body" and any(one[:1].isupper() for one in speaker.who.split())
        speaker = replace_speaker(
            speaker, kind=kind, anonymity="organisation" if bodily else "role"
        )
    hop = chains.speaker_hop(speaker, prose.span(*actor))
    return chains.build(prose.document.id, [*sourcing.narrator.hops, hop])


def _actor(prose: Prose, claim: Claim) -> Range | None:
    """Return where the sentence of a claim names the authority whose act it tells."""
    words = claim.spans[-1]
    sentence = prose.sentences[prose.sentence_at(words.start)]
    bounds = (sentence.body, sentence.end)  # a dateline is no part of a name
    named = claim.subject_span
    if named is not None and not (bounds[0] <= named.start < bounds[1]):
        named = None
    told = (words.start, words.end)
    whom = (named.start, named.end) if named else None
    kind = _KINDS[claim.standing]
    for actor in (
        *_behind_by(prose.text, bounds, kind, whom, told),
        *_before_verb(prose.text, bounds, kind, whom, told),
    ):
        if _acts(prose.text[slice(*actor)]):
            return actor
    return None


def _near(bounds: Range, told: Range) -> Range:
    """Return the part of a sentence in which the act upon a party can stand."""
    return max(bounds[0], told[0] - 2 * _REACH), min(bounds[1], told[1] + 2 * _REACH)


def _acts(words: str) -> bool:
    """Tell whether words name an authority that acts as one: a court or police, no man of theirs.

    A state acts by its name alone, and a judge or prosecutor under his own.
    """
    if len(words.split()) > _LONGEST or is_barred(words, frozenset()):
        return False
    who = describe(words)
    if who.kind == "state" or who.unresolved:
        return who.kind == "state"
    known = is_authority(words) or is_inquiry(words) or _head(words) in _table().offices
    official = not _table().official.isdisjoint(words.casefold().split())
    known = known or (official and _head(words) in _table().bodies)
    return known and (_head(words) in _heads() or _named_office(who))


def _head(words: str) -> str:
    """Return the noun that words for an authority are about, in small letters."""
    return head_noun([one.lower for one in tokenize(words.split(",", maxsplit=1)[0])])


@cache
def _heads() -> frozenset[str]:
    return frozenset((*_table().bodies, *_table().offices))


def _named_office(who: Speaker) -> bool:
    """Tell whether words are an office with the name of its holder: "Judge Ana Ruiz"."""
    first = who.who.split()[0].casefold()
    return who.kind == "person" and has_name(who.who) and first in _heads()


def _behind_by(
    text: str, bounds: Range, kind: Kind, whom: Range | None, told: Range
) -> Iterator[Range]:
    """Yield who stands behind the "by" of a passive verb about a party."""
    for verb in _verbs("passive", kind).finditer(text, *_near(bounds, whom or told)):
        end = _BY_ENDS.search(text, verb.end(), bounds[1])
        actor = (verb.end(), end.start() if end else bounds[1])
        # "Convicted of the killing of a farmer by the army": only of courts it is plain that they
        # are no part of the deed.
        if not (_plainly().fullmatch(verb["between"]) or is_inquiry(text[slice(*actor)])):
            continue
        if whom is None:
            if told[0] <= verb.start() < told[1]:
                yield actor
        elif verb.start() >= whom[1]:
            if _goes_on(text, whom[1], verb.start()):
                yield actor
        elif actor[1] <= whom[0] and _ASIDE.fullmatch(text, actor[1], whom[0]):
            yield actor


def _goes_on(text: str, start: int, verb: int) -> bool:
    """Tell whether a passive verb may be of the party that ends at ``start``, behind asides."""
    if verb - start > _REACH or _OWN.search(text, start, verb):
        return False
    return "whom " not in text[start:verb] or _CLOSES.search(text, start, verb) is not None


def _before_verb(
    text: str, bounds: Range, kind: Kind, whom: Range | None, told: Range
) -> Iterator[Range]:
    """Yield who stands before an active verb about a party, the nearest verb first."""
    for verb in reversed(list(_verbs("active", kind).finditer(text, *_near(bounds, whom or told)))):
        if whom is None and not told[0] <= verb.start() < told[1]:
            continue
        actor = _subject(text, bounds[0], verb.start())
        if actor is None or not _acts(text[slice(*actor)]):
            actor = main_subject(text, bounds[0], verb.start()) or actor
        if actor is None:
            continue
        relative = text[max(bounds[0], actor[0] - 5) : actor[0]].casefold() == "whom "
        if relative:
            if whom and whom[1] <= actor[0] and _ASIDE.fullmatch(text, whom[1], actor[0] - 5):
                yield actor
            continue
        goal = whom[0] if whom else told[1]
        gap = text[verb.end() : goal]
        # "Arrested a cousin of X, who is wanted for it" is no act upon X.
        if kind != "clear" and verb.start() < told[0] and _WITHIN.search(gap):
            continue
        if verb.end() <= goal <= verb.end() + _REACH and _is_about(text, verb.end(), goal):
            yield actor


def _is_about(text: str, start: int, goal: int) -> bool:
    """Tell whether what stands behind a verb may be whom it is about, up to his name."""
    if _BREAK.search(text, start, goal):
        return False
    directed = _DIRECTED.match(text, start)
    return directed is not None or _OBJECT.match(text, start) is not None


def _subject(text: str, floor: int, verb: int) -> Range | None:
    """Return who stands before a verb as its subject, or that of the verb it goes on from."""
    start = max(floor, verb - _REACH)
    joined = _JOINED.search(text, start, verb)
    if joined is not None:
        earlier = list(_verbs("active").finditer(text, start, joined.start()))
        held = earlier and not _BREAK.search(text, earlier[-1].end(), joined.start())
        return _subject(text, floor, earlier[-1].start()) if held else None
    led = _BEFORE_VERB.search(text, start, verb)
    end = led.start() if led else verb
    clauses = list(_CLAUSE.finditer(text, start, end))
    begin = clauses[-1].end() if clauses else start
    if begin != floor and not clauses:
        return None
    opening = _OPENING.match(text, begin, end)
    begin = opening.end() if opening else begin
    phrase = text[begin:end]
    left = begin + len(phrase) - len(phrase.lstrip())
    return (left, begin + len(phrase.rstrip())) if phrase.strip() else None
