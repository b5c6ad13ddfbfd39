"""Persons introduced by a title before their name, in plain text and in capitals."""

import re
from dataclasses import replace
from itertools import pairwise

from whence.extract.lexicon import closed, words
from whence.extract.prose import Prose, tokenize
from whence.extract.rules.phrases import shouting, verb_like
from whence.extract.rules.vocabulary import cue_at

_TITLE = (
    r"\b(?P<title>(?:(?:Deputy|Vice|Prime|Foreign|Interior|Defen[cs]e|Chief)\s+)*"
    r"(?:President|Minister|Premier|Senator|Governor|Mayor|Gen\.|General|Col\.|Maj\.\s+Gen\.|Capt\.|"
    r"Chancellor|Secretary|Ambassador|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Sheikh))\s+"
)
_TITLED = re.compile(
    _TITLE + r"(?:[A-Z][\w’'‑-]+|al-[A-Z][\w’'-]+)(?:\s+(?:[A-Z][\w’'‑-]+|al-[A-Z][\w’'-]+)){0,3}"
)
_DATELINE = re.compile(r".*(?:\[(?:TEXT|EXCERPTS?|SUMMARY)\]|--)", re.DOTALL)
"""The dateline of an agency, up to its dashes or its note on the form of the text."""
_ADJECTIVES = 3
"""Words before a title at the beginning of a sentence: "THE COSTA RICAN"."""
_LOUD = re.compile(_TITLE + r"[A-Z][\w’'‑-]+(?:\s+[A-Z][\w’'‑-]+){0,3}", re.IGNORECASE)
_OWNER = re.compile(r"\bof\s+(?:(?:the|former|late)\s+){0,2}(?:[A-Z][\w’'-]+\s+)?\Z")
"""Words that make a titled name an owner: "the army of President X"."""
_REACH = 900
"""Characters before a pronoun within which its person is looked for."""


def titled(prose: Prose, limit: int) -> list[tuple[int, int]]:
    """Return the characters of the titled names outside quotations before ``limit``.

    In capitals nothing sets a name apart: there only who begins a sentence counts, as its subject.
    """
    first = max(0, limit - _REACH)
    if shouting(prose.text):
        found = [_loud(prose, match) for match in _LOUD.finditer(prose.text, first, limit)]
    else:
        matches = _TITLED.finditer(prose.text, first, limit)
        found = [
            (match.start(), match.end())
            for match in matches
            if _OWNER.search(prose.text, first, match.start()) is None
        ]
    return [
        (start, end) for start, end in found if end > start and prose.quotation_at(start) is None
    ]


def _loud(prose: Prose, found: re.Match[str]) -> tuple[int, int]:
    """Return where a sentence's subject with a title stands in capitals, (0, 0) if none does.

    The word before an article is the verb. A name in brackets opens somebody's own words.
    """
    sentence = prose.sentences[prose.sentence_at(found.start())]
    dateline = _DATELINE.match(prose.text, sentence.start, found.start())
    ahead = tokenize(prose.text, dateline.end() if dateline else sentence.start, found.start())
    lists = ("prepositions", "auxiliaries", "determiners", "relatives", "adverbs", "clause_starts")
    small = frozenset({"and", "or", "--", ",", "[", "]"}).union(*map(closed, lists))
    if len(ahead) > _ADJECTIVES or any(t.lower in small - {"the"} for t in ahead):
        return 0, 0
    end = found.end("title")
    tokens = tokenize(prose.text, end, sentence.end)
    for token, following in pairwise(tokens):
        verb = verb_like(replace(token, text=token.lower)) or cue_at((token,), 0) is not None
        verb = verb or following.lower in closed("determiners")
        if verb or token.end > found.end() or token.lower in small | words("bodies"):
            break
        end = token.end
    start = ahead[0].start if ahead else found.start()
    return (start, end) if end > found.end("title") else (0, 0)
