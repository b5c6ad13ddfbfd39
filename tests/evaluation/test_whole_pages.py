"""A whole page through ingest, extract and every score of the exhaustive measurement."""

from pathlib import Path

import msgspec
import pytest
from evaluation.attribution import measure
from evaluation.harness.command import Request
from evaluation.harness.corpus import DataAbsentError
from evaluation.harness.scores import Outcome
from evaluation.statements.exhaustive import load

TEXT = (
    "Mill burns at Reedmouth\n\n"
    "Three people were wounded when drones hit the mill on Monday, the mayor said.\n\n"
    "Nobody claimed responsibility for the attack.\n\n"
    "Sign up for our newsletter. You can unsubscribe at any time.\n"
)


def words(text: str) -> dict[str, object]:
    start = TEXT.index(text)
    return {"text": text, "start": start, "end": start + len(text)}


GOLD = {
    "doc": "seeds/mill.txt",
    "outlet": "The Reed",
    "byline": "Ann Sedge",
    "attributions": [
        {
            "id": "A1",
            "source": words("the mayor"),
            "cue": words("said"),
            "content": words("Three people were wounded when drones hit the mill on Monday"),
            "chain": ["The Reed", "the mayor"],
            "anonymity": "unnamed (role only)",
            "act": "say",
        },
        {
            "id": "A2",
            "source": words("Nobody"),
            "cue": words("claimed responsibility"),
            "content": words("responsibility for the attack"),
            "chain": ["The Reed"],
            "anonymity": "-",
            "act": "no-claim",
        },
        {
            "id": "A3",
            "source": words("Mill burns"),
            "cue": words("burns"),
            "content": words("Mill burns at Reedmouth"),
            "chain": ["The Reed", "a miller"],
            "anonymity": "named",
            "act": "say",
        },
    ],
    "quantities": [
        {"value": 3, "what": "people wounded", "span": words("Three people"), "event": "E1"},
        {"value": 4, "what": "people killed", "span": words("Three people"), "event": "E1"},
        {"value": 1, "what": "day of the week", "span": words("Monday"), "event": None},
    ],
    "suspects": [],
    "boilerplate": [words("You can unsubscribe at any time."), words("Mill burns at Reedmouth")],
}


@pytest.fixture(name="outcome")
def _outcome(tmp_path: Path) -> Outcome:
    (tmp_path / "cases" / "mill").mkdir(parents=True)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "mill.txt").write_bytes(TEXT.encode())
    (tmp_path / "cases" / "mill" / "gold.json").write_bytes(msgspec.json.encode(GOLD))
    return measure(Request(data=tmp_path))


def test_every_score_is_given_with_what_it_rests_on(outcome: Outcome) -> None:
    figures = {one.name: (one.counts.hits, one.counts.gold) for one in outcome.scores}
    assert figures["found"][0] <= figures["found with products"][0]
    assert figures["found with products"] == (2, 3)
    assert figures["chain equal"] == (1, 1)
    assert figures["anonymity"] == (1, 1)
    assert figures["quantities"] == (1, 2)
    assert figures["boilerplate gone"] == (1, 2)
    assert outcome.score("denials invented").value == 0
    with pytest.raises(KeyError):
        outcome.score("beauty")


def test_what_went_wrong_is_told(outcome: Outcome) -> None:
    told = {(one.kind, one.where) for one in outcome.misreadings}
    assert ("attribution missed", "seeds/mill.txt A3") in told
    assert ("quantity", "seeds/mill.txt") in told
    assert ("boilerplate kept", "seeds/mill.txt") in told


def test_a_text_that_is_missing_is_absent_data(tmp_path: Path) -> None:
    folder = tmp_path / "cases" / "mill"
    folder.mkdir(parents=True)
    (folder / "gold.json").write_bytes(msgspec.json.encode(GOLD))
    assert load(folder / "gold.json").attributions[1].narrated
    with pytest.raises(DataAbsentError, match=r"mill\.txt"):
        measure(Request(data=tmp_path))
