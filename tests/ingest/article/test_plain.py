"""Plain text off a page: furniture goes, the article stays word for word."""

import pytest

from whence.ingest.article.plain import read_plain
from whence.ingest.capture import Metadata
from whence.ingest.draft import Draft

ARTICLE = (
    "Two boats burned in the harbour of Port Amel on Tuesday night, the coast guard said.",
    "Nobody was hurt. A spokeswoman for the harbour said divers would look at the hulls.",
    "The owner of the boats told reporters that he had been threatened twice this year.",
)


def read(*paragraphs: str, known: Metadata | None = None) -> Draft:
    return read_plain("\n\n".join(paragraphs), known or Metadata())


def blocks(draft: Draft) -> list[tuple[str, str]]:
    return [(block.kind, draft.text[block.start : block.end]) for block in draft.blocks]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Advertisement", "advert"),
        ("ADVERTISEMENT", "advert"),
        ("Story continues below this advertisement", "advert"),
        ("Advertise with The Amel Courier", "advert"),
        ("Please support our journalism", "advert"),
        ("Sponsored content", "advert"),
        ("Sign up for our daily newsletter", "newsletter"),
        ("Subscribe", "newsletter"),
        ("Get the latest news delivered straight to your inbox", "newsletter"),
        ("Enter your email address", "newsletter"),
        ("Share this article on Facebook", "sharing"),
        ("Facebook Twitter WhatsApp Email", "sharing"),
        ("Join us on Telegram", "sharing"),
        ("Follow us on Twitter @amelcourier", "sharing"),
        ("Leave a Reply", "comments"),
        ("Your email address will not be published. Required fields are marked *", "comments"),
        ("You must be logged in to post a comment.", "comments"),
        ("Skip to main content", "navigation"),
        ("Home > News > Coast", "navigation"),
        ("Next article: Harbour fees rise", "navigation"),
        ("Read more: Harbour fees rise for the third year", "related"),
        ("You may also like", "related"),
        ("We use cookies to improve your experience on our website.", "legal"),
        ("Anzeige", "advert"),
        ("Lire aussi : Les bateaux", "related"),
        ("Suscríbete a nuestro boletín", "newsletter"),
        ("© 2031 The Amel Courier. All rights reserved.", "legal"),
        ("By clicking Accept you agree to our terms of use and privacy policy.", "legal"),
    ],
)
def test_furniture_behind_the_article_goes_with_its_reason(line: str, reason: str) -> None:
    draft = read(*ARTICLE, line)
    assert [(part.text, part.reason) for part in draft.removed] == [(line, reason)]
    assert draft.text == "\n\n".join(ARTICLE)


@pytest.mark.parametrize(
    "line", ["Advertisement", "Share this article", "Read more: Fees rise again", "Subscribe"]
)
def test_furniture_between_paragraphs_goes_too(line: str) -> None:
    draft = read(ARTICLE[0], line, *ARTICLE[1:])
    assert draft.text == "\n\n".join(ARTICLE)
    assert [text for _, text in blocks(draft)] == list(ARTICLE)


@pytest.mark.parametrize(
    "sentence",
    [
        "The group asked its followers to subscribe to a new channel and to share the video.",
        "“Follow us on Telegram,” the group told supporters in a statement on Sunday.",
        "Advertise with us or we will ruin you, the caller told the owner, according to police.",
        "The ministry said readers could unsubscribe at any time from its alerts.",
        "Police said the poll was held two days before the fire.",
        "Cookies laced with poison were sent to the judge, the court heard.",
        "The court heard that comments were closed on the day of the attack.",
        "Jane Ardo is a journalist who was taken from her home by armed men in March.",
        "Share prices fell after the blast, traders in Port Amel said.",
        "Related charges against four officers were dropped, their lawyer announced.",
        "Click here, the message to the minister said, and the file let the thieves in.",
        "Who set the boats on fire?",
        "Vote counting was stopped after the explosion.",
        "Copyright law was cited when the recording was taken down on Friday.",
        "The story was first reported by a newspaper in the capital.",
        "Sign up or leave, the militia told the villagers.",
        "More than 40 people have died since the siege began, doctors in the town say.",
        "By Sunday the fire was out.",
        "Join the resistance, leaflets dropped over the town read.",
    ],
)
@pytest.mark.parametrize("place", [0, 1, 3])
def test_an_article_loses_nothing_that_only_mentions_such_words(sentence: str, place: int) -> None:
    paragraphs = [*ARTICLE[:place], sentence, *ARTICLE[place:]]
    draft = read(*paragraphs)
    assert not draft.removed
    assert draft.text == "\n\n".join(paragraphs)


def test_a_poll_goes_with_its_question_and_answers() -> None:
    poll = ["Will the harbour be safe this winter?", "Yes", "No", "Not sure", "Vote"]
    draft = read(*ARTICLE, *poll)
    assert {part.reason for part in draft.removed} == {"poll"}
    assert [part.text for part in draft.removed] == poll
    draft = read(*ARTICLE, "Poll", *poll[:-1])
    assert [part.text for part in draft.removed] == ["Poll", *poll[:-1]]


def test_headlines_under_related_go_and_the_article_goes_on_after_a_list() -> None:
    draft = read(*ARTICLE, "Related stories", "Harbour fees rise", "Ferry late again, says mayor")
    assert [part.reason for part in draft.removed] == ["related"] * 3
    draft = read(ARTICLE[0], "Related:", "- Harbour fees rise", *ARTICLE[1:])
    assert draft.text == "\n\n".join(ARTICLE)


def test_readers_comments_are_not_the_article() -> None:
    comments = ["3 Comments", "mara says it was the mayor himself who burned them.", "lol no."]
    draft = read(*ARTICLE, *comments)
    assert [part.reason for part in draft.removed] == ["comments"] * 3
    assert "mayor" not in draft.text


def test_byline_and_author_box_are_found_at_the_end() -> None:
    box = "Mara Ilves is a reporter based in Port Amel. She covers the coast."
    draft = read("Boats Burn in Port Amel", *ARTICLE, "By Mara Ilves", box)
    assert draft.found.byline == "Mara Ilves"
    assert [(part.text, part.reason) for part in draft.removed] == [
        ("By Mara Ilves", "byline"),
        (box, "author_box"),
    ]


def test_an_author_box_is_told_by_a_byline_known_from_outside() -> None:
    box = "Ilves is an editor."
    known = Metadata(byline="Mara Ilves")
    assert not read(*ARTICLE, box.replace("Ilves", "Tamm"), known=known).removed
    assert read(*ARTICLE, "Mara " + box, known=known).removed[0].reason == "author_box"


def test_byline_with_agency_and_date_at_the_head_become_metadata() -> None:
    draft = read("Boats burn", "By Mara Ilves | Reuters", "Published: Nov. 9, 2031", *ARTICLE)
    assert draft.found.byline == "Mara Ilves"
    assert draft.found.credits == ("Reuters",)
    assert draft.found.published == "2031-11-09"
    assert draft.found.title == "Boats burn"
    assert [part.reason for part in draft.removed] == ["byline", "byline"]


@pytest.mark.parametrize("dateline", ["PORT AMEL (AP) — ", "(Reuters) - ", "PORT AMEL, Nov 9 — "])
def test_a_dateline_stays_in_the_text(dateline: str) -> None:
    first = dateline + ARTICLE[0]
    draft = read(first, *ARTICLE[1:])
    assert draft.text.startswith(first)
    assert not draft.removed


def test_a_copyright_notice_is_cut_off_the_last_paragraph_and_its_agency_credited() -> None:
    notice = "Copyright 2031 The Associated Press. All rights reserved."
    draft = read(*ARTICLE[:2], f"{ARTICLE[2]} {notice}")
    assert draft.text == "\n\n".join(ARTICLE)
    assert draft.found.credits == ("The Associated Press",)
    assert draft.removed[0].text == notice


def test_title_and_headings_are_told_by_shape() -> None:
    draft = read("Boats burn in Port Amel", ARTICLE[0], "What Is Known So Far", *ARTICLE[1:])
    assert [kind for kind, _ in blocks(draft)] == [
        "title",
        "paragraph",
        "heading",
        "paragraph",
        "paragraph",
    ]
    assert draft.found.title == "Boats burn in Port Amel"


@pytest.mark.parametrize(
    "line",
    [
        "According to the coast guard,",
        "They explained,",
        "Nobody was hurt.",
        "Q Is there any update?",
        "[REPORTER] WHO BURNED THE BOATS?",
        "MS. TAMM: None at all",
        "who burned the boats",
    ],
)
def test_introductions_and_turns_of_speech_are_no_headings(line: str) -> None:
    draft = read("Boats burn", ARTICLE[0], line, *ARTICLE[1:])
    assert blocks(draft)[2] == ("paragraph", line)


def test_the_first_sentence_of_a_text_without_headline_is_no_title() -> None:
    assert read(*ARTICLE).found.title is None
    assert read("One flash of a report without a stop").found.title is None


def test_gaps_between_extracts_part_blocks_and_are_none() -> None:
    text = f"{ARTICLE[0]}\n[...]\n{ARTICLE[1]}\n[...]\n{ARTICLE[2]}"
    draft = read_plain(text, Metadata())
    assert draft.text == text
    assert blocks(draft) == [("paragraph", words) for words in ARTICLE]


def test_nothing_but_furniture_leaves_no_block() -> None:
    draft = read("Subscribe", "Leave a reply")
    assert not draft.blocks
    assert len(draft.removed) == 2


def test_a_menu_before_the_article_and_one_behind_it() -> None:
    menu = "Skip to content\nNews\nWorld\nSport\nSubscribe\nSign in"
    dates = "Last updated Nov. 10, 2031\nPublished Tue 9 Nov 2031 07.30 GMT"
    text = "\n\n".join((menu, "Boats burn in Port Amel", dates, *ARTICLE, menu))
    draft = read_plain(text, Metadata())
    assert draft.found.title == "Boats burn in Port Amel"
    assert draft.found.published == "2031-11-09"
    assert [words for _, words in blocks(draft)] == ["Boats burn in Port Amel", *ARTICLE]


def test_a_list_of_names_in_the_article_is_no_menu() -> None:
    names = "Jon Tamm\nMara Ilves\nEd Oja\nAna Reis"
    draft = read_plain("\n\n".join((*ARTICLE, names, ARTICLE[0])), Metadata())
    assert not draft.removed


def test_one_labelled_headline_opens_no_list() -> None:
    editors = "Additional reporting by Jon Tamm in Velm; editing by Ed Oja"
    draft = read(*ARTICLE, "Read more: Harbour fees rise", editors)
    assert [part.reason for part in draft.removed] == ["related"]
    assert draft.text.endswith(editors)


@pytest.mark.parametrize(
    "caption",
    [
        "Smoke rises over the harbour on Tuesday. Photograph: Jon Tamm/Reuters",
        "File photo: the harbour of Port Amel in spring.",
        "Smoke over Port Amel on Tuesday night. (AP Photo/Jon Tamm)",
    ],
)
def test_captions_are_told_by_their_credit(caption: str) -> None:
    assert blocks(read(*ARTICLE, caption))[-1] == ("caption", caption)
    mention = "He showed a photograph of the boats to the court."
    assert blocks(read(*ARTICLE, mention))[-1] == ("paragraph", mention)


def test_films_of_a_player_are_other_stories() -> None:
    films = ("0:27 Father of man killed in robbery talks Pause", "1:43 Diver found dead in Velm")
    draft = read(*ARTICLE[:2], *films, ARTICLE[2])
    assert [(part.text, part.reason) for part in draft.removed] == [
        (one, "related") for one in films
    ]
    assert draft.text == "\n\n".join(ARTICLE)


def test_hours_of_a_running_report_stay() -> None:
    hours = ("9:27 Divers went down.", "9:43 The minister came.", "10:05 p.m. It was over.")
    assert read(*ARTICLE, *hours).removed == ()
