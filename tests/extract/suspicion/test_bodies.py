"""Which of the bodies that a text names those who acted belong to."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.extract.suspicion.bodies import Acting, Body, bodies, chance, likeliest, marks

Range = tuple[int, int]


def at(text: str, words: str) -> Range:
    start = text.index(words)
    return start, start + len(words)


def named(text: str, *names: str, armed: bool = True) -> list[tuple[int, int, bool]]:
    return [(*at(text, one), armed) for one in names]


def marked(text: str, name: str, acting: Acting, *others: str) -> dict[str, float]:
    found = bodies(text, named(text, name, *others))
    body = next(one for one in found if name.lower() in one.names)
    return marks(text, body, found, acting)


def test_names_of_one_body_stand_together_the_commonest_first() -> None:
    text = 'The so-called Reed League [RLM] and RLM men met the "Old Guard". RLM left.'
    places = [*named(text, "The so-called Reed League", "Old Guard")]
    places += [(n, n + 3, True) for n in range(len(text)) if text.startswith("RLM", n)]
    first, second = bodies(text, places)
    assert first.names == ("rlm", "reed league")
    assert len(first.places) == 4
    assert second.names == ("old guard",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Peruvian police and the army came.", ["peruvian police", "army"]),
        ("The military denied it.", ["military"]),
        ("Men in military uniforms came.", []),
        ("The armed forces, the treasury guard", ["armed forces"]),
        ("", []),
    ],
)
def test_services_of_states_are_bodies_without_being_seen(text: str, told: list[str]) -> None:
    assert [one.names[0] for one in bodies(text, [])] == told


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Reed League rebels burned the mill.", "its people"),
        ("Reed League rebels burned the mill.", "acts"),
        ("Rebels of the Reed League came.", "people of"),
        ("The mill was burned by the Reed League.", "by"),
        ("They blamed the Reed League.", "accuse before"),
        ("The Reed League claimed responsibility.", "claim behind"),
        ("The mill was lost in a Reed League attack.", "its deed"),
        ("The Reed League said nothing.", "says"),
    ],
)
def test_words_around_a_name_are_marks(text: str, mark: str) -> None:
    found = marked(text, "Reed League", Acting())
    assert found[f"any {mark}"] == found[f"share {mark}"] == 1


def test_what_is_done_to_a_body_is_no_deed_of_it() -> None:
    assert "any acts" not in marked("The Reed League was attacked.", "Reed League", Acting())


@pytest.mark.parametrize(
    ("text", "actor", "mark"),
    [
        ("Reed League rebels burned it.", "Reed League rebels", "actor 0: of the name"),
        ("Rebels of the Reed League burned it.", "Rebels", "actor 1: beside"),
        ("Rebels burned what was the Reed League's.", "Rebels", "actor 2: with"),
        ("Rebels burned it. The Reed League met.", "Rebels", "actor 3: elsewhere"),
    ],
)
def test_how_near_those_who_acted_stand(text: str, actor: str, mark: str) -> None:
    assert f"any {mark}" in marked(text, "Reed League", Acting(actors=(at(text, actor),)))


def test_a_body_is_judged_among_the_others() -> None:
    text = "Guerrillas came. The Reed League met the Old Guard. The Reed League spoke."
    acting = Acting(actors=(at(text, "Guerrillas"),))
    alone = marked(text, "Reed League", acting)
    among = marked(text, "Reed League", acting, "Old Guard")
    assert "armed alone, irregular actors" in alone
    assert "armed alone" not in among
    assert "armed, irregular actors" in among


def test_who_has_the_people_that_acted_is_likelier_than_whom_they_struck() -> None:
    text = "Reed League rebels attacked a post of the Old Guard. The rebels fled."
    acting = Acting(actors=(at(text, "rebels"),), struck=(at(text, "a post of the Old Guard"),))
    found = likeliest(text, named(text, "Reed League", "Old Guard"), acting)
    assert found is not None
    body, probability = found
    assert body.names == ("reed league",)
    assert probability > 0.5


def test_who_only_tells_of_it_is_unlikely_and_nobody_is_told_of_nobody() -> None:
    text = "Marsh Radio reported that unknown men burned the mill."
    found = likeliest(text, named(text, "Marsh Radio", armed=False), Acting())
    assert found is not None
    assert found[1] < 0.1
    assert likeliest("It rained.", [], Acting()) is None


def test_weights_can_be_others_than_the_tables() -> None:
    assert chance({"x": 1.0}, {"x": 0.0}) == 0.5


def test_marks_come_in_one_order_for_their_sum() -> None:
    text = (
        "Police blamed the Reed League, whose rebels attacked and claimed the Reed League attack."
    )
    found = marked(text, "Reed League", Acting(actors=(at(text, "rebels"),)))
    beside = [mark for mark in found if "any" in mark]
    assert len(beside) > 2
    assert beside == sorted(beside)


@given(st.text(max_size=200), st.lists(st.tuples(st.integers(0, 220), st.integers(1, 30))))
@settings(max_examples=50, deadline=None)
def test_any_text_gives_an_answer(text: str, places: list[tuple[int, int]]) -> None:
    spans = [(start, start + size) for start, size in places]
    found = bodies(text, [(*one, True) for one in spans])
    for body in found:
        assert isinstance(body, Body)
        given = marks(text, body, found, Acting(actors=tuple(spans), struck=tuple(spans)))
        assert 0 <= chance(given) <= 1
