"""What a reader saw, as a page and in a terminal: everything once, nothing lost, all escaped."""

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from tests.publish.desk import document
from tests.publish.pages import ids, links, parsed
from whence.model.document import Document
from whence.model.reading import Attributed, Mark, Mention, Reading
from whence.model.span import Span
from whence.publish import seen_html, seen_text
from whence.publish.views.seen import KINDS, Seen, pieces, view

TEXT = 'The agency quoted <b>Ada Marsh</b> as saying “a cowardly crime” was "denied" on Monday.'


def made() -> tuple[Document, Reading]:
    paper = document("quay", TEXT, None)

    def span(words: str) -> Span:
        start = paper.text.index(words)
        return paper.span(start, start + len(words))

    outer = Attributed(
        source=span("The agency"),
        cue=span("quoted"),
        content=(span("<b>Ada Marsh</b> as saying"),),
        kind="indirect",
    )
    inner = Attributed(
        source=span("<b>Ada Marsh</b>"), cue=span("saying"), via=(span("The agency"),),
        content=(span("“a cowardly crime”"), span('was "denied"')), kind="direct",
        act="deny_involvement", negated=True, certainty=-2,
    )  # fmt: skip
    return paper, Reading(
        document_id=paper.id,
        reader="made@1",
        attributed=(outer, inner),
        mentions=(Mention(kind="date", span=span("on Monday"), value="2031-05-05"),),
        marks=(
            Mark(kind="loaded", span=span("cowardly crime"), whose="Ada Marsh", reason="<judges>"),
        ),
    )


def printed(*, terminal: bool = False, text: bool = True) -> str:
    out = io.StringIO()
    console = Console(file=out, width=140, force_terminal=terminal, color_system="standard")
    seen_text.render(view(*made()), console, text=text)
    return out.getvalue()


def test_brackets_hold_every_range_and_its_number() -> None:
    body = printed()
    assert "[source 1: [via 2: The agency]] [cue 1: quoted]" in body.replace(
        "[via 2: [source 1: The agency]]", "[source 1: [via 2: The agency]]"
    )
    assert "[content 1: [source 2: <b>Ada Marsh</b>] as [cue 2: saying]]" in body
    assert "[content 2: “a [loaded: cowardly crime]”]" in body
    assert "[date: on Monday]" in body


def test_statements_are_listed_with_what_the_reader_tells() -> None:
    rows = printed(text=False).splitlines()
    first = next(row for row in rows if row.strip().startswith("1 "))
    second = next(row for row in rows if row.strip().startswith("2 "))
    assert "The agency" in first
    assert "indirect" in first
    assert "negated" not in first
    body = " ".join(rows[rows.index(second) :])
    for told in ("<b>Ada Marsh</b>", "deny involvement", "negated", "certainty -2", "via"):
        assert told in re.sub(r"\s+", " ", body)
    assert "[source" not in " ".join(rows)


def test_a_terminal_gets_styles_and_a_legend() -> None:
    body = printed(terminal=True)
    assert "[source 1" not in body
    assert "\x1b[" in body
    legend = body.splitlines()[1]
    assert all(kind in legend for kind in KINDS)
    assert "¹" in body


def test_no_two_kinds_look_alike_without_colour() -> None:
    colours = {"green", "cyan", "magenta", "yellow", "red", "blue"}
    bare = [" ".join(sorted(set(style.split()) - colours)) for style in seen_text.STYLES.values()]
    assert set(seen_text.STYLES) == set(KINDS)
    assert len(set(bare)) == len(bare)


def test_controls_of_a_text_do_not_reach_the_terminal() -> None:
    paper = document("quay", "One\x1b[31m two\x07 three \u202e four", None)
    out = io.StringIO()
    reading = Reading(document_id=paper.id, reader="made@1")
    seen_text.render(view(paper, reading), Console(file=out, width=80))
    assert not set("\x1b\x07\u202e") & set(out.getvalue())
    assert "No statement was seen." in out.getvalue()


def test_the_page_has_the_text_once_and_leads_from_number_to_row() -> None:
    root = parsed(seen_html.render([view(*made())], "0"))
    assert set(links(root)) == {"#d1s1", "#d1s2"}
    assert set(links(root)) < {f"#{key}" for key in ids(root)}
    (text,) = root.find_class("text")
    for number in text.findall(".//sup"):
        number.drop_tree()
    assert text.text_content() == TEXT
    assert text.find(".//b") is None
    marked = {kind for one in text.findall(".//span") for kind in (one.get("class") or "").split()}
    assert marked == set(KINDS) - {"insinuation"}
    (loaded,) = text.find_class("loaded")
    assert (loaded.get("title") or "").endswith("loaded: Ada Marsh, <judges>")


def test_the_page_needs_nothing_from_elsewhere() -> None:
    page = seen_html.render([view(*made()), view(*made())], "0")
    root = parsed(page)
    assert all(root.find(f".//{tag}") is None for tag in ("script", "link", "img"))
    assert all(link.startswith("#") for link in links(root))
    assert len(set(ids(root))) == len(list(ids(root)))
    assert "prefers-color-scheme: dark" in page
    assert 'name="viewport"' in page


RANGES = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=8)


@given(RANGES)
def test_pieces_hold_the_text_once_and_every_range_wholly(ranges: list[tuple[int, int]]) -> None:
    text = "abcdefghijklmnopqrstuvwxyz1234"
    given_ = [Seen("source", str(at), min(one), max(one)) for at, one in enumerate(ranges)]
    found = list(pieces(text, given_))
    assert "".join(piece.text for piece in found) == text
    for one in given_:
        held = "".join(piece.text for piece in found if one in piece.held)
        assert held == text[one.start : one.end]
        assert sum(one in piece.opened for piece in found) == (one.start < one.end)


@given(RANGES)
def test_brackets_are_balanced_whatever_crosses(ranges: list[tuple[int, int]]) -> None:
    text = "abcdefghijklmnopqrstuvwxyz1234"
    given_ = [Seen("cue", f"cue {at}", min(one), max(one)) for at, one in enumerate(ranges)]
    shown = seen_text.bracketed(tuple(pieces(text, given_)))
    assert shown.count("[") == shown.count("]")
    assert re.sub(r"\[cue \d+( …)?: |\]", "", shown) == text


@pytest.mark.parametrize("text", ["", "word"])
def test_a_text_in_which_nothing_was_seen_is_whole(text: str) -> None:
    assert "".join(piece.text for piece in pieces(text, [])) == text
