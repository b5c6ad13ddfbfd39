"""Two events in one town, and one event that is told again: what tells them apart."""

import pytest
from msgspec.structs import replace

from tests.trace.making import Made, document, span
from whence.fuse.grouping import Groups, signature
from whence.fuse.grouping.compare import evidence
from whence.fuse.grouping.signature import Signature
from whence.model.location import Location
from whence.model.reading import Mention

_TOWN = "Karsholm"
_CHIEF = "Odd Fallström:person"


def _told(
    published: str, text: str, day: str | None, kind: str | None, named: str = "", **counts: int
) -> Signature:
    one = Made(document("Quay News", text, published))
    one.kind = kind
    if day is not None:
        one.fact("date", day, _TOWN)
    one.fact("place", _TOWN, _TOWN)
    at = Location(
        latitude=60.1, longitude=20.2, precision="settlement", name=_TOWN, region="Norrmark",
        country="SE",
    )  # fmt: skip
    one.facts[-1] = replace(one.facts[-1], location=at)
    for slot, number in counts.items():
        one.fact(slot, number, _TOWN)
    one.mentions.append(
        Mention(kind="place", span=span(one.document, _TOWN), value=f"{_TOWN}, Sweden")
    )
    if named:
        one.mentions.append(Mention(kind="date", span=span(one.document, _TOWN), value=named))
    if "Fallström" in text:
        one.says("Fallström", _CHIEF)
    return signature(one.document, one.report())


BLAST = (
    _told(
        "2031-05-06",
        "A bomb in a pram exploded among shoppers at the fish market of Karsholm in Sweden on "
        "Tuesday, killing three people, police chief Odd Fallström said. Stalls were torn apart.",
        "2031-05-06",
        "bombing",
        killed=3,
    ),
    _told(
        "2031-05-07",
        "A fourth shopper has died after the pram bomb at the fish market of Karsholm. Witnesses "
        "saw a woman leave the pram beside the stalls, said Odd Fallström of the Swedish police.",
        "2031-05-06",
        "attack",
        killed=4,
    ),
    _told(
        "2031-05-19",
        "Detectives in Karsholm arrested a woman on Monday who is believed to have left the pram "
        "with the bomb at the fish market on May 6. Four shoppers died.",
        None,
        "bombing",
        "2031-05-06",
        killed=4,
    ),
)
KNIFE = (
    _told(
        "2031-05-08",
        "A bus driver was stabbed at the terminus of line nine in Karsholm in Sweden on Thursday "
        "by a passenger without a ticket, police chief Odd Fallström said.",
        "2031-05-08",
        "stabbing",
        wounded=1,
    ),
    _told(
        "2031-05-09",
        "Bus drivers in Karsholm stopped work on Friday, a day after a passenger without a ticket "
        "stabbed one of them at the terminus of line nine. Swedish unions want cameras.",
        "2031-05-08",
        "attack",
        wounded=1,
    ),
)
DRONE = (
    _told(
        "2031-05-09",
        "A drone dropped a charge on the customs pier of Karsholm in Sweden on Friday, sinking a "
        "pilot boat. Nobody was hurt, police chief Odd Fallström said.",
        "2031-05-09",
        "drone_attack",
        killed=0,
    ),
)


def test_events_of_one_town_and_week_are_kept_apart_and_follow_ups_together() -> None:
    groups = Groups()
    for one in (*BLAST, *KNIFE, *DRONE):
        groups.add(one)
    wanted = [tuple(sorted(one.document_id for one in rows)) for rows in (BLAST, KNIFE, DRONE)]
    assert groups.groups() == sorted(wanted)


def test_a_shared_town_is_no_shared_word_and_who_speaks_for_it_no_shared_name() -> None:
    found = evidence(BLAST[0], KNIFE[0])
    assert not {"karsholm", "sweden", "swedish"} & {*BLAST[0].weights, *KNIFE[0].head}
    assert "karsholm" in BLAST[0].keys
    assert found["names"] == 0
    assert found["speakers"] > 0
    assert "place agrees" in found


@pytest.mark.parametrize(
    ("mine", "theirs", "told"),
    [
        ("bombing", "bombing", "kind agrees"),
        ("bombing", "attack", "kind akin"),
        ("grenade_attack", "bombing", "kind akin"),
        ("stabbing", "bombing", "kind differs"),
        ("arson", "shooting", "kind differs"),
    ],
)
def test_kinds_agree_or_may_be_of_one_deed_or_may_not(mine: str, theirs: str, told: str) -> None:
    one, other = (_told("2031-05-06", "Karsholm is shut.", None, kind) for kind in (mine, theirs))
    assert [name for name in evidence(one, other) if name.startswith("kind")] == [told]


def test_a_report_out_before_the_day_of_the_other_is_told() -> None:
    assert "out before the other's day" in evidence(BLAST[0], KNIFE[0])
    assert "out before the other's day" not in evidence(BLAST[0], BLAST[2])


def test_a_day_that_is_named_further_down_is_told() -> None:
    assert "day named" in evidence(BLAST[0], BLAST[2])
    assert "day named" not in evidence(KNIFE[0], BLAST[2])


def test_a_toll_that_falls_is_told_in_the_order_of_the_reports() -> None:
    risen, fallen = evidence(BLAST[0], BLAST[1]), evidence(BLAST[1], DRONE[0])
    assert "killed falls" not in risen
    assert fallen["killed falls"] == 1


def test_a_state_or_a_wider_place_does_not_speak_against_a_town_in_it() -> None:
    one = Made(document("Quay News", "Sweden mourns.", "2031-05-07"))
    one.fact("place", "Sweden", "Sweden")
    land = Location(latitude=59, longitude=18, precision="country", name="Sweden", country="SE")
    one.facts[-1] = replace(one.facts[-1], location=land)
    wide = signature(one.document, one.report())
    found = evidence(wide, BLAST[0])
    assert not {"place differs", "region differs", "state differs"} & set(found)
    abroad = replace(land, name="Norway", country="NO")
    one.facts[-1] = replace(one.facts[-1], value="Norway", location=abroad)
    assert "state differs" in evidence(signature(one.document, one.report()), BLAST[0])


def test_a_town_named_beside_the_own_place_does_not_differ() -> None:
    text = "Shots fell in Vikby, an hour from Karsholm."
    one = Made(document("Quay News", text, "2031-05-07"))
    one.fact("place", "Vikby", "Vikby")
    elsewhere = signature(one.document, one.report())
    assert evidence(elsewhere, BLAST[0])["place differs"] == 1
    one.mentions.append(
        Mention(kind="place", span=span(one.document, _TOWN), value=f"{_TOWN}, Sweden")
    )
    named = evidence(signature(one.document, one.report()), BLAST[0])
    assert named["place named"] == 1
    assert "place differs" not in named
