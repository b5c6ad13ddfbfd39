"""The map: every place with how exactly it is known, and the same as a list."""

from pathlib import Path

from tests.run.case.kept import add, opened
from tests.web.desk import Browser, desk_over, texts

REPORT = """Drone attack in Baghdad

Three drones attacked the residence of the prime minister in Baghdad on 7 November 2021, the
interior ministry said. Six guards were wounded.
"""


def test_map_and_list_tell_the_same(tmp_path: Path) -> None:
    page = tmp_path / "courier.txt"
    page.write_text(REPORT)
    ledger = opened()
    add(ledger, str(page))
    tree = Browser(desk_over(ledger.store)).get(f"/cases/{ledger.case_id}/map")
    maps = tree.xpath("//*[name()='svg'][contains(@class,'map')]")
    assert [one.get("viewbox") for one in maps] == ["0 0 1160 720", "0 0 360 420"]
    assert "Baghdad" in texts(tree, "//ul[@class='places']/li/a")
    assert "a city, town or village" in " ".join(texts(tree, "//ul[@class='places']/li"))
    for link in (*maps[0].xpath(".//a/@href"), *tree.xpath("//ul[@class='places']//a/@href")):
        assert link.startswith(f"/cases/{ledger.case_id}/")
    buttons = tree.xpath("//*[@data-zoom]/@data-zoom")
    assert buttons == ["in", "out", "all"]
