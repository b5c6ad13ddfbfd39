"""Which entries hold: retractions, and retractions of them."""

from dataclasses import replace

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from whence.model.ledger import Comment, Opened, Retraction
from whence.store.protocol import Sealed
from whence.store.sealing import Draft, seal
from whence.store.standing import holding

AT = "2031-03-08T09:00:00Z"


def chain(targets: list[int | None]) -> list[Sealed]:
    """Return a case: the opening, then a retraction for a number, a comment for None."""
    drafts = [Draft(kind="opened", author="Ada", at=AT, payload=Opened(name="Port"))]
    for target in targets:
        if target is None:
            drafts.append(Draft(kind="comment", author="Ada", at=AT, payload=Comment(text="Hm.")))
        else:
            said = Retraction(seq=target, reason="A mistake.")
            drafts.append(Draft(kind="retraction", author="Ada", at=AT, payload=said))
    return list(seal("case-1", drafts, None))


def seqs(entries: list[Sealed]) -> list[int]:
    return [sealed.entry.seq for sealed in holding(entries)]


def test_retracted_entry_no_longer_holds() -> None:
    assert seqs(chain([None, None, 2])) == [1, 3, 4]


def test_retracting_a_retraction_makes_the_first_hold_again() -> None:
    assert seqs(chain([None, 2, 3])) == [1, 2, 4]


def test_and_retracting_that_takes_it_back_once_more() -> None:
    assert seqs(chain([None, 2, 3, 4])) == [1, 3, 5]


def test_entry_retracted_twice_stays_retracted_when_one_is_taken_back() -> None:
    assert seqs(chain([None, 2, 2, 3])) == [1, 4, 5]


def test_retraction_of_itself_or_of_what_comes_later_says_nothing() -> None:
    assert seqs(chain([2, 4, None])) == [1, 2, 3, 4]


def test_retraction_whose_words_were_taken_out_takes_nothing_back() -> None:
    entries = chain([None, 2])
    assert seqs([*entries[:2], replace(entries[2], payload=None)]) == [1, 2, 3]


def test_unreadable_retraction_takes_nothing_back() -> None:
    drafts = [Draft(kind="retraction", author="Ada", at=AT, payload=msgspec.Raw(b'{"seq":"x"}'))]
    assert seqs(list(seal("case-1", drafts, None))) == [1]


@given(st.lists(st.none() | st.integers(min_value=-1, max_value=14), max_size=12))
def test_entry_holds_exactly_when_no_later_retraction_of_it_holds(
    targets: list[int | None],
) -> None:
    entries = chain(targets)
    held = set(seqs(entries))
    for sealed in entries:
        seq = sealed.entry.seq
        against = {
            place for place, target in enumerate(targets, 2) if target == seq and place > seq
        }
        assert (seq in held) == (not against & held)


@given(st.lists(st.none() | st.integers(min_value=1, max_value=10), max_size=9))
def test_what_comes_later_and_retracts_nothing_changes_nothing(targets: list[int | None]) -> None:
    assert seqs(chain([*targets, None]))[:-1] == seqs(chain(targets))
