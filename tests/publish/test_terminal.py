"""How the summary counts and names what it leaves for the report."""

from io import StringIO

import pytest
from msgspec.structs import replace
from rich.console import Console

from tests.publish.cases import harbour_case
from tests.publish.pages import page, text_of
from tests.publish.test_files import printed
from tests.publish.weighed import weighed_case
from whence.publish import markdown, terminal
from whence.publish.index import Index
from whence.publish.terminal import _rivals
from whence.publish.views import facts, verdict


def test_an_input_that_is_read_up_to_a_cut_is_not_said_to_be_missing() -> None:
    case = harbour_case()
    cut = replace(case.failures[0], location=case.documents[0].location, stage="ingest")
    told = f"1 of {len(case.documents)} could not be read whole"
    partly = replace(case, failures=(cut,))
    for text in (printed(partly), markdown.render(partly), text_of(page(partly))):
        assert told in text
    unread = replace(case, failures=(replace(cut, stage="extract"),))
    assert "read whole" not in printed(unread)
    assert "read whole" not in printed(case)


def test_rivals_are_told_apart_and_those_left_out_counted() -> None:
    assert _rivals(["Mill Lane, Harrow"]) == "; rival: Mill Lane, Harrow"
    assert _rivals(["Mill Lane, Harrow", "Esk"]) == "; rivals: Mill Lane, Harrow; Esk"
    assert _rivals(list("abcd")) == "; rivals: a; b; c; d"
    assert _rivals(list("abcdef")) == "; rivals: a; b; c; 3 more"


@pytest.mark.parametrize(("shown", "left"), [(2, "1 more first hand"), (1, "2 more first hands")])
def test_first_hands_that_are_left_out_are_counted(
    shown: int, left: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terminal, "_ROWS", shown)
    assert f"and {left}" in map(str.strip, printed(harbour_case()).splitlines())


def test_what_rests_on_whose_word_is_said() -> None:
    case = harbour_case()
    assert "Without the word of interior ministry, the Tidewatch goes from" in printed(case)
    assert "Most rests on the word of interior ministry: without it," in markdown.render(case)
    assert "Most rests on the word of interior ministry: without it" in text_of(page(case))


@pytest.mark.parametrize("width", [30, 40, 60])
def test_a_narrow_terminal_keeps_every_answer_and_fact(width: int) -> None:
    case = weighed_case()
    file = StringIO()
    terminal.render(case, Console(file=file, width=width))
    told = " ".join(file.getvalue().split())
    assert "…" not in told
    for answer in verdict.answers(Index(case)):
        for bar in answer.bars:
            assert f"{bar.label} " in told
            assert f"{bar.mean_text} {bar.interval} {bar.words}" in told
    for slot in facts.slots(Index(case)):
        assert f"{slot.label}: {slot.best}" in told
