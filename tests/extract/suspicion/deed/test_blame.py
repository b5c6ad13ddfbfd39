"""An accusation of what is no violent or hostile deed makes nobody a suspect."""

from pathlib import Path
from time import perf_counter

import pytest

from tests.extract.encoder.test_report import report
from tests.extract.suspected import brief, read
from tests.extract.suspicion.guesses.test_seen import alone
from tests.infer.hand import Given
from whence.extract.suspicion.deed.blame import of_no_deed


@pytest.mark.parametrize(
    "text",
    [
        "The union accused the Reed League of negligence.",
        "Lawyers filed papers accusing the Reed League of fraud and of stealing wages.",
        "Voters blamed the Reed League for the shutdown.",
        "The mayor blamed the Reed League (RL) for the poor response to the bombing.",
        "The mayor accused the Reed League, a party of the south, of bias after the bombing.",
        "The mayor held the Reed League responsible for the deadlock.",
        "The Reed League was blamed for the collapse of the talks.",
        "The Reed League was accused by its rivals of mismanagement.",
        "The Reed League is responsible for the deadlock, the governor said.",
        "Critics pointed the finger at the Reed League over rising prices.",
        "Traders blamed rising prices on the Reed League.",
        "Papers linked the Reed League to the scandal.",
        "He called the tax a hoax perpetrated by the Reed League.",
        "Prosecutors charged the Reed League with overspending.",
        "The audit found the Reed League guilty of overspending.",
        "The envoy accused the Reed League of sabotaging the peace talks.",
        "A columnist accused the Reed League of an attack on the constitution.",
        "Miners accused the Reed League of racism and of personal attacks.",
        "The minister blamed the Reed League for the market crash.",
        "The governor accused the Reed League of not stopping the bombing.",
        "The governor accused the Reed League of plotting to raise taxes.",
    ],
)
def test_what_is_no_deed_makes_no_suspect(text: str) -> None:
    assert alone(text, "the Reed League" if "the Reed" in text else "The Reed League") == ()


@pytest.mark.parametrize(
    "text",
    [
        "The union accused the Reed League of burning the depot.",
        "The mayor accused the Reed League, a party of the south, of the bombing.",
        "The mayor accused the Reed League of involvement.",
        "The mayor accused the Reed League of having done it.",
        "The mayor blamed the Reed League for the blackout.",
        "The mayor blamed the Reed League for years.",
        "The mayor held the Reed League responsible for what happened.",
        "The mayor accused the Reed League of lying and of planting the bomb.",
        "The mayor accused the Reed League of plotting to kill him.",
        "The mayor accused the Reed League of cutting the cable.",
        "The mayor accused the Reed League of sabotaging the talks by shelling the hall.",
        "The mayor accused the Reed League.",
        "Papers linked the Reed League to the derailment.",
        "Traders blamed the fire on the Reed League.",
        "The Reed League was accused of hiring the gunmen.",
        "The minister accused the Reed League of tipping off the rebels.",
        "The raid was blamed by the governor on Friday on the Reed League.",
        "The raid was blamed on Friday on the Reed League.",
        "The minister accused the Reed League of having sent it from the port.",
        "The minister accused the Reed League with its motive and its means.",
    ],
)
def test_a_deed_does(text: str) -> None:
    assert alone(text, "the Reed League" if "the Reed" in text else "The Reed League")


@pytest.mark.parametrize(
    "sentence",
    [
        "Critics pointed the finger at the Lowland Front over rising prices.",
        "The paper called the plan a hoax perpetrated by the Lowland Front.",
        "All signs pointed to the Lowland Front endorsing the mayor.",
        "All signs point to the Lowland Front endorsing the mayor.",
        "The Lowland Front launched its presidential bid on Friday.",
    ],
)
def test_patterns_need_a_deed_as_well(sentence: str) -> None:
    assert read("Ana Ferreira spoke on Monday.", sentence) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Critics pointed the finger at the Lowland Front over the bombing.",
        "All signs pointed to the Lowland Front.",
        "All signs point to the Lowland Front operating in the hills.",
        "The Lowland Front launched its assassination bid on Friday.",
    ],
)
def test_patterns_with_a_deed_stand(sentence: str) -> None:
    found = brief(read("A bomb killed Ana Ferreira on Monday.", sentence))
    assert [subject for subject, *_ in found] == ["Lowland Front"]


def test_the_statement_stays_an_accusation(tmp_path: Path) -> None:
    text = "The union accused the Reed League of negligence."
    given = Given(
        spans={
            "source": ["the union"], "cue": ["accused"],
            "content": ["the reed league of negligence"], "suspect": ["reed league"],
        },
        links={"cue": [("the", "accused")], "source": [("accused", "the")]},
        standings={"reed": "accused"},
        acts={"accused": "accuse"},
    )  # fmt: skip
    made = report(tmp_path, text, given)
    assert [one.act for one in made.attributions] == ["accuse"]
    assert made.claims == ()


@pytest.mark.parametrize("part", ["blamed ", "accused of ", ", a", "attack on ", "a for ", "“‘"])
def test_long_sentences_take_no_time(part: str) -> None:
    start = perf_counter()
    of_no_deed(part * 40_000, " " + part * 40_000)
    assert perf_counter() - start < 1


@pytest.mark.parametrize(
    ("text", "suspected"),
    [
        ("The minister resigned on Monday. Many blamed the Reed League.", False),
        ("A bomb hit the port on Monday. Many blamed the Reed League.", True),
        ("A bomb hit the port on Monday. The police have blamed the Reed League.", True),
        ("A bomb hit the port on Monday. Voters have largely blamed the Reed League.", False),
        ("Voters blamed the Reed League.", False),
        ("Voters blamed the Reed League for the bombing.", True),
    ],
)
def test_who_is_blamed_is_suspected_where_a_deed_is_told(text: str, *, suspected: bool) -> None:
    assert bool(alone(text, "the Reed League")) == suspected


@pytest.mark.parametrize(
    ("told", "suspected"),
    [
        ("Investigators suspect the Reed League of planting the bomb.", ["Reed League"]),
        ("Detectives suspect Ilo Marsh, 34, of having planted the bomb.", ["Ilo Marsh"]),
        ("The police suspected Norway of killing the three traders.", ["Norway"]),
        ("The police suspect the Reed League of smuggling cigarettes.", []),
    ],
)
def test_whom_police_suspect_of_doing_it(told: str, suspected: list[str]) -> None:
    found = read("A bomb killed three traders at the harbour on Monday.", told, target=None)
    assert [one.subject for one in found] == suspected
