from functools import partial
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.accounts.team import AT, at, at_once
from whence.errors import CaseRefused
from whence.store.accounts.accounts import Accounts


def test_what_was_seen_is_kept_for_each_person_and_case(accounts: Accounts) -> None:
    assert accounts.seen.of("ben") == {}
    accounts.seen.mark("ben", "bridge", 7, AT)
    accounts.seen.mark("ben", "pilot", 3, at(5))
    accounts.seen.mark("", "bridge", 1, at(6))
    assert accounts.seen.of("ben") == {"bridge": (7, AT), "pilot": (3, at(5))}
    assert accounts.seen.of("") == {"bridge": (1, at(6))}


_RUNS = count()

_MARKS = st.lists(
    st.tuples(
        st.sampled_from(["", "ada", "ben"]),
        st.sampled_from(["bridge", "橋"]),
        st.integers(0, 9),
        st.integers(0, 9),
    ),
    max_size=10,
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(_MARKS)
def test_what_was_seen_stays_seen(
    accounts: Accounts, marks: list[tuple[str, str, int, int]]
) -> None:
    run = next(_RUNS)  # the library is the same for all examples
    expected: dict[str, dict[str, tuple[int, str]]] = {}
    for who, what, seq, seconds in marks:
        person, moment = f"{who}{run}", at(seconds)
        before = accounts.seen.of(person).get(what, (0, ""))
        accounts.seen.mark(person, what, seq, moment)
        expected.setdefault(person, {})[what] = max(before, (seq, moment))
        assert accounts.seen.of(person) == expected[person]


def test_the_furthest_of_those_marked_at_once_is_kept(accounts: Accounts) -> None:
    said = at_once(*(partial(accounts.seen.mark, "ben", "bridge", seq, AT) for seq in range(8)))
    assert said == [None] * 8
    assert accounts.seen.of("ben") == {"bridge": (7, AT)}


def test_no_entry_comes_after_the_last_that_a_store_can_hold(accounts: Accounts) -> None:
    accounts.seen.mark("ben", "bridge", 10**12, AT)
    assert accounts.seen.of("ben") == {"bridge": (2**31 - 1, AT)}


def test_a_case_that_can_be_none_is_refused(accounts: Accounts) -> None:
    with pytest.raises(CaseRefused):
        accounts.seen.mark("ben", "\x00", 1, AT)
