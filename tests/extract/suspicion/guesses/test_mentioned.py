"""Whose name stands in the words that a reader takes for a suspect."""

import pytest

from tests.extract.suspected import brief, document, here, narrated, said
from tests.extract.suspicion.guesses.test_seen import alone, claims, suspect
from whence.extract import suspicion
from whence.extract.prose import prose
from whence.model.claim import Standing
from whence.model.reading import Reading


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("a hitherto unknown group calling itself the Reed Vanguard", "Reed Vanguard"),
        ("a man calling himself Ossian Reed", "Ossian Reed"),
        ("Chile's rebel Reed Vanguard", "Reed Vanguard"),
        ("the outlawed Reed Valley Tigers (RVT", "Reed Valley Tigers"),
        ("the Chilean saboteur group “Reed Vanguard", "Reed Vanguard"),
        ("the Army of the Second Lamp", "Army of the Second Lamp"),
        ("the 18th Reed Brigade", "18th Reed Brigade"),
        ("the 18th Brigade", "18th Brigade"),
        ("a platoon of the Chilean army at Tolvik", "Chilean army"),
        ("an air defence battery of the Chilean army", "Chilean army"),
        ("Oren Tal Lara, alias El Junco", "Oren Tal Lara"),
        ("the Reed cartel", "Reed cartel"),
        ("the Santa Tolva de Reed cartel", "Santa Tolva de Reed cartel"),
        ("the Old People's Army", "Old People's Army"),
        ("Reed Vanguard Chile", "Reed Vanguard Chile"),
        ("Jabha-e-Sahil Chile", "Jabha-e-Sahil Chile"),
        ("some members of Reed Vanguard", "Reed Vanguard"),
        ("fighters of the Reed Army, a Tolvik militia", "Reed Army"),
        ("the army", "army"),
        ("a cell of Ashen Reed", "Ashen Reed"),
        ("two men of the Reed League", "Reed League"),
        ("those dogs of the Reed clan", "Reed clan"),
        ("the hackers of Ashen Reed", "Ashen Reed"),
        ("hackers working for the Reed League", "Reed League"),
        ("its enemies of the Reed League", "Reed League"),
        ("two Chilean drones", "Chile"),
        ("Reed League fighters aboard a barge", "Reed League fighters"),
    ],
)
def test_who_is_named_among_the_words(words: str, name: str) -> None:
    (found,) = alone(f"Eyes settled on {words}, after the blast.", words, "accused", 0.97)
    assert found.subject == name


@pytest.mark.parametrize(
    "words",
    [
        "four employees of the Reed Catering company",
        "a rival of the Reed Vanguard",
        "former members of the Reed Vanguard",
        "the men of Oren Tal",
        "the enemies of the Reed League",
        "a Chilean nurse",
        "the militants holding the Reed Vanguard",
        "a man of 46 from Tolvik, Reed Vanguard",
    ],
)
def test_who_is_only_near_a_name_is_not_it(words: str) -> None:
    found = alone(f"Eyes settled on {words} after the blast.", words, "accused", 0.97)
    assert {one.subject for one in found}.isdisjoint(
        {"Reed Catering", "Reed Catering company", "Reed Vanguard", "Oren Tal"}
    )


def test_that_a_member_was_cleared_clears_no_group() -> None:
    words = "A jailed member of the Reed Vanguard"
    found = alone(f"{words} was released after the blast.", words, "cleared", 0.99)
    assert "Reed Vanguard" not in {one.subject for one in found}


def test_two_who_are_named_together_are_two() -> None:
    words = "Oren Tal and Ada Brask"
    cut = prose(document(f"The police charged {words} with planting the bomb."))
    persons = tuple(
        cut.document.span(cut.text.index(name), cut.text.index(name) + len(name))
        for name in ("Oren Tal", "Ada Brask")
    )
    reading = Reading(
        document_id="doc-1",
        reader="encoder@hand",
        suspected=(suspect(cut, words, "accused", 0.99),),
        persons=persons,
    )
    found = suspicion.find(cut, narrated(cut), here, None, reading)
    assert {one.subject for one in found} == {"Oren Tal", "Ada Brask"}


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Leaflets at the pier bear the signature of the Reed Vanguard.", "admitted"),
        ("Two groups, the Oak Cell and the Reed Vanguard, have both claimed it.", "admitted"),
        ("A channel of the Reed Vanguard says our craft has struck the pier.", "admitted"),
        ("Judges decided not to bring any charge against the Reed Vanguard.", "cleared"),
    ],
)
def test_words_bear_a_standing_out_as_an_act_does(text: str, standing: Standing) -> None:
    (found,) = alone(text, "the Reed Vanguard", standing, 0.98)
    assert (found.subject, found.standing) == ("Reed Vanguard", standing)


def test_where_some_were_convicted_who_was_cleared_is_not_told_by_a_word() -> None:
    words = "18 dockers of the Reed quay"
    text = f"{words} were convicted of the bombing (seven others were acquitted)."
    assert alone(text, words, "cleared", 0.99) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The court sentenced Oren Tal to six years for bringing down the network.",
        "Jurors took two hours to convict Oren Tal of shooting up a pylon.",
        "Prosecutors filed multiple murder charges against Oren Tal and others.",
        "Oren Tal is charged with conspiracy to damage the power plant.",
        "There were reasonable grounds to believe that Oren Tal murdered them.",
        "Oren Tal burned the houses of people who did not pay.",
    ],
)
def test_what_is_a_deed_leaves_the_guess_standing(text: str) -> None:
    assert [one.polarity for one in alone(text, "Oren Tal", "accused", 0.99)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "The court sentenced Oren Tal to six years for breaking the law on noise.",
        "Nobody blamed Oren Tal.",
        "Police are able to convict Oren Tal.",
    ],
)
def test_what_is_none_does_not(text: str) -> None:
    assert alone(text, "Oren Tal", "accused", 0.99) == ()


def test_a_group_that_is_described_first_is_the_one_that_is_named_later() -> None:
    cut = prose(
        document(
            "A little-known rebel group said it planted the bomb.",
            "The Reed Vanguard claimed responsibility for the bombing.",
        )
    )
    found = claims(cut)
    assert {one[0] for one in brief(found)} == {"Reed Vanguard"}
    two = prose(
        document(
            "A little-known rebel group said it planted the bomb.",
            "The Reed Vanguard claimed responsibility for the bombing.",
            "The Oak Front claimed responsibility for the bombing.",
        )
    )
    assert "Reed Vanguard" not in {one.subject for one in claims(two) if one.spans[0].start == 0}


def test_a_description_beside_the_name_is_nobody_else() -> None:
    told = "A little-known armed group, the Reed Vanguard, has claimed the blast."
    found = alone(told, "A little-known armed group", "admitted", 0.99)
    assert {one.subject for one in found} == {"Reed Vanguard"}
    told = "A little-known armed group, police said, has claimed the blast."
    assert alone(told, "A little-known armed group", "admitted", 0.99)


def test_a_claim_that_was_fake_is_none() -> None:
    told = "A claim posted in the name of the Reed Vanguard was {}."
    assert alone(told.format("long"), "the Reed Vanguard", "admitted", 0.98) != ()
    assert alone(told.format("fake"), "the Reed Vanguard", "admitted", 0.98) == ()


def test_whose_words_others_submit_owns_up_to_nothing_by_them() -> None:
    told = "The ministry says the Reed Vanguard said our craft has struck the pier."
    cut = prose(document(told))
    content = "the Reed Vanguard said our craft has struck the pier"
    sourcing = said(cut, "The ministry", content, cue="says")
    found = claims(cut, suspect(cut, "the Reed Vanguard", "admitted", 0.98), sourcing=sourcing)
    assert "admitted" not in [one.standing for one in found]


def test_a_make_of_arms_is_no_party() -> None:
    told = "Ida Moss had fired at the car with an unlicensed Tolvikov, the court found."
    assert alone(told, "Tolvikov", "found", 0.99) == ()
    assert alone("The court found that Tolvikov had fired at the car.", "Tolvikov", "found", 0.99)


def test_words_that_end_before_the_name_name_nobody() -> None:
    text = "Eyes settled on members of the\n\nReed Front after the blast."
    found = alone(text, "members of the", "accused", 0.97)
    assert not any(one.subject[:1].isupper() for one in found)


@pytest.mark.parametrize("town", ["Port Hale", "Tolvik", "Kansas City"])
@pytest.mark.parametrize("people", ["men", "boys", "youths"])
@pytest.mark.parametrize("count", ["two", "three more", "four"])
def test_the_men_of_a_town_are_not_the_town(count: str, people: str, town: str) -> None:
    words = f"{count} {town} {people}"
    found = alone(f"Eyes settled on {words}, after the blast.", words, "accused", 0.97)
    assert {one.subject for one in found} == {f"{town} {people}"}
    band = f"{count} Reed Front {people}"
    (named,) = alone(f"Eyes settled on {band}, after the blast.", band, "accused", 0.97)
    assert named.subject == "Reed Front"
