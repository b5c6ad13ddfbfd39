"""Attack strings in everything that a case may hold: shown on every page, run on none."""

from collections.abc import Iterator
from urllib.parse import quote, urlsplit

import pytest
from msgspec.structs import replace

from tests.publish.desk import Desk as Invented
from tests.publish.desk import document
from tests.run.case.kept import AT, opened
from tests.web.desk import Browser, weighed_anew
from tests.web.people import browser_of, tree
from whence.model.case import Judgement
from whence.model.document import Failure
from whence.model.ledger import Comment, Extraction
from whence.store.ledger import Ledger
from whence.store.sealing import Draft

ATTACK = (
    "</span></script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>\u202egnp.exe"
    "{{7*7}}${7*7}javascript:alert(1)"
)
OURS = ("/static/",)


def judgement(subject: str, verdict: str, by: str) -> Judgement:
    return Judgement(subject=subject, verdict=verdict, by=by, at=AT, reason=ATTACK)


@pytest.fixture(scope="module")
def hostile() -> tuple[Ledger, Browser]:
    """Return a case whose every text is an attack, and a browser at it."""
    ledger = opened("hostile <script>alert(1)<img onerror=x>")
    desk = Invented(
        replace(
            document(
                ATTACK, f"{ATTACK}\n{ATTACK} said {ATTACK}. Six guards were hurt.", "2031-03-04",
                url="javascript:alert(1)", byline=ATTACK, language='en" onload="x',
            ),
            id="doc-00000000000a",
            credits=(ATTACK,),
        )
    )  # fmt: skip
    chain = desk.chain((ATTACK, "says", "person", "named"))
    desk.says(chain, ATTACK, "said", f"{ATTACK}.")
    desk.fact(chain, "target", ATTACK, ATTACK)
    desk.fact(chain, "wounded", "6", "Six guards")
    desk.claim(chain, ATTACK, "accused", ATTACK)
    desk.reacts(chain, ATTACK, "condemn", ATTACK)
    desk.mark("loaded", ATTACK)
    claim, fact = desk.claims[0].id, desk.facts[0].id
    payloads = (
        ("document", desk.document),
        ("extraction", Extraction(report=desk.report(), reader=ATTACK, whence="0")),
        ("failure", Failure(location=ATTACK, stage="ingest", kind="x", reason=ATTACK, hint=ATTACK)),
        ("comment", Comment(text=f"@{ATTACK} #1 {ATTACK}", subject=ATTACK)),
        ("comment", Comment(text=ATTACK, subject=claim)),
        ("judgement", judgement(claim, "rejected", ATTACK)),
        ("judgement", judgement(claim, "accepted", "Ben")),
        ("judgement", judgement(fact, "rejected", "Ben")),
        ("judgement", judgement(ATTACK, ATTACK, ATTACK)),
        ("judgement", judgement(chain.id, f"origin {ATTACK}", ATTACK)),
    )  # fmt: skip
    ledger.append(
        [Draft(kind=kind, author=ATTACK, at=AT, payload=payload) for kind, payload in payloads]
    )
    weighed_anew(ledger)
    return ledger, browser_of(ledger.store)


def pages(ledger: Ledger, browser: Browser) -> Iterator[str]:
    """Yield every address that shows something of the case."""
    case = f"/cases/{ledger.case_id}"
    yield from (f"{case}/{name}" for name in ("reports", "comments", "ledger", "ledger/judgements"))
    yield from (f"{case}/ledger/{seq}" for seq in range(1, ledger.head().seq + 1))
    yield from (f"{case}/ledger?kind={quote(ATTACK)}", f"{case}/ledger?author={quote(ATTACK)}")
    yield from (f"{case}/reports?{key}={quote(ATTACK)}" for key in ("outlet", "word", "page"))
    volume = browser.desk.shelf.volume(ledger.case_id)
    for key in volume.index.documents:
        report = f"{case}/reports/{key}"
        yield from (report, f"{report}?find={quote('alert')}", f"{report}?open=0-{len(ATTACK)}")
        yield from (f"{report}/words/0-{len(ATTACK)}", f"{report}?find={quote(ATTACK)}")
    for read in volume.state.extractions.values():
        values = [one.id for one in read.report.claims] + [one.id for one in read.report.facts]
        yield from (f"{case}/values/{quote(key)}" for key in values)
    yield from ("/search?q=alert", f"/search?q={quote(ATTACK)}&kind=x", "/mentions")
    yield from (
        f"/search?q=gnp&case={ledger.case_id}",
        f"{case}/values/{quote(ATTACK.replace('/', ''))}",
    )


def harmless(text: str) -> None:
    """Check that a page brings nothing that runs and nothing that leads astray."""
    root = tree(text)
    assert all(src.startswith(OURS) for src in root.xpath("//script/@src"))
    assert root.xpath("//script[not(@src)] | //img | //iframe | //object | //style") == []
    for element in root.iter():
        names = [str(name) for name in element.attrib]
        assert not [name for name in names if name.startswith("on") or name == "style"], names
    for href in root.xpath("//@href | //@action | //@src"):
        assert urlsplit(href).scheme in ("", "http", "https"), href
        assert not href.startswith("//"), href
    assert "\u202e" not in text


def test_nothing_that_a_report_brings_runs_on_any_page(hostile: tuple[Ledger, Browser]) -> None:
    ledger, browser = hostile
    shown = 0
    for address in pages(ledger, browser):
        answer = browser.client.get(address)
        asked = "?" in address or "%3C" in address  # for what is not there, or is no query
        assert answer.status_code in ((200, 400, 404) if asked else (200,)), address
        harmless(answer.text)
        assert "script-src 'self'" in answer.headers["content-security-policy"]
        piece = browser.client.get(address, headers={"HX-Request": "true"})
        harmless(piece.text)
        shown += "{{7*7}}" in answer.text
        assert "49" not in tree(answer.text).xpath("//title")[0].text_content()
    assert shown > 20


def test_attacks_are_shown_as_the_text_that_they_are(hostile: tuple[Ledger, Browser]) -> None:
    ledger, browser = hostile
    case = f"/cases/{ledger.case_id}"
    page = browser.get(f"{case}/reports")
    visible = ATTACK.replace("\u202e", "\ufffd")
    assert visible in page.xpath("//table")[0].text_content()
    assert visible in browser.get(f"{case}/comments").xpath("//main")[0].text_content()
    assert visible in browser.get(f"{case}/ledger/judgements").xpath("//main")[0].text_content()


def test_what_an_attacker_sends_is_shown_as_it_was_sent(hostile: tuple[Ledger, Browser]) -> None:
    ledger, browser = hostile
    case = f"/cases/{ledger.case_id}"
    for fields in ({"subject": ATTACK, "verdict": "accepted"}, {"subject": "x", "verdict": ATTACK}):
        answer = browser.post(f"{case}/judge", reason=ATTACK, back=ATTACK, **fields)
        assert answer.status_code in (404, 422)
        harmless(answer.text)
    # The attack is a party's name here, which can be spoken of; with more behind it, it is nothing.
    for subject, status in ((ATTACK, 200), (f"{ATTACK} more", 404)):
        answer = browser.post(f"{case}/comments", text="ok", subject=subject)
        assert answer.status_code == status
        harmless(answer.text)
