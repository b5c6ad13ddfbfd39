"""Every item of evidence with what it weighs and why, in plain words."""

from math import exp, log

from whence.model.assessment import Evidence
from whence.weigh.items import Item
from whence.weigh.numbers.nats import KIN, TARGET, UNNAMED
from whence.weigh.numbers.posterior import Model, Question
from whence.weigh.options import Options

_HEDGED = {
    2: "It is said with some reserve, ",
    1: "It is said as a mere possibility, ",
    0: "The speaker does not commit to it, ",
}
_GAINS = {True: ("rival", "belligerent"), False: ("ally", "belligerent")}
"""Stakes that gain by an accusation (True) and by clearing somebody (False)."""


def evidence_of(model: Model, question: Question, options: Options) -> tuple[Evidence, ...]:
    """Return the evidence on one question, the most telling first."""
    found = []
    weight = model.ties.weights()
    untouched = dict.fromkeys(question.live, 0.0)
    reserve = question.live[question.column("unnamed")]
    for index, item in enumerate(model.items):
        if item.role != question.role:
            continue
        nats = tuple(
            float(model.nats.of(index, row).mean() * weight[index])
            if row != KIN or item.kin
            else 0.0
            for row in (TARGET, UNNAMED, KIN)
        )
        alone = float(model.nats.alone[index, TARGET])
        did, unnamed, kin = nats
        effect = untouched | {reserve: unnamed}
        effect |= dict.fromkeys(item.kin, kin) | dict.fromkeys(item.targets, did)
        found.append(_evidence(item, effect, (did, alone), options))
    return tuple(sorted(found, key=lambda evidence: (-evidence.diagnosticity, evidence.id)))


def _evidence(
    item: Item, effect: dict[str, float], nats: tuple[float, float], options: Options
) -> Evidence:
    did, alone = nats
    top = max(effect.values())
    shifted = {key: round(value - top, 6) for key, value in effect.items()}
    return Evidence(
        id=item.id,
        kind=item.kind,
        text=item.text,
        origin_ids=(*(voice.origin_id for voice in item.voices), *item.echoes),
        claim_ids=item.claim_ids,
        fact_ids=item.fact_ids,
        group=item.group,
        log_likelihood=shifted,
        diagnosticity=round(-min(shifted.values()), 6),
        reason=reason_of(item, did, alone, options),
        spans=item.spans,
    )


def reason_of(item: Item, did: float, alone: float, options: Options) -> str:
    """Return why the item weighs what it weighs; ``did`` and ``alone`` are nats.

    ``alone`` is what it would weigh if nothing else of its sort had been said.
    """
    sentences = [item.row.why, _size(did, item.party)]
    if item.hedge < 3:
        sentences.append(f"{_HEDGED[item.hedge]}so it counts for less.")
    if any(voice.anonymity in ("anonymous", "unknown", "collective") for voice in item.voices):
        sentences.append("Little is known of who says so, which widens the range.")
    gains = any(voice.stake in _GAINS[item.row.ratio >= 1] for voice in item.voices)
    if gains and item.kind != "accusation_rival":
        sentences.append("Whoever says so gains by it.")
    doubts = item.voices[0].doubts
    if doubts:
        sentences.append(
            f"It may come from up to {len(doubts) + 1} first hands; this is averaged over."
        )
    if item.echoes:
        sentences.append("It is quoted as several sources; a party speaks with one voice.")
    if abs(did) < 0.9 * abs(alone):
        sentences.append(
            f"Much the same has been said already: it adds {abs(did) / abs(alone):.0%} of what it "
            "would alone."
        )
    if item.note:
        sentences.append(item.note)
    sentences += [
        f"Its ratio was set by hand to {override.value:g}: {override.reason}."
        for override in options.ratios
        if override.subject == item.kind
    ]
    return " ".join(sentences)


def _size(nats: float, party: str) -> str:
    if abs(nats) < log(1.05):
        return "It hardly tells the answers apart."
    return f"As weighed here, it multiplies the odds for {party} by {_times(exp(nats))}."


def _times(factor: float) -> str:
    return f"{factor:.1f}" if factor >= 1 else f"{factor:.2f}"
