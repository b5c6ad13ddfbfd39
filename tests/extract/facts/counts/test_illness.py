"""Who is poisoned, gassed or under treatment is hurt; every sentence is invented."""

import pytest

from tests.extract.facts.reading import read


def tolls(text: str) -> tuple[list[str], list[str]]:
    """Return the values of killed and wounded of a text."""
    page = read(text)
    return page.values("killed"), page.values("wounded")


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("Two cooks have died and 44 others are ill after drinking milk.", ["2"], ["44"]),
        ("Thirty people, most of them pupils, were taken ill on Saturday.", [], ["30"]),
        ("31 fall ill after drinking milk.", [], ["31"]),
        ("Four people died and dozens more fell ill at a camp.", ["4"], ["dozens"]),
        ("Six people were killed, and 58 made ill, by arsenic in the flour.", ["6"], ["58"]),
        ("Five died and more than 900 were sickened by gas.", ["5"], ["at least 900"]),
        ("Twelve people were poisoned by gas in two schools.", [], ["12"]),
        ("The number taken ill was put at 43, besides the dead.", [], ["43"]),
        # under treatment
        ("Fifty persons are under treatment at three hospitals.", [], ["50"]),
        ("Nine people remain in hospital.", [], ["9"]),
        ("Six were treated for burns, the managers said.", [], ["6"]),
        ("Four survivors are still being treated for burns.", [], ["4"]),
        # nobody is hurt
        ("Six were treated for shock, the managers said.", [], []),
        ("Six were treated as suspects.", [], []),
        ("Two of the guards were mentally ill.", [], []),
        ("Twelve dogs were poisoned.", [], []),
    ],
)
def test_who_fell_ill(text: str, killed: list[str], wounded: list[str]) -> None:
    assert tolls(text) == (killed, wounded)
