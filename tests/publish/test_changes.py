from collections.abc import Sequence
from io import StringIO

from rich.console import Console

from tests.publish.desk import RUN, Desk, document, trace
from whence.model.attribution import Anonymity, HopKind, SourceKind
from whence.model.case import Case
from whence.model.fact import FactStage, Quantity
from whence.model.incident import Check, Contradiction, Incident, Slot, Value, ValueStatus
from whence.publish import terminal
from whence.publish.index import Index
from whence.publish.views.changes import changes

Hand = tuple[str, HopKind, SourceKind, Anonymity]
GUARD: Hand = ("coast guard", "says", "body", "organisation")
PAPER: Hand = ("Quay Wire", "publishes", "outlet", "organisation")
MAYOR: Hand = ("mayor's office", "says", "body", "organisation")
Told = tuple[str, str, Hand, str, FactStage]


def _case(rows: Sequence[Told], last: str, slot: str = "munitions_launched") -> Case:
    """Return a case in which every row (outlet, day, hand, value, stage) but ``last`` fell."""
    desks = []
    for outlet, day, hand, told, stage in rows:
        desk = Desk(document(outlet, f"Drones over the mole\nIt was {told}, it is said.", day))
        desk.fact(desk.chain(hand), slot, told, told, stage=stage)
        desks.append(desk)
    facts = [fact for desk in desks for fact in desk.facts]
    by = next(fact for fact in facts if fact.value == last)
    values = tuple(
        _value(told, "held" if told == last else "superseded",
               tuple(fact.id for fact in facts if fact.value == told))
        for told in sorted({fact.value for fact in facts})
    )  # fmt: skip
    count = int(last) if last.isdigit() else None
    quantity = Quantity(low=count, best=count, high=count) if count is not None else None
    fallen = tuple(
        Contradiction(kind="superseded", left=fact.value, right=last, reason="replaced",
                      fact_ids=(by.id, fact.id))
        for fact in facts if fact.value != last
    )  # fmt: skip
    held = Slot(slot=slot, label="Launched", unit="drone" if quantity else None, best=last,
                quantity=quantity, disputed=True, values=values, contradictions=fallen)  # fmt: skip
    checks = (Check(text="As it stands: 2 launched ≠ 2 intercepted + 1 struck", holds=False,
                    slots=(slot,)),)  # fmt: skip
    return Case(
        id="case-mole",
        run=RUN,
        documents=tuple(desk.document for desk in desks),
        reports=tuple(desk.report() for desk in desks),
        trace=trace(desks),
        incident=Incident(id="inc", kind="drone_attack", headline="Drone attack on the mole",
                          report_ids=(), slots=(held,), checks=checks),
    )  # fmt: skip


def _value(told: str, status: ValueStatus, facts: tuple[str, ...]) -> Value:
    return Value(value=told, status=status, support=1.0, fact_ids=facts, origin_ids=(),
                 document_ids=(), spans=())  # fmt: skip


def _texts(case: Case) -> list[str]:
    return [row.text for row in changes(Index(case))]


def test_values_of_one_origin_stand_in_the_order_of_time() -> None:
    rows: list[Told] = [
        ("Pier Post", "2031-03-06", GUARD, "1", "asserted"),
        ("Mole Mail", "2031-03-04", GUARD, "4", "asserted"),
        ("Quay Wire", "2031-03-08", GUARD, "2", "correction"),
    ]
    assert _texts(_case(rows, "2")) == [
        "coast guard corrected the number of drones launched from 4, then 1 to 2"
    ]
    plain: list[Told] = [*rows[:2], ("Quay Wire", "2031-03-08", GUARD, "2", "asserted")]
    assert _texts(_case(plain, "2")) == [
        "coast guard first gave the number of drones launched as 4, then 1, later as 2"
    ]


def test_a_correction_takes_back_no_figure_of_others() -> None:
    rows: list[Told] = [
        ("Pier Post", "2031-03-04", MAYOR, "1", "asserted"),
        ("Mole Mail", "2031-03-04", GUARD, "3", "asserted"),
        ("Quay Wire", "2031-03-08", GUARD, "2", "correction"),
        ("Cape Times", "2031-03-09", GUARD, "2", "correction"),
    ]
    assert _texts(_case(rows, "2")) == [
        "coast guard corrected the number of drones launched from 3 to 2"
    ]


def test_a_first_correction_and_a_finding_are_sentences_too() -> None:
    rows: list[Told] = [("Quay Wire", "2031-03-08", GUARD, "2", "correction")]
    assert _texts(_case(rows, "2")) == ["coast guard corrected the number of drones launched to 2"]
    rows = [("Quay Wire", "2031-03-08", GUARD, "a rocket", "finding")]
    assert _texts(_case(rows, "a rocket", "weapon")) == [
        "coast guard found the weapon to be a rocket"
    ]


def test_the_terminal_says_that_a_sum_does_not_add_up_and_which_count_is_disputed() -> None:
    rows: list[Told] = [("Quay Wire", "2031-03-08", GUARD, "2", "asserted")]
    console = Console(file=StringIO(), width=120, force_terminal=False)
    terminal.render(_case(rows, "2"), console)
    assert isinstance(console.file, StringIO)
    shown = console.file.getvalue()
    assert "2 (disputed)" in shown
    assert "Does not add up: As it stands: 2 launched ≠ 2 intercepted + 1 struck" in shown


def test_an_outlet_that_names_no_source_tells_of_somebody_elses_correction() -> None:
    rows: list[Told] = [
        ("Mole Mail", "2031-03-04", PAPER, "3", "asserted"),
        ("Quay Wire", "2031-03-08", PAPER, "2", "correction"),
    ]
    assert _texts(_case(rows, "2")) == [
        "the number of drones launched was corrected from 3 to 2, as Quay Wire reports"
    ]
