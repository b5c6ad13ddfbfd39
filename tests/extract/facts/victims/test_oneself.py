"""What people do to themselves, and bullets that they take."""

import pytest

from tests.extract.facts.reading import read


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("A guard shot and wounded himself.", [], ["1"]),
        ("The man accidentally wounded himself while cleaning the rifle.", [], ["1"]),
        ("A deputy shot his own foot.", [], ["1"]),
        ("Marek Dohl shot his finger in a hunting accident.", [], ["1"]),
        ("He hit himself on the head.", [], []),
        ("The bullet grazed her hand. She was shot on Monday.", [], ["1"]),
        ("A man killed his wife and stepson before turning the gun on himself.", ["3"], []),
        ("Man killed wife, stepson before turning hunting rifle on himself", ["3"], []),
        ("He turned the gun on his wife.", [], []),
        ("A customer took a bullet in the knee.", [], ["1"]),
        ("Jan Hale, 40, took two rounds to the chest and died.", ["1"], []),
        ("Two officers took a round of questions.", [], []),
        ("A salesman sustained two bullets in the arm.", [], ["1"]),
    ],
)
def test_own_deeds_and_bullets(text: str, killed: list[str], wounded: list[str]) -> None:
    page = read(text)
    assert (page.values("killed"), page.values("wounded")) == (killed, wounded)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("Two sailors were shot on the quay.", "shot, and not said to have died"),
        ("Two sailors were stabbed on the quay.", "hurt, and not said to have died"),
        ("Two sailors suffered splinter wounds.", "hurt, and not said to have died"),
    ],
)
def test_nobody_is_called_shot_who_was_not(text: str, note: str) -> None:
    notes = [fact.note for fact in read(text).facts if fact.slot == "wounded"]
    assert notes == [note]
