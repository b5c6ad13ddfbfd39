import pytest

from whence.model.attribution import Chain, Hop

OUTLET = Hop(who="Harbour Gazette", how="publishes", kind="outlet", anonymity="organisation")
AGENCY = Hop(who="Northern Wire", how="cites", kind="agency", anonymity="organisation")
SPEAKER = Hop(who="a port official", how="says", kind="person", anonymity="anonymous")


def test_origin_is_the_last_hand() -> None:
    chain = Chain(id="c", document_id="d", hops=(OUTLET, AGENCY, SPEAKER))
    assert chain.origin == SPEAKER


def test_narrator_chain_starts_and_ends_at_the_outlet() -> None:
    assert Chain(id="c", document_id="d", hops=(OUTLET,)).origin == OUTLET


def test_chain_without_hands_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one hop"):
        Chain(id="c", document_id="d", hops=())
