"""Whether the one who names a party is an authority, an inquiry, or the party itself."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

from msgspec import Struct

from whence.extract.lexicon import LEXICON
from whence.extract.parties import Census
from whence.extract.parties.words import lexicon
from whence.extract.prose import Prose, Token
from whence.extract.sourcing import Sourcing
from whence.model.attribution import Attribution
from whence.model.vocabulary import load
from whence.names.countries import state
from whence.names.spelling import name_words, same_spelling, skeleton

_PARTS = re.compile(r"[,;()–—]|\band\b|\bas well as\b|\btold\b|\bsaid\b")
_BEFORE, _AFTER = 60, 110
_CUE = 3
"""Words in which somebody says something; more of them are the sentence around it."""
_SHORT = 3
"""A last name of so few letters is too often another word."""
_CLAUSE_END = re.compile(r"[.;:!?]|\b(?:said|told|added|says|which)\b")


_TELLS = re.compile(
    r"\b(?:sa(?:y|ys|id)\b|stat(?:e|ed|es)\b|writ|wrote|report|blam|nam|hold|held|identif|declar)",
    re.IGNORECASE,
)
"""How it tells what it holds to be so: a court that released somebody found nothing either."""
_UNDECIDED = re.compile(
    r"\b(?:hear|accus|alleg|charg|indict|suspect|believ|told|order|ask)", re.IGNORECASE
)
"""How the word of a court opens by which it has found nothing yet."""


class _Table(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    offices: tuple[str, ...]
    inquiries: tuple[str, ...]
    deciding: tuple[str, ...]
    standing: tuple[str, ...]
    investigating: tuple[str, ...]
    finding: tuple[str, ...]
    ruling: tuple[str, ...]
    barred: tuple[str, ...]
    irregular: tuple[str, ...]
    arms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Accuser:
    """Who names the party: what they are called here, and what that makes their word.

    ``document`` tells that the first hand is a text, as the report of a commission is, ``body``
    that it is a court or commission itself, and ``investigating`` that it is police, prosecution
    or another office that looks into crimes.
    """

    names: str
    authority: bool = False
    inquiry: bool = False
    document: bool = False
    body: bool = False
    investigating: bool = False


def is_finding(who: Accuser, cue: str, *, flat: bool, absent: bool) -> bool:
    """Tell whether an inquiry found what it says, by the verb with which it does.

    What a court or commission puts down in a report, says as one body, ``flat`` without any doubt,
    or says of who had no part (``absent``) is what it found, whatever the verb; but a court that
    accuses or hears something found nothing.
    """
    flatly = who.body and flat and _TELLS.search(cue) and not _UNDECIDED.search(cue)
    ruled = len(cue.split()) <= _CUE and _table()["ruling"].search(cue.casefold())
    return who.inquiry and bool(who.document or flatly or absent or ruled or finds(cue))


def looked_into(who: Accuser, subject: str, *, person: bool) -> bool:
    """Tell whether somebody is heard on a party that had no part: police never on police."""
    heard = who.investigating or who.inquiry or (who.authority and person)
    return heard and not investigates(subject)


@dataclass(frozen=True, slots=True)
class _Told:
    """What a text tells of a name: the first words beside it; whether any are an authority's."""

    first: list[str]
    authority: bool


@cache
def _table() -> dict[str, re.Pattern[str]]:
    table = load("authorities", _Table, LEXICON)
    inquiries, finding = (
        "|".join(map(re.escape, entries)) for entries in (table.inquiries, table.finding)
    )
    found = re.compile(rf"\b(?:{inquiries})\b(?: \w+){{0,2}}? (?:{finding})\b")
    irregular, arms = "|".join(table.irregular), "|".join(table.arms)
    own_army = re.compile(rf"\b(?:{irregular})\b(?: \w+){{0,1}}? (?:{arms})\b")
    deciding = "|".join(map(re.escape, table.deciding))
    body = re.compile(rf"\b(?:{deciding})(?: of (?:inquiry|enquiry|appeals?))?$")
    return {"found": found, "irregular": own_army, "body": body} | {
        name: re.compile(rf"\b(?:{'|'.join(map(re.escape, entries))})\b")
        for name, entries in (
            ("offices", table.offices),
            ("inquiries", table.inquiries),
            ("standing", table.standing),
            ("investigating", table.investigating),
            ("finding", table.finding),
            ("ruling", table.ruling),
            ("barred", table.barred),
        )
    }


def is_authority(text: str, groups: frozenset[str] = frozenset()) -> bool:
    """Tell whether words for a source name a public authority of some state.

    Of several sources ("officials and militia sources") one is enough; a word for a group, a
    medium or a former office bars its part. ``groups`` are names of groups in the document.
    """
    return any(_part_is_authority(part, groups) for part in _PARTS.split(text.casefold()))


def _part_is_authority(part: str, groups: frozenset[str]) -> bool:
    if _is_irregular(part, groups):
        return False
    if _table()["offices"].search(part):
        return True
    return state(part.strip()) is not None  # a state itself; its people are no authority


def is_inquiry(text: str) -> bool:
    """Tell whether words for a source name a court, a commission or another inquiry.

    Who pleads before one is none: "the prosecutor at the Harbour Court". Nor are the papers that
    are put before it: "a court filing".
    """
    plain = text.casefold()
    pleads = _PLEADS.match(plain) or _PAPERS.search(plain)
    return bool(_table()["inquiries"].search(plain)) and not pleads


_PLEADS = re.compile(
    r"\W*(?:[\w’'.-]+ ){0,3}?(?:prosecutors?|attorneys?|lawyers?|counsel|advocates?|police"
    r"|detectives?)\b(?! (?:commission|court|inquiry|tribunal|panel|board|complaints))"
)


_PAPERS = re.compile(
    r"\b(?:court|tribunal|grand jury)(?:[’']s)?(?: \w+)? (?:filings?|documents?|papers?|records?"
    r"|complaints?|motions?|submissions?|affidavits?|testimony|hearings?|statements?|files?"
    r"|indictments?|dockets?|proceedings|appearances?)\b"
    r"|\b(?:filings?|documents?|papers|records|motions?|affidavits?|complaints?|statements?"
    r"|indictments?) (?:filed |submitted |lodged |presented |unsealed |made |read ){0,2}"
    r"(?:in|with|to|before|at|from) (?:an?|the) (?:\w+ ){0,3}?(?:court|tribunal|judge|magistrate)\b"
)


def investigates(text: str) -> bool:
    """Tell whether words speak of police, prosecution or another office that looks into crimes."""
    return bool(_table()["investigating"].search(text.casefold()))


def _is_body(speaker: str) -> bool:
    """Tell whether a speaker, casefolded, is a court or commission that decides as one."""
    body, standing = _table()["body"], _table()["standing"]
    return body.search(speaker) is not None and not standing.search(speaker)


def finds(text: str) -> bool:
    """Tell whether words say that something was found, ruled or proved."""
    return bool(_table()["finding"].search(text.casefold()))


@dataclass(frozen=True)
class Accusers:
    """The sources of one document; what it tells of a name is looked up once for each name."""

    prose: Prose
    sourcing: Sourcing
    census: Census
    _known: dict[str, _Told] = field(default_factory=dict)

    def of_attribution(self, attribution: Attribution) -> Accuser:
        """Return who stands behind an attribution, by all that the document says of them."""
        groups = self.census.groups
        origin = self.sourcing.chains[attribution.chain_id].origin
        told = self._told(attribution.speaker)
        around = _around(attribution, self.prose)
        described = [attribution.speaker, origin.who, *around, *told.first][:3]
        barred = is_barred(described[2], groups) if len(described) > 2 else False
        authority = not barred and (
            told.authority or any(is_authority(text, groups) for text in described)
        )
        return Accuser(
            " | ".join(described),
            authority or (origin.kind == "state" and not barred),
            any(is_inquiry(text) for text in described),
            origin.kind == "document",
            _is_body(attribution.speaker.casefold()),
            not barred and any(investigates(text) for text in described),
        )

    def _told(self, name: str) -> _Told:
        known = self._known.get(name)
        if known is None:
            texts = self._elsewhere(name)
            authority = any(is_authority(text, self.census.groups) for text in texts)
            known = self._known[name] = _Told(texts[:1], authority)
        return known

    def _elsewhere(self, name: str) -> list[str]:
        """Return what stands right before and after a person's name wherever the text has it."""
        wanted = name_words(name)
        if not wanted or (not name[:1].isupper() and not name.startswith(("al-", "el-"))):
            return []
        last = wanted[-1]
        if len(last) <= _SHORT:
            return []
        return [
            text
            for floor, token, word in self._names.get(skeleton(last), ())
            if same_spelling(word, last)
            for text in _description(self.prose.text, floor, token.start, token.end)
        ]

    @cached_property
    def _names(self) -> Mapping[str, list[tuple[int, Token, str]]]:
        """Each word that may end a name, with its sentence's start, by the skeleton of its end."""
        found: defaultdict[str, list[tuple[int, Token, str]]] = defaultdict(list)
        for sentence in self.prose.sentences:
            for token in sentence.tokens:
                if token.text[0].isupper() or "-" in token.text:
                    for word in name_words(token.text)[-1:]:
                        found[skeleton(word)].append((sentence.start, token, word))
        return found


def is_barred(text: str, groups: frozenset[str]) -> bool:
    """Tell whether a source's own words make it no authority in every part ("militia official")."""
    parts = [part for part in _PARTS.split(text.casefold()) if part.strip()]
    return bool(parts) and all(_is_irregular(part, groups) for part in parts)


def _is_irregular(part: str, groups: frozenset[str]) -> bool:
    """Tell whether a part is a group, a medium, a former office or the army of no state."""
    table = _table()
    return bool(table["barred"].search(part) or table["irregular"].search(part)) or any(
        group in part for group in groups
    )


def _around(attribution: Attribution, prose: Prose) -> list[str]:
    """Return the source as the sentence has it, with the apposition that follows it."""
    if attribution.source is None:
        return []
    source = attribution.source
    sentence = prose.sentences[prose.sentence_at(source.start)]
    until = attribution.cue.start if attribution.cue and attribution.cue.start > source.end else 0
    end = min(until or source.end, source.end + _AFTER, sentence.end)
    return [prose.text[source.start : max(end, source.end)]]


def _description(text: str, floor: int, start: int, end: int) -> list[str]:
    before = re.split(
        r"[,.;:]|\b(?:said|told|that|by|of)\b", text[max(floor, start - _BEFORE) : start]
    )
    after = text[end : end + _AFTER]
    found = [_beside(before[-1])]
    if after.lstrip().startswith((",", "(")):
        found.append(_CLAUSE_END.split(after.lstrip(" ,("))[0].split(",")[0])
    return found


def _beside(before: str) -> str:
    """Return the words before a name that are about who bears it, and not who did what to whom.

    "Police chief Ana Ruiz" tells an office, "police questioned Ana Ruiz" and "when police arrived
    Ana Ruiz" do not; "retired" and "exiled" are about the bearer.
    """
    words = before.split()
    verbs = (n for n, word in enumerate(words) if word.islower() and _is_past(word))
    return " ".join(words[max(verbs, default=-1) + 1 :])


def _is_past(word: str) -> bool:
    past = word.endswith("ed") or word in _PAST
    return past and not _table()["barred"].search(word)


_PAST = frozenset(
    ("found", "shot", "took", "held", "led", "let", "saw", "met", "sent", "brought", "gave",
     "caught", "beat", "came", "went", "knew", "heard", "sought", "hit", "drove", "ran", "left",
     "put", "kept", "spoke", "hurt", "made", "drew", "threw", "fought", "got", "paid")
)  # fmt: skip


def in_words(before: str, census: Census) -> Accuser:
    """Return the accuser that the words before an accusing verb name ("the ministry blamed X")."""
    clause = _CLAUSE_END.split(before)[-1]
    found = _table()["found"].search(clause.casefold())
    authority = is_authority(clause, census.groups) or _state_acts(clause)
    return Accuser(clause, authority, found is not None)


def without_office(before: str) -> str:
    """Return the words before a suspect's name without his own office: "the mayor blamed General".

    Whoever is accused accuses nobody by what he is: "Defence Minister X was accused".
    """
    words = before.split()
    offices = lexicon()["titles"] | lexicon()["roles"]
    if not words or words[-1].casefold() not in offices:
        return before
    while words and (
        words[-1].casefold() in offices | _OF_OFFICES or _PROPER.fullmatch(words[-1]) is not None
    ):
        words.pop()
    return " ".join(words)


_PROPER = re.compile(r"[A-Z][\w’'-]*")
_OF_OFFICES = frozenset(
    ("the", "a", "an", "its", "his", "her", "their", "former", "late", "then", "outgoing", "acting",
     "army", "navy", "police", "military", "militia", "rebel", "government", "opposition", "state",
     "senior", "top", "local", "retired", "alleged", "suspected", "accused")
)  # fmt: skip
"""What may stand before an office in small letters, besides the name of a state or body."""


def _state_acts(clause: str) -> bool:
    """Tell whether a clause begins with a state and its verb ("X has blamed", "X accused")."""
    tokens = clause.split()
    tokens = tokens[1:] if tokens[:1] and tokens[0].casefold() == "the" else tokens
    for length in range(1, min(5, len(tokens))):
        following = tokens[length].casefold()
        verb = following in _AUXILIARIES or following.endswith(("ed", "es", "ly"))
        if verb and state(" ".join(tokens[:length])) is not None:
            return True
    return False


_AUXILIARIES = frozenset(("was", "is", "has", "have", "had", "also", "were", "are", "puts", "put"))
