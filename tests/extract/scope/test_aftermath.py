"""The day of what came of an event is not the event's; every sentence is invented."""

import pytest

from tests.extract.facts.reading import read

_EVENT = "a blast that killed five people in Harrow on Sunday"
_AFTER = [
    "Rescuers on Monday searched for survivors of {}.",
    "Rescuers were on Monday digging for survivors of {}.",
    "Workers on Monday cleared the rubble of {}.",
    "Police on Monday hunted the men behind {}.",
    "Investigators on Monday sifted through the debris of {}.",
    "Residents on Monday protested over {}.",
    "Shops were closed on Monday after {}.",
    "The city was tense on Monday following {}.",
    "The government on Monday ordered an inquiry into {}.",
    "The premier on Monday visited those hurt in {}.",
    "Flags flew at half-mast on Monday after {}.",
    "Police on Monday were studying images of {}.",
    "Opposition leaders on Monday criticised the police over {}.",
    "The death toll from {} rose to six on Monday.",
    "Three suspects were detained on Monday over {}.",
]


@pytest.mark.parametrize("frame", _AFTER)
def test_the_day_of_what_came_of_it_is_not_its_day(frame: str) -> None:
    assert read(frame.format(_EVENT), "2024-05-13").values("date") == ["2024-05-12"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Five people were killed on Monday after a man who fled on Sunday fired.", "2024-05-13"),
        ("A bomb exploded in Harrow on Monday after a warning on Sunday.", "2024-05-13"),
        ("On Monday, gunmen killed five people after a quarrel on Sunday.", "2024-05-13"),
        ("A shop burned on Monday near the site of a vigil held on Sunday.", "2024-05-13"),
    ],
)
def test_an_event_keeps_its_day_beside_an_earlier_one(text: str, day: str) -> None:
    assert read(text, "2024-05-13").values("date") == [day]
