"""Questions on the fused, traced and weighed example case, and whether they come out right."""

from collections.abc import Iterator

from evaluation.examples.answers import Answer, Read, holds
from evaluation.examples.expected import Origin, Party, Reading, Slot, Stance
from whence.model.assessment import Assessment, Hypothesis
from whence.model.attribution import Scope
from whence.model.case import Case
from whence.model.incident import Incident, Statement
from whence.model.origin import Trace


def case_answers(reading: Reading, case: Case, reads: dict[str, Read]) -> Iterator[Answer]:
    """Put every question about the case as a whole."""
    if case.incident is None or case.assessment is None:
        yield _answer("case", "an incident and an assessment", "none", False)
        return
    yield from _slots(reading, case.incident)
    for party in reading.parties:
        yield from _party(party, case.incident, _names(case.trace), reads)
        yield _hypothesis(party, case.assessment)
    yield from _suspects(reading, case.assessment)
    yield from _origins(reading, case, reads)
    yield from _copies(reading, case, reads)
    yield from _verdict(reading, case.assessment)


def _answer(section: str, expected: str, got: str, right: bool) -> Answer:
    return Answer(where="case", section=section, expected=expected, got=got, right=right)


def _slots(reading: Reading, incident: Incident) -> Iterator[Answer]:
    record = reading.incident
    yield _answer("kind", record.kind, str(incident.kind), incident.kind == record.kind)
    for wanted in record.held:
        yield _held(wanted, incident)
    for wanted in record.superseded:
        slot = incident.slot(wanted.slot)
        got = [f"{one.value} {one.status}" for one in (slot.values if slot else ())]
        right = f"{wanted.value} superseded" in got
        yield _answer("superseded", f"{wanted.slot}={wanted.value}", ", ".join(got), right)
    for wanted in record.never:
        slot = incident.slot(wanted.slot)
        values = [one.value for one in (slot.values if slot else ())]
        right = not any(_is_or_refines(value, wanted.value) for value in values)
        yield _answer("never", f"{wanted.slot}={wanted.value}", ", ".join(values), right)
    for name in ("evidence_recovered", "evidence_awaited", "evidence_lost"):
        slot = incident.slot(name)
        words = [span.text for one in (slot.values if slot else ()) for span in one.spans]
        for part in getattr(record, name):
            right = any(holds(part, one) for one in words)
            yield _answer(name, part, "; ".join(words), right)
    broken = [check.text for check in incident.checks if not check.holds]
    yield _answer("arithmetic", "every check holds", "; ".join(broken), not broken)


def _held(wanted: Slot, incident: Incident) -> Answer:
    slot = incident.slot(wanted.slot)
    best = slot.best if slot else None
    values = [one.value for one in slot.values if one.status == "held"] if slot else []
    right = wanted.holds(best)
    if slot is not None and slot.quantity is not None:
        right = right and wanted.low in (None, slot.quantity.low)
        right = right and wanted.high in (None, slot.quantity.high)
    elif slot is not None and best is not None:  # several things can be held beside the first
        right = right or any(wanted.holds(value) for value in values)
    expected = f"{wanted.slot}={wanted.value or wanted.contains or '|'.join(wanted.any)}"
    return _answer("held", expected, f"{best} (held: {', '.join(values)})", right)


def _is_or_refines(value: str, wanted: str | None) -> bool:
    """Tell whether a value is the wanted one, or a date within it."""
    return bool(wanted) and (value == wanted or value.startswith(f"{wanted}-"))


def _names(trace: Trace) -> dict[str, tuple[str, ...]]:
    """Return every name by which an origin goes: a body's spokesman is one of them."""
    return {
        origin.id: (origin.name, *(side for m in origin.merges for side in (m.left, m.right)))
        for origin in trace.origins
    }


def _party(
    party: Party, incident: Incident, names_of: dict[str, tuple[str, ...]], reads: dict[str, Read]
) -> Iterator[Answer]:
    ids = {
        one.id
        for one in incident.parties
        if any(holds(name, other) or holds(other, name)
               for name in (party.name, *party.aliases) for other in (one.name, *one.aliases))
    }  # fmt: skip
    names = ", ".join(one.name for one in incident.parties)
    yield _answer("party", party.name, names, len(ids) == 1)
    statements = [one for one in incident.statements if one.party_id in ids]
    for stance in party.standings:
        yield _stance(party, stance, statements, (names_of, reads))
    outright = [one for one in statements if one.polarity and not one.insinuation]
    if party.weightless:
        got = "; ".join(f"{one.standing} by {one.origin_name}" for one in outright)
        yield _answer("nobody accuses", party.name, got, not outright)


def _stance(
    party: Party,
    stance: Stance,
    statements: list[Statement],
    known: tuple[dict[str, tuple[str, ...]], dict[str, Read]],
) -> Answer:
    names_of, reads = known
    serving = [
        one
        for one in statements
        if one.standing == stance.standing
        and one.polarity == stance.polarity
        and any(holds(stance.origin, name) for name in names_of[one.origin_id])
    ]
    wanted = {reads[number].document.id for number in stance.documents if number in reads}
    held = {document for one in serving for document in one.document_ids}
    origins = {one.origin_id for one in serving}
    right = wanted <= held and len(origins) == stance.origins
    expected = (
        f"{party.name}: {stance.standing} by {stance.origin} in {', '.join(stance.documents)}"
    )
    got = "; ".join(
        f"{one.standing} {one.polarity} by {one.origin_name} ({len(one.document_ids)} reports)"
        for one in statements
    )
    return _answer("standing", f"{expected}, origins: {stance.origins}", got, right)


def _hypothesis(party: Party, assessment: Assessment) -> Answer:
    names = (party.name, *party.aliases)
    found = [
        one
        for answer in assessment.answers
        if party.role in ("any", answer.role)
        for one in answer.hypotheses
        if any(holds(name, one.label) for name in names)
    ]
    right = bool(found) and all(one.weightless == party.weightless for one in found)
    wanted = "weightless" if party.weightless else "weighed"
    return _answer("hypothesis", f"{party.name} {wanted}", _labels(found), right)


def _labels(hypotheses: list[Hypothesis]) -> str:
    return "; ".join(f"{one.label}{' weightless' * one.weightless}" for one in hypotheses)


def _suspects(reading: Reading, assessment: Assessment) -> Iterator[Answer]:
    labels = [
        one.label
        for answer in assessment.answers
        for one in answer.hypotheses
        if one.kind == "named"
    ]
    known = [name for party in reading.parties for name in (party.name, *party.aliases)]
    for name in reading.not_suspects:
        wrong = [
            label
            for label in labels
            if holds(name, label) and not any(holds(one, label) for one in known)
        ]
        yield _answer("not a suspect", name, "; ".join(wrong), not wrong)
    strange = [label for label in labels if not any(holds(one, label) for one in known)]
    yield _answer("suspects", "none besides those named", "; ".join(strange), not strange)


def _origins(reading: Reading, case: Case, reads: dict[str, Read]) -> Iterator[Answer]:
    names = {origin.id: origin.name for origin in case.trace.origins}
    for wanted in reading.origins.one:
        found = _found_origins(wanted, case, reads)
        missing = sorted(n for n in wanted.documents if n not in found)
        ids = set(found.values())
        held = "; ".join(sorted(names[one] for one in ids))
        right = len(ids) == 1 and not missing and any(holds(name, held) for name in wanted.names)
        got = f"{held} (not read in {', '.join(missing)})" if missing else held
        yield _answer("one origin", f"{wanted.what}: {wanted.names[0]}", got, right)
    for wanted in reading.origins.two:
        ids = set(_found_origins(wanted, case, reads).values())
        held = "; ".join(sorted(names[one] for one in ids))
        named = [any(holds(name, names[one]) for name in wanted.names) for one in ids]
        right = len(ids) == 2 and all(named)
        yield _answer("two origins", f"{wanted.what}: {', '.join(wanted.names)}", held, right)
    starting = _starting(case)
    for nobody in reading.origins.never:
        wrong = sorted(names[one] for one in starting if holds(nobody.name, names[one]))
        relays = any(
            holds(nobody.name, relay) for origin in case.trace.origins for relay in origin.relays
        )
        got = "; ".join(wrong) if wrong else ("a relay" if relays else "nowhere")
        yield _answer("no origin", f"{nobody.name}: a relay", got, not wrong and relays)


def _starting(case: Case) -> set[str]:
    """Return the origins from which some fact about the incident, or some claim, starts."""
    origin_of = case.trace.origin_of()
    chains = {fact.chain_id for one in case.reports for fact in one.facts if _inside(fact.scope)}
    chains |= {
        claim.chain_id for one in case.reports for claim in one.claims if _inside(claim.scope)
    }
    return {origin_of[chain] for chain in chains}


def _inside(scope: Scope) -> bool:
    return scope == "incident"


def _found_origins(wanted: Origin, case: Case, reads: dict[str, Read]) -> dict[str, str]:
    """Return the origin of the statement in each of the wanted reports that has it."""
    origin_of = case.trace.origin_of()
    found: dict[str, str] = {}
    for number in wanted.documents:
        report = reads[number].report if number in reads else None
        if report is None:
            continue
        chains = [
            fact.chain_id
            for fact in report.facts
            if (fact.slot, fact.value, fact.scope) == (wanted.slot, wanted.value, "incident")
        ]
        chains += [
            claim.chain_id
            for claim in report.claims
            if wanted.party is not None
            and holds(wanted.party, claim.subject)
            and claim.polarity == wanted.polarity
            and not claim.insinuation
        ]
        for chain in chains:
            found.setdefault(number, origin_of[chain])
    return found


def _copies(reading: Reading, case: Case, reads: dict[str, Read]) -> Iterator[Answer]:
    numbers = {read.document.id: number for number, read in reads.items()}
    likely = {
        (numbers.get(one.copy_id, "?"), numbers.get(one.original_id or "", "?"))
        for one in case.trace.copies
        if one.probability >= 0.5
    }
    got = "; ".join(f"{copy} from {original}" for copy, original in sorted(likely))
    for wanted in reading.copies:
        right = (wanted.copy, wanted.original) in likely
        yield _answer("copy", f"{wanted.copy} from {wanted.original}", got, right)
    for left, right_ in reading.not_copies:
        wrong = {(left, right_), (right_, left)} & likely
        yield _answer("no copy", f"{left} and {right_} are apart", got, not wrong)


def _verdict(reading: Reading, assessment: Assessment) -> Iterator[Answer]:
    for answer in assessment.answers:
        wanted = getattr(reading.verdict, answer.role)
        right = answer.verdict == wanted
        yield _answer(f"verdict {answer.role}", str(wanted), str(answer.verdict), right)
