from hypothesis import given
from hypothesis import strategies as st

from whence.model.document import Document
from whence.model.identity import stable_id

texts = st.text(alphabet=st.characters(exclude_characters="\x1f"), max_size=12)


def test_id_is_the_same_on_every_machine() -> None:
    assert stable_id("doc", "ab", "c") == "doc-9617c506357d"


@given(st.lists(texts, max_size=4), st.lists(texts, max_size=4))
def test_ids_agree_exactly_when_the_parts_do(left: list[str], right: list[str]) -> None:
    alike = "\x1f".join(left) == "\x1f".join(right)
    assert (stable_id("x", *left) == stable_id("x", *right)) == alike


def test_parts_are_kept_apart() -> None:
    assert stable_id("x", "ab", "c") != stable_id("x", "a", "bc")


def test_lone_surrogates_have_an_id_too() -> None:
    assert stable_id("x", "\ud800").startswith("x-")


def test_document_id_depends_on_text_and_address() -> None:
    here = Document.identify("same words", "https://a.example/1")
    assert here != Document.identify("same words", "https://b.example/1")
    assert here != Document.identify("other words", "https://a.example/1")
    assert Document.identify("same words", None) == Document.identify("same words", "")
