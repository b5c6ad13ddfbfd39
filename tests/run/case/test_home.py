"""In which case a run is kept."""

from pathlib import Path

import pytest

from tests.run.case.kept import AT
from whence.errors import CaseRefused
from whence.model.ledger import Opened
from whence.run.case.home import Home, case_for, home_of
from whence.store.ledger import new_case
from whence.store.memory import MemoryStore
from whence.store.protocol import Batch


def test_blanks_around_a_name_do_not_make_another_case(tmp_path: Path) -> None:
    store = MemoryStore()
    for home in (home_of(" quay ", None, ()), home_of(None, tmp_path / " pier ", ())):
        first = case_for(store, home, "Ana", AT)
        assert case_for(store, home, "Ana", AT).case_id == first.case_id
    assert {head.name for head in store.heads()} == {"quay", "pier"}
    with pytest.raises(CaseRefused, match="no name"):
        home_of("a/b", None, ())


def test_runs_to_one_folder_are_one_case(tmp_path: Path) -> None:
    store = MemoryStore()
    home = home_of(None, tmp_path / "attack", ("a.html",))
    first = case_for(store, home, "Ana", AT)
    assert first.name == "attack"
    assert case_for(store, home, "Ana", AT).case_id == first.case_id
    elsewhere = home_of(None, tmp_path / "other" / "attack", ("a.html",))
    second = case_for(store, elsewhere, "Ana", AT)
    assert second.name == "attack 2"
    assert case_for(store, elsewhere, "Ana", AT).case_id == second.case_id
    assert case_for(store, Home("attack 2"), "Ana", AT).case_id == second.case_id


def test_a_case_named_like_the_id_of_another_does_not_stand_in_for_it() -> None:
    ledger = new_case(MemoryStore(), Opened(name="quay"), "Ana", AT, "case-1")
    new_case(ledger.store, Opened(name="case-1"), "Bo", AT, "case-2")
    assert case_for(ledger.store, Home("case-1"), "Ana", AT).case_id == "case-1"


def test_without_a_folder_a_run_goes_by_where_its_inputs_lie(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = home_of(None, None, (str(tmp_path / "in" / "a"), str(tmp_path / "in" / "b")))
    assert folder.name == "in"
    assert home_of(None, Path("-"), ("https://news.example/a", "-")).name == tmp_path.name
    assert home_of("harbour", None, ("a",)) == Home("harbour")


def test_two_runs_that_open_cases_of_one_name_at_once_both_get_one(tmp_path: Path) -> None:
    class Late(MemoryStore):
        """A library in which somebody else opens a case between a look and an append."""

        late = True

        def append(self, batch: Batch) -> None:
            if self.late:
                self.late = False
                case_for(self, Home("quay", "elsewhere"), "Bo", AT)
            super().append(batch)

    store = Late()
    mine = case_for(store, Home("quay", "here"), "Ana", AT)
    assert mine.name == "quay 2"
    with pytest.raises(CaseRefused):
        case_for(store, Home("a/b"), "Ana", AT)


def test_the_same_folder_on_another_machine_is_another_case(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = home_of(None, tmp_path / "attack", ())
    monkeypatch.setattr("platform.node", lambda: "elsewhere")
    assert home_of(None, tmp_path / "attack", ()) != here


def test_a_name_is_a_word_or_a_few_and_no_page(tmp_path: Path) -> None:
    with pytest.raises(CaseRefused, match="too long"):
        home_of("quay " * 50, None, ())
    assert len(home_of(None, tmp_path / ("q" * 250), ()).name) == 200
