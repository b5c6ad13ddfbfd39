"""What agencies write of each kind of incident, in several towns, and what only looks so."""

import pytest

from tests.extract.facts.reading import read

_TOWNS = ("Velm", "Mocoa", "Herat")
_FRAMES = {
    "drone_attack": (
        "A quadcopter carrying a bomb came down on a depot in {}.",
        "An unmanned aircraft exploded above a refinery in {}.",
    ),
    "suicide_bombing": (
        "A suicide attacker killed two clerks in {}.",
        "A suicide car bomber struck a customs house in {}.",
        "Two girls detonated their belts at a bus stop in {}.",
        "A man rammed an explosives-laden van into a gate in {}.",
    ),
    "bombing": (
        "A booby-trapped handcart killed a porter in {}.",
        "A device exploded on a tram in {}, hurting two.",
        "Twin blasts rocked a depot in {}.",
        "A bomb-rigged cart blew up in {}.",
    ),
    "mine_blast": (
        "A cart drove over an anti-tank mine near {}; two millers died.",
        "A device planted by the roadside near {} killed two recruits.",
    ),
    "grenade_attack": (
        "Two boys tossed grenades at a kiosk in {}.",
        "A grenade exploded in a tea house in {}.",
        "A grenade was lobbed at a chapel in {}.",
    ),
    "shelling": (
        "Rockets were fired at a mill near {}.",
        "A salvo of rockets hit a quarter of {}.",
        "A shell hit a mill in {}.",
        "Artillery pounded {} in the night.",
        "Mortar bombs fell on an orchard in {}.",
    ),
    "missile_attack": (
        "Missiles rained on {} in the night.",
        "A missile fired at {} was brought down.",
    ),
    "airstrike": (
        "Jets pounded {} in the night.",
        "A plane of the army bombed a fair in {}.",
        "A helicopter opened fire on a hamlet near {}.",
    ),
    "chemical_attack": (
        "A chlorine attack in {} left two millers dead.",
        "Drums of chlorine were dropped on {}.",
    ),
    "poisoning": ("Somebody laced the tea with arsenic at a wake in {}.",),
    "shooting": (
        "A sniper killed a porter in {}.",
        "Shots were fired at a consulate in {}.",
        "A hail of bullets killed a porter in {}.",
    ),
    "stabbing": (
        "A knife-wielding man killed two at a fair in {}.",
        "A clerk was attacked with a knife in {}.",
    ),
    "hostage_taking": ("Gunmen took nine clerks hostage at a mint in {}.",),
    "kidnapping": (
        "Gunmen seized two engineers in {}.",
        "Armed men carried off four millers near {}.",
        "Nine anglers were taken captive off {}.",
    ),
    "hijacking": (
        "Gunmen seized a freighter off {}.",
        "Pirates boarded a trawler off {}.",
        "A tanker has been seized by commandos off {}.",
    ),
    "arson": (
        "Petrol bombs were thrown at a library in {}.",
        "Men hurled Molotov cocktails at a library in {}.",
        "The fire at a library in {} was started deliberately.",
        "Militants burned nine lorries near {}.",
    ),
    "cyber_attack": ("A data breach at the tax office in {} laid open its accounts.",),
    "execution": (
        "Nine millers, their hands tied and bullet wounds in the head, lay near {}.",
        "Rebels put nine captives in {} to death; they were lined up and shot.",
    ),
    "armed_clash": ("Rebels and soldiers fought in {}.", "The guard battled insurgents in {}."),
    "raid": ("Militants stormed a barracks in {}.", "Fighters overran an army post in {}."),
    "mob_violence": ("Villagers burned two strangers alive in {}.",),
    "crash": ("A cargo plane plunged into a lake near {}.",),
}


@pytest.mark.parametrize("town", _TOWNS)
@pytest.mark.parametrize(
    ("kind", "frame"), [(kind, one) for kind, rows in _FRAMES.items() for one in rows]
)
def test_a_kind_is_told_by_the_words_of_agencies(kind: str, frame: str, town: str) -> None:
    assert read(frame.format(town)).kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Shell casings lay where the porter was struck in Velm. He was shot.", "shelling"),
        ("Customs officers seized a vessel with cocaine off Velm.", "hijacking"),
        ("Police threw stun grenades at a crowd in Velm in a night of riots.", "grenade_attack"),
        ("A car bomb went off in Velm, setting three carts ablaze and killing two.", "arson"),
        ("The land launched a missile into the sea on Monday.", "missile_attack"),
        ("A rocket with a satellite was launched from Velm.", "shelling"),
        ("A helicopter hit power lines near Velm and crashed.", "airstrike"),
        ("Robbers left him with his hands bound in Velm; he was stabbed.", "execution"),
        ("Police shot a man with a knife in Velm.", "stabbing"),
        ("A storm downed pylons near Velm.", "sabotage"),
        ("A lorry skidded into people in Velm. The brakes had failed.", "vehicle_attack"),
        ("Police shot a man dead in Velm who had received death threats.", "threat"),
    ],
)
def test_what_looks_like_a_kind_is_none(text: str, kind: str) -> None:
    assert read(text).kind != kind
