"""Who speaks in a statement that somebody issued, and where the paper itself does."""

from itertools import product

import pytest

from tests.extract.attributed import sourcing
from tests.extract.seen import Page, hops

WHO = ("The Reed League", "The governor's office", "Mayor Ana Ruiz", "Police")
VERBS = ("issued", "has released", "later put out", "published", "posted", "on Monday sent")
PAPERS = ("a statement", "a brief statement", "a press release", "a communique", "a letter")
SAYING = (("saying", "boats sank"), ("denying", "any part in the attack"), ("condemning", "it all"))


@pytest.mark.parametrize(("who", "verb"), [*product(WHO, VERBS)])
def test_whoever_issues_a_paper_speaks_by_it(who: str, verb: str) -> None:
    for paper, (cue, content) in product(PAPERS, SAYING):
        page = Page(f"{who} {verb} {paper} {cue} {content}.")
        made = page.sourcing(page.saw(paper, cue, content))
        speaker = made.attributions[0].speaker
        assert speaker == who.removeprefix("The ")
        assert hops(made)[0][1:] == [paper.removeprefix("a ").removeprefix("brief "), speaker]


@pytest.mark.parametrize(
    ("text", "paper", "cue"),
    [
        ("Police found a letter saying boats sank.", "a letter", "saying"),
        ("Clerks shared a post saying boats sank.", "a post", "saying"),
        ("A statement saying boats sank was issued.", "A statement", "saying"),
        ("Tides rose, and issued was a statement saying boats sank.", "a statement", "saying"),
    ],
)
def test_a_paper_that_nobody_there_issues_speaks_itself(text: str, paper: str, cue: str) -> None:
    page = Page(text)
    made = page.sourcing(page.saw(paper, cue, "boats sank"))
    assert [one.speaker for one in made.attributions] == [paper.split()[1]]


def test_a_relative_pronoun_may_issue_it() -> None:
    page = Page("They blamed the Reed League, which issued a statement denying any part.")
    made = page.sourcing(page.saw("a statement", "denying", "any part"))
    assert [one.speaker for one in made.attributions] == ["Reed League"]


@pytest.mark.parametrize("outlet", ["The Associated Press", "Reuters", "NBC News"])
@pytest.mark.parametrize("day", ["Tuesday", "Monday morning", "March 4", "Sept. 3", "May 1"])
def test_the_day_is_no_part_of_the_outlet_that_was_told(outlet: str, day: str) -> None:
    made = sourcing(f"Ana Ruiz told {outlet} {day} that boats sank.", outlet="Sund Courier")
    chain = [hop.who for hop in made.chains[made.attributions[0].chain_id].hops]
    assert chain[1:] == [outlet.removeprefix("The "), "Ana Ruiz"]


def test_a_pronoun_is_no_hand() -> None:
    page = Page("Bakers of the Reed League, which told clerks that boats sank, said tides rose.")
    one = page.saw("Bakers of the Reed League", "said", "tides rose", via=("which",))
    assert all("which" not in names for names in hops(page.sourcing(one)))
