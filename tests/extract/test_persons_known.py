"""Names of one word are persons' where the text gives them in full or behind a title."""

from tests.extract.suspected import document
from whence.extract.parties.persons import in_full


def test_a_lone_word_may_be_a_country() -> None:
    text = "Ana Ruiz said Ruiz went. Colonel Holm came. Ormeland built a port."
    page = document(text)
    names = ["Ana Ruiz", "Ruiz went", "Holm", "Ormeland"]
    spans = []
    for name in names:
        start = text.index(name)
        spans.append(page.span(start, start + len(name.removesuffix(" went"))))
    assert [one.text for one in in_full(spans, text)] == ["Ana Ruiz", "Ruiz", "Holm"]
