import json as plain_json
from io import StringIO

import msgspec
import pytest
from jsonschema import Draft202012Validator
from msgspec.structs import replace
from rich.console import Console

from tests.publish.cases import harbour_case, many_case
from tests.publish.desk import RUN
from tests.publish.test_html import HOSTILE, NO_INCIDENT, hostile_case
from tests.publish.weighed import HISTORY, STEPS, WORDS, assessed, weighed_case
from whence.cli.issue import FORMATS as COMMAND_FORMATS
from whence.model.case import Case
from whence.publish import FORMATS, Options, json, markdown, publish, schema, terminal


def test_a_report_is_these_files_and_equal_cases_give_equal_bytes() -> None:
    files = publish(harbour_case(), Options())
    assert sorted(files) == [
        "acled.csv", "case.json", "incident.json", "places.geojson", "report.html", "report.md",
        "ucdp.csv",
    ]  # fmt: skip
    assert list(publish(harbour_case(), Options(), ("md", "md"))) == ["report.md"]
    assert files == publish(harbour_case(), Options())


def test_the_case_file_fits_its_schema_and_comes_back_equal() -> None:
    case = harbour_case()
    raw = json.render(case)
    definition = schema()
    Draft202012Validator.check_schema(definition)
    Draft202012Validator(definition).validate(plain_json.loads(raw))
    assert json.read(raw) == case
    assert plain_json.loads(raw)["schema"] == "whence.case/1"
    assert definition["$id"] == "urn:whence:schema:case:1"
    assert definition["$defs"]["Span"]["description"].startswith("Half-open range")


def test_the_incident_file_names_what_the_incident_points_to_and_has_no_texts() -> None:
    case = harbour_case()
    raw = json.incident(case)
    lean = msgspec.json.decode(raw, type=json.IncidentFile)
    assert lean.schema == "whence.incident/1"
    assert lean.incident == case.incident
    assert case.incident is not None
    values = [value for slot in case.incident.slots for value in slot.values]
    assert {key for value in values for key in value.origin_ids} <= {row.id for row in lean.origins}
    pages = {row.id for row in lean.reports}
    assert {key for value in values for key in value.document_ids} <= pages
    assert [row.role for row in lean.answers] == ["executor", "sponsor"]
    assert lean.as_of == "2031-03-08"
    assert not any(document.text in raw.decode() for document in case.documents)
    assert len(raw) < len(json.render(case))
    assert raw == json.incident(case)


def test_the_incident_file_of_no_incident_says_so() -> None:
    lean = msgspec.json.decode(json.incident(NO_INCIDENT), type=json.IncidentFile)
    assert lean.incident is None
    assert lean.answers == ()


def test_the_command_line_knows_every_format() -> None:
    assert tuple(FORMATS) == COMMAND_FORMATS
    assert len({file for file, _ in FORMATS.values()}) == len(FORMATS)


def test_the_case_file_is_sorted_and_indented() -> None:
    raw = json.render(harbour_case()).decode()
    assert raw.startswith('{\n  "')
    keys = list(plain_json.loads(raw))
    assert keys == sorted(keys)


def test_a_file_of_another_kind_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        json.read(b'{"schema": "whence.case/99"}')


@pytest.mark.parametrize("bad", [float("nan"), float("inf")])
def test_a_number_that_is_not_finite_is_refused(bad: float) -> None:
    case = harbour_case()
    assert case.assessment is not None
    first, *rest = case.assessment.would_settle
    broken = replace(
        case,
        assessment=replace(
            case.assessment, would_settle=(replace(first, expected_information=bad), *rest)
        ),
    )
    with pytest.raises(ValueError, match=r"case\.assessment\.would_settle\[0\]"):
        json.render(broken)


def test_markdown_answers_the_four_questions_with_words_and_hands() -> None:
    text = markdown.render(harbour_case())
    for title in ("## Who was behind it?", "## What would settle it?", "## What changed?",
                  "## Facts", "## Sources"):  # fmt: skip
        assert title in text
    assert "| the Tidewatch | .31 | .19–.46 | .33 | unlikely |" in text
    assert "| brought in by a report |" in text
    assert "> “two drones”" in text
    assert "Coast Courier, 4 Mar 2031, 11:00 UTC+1 ← Sable News Agency ← interior" in text
    assert "**1 of 5 could not be read**" in text
    assert text == markdown.render(harbour_case())


def test_markdown_of_hostile_text_holds_no_markup() -> None:
    text = markdown.render(hostile_case())
    assert "<script" not in text.replace("\\<", "")
    assert "\u202e" not in text
    assert "](" not in text
    assert "javascript:alert" in text
    assert markdown.escape("1. [a](http://b) *c* | `d`") == (
        "1\\. \\[a\\](http:\\//b) \\*c\\* \\| \\`d\\`"
    )


def test_markdown_of_nothing_says_so() -> None:
    text = markdown.render(Case(id="c", run=RUN, documents=(), failures=harbour_case().failures))
    assert "Nothing is said here" in text
    assert "1 of 1 could not be read" in text


def printed(case: Case, width: int = 100) -> str:
    console = Console(file=StringIO(), width=width, force_terminal=False)
    terminal.render(case, console)
    file = console.file
    assert isinstance(file, StringIO)
    return file.getvalue()


def test_the_summary_tells_verdict_bars_and_failures() -> None:
    text = printed(harbour_case())
    assert "Who carried it out? cannot tell" in text
    assert "----###|####------------ .31 .19–.46 unlikely" in text
    assert "failed: Independent origins: 1 speaks; 2 are needed." in text
    assert "Confidence: low. 1 independent first hand bears on it" in text
    assert "6 (4 to 6); rival: 4 guards" in text
    assert "2 origins and 1 own voice through 4 reports" in text
    assert "1. serial numbers of the recovered drone (awaited)" in text
    assert "1 of 5 could not be read" in text
    assert "save it as a complete page" in text


def test_the_summary_is_plain_when_piped() -> None:
    assert "\x1b" not in printed(harbour_case())


@pytest.mark.parametrize("width", [40, 200])
def test_the_summary_fits_its_width(width: int) -> None:
    assert all(len(line.rstrip()) <= width for line in printed(many_case(5), width).splitlines())


def test_the_summary_prints_hostile_text_as_text() -> None:
    case = hostile_case()
    assert case.incident is not None
    marked = replace(case, incident=replace(case.incident, headline="[red]a[/red] \x1b[31m"))
    text = printed(marked, 400)
    assert "[red]a[/red]" in text
    assert "\x1b" not in text
    assert HOSTILE.replace("\u202e", "\ufffd") in text


def test_reports_of_no_incident_are_told_as_such() -> None:
    for told in (printed(NO_INCIDENT), markdown.render(NO_INCIDENT)):
        assert "No incident found" in told
        assert "Not weighed: no incident was found in the reports." in told
        assert "date not known" not in told.split("\n\n")[0]
    assert "Not weighed" not in markdown.render(replace(harbour_case(), assessment=None))


def test_the_summary_of_nothing_says_what_to_do() -> None:
    assert "whence run" in printed(Case(id="c", run=RUN, documents=()))


def test_markdown_has_the_steps_the_past_and_how_far_it_is() -> None:
    told = markdown.render(weighed_case())
    assert "Further evidence of 2.2 to 1 for the Tidewatch" in told
    assert "#### Step by step: the Tidewatch: from .20 to .36" in told
    assert f"| {WORDS} | −.15 | .36 |" in told
    assert "#### How it came to this\n\n- 4 Mar 2031: The Tidewatch: starts at .20." in told
    assert "\n  - came: a finding (1.2 nats)" in told
    assert "If it pointed at the Tidewatch: from .36 to .81." in told
    assert "1 moment brought nothing for this question." in told
    bare = markdown.render(harbour_case())
    assert "Step by step" not in bare
    assert "How it came to this" not in bare


def test_the_incident_file_has_the_steps_and_how_far_it_is() -> None:
    case = assessed(weighed_case(), left_out=("or-000",))
    lean = msgspec.json.decode(json.incident(case), type=json.IncidentFile)
    executor, sponsor = lean.answers
    assert (executor.candidate, executor.steps) == ("the Tidewatch", STEPS)
    assert executor.share is not None
    assert executor.share.needed == 2.19
    assert executor.far.startswith("Further evidence of 2.2 to 1")
    assert (sponsor.candidate, sponsor.share, sponsor.far, sponsor.steps) == (None, None, "", ())
    assert lean.left_out == ("or-000",)
    assert lean.history == HISTORY
    assert [row.text for row in lean.would_settle] == ["serial numbers", "orders", "tapes"]


def test_the_summary_says_whose_word_was_left_out() -> None:
    file = StringIO()
    terminal.render(assessed(weighed_case(), left_out=("x",)), Console(file=file, width=120))
    assert "Weighed without the word of x." in file.getvalue()
