"""Whole incidents about invented events, as a desk would meet them."""

from collections.abc import Callable

from tests.weigh.invented import denial, incident, origin, party, slot, statement, trace
from whence.model.incident import Incident
from whence.model.origin import Trace

World = Callable[[], tuple[Incident, Trace]]
TWO = [party("alder", "Alder Front"), party("birch", "Birch Brigade")]
THIRD = [*TWO, party("osk", "Oskaria", "state")]


def opinionated_page() -> tuple[Incident, Trace]:
    """The premier accuses a class; the author hints at others; nobody claims it."""
    parties = [
        party("gangs", "armed gangs", "class"),
        party("player", "a larger foreign player", "description"),
        party("osk", "Oskaria", "state"),
    ]
    wink = {"act": "insinuate", "standing": "speculated", "insinuation": True, "hedge": 1}
    statements = [
        statement("the premier", "gangs", standing="accused_by_authority", stake="victim"),
        statement("author", "player", **wink),
        statement("author", "osk", **wink),
    ]
    slots = [
        slot("responsibility_claim", "none", origins=("or-author",)),
        slot("attribution_withheld", "yes"),
        slot("evidence_recovered", "remains of a small drone"),
    ]
    return incident(parties, statements, slots), trace(
        origin("the premier"), origin("author", "narrator")
    )


def contested_attack() -> tuple[Incident, Trace]:
    """Officials without a name accuse two groups, rivals say it was staged, sponsors disputed."""
    parties = [
        *THIRD,
        party("militias", "Oskaria-backed militias", "class"),
        party("service", "the intelligence service", "body"),
        party("tanks", "foreign think tanks", "class"),
    ]
    official = {"standing": "accused_by_authority", "stake": "victim", "at": "2031-05-08"}
    ordered = {"role": "sponsor", "predicate": "ordered"}
    statements = [
        statement("two officials", "alder", **official),
        statement("two officials", "birch", **official),
        statement("a militia source", "alder", speaks_for_party=True, at="2031-05-08"),
        statement("an institute", "militias", at="2031-05-12"),
        statement("the security chief", "tanks", stake="rival", at="2031-05-07"),
        statement(
            "the Front's spokesman",
            "service",
            predicate="staged",
            standing="speculated",
            act="speculate",
            hedge=1,
            stake="belligerent",
            at="2031-05-07",
        ),
        denial("the Front's spokesman", "alder", at="2031-05-07"),
        statement("an institute", "osk", **(ordered | {"predicate": "enabled"}), hedge=2),
        denial("Westmark officials", "osk", **ordered, speaks_for_party=False, hedge=2),
        denial("a regional official", "osk", **ordered, speaks_for_party=False, at="2031-05-08"),
    ]
    heard = trace(
        origin("two officials", "office", "anonymous"),
        origin("a militia source", "group", "anonymous"),
        origin("an institute", "body", "organisation"),
        origin("the security chief", "office"),
        origin("the Front's spokesman"),
        origin("Westmark officials", "office", "role"),
        origin("a regional official", "office", "anonymous"),
    )
    slots = [
        slot("evidence_awaited", "remains of a drone"),
        slot("evidence_recovered", "remains of a drone"),
        slot("evidence_lost", "fingerprints on the projectile"),
    ]
    return incident(parties, statements, slots), heard


def settled_case() -> tuple[Incident, Trace]:
    """A claim, an inquiry, an authority and somebody inside agree."""
    statements = [
        statement(
            "the Front",
            "alder",
            standing="admitted",
            act="claim_responsibility",
            speaks_for_party=True,
            stake="belligerent",
        ),
        statement("the inquiry", "alder", standing="found", stake="neutral"),
        statement("the ministry", "alder", standing="accused_by_authority", stake="neutral"),
        statement("a defector", "alder", speaks_for_party=True, stake="neutral"),
        statement("a columnist", "birch", standing="speculated", act="speculate", hedge=1),
    ]
    heard = trace(
        origin("the Front", "group", "organisation"),
        origin("the inquiry", "body", "organisation"),
        origin("the ministry", "office", "organisation"),
        origin("a defector"),
        origin("a columnist"),
    )
    return incident(TWO, statements), heard
