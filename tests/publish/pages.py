"""A rendered page, parsed, with the questions that the tests ask of it."""

from typing import Any, TypeAlias

from lxml import html as parser

from whence.model.case import Case
from whence.publish import html

# lxml's stubs do not know what an HTML element can be asked
Element: TypeAlias = Any


def page(case: Case) -> Element:
    """Render a case and parse the page."""
    return parsed(html.render(case))


def parsed(text: str) -> Element:
    """Parse a page."""
    return parser.document_fromstring(text)


def ids(root: Element) -> list[str]:
    """Return every id in document order."""
    return [str(value) for value in root.xpath("//@id")]


def links(root: Element) -> list[str]:
    """Return every href, of pictures too, in document order."""
    return [str(value) for value in root.xpath("//@href")]


def text_of(element: Element) -> str:
    """Return the text of an element with white space taken together."""
    return " ".join(str(element.text_content()).split())
