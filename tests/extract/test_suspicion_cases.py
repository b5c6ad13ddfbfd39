"""Suspicions on real texts beside the checkout, read with their attributions by the rules."""

import json
import re
from pathlib import Path

import pytest

from tests.shared import require
from whence.extract import extract
from whence.extract.rules.reader import RulesReader
from whence.model.claim import Claim
from whence.model.document import Block, Document
from whence.model.report import Report

pytestmark = pytest.mark.needs_shared
_GAP = "[...]"


def read(path: Path) -> Report:
    text = path.read_text("utf-8").replace(_GAP, " " * len(_GAP))
    side = path.with_suffix(".json")
    outlet = json.loads(side.read_text("utf-8")).get("outlet") if side.exists() else "Slay News"
    blocks = tuple(
        Block(kind="paragraph", start=found.start(), end=found.end())
        for found in re.finditer(r"\S(?:(?!\n\s*\n).)*", text, re.DOTALL)
    )
    return extract(
        Document(
            id=f"doc-{path.stem}", location=path.name, outlet=outlet, media_type="text/plain",
            text=text, blocks=blocks, raw_sha256="0" * 64, raw_size=len(text),
        ),
        RulesReader(),
    )  # fmt: skip


def claims(case: str) -> dict[str, tuple[Claim, ...]]:
    folder = require(f"cases/{case}")
    return {path.stem: read(path).claims for path in sorted(folder.glob("*.txt"))}


@pytest.fixture(scope="module")
def kadhimi() -> dict[str, tuple[Claim, ...]]:
    return claims("kadhimi-2021")


def brief(found: tuple[Claim, ...]) -> set[tuple[str, str, bool, str]]:
    return {(c.subject, c.predicate, c.polarity, c.standing) for c in found}


def test_the_seed_page_names_one_accused_class_and_two_hints() -> None:
    found = read(require("seeds/000_a46a5d0960599277.txt")).claims
    assert not any(c.subject == "Iran" for c in found)
    assert not any(not c.polarity or c.standing == "denied" for c in found)
    assert [(c.subject, c.standing) for c in found if not c.insinuation] == [
        ("criminal armed groups", "accused_by_authority")
    ]
    assert {c.subject for c in found if c.insinuation} == {
        "a larger, international player",
        "Taliban",
    }
    assert all(c.standing == "speculated" for c in found if c.insinuation)


def test_whom_the_officials_name(kadhimi: dict[str, tuple[Claim, ...]]) -> None:
    found = brief(kadhimi["alhemyari-reuters-8nov"])
    for name in ("Kataib Hezbollah", "Asaib Ahl al-Haq"):
        assert (name, "carried_out", True, "accused_by_authority") in found
    assert ("Kataib Hezbollah", "carried_out", True, "accused") in found  # the militia's own source


def test_knew_but_did_not_order(kadhimi: dict[str, tuple[Claim, ...]]) -> None:
    found = {(c.subject, c.predicate, c.polarity) for c in kadhimi["worldisraelnews"]}
    assert {("Iran", "knew", True), ("Iran", "ordered", False)} <= found
    wire = {(c.subject, c.predicate, c.polarity) for c in kadhimi["straitstimes-reuters-8nov"]}
    assert {("Iran", "knew", True), ("Iran", "ordered", False)} <= wire


def test_ordered_enabled_and_exonerated(kadhimi: dict[str, tuple[Claim, ...]]) -> None:
    mee = {(c.subject, c.predicate, c.polarity, c.hedge) for c in kadhimi["mee"]}
    isw = {(c.subject, c.predicate, c.polarity, c.hedge) for c in kadhimi["isw"]}
    nbc = {(c.subject, c.predicate, c.polarity, c.hedge) for c in kadhimi["nbc-waradana"]}
    assert ("Iran", "ordered", True, 2) in mee
    assert ("Iran", "enabled", True, 2) in isw
    assert ("Iran", "ordered", False, 2) in nbc


def test_denials_with_and_without_the_word(kadhimi: dict[str, tuple[Claim, ...]]) -> None:
    assert ("Iran-backed militias", "carried_out", False, "denied") in brief(kadhimi["ap-wibx"])
    assert ("Iraqi groups", "carried_out", False, "denied") in brief(kadhimi["kayhan-reuters-kh"])
    assert ("Asaib Ahl al-Haq", "carried_out", False, "denied") in brief(kadhimi["mee"])


def test_the_other_hypotheses(kadhimi: dict[str, tuple[Claim, ...]]) -> None:
    tanks = ("foreign think tanks", "carried_out", True, "accused_by_authority")
    assert tanks in brief(kadhimi["worldbulletin-shamkhani"])
    agencies = ("intelligence agencies", "carried_out", True, "speculated")
    assert agencies in brief(kadhimi["khazali-islamicinvitation"])
    base = ("United States", "enabled", True, "speculated")
    assert base in brief(kadhimi["islamtimes-french"])
    killers = [c for c in kadhimi["wikipedia"] if c.subject_kind == "description"]
    assert [c.subject for c in killers] == ["the same people who assassinated Nibras Farman"]


def test_staging_is_said_of_the_side_of_the_victim(kadhimi: dict[str, tuple[Claim, ...]]) -> None:
    for name in ("irishtimes", "rt-znews"):
        staged = [c for c in kadhimi[name] if c.predicate == "staged"]
        assert [c.subject_kind for c in staged] == ["victim_side"]
        assert staged[0].standing in {"accused", "speculated"}


@pytest.mark.parametrize(
    "name",
    ["whitehouse", "un-sg", "ap-firsttake", "ap-latimes", "aljazeera-1lurer", "ina-araji",
     "mem-araji", "shafaq-araji", "shafaq-reuters", "thenational-unsc", "time-massnews", "wsj-nfn",
     "junk-excellentfeed", "junk-traineeag"],
)  # fmt: skip
def test_texts_that_name_nobody(kadhimi: dict[str, tuple[Claim, ...]], name: str) -> None:
    assert brief(kadhimi[name]) == set()


def test_a_killing_of_somebody_else_is_another_incident(
    kadhimi: dict[str, tuple[Claim, ...]],
) -> None:
    assert {c.scope for c in kadhimi["irishtimes"] if c.subject == "Iraqi forces"} == {"other"}


def test_a_refuted_claim_of_responsibility_keeps_both_sides() -> None:
    found = claims("bagram-747-2013")["abc-ap"]
    assert ("Taliban", "carried_out", True, "admitted") in brief(found)
    assert ("Taliban", "carried_out", False, "denied") in brief(found)
    assert {c.scope for c in found if c.subject == "U.S. forces"} == {"other"}


def test_the_first_official_accusation_and_the_rival_s() -> None:
    found = claims("muc-jesuits-1989")["dev-muc3-0760"]
    assert [(c.subject, c.standing) for c in found] == [
        ("ULTRALEFTIST GROUPS", "accused_by_authority"),
        ("SALVADORAN ARMY", "accused"),
    ]
