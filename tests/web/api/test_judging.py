"""Judgements by programs: heeded, listed, and never passed over by somebody else's."""

from tests.web.api.programs import Program, weighed_anew


def rejected(program: Program, subject: str, **headers: str) -> int:
    body = {"subject": subject, "verdict": "rejected", "reason": "it is not said so"}
    return program.ask("judge", json=body, headers=headers).status_code


def test_rejected_claim_counts_no_more_and_is_still_told(program: Program) -> None:
    claim = program.told("listClaims").items[0]
    before = program.told("getCase")
    body = {"subject": claim.id, "verdict": "rejected", "reason": "it is not said so"}
    entry = program.told("judge", json=body)
    assert (entry.kind, entry.author) == ("judgement", "Ana")
    assert [job.kind for job in program.told("listOrders").items] == ["weigh"]
    assert not program.told("getCase").fresh
    weighed_anew(program.ledger)
    after = program.told("getCase")
    assert (before.fresh, after.fresh, after.judgements) == (True, True, 1)
    assert claim.id not in [one.id for one in program.told("listClaims").items]
    value = program.told("getValue", {"value": claim.id})
    assert (value.claim, value.claim_now) == (claim, None)
    assert [one.verdict for one in value.judgements] == ["rejected"]
    [row] = program.told("listJudgements").items
    assert (row.seq, row.state, row.about) == (entry.seq, "holds", (claim.subject,))


def test_verdict_that_does_not_fit_is_refused(program: Program) -> None:
    document = program.told("listDocuments").items[0].id
    assert rejected(program, document) == 404
    claim = program.told("listClaims").items[0].id
    body = {"subject": claim, "verdict": "nonsense", "reason": "why not"}
    answer = program.ask("judge", json=body)
    assert answer.status_code == 422
    assert answer.json()["type"] == "/api#problem-config-error"
    assert program.told("listJudgements").total == 0


def test_closed_case_takes_no_judgement(program: Program) -> None:
    claim = program.told("listClaims").items[0].id
    program.told("closeCase", json={"reason": "done"})
    assert rejected(program, claim) == 409
    assert program.ask("order", json={"addresses": ["https://example.org"]}).status_code == 409
    assert not program.told("reopenCase", json={"reason": "not done"}).closed
    assert rejected(program, claim) == 201


def test_word_of_somebody_else_is_not_passed_over(programs: dict[str, Program]) -> None:
    ana, ed = programs["analyst"], programs["editor"]
    one, other = (claim.id for claim in ana.told("listClaims").items[:2])
    seen = ana.ask("getCase").headers["etag"]
    assert rejected(ed, one, **{"If-Match": seen}) == 201
    answer = ana.ask(
        "judge",
        json={"subject": one, "verdict": "accepted", "reason": "I read it so"},
        headers={"If-Match": seen},
    )
    assert answer.status_code == 412
    assert "rejected, by the editor: it is not said so" in answer.json()["detail"]
    assert rejected(ana, other, **{"If-Match": seen}) == 201
    now = ana.ask("getCase").headers["etag"]
    body = {"subject": one, "verdict": "accepted", "reason": "I read it so"}
    assert ana.ask("judge", json=body, headers={"If-Match": now}).status_code == 201
    [conflict] = ana.told("listConflicts").items
    assert [word.verdict for word in conflict.words] == ["rejected", "accepted"]


def test_tag_that_the_case_never_had_is_refused(program: Program) -> None:
    claim = program.told("listClaims").items[0].id
    tag = program.ask("getCase").headers["etag"]
    for wrong in (
        "odd",
        '"1-2-3"',
        tag.replace("-", "-0", 1),
        'W/"999-' + "0" * 32 + "-" + "0" * 12,
    ):
        assert rejected(program, claim, **{"If-Match": wrong}) == 412
    assert rejected(program, claim, **{"If-Match": "*"}) == 201


def test_origins_are_made_one_and_parted(program: Program) -> None:
    first, second = program.told("listOrigins").items[:2]
    pair = f"{first.id} {second.id}"
    body = {"subject": pair, "verdict": "one origin", "reason": "one spokesman"}
    program.told("judge", json=body)
    weighed_anew(program.ledger)
    rows = program.told("listOrigins").items
    joined = [row for row in rows if {*first.chain_ids, *second.chain_ids} <= {*row.chain_ids}]
    assert len(joined) == 1
    read = program.told("getOrigin", {"origin": joined[0].id})
    assert {chain.id for chain in read.chains} == set(joined[0].chain_ids)


def test_what_is_supposed_is_what_is_weighed(program: Program) -> None:
    origins = {key for one in program.told("listStatements").items for key in [one.origin_id]}
    without = sorted(origins)[:1]
    told = program.told("suppose", json={"without": without})
    before = program.told("getAssessment")
    for outcome in told.outcomes:
        means = {row.hypothesis_id: row.mean for row in before.answer(outcome.role).posterior}
        assert outcome.before == means
    assert program.ask("suppose", json={"without": ["none"]}).status_code == 422
    assert program.ask("suppose", json={"priors": {"executor:unnamed": 1}}).status_code == 422
