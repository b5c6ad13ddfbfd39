import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.model import made
from whence.errors import MalformedRecord
from whence.model.case import Judgement, Run
from whence.model.document import Block, Failure
from whence.model.origin import Trace
from whence.model.panel import Coherent, Estimate, Pooled, Share
from whence.run.stream import RECORDS, Line, decode, encode, identify, schemas

UNNAMED = Run(at="2031-01-01T00:00:00+00:00", whence="0", reader="", inputs=())
FAILURE = Failure(location="b.html", stage="ingest", kind="unreadable", reason="empty", hint="look")
JUDGEMENT = Judgement(subject="claim-1", verdict="reject", by="me", at="2031", reason="satire")
ESTIMATE = Estimate(judge="Ada", role="executor", shares={"h": 0.6}, at="2031", reason="style")
POOLED = Pooled(
    role="executor",
    judges=1,
    shares=(Share(hypothesis_id="h", probability=1.0, low=1.0, high=1.0),),
    coherent=(Coherent(judge="Ada", at="2031", given={"h": 0.6}, shares={"h": 1.0}, moved=0.4),),
)
words = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30)


@given(st.lists(words, min_size=1, max_size=4, unique=True))
def test_case_survives_the_stream(texts: list[str]) -> None:
    documents = tuple(made.document(text) for text in texts)
    case = replace(
        made.case(documents[0]),
        id=identify(documents),
        documents=documents,
        failures=(FAILURE,),
        judgements=(JUDGEMENT,),
        panel=(ESTIMATE,),
        pooled=(POOLED,),
    )
    assert decode(encode(case), "stdin", UNNAMED) == case


def test_every_line_names_one_record_in_the_order_of_the_table() -> None:
    whole = made.case(made.document())
    assert whole.incident is not None
    case = replace(
        whole,
        failures=(FAILURE,),
        judgements=(JUDGEMENT,),
        others=(whole.incident,),
        panel=(ESTIMATE,),
        pooled=(POOLED,),
    )
    names = [name for line in encode(case) for name in msgspec.json.decode(line)]
    assert names == list(RECORDS)


def test_what_is_not_there_yet_has_no_line() -> None:
    case = replace(
        made.case(made.document()), reports=(), trace=Trace(), incident=None, assessment=None
    )
    names = [name for line in encode(case) for name in msgspec.json.decode(line)]
    assert names == ["run", "document"]


def test_documents_from_another_tool_get_the_present_run() -> None:
    line = msgspec.json.encode(Line(document=made.document()))
    case = decode([line], "stdin", UNNAMED)
    assert case.run == UNNAMED
    assert case.documents == (made.document(),)


def test_empty_lines_are_passed_over() -> None:
    case = made.case(made.document())
    spaced = [part for line in encode(case) for part in (b"\n", line, b"  \n")]
    assert decode(spaced, "stdin", UNNAMED).documents == case.documents


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        (b"no json", "malformed"),
        (b"[]", "Expected `object`"),
        (b"{}", "one record expected, 0 found"),
        (b'{"dokument": {}}', "dokument"),
        (b'{"document": {"id": 7}}', "Expected `str`"),
        (b'{"document": null}', "one record expected, 0 found"),
        (b"\xff\xfe{", "malformed"),
        (b"[" * 100_000, ""),
    ],
)
def test_malformed_line_is_told_by_its_number(line: bytes, complaint: str) -> None:
    good = next(iter(encode(made.case(made.document()))))
    with pytest.raises(MalformedRecord) as told:
        decode([good, b"\n", line], "reports.jsonl", UNNAMED)
    assert told.value.location == "reports.jsonl, line 3"
    assert complaint in told.value.reason


def test_line_with_two_records_is_refused() -> None:
    both = msgspec.json.encode(Line(document=made.document(), failure=FAILURE))
    with pytest.raises(MalformedRecord, match="2 found"):
        decode([both], "stdin", UNNAMED)


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader_but_as_a_malformed_record(raw: bytes) -> None:
    if raw.strip():
        with pytest.raises(MalformedRecord, match="stdin, line 1"):
            decode([raw + b"\xff"], "stdin", UNNAMED)
    else:
        assert decode([raw], "stdin", UNNAMED).documents == ()


def test_case_id_does_not_depend_on_the_order_of_documents() -> None:
    first, second = made.document("one"), made.document("two")
    assert identify((first, second)) == identify((second, first)) != identify((first,))


def test_every_record_has_a_schema() -> None:
    assert set(schemas()) == {"case", "line", *RECORDS}


def test_two_streams_put_together_count_nothing_twice() -> None:
    case = made.case(made.document("Two boats burned."))
    lines = list(encode(case))
    assert decode([*lines, *lines], "stdin", UNNAMED) == decode(lines, "stdin", UNNAMED)


def test_report_without_its_document_is_refused() -> None:
    case = made.case(made.document("Two boats burned."))
    lines = [line for line in encode(case) if not line.startswith(b'{"document"')]
    with pytest.raises(MalformedRecord, match="of a report is missing"):
        decode(lines, "stdin", UNNAMED)


@pytest.mark.parametrize(("start", "end"), [(0, 999), (-2, 3), (6, 2)])
def test_block_outside_the_text_is_refused(start: int, end: int) -> None:
    whole = made.document("Two boats burned.")
    bent = replace(whole, blocks=(Block(kind="paragraph", start=start, end=end),))
    with pytest.raises(MalformedRecord, match="stdin, line 1: the document's blocks"):
        decode([msgspec.json.encode(Line(document=bent))], "stdin", UNNAMED)
