"""One party under many spellings, and what only looks like one."""

from typing import SupportsIndex

import pytest
from msgspec.structs import replace

from tests.fuse.making import fused, said
from tests.trace.making import Made
from whence.fuse import Options
from whence.model.claim import PartyKind
from whence.model.incident import Party
from whence.model.location import Location


def accused(*names: str, kind: PartyKind = "group", options: Options | None = None) -> list[Party]:
    """Let one paper after the other accuse somebody."""
    made = []
    for number, name in enumerate(names):
        one = said(f"Paper {number}", f"Many suspect {name} of it.")
        one.claim(name, f"Many suspect {name}", subject_kind=kind)
        made.append(one)
    return list(fused(made, options or Options()).parties)


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (("Jaysh al-Nur", "Jaish Al Noor", "the Jaysh al-Nur group"), "group"),
        (("Fajr Front", "the Norway-backed Fajr Front", "powerful Fajr Front"), "group"),
        (("Fajr Front", "Fajr Front’s political bureau"), "group"),
        (("Abd Allah Front", "Abdallah Front"), "group"),
        (("Fajr Front", "Fajr Front spokesman Nils Berg", "Fajr Front militants"), "group"),
        (("Norway", "Oslo", "the Norwegian government"), "state"),
        (("Kassem Dabbagh", "Qasim al-Dabagh", "Gen. Qasim Yusuf Dabagh"), "person"),
        (
            ("Norway-backed militias", "pro-Norway militiamen", "Norwegian-backed militants"),
            "class",
        ),
        (("Norwegian-aligned militia groups", "Norway-backed militias"), "class"),
        (("Fajr-backed gunmen", "pro-Fajr gunmen"), "class"),
        (("Coast Guard", "the Norwegian Coast Guard"), "body"),
        (("Fajr Group", "Fajr"), "group"),
        (("Fajr Front", "Fajr Front, a little-known armed group"), "group"),
        (("the state security service", "State Security Service"), "body"),
        (("Fajr armed forces", "Fajr forces", "Fajr"), "body"),
        (("Fajr", "the Fajr movement currently fighting against the coalition in Norway"), "group"),
        (("Fajr", "Fajrs"), "group"),
        (("Fajr Front", "Fajr Front, or FF,", "Fajr Front (FF)"), "group"),
        (("Norway", "Norwegian forces", "Norway’s army", "the Norwegian armed forces"), "state"),
        (("Norwegian troops", "Norwegian government forces"), "class"),
        (("Fajr Liberation Front", "leftist rebels from the Fajr Liberation Front"), "group"),
        (("Fajr Army", "left-wing Fajr Army", "the shadowy Fajr Army"), "body"),
        (("Norwegian proxy militants", "Norway-backed militias"), "class"),
        (("Norway-backed militias", "Norway-backed militias who issued threats"), "class"),
        (("the victim himself", "the mayor’s own men"), "victim_side"),
        (("the killers of Jana Holm", "killers of Jana Holm"), "description"),
    ],
)
def test_names_of_one_party_are_joined(names: tuple[str, ...], kind: PartyKind) -> None:
    (party,) = accused(*names, kind=kind)
    assert {party.name, *party.aliases} >= {names[0].removeprefix("the ")} or party.kind == "state"


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (("Jaysh al-Nur", "Jaysh al-Nasr"), "group"),
        (("Riba", "Riba"), "person"),
        (("Kari Lund", "Nils Lund"), "person"),
        (("Norway-backed militias", "anti-Norway militias"), "class"),
        (("Norway-backed militias", "Sweden-backed militias"), "class"),
        (("Norwegian militias", "Swedish militias"), "class"),
        (("Norway-backed militias", "Norway-backed gunmen"), "class"),
        (("Norwegian army", "Norwegian rebels"), "class"),
        (("Norwegian opposition", "Norwegian government"), "body"),
        (("Norwegian Forces", "Norwegian forces"), "group"),
        (("Norwegian groups", "Norwegian militias"), "class"),
        (("Fajr proxy militants", "Fajr-backed militants"), "class"),
        (("Fajr Coast Guard", "Coast Guard movement"), "body"),
        (("armed men", "criminal bands"), "class"),
        (("Norwegian Coast Guard", "Swedish Coast Guard"), "body"),
        (("prime minister’s leadership", "Fajr Front"), "body"),
    ],
)
def test_names_of_two_parties_stay_apart(names: tuple[str, str], kind: PartyKind) -> None:
    expected = 1 if names[0] == names[1] else 2
    assert len(accused(*names, kind=kind)) == expected


def test_a_backed_class_is_neither_its_backer_nor_one_of_its_groups() -> None:
    one = said("A", "Some name Norway-backed militias, some Norway, some the Fajr Front.")
    one.claim("Norway-backed militias", "Some name Norway-backed militias", subject_kind="class")
    one.claim("Norway", "some Norway", subject_kind="state")
    one.claim("Fajr Front", "some the Fajr Front")
    assert sorted(party.kind for party in fused([one]).parties) == ["class", "group", "state"]


def test_surname_in_a_document_with_the_full_name() -> None:
    one = said("A", "Many blame Kari Lund. Lund was seen.")
    one.claim("Kari Lund", "Many blame Kari Lund", subject_kind="person")
    one.claim("Lund", "Lund was seen", subject_kind="person")
    assert [party.name for party in fused([one]).parties] == ["Kari Lund"]
    two = said("B", "Ana Lund, Kari Lund: Lund was seen.")
    two.mention("person", "Ana Lund")
    two.mention("person", "Kari Lund")
    two.claim("Lund", "Lund was seen", subject_kind="person")
    assert [party.name for party in fused([two]).parties] == ["Lund"]


def test_a_name_behind_an_office_is_no_fuller_name() -> None:
    one = said("A", "The breakaway leader Kari Lund said Kari Lund did it.")
    one.mention("person", "breakaway leader Kari Lund")
    one.claim("Kari Lund", "Kari Lund did it", subject_kind="person")
    assert [party.name for party in fused([one]).parties] == ["Kari Lund"]


def _short(text: str, short: str) -> list[str]:
    one = said("A", text)
    one.mention("party", "Fajr Front of the North")
    one.claim(short, short)
    return [party.name for party in fused([one]).parties]


def test_short_form_inside_one_document() -> None:
    assert _short("Fajr Front of the North came. Fajr is named.", "Fajr") == [
        "Fajr Front of the North"
    ]
    assert _short("Fajr Front of the North (FFOTN) came. FFOTN is named.", "FFOTN") == [
        "Fajr Front of the North"
    ]
    assert _short("Fajr Front of the North came. FFOTN is named.", "FFOTN") == [
        "Fajr Front of the North"
    ]
    assert _short("Fajr Front of the North came. North is named.", "North") == ["North"]


def test_what_a_group_has_is_not_the_group() -> None:
    one = said("A", "Dock Guards’ depositions were read. The Dock Guards did it.")
    one.mention("organisation", "Dock Guards’ depositions")
    one.claim("Dock Guards", "Dock Guards did it", subject_kind="group")
    assert [party.name for party in fused([one]).parties] == ["Dock Guards"]


def test_short_form_of_two_groups_stays_open() -> None:
    one = said("A", "Fajr Front and Fajr Brigade came. Fajr is named.")
    one.mention("organisation", "Fajr Front")
    one.mention("organisation", "Fajr Brigade")
    one.claim("Fajr", "Fajr is named")
    assert [party.name for party in fused([one]).parties] == ["Fajr"]


def test_the_users_table_wins() -> None:
    options = Options(parties={"Crow": (), "Dawn Front": ("Fajr Front", "the Northern Dawn")})
    (party,) = accused("Fajr Front", "Northern Dawn", "Dawn Front", options=options)
    assert party.name == "Dawn Front"
    assert party.aliases == ("Fajr Front", "Northern Dawn")


def test_name_is_what_most_origins_use_and_copies_do_not_count() -> None:
    texts = [("Fajr Front", 3, "AP"), ("al-Fajr Front", 1, "Reuters"), ("al-Fajr Front", 1, "AFP")]
    made: list[Made] = []
    for name, times, agency in texts:
        for number in range(times):
            one = said(f"{agency} {number}", f"Officials named {name} here.")
            one.claim(name, f"Officials named {name}", f"{agency}:agency", "officials:anonymous")
            made.append(one)
    (party,) = fused(made).parties
    assert party.name == "al-Fajr Front"


def test_party_ids_do_not_depend_on_other_documents() -> None:
    assert accused("Fajr Front")[0].id == accused("Fajr Front", "al-Fajr Front", "Nur Front")[0].id


def test_a_person_read_as_a_group_is_the_person() -> None:
    one = said("A", "Many blame Kari Lund; some Kari Lund too.")
    one.claim("Kari Lund", "Many blame Kari Lund", subject_kind="person")
    one.claim("Kari Lund", "some Kari Lund too")
    (party,) = fused([one]).parties
    assert party.kind == "person"


def test_a_body_of_two_states_stays_open() -> None:
    names = ("Coast Guard", "Norwegian Coast Guard", "Swedish Coast Guard")
    assert len(accused(*names, kind="body")) == 3


def test_initials_declared_in_one_document_hold_in_the_others() -> None:
    one = said("A", "The Northern Dawn Front, or NDF, is named.")
    one.claim("Northern Dawn Front, or NDF", "is named")
    two = said("B", "Nobody but the NDF did it.")
    two.claim("NDF", "Nobody but the NDF did it")
    (party,) = fused([one, two]).parties
    assert (party.name, party.aliases) == (
        "Northern Dawn Front",
        ("NDF", "Northern Dawn Front, or NDF"),
    )
    three = said("C", "The Norwegian Diving Federation (NDF) met.")
    three.mention("organisation", "Norwegian Diving Federation")
    assert len(fused([one, two, three]).parties) == 2


class _Sliced(str):
    """A text that notes how much of it was copied."""

    copied = 0

    def __getitem__(self, key: SupportsIndex | slice) -> str:
        part = super().__getitem__(key)
        _Sliced.copied += len(part)
        return part


def test_initials_are_looked_for_right_behind_a_name_only() -> None:
    copied = []
    for ships in (100, 200):
        one = said("A", "Many suspect the Northern Dawn Front. " + "A ship (MV) came. " * ships)
        one.claim("Northern Dawn Front", "Many suspect the Northern Dawn Front")
        one.document = replace(one.document, text=_Sliced(one.document.text))
        _Sliced.copied = 0
        assert len(fused([one]).parties) == 1
        copied.append(_Sliced.copied)
    assert copied[1] < 2.2 * copied[0]


@pytest.mark.parametrize("end", [", or GDF,", " (GDF)", ",  (GDF)"])
def test_initials_stand_behind_blanks_and_letters_that_fold_to_two(end: str) -> None:
    one = said("A", f"The Große Dawn Front{end} is named.")
    one.claim("GROSSE DAWN FRONT", "The Große Dawn Front")
    two = said("B", "Nobody but the GDF did it.")
    two.claim("GDF", "Nobody but the GDF did it")
    assert len(fused([one, two]).parties) == 1


def _classes(*rows: tuple[str, str, str], options: Options | None = None) -> list[Party]:
    """Let sources of one paper each accuse a class: text, class and source."""
    made = []
    for number, (text, name, who) in enumerate(rows):
        one = said(f"Paper {number}", text)
        one.claim(name, name, who, subject_kind="class")
        made.append(one)
    return list(fused(made, options or Options()).parties)


def test_a_possessive_gives_a_class_its_backer() -> None:
    text = "Norway tried it, through its {} here."
    (party,) = _classes(
        (text.format("Ruritanian proxy militias"), "Ruritanian proxy militias", "Nils Berg:person"),
        ("Norway-backed militias did it.", "Norway-backed militias", "Ana Lund:person"),
    )
    assert party.name == "Norway-backed militias"
    assert "Ruritanian proxy militias" in party.aliases
    open_ = _classes(
        ("Norway met Sweden and its proxy militias.", "proxy militias", "Nils Berg:person"),
        ("Norway-backed militias did it.", "Norway-backed militias", "Ana Lund:person"),
    )
    assert len(open_) == 2


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Militia groups that Norway has long supported did it.", 1),
        ("Militia groups Norway backs did it.", 1),
        ("Militia groups Norway has condemned did it.", 2),
        ("Militia groups Norway", 2),
        ("Militia groups of the coast, none of them from there, did it.", 2),
    ],
)
def test_a_relative_clause_gives_a_class_its_backer(text: str, count: int) -> None:
    found = _classes(
        (text, "Militia groups", "Nils Berg:person"),
        ("Norway-backed militias did it.", "Norway-backed militias", "Ana Lund:person"),
    )
    assert len(found) == count


def test_a_bare_class_is_the_one_that_its_report_or_its_source_names() -> None:
    one = said("A", "Norway-backed militias did it, Riba said; armed factions, said Berg.")
    one.claim("Norway-backed militias", "Norway-backed militias", "Pau Riba:person",
              subject_kind="class")  # fmt: skip
    one.claim("armed factions", "armed factions", "Nils Berg:person", subject_kind="class")
    two = said("B", "The militias did it, said Riba.")
    two.claim("militias", "The militias did it", "Pau Riba:person", subject_kind="class")
    three = said("C", "Militias did it, said Lund, and rebels too.")
    three.claim("Militias", "Militias did it", "Ana Lund:person", subject_kind="class")
    three.claim("rebels", "rebels", "Ana Lund:person", subject_kind="class")
    parties = fused([one, two, three]).parties
    assert [party.name for party in parties] == ["Militias", "Norway-backed militias", "rebels"]
    assert parties[1].aliases == ("armed factions", "militias")
    again = fused([one, two], Options(parties={"armed factions": ()})).parties
    assert [party.name for party in again] == ["armed factions", "Norway-backed militias"]


def test_a_bare_class_beside_two_backed_ones_or_a_foe_stays_open() -> None:
    text = (
        "Armed groups did it. Not anti-Norway rebels, Norway-backed militias, Sweden-backed rebels."
    )
    one = said("A", text)
    one.mention("party", "anti-Norway rebels")
    one.claim("Armed groups", "Armed groups", "Nils Berg:person", subject_kind="class")
    assert [party.name for party in fused([one]).parties] == ["Armed groups"]
    one.mention("party", "Norway-backed militias")
    one.mention("party", "Sweden-backed rebels")
    assert [party.name for party in fused([one]).parties] == ["Armed groups"]


def test_a_bare_class_is_what_its_report_mentions_and_shows_its_own_name_alone() -> None:
    one = said("A", "Armed groups did it. Norway-backed militias are near.")
    one.mention("party", "Norway-backed militias")
    one.claim("Armed groups", "Armed groups", "Nils Berg:person", subject_kind="class")
    (party,) = fused([one]).parties
    assert (party.name, party.aliases) == ("Norway-backed militias", ("Armed groups",))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Norwegian President Kari Lund spoke.", 1),
        ("Norway’s prime minister Lund spoke.", 1),
        ("President Lund spoke.", 2),
        ("Norwegian mayor Kari Lund spoke.", 2),
        ("Norwegian health minister Kari Lund spoke.", 2),
        ("Norwegian President Kari Lund met Swedish Prime Minister Nils Lund.", 2),
    ],
)
@pytest.mark.parametrize(
    ("subject", "kind", "led"),
    [("the Lund regime", "body", True), ("Lund", "state", True), ("Lund", "person", False)],
)
def test_a_government_named_after_its_leader(
    text: str, count: int, subject: str, kind: PartyKind, led: bool
) -> None:
    one = said("A", f"{text} The Lund regime did it, or Norway, or the Lund museum.")
    one.claim(subject, "Lund regime", subject_kind=kind)
    one.claim("Norway", "or Norway", subject_kind="state")
    assert len(fused([one]).parties) == (count if led else 2)


def reported_from(place: str, *names: str) -> list[Party]:
    made = []
    for number, name in enumerate(names):
        one = said(f"Paper {number}", f"A blast shook {place}. Many suspect {name} of it.")
        one.claim(name, f"Many suspect {name}", subject_kind="body")
        one.fact("place", place, f"A blast shook {place}")
        one.facts[-1] = replace(one.facts[-1], location=located(place))
        made.append(one)
    return list(fused(made, Options()).parties)


def located(place: str) -> Location:
    country = {"Oslo": "NO", "Lima": "PE"}[place]
    return Location(name=place, latitude=1, longitude=2, precision="settlement", country=country)


def test_the_government_is_that_of_the_place_where_its_state_is_named_as_well() -> None:
    (party,) = reported_from("Oslo", "Norway", "the government", "the armed forces")
    assert (party.name, party.kind) == ("Norway", "state")
    assert set(party.aliases) == {"government", "armed forces"}
    # Of which state a government is remains open where that of the place is named by nobody.
    assert {p.name for p in reported_from("Lima", "Norway", "the government")} == {
        "Norway", "government",
    }  # fmt: skip
    assert len(reported_from("Oslo", "Norway", "the Free Army")) == 2


def test_a_surname_that_is_read_as_a_group_is_the_person_whom_its_report_names() -> None:
    made = said("Paper 1", "Many suspect Jana Berit Holm of it. Holm is accused of it.")
    made.claim("Jana Berit Holm", "Many suspect Jana Berit Holm", subject_kind="person")
    made.claim("Holm", "Holm is accused", subject_kind="group")
    other = said("Paper 2", "Police accuse Jana Holm.")
    other.claim("Jana Holm", "Police accuse Jana Holm", subject_kind="group")
    (party,) = fused([made, other]).parties
    assert {party.name, *party.aliases} >= {"Jana Berit Holm", "Jana Holm"}
    assert party.kind == "person"


def test_a_group_of_one_word_is_no_persons_surname() -> None:
    made = said("Paper 1", "Many suspect Jana Holm of it. Fajr is accused of it.")
    made.claim("Jana Holm", "Many suspect Jana Holm", subject_kind="person")
    made.claim("Fajr", "Fajr is accused", subject_kind="group")
    assert len(fused([made]).parties) == 2


@pytest.mark.parametrize("aside", ["(FLX)", ", FLX, which", "or FLX"])
def test_initials_are_those_of_the_body_that_a_text_sets_them_behind(aside: str) -> None:
    made = said("Paper 1", f"Many suspect the Fajr Army {aside} struck. Police accuse FLX.")
    made.document = replace(made.document, text=made.document.text.replace(" ,", ","))
    made.claim("Fajr Army", "Many suspect", subject_kind="body")
    made.claim("FLX", "Police accuse FLX", subject_kind="group")
    (party,) = fused([made]).parties
    assert {party.name, *party.aliases} == {"Fajr Army", "FLX"}


def test_initials_in_a_list_are_nobodys() -> None:
    made = said("Paper 1", "Many suspect the Fajr Army, FLX, and others. Police accuse FLX.")
    made.claim("Fajr Army", "Many suspect", subject_kind="body")
    made.claim("FLX", "Police accuse FLX", subject_kind="group")
    assert len(fused([made]).parties) == 2
