"""MUC-4 keys as they are written, and standings against their confidences."""

from pathlib import Path

import pytest
from evaluation.command import Request
from evaluation.muc import Blamed, Message, key_entries, merged, messages, split_messages
from evaluation.standing import answer_of, measure, strangers

from tests.evaluation.readings import Maker
from whence.model.claim import Claim, PartyKind, Standing

KEY = """;; a comment
0.  MESSAGE: ID                     DEV-MUC3-0900 (XYZ)
1.  MESSAGE: TEMPLATE               1
10. PERP: ORGANIZATION ID           "REED LEAGUE" / "RL"
11. PERP: ORGANIZATION CONFIDENCE   REPORTED AS FACT / CLAIMED OR ADMITTED: "REED LEAGUE" / "RL"
                                    ? POSSIBLE: "THE \\"OLD\\" GUARD"
12. PHYS TGT: ID                    "MILL"

0.  MESSAGE: ID                     DEV-MUC3-0900 (XYZ)
11. PERP: ORGANIZATION CONFIDENCE   SUSPECTED OR ACCUSED: "RL"
0.  MESSAGE: ID                     DEV-MUC3-0901
11. PERP: ORGANIZATION CONFIDENCE   -
"""
TEXT = """
DEV-MUC3-0900 (ABCD)

   THE REED LEAGUE BURNED THE MILL.

DEV-MUC3-0901 (ABCD)

   IT RAINED.
"""


def claim(
    subject: str,
    standing: Standing,
    *,
    polarity: bool = True,
    insinuation: bool = False,
    kind: PartyKind = "group",
) -> Claim:
    maker = Maker("Somebody burned the mill.")
    return Claim(
        id="c",
        document_id=maker.document.id,
        chain_id="chain",
        subject=subject,
        subject_kind=kind,
        predicate="carried_out",
        object="the fire",
        polarity=polarity,
        standing=standing,
        act="accuse",
        insinuation=insinuation,
        spans=(maker.span("Somebody"),),
        extractor="hand@1",
    )


GOLD = Blamed(names=("REED LEAGUE", "RL"), confidences=frozenset({"SUSPECTED OR ACCUSED"}))


def test_slot_eleven_is_read_with_its_alternatives_and_continuations() -> None:
    assert list(key_entries(KEY)) == [
        (
            "DEV-MUC3-0900",
            Blamed(
                names=("REED LEAGUE", "RL"),
                confidences=frozenset({"REPORTED AS FACT", "CLAIMED OR ADMITTED"}),
            ),
        ),
        (
            "DEV-MUC3-0900",
            Blamed(names=('THE "OLD" GUARD',), confidences=frozenset({"POSSIBLE"})),
        ),
        (
            "DEV-MUC3-0900",
            Blamed(names=("RL",), confidences=frozenset({"SUSPECTED OR ACCUSED"})),
        ),
    ]


def test_templates_of_one_report_are_joined_by_name() -> None:
    joined = merged([one for _, one in key_entries(KEY)])
    assert {one.names for one in joined} == {('THE "OLD" GUARD',), ("REED LEAGUE", "RL")}
    assert len(next(one for one in joined if "RL" in one.names).confidences) == 3


def test_messages_are_cut_at_their_headers() -> None:
    assert [identifier for identifier, _ in split_messages(TEXT)] == [
        "DEV-MUC3-0900",
        "DEV-MUC3-0901",
    ]


def test_the_firmest_outright_claim_decides() -> None:
    claims = (
        claim("the Reed League", "speculated"),
        claim("the Reed League", "accused"),
        claim("the Reed League", "admitted", insinuation=True),
        claim("the Reed League", "cleared", polarity=False),
        claim("the navy", "admitted"),
    )
    assert answer_of(GOLD, claims) == "SUSPECTED OR ACCUSED"
    assert answer_of(GOLD, claims[:1]) == "POSSIBLE"
    assert answer_of(GOLD, claims[2:]) is None


def test_blamed_parties_outside_the_key_are_strangers() -> None:
    message = Message(id="m", text="", blamed=(GOLD,))
    claims = (
        claim("RL", "accused"),
        claim("the navy", "accused", kind="body"),
        claim("two armed men", "accused", kind="description"),
    )
    assert strangers(message, claims) == (["the navy"], 2)


def test_a_split_is_read_and_scored(tmp_path: Path) -> None:
    base = tmp_path / "corpora" / "dev"
    base.mkdir(parents=True)
    (base / "key-dev").write_text(KEY)
    (base / "dev-muc3-0900").write_text(TEXT)
    found, files = messages(tmp_path, "dev")
    assert [(one.id, len(one.blamed)) for one in found] == [
        ("DEV-MUC3-0900", 2),
        ("DEV-MUC3-0901", 0),
    ]
    assert [path.name for path in files] == ["key-dev", "dev-muc3-0900"]
    outcome = measure(Request(data=tmp_path))
    assert outcome.score("named").counts.gold == 2
    assert outcome.score("named").value == pytest.approx(outcome.score("named").counts.hits / 2)
