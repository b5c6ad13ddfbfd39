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
    rf"(?P<noun>(?:[\w'’-]+\s+){{0,3}}?(?:{_MEDIUM}))\b"
    r"(?:\s+(?:to|from|for|with|by|at|before)\s+(?:(?:the|a|an|his|her|its)\s+)?"
    r"(?-i:[A-Z][\w.’'-]*(?:\s+(?:of\s+)?[A-Z][\w.’'-]*)*))?",
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
