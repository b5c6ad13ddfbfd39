from collections.abc import Collection
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.cases import (
    described,
    document,
    draft,
    extraction,
    judgement,
    redaction,
    retraction,
)
from tests.store.libraries import case, comment, opened
from whence.errors import BadQuery, StoreReadOnly
from whence.store import sqlite
from whence.store.fulltext import finding, scan, sql_index
from whence.store.fulltext.finding import More
from whence.store.fulltext.search import Found, Search, catch_up, index_of, search
from whence.store.ledger import Beside, Ledger
from whence.store.memory import MemoryStore
from whence.store.protocol import Store
from whence.store.sql import SqlStore

FRESH = [HealthCheck.function_scoped_fixture]


def looked(store: Store, text: str, **where: object) -> Found:
    index = index_of(store)
    catch_up(store, index)
    return search(store, index, Search(text, **where))  # type: ignore[arg-type]


def seqs(found: Found) -> list[int]:
    return sorted(hit.seq for hit in found.hits)


def filled(store: Store) -> Ledger:
    ledger = case(store)
    told = document("A drone struck the granary at dawn.", "Harbour hit")
    ledger.append([
        draft("document", told),
        draft("extraction", extraction(told, "Northern Front", "The Order")),
        comment("No drone can fly that far"),
        judgement("the granary burned"),
        described("a burnt granary"),
    ])  # fmt: skip
    return ledger


def test_hit_tells_where_it_stands_and_shows_its_words(library: Store) -> None:
    ledger = filled(library)
    found = looked(library, '"northern front" granary')
    (hit,) = found.hits
    assert (hit.case, hit.case_id, hit.seq) == ("bridge", ledger.case_id, 3)
    assert (hit.kind, hit.author) == ("claim", "Ana")
    assert hit.ref.startswith("claim-")
    marked = [hit.snippet[start:end] for start, end in hit.marks]
    assert marked == ["Northern", "Front", "granary"]
    assert (found.total, found.more, found.ranked, found.unindexed) == (1, False, True, 0)


@pytest.mark.parametrize(
    ("kinds", "found"),
    [
        (None, [2, 3, 3, 3, 5, 6]),
        ({"claim"}, [3, 3]),
        ({"claim", "description"}, [3, 3, 6]),
        ({"comment"}, []),
        ({'"'}, []),
        ((), []),
    ],
)
def test_search_is_narrowed_to_kinds(
    library: Store, kinds: Collection[str] | None, found: list[int]
) -> None:
    filled(library)
    assert seqs(looked(library, "granary", kinds=kinds)) == found


def test_search_is_narrowed_to_a_case(library: Store) -> None:
    first, other = case(library), case(library, "other")
    for ledger in (first, other):
        ledger.append([comment("a drone")])
    assert {hit.case for hit in looked(library, "drone").hits} == {"bridge", "other"}
    assert [hit.case for hit in looked(library, "drone", case_id=other.case_id).hits] == ["other"]
    assert looked(library, "drone", case_id="case-of-nobody").hits == ()


def test_best_hit_comes_first(library: Store) -> None:
    ledger = case(library)
    ledger.append([comment("drone drone drone over a harbour")])
    ledger.append([comment("a drone and a great many other things of no matter to anyone")] * 3)
    assert looked(library, "drone").hits[0].seq == 2


def test_no_more_than_the_limit_is_told_and_the_total_is(library: Store) -> None:
    case(library).append([comment("drone")] * 5)
    found = looked(library, "drone", limit=2)
    assert (len(found.hits), found.total) == (2, 5)
    assert looked(library, "drone", limit=0).hits == ()


def test_of_too_many_hits_the_newest_come_first(library: Store) -> None:
    case(library).append([comment(f"drone {number}") for number in range(9)])
    with mock.patch.object(sql_index, "MANY", 5), mock.patch.object(scan, "MANY", 5):
        found = looked(library, "drone", limit=3)
    assert [hit.seq for hit in found.hits] == [10, 9, 8]
    assert (found.total, found.more, found.ranked) == (5, True, False)
    assert finding.MANY > 5


def test_retracted_entry_is_left_out_or_marked(library: Store) -> None:
    ledger = filled(library)
    ledger.append([retraction(4)])
    assert seqs(looked(library, "drone")) == [2, 3, 3, 3]
    assert looked(library, "drone").total == 4
    marked = looked(library, "drone", retracted=True).hits
    assert {hit.seq: hit.retracted for hit in marked} == {2: False, 3: False, 4: True}
    ledger.append([retraction(7)])
    assert 4 in seqs(looked(library, "drone"))


def test_redacted_words_cannot_be_found(library: Store) -> None:
    ledger = filled(library)
    assert looked(library, "drone fly").total == 1
    ledger.append([redaction(4)], Beside(erased_seqs=(4,)))
    found = search(library, index_of(library), Search("fly"))
    assert found.hits == ()
    assert isinstance(library, MemoryStore) or found.unindexed == 1
    assert looked(library, "fly").hits == ()
    assert seqs(looked(library, "drone")) == [2, 3, 3, 3]


def test_redacted_retraction_takes_nothing_back_any_more(library: Store) -> None:
    ledger = case(library)
    ledger.append([comment("drone"), retraction(2)])
    assert looked(library, "drone").hits == ()
    ledger.append([redaction(3)], Beside(erased_seqs=(3,)))
    assert seqs(looked(library, "drone")) == [2]


def test_redacted_words_are_gone_from_the_file(tmp_path: Path) -> None:
    store = opened(str(tmp_path / "library.db"))
    ledger = case(store)
    for number in range(40):
        ledger.append([comment(f"word{number} " * 20) for _ in range(10)])
        catch_up(store, index_of(store))
    ledger.append([comment("Quetzalcoatlus flew")])
    assert looked(store, "quetzalcoatlus").total == 1
    last = ledger.head().seq
    ledger.append([redaction(last)], Beside(erased_seqs=(last,)))
    left = b"".join(path.read_bytes() for path in sorted(tmp_path.iterdir())).lower()
    assert b"uetzalcoat" not in left
    assert b"word39" in left
    assert looked(store, "word39").total == 10
    store.close()


def test_words_read_before_a_redaction_are_not_indexed_after_it(sql_library: SqlStore) -> None:
    ledger = case(sql_library)
    ledger.append([comment("drone"), comment("missile")])
    index = index_of(sql_library)
    told: list[More] = []
    with mock.patch.object(index, "add", side_effect=told.append):
        catch_up(sql_library, index)
    ledger.append([redaction(2)], Beside(erased_seqs=(2,)))
    assert index.add(told[0])
    assert search(sql_library, index, Search("drone")).total == 0
    assert search(sql_library, index, Search("missile")).total == 1


def test_who_is_slower_at_indexing_changes_nothing(library: Store) -> None:
    ledger = case(library)
    ledger.append([comment("drone")])
    index = index_of(library)
    catch_up(library, index)
    assert not index.add(More(case_id=ledger.case_id, after=0, through=2, texts=()))
    assert index.through() == {ledger.case_id: 2}


def test_what_is_not_indexed_yet_is_counted(library: Store) -> None:
    ledger, other = case(library), case(library, "other")
    index = index_of(library)
    assert search(library, index, Search("drone")).unindexed == 2
    catch_up(library, index)
    ledger.append([comment("drone")] * 3)
    other.append([comment("drone")])
    found = search(library, index, Search("drone"))
    assert (found.hits, found.unindexed) == ((), 4)
    assert search(library, index, Search("drone", case_id=other.case_id)).unindexed == 1


def test_indexing_tells_how_far_it_is(library: Store) -> None:
    case(library).append([comment("drone")] * 4500)
    told: list[tuple[int, int]] = []
    catch_up(library, index_of(library), lambda *done: told.append(done))
    assert told == [(2000, 4501), (4000, 4501), (4501, 4501)]
    assert looked(library, "drone").more


def test_library_that_may_only_be_read_is_searched_as_far_as_it_is_indexed(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    store = opened(str(path))
    ledger = filled(store)
    catch_up(store, index_of(store))
    ledger.append([comment("granary")])
    store.close()
    with mock.patch.object(sqlite, "looked_at", return_value=False):
        readable = opened(str(path))
    with pytest.raises(StoreReadOnly):
        catch_up(readable, index_of(readable))
    found = search(readable, index_of(readable), Search("granary"))
    assert (found.total, found.unindexed) == (6, 1)
    readable.close()


def test_index_made_by_other_rules_is_made_anew(sql_library: SqlStore) -> None:
    ledger = filled(sql_library)
    with mock.patch.object(sql_index, "RULES", "whence.texts/0"):
        catch_up(sql_library, index_of(sql_library))
    found = search(sql_library, index_of(sql_library), Search("granary"))
    assert (found.hits, found.unindexed) == ((), 6)
    assert looked(sql_library, "granary").total == 6
    with mock.patch.object(sql_index, "RULES", "whence.texts/2"):
        ledger.append([redaction(6)], Beside(erased_seqs=(6,)))
    assert looked(sql_library, "granary").total == 5


def test_store_of_another_sort_has_no_index() -> None:
    with pytest.raises(TypeError, match="no search"):
        index_of(mock.Mock(spec=Store))


SAID = st.lists(
    st.lists(st.sampled_from(["aa", "ab", "ba", "bb", "é", "É", "北", "1"])).map(" ".join),
    max_size=8,
)
WORD = st.sampled_from(
    ["aa", "ab", "ba*", "bb", "a*", "e", '"aa ab"', '"aa b"*', "北", "aa-ab", "1"]
)
ASKED = st.recursive(
    WORD,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(" ".join),
        st.tuples(inner, inner).map(" OR ".join),
        inner.map("-{}".format),
        inner.map("({})".format),
        inner.map("-({})".format),
    ),
    max_leaves=6,
)


@settings(suppress_health_check=FRESH, deadline=None, max_examples=60)
@given(said=SAID, queries=st.lists(ASKED, min_size=1, max_size=8))
def test_every_engine_finds_what_reading_finds(
    sql_library: SqlStore, said: list[str], queries: list[str]
) -> None:
    other = MemoryStore()
    name = f"case {len(sql_library.heads())}"
    ledger, alike = case(sql_library, name), case(other, name)
    for one in (ledger, alike):
        one.append([comment(text) for text in said])
    for query in queries:
        try:
            right = looked(other, query, limit=100)
        except BadQuery:
            continue
        found = looked(sql_library, query, limit=100, case_id=ledger.case_id)
        assert seqs(found) == seqs(right), query
        assert {(hit.seq, hit.snippet, hit.marks) for hit in found.hits} == {
            (hit.seq, hit.snippet, hit.marks) for hit in right.hits
        }


@settings(suppress_health_check=FRESH, deadline=None, max_examples=150)
@given(query=st.text(max_size=60) | st.text("()\"'-*:&|!<>^{}+\\ aANDORTE0%", max_size=40))
def test_no_query_is_an_error_of_the_engine(sql_library: SqlStore, query: str) -> None:
    if not sql_library.heads():
        filled(sql_library)
        catch_up(sql_library, index_of(sql_library))
    try:
        found = search(sql_library, index_of(sql_library), Search(query))
    except BadQuery:
        return
    assert found.total <= 6
