"""The case commands as a person uses them, each on a library of its own."""

import json
import shutil

import duckdb
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from tests.cli.desk import RULES, Desk
from tests.cli.pages import FIRST, SECOND, invoke, put
from tests.ingest.made_archives import media, metadata, stored, table
from whence.cli import exits
from whence.errors import UnknownId
from whence.run import maker

DOT = bytes.fromhex(  # a picture of one point, as GIF
    "47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b"
)


def test_a_new_case_is_listed(desk: Desk) -> None:
    assert "harbour" in desk("case", "new", "harbour")
    assert [row["name"] for row in desk.rows("case", "list")] == ["harbour"]
    assert "nothing weighed" in desk("case", "list")


def test_a_case_needs_a_name_of_its_own(desk: Desk) -> None:
    desk("case", "new", "harbour")
    result = desk.ask("case", "new", "harbour")
    assert result.exit_code == 27
    assert "already" in result.stderr


def test_without_a_library_it_is_told_how_one_comes_to_be(desk: Desk) -> None:
    result = desk.ask("case", "list")
    assert result.exit_code == 26
    assert "whence case new" in result.stderr
    assert not desk.library.exists()


def test_an_unknown_case_is_told_with_the_nearest(harbour: Desk) -> None:
    result = harbour.ask("case", "show", "harbor")
    assert result.exit_code == 26
    assert "harbour" in result.stderr


def test_show_answers_the_questions_and_says_what_it_goes_by(harbour: Desk) -> None:
    told = harbour("case", "show", "harbour")
    assert "2 documents" in told
    assert "Shown as entry #8 has it." in told
    assert json.loads(harbour("case", "show", "harbour", "--json"))["schema"] == "whence.case/1"


def test_show_goes_back_in_time(harbour: Desk) -> None:
    harbour("case", "retract", "harbour", "first.html", "--reason", "a parody")
    assert "1 document," in harbour("case", "show", "harbour")
    assert "2 documents" in harbour("case", "show", "harbour", "--at", "#8")


@pytest.mark.parametrize(
    "at",
    [
        "yesterday",
        "#x",
        "#",
        "2031-5",
        "2031-02-30",
        "2031-01-01T25",
        "20310101",
        "2031-01-01T1-05",
    ],
)
def test_a_moment_that_is_none_is_refused(harbour: Desk, at: str) -> None:
    for command in (("case", "show"), ("log",)):
        assert harbour.ask(*command, "harbour", "--at", at).exit_code == exits.USAGE


@pytest.mark.parametrize("at", ["#0", "#9", "#999"])
def test_an_entry_that_the_case_has_not_is_told(harbour: Desk, at: str) -> None:
    tables = ("case", "tables", "harbour", harbour.folder / "out", "--format", "jsonl")
    for command in (("case", "show", "harbour"), ("log", "harbour"), tables):
        result = harbour.ask(*command, "--at", at)
        assert result.exit_code == exits.EXIT_CODES[UnknownId]
        assert f"the case harbour has no entry {at}: its entries are #1 to #8" in result.stderr
        assert "whence log harbour" in result.stderr
    assert "2 documents" in harbour("case", "show", "harbour", "--at", "#8")


def test_moments_are_beginnings_of_times_too(harbour: Desk) -> None:
    assert harbour("log", "harbour", "--at", "2999") == harbour("log", "harbour")
    assert harbour("log", "harbour", "--at", "1999-12-31T23:59:59Z") == ""


def test_the_list_tells_what_is_concluded_and_how_old_that_is(harbour: Desk) -> None:
    harbour("case", "comment", "harbour", "later")
    harbour("case", "close", "harbour", "--reason", "published")
    told = " ".join(harbour("case", "list").split())
    assert "harbour (closed) 10 2" in told
    assert "(2 entries since)" in told


def test_the_log_reads_like_a_history(harbour: Desk) -> None:
    harbour("case", "comment", "harbour", "who\ntranslated \x1b[31mthis?", "--on", "#3")
    harbour("case", "retract", "harbour", "#3", "--reason", "a parody")
    lines = harbour("log", "harbour").splitlines()
    assert "opened: harbour: Who did it?" in lines[0]
    assert any("document [no longer holds]" in line for line in lines)
    assert "comment: on #3: who translated" in lines[-2]
    assert "\x1b" not in "".join(lines)
    assert "retraction: #3 no longer holds: a parody" in lines[-1]
    assert "capture" not in "".join(line.split("  ")[-1].split(":")[0] for line in lines)
    assert {row["kind"] for row in harbour.rows("log", "harbour", "--kind", "capture")} == {
        "capture"
    }
    latest = harbour("log", "harbour", "--reverse").splitlines()
    assert latest == lines[::-1]
    assert harbour("log", "harbour", "--author", "nobody") == ""


def test_a_judgement_binds_and_is_weighed_at_once(harbour: Desk) -> None:
    told = harbour(
        "case", "judge", "harbour", "--set", "somebody not named=40%", "--reason", "many groups"
    )
    assert "weighed anew" in told
    assert "executor:" in told
    (row,) = harbour.rows("log", "harbour", "--kind", "override")
    assert "prior 0.4" in row["text"]
    shown = json.loads(harbour("case", "show", "harbour", "--json"))
    assert [one["verdict"] for one in shown["judgements"]] == ["prior 0.4"]


def test_estimates_are_kept_in_the_case(harbour: Desk) -> None:
    panel = harbour.folder / "panel.csv"
    panel.write_text("judge,hypothesis,probability\nBo,somebody not named,0.7\n")
    result = invoke("weigh", "harbour", "--panel", panel, "--save")
    assert result.exit_code == exits.OK, result.stderr
    assert "weighed anew" in result.stdout
    (row,) = harbour.rows("log", "harbour", "--kind", "estimate")
    assert "Bo on the executor" in row["text"]
    shown = json.loads(harbour("case", "show", "harbour", "--json"))
    assert [one["judge"] for one in shown["panel"]] == ["Bo"]
    assert shown["pooled"]


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--set", "somebody not named=40%"),
        ("--without", "x", "--reason", "y"),
    ],
)
def test_a_judgement_needs_what_and_why(harbour: Desk, options: tuple[str, ...]) -> None:
    assert harbour.ask("case", "judge", "harbour", *options).exit_code == exits.USAGE


def test_entries_carry_the_name_that_is_set(harbour: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHENCE_STORE__AUTHOR", "Ana Márquez")
    harbour("case", "comment", "harbour", "mine")
    assert [row["text"] for row in harbour.rows("log", "harbour", "--author", "Ana Márquez")] == [
        "mine"
    ]


def test_verify_tells_whole_and_touched(harbour: Desk) -> None:
    assert "whole" in harbour("verify", "harbour")
    saved = harbour.folder / "heads.jsonl"
    saved.write_text(harbour("verify", "--json"))
    assert "whole" in harbour("verify", "--head", saved)
    old = harbour.folder / "old.db"
    shutil.copyfile(harbour.library, old)
    harbour("case", "comment", "harbour", "later")
    saved.write_text(harbour("verify", "--json"))
    for path in harbour.folder.glob("library.db*"):
        path.unlink()
    old.rename(harbour.library)
    assert "whole" in harbour("verify")
    result = harbour.ask("verify", "--head", saved)
    assert result.exit_code == 28
    assert "missing" in result.stdout


def test_a_head_file_that_is_none_is_refused(harbour: Desk) -> None:
    wrong = harbour.folder / "wrong"
    wrong.write_text("{}\n")
    assert harbour.ask("verify", "--head", wrong).exit_code == 17


def test_redaction_asks_and_takes_out(harbour: Desk) -> None:
    said = ("case", "redact", "harbour", "first.html", "--reason", "court order")
    asked = harbour.ask(*said)
    assert asked.exit_code == exits.INTERRUPTED
    assert "entries are gone for good" in asked.stdout
    told = harbour(*said, "--yes")
    assert "#3" in told
    assert "taken out" in harbour("log", "harbour")
    assert "taken out with a reason" in harbour("verify", "harbour")
    for entry, why in (("none.html", "is called"), ("#99", "no entry"), ("#3", "already")):
        refused = harbour.ask("case", "redact", "harbour", entry, "--reason", "court order")
        assert why in refused.stderr
        assert "Go on?" not in refused.stdout + refused.stderr


def test_a_closed_case_refuses_reports(harbour: Desk) -> None:
    harbour("case", "close", "harbour", "--reason", "published")
    result = harbour.ask("case", "add", "harbour", harbour.folder / "in", *RULES)
    assert result.exit_code == 27
    assert "reopen" in result.stderr
    harbour("case", "new", "other")
    assert harbour.ask("case", "merge", "harbour", "other").exit_code == 27
    harbour("case", "reopen", "harbour", "--reason", "more came")
    harbour("case", "add", "harbour", harbour.folder / "in", *RULES)


def test_other_commands_take_a_case_by_its_name(harbour: Desk) -> None:
    for command in (("origins",), ("sources",), ("explain",)):
        result = invoke(*command, "harbour")
        assert result.exit_code == exits.OK, result.stderr
        assert result.stdout.strip()
    assert invoke("origins", "no-such-thing").exit_code == 11
    assert invoke("origins", "case:harbour").stdout == invoke("origins", "harbour").stdout


def test_a_run_keeps_its_case_and_goes_on_with_it(desk: Desk) -> None:
    folder = put(desk.folder / "in", first_html=FIRST, second_html=SECOND)
    out = desk.folder / "attack"
    told = desk("run", folder, "--out", out, *RULES)
    assert "whence log attack" in told
    before = desk.rows("case", "list")
    desk("run", folder, "--out", out, *RULES, "--quiet")
    assert desk.rows("case", "list") == before
    named = desk("run", folder, "--out", out, *RULES, "--case", "my case")
    assert "whence log 'my case'" in named
    assert {row["name"] for row in desk.rows("case", "list")} == {"attack", "my case"}


def test_a_run_may_keep_nothing(desk: Desk) -> None:
    folder = put(desk.folder / "in", first_html=FIRST)
    desk("run", folder, "--out", desk.folder / "attack", *RULES, "--no-case")
    assert not desk.library.exists()


def test_a_run_of_nothing_leaves_no_case(desk: Desk) -> None:
    assert desk.ask("run", "nothing.html", *RULES).exit_code == 4
    assert desk.rows("case", "list") == []


def test_a_library_that_cannot_be_opened_is_told_before_the_work(desk: Desk) -> None:
    desk.library.mkdir()
    folder = put(desk.folder / "in", first_html=FIRST)
    result = desk.ask("run", folder, "--out", desk.folder / "attack", *RULES)
    assert result.exit_code in range(20, 26)
    assert "--no-case" in result.stderr
    assert not (desk.folder / "attack").exists()


def test_search_finds_words_and_says_where(harbour: Desk) -> None:
    rows = harbour.rows("search", "quay")
    assert rows
    assert all(row["case"] == "harbour" for row in rows)
    assert "harbour #" in harbour("search", "quay", "--kind", "document")
    assert harbour.ask("search", "unheardofword").exit_code == 1
    assert harbour.ask("search", "quay", "--case", "nothing").exit_code == 26


def test_what_was_read_in_a_retracted_report_is_not_found(harbour: Desk) -> None:
    wanted = ("search", "wounded", "--kind", "fact")
    before = harbour.rows(*wanted)
    assert {row["seq"] for row in before} == {6, 7}
    harbour("case", "retract", "harbour", "first.html", "--reason", "a parody")
    assert {row["seq"] for row in harbour.rows(*wanted)} == {7}
    marked = harbour.rows(*wanted, "--retracted")
    assert {row["seq"] for row in marked if row["retracted"]} == {6}
    harbour("case", "retract", "harbour", "#9", "--reason", "it was none")
    assert harbour.rows(*wanted) == before


def test_export_and_import_carry_a_case_to_another_library(harbour: Desk) -> None:
    target = harbour.folder / "harbour.zip"
    harbour("case", "export", "harbour", target)
    other = Desk(harbour.folder / "other")
    other.folder.mkdir()
    told = other("case", "import", target)
    assert "harbour" in told
    again = harbour.folder / "again.zip"
    other("case", "export", "harbour", again)
    assert again.read_bytes() == target.read_bytes()
    assert other("case", "show", "harbour") == harbour("case", "show", "harbour")


def test_merge_takes_over_what_is_new(harbour: Desk) -> None:
    harbour("case", "new", "other")
    folder = put(harbour.folder / "more", third_html=FIRST.replace("uay", "ier"))
    harbour("case", "add", "other", folder, *RULES)
    assert "taken over" in harbour("case", "merge", "harbour", "other")
    assert "3 documents" in harbour("case", "show", "harbour")
    assert "0 entries taken over" in harbour("case", "merge", "harbour", "other")


def test_a_backup_is_a_library(harbour: Desk) -> None:
    copy = harbour.folder / "copy.db"
    assert "1 case brought up to date, 8 entries new" in harbour("case", "backup", copy)
    there = invoke("case", "list", "--json", "--library", copy)
    assert json.loads(there.stdout) == harbour.rows("case", "list")[0]


def test_media_are_kept_and_described(harbour: Desk) -> None:
    picture = harbour.folder / "quay.gif"
    picture.write_bytes(DOT)
    told = harbour("case", "media", "harbour", picture, "--describe", "smoke over the quay")
    assert "image/gif" in told
    listed = harbour("case", "media", "harbour")
    assert "smoke over the quay" in listed
    assert "1 x 1 pixels" in listed
    assert "the same file" in harbour("case", "media", "harbour", picture)
    wrong = harbour.ask("case", "media", "harbour", picture, "--claim", "claim-none")
    assert wrong.exit_code == 27
    assert harbour.ask("case", "media", "harbour", "none.png").exit_code == 11


def test_a_signed_case_tells_who_vouches_for_what(harbour: Desk) -> None:
    key = harbour.folder / "key"
    private = Ed25519PrivateKey.generate()
    key.write_bytes(private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    assert "Nobody" in harbour("case", "witnesses", "harbour")
    assert "#9: #8" in harbour("case", "sign", "harbour", "--key", key)
    (row,) = harbour.rows("case", "witnesses", "harbour")
    assert (row["kind"], row["of"], row["holds"]) == ("signature", 8, True)
    assert "holds" in harbour("case", "witnesses", "harbour")
    assert json.loads(harbour("case", "head", "harbour"))["seq"] == 9


@pytest.mark.parametrize("form", ["parquet", "jsonl"])
def test_tables_are_read_by_duckdb(harbour: Desk, form: str) -> None:
    folder = harbour.folder / "tables"
    told = harbour("case", "tables", "harbour", folder, "--format", form)
    assert len(told.splitlines()) == 5
    shown = json.loads(harbour("case", "show", "harbour", "--json"))
    with duckdb.connect() as connection:
        for name, wanted in {
            "documents": 2,
            "claims": sum(len(report["claims"]) for report in shown["reports"]),
            "facts": sum(len(report["facts"]) for report in shown["reports"]),
            "entries": 8,
        }.items():
            found = connection.sql(f"SELECT count(*) FROM '{folder / name}.{form}'").fetchall()  # noqa: S608
            assert found == [(wanted,)], name
        joined = connection.sql(
            f"SELECT DISTINCT outlet, claim_id FROM '{folder}/claims.{form}'"  # noqa: S608
            f" JOIN '{folder}/documents.{form}' USING (document_id)"
        ).fetchall()
    outlets = {one["id"]: one["outlet"] for one in shown["documents"]}
    assert set(joined) == {
        (outlets[report["document_id"]], claim["id"])
        for report in shown["reports"]
        for claim in report["claims"]
    }


def test_a_case_without_documents_has_no_tables(desk: Desk) -> None:
    desk("case", "new", "harbour")
    assert desk.ask("case", "tables", "harbour", desk.folder / "tables").exit_code == 4
    assert not (desk.folder / "tables").exists()


def test_a_folder_of_the_auto_archiver_brings_its_pictures(harbour: Desk) -> None:
    folder = harbour.folder / "archived"
    folder.mkdir()
    page = FIRST.replace("uay", "ier").encode()
    files = [
        media(page, stored(folder, page, ".html"), id="html_source_code"),
        media(DOT, stored(folder, DOT, ".gif")),
    ]
    table(folder / "db.csv", [(metadata(), files)])
    told = harbour.ask("case", "add", "harbour", folder, *RULES)
    assert told.exit_code == exits.OK, told.stderr
    assert "1 picture, film or sound" in told.stderr
    assert "image/gif" in harbour("case", "media", "harbour")
    assert "3 documents" in harbour("case", "show", "harbour")


def test_weigh_reads_again_what_earlier_rules_read(
    harbour: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WHENCE_RUN__READER", "rules")
    for made in ("of_readings", "of_snapshots"):
        monkeypatch.setattr(maker, made, lambda: "0.1.0+later")
    weigh = ("weigh", "harbour", "--save")
    told = invoke(*weigh)
    assert told.exit_code == exits.OK, told.stderr
    assert "2 reports that were read by another reader, or by other rules" in told.stderr
    assert "weighed anew" in told.stdout
    assert "shown as read by earlier rules" not in harbour("case", "show", "harbour")
    assert "read again" not in invoke(*weigh).stderr
