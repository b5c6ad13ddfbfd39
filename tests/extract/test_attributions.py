"""Who says what: sources, cues and contents on invented sentences."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.attributed import hops, one, sourcing, told
from tests.extract.texts import document
from whence.extract.prose import prose
from whence.extract.rules.reader import RulesReader
from whence.extract.speech.attribute import attribute

FRAGMENTS = """the|officials|said|that|“|”|"|,|.|:|;|—|(|)|he|they|told|Reuters|according|to|and
Iran|denied|condemned|quoted|as|saying|no|group|claimed|responsibility|in|a|statement|''
was|by|who|which|adding|三|\u202e|🔥|\x00|\t|'s|al-Marn|did|not""".replace("\n", "|").split("|")


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The harbour master said the gate was open.",
            "The harbour master",
            "the gate was open",
        ),
        ("The gate was open, officials said.", "officials", "The gate was open"),
        ("The gate was open, said Orla Brandt.", "Orla Brandt", "The gate was open"),
        (
            "According to the port authority, two cranes fell.",
            "the port authority",
            "two cranes fell",
        ),
        (
            "Two cranes were lost, Norra defence ministry claims.",
            "Norra defence ministry",
            "Two cranes were lost",
        ),
        (
            "Two cranes fell, according to the port authority.",
            "the port authority",
            "Two cranes fell",
        ),
        (
            "Two cranes fell according to witnesses, coming down on a shed.",
            "witnesses",
            "Two cranes fell",
        ),
        ("“The gate was open,” Brandt told reporters.", "Brandt", "“The gate was open,”"),
        (
            "Orla Brandt, who runs the port, denied any involvement.",
            "Orla Brandt, who runs the port",
            "any involvement",
        ),
        (
            "Marn’s office released a statement that the gate was open.",
            "Marn’s office",
            "that the gate was open",
        ),
        (
            "Ilse Marn, security official for the Tide Front, indirectly accused the mayor.",
            "Ilse Marn, security official for the Tide Front",
            "the mayor",
        ),
        (
            "The fire was condemned by President Ilse Marn.",
            "President Ilse Marn",
            "The fire",
        ),
        (
            "A spokesperson for the port authority told state television Kanal that a crane fell.",
            "A spokesperson for the port authority",
            "that a crane fell",
        ),
    ],
)
def test_source_and_content(text: str, source: str, content: str) -> None:
    made = one(text)
    assert made.source is not None
    assert made.source.text == source
    assert [span.text for span in made.content] == [content]


def test_an_interrupted_quotation_is_one_attribution() -> None:
    made = one("“The gate was open,” said Brandt, “and nobody was there.”")
    assert [span.text for span in made.content] == [
        "“The gate was open,”",
        "“and nobody was there.”",
    ]


def test_a_quotation_goes_on_in_the_same_paragraph() -> None:
    made = one("“The gate was open,” Brandt said. “Nobody was there.”")
    assert len(made.content) == 2


def test_a_quotation_over_paragraphs_keeps_its_speaker_and_its_relay() -> None:
    text = (
        "According to Kanal,\n\n“Parts of a boat were found, a harbour official told Kanal.\n\n"
        "“It is too early to say,” the official on condition of anonymity as he may not speak.\n\n"
        "“We are waiting for results.”\n\nThe port reopened."
    )
    assert hops(text, outlet="Page")[1:] == [
        ["Page", "Kanal", "harbour official"],
        ["Page", "Kanal", "harbour official"],
        ["Page", "Kanal", "harbour official"],
    ]
    last = sourcing(text).attributions[-1]
    assert last.source is None
    assert last.cue is None


def test_nested_relays_give_every_hand() -> None:
    text = (
        "The Morning Post explained, “Two boats were used, state news agency Norra quoted a "
        "transport ministry spokesman as saying.”"
    )
    assert ["Page", "Morning Post", "state news agency Norra", "transport ministry spokesman"] in (
        hops(text, outlet="Page")
    )


def test_the_words_of_a_paragraph_that_ends_with_a_comma_follow() -> None:
    made = one("In an official statement, Brandt told the press,\n\n“The gate was open.”")
    assert made.speaker == "Brandt"
    assert [
        hop.who
        for hop in sourcing(
            "In an official statement, Brandt told the press,\n\n“The gate was open.”"
        )
        .chains[made.chain_id]
        .hops
    ] == ["The Harbour Post", "official statement", "Brandt"]


def test_a_list_of_states_is_parted() -> None:
    assert told("Norway, Chile and the United States have each condemned the burning.") == [
        ("Norway", "the burning"),
        ("Chile", "the burning"),
        ("United States", "the burning"),
    ]


def test_nobody_claimed_is_negated() -> None:
    made = one("No group immediately claimed responsibility for the attack.")
    assert made.act == "claim_responsibility"
    assert made.negated


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The Tide Front claimed responsibility for the fire.", "claim_responsibility"),
        ("The Tide Front has taken responsibility for the fire.", "claim_responsibility"),
        ("The Tide Front admitted responsibility for the fire.", "claim_responsibility"),
        ("The Tide Front insisted that it played no role in the fire.", "deny_involvement"),
        ("Officials said Norway did not order the fire.", "say"),
        ("The army said the claims were false.", "reject_accusation"),
        ("“It’s not true,” an army spokesman said.", "reject_accusation"),
        ("The minister claimed that two boats came.", "say"),
        ("The Tide Front denied involvement in the fire.", "deny_involvement"),
        ("The ministry dismissed suggestions that its boats were there.", "reject_accusation"),
        ("The president condemned the fire.", "condemn"),
        ("The president called the fire a “heinous crime”.", "condemn"),
        ("The ministry offered to help the port.", "offer"),
        ("The bishop called for calm.", "call_for"),
        ("The ministry did not respond to requests for comment.", "decline"),
        ("The minister accused the Tide Front of the fire.", "accuse"),
        ("Residents suspect that a boat hit the pier.", "speculate"),
        ("Footage showed two boats near the pier.", "record"),
    ],
)
def test_the_verb_tells_what_a_statement_does(text: str, act: str) -> None:
    assert one(text).act == act


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("Officials said the boat came from the north.", 3),
        ("Officials said the boat likely came from the north.", 2),
        ("Officials said the boat may have come from the north.", 1),
        ("“It is premature to say who sent it,” an official said.", 0),
        ("Officials said the Front was unlikely to have sent it.", -2),
        ("Officials said they did not rule out a second boat.", 1),
        ("Officials said prices had fallen in May.", 3),
        ("It is rumoured that the boat came from the north.", 1),
        ("It is widely believed that the boat came from the north.", 2),
    ],
)
def test_the_verb_tells_how_firmly_something_is_said(text: str, hedge: int) -> None:
    assert one(text).hedge == hedge


@pytest.mark.parametrize(
    "text",
    ["The ministry on Friday denied that its boats were there.", '"It burned,” he added.'],
)
def test_small_words_and_mixed_marks_do_not_hide_a_speaker(text: str) -> None:
    assert len(told(text)) == 1


@pytest.mark.parametrize("when", ["on Friday", "on Friday (Oct 20)", "on Friday (4 May)", "Friday"])
def test_the_day_of_saying_is_no_part_of_who_says_it(when: str) -> None:
    ((speaker, _),) = told(f"West Norravia {when} said its agents burned the depot.")
    assert speaker == "West Norravia"


@pytest.mark.parametrize(
    "text",
    [
        "The reports of the fire were many.",
        "Police were responding to thrown stones.",
        "Militants with police responding to the scene fled.",
        "The state of the pier is poor.",
        "She was told to leave.",
        "It remains to be said who did it.",
        "An attack claimed by nobody shook the town.",
    ],
)
def test_what_attributes_nothing(text: str) -> None:
    assert told(text) == []


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(FRAGMENTS),
        max_size=60,
    ).map(lambda parts: " ".join(parts).replace("\t", "\n\n"))
)
def test_any_text_gives_valid_spans(text: str) -> None:
    page = document(text)
    made = attribute(prose(page), RulesReader().read(page))
    for found in made.attributions:
        assert found.chain_id in made.chains
        for span in (*found.content, found.source, found.cue):
            if span is not None:
                assert text[span.start : span.end] == span.text


def test_a_name_alone_before_a_quotation_speaks_it() -> None:
    assert told("Al-Brek, “We were surprised that the fuse was gone.”") == [
        ("Al-Brek", "“We were surprised that the fuse was gone.”")
    ]
    assert told("Col. Tomas Brek: “The fuse was gone before noon.”") == [
        ("Col. Tomas Brek", "“The fuse was gone before noon.”")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Yesterday, “the fuse was gone before noon.”",
        "In Port Sable, “the fuse was gone before noon.”",
        "It was over, “the fuse was gone before noon.”",
    ],
)
def test_no_day_place_or_clause_before_a_quotation_speaks_it(text: str) -> None:
    assert all(made.source is None for made in sourcing(text).attributions)


def test_a_pronoun_with_the_rest_of_its_clause_is_no_source() -> None:
    found = sourcing("I condemn in the strongest terms those using force.", title="Remarks by X")
    assert [made.source and made.source.text for made in found.attributions] == ["I"]


@pytest.mark.parametrize("how", ["without citing", "without directly quoting", "never citing"])
def test_whom_nobody_cites_says_nothing(how: str) -> None:
    speakers = [who for who, _ in told(f"Radio Sund reported, {how} officials, that it was shut.")]
    assert "officials" not in speakers


@pytest.mark.parametrize("verb", ["was", "had", "would be", "is"])
def test_of_whom_something_is_said_says_nothing(verb: str) -> None:
    text = f"The mayor, weighing his words, said Orla Brandt {verb} behind it."
    assert "Orla Brandt" not in [who for who, _ in told(text)]
    assert told("The gate was open, said Orla Brandt.") == [("Orla Brandt", "The gate was open")]
