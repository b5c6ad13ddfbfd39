"""How copies are counted: agency copy by metadata, pairs of reports by judgements."""

from pathlib import Path

import pytest
from evaluation.copying.pairs import Judged, Judgements, Pair, Text, judged_scores, pairs
from evaluation.harness.command import Request

from evaluation import copies
from tests.trace.making import Made, document
from whence.model.document import Document

_STORY = (
    "Flames rose over the grain terminal at Vessel Point on Tuesday after two boats packed with "
    "explosives rammed its northern pier, port workers said.\n"
    "A loading crane collapsed into the basin and the harbour was closed to traffic until noon."
)
_OWN = (
    "The council of Encamp voted late in the evening to mend the old road beside the river, which "
    "the spring floods had left full of holes and stones that nobody wanted to carry away."
)


def text(of: Document) -> Text:
    return Text(id=of.id[4:], incident="1", document=of, report=Made(of).report())


def three() -> list[Pair]:
    """Return the pairs of two prints of one story and a report of somebody's own."""
    return pairs(
        [
            text(document("Harbour Wire", _STORY, "2031-03-02")),
            text(document("Inland Post", f"{_STORY}\nNobody was hurt.", "2031-03-03")),
            text(document("Coast Mail", _OWN, "2031-03-03")),
        ]
    )


def test_pairs_are_found_or_not() -> None:
    assert sorted(pair.status for pair in three()) == ["found", "not found", "not found"]


def test_texts_that_only_a_third_ties_are_linked() -> None:
    pier, crane = _STORY.split("\n")
    made = [
        text(document("A", pier, "2031-03-02")),
        text(document("B", f"{pier}\n{crane}", "2031-03-03")),
        text(document("C", crane, "2031-03-04")),
    ]
    assert sorted(pair.status for pair in pairs(made)) == ["found", "found", "linked"]


def test_a_judged_pair_weighs_what_it_stands_for() -> None:
    every = sorted(three(), key=lambda pair: pair.status)
    rows = [
        Judged(pair=every[0].id, drawn="found", verdict="copy"),
        Judged(pair=every[1].id, drawn="overlapping", verdict="copy"),
        Judged(pair=every[2].id, drawn="overlapping", verdict="independent"),
        Judged(pair="elsewhere", drawn="overlapping", verdict="copy"),
    ]
    given = Judgements(split="gva-2", found=3, judged=tuple(rows))
    scores, wrong = judged_scores(every, given, 1)
    value = {score.name: score.value for score in scores}
    # The one that is found stands for three, the one that is missed for itself.
    assert value["precision"] == 1.0
    assert value["recall"] == pytest.approx(3 / 4)
    assert [one.pair for one, _ in wrong] == [every[1].id]


def test_agency_copy_is_told_by_credit_and_by_words(tmp_path: Path) -> None:
    rows = (
        # Name, outlet, day, whose copy by the metadata, text.
        ("credited", "Inland Post", "02", "Reuters", f"VESSEL POINT (Reuters) - {_STORY}"),
        ("taken", "Coast Mail", "03", "Reuters", _STORY),
        ("missed", "Coast Mail", "03", "AP", _OWN.replace("Encamp", "Arinsal")),
        ("own", "Inland Post", "04", "None", "The ferry left the inner basin late in the day."),
        ("unknown", "Harbour Daily", "20", "NA", _STORY),
    )
    base = tmp_path / "data" / "polnear"
    (base / "dev" / "text").mkdir(parents=True)
    table = ["filename\tpublisher\tpublication_date\tcompartment\twire"]
    for name, outlet, day, wire, body in rows:
        table.append(f"{name}\t{outlet}\t2031-03-{day}\tdev\t{wire}")
        (base / "dev" / "text" / f"{name}.txt").write_text(body, encoding="utf-8")
    (base / "metadata.tsv").write_text("\n".join(table), encoding="utf-8")
    outcome = copies.measure(Request(data=tmp_path, split="dev"))
    value = {score.name: score.value for score in outcome.scores}
    assert value["agency copy, precision"] == 1.0
    assert value["agency copy, recall"] == pytest.approx(2 / 3)
    assert value["agency named"] == 1.0
    # The late print is told from its words, whoever it was, but is no row of the table.
    assert value["copies of older articles, two outlets"] == 1
    assert {(one.where, one.kind) for one in outcome.misreadings} == {
        ("missed", "agency copy missed"),
        ("unknown", "copy of an older article"),
    }
