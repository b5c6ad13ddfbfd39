"""Which of the counts that are told of the killed or the wounded is the incident's.

Reports count more than one thing: two shootings of one night, all dead of a year, those described
one by one. What speaks for each number, who tells it, where it stands, and whether it is said or
only added up, is weighed by a conditional logit for the killed (McFadden 1974; ``choosing.yaml``)
and by trees for the wounded (``forest``). Both are learned; a word of a source that was replaced
since never gets here.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from math import exp, log1p
from pathlib import Path

import msgspec

from whence.fuse.readings import counts_some, is_open
from whence.fuse.toll.forest import forest
from whence.fuse.toll.surroundings import Named, named, sentence, surroundings
from whence.fuse.witness import Witness

KILLED, WOUNDED = "killed", "wounded"
Told = Mapping[str, Sequence[Witness]]


class _Weights(msgspec.Struct, frozen=True):
    """What each feature adds (nats), by slot; words that gather several incidents."""

    roundups: frozenset[str]
    weights: dict[str, dict[str, float]]


@cache
def weights() -> _Weights:
    """Return the learned weights (``choosing.yaml``)."""
    text = Path(__file__).with_name("choosing.yaml").read_bytes()
    return msgspec.yaml.decode(text, type=_Weights)


@dataclass(frozen=True)
class Scene:
    """What each document counts, the earliest first, by slot; and which documents there are.

    ``named`` are the names and numbers of every document; empty where there is nothing to choose.
    """

    order: tuple[str, ...]
    told: Mapping[str, Told]
    named: Mapping[str, Named]

    def numbers(self, slot: str) -> list[int]:
        """Return the numbers told for a slot, ascending."""
        rows = [one for own in self.told[slot].values() for one in own]
        return sorted({number for one in rows if (number := count(one)) is not None})

    def main(self, document: str, slot: str) -> int | None:
        """Return what a document stands for: its largest exact count of all, else its largest."""
        own = self.told[slot].get(document, ())
        sharp = [count(one) or 0 for one in own if _sharp(one)]
        return max(sharp or [count(one) or 0 for one in own], default=None)


def scene(witnesses: Sequence[Witness]) -> Scene:
    """Return the counts of killed and wounded by document, in the order of publication."""
    rows = sorted(witnesses, key=lambda one: (one.at or "~", one.document.id, one.fact.id))
    told: dict[str, dict[str, list[Witness]]] = {
        KILLED: defaultdict(list),
        WOUNDED: defaultdict(list),
    }
    for one in rows:
        if one.fact.slot in told and count(one) is not None:
            told[one.fact.slot][one.document.id].append(one)
    documents = {one.document.id: one.document for one in rows}
    chosen = len(documents) > 1 and any(told.values())
    names = {key: named(one) for key, one in documents.items()} if chosen else {}
    return Scene(tuple(documents), told, names)


def count(witness: Witness) -> int | None:
    """Return the number of a count, the fewest where it is open; None where it has none."""
    number = witness.fact.quantity
    if number is None:
        return None
    return next((n for n in (number.best, number.low, number.high) if n is not None), None)


def _sharp(witness: Witness) -> bool:
    number = witness.fact.quantity
    return (
        number is not None
        and not is_open(number)
        and not counts_some(witness.fact.slot, witness.fact.unit)
    )


def _said(witness: Witness) -> bool:
    """Tell whether a number is said, not added up from those described or implied by a noun."""
    return _sharp(witness) and witness.fact.note is None


def _worded(witness: Witness) -> bool:
    """Tell whether words count the dead, or several of a category: "killing at least 18"."""
    return _said(witness) or (witness.fact.note is None and (count(witness) or 0) > 1)


def _in_title(witness: Witness) -> bool:
    size = len(witness.document.title or "")
    return any(span.start < size for span in witness.fact.spans)


def features(place: Scene, slot: str, number: int) -> dict[str, float]:
    """Return what speaks for and against a number, by feature; nought is nobody at all."""
    if number == 0:
        return _nobody(place, slot) if slot == WOUNDED else _alive(place)
    told = place.told[slot]
    rows = [one for own in told.values() for one in own]
    mine = [one for one in rows if count(one) == number]
    docs = {one.document.id for one in mine}
    mains = [main for key in told if (main := place.main(key, slot)) is not None]
    numbers = place.numbers(slot)
    said = {count(one) or 0 for one in rows if _said(one)}
    titled = {count(one) for one in rows if _in_title(one)}
    described = not any(_said(one) for one in mine)
    return {
        "documents": len(docs) / len(told),
        "main": mains.count(number) / len(mains),
        "first": float(mains[0] == number),
        "last": float(mains[-1] == number),
        "origins": _share([one.origin.id for one in mine], [one.origin.id for one in rows]),
        "said": float(not described),
        "described where said": float(described and bool(said)),
        "described above said": float(described and bool(said) and number > min(said)),
        "described under said": float(described and bool(said) and number < max(said)),
        "titled": float(number in titled),
        "titled alone": float(titled == {number}),
        "untitled": float(bool(titled) and number not in titled),
        "twice": float(len(docs) > 1),
        "vague": float(not any(_sharp(one) for one in mine)),
        "some": float(all(counts_some(slot, one.fact.unit) for one in mine)),
        "size": log1p(number),
        "largest": float(number == numbers[-1] and len(numbers) > 1),
        "smallest": float(number == numbers[0] and len(numbers) > 1),
        "one": float(number == 1),
        "gathered": sum(_gathered(one) for one in mine) / len(mine),
        "pairs": _pairs(place, docs),
        "hedged": float(all(one.fact.hedge < 2 for one in mine)),
        "crowded": sum(_crowded(one) for one in mine) / len(mine),
        "many": log1p(_others(told, docs)),
        "sums": _sums(place, slot, number, docs),
        **surroundings(mine, place.named),
        "beside silent": sum(key not in told for key in place.order) / len(place.order),
        **{f"noted {kind}": float(all(_kind(one) == kind for one in mine)) for kind in _NOTES},
    }


_NOTES = {"counted": "counted from", "implied": "implied by", "less": " of them killed"}
"""How a note says that a number comes about."""


def _kind(witness: Witness) -> str:
    """Return how a number comes about by its note; "" where it is said."""
    note = witness.fact.note or ""
    return next((kind for kind, words in _NOTES.items() if words in note), "")


def _crowded(witness: Witness) -> bool:
    """Tell whether the sentence of a count has words for several incidents."""
    said = sentence(witness.document.text, witness.fact.spans[0])
    words = said.lower().replace(",", " ").replace(".", " ").split()
    return bool(weights().roundups & set(words))


def _others(told: Told, docs: set[str]) -> int:
    """Return the most different numbers that one of ``docs`` tells beside its first."""
    return max(len({count(one) for one in told[key]}) for key in docs) - 1


def _sums(place: Scene, slot: str, number: int, docs: set[str]) -> float:
    """Return the share of the other documents whose killed and wounded add up to the same."""
    other = WOUNDED if slot == KILLED else KILLED
    totals = {number + (place.main(key, other) or 0) for key in docs}
    rest = [key for key in place.order if key not in docs]
    return sum(
        (place.main(key, KILLED) or 0) + (place.main(key, WOUNDED) or 0) in totals for key in rest
    ) / max(1, len(rest))


def _alive(place: Scene) -> dict[str, float]:
    """Return what speaks for nobody killed: reports that tell of the wounded alone."""
    told, beside = place.told[KILLED], place.told[WOUNDED]
    rows = [one for own in told.values() for one in own]
    silent = [key for key in place.order if key not in told]
    hurt = {place.main(key, WOUNDED) for key in silent}
    both = [key for key in told if key in beside]
    totals = {(place.main(key, KILLED) or 0) + (place.main(key, WOUNDED) or 0) for key in told}
    return {
        "alive": 1.0,
        "alive, silent": len(silent) / len(place.order),
        "alive, others": log1p(len(silent)),
        "alive, tellers": log1p(len(told)),
        "alive, as many": float(any(place.main(key, WOUNDED) in hurt for key in both)),
        "alive, died since": float(bool(totals & hurt)),
        "alive, titled": float(any(_in_title(one) for one in rows)),
        "alive, implied": float(all(_kind(one) == "implied" for one in rows)),
        "alive, crowded": sum(_crowded(one) for one in rows) / len(rows),
        "alive, gathered": sum(_gathered(one) for one in rows) / len(rows),
        "alive, last": float(place.order[-1] not in told),
        "alive, first": float(place.order[0] not in told),
        "alive, alone": float(not both),
        "alive, wounded": log1p(max(place.numbers(WOUNDED), default=0)),
        "alive, dead": log1p(max(place.numbers(KILLED))),
    }


def _share(mine: Sequence[str], every: Sequence[str]) -> float:
    return len(set(mine)) / len(set(every))


def _gathered(witness: Witness) -> bool:
    """Tell whether a title has words for several incidents."""
    words = (witness.document.title or "").lower().replace(",", " ").replace(":", " ").split()
    return bool(weights().roundups & set(words))


def _pairs(place: Scene, docs: set[str]) -> float:
    """Return the share of documents that give the pair of tolls which one of ``docs`` gives."""
    pairs = {key: (place.main(key, KILLED), place.main(key, WOUNDED)) for key in place.order}
    often = Counter(pairs.values())
    return max(often[pairs[key]] - 1 for key in docs) / len(place.order)


def _nobody(place: Scene, slot: str) -> dict[str, float]:
    """Return what speaks for nobody: reports that tell only of the other outcome."""
    told, beside = place.told[slot], place.told[KILLED if slot == WOUNDED else WOUNDED]
    rows = [one for own in told.values() for one in own]
    silent = [key for key in beside if key not in told]
    most = max(place.numbers(slot), default=0)
    dead = max(place.numbers(KILLED if slot == WOUNDED else WOUNDED), default=0)
    keys = [key for key in place.order if key in told or key in beside]
    return {
        "nobody": 1.0,
        "nobody, silent": len(silent) / max(1, len(keys)),
        "nobody, all silent": float(len(silent) == len(beside) > 0),
        "nobody, others": log1p(len(silent)),
        "nobody, both": len(set(told) & set(beside)) / max(1, len(keys)),
        "nobody, said": float(any(_said(one) for one in rows)),
        "nobody, titled": float(any(_in_title(one) for one in rows)),
        "nobody, tellers": log1p(len(told)),
        "nobody, as many": float(most <= dead),
        "nobody, most": log1p(most),
        "nobody, dead": log1p(dead),
        "nobody, last": float(bool(keys) and keys[-1] not in told),
        "nobody, first": float(bool(keys) and keys[0] not in told),
        "nobody, no other": float(not beside),
    }


def candidates(place: Scene, slot: str) -> list[int]:
    """Return the numbers to choose from: those told, and nobody wounded where some were killed."""
    numbers = place.numbers(slot)
    nobody = numbers and any(place.numbers(KILLED if slot == WOUNDED else WOUNDED))
    if slot == KILLED and any(_worded(one) for own in place.told[KILLED].values() for one in own):
        return numbers  # a number of dead that a report says is none that it was misread for
    return sorted({0, *numbers}) if nobody else numbers


def choice(place: Scene, slot: str) -> dict[int, float]:
    """Return how probable each of the candidates for a slot is; they sum to one."""
    numbers = candidates(place, slot)
    seen = [features(place, slot, number) for number in numbers]
    if slot == WOUNDED:
        return dict(zip(numbers, forest().chances(seen), strict=True)) if numbers else {}
    table = weights().weights[slot]
    scores = {
        number: sum(table.get(name, 0.0) * value for name, value in row.items())
        for number, row in zip(numbers, seen, strict=True)
    }
    powers = {number: exp(score - max(scores.values())) for number, score in scores.items()}
    return {number: power / sum(powers.values()) for number, power in powers.items()}


def choices(witnesses: Sequence[Witness]) -> dict[str, dict[int, float]]:
    """Return how probable each number of killed and of wounded is, by slot.

    A slot is left to the vote where there is nothing to choose, and where sources of their own
    stand by different numbers: how a report is made says nothing of who of them is right.
    """
    place = scene(witnesses)
    return {
        slot: found
        for slot in (KILLED, WOUNDED)
        if not _contested(place.told[slot]) and len(found := choice(place, slot)) > 1
    }


def _contested(told: Told) -> bool:
    """Tell whether two numbers have each a source that does not stand by the other."""
    sources: dict[int, set[str]] = defaultdict(set)
    for own in told.values():
        for one in own:
            if one.sourced:
                sources[count(one) or 0].add(one.origin.id)
    return any(not one & other for one, other in combinations(sources.values(), 2))
