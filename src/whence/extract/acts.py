"""What a speaker does by saying it, how firmly, and whether it is negated."""

import re
from functools import cache

from msgspec import Struct

from whence.extract.lexicon import LEXICON, closed, words
from whence.extract.prose import Prose, tokenize
from whence.extract.rules.vocabulary import act_of_family, cue_at
from whence.model.attribution import Act
from whence.model.reading import Attributed
from whence.model.span import Span
from whence.model.vocabulary import load

_INVOLVEMENT = re.compile(
    r"\b(?:involvement|involved|responsib\w+|behind|role|part in|having (?:carried|done|ordered)|"
    r"carr\w+ out|any link|any connection|complicity|taking part)\b",
    re.IGNORECASE,
)
_REFUSAL = re.compile(
    r"\W*(?:I|we)\s+(?:(?:will|would|can|could|do|am|are)\s+not|cannot|(?:wo|would|ca|could|do)n[’']t"
    r"|(?:I[’']m|we[’']re)\s+not)\s+(?:(?:going|want|wish|like|prepared|able)\s+to\s+)?"
    r"(?:guess|speculate|comment|discuss)\b",
    re.IGNORECASE,
)
"""A speaker's own words that say nothing of the matter."""
_DOING = re.compile(
    r"\W*(?:(?:ever|having) )?(?:attack|bomb|kill|murder|shoot|shot|stabb|assassinat|poison"
    r"|kidnap|abduct|fir|launch|plant|plac|detonat|plott|plann|order|organi[sz]|mastermind|help|aid|arm"
    r"|send|sent|set|commit|beat|tortur)"
    r"(?:ing|ed|en|t)?\b",
    re.IGNORECASE,
)
"""How the words of a deed begin that somebody says he did not do: "denied planting the bomb"."""
_OWN = re.compile(r"\bthat (?:it|they|he|she|we|i)\b", re.IGNORECASE)
"""Whoever rejects that "it" did something speaks of itself."""
_ALLEGATION = re.compile(
    r"\b(?:suggestions?|accusations?|claims?|allegations?|reports?|attempts?|charges?|blame|"
    r"assertions?|rumou?rs?|speculation|insinuations?|theor(?:y|ies))\b",
    re.IGNORECASE,
)
_RESPONSIBILITY = re.compile(r"^\W*(?:\w+\s+){0,2}(?:responsibility|credit)\b", re.IGNORECASE)
_ON = re.compile(r"(?:on|upon|for) \w", re.IGNORECASE)
_PLAINLY = frozenset({"anonymous", "unnamed", "unidentified"})
"""Words that say that somebody is not named, and not why."""
_MARKS = re.compile('["“”]')
_CLAIMING = re.compile(r"\b(?:claim|admit|accept|assum|own|took|tak)")
_OWNED = re.compile(r"\b(?:responsibility|credit)\b")
_BACK = re.compile(r"\bback\b")
_PLEADING = re.compile(r"\bple(?:a)?d")
_NOT_GUILTY = re.compile(r"\W*(?:not guilty|innocent)\b", re.IGNORECASE)


class _Hedges(Struct, frozen=True):
    cues: dict[str, int]
    words: dict[str, int]


@cache
def _hedges() -> tuple[_Hedges, re.Pattern[str]]:
    table = load("hedges", _Hedges, LEXICON)
    longest = sorted(table.words, key=lambda phrase: (-len(phrase), phrase))
    return table, re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", re.IGNORECASE)


def _family(cue: Span | None) -> str:
    if cue is None:
        return "say"
    tokens = tokenize(cue.text)
    found = [cue_at(tokens, index) for index in range(len(tokens))]
    families = [match[0].family for match in found if match]
    return families[-1] if families else "say"


def act_of(attributed: Attributed) -> Act:
    """Return the act of an attribution from its cue and its content."""
    family = _family(attributed.cue)
    content = " ".join(" ".join(span.text for span in attributed.content).split())
    cue = attributed.cue.text.casefold() if attributed.cue else ""
    if _CLAIMING.search(cue) and (_RESPONSIBILITY.match(content) or _OWNED.search(cue)):
        return "claim_responsibility"
    if family == "take" and _BACK.search(cue):
        return "retract"  # "took back the claim"
    if family == "call_for" and _PLEADING.search(cue) and _NOT_GUILTY.match(content):
        return "deny_involvement"
    if family in {"deny", "reject"}:
        return _rejection(content, outright=family == "deny")
    if family == "describe" and "call" in cue and _ON.match(content):
        return "call_for"
    if family == "describe" and any(word in content.casefold() for word in words("condemning")):
        return "condemn"
    if family in _SAYING and (opened := _denial(content) or _opening(content)):
        return opened
    act = act_of_family().get(family, "say")
    return next(known for known in _ACTS if known == act)


def _rejection(content: str, *, outright: bool) -> Act:
    """Return what denying or rejecting a content amounts to; one's own affairs are no accusation.

    "Denied responsibility for the delay" denies no part in the incident.
    """
    own_affairs = load("denials", dict[str, list[str]], LEXICON)["own_affairs"]
    rest = content
    for pattern in own_affairs:
        rest = re.sub(pattern, "", rest, flags=re.IGNORECASE)
    own = outright or _OWN.search(rest)
    if own and (_INVOLVEMENT.search(rest) or (outright and _DOING.match(rest))):
        return "deny_involvement"
    rejects = _ALLEGATION.search(rest) or (outright and rest == content)
    return "reject_accusation" if rejects else "say"


def denies_outright(cue: Span | None) -> bool:
    """Tell whether a cue itself denies or rejects what follows it: "denied that X did it"."""
    return _family(cue) in {"deny", "reject"}


def answers_outright(cue: Span | None) -> bool:
    """Tell whether a cue may deny without any "not" in what it brings: "called that an insult"."""
    if cue is None:
        return False
    answering = load("denials", dict[str, list[str]], LEXICON)["answering"]
    told = " ".join(cue.text.split())
    return _family(cue) in {"deny", "reject", "describe"} or any(
        re.search(pattern, told, re.IGNORECASE) for pattern in answering
    )


def was_elsewhere(content: str) -> bool:
    """Tell whether words say that a speaker was not there, or does no such thing: "not ours"."""
    told = load("denials", dict[str, list[str]], LEXICON)["elsewhere"]
    return any(re.search(pattern, content, re.IGNORECASE) for pattern in told)


def _denial(content: str) -> Act | None:
    """Return the denial that a content amounts to: of one's own part, or of another's word."""
    table = load("denials", dict[str, list[str]], LEXICON)
    content = _MARKS.sub("", content)
    for name, act in _DENIALS:
        if any(re.search(pattern, content, re.IGNORECASE) for pattern in table[name]):
            return act
    return None


def _opening(content: str) -> Act | None:
    """Return the act that the first words of a content show: "We ask people to wait"."""
    for act, patterns in load("openings", dict[Act, list[str]], LEXICON).items():
        if any(re.search(pattern, content, re.IGNORECASE) for pattern in patterns):
            return act
    return None


_SAYING = frozenset({"say", "say_plain", "tell", "claim"})
_DENIALS: tuple[tuple[str, Act], ...] = (
    ("own_part", "deny_involvement"),
    ("others_word", "reject_accusation"),
)
_ACTS: tuple[Act, ...] = (
    "say", "claim_responsibility", "accuse", "deny_involvement", "reject_accusation", "condemn",
    "confirm", "speculate", "correct", "retract", "decline", "call_for", "offer", "record",
    "threaten", "insinuate",
)  # fmt: skip


def hedge_of(attributed: Attributed) -> int:
    """Return the source's commitment to the content on FactBank's scale, -3 to 3."""
    table, _ = _hedges()
    family = _family(attributed.cue)
    return min(worded(attributed), table.cues.get(family, 3), key=abs)


def worded(attributed: Attributed) -> int:
    """Return how far the first words of a content commit to it, whatever the cue."""
    table, pattern = _hedges()
    content = " ".join(span.text for span in attributed.content)[:_OPENING]
    for found in pattern.finditer(content):
        month = found.start() and found.group() == "May"
        if not month:
            return table.words[found.group().casefold()]
    return 3


_OPENING = 160
"""Characters of a content that tell how far it is meant."""


def negated(prose: Prose, attributed: Attributed) -> bool:
    """Tell whether the source is said *not* to do what the cue names."""
    if attributed.cue is None:
        return False
    if is_nobody(attributed):
        return True
    if attributed.source is not None:
        between = (attributed.source.end, attributed.cue.end)
    else:
        between = (max(0, attributed.cue.start - 20), attributed.cue.start)
    tokens = tokenize(prose.text, *between)
    return any(
        token.lower in closed("negations") or token.lower.endswith(("n't", "n’t"))
        for token in tokens
    )


def is_nobody(attributed: Attributed) -> bool:
    """Tell whether the source is nobody: "no group", "neither party", "not a single one"."""
    first = attributed.source.text.casefold() if attributed.source else ""
    return any(re.match(rf"{re.escape(word)}\b", first) for word in words("negative_subjects"))


def is_decline(act: Act, is_negated: bool, content: str) -> bool:
    """Tell whether somebody did not comment: "did not respond to requests", "I will not guess"."""
    if act in ("say", "speculate") and _REFUSAL.match(content):
        return True
    return (act == "decline" or is_negated) and bool(
        re.search(r"\b(?:comment|respond|requests?|questions?)\b", content, re.IGNORECASE)
    )


def anonymity_reason(prose: Prose, attributed: Attributed) -> Span | None:
    """Return the words that say why a source is not named, near its attribution."""
    anchor = attributed.source or attributed.cue or attributed.content[0]
    index = prose.sentence_at(anchor.start)
    reach = prose.sentences[index : index + 2]
    if not reach:
        return None
    for number, sentence in enumerate(reach):
        text = prose.text[sentence.start : sentence.end]
        if number and not re.match(
            r"(?:They|He|She|Both|The\s+\w+)\s+(?:spoke|asked|declined|requested)", text
        ):
            continue
        found = _reason(text)
        if found:
            return prose.span(sentence.start + found[0], sentence.start + found[1])
    return None


def excuses(prose: Prose, attributed: Attributed) -> bool:
    """Tell whether a statement is only why somebody stays unnamed: "was not authorized to speak".

    It says something about a source and is nobody's word about anything.
    """
    if attributed.cue is None:
        return False
    sentence = prose.sentences[prose.sentence_at(attributed.cue.start)]
    low = prose.text[sentence.start : sentence.end].casefold()
    start, end = attributed.cue.start - sentence.start, attributed.cue.end - sentence.start
    return any(
        at < end and start < at + len(phrase)
        for phrase in words("anonymity")
        if phrase not in _PLAINLY and (at := low.find(phrase)) >= 0
    )


def _reason(text: str) -> tuple[int, int] | None:
    low = text.casefold()
    for phrase in sorted(words("anonymity"), key=lambda phrase: (low.find(phrase), phrase)):
        at = low.find(phrase)
        if at < 0 or phrase in _PLAINLY:
            continue
        tail = re.compile(r"[^.;”\"]*").match(text, at)
        return at, tail.end() if tail else len(text)
    return None
