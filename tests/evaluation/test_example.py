"""The questions put to an example: right answers pass, and every kind of misreading is caught."""

from pathlib import Path

import msgspec
import pytest
from evaluation.examples.answers import Answer, Read, holds
from evaluation.examples.case import case_answers
from evaluation.examples.expected import Page, Reading
from evaluation.examples.pages import page_answers

from tests.evaluation.readings import Maker
from whence.model.assessment import Answer as Assessed
from whence.model.assessment import Assessment, Hypothesis
from whence.model.case import Case, Run
from whence.model.document import Document
from whence.model.fact import Quantity
from whence.model.incident import Incident, Party, Slot, Statement, Value
from whence.model.origin import Copy, Origin, Trace
from whence.model.report import Report

TEXT = "Two boats burned. The mayor said two boats burned in the cove. Who gains? Sign up now."


def page(**changes: object) -> Page:
    expected: dict[str, object] = {
        "file": "reports/one.txt",
        "title": "Fire",
        "published": "2031-05",
        "kept": ["Two boats burned."],
        "gone": [],
        "attributions": [{"words": "two boats burned", "origin": "mayor", "act": "say"}],
        "facts": [{"slot": "wounded", "value": "2", "words": "Two boats"}],
        "reactions": [],
        "claims": [],
        "insinuations": [],
    }
    return msgspec.convert({**expected, **changes}, Page)


def read_of(maker: Maker, report: Report | None) -> Read:
    document = msgspec.structs.replace(maker.document, title="Fire", published="2031-05-03")
    return Read(number="01", document=document, report=report)


def good() -> Read:
    maker = Maker(TEXT)
    said = maker.attribution("The mayor", "two boats burned in the cove", "The mayor")
    wounded = maker.fact("wounded", "Two boats", "2", number=2)
    return read_of(maker, maker.page(said, facts=(wounded,)).report)


def wrong(expected: Page, read: Read) -> list[str]:
    return [one.section for one in page_answers(expected, read, {}) if not one.right]


def test_a_page_read_rightly_passes_every_question() -> None:
    assert wrong(page(), good()) == []


@pytest.mark.parametrize(
    ("changes", "section"),
    [
        ({"title": "Flood"}, "title"),
        ({"published": "2031-06"}, "published"),
        ({"outlet": "The Cove"}, "outlet"),
        ({"byline": "Ann Reed"}, "byline"),
        ({"kept": ["Three boats"]}, "kept"),
        ({"gone": ["Sign up now"]}, "gone"),
        (
            {"attributions": [{"words": "two boats burned", "origin": "bishop", "act": "say"}]},
            "attribution",
        ),
        (
            {"attributions": [{"words": "two boats burned", "origin": "mayor", "act": "deny"}]},
            "attribution",
        ),
        (
            {
                "attributions": [
                    {
                        "words": "two boats burned",
                        "origin": "mayor",
                        "act": "say",
                        "hops": ["invented.txt", "an agency", "The mayor"],
                    }
                ]
            },
            "attribution",
        ),
        ({"facts": [{"slot": "wounded", "value": "3", "words": "Two boats"}]}, "fact"),
        ({"facts": [{"slot": "killed", "value": "2", "words": "Two boats"}]}, "fact"),
        (
            {"facts": [{"slot": "wounded", "value": "2", "words": "Two boats", "scope": "other"}]},
            "fact",
        ),
        ({"reactions": [{"who": "mayor", "act": "condemn"}]}, "reaction"),
        (
            {
                "claims": [
                    {
                        "party": "Reed League",
                        "predicate": "carried_out",
                        "polarity": True,
                        "standing": "accused",
                        "origin": "mayor",
                    }
                ]
            },
            "claim",
        ),
        ({"insinuations": ["Who gains?"]}, "insinuation"),
        ({"loaded": ["burned"]}, "loaded"),
    ],
)
def test_every_misreading_of_a_page_is_caught(changes: dict[str, object], section: str) -> None:
    assert wrong(page(**changes), good()) == [section]


def test_a_page_without_a_report_fails_once() -> None:
    maker = Maker(TEXT)
    assert wrong(page(), read_of(maker, None)) == ["report"]


def test_words_hold_in_order_without_articles() -> None:
    assert holds("The Cove Police", "chief of cove police")
    assert not holds("police cove", "cove police")
    assert not holds("cove", "coves")


READING = {
    "incident": {
        "kind": "arson",
        "held": [{"slot": "killed", "value": "2", "low": 2, "high": 2}],
        "superseded": [{"slot": "killed", "value": "3"}],
        "never": [{"slot": "killed", "value": "7"}],
        "evidence_recovered": ["a lighter"],
        "evidence_awaited": [],
        "evidence_lost": [],
    },
    "parties": [
        {
            "name": "Reed League",
            "aliases": ["RL"],
            "kind": "group",
            "role": "executor",
            "standings": [
                {
                    "standing": "accused",
                    "origin": "mayor",
                    "polarity": True,
                    "documents": ["01"],
                    "origins": 1,
                }
            ],
            "weightless": False,
        }
    ],
    "not_suspects": ["the mayor"],
    "origins": {
        "one": [{"what": "two died", "names": ["mayor"], "documents": ["01"], "slot": "wounded",
                 "value": "2"}],
        "two": [],
        "never": [{"name": "Cove Agency"}],
    },
    "copies": [{"copy": "02", "original": "01", "credited": True}],
    "not_copies": [],
    "verdict": {"executor": None, "sponsor": None},
    "documents": {},
}  # fmt: skip


def value(number: str, status: str, maker: Maker) -> Value:
    return msgspec.convert(
        {
            "value": number,
            "status": status,
            "support": 1.0,
            "fact_ids": [],
            "origin_ids": [],
            "document_ids": [],
            "spans": [maker.span("Two boats")],
        },
        Value,
        from_attributes=True,
    )


class Whole:
    """A small case that answers every question of READING; fields may be spoiled one by one."""

    def __init__(self) -> None:
        self.maker = Maker(TEXT)
        self.read = good()
        self.copy = msgspec.structs.replace(self.read.document, id="doc-copy")
        self.best = "2"
        self.values = [("2", "held"), ("3", "superseded")]
        self.kind = "arson"
        self.polarity = True
        self.weightless = False
        self.label = "Reed League"
        self.origin_name = "The mayor"
        self.relays = ("Cove Agency",)
        self.verdict: str | None = None
        self.copied_from: str | None = self.read.document.id

    def slots(self) -> tuple[Slot, ...]:
        number = int(self.best)
        killed = Slot(
            slot="killed",
            label="Killed",
            best=self.best,
            quantity=Quantity(low=number, best=number, high=number),
            disputed=False,
            values=tuple(value(one, status, self.maker) for one, status in self.values),
        )
        lighter = msgspec.structs.replace(value("a lighter", "held", self.maker), value="lighter")
        span = msgspec.structs.replace(lighter.spans[0], text="a lighter")
        evidence = msgspec.structs.replace(
            killed,
            slot="evidence_recovered",
            best=None,
            quantity=None,
            values=(msgspec.structs.replace(lighter, spans=(span,)),),
        )
        return killed, evidence

    def incident(self) -> Incident:
        statement = Statement(
            id="s",
            party_id="p",
            role="executor",
            predicate="carried_out",
            origin_id="o",
            origin_name=self.origin_name,
            standing="accused",
            act="accuse",
            polarity=self.polarity,
            hedge=3,
            claim_ids=(),
            document_ids=(self.read.document.id,),
            spans=(),
        )
        return Incident(
            id="i",
            kind=self.kind,
            headline="Fire",
            report_ids=(),
            slots=self.slots(),
            parties=(Party(id="p", name="Reed League", kind="group"),),
            statements=(statement,),
        )

    def assessment(self) -> Assessment:
        named = Hypothesis(
            id="h",
            role="executor",
            kind="named",
            label=self.label,
            entered_by="the mayor",
            weightless=self.weightless,
        )
        return Assessment(
            as_of=None,
            answers=(
                Assessed(
                    role="executor",
                    hypotheses=(named,),
                    evidence=(),
                    posterior=(),
                    tests=(),
                    verdict=self.verdict,
                    wording="",
                    prior_basis="",
                ),
            ),
            confidence="low",
            confidence_reason="",
            model="toy",
        )

    def trace(self) -> Trace:
        report = self.read.report
        assert report is not None
        origin = Origin(
            id="o",
            name=self.origin_name,
            kind="person",
            anonymity="named",
            relays=self.relays,
            chain_ids=tuple(chain.id for chain in report.chains),
            document_ids=(),
        )
        copied = Copy(
            copy_id="doc-copy", original_id=self.copied_from, probability=0.9, basis="credit"
        )
        return Trace(copies=(copied,), origins=(origin,))

    def answers(self) -> list[Answer]:
        documents: tuple[Document, ...] = (self.read.document, self.copy)
        case = Case(
            id="c",
            run=Run(at="2031", whence="0", reader="hand", inputs=()),
            documents=documents,
            reports=(self.read.report,) if self.read.report else (),
            trace=self.trace(),
            incident=self.incident(),
            assessment=self.assessment(),
        )
        reads = {"01": self.read, "02": Read(number="02", document=self.copy, report=None)}
        return list(case_answers(msgspec.convert(READING, Reading), case, reads))

    def wrong(self) -> set[str]:
        return {one.section for one in self.answers() if not one.right}


def test_a_case_read_rightly_passes_every_question() -> None:
    assert [one for one in Whole().answers() if not one.right] == []


@pytest.mark.parametrize(
    ("field", "spoiled", "sections"),
    [
        ("kind", "bombing", {"kind"}),
        ("best", "4", {"held"}),
        ("values", [("2", "held"), ("3", "rival")], {"superseded"}),
        ("values", [("2", "held"), ("3", "superseded"), ("7", "minor")], {"never"}),
        ("polarity", False, {"standing"}),
        ("weightless", True, {"hypothesis"}),
        ("label", "The mayor", {"hypothesis", "not a suspect", "suspects"}),
        ("relays", (), {"no origin"}),
        ("origin_name", "Cove Agency", {"one origin", "no origin", "standing"}),
        ("verdict", "h", {"verdict executor"}),
        ("copied_from", None, {"copy"}),
    ],
)
def test_every_misreading_of_a_case_is_caught(
    field: str, spoiled: object, sections: set[str]
) -> None:
    whole = Whole()
    setattr(whole, field, spoiled)
    assert whole.wrong() == sections


def test_a_case_without_an_incident_fails_once(tmp_path: Path) -> None:
    case = Case(
        id="c",
        run=Run(at="2031", whence="0", reader="hand", inputs=(str(tmp_path),)),
        documents=(),
    )
    found = list(case_answers(msgspec.convert(READING, Reading), case, {}))
    assert [(one.section, one.right) for one in found] == [("case", False)]
