"""What single operations do to a library, its cases, their ledgers and their people."""

import pytest

from tests.web.api.programs import Program


def test_case_is_opened_under_a_name_that_is_free(program: Program) -> None:
    made = program.told("openCase", json={"name": "quay", "question": "Who burnt it?"})
    assert (made.name, made.question, made.documents, made.opened_by) == (
        "quay", "Who burnt it?", 0, "Ana",
    )  # fmt: skip
    assert program.ask("openCase", json={"name": "quay"}).status_code == 409
    assert program.ask("openCase", json={"name": "a/b"}).status_code == 409
    names = [card.name for card in program.told("listCases").items]
    assert names == ["pilot station", "quay"]
    assert program.told("listCases", params={"name": "QU"}).items[0].case_id == made.id


def test_cases_that_changed_last_come_first(program: Program) -> None:
    program.told("openCase", json={"name": "quay"})
    changed = program.told("listCases", params={"order": "changed"}).items
    assert [card.at for card in changed] == sorted((card.at for card in changed), reverse=True)


def test_empty_case_has_empty_lists_and_nothing_weighed(program: Program) -> None:
    case = {"case": program.told("openCase", json={"name": "quay"}).id}
    lists = ("listClaims", "listFacts", "listSlots", "listParties", "listOrigins", "listTurns")
    for name in (*lists, "listDocuments", "getTimeline", "listReactions", "listCopies"):
        assert program.told(name, case).total == 0
    for name in ("getIncident", "getAssessment"):
        assert program.ask(name, case).status_code == 404
    assert program.ask("suppose", case, json={}).status_code == 422
    assert program.told("getPanel", case).questions == ()


def test_values_are_found_by_document_origin_and_slot(program: Program) -> None:
    fact = program.told("listFacts", params={"slot": "place"}).items[0]
    assert fact.slot == "place"
    value = program.told("getValue", {"value": fact.id})
    assert value.fact == value.fact_now == fact
    for asked in ({"origin": value.origin.id}, {"document": fact.document_id}):
        assert fact in program.told("listFacts", params={**asked, "limit": "500"}).items
    told = program.told("getDocument", {"document": fact.document_id})
    for span in fact.spans:
        assert told.document.text[span.start : span.end] == span.text


def test_same_value_is_told_where_else_it_is_said(program: Program) -> None:
    slot = program.told("listSlots").items[0]
    shared = max(slot.values, key=lambda value: len(value.fact_ids))
    first, *others = shared.fact_ids
    same = program.told("getValue", {"value": first}).same
    assert {one.id for one in same} == set(others)


def test_assessment_is_told_as_it_stood(program: Program) -> None:
    opened = program.told("getCase").opened_at
    assert program.ask("getAssessment", params={"at": opened}).status_code == 404
    now = program.told("getAssessment")
    assert program.told("getAssessment", params={"at": "2099"}) == now
    assert program.ask("getAssessment", params={"at": "yesterday"}).status_code == 422


def test_graph_is_of_what_is_asked_for(program: Program) -> None:
    whole = program.told("getGraph")
    slot = program.told("listSlots").items[0].slot
    part = program.told("getGraph", params={"slot": slot})
    assert 0 < part.values < whole.values
    assert program.ask("getGraph", params={"slot": "none"}).status_code == 404
    both = {"slot": slot, "party": "x"}
    assert program.ask("getGraph", params=both).status_code == 422


def test_order_waits_is_taken_back_and_cannot_be_tried_again(program: Program) -> None:
    texts = [{"text": "A drone fell on the quay.", "outlet": "The Post"}]
    job = program.told("order", json={"texts": texts})
    assert (job.state, job.kind, job.author) == ("waiting", "add", "Ana")
    assert program.told("listOrders").items == (job,)
    order = {"order": job.id}
    assert program.ask("retryOrder", order).status_code == 404
    assert program.told("cancelOrder", order).state == "cancelled"
    assert program.told("getOrder", order).state == "cancelled"
    other = {"case": program.told("openCase", json={"name": "quay"}).id, **order}
    assert program.ask("getOrder", other).status_code == 404


def test_order_of_nothing_is_refused(program: Program) -> None:
    assert program.ask("order", json={}).status_code == 422
    assert program.told("listOrders").total == 0


def test_address_that_may_not_be_fetched_is_among_the_failures(program: Program) -> None:
    job = program.told("order", json={"addresses": ["file:///etc/passwd"]})
    assert [(one.location, one.kind) for one in job.failures] == [
        ("file:///etc/passwd", "forbidden")
    ]


def test_entry_is_taken_back_and_taken_out(program: Program) -> None:
    said = program.told("comment", json={"text": "a slip", "subject": "#2"})
    seq = {"seq": str(said.seq)}
    program.told("retractEntry", seq, json={"reason": "a slip"})
    assert program.told("listComments").total == 0
    entry = program.told("getEntry", seq)
    assert entry.payload == {"text": "a slip", "subject": "#2"}
    assert entry.taken_back == said.seq + 1
    assert program.ask("redactEntry", seq, json={"reason": "a name"}).status_code == 422
    out = program.told("redactEntry", seq, json={"reason": "a name", "sure": "yes"})
    assert out.seqs == (said.seq,)
    gone = program.told("getEntry", seq)
    assert (gone.payload, gone.hidden, gone.entry.hash) == (None, False, said.hash)
    proof = program.told("verifyCase")
    assert proof.findings == ()
    assert proof.redacted == (said.seq,)


def test_lines_are_of_a_kind_or_an_author(program: Program) -> None:
    program.told("comment", json={"text": "look here"})
    rows = program.told("listEntries", params={"kind": "document"}).items
    assert {row.kind for row in rows} == {"document"}
    assert program.told("listEntries", params={"author": "nobody"}).total == 0


def test_words_are_found_with_their_entry(program: Program) -> None:
    seq = program.told("comment", json={"text": "a peculiar lighthouse"}).seq
    [hit] = program.told("search", params={"q": "lighthouse", "kind": "comment"}).hits
    assert (hit.seq, hit.case_id) == (seq, program.case)
    assert program.told("search", params={"q": "lighthouse", "case": "none"}).hits == ()
    assert program.ask("search", params={"q": "-"}).status_code == 400
    assert program.ask("search").status_code == 422


def test_people_are_invited_changed_and_let_in_no_more(programs: dict[str, Program]) -> None:
    admin = programs["admin"]
    link = admin.told("invite", json={"name": "Bo", "role": "analyst"})
    assert link.path == f"/accept/{link.token}"
    assert [one.name for one in admin.told("listInvitations").items] == ["Bo"]
    assert admin.ask("invite", json={"name": "the reader", "role": "admin"}).status_code == 409
    reader = {"account": programs["reader"].told("getMe").account_id}
    assert admin.told("setRole", reader, json={"role": "editor"}).role == "editor"
    assert not admin.told("deactivate", reader).active
    assert programs["reader"].ask("getMe").status_code == 401
    assert admin.told("activate", reader).active
    assert programs["reader"].told("getMe").role == "reader", "no more than its token's"
    mine = {"account": admin.told("getMe").account_id}
    assert admin.ask("setRole", mine, json={"role": "reader"}).status_code == 409
    rows = admin.told("listAudit", params={"limit": "2"})
    assert [row.action for row in rows.items] == ["activate", "deactivate"]
    older = admin.told("listAudit", params={"limit": "2", "after": rows.next})
    assert [row.action for row in older.items] == ["role", "invite"]


def test_token_is_revoked_by_whose_it_is(programs: dict[str, Program]) -> None:
    editor = programs["editor"]
    [token] = editor.told("listTokens").items
    assert programs["reader"].ask("revokeToken", {"token": token.id}).status_code == 409
    assert editor.ask("revokeToken", {"token": token.id}).status_code == 204
    assert editor.ask("getMe").status_code == 401


@pytest.mark.parametrize("name", ["listPeople", "listInvitations", "listAudit", "listTokens"])
def test_one_analyst_has_no_accounts(name: str, program: Program) -> None:
    assert program.ask(name).status_code == 404
    assert program.told("getMe").role == "admin"
    assert not program.told("getMe").team
