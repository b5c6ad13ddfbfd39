"""MUC-4's roles and templates: the loader on an invented corpus, the metrics on cases by hand."""

import json
from collections.abc import Mapping, Sequence
from itertools import permutations
from pathlib import Path

import pytest
from evaluation.corpora.muc4 import SEEN, Entity, GoldTemplate, Report, occurrences, reports
from evaluation.harness.command import Request
from evaluation.harness.corpus import DataAbsentError
from evaluation.harness.metrics import Counts
from evaluation.muc4 import Answer, ask, measure, misreadings, score
from evaluation.readers.predictions import MUC_ROLES, Fillers, Silent, Template
from evaluation.templates import ceaf, metric
from evaluation.templates.metric import Tally, tallies

from tests.shared import require

Roles = Mapping[str, Sequence[Sequence[str]]]


def gold(types: Sequence[str], roles: Roles) -> GoldTemplate:
    return GoldTemplate(
        types=tuple(types),
        entities={
            role: tuple(Entity(mentions=tuple(entity)) for entity in roles.get(role, ()))
            for role in MUC_ROLES
        },
    )


def report(*templates: GoldTemplate, name: str = "m") -> Report:
    return Report(id=name, text="MEN BURNED THE OLD MILL.", templates=templates, blamed=())


def answer(report: Report, fillers: Fillers, templates: Sequence[Template] | None = None) -> Answer:
    return Answer(report=report, fillers=fillers, templates=templates)


def test_mentions_are_compared_without_articles_marks_and_capitals() -> None:
    assert ceaf.plain('THE "Old"  MILL [of a town]') == "old mill of town"
    assert ceaf.strict(("the old mill",), "OLD MILL")
    assert not ceaf.strict(("the old mill",), "mill")
    assert ceaf.by_head(("the old mill",), "mill of the town")
    assert not ceaf.by_head(("the old mill",), "old town")


def test_two_mentions_of_one_entity_are_one_hit() -> None:
    """Counting every predicted mention that stands in some gold entity would give 2 of 2."""
    entities = {"PerpOrg": [("reed league", "rl")]}
    found = ceaf.counts("strict", entities, {"PerpOrg": ["Reed League", "RL"]})
    assert found["PerpOrg"] == Counts(1, 2, 1)
    assert found["PerpOrg"].f1 == pytest.approx(2 / 3)


def test_the_alignment_is_the_best_one_and_not_the_first_that_fits() -> None:
    """Taking the first gold entity for each prediction would leave the second without."""
    entities = {"Target": [("mill", "barn"), ("mill",)]}
    found = ceaf.counts("strict", entities, {"Target": ["mill", "barn"]})
    assert found["Target"] == Counts(2, 2, 2)


def test_a_mention_in_another_role_is_no_hit() -> None:
    found = ceaf.counts("strict", {"Victim": [("miller",)]}, {"Target": ["miller"]})
    assert found["Victim"] == Counts(0, 0, 1)
    assert found["Target"] == Counts(0, 1, 0)


def test_entities_of_several_templates_are_merged_when_one_holds_the_other() -> None:
    merged = ceaf.merged(
        [
            gold(["attack"], {"PerpInd": [["men"], ["rider", "man"]]}),
            gold(["arson"], {"PerpInd": [["men", "armed men"], ["man"], ["boy", "man"]]}),
        ]
    )
    assert merged["PerpInd"] == [("men",), ("rider", "man"), ("boy", "man")]


def test_micro_f1_sums_over_roles_and_reports() -> None:
    right = answer(
        report(gold(["arson"], {"Target": [["old mill"]], "PerpInd": [["men"]]})),
        {"Target": ["old mill"], "PerpInd": ["women"]},
    )
    irrelevant = answer(report(), {"Target": ["mill"]})
    outcome = score([right, irrelevant], "hand")
    micro = outcome.score("ceaf strict micro")
    assert micro.counts == Counts(1, 3, 2)
    assert micro.value == pytest.approx(2 / 5)
    assert outcome.score("ceaf strict Target").counts == Counts(1, 2, 1)
    assert outcome.score("relevant").counts == Counts(1, 2, 1)
    with pytest.raises(KeyError):
        outcome.score("templates micro")
    assert {one.kind for one in outcome.misreadings} == {
        "PerpInd missed", "PerpInd spurious", "Target spurious in an irrelevant report",
    }  # fmt: skip


def test_misreadings_tell_borders_doubles_and_roles_apart() -> None:
    found = misreadings(
        answer(
            report(gold(["arson"], {"Target": [["old mill"]], "PerpInd": [["men"]]})),
            {"Target": ["old mill", "the old mill", "mill", "men"], "PerpInd": []},
        )
    )
    assert sorted(one.kind for one in found) == [
        "PerpInd missed", "Target is a PerpInd", "Target predicted twice",
        "Target with other borders",
    ]  # fmt: skip
    assert any("MEN BURNED" in one.context for one in found)


def test_reports_read_by_hand_are_left_out_in_rows_of_their_own() -> None:
    seen = sorted(SEEN)[0]
    mill = gold(["arson"], {"Target": [["mill"]]})
    answers = [
        answer(report(mill, name=seen), {"Target": ["mill"]}, []),
        answer(report(mill, name="other"), {}, []),
    ]
    outcome = score(answers, "hand")
    assert outcome.score("ceaf strict micro").counts == Counts(1, 1, 2)
    assert outcome.score("ceaf strict micro, less those seen").counts == Counts(0, 0, 1)
    assert outcome.score("templates micro, less those seen").counts == Counts(0, 0, 2)


def test_templates_count_the_type_and_two_mentions_of_one_entity_as_right() -> None:
    """One-to-one entities inside a template would give precision 2 of 3."""
    found = tallies(
        [gold(["arson"], {"PerpOrg": [["reed league", "rl"]]})],
        [Template(incident="arson", fillers={"PerpOrg": ["RL", "the Reed League"]})],
    )
    assert found["incident type"] == Tally(1, 1, 1, 1)
    assert found["PerpOrg"] == Tally(2, 2, 1, 1)
    assert sum(found.values(), Tally()).f1 == 1


def test_a_template_of_another_type_is_spurious_with_all_its_fillers() -> None:
    found = tallies(
        [gold(["arson"], {"Target": [["mill"]]})],
        [Template(incident="bombing", fillers={"Target": ["mill"]})],
    )
    assert found["incident type"] == Tally(0, 1, 0, 1)
    assert found["Target"] == Tally(0, 1, 0, 1)


def test_one_of_several_acceptable_types_is_enough() -> None:
    found = tallies([gold(["bombing", "attack"], {})], [Template(incident="Attack", fillers={})])
    assert found["incident type"] == Tally(1, 1, 1, 1)


def test_templates_are_aligned_for_the_whole_report() -> None:
    """The first template fits both; giving it the first would cost the second its only partner."""
    both = gold(["attack"], {"Target": [["mill"]], "Victim": [["miller"]]})
    other = gold(["attack"], {"Target": [["mill"]]})
    found = tallies(
        [both, other],
        [
            Template(incident="attack", fillers={"Target": ["mill"]}),
            Template(incident="attack", fillers={"Target": ["mill"], "Victim": ["miller"]}),
        ],
    )
    assert found["Victim"] == Tally(1, 1, 1, 1)
    assert found["Target"] == Tally(2, 2, 2, 2)


def test_templates_without_partner_cost_both_sides() -> None:
    mill = gold(["arson"], {"Target": [["mill"]]})
    twin = Template(incident="arson", fillers={"Target": ["mill"]})
    assert sum(tallies([mill], [twin, twin]).values(), Tally()) == Tally(2, 4, 2, 2)
    assert sum(tallies([mill, mill], [twin]).values(), Tally()) == Tally(2, 2, 2, 2)
    assert sum(tallies([], [twin]).values(), Tally()) == Tally(0, 2, 0, 0)


def test_the_sweep_finds_what_trying_every_alignment_finds() -> None:
    golds = [
        gold(["attack"], {"Target": [["a", "x"], ["b"]], "Victim": [["v"]]}),
        gold(["attack", "bombing"], {"Target": [["a"]], "Victim": [["v", "w"], ["u"]]}),
        gold(["attack"], {"Target": [["b", "c"]]}),
    ]
    mine = [
        Template(incident="attack", fillers={"Target": ["a", "b"], "Victim": ["w"]}),
        Template(incident="attack", fillers={"Target": ["x", "c"], "Victim": ["v", "w"]}),
        Template(incident="bombing", fillers={"Target": ["c"], "Victim": ["u"]}),
    ]
    best = 0.0
    for order in permutations(range(3)):
        whole = Tally()
        for here, there in enumerate(order):
            whole += sum(tallies([golds[there]], [mine[here]]).values(), Tally())
        best = max(best, whole.f1)
    assert sum(tallies(golds, mine).values(), Tally()).f1 == pytest.approx(best)


def test_f1_of_tallies_takes_hits_of_its_own_for_each_side() -> None:
    one, two = Tally(2, 4, 1, 1), Tally(0, 0, 0, 2)
    answers = [
        answer(report(gold(["a"], {})), {}, [Template(incident="b", fillers={})]),
        answer(report(gold(["a"], {})), {}, [Template(incident="a", fillers={})]),
    ]
    assert (one + two).f1 == pytest.approx(2 * 0.5 * (1 / 3) / (0.5 + 1 / 3))
    assert score(answers, "hand").score("templates micro").value == pytest.approx(0.5)
    assert metric.KEYS[1:] == MUC_ROLES


KEY = """0.  MESSAGE: ID                     TST3-MUC4-0001 (XYZ)
1.  MESSAGE: TEMPLATE               1 (OPTIONAL)
4.  INCIDENT: TYPE                  ARSON
6.  INCIDENT: INSTRUMENT ID         ? "OIL"
                                    "TORCHES"
10. PERP: ORGANIZATION ID           "REED LEAGUE [RL]" / "RL"
11. PERP: ORGANIZATION CONFIDENCE   POSSIBLE: "REED LEAGUE [RL]" / "RL"

0.  MESSAGE: ID                     TST3-MUC4-0002 (XYZ)
1.  MESSAGE: TEMPLATE               *
4.  INCIDENT: TYPE                  *
"""
TEXT = """TST3-MUC4-0001

   THE REED LEAGUE
[RL] BURNED MILLS WITH OIL AND TORCHES.  RLS WERE SEEN.

TST3-MUC4-0002

   IT RAINED.
"""


def written(folder: Path) -> Path:
    """Write an invented corpus in MUC-4's form and return its folder."""
    base = folder / "corpora" / "tst3"
    base.mkdir(parents=True)
    (base / "key-tst3").write_text(KEY)
    (base / "tst3-muc4").write_text(TEXT)
    (folder / "gtt").mkdir()
    filled = {
        "incident_type": "arson / attack", "PerpInd": [], "Target": [], "Victim": [],
        "PerpOrg": [[["reed league (rl)", 4], ["rl", 17]]],
        "Weapon": [[["oil", 40]], [["torches", 48]]],
    }  # fmt: skip
    lines = [
        {"docid": "TST3-MUC4-0001", "doctext": "the reed league", "templates": [filled]},
        {"docid": "TST3-MUC4-0002", "doctext": "...", "templates": []},
    ]
    (folder / "gtt" / "tst3.json").write_text("\n".join(json.dumps(line) for line in lines))
    return folder


def test_keys_texts_and_role_files_are_joined(tmp_path: Path) -> None:
    found, files = reports(written(tmp_path), "test")
    assert [(one.id, one.relevant) for one in found] == [
        ("TST3-MUC4-0001", True), ("TST3-MUC4-0002", False),
    ]  # fmt: skip
    (template,) = found[0].templates
    assert template.types == ("arson", "attack")
    assert template.optional
    assert [one.optional for one in template.entities["Weapon"]] == [True, False]
    assert found[0].blamed[0].confidences == {"POSSIBLE"}
    assert found[0].lowered == "the reed league"
    assert [path.name for path in files] == ["tst3.json", "key-tst3", "tst3-muc4"]


def test_mentions_are_found_over_line_breaks_brackets_and_as_whole_words(tmp_path: Path) -> None:
    text = reports(written(tmp_path), "tst3")[0][0].text
    assert [text[slice(*one)] for one in occurrences(text, "reed league (rl)")] == [
        "REED LEAGUE\n[RL]"
    ]
    assert len(occurrences(text, "rl")) == 1
    assert occurrences(text, "mill") == []


def test_a_key_that_does_not_fit_the_role_file_is_told(tmp_path: Path) -> None:
    folder = written(tmp_path)
    path = folder / "gtt" / "tst3.json"
    path.write_text(json.dumps({"docid": "TST3-MUC4-0001", "templates": []}))
    with pytest.raises(ValueError, match="1 incidents in the key, 0 in GTT"):
        reports(folder, "test")


def test_a_missing_part_is_absent_data(tmp_path: Path) -> None:
    with pytest.raises(DataAbsentError):
        reports(written(tmp_path), "tst3+tst4")


def test_a_reader_is_asked_and_scored() -> None:
    class Reader(Silent):
        def fillers(self, text: str) -> Fillers:
            return {"Target": ["the old mill"]} if "MILL" in text else {}

    answers = ask([report(gold(["arson"], {"Target": [["old mill"]]}))], Reader())
    assert answers[0].templates is None
    assert ask([report()], Reader(), lowered=True)[0].fillers == {}
    assert score(answers, "hand").score("ceaf strict micro").value == 1


@pytest.mark.needs_shared
def test_the_published_files_hold_what_the_literature_says() -> None:
    data = require("data/muc4").parent.parent
    train, _ = reports(data, "train")
    dev, _ = reports(data, "dev")
    assert (len(train), sum(one.relevant for one in train)) == (1300, 700)
    assert (len(dev), sum(one.relevant for one in dev)) == (200, 116)
    assert sum(one.optional for d in train for one in d.templates) == 161
    # The key itself as the answer is right in everything, by both metrics.
    answers = [
        answer(
            one,
            {
                role: [e[0] for e in entities]
                for role, entities in ceaf.merged(one.templates).items()
            },
            [
                Template(
                    incident=template.types[0],
                    fillers={
                        role: [entity.mentions[0] for entity in entities]
                        for role, entities in template.entities.items()
                    },
                )
                for template in one.templates
            ],
        )
        for one in dev
    ]
    outcome = score(answers, "gold")
    assert outcome.score("ceaf strict micro").value > 0.995
    assert outcome.score("templates micro").value > 0.97


@pytest.mark.needs_shared
def test_the_rules_give_figures() -> None:
    data = require("data/muc4").parent.parent
    outcome = measure(Request(data=data, limit=5))
    assert 0 <= outcome.score("ceaf strict micro").value < 1
