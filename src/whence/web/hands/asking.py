"""What of the sources is asked for: a claim, a slot, a party, an outlet, a name, what is opened."""

from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from whence.errors import UnknownId
from whence.model.fact import Fact
from whence.publish.index import Index
from whence.publish.places import claim_back, fact_back
from whence.publish.queries.backings import Backing

_KINDS: Final = ("claim", "slot", "party")
_BACK: Final = "go back to the sources: the case may have changed meanwhile"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A choice among what is said, as an address has it.

    ``kind`` is "claim", "slot", "party" or "" for everything, ``key`` which one; ``outlet`` and
    ``name`` are as typed. ``label`` says it in words; ``only`` are the ids of the values that are
    meant, None for all about the incident.
    """

    kind: str = ""
    key: str = ""
    outlet: str = ""
    name: str = ""
    opened: frozenset[str] = frozenset()
    label: str = ""
    only: frozenset[str] | None = field(default=None, repr=False)

    @property
    def chosen(self) -> str:
        """The choice as the form has it: "slot:killed", "" for everything."""
        return f"{self.kind}:{self.key}" if self.kind else ""

    @property
    def about(self) -> str:
        """What is drawn, in words; "" for everything."""
        return ", ".join(filter(None, [self.label, self.outlet]))

    def query(self, **changed: str) -> str:
        """Return the choice as a query, with some of it ``changed``; "" leaves a part out."""
        given = {"about": self.chosen, "outlet": self.outlet, "name": self.name}
        pairs = [(key, value) for key, value in {**given, **changed}.items() if value]
        if "open" not in changed:
            pairs += [("open", key) for key in sorted(self.opened)]
        return urlencode(pairs)


def asked(index: Index, found: tuple[Backing, ...], query: QueryParams) -> Asked:
    """Return what a query asks for: ``about=KIND:KEY``, or ``claim=``, ``slot=``, ``party=``.

    A claim is named by the id of a claim or fact, or by that of a value ("killed=3"). ``found``
    are the values and suspicions of the case.

    Raises:
        UnknownId: when the case has nothing of that name.
    """
    kind, _, key = query.get("about", "").partition(":")
    for one in _KINDS:
        if query.get(one):
            kind, key = one, query[one]
    outlet = query.get("outlet", "")
    label, only = "", None
    if kind and key:
        label, only = _meant(index, found, kind, key)
    if outlet:
        only = _of_outlet(index, outlet, only)
    return Asked(
        kind=kind if key else "",
        key=key,
        outlet=outlet,
        name=query.get("name", "").strip(),
        opened=frozenset(query.getlist("open")),
        label=label,
        only=only,
    )


def _meant(
    index: Index, found: tuple[Backing, ...], kind: str, key: str
) -> tuple[str, frozenset[str]]:
    if kind == "claim":
        return claimed(index, found, key)
    incident = index.case.incident
    if kind == "slot" and incident is not None and (slot := incident.slot(key)) is not None:
        return slot.label, frozenset(fact for value in slot.values for fact in value.fact_ids)
    if kind == "party" and incident is not None:
        names = [party.name for party in incident.parties if party.id == key]
        if names:
            said = (row for row in incident.statements if row.party_id == key)
            return names[0], frozenset(claim for row in said for claim in row.claim_ids)
    raise UnknownId("the case has nothing of that name", _BACK)


def claimed(
    index: Index, found: tuple[Backing, ...], key: str
) -> tuple[str, frozenset[str]]:  # fmt: skip
    """Return a claim in words and the ids of the values that state the same.

    Of what is about another incident, or was not fused, that is the value alone.

    Raises:
        UnknownId: when the case has no such claim.
    """
    for one in found:
        if key == one.id or key in one.value_ids:
            return one.claim, frozenset(one.value_ids)
    thing = index.facts.get(key) or index.claims.get(key)
    if thing is None:
        raise UnknownId("there is no such claim in the case", _BACK)
    back = fact_back(thing) if isinstance(thing, Fact) else claim_back(thing)
    return back.label, frozenset((key,))


def _of_outlet(index: Index, outlet: str, only: frozenset[str] | None) -> frozenset[str]:
    """Return what reports of an outlet carry of the values in ``only``, or of all."""
    ids = {key for key in index.documents if index.outlet(key) == outlet}
    if not ids:
        raise UnknownId("no report of the case is by that outlet", _BACK)
    return frozenset(
        thing.id
        for thing in index.values
        if thing.document_id in ids
        and (thing.scope == "incident" if only is None else thing.id in only)
    )


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What the form offers: pairs of a key and its words."""

    slots: tuple[tuple[str, str], ...]
    parties: tuple[tuple[str, str], ...]
    claims: tuple[tuple[str, str], ...]
    outlets: tuple[str, ...]


def choices(index: Index, found: tuple[Backing, ...]) -> Choices:
    """Return everything that can be asked for, in the case's order; outlets by name."""
    incident = index.case.incident
    named = {row.party_id for row in incident.statements} if incident else set()
    return Choices(
        slots=tuple((slot.slot, slot.label) for slot in incident.slots) if incident else (),
        parties=tuple((party.id, party.name) for party in incident.parties if party.id in named)
        if incident
        else (),
        claims=tuple((one.id, one.claim) for one in found),
        outlets=tuple(sorted({index.outlet(key) for key in index.reports})),
    )
