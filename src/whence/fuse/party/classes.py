"""Classes of armed people: what they are called, who backs them, and their short forms."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from whence.fuse.party.naming import Named, named, table
from whence.fuse.witness import Ledger
from whence.model.claim import Claim, PartyKind
from whence.model.document import Document
from whence.names import countries
from whence.names.spelling import words

_KIND: PartyKind = "class"
_OWNED = re.compile(r"\b(?:its|their|his|her)\s*$", re.IGNORECASE)
_START = re.compile(r"[.!?]+[”\"’)]*\s+(?=[“\"]?[A-Z])|\n")
_AHEAD = 60


def in_context(claim: Claim, own: Named, document: Document) -> Named:
    """Return a class with the backer that its sentence gives: "its proxy militias", "X backs".

    A possessive means the only state that the sentence names before it; with several the class
    stays as it is.
    """
    place = claim.subject_span
    if own.key[0] != _KIND or len(own.key) < 2 or place is None:
        return own
    before = document.text[: place.start]
    opening = max((cut.end() for cut in _START.finditer(before)), default=0)
    sentence = before[opening:]
    iso: str | None = None
    if _OWNED.search(sentence) and set(words(own.bare)) & _dependent():
        found = set(countries.split(words(sentence))[1])
        iso = found.pop() if len(found) == 1 else None
    if iso is None and not _backed(own):
        iso = _backs(document.text[place.end : place.end + _AHEAD])
    return own if iso is None else Named((_KIND, own.key[1], "pro", iso), own.kind, own.bare)


def _dependent() -> set[str]:
    """Return the words by which a class is somebody's, without saying whose."""
    return {*table().heads["proxy"], *table().backed}


def _backs(after: str) -> str | None:
    """Read "(that) Xland has supported" right behind a class."""
    plain = words(after.split(",", maxsplit=1)[0])
    start = int(plain[:1] in (("that",), ("which",), ("whom",)))
    for end in range(start + 1, min(start + 5, len(plain))):
        iso = countries.state(" ".join(plain[start:end]))
        verb = [word for word in plain[end : end + 3] if word not in ("has", "have", "had", "long")]
        if iso is not None and verb and verb[0] in table().backing:
            return iso
    return None


def _backed(own: Named) -> bool:
    return own.key[0] == _KIND and own.key[2:3] in (("pro",), ("anti",))


def _plain(own: Named) -> bool:
    """Tell whether a class is named by its head alone, but for the country where it is."""
    alone = own.key[0] == _KIND and own.key[2:3] == ("",)
    return alone and all(word.isupper() for word in own.key[3:])


def short_classes(
    claims: Sequence[Claim], read: Mapping[str, Named], ledger: Ledger
) -> dict[str, Named]:
    """Return the fuller class by claim id where a claim names a class in short.

    "The groups" are the one backed class that the same report names, else the one that the same
    origin names. Which of several is meant is not guessed.
    """
    nearby: dict[str, list[Named]] = defaultdict(list)
    spoken: dict[str, list[Named]] = defaultdict(list)
    for claim in claims:
        nearby[claim.document_id].append(read[claim.id])
        spoken[ledger.origin(claim.chain_id).id].append(read[claim.id])
    for report in ledger.reports:
        for mention in report.mentions:
            if mention.kind == "party":
                nearby[report.document_id].append(named(mention.value or mention.span.text, _KIND))
    found: dict[tuple[str, tuple[str, ...]], Named] = {}
    for claim in claims:
        own, place = read[claim.id], (claim.document_id, read[claim.id].key)
        if _plain(own) and place not in found:
            full = _only(own, nearby[claim.document_id])
            full = full or _only(own, spoken[ledger.origin(claim.chain_id).id])
            if full is not None:
                found[place] = full
    places = {claim.id: (claim.document_id, read[claim.id].key) for claim in claims}
    return {key: found[place] for key, place in places.items() if place in found}


def _only(own: Named, others: Iterable[Named]) -> Named | None:
    """Return the one backed class among others whose head the short one fits."""
    fitting = {
        one.key: one
        for one in others
        if _backed(one)
        and one.key[2] == "pro"
        and (own.key[1] == one.key[1] or own.key[1] in table().vague)
    }
    return next(iter(fitting.values())) if len(fitting) == 1 else None
