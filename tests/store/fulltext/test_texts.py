from msgspec import Struct

from tests.store.cases import described, document, draft, extraction, judgement
from tests.store.libraries import comment
from whence.store.fulltext.texts import Text, texts
from whence.store.protocol import Sealed
from whence.store.sealing import Draft, seal


def of(one: Draft) -> list[Text]:
    return texts(next(seal("case-1", (one,), None)))


def test_document_is_searched_by_its_title_and_its_text() -> None:
    found = of(draft("document", document("A drone fell.", "Harbour hit")))
    assert [(one.kind, one.shown) for one in found] == [("document", "Harbour hit\nA drone fell.")]
    titled = of(draft("document", document("Harbour hit\nA drone fell.", "Harbour hit")))
    assert titled[0].shown == "Harbour hit\nA drone fell."


def test_every_claim_and_fact_is_a_text_of_its_own() -> None:
    read = extraction(document("Boatmen saw it."), "Northern Front", "The Order")
    found = of(draft("extraction", read))
    assert [(one.kind, one.ref, one.shown) for one in found] == [
        ("claim", read.report.claims[0].id,
         "Northern Front – not carried out – the attack\n“Boatmen saw it.”"),
        ("claim", read.report.claims[1].id,
         "The Order – not carried out – the attack\n“Boatmen saw it.”"),
        ("fact", read.report.facts[0].id, "people killed: 3 guards\n“Boatmen saw it.”"),
    ]  # fmt: skip


def test_remarks_decisions_and_descriptions_are_searched() -> None:
    said = [of(comment("why?")), of(judgement("seen")), of(described("a tug"))]
    assert [(one.kind, one.shown) for (one,) in said] == [
        ("comment", "why?"), ("judgement", "granary: seen"), ("description", "a tug"),
    ]  # fmt: skip


def test_long_text_and_one_that_says_one_word_all_the_time_are_searched_in_parts() -> None:
    long = " ".join(f"w{number}" for number in range(9000))
    assert [len(one.words) for one in of(comment(long))] == [4000, 4000, 1000]
    droning = of(comment("drone " * 600 + "end"))
    assert [len(one.words) for one in droning] == [255, 255, 91]
    assert [word for one in droning for word in one.words] == ["drone"] * 600 + ["end"]


def test_entry_without_words_or_with_broken_ones_has_no_texts() -> None:
    sealed = next(seal("case-1", (comment("drone"),), None))
    assert texts(Sealed(sealed.entry, None)) == []
    assert texts(Sealed(sealed.entry, b'{"text": 3}')) == []
    assert texts(Sealed(sealed.entry, b"[" * 5000)) == []

    class Odd(Struct):
        text: str

    assert of(draft("stamp", Odd("drone"))) == []
