"""From what the model sees to the report: suspects with who says so and through whose hands."""

from pathlib import Path

from tests.extract.texts import document
from tests.infer.hand import Given, by_hand
from whence.extract.encoder.reader import EncoderReader
from whence.extract.report import extract
from whence.model.report import Report

TEXT = "Eyes settled on the Reed League, Channel Nine quoted a police spokesman as muttering."
GIVEN = Given(
    spans={
        "source": ["a police spokesman"], "cue": ["muttering"], "relay": ["channel nine"],
        "content": ["eyes settled on the reed league"], "suspect": ["reed league"],
    },
    links={
        "cue": [("eyes", "muttering")], "source": [("muttering", "a")],
        "relay": [("muttering", "channel")],
    },
    standings={"reed": "accused"},
    acts={"muttering": "accuse"},
)  # fmt: skip


def report(folder: Path, text: str, given: Given) -> Report:
    made = document(text)
    return extract(made, EncoderReader(by_hand(folder, text, given)))


def test_a_suspect_comes_with_its_speaker_and_chain(tmp_path: Path) -> None:
    made = report(tmp_path, TEXT, GIVEN)
    (said,) = made.attributions
    (claim,) = made.claims
    assert (claim.subject, claim.standing, claim.act) == (
        "Reed League", "accused_by_authority", "accuse",
    )  # fmt: skip
    assert (claim.attribution_id, claim.extractor) == (said.id, "encoder@hand")
    assert [hop.who for hop in made.chain(claim.chain_id).hops] == [
        "The Harbour Post", "Channel Nine", "police spokesman",
    ]  # fmt: skip
    assert [span.text for span in claim.spans] == ["Eyes settled on the Reed League"]


def test_without_the_suspect_there_is_no_claim(tmp_path: Path) -> None:
    made = report(tmp_path, TEXT, Given(spans={**GIVEN.spans, "suspect": []}, links=GIVEN.links))
    assert made.claims == ()
    assert len(made.attributions) == 1


def test_nobody_claims_nothing(tmp_path: Path) -> None:
    text = "No group whispered responsibility for the blast."
    given = Given(
        spans={
            "source": ["no group"],
            "cue": ["whispered"],
            "content": ["responsibility for the blast"],
            "suspect": ["no group"],
        },
        links={"cue": [("responsibility", "whispered")], "source": [("whispered", "no")]},
        acts={"whispered": "claim_responsibility"},
        standings={"no": "admitted"},
    )  # fmt: skip
    made = report(tmp_path, text, given)
    assert made.claims == ()
    (said,) = made.attributions
    assert (said.act, said.negated) == ("claim_responsibility", True)
    assert [hop.who for hop in made.chain(said.chain_id).hops] == ["The Harbour Post"]


def test_a_mark_inside_somebody_s_words_is_theirs(tmp_path: Path) -> None:
    given = Given(
        spans={**GIVEN.spans, "suspect": []},
        links=GIVEN.links,
        scalars={"loaded": {"eyes": 9, "settled": 9}},
    )
    (mark,) = report(tmp_path, TEXT, given).marks
    assert (mark.kind, mark.whose) == ("loaded", "police spokesman")


def test_a_claim_that_is_taken_back_owns_up_to_nothing(tmp_path: Path) -> None:
    given = Given(
        spans={
            "source": ["the reed league"], "cue": ["took back", "claim"],
            "content": ["its claim to have planted the bomb"], "suspect": ["reed league"],
        },
        links={
            "cue": [("its", "took")], "source": [("took", "the"), ("claim", "the")],
            "begin": [("claim", "to")], "end": [("claim", "bomb")],
        },
        standings={"reed": "admitted"},
        acts={"took": "retract", "claim": "claim_responsibility"},
    )  # fmt: skip
    text = "On Monday the Reed League took back its claim to have planted the bomb."
    claims = report(tmp_path, text, given).claims
    assert [(one.standing, one.act) for one in claims] == [("denied", "retract")]
