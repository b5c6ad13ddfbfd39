"""Every way of saying how many, crossed with every way of saying what befell them."""

import pytest

from tests.extract.facts.reading import read

_WAYS = {
    "{} people": [
        ("killed", "A mine blew up under a bus, killing {}."),
        ("killed", "A mine killed {} in a bus."),
        ("killed", "A mine blew up under a bus. {} were killed, the mayor said."),
        ("killed", "A mine blew up under a bus. {} died, the mayor said."),
        ("killed", "A mine blast claimed the lives of {} in a bus."),
        ("killed", "A mine blew up under a bus, leaving {} dead."),
        ("wounded", "A mine blew up under a bus, wounding {}."),
        ("wounded", "A mine blew up under a bus. {} were injured."),
        ("wounded", "A mine blew up under a bus. {} suffered injuries."),
        ("missing", "A dam burst. {} were missing."),
        ("detained", "A mine blew up under a bus. Police arrested {} over it."),
    ],
    "{}": [
        ("killed", "A mine blast left {} dead."),
        ("killed", "A mine blew up under a bus. There were {} dead."),
        ("killed", "A mine blew up under a bus. The death toll rose to {}."),
    ],
}
_ROUNDED = {
    "at least {}": "at least {}",
    "more than {}": "at least {}",
    "no fewer than {}": "at least {}",
    "upwards of {}": "at least {}",
    "in excess of {}": "at least {}",
    "well over {}": "at least {}",
    "just over {}": "at least {}",
    "{} or more": "at least {}",
    "up to {}": "up to {}",
    "as many as {}": "up to {}",
    "nearly {}": "about {}",
    "close to {}": "about {}",
    "an estimated {}": "about {}",
    "a total of {}": "{}",
}
_OTHERS = {
    "a dozen": "12",
    "half a dozen": "6",
    "half-a-dozen": "6",
    "two dozen": "24",
    "more than two dozen": "at least 24",
    "one hundred and twenty": "120",
    "two or three": "2 to 3",
    "10 or 12": "10 to 12",
    "12 to 15": "12 to 15",
    "between 10 and 15": "10 to 15",
    "several": "several",
    "several dozen": "dozens",
    "a few dozen": "dozens",
    "several hundred": "hundreds",
}
_WORDS = {
    **{way.format(count): told.format(count.replace(",", "")) for way, told in _ROUNDED.items()
       for count in ("5", "40", "1,200")},
    **_OTHERS,
}  # fmt: skip


@pytest.mark.parametrize(("words", "told"), _WORDS.items())
def test_a_number_is_read_in_every_frame(words: str, told: str) -> None:
    astray = []
    for whom, frames in _WAYS.items():
        for slot, frame in frames:
            who = whom.format(words)
            text = frame.format(who if not frame[: frame.index("{}")].endswith(". ") else
                                who[0].upper() + who[1:])  # fmt: skip
            if read(text).values(slot) != [told]:
                astray.append((text, read(text).values(slot)))
    assert astray == []


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A mine blew up. 10-15 people were killed.", ["10 to 15"]),
        ("A mine blew up. Dozens of bodies were pulled from the bus.", ["dozens"]),
        ("A mine blew up. Six out of 200 people in the convoy were killed.", ["6"]),
        # no ranges
        ("A mine blew up. The death toll rose from seven to nine.", ["7", "9"]),
        ("A mine blew up. The death toll has risen by two to nine.", ["9"]),
        ("A mine blew up, killing five people, two to three hours after a blast.", ["5"]),
        ("A mine blew up. Boys aged 10 to 15 were killed.", []),
    ],
)
def test_ranges_are_told_apart_from_tolls_that_moved(text: str, killed: list[str]) -> None:
    assert read(text).values("killed") == killed


def test_a_range_keeps_both_its_ends() -> None:
    fact = next(one for one in read("A mine killed 12 to 15 men.").facts if one.slot == "killed")
    assert fact.quantity is not None
    assert (fact.quantity.low, fact.quantity.best, fact.quantity.high) == (12, None, 15)
