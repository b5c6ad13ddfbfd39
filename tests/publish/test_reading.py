"""Marks of any shape never change a document's words."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import html as parser

from tests.publish.desk import document
from tests.publish.pages import Element
from whence.publish.anchors import words_anchor
from whence.publish.places import Back, Place
from whence.publish.texts import clean
from whence.publish.views.reading import read

TEXT = "A title here\nThe first & <second> paragraph\n\nlast “words” of three."
RANGES = st.lists(
    st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(
        lambda pair: (min(pair), max(pair))
    ),
    max_size=12,
    unique=True,
)


@given(RANGES)
def test_any_ranges_leave_the_words_as_they_are_and_each_has_its_anchor(
    ranges: list[tuple[int, int]],
) -> None:
    source = document("Ledger", TEXT, None)
    found = {
        limits: Place(source.span(*limits), {"fact"}, [Back("back", "#x", "fact", "#")])
        for limits in ranges
    }
    reading = read(source, found)
    body = "".join(f"<div>{piece.html}</div>" for piece in reading.pieces)
    root: Element = parser.fromstring(f"<section>{reading.stray}{body}</section>")
    for back in root.xpath("//a"):
        back.drop_tree()
    told = [str(div.text_content()) for div in root.xpath("./div")]
    assert told == [line for line in TEXT.split("\n") if line]
    ids = [str(key) for key in root.xpath("//@id")]
    assert sorted(ids) == sorted(words_anchor(place.span) for place in found.values())
    for place in found.values():
        key = words_anchor(place.span)
        pieces = root.xpath("//*[@id=$key or @data-of=$key]", key=key)
        whole = "".join(str(piece.text_content()) for piece in pieces)
        assert whole == "".join(place.span.text.split("\n"))
        assert (key in reading.split) == (len(pieces) > 1)


PRINTED = st.characters(exclude_categories=["Cc", "Cs"])


@given(st.text(alphabet=PRINTED, min_size=1, max_size=60))
def test_any_text_is_printed_as_text(text: str) -> None:
    source = document("Ledger", text, None)
    reading = read(source, {})
    body = clean("".join(f"<div>{piece.html}</div>" for piece in reading.pieces))
    root: Element = parser.fromstring(f"<section>{body}</section>")
    assert [element.tag for element in root.iter()] == ["section", *["div"] * len(reading.pieces)]
    told = "".join(str(root.text_content()).split())
    assert told == "".join(clean(text).split())
