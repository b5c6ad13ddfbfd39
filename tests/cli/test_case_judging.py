"""Judgements on what was read and traced, from the command line."""

import json

import pytest

from tests.cli.desk import Desk
from tests.cli.pages import invoke
from whence.cli import exits


def claim(desk: Desk) -> str:
    case = json.loads(desk("case", "show", "harbour", "--json"))
    found: str = next(one["id"] for report in case["reports"] for one in report.get("claims", ()))
    return found


def judge(desk: Desk, *arguments: str) -> str:
    return desk("case", "judge", "harbour", *arguments, "--reason", "own files")


def shown(desk: Desk) -> dict[str, object]:
    case: dict[str, object] = json.loads(desk("case", "show", "harbour", "--json"))
    return {key: case.get(key) for key in ("reports", "trace", "incident", "assessment")}


def test_a_claim_is_rejected_weighed_anew_and_taken_back(harbour: Desk) -> None:
    before, subject = shown(harbour), claim(harbour)
    told = judge(harbour, subject, "--reject")
    assert "#9: kept." in told
    assert "whence weigh harbour --save" in told
    assert subject not in json.dumps(shown(harbour))
    assert "#10: weighed anew." in invoke("weigh", "harbour", "--save").stdout
    assert "Shown as entry #10 has it." in harbour("case", "show", "harbour")
    judge(harbour, subject, "--withdraw")
    assert shown(harbour) == before
    log = harbour("log", "harbour", "--kind", "judgement").splitlines()
    assert f"judgement: {subject} [Lantern Brotherhood, carried out" in log[0]
    assert "is rejected, by" in log[0]
    assert "no longer holds, by" in log[1]


def test_a_claim_is_corrected_accepted_and_given_to_another(harbour: Desk) -> None:
    subject = claim(harbour)
    judge(harbour, subject, "--correct", '{"subject": "Reed League"}', "--by", "Bo")
    assert "Reed League" in harbour("case", "show", "harbour")
    judge(harbour, subject, "--origin", "Bo Reed")
    assert "Bo Reed" in json.dumps(shown(harbour)["trace"])
    judge(harbour, subject, "--accept")
    rows = harbour.rows("log", "harbour", "--kind", "judgement")
    assert "by Bo (own files)" in str(rows[0]["text"])
    assert rows[0]["author"] != "Bo"
    assert "was read rightly" in str(rows[2]["text"])


def origins(desk: Desk) -> set[str]:
    trace = shown(desk)["trace"]
    assert isinstance(trace, dict)
    return {one["name"] for one in trace["origins"]}


def test_origins_are_made_one_by_name_and_parted_again(harbour: Desk) -> None:
    before = origins(harbour)
    assert {"harbour police", "Lantern Brotherhood"} <= before
    judge(harbour, "Lantern Brotherhood", "--one-origin", "the harbour police")
    joined = origins(harbour)
    assert len(joined) == len(before) - 1
    assert invoke("weigh", "harbour", "--save").exit_code == exits.OK
    gone = (before - joined).pop()
    judge(harbour, gone, "--separate")
    assert origins(harbour) == before
    assert "an origin apart" in harbour("log", "harbour", "--kind", "judgement")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("claim-gone", "--reject"), 18),
        (("claim-gone",), exits.USAGE),
        (("claim-gone", "--reject", "--accept"), exits.USAGE),
        (("claim-gone", "--reject", "--set", "claim=3"), exits.USAGE),
        (("--reject",), exits.USAGE),
        (("CLAIM", "--correct", "{}"), 5),
        (("CLAIM", "--correct", ""), 5),
        (("CLAIM", "--withdraw"), 18),
        (("nobody", "--one-origin", "harbour police"), 18),
    ],
)
def test_what_cannot_be_judged_is_refused_with_a_hint(
    harbour: Desk, arguments: tuple[str, ...], code: int
) -> None:
    given = [claim(harbour) if one == "CLAIM" else one for one in arguments]
    result = harbour.ask("case", "judge", "harbour", *given, "--reason", "own files")
    assert result.exit_code == code, result.stderr
    assert harbour("log", "harbour", "--kind", "judgement") == ""


@pytest.mark.parametrize("reason", [(), ("--reason", " ")])
def test_a_judgement_needs_its_reason(harbour: Desk, reason: tuple[str, ...]) -> None:
    result = harbour.ask("case", "judge", "harbour", claim(harbour), "--reject", *reason)
    assert result.exit_code == exits.USAGE
    assert "--reason" in result.stderr


def test_the_stages_in_a_pipe_heed_the_judgements_once(harbour: Desk) -> None:
    rejected = claim(harbour)
    judge(harbour, rejected, "--reject")
    once = invoke("trace", "case:harbour")
    assert once.exit_code == exits.OK, once.stderr
    again = invoke("trace", stdin=once.stdout.encode())
    assert again.stdout == once.stdout
    fused = invoke("fuse", stdin=again.stdout.encode())
    assert '"judgement"' in fused.stdout
    assert rejected not in "".join(
        line for line in fused.stdout.splitlines() if "judgement" not in line
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("--set", "somebody not named=40%"),
        ("--add", "Cedar League"),
        ("--same", "first.html", "second.html"),
        ("--apart", "first.html", "second.html"),
    ],
)
def test_whose_judgement_it_is_is_kept_whatever_is_judged(
    harbour: Desk, arguments: tuple[str, ...]
) -> None:
    judge(harbour, *arguments, "--by", "Bo")
    (row,) = harbour.rows("log", "harbour", "--kind", "judgement", "--kind", "override")
    assert "by Bo (own files)" in str(row["text"])
    assert row["author"] != "Bo"
    if arguments[0] in ("--set", "--add"):
        judge(harbour, "--unset", arguments[1].partition("=")[0], "--by", "Cy")
        rows = harbour.rows("log", "harbour", "--kind", "override")
        assert all("by Cy (own files)" in str(one["text"]) for one in rows[1:])
        assert rows[1:]
