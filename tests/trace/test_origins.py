"""Who is the same first hand, who is not, and who may undo it."""

from collections.abc import Sequence

from msgspec.structs import replace

from tests.trace.making import Made, document, span
from whence.model.origin import Origin, Trace
from whence.trace import Options, count_origins, trace

_DEFAULT = Options()


def traced(made: Sequence[Made], options: Options = _DEFAULT) -> Trace:
    return trace([one.document for one in made], [one.report() for one in made], options)


def report(outlet: str, text: str, *hands: str, published: str | None = None) -> Made:
    made = Made(document(outlet, text, published))
    made.chain(*hands)
    return made


def origins(*made: Made, options: Options = _DEFAULT) -> list[Origin]:
    """Return the origins other than the outlets' own voices."""
    return [one for one in traced(made, options).origins if one.kind not in ("outlet", "agency")]


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


def test_nameless_people_through_one_relay_are_one() -> None:
    found = origins(
        report("A", "x one", "AP:agency", "two Andorran officials:anonymous"),
        report("B", "x two", "The Associated Press:agency", "Two Andorran officials:anonymous"),
    )
    (officials,) = found
    assert officials.relays == ("Associated Press",)
    assert "through associated press" in officials.merges[0].reason
    assert officials.merges[0].probability < 0.9


def test_nameless_people_through_different_relays_stay_apart() -> None:
    found = origins(
        report("A", "x one", "AP:agency", "two officials:anonymous"),
        report("B", "x two", "Reuters:agency", "two officials:anonymous"),
        report("C", "x three", "two officials:anonymous"),
    )
    assert len(found) == 3


def test_credited_agency_is_the_relay_of_nameless_people() -> None:
    one = Made(document("A", "x one", credits=("AP",)))
    one.chain("two officials:anonymous")
    found = origins(one, report("B", "x two", "AP:agency", "two officials:anonymous"))
    assert len(found) == 1


def test_shorter_description_through_one_relay() -> None:
    one = report("A", "x one", "AP:agency", "two security officials:anonymous")
    two = report("B", "x two", "AP:agency", "the officials:anonymous")
    (officials,) = origins(one, two)
    assert officials.merges[0].reason == "a shorter description through one relay"


def test_shorter_description_of_two_sorts_stays_open() -> None:
    one = report("A", "x one", "AP:agency", "two security officials:anonymous")
    two = report("B", "x two", "AP:agency", "two health officials:anonymous")
    three = report("C", "x three", "AP:agency", "the officials:anonymous")
    assert len(origins(one, two, three)) == 3


def test_one_official_is_not_several_and_not_the_groups() -> None:
    one = report("A", "x one", "AP:agency", "a security official:anonymous")
    two = report("B", "x two", "AP:agency", "two security officials:anonymous")
    three = report("C", "x three", "AP:agency", "a security official of the Fajr group:anonymous")
    assert len(origins(one, two, three)) == 3


_SAID = "the boats were loaded with fertiliser in a shed behind the northern fish market at dusk"


def test_nameless_people_with_the_same_copied_words_are_one() -> None:
    one = Made(document("A", f"Two officials told AP that {_SAID}.", "2031-01-01"))
    one.says(_SAID, "AP:agency", "Two officials:anonymous")
    two = Made(document("B", f"According to two officials, {_SAID}.", "2031-01-02"))
    two.says(_SAID, "two officials:anonymous")
    three = Made(document("C", f"A fisherman said {_SAID}.", "2031-01-03"))
    three.says(_SAID, "A fisherman:anonymous")
    found = origins(one, two, three)
    assert {one.name for one in found} == {"fisherman", "Two officials"}
    officials = next(one for one in found if one.name == "Two officials")
    assert any("both documents share" in merge.reason for merge in officials.merges)


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


def test_people_taken_from_an_outlet_that_quotes_them_itself() -> None:
    first = report("Harbour Standard", "x one", "AP:agency", "two Andorran officials:anonymous")
    second = report("B", "x two", "The Harbour Standard:body", "two officials:anonymous")
    third = report("C", "x three", "The Harbour Standard:outlet", "two fishermen:anonymous")
    found = origins(first, second, third)
    assert sorted(len(one.document_ids) for one in found) == [1, 2]
    officials = next(one for one in found if len(one.document_ids) == 2)
    assert "which quotes them itself" in officials.merges[0].reason
