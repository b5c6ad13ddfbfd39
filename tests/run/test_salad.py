"""Whatever a page says in whichever order, no stage breaks on it and every span keeps its words."""

import json
import re
import tempfile
from functools import cache
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from whence.errors import NothingRead
from whence.model.case import Case
from whence.publish import FORMATS, Options, publish
from whence.run.config import Config
from whence.run.pipeline import run_pipeline
from whence.run.world import World

REPORTS = Path(__file__).resolve().parents[2] / "examples" / "pilot-station" / "reports"
MORE = """Many blamed pro-Iran militias and the armed factions for the attack. "The groups had no
part in it," said a spokesman for the militia. The Iraqi ministry took back the claim
that its army was behind the killing of Ana Ruiz in Baghdad last night. Gunmen of the
Free North Army, or FNA, claimed it. They were arrested over the bombing, not convicted;
the court found the FNA guilty of the 2019 raid. Two of the three drones were shot down
and a third hit the home of the mayor; at least nine guards were hurt, the government of
Iraq and a former intelligence chief said on condition of anonymity."""


@cache
def _words() -> tuple[tuple[str, ...], ...]:
    pages = [re.sub(r"<[^>]+>", " ", path.read_text("utf-8")) for path in sorted(REPORTS.iterdir())]
    return tuple(tuple(page.split()) for page in (*pages, MORE, MORE))


def _paragraph(chance: Random) -> str:
    taken: list[str] = []
    for _ in range(chance.randint(1, 4)):
        page = chance.choice(_words())
        start = chance.randrange(len(page) - 8)
        taken += page[start : start + chance.randint(1, 25)]
    if chance.random() < 0.2:
        chance.shuffle(taken)
    return " ".join(taken) + chance.choice([".", "", "?", ":", "”", ".”"])


def _case(chance: Random, folder: Path) -> Case:
    for number in range(chance.randint(1, 3)):
        text = "\n\n".join(_paragraph(chance) for _ in range(chance.randint(2, 12)))
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
        told = {"outlet": f"Paper {number % 2}", "published": f"2031-0{chance.randint(1, 9)}"}
        (folder / f"{number}.json").write_text(json.dumps(told), encoding="utf-8")
    return run_pipeline([str(folder)], Config(), World(at="2032-01-01T00:00:00+00:00"))


@settings(max_examples=40, deadline=None)
@given(chance=st.randoms(use_true_random=False))
def test_words_in_any_order_break_nothing(chance: Random) -> None:
    with tempfile.TemporaryDirectory() as folder:
        try:
            case = _case(chance, Path(folder))
        except NothingRead:
            return
    assert set(publish(case, Options())) == {file for file, _ in FORMATS.values()}
    texts = {document.id: document.text for document in case.documents}
    for report in case.reports:
        for claim in report.claims:
            for span in claim.spans:
                assert texts[span.document_id][span.start : span.end] == span.text
    if case.assessment is not None:
        for answer in case.assessment.answers:
            assert abs(sum(row.mean for row in answer.posterior) - 1) < 1e-4
