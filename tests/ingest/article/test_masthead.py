"""A plain text whose page names itself in the furniture that is cut."""

import pytest

from whence.ingest.article.plain import read_plain
from whence.ingest.assemble import ingest
from whence.ingest.capture import Capture, Metadata
from whence.model.document import Document

ARTICLE = (
    "Two boats burned in the harbour of Port Amel on Tuesday night, the coast guard said.\n\n"
    "Nobody was hurt. A spokeswoman for the harbour said divers would look at the hulls.\n\n"
)


@pytest.mark.parametrize(
    ("lines", "outlet"),
    [
        ("Advertise with The Amel Courier", "The Amel Courier"),
        ("Advertise on Harbour 24", "Harbour 24"),
        ("© 2031 The Amel Courier. All rights reserved.", "The Amel Courier"),
        ("Copyright © 2029-2031 Amel & Coast Post", "Amel & Coast Post"),
        ("Subscribe to The Amel Courier's newsletter", "The Amel Courier"),
        ("Advertise with The Amel Courier\n\n© 2031 Amel Courier", "The Amel Courier"),
        ("Advertise with us", None),
        ("Advertise with The Amel Courier\n\n© 2031 Big Media Group", None),
        ("© 2031 Reuters. All rights reserved.", None),
        ("Subscribe to our newsletter", None),
        ("Sign up for free", None),
    ],
)
def test_page_is_named_by_its_own_furniture(lines: str, outlet: str | None) -> None:
    assert read_plain(ARTICLE + lines, Metadata()).found.outlet == outlet


def test_article_that_speaks_of_advertising_names_no_page() -> None:
    told = (
        "“Advertise with Harbour 24”, said the poster on the burned hull, according to divers.\n\n"
    )
    assert read_plain(ARTICLE + told, Metadata()).found.outlet is None


def test_known_outlet_stands_against_the_page() -> None:
    made = ingest(
        Capture(
            location="a.txt",
            raw=(ARTICLE + "Advertise with The Amel Courier").encode(),
            metadata=Metadata(outlet="Coast Post"),
        )
    )
    assert isinstance(made, Document)
    assert made.outlet == "Coast Post"
