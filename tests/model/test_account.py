import pytest

from whence.model.account import ROLES, Role, at_least, lesser


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        ("reader", {"reader"}),
        ("analyst", {"reader", "analyst"}),
        ("editor", {"reader", "analyst", "editor"}),
        ("admin", {"reader", "analyst", "editor", "admin"}),
    ],
)
def test_a_role_may_do_what_those_before_it_may(role: Role, allowed: set[Role]) -> None:
    assert {needed for needed in ROLES if at_least(role, needed)} == allowed


@pytest.mark.parametrize("one", ROLES)
@pytest.mark.parametrize("other", ROLES)
def test_the_lesser_of_two_may_do_what_both_may(one: Role, other: Role) -> None:
    both = {n for n in ROLES if at_least(one, n) and at_least(other, n)}
    assert {n for n in ROLES if at_least(lesser(one, other), n)} == both
