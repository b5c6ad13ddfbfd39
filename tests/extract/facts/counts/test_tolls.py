"""Tolls of an incident as reports of crime and of war tell them; every sentence is invented."""

import pytest

from tests.extract.facts.reading import read


def tolls(text: str) -> tuple[list[str], list[str]]:
    """Return the values of killed and wounded of a text."""
    page = read(text)
    return page.values("killed"), page.values("wounded")


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        # ages are no counts, nor are decades
        ("Jonas Welk, 41 and Mira Welk, 39 were killed by a shell.", ["2"], []),
        ("In New Harlow, 64 were killed and 20 were wounded.", ["64"], ["20"]),
        ("Three others in their early 20s were treated at a hospital.", [], ["3"]),
        # who is listed with whom
        ("According to a doctor, two people are dead.", ["2"], []),
        ("With a colonel, three soldiers were killed.", ["3"], []),
        ("Gunman kills officer, 3 others.", ["4"], []),
        ("Gunman kills officer, 3 others hurt.", ["1"], ["3"]),
        ("A grenade that killed one soldier and six others was thrown.", ["7"], []),
        ("Militants executed the mayor's three sons.", ["3"], []),
        ("The bombing destroyed the city's two bridges and hurt a man.", [], ["1"]),
        # one subject of two verbs
        ("Two miners survived but were badly injured.", [], ["2"]),
        ("Ten men were captured but were released unharmed.", [], []),
        # the condition of several
        ("All four victims are listed in stable condition.", [], ["4"]),
        ("Three children are recovering after a teen fired a gun.", [], ["3"]),
        ("Two people are expected to survive.", [], ["2"]),
        ("Twelve people are expected to survive the siege.", [], []),
        ("Two divers are recovering bodies from the river.", [], []),
        ("Two soldiers are recovering from flu.", [], []),
        ("The two freed pilots are in stable condition.", [], []),
        ("All four people were listed in good condition.", [], []),
        # what is vague yields to a number that is not below it
        ("Several people were wounded. Four people were shot.", [], ["4"]),
        ("Dozens were wounded. Nine people were taken to hospital.", [], ["dozens"]),
        ("Dozens were wounded. Thirty people were taken to hospital.", [], ["dozens"]),
        ("Several rebels were hurt. A clerk was hurt.", [], ["at least 4", "several"]),
        # who was shot beside those counted
        ("Two men were shot. A woman was shot too.", [], ["3"]),
        ("Two women were shot, and a man was shot dead.", ["1"], ["2"]),
        ("Two soldiers were shot. A civilian was wounded.", [], ["3"]),
        ("Two officers were shot. A policeman was shot in the arm.", [], ["2"]),
        ("Two guards were shot, one fatally. A gunman is in stable condition.", ["1"], ["2"]),
        ("Rebels shot two villagers dead.", ["2"], []),
        ("He is charged with shooting three relatives to death.", ["3"], []),
        ("Soldiers shot two men; dead birds lay around.", [], ["2"]),
        ("Police say four people were hit in an overnight shooting.", [], ["4"]),
        ("Three houses were hit in the shooting.", [], []),
        # all who came to a hospital, the dead with them
        (
            "A girl died and her mother was shot. Both victims were taken to a hospital.",
            ["1"],
            ["1"],
        ),
        ("A man was killed. Two people were taken to a hospital.", ["1"], ["2"]),
        # who died of those counted, and who killed them
        ("Twelve people were hurt, including a child who later died.", ["1"], ["11"]),
        ("Twelve people were hurt, including a man whose wife died.", ["1"], ["12"]),
        ("Four people were killed by a man before he was shot dead by police.", ["5"], []),
        ("The strike killed five people, and he was killed at once.", ["5"], []),
        # a word for the event tells of more than are described
        ("It was a double shooting. A girl was shot at home.", [], ["at least 2"]),
        ("A man died in a double shooting. Another man was hurt.", ["1"], ["1"]),
    ],
)
def test_people_who_are_counted_or_described_make_the_toll(
    text: str, killed: list[str], wounded: list[str]
) -> None:
    assert tolls(text) == (killed, wounded)


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        # a place in a row is nobody else
        ("A policeman was shot dead. He is the third policeman killed in a week.", ["1"], []),
        ("He was the fifth reporter killed in the war.", [], []),
        # "shooting" as a verb
        ("A colonel is accused of shooting a prisoner.", [], ["1"]),
        ("The sniper fled after shooting a guard.", [], ["1"]),
        ("After shooting his commander, the soldier surrendered.", [], ["1"]),
        ("He was fired after shooting a film about a girl.", [], []),
        ("He pleaded not guilty to shooting a man.", [], []),
        ("Police said the shooting victim, a man, died.", ["1"], []),
        ("Soldiers shot a farmer to death near the fence.", ["1"], []),
        # who speaks is not who was shot
        ('"He shot us with a rifle," a nun said.', [], []),
        # accidents
        ("An officer was hospitalized after he accidentally shot himself.", [], ["1"]),
        ("A man accidentally shot himself and a friend.", [], ["2"]),
        ("A gunman killed a guard and then shot himself.", ["2"], []),
        # the same person again
        (
            "A 16-year-old boy was killed and a 15-year-old boy was hurt. The 16-year-old was shot "
            "in the head.",
            ["1"],
            ["1"],
        ),
        ("One man was killed and another hurt. A second man was hurt in the leg.", ["1"], ["1"]),
        ("A second girl was hurt, and a third girl was hurt too.", [], ["at least 3"]),
        ("Lt. Abel Baker was hurt. Baker was flown to a hospital.", [], ["1"]),
        (
            "He is charged in the fatal shooting of a Port Harlow School student. Jan Brek, 15, "
            "was pronounced dead.",
            ["1"],
            [],
        ),
        ("A girl died and her mother was hurt.", ["1"], ["1"]),
        ("Boy, 3, shot dead. A bullet struck the boy. Police say he shot himself.", ["1"], []),
        ("A man shot his son dead. He shot himself.", ["1"], ["1"]),
        ("Mother of 7-year-old boy killed in raid speaks. The boy was hit in May.", ["1"], []),
        ("Son of politician shot dead.", ["1"], []),
        ("A sixth grader was killed.", ["1"], []),
        ("Jan Hale was killed on Monday. Bo Lenz's death is being looked into.", ["1"], []),
        ("The killing of Jan Hale and the murder of Bo Lenz shocked the town.", ["2"], []),
        ("He sat in a Chevrolet Impala. He had been shot.", [], ["1"]),
        ("Two girls fled. A photo shows a father holding the wounded.", [], []),
        # what has not happened
        ("Help is needed before another girl is killed.", [], []),
        ("I wish you had killed him, the general said.", [], []),
    ],
)
def test_victims_who_are_told_of_one_by_one_are_counted(
    text: str, killed: list[str], wounded: list[str]
) -> None:
    whole = [one for one in read(text).facts if "among the victims" not in (one.note or "")]
    assert [one.value for one in whole if one.slot == "killed"] == killed
    assert [one.value for one in whole if one.slot == "wounded"] == wounded


@pytest.mark.parametrize(
    "later",
    [
        "The shooting comes after a boy was shot dead in his home.",
        "Related: guard finds rifle, kills two men.",
    ],
)
def test_another_incident_is_not_counted(later: str) -> None:
    assert tolls(f"A man was hurt at the mill.\n\n{later}") == ([], ["1"])


def test_what_follows_an_incident_belongs_to_it() -> None:
    assert tolls("The town is empty. It was left after a drone killed two men.") == (["2"], [])


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A nurse was killed in the blast.", ["1"]),
        ("The blast killed three soldiers and a nurse.", ["4"]),
        ("Gunmen shot dead a judge and his two bodyguards.", ["3"]),
        ("Gunmen shot dead the mayor of Harrow, his driver and his daughter on Sunday.", ["3"]),
        ("Gunmen killed the mayor of Velm's Port district and his daughter.", ["2"]),
        ("The mayor of Harrow, his driver and his daughter were shot dead.", ["3"]),
        ("Gunmen killed the mayor of Harrow, and his daughter fled.", ["1"]),
        ("The toll rose to 12 after a woman and her baby died of their wounds.", ["12"]),
        ("Its toll has risen to 12, the ministry said.", ["12"]),
        ("The motorway toll is 12 crowns.", []),
        ("The toll of wounded rose to 12.", []),
    ],
)
def test_who_is_killed_by_trade_and_a_toll_that_rises(text: str, killed: list[str]) -> None:
    assert tolls(text)[0] == killed


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("The governor's office put the dead at 46.", ["46"], []),
        ("Police put the dead at nine and the wounded at 31.", ["9"], ["31"]),
        ("The death toll now stands at 22 following the recovery of a body.", ["22"], []),
        ("The death toll of the ferry now stands at 22, the harbour master said.", ["22"], []),
        ("The indictment puts the number of dead at 21, and of injured at 51.", ["21"], ["51"]),
        ("The office puts the number of dead at six and the injured at 32.", ["6"], ["32"]),
        ("Gunmen killed four. The clinic kept the number of dead secret, but put the injured at 9.",
         ["4"], ["9"]),
        # nothing is counted
        ("They met the families of the dead at 4 p.m. and put flowers down.", [], []),
        ("Volunteers put the dead in 12 trucks.", [], []),
        ("Medics put the wounded at the head of a convoy of 12 trucks.", [], []),
    ],
)  # fmt: skip
def test_a_toll_is_put_at_a_number(text: str, killed: list[str], wounded: list[str]) -> None:
    assert tolls(text) == (killed, wounded)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("An eighth person has died, counting the gunman: Ana Ruiz died on Tuesday.", ["8"]),
        ("A third victim of the mill blast dies in hospital.", ["3"]),
        ("A third person has now died after the blast at the mill.", ["3"]),
        # others may have lived, or were counted among women alone
        ("A second person was shot and died at the scene.", ["at least 1"]),
        ("A second woman has died.", ["at least 1"]),
    ],
)
def test_the_rank_of_the_last_counts_the_dead(text: str, killed: list[str]) -> None:
    assert tolls(text)[0] == killed
