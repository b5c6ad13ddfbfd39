from itertools import combinations

import pytest
from lxml import etree

from tests.publish import pages
from tests.publish.mapped import KENYA, MALINDI, MOMBASA, NAIROBI, location, mapped_case
from tests.publish.test_html import HOSTILE
from whence.model.case import Case
from whence.publish import html, markdown
from whence.publish.index import Index
from whence.publish.map.draw import draw
from whence.publish.map.labels import Box, by, on
from whence.publish.svg.text import width
from whence.publish.views.places import key, places

SIZES = [(640.0, 380.0), (330.0, 290.0)]
NEAR = [location(f"Village of the Long Name {n}", -4.05 + n / 40, 39.66) for n in range(1, 9)]


def svg(case: Case, size: tuple[float, float] = SIZES[0]) -> etree._Element:
    return etree.fromstring(str(draw(places(Index(case)), size, "m")))


def named(drawn: etree._Element, kind: str) -> list[etree._Element]:
    space = "{http://www.w3.org/2000/svg}"
    return [row for row in drawn.iter(f"{space}*") if kind in row.attrib.get("class", "").split()]


def texts(drawn: etree._Element) -> list[etree._Element]:
    return list(drawn.iter("{http://www.w3.org/2000/svg}text"))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "case",
    [
        mapped_case(MOMBASA, [MALINDI], [NAIROBI, KENYA]),
        mapped_case(KENYA),
        mapped_case(location("Pole", 89.9, 12.0)),
        mapped_case(location("Suva", -18.1, 178.4), [location("Apia", -13.8, -171.8)]),
        mapped_case(location("Lima", -12.0, -77.0), [location("Perth", -32.0, 115.9)]),
        mapped_case(MOMBASA, NEAR),
    ],
)
def test_names_lie_on_the_map_and_on_no_other(case: Case, size: tuple[float, float]) -> None:
    boxes = []
    for row in texts(svg(case, size)):
        if "scale" in row.attrib.get("class", ""):
            continue
        small = row.attrib.get("class") == "land"
        wide, x = width(row.text or "", 10.5 if small else 12.0), float(row.attrib["x"])
        side = row.attrib["text-anchor"]
        left = x - (wide if side == "end" else wide / 2 if side == "middle" else 0)
        y = float(row.attrib["y"])
        boxes.append(Box(left + 0.2, y - 9, left + wide - 0.2, y + 1))
    assert boxes
    assert all(box.left >= 0 and box.right <= size[0] for box in boxes)
    assert all(box.top >= 0 and box.bottom <= size[1] for box in boxes)
    assert [pair for pair in combinations(boxes, 2) if pair[0].touches(pair[1])] == []


def test_marks_tell_what_a_place_is_and_how_exactly_it_is_known() -> None:
    drawn = svg(mapped_case(MOMBASA, [MALINDI], [NAIROBI, location("Coast", -3, 39, "region")]))
    assert len(named(drawn, "incident")) == 1
    assert len(named(drawn, "rival")) == 1
    (area,) = named(drawn, "area")
    assert "mentioned" in area.attrib["class"]
    assert float(area.attrib["r"]) > 20
    assert float(named(drawn, "incident")[0].attrib["r"]) == 5
    told = [row.text for row in drawn.iter("{http://www.w3.org/2000/svg}title")]
    assert "Mombasa: where it happened, a city, town or village" in told
    assert "Malindi: where it happened, as others have it, a city, town or village" in told
    assert "Coast: named in the reports, somewhere in this region" in told


def test_the_map_is_told_in_words() -> None:
    far = location("Oslo", 59.9, 10.7)
    drawn = svg(mapped_case(MOMBASA, [MALINDI], [far]))
    (described,) = drawn.iter("{http://www.w3.org/2000/svg}desc")
    assert described.text == (
        "Where it happened: Mombasa, a city, town or village. 1 more place on the map. "
        "1 place outside it. The list beside it holds the same."
    )


def test_the_state_of_the_incident_stands_out_and_the_world_is_in_the_corner() -> None:
    drawn = svg(mapped_case())
    assert len(named(drawn, "home")) == 1
    assert len(named(drawn, "window")) == 1
    assert "Kenya" in [row.text for row in named(drawn, "land")]
    whole = svg(mapped_case(location("Lima", -12.0, -77.0), [location("Perth", -32.0, 115.9)]))
    assert named(whole, "window") == []
    assert named(svg(mapped_case(location("Atoll", 0.0, -150.0))), "home") == []


def test_no_place_no_map() -> None:
    assert draw((), SIZES[0], "m") == ""
    page = html.render(mapped_case(None))
    assert "No place in these reports could be put on a map." in page
    assert 'class="map"' not in page
    assert "## Places" not in markdown.render(mapped_case(None))


def test_the_page_has_the_map_twice_and_a_list_with_the_same() -> None:
    page = pages.page(mapped_case(MOMBASA, [MALINDI], [KENYA]))
    assert len(page.xpath("//*[local-name()='svg'][@class='map']")) == 2
    rows = [row.text_content() for row in page.xpath("//ul[@class='places']/li")]
    assert [row.split()[0] for row in rows] == ["Mombasa", "Malindi", "Kenya"]
    assert "Mombasa, Mombasa County, Kenya, 4.05°\u00a0S, 39.66°\u00a0E · 2 origins" in rows[0]
    assert "somewhere in this state" in rows[2]
    assert "°" not in rows[2]  # the middle of a state is no point to go by
    (credit,) = page.xpath("//section[@id='where']/p[@class='onward']")
    for told in ("GeoNames", "Natural Earth", "Full dot", "Ring", "Dashed circle"):
        assert told in pages.text_of(credit)
    assert "Small ring" not in pages.text_of(credit)


def test_the_text_report_lists_the_places() -> None:
    text = markdown.render(mapped_case(MOMBASA, [MALINDI]))
    assert "## Places" in text
    assert "- Malindi: where it happened, as others have it; a city, town or village: " in text


def test_hostile_names_stay_text() -> None:
    drawn = svg(mapped_case(location(HOSTILE, 1.0, 38.0)))
    assert "\u202e" not in etree.tostring(drawn, encoding="unicode")
    assert not list(drawn.iter("{http://www.w3.org/2000/svg}script"))


def test_many_places_are_one_click_away() -> None:
    page = html.render(mapped_case(MOMBASA, mentioned=NEAR))
    assert "1 more place</summary>" in page


def test_the_key_tells_only_what_is_drawn() -> None:
    assert key(places(Index(mapped_case()))) == "Full dot: where it happened."
    assert key(()) == ""


def test_a_name_without_room_is_left_out() -> None:
    everywhere = [Box(0, 0, 300, 300)]
    assert by("Name", (150, 150, 5), everywhere, (300, 300)) is None
    assert on("Name", 150, 150, everywhere, (300, 300)) is None
    right = by("Name", (150, 150, 5), [], (300, 300))
    left = by("Name", (295, 150, 5), [], (300, 300))
    assert right is not None
    assert left is not None
    assert (right.side, left.side) == ("start", "end")
