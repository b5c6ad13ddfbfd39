"""Every mark of a document: of one document alone it is the same as of the whole case."""

import pytest

from tests.publish.cases import harbour_case
from tests.publish.test_html import hostile_case
from whence.model.case import Case
from whence.publish.index import Index
from whence.publish.places import places


@pytest.mark.parametrize("case", [harbour_case(), hostile_case()], ids=["harbour", "hostile"])
def test_places_of_one_document_are_those_of_the_whole_case(case: Case) -> None:
    index = Index(case)
    found = places(index)
    assert len(found) > 1
    for key in index.documents:
        alone = places(index, key)
        assert set(alone) <= {key}
        assert alone.get(key) == found.get(key)
