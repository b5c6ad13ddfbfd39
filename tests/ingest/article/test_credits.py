"""Outlet fields and bylines told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.ingest.article.byline import parse_byline
from whence.ingest.article.credits import each_once, is_agency, split_outlet


@pytest.mark.parametrize(
    ("field", "outlet", "credits"),
    [
        ("The Amel Courier", "The Amel Courier", ()),
        ("The Amel Courier / Reuters", "The Amel Courier", ("Reuters",)),
        ("Amel 8 / AP", "Amel 8", ("AP",)),
        ("AmelNet (Source: Reuters)", "AmelNet", ("Reuters",)),
        ("amel-news (AFP copy)", "amel-news", ("AFP",)),
        ("Amelia (Channel Nine)", "Amelia", ("Channel Nine",)),
        ("Amelia (Channel Nine reports)", "Amelia", ("Channel Nine",)),
        ("Amelia (Northern Times service)", "Amelia", ("Northern Times",)),
        ("Amelia (rewritten AP/Northern copy)", "Amelia", ("AP", "Northern")),
        ("Amelia (machine-translated Northern)", "Amelia", ("Northern",)),
        ("Amelia (machine-written)", "Amelia", ()),
        ("Amelian News Agency (ANA)", "Amelian News Agency (ANA)", ()),
        ("ANA (Amelian News Agency)", "ANA (Amelian News Agency)", ()),
        ("The Herald (India)", "The Herald (India)", ()),
        ("The Herald (India) / Reuters", "The Herald (India)", ("Reuters",)),
        ("The Herald / Northern, Reuters and AFP", "The Herald", ("Northern", "Reuters", "AFP")),
        ("a blog quoting AP", "a blog", ("AP",)),
        ("AFP/Reuters", "AFP", ("Reuters",)),
        ("News/Talk 90", "News/Talk 90", ()),
        ("RFE/RL", "RFE/RL", ()),
        ("Relay (RFE/RL copy)", "Relay", ("RFE/RL",)),
        ("Reuters / Reuters", "Reuters", ()),
        ("AP (The Associated Press)", "AP", ()),
        ("Herald (AP, The Associated Press)", "Herald", ("AP",)),
        ("(Herald)", "(Herald)", ()),
        ("/", "/", ()),
    ],
)
def test_outlet_and_credits(field: str, outlet: str, credits: tuple[str, ...]) -> None:
    assert split_outlet(field) == (outlet, credits)


@given(st.text(max_size=60))
def test_any_field_keeps_an_outlet_and_credits_only_its_own_words(field: str) -> None:
    outlet, credits = split_outlet(field)
    assert (outlet is None) == (not field.strip())
    assert all(name and name in " ".join(field.split()) for name in credits)


def test_two_forms_of_an_agency_count_once() -> None:
    assert is_agency("The Associated Press")
    assert is_agency("REUTERS")
    assert not any(map(is_agency, ("The Amel Courier", "Spa", "uni", "mehr", "")))
    assert each_once(["AP", "Reuters", "Associated Press"], "Herald") == ("AP", "Reuters")
    assert each_once(["The Associated Press"], outlet="AP") == ()


@pytest.mark.parametrize(
    ("line", "people", "credits"),
    [
        ("By Mara Ilves", "Mara Ilves", ()),
        ("BY MARA ILVES", "MARA ILVES", ()),
        ("By: Mara Ilves", "Mara Ilves", ()),
        ("By Mara Ilves and Jon van der Tamm", "Mara Ilves and Jon van der Tamm", ()),
        ("By Mara Ilves, Jon Tamm and Ed Oja", "Mara Ilves, Jon Tamm and Ed Oja", ()),
        ("By Mara Ilves | Reuters", "Mara Ilves", ("Reuters",)),
        ("By Mara Ilves, Associated Press", "Mara Ilves", ("Associated Press",)),
        ("By Mara Ilves (AFP)", "Mara Ilves", ("AFP",)),
        ("By Mara Ilves for AFP", "Mara Ilves", ("AFP",)),
        ("By Mara Ilves, staff writer", "Mara Ilves", ()),
        ("By Mara al-Ilves in Port Amel", "Mara al-Ilves", ()),
        ("Mara Ilves | AP", "Mara Ilves", ("AP",)),
        ("By Reuters", "Reuters", ("Reuters",)),
        ("Von Mara Ilves", "Mara Ilves", ()),
        ("By our foreign staff", "our foreign staff", ()),
        ("Source: Reuters", "Reuters", ("Reuters",)),
        ("AFP", "AFP", ("AFP",)),
    ],
)
def test_a_byline_gives_people_and_agencies(
    line: str, people: str, credits: tuple[str, ...]
) -> None:
    found = parse_byline(line)
    assert found is not None
    assert (found.people, found.credits) == (people, credits)


@pytest.mark.parametrize(
    "line",
    [
        "By Sunday the fire was out.",
        "By Sunday the fire was out",
        "By then, divers had gone home",
        "By Friday.",
        "Source: a person close to the harbour master",
        "Mara Ilves",
        "Mara Ilves | Harbour fees",
        "Byline",
        "By",
        "By " + "Mara " * 60,
    ],
)
def test_what_is_no_byline(line: str) -> None:
    assert parse_byline(line) is None
