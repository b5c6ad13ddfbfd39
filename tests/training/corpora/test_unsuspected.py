"""Who in the news of other corpora is a suspect, and who is none."""

from evaluation.corpora.muc import Blamed
from evaluation.corpora.muc4 import Entity, GoldTemplate, Report
from evaluation.corpora.polnear import Annotated
from evaluation.corpora.wikievents import Argument, Event, Story
from training.corpora.gva import Known

from training.corpora import unsuspected


def words(known: Known, places: tuple[tuple[int, int], ...]) -> list[str]:
    return [known.text[start:end].strip() for start, end in places]


def test_who_attacked_is_suspected_and_who_was_hit_is_not() -> None:
    text = "The Reed League bombed the Oak Bank. Ana Ruiz sang in Lorne."

    def told(role: str, name: str) -> Argument:
        return Argument(role=role, span=(text.index(name), text.index(name) + len(name)))

    event = Event(
        type="Conflict.Attack",
        trigger=(16, 22),
        arguments=(told("Attacker", "Reed League"), told("Target", "Oak Bank")),
    )
    (found,) = unsuspected.events([Story(id="s", text=text, events=(event,))])
    assert words(found, found.suspected) == ["Reed League"]
    assert words(found, found.others) == ["Oak Bank", "Ana Ruiz sang in Lorne."]
    assert found.guessed


def test_whom_a_key_blames_is_left_open_wherever_it_stands() -> None:
    text = "THE REED LEAGUE STRUCK. THE ARMY AND THE REED LEAGUE SPOKE."
    template = GoldTemplate(
        types=("attack",),
        entities={"PerpOrg": (Entity(mentions=("reed league",), optional=False),)},
    )
    report = Report(
        id="r",
        text=text,
        templates=(template,),
        blamed=(Blamed(names=("REED LEAGUE",), confidences=frozenset()),),
    )
    (found,) = unsuspected.messages([report])
    assert found.suspected == ()
    assert words(found, found.others) == ["THE", "STRUCK. THE ARMY AND THE", "SPOKE."]


def test_in_politics_who_is_named_where_no_deed_is_told_is_no_suspect() -> None:
    text = "Ana Ruiz asked for a vote. The Reed League bombed the hall."
    (found,) = unsuspected.politics([Annotated(name="a", text=text, relations=())])
    assert words(found, found.others) == ["Ana Ruiz asked for a vote."]
