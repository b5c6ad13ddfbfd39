"""Every state and every known armed group, in frames that say plainly how a suspicion stands."""

from tests.extract.texts import document
from whence.extract import extract
from whence.extract.rules.reader import RulesReader
from whence.model.vocabulary import load
from whence.names.countries import countries

_LEAD = "A bomb exploded outside a market in Melden on Monday, killing three people. "
_ACCUSED, _DENIED, _NOTHING = "accused", "denied", "nothing"
_ANYBODY = (
    ("The interior minister accused {} of the attack.", _ACCUSED),
    ("The president said {} was behind the bombing.", _ACCUSED),
    ("Officials blamed the bombing on {}.", _ACCUSED),
    ("Investigators suspect {} of planting the bomb.", _ACCUSED),
    ("The attack was carried out by {}, the police chief said.", _ACCUSED),
    ("{} denied any role in the attack and said the Corvan Front was to blame.", _DENIED),
    ("{} rejected accusations that it was behind the attack.", _DENIED),
    ("{} condemned the attack.", _NOTHING),
    ("The president stopped short of blaming {} for the attack.", _NOTHING),
    ("The minister would not say whether {} was behind the attack.", _NOTHING),
    ("The Corvan Front said the attack was revenge for a raid by {}.", _NOTHING),
    ("It did not look like the work of {}, an expert said.", _NOTHING),
    ("{} blamed the Corvan Front for the attack.", _NOTHING),
    ("{} denied that the Corvan Front was behind the attack.", _NOTHING),
    ("Nobody has blamed {} for the attack.", _NOTHING),
    ("The mayor blamed {} (XYZ) for the poor response to the bombing.", _NOTHING),
)
_BANDS = (
    ("{} claimed responsibility for the attack.", "admitted"),
    ("The attack was claimed by {}.", "admitted"),
    ("{} has not claimed responsibility for the attack.", _NOTHING),
    ("There was no claim of responsibility from {}.", _NOTHING),
    *_ANYBODY,
)
_STANDINGS = {
    "accused_by_authority": _ACCUSED,
    "speculated": _ACCUSED,
    "reported_as_fact": _ACCUSED,
    "cleared": _DENIED,
}


def _states() -> list[tuple[str, str]]:
    """Return every state in one of three forms, and what the name of the party has to hold."""
    found = []
    for at, (name, row) in enumerate(countries().items()):
        demonym = row.demonyms[0] if row.demonyms else None
        forms = [
            (name, name),
            (f"the {demonym} army", demonym or name),
            (f"the {demonym} government", name),
        ]
        found.append(forms[at % 3] if demonym else forms[0])
    return found


def _bands() -> list[tuple[str, str]]:
    rows: tuple[tuple[str, ...], ...] = load("armed_groups", tuple[tuple[str, ...], ...])
    return [(f"the {row[0]}", row[0]) for row in rows if "(" not in row[0]]


def _astray(parties: list[tuple[str, str]], frames: tuple[tuple[str, str], ...]) -> list[str]:
    """Return the sentences that say something else of a party, each party in one of the frames."""
    found = []
    for at, (words, name) in enumerate(parties):
        frame, expected = frames[at % len(frames)]
        told = frame.format(words)
        told = told[0].upper() + told[1:]
        report = extract(document(_LEAD + told, published="2024-05-14"), RulesReader())
        stands = {
            _STANDINGS.get(one.standing, one.standing)
            for one in report.claims
            if name in one.subject and not one.insinuation
        }
        if stands != ({expected} - {_NOTHING}):
            found.append(f"{told} {sorted(stands)}")
    return found


def test_states_stand_as_the_words_say() -> None:
    assert _astray(_states(), _ANYBODY) == []


def test_armed_groups_stand_as_the_words_say() -> None:
    assert _astray(_bands(), _BANDS) == []
