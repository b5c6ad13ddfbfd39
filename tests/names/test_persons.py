import pytest

from whence.names.persons import Person, called_by, office, person, same_person, surname_of


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("Norway’s President Kari Lund", Person("Kari Lund", "president", "NO")),
        ("Maj. Gen. Pau Riba", Person("Pau Riba")),
        ("Mr Riba", Person("Riba")),
        ("Prime Minister of Norway Kari Lund", Person("Kari Lund", "prime minister", "NO")),
        ("Kari Lund, leader of the Northern League", Person("Kari Lund")),
        ("the Norwegian Kari Lund", Person("Kari Lund")),
        ("the prime minister", Person("prime minister")),
        ("General", Person("General")),
        ("Deputy interior minister Kari Lund", Person("Kari Lund")),
        ("former prime minister Kari Lund", Person("Kari Lund")),
        ("then-President Kari Lund", Person("Kari Lund")),
        ("Deputy Foreign Minister of Norway Kari Lund", Person("Kari Lund", None, "NO")),
        ("deputy prime minister Kari Lund", Person("Kari Lund", "deputy prime minister")),
        ("retired Gen. Pau Riba", Person("Pau Riba")),
        ("harbour pilot Kari Lund", Person("Kari Lund")),
        ("Tavin district prosecutor Colonel Kari Lund", Person("Kari Lund")),
        ("Superintendent of Police Kari Lund", Person("Kari Lund")),
        ("the widow of Kari Lund", Person("widow of Kari Lund")),
        ("Kari van der Lund", Person("Kari van der Lund")),
    ],
)
def test_name_apart_from_titles(who: str, expected: Person) -> None:
    found = person(who)
    assert (found.name.casefold(), found.office) == (expected.name.casefold(), expected.office)
    assert found.iso == expected.iso


def test_an_office_is_read_with_its_state_and_nothing_owned_by_it() -> None:
    assert office("the Norwegian prime minister") == ("prime minister", "NO")
    assert office("Minister of Foreign Affairs") == ("minister of foreign affairs", None)
    assert office("the prime minister’s dog") is None


def test_surnames_alone_are_never_one_person() -> None:
    assert not same_person("Lund", "Lund")
    assert same_person("Kari Lund", "Kari Anne Lund")
    assert not same_person("Kari Lund", "Nils Lund")
    assert not same_person("Kari Lund", "Kari Berg")
    assert same_person("Kassem Dabbagh", "Qasim al-Dabagh")


def test_surname_of() -> None:
    assert surname_of("al-Dabagh", "Qasim Dabbagh")
    assert not surname_of("Qasim", "Qasim Dabbagh")
    assert not surname_of("Qasim Dabbagh", "Qasim Dabbagh")
    assert not surname_of("", "Qasim Dabbagh")
    assert Person("Kari Lund").full
    assert not Person("Lund").full


def test_a_given_name_is_no_courtesy() -> None:
    assert person("Don Karl Lund").name == "Don Karl Lund"
    assert same_person("Don Karl Lund", "Don Lund")


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Lund", "Kari Anne Lund"),
        ("Bao", "Bao Wenling"),  # the family's name first
        ("Mun", "Mun Hae-rin"),
        ("Salcedo", "Inés Salcedo Ruano"),  # the father's name, and the mother's behind it
        ("Salcedo Ruano", "Inés Salcedo Ruano"),
        ("Ásdís", "Ásdís Hallsdóttir"),  # their own name
        ("Hagos", "Hagos Mebrahtu"),
        ("Abu Rami", "Nabil Abu Rami"),
        ("bin Salim", "Nabil bin Salim"),
        ("Ter Braak", "Joris ter Braak"),
        ("dela Rosa", "Nilo dela Rosa"),
    ],
)
def test_a_text_calls_people_by_a_part_of_the_name_that_it_gave(short: str, full: str) -> None:
    assert called_by(short, ["Pau Riba", full]) == [full]
    assert person(full).name == full


def test_whose_last_name_it_is_goes_before_whoever_has_it_otherwise() -> None:
    assert called_by("Lee", ["Robert Lee Hicks", "Ana Lee"]) == ["Ana Lee"]
    assert called_by("Bao", ["Bao Wenling", "Bao Ming"]) == ["Bao Wenling", "Bao Ming"]
    assert called_by("B.", ["B. Wenling Kaya"]) == []
    assert called_by("Riba", ["Kari Lund"]) == []
