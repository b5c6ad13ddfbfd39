"""A body and a group under one name."""

import pytest

from tests.fuse.making import fused, said
from tests.trace.making import Made
from whence.fuse import Options
from whence.model.claim import PartyKind


@pytest.mark.parametrize(
    ("body", "group", "count"),
    [
        ("Amber Shield Forces", "Amber Shield militia", 1),
        ("Amber Shield Forces", "Amber Shield gunners", 1),
        ("Amber Shield Forces", "Amber Hammer militia", 2),
        ("Amber Guard", "Amber militia", 2),
    ],
)
def test_a_body_and_a_group_bear_one_name_of_two_words(body: str, group: str, count: int) -> None:
    made: list[Made] = []
    named: tuple[tuple[str, PartyKind], ...] = ((body, "body"), (group, "group"))
    for name, kind in named:
        one = said(f"Paper on {kind}s", f"Many suspect the {name} of it.")
        one.claim(name, f"Many suspect the {name}", subject_kind=kind)
        made.append(one)
    assert len(fused(made, Options()).parties) == count
