import pytest
from msgspec.structs import replace

from tests.publish.cases import harbour_case
from whence.model.attribution import Act
from whence.model.claim import PartyKind, Predicate, Standing
from whence.model.incident import Incident, Party, Statement
from whence.publish.coding.doers import doer, suspects
from whence.publish.index import Index


def incident_with(*rows: Statement, kind: PartyKind = "group", parties: int = 1) -> Incident:
    incident = harbour_case().incident
    assert incident is not None
    named = tuple(
        Party(id=f"p-{number}", name=f"Band {number}", kind=kind) for number in range(parties)
    )
    return replace(incident, parties=named, statements=rows)


def said(
    standing: Standing, party: int = 0, *, act: Act = "accuse", own: bool = False,
    predicate: Predicate = "carried_out", polarity: bool = True, hedge: int = 3,
    insinuation: bool = False,
) -> Statement:  # fmt: skip
    return Statement(
        id=f"s-{standing}-{party}-{act}-{own}", party_id=f"p-{party}", role="executor",
        predicate=predicate, origin_id="or-1", origin_name="the coroner", speaks_for_party=own,
        standing=standing, act=act, polarity=polarity, hedge=hedge, insinuation=insinuation,
        claim_ids=(), document_ids=(), spans=(),
    )  # fmt: skip


CLEARED = said("cleared", polarity=False)
OWN_UP = said("admitted", act="claim_responsibility", own=True)


@pytest.mark.parametrize(
    "rows",
    [
        (said("found"),),
        (OWN_UP,),
        (OWN_UP, said("found")),
        (said("found"), said("denied", act="deny_involvement", polarity=False, own=True)),
        (said("found"), said("denied", act="reject_accusation", polarity=False)),
    ],
)
def test_a_finding_or_the_partys_own_admission_names_the_doer(rows: tuple[Statement, ...]) -> None:
    found, reason = doer(incident_with(*rows))
    assert found is not None
    assert found.name == "Band 0"
    assert found.standing in ("found", "admitted")
    assert reason in ("was found to have done it", "admitted it")


@pytest.mark.parametrize(
    "rows",
    [
        (),
        (said("accused_by_authority"), said("accused"), said("reported_as_fact")),
        (said("admitted"),),  # somebody else tells of an admission
        (said("found", hedge=0),),
        (said("found", insinuation=True),),
        (said("found", polarity=False),),
        (said("found", predicate="ordered"),),
    ],
)
def test_less_names_nobody(rows: tuple[Statement, ...]) -> None:
    found, reason = doer(incident_with(*rows))
    assert found is None
    assert reason == "nobody admitted it, and no inquiry or court found who did it"


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (
            (said("found"), said("cleared", polarity=False)),
            "was found to have done it but was cleared",
        ),
        ((OWN_UP, said("cleared", polarity=False)), "admitted it but was cleared"),
        ((OWN_UP, said("admitted", act="retract")), "admitted it and it was taken back"),
        (
            (OWN_UP, said("denied", act="reject_accusation", polarity=False)),
            "admitted it but the coroner says it did not",
        ),
    ],
)
def test_what_was_cleared_or_taken_back_names_nobody_and_says_so(
    rows: tuple[Statement, ...], told: str
) -> None:
    assert doer(incident_with(*rows)) == (None, f"Band 0 {told}")


def test_two_parties_that_admit_it_leave_the_doer_unnamed() -> None:
    both = (OWN_UP, said("admitted", 1, act="claim_responsibility", own=True))
    assert doer(incident_with(*both, parties=2)) == (
        None, "more than one party admitted it: Band 0, Band 1",
    )  # fmt: skip


def test_a_finding_goes_before_anothers_admission() -> None:
    found, _ = doer(incident_with(OWN_UP, said("found", 1), parties=2))
    assert found is not None
    assert found.name == "Band 1"


@pytest.mark.parametrize("kind", ["class", "description", "victim_side"])
def test_what_is_no_single_party_is_no_doer(kind: PartyKind) -> None:
    assert doer(incident_with(said("found"), kind=kind))[0] is None


def test_suspects_stand_with_their_standing_and_their_accusers() -> None:
    case = harbour_case()
    assert suspects(Index(case)) == (
        (
            "the Tidewatch",
            "accused by authorities: interior ministry spokesman; denied: Tidewatch council",
        ),
    )
    hints = incident_with(said("speculated", insinuation=True))
    assert suspects(Index(replace(case, incident=hints))) == ()
    assert suspects(Index(replace(case, incident=None))) == ()
