"""Invented cases about invented incidents."""

from collections.abc import Sequence

from tests.publish.desk import RUN, Desk, answer, document, statement, trace, value
from whence.model.assessment import (
    Assessment,
    Sensitivity,
    Settler,
)
from whence.model.attribution import Anonymity, HopKind, SourceKind
from whence.model.case import Case
from whence.model.document import Failure
from whence.model.fact import Fact, Quantity
from whence.model.incident import (
    Check,
    Contradiction,
    Incident,
    Moment,
    Party,
    Slot,
)
from whence.model.origin import Copy, Passage, Trace

HARBOUR = (
    "Drones hit harbour office\n"
    "PORT SABLE, March 4 - Three drones attacked the harbour office last night, a spokesman for "
    "the interior ministry said. Two were shot down and six guards were wounded, he said.\n"
    "“The Tidewatch is behind this,” the spokesman told reporters. The Tidewatch rejected the "
    "charge. “We had no hand in it,” its council said in a statement.\n"
    "Neighbouring Orrin condemned the attack."
)
RELAYED = (
    "Six hurt at Port Sable\n"
    "Three drones attacked the harbour office, the Sable News Agency quoted a spokesman for the "
    "interior ministry as saying. Six guards were wounded.\n"
    "Who gains? Those who always gain when the harbour burns, and everybody in the regime knows "
    "their name."
)
CORRECTED = (
    "Ministry corrects toll\n"
    "The interior ministry said two drones, not three, took part in the attack on March 3. Four "
    "guards were wounded, a hospital doctor said, speaking on condition of anonymity because she "
    "was not allowed to brief the press.\n"
    "An attack on the lighthouse last year had wounded nine."
)
MINISTRY: tuple[str, HopKind, SourceKind, Anonymity] = (
    "interior ministry spokesman", "says", "office", "role",
)  # fmt: skip
AGENCY: tuple[str, HopKind, SourceKind, Anonymity] = (
    "Sable News Agency", "quotes", "agency", "named",
)  # fmt: skip


def _harbour_desk(name: str, published: str) -> Desk:
    desk = Desk(document(name, HARBOUR, published))
    own, ministry = desk.chain(), desk.chain(MINISTRY)
    council = desk.chain(("Tidewatch council", "says", "group", "organisation"))
    orrin = desk.chain(("Orrin", "says", "state", "named"))
    desk.says(ministry, "a spokesman for the interior ministry", "said", "Three drones attacked "
              "the harbour office last night")  # fmt: skip
    desk.says(ministry, "the spokesman", "told", "“The Tidewatch is behind this,”", "accuse")
    desk.says(council, "its council", "said in a statement", "“We had no hand in it,”",
              "deny_involvement")  # fmt: skip
    desk.fact(ministry, "munitions_launched", "3", "Three drones")
    desk.fact(ministry, "munitions_intercepted", "2", "Two were shot down")
    desk.fact(ministry, "wounded", "6", "six guards were wounded")
    desk.fact(own, "target", "the harbour office", "the harbour office")
    desk.fact(own, "date", "2031-03-03", "last night")
    desk.fact(own, "place", "Port Sable", "PORT SABLE")
    desk.claim(ministry, "The Tidewatch", "accused_by_authority", "The Tidewatch is behind this")
    desk.claim(council, "The Tidewatch", "denied", "We had no hand in it",
               act="deny_involvement", polarity=False)  # fmt: skip
    desk.reacts(orrin, "Orrin", "condemn", "condemned the attack")
    return desk


def _relayed_desk() -> Desk:
    desk = Desk(document("Coast Courier", RELAYED, "2031-03-04T11:00+01:00"))
    relayed, own = desk.chain(AGENCY, MINISTRY), desk.chain()
    desk.says(relayed, "a spokesman for the interior ministry", "as saying",
              "Three drones attacked the harbour office")  # fmt: skip
    desk.fact(relayed, "munitions_launched", "3", "Three drones")
    desk.fact(own, "wounded", "6", "Six guards were wounded")
    desk.claim(own, "The Tidewatch", "speculated", "Those who always gain when the harbour burns",
               act="insinuate", insinuation=True)  # fmt: skip
    desk.mark("insinuation", "Those who always gain when the harbour burns, and everybody")
    desk.mark("loaded", "everybody in the regime")
    return desk


def _corrected_desk() -> Desk:
    desk = Desk(document("Sable Observer", CORRECTED, "2031-03-08T09:30+01:00"))
    ministry = desk.chain(MINISTRY)
    doctor = desk.chain(("a hospital doctor", "says", "person", "anonymous"))
    desk.says(ministry, "The interior ministry", "said", "two drones, not three, took part")
    desk.says(doctor, "a hospital doctor", "said, speaking", "Four guards were wounded")
    desk.fact(ministry, "munitions_launched", "2", "two drones", stage="correction")
    desk.fact(doctor, "wounded", "4", "Four guards were wounded")
    desk.fact(desk.chain(), "wounded", "9", "wounded nine", scope="other")
    return desk


def harbour_case() -> Case:
    """Return a rich case: a copy, a relay, a correction, rivals, a denial, a hint, a failure."""
    first = _harbour_desk("Port Gazette", "2031-03-04T07:00+01:00")
    copied = _harbour_desk("Evening Mail of the Southern Provinces and Islands", "2031-03-04")
    relayed, corrected = _relayed_desk(), _corrected_desk()
    desks = [first, copied, relayed, corrected]
    passage = Passage(copy=copied.span(HARBOUR[26:180]), original=first.span(HARBOUR[26:180]),
                      similarity=0.98)  # fmt: skip
    copy = Copy(copy_id=copied.document.id, original_id=first.document.id, probability=0.97,
                basis="whole", passages=(passage,))  # fmt: skip
    found = trace(desks, (copy,))
    incident = _incident(desks, found)
    accused = tuple(span for row in incident.statements[:1] for span in row.spans)
    ministry = next(row.id for row in found.origins if "ministry" in row.name)
    names = [("somebody unnamed", None, 0.52), ("the Tidewatch", "p-tide", 0.31),
             ("no hostile actor", None, 0.17)]  # fmt: skip
    assessment = Assessment(
        as_of="2031-03-08",
        answers=(
            answer("executor", names, accused, (ministry,)),
            answer("sponsor", [*names[:2], ("no sponsor", None, 0.17)], (), ()),
        ),
        confidence="low",
        confidence_reason="1 independent first hand bears on it; evidence is awaited.",
        would_settle=(
            Settler(text="serial numbers of the recovered drone", kind="forensic",
                    expected_information=0.31, status="awaited"),
            Settler(text="a claim of responsibility", kind="claim", expected_information=0.12,
                    status="not yet reported"),
        ),
        sensitivity=(
            Sensitivity(role="executor", origin_id=ministry, origin_name="interior ministry",
                        hypothesis_id="executor:the-tidewatch", mean_with=0.31, mean_without=0.2,
                        flips=False),
        ),
        model="weigh@1",
    )  # fmt: skip
    return Case(
        id="case-harbour",
        run=RUN,
        documents=tuple(desk.document for desk in desks),
        failures=(
            Failure(location="reports/broken.html", stage="ingest", kind="unreadable",
                    reason="no readable article", hint="save it as a complete page"),
        ),
        reports=tuple(desk.report() for desk in desks),
        trace=found,
        incident=incident,
        assessment=assessment,
    )  # fmt: skip


def _incident(desks: Sequence[Desk], found: Trace) -> Incident:
    facts = [fact for desk in desks for fact in desk.facts if fact.scope == "incident"]

    def held(slot: str, told: str) -> list[Fact]:
        return [fact for fact in facts if fact.slot == slot and fact.value == told]

    launched = value(held("munitions_launched", "2"), "held", found, "drone")
    before = value(held("munitions_launched", "3"), "superseded", found, "drone")
    six = value(held("wounded", "6"), "held", found, "guards")
    four = value(held("wounded", "4"), "rival", found, "guards")
    count = Quantity(low=4, best=6, high=6)
    drones = Quantity(low=2, best=2, high=3)
    claims = [claim for desk in desks for claim in desk.claims]
    accusing = [claim for claim in claims if claim.standing == "accused_by_authority"]
    denying = [claim for claim in claims if claim.standing == "denied"]
    hinting = [claim for claim in claims if claim.insinuation]
    return Incident(
        id="inc-harbour",
        kind="drone_attack",
        headline="Drone attack on the harbour office of Port Sable",
        report_ids=tuple(f"rep-{desk.document.id}" for desk in desks),
        slots=(
            Slot(slot="munitions_launched", label="Launched", unit="drone", best="2",
                 quantity=drones, disputed=True, values=(launched, before),
                 contradictions=(
                     Contradiction(kind="superseded", left="3", right="2",
                                   reason="the ministry corrected itself",
                                   fact_ids=launched.fact_ids + before.fact_ids),)),
            Slot(slot="munitions_intercepted", label="Intercepted", unit="drone", best="2",
                 disputed=False, quantity=Quantity(low=2, best=2, high=2),
                 values=(value(held("munitions_intercepted", "2"), "held", found),)),
            Slot(slot="wounded", label="Wounded", unit="guards", best="6", quantity=count,
                 disputed=True, values=(six, four),
                 contradictions=(
                     Contradiction(kind="real_conflict", left="6", right="4",
                                   reason="two origins, the same day",
                                   fact_ids=six.fact_ids + four.fact_ids),)),
            Slot(slot="target", label="Target", best="the harbour office", disputed=False,
                 values=(value(held("target", "the harbour office"), "held", found),)),
            Slot(slot="date", label="Date", best="2031-03-03", disputed=False,
                 values=(value(held("date", "2031-03-03"), "held", found),)),
            Slot(slot="place", label="Place", best="Port Sable", disputed=False,
                 values=(value(held("place", "Port Sable"), "held", found),)),
        ),
        checks=(Check(text="2 launched = 2 intercepted + 0 struck", holds=True,
                      slots=("munitions_launched", "munitions_intercepted", "munitions_struck")),),
        timeline=(
            Moment(at="2030", phase="before", label="An attack on the lighthouse",
                   document_ids=(desks[3].document.id,),
                   spans=(desks[3].span("An attack on the lighthouse last year"),)),
            Moment(at="2031-03-03", phase="incident", label="Drones attack the harbour office",
                   document_ids=(desks[0].document.id,), spans=(desks[0].span("last night"),)),
            Moment(at="2031-03-08", phase="after", label="The ministry corrects its count",
                   document_ids=(desks[3].document.id,)),
            Moment(at="2031-03-04", phase="published", label="Port Gazette",
                   document_ids=(desks[0].document.id,)),
        ),
        parties=(Party(id="p-tide", name="the Tidewatch", kind="group", aliases=("Tidewatch",),
                       spans=(desks[0].span("The Tidewatch"),)),),
        statements=(
            statement(accusing, "p-tide", found, "2031-03-04"),
            statement(denying, "p-tide", found, "2031-03-04"),
            statement(hinting, "p-tide", found, "2031-03-04"),
        ),
        reactions=tuple(reaction for desk in desks for reaction in desk.reactions),
    )  # fmt: skip


def many_case(reports: int, words: int = 120) -> Case:
    """Return a case of many reports: long names, shared relays, every third one a copy."""
    desks = []
    copies = []
    for number in range(reports):
        name = f"The {('Northern', 'Harbour', 'Old Province')[number % 3]} Chronicle No. {number}"
        filler = " ".join(f"word{number}x{place}" for place in range(words))
        text = (
            f"Report {number} of the attack\nThree drones came, a source number {number % 17} "
            f"said through relay {number % 7}. The Tidewatch did it, it said. {filler}.\n{filler}"
        )
        desk = Desk(document(name, text, f"2031-03-{number % 27 + 1:02d}"))
        relay: tuple[str, HopKind, SourceKind, Anonymity] = (
            f"Relay and General News Service {number % 7}", "quotes", "agency", "named",
        )  # fmt: skip
        source: tuple[str, HopKind, SourceKind, Anonymity] = (
            f"Spokesperson for department {number % 17} of the ministry", "says", "office", "role",
        )  # fmt: skip
        chain = desk.chain(relay, source)
        desk.says(chain, f"a source number {number % 17}", "said through", "Three drones came")
        desk.fact(chain, "munitions_launched", "3", "Three drones")
        desk.claim(chain, "The Tidewatch", "accused_by_authority", "The Tidewatch did it")
        for place in range(0, words, 12):
            desk.says(desk.chain(), "", "", f"word{number}x{place} ")
        desks.append(desk)
        if number % 3 == 2:
            copies.append(
                Copy(copy_id=desk.document.id, original_id=desks[number - 1].document.id,
                     probability=0.9, basis="credit")
            )  # fmt: skip
    found = trace(desks, copies)
    facts = [fact for desk in desks for fact in desk.facts]
    claims = [claim for desk in desks for claim in desk.claims]
    launched = value(facts, "held", found, "drone")
    return Case(
        id="case-many",
        run=RUN,
        documents=tuple(desk.document for desk in desks),
        reports=tuple(desk.report() for desk in desks),
        trace=found,
        incident=Incident(
            id="inc-many",
            kind="drone_attack",
            headline="Drone attack",
            report_ids=tuple(f"rep-{desk.document.id}" for desk in desks),
            slots=(
                Slot(slot="munitions_launched", label="Launched", unit="drone", best="3",
                     quantity=Quantity(low=3, best=3, high=3), disputed=False, values=(launched,)),
            ),
            parties=(Party(id="p-tide", name="the Tidewatch", kind="group"),),
            statements=tuple(
                statement([claim], "p-tide", found, "2031-03-04") for claim in claims
            ),
        ),
    )  # fmt: skip
