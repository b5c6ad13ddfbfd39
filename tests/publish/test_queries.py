from io import StringIO

import pytest
from msgspec.structs import replace
from rich.console import Console

from tests.publish.cases import harbour_case
from tests.publish.desk import Desk, document, trace
from whence.errors import UnknownId
from whence.model.attribution import Anonymity, HopKind, SourceKind
from whence.publish.index import Index
from whence.publish.queries import Backing, about, backings, sayings
from whence.publish.queries.backings import counted, total
from whence.publish.queries.text import print_backings, print_sayings, print_support
from whence.publish.svg import standalone
from whence.publish.views.graph import graph

INDEX = Index(harbour_case())


def printed() -> Console:
    return Console(file=StringIO(), width=200)


def shown(console: Console) -> str:
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def of(key: str) -> Backing:
    return next(one for one in backings(INDEX) if one.id == key)


def test_a_statement_has_its_words_its_hands_and_its_place() -> None:
    rows = sayings(INDEX)
    relayed = next(row for row in rows if row.outlet == "Coast Courier" and not row.own_voice)
    assert relayed.words == "Three drones attacked the harbour office"
    assert relayed.through == ("Sable News Agency",)
    assert "ministry" in relayed.origin
    document = INDEX.documents[relayed.document_id]
    assert document.text[relayed.start : relayed.end] == relayed.words
    assert {row.act for row in rows} >= {"say", "accuse", "deny_involvement"}


def test_whoever_only_passes_on_stands_among_the_hands() -> None:
    text = "The mayor said the Tidewatch denied having lit the fire."
    desk = Desk(document("Port Gazette", text, "2031-03-04"))
    mayor: tuple[str, HopKind, SourceKind, Anonymity] = ("the mayor", "says", "person", "role")
    words = "the Tidewatch denied having lit the fire"
    outer = desk.says(desk.chain(mayor), "The mayor", "said", words)
    group = desk.chain(mayor, ("the Tidewatch", "says", "group", "organisation"))
    desk.says(group, "the Tidewatch", "denied", "having lit the fire", "deny_involvement")
    desk.attributions[-1] = replace(desk.attributions[-1], parent_id=outer)
    case = replace(harbour_case(), documents=(desk.document,), reports=(desk.report(),),
                   trace=trace([desk]), incident=None)  # fmt: skip
    (row,) = sayings(Index(case))
    assert (row.origin, row.act, row.through) == (
        "the Tidewatch",
        "deny_involvement",
        ("the mayor",),
    )


def test_own_voices_come_last_and_origins_with_most_reports_first() -> None:
    rows = sayings(INDEX)
    assert [row.own_voice for row in rows] == sorted(row.own_voice for row in rows)
    assert "ministry" in rows[0].origin
    hint = next(row for row in rows if row.act == "insinuate")
    assert (hint.origin, hint.own_voice, hint.through) == ("Coast Courier", True, ())


def test_what_belongs_to_another_incident_is_left_out() -> None:
    assert not any("wounded nine" in row.words for row in sayings(INDEX))
    assert all("9" not in one.id for one in backings(INDEX))


def test_copies_and_relays_of_one_spokesman_are_one_origin() -> None:
    three = of("munitions_launched=3")
    assert (three.reports, three.origins, three.kind) == (3, 1, "value")
    assert three.counted == "3 reports, 1 origin"
    assert [row.through for row in three.support[0].printed].count(("Sable News Agency",)) == 1
    corrected = of("munitions_launched=2")
    assert (corrected.reports, corrected.origins) == (1, 1)
    assert corrected.status == "stands"
    assert total([three, corrected]) == (4, 1, 0)


def test_an_outlet_in_its_own_voice_is_no_origin() -> None:
    hinted = next(one for one in backings(INDEX) if one.id == "the Tidewatch=hinted")
    assert (hinted.reports, hinted.origins, hinted.own_voices) == (1, 0, 1)
    assert hinted.counted == "1 report, in own voice only"
    assert counted(3, 1, 2) == "3 reports, 1 origin and 2 own voices"
    accused = next(one for one in backings(INDEX) if one.id.endswith("=accused by authorities"))
    assert total([hinted, accused])[1:] == (1, 1)


def test_a_suspicion_counts_by_how_it_stands() -> None:
    names = {one.id: one for one in backings(INDEX) if one.kind == "suspicion"}
    accused = names["the Tidewatch=accused by authorities"]
    assert accused.origins == 1
    assert accused.reports == 2
    assert "the Tidewatch=denied" in names
    assert names["the Tidewatch=hinted"].support[0].origin == "Coast Courier"


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ("munitions_launched=3", ["munitions_launched=3"]),
        ("LAUNCHED 3", ["munitions_launched=3"]),
        ("tidewatch denied", ["the Tidewatch=denied"]),
        (of("munitions_launched=2").value_ids[0], ["munitions_launched=2"]),
    ],
)
def test_a_claim_is_chosen_by_id_or_by_words(wanted: str, ids: list[str]) -> None:
    assert [one.id for one in about(backings(INDEX), wanted)] == ids


@pytest.mark.parametrize("wanted", ["nobody at all", " "])
def test_an_unknown_claim_is_told_with_some_that_there_are(wanted: str) -> None:
    with pytest.raises(UnknownId) as raised:
        about(backings(INDEX), wanted)
    assert "'munitions_launched=2'" in raised.value.hint
    with pytest.raises(UnknownId, match="no claim"):
        about((), wanted)


def test_the_tables_say_who_through_whom_and_how_many() -> None:
    console = printed()
    print_sayings(sayings(INDEX), console)
    print_backings(backings(INDEX), console)
    print_support(about(backings(INDEX), "launched"), console)
    told = shown(console)
    assert "via Sable News Agency" in told
    assert "in its own voice" in told
    assert "Launched: 3 drones" in told or "3 reports, 1 origin" in told
    assert "Together: 4 reports, 1 origin" in told
    assert "\x1b" not in told


def test_a_quotation_keeps_its_own_marks() -> None:
    """What somebody says in direct speech is not put in quotation marks twice."""
    said = replace(sayings(INDEX)[0], words="“We were not there.”")
    console = printed()
    print_sayings([said], console)
    told = shown(console)
    assert "“We were not there.”" in told
    assert "““" not in told


@pytest.mark.parametrize("width", [30, 40, 80])
def test_a_narrow_terminal_keeps_every_claim_and_its_counts(width: int) -> None:
    console = Console(file=StringIO(), width=width)
    print_backings(backings(INDEX), console)
    told = " ".join(shown(console).split())
    for one in backings(INDEX):
        assert one.claim in told
        assert one.counted in told
    assert "…" not in told


@pytest.mark.parametrize("width", [30, 40, 71, 120])
def test_a_narrow_terminal_keeps_every_word_and_its_place(width: int) -> None:
    console = Console(file=StringIO(), width=width)
    print_sayings(sayings(INDEX), console)
    print_support(about(backings(INDEX), "launched"), console)
    lines = shown(console).splitlines()
    told = " ".join(" ".join(lines).split())
    assert "…" not in told
    if width < 72:  # no column is so narrow that a line holds a word or two alone
        assert max(len(line.split()) for line in lines if "“" in line) > 3
        for row in sayings(INDEX):
            assert row.words.strip("“”") in told
            assert row.outlet in told


def test_the_picture_of_a_claim_stands_alone_and_holds_no_other_claim() -> None:
    chosen = of("munitions_launched=2")
    whole = standalone.draw(graph(INDEX, 60), "All").decode()
    alone = standalone.draw(graph(INDEX, 60, only=set(chosen.value_ids)), "Two").decode()
    assert "Coast Courier" in whole
    assert "Coast Courier" not in alone
    assert "Sable Observer" in alone
    for picture in (whole, alone):
        assert picture.startswith("<?xml")
        assert "href" not in picture
        assert "<style>" in picture
        assert "tables" not in picture
