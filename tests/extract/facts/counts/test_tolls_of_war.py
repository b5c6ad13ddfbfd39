"""Counts in news of wars and bombings: nobody is counted whom the sentence does not harm."""

import pytest

from tests.extract.facts.reading import read


def tolls(text: str) -> tuple[list[str], list[str]]:
    """Return the values of killed and wounded of a text."""
    page = read(text)
    return page.values("killed"), page.values("wounded")


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        (
            "A bomb near the stadium killed a policeman, and four others, including two "
            "children, were wounded.",
            ["1"],
            ["4"],
        ),
        ("The blast killed an engineer, and six others, mostly students, were hurt.", ["1"], ["6"]),
        (
            "The shelling killed one civilian, and five people in Kherson were wounded.",
            ["1"],
            ["5"],
        ),
        ("Gunfire killed a boy and a girl, and two people in a car were wounded.", ["2"], ["2"]),
        (
            "The explosion killed one person and two people inside the building were injured.",
            ["1"],
            ["2"],
        ),
        ("The gunmen killed a guard and two men fled.", ["1"], []),
        ("The drone killed a driver and four people remain trapped.", ["1"], []),
        ("Kidnappers shot a driver and two nuns disappeared.", [], ["1"]),
        ("Two teachers, a man and a woman, were killed.", ["2"], []),
        ("Two hostages, a man and a woman, were found dead.", ["2"], []),
        ("Two tourists, a man and his wife, were shot dead.", ["2"], []),
        ("Two journalists, a cameraman and a reporter, were killed.", ["2"], []),
        ("Two British aid workers, a man and a woman, were wounded in Kabul.", [], ["2"]),
        ("Five people, including two attackers and a policeman, were killed.", ["5"], []),
        ("Two more of the wounded died.", ["2"], []),
        ("Two youth were killed in firing by the army.", ["2"], []),
        ("Three youth died in custody.", ["3"], []),
        ("One in four shot dead by police had been unarmed.", [], []),
        ("One in three shot in the city dies.", [], []),
        ("Two in five shot survive.", [], []),
        ("Four shot birds were found.", [], []),
        ("Two shot missiles fell into the sea.", [], []),
        ("Two more wounded soldiers died overnight.", ["2"], []),
        ("Two more soldiers wounded in Monday's attack have died.", ["2"], []),
        (
            "A soldier was killed by a mine. A day later, another soldier was killed by "
            "a sniper. Another soldier was killed on Sunday.",
            ["3"],
            [],
        ),
        ("Two men were wounded. A girl wounded in 2014 now helps victims.", [], ["2"]),
        (
            "Two men were wounded. A woman, who was wounded in an attack last year, "
            "spoke at the rally.",
            [],
            ["2"],
        ),
        (
            "Police said two men were hurt, but a hospital said a woman and a man were hurt.",
            [],
            ["2"],
        ),
        ("Five teachers, including a man and a woman, were killed.", ["5"], []),
        ("Four civilians, one of them a child, were killed.", ["4"], []),
        ("Two soldiers, a sergeant and a corporal, were killed in Mali.", ["2"], []),
        (
            "Shelling killed a man and two women in Kherson and Odesa, and ten people "
            "were wounded.",
            ["3"],
            ["10"],
        ),
        (
            "A soldier was killed on Friday by a mine. On Saturday, another soldier was killed.",
            ["2"],
            [],
        ),
        ("Two wounded soldiers died.", ["2"], []),
        ("The attack killed a child and four adults.", ["5"], []),
    ],
)
def test_the_tolls_of_attacks_and_clashes_are_read(
    text: str, killed: list[str], wounded: list[str]
) -> None:
    assert tolls(text) == (killed, wounded)


@pytest.mark.parametrize(
    "text",
    [
        "Across Velland the report counted 1,034 civilians killed in the six months.",
        "It was like the bombs in three buses, for which eight men were executed.",
    ],
)
def test_the_dead_of_months_and_of_sentences_are_not_the_incidents(text: str) -> None:
    assert tolls("A blast killed 27 people in a market. " + text) == (["27"], [])


def test_what_followed_in_the_months_after_is_counted() -> None:
    text = "In the months after the blast nine people died of burns."
    assert tolls(text)[0] == ["9"]
