"""What came of single people hours and weeks later; every text is invented."""

import pytest

from tests.extract.facts.reading import read


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("Gunmen shot dead four people. A turnboy escaped with a bullet in the arm.",
         ["4"], ["1"]),
        ("A driver, Ilo Marn, was killed; a passenger earlier reported dead is alive in the clinic"
         " with a bullet in the thigh.", ["1"], ["1"]),
        ("Four people died. One other guard is still being treated.", ["4"], ["1"]),
        ("Five clerks died. The figure of six was mistaken: a man listed as dead had walked home.",
         ["5"], []),
        ("Harrow Oil Works corrected early accounts of a dead guard: no one lost their life.",
         ["0"], []),
        ("The guard was tied up; he was treated at the clinic for a cut on the head.", [], ["1"]),
        ("Two men died in the ambush. The seller of fruit, hit in the foot, has been sent home.",
         ["2"], ["1"]),
        ("Five people were killed. Marn, who lost an eye in custody, was let go.", ["5"], []),
        ("A clerk initially feared dead was wounded.", [], ["1"]),
        ("A boy first reported missing was found dead.", ["1"], []),
    ],
)  # fmt: skip
def test_the_end_of_it_counts(text: str, killed: list[str], wounded: list[str]) -> None:
    page = read(text, "2031-05-07")
    assert (page.values("killed"), page.values("wounded")) == (killed, wounded)


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("The driver was listed as dead.", ["1"], []),
        ("A driver was killed. He is still alive, the clinic said.", [], ["1"]),
        ("A clerk was sent home.", [], []),
        ("A woman was treated at the scene for shock.", [], []),
    ],
)
def test_what_is_said_outright_stands(text: str, killed: list[str], wounded: list[str]) -> None:
    page = read(text, "2031-05-07")
    assert (page.values("killed"), page.values("wounded")) == (killed, wounded)
