"""Who speaks where a paper is issued that says something: "the league issued a statement denying".

The verb of saying stands behind the paper; it is whoever issued it who speaks, by that paper.
"""

import re
from bisect import bisect_left

from msgspec import structs

from whence.extract.prose import Prose
from whence.extract.rules.subjects import before
from whence.model.attribution import Hop
from whence.model.reading import Attributed
from whence.model.span import Span

_PAPER = (
    r"(?:(?:an?|another|the|its|his|her|their|this)\s+)?(?:[a-z][\w-]*\s+){0,3}?(?P<noun>"
    r"(?:press\s+|news\s+)?(?:statement|release|communiqu[eé]|message|letter|note|post|tweet)s?)"
)
_VERBS = (
    r"(?P<verb>issu|releas|publish|post|email|e-mail)(?:e|ed|es|ing)?"
    r"|(?P<other>put\s+out|puts\s+out|sent|sent\s+out|wrote)"
)
_WHEN = (
    r"(?:\s+(?:on\s+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|late|early))?"
)
_SOURCE = re.compile(_PAPER, re.IGNORECASE)
_ISSUES = re.compile(rf"\b(?:{_VERBS})\s+$", re.IGNORECASE)
_BETWEEN = re.compile(rf"[^.;:\"“”]{{0,60}}?\b(?:{_VERBS})\s+{_PAPER}{_WHEN}\s+", re.IGNORECASE)
_REACH = 16
"""Characters before a paper in which the verb stands that issues it."""


def issued(prose: Prose, one: Attributed) -> Attributed:
    """Return a statement of a paper as that of whoever issued it, where the sentence names him."""
    if one.source is None or one.cue is None or one.cue.start < one.source.end:
        return one
    if _SOURCE.fullmatch(one.source.text) is None:
        return one
    start = one.source.start
    verb = _ISSUES.search(prose.text, max(0, start - _REACH), start)
    who = _subject(prose, verb.start()) if verb else None
    return one if who is None else structs.replace(one, source=who)


def _subject(prose: Prose, verb: int) -> Span | None:
    """Return who stands as the subject of the verb at a place, by its own sentence."""
    tokens = prose.sentences[prose.sentence_at(verb)].tokens
    at = bisect_left(tokens, verb, key=lambda token: token.start)
    subject = before(tokens, at)
    if subject is None or subject.shared or subject.passive or subject.start >= subject.end:
        return None
    return prose.span(tokens[subject.start].start, tokens[subject.end - 1].end)


def issued_hop(prose: Prose, one: Attributed) -> Hop | None:
    """Return the paper that stands between who issued it and the verb: it carried the words."""
    if one.source is None or one.cue is None or one.cue.start < one.source.end:
        return None
    found = _BETWEEN.fullmatch(prose.text, one.source.end, one.cue.start)
    if found is None:
        return None
    noun = " ".join(found["noun"].split()).casefold()
    return Hop(
        who=noun,
        how="publishes",
        kind="post" if noun in ("post", "tweet") else "document",
        anonymity="organisation",
        span=prose.span(*found.span("noun")),
    )
