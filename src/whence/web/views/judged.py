"""What people judged, each with its entry in the ledger: what holds, what was replaced."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import msgspec

from whence.model.case import Judgement
from whence.model.claim import Claim
from whence.model.fact import Fact
from whence.model.ledger import Entry
from whence.model.verdicts import CORRECTED, WITHDRAWN, argument
from whence.publish.views.facts import Named
from whence.publish.words import slot_label
from whence.run.judging import WEIGHED, Conflict, Facet, conflicts, facet, holding, idle
from whence.store.ledger import decoded
from whence.store.standing import holding as unretracted
from whence.web.addresses import to
from whence.web.shelf import Volume
from whence.web.views.called import in_words
from whence.web.views.readings import readings
from whence.web.views.whole import whole

KINDS = frozenset({"judgement", "override", "retraction"})

HOLDING = ("holds", "idle")
"""States of judgements that can be withdrawn."""


@dataclass(frozen=True)
class Verdict:
    """A verdict in its pieces, as ``Judged`` has them."""

    verdict: str
    word: str
    value: str
    changes: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Judged:
    """One judgement. ``word`` is the first of its verdict, ``value`` what stands behind it.

    ``changes`` are the fields that a correction sets. ``state`` tells whether it holds: ``holds``,
    ``idle`` (it holds, and there is nothing that it could bear on), ``replaced`` by a later one,
    ``withdrawn``, or ``withdrawal`` where it takes another back. ``ids`` are what the subject
    names: one thing, or two, or a side of several; the name of a party is one.
    """

    seq: int
    at: str
    by: str
    author: str
    subject: str
    verdict: str
    word: str
    value: str
    changes: tuple[tuple[str, str], ...]
    reason: str
    state: str = "holds"
    about: tuple[Named, ...] = ()
    ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Disagreement:
    """A subject on which people disagree; the last of their words holds."""

    subject: str
    about: tuple[Named, ...]
    words: tuple[Judged, ...]


def judged(volume: Volume) -> tuple[Judged, ...]:
    """Return all judgements of a case that were not taken back, in the ledger's order."""
    return volume.kept("judged", lambda: _judged(volume))


def judged_about(volume: Volume, subjects: Iterable[str]) -> tuple[Judged, ...]:
    """Return the judgements that speak of one of these ids, in the ledger's order."""
    wanted = set(subjects)
    return tuple(one for one in judged(volume) if not wanted.isdisjoint(one.ids))


def judged_of(volume: Volume, facets: Iterable[Facet | None]) -> tuple[Judged, ...]:
    """Return what was judged of these facets, and withdrawn of it, the latest first."""
    wanted = frozenset(facets)
    rows = judged(volume)
    subjects = {frozenset(one.ids) for one in rows if facet(one.verdict) in wanted}
    return tuple(
        one
        for one in reversed(rows)
        if facet(one.verdict) in wanted
        or (one.verdict == WITHDRAWN and frozenset(one.ids) in subjects)
    )


def since(volume: Volume, subjects: Iterable[str], seq: int, person: str) -> tuple[Judged, ...]:
    """Return what others than ``person`` judged of some subjects behind the entry ``seq``."""
    # A party's name may hold blanks: it is meant whole as well as in pieces.
    ids = {key for subject in subjects for key in (subject, *_parts(subject))}
    return tuple(one for one in judged_about(volume, ids) if one.seq > seq and one.by != person)


def disagreements(volume: Volume) -> tuple[Disagreement, ...]:
    """Return where people disagree, the last word of each with its entry."""
    return volume.kept("disagreements", lambda: _disagreements(volume))


def _disagreements(volume: Volume) -> tuple[Disagreement, ...]:
    rows = {_key(one): one for one in judged(volume)}
    return tuple(
        Disagreement(
            subject=conflict.subject,
            about=_about(volume, _ids(conflict)),
            words=tuple(
                row
                for one in conflict.judgements
                if (row := rows.get((one.subject, one.verdict, one.by, one.at))) is not None
            ),
        )
        for conflict in conflicts(volume.state.judgements)
    )


def _key(one: Judged) -> tuple[str, str, str, str]:
    return one.subject, one.verdict, one.by, one.at


def _judged(volume: Volume) -> tuple[Judged, ...]:
    entries = volume.ledger.read(at=f"#{volume.head.seq}", kinds=KINDS)
    pairs = [
        (sealed.entry, said)
        for sealed in unretracted(entries)
        if isinstance(said := decoded(sealed), Judgement)
    ]
    state = _states(volume, [said for _, said in pairs])
    return tuple(
        replace(one, about=_about(volume, one.ids), state=state.get(_key(one), "replaced"))
        for one in (row(entry, said) for entry, said in pairs)
    )


def _states(
    volume: Volume, all_of_them: list[Judgement]
) -> Mapping[tuple[str, str, str, str], str]:
    """Return what holds and what was withdrawn; whatever is not told was replaced."""
    found: dict[tuple[str, str, str, str], str] = {}
    withdrawn = {one.subject: one.at for one in all_of_them if one.verdict == WITHDRAWN}
    for one in all_of_them:
        key = (one.subject, one.verdict, one.by, one.at)
        if one.verdict == WITHDRAWN:
            found[key] = "withdrawal"
        elif one.at <= withdrawn.get(one.subject, ""):
            found[key] = "withdrawn"
    reports = tuple(readings(volume).reports.values())
    lost = {id(one) for one in idle(all_of_them, reports)}
    for one in holding(all_of_them):
        found[one.subject, one.verdict, one.by, one.at] = "idle" if id(one) in lost else "holds"
    return found


def row(entry: Entry, said: Judgement) -> Judged:
    """Return a judgement as a line, as if it held."""
    told = pieces(said.verdict)
    return Judged(
        seq=entry.seq,
        at=said.at,
        by=said.by,
        author=entry.author,
        subject=said.subject,
        verdict=said.verdict,
        word=told.word,
        value=told.value,
        changes=told.changes,
        reason=said.reason,
        ids=(said.subject,) if entry.kind == "override" else _parts(said.subject),
    )


def pieces(verdict: str) -> Verdict:
    """Return a verdict in pieces that a page can put into words."""
    word, value = verdict.partition(" ")[0], argument(verdict)
    if facet(verdict) in ("origins", "incident"):
        return Verdict(verdict, verdict, "", ())
    if word == CORRECTED:
        return Verdict(verdict, word, "", _changes(value))
    return Verdict(verdict, word, value, ())


def _ids(clash: Conflict) -> tuple[str, ...]:
    weighed = any(facet(one.verdict) in WEIGHED for one in clash.judgements)
    return (clash.subject,) if weighed else _parts(clash.subject)


def _parts(subject: str) -> tuple[str, ...]:
    return tuple(subject.replace("+", " ").split())


def _changes(text: str) -> tuple[tuple[str, str], ...]:
    try:
        changed = msgspec.json.decode(text, type=dict[str, object])
    except msgspec.DecodeError:
        return (("", text),)
    return tuple((key.replace("_", " "), _plain(value)) for key, value in changed.items())


def _plain(value: object) -> str:
    if isinstance(value, str):
        return value.replace("_", " ")
    if isinstance(value, dict):
        return ", ".join(f"{key} {_plain(one)}" for key, one in value.items())
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "–" if value is None else str(value)


def _about(volume: Volume, ids: Iterable[str]) -> tuple[Named, ...]:
    """Return what ids name, each with its page where it has one."""
    return tuple(named(volume, key) for key in ids)


def named(volume: Volume, key: str) -> Named:
    """Return what an id of the case stands for, by name, with its page where it has one."""
    found, index = readings(volume), whole(volume)
    if key in found.was:
        value = found.was[key]
        fact = f"{slot_label(value.slot)}: {value.value}" if isinstance(value, Fact) else ""
        what = value.subject if isinstance(value, Claim) else fact
        return Named(what, to("values", case=volume.case_id, key=key))
    if key in found.chains:
        name = found.chains[key].origin.who
        origin = index.origin_of.get(key)
        known = origin is not None and origin in index.origins
        return Named(name, to("sources", case=volume.case_id, key=origin or "") if known else None)
    if key in index.documents:
        return Named(index.outlet(key), to("reports", case=volume.case_id, key=key))
    answers = volume.case.assessment.answers if volume.case.assessment else ()
    labels = {one.id: one.label for answer in answers for one in answer.hypotheses}
    if key in labels or key in labels.values():
        return Named(labels.get(key, key), to("hypotheses", case=volume.case_id))
    return Named(in_words(volume, key), None)
