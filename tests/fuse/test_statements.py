"""Claims grouped by first hand, party, predicate and polarity; who speaks for whom."""

import pytest

from tests.fuse.making import fused, said
from tests.trace.making import Made, document, span
from whence.model.attribution import Act, Chain, Hop
from whence.model.claim import PartyKind
from whence.model.identity import stable_id
from whence.model.incident import Statement


def test_copies_are_one_statement_with_the_earliest_time() -> None:
    made = []
    for day, outlet in ((5, "A"), (4, "B"), (6, "C")):
        one = said(outlet, "Officials blame the Fajr Front.", f"2031-05-0{day}")
        one.claim("Fajr Front", "Officials blame", "AP:agency", "officials:anonymous")
        made.append(one)
    (statement,) = fused(made).statements
    assert statement.at == "2031-05-04"
    assert (len(statement.document_ids), len(statement.claim_ids)) == (3, 3)


def test_the_strongest_standing_gives_act_and_hedge() -> None:
    one = said("A", "Riba may think so. Riba says it was the Fajr Front.")
    riba = "Pau Riba:person"
    one.claim(
        "Fajr Front", "Riba may think so", riba, standing="speculated", act="speculate", hedge=1
    )
    one.claim("Fajr Front", "Riba says it was", riba, standing="accused_by_authority")
    (statement,) = fused([one]).statements
    assert (statement.standing, statement.act, statement.hedge) == (
        "accused_by_authority",
        "accuse",
        3,
    )


def test_polarity_predicate_and_insinuation_stay_apart() -> None:
    one = said("A", "The Fajr Front did it, ordered it, did not do it; how curious.")
    one.claim("Fajr Front", "did it")
    one.claim("Fajr Front", "ordered it", predicate="ordered")
    one.claim(
        "Fajr Front", "did not do it", polarity=False, standing="denied", act="deny_involvement"
    )
    one.claim("Fajr Front", "how curious", insinuation=True, act="insinuate", standing="speculated")
    one.claim("Fajr Front", "The Fajr Front", scope="other")
    rows = fused([one]).statements
    assert len(rows) == 4
    assert [row.insinuation for row in rows].count(True) == 1
    assert {row.role for row in rows} == {"executor", "sponsor"}
    assert all(row.at is None for row in rows)


def _speaks(who: str, party: str, text: str = "x", kind: PartyKind = "group") -> bool:
    one = Made(document("A", f"{text} {party} did not do it."))
    one.claim(party, "did not do it", who, subject_kind=kind, polarity=False, standing="denied")
    if text != "x":
        name = who.rpartition(":")[0]
        chain = one.chains[(who,)]
        origin = chain.origin
        hop = Hop(
            who=name, how="says", kind=origin.kind, anonymity=origin.anonymity,
            span=span(one.document, name),
        )  # fmt: skip
        one.chains[(who,)] = Chain(
            id=chain.id, document_id=chain.document_id, hops=(chain.hops[0], hop)
        )
    (statement,) = fused([one]).statements
    return statement.speaks_for_party


@pytest.mark.parametrize(
    ("who", "party", "text", "kind"),
    [
        ("the Fajr Front:group", "Fajr Front", "x", "group"),
        ("Fajr Front spokesman:role", "Fajr Front", "x", "group"),
        (
            "an official from the Norway-backed Fajr Front:anonymous",
            "Fajr Front",
            "x",
            "group",
        ),
        ("Nils Berg:person", "Fajr Front", "Nils Berg, leader of the Fajr Front, spoke.", "group"),
        (
            "Nils Berg:person",
            "Fajr Front",
            "Nils Berg, of Fajr’s media office, spoke.",
            "group",
        ),
        ("Norway:state", "Norway", "x", "state"),
        ("the Norwegian Foreign Ministry:body", "Norway", "x", "state"),
        ("Kari Lund:person", "Kari Lund", "x", "person"),
    ],
)
def test_speaks_for_party(who: str, party: str, text: str, kind: PartyKind) -> None:
    assert _speaks(who, party, text, kind)


@pytest.mark.parametrize(
    ("who", "party", "text", "kind"),
    [
        ("a friend of the Fajr Front:anonymous", "Fajr Front", "x", "group"),
        ("Nils Berg:person", "Fajr Front", "Nils Berg spoke of the Fajr Front leader.", "group"),
        ("Nils Berg:person", "Fajr Front", "Nils Berg, a baker, spoke.", "group"),
        ("Nils Berg:person", "Fajr Front", "Nils Berg, leader of Fajr Brigade, spoke.", "group"),
        ("Nils Berg:person", "An Front", "Nils Berg, leader of an alliance, spoke.", "group"),
        ("Nils Berg:person", "Fajr Front", "Nils Berg, leader of the Nur Front, spoke.", "group"),
        ("the Norway-backed Fajr Front:group", "Norway", "x", "state"),
        ("the Swedish Foreign Ministry:body", "Norway", "x", "state"),
        ("two Norwegian officials:anonymous", "armed men", "x", "class"),
        ("Nils Lund:person", "Kari Lund", "x", "person"),
    ],
)
def test_does_not_speak_for_party(who: str, party: str, text: str, kind: PartyKind) -> None:
    assert not _speaks(who, party, text, kind)


def test_the_group_denies_its_own_part() -> None:
    one = said("A", "Riba blames the Fajr Front. We had no part in it, the group said.")
    one.claim("Fajr Front", "Riba blames", "Pau Riba:person")
    one.claim(
        "Fajr Front",
        "had no part",
        "a spokesman for the group:role",
        polarity=False,
        standing="denied",
        act="deny_involvement",
    )
    speaking = {row.act: row.speaks_for_party for row in fused([one]).statements}
    assert speaking == {"accuse": False, "deny_involvement": True}


@pytest.mark.parametrize(
    ("who", "accused", "act", "expected"),
    [
        ("pro-Norway militias:group", "Norway-backed militias", "deny_involvement", True),
        ("an official of the Fajr Front:anonymous", "Ruritanian groups", "reject_accusation", True),
        ("an official of the Fajr Front:anonymous", "Ruritanian groups", "accuse", False),
        ("an official of the Fajr Front:anonymous", "masked gunmen", "reject_accusation", False),
        ("a baker of Encamp:anonymous", "Ruritanian groups", "reject_accusation", False),
    ],
)
def test_a_class_is_spoken_for_by_itself_and_by_officials_of_its_groups(
    who: str, accused: str, act: Act, expected: bool
) -> None:
    one = said("A", f"Riba blames the Fajr Front. {accused} did not do it.")
    one.claim("Fajr Front", "Riba blames", "Pau Riba:person")
    one.claim(
        accused, "did not do it", who, subject_kind="class", polarity=act == "accuse",
        standing="accused" if act == "accuse" else "denied", act=act,
    )  # fmt: skip
    (row,) = [row for row in fused([one]).statements if row.spans[0].text == "did not do it"]
    assert row.speaks_for_party is expected


def test_rebels_of_a_state_do_not_speak_for_it() -> None:
    assert not _speaks("Norwegian rebel commander Nils Berg:person", "Norway", kind="state")
    assert not _speaks("Free Norwegian Army leader Nils Berg:person", "Norway", kind="state")
    assert _speaks("Norwegian army commander Nils Berg:person", "Norway", kind="state")


def test_ordered_by_time() -> None:
    late, early = said("A", "x one", "2031-05-06"), said("B", "x two", "2031-05-04")
    late.claim("Fajr Front", "x one")
    early.claim("Fajr Front", "x two")
    rows: tuple[Statement, ...] = fused([late, early]).statements
    assert [row.at for row in rows] == ["2031-05-04", "2031-05-06"]
    assert rows[0].id == stable_id(
        "statement", rows[0].origin_id, rows[0].party_id, "carried_out", True, False
    )
