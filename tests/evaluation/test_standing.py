"""MUC-4 keys as they are written, and standings against their confidences."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from evaluation.corpora.muc import Blamed, Message, key_entries, merged, messages, split_messages
from evaluation.harness.command import Request
from evaluation.harness.metrics import Counts
from evaluation.readers.predictions import Blame, Silent
from evaluation.readers.suspicions import firmest
from evaluation.standing import ask, measure, score, strangers

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
    assert firmest(GOLD.names, claims) == "accused"
    assert firmest(GOLD.names, claims[:1]) == "speculated"
    assert firmest(GOLD.names, claims[2:]) is None


def test_blamed_parties_outside_the_key_are_strangers() -> None:
    message = Message(id="m", text="", blamed=(GOLD,))
    blamed = [
        Blame(subject="RL", standing="accused"),
        Blame(subject="the navy", standing="accused"),
    ]
    assert strangers(message, blamed) == (["the navy"], 2)


def test_any_reader_is_scored_on_all_gold_organisations() -> None:
    class Reader(Silent):
        def standings(
            self, text: str, parties: Sequence[tuple[str, ...]]
        ) -> Sequence[Standing | None]:
            known: dict[str, Standing] = {"A": "accused", "B": "admitted", "D": "denied"}
            return [known.get(names[0]) for names in parties]

    def blamed(name: str, *grades: str) -> Blamed:
        return Blamed(names=(name,), confidences=frozenset(grades))

    accused, fact = "SUSPECTED OR ACCUSED", "REPORTED AS FACT"
    messages = [
        Message(id="m1", text="", blamed=(blamed("A", accused, fact), blamed("B", fact))),
        Message(id="TST1-MUC3-0049", text="", blamed=(blamed("C", fact), blamed("D", fact))),
    ]
    outcome = score(ask(messages, Reader()), "hand", fact)
    assert outcome.score("named").counts == Counts(2, 4, 4)
    assert outcome.score("standing right").counts == Counts(1, 2, 2)
    assert outcome.score("majority").counts == Counts(2, 2, 2)
    assert outcome.score("standing accuracy").counts == Counts(1, 4, 4)
    assert outcome.score("standing accuracy, less those seen").counts == Counts(1, 2, 2)
    # "accused" was answered rightly where "fact" would have been as well: it counts as its own.
    assert outcome.score(f"standing: {accused}").counts == Counts(1, 1, 1)
    assert outcome.score(f"standing: {fact}").counts == Counts(0, 0, 3)
    assert outcome.score("standing macro").value == 0.5
    with pytest.raises(KeyError):
        outcome.score("blamed rightly")


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
