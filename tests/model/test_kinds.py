from whence.model.kinds import akin, kind, kinds

ACLED = {
    "Battles": {"Armed clash"},
    "Explosions/Remote violence": {
        "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED", "Grenade",
    },
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Riots": {"Violent demonstration", "Mob violence"},
    "Strategic developments": {"Looting/property destruction"},
}  # fmt: skip
"""Event types with those of their sub-event types that kinds may use (codebook 2023)."""

PLOVER: dict[str, set[str | None]] = {
    "ASSAULT": {
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms",
        "explosives", "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control",
        "unconventional", None,
    },
    "COERCE": {"seize", "cyber"},
    "THREATEN": {"violence"},
    "PROTEST": {"riot"},
}  # fmt: skip
"""Events with their modes (PLOVER codebook)."""

MUC4 = {"ARSON", "ATTACK", "BOMBING", "HIJACKING", "KIDNAPPING"}


def test_every_code_is_one_of_its_codebook() -> None:
    for name, row in kinds().items():
        if row.acled is not None:
            assert row.acled[1] in ACLED[row.acled[0]], name
        if row.plover is not None:
            assert row.plover[1] in PLOVER[row.plover[0]], name
        assert row.muc4 is None or row.muc4 in MUC4, name
        assert row.ucdp in (None, 1, 2, 3), name


def test_what_has_no_code_has_a_reason_and_nothing_else_has() -> None:
    for name, row in kinds().items():
        codes: dict[str, object] = {
            "acled": row.acled,
            "ucdp": row.ucdp,
            "plover": row.plover,
            "muc4": row.muc4,
        }
        if row.plover is not None and row.plover[1] is None:
            codes["plover"] = None
        assert {key for key, code in codes.items() if code is None} == set(row.open), name
        assert all(row.open.values()), name


def test_only_attacks_on_civilians_presume_that_nobody_was_armed() -> None:
    for name, row in kinds().items():
        civilians = row.acled is not None and row.acled[0] == "Violence against civilians"
        assert row.unarmed == civilians, name


def test_a_kind_without_a_row_has_no_codes() -> None:
    assert kind(None) is None
    assert kind("harvest_festival") is None
    found = kind("hijacking")
    assert found is not None
    assert found.muc4 == "HIJACKING"


def test_one_deed_may_be_told_as_two_kinds_that_share_their_means_or_tell_none() -> None:
    assert akin("drone_attack", "bombing")
    assert akin("attack", "arson")
    assert akin("assassination", "stabbing")
    assert not akin("stabbing", "bombing")
    assert not akin("cyber_attack", "shooting")
    assert akin("harvest_festival", "shooting")
