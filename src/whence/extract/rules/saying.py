"""Reporting verbs in a unit and who stands before, after or behind them."""

from dataclasses import replace
from itertools import zip_longest

from whence.extract.lexicon import closed, words
from whence.extract.prose import Token
from whence.extract.rules.contents import Said
from whence.extract.rules.phrases import (
    after,
    apposed,
    capital,
    name_end,
    naming,
    speaks,
    verb_like,
)
from whence.extract.rules.subjects import Subject, before, main_subject
from whence.extract.rules.units import QUOTE, Unit
from whence.extract.rules.vocabulary import Cue, cue_at, cues

Chars = tuple[int, int]


def cues_of(unit: Unit, loud: bool) -> list[Said]:
    """Find the cues of a unit with their sources, left to right.

    ``loud`` is True for texts in capitals alone.
    """
    found: list[Said] = []
    index = 0
    while index < len(unit.tokens):
        said, width = _cue(unit, index, found, loud)
        if said is not None:
            found.append(said)
        index += width
    return _bounded(unit, found)


def _cue(unit: Unit, index: int, found: list[Said], loud: bool) -> tuple[Said | None, int]:
    tokens = unit.tokens
    low = tokens[index].lower
    if low == "according" and index + 2 < len(tokens) and tokens[index + 1].lower == "to":
        phrase = after(tokens, index + 2)
        own = phrase and tokens[phrase[0]].lower in {"my", "our", "plan", "schedule", "us", "me"}
        if phrase and not own and speaks(tokens[phrase[0] : phrase[1]], loud):
            return Said(phrase, (index, index + 2), "according", True), 2
        return None, 2
    cue = cue_at(tokens, index)
    if cue is None:
        return None, 1
    kind, width = cue
    return _verb(unit, (index, index + width), kind, found, loud), width


def _verb(unit: Unit, at: tuple[int, int], kind: Cue, found: list[Said], loud: bool) -> Said | None:
    tokens = unit.tokens
    if kind.family == "quote" or low_of(tokens, at) == "saying":
        quoted = _quoted(unit, at, found, loud)
        if quoted is not None:
            return quoted
    if not _verbal_use(tokens, at, bool(found)) or _names(tokens, at):
        return None
    inverted = _inverted(unit, at, kind, loud)
    if inverted is not None:
        return inverted
    subject = before(tokens, at[0])
    reduced = kind.participle and subject is not None and subject.verb_start == at[0]
    if subject is None or (reduced and not subject.shared):
        return _participle(tokens, at, kind, found, loud)
    if subject.shared:
        source = _shared(tokens, subject.left, found, loud)
        return _said(source, at, kind, subject) if source else None
    source = (subject.start, subject.end)
    if subject.passive and not kind.participle:
        cue = (subject.verb_start, at[1])
        return _hearsay(tokens, subject, cue, kind) or _passive(tokens, cue, kind, loud, source)
    if not speaks(tokens[source[0] : source[1]], loud) or _own_voice(unit, source, kind):
        return None
    if kind.family == "record" and not _records(tokens, source):
        return None
    return _said(source, at, kind, subject)


def _shared(tokens: tuple[Token, ...], stop: int, found: list[Said], loud: bool) -> Chars | None:
    """Return who speaks where a verb before ``stop`` shares its subject: as the cue before it.

    "According to A, B left and denied it": B shares nothing with A.
    """
    last = found[-1] if found else None
    if last is not None and last.family != "according":
        return last.source
    opening = last.source if last is not None and last.cue[0] == 0 else None
    return main_subject(tokens, stop, loud, opening[1] if opening else 0)


def _names(tokens: tuple[Token, ...], at: Chars) -> bool:
    """Tell whether a form only names: 'a group called "X" claimed the raid'."""
    rest = name_end(tokens, at[1])
    if not at[1] < rest < len(tokens) or naming(tokens, rest - 1) != at[0]:
        return False
    return verb_like(tokens[rest]) or cue_at(tokens, rest) is not None


def _hearsay(tokens: tuple[Token, ...], subject: Subject, at: Chars, kind: Cue) -> Said | None:
    """Read "it is rumoured that": words that nobody is said to say."""
    following = tokens[at[1]].lower if at[1] < len(tokens) else ""
    if low_of(tokens, (subject.start, subject.end)) != "it" or following != "that":
        return None
    if kind.family not in cues().hearsay:
        return None
    return Said(None, at, kind.family, True, subject, impersonal=True)


def low_of(tokens: tuple[Token, ...], at: tuple[int, int]) -> str:
    """Return the casefolded words of tokens [at)."""
    return " ".join(token.lower for token in tokens[at[0] : at[1]])


def _said(source: Chars | None, at: Chars, kind: Cue, subject: Subject) -> Said:
    return Said(source, at, kind.family, kind.clausal, subject, False, kind.participle)


def _own_voice(unit: Unit, source: Chars, kind: Cue) -> bool:
    """Tell whether a pronoun is no speaker of its own: a quoted "I say", an "it" that shows."""
    if source[1] - source[0] > 1:
        return False
    low = unit.tokens[source[0]].lower
    if low == "it":  # "it suggests", "it shows": things do that; bodies say, tell, deny
        return kind.family not in cues().it_does
    return low in {"i", "we"} and (unit.depth > 0 or kind.clausal)


def _records(tokens: tuple[Token, ...], source: Chars) -> bool:
    return any(
        token.lower in cues().recorders | words("documents")
        for token in tokens[source[0] : source[1]]
    )


def _participle(
    tokens: tuple[Token, ...], at: Chars, kind: Cue, found: list[Said], loud: bool
) -> Said | None:
    """Read ", adding that" with the source of the cue before it."""
    if not kind.participle or at[0] == 0 or tokens[at[0] - 1].lower not in {",", "and", QUOTE}:
        return None
    source = _shared(tokens, at[0] - 1, found, loud)
    if source is None:
        return None
    return Said(source, at, kind.family, kind.clausal, None, False, True)


def _passive(
    tokens: tuple[Token, ...], at: Chars, kind: Cue, loud: bool, whom: Chars
) -> Said | None:
    """Read "was condemned by X": the source follows. ``whom`` is who was condemned, or quoted."""
    if at[1] >= len(tokens) or tokens[at[1]].lower != "by":
        return None
    phrase = after(tokens, at[1] + 1)
    if phrase is None or not speaks(tokens[phrase[0] : phrase[1]], loud):
        return None
    quoted = whom if kind.family == "quote" else None
    return Said(phrase, at, kind.family, True, None, True, passive=True, quoted=quoted)


def _verbal_use(tokens: tuple[Token, ...], at: Chars, later: bool) -> bool:
    """Tell whether a form that may be a noun or an event verb attributes here."""
    low = low_of(tokens, at)
    following = tokens[at[1]].lower if at[1] < len(tokens) else ""
    previous = tokens[at[0] - 1] if at[0] else None
    if following == "by" and not (previous and previous.lower in closed("be")):
        return False
    if low.startswith(("take", "taki", "took")):
        return following in {"responsibility", "credit", "full", "sole"}
    if low in cues().nouns_too and not (_finite(low, previous, following) or _tags(tokens, at)):
        return False
    if low in cues().nouns_of_people and not _suspects(tokens, at, low, previous):
        return False
    if low in cues().needs_that:
        return following in {"that", QUOTE, ":", ","} or (
            not later and _quote_before(tokens, at[0])
        )
    return True


def _suspects(tokens: tuple[Token, ...], at: Chars, low: str, previous: Token | None) -> bool:
    """Tell whether "suspect" says what somebody thinks, and does not mean whom they think it of.

    "The bombing suspect X", "two male suspects fled", beside "police suspect X".
    """
    if previous is None or previous.lower.endswith(("ed", "ing")):
        return False
    if previous.lower in closed("prepositions") | closed("determiners"):
        return False
    if at[1] >= len(tokens):
        return False
    following = tokens[at[1]]
    begins = following.lower in closed("determiners") | {"that", "it", "him", "her", "them", QUOTE}
    object_ = begins or capital(following)
    return object_ and (previous.lower in closed("auxiliaries") or _agrees(low, previous))


def _finite(low: str, previous: Token | None, following: str) -> bool:
    if previous is None or previous.lower in closed("prepositions") | closed("determiners"):
        return False
    if previous.lower.endswith(("ed", "ing")):
        return False
    modal = previous.lower in closed("auxiliaries")
    starts = following in closed("determiners") | {"that", QUOTE, "on", "for", "it", "him", "them"}
    return (modal or _agrees(low, previous)) and (starts or modal)


def _tags(tokens: tuple[Token, ...], at: Chars) -> bool:
    """Tell whether a named speaker and this form end a sentence: "..., Norra ministry claims".

    In a list ("letters, diaries, ministry claims") and after a preposition the form is a noun.
    """
    if at[1] < len(tokens) and tokens[at[1]].lower != ".":
        return False
    commas = [index for index in range(at[0]) if tokens[index].lower == ","]
    start = commas[-1] + 1 if commas else at[0]
    phrase = tokens[start : at[0]]
    before_it = tokens[commas[-2] + 1 if len(commas) > 1 else 0 : start]
    bound = closed("prepositions") | closed("conjunctions") | {"and", "or"}
    if any(token.lower in bound for token in phrase) or not any(map(verb_like, before_it)):
        return False
    named = any(capital(token) for token in phrase) and speaks(phrase, shouting=False)
    return named and _agrees(low_of(tokens, at), tokens[at[0] - 1])


def _agrees(low: str, subject: Token) -> bool:
    """Tell whether a form of the present agrees with the noun before it: "ministry claims"."""
    plural = subject.lower.endswith("s") or subject.lower in {"i", "we", "they", "police", "to"}
    return plural != low.split(maxsplit=1)[0].endswith("s")


def _quote_before(tokens: tuple[Token, ...], index: int) -> bool:
    return any(token.lower == QUOTE for token in tokens[max(0, index - 6) : index])


def _inverted(unit: Unit, at: Chars, kind: Cue, loud: bool) -> Said | None:
    """Read inverted order: a quotation or clause, the cue, then the speaker."""
    tokens = unit.tokens
    previous = tokens[at[0] - 1].lower if at[0] else ""
    quoted = previous == QUOTE or (
        previous in {",", "—", "–"} and at[0] > 1 and tokens[at[0] - 2].lower == QUOTE
    )
    if not kind.clausal or kind.participle or not (quoted or previous == ","):
        return None
    if not quoted and kind.family not in {"say", "tell"}:
        return None
    phrase = after(tokens, at[1])
    if phrase is None or tokens[phrase[0]].lower in {"that", "to", "it"}:
        return None
    if not speaks(tokens[phrase[0] : phrase[1]], loud):
        return None
    if not quoted and before(tokens, at[0]) is not None:
        return None
    if phrase[1] < len(tokens) and tokens[phrase[1]].lower in _GOES_ON:
        return None  # "the mayor, weighing his words, said the army was there"
    phrase = (phrase[0], apposed(tokens, phrase[1]))
    return Said(phrase, at, kind.family, True, None, True)


_GOES_ON = frozenset(
    ("was", "were", "is", "are", "had", "has", "have", "did", "does", "would", "will", "could",
     "may", "might", "should", "must", "can")
)  # fmt: skip
"""Behind a name that some words are said of: it says nothing itself."""


def _quoted(unit: Unit, at: Chars, found: list[Said], loud: bool) -> Said | None:
    """Read "A quoted B as saying" (A now, B when "saying" comes) and "citing B"."""
    tokens = unit.tokens
    low = low_of(tokens, at)
    if low == "saying":
        if at[0] < 2 or tokens[at[0] - 1].lower != "as":
            return None
        quoted, subject = _quoted_there(tokens, at[0] - 1, found)
        if quoted is None or not speaks(tokens[quoted[0] : quoted[1]], loud):
            return None
        return Said(quoted, (at[0] - 1, at[1]), "say", True, subject)
    if low in {"citing", "quoting"} and not _unsaid(tokens, at[0]):
        phrase = after(tokens, at[1])
        if phrase and speaks(tokens[phrase[0] : phrase[1]], loud):
            return Said(phrase, at, "according", True)
    return None


_WITHOUT = frozenset(("without", "not", "never"))


def _unsaid(tokens: tuple[Token, ...], start: int) -> bool:
    """Tell whether nobody is cited: "without citing sources", "not directly quoting anybody"."""
    at = start - 1
    if at > 0 and tokens[at].lower.endswith("ly"):
        at -= 1
    return at >= 0 and tokens[at].lower in _WITHOUT


def _quoted_there(
    tokens: tuple[Token, ...], stop: int, found: list[Said]
) -> tuple[Chars | None, Subject | None]:
    """Return whom "quoted" before "as saying" at ``stop`` quotes, and who did it.

    "A quoted B", "B was quoted by A", "B was quoted".
    """
    if found and found[-1].family == "quote":
        relay = found[-1]
        return relay.quoted or (relay.cue[1], stop), None if relay.quoted else relay.subject
    cue = cue_at(tokens, stop - 1)
    subject = before(tokens, stop - 1) if cue is not None and cue[0].family == "quote" else None
    if subject is None or not subject.passive:
        return None, None
    return (subject.start, subject.end), None


def _bounded(unit: Unit, found: list[Said]) -> list[Said]:
    """End each content where the next cue of the same speaker, or "according to", begins."""
    bounded: list[Said] = []
    for said, following in zip_longest(found, found[1:]):
        ends = None
        if following is not None and _takes_over(said, following):
            ends = following.cue[0]
            if following.subject is not None:
                shared = following.subject.shared
                ends = following.subject.verb_start if shared else following.subject.left
            while ends > said.cue[1] and unit.tokens[ends - 1].lower in closed("joins"):
                ends -= 1
        bounded.append(replace(said, ends=ends))
    return bounded


def _takes_over(said: Said, following: Said) -> bool:
    shared = following.source == said.source and following.source is not None
    rival = following.subject is not None and following.subject.left > said.cue[1]
    if rival and following.subject and following.subject.boundary in closed("joins") - {","}:
        return True
    return shared or (following.family == "according" and following.cue[0] >= said.cue[1])
