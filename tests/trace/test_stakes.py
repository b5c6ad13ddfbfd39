import pytest

from tests.trace.making import Made, document
from whence.model.origin import Stake
from whence.trace import Options, trace

_TARGET = "Andorran Prime Minister Pau Riba"


def stakes(target: str, *hands: str, options: Options | None = None) -> Stake:
    made = Made(document("A", f"{target} was attacked."))
    made.fact("target", target, target)
    chain = made.chain(*hands)
    found = trace([made.document], [made.report()], options or Options())
    (origin,) = [one for one in found.origins if chain.id in one.chain_ids]
    return origin.stake


@pytest.mark.parametrize(
    ("target", "hand", "expected"),
    [
        (_TARGET, "Pau Riba:person", "victim"),
        (_TARGET, "Prime Minister Riba:person", "victim"),
        (_TARGET, "the Andorran Interior Ministry:body", "victim"),
        (_TARGET, "Andorra:state", "victim"),
        (_TARGET, "the Norwegian Interior Ministry:body", "unknown"),
        (_TARGET, "two officials:anonymous", "unknown"),
        (_TARGET, "two Andorran officials:anonymous", "victim"),
        (_TARGET, "two Andorran fishermen:anonymous", "unknown"),
        ("the Andorran prime minister", "Andorran security officials:anonymous", "victim"),
        ("the grain terminal", "Andorran security officials:anonymous", "unknown"),
        (_TARGET, "Ona Holm:person", "unknown"),
        ("the prime minister", "the prime minister:role", "victim"),
        ("the prime minister", "the prime minister’s office:body", "victim"),
        ("the prime minister", "the Norwegian prime minister:role", "unknown"),
        ("the grain terminal", "Pau Riba:person", "unknown"),
        ("the grain terminal", "the Andorran Interior Ministry:body", "unknown"),
    ],
)
def test_the_targets_own_side_is_the_victims(target: str, hand: str, expected: Stake) -> None:
    assert stakes(target, hand) == expected


def test_entered_stakes_win() -> None:
    table: dict[str, Stake] = {"Pau Riba": "rival", "Fajr Front": "belligerent"}
    options = Options(stakes=table)
    assert stakes(_TARGET, "Pau Riba:person", options=options) == "rival"
    assert stakes(_TARGET, "the Fajr Front:group", options=options) == "belligerent"
    assert stakes(_TARGET, "al-Fajr Front spokesman:role", options=options) == "unknown"


def test_targets_of_other_incidents_do_not_count() -> None:
    made = Made(document("A", "Pau Riba was attacked long ago."))
    made.fact("target", "Pau Riba", "Pau Riba", scope="other")
    made.chain("Pau Riba:person")
    found = trace([made.document], [made.report()])
    assert {one.stake for one in found.origins} == {"unknown"}
