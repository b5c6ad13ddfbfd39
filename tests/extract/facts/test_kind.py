import pytest
from msgspec.structs import replace

from tests.extract.facts.reading import read, read_document
from tests.extract.texts import document
from whence.extract.events import event_words
from whence.model.vocabulary import load


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A drone attack on the premier was an assassination attempt.", "drone_attack"),
        ("A gunman opened fire in a bakery.", "shooting"),
        ("A suicide bomber struck the market.", "suicide_bombing"),
        ("Two reporters were kidnapped on the coast road.", "kidnapping"),
        ("The cargo plane crashed after takeoff.", "crash"),
        ("Hackers used ransomware against the port.", "cyber_attack"),
        ("A mass shooting shook Velm; the shooting began at noon.", "mass_shooting"),
        ("A teacher was stabbed to death in a bakery.", "stabbing"),
        ("A van ploughed into a crowd at the fair.", "vehicle_attack"),
        ("Soldiers and rebels exchanged fire; the clashes lasted an hour.", "armed_clash"),
        ("Three farmers were summarily executed.", "execution"),
        ("The massacre of villagers was told on Monday.", "massacre"),
        ("An air raid hit the mill.", "airstrike"),
        ("A missile strike hit the mill.", "missile_attack"),
        ("Mortar fire hit the mill.", "shelling"),
        ("A roadside bomb exploded; the bomb hit a patrol.", "mine_blast"),
        ("Somebody threw a grenade into a bar.", "grenade_attack"),
        ("The editor was poisoned at dinner.", "poisoning"),
        ("Gunmen took hostages; the hostage crisis went on.", "hostage_taking"),
        ("THE AIRLINER WAS HIJACKED OVER VELM.", "hijacking"),
        ("Police raided a farm at dawn.", "raid"),
        ("Rioters broke windows; the riot spread.", "riot"),
        ("An angry mob lynched the baker.", "mob_violence"),
        ("A bomb threat emptied the school.", "threat"),
        ("Officers executed a search warrant.", None),
        ("Riot police stood by.", None),
        ("The council met to discuss bread.", None),
        ("A man in an explosive vest detonated it in a barn.", "suicide_bombing"),
        ("A driver ploughed a lorry into a market.", "vehicle_attack"),
        ("An explosive-laden drone crashed into a barn.", "drone_attack"),
        ("A helicopter gunship fired on a barge.", "airstrike"),
        ("Shells fell on a market.", "shelling"),
        ("Fighting broke out between two militias.", "armed_clash"),
        ("A crowd beat a thief to death.", "mob_violence"),
    ],
)
def test_the_words_tell_the_kind_of_incident(text: str, kind: str | None) -> None:
    assert read(text).kind == kind


def test_every_kind_is_one_of_the_vocabulary() -> None:
    known = load("incidents", dict[str, dict[str, object]])
    assert set(event_words().kinds) <= set(known)


def test_weapon_without_an_attack_is_no_incident() -> None:
    assert read("A drone ship waited for the rocket.").kind is None


@pytest.mark.parametrize(
    "doubt",
    [
        "Police cannot rule out an accident or sabotage.",
        "It is far too early to speak of sabotage, the mayor said.",
        "Sabotage was not ruled out.",
        "Sabotage could not be excluded, police said.",
        "There was no sign of arson.",
        "Police denied that it was sabotage.",
        "Police could not say whether it was arson.",
    ],
)
def test_what_is_denied_or_only_considered_names_no_kind(doubt: str) -> None:
    page = read(f"A fire destroyed a depot in Velm. {doubt} The depot had stood empty.")
    assert page.kind is None
    assert set(page.scopes.scopes) == {"incident"}


def test_a_kind_that_is_taken_for_granted_is_told() -> None:
    assert read("Police are asking whether the bombing was linked to a strike.").kind == "bombing"
    assert read("The mayor was not hurt in a bombing.").kind == "bombing"
    assert read("Police did not call it arson; it was an act of sabotage.").kind == "sabotage"


def test_a_car_that_crashes_is_no_aircraft() -> None:
    assert read("Fatal crash closes a road. Two cars crashed near Harrow.").kind != "crash"
    assert read("A plane crashed near Harrow.").kind == "crash"


def test_kind_is_read_off_the_headline_that_is_not_in_the_text() -> None:
    page = document("Nine people died in Velm on Sunday, the mayor said.")
    assert read_document(page).kind is None
    assert read_document(replace(page, title="Nine die in Velm massacre")).kind == "massacre"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Two drones loaded with explosives hit a depot in Velm.", "drone_attack"),
        ("Four shells were dropped on the school by a drone.", "drone_attack"),
        ("An envelope that the clerk had opened exploded in her hands.", "bombing"),
        ("The villa was wrecked by two explosions in the night.", "bombing"),
        ("A lorry was driven at speed into a crowd. Police call it deliberate.", "vehicle_attack"),
        ("A van hits shoppers in Velm. It was done on purpose, police said.", "vehicle_attack"),
        ("Fibre cables of the railway were cut. Police have two suspects.", "sabotage"),
        ("Somebody slashed the nets of a trout farm; a man was arrested.", "sabotage"),
        ("Two fighter jets bombed a market in Velm.", "airstrike"),
        ("A rocket fell on a house in Velm, killing a child.", "shelling"),
        ("The editor was gunned down at dinner.", "shooting"),
        ("A ferry was hit by a cruise missile off Velm.", "missile_attack"),
        ("A trawler struck a drifting mine. The skipper drowned.", "mine_blast"),
        ("The clinic went dark after a computer attack.", "cyber_attack"),
        ("Two bombs fell on a school in Velm, killing a child.", "airstrike"),
        ("A mine exploded under a cart in Velm and killed two.", "mine_blast"),
        ("A cart ran over a buried explosive in Velm; two died.", "mine_blast"),
        ("A helicopter was shot down over Velm. Two pilots are dead.", "crash"),
        ("Nine buses were set alight in Velm.", "arson"),
        ("Two families traded gunfire in Velm, and three are dead.", "armed_clash"),
    ],
)
def test_words_of_one_sentence_tell_a_kind_together(text: str, kind: str) -> None:
    assert read(text).kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "A drone ship waited for the rocket.",
        "The sea cut the cable between two islands, the company said.",
        "A lorry skidded on ice and hits a crowd in Velm. The driver wept.",
        "The men were shot in bed or hacked as they ran.",
    ],
)
def test_a_deed_is_not_read_into_a_mishap_or_a_means(text: str) -> None:
    kinds = {"drone_attack", "sabotage", "vehicle_attack", "cyber_attack"}
    assert read(text).kind not in kinds


def test_the_killing_of_several_is_no_assassination() -> None:
    assert read("He admitted killing nine farmers in an attack in Velm.").kind == "attack"
    assert read("The killing of the premier shook Velm.").kind == "assassination"


def test_a_weapon_only_named_makes_no_bombing_an_attack_with_it() -> None:
    text = "A car bombing killed a judge in Velm. The bomb exploded. A guard saw a drone."
    assert read(text).kind == "bombing"
