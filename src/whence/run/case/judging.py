"""A judgement on something in a case: checked against what the case holds, and appended."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from shlex import quote

from msgspec.structs import replace

from whence.errors import ConfigError, UnknownId
from whence.fuse import document_of
from whence.model.attribution import Chain
from whence.model.case import Judgement
from whence.model.claim import Claim
from whence.model.fact import Fact
from whence.model.ledger import Entry, Head
from whence.model.origin import Origin
from whence.model.verdicts import (
    ACCEPTED,
    CORRECTED,
    HAND,
    ONE,
    REJECTED,
    SEPARATE,
    TOGETHER,
    WITHDRAWN,
    argument,
)
from whence.names.spelling import fold
from whence.run.case.deriving import gathered
from whence.run.case.keeper import refuse_closed
from whence.run.case.state import CaseState, folded
from whence.run.case.withdrawing import Word
from whence.run.judging import WEIGHED, correction, facet, holding
from whence.run.judging.corrections import canonical
from whence.run.judging.verdicts import chains_of, in_order, key_of, pair_of
from whence.run.overrides import LISTED, Decision, party_of, subject_of
from whence.store.ledger import NOTHING, Beside, Ledger
from whence.store.sealing import Draft
from whence.trace.sources import bare
from whence.weigh.options import ROLES

_ENDING = frozenset({"closed", "reopened", "retraction"})
_VERDICTS = (
    f"{ACCEPTED}, {REJECTED}, {CORRECTED} JSON, {HAND} NAME, {ONE}, {SEPARATE}, same incident, "
    f"different incidents, prior, ratio, {LISTED} executor or sponsor, {WITHDRAWN}"
)


def judge(
    ledger: Ledger, state: CaseState, subject: str, verdict: str, word: Word, by: str = ""
) -> Entry:
    """Append a judgement to a case, once its subject is there and its verdict fits it.

    See ``judge_each``, which does so for several subjects.
    """
    return judge_each(ledger, state, (subject,), verdict, word, by)[0]


def judge_each(
    ledger: Ledger,
    state: CaseState,
    subjects: Sequence[str],
    verdict: str,
    word: Word,
    by: str = "",
) -> Sequence[Entry]:
    """Append one judgement a subject to a case: all of them, or none where one does not fit.

    ``state`` is what holds in the case. The subject is what ``whence.run.judging`` and
    ``whence.run.overrides`` list; a claim or fact may stand for its chain, and where chains stand
    for origins, so may the origins of the last snapshot. ``by`` is whose judgement it is, where
    somebody else than the author of the entry. Nothing is derived anew: the snapshot is out of
    date from here on.

    Raises:
        UnknownId: when the case holds nothing of that name.
        ConfigError: when the verdict is none, or does not fit the subject.
        CaseRefused: when the case is closed.
    """
    fitting = _Fitting(state, ledger.name, word)
    made = dict.fromkeys(fitting.judgement(one.strip(), verdict.strip(), by) for one in subjects)

    def drawn(_head: Head) -> tuple[Sequence[Draft], Beside]:
        refuse_closed(folded(ledger.read(kinds=_ENDING)), ledger.name)
        drafts = [
            Draft(kind=kind, author=word.author, at=word.at, payload=one) for one, kind in made
        ]
        return drafts, NOTHING

    return ledger.append_behind(drawn)


def chain_for(state: CaseState, name: str) -> str:
    """Return the chain that stands for a name: of a claim, a fact, or an origin.

    An origin is named by its id in the last snapshot, or by its name; the chain is one that bears
    that name, if there is one.

    Raises:
        UnknownId: when nothing, or more than one origin, is called so.
    """
    return _Held(state).chain_for(name)


class _Held:
    """What a case holds that can be judged, by id."""

    def __init__(self, state: CaseState) -> None:
        self.state = state
        self.values: dict[str, Claim | Fact] = {}
        self.chains: dict[str, Chain] = {}
        for read in state.extractions.values():
            self.values |= {claim.id: claim for claim in read.report.claims}
            self.values |= {fact.id: fact for fact in read.report.facts}
            self.chains |= {chain.id: chain for chain in read.report.chains}
        trace = state.snapshot.trace if state.snapshot is not None else None
        self.origins: tuple[Origin, ...] = trace.origins if trace is not None else ()

    def value(self, subject: str) -> Claim | Fact:
        """Return a claim or a fact by its id."""
        if subject not in self.values:
            hint = f"'whence search WORDS --case {quote(self.state.name)}' tells the ids"
            raise UnknownId(f"the case has no claim and no fact {subject!r}", hint)
        return self.values[subject]

    def chain(self, subject: str) -> str | None:
        """Return the id of a chain, or that of the chain of a claim or fact."""
        value = self.values.get(subject)
        found = subject if value is None else value.chain_id
        return found if found in self.chains else None

    def chain_for(self, name: str) -> str:
        """Return the chain that stands for a name; see the function of this name."""
        found = self.chain(name)
        if found is not None:
            return found
        origin = self.origin(name)
        chains = [chain for chain in origin.chain_ids if chain in self.chains]
        if not chains:
            raise UnknownId(f"what {origin.name} said is no longer in the case", _ANEW)
        # One that is called so itself: others may leave the origin when a judgement is withdrawn.
        return min(chains, key=lambda one: (self._who(one) != fold(bare(origin.name)), one))

    def origin(self, name: str) -> Origin:
        """Return an origin of the last snapshot by its id or name."""
        wanted = fold(bare(name))
        found = [one for one in self.origins if one.id == name] or [
            one for one in self.origins if fold(bare(one.name)) == wanted
        ]
        if len(found) == 1:
            return found[0]
        if found:
            known = ", ".join(one.id for one in found)
            raise UnknownId(f"several origins are called {name!r}: {known}", "give the id of one")
        hint = "'whence origins CASE --json' tells the ids" if self.origins else _ANEW
        raise UnknownId(f"no origin, chain, claim or fact is called {name!r}", hint)

    def side_called(self, label: str) -> str:
        """Return, as a subject, the chains of an origin that name their source so.

        ``label`` is a name as a text has it, or as a merge of an origin tells it, so that the merge
        is undone when they are judged to be of separate origins.

        Raises:
            UnknownId: when no origin has it besides other names, or several have.
        """
        found, wanted = {}, fold(bare(label))
        for origin in self.origins:
            named = [one for one in origin.chain_ids if wanted in self._labels(one)]
            if 0 < len(named) < len(origin.chain_ids):
                found[origin.id] = named
        if len(found) == 1:
            return TOGETHER.join(sorted(*found.values()))
        what = "no origin joins" if not found else f"{len(found)} origins join"
        raise UnknownId(f"{what} {label!r} with another name", "name the chains: CHAIN+CHAIN")

    def _who(self, chain: str) -> str:
        return fold(bare(self.chains[chain].origin.who))

    def _labels(self, chain: str) -> tuple[str, ...]:
        if chain not in self.chains:
            return ()
        held = self.chains[chain]
        who = bare(held.origin.who)
        document = self.state.documents.get(held.document_id)
        placed = f"{who} ({document.name})" if document is not None else who
        return fold(who), fold(placed)


_ANEW = "origins are known once the case is weighed: 'whence weigh CASE --save'"


@dataclass(frozen=True)
class _Fitting:
    """Makes a judgement of what somebody says, if it fits what a case holds."""

    state: CaseState
    name: str
    word: Word

    @cached_property
    def held(self) -> _Held:
        """What the case holds."""
        return _Held(self.state)

    def judgement(self, subject: str, verdict: str, by: str) -> tuple[Judgement, str]:
        """Return the judgement and the kind of its entry."""
        by = by.strip() or self.word.author
        kind = "judgement"
        match facet(verdict):
            case "reading":
                verdict = self._reading(subject, verdict, by)
            case "hand":
                subject, verdict = self._hand(subject, verdict)
            case "origins":
                subject = self._origins(subject, verdict)
            case "incident":
                subject = self._documents(subject)
            case "weighing" | "executor" | "sponsor":
                subject, kind = self._weighing(subject, verdict), "override"
            case None if verdict == WITHDRAWN:
                subject, kind = self._withdrawn(subject)
            case None:
                raise ConfigError(f"{verdict!r} is no verdict", f"verdicts are {_VERDICTS}")
        made = Judgement(
            subject=subject, verdict=verdict, by=by, at=self.word.at, reason=self.word.reason
        )
        return made, kind

    def _reading(self, subject: str, verdict: str, by: str) -> str:
        value, told = self.held.value(subject), argument(verdict)
        if verdict.partition(" ")[0] != CORRECTED:
            if told:
                raise ConfigError(f"{verdict!r} is no verdict", f"verdicts are {_VERDICTS}")
            return verdict
        correction(value, told, by)
        return f"{CORRECTED} {canonical(value, told)}"

    def _hand(self, subject: str, verdict: str) -> tuple[str, str]:
        name = " ".join(argument(verdict).split())
        if not name:
            raise ConfigError("nothing is said about who said it", f"write '{HAND} NAME'")
        chain = self.held.chain(subject)
        if chain is None:
            hint = "give the id of a chain, or of a claim or fact that came through it"
            raise UnknownId(f"the case has no chain {subject!r}", hint)
        return chain, f"{HAND} {name}"

    def _origins(self, subject: str, verdict: str) -> str:
        sides = subject.split()
        if len(sides) == 2 and TOGETHER not in subject and (verdict == ONE or self._ids(sides)):
            pair = in_order(" ".join(self.held.chain_for(side) for side in sides))
            if len(set(pair.split())) != 2:
                raise ConfigError("both are one chain", "name two")
            return pair
        if verdict == ONE:
            hint = "write 'CHAIN CHAIN', or the ids of two origins"
            raise ConfigError(f"{subject!r} does not name two origins", hint)
        parts = [self.held.chain(part.strip()) for part in subject.split(TOGETHER)]
        chains = sorted({part for part in parts if part is not None})
        if None in parts:
            return self.held.side_called(subject)
        if any(set(chains) >= set(origin.chain_ids) for origin in self.held.origins):
            hint = "name those that are to part from the others"
            raise ConfigError("these are all the chains of an origin", hint)
        return TOGETHER.join(chains)

    def _ids(self, sides: Sequence[str]) -> bool:
        known = {origin.id for origin in self.held.origins}
        return all(side in known or self.held.chain(side) is not None for side in sides)

    def _documents(self, subject: str) -> str:
        documents = tuple(self.state.documents.values())
        ids = {document_of(documents, name).id for name in subject.split()}
        if len(ids) != 2:
            raise ConfigError(f"{subject!r} does not name two documents", "write 'DOC DOC'")
        return in_order(" ".join(ids))

    def _weighing(self, subject: str, verdict: str) -> str:
        kind, told, called = verdict.partition(" ")[0], argument(verdict), subject
        if kind == LISTED:
            if told not in ROLES or not subject:
                raise ConfigError(f"{verdict!r} is no verdict", f"write '{LISTED} executor'")
            incident = self.state.snapshot.incident if self.state.snapshot is not None else None
            subject = party_of(subject, incident.parties if incident is not None else ())
        else:
            subject, wanted = self._weighed(subject)
            if kind != wanted:
                raise ConfigError(f"{subject} has a {wanted} and no {kind}", f"give a {wanted}")
        made = Decision(
            subject=subject, verdict=verdict, by=self.word.author, at=self.word.at,
            reason=self.word.reason, called=called,
        )  # fmt: skip
        return made.subject

    def _weighed(self, subject: str) -> tuple[str, str]:
        """Return what of the weighing is called so, and whether it has a prior or a ratio."""
        case, snapshot = gathered(self.state, self.word.at), self.state.snapshot
        assessment = snapshot.assessment if snapshot is not None else None
        return subject_of(replace(case, assessment=assessment), subject)

    def _withdrawn(self, subject: str) -> tuple[str, str]:
        """Return the subject of what is withdrawn, and the kind of the entry."""
        held = {key_of(one): facet(one.verdict) for one in holding(self.state.judgements)}
        for key in (subject, in_order(subject), *self._meant(subject)):
            if key in held:
                return key, "override" if held[key] in WEIGHED else "judgement"
        hint = f"'whence log {quote(self.name)} --kind judgement --kind override' tells what is"
        raise UnknownId(f"nothing that holds is judged about {subject!r}", hint)

    def _meant(self, subject: str) -> list[str]:
        """Return the subjects that a name may mean: of an answer, of an origin judged by hand."""
        try:
            return [self._weighed(subject)[0]]
        except ConfigError:
            pass
        try:
            chains = set(self.held.origin(subject).chain_ids)
        except UnknownId:
            return []
        found = [
            one.subject
            for one in holding(self.state.judgements)
            if facet(one.verdict) == "origins"
            and not chains.isdisjoint(pair_of(one) or chains_of(one))
        ]
        return found if len(found) == 1 else []
