"""Who is the same first hand, who is not, and who may undo it."""

import pytest
from msgspec.structs import replace

from tests.trace.making import Made, document, origins, report, span, traced
from whence.trace import Options, count_origins


def test_spokesman_with_and_without_name_country_and_body_itself() -> None:
    found = origins(
        report("A", "x one", "an interior ministry spokesman:role"),
        report("B", "x two", "the Andorran Interior Ministry:body"),
        report("C", "x three", "Interior Ministry Spokesman Pau Riba:person"),
        report("D", "x four", "Maj. Gen. Pau Riba:person"),
        report("E", "The interior ministry spoke. x five", "the ministry:body"),
    )
    (ministry,) = found
    assert ministry.name == "Andorran Interior Ministry"
    assert (ministry.kind, ministry.anonymity) == ("body", "organisation")
    assert len(ministry.merges) == 4
    assert all(0 < merge.probability <= 1 for merge in ministry.merges)


def test_two_states_ministries_stay_apart() -> None:
    found = origins(
        report("A", "x one", "the Andorran Interior Ministry:body"),
        report("B", "x two", "the Norwegian Interior Ministry:body"),
        report("C", "x three", "an interior ministry spokesman:role"),
    )
    assert len(found) == 3


def test_speaker_found_in_the_running_text() -> None:
    found = origins(
        report("A", "That evening interior ministry spokesman Pau Riba spoke.", "Pau Riba:person"),
        report("B", "x two", "the interior ministry:body"),
    )
    assert [one.name for one in found] == ["interior ministry"]


def test_speaker_named_before_the_body() -> None:
    found = origins(
        report("A", "Pau Riba, a spokesman for the interior ministry, spoke.", "Pau Riba:person"),
        report("B", "x two", "the interior ministry:body"),
    )
    assert len(found) == 1


def test_speaker_of_two_bodies_is_nobody_in_particular() -> None:
    found = origins(
        report("A", "x one", "Interior Ministry Spokesman Pau Riba:person"),
        report("B", "x two", "Health Ministry Spokesman Pau Riba:person"),
        report("C", "x three", "Pau Riba:person"),
    )
    assert len(found) == 3


def test_a_speaker_of_no_plain_body_ties_nothing() -> None:
    text = "A tall and talkative lighthouse spokesman Pau Riba came; Bo, spokesman for nobody."
    found = origins(report("A", text, "Pau Riba:person"), report("B", "x", "Riba:person"))
    assert len(found) == 2


def test_transliterated_names_are_one_person() -> None:
    found = origins(
        report("A", "x one", "Qasim al-Dabbagh:person"),
        report("B", "x two", "Sheikh Kassem Dabagh:person"),
        report("C", "x three", "Kassem Yusuf Dabagh:person"),
    )
    (person,) = found
    assert person.name == "Kassem Yusuf Dabagh"
    assert len(person.merges) == 2


def test_names_of_one_skeleton_that_sound_apart_stay_apart() -> None:
    found = origins(
        report("A", "x one", "Pau Riba:person"), report("B", "x two", "Pia Raboia:person")
    )
    assert len(found) == 2


def test_surnames_are_not_merged_across_documents() -> None:
    found = origins(report("A", "x one", "Riba:person"), report("B", "x two", "Mr Riba:person"))
    assert len(found) == 2


def test_surname_with_the_full_name_in_the_same_document() -> None:
    one = Made(document("A", "Pau Riba came at noon. Riba spoke."))
    one.mention("person", "Pau Riba")
    one.chain("Riba:person")
    found = origins(one, report("B", "x two", "Pau Riba:person"))
    (person,) = found
    assert person.name == "Pau Riba"
    assert "same document" in person.merges[0].reason


def test_a_place_lends_nobody_its_name() -> None:
    one = Made(document("A", "They met in Port Riba. Riba spoke."))
    one.mention("place", "Port Riba")
    one.chain("Riba:person")
    assert len(origins(one, report("B", "x two", "Port Riba:person"))) == 2


def test_surname_of_two_persons_in_one_document_stays_open() -> None:
    one = Made(document("A", "Pau Riba and Ona Riba came. Riba spoke."))
    one.mention("person", "Pau Riba")
    one.mention("person", "Ona Riba")
    one.chain("Riba:person")
    assert len(origins(one, report("B", "x two", "Pau Riba:person"))) == 2


def test_surname_tied_by_one_office() -> None:
    found = origins(
        report("A", "x one", "Prime Minister Riba:person"),
        report("B", "Prime Minister Pau Riba came.", "Pau Riba:person"),
        report("C", "The day Prime Minister Riba spoke.", "Riba:person"),
    )
    (person,) = found
    assert any("one surname and one office" in merge.reason for merge in person.merges)


def test_office_of_another_does_not_tie() -> None:
    found = origins(
        report("A", "x one", "Prime Minister Riba:person"),
        report("B", "Prime Minister Ona Holm came.", "Ona Holm:person"),
    )
    assert len(found) == 2


def test_holder_known_only_from_the_text_makes_no_origin() -> None:
    found = origins(
        report("A", "Prime Minister Pau Riba came.", "the prime minister:role"),
        report("B", "x two", "Prime Minister Riba:person"),
    )
    assert len(found) == 2


def test_office_belongs_to_its_holder() -> None:
    found = origins(
        report("A", "x one", "the Andorran prime minister:role"),
        report("B", "Andorra’s Prime Minister Pau Riba came.", "Pau Riba:person"),
        report("C", "Norway’s Prime Minister Ona Holm came.", "the prime minister:role"),
        report("D", "x four", "Ona Holm:person"),
    )
    assert sorted(one.name for one in found) == ["Ona Holm", "Pau Riba"]


def test_statement_by_a_surname() -> None:
    one = Made(document("A", "Pau Riba came. x"))
    one.mention("person", "Pau Riba")
    one.chain("a statement by Riba:role")
    (person,) = origins(one, report("B", "x two", "Pau Riba:person"))
    assert (person.name, person.kind) == ("Pau Riba", "person")


def test_bare_statement_belongs_to_the_only_one_who_speaks_by_name() -> None:
    one = report("A", "x one", "the Andorran government:body")
    one.chain("the statement:post")
    (government,) = origins(one)
    assert government.name == "Andorra"
    two = report("B", "x two", "the statement:post", published="2031-01-01")
    assert len(origins(one, two)) == 2


def test_every_chain_has_one_origin_and_counting_is_one_query() -> None:
    made = [
        report("A", "x one", "AP:agency", "two officials:anonymous"),
        report("B", "x two", "AP:agency", "two officials:anonymous"),
        report("C", "x three", "Pau Riba:person"),
    ]
    found = traced(made)
    chains = [chain.id for one in made for chain in one.chains.values()]
    assert sorted(found.origin_of()) == sorted(chains)
    assert len(count_origins(found, chains)) == 5
    said = [one.chain(*hands).id for one in made for hands in one.chains if hands]
    assert len(count_origins(found, said)) == 2
    assert count_origins(found, ["unknown"]) == ()


def test_apart_undoes_a_merge() -> None:
    made = (
        report("A", "x one", "an interior ministry spokesman:role"),
        report("B", "x two", "Interior Ministry Spokesman Pau Riba:person"),
        report("C", "x three", "Pau Riba:person"),
    )
    assert len(origins(*made)) == 1
    apart = Options(apart=(("Pau Riba", "an interior ministry spokesman"),))
    assert len(origins(*made, options=apart)) == 2


def test_apart_by_chain_and_by_origin() -> None:
    made = [
        report("A", "x one", "Pau Riba:person"),
        report("B", "x two", "Pau Riba:person"),
    ]
    (merged,) = origins(*made)
    left, right = (one.chain("Pau Riba:person").id for one in made)
    assert len(origins(*made, options=Options(apart=((left, right),)))) == 2
    assert len(origins(*made, options=Options(apart=((merged.id, "nobody"),)))) == 1
    assert len(origins(*made, options=Options(together=((merged.id, "nobody"),)))) == 1


def test_together_joins_what_rules_keep_apart() -> None:
    made = (report("A", "x one", "Riba:person"), report("B", "x two", "the lighthouse keeper:role"))
    joined = Options(together=(("Riba", "the lighthouse keeper"),))
    (found,) = origins(*made, options=joined)
    assert found.merges[0].reason == "a person judged them to be one"
    both = Options(together=joined.together, apart=joined.together)
    assert len(origins(*made, options=both)) == 2


def test_ministry_of_no_known_sort_stays_open() -> None:
    one = report("A", "One ministry spoke. x", "the ministry:body")
    assert len(origins(one, report("B", "x two", "the interior ministry:body"))) == 2


def test_pronoun_of_the_only_one_who_speaks() -> None:
    one = report("A", "x one", "Pau Riba:person")
    one.chain("“he” (not identified):anonymous")
    assert [origin.name for origin in origins(one)] == ["Pau Riba"]
    two = report("B", "x two", "Pau Riba:person")
    two.chain("Ona Holm:person")
    two.chain("“he” (not identified):anonymous")
    assert len(origins(two)) == 3


def test_surname_with_an_office_of_somebody_else_in_the_document() -> None:
    found = origins(
        report("A", "Prime Minister Ona Holm and Riba came.", "Riba:person"),
        report("B", "x", "Prime Minister Pau Riba:person"),
    )
    assert len(found) == 2


def test_speaker_with_a_surname_only_ties_nothing_in_the_text() -> None:
    found = origins(
        report("A", "The interior ministry spokesman Riba spoke.", "Riba:person"),
        report("B", "x", "the interior ministry:body"),
    )
    assert len(found) == 2


def test_short_body_is_the_one_named_last_before() -> None:
    text = "The interior ministry met. The health ministry met. Ministry spokesman Pau Riba spoke."
    one = Made(document("A", f"{text} Later the interior ministry left."))
    who = "Ministry spokesman Pau Riba"
    chain = one.chain(f"{who}:person")
    hop = replace(chain.origin, span=span(one.document, who))
    one.chains[(f"{who}:person",)] = replace(chain, hops=(chain.hops[0], hop))
    found = origins(
        one,
        report("B", "x two", "the health ministry:body"),
        report("C", "x three", "the interior ministry:body"),
    )
    assert sorted(len(origin.document_ids) for origin in found) == [1, 2]
    health = next(origin for origin in found if len(origin.document_ids) == 2)
    assert health.name == "health ministry"


def test_commission_by_its_first_word() -> None:
    one = report("A", "x one", "the commission of inquiry into the fire:body")
    one.chain("the commission:body")
    (found,) = origins(one)
    assert found.name == "commission of inquiry into the fire"


def test_outlet_of_the_case_cited_as_a_body_is_that_outlet() -> None:
    one, two = (
        report("Harbour Standard", "x one"),
        report("B", "x two", "the Harbour Standard:body"),
    )
    names = {origin.name for origin in traced([one, two]).origins}
    assert names == {"Harbour Standard", "B"}


def test_nobody_goes_by_a_pronoun_that_was_taken_for_a_surname() -> None:
    made = Made(document("Pier Post", "“It was two,” he added. Brandt, “We saw it.”"))
    made.says("It was two", "“he” (not identified):anonymous")
    made.says("We saw it", "Brandt:person")
    (found,) = origins(made)
    assert found.name == "Brandt"


def test_words_in_capitals_stay_in_capitals() -> None:
    made = Made(document("PIER POST", "WITNESSES SAID THE MOLE IS SHUT."))
    made.says("THE MOLE IS SHUT", "WITNESSES:anonymous")
    assert [row.name for row in origins(made)] == ["WITNESSES quoted by PIER POST"]


def test_body_of_a_state_that_only_the_running_text_tells_stays_as_it_is() -> None:
    one = report(
        "A", "Andorran interior minister Pau Riba left. x one", "the interior minister:role"
    )
    assert len(origins(one)) == 1


def test_the_group_is_the_one_that_its_text_names() -> None:
    text = "The Salt Coast Front spoke. Later a spokesman for the group spoke again."
    one = Made(document("A", text))
    one.chain("Salt Coast Front:group")
    one.chain("Ari Tolk, a spokesman for the group:person")
    (front,) = origins(one)
    assert front.name == "Salt Coast Front"
    assert [merge.reason for merge in front.merges] == ["the one of its sort in the same text"]


def test_the_group_of_two_is_the_one_named_last_before_or_nobody() -> None:
    text = "The Salt Coast Front spoke. The Tide Brigade spoke. The group denied it."
    one = Made(document("A", text))
    one.chain("Salt Coast Front:group")
    one.chain("Tide Brigade:group")
    open_ended = Made(document("B", text))
    open_ended.chain("the group:group")
    assert len(origins(one, open_ended)) == 3
    chain = one.chain("the group:group")
    hop = replace(chain.origin, span=span(one.document, "The group"))
    one.chains[("the group:group",)] = replace(chain, hops=(chain.hops[0], hop))
    assert {origin.name for origin in origins(one)} == {"Salt Coast Front", "Tide Brigade"}


def test_initials_are_the_body_whose_name_stands_in_the_same_text() -> None:
    one = report("A", "The Salt Coast Front, or SCF, spoke. x one", "Salt Coast Front:group")
    two = report("B", "The Salt Coast Front (SCF) wrote. x two", "SCF:body")
    three = report("C", "The SCF wrote. x three", "SCF:body")
    assert len(origins(one, two)) == 1
    assert len(origins(one, report("D", "y four", "SCX:body"))) == 2
    assert len(origins(one, three)) == 2


def test_a_group_is_one_with_and_without_the_word_for_what_it_is() -> None:
    found = origins(
        report("A", "x one", "Reed League:person"),
        report("B", "x two", "the Reed League group:group"),
        report("C", "x three", "a spokesman for the Reed League movement:role"),
    )
    assert len(found) == 1
    assert found[0].kind in ("body", "group")


def test_a_group_of_one_word_is_not_whoever_has_it_for_his_name() -> None:
    alone = origins(
        report("A", "x one", "Karst:person"), report("B", "x two", "the Karst group:group")
    )
    assert len(alone) == 1
    beside = origins(
        report("A", "x one", "Karst:person"),
        report("B", "x two", "the Karst group:group"),
        report("C", "x three", "Ana Karst:person"),
    )
    assert len(beside) == 3


def test_two_groups_stay_apart_and_a_bare_word_is_no_name() -> None:
    found = origins(
        report("A", "x one", "the Reed League group:group"),
        report("B", "x two", "the Karst Front group:group"),
        report("C", "x three", "the group:group"),
    )
    assert len(found) == 3


@pytest.mark.parametrize("name", ["(Port Velan) Ledger", "Mr. —", "’s"])
def test_a_name_of_which_nothing_is_left_is_an_origin_all_the_same(name: str) -> None:
    found = origins(
        report("Gazette", "It burned.", f"{name}:person"),
        report("Courier", "It burned down.", "Reed League:group"),
    )
    assert len(found) >= 2
