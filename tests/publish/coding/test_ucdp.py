import pytest
from msgspec.structs import replace

from tests.publish.coding.rows import only_row
from tests.publish.coding.test_acled import dated, named
from tests.publish.mapped import KENYA, MOMBASA, killed, location, mapped_case
from whence.model.location import Location
from whence.publish.coding.companions import COMPANIONS
from whence.publish.coding.ucdp import COLUMNS, rows


def test_every_column_of_a_row() -> None:
    row = only_row(rows(killed(mapped_case(MOMBASA), 2, 3, 5, "people")))
    assert tuple(row) == (*COLUMNS, *COMPANIONS)
    nobody = "nobody admitted it, and no inquiry or court found who did it"
    assert {name: row[name] for name in (*COLUMNS, "left_open")} == {
        "year": "2031",
        "type_of_violence": "",
        "side_a": "",
        "side_b": "",
        "number_of_sources": "3",
        "source_article": '"Evening Mail of the Southern Provinces and Islands, 2031-03-04, Drones '
        'hit harbour office"; "Port Gazette, 2031-03-04, Drones hit harbour office"; "Coast '
        'Courier, 2031-03-04, Six hurt at Port Sable"; "Sable Observer, 2031-03-08, Ministry '
        'corrects toll"',
        "source_office": "Evening Mail of the Southern Provinces and Islands",
        "source_date": "2031-03-04",
        "source_headline": "Drones hit harbour office",
        "source_original": "interior ministry spokesman; Tidewatch council; a hospital doctor",
        "where_prec": "1",
        "where_coordinates": "Mombasa",
        "where_description": "Mombasa",
        "adm_1": "Mombasa County",
        "adm_2": "Mvita",
        "latitude": "-4.05",
        "longitude": "39.66",
        "geom_wkt": "POINT (39.66 -4.05)",
        "country": "Kenya",
        "date_prec": "1",
        "date_start": "2031-03-03",
        "date_end": "2031-03-03",
        "deaths_a": "0",
        "deaths_b": "0",
        "deaths_civilians": "0",
        "deaths_unknown": "3",
        "best": "3",
        "high": "5",
        "low": "2",
        "left_open": "type_of_violence: the type depends on who both sides are, and the kind does "
        f"not tell; side_a: {nobody}; side_b: see target; number_of_sources: independent first "
        "hands, not reports",
    }


@pytest.mark.parametrize(
    ("iso", "code", "start", "end"),
    [
        ("2031-03-03/2031-03-04", "2", "2031-03-03", "2031-03-04"),
        ("2031-03-03/2031-03-09", "3", "2031-03-03", "2031-03-09"),
        ("2031-03", "4", "2031-03-01", "2031-03-31"),
        ("2031", "5", "2031-01-01", "2031-12-31"),
        ("2030/2031", "", "", ""),
    ],
)
def test_dates_are_the_first_and_the_last_possible(
    iso: str, code: str, start: str, end: str
) -> None:
    row = only_row(rows(dated(mapped_case(), iso)))
    assert (row["date_prec"], row["date_start"], row["date_end"]) == (code, start, end)
    assert ("date_prec: " in row["left_open"]) == (not code)


@pytest.mark.parametrize(
    ("at", "code"),
    [
        (KENYA, "6"),
        (location("Coast", -3.0, 39.5, "region", "Coast", "KE"), "4"),
        (location("Changamwe", -4.03, 39.63, "county", "Mombasa County", "KE", "Changamwe"), "3"),
        (None, ""),
    ],
)
def test_where_is_as_precise_as_it_is_told(at: Location | None, code: str) -> None:
    row = only_row(rows(mapped_case(at)))
    assert row["where_prec"] == code
    assert bool(row["geom_wkt"]) == bool(code)


@pytest.mark.parametrize("unit", ["civilians", "people", None])
def test_deaths_add_up_to_the_best_figure(unit: str | None) -> None:
    row = only_row(rows(killed(mapped_case(), 2, 3, 5, unit)))
    parts = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
    assert sum(int(row[name]) for name in parts) == int(row["best"]) == 3
    assert row["deaths_civilians"] == ("3" if unit == "civilians" else "0")


def test_no_figure_is_not_nought() -> None:
    for case in (mapped_case(), killed(mapped_case(), 2, None, 9)):
        row = only_row(rows(case))
        assert row["best"] == row["deaths_unknown"] == row["deaths_a"] == ""
        assert "best: no figure is held" in row["left_open"]
    nobody = only_row(rows(killed(mapped_case(), 0, 0, 0)))
    assert "the data set holds events with deaths" in nobody["left_open"]


def test_an_organised_doer_against_civilians_is_one_sided() -> None:
    row = only_row(rows(named(mapped_case(kind="massacre"))))
    assert (row["type_of_violence"], row["side_a"], row["side_b"]) == (
        "3", "Reef Front", "Civilians",
    )  # fmt: skip
    drones = only_row(rows(named(mapped_case(kind="drone_attack"))))
    assert (drones["type_of_violence"], drones["side_a"], drones["side_b"]) == (
        "", "Reef Front", "",
    )  # fmt: skip
    person = only_row(rows(named(mapped_case(kind="massacre"), "person")))
    assert person["side_a"] == ""
    assert "side_a: who did it is a person or no organised actor" in person["left_open"]


def test_an_article_without_a_headline_ends_with_its_date() -> None:
    case = mapped_case()
    bare = tuple(replace(one, title=None) for one in case.documents)
    told = only_row(rows(replace(case, documents=bare)))["source_article"]
    assert '"Port Gazette, 2031-03-04"' in told
    assert ', "' not in told


def test_a_case_without_its_documents_still_gives_a_row() -> None:
    row = only_row(rows(replace(mapped_case(), documents=())))
    assert row["source_office"] == row["source_headline"] == ""
