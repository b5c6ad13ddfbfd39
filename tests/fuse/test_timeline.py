"""Event times apart from publication times, in the order of ISO prefixes."""

from tests.fuse.cases import correction
from tests.fuse.making import fused, said


def test_correction_case_in_order() -> None:
    rows = [(one.at, one.phase, one.label) for one in fused(correction()).timeline]
    assert rows == [
        ("2031-05-04", "incident", "Drone attack in Encamp, Andorra on 4 May 2031."),
        ("2031-05-04", "published", "3 reports published"),
        ("2031-05-04", "published", "Correction by Andorran Interior Ministry: Launched: 2"),
        ("2031-05-05", "published", "1 report published"),
    ]


def test_events_with_times_of_their_own() -> None:
    made = said(
        "A",
        "The attack was on 4 May. Remains were found on 6 May. A rally was held on 2 May in U.S. "
        "Waters. The mayor, who had fallen ill in a distant year and had since then not been seen "
        "by anybody but the nurse and the cook, left in 2030. It was 4 May.",
        "2031-05-07T08:00",
    )
    made.fact("date", "2031-05-04", "on 4 May")
    made.fact("evidence_recovered", "drone remains", "Remains were found", as_of="2031-05-06")
    made.fact("evidence_awaited", "samples", "were found")
    made.fact("evidence_lost", "samples", "Remains", as_of="2031-05-04T12:00")
    made.fact("evidence_lost", "film", "Remains were", as_of="2031-05-01")
    made.mention("date", "2 May", "2031-05-02")
    made.mention("date", "6 May", "2031-05-06")
    made.mention("date", "in 2030", "2030")
    made.mention("date", "4 May", "2031-05-04")
    made.mention("date", "distant year")
    rows = [(one.at, one.phase, one.label) for one in fused([made]).timeline]
    assert rows == [
        ("2030", "before", rows[0][2]),
        ("2031-05-01", "before", "Evidence lost: film"),
        ("2031-05-02", "before", "A rally was held on 2 May in U.S. Waters"),
        ("2031-05-04", "incident", "Incident on 4 May 2031."),
        ("2031-05-04T12:00", "incident", "Evidence lost: samples"),
        ("2031-05-06", "after", "Evidence recovered: drone remains"),
        ("2031-05-06", "after", "Remains were found on 6 May"),
        ("2031-05-07", "published", "1 report published"),
        ("2031-05-07T08:00", "published", "Evidence awaited: samples"),
    ]
    assert rows[0][2].startswith("…")
    assert rows[0][2].endswith("left in 2030")
    assert len(rows[0][2]) <= 120


def _label(text: str, date: str) -> str:
    made = said("A", f"It was on 4 May. {text}", "2031-05-07")
    made.fact("date", "2031-05-04", "on 4 May")
    made.mention("date", date, "2031-05-01")
    return next(one.label for one in fused([made]).timeline if one.at == "2031-05-01")


def test_a_long_sentence_is_shown_around_its_date() -> None:
    before = (
        "Shortly before, two harbour pilots said that a rocket had hit the customs house while "
        "crowds marched through the old town against the results of the vote of 1 May"
    )
    label = _label(f"{before}.", "1 May")
    assert label.startswith("…")
    assert label.endswith("against the results of the vote of 1 May")
    assert "rocket" not in label
    behind = (
        "On 1 May the council of the port closed the mole to all boats, whatever their flag and "
        "their freight, until the divers of the coast guard had searched the whole basin"
    )
    label = _label(f"{behind}.", "1 May")
    assert label.startswith("On 1 May the council of the port closed the mole")
    assert label.endswith("…")
    middle = _label(f"{before}, and {behind}.", "vote of 1 May")
    assert middle.startswith("…")
    assert "vote of 1 May" in middle
    assert middle.endswith("…")
    for shown in (label, middle):
        assert len(shown) <= 120


def test_a_date_longer_than_a_line_keeps_its_first_words() -> None:
    date = "1 May, " + "the day of all days " * 8
    label = _label(f"The mole was closed on {date}and of nights.", date.strip())
    assert label.startswith("… 1 May, the day of all days")
    assert label.endswith("…")
    assert len(label) <= 120


def test_statements_stand_at_their_first_publication() -> None:
    made = said("A", "Lund blames the Fajr Front; the Front denies it.", "2031-05-04")
    made.claim("Fajr Front", "Lund blames", "Kari Lund:person")
    made.claim(
        "Fajr Front", "denies it", "Fajr Front:group", polarity=False, act="deny_involvement"
    )
    undated = said("B", "Berg speaks of the Fajr Front.")
    undated.claim("Fajr Front", "Berg speaks", "Nils Berg:person", act="say")
    labels = [one.label for one in fused([made, undated]).timeline]
    assert labels == [
        "1 report published",
        "Accusation by Kari Lund: Fajr Front",
        "Denial by Fajr Front",
    ]


def test_without_a_date_nothing_is_placed_around_it() -> None:
    made = said("A", "Found on 6 May.\nIt was 2030.")
    made.fact("evidence_recovered", "remains", "Found", as_of="2031-05-06")
    made.fact("evidence_awaited", "samples", "Found")
    made.mention("date", "2030", "2030")
    rows = [(one.at, one.phase) for one in fused([made]).timeline]
    assert rows == [("2031-05-06", "after")]


def test_same_moment_in_two_documents_is_one() -> None:
    made = []
    for outlet in ("A", "B"):
        one = said(outlet, "On 4 May. A rally was held on 2 May.")
        one.fact("date", "2031-05-04", "On 4 May")
        one.mention("date", "2 May", "2031-05-02")
        made.append(one)
    rally = fused(made).timeline[0]
    assert len(rally.document_ids) == 2
    assert len(rally.spans) == 2


def test_stretches_stand_where_they_begin_and_overlap_the_incident_silently() -> None:
    text = "Talks since March. Raids 1 to 2 May. It was 4 May. Week of 4 May."
    made = said("A", text, "2031-05-07")
    made.fact("date", "2031-05-04", "4 May")
    made.mention("date", "since March", "2031-03/..")
    made.mention("date", "1 to 2 May", "2031-05-01/2031-05-02")
    made.mention("date", "Week of 4 May", "2031-05-01/2031-05-07")
    rows = [(one.at, one.phase) for one in fused([made]).timeline]
    assert rows == [
        ("2031-03/..", "before"),
        ("2031-05-01/2031-05-02", "before"),
        ("2031-05-04", "incident"),
        ("2031-05-07", "published"),
    ]


def test_evidence_that_is_left_open_did_not_come_about() -> None:
    made = said("A", "Lund would not say if a gun was found.", "2031-05-04")
    made.fact("evidence_recovered", "gun", "a gun was found", hedge=0)
    assert [one.label for one in fused([made]).timeline] == ["1 report published"]


def test_who_calls_it_an_accident_accuses_nobody() -> None:
    made = said("A", "Lund calls the blast accidental.", "2031-05-04")
    made.claim("accidental", "the blast accidental", "Kari Lund:person", subject_kind="description")
    labels = [one.label for one in fused([made]).timeline]
    assert labels == ["1 report published", "Explanation by Kari Lund: accidental"]
