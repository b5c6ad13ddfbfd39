"""Parties of every kind where an accusation is taken back, left open, recalled or mutual."""

import pytest

from tests.extract.texts import document
from whence.extract import extract
from whence.extract.rules.reader import RulesReader

_LEAD = "A bomb exploded outside a market in Melden on Monday, killing three people. "
_PARTIES = (
    ("the Tarvo Front", "Tarvo Front"),
    ("the Reed League", "Reed League"),
    ("Boko Haram", "Boko Haram"),
    ("Sweden", "Sweden"),
    ("the Kenyan army", "Kenyan army"),
    ("Peruvian intelligence", "Peruvian intelligence"),
    ("Rahim Khan", "Rahim Khan"),
)
_BANDS = tuple(one for one in _PARTIES[:3])
_SIDES = _PARTIES[:5]


def stands(words: str, name: str, frame: str) -> set[tuple[str, bool, str]]:
    told = frame.format(words)
    report = extract(
        document(_LEAD + told[0].upper() + told[1:], published="2024-05-14"), RulesReader()
    )
    return {(one.standing, one.polarity, one.scope) for one in report.claims if name in one.subject}


def accused(words: str, name: str, frame: str) -> bool:
    """Tell whether a sentence holds the incident against a party."""
    return any(yes and scope == "incident" for _, yes, scope in stands(words, name, frame))


@pytest.mark.parametrize(("words", "name"), _PARTIES)
@pytest.mark.parametrize(
    "frame",
    [
        "Police would neither confirm nor deny that {} was behind the attack.",
        "The minister neither confirmed nor denied that {} planted the bomb.",
        "The mayor refused to confirm or deny that {} was behind the attack.",
        "The minister backtracked on his claim that {} was behind the attack.",
        "The mayor backpedalled on her statement that {} carried out the bombing.",
        "The ministry rescinded its statement saying that {} was behind the attack.",
        "The minister apologised for saying that {} was behind the attack.",
        "The mayor regretted having claimed that {} planted the bomb.",
        "The newspaper corrected its earlier report that {} was behind the attack.",
        "Such attacks are often blamed on {}.",
        "Bombings here are usually blamed on {}.",
    ],
)
def test_what_is_taken_back_left_open_or_a_habit_is_held_against_nobody(
    words: str, name: str, frame: str
) -> None:
    assert not accused(words, name, frame)


@pytest.mark.parametrize(("words", "name"), _PARTIES)
@pytest.mark.parametrize(
    "frame",
    [
        "The ministry corrected its report to say that {} was behind the attack.",
        "Police confirmed that {} was behind the attack and denied nothing.",
        "The attack was quickly blamed on {}.",
        "The minister said {} was behind the attack and apologised for the delay.",
    ],
)
def test_and_what_is_said_instead_stays(words: str, name: str, frame: str) -> None:
    assert accused(words, name, frame)


@pytest.mark.parametrize(("words", "name"), _SIDES)
@pytest.mark.parametrize(
    "frame",
    [
        "{} and the Corvan Front accused each other of the attack.",
        "The Corvan Front and {} blamed each other for the bombing.",
        "Both {} and the Corvan Front have blamed the other for the bombing.",
        "{} and the Corvan Front traded blame for the attack.",
        "{} and the Corvan Front traded accusations over who was behind the attack.",
    ],
)
def test_two_may_accuse_each_other(words: str, name: str, frame: str) -> None:
    assert accused(words, name, frame)
    assert accused(words, "Corvan Front", frame)


@pytest.mark.parametrize(("words", "name"), _SIDES)
@pytest.mark.parametrize(
    "frame",
    [
        "{} and the Corvan Front accused each other of breaking the truce.",
        "{} and the Corvan Front traded blame for the failed talks.",
        "{} and the Corvan Front have each denied carrying out the attack.",
    ],
)
def test_and_not_of_this(words: str, name: str, frame: str) -> None:
    assert not accused(words, name, frame)


@pytest.mark.parametrize(("words", "name"), _SIDES)
def test_each_denies_it(words: str, name: str) -> None:
    frame = "{} and the Corvan Front have each denied carrying out the attack."
    assert ("denied", False, "incident") in stands(words, name, frame)
    assert ("denied", False, "incident") in stands(words, "Corvan Front", frame)


@pytest.mark.parametrize(("words", "name"), _BANDS)
@pytest.mark.parametrize(
    "frame",
    [
        "In March {} claimed responsibility for an attack on a church in Ostra.",
        "{} claimed an attack on a bus in April.",
        "{} has carried out dozens of bombings since 2012.",
        "{} has claimed responsibility for dozens of attacks in the city since 2012.",
    ],
)
def test_what_was_claimed_before_is_another_matter(words: str, name: str, frame: str) -> None:
    assert not accused(words, name, frame)


@pytest.mark.parametrize(("words", "name"), _BANDS)
@pytest.mark.parametrize(
    "frame",
    [
        "{} on Tuesday claimed responsibility for an attack on the market.",
        "The attack was claimed by {}, which has carried out dozens of bombings since 2012.",
    ],
)
def test_and_what_is_claimed_after_it_is_this_one(words: str, name: str, frame: str) -> None:
    assert accused(words, name, frame)


@pytest.mark.parametrize("name", ["Olga Petrova", "Rahim Khan", "Ana Ferreira Costa"])
@pytest.mark.parametrize(
    "frame",
    [
        "{}’s lawyer said his client denied planting the bomb.",
        "A lawyer for {} said she would plead not guilty to the bombing.",
        "{} will plead not guilty to the bombing, his lawyer said.",
    ],
)
def test_a_lawyers_word_is_the_denial_of_whom_he_defends(name: str, frame: str) -> None:
    assert {yes for _, yes, _ in stands(name, name, frame)} <= {False}


@pytest.mark.parametrize("name", ["Olga Petrova", "Rahim Khan", "Ana Ferreira Costa"])
def test_and_the_lawyer_of_a_suspect_is_none(name: str) -> None:
    frame = "The lawyer for a man accused of the bombing, {}, said his client was ill."
    assert not accused(name, name, frame)


@pytest.mark.parametrize(("words", "name"), _PARTIES[:3])
def test_who_rejects_another_claim_clears_nobody(words: str, name: str) -> None:
    frame = "The minister rejected a claim by {} that the bomber had come from abroad."
    assert stands(words, name, frame) == set()


@pytest.mark.parametrize("verb", ["accused each other of", "blamed each other for"])
def test_who_of_two_is_an_authority_is_not_told_apart(verb: str) -> None:
    text = f"The interior ministry and the Corvan Front {verb} the bombing."
    found = extract(document(text), RulesReader()).claims
    assert {one.standing for one in found} == {"accused"}
    (one,) = extract(
        document("The interior ministry accused the Corvan Front of the bombing."), RulesReader()
    ).claims
    assert one.standing == "accused_by_authority"


@pytest.mark.parametrize(("words", "name"), _SIDES)
@pytest.mark.parametrize(
    "declines",
    [
        "declined to confirm that",
        "refused to confirm that",
        "declined to say that",
        "declined to comment on claims that",
        "declined to confirm reports that",
        "refused to acknowledge that",
        "stopped short of confirming that",
    ],
)
@pytest.mark.parametrize("deed", ["was behind the bombing", "carried out the bombing"])
def test_who_declines_to_say_so_accuses_nobody(
    words: str, name: str, declines: str, deed: str
) -> None:
    assert not accused(words, name, f"The police spokesman {declines} {{}} {deed}.")


@pytest.mark.parametrize(("words", "name"), _SIDES)
@pytest.mark.parametrize(
    "frame",
    [
        "The police spokesman declined to identify the men, but said {} was behind the bombing.",
        "The minister declined to comment. Police said {} carried out the bombing.",
    ],
)
def test_and_what_is_said_beside_it_stays(words: str, name: str, frame: str) -> None:
    assert accused(words, name, frame)
