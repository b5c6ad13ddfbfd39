"""Where and how something was said: "in a statement on Sunday", "on Telegram", "told Reuters"."""

import re

_MEDIUM = (
    r"statement|tweets?|twitter|x|facebook|telegram|instagram|whatsapp|youtube|posts?|interview|"
    r"(?:news|press)\s+conference|briefing|speech|address|message|video|e-?mail|letter|report|"
    r"television|tv|radio|communiqu[eé]|press\s+release|release|(?:phone|telephone)\s+call|"
    r"social\s+media|phone|telephone|channel|website|broadcast|hearing|testimony|blog|"
    r"announcement|memo|bulletin|filing|editorial|remarks|comments"
)
_DAY = (
    r"(?:sun|mon|tues|wednes|thurs|fri|satur)day|yesterday|today|tonight|"
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?"
    r"(?:,\s+\d{4})?|\d{1,2}\s+(?:january|february|march|april|may|june|july|august|september|"
    r"october|november|december)"
)
_DETERMINER = r"(?:(?:a|an|the|his|her|its|their|this|that|one|another|several)\s+)?"
_BEFORE = r"(?:(?:late|early|earlier|later|also|again|only|here|separately|immediately)\s+)*"
MEDIUM = re.compile(
    rf"\b(?P<how>in|on|via|through|at|during|by|from|over)\s+{_DETERMINER}"
    rf"(?P<noun>(?:[\w'’-]+\s+){{0,3}}?(?:{_MEDIUM})(?:\s+(?:{_MEDIUM}))?)\b"
    r"(?:\s+(?:to|from|for|with|by|at|before)\s+(?:(?:the|a|an|his|her|its)\s+)?"
    r"(?P<whom>(?-i:[A-Z][\w.’'-]*(?:\s+(?:of\s+)?[A-Z][\w.’'-]*)*)))?",
    re.IGNORECASE,
)
_ADJUNCT = re.compile(
    rf"\s*{_BEFORE}(?:(?:on|in|at|during|by|after|since|around)\s+)?"
    rf"(?:the\s+)?(?:{_DAY}|this\s+week|last\s+\w+|(?:the\s+)?same\s+day|the\s+day|day|earlier|later)"
    r"(?:\s+(?:morning|evening|night|afternoon|afternoon))?(?:\s*\([^)]{1,20}\))?(?=[\s,.;:]|$)",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    r"\s*(?:on\s+(?:the\s+)?condition\s+of\s+anonymity|speaking\s+on\s+condition[^,.]*)",
    re.IGNORECASE,
)
_SPAN = r"(?:an?|the|one|two|three|four|five|\d+)\s+"
_MANNER = re.compile(
    rf"\s+(?:within\s+(?:{_SPAN})?(?:hours?|minutes?|days?)\b"
    r"|in\s+(?:the\s+)?(?:strongest|clearest|harshest|sharpest|plainest)\s+(?:possible\s+)?"
    r"(?:terms|words)\b|without\s+(?:reservation|naming|attributing)\b|in\s+(?:private|public)\b"
    r"|(?:in|on|via|through)\s+(?:(?:an?|his|her|its|their|separate|joint)\s+)?(?:[\w-]+\s+)?"
    rf"(?:{_MEDIUM}|leaflets?|notes?|statements|letters|messages|texts?|sermons?)\b"
    r"|(?:too|outright|flatly|openly|anyway|instead|officially|publicly|at\s+once|twice"
    r"|all\s+the\s+same|as\s+well)\W*$)",
    re.IGNORECASE,
)
"""How, where and when somebody judged what stands before: "in a statement", "within the hour"."""


def without_manner(text: str, start: int, end: int) -> int:
    """Return where the object of a judgement at [start, end) ends, less how it was judged."""
    found = _MANNER.search(text, start, end)
    if found is None or _THAT.search(text, found.end(), end):
        return end
    return end if _DEED.search(text[start : found.start()]) else found.start()


_DEED = re.compile(
    r"[,\"“”]|^\W*\w+ing\b|\bof\s+\w+ing\b|\b(?:that|had|has|have|was|were|is|are|did)\b",
    re.IGNORECASE,
)
"""What may tell of another deed, whose manner it then is: "accused him of lying in a letter"."""
_THAT = re.compile(r"\bthat\b")


def skip(text: str, start: int, end: int) -> int:
    """Return where the words after a cue begin that are neither time nor medium of the saying.

    Stays at ``start`` when nothing of the kind follows.
    """
    position = start
    for _ in range(4):
        moved = position
        for pattern in (_ADJUNCT, _LOOSE):
            found = pattern.match(text, position, end)
            if found and found.end() > position:
                position = found.end()
        lead = re.compile(rf"\s*{_BEFORE}").match(text, position, end)
        medium = MEDIUM.match(text, lead.end() if lead else position, end)
        if medium:
            position = medium.end()
        if position == moved:
            break
    return position
