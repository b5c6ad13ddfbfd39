"""How much the assessment rests on: apart from how likely its answer is.

Source: ICD 203 D.6.e and the usual definitions: high (well corroborated, few assumptions, minor
gaps), moderate (partly corroborated), low (uncorroborated, glaring gaps).
"""

from msgspec import Struct

from whence.model.assessment import Confidence
from whence.model.incident import Incident
from whence.weigh.items import Item
from whence.weigh.verdict import DIAGNOSTIC, Standing

RANK: dict[Confidence, int] = {"low": 0, "moderate": 1, "high": 2}
_NAMELESS = ("anonymous", "collective", "unknown")
_GAPS = {
    "attribution_withheld": "an attribution is withheld or still open",
    "evidence_awaited": "evidence is awaited",
    "evidence_lost": "evidence was lost",
}


class Basis(Struct, frozen=True, kw_only=True):
    """What an answer rests on: numbers of first hands, how it holds, and what is missing."""

    origins: int
    named: int
    kinds: int
    opposed: int
    stability: float
    flips: bool
    gaps: tuple[str, ...]


def basis_of(
    standing: Standing, items: tuple[tuple[Item, float], ...], incident: Incident
) -> Basis:
    """Return what one answer rests on; each item comes with the nats it adds for its targets.

    Only items that tell hypotheses apart count: any number of others leaves the basis as it is.
    """
    speaking = [
        (item, nats)
        for item, nats in items
        if item.role == standing.role and abs(nats) >= DIAGNOSTIC
    ]
    hands = {
        voice.origin_id: voice.anonymity not in _NAMELESS
        for item, _ in speaking
        for voice in item.voices
    }
    return Basis(
        origins=len(hands),
        named=sum(hands.values()),
        kinds=len({item.row.group for item, _ in speaking}),
        opposed=sum(
            (nats > 0) != (standing.candidate in (*item.targets, *item.kin))
            for item, nats in speaking
        ),
        stability=standing.stability,
        flips=any(s.flips for s in standing.sensitivity),
        gaps=tuple(text for slot, text in _GAPS.items() if incident.slot(slot) is not None),
    )


def level_of(basis: Basis) -> Confidence:
    """Return high, moderate or low by fixed rules over the basis."""
    broad = basis.origins >= 4 and basis.named >= 3 and basis.kinds >= 2
    firm = not basis.flips and basis.stability >= 0.95 and not basis.opposed
    if broad and firm and not basis.gaps:
        return "high"
    if basis.origins >= 3 and basis.named >= 2 and basis.stability >= 0.8 and len(basis.gaps) < 2:
        return "moderate"
    return "low"


def reason_of(basis: Basis) -> str:
    """Return the basis in one line, without any word of likelihood."""
    if not basis.origins:
        parts = ["no first hand says anything that tells the answers apart"]
    else:
        hands = "first hand bears" if basis.origins == 1 else "independent first hands bear"
        parts = [f"{basis.origins} {hands} on it, {_names(basis)}"]
    if basis.opposed:
        items = "item points" if basis.opposed == 1 else "items point"
        parts.append(f"{basis.opposed} {items} away from the leading answer")
    if basis.flips:
        parts.append(
            f"leaving {'it' if basis.origins == 1 else 'one of them'} out changes the result"
        )
    parts += basis.gaps
    text = "; ".join(parts)
    return f"{text[:1].upper()}{text[1:]}."


def _names(basis: Basis) -> str:
    if basis.named == basis.origins:
        return "with a name or an office" if basis.origins == 1 else "all with a name or an office"
    if basis.named == 0:
        return "without a name" if basis.origins == 1 else "none of them with a name"
    return f"{basis.named} of them with a name or an office"
