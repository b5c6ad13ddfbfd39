"""What every store promises, held against each: memory, SQLite and a real PostgreSQL."""

from collections.abc import Sequence
from dataclasses import replace

import msgspec
import pytest

from tests.store.libraries import AT, case, comment, opened, texts, wrong
from whence.errors import CaseRefused
from whence.model.ledger import START, Comment
from whence.store.ledger import Beside, Ledger
from whence.store.protocol import Batch, HeadMoved, NameTaken, Sealed, Store
from whence.store.sealing import Draft, digest, hashed, seal

HUGE = 5_000_000


def batch(ledger: Ledger, drafts: Sequence[Draft], beside: Beside | None = None) -> Batch:
    """Seal drafts behind a case's head, as an append does."""
    head, beside = ledger.head(), beside or Beside()
    return Batch(
        case_id=ledger.case_id, name=ledger.name, previous=head.hash,
        entries=tuple(seal(ledger.case_id, drafts, head)), captures=beside.captures,
        erased_seqs=beside.erased_seqs, erased_captures=beside.erased_captures,
    )  # fmt: skip


def state(store: Store, case_id: str) -> tuple[object, ...]:
    """Return everything that a store says of a case."""
    return store.heads(), list(store.read(case_id)), list(store.captures(case_id))


def seqs(ledger: Ledger) -> list[int]:
    return [sealed.entry.seq for sealed in ledger.read()]


def test_empty_library_has_no_cases(library: Store) -> None:
    assert library.heads() == ()
    assert library.heads("case-none") == ()
    assert list(library.read("case-none")) == []
    assert list(library.captures("case-none")) == []
    assert library.capture("case-none", "0" * 64) is None
    assert library.place


def test_what_was_appended_is_read_in_order(library: Store) -> None:
    ledger = case(library)
    for number in range(3):
        ledger.append([comment(f"{number}a"), comment(f"{number}b")])
    assert seqs(ledger) == list(range(1, 8))
    assert texts(ledger) == [f"{n}{part}" for n in range(3) for part in "ab"]
    assert wrong(ledger) == []
    assert ledger.head().at == AT


def test_heads_come_in_the_order_of_names_each_with_its_own_chain(library: Store) -> None:
    names = ["zeta", "Alpha", "élan", "alpha", "ürün 橋", "beta"]
    made = {name: case(library, name) for name in names}
    made["beta"].append([comment("one")])
    assert [head.name for head in library.heads()] == sorted(names)
    assert {head.name: head.seq for head in library.heads()}["beta"] == 2
    assert library.heads(made["beta"].case_id) == (made["beta"].head(),)
    assert all(wrong(ledger) == [] for ledger in made.values())


def test_moved_head_takes_nothing_of_the_batch(library: Store) -> None:
    ledger = case(library)
    raw = b"late"
    late = batch(ledger, [comment("late")], Beside(captures={digest(raw): raw}, erased_seqs=(1,)))
    ledger.append([comment("first")])
    before = state(library, ledger.case_id)
    with pytest.raises(HeadMoved):
        library.append(late)
    assert state(library, ledger.case_id) == before


def test_batch_behind_a_case_that_is_not_there_is_refused(library: Store) -> None:
    ledger = case(library)
    there = batch(ledger, [comment("x")])
    with pytest.raises(HeadMoved):
        library.append(replace(there, case_id="case-other"))
    assert [head.name for head in library.heads()] == ["bridge"]


def test_name_in_use_takes_nothing(library: Store) -> None:
    ledger = case(library)
    before = state(library, ledger.case_id)
    entries = tuple(seal("case-name", [comment("x")], None))
    twin = Batch(case_id="case-name", name="bridge", previous=START, entries=entries)
    with pytest.raises(NameTaken):
        library.append(twin)
    assert state(library, ledger.case_id) == before


@pytest.mark.parametrize("name", ["bridge", "cases.name"])
def test_case_that_is_there_is_not_opened_again(library: Store, name: str) -> None:
    first = Batch(
        case_id="cases_name_key",
        name="bridge",
        previous=START,
        entries=tuple(seal("cases_name_key", [comment("x")], None)),
    )
    library.append(first)
    with pytest.raises(HeadMoved):
        library.append(replace(first, name=name))
    assert [head.seq for head in library.heads()] == [1]


@pytest.mark.parametrize(
    ("after", "through", "expected"),
    [
        (0, None, [1, 2, 3, 4, 5]), (2, None, [3, 4, 5]), (2, 4, [3, 4]), (0, 0, []),
        (5, None, []), (3, 2, []), (-3, 2, [1, 2]), (0, -1, []), (10**30, None, []),
        (3, 10**30, [4, 5]),
    ],
)  # fmt: skip
def test_window_of_a_read(
    library: Store, after: int, through: int | None, expected: list[int]
) -> None:
    ledger = case(library)
    ledger.append([comment(str(number)) for number in range(4)])
    found = library.read(ledger.case_id, after=after, through=through)
    assert [sealed.entry.seq for sealed in found] == expected


def test_kinds_of_a_read(library: Store) -> None:
    ledger = case(library)
    ledger.append([comment("x")])
    ledger.append([Draft(kind="of tomorrow", author="Ana", at=AT, payload=msgspec.Raw(b"[1]"))])

    def kinds(*wanted: str) -> list[str]:
        return [one.entry.kind for one in library.read(ledger.case_id, kinds=wanted)]

    assert kinds("comment", "opened") == ["opened", "comment"]
    assert kinds("of tomorrow") == ["of tomorrow"]
    assert kinds() == []
    assert [one.entry.seq for one in library.read(ledger.case_id, after=1, kinds={"opened"})] == []


def test_read_that_goes_on_sees_one_moment(library: Store) -> None:
    ledger = case(library)
    for _ in range(4):
        ledger.append([comment("before")] * 200)
    going_on = ledger.read()
    seen = [next(going_on)]
    ledger.append([comment("meanwhile")] * 200, Beside(erased_seqs=(700,)))
    seen += going_on
    assert [sealed.entry.seq for sealed in seen] == list(range(1, 802))
    assert seen[699].payload is not None
    assert ledger.head().seq == 1001


def test_read_that_is_broken_off_leaves_nothing_behind(library: Store) -> None:
    ledger = case(library)
    ledger.append([comment("x")] * 600)
    for _ in range(30):
        assert next(ledger.read()).entry.seq == 1
        assert next(iter(ledger.read(at="#1"))).entry.seq == 1
    ledger.append([comment("after")])
    assert ledger.head().seq == 602


def test_captures_lie_once_in_each_case(library: Store) -> None:
    one, other = case(library, "one"), case(library, "other")
    raws = [b"", b"\x00\xff" * 10, b"page"]
    for ledger in (one, other, one):
        ledger.append([comment("x")], Beside(captures={digest(raw): raw for raw in raws}))
    expected = sorted((digest(raw), raw) for raw in raws)
    assert list(library.captures(one.case_id)) == expected
    assert list(library.captures(other.case_id)) == expected
    assert library.capture(one.case_id, digest(b"page")) == b"page"
    assert library.capture(one.case_id, digest(b"other")) is None


def test_erasing_takes_the_bytes_and_leaves_the_chain(library: Store) -> None:
    ledger, other = case(library), case(library, "other")
    raw = {digest(b"page"): b"page", digest(b"kept"): b"kept"}
    ledger.append([comment("secret"), comment("open")], Beside(captures=raw))
    other.append([comment("secret")], Beside(captures=raw))
    gone = Beside(erased_seqs=(2, 99, 0, -1, 10**20), erased_captures=(digest(b"page"), "none"))
    ledger.append([comment("redacted")], gone)
    assert texts(ledger) == ["open", "redacted"]
    assert [one.payload is None for one in ledger.read()] == [False, True, False, False]
    assert list(library.captures(ledger.case_id)) == [(digest(b"kept"), b"kept")]
    assert wrong(ledger) == []
    assert texts(other) == ["secret"]
    assert library.capture(other.case_id, digest(b"page")) == b"page"


def test_erasing_nothing_that_is_there_is_no_error(library: Store) -> None:
    ledger = case(library)
    ledger.append([comment("x")], Beside(erased_seqs=(10**20,), erased_captures=("none",)))
    assert wrong(ledger) == []


def test_every_character_and_huge_payloads_come_back_as_they_went(library: Store) -> None:
    ledger = case(library, "πόλη 橋 🌉")
    odd = "NUL \x00, quotes '\"\\, \u2028, é, 橋, 🌉, \U0010ffff, \u202e"
    author = "Zoë 🌉 مریم\u200cها O'Hara; DROP TABLE cases; %s :x"
    raw = bytes(range(256)) * (HUGE // 256)
    draft = comment(odd + "x" * HUGE, author=author)
    ledger.append([draft], Beside(captures={digest(raw): raw}))
    found = next(ledger.read(after=1))
    assert found.entry.author == author
    assert texts(ledger) == [odd + "x" * HUGE]
    assert library.capture(ledger.case_id, digest(raw)) == raw
    assert library.heads()[0].name == "πόλη 橋 🌉"
    assert wrong(ledger) == []


@pytest.mark.parametrize("author", ["A\0na", "\0", "Ana\nBob", "\ud800", "a\x1b[2J"])
def test_author_that_cannot_be_kept_is_refused_and_told(library: Store, author: str) -> None:
    ledger = case(library)
    with pytest.raises(CaseRefused, match="control characters") as refused:
        ledger.append([comment("x", author=author)])
    str(refused.value).encode()  # the message itself can be printed
    assert refused.value.hint
    assert ledger.head().seq == 1


def test_text_that_is_no_unicode_is_refused(library: Store) -> None:
    ledger = case(library)
    with pytest.raises(CaseRefused, match="comment is no Unicode"):
        ledger.append([comment("half \udc9f a character")])
    assert ledger.head().seq == 1


def test_unfit_entry_made_elsewhere_is_refused_by_every_store(library: Store) -> None:
    ledger = case(library)
    sealed = batch(ledger, [comment("x")]).entries[0]
    entry = msgspec.structs.replace(sealed.entry, author="A\0na")
    entry = msgspec.structs.replace(entry, hash=hashed(entry))
    given = replace(batch(ledger, [comment("x")]), entries=(Sealed(entry, sealed.payload),))
    with pytest.raises(CaseRefused):
        library.append(given)
    with pytest.raises(CaseRefused):
        library.append(replace(given, entries=(sealed,), captures={"\0": b""}))
    assert state(library, ledger.case_id)[1:] == (list(library.read(ledger.case_id)), [])


def test_what_was_appended_by_one_handle_is_seen_by_others(sql_address: str) -> None:
    one, other = opened(sql_address), opened(sql_address)
    try:
        ledger = case(one)
        there = Ledger(other, ledger.case_id, ledger.name)
        there.append([comment("from there")])
        ledger.append([comment("from here")])
        assert texts(ledger) == texts(there) == ["from there", "from here"]
        assert wrong(there) == []
    finally:
        one.close()
        other.close()


def test_comment_is_what_was_said(library: Store) -> None:
    ledger = case(library)
    (entry,) = ledger.append([comment("yes")])
    payload = next(library.read(ledger.case_id, after=1)).payload
    assert payload is not None
    assert msgspec.json.decode(payload, type=Comment) == Comment(text="yes")
    assert entry.payload_size == len(payload)
