import pytest
from msgspec.structs import replace

from tests.publish.cases import harbour_case, many_case
from tests.publish.desk import RUN, Desk, document, trace
from tests.publish.pages import page, text_of
from whence.model.assessment import Answer
from whence.model.attribution import Anonymity
from whence.model.case import Case
from whence.model.fact import Comparator, Quantity
from whence.model.incident import Incident, Slot, Statement, Value
from whence.publish.anchors import words_anchor
from whence.publish.index import Index
from whence.publish.views import verdict
from whence.publish.views.changes import changes
from whence.publish.views.documents import documents
from whence.publish.views.facts import slots
from whence.publish.views.graph import own_voice
from whence.publish.views.head import head, sentence_of
from whence.publish.views.quotes import gathered, quote, quotes
from whence.publish.views.reactions import reactions
from whence.publish.views.sources import lines


def slot(name: str, best: str | None, quantity: Quantity | None = None, unit: str | None = None,
         disputed: bool = False) -> Slot:  # fmt: skip
    told = Value(value=best or "?", status="held", support=1.0, fact_ids=(), origin_ids=(),
                 document_ids=(), spans=())  # fmt: skip
    return Slot(slot=name, label=name.capitalize(), unit=unit, best=best, quantity=quantity,
                disputed=disputed, values=(told,))  # fmt: skip


def count(number: int) -> Quantity:
    return Quantity(low=number, best=number, high=number)


@pytest.mark.parametrize(
    ("slots", "sentence"),
    [
        ((slot("killed", "0", count(0), "people"),), "Nobody killed."),
        ((slot("killed", "1", count(1), "guard"),), "One guard killed."),
        ((slot("wounded", None, Quantity(low=4, best=None, high=9), "guard", True),),
         "An unsettled number of guards (4–9) wounded."),
        ((slot("killed", None, Quantity(low=0, best=None, high=1), "people", True),),
         "Nobody or one person (0–1) killed."),
        ((slot("wounded", "several", Quantity(low=3, best=None, high=None)),),
         "Several (at least 3) wounded."),
        ((slot("weapon", "car bomb"), slot("place", "Port Sable")), "Car bomb. Port Sable."),
        ((slot("date", None, disputed=True), slot("place", "Port Sable")),
         "Date unsettled, Port Sable."),
        ((slot("munitions_intercepted", "2", count(2), "drone"), slot("killed", "20", count(20))),
         "Two drones intercepted; 20 killed."),
        ((), ""),
    ],
)  # fmt: skip
def test_the_sentence_says_what_the_slots_hold(slots: tuple[Slot, ...], sentence: str) -> None:
    incident = Incident(id="i", kind=None, headline="", report_ids=(), slots=slots)
    told = "".join(
        part.text + (f" ({part.range})" if part.range else "") for part in sentence_of(incident)
    )
    assert told == sentence


@pytest.mark.parametrize(
    ("comparator", "told"),
    [("at_least", "At least six guards wounded."), ("about", "About six guards wounded."),
     ("at_most", "At most six guards wounded."), ("exact", "Six guards wounded.")],
)  # fmt: skip
def test_a_count_that_leaves_room_says_so(comparator: Comparator, told: str) -> None:
    row = slot("wounded", "6", count(6), "guard")
    open_count = Quantity(low=6, best=6, high=6, comparator=comparator)
    held = replace(row, values=(replace(row.values[0], quantity=open_count),))
    incident = Incident(id="i", kind=None, headline="", report_ids=(), slots=(held,))
    assert "".join(part.text for part in sentence_of(incident)) == told


def test_a_slot_without_values_is_left_out_of_the_sentence() -> None:
    bare = replace(slot("killed", "3", count(3)), values=())
    incident = Incident(id="i", kind=None, headline="", report_ids=(), slots=(bare,))
    assert sentence_of(incident) == ()


def test_a_count_of_which_nothing_stands_is_left_out_of_the_sentence() -> None:
    row = slot("killed", None)
    for status, told in (("superseded", ""), ("rival", "An unsettled number killed.")):
        fallen = replace(row, values=(replace(row.values[0], status=status),))
        incident = Incident(id="i", kind=None, headline="", report_ids=(), slots=(fallen,))
        assert "".join(part.text for part in sentence_of(incident)) == told


def test_without_a_headline_the_kind_is_the_title() -> None:
    incident = Incident(id="i", kind="drone_attack", headline=" ", report_ids=(), slots=())
    case = Case(id="c", run=RUN, documents=(document("Ledger", "A\nB", None),), incident=incident)
    assert head(Index(case)).title == "Drone attack"
    assert head(Index(case)).as_of_iso is None


def test_the_report_stands_for_the_moment_that_was_asked_for() -> None:
    case = harbour_case()
    assert head(Index(case)).as_of == "8 Mar 2031"
    unweighed = replace(case, assessment=None)
    assert head(Index(unweighed)).as_of == "8 Mar 2031, 09:30 UTC+1"
    asked = replace(unweighed, run=replace(RUN, as_of="2031-03-05"))
    assert head(Index(asked)).as_of == "5 Mar 2031"


def test_the_head_counts_what_was_out_by_the_moment_that_was_asked_for() -> None:
    case = replace(harbour_case(), assessment=None)
    early = Index(replace(case, run=replace(RUN, as_of="2031-03-04")))
    later = [one.name for one in case.documents if (one.published or "") > "2031-03-05"]
    whole, then = head(Index(case)), head(early)
    assert whole.reports == f"{len(case.reports)} reports"
    assert then.reports == f"{len(case.reports) - len(later)} of {whole.reports} out by then"
    assert (whole.origins, whole.voices) != (then.origins, then.voices)
    noted = [one.outlet for one in documents(early, {}) if "not out yet" in " ".join(one.notices)]
    assert noted == later


def told_case() -> Case:
    """Return the harbour case with a party named, and an origin whose loss would undo it."""
    case = harbour_case()
    assert case.assessment is not None
    first, second = case.assessment.answers
    named = replace(first, verdict=first.hypotheses[1].id, wording="Likely: the Tidewatch did it.")
    pivot = replace(case.assessment.sensitivity[0], flips=True)
    return replace(
        case,
        assessment=replace(case.assessment, answers=(second, named), sensitivity=(pivot,)),
    )


def test_a_named_party_stands_as_the_verdict_with_its_sentence() -> None:
    root = page(told_case())
    who = text_of(root.xpath("//section[@aria-labelledby='who-h']")[0])
    assert who.index("Who carried it out? the Tidewatch") < who.index("Who ordered or enabled it?")
    assert "Likely: the Tidewatch did it." in who
    settle = text_of(root.xpath("//section[@aria-labelledby='settle-h']")[0])
    assert "goes from .31 to .20, and the leading answer changes" in settle


def test_a_hypothesis_that_entered_by_hints_alone_is_greyed_and_says_so() -> None:
    case = harbour_case()
    assert case.assessment is not None
    first, second = case.assessment.answers
    hinted = replace(first.hypotheses[1], weightless=True)
    weightless: Answer = replace(
        first, hypotheses=(first.hypotheses[0], hinted, first.hypotheses[2])
    )
    changed = replace(case, assessment=replace(case.assessment, answers=(weightless, second)))
    root = page(changed)
    row = root.get_element_by_id("h-executorexecutor.3a.the-tidewatch")
    assert "weightless" in row.get("class").split()
    assert "nothing weighs for it" in text_of(row)


def test_facts_count_origins_as_the_first_screen_does() -> None:
    index = Index(harbour_case())
    told = {row.name.partition(": ")[2] for row in lines(index)}
    summaries = {row.label: row.summary for row in slots(index)}
    assert summaries["Wounded"] == "2 origins and 1 own voice through 4 reports"
    assert summaries["Place"] == "2 reports, in own voice only"
    assert summaries["Wounded"] in told
    [held, rival] = next(row.values for row in slots(index) if row.label == "Wounded")
    assert (held.counts, rival.counts) == (
        "1 origin and 1 own voice through 3 reports", "1 origin through 1 report",
    )  # fmt: skip


def test_every_standing_says_whose_it_is_and_who_brought_a_party_in() -> None:
    row = page(harbour_case()).get_element_by_id("h-executorexecutor.3a.the-tidewatch")
    spoken = text_of(row)
    assert "accused by authorities: 1 origin (interior ministry spokesman)" in spoken
    assert "denied: 1 origin (Tidewatch council)" in spoken
    assert spoken.rstrip().endswith("brought in by a report")


def test_bars_are_ordered_by_probability_and_cells_by_the_bars() -> None:
    view = verdict.answers(Index(told_case()))[0]
    assert [bar.mean for bar in view.bars] == sorted((bar.mean for bar in view.bars), reverse=True)
    assert [cell.label for cell in view.rows[0].cells] == [bar.label for bar in view.bars]
    assert [row.factor for row in view.rows] == ["1.8×", "1.1×"]
    assert [cell.share for cell in view.rows[0].cells] == [".55", "1", ".55"]


def test_a_hypothesis_without_a_likelihood_has_an_empty_cell() -> None:
    case = harbour_case()
    assert case.assessment is not None
    first, second = case.assessment.answers
    item = replace(first.evidence[0], log_likelihood={})
    bare = replace(first, evidence=(item,))
    view = verdict.answers(
        Index(replace(case, assessment=replace(case.assessment, answers=(bare, second))))
    )[0]
    assert {cell.share for cell in view.rows[0].cells} == {"–"}


def test_a_finding_name_is_not_said_twice() -> None:
    assert verdict.Trial("stable", False, "Not stable: 40 %.").told == "Not stable: 40 %."
    assert verdict.Trial("stable", False, "40 %.").told == "Stable: 40 %."
    assert verdict.Trial("stable", False, "").told == "Stable."


def statements() -> tuple[Statement, ...]:
    incident = harbour_case().incident
    assert incident is not None
    return incident.statements


def test_what_changed_tells_findings_retractions_and_admissions_but_no_hints() -> None:
    case = harbour_case()
    assert case.incident is not None
    accusation, denial, hint = statements()
    rows = (
        replace(accusation, act="retract", at="2031-03-09"),
        replace(denial, standing="admitted", act="claim_responsibility", at=None),
        replace(hint, standing="found"),
    )
    changed = replace(case, incident=replace(case.incident, statements=rows))
    told = [(row.when, row.text) for row in changes(Index(changed))]
    assert told == [
        (
            "8 Mar 2031, 09:30 UTC+1",
            "interior ministry spokesman corrected the number of drones launched from 3 to 2",
        ),
        (
            "9 Mar 2031",
            "interior ministry spokesman retracted what was said of the Tidewatch "
            "“The Tidewatch is behind this”",
        ),
        (
            "undated",
            "claimed or admitted: the Tidewatch did not carry it out, "
            "according to Tidewatch council “We had no hand in it”",
        ),
    ]


def test_a_superseded_value_without_a_correction_is_told_with_its_reason() -> None:
    case = harbour_case()
    assert case.incident is not None
    plain = tuple(
        replace(report, facts=tuple(replace(fact, stage="asserted") for fact in report.facts))
        for report in case.reports
    )
    told = changes(Index(replace(case, reports=plain)))
    assert [row.text for row in told] == [
        "interior ministry spokesman first gave the number of drones launched as 3, later as 2"
    ]
    assert told[0].when == "8 Mar 2031, 09:30 UTC+1"


def test_the_same_words_are_gathered_with_every_report_that_has_them() -> None:
    case = many_case(5)
    index = Index(case)
    spans = [fact.spans[0] for report in case.reports for fact in report.facts]
    same = gathered(quotes(index, spans))
    assert len(same) == 1
    assert len(same[0].quotes) == 5
    assert len({row.href for row in same[0].quotes}) == 5


def test_an_outlet_that_only_speaks_for_itself_is_its_own_voice() -> None:
    index = Index(harbour_case())
    voices = {origin.name for origin in index.bearing if own_voice(index, origin)}
    assert voices == {
        "Port Gazette",
        "Coast Courier",
        "Evening Mail of the Southern Provinces and Islands",
    }


def test_text_outside_every_block_is_still_printed_and_marks_without_text_have_an_anchor() -> None:
    desk = Desk(document("Ledger", "Title\nFirst line here", "2031-03-04"))
    title, _ = desk.document.blocks
    loose = replace(desk.document, blocks=(title,))
    desk.document = loose
    desk.fact(desk.chain(), "target", "x", "First line")
    desk.fact(desk.chain(), "place", "y", "\n")
    case = Case(id="c", run=RUN, documents=(loose,), reports=(desk.report(),), trace=trace([desk]))
    root = page(case)
    text = root.xpath("//div[@class='text']")[0]
    assert [piece.tag for piece in text.xpath("./p")] == ["p", "p"]
    assert "First line" in text_of(text.xpath("./p")[1])
    assert len(text.xpath("./span[@class='stray']/@id")) == 1


def test_words_in_several_runs_are_one_quotation_with_a_link_for_each() -> None:
    desk = Desk(document("Ledger", "Title\nOrrin, through its envoy, condemned the raid", None))
    spans = tuple(desk.span(words) for words in ("condemned", "Orrin", "the raid", "raid"))
    case = Case(id="c", run=RUN, documents=(desk.document,), reports=(desk.report(),))
    row = quote(Index(case), spans)
    assert row.shown == "“Orrin … condemned the raid”"
    assert row.again == ()
    assert len({part.href for part in row.parts}) == 3
    with pytest.raises(ValueError, match="at least one span"):
        quote(Index(case), ())


def test_a_reaction_in_several_runs_is_one_line_and_every_run_leads_back() -> None:
    case = harbour_case()
    assert case.incident is not None
    report = case.reports[0]
    first = report.reactions[0]
    source = Desk(case.documents[0]).span("Neighbouring Orrin")
    reaction = replace(first, spans=(source, *first.spans))
    changed = replace(
        case,
        reports=(replace(report, reactions=(reaction,)), *case.reports[1:]),
        incident=replace(case.incident, reactions=(reaction,)),
    )
    root = page(changed)
    row = root.get_element_by_id(f"r-{reaction.id}")
    assert "“Neighbouring Orrin condemned the attack”" in text_of(row)
    backs = root.xpath(f"//a[@href='#r-{reaction.id}']")
    assert [text_of(back) for back in backs] == ["condemned↑", "condemned"]


def test_words_that_only_come_again_are_quoted_once_with_a_link_for_each_place() -> None:
    desk = Desk(document("Ledger", "Drone here\ndrone there", None))
    spans = (desk.span("Drone"), desk.span("drone"))
    case = Case(id="c", run=RUN, documents=(desk.document,), reports=(desk.report(),))
    row = quote(Index(case), spans)
    assert row.shown == "“Drone”"
    assert row.again == (f"#{words_anchor(spans[1])}",)


def test_reactions_that_the_incident_leaves_out_are_still_reachable() -> None:
    case = harbour_case()
    assert case.incident is not None
    bare = replace(case, incident=replace(case.incident, reactions=()))
    root = page(bare)
    reaction = case.reports[0].reactions[0]
    row = root.get_element_by_id(f"r-{reaction.id}")
    assert "Orrin condemned" in text_of(row.xpath("ancestor::div[@class='q']")[0])
    assert "Read, and not among the reactions" in text_of(root.get_element_by_id("reactions"))


def _of_pronoun(case: Case, known: Anonymity) -> Case:
    """Return the case with Orrin's reaction said by "he", whom the tracing took for its origin."""
    report = next(row for row in case.reports if row.reactions)
    reaction = report.reactions[0]
    chain = report.chain(reaction.chain_id)
    he = replace(chain.origin, who="“he” (not identified)", anonymity="unknown")
    changed = replace(chain, hops=(*chain.hops[:-1], he))
    chains = tuple(changed if one is chain else one for one in report.chains)
    said = replace(reaction, who=he.who, conditional=True)
    origins = tuple(
        replace(one, anonymity=known) if chain.id in one.chain_ids else one
        for one in case.trace.origins
    )
    assert case.incident is not None
    return replace(
        case,
        reports=tuple(replace(one, chains=chains) if one is report else one
                      for one in case.reports),
        trace=replace(case.trace, origins=origins),
        incident=replace(case.incident, reactions=(said,)),
    )  # fmt: skip


def test_a_pronoun_is_shown_with_whom_it_was_taken_for() -> None:
    case = harbour_case()
    (row,) = reactions(Index(_of_pronoun(case, "named")))
    name = next(one.name for one in case.trace.origins if "Orrin" in one.name)
    assert row.who == f"an unidentified source (“he”), taken to be {name}"
    assert row.act == "condemned, only on a condition"
    assert row.quotes[0].hands[-1].who == row.who
    (row,) = reactions(Index(_of_pronoun(case, "unknown")))
    assert row.who == "an unidentified source (“he”)"


def test_one_of_many_values_is_not_said_to_be_held() -> None:
    row = slot("weapon", "drone")
    other = replace(row.values[0], value="car bomb")
    case = harbour_case()
    assert case.incident is not None
    incident = replace(case.incident, slots=(replace(row, values=(*row.values, other)),))
    (view,) = slots(Index(replace(case, incident=incident)))
    assert [value.status_words for value in view.values] == ["stands", "also reported"]


def test_what_hardly_anybody_says_is_left_out_of_the_sentence() -> None:
    row = slot("wounded", None)
    for support, told in ((0.2, ""), (0.6, "An unsettled number wounded.")):
        thin = replace(row, values=(replace(row.values[0], support=support),))
        incident = Incident(id="i", kind=None, headline="", report_ids=(), slots=(thin,))
        assert "".join(part.text for part in sentence_of(incident)) == told
