"""How likely a reader's guess has to be, by whom it names and by what stands around it."""

from msgspec import structs

from tests.extract.suspected import document, here, narrated
from tests.extract.suspicion.guesses.test_seen import alone, suspect
from whence.extract import suspicion
from whence.extract.prose import prose
from whence.model.reading import Reading


def test_who_handled_a_gun_by_accident_is_named_only_when_that_is_nearly_sure() -> None:
    told = "Petra Hollis Vane fired the gun"
    assert alone(f"{told} at the quay.", "Petra Hollis Vane", probability=0.95)
    assert alone(f"{told} by accident.", "Petra Hollis Vane", probability=0.95) == ()
    assert alone(f"{told} by accident.", "Petra Hollis Vane", probability=0.97)


def test_the_name_of_a_band_that_the_reader_knows_is_no_persons() -> None:
    cut = prose(document("Eyes settled on Dario Venn after the blast."))
    seen = suspect(cut, "Dario Venn", "accused", 0.8)
    plain = Reading(document_id="doc-1", reader="encoder@hand", suspected=(seen,))
    known = structs.replace(plain, named=(seen.span,))
    assert suspicion.find(cut, narrated(cut), here, None, plain) == ()
    assert suspicion.find(cut, narrated(cut), here, None, known)


def test_who_was_cleared_is_named_sooner_than_who_is_accused() -> None:
    text = "The court acquitted Petra Hollis Vane."
    assert alone(text, "Petra Hollis Vane", "cleared", 0.86)
    assert (
        alone("The trader, Petra Hollis Vane, was there.", "Petra Hollis Vane", probability=0.86)
        == ()
    )


def test_whom_a_court_convicts_of_a_deed_is_named_sooner() -> None:
    text = "Ten years for the murder, the court ruled, and Petra Hollis Vane wept."
    assert [one.standing for one in alone(text, "Petra Hollis Vane", "found", 0.86)] == ["found"]
    assert alone(text, "Petra Hollis Vane", "found", 0.84) == ()
    plain = "Ten years, the court ruled, and Petra Hollis Vane wept."
    assert alone(plain, "Petra Hollis Vane", "found", 0.86) == ()


def test_whom_police_hold_is_named_sooner_and_by_an_authority() -> None:
    held = "Petra Hollis Vane sits in custody over the blast."
    (found,) = alone(held, "Petra Hollis Vane", probability=0.86)
    assert found.standing == "accused_by_authority"
    assert alone(held, "Petra Hollis Vane", probability=0.84) == ()
    asked = "Petra Hollis Vane was asked about the blast."
    assert alone(asked, "Petra Hollis Vane", probability=0.86) == ()


def test_whom_the_text_calls_a_band_is_no_person() -> None:
    told = "Eyes settled on Dario Venn after the blast."
    assert alone(f"{told} The extortion outfit Dario Venn is young.", "Dario Venn", probability=0.8)
    assert alone(f"{told} Dario Venn is a small militia.", "Dario Venn", probability=0.8)
    assert alone(f"{told} Dario Venn is a small man.", "Dario Venn", probability=0.8) == ()
