"""What a reader sees of a speaker where the words of his phrase alone tell too little, or mislead.

A list of nouns does not know every trade, and a capital letter does not tell a firm from a person
or from the beginning of a sentence: "Bakers said", "Nordbolt said", "a chandler said"; that "the
account" is one on a network, or "a four-page file" a document, is told by what stands around it.
"""

from dataclasses import replace

from whence.extract.facts.words import is_people
from whence.extract.prose import tokenize
from whence.extract.rules.phrases import capital
from whence.extract.speech.speakers import Speaker, has_name, head_noun
from whence.model.reading import Attributed

_OPEN = frozenset({"person", "unknown"})
"""Kinds that are given where the words tell no other."""


def seen_as(speaker: Speaker, one: Attributed, is_person: bool) -> Speaker:
    """Return a speaker as the reader takes him to be known, where his phrase alone leaves it open.

    ``is_person`` tells whether the reader sees a person's name in the source. Whom the document
    does not name ("he", without anybody before) stays unknown, and who holds an office is told by
    that.
    """
    told, seen = speaker.anonymity, one.speaker
    if seen == "social" and speaker.kind == "document":
        return replace(speaker, kind="post")
    if speaker.unresolved or speaker.kind not in _OPEN or is_person:
        return speaker
    if seen == "collective" and told in ("named", "role", "unknown"):
        return _several(speaker)
    if told == "named" and has_name(speaker.who):
        return speaker
    if seen == "document":
        return replace(speaker, kind="document", anonymity="organisation")
    if seen == "social":
        return replace(speaker, kind="post")
    if (seen == "anonymous" and told != "collective") or (seen == "role" and told == "unknown"):
        return replace(speaker, kind="person", anonymity=seen)
    return speaker


def _several(speaker: Speaker) -> Speaker:
    """Return a body by its name or its noun in the singular, or several people."""
    tokens = tokenize(speaker.who.split(",")[0])
    noun = head_noun([token.lower for token in tokens])
    many = speaker.plural or (noun.endswith("s") and not noun.endswith("ss")) or is_people(noun)
    if any(capital(token) for token in tokens[1:]) or not many:
        return replace(speaker, kind="body", anonymity="organisation")
    return replace(speaker, anonymity="collective", plural=True)
