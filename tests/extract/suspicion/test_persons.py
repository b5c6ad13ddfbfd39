"""Persons whose names the reader saw: by short names, in capitals, behind offices, as "him"."""

import re

import pytest
from msgspec.structs import replace

from tests.extract.suspected import brief, document, here, narrated
from tests.extract.unread import READING
from whence.extract import suspicion
from whence.extract.prose import prose
from whence.model.claim import Claim
from whence.model.reading import Suspected

_LEAD = "A bomb killed Ana Ferreira at the harbour market on Monday."


def claims(text: str, *names: str, loud: bool = False) -> tuple[Claim, ...]:
    cut = prose(document(text))
    spans = tuple(
        cut.document.span(found.start(), found.end())
        for name in names
        for found in re.finditer(re.escape(name), text)
    )
    reading = replace(READING, loud_persons=spans) if loud else replace(READING, persons=spans)
    return suspicion.find(cut, narrated(cut), here, "Ana Ferreira", reading)


def suspects(text: str, *names: str, loud: bool = False) -> set[tuple[str, str]]:
    found = claims(f"{_LEAD.upper() if loud else _LEAD} {text}", *names, loud=loud)
    return {(name, standing) for name, _, polarity, standing in brief(found) if polarity}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("THE POLICE SAID DARIAN KOLT ORDERED THE ATTACK.", "DARIAN KOLT"),
        ("THE POLICE ACCUSED COLONEL DARIAN KOLT OF PLANNING THE ATTACK.", "DARIAN KOLT"),
        ("POLICE ARRESTED CARTEL BOSS DARIAN KOLT FOR THE ATTACK.", "DARIAN KOLT"),
        ("THE REBEL LEADER DARIAN KOLT WAS RESPONSIBLE FOR THE ATTACK.", "DARIAN KOLT"),
        ("THE MAYOR LINKED KOLT TO THE ATTACK.", "KOLT"),
        ("THE MAYOR BLAMED MILO D'ARLO FOR THE ATTACK.", "MILO D'ARLO"),
        ("THE MAYOR BLAMED JORGE SANTIAGO FOR THE ATTACK.", "JORGE SANTIAGO"),
    ],
)
def test_persons_count_where_all_is_in_capitals(text: str, name: str) -> None:
    assert {one for one, _ in suspects(text, name, loud=True)} == {name}
    assert suspects(text, loud=True) == set()


@pytest.mark.parametrize("loud", [True, False])
def test_a_short_name_is_the_persons_who_is_named_in_full(loud: bool) -> None:
    text = "Police arrested Darian Kolt Moss for the attack. Moss admitted the attack. Kolt fled."
    names = ["Darian Kolt Moss", "Moss", "Kolt"]
    if loud:
        text, names = text.upper(), [name.upper() for name in names]
    assert suspects(text, *names, loud=loud) == {
        (names[0], "accused_by_authority"),
        (names[0], "admitted"),
    }


def test_a_surname_that_opens_a_sentence_is_a_person() -> None:
    text = "Kolt ordered the attack, police said. Darian Kolt was a docker."
    assert suspects(text, "Kolt", "Darian Kolt") == {("Darian Kolt", "accused")}


def test_a_first_name_is_the_persons_too() -> None:
    text = "Darian Kolt met Milo Kolt. Police accused Milo of planning the attack."
    assert suspects(text, "Darian Kolt", "Milo Kolt", "Milo") == {
        ("Milo Kolt", "accused_by_authority")
    }


@pytest.mark.parametrize(
    "text",
    [
        "Police accused the rebel leader Darian Kolt of planning the attack.",
        "The police linked the banker Darian Kolt to the attack.",
        "The police blamed former army captain Darian Kolt for the attack.",
        "Police arrested the Reed Front leader Darian Kolt for the attack.",
    ],
)
def test_what_somebody_is_may_stand_before_the_name(text: str) -> None:
    assert {name for name, _ in suspects(text, "Darian Kolt")} == {"Darian Kolt"}


@pytest.mark.parametrize(
    ("text", "suspect"),
    [
        (
            "Reed Front spokesman Darian Kolt said his group had carried out the attack.",
            "Reed Front",
        ),
        ("Police accused his lawyer Darian Kolt of planning the attack.", None),
    ],
)
def test_who_speaks_for_another_or_is_his_is_not_named_by_an_office(
    text: str, suspect: str | None
) -> None:
    assert {name for name, _ in suspects(text, "Darian Kolt")} == ({suspect} if suspect else set())


@pytest.mark.parametrize(
    "text",
    [
        "Darian Kolt has pleaded guilty to the murder of the trader.",
        "Darian Kolt pleaded guilty to two charges of murder.",
        "Darian Kolt, a docker, confessed to the bombing on Tuesday.",
        "Police said Darian Kolt had confessed to planting the bomb.",
        "Darian Kolt admitted killing her.",
        "Darian Kolt has admitted shooting the trader.",
    ],
)
def test_who_confesses_owns_up(text: str) -> None:
    assert suspects(text, "Darian Kolt") == {("Darian Kolt", "admitted")}


@pytest.mark.parametrize(
    "text",
    [
        "Darian Kolt has pleaded guilty to lying to the police.",
        "Darian Kolt confessed to a murder in 2011.",
        "Darian Kolt has not confessed to the bombing.",
        "Darian Kolt admitted the bombing.",  # as likely that there was one
        "Darian Kolt admitted the killing of the trader was a setback.",
        "Darian Kolt confessed to the killing of his son had shaken him.",
        "Darian Kolt has pleaded guilty.",
        "Darian Kolt admitted shooting had been heard.",
    ],
)
def test_what_only_sounds_like_it_is_no_confession(text: str) -> None:
    assert suspects(text, "Darian Kolt") == set()


@pytest.mark.parametrize("text", ["Mr Kolt has pleaded guilty.", "Kolt admitted the bombing."])
def test_the_accused_own_up_in_fewer_words(text: str) -> None:
    told = f"Police accused Darian Kolt of the attack. {text}"
    assert ("Darian Kolt", "admitted") in suspects(told, "Darian Kolt", "Kolt")


@pytest.mark.parametrize(
    "text",
    [
        "Darian Kolt is a docker. The authorities have accused him of killing the trader.",
        "Darian Kolt is a docker. The prosecutor accused him of planning the attack.",
        "Darian Kolt is a docker. Police accuse him of the bombing.",
    ],
)
def test_him_is_the_one_person_named_before(text: str) -> None:
    assert suspects(text, "Darian Kolt") == {("Darian Kolt", "accused_by_authority")}


@pytest.mark.parametrize(
    "text",
    [
        "Darian Kolt met Milo Moss. The authorities have accused him of killing the trader.",
        "Darian Kolt is a docker. He was charged with murder in 2011.",
        "Darian Kolt is a docker. Police charged him with murder once.",
        "Darian Kolt is a docker. The authorities have accused him of theft.",
        "Police found Ana Ferreira. They had accused her of killing a trader.",
    ],
)
def test_him_is_nobody_where_it_may_be_another_or_another_deed(text: str) -> None:
    assert suspects(text, "Darian Kolt", "Milo Moss", "Ana Ferreira") == set()


@pytest.mark.parametrize(
    "text", ["He was charged with murder on Friday.", "Police charged him with murder on Friday."]
)
def test_he_who_was_accused_is_charged(text: str) -> None:
    told = f"Many accused Darian Kolt of the attack. {text}"
    assert suspects(told, "Darian Kolt") == {
        ("Darian Kolt", "accused"),
        ("Darian Kolt", "accused_by_authority"),
    }


def test_him_is_first_of_all_in_the_same_sentence() -> None:
    text = "Milo Moss fled. Darian Kolt is held, and the police have accused him of the bombing."
    assert {name for name, _ in suspects(text, "Darian Kolt", "Milo Moss")} == {"Darian Kolt"}


def test_a_name_of_two_words_is_short_for_one_of_three() -> None:
    text = (
        "Darian Kolt Moss fled. Police accused Kolt Moss of the bombing. They sought Darian Kolt."
    )
    names = ["Darian Kolt Moss", "Kolt Moss", "Darian Kolt"]
    assert {name for name, _ in suspects(text, *names)} == {"Darian Kolt Moss"}


@pytest.mark.parametrize(
    ("before", "guilty"),
    [
        ("The banker Milo Moss was accused of the attack. Moss had paid Darian Kolt.", True),
        ("Milo Moss was accused of the attack. Darian Kolt was held for fraud.", False),
        ("Milo Moss had paid Darian Kolt.", False),
    ],
)
def test_whose_name_stands_beside_the_accused_pleads_guilty_to_the_same(
    before: str, *, guilty: bool
) -> None:
    found = suspects(
        f"{before} Kolt has pleaded guilty.", "Milo Moss", "Moss", "Darian Kolt", "Kolt"
    )
    assert (("Darian Kolt", "admitted") in found) == guilty


def test_somebody_who_says_that_he_speaks_for_a_group_owns_up_for_it() -> None:
    text = "Police blamed the Reed Front. A man claiming to speak for the Front admitted the fire."
    assert ("Reed Front", "admitted") in suspects(text.replace("the Front", "the Reed Front"))


@pytest.mark.parametrize(
    ("text", "cleared"),
    [
        ("Police said they did not regard Darian Kolt as a suspect.", True),
        ("Investigators do not consider Darian Kolt a suspect.", True),
        ("His friends do not regard Darian Kolt as a suspect.", False),
        ("Police do not regard Darian Kolt as a friend.", False),
    ],
)
def test_whom_the_police_do_not_suspect_is_cleared(text: str, *, cleared: bool) -> None:
    found = brief(claims(f"{_LEAD} {text}", "Darian Kolt"))
    assert found == ([("Darian Kolt", "carried_out", False, "cleared")] if cleared else [])


def test_a_rank_is_no_part_of_the_name() -> None:
    text = "Officer Darian Kolt Moss fled. Police charged Kolt Moss with murder."
    assert suspects(text, "Darian Kolt Moss", "Kolt Moss") == {
        ("Darian Kolt Moss", "accused_by_authority")
    }


@pytest.mark.parametrize(
    "before",
    [
        "Photo Highlights",
        "Harbour View Inn",
        "Show Caption",
        "OPD",
        "Officer",
    ],
)
def test_words_of_the_page_before_a_name_are_no_part_of_it(before: str) -> None:
    text = f"{before} Darian Kolt was charged with the killing."
    assert suspects(text, "Darian Kolt") == {("Darian Kolt", "accused_by_authority")}


def test_a_rare_first_name_is() -> None:
    text = "Quendrick Darian Kolt was charged with the killing."
    assert suspects(text, "Darian Kolt") == {("Quendrick Darian Kolt", "accused_by_authority")}


def _seen(text: str, words: str, *, person: bool = False) -> set[tuple[str, str]]:
    """Return whom a reader makes a suspect that is sure of some words, by name and kind.

    ``person`` tells whether it sees the name of a person there.
    """
    cut = prose(document(f"{_LEAD} {text}"))
    at = cut.text.index(words)
    span = cut.document.span(at, at + len(words))
    seen = Suspected(span=span, standing="accused_by_authority", probability=0.99)
    reading = replace(READING, suspected=(seen,), persons=(span,) if person else ())
    found = suspicion.find(cut, narrated(cut), here, "Ana Ferreira", reading)
    return {(claim.subject, claim.subject_kind) for claim in found}


@pytest.mark.parametrize("home", ["Port Hale", "Tolvik", "New Oren"])
@pytest.mark.parametrize("age", ["23-year-old", "Twenty-three-year-old"])
def test_neither_home_nor_age_is_part_of_a_name(age: str, home: str) -> None:
    words = f"{age} Darian Kolt of {home}"
    expected = {("Darian Kolt", "person")}
    assert _seen(f"{words} was charged with the killing.", words) == expected
    name = f"Darian Kolt of {home}"
    assert _seen(f"Police named {age} {name} in the killing.", name) == expected


@pytest.mark.parametrize("platform", ["Facebook", "Instagram", "Telegram"])
def test_where_something_was_posted_is_nobody(platform: str) -> None:
    assert not _seen(f"Somebody filmed the bombing and put it on {platform}.", platform)


@pytest.mark.parametrize("land", ["Jordan", "Chad", "Kenya", "Cairo", "Israel", "Dane"])
@pytest.mark.parametrize("name", ["Ana {} Kolt", "{} Moss Kolt", "{} Kolt"])
def test_a_land_in_a_longer_name_is_a_part_of_it(land: str, name: str) -> None:
    full = name.format(land)
    text = f"Police arrested {full} for the bombing."
    assert suspects(text, full) == {(full, "accused_by_authority")}


def test_a_rank_within_a_name_is_too() -> None:
    text = "Police arrested Ana King Kolt for the bombing."
    assert suspects(text, "Ana King Kolt") == {("Ana King Kolt", "accused_by_authority")}


_WORDS = ["Major", "Small", "Western", "Christian", "May", "Will", "Do", "Police", "Guard", "Cuba"]


@pytest.mark.parametrize("word", _WORDS)
@pytest.mark.parametrize("told", ["{} was charged with the bombing.", "Police accused {} of it."])
def test_a_last_name_that_is_another_word_is_a_name(told: str, word: str) -> None:
    full = f"Ana {word}"
    text = f"The bombing shook Tolvik. {told.format(full)}"
    assert {name for name, _ in suspects(text, full)} == {full}
    later = f"The neighbours met {full}. The bombing shook Tolvik. {told.format(word)}"
    assert {name for name, _ in suspects(later, full, word)} == {full}


@pytest.mark.parametrize("word", ["Christian", "April", "May", "Will", "Prince", "Major", "King"])
def test_a_first_name_that_is_another_word_is_a_name(word: str) -> None:
    full = f"{word} Kolt"
    text = f"Police arrested {full} for the bombing."
    assert suspects(text, full) == {(full, "accused_by_authority")}


@pytest.mark.parametrize("rank", ["Colonel", "Commander", "Sheikh", "Deputy"])
def test_a_rank_before_a_name_is_none_of_it(rank: str) -> None:
    full = f"{rank} Kolt"
    assert {name for name, _ in suspects(f"Police accused {full} of the bombing.", full)} == {
        "Kolt"
    }


@pytest.mark.parametrize("word", ["Church", "Park", "Street", "House", "Temple"])
def test_a_persons_name_may_end_like_a_places(word: str) -> None:
    full = f"Ana {word}"
    told = f"Eyes settled on {full} in the end."
    assert _seen(told, full, person=True) == {(full, "person")}
    assert not _seen(told, full)
