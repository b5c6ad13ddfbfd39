"""Everything that is drawn or counted leads to its exact words."""

from msgspec.structs import replace

from tests.publish.cases import harbour_case, many_case
from tests.publish.desk import RUN, Desk, document, trace
from tests.publish.pages import page, text_of
from whence.model.case import Case
from whence.model.fact import Quantity
from whence.model.incident import Check, Contradiction, Incident, Slot, Value, ValueStatus
from whence.model.origin import Copy, Passage
from whence.publish import markdown
from whence.publish.index import Index
from whence.publish.svg import sources
from whence.publish.views import settling
from whence.publish.views.graph import Graph, Node, graph


def test_every_ribbon_leads_to_the_first_words_that_it_carries() -> None:
    root = page(many_case(12))
    ribbons = root.xpath("//g[@class='ribbons']//path")
    assert ribbons
    for ribbon in ribbons:
        (href,) = ribbon.xpath("parent::a/@href")
        mark = root.get_element_by_id(href[1:])
        assert mark.xpath("ancestor::div[@class='text']")
    # the tables beside the picture lead to the same words: no second walk by keyboard
    assert set(root.xpath("//g[@class='ribbons']/a/@tabindex")) == {"-1"}


def test_a_ribbon_without_words_is_drawn_and_leads_nowhere() -> None:
    left, right = Node("0:a", "a", None), Node("3:b", "b", None)
    drawn = sources.draw(
        Graph(("Printed by", "said by"), ((left,), (right,)), {("0:a", "3:b"): 2}), 330.0, "k", "t"
    )
    assert "<path" in drawn
    assert "<a " not in drawn


def test_an_origin_shows_everything_it_says_in_its_words() -> None:
    root = page(harbour_case())
    row = root.xpath("//section[@id='sources']//tr[th//bdi='interior ministry spokesman']")[0]
    said = row.xpath(".//details[@class='said-by']")[0]
    assert "Launched: 3: “Three drones”" in text_of(said)
    assert "accused by authorities: The Tidewatch: “The Tidewatch is behind this”" in text_of(said)
    # the same words in two reports are one line with two hands
    assert text_of(said).count("“Three drones attacked") == 0
    assert len([line for line in said.xpath(".//li") if "“six guards" in text_of(line)]) == 1
    for href in said.xpath(".//a/@href"):
        assert root.get_element_by_id(href[1:]).xpath("ancestor::div[@class='text']")


def test_publications_on_the_timeline_lead_to_the_reports_of_that_day() -> None:
    root = page(harbour_case())
    marks = root.xpath("//svg[@class='timeline']//circle/parent::a/@href")
    assert marks
    for href in marks:
        assert root.get_element_by_id(href[1:]).xpath(".//a[starts-with(@href,'#d-')]")


def test_a_lone_own_voice_is_not_taken_for_its_outlet() -> None:
    desk = Desk(document("Ledger", "A title\nThree drones came.", "2031-03-04"))
    desk.fact(desk.chain(), "munitions_launched", "3", "Three drones")
    case = Case(id="c", run=RUN, documents=(desk.document,), reports=(desk.report(),),
                trace=trace([desk]))  # fmt: skip
    assert graph(Index(case), 7).columns[-1][0].label == "own voice: Ledger"
    assert case.incident is None
    told = Value(value="3", status="held", support=1.0, fact_ids=(desk.facts[0].id,),
                 origin_ids=(case.trace.origins[0].id,), document_ids=(desk.document.id,),
                 spans=())  # fmt: skip
    slot = Slot(slot="munitions_launched", label="Launched", best="3", disputed=False,
                values=(told,))  # fmt: skip
    fused = replace(case, incident=Incident(id="i", kind="attack", headline="", report_ids=(),
                                            slots=(slot,)))  # fmt: skip
    says = text_of(page(fused).xpath("//section[@aria-labelledby='says-h']")[0])
    assert "Launched: 1 report, in own voice only" in says
    head = text_of(page(case).xpath("//header")[0])
    assert "1 report · no outside origin · 1 outlet in its own voice" in head
    assert "3 outlets in their own voice" in text_of(page(harbour_case()).xpath("//header")[0])


def test_a_passage_copied_twice_has_one_way_back() -> None:
    case = harbour_case()
    (copy,) = case.trace.copies
    passage = copy.passages[0]
    third = Desk(case.documents[2])
    second: Copy = replace(
        copy,
        copy_id=third.document.id,
        passages=(Passage(copy=third.span("Six guards"), original=passage.original,
                          similarity=0.6),),
    )  # fmt: skip
    twice = replace(case, trace=replace(case.trace, copies=(copy, second)))
    told = [text_of(back) for back in page(twice).xpath("//a[contains(@class,'b-copied')]")]
    assert sorted(told) == ["2 copies", "copy", "copy"]


def test_numbers_that_do_not_add_up_are_told_on_the_first_screen() -> None:
    case = harbour_case()
    assert case.incident is not None
    assert "do not add up" not in text_of(page(case).xpath("//header")[0])
    check = Check(text="2 launched ≠ 2 intercepted + 1 struck", holds=False, slots=())
    wrong = replace(case, incident=replace(case.incident, checks=(*case.incident.checks, check)))
    told = f"These numbers do not add up. {check.text}"
    assert told in text_of(page(wrong).xpath("//header")[0])
    assert told in markdown.render(wrong)


def test_equal_figures_of_different_things_are_told_apart() -> None:
    desk = Desk(document("Ledger", "A title\nOne guard died. A person died.", "2031-03-04"))
    own = desk.chain()
    desk.fact(own, "killed", "1", "A person")
    desk.fact(own, "killed", "1", "One guard")
    one = Quantity(low=1, best=1, high=1)
    statuses: tuple[ValueStatus, ...] = ("held", "minor")
    person, guard = (
        Value(value="1", quantity=one, unit=unit, status=status, support=1.0, fact_ids=(fact.id,),
              origin_ids=(), document_ids=(), spans=())
        for unit, status, fact in zip(("people", "guards"), statuses, desk.facts, strict=True)
    )  # fmt: skip
    clash = Contradiction(kind="different_category", left="1", right="1", reason="",
                          fact_ids=tuple(fact.id for fact in desk.facts))  # fmt: skip
    slot = Slot(slot="killed", label="Killed", unit="people", best="1", quantity=one,
                disputed=False, values=(person, guard), contradictions=(clash,))  # fmt: skip
    case = Case(
        id="c", run=RUN, documents=(desk.document,), reports=(desk.report(),), trace=trace([desk]),
        incident=Incident(id="i", kind=None, headline="", report_ids=(), slots=(slot,)),
    )  # fmt: skip
    assert "1 person and 1 guard: they count different things" in text_of(page(case))
    bare = replace(slot, contradictions=(replace(clash, fact_ids=()),))
    assert case.incident is not None
    lacking = replace(case, incident=replace(case.incident, slots=(bare,)))
    assert "1 and 1: they count different things" in text_of(page(lacking))


def test_an_origin_that_moves_nothing_is_not_said_to_carry_the_answer() -> None:
    case = harbour_case()
    assert case.assessment is not None
    still = replace(case.assessment.sensitivity[0], mean_without=0.312)
    unmoved = replace(case, assessment=replace(case.assessment, sensitivity=(still,)))
    assert settling.pivots(Index(unmoved))
    assert settling.telling(Index(unmoved)) == ()
    assert "Most rests on" not in text_of(page(unmoved))
    assert "Most rests on" not in markdown.render(unmoved)
    assert "Most rests on" in text_of(page(case))


def test_an_unresolved_pronoun_is_nobody_by_name() -> None:
    desk = Desk(document("Ledger", "A title\nThree drones came, he said.", "2031-03-04"))
    chain = desk.chain(("“he” (not identified)", "says", "person", "unknown"))
    desk.fact(chain, "munitions_launched", "3", "Three drones")
    case = Case(id="c", run=RUN, documents=(desk.document,), reports=(desk.report(),),
                trace=trace([desk]))  # fmt: skip
    told = text_of(page(case))
    assert "an unidentified source (“he”)" in told
    assert "“he” (not identified)" not in told
    assert "an unidentified source (“he”)" in markdown.render(case)


def test_folders_of_the_one_who_ran_it_are_not_published() -> None:
    case = harbour_case()
    first = replace(case.documents[0], url=None, location="/home/ann/leaks/from-bo/gazette.html")
    failure = replace(case.failures[0], location="C:\\Users\\ann\\broken.html")
    own = replace(case, documents=(first, *case.documents[1:]), failures=(failure,))
    for told in (text_of(page(own)), markdown.render(own).replace("\\", "")):
        assert "gazette.html" in told
        assert "broken.html" in told
        assert "home/ann" not in told
        assert "Users" not in told


def test_what_is_missing_does_not_say_its_state_twice() -> None:
    case = harbour_case()
    assert case.assessment is not None
    settler = replace(case.assessment.would_settle[0], text="awaited: report on the rotor")
    told = replace(case, assessment=replace(case.assessment, would_settle=(settler,)))
    (row,) = settling.wanted(Index(told))
    assert (row.text, row.status) == ("report on the rotor", "awaited")


def test_the_first_screen_names_failed_tests_and_the_section_gives_the_figures() -> None:
    root = page(harbour_case())
    who = text_of(root.xpath("//section[@aria-labelledby='who-h']")[0])
    assert "1 speaks; 2 are needed" not in who
    assert "independent origins." in who
    assert "1 speaks; 2 are needed" in text_of(root.get_element_by_id("hypotheses"))


def test_scrolling_regions_have_names_of_their_own() -> None:
    root = page(harbour_case())
    names = root.xpath("//div[@role='region']/@aria-label")
    assert len(names) == len(set(names)) > 0
