from whence.run.case.wording import counted


def test_one_is_said_as_one() -> None:
    assert counted(1, "entry", "entries") == "1 entry"
    assert counted(0, "entry", "entries") == "0 entries"
    assert counted(1_200, "entry", "entries") == "1,200 entries"
