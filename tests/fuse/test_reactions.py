from tests.fuse.making import fused, said
from tests.trace.making import Made


def reacting(outlet: str, who: str, words: str, *hands: str, day: int = 4) -> Made:
    made = said(outlet, f"{outlet} writes: {who} condemned {words}.", f"2031-05-0{day}")
    made.reaction(who, "condemn", words, *hands)
    return made


def test_one_stance_is_shown_once_as_first_printed() -> None:
    made = [
        reacting("A", "President Kari Lund", "the cowardly attack", day=5),
        reacting("B", "Kari Lund", "the cowardly attack on the harbour", day=4),
    ]
    (row,) = fused(made).reactions
    assert row.document_id == made[1].document.id


def test_a_state_by_any_name() -> None:
    made = [reacting("A", "Norway", "the attack"), reacting("B", "Oslo", "the attack")]
    assert len(fused(made).reactions) == 1


def test_other_words_and_other_acts_stay() -> None:
    made = said("A", "Lund condemned the bombers, then the price of fish, and urged calm.")
    made.reaction("Lund", "condemn", "the bombers")
    made.reaction("Lund", "condemn", "price of fish")
    made.reaction("Lund", "call_for", "the bombers")
    assert len(fused([made]).reactions) == 3


def test_one_first_hand_under_two_descriptions() -> None:
    said_it = ("AP:agency",)
    made = [
        reacting("A", "two officials", "the attack", *said_it, "two officials:anonymous"),
        reacting("B", "officials", "the attack", *said_it, "officials:anonymous", day=5),
        reacting("C", "officials in the capital", "the attack", day=6),
    ]
    assert len(fused(made).reactions) == 2


def test_reaction_without_words_is_the_same() -> None:
    made = said("A", "Lund condemned it.")
    made.reaction("Lund", "condemn", "")
    made.reaction("Lund", "condemn", "it")
    assert len(fused([made]).reactions) == 1
