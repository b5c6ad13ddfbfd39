"""MUC-4's slots: keys, summaries and misreadings by hand, and a reader's answers."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from evaluation.corpora.muc import key_templates
from evaluation.corpora.muc4_slots import KeyedReport, KeyIncident, incident, keyed_reports
from evaluation.harness.command import Request
from evaluation.harness.corpus import DataAbsentError
from evaluation.harness.metrics import Counts
from evaluation.harness.scores import Outcome, table
from evaluation.readers.predictions import Blame, Silent, Template
from evaluation.slots import Answer, answered, ask, commonest, measure, misreadings, score
from evaluation.templates.slot_answers import grouped, parted, responses
from evaluation.templates.slot_credit import Graded, Response

from tests.evaluation.slot_keys import ACCUSED, FACT, LEAGUE, POSSIBLE, fill, key, response
from tests.shared import require
from whence.model.claim import Standing


def report(*incidents: KeyIncident, name: str = "m") -> KeyedReport:
    return KeyedReport(id=name, text="", incidents=incidents)


def scored(*answers: Answer) -> Outcome:
    return score(answers, "hand", FACT)


KEY = """0.  MESSAGE: ID                     TST3-MUC4-0001 (XYZ)
1.  MESSAGE: TEMPLATE               1 (OPTIONAL)
4.  INCIDENT: TYPE                  ARSON / ATTACK
9.  PERP: INDIVIDUAL ID             -
10. PERP: ORGANIZATION ID           "REED LEAGUE [RL]" / "RL"
                                    ? "OLD GUARD"
11. PERP: ORGANIZATION CONFIDENCE   REPORTED AS FACT/POSSIBLE: "REED LEAGUE [RL]" / "RL"
                                    (POSSIBLE / ACQUITTED): ? "OLD GUARD"
                                    ? SUSPECTED OR ACCUSED
12. PHYS TGT: ID                    *
18. HUM TGT: NAME                   "ANA RUIZ"
19. HUM TGT: DESCRIPTION            "MAYOR" / "JUDGE": "ANA RUIZ"
                                    "FARMERS"

0.  MESSAGE: ID                     TST3-MUC4-0001 (XYZ)
1.  MESSAGE: TEMPLATE               2
4.  INCIDENT: TYPE                  BOMBING
10. PERP: ORGANIZATION ID           OLD GUARD [OG]
11. PERP: ORGANIZATION CONFIDENCE   REPORTED AS FACT: OLD GUARD [OG]

0.  MESSAGE: ID                     TST3-MUC4-0002 (XYZ)
1.  MESSAGE: TEMPLATE               *
4.  INCIDENT: TYPE                  *
"""
TEXT = """TST3-MUC4-0001

   THE REED LEAGUE [RL] BURNED THE MILL.

TST3-MUC4-0002

   IT RAINED.
"""


def test_fills_are_read_with_alternatives_options_and_what_they_are_about() -> None:
    first, second, _ = (incident(one) for one in key_templates(KEY))
    assert first.optional
    assert first.types == ("arson", "attack")
    assert first.organisations == (
        fill("REED LEAGUE [RL]", "RL"),
        fill("OLD GUARD", optional=True),
    )
    assert first.confidences == (
        fill(FACT, POSSIBLE, about=["REED LEAGUE [RL]", "RL"]),
        fill(POSSIBLE, "ACQUITTED", optional=True, about=["OLD GUARD"]),
        fill(ACCUSED, optional=True),
    )
    assert first.roles == {
        "PerpInd": (),
        "Target": (),
        "Victim": (fill("ANA RUIZ", "MAYOR", "JUDGE"), fill("FARMERS")),
    }
    # Without quotation marks the fill is taken as it stands.
    assert second.organisations == (fill("OLD GUARD [OG]"),)
    assert second.confidences == (fill(FACT, about=["OLD GUARD [OG]"]),)


def test_summaries_take_in_what_their_names_say() -> None:
    graded = fill(FACT, about=LEAGUE)
    answer = answered(
        report(
            key(fill(*LEAGUE), targets=["MILL"], confidences=[graded]),
            key(fill("OLD GUARD"), targets=["BARN"], confidences=[fill(FACT, about=["OLD GUARD"])]),
            key(fill("OAK CLUB"), targets=["WELL"], optional=True),
        ),
        [
            response(("RL", POSSIBLE), targets=["mill"]),
            response(("RL", FACT), ("og", FACT), targets=["church"]),
        ],
    )
    # The organisation of the second response is known to the key, which maps it to nothing here.
    outcome = scored(answer)
    counts = {
        form: outcome.score(f"{form}: organisation").counts
        for form in ("all templates", "matched/missing", "matched/spurious", "matched only")
    }
    assert counts == {
        "all templates": Counts(1, 3, 2),
        "matched/missing": Counts(1, 1, 2),
        "matched/spurious": Counts(1, 3, 1),
        "matched only": Counts(1, 1, 1),
    }
    assert outcome.score("all templates: organisation").value == pytest.approx(2 / 5)
    assert outcome.score("all templates: organisation overgeneration").value == pytest.approx(2 / 3)
    assert outcome.score("all templates: confidence").value == 0
    assert outcome.score("all templates: both").counts == Counts(1, 6, 4)
    assert outcome.score("confidence given the organisation").counts == Counts(0, 1, 1)
    assert outcome.score("confidence given the organisation, majority").counts == Counts(1, 1, 1)
    assert "  organisation       2   3|   1   0   0|   2   1   0|  50  33  67| 39.76" in table(
        outcome
    )


def test_misreadings_tell_what_went_wrong_and_where() -> None:
    answer = answered(
        report(
            key(fill(*LEAGUE), targets=["MILL"], confidences=[fill(FACT, about=LEAGUE)]),
            key(fill("OLD GUARD"), targets=["BARN"]),
        ),
        [response(("marsh reed league", FACT), targets=["mill"]), response(("og", None))],
    )
    assert [(one.kind, one.expected, one.got) for one in misreadings(answer)] == [
        ("organisation partial", "REED LEAGUE / RL", "marsh reed league"),
        (
            "confidence partial",
            f"{FACT}: REED LEAGUE",
            f"{FACT}: marsh reed league",
        ),
        ("type missing with its template", "arson", ""),
        ("organisation missing with its template", "OLD GUARD", ""),
        ("type spurious with its template", "", "arson"),
        ("organisation spurious with its template", "", "og"),
    ]
    irrelevant = answered(report(), [response(("og", None))])
    assert [one.kind for one in misreadings(irrelevant)] == [
        f"{slot} spurious in an irrelevant report" for slot in ("type", "organisation")
    ]


def test_reports_read_by_hand_are_left_out_in_rows_of_their_own() -> None:
    mill = key(fill(*LEAGUE), targets=["MILL"])
    given = [response(("RL", None), targets=["mill"])]
    outcome = scored(
        answered(report(mill), given), answered(report(mill, name="TST1-MUC3-0049"), [])
    )
    assert outcome.score("all templates: organisation").counts == Counts(1, 1, 2)
    assert outcome.score("all templates: organisation, less those seen").counts == Counts(1, 1, 1)


def test_names_of_one_organisation_are_one_answer() -> None:
    text = 'THE REED LEAGUE (RL) AND THE "OLD GUARD" [OG] BURNED MILLS WITH THE OAK CLUB.'
    given = ["oak club", "rl", "the", "reed league", "OAK CLUB MEN", "old guard", "og", "rl"]
    assert grouped(text, given) == [
        ("oak club", "OAK CLUB MEN"),
        ("reed league",),
        ("old guard",),
    ]
    text = "THE REED LEAGUE (RLM), THE OLD GUARD."
    assert grouped(text, ["rlm", "old guard", "reed league"]) == [
        ("rlm", "reed league"),
        ("old guard",),
    ]


@pytest.mark.parametrize(
    ("text", "given", "told"),
    [
        ("", ["marsh reed league", "reed group"], [("marsh reed league", "reed group")]),
        ("THE REED LEAGUE'S [RLM]", ["reed league", "rlm"], [("reed league", "rlm")]),
        ("THE REED LEAGUE (RLM)", ["leftist rlm", "reed league"], [("leftist rlm", "reed league")]),
        ("RLM [REED LEAGUE]", ["reed league", "rlm"], [("reed league", "rlm")]),
        ("", ["the armed movement", "old guard"], [("old guard", "the armed movement")]),
        ("", ["armed groups", "old guard"], [("armed groups",), ("old guard",)]),
        (
            "THE MARSH REED LEAGUE, MRL,",
            ["marsh reed league", "mrl"],
            [("marsh reed league", "mrl")],
        ),
        ("THE REED LEAGUE, MEN", ["reed league", "men"], [("reed league",), ("men",)]),
        ("", ["north wing of the reed league"], [("reed league",)]),
        (
            "",
            ["the group", "old guard", "reed league"],
            [("the group",), ("old guard",), ("reed league",)],
        ),
    ],
)
def test_labels_and_short_names_are_of_the_organisation_beside(
    text: str, given: list[str], told: list[tuple[str, ...]]
) -> None:
    assert grouped(text, given) == told


def test_targets_and_victims_far_apart_are_incidents_of_their_own() -> None:
    text = "MEN BURNED A MILL AND A BARN. " + "IT RAINED. " * 40 + "THEY SHOT ANA RUIZ."
    template = Template(
        incident="attack",
        fillers={"PerpInd": ["men"], "Target": ["barn", "mill"], "Victim": ["ana ruiz", "nobody"]},
    )
    assert parted(text, template) == [
        {"PerpInd": ("men",), "Target": ("mill", "barn"), "Victim": ("nobody",)},
        {"PerpInd": ("men",), "Target": (), "Victim": ("ana ruiz",)},
    ]
    assert parted(text, Template(incident="attack", fillers={})) == [{"PerpInd": ()}]


class Reader(Silent):
    def templates(self, text: str) -> Sequence[Template]:
        if "MILL" not in text:
            return []
        return [Template(incident="arson", fillers={"PerpOrg": ["rlm"], "Target": ["mill"]})]

    def standings(self, text: str, parties: Sequence[tuple[str, ...]]) -> Sequence[Standing | None]:
        known: dict[str, Standing] = {"rlm": "accused"}
        return [known.get(names[0]) for names in parties]


class Accuser(Reader):
    def blamed(self, text: str) -> Sequence[Blame]:
        return [Blame(subject=one, standing="found") for one in ("THE REED LEAGUE", "OLD GUARD")]


def test_answers_are_composed_of_fillers_and_standings() -> None:
    text = "THE REED LEAGUE [RLM] BURNED THE MILL, OR THE OLD GUARD DID."
    (only,) = responses(Reader(), text)
    assert only.organisations == (Graded(organisation="rlm", confidence=ACCUSED),)
    assert responses(Accuser(), text) == responses(Reader(), text)  # blame alone fills nothing
    assert responses(Accuser(), "IT RAINED.") == []


@pytest.mark.parametrize(("second", "told"), [([], ["rlm"]), (["old guard"], ["old guard"])])
def test_one_organisation_is_blamed_for_all_incidents_two_for_their_own(
    second: list[str], told: list[str]
) -> None:
    class Several(Reader):
        def templates(self, text: str) -> Sequence[Template]:
            mill = Template(incident="arson", fillers={"PerpOrg": ["rlm"], "Target": ["mill"]})
            church = Template(incident="arson", fillers={"PerpOrg": second, "Target": ["church"]})
            return [mill, church]

    one, other = responses(Several(), "THE MILL AND THE CHURCH BURNED.")
    assert [given.organisation for given in one.organisations] == ["rlm"]
    assert [given.organisation for given in other.organisations] == told


@pytest.mark.parametrize(("sure", "answered"), [(0.9, "arson"), (0.6, "attack")])
def test_a_type_that_is_not_sure_is_answered_by_the_one_above(sure: float, answered: str) -> None:
    class Unsure(Reader):
        def templates(self, text: str) -> Sequence[Template]:
            return [Template(incident="arson", fillers={"Target": ["mill"]}, sure=sure)]

    (only,) = responses(Unsure(), "THE MILL BURNED.")
    assert only.incident == answered


@pytest.mark.parametrize(
    ("answer", "kind", "earned"),
    [("arson", "matched", 1), ("attack", "matched", 0.5), ("bombing", "missing", 0)],
)
def test_the_type_above_earns_half_and_a_wrong_one_nothing(
    answer: str, kind: str, earned: float
) -> None:
    given = [response(kind=answer, targets=["mill"])]
    first, *_ = answered(report(key(targets=["mill"])), given).sections
    assert first.kind == kind
    assert first.tally("type").credit == earned


def written(folder: Path) -> Path:
    """Write an invented corpus in MUC-4's form and return its folder."""
    base = folder / "corpora" / "tst3"
    base.mkdir(parents=True)
    (base / "key-tst3").write_text(KEY)
    (base / "tst3-muc4").write_text(TEXT)
    return folder


def test_a_split_is_read_asked_and_scored(tmp_path: Path) -> None:
    found, files = keyed_reports(written(tmp_path), "tst3")
    assert [(one.id, len(one.incidents)) for one in found] == [
        ("TST3-MUC4-0001", 2), ("TST3-MUC4-0002", 0),
    ]  # fmt: skip
    assert [path.name for path in files] == ["key-tst3", "tst3-muc4"]
    assert commonest(found) == POSSIBLE
    first, second = ask(found, Reader())
    assert [one.kind for one in first.sections] == ["missing", "spurious"]
    assert second.sections == ()
    outcome = measure(Request(data=tmp_path, split="tst3"))
    assert 0 <= outcome.score("all templates: organisation").value <= 1
    with pytest.raises(DataAbsentError):
        keyed_reports(tmp_path, "tst4")


@pytest.mark.needs_shared
def test_the_key_as_the_answer_is_right_in_everything() -> None:
    found, _ = keyed_reports(require("data/muc4"), "tst1+tst2")
    answers = []
    for one in found:
        given = [
            Response(
                incident=incident.types[0],
                roles={
                    role: [fill.alternatives[0] for fill in fills]
                    for role, fills in incident.roles.items()
                },
                organisations=tuple(
                    Graded(organisation=fill.about[0], confidence=fill.alternatives[0])
                    for fill in incident.confidences
                ),
            )
            for incident in one.incidents
        ]
        answers.append(answered(one, given))
    outcome = scored(*answers)
    for slot in ("type", "organisation", "confidence"):
        assert outcome.score(f"all templates: {slot} recall").value > 0.99
        assert outcome.score(f"all templates: {slot} precision").value > 0.99


@pytest.mark.needs_shared
def test_the_rules_give_figures() -> None:
    outcome = measure(Request(data=require("data/muc4"), split="tst1", limit=5))
    assert 0 <= outcome.score("all templates: organisation").value < 1
