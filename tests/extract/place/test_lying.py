"""Places by what a text says of where they lie: between two, in a land's parts, behind a site."""

import pytest

from tests.extract.place.test_resolving import located


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen burned a bus on the road between Quellamar and Dori, Burkina Faso said.", "Dori"),
        ("Gunmen burned a bus between Dori and Quellamar, Burkina Faso said.", "Quellamar"),
        ("They halted a lorry near Quellamar, in the Oro district of Kenya.", "Quellamar"),
        ("Two barns went up in smoke at Quellamar, in the south of Corsica, France.", "Quellamar"),
        (
            "Riders stormed Quellamar at dawn. Ten lay dead in Quellamar. Niger sent men.",
            "Quellamar",
        ),
        ("A hut burned above the beach of Quellamar, Kenya said; ten were killed.", "Quellamar"),
        ("Police in Quellmoor, Norrköping, were silent.", "Norrköping"),
        ("Nine are in the Reed Medical Centre, Jalingo, a doctor said.", "Jalingo"),
        ("Ten were killed in a raid on Boca do Acre, Brazil said.", "Boca do Acre"),
        ("The van that blew up in al-Bab was white, Syria said.", "al-Bab"),
        ("A farm burned in the south of Corsica.", "Corsica"),
    ],
)
def test_what_lies_somewhere_is_a_place(text: str, name: str) -> None:
    assert name in located(text)


@pytest.mark.parametrize(
    "text",
    [
        "A dispute between Quellamar and Velm grew, Kenya said.",
        "They marched the riders into the Abay gorge, Ethiopia said.",
        "Ten were killed in the capital of Quellamar, Kenya said.",
    ],
)
def test_what_is_no_town_of_the_text(text: str) -> None:
    assert not {"Quellamar", "Velm", "Abay"} & located(text).keys()


def test_between_two_streets_is_no_town_where_papers_tell_streets() -> None:
    text = "Two were shot in Harrow, Oregon, between Milford and Logan streets, police said."
    assert {one for one in located(text) if one in ("Milford", "Logan")} == set()
