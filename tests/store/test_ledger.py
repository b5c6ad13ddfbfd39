"""A case's own rules: appends in turn, reads as it stood, time, names."""

from collections.abc import Callable
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.libraries import AT, case, comment, texts, wrong
from whence.errors import CaseRefused, StoreLocked, UnknownCase
from whence.model.ledger import Comment, Opened
from whence.store.ledger import (
    PATIENCE,
    Beside,
    Ledger,
    Waiting,
    decoded,
    new_case,
    open_case,
)
from whence.store.memory import MemoryStore
from whence.store.protocol import Batch, Store
from whence.store.sealing import Draft, seal

FIRST = "c4a4192fcd7c37375cf946e5950f811ee51afade27946e1225a7d41eb6d4c7b2"
"""The SHA-256 of the canonical line, computed by hand with json and hashlib."""


class Busy(MemoryStore):
    """A store in which ``meanwhile`` happens before every append."""

    def __init__(self, meanwhile: Callable[[], None] = lambda: None) -> None:
        super().__init__()
        self.meanwhile = meanwhile
        self.busy = False

    def append(self, batch: Batch) -> None:
        if not self.busy:
            self.busy = True
            self.meanwhile()
            self.busy = False
        super().append(batch)


class Clock:
    """A clock that only sleeping moves on."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    def waiting(self) -> Waiting:
        return Waiting(sleep=self.sleep, monotonic=lambda: self.now, random=lambda: 0.5)


def test_append_goes_behind_whoever_was_faster() -> None:
    store, clock, others = Busy(), Clock(), ["one", "two", "three"]
    ledger = case(store)
    rival = Ledger(store, ledger.case_id, ledger.name)

    def meanwhile() -> None:
        if others:
            rival.append([comment(others.pop(0))])

    store.meanwhile = meanwhile
    (entry,) = ledger.append([comment("mine")], waiting=clock.waiting())
    assert entry.seq == 5
    assert texts(ledger) == ["one", "two", "three", "mine"]
    assert clock.slept == [0.001, 0.002, 0.004]
    assert wrong(ledger) == []


def test_append_that_never_gets_its_turn_tells_so_after_patience() -> None:
    store, clock = Busy(), Clock()
    ledger = case(store)
    rival = Ledger(store, ledger.case_id, ledger.name)

    def meanwhile() -> None:
        rival.append([comment("rival")])

    store.meanwhile = meanwhile
    with pytest.raises(StoreLocked, match="case bridge") as locked:
        ledger.append([comment("mine")], waiting=clock.waiting())
    assert PATIENCE < clock.now - 1000 < PATIENCE + 1
    assert max(clock.slept) <= 0.1
    assert "nothing was lost" in locked.value.hint
    assert "mine" not in texts(ledger)
    assert wrong(ledger) == []


def test_append_of_nothing_is_nothing(library: Store) -> None:
    ledger = case(library)
    assert ledger.append([]) == ()
    assert ledger.head().seq == 1


def timed(library: Store) -> Ledger:
    ledger = case(library)
    for at in ("2024-05-06T08:00:00Z", "2024-05-06T09:30:00Z", "2024-05-07T00:00:00Z"):
        ledger.append([comment(at, at=at)])
    return ledger


@pytest.mark.parametrize(
    ("at", "last"),
    [
        ("2023", 0), ("2024", 4), ("2024-05-05", 0), ("2024-05-06", 3), ("2024-05-06T07", 1),
        ("2024-05-06T08:00:00Z", 2), ("2024-05-06T09:30:01Z", 3), ("2025-01", 4),
        ("#0", 0), ("#1", 1), ("#3", 3), ("#99999999999999999999999", 4), ("#-1", 0),
    ],
)  # fmt: skip
def test_case_as_it_stood(library: Store, at: str, last: int) -> None:
    ledger = timed(library)
    assert [one.entry.seq for one in ledger.read(at=at)] == list(range(1, last + 1))
    assert [one.entry.seq for one in ledger.read(at=at, after=2)] == list(range(3, last + 1))


def test_number_that_is_none_is_an_error() -> None:
    with pytest.raises(ValueError, match="two"):
        list(case(MemoryStore()).read(at="#two"))


def test_time_never_runs_backwards(library: Store) -> None:
    ledger = case(library)
    ledger.append([comment("later", at="2024-06-01T00:00:00Z")])
    ledger.append([comment("clock put back", at="2020-01-01T00:00:00Z"), comment("on", at="2025")])
    times = [one.entry.at for one in ledger.read()]
    assert times == [AT, "2024-06-01T00:00:00Z", "2024-06-01T00:00:00Z", "2025"]
    assert wrong(ledger) == []


@given(st.lists(st.lists(st.text("0123456789-:TZ", max_size=8), max_size=4), max_size=6))
def test_chain_holds_whatever_the_clocks_say(batches: list[list[str]]) -> None:
    ledger = case(MemoryStore())
    for times in batches:
        ledger.append([comment("x", at=at) for at in times])
    assert wrong(ledger) == []
    assert all(one.entry.at <= two.entry.at for one, two in pairwise(ledger.read()))


@pytest.mark.parametrize("name", ["", "   ", "a/b", "a\0b", "a\nb", "\ud800"])
def test_name_that_is_none_is_refused(library: Store, name: str) -> None:
    with pytest.raises(CaseRefused, match="no name for a case"):
        case(library, name)
    assert library.heads() == ()


def test_second_case_of_a_name_is_refused(library: Store) -> None:
    case(library)
    with pytest.raises(CaseRefused, match="there is a case called 'bridge'"):
        case(library, " bridge ")
    assert len(library.heads()) == 1


def test_second_case_of_an_id_is_refused(library: Store) -> None:
    new_case(library, Opened(name="bridge"), "Ana", AT, "case-1")
    with pytest.raises(CaseRefused, match="'case-1'"):
        new_case(library, Opened(name="harbour"), "Ana", AT, "case-1")
    assert [head.name for head in library.heads()] == ["bridge"]


def test_case_is_opened_by_name_or_id(library: Store) -> None:
    ledger = case(library)
    assert open_case(library, "bridge").case_id == ledger.case_id
    assert open_case(library, ledger.case_id).name == "bridge"


def test_case_called_as_another_ones_id_does_not_hide_it(library: Store) -> None:
    first = case(library, "zeta")
    case(library, first.case_id)
    assert open_case(library, first.case_id).case_id == first.case_id
    assert open_case(library, "zeta").case_id == first.case_id


def test_unknown_case_is_told_with_the_nearest(library: Store) -> None:
    case(library, "bridge in Arden")
    with pytest.raises(UnknownCase, match="brigde in Arden") as unknown:
        open_case(library, "brigde in Arden")
    assert unknown.value.hint == "did you mean 'bridge in Arden'?"
    with pytest.raises(UnknownCase) as unknown:
        open_case(library, "quite another thing")
    assert "whence case list" in unknown.value.hint


def test_case_that_is_gone_is_told() -> None:
    with pytest.raises(UnknownCase, match="no longer in memory"):
        Ledger(MemoryStore(), "case-gone", "gone").head()


def test_what_an_entry_says(library: Store) -> None:
    ledger = case(library)
    odd = Draft(kind="of tomorrow", author="Ana", at=AT, payload=msgspec.Raw(b"{}"))
    bad = Draft(kind="comment", author="Ana", at=AT, payload=msgspec.Raw(b"{}"))
    ledger.append([comment("yes"), comment("no"), odd, bad])
    ledger.append([comment("later")], Beside(erased_seqs=(3,)))
    entries = list(ledger.read())
    found = [decoded(one) for one in entries[:4]]
    assert found[1:] == [Comment(text="yes"), None, None]
    assert isinstance(found[0], Opened)
    with pytest.raises(msgspec.ValidationError):
        decoded(entries[4])


def test_same_drafts_have_the_same_hashes_everywhere() -> None:
    (sealed,) = seal("case-1", [comment("The bridge")], None)
    assert sealed.payload == b'{"text":"The bridge","subject":""}'
    assert sealed.entry.hash == FIRST
