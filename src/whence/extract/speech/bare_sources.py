"""Sources without what belongs to the rest of the sentence, and with the noun that they belong to.

Readers take what stands between a sentence's beginning and the verb for who speaks: "A year ago
the League claimed it" is the League's, and "some leaders have cast doubt" some leaders'. Or they
take the name next to the verb: "the lawyer for the bomber Ivo Kern said" is the lawyer's word.
"""

import re

from msgspec.structs import replace

from whence.extract.lexicon import closed, words
from whence.extract.parties.words import lexicon
from whence.extract.prose import Prose, tokenize
from whence.model.reading import Attributed
from whence.model.span import Span

_UNIT = r"(?:minute|hour|day|night|week|weekend|month|year|decade)s?"
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_BEFORE = re.compile(
    r"(?:(?:an?|one|two|three|four|five|six|seven|several|\d+|a few) "
    rf"{_UNIT} (?:ago|earlier|later|before|after)"
    rf"|(?:last|this|(?:the )?(?:same|next|following|previous|earlier|later)) (?:{_UNIT}|{_DAY})"
    rf"|on (?:early |late )?{_DAY}(?: (?:morning|afternoon|evening|night))?"
    r"|yesterday|earlier|later),? (?=(?-i:[A-Z])|(?:the|an?|its|his|her|their|two|three|some) )",
    re.IGNORECASE,
)
"""What begins behind it is a name or a phrase for somebody; "Last Chance Front" is a name."""
_BEHIND = re.compile(rf"(?<=\w) (?:on )?{_DAY}$", re.IGNORECASE)
_MEDIUM = re.compile(
    rf"(?<=\w)(?:\s+on\s+{_DAY})?\s+(?:in|through|via|on)\s+(?:an?|its|their|his|her|the|another)\s+"
    r"(?:[\w-]+\s+){0,3}?(?:statement|communiqu[eé]|video|message|letter|tweet|post|posting|broadcast"
    r"|recording|leaflet|e-?mail|fax|note|call|website|channel|account|interview)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
"""By what somebody spoke: "the group in a statement"."""
_HOLDER = re.compile(
    r"(?:\b(?:the|an?|his|her|its|their|one|another)\s+(?:[\w’'-]+\s+){0,4}?|(?<![\w’'-]))"
    r"(?P<noun>[A-Za-z][a-z-]+)\s+(?:for|of)\s+"
    r"(?:the\s+|an?\s+)?(?:(?:suspected|accused|alleged|convicted|confessed|presumed|former|late)\s+)?$",
    re.IGNORECASE,
)
_HOLDER_REACH = 90
"""Characters before a source in which the noun stands that it only explains."""
_AGED = re.compile(r"(?:(?:an?|the) )?(?:\d{1,3}[-‑])?years?[-‑]old (?P<named>(?-i:[A-Z]))?", re.I)
_AGE = re.compile(r"(?:\b(?:an?|the) )?\b\d{1,3}[-‑]$", re.IGNORECASE)
"""A reader may begin with the "year-old" of "a 22-year-old"."""
_AGE_LENGTH = 8
_VERB = 2
"""Words at the end of a source that may be an auxiliary and its participle."""


def bare(prose: Prose, one: Attributed) -> Attributed:
    """Return a statement whose source is nothing but who speaks."""
    if one.source is None:
        return one
    start, end = one.source.start, one.source.end
    before = _BEFORE.match(prose.text, start, end)
    owned = prose.text.startswith(("'s", "’s"), end)
    start = before.end() if before else start if owned else _holder(prose, start)
    start = _with_age(prose.text, start, end)
    end = _before_verb(prose.text, start, end)
    medium = _MEDIUM.search(prose.text, start, end)
    end = medium.start() if medium else end
    end = _with_maker(prose, start, end)
    behind = _BEHIND.search(prose.text, start, end)
    end = behind.start() if behind else end
    return replace(one, source=prose.span(start, end)) if (start, end) != _ends(one.source) else one


def _holder(prose: Prose, start: int) -> int:
    """Return where a source begins with the person it explains: "the lawyer for" before a name."""
    sentence = prose.sentences[prose.sentence_at(start)]
    found = _HOLDER.search(prose.text, max(sentence.start, start - _HOLDER_REACH), start)
    noun = found["noun"].casefold() if found else ""
    known = noun in words("persons") or noun in lexicon()["roles"]
    return found.start() if found and known else start


def _with_age(text: str, start: int, end: int) -> int:
    """Return where a source starts behind its age, if a name follows, else before the age."""
    aged = _AGED.match(text, start, end)
    if aged is None:
        return start
    if aged["named"]:
        return aged.start("named")
    cut = max(0, start - _AGE_LENGTH)
    age = _AGE.search(text[cut:start])
    return cut + age.start() if age else start


def _with_maker(prose: Prose, start: int, end: int) -> int:
    """Return where a paper ends with whoever made it: "a report released in X" goes on "by Y"."""
    if words("documents").isdisjoint(one.lower for one in tokenize(prose.text[start:end])):
        return end
    sentence = prose.sentences[prose.sentence_at(start)]
    made = _MAKER.match(prose.text, end, sentence.end)
    return made.end() if made is not None else end


_MAKER = re.compile(
    r"\s+(?:(?:in|on|at)\s+[\w’'-]+\s+)?by\s+(?:the\s+)?[A-Z][\w’'-]*"
    r"(?:\s+(?:(?:of|for|on|and)\s+(?:the\s+)?)?[A-Z][\w’'-]*){0,6}"
)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _before_verb(text: str, start: int, end: int) -> int:
    """Return where a source ends before an auxiliary: "some leaders have cast", "AP couldn't"."""
    words = list(re.finditer(r"\S+", text[start:end]))
    for word in words[1:][-_VERB:]:
        verb = word.group()
        if verb in closed("auxiliaries") or verb.endswith(("n't", "n’t")):
            return start + len(text[start : start + word.start()].rstrip())
    return end
