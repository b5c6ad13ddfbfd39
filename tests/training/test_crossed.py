import random
from datetime import date

from evaluation.invented_set import Invented, Party, Record, Report
from evaluation.readers.reading import ReadPage
from training.crossed import moved

from tests.trace.making import Made, document, span
from whence.model.reading import Mention

_TOLD = (
    "KALMAR — A kiosk burnt down in Kalmar, Sweden, on Monday, 3 March 2031. The fire is the third "
    "since 2029, said Elsa Brandqvist, head of the Swedish fire service. In Nybro it was quiet."
)
_HOST = (
    "Shots were fired at a ferry in Rauma, Finland, on Friday, said Juhani Kettunen, head of the "
    "Finnish coast guard. Ships waited off Pori."
)


def _incident(name: str, text: str, published: str, day: str, land: str, town: str) -> Invented:
    report = Report(outlet=f"{town} Post", published=published, title=f"News of {town}", text=text)
    record = Record(kind=("attack",), date=(day,), country=land, place=(town,))
    return Invented(
        id=name,
        manner="plain",
        reports=(report,),
        record=record,
        parties=(Party(names=("Nobody",), standings=()),),
    )


def _read(text: str, speaker: str, other: str) -> list[ReadPage]:
    one = Made(document("Quay News", text))
    one.says(speaker.split(maxsplit=1)[0], f"{speaker}, head of it:person")
    where = span(one.document, other.partition(",")[0])
    one.mentions.append(Mention(kind="place", span=where, value=other))
    return [ReadPage(document=one.document, report=one.report(), sentences=())]


def test_an_incident_is_moved_to_the_town_officials_and_weeks_of_another() -> None:
    one = _incident("fire", _TOLD, "2031-03-04T10:00", "2031-03-03", "SE", "Kalmar")
    host = _incident("ferry", _HOST, "2033-08-12", "2033-08-12", "FI", "Rauma")
    seen = {
        "fire": _read(_TOLD, "Elsa Brandqvist", "Nybro, Sweden"),
        "ferry": _read(_HOST, "Juhani Kettunen", "Pori, Finland"),
    }
    made = moved(one, host, seen, random.Random(1)).reports[0]
    assert made.title == "News of Rauma"
    for gone in ("Kalmar", "KALMAR", "Sweden", "Swedish", "Brandqvist", "Nybro", "3 March"):
        assert gone not in made.text
    for told in ("RAUMA —", "Finland", "Finnish", "Elsa Kettunen", "In Pori", "A kiosk burnt down"):
        assert told in made.text
    shifted = date.fromisoformat(made.published[:10]) - date(2031, 3, 4)
    assert shifted.days % 7 == 0
    assert made.published.endswith("T10:00")


def test_it_is_moved_the_same_each_time() -> None:
    one = _incident("fire", _TOLD, "2031-03-04", "2031-03-03", "SE", "Kalmar")
    host = _incident("ferry", _HOST, "2033-08-12", "2033-08-12", "FI", "Rauma")
    seen: dict[str, list[ReadPage]] = {"fire": [], "ferry": []}
    first, again = (moved(one, host, seen, random.Random(3)) for _ in range(2))
    assert first == again
