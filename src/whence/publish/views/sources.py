"""The tables beside the sourcing picture: origins, relays and bundles of copies."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from whence.model.claim import Claim
from whence.model.fact import Fact
from whence.model.origin import Copy, Origin
from whence.publish.anchors import anchor
from whence.publish.index import Index
from whence.publish.numbers import plural, probability
from whence.publish.places import claim_back, copy_anchor, fact_back
from whence.publish.views.facts import Named
from whence.publish.views.graph import bundle_name, bundles, counted, own_voice
from whence.publish.views.quotes import Quote, Same, gathered, quote
from whence.publish.words import slot_label, words


@dataclass(frozen=True)
class Said:
    """One thing that an origin says, in the same words in one or several reports."""

    label: str
    same: Same


@dataclass(frozen=True)
class OriginRow:
    """One first hand: how it is known, what it carries, in which words, through whom and where."""

    key: str
    name: str
    how: str
    stake: str
    carries: str
    about: tuple[str, ...]
    relays: tuple[str, ...]
    reports: tuple[Named, ...]
    merges: tuple[str, ...]
    said: tuple[Said, ...]


@dataclass(frozen=True)
class RelayRow:
    """One pair of hands in between: whom it passes on, and in which reports."""

    key: str
    name: str
    origins: tuple[Named, ...]
    reports: tuple[Named, ...]


@dataclass(frozen=True)
class CopyRow:
    """One document that took text from another."""

    key: str
    copy: Named
    original: Named
    chance: str
    basis: str
    passages: tuple[tuple[Quote, Quote, str], ...]


@dataclass(frozen=True)
class BundleRow:
    """Documents that are one thing with many hands."""

    key: str
    name: str
    members: tuple[Named, ...]


@dataclass(frozen=True)
class Sources:
    """Everything about whose hands it came through."""

    origins: tuple[OriginRow, ...]
    voices: tuple[OriginRow, ...]
    silent: tuple[Named, ...]
    relays: tuple[RelayRow, ...]
    bundles: tuple[BundleRow, ...]
    copies: tuple[CopyRow, ...]
    lines: tuple[Named, ...]


def sources(index: Index) -> Sources:
    """Prepare the tables of sources."""
    rows = [(own_voice(index, origin), origin_row(index, origin)) for origin in index.bearing]
    bearing = {origin.id for origin in index.bearing}
    silent = sorted(
        (origin.name, origin.id) for origin in index.origins.values() if origin.id not in bearing
    )
    return Sources(
        origins=tuple(row for voice, row in rows if not voice),
        voices=tuple(row for voice, row in rows if voice),
        silent=tuple(Named(name, anchor("o", key)) for name, key in silent),
        relays=relay_rows(index),
        bundles=bundle_rows(index),
        copies=copy_rows(index),
        lines=lines(index),
    )


def _documents(index: Index, keys: tuple[str, ...]) -> tuple[Named, ...]:
    return tuple(
        Named(index.outlet(key), f"#{anchor('d', key)}" if key in index.documents else None)
        for key in dict.fromkeys(keys)
    )


def origin_row(index: Index, origin: Origin) -> OriginRow:
    """Return one first hand with everything that it says of the incident."""
    carried = index.carried.get(origin.id, {})
    return OriginRow(
        key=anchor("o", origin.id),
        name=origin.name,
        how=known_how(origin),
        stake=words().stakes[origin.stake],
        carries=f"{plural(sum(carried.values()), 'value')} in {plural(len(carried), 'report')}",
        about=subjects(index, origin),
        relays=origin.relays,
        reports=_documents(index, origin.document_ids),
        merges=tuple(
            f"{merge.left} = {merge.right}: {merge.reason} ({probability(merge.probability)})"
            for merge in origin.merges
        ),
        said=_said(index, origin),
    )


def known_how(origin: Origin) -> str:
    """Return what sort of source an origin is, and whether it is named."""
    kind = "" if origin.kind == "unknown" else origin.kind
    # a body or a group is an organisation anyhow
    known = (
        "" if kind and origin.anonymity == "organisation" else words().anonymity[origin.anonymity]
    )
    return ", ".join(filter(None, [kind, known]))


def _things(index: Index, origin: Origin) -> Iterator[Fact | Claim]:
    for chain in origin.chain_ids:
        yield from index.said_through.get(chain, ())


def subjects(index: Index, origin: Origin) -> tuple[str, ...]:
    """Return what an origin speaks about: labels of slots, and "who was behind it"."""
    return tuple(
        sorted(
            {
                slot_label(thing.slot).lower() if isinstance(thing, Fact) else "who was behind it"
                for thing in _things(index, origin)
            }
        )
    )


def _said(index: Index, origin: Origin) -> tuple[Said, ...]:
    """Return everything that an origin says of the incident, by what it is about."""
    things = [thing for thing in _things(index, origin) if thing.spans]
    things.sort(key=lambda thing: index.place[thing.id])
    labels: dict[str, list[Quote]] = defaultdict(list)
    for thing in things:
        back = fact_back(thing) if isinstance(thing, Fact) else claim_back(thing)
        labels[back.label].append(quote(index, thing.spans))
    return tuple(Said(label, same) for label in sorted(labels) for same in gathered(labels[label]))


def relay_rows(index: Index) -> tuple[RelayRow, ...]:
    """Return the hands in between, by name."""
    origins: dict[str, set[str]] = defaultdict(set)
    reports: dict[str, dict[str, None]] = defaultdict(dict)
    for chain in index.chains.values():
        for hop in chain.hops[1:-1]:
            name = index.relay_name(chain, hop)
            reports[name][chain.document_id] = None
            if index.origin_of.get(chain.id) in index.origins:
                origins[name].add(index.origin_of[chain.id])
    return tuple(
        RelayRow(
            anchor("relay", who),
            who,
            tuple(
                Named(index.origins[key].name, f"#{anchor('o', key)}")
                for key in sorted(origins[who], key=lambda key: index.origins[key].name)
            ),
            _documents(index, tuple(keys)),
        )
        for who, keys in sorted(reports.items())
    )


def bundle_rows(index: Index) -> tuple[BundleRow, ...]:
    """Return the bundles of copies, in the order of their first publication."""
    return tuple(
        BundleRow(bundle.key, bundle_name(index, bundle), _documents(index, bundle.document_ids))
        for bundle in bundles(index)
        if len(bundle.document_ids) > 1
    )


def copy_rows(index: Index, start: int = 0, stop: int | None = None) -> tuple[CopyRow, ...]:
    """Return who took text from whom, in the order of the trace; of a long list a stretch."""
    numbered = list(enumerate(index.case.trace.copies, 1))
    return tuple(_copy(index, copy_anchor(number), copy) for number, copy in numbered[start:stop])


def _copy(index: Index, key: str, copy: Copy) -> CopyRow:
    if copy.original_id is None:
        original = Named(copy.credited or "an outside agency", None)
    else:
        original = _documents(index, (copy.original_id,))[0]
    return CopyRow(
        key=key,
        copy=_documents(index, (copy.copy_id,))[0],
        original=original,
        chance=probability(copy.probability),
        basis=words().copy_bases[copy.basis],
        passages=tuple(
            (quote(index, (row.copy,)), quote(index, (row.original,)), probability(row.similarity))
            for row in copy.passages
        ),
    )


def lines(index: Index) -> tuple[Named, ...]:
    """Return "Launched: 1 origin through 9 reports": suspicions first, then the fullest counts."""
    incident = index.case.incident
    if incident is None:
        return ()
    found = []
    outright = [row for row in incident.statements if not row.insinuation]
    if outright:
        origins = {row.origin_id for row in outright}
        reports = {key for row in outright for key in row.document_ids}
        found.append(Named(f"Who was behind it: {counted(index, origins, reports)}", "#parties"))
    filled = [
        (
            slot,
            {key for value in slot.values for key in value.origin_ids},
            {key for value in slot.values for key in value.document_ids},
        )
        for slot in incident.slots
    ]
    filled.sort(key=lambda row: (row[0].quantity is None, -len(row[2]), row[0].slot))
    found += [
        Named(f"{slot.label}: {counted(index, origins, reports)}", f"#{anchor('slot', slot.slot)}")
        for slot, origins, reports in filled[:3]
    ]
    return tuple(found)
