"""The files of the report, to take away."""

import json

import pytest

from tests.web.people import example
from whence.publish import FORMATS


@pytest.mark.parametrize("file", [file for file, _ in FORMATS.values()])
def test_file_is_sent_to_be_kept_and_can_do_nothing(file: str) -> None:
    _, browser, case = example()
    answer = browser.client.get(f"{case}/export/{file}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith(f'attachment; filename="{file}"')
    assert answer.headers["content-security-policy"].startswith("sandbox; default-src 'none'")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert len(answer.content) > 100


def test_case_file_is_of_the_case_as_last_weighed() -> None:
    ledger, browser, case = example()
    made = json.loads(browser.client.get(f"{case}/export/case.json").content)
    volume = browser.desk.shelf.volume(ledger.case_id)
    assert volume.case.assessment is not None
    answers = made["assessment"]["answers"]
    assert len(answers) == len(volume.case.assessment.answers)
    assert len(made["reports"]) == 8


@pytest.mark.parametrize(
    "file", ["..%2f..%2fetc%2fpasswd", "report", "case.json.exe", "report.HTML"]
)
def test_other_files_are_not_there(file: str) -> None:
    _, browser, case = example()
    browser.get(f"{case}/export/{file}", status=404)


def test_name_of_a_case_cannot_break_the_header() -> None:
    _, browser, case = example()
    header = browser.client.get(f"{case}/export/report.md").headers["content-disposition"]
    assert "filename*=UTF-8''pilot%20station%20report.md" in header
