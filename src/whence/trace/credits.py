"""Which agencies a document credits: in metadata, in its dateline, or on a statement's way."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from whence.model.attribution import Chain
from whence.model.document import Document
from whence.model.vocabulary import load
from whence.names.agencies import agency, closing_credit
from whence.names.dateline import datelines
from whence.names.spelling import fold, words

_TRAILER = re.compile(r"^\s*[(\[]?(?:source|via|credit)s?\s*:\s*(?P<credit>[^\n)\]©|]{2,40})", re.I)
_WIRE = re.compile(r"\b(?:Wire|Wires|News Service|News Agency|Newswire|Wire Service)\s*$")
"""How the names of agencies end that no list knows."""
_SIGNED = re.compile(
    r"\((?:Additional )?Reporting by [^()\n]{3,300}\bEditing by [^()\n]{3,100}\)?\W*$", re.I
)
"""How Reuters signs a report, whoever prints it: the reporters and the editors, in brackets."""
_PARTS = re.compile(r"\s*[/|;,(]\s*|\s+-\s+|\s+and\s+")


Credits = tuple[tuple[str, float], ...]
"""Agencies that a document credits, each with the probability that the text is its copy."""
Agencies = Mapping[str, Credits]
"""The credits of every document, by its id."""
_NAMED = re.compile(r"[A-Z][\w.]+(?:[ -][A-Z][\w.]+){0,3}$")


@cache
def _generic() -> frozenset[str]:
    return frozenset(load("wording", dict[str, list[str]], "whence.trace")["outlet_words"])


@lru_cache(maxsize=65536)
def outlet_key(name: str) -> str:
    """Return what identifies an outlet or agency, whichever way it is written.

    A credit behind a stroke or in brackets is no part of the outlet's own name.
    """
    own = _PARTS.split(name.strip())[0] or name
    known = agency(own)
    if known is not None:
        return fold(known)
    kept = [word for word in own.split() if not set(words(word)) <= _generic()]
    known = agency(" ".join(kept))
    return fold(known or " ".join(kept)) or fold(own)


def agencies(documents: Iterable[Document]) -> Agencies:
    """Return whom each document credits."""
    return {document.id: credited(document) for document in documents}


def credited(document: Document) -> Credits:
    """Return the agencies that the document credits with the probability that it is their copy.

    Metadata and datelines are plain credits (0.95); an agency beside the outlet's name or in the
    byline is nearly so (0.9), and so is Reuters' way to sign where nobody is named (0.85). Agencies
    are ordered by name; the outlet itself is never its own
    credit.
    """
    found: dict[str, float] = {}
    for name in document.credits:
        found[agency(name) or name] = 0.95
    for line in datelines(document.text):
        credit = document.text[slice(*line.agency)] if line.agency else ""
        _add(found, credit, 0.95)
        if not found and _NAMED.match(credit):
            found[credit] = 0.95
    for ending in document.text.splitlines()[-3:]:
        trailer = _TRAILER.match(ending)
        if trailer:
            _add(found, trailer.group("credit"), 0.95)
            if not found and _WIRE.search(trailer.group("credit")):
                found[trailer.group("credit").strip()] = 0.95
    closing = closing_credit(document.text) or (0, 0)
    _add(found, document.text[slice(*closing)], 0.95)
    for field in (document.outlet, document.byline):
        for part in _PARTS.split(field or "")[0 if field is document.byline else 1 :]:
            _add(found, part.strip(" )"), 0.9)
    signed = any(_SIGNED.search(line) for line in document.text.splitlines()[-3:])
    if signed and not found:
        # Others sign so as well: it tells something only where the text names nobody.
        _add(found, "Reuters", 0.85)
    own = outlet_key(document.name)
    return tuple(sorted((name, p) for name, p in found.items() if outlet_key(name) != own))


def _add(found: dict[str, float], text: str, probability: float) -> None:
    for part in _PARTS.split(text):
        known = agency(part.strip(" )."))
        if known is not None:
            found[known] = max(probability, found.get(known, 0.0))


def relay(chain: Chain, credits: Credits, outlets: frozenset[str] = frozenset()) -> str | None:
    """Return the hand that got a statement from its origin, other than the page's own outlet.

    It is the last news agency of the chain, else its last outlet, else the agency that the
    document credits (``credits``), when it credits just one. ``outlets`` are the keys of outlets
    of the case, known by name whatever a text takes them for.
    """
    hands = [
        hop.who
        for hop in chain.hops[1:-1]
        if hop.kind in ("outlet", "agency") or outlet_key(hop.who) in outlets
    ]
    if hands:
        return next((who for who in reversed(hands) if agency(who) is not None), hands[-1])
    return credits[0][0] if len(credits) == 1 else None
