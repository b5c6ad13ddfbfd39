"""What was just read is not read again."""

from evaluation.readers.plain import plain_document
from evaluation.readers.remembered import Lately

from whence.extract.rules.reader import RulesReader
from whence.model.document import Document
from whence.model.reading import Reading


class Counting(RulesReader):
    """Reads by the rules, and keeps the texts that it was given."""

    def __init__(self) -> None:
        super().__init__()
        self.given: list[str] = []

    def read(self, document: Document) -> Reading:
        self.given.append(document.text)
        return super().read(document)


def test_a_document_is_read_once_for_several_questions() -> None:
    whole = Counting()
    lately = Lately(whole)
    one = "The harbour was hit, said Orla Venn."
    found = [lately.read(plain_document("page", one, "2031-05-06")) for _ in range(2)]
    assert lately.name == whole.name
    assert found[0] == found[1] == RulesReader().read(plain_document("page", one, "2031-05-06"))
    assert whole.given == [one]


def test_another_day_or_text_is_another_document() -> None:
    lately = Lately(whole := Counting())
    for text, published in (("It burned.", None), ("It burned.", "2031-05-06"), ("It sank.", None)):
        lately.read(plain_document("page", text, published))
    assert whole.given == ["It burned.", "It burned.", "It sank."]
