"""Attributions of whole pages against exhaustive readings, through the real ingest and extract.

Gold offsets are carried to the clean text word by word (``alignment``). Definitions:

**Found.** A gold attribution is found when one predicted attribution has both:

- *source*: at least half of the words of the gold source, or of the innermost source of its
  nesting, lie in the predicted source. Where the gold has no source in the text but an implicit
  speaker, the predicted speaker bears the implicit speaker's name instead (``naming.same_name``,
  or the speaker of the gold attribution that the note refers to).
- *content*: at least half of the gold content's characters lie in the predicted content, and at
  least half of the predicted content's lie in the gold content or in the sentences it touches.

One predicted attribution may serve several gold ones (a joint source serves each member).

**Spurious.** A predicted attribution that serves no gold one and is no part of a nesting. Part of
a nesting: it covers at least half of the gold content, or holds the inner source, and its own
source overlaps a source of one of the levels by half. A part of a gold attribution (its own
source, and content wholly inside the gold's: two acts that the gold took as one) is not spurious
either.

**With products.** Gold entries of the narrator's own voice have no source by nature. They count in
``found with products`` when Whence has the thing itself: a fact ``responsibility_claim`` = none
whose words touch the sentence (nobody claims); an insinuation, as mark or claim, that touches the
content or cue (the author hints); else a fact in the narrator's chain that touches the content.

**Chain.** Of the found with a source: the hops after the outlet are equal in number and pairwise
name the same; gold hops that are "not stated" are left out. **Anonymity**: the grade is one of
those the gold's words allow, and where a reason is given its span touches the gold's.
**Quantities**: a fact touches the words and has the value, and its scope is ``incident`` exactly
for the incident's own event. **Boilerplate**: the words are not in the clean text.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from evaluation.comparing.alignment import Alignment
from evaluation.comparing.naming import same_name
from evaluation.harness.command import Request, main
from evaluation.harness.corpus import fingerprint, require
from evaluation.harness.metrics import Counts
from evaluation.harness.scores import Misreading, Outcome, Score, count_score, recall_score
from evaluation.readers.by_name import reader
from evaluation.readers.reading import read_page
from evaluation.statements.exhaustive import GoldAttribution, Quantity, Words, load, readings
from evaluation.statements.matching import Page, Verdict, judge, positions_of, spurious, touches
from whence.model.attribution import Attribution
from whence.model.fact import Fact
from whence.model.reading import Reader

_GRADES = (
    ("anonymous", {"anonymous"}),
    ("collective", {"collective", "anonymous"}),
    ("unnamed officials", {"collective", "role", "anonymous"}),
    ("unnamed", {"role"}),
    ("organisation", {"organisation"}),
    ("state", {"organisation", "named"}),
    ("named", {"named"}),
)
_SLOT_WORDS = (
    (r"intercepted|downed|shot down", "munitions_intercepted"),
    (r"\bhit\b|struck", "munitions_struck"),
    (r"wounded|injured", "wounded"),
    (r"killed|dead", "killed"),
    (r"drones? (?:used|\(lead)|launched|fired", "munitions_launched"),
)


def measure(request: Request) -> Outcome:
    """Score attributions, chains, anonymity, quantities and boilerplate of whole pages."""
    files = readings(request.data)[: request.limit]
    by = reader(request.reader)
    pages = [_page(request.data, path, by) for path in files]
    judged = [(page, judge(page)) for page in pages]
    extra = [one for page in pages for one in spurious(page)]
    scores = (
        _recall("found", [(v.served_by is not None) for _, vs in judged for v in vs]),
        _recall("found with products", [_counted(v) for _, vs in judged for v in vs]),
        count_score("spurious", len(extra)),
        _recall("chain equal", [ok for p, vs in judged for _, ok in _chains(p, vs)]),
        _recall("anonymity", [ok for p, vs in judged for _, ok in _anonymities(p, vs)]),
        _recall("quantities", [ok for page in pages for _, ok in _quantities(page)]),
        _recall("boilerplate gone", [ok for page in pages for _, ok in _boilerplate(page)]),
        count_score("denials invented", sum(_denials(page) for page in pages)),
    )
    return Outcome(
        name="attribution",
        corpus=fingerprint([*files, *(request.data / page.gold.doc for page in pages)]),
        scores=scores,
        misreadings=tuple(one for page, verdicts in judged for one in _misreadings(page, verdicts)),
    )


def _page(data: Path, path: Path, by: Reader) -> Page:
    gold = load(path)
    text_path = require(data / gold.doc)
    read = read_page(text_path, outlet=gold.outlet, reader=by)
    text = text_path.read_bytes().decode("utf-8")
    return Page(gold=gold, read=read, alignment=Alignment(text, read.document.text))


def _recall(name: str, answers: list[bool]) -> Score:
    # Items of one page stand in for units: with a single page there is nothing else to resample.
    return recall_score(name, [Counts(int(answer), 1, 1) for answer in answers])


def _counted(verdict: Verdict) -> bool:
    return verdict.served_by is not None or verdict.product


def _chains(page: Page, verdicts: list[Verdict]) -> Iterator[tuple[Verdict, bool]]:
    for verdict in verdicts:
        if verdict.served_by is not None and not verdict.gold.narrated:
            hops = page.read.report.chain(verdict.served_by.chain_id).hops[1:]
            wanted = [hop for hop in verdict.gold.chain[1:] if "not stated" not in hop]
            names = [hop.who for hop in hops]
            yield (
                verdict,
                len(names) == len(wanted)
                and all(same_name(left, right) for left, right in zip(wanted, names, strict=True)),
            )


def _anonymities(page: Page, verdicts: list[Verdict]) -> Iterator[tuple[Verdict, bool]]:
    for verdict in verdicts:
        allowed = next(
            (g for words, g in _GRADES if verdict.gold.anonymity.startswith(words)), None
        )
        if verdict.served_by is None or allowed is None:
            continue
        right = verdict.served_by.anonymity in allowed
        if verdict.gold.anon_reason is not None:
            reason = positions_of(verdict.served_by.anonymity_reason)
            right = right and bool(reason & page.positions(verdict.gold.anon_reason))
        yield verdict, right


def _quantities(page: Page) -> Iterator[tuple[Quantity, bool]]:
    for quantity in page.gold.quantities:
        slot = next((s for words, s in _SLOT_WORDS if re.search(words, quantity.what)), None)
        if slot is None or quantity.event is None or quantity.value == "plural":
            continue
        scope = "incident" if quantity.event == "E1" else "other"
        place = page.positions(quantity.span)
        yield (
            quantity,
            any(
                fact.slot == slot
                and fact.scope == scope
                and touches(fact, place)
                and value_met(quantity.value, fact)
                for fact in page.read.report.facts
            ),
        )


def value_met(value: int | str, fact: Fact) -> bool:
    """Tell whether a fact has a gold value: a number, ``>=N``, or a word such as "several"."""
    if isinstance(value, str) and not value.startswith(">="):
        return value in (fact.value, fact.quantity.comparator if fact.quantity else "")
    number = int(str(value).removeprefix(">="))
    if fact.quantity is None:
        return fact.value == str(number)
    bound = fact.quantity.best if fact.quantity.best is not None else fact.quantity.low
    return bound == number


def _boilerplate(page: Page) -> Iterator[tuple[Words, bool]]:
    text = " ".join(page.read.document.text.split())
    for words in page.gold.boilerplate:
        yield words, " ".join(words.text.split()) not in text


def _denials(page: Page) -> int:
    """Count claims that a party denies: the gold of these pages has none but its own."""
    if any(
        "den" in gold.act and gold.act != "denounce + call on" for gold in page.gold.attributions
    ):
        return 0
    return sum(claim.standing == "denied" for claim in page.read.report.claims)


def _misreadings(page: Page, verdicts: list[Verdict]) -> Iterator[Misreading]:
    where = page.gold.doc
    for verdict in verdicts:
        if not _counted(verdict):
            gold = verdict.gold
            yield Misreading(
                where=f"{where} {gold.id}",
                kind="attribution missed",
                expected=f"[{gold.source.text}] <{gold.cue.text}> {gold.content.text[:120]}",
                got=" // ".join(_near(page, gold)),
            )
    for one in spurious(page):
        yield Misreading(where=where, kind="attribution spurious", expected="", got=shown(one))
    for verdict, right in _chains(page, verdicts):
        if not right and verdict.served_by is not None:
            hops = page.read.report.chain(verdict.served_by.chain_id).hops
            yield Misreading(
                where=f"{where} {verdict.gold.id}",
                kind="chain",
                expected=" <- ".join(verdict.gold.chain),
                got=" <- ".join(hop.who for hop in hops),
            )
    yield from _other_misreadings(page, verdicts)


def _other_misreadings(page: Page, verdicts: list[Verdict]) -> Iterator[Misreading]:
    where = page.gold.doc
    for verdict, right in _anonymities(page, verdicts):
        if not right and verdict.served_by is not None:
            yield Misreading(
                where=f"{where} {verdict.gold.id}",
                kind="anonymity",
                expected=verdict.gold.anonymity,
                got=verdict.served_by.anonymity,
            )
    for quantity, right in _quantities(page):
        if not right:
            place = page.positions(quantity.span)
            yield Misreading(
                where=where,
                kind="quantity",
                expected=f"{quantity.value} {quantity.what} ({quantity.event})",
                got=" // ".join(
                    f"{fact.slot}={fact.value} ({fact.scope})"
                    for fact in page.read.report.facts
                    if touches(fact, place)
                ),
            )
    for words, right in _boilerplate(page):
        if not right:
            yield Misreading(where=where, kind="boilerplate kept", expected="", got=words.text)


def _near(page: Page, gold: GoldAttribution) -> list[str]:
    place = page.positions(gold.content)
    return [
        shown(one)
        for one in page.read.report.attributions
        if positions_of(*one.content) & place or (one.source and positions_of(one.source) & place)
    ]


def shown(one: Attribution) -> str:
    """Return an attribution as one line."""
    source = one.source.text if one.source else f"({one.speaker})"
    content = " … ".join(span.text for span in one.content)
    return f"[{source}] <{one.cue.text if one.cue else ''}> {' '.join(content.split())[:120]}"


if __name__ == "__main__":
    sys.exit(main(measure))
