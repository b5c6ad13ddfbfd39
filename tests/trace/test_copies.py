"""Shared passages, their direction and what is no copying at all."""

from msgspec.structs import replace

from tests.trace.making import Made, document
from whence.model.document import Document
from whence.model.origin import Copy
from whence.trace import Options, trace

_WIRE = (
    "Flames rose over the grain terminal at Vessel Point on Tuesday after two boats packed with "
    "explosives rammed its northern pier, port workers said.\n"
    "A loading crane collapsed into the basin and the harbour was closed to traffic until noon."
)


_DEFAULT = Options()


def copies(*documents: Document, options: Options = _DEFAULT) -> list[Copy]:
    reports = [Made(one).report() for one in documents]
    return [one for one in trace(documents, reports, options).copies if one.original_id]


def test_later_publication_is_the_copy() -> None:
    first = document("Harbour Wire", _WIRE, "2031-03-02T08:00Z")
    second = document(
        "Inland Post", _WIRE.replace("Tuesday", "Tuesday morning"), "2031-03-02T11:00Z"
    )
    (found,) = copies(first, second)
    assert (found.copy_id, found.original_id) == (second.id, first.id)
    assert found.basis == "whole"
    assert found.probability > 0.8
    assert len(found.passages) == 2
    for passage in found.passages:
        assert second.text[passage.copy.start : passage.copy.end] == passage.copy.text
        assert first.text[passage.original.start : passage.original.end] == passage.original.text


def test_unknown_direction_halves_the_probability() -> None:
    first, second = document("Harbour Wire", _WIRE), document("Inland Post", _WIRE)
    (found,) = copies(first, second)
    assert found.original_id == min(first.id, second.id)
    assert 0.4 < found.probability <= 0.5


def test_credit_gives_the_direction_against_the_clock() -> None:
    wire = document("Reuters", _WIRE, "2031-03-03")
    paper = document("Inland Post", _WIRE, "2031-03-02", credits=("Reuters",))
    for pair in ((wire, paper), (paper, wire)):
        (found,) = copies(*pair)
        assert (found.copy_id, found.original_id) == (paper.id, wire.id)


def test_two_prints_of_one_agency_have_no_direction() -> None:
    first = document("Inland Post", _WIRE, "2031-03-02", credits=("AFP",))
    second = document("Coast Mail", _WIRE, "2031-03-04", credits=("AFP",))
    (found,) = copies(first, second)
    assert found.probability <= 0.5


def test_one_sentence_taken_over_is_a_passage() -> None:
    first = document("Harbour Wire", _WIRE, "2031-03-02")
    second = document(
        "Inland Post",
        "The mayor of a distant town spoke about schools, roads and taxes for an hour and a half.\n"
        "A loading crane fell into the basin and the harbour was closed to traffic until noon.\n"
        "Nothing else of any note occurred in the region during the remainder of the week.",
        "2031-03-03",
    )
    (found,) = copies(first, second)
    assert found.basis == "passage"
    assert "crane" in found.passages[0].copy.text


def test_stock_phrases_are_no_copying() -> None:
    one = document("A", "No group has claimed responsibility for the attack. Police were on site.")
    two = document("B", "No group has claimed responsibility for the attack. A bus was hit.")
    assert copies(one, two) == []


def test_short_shared_names_are_no_copying() -> None:
    one = document("A", "Mayor Jana Petra Holm of Vessel Point opened a library by the river.")
    two = document("B", "Nobody had told Mayor Jana Petra Holm of Vessel Point about the boats.")
    assert copies(one, two) == []


_SPEECH = (
    "“We will rebuild the northern pier stone by stone and we will find whoever sent these boats "
    "against a peaceful town,”"
)


def _quoting(outlet: str, before: str, speaker: str) -> Made:
    made = Made(document(outlet, f"{before} {_SPEECH} {speaker} said.", "2031-03-02"))
    made.says(_SPEECH, f"{speaker}:person")
    return made


def test_one_speech_in_two_outlets_is_one_origin_and_no_copy() -> None:
    one = _quoting("A", "At the quay on Tuesday:", "Mayor Jana Holm")
    two = _quoting("B", "Hours later came this.", "Jana Holm")
    traced = trace([one.document, two.document], [one.report(), two.report()])
    assert traced.copies == ()
    (holm,) = [origin for origin in traced.origins if origin.kind == "person"]
    assert len(holm.document_ids) == 2


def test_one_speech_under_two_speakers_is_copying() -> None:
    one = _quoting("A", "At the quay on Tuesday:", "Jana Holm")
    two = _quoting("B", "Hours later came this.", "Nils Berg")
    assert len(trace([one.document, two.document], [one.report(), two.report()]).copies) == 1


def test_quoting_another_text_is_copying() -> None:
    one = document("A", _WIRE, "2031-03-02")
    two = document("B", f"Paper A reported: “{_WIRE.splitlines()[1]}”", "2031-03-03")
    (found,) = copies(one, two)
    assert found.copy_id == two.id


def test_a_long_run_inside_long_sentences_counts() -> None:
    shared = "two boats packed with explosives rammed the northern pier of the grain terminal"
    filler = "while {} and {} and {} and {} and {} and {} and {} and {} went on as they always had"
    one = document("A", f"Early that day {shared} " + filler.format(*"bcdefghi"))
    two = document(
        "B", f"Some say that {shared} " + filler.replace("while", "as").format(*"rstuvwxy")
    )
    assert len(copies(one, two)) == 1


def test_threshold_is_an_option() -> None:
    first = document("Harbour Wire", _WIRE, "2031-03-02")
    second = document("Inland Post", _WIRE, "2031-03-03")
    assert copies(first, second, options=Options(copied=1.0)) == []


def test_abbreviations_and_blank_lines_do_not_cut_sentences_in_pieces() -> None:
    text = (
        "Gen. P. Riba of the U.S. Coast Survey saw no. 5 pier burn at dawn together with Mr. Holm "
        "and the night watch.\n\n…\n"
    )
    one, two = document("A", text, "2031-03-02"), document("B", text, "2031-03-03")
    (found,) = copies(one, two)
    assert len(found.passages) == 1


def test_a_phrase_in_many_sentences_is_no_copying() -> None:
    many = [
        document(
            f"O{n}",
            f"Witness number{n} called name{n} spoke of the northern pier at Vessel Point before "
            f"going home{n} by bus{n} to street{n} with child{n} and dog{n}",
        )
        for n in range(70)
    ]
    assert copies(*many) == []


def test_near_copies_have_one_original_each_and_stay_small() -> None:
    text = "\n".join(_WIRE.replace("Tuesday", f"day {n} of the siege") for n in range(6))
    many = [
        document(f"Paper {n}", text.replace("boats", f"boats{n}"), f"2031-03-{n % 27 + 1:02}")
        for n in range(60)
    ]
    found = copies(*many)
    assert len(found) <= 2 * len(many)
    assert {one.copy_id for one in found} >= {one.id for one in many[1:27]}
    assert max(len(one.passages) for one in found) <= 12


def test_a_second_original_is_kept_for_what_the_first_does_not_have() -> None:
    crane, pier = _WIRE.splitlines()[1], _WIRE.splitlines()[0]
    one = document("A", pier, "2031-03-02")
    two = document("B", crane, "2031-03-02")
    both = document("C", f"{pier}\n{crane}", "2031-03-04")
    late = document("D", f"{pier}\n{crane}", "2031-03-05")
    pairs = {(copy.copy_id, copy.original_id) for copy in copies(one, two, both, late)}
    assert {(both.id, one.id), (both.id, two.id), (late.id, both.id)} == pairs


def test_an_original_is_dropped_when_a_better_one_has_its_passages() -> None:
    pier, crane = _WIRE.splitlines()
    phrase = "the old lighthouse keeper of Vessel Point"
    late = "and anchored there for the rest of the day while nobody on shore took any notice"
    one = document(
        "A", f"{pier} {phrase} slept.\nThe ferry left the inner basin {late}.", "2031-03-02"
    )
    two = document("B", f"{pier}\n{crane}\nA ferry from the south {late}.", "2031-03-03")
    three = document(
        "C",
        f"{pier}\n{crane}\nAs {phrase} said: nothing.\nThe ferry left the inner basin {late}.",
        "2031-03-04",
    )
    pairs = {(copy.copy_id, copy.original_id) for copy in copies(one, two, three)}
    assert pairs == {(two.id, one.id), (three.id, two.id)}


def test_a_passage_is_used_once() -> None:
    one = document("A", _WIRE, "2031-03-02")
    two = document("B", f"{_WIRE}\n{_WIRE}", "2031-03-03")
    (found,) = copies(one, two)
    assert len(found.passages) == 2


def test_lines_that_are_one_quotation_are_no_copying() -> None:
    one, two = document("A", _SPEECH), document("B", f"{_SPEECH}\nHe left.")
    assert copies(one, two) == []


def test_credit_gives_the_direction_whichever_id_comes_first() -> None:
    seen = set()
    for number in range(12):
        wire = document("Reuters", f"{_WIRE} {number}")
        paper = document("Inland Post", f"{_WIRE} {number}", credits=("Reuters",))
        (found,) = copies(wire, paper)
        assert found.copy_id == paper.id
        seen.add(wire.id < paper.id)
    assert seen == {True, False}


def test_datelines_are_no_passages() -> None:
    line = "VESSEL POINT NORTH HARBOUR OFFICE, 22 MAR 31 (RADIO VESSEL POINT) -- [TEXT] "
    one = document("A", f"{line}The mayor opened a library.")
    two = document("B", f"{line}Nobody had seen the boats come in.")
    assert copies(one, two) == []


def test_a_text_without_outlet_under_an_agencys_dateline_is_the_wire() -> None:
    seen = set()
    for number in range(12):
        text = f"ENCAMP (Coastal Wire) — {_WIRE} {number}"
        wire = replace(document("02-wire.txt", text), outlet=None)
        paper = document("Inland Post", text)
        (found,) = copies(wire, paper)
        assert found.copy_id == paper.id
        assert found.probability > 0.5
        seen.add(wire.id < paper.id)
    assert seen == {True, False}


def test_a_wire_that_credits_another_is_the_copy_even_when_it_is_earlier() -> None:
    wire = document("AFP", _WIRE, "2031-03-03")
    relay = document("Reuters", _WIRE, "2031-03-02", credits=("AFP",))
    paper = document("Inland Post", "Nothing of note.", credits=("Reuters",))
    (found,) = copies(wire, relay, paper)
    assert (found.copy_id, found.original_id) == (relay.id, wire.id)


def test_one_sentences_phrases_in_another_order_are_no_copy() -> None:
    phrases = (
        "two boats rammed the pier",
        "a crane fell into the basin",
        "nobody was hurt at noon",
        "the harbour stayed closed all day",
    )
    one = document("A", f"{' '.join(phrases)}.", "2031-03-02")
    two = document("B", f"{' '.join(reversed(phrases))}.", "2031-03-03")
    assert copies(one, two) == []


def test_what_an_outlet_prints_below_all_its_reports_is_no_copy() -> None:
    below = (
        "The desk on the quay reads whatever its readers hand in about ships that pass by night."
    )
    mill = "A mill burned down.\nThe miller was away.\nIts roof fell in.\nNobody saw the flames."
    ferry = "A ferry ran late.\nIts captain slept.\nPassengers sang songs.\nThe sea stayed calm."
    one = document("Coast Mail", f"{mill}\n{below}", "2031-03-02")
    two = document("Coast Mail", f"{ferry}\n{below}", "2031-03-03")
    assert copies(one, two) == []
    other = document("Inland Post", f"{ferry}\n{below}", "2031-03-03")
    assert [one.copy_id for one in copies(one, other)] == [other.id]
