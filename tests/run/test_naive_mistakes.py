"""What a hasty reader gets wrong on one real page: each mistake is looked for in the whole case.

The page and its careful reading belong to their publishers and lie with the development data.
"""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.shared import require
from whence.model.attribution import Attribution
from whence.model.case import Case
from whence.model.claim import Claim
from whence.model.fact import Fact
from whence.model.incident import Slot
from whence.model.origin import Origin
from whence.publish.index import Index
from whence.publish.queries import sayings
from whence.run.config import Config
from whence.run.pipeline import run_pipeline
from whence.run.world import World

pytestmark = pytest.mark.needs_shared
_HINTED = {"larger, international player", "an Islamist regime", "Islamist regime", "Taliban"}


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(require("cases/seed-page/gold.json").read_bytes())
    return found


@pytest.fixture(scope="module")
def case(gold: dict[str, Any]) -> Case:
    page = require(gold["doc"])
    return run_pipeline([str(page)], Config(), World(at="2031-01-01T00:00:00+00:00"))


@pytest.fixture(scope="module")
def index(case: Case) -> Index:
    return Index(case)


def slot(case: Case, name: str) -> Slot:
    assert case.incident is not None
    found = case.incident.slot(name)
    assert found is not None, name
    return found


def origins(index: Index, name: str, value: str) -> list[Origin]:
    held = next(one for one in slot(index.case, name).values if one.value == value)
    return [index.origins[key] for key in held.origin_ids]


def claims(case: Case) -> tuple[Claim, ...]:
    return tuple(claim for report in case.reports for claim in report.claims)


def attributions(case: Case) -> tuple[Attribution, ...]:
    return tuple(one for report in case.reports for one in report.attributions)


def said(case: Case, words: str) -> list[Attribution]:
    """Return the attributions in whose content these words stand."""
    found = [one for one in attributions(case) if any(words in span.text for span in one.content)]
    assert found, words
    return found


def entry(gold: dict[str, Any], key: str) -> dict[str, Any]:
    return next(one for one in gold["attributions"] if one["id"] == key)


def overlapping(case: Case, words: str) -> Iterator[str]:
    """Yield what was made of a place in the text, by kind: facts and claims of the incident."""
    text = case.documents[0].text
    start = text.index(words)
    end = start + len(words)
    for report in case.reports:
        made: tuple[Fact | Claim, ...] = (*report.facts, *report.claims)
        for thing in made:
            if any(span.start < end and start < span.end for span in thing.spans):
                yield type(thing).__name__


def test_00_relays_of_one_spokesman_are_one_witness(index: Index) -> None:
    assert len(origins(index, "munitions_launched", "3")) == 1
    assert len(origins(index, "munitions_intercepted", "2")) == 1


def test_01_the_outer_relay_is_not_the_source(index: Index) -> None:
    (origin,) = origins(index, "munitions_launched", "3")
    assert origin.kind not in ("outlet", "agency")
    assert "ministry" in origin.name
    assert len(origin.relays) >= 2


def test_02_a_condemnation_is_no_denial(case: Case) -> None:
    assert not [one for one in attributions(case) if one.act == "deny_involvement"]
    assert not [one for one in claims(case) if one.standing == "denied"]
    assert case.incident is not None
    acts = {(one.who, one.act) for one in case.incident.reactions}
    assert ("Iran", "condemn") in acts


def test_03_an_adjective_makes_nobody_a_suspect(case: Case) -> None:
    named = [one.subject for one in claims(case) if one.standing not in ("denied", "cleared")]
    assert not [name for name in named if "Iran" in name]
    assert case.assessment is not None
    asked = [row.label for answer in case.assessment.answers for row in answer.hypotheses]
    assert not [label for label in asked if "Iran" in label]


def test_04_insinuation_is_no_accusation_and_weighs_nothing(case: Case) -> None:
    hinted = [one for one in claims(case) if one.subject in _HINTED]
    assert hinted
    assert all(one.insinuation for one in hinted)
    assert case.incident is not None
    assert all(
        one.insinuation
        for one in case.incident.statements
        if set(one.claim_ids) & {claim.id for claim in hinted}
    )
    assert case.assessment is not None
    for answer in case.assessment.answers:
        weighed = {one.label for one in answer.hypotheses if not one.weightless}
        assert not weighed & _HINTED


def test_05_a_hint_and_what_it_is_explained_by_go_together(case: Case) -> None:
    subjects = {one.subject for one in claims(case)}
    assert "Taliban" in subjects
    assert not [name for name in subjects if "regime" in name.casefold()]
    assert not [one for one in claims(case) if one.subject == "Taliban" and not one.insinuation]


def test_06_silence_points_at_no_state(case: Case) -> None:
    assert case.incident is not None
    assert slot(case, "responsibility_claim").best == "none"
    assert case.assessment is not None
    silences = [
        item
        for answer in case.assessment.answers
        for item in answer.evidence
        if item.kind == "silence"
    ]
    assert silences
    states = {party.id for party in case.incident.parties if party.kind == "state"}
    for item in silences:
        raised = [key for key, weight in item.log_likelihood.items() if weight > 0]
        assert not [key for key in raised if key.partition(":")[2] in states]
    assert {answer.verdict for answer in case.assessment.answers} == {None}


def test_07_casualties_of_the_other_incident_stay_there(case: Case) -> None:
    assert case.incident is not None
    assert case.incident.slot("killed") is None
    assert slot(case, "wounded").best == "6"


def test_08_one_drone_of_the_lead_is_no_rival_of_three(case: Case) -> None:
    launched = slot(case, "munitions_launched")
    assert launched.best == "3"
    assert not launched.disputed
    assert {one.value for one in launched.values} == {"3"}


def test_09_a_third_is_one_of_three(case: Case) -> None:
    assert slot(case, "munitions_struck").best == "1"
    assert {one.value for one in slot(case, "munitions_struck").values} == {"1"}
    assert case.incident is not None
    assert all(check.holds for check in case.incident.checks)


def test_10_missiles_of_speech_are_no_weapon(case: Case) -> None:
    assert slot(case, "weapon").best == "drone"
    assert not [one for one in slot(case, "weapon").values if "missile" in one.value]


def test_11_a_judgement_is_no_finding(case: Case, gold: dict[str, Any]) -> None:
    words = gold["loaded_language"][0]["span"]["text"]
    facts = [one for report in case.reports for one in report.facts]
    assert not [one for one in facts if any(span.text == words for span in one.spans)]
    assert not [one for one in facts if one.stage == "finding"]


def test_12_last_night_is_counted_from_the_day_of_the_statement(case: Case) -> None:
    assert slot(case, "date").best in ("2021-11-07", "2021-11-06/2021-11-07")


@pytest.mark.parametrize(("number", "key"), [(13, "A13"), (14, "A14")])
def test_13_14_words_without_a_cue_go_to_who_spoke_last(
    index: Index, gold: dict[str, Any], number: int, key: str
) -> None:
    words = entry(gold, key)["content"]["text"].strip('“”".')[:30]
    rows = [row for row in sayings(index) if words in row.words]
    assert rows, number
    assert {row.kind for row in rows} == {"person"}
    assert all("security official" in row.origin for row in rows)


def test_15_an_unclosed_quotation_swallows_no_other_paragraph(
    case: Case, gold: dict[str, Any]
) -> None:
    document = case.documents[0]
    quoted = entry(gold, "A12")["content"]["text"].strip('“”".')[:40]
    for one in said(case, quoted):
        for span in one.content:
            block = next(b for b in document.blocks if b.start <= span.start < b.end)
            assert span.end <= block.end
    assert not [one for one in said(case, quoted) if "one person" in one.content[0].text]


def test_16_tear_gas_wounds_nobody_of_the_incident(case: Case) -> None:
    told = [value.value for value in slot(case, "weapon").values]
    assert not [name for name in told if "gas" in name or "gun" in name]


def test_18_an_aside_is_no_fact(case: Case) -> None:
    assert list(overlapping(case, "departed the nation")) == []


def test_19_one_man_who_speaks_twice_is_one_witness(index: Index) -> None:
    witnesses = origins(index, "target_condition", "unhurt")
    assert len(witnesses) <= 2
    assert len({one.name for one in witnesses}) == len(witnesses)


def test_20_polls_and_biographies_are_no_content(case: Case, gold: dict[str, Any]) -> None:
    text = case.documents[0].text
    assert not [one["text"] for one in gold["boilerplate"] if one["text"] in text]


def test_21_the_authors_word_for_a_government_is_not_the_governments(case: Case) -> None:
    marks = [mark for report in case.reports for mark in report.marks]
    labels = [mark for mark in marks if mark.kind == "loaded" and "regime" in mark.span.text]
    assert labels
    assert {mark.whose for mark in labels} == {"author"}


def test_22_loaded_words_of_speakers_are_not_the_authors(case: Case) -> None:
    marks = [mark for report in case.reports for mark in report.marks if mark.kind == "loaded"]
    for word in ("cowardly", "heinous", "coup"):
        found = [mark for mark in marks if word in mark.span.text.casefold()]
        assert all(mark.whose != "author" for mark in found), word


def test_23_perpetrators_at_large_are_no_suspects(case: Case) -> None:
    assert not [one for one in claims(case) if "perpetrator" in one.subject.casefold()]
