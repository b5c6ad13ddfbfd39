"""Whose word an admission or a denial is where the text calls the party by less than its name.

What a party owns up to or denies is its own word: "its channel wrote", "the brigade said", "it
denied" and "a leaflet claimed it in X's name" have X as their first hand, as "X denied it" has. Two
reports that call the party by different words then have one origin. A person who speaks for the
party, by name or by trade, stays who said it.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from whence.extract.lexicon import LEXICON, words
from whence.extract.prose import Prose, tokenize
from whence.extract.sourcing import Sourcing
from whence.extract.speech import chains
from whence.extract.speech.speakers import Speaker, head_noun
from whence.model.attribution import Anonymity, Attribution, Chain, Hop, SourceKind
from whence.model.claim import Claim
from whence.model.vocabulary import load

_OWN = frozenset(("claim_responsibility", "deny_involvement"))
_WHOSE = re.compile(r"^(?:its|their|his|her|the|an?)\s+", re.IGNORECASE)
_KINDS: dict[str, tuple[SourceKind, Anonymity]] = {
    "group": ("group", "organisation"),
    "body": ("body", "organisation"),
    "state": ("state", "organisation"),
    "person": ("person", "named"),
}


class _Table(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    media: tuple[str, ...]
    bands: tuple[str, ...]


@cache
def _plain() -> frozenset[str]:
    table = load("own_name", _Table, LEXICON)
    return frozenset((*table.media, *table.bands)) | words("recordings")


def in_own_name(
    prose: Prose, sourcing: Sourcing, claims: Sequence[Claim]
) -> tuple[tuple[Claim, ...], dict[str, Chain]]:
    """Return the claims, each admission and denial as the party's own word, and chains for them."""
    said = {told.id: told for told in sourcing.attributions}
    made: list[Claim] = []
    found: dict[str, Chain] = {}
    for one in claims:
        claim = one
        told = sourcing.chains.get(one.chain_id)
        if told is not None and not one.insinuation and _is_own(one, told, said):
            hop = chains.speaker_hop(_party(one), one.subject_span)
            before = told.hops if len(told.hops) == 1 else told.hops[:-1]
            chain = chains.build(prose.document.id, [*before, hop])
            found[chain.id] = chain
            claim = replace(one, chain_id=chain.id)
        made.append(claim)
    return tuple(made), found


def _party(claim: Claim) -> Speaker:
    kind, anonymity = _KINDS[claim.subject_kind]
    return Speaker(claim.subject, kind, anonymity)


def _is_own(claim: Claim, told: Chain, said: Mapping[str, Attribution]) -> bool:
    """Tell whether a claim is the party's own word, though its first hand has another name."""
    if claim.act in _OWN:
        return _speaks(claim, told) or _answers(claim, said)
    return claim.standing == "denied" and _rejects(claim, told, said)


def _rejects(claim: Claim, told: Chain, said: Mapping[str, Attribution]) -> bool:
    """Tell whether "the brigade" that had no part in it is the party of the claim.

    It is where the words are a denial of its own, or stand in those of somebody who speaks for it.
    """
    hop, made = told.origin, said.get(claim.attribution_id or "")
    if claim.subject_kind != "group" or len(told.hops) < len(("outlet", "party")):
        return False
    if hop.kind != "group" or not _unnamed(hop, person=False):
        return False
    own = made is not None and made.act == "deny_involvement"
    return own or claim.subject in told.hops[-2].who


def _speaks(claim: Claim, chain: Chain) -> bool:
    """Tell whether the first hand of a party's own word is the party, by whatever it is called."""
    if claim.subject_kind not in _KINDS or not claim.subject[:1].isupper():
        return False
    if len(chain.hops) == 1 or chain.origin.who == chain.hops[0].who:
        return True
    return _unnamed(chain.origin, claim.subject_kind == "person")


def _answers(claim: Claim, said: Mapping[str, Attribution]) -> bool:
    """Tell whether the accused answers by a pronoun, whoever spoke before: "he pleaded guilty"."""
    told = said.get(claim.attribution_id or "")
    if told is None or told.source is None or told.cue is None or claim.subject_kind != "person":
        return False
    himself = told.source.text.casefold() in ("he", "she")
    return himself and _PLEADS.search(told.cue.text) is not None and claim.subject[:1].isupper()


_PLEADS = re.compile(r"\b(?:plead|pled|den(?:y|ie)|protest|maintain)", re.IGNORECASE)


def _unnamed(hop: Hop, person: bool) -> bool:
    """Tell whether a first hand is told by a pronoun, or by a word for a band or its channel."""
    if hop.anonymity == "unknown" and hop.kind == "unknown":
        return True
    who = _WHOSE.sub("", hop.who)
    plain = not any(word[:1].isupper() for word in who.split())
    head = head_noun([one.lower for one in tokenize(who)])
    return not person and plain and head in _plain()
