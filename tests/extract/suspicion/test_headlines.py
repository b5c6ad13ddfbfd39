"""Lines set like a headline claim nothing; sentences with many names do."""

import pytest

from tests.extract.suspected import document
from tests.extract.texts import document as text_of
from whence.extract import extract
from whence.extract.prose import prose
from whence.extract.rules.reader import RulesReader
from whence.extract.suspicion.headlines import is_headline

_BODY = "A bomb exploded outside a market in Melden on Monday, killing three people."


@pytest.mark.parametrize(
    "line",
    [
        "Army Commander Killed in Bomb Attack",
        "Bomb Suspect Pleads Not Guilty",
        "Sources Say Army Officers Planned the Bombing",
        "Judge Hanna Lind Convicts Three Men of the Bombing",
    ],
)
def test_a_line_in_title_case_is_a_headline(line: str) -> None:
    assert is_headline(prose(document(_BODY, line)), len(_BODY) + 2)
    assert not is_headline(prose(document(_BODY, line)), 0)
    report = extract(text_of(f"{line}\n\n{_BODY}", published="2024-05-14"), RulesReader())
    assert not report.claims


@pytest.mark.parametrize(
    "line",
    [
        "Police Commander Ugo Marsh Denied It.",
        "Police arrested Ugo Marsh over the bombing in Melden",
        "The Reed League claimed the bombing",
        "Ana Ruiz",
        "POLICE ARRESTED UGO MARSH OVER THE BOMBING",
    ],
)
def test_a_sentence_is_none(line: str) -> None:
    assert not is_headline(prose(document(_BODY, line)), len(_BODY) + 2)
