"""MUC-4 as examples: roles at all places of their fills, relevance, and standings."""

import json
from pathlib import Path

import pytest
from training.corpora.muc import KINDS, examples

from tests.training.corpora.read import words
from whence.infer.labels import ROLES, STANDINGS

LOWERED = "reed league men burned the old mill. the mill of the league (rl) fell. two guards died."
KEY = """0.  MESSAGE: ID                     TST3-MUC4-0001 (XYZ)
1.  MESSAGE: TEMPLATE               1
4.  INCIDENT: TYPE                  ARSON
10. PERP: ORGANIZATION ID           "REED LEAGUE" / "RL"
11. PERP: ORGANIZATION CONFIDENCE   {confidence}: "REED LEAGUE" / "RL"

0.  MESSAGE: ID                     TST3-MUC4-0002 (XYZ)
1.  MESSAGE: TEMPLATE               *
4.  INCIDENT: TYPE                  *
"""


def written(folder: Path, confidence: str) -> Path:
    """Write two invented messages in MUC-4's form, of which one tells of an incident."""
    base = folder / "corpora" / "tst3"
    base.mkdir(parents=True)
    (base / "key-tst3").write_text(KEY.format(confidence=confidence))
    (base / "tst3-muc4").write_text(
        f"TST3-MUC4-0001\n\n{LOWERED.upper()}\n\nTST3-MUC4-0002\n\nIT RAINED.\n"
    )
    (folder / "gtt").mkdir()
    filled = {
        "incident_type": "arson", "Weapon": [],
        "PerpInd": [[["reed league men", 0]]], "PerpOrg": [[["reed league", 0], ["rl", 60]]],
        "Target": [[["the old mill", 23], ["mill", 31]]], "Victim": [[["guards", 77]]],
    }  # fmt: skip
    lines = [
        {"docid": "TST3-MUC4-0001", "doctext": LOWERED, "templates": [filled]},
        {"docid": "TST3-MUC4-0002", "doctext": "it rained.", "templates": []},
    ]
    (folder / "gtt" / "tst3.json").write_text("\n".join(json.dumps(line) for line in lines))
    return folder


def test_every_place_of_a_fill_is_labelled_the_longest_first(tmp_path: Path) -> None:
    made, _ = examples(written(tmp_path, "POSSIBLE"), "tst3")
    assert made.roles is not None
    assert [(words(made, span), ROLES[role]) for span, role in made.roles] == [
        ("reed league men", "person"),  # not once more as the organisation
        ("the old mill", "target"),
        ("mill", "target"),
        ("rl", "organisation"),
        ("guards", "victim"),
    ]
    assert made.role_kinds == KINDS
    assert ROLES.index("place") not in KINDS  # MUC-4 fills no places: nothing is learnt of them


def test_relevance_is_that_of_the_message(tmp_path: Path) -> None:
    told, untold = examples(written(tmp_path, "POSSIBLE"), "tst3")
    assert told.pooled == {"relevant": 1.0, "filled": 1.0}
    assert untold.pooled == {"relevant": 0.0, "filled": 0.0}
    assert untold.roles == ()
    assert untold.words == ("it", "rained", ".")


@pytest.mark.parametrize(
    ("confidence", "standing"),
    [
        ("POSSIBLE", "speculated"),
        ("CLAIMED OR ADMITTED", "admitted"),
        ("REPORTED AS FACT", "reported_as_fact"),
        ("SUSPECTED OR ACCUSED BY AUTHORITIES", "accused_by_authority"),
        ("SUSPECTED OR ACCUSED", "accused"),
        ("ACQUITTED", "cleared"),
    ],
)
def test_the_confidence_stands_at_each_mention(
    tmp_path: Path, confidence: str, standing: str
) -> None:
    made, untold = examples(written(tmp_path, confidence), "tst3")
    assert [(made.words[word], STANDINGS[one]) for word, one in made.standings] == [
        ("reed", standing), ("rl", standing),
    ]  # fmt: skip
    assert untold.standings == ()


def test_of_several_acceptable_confidences_none_is_learnt(tmp_path: Path) -> None:
    both = "REPORTED AS FACT / CLAIMED OR ADMITTED"
    assert examples(written(tmp_path, both), "tst3")[0].standings == ()
