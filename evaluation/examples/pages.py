"""Questions on each report of an example case, and whether it reads as it should."""

from collections.abc import Iterator

from evaluation.examples.answers import Answer, Read, covers_half, holds, touches
from evaluation.examples.expected import Claimed, Page, Reported, Saying
from whence.model.attribution import Attribution
from whence.model.claim import Claim
from whence.model.fact import Fact
from whence.model.report import Report


def page_answers(page: Page, read: Read, aliases: dict[str, tuple[str, ...]]) -> Iterator[Answer]:
    """Put every question about one report."""
    yield from _metadata(page, read)
    yield from _boilerplate(page, read)
    if read.report is None:
        yield _answer(read, "report", "a report", "none", False)
        return
    for saying in page.attributions:
        yield _attributed(saying, read, read.report)
    for reported in page.facts:
        yield _fact(reported, read, read.report)
    for reaction in page.reactions:
        got = [f"{one.who}: {one.act}" for one in read.report.reactions]
        right = any(
            holds(reaction.who, one.who) and one.act == reaction.act
            for one in read.report.reactions
        )
        yield _answer(read, "reaction", f"{reaction.who}: {reaction.act}", "; ".join(got), right)
    for claimed in page.claims:
        yield _claim(claimed, read, read.report, aliases)
    yield from _tone(page, read, read.report)


def _answer(read: Read, section: str, expected: str, got: str, right: bool) -> Answer:
    return Answer(where=read.number, section=section, expected=expected, got=got, right=right)


def _metadata(page: Page, read: Read) -> Iterator[Answer]:
    document = read.document
    title = document.title or ""
    yield _answer(read, "title", page.title, title, title == page.title)
    published = document.published or ""
    yield _answer(
        read, "published", page.published, published, published.startswith(page.published)
    )
    if page.outlet is not None:
        outlet = document.outlet or ""
        yield _answer(read, "outlet", page.outlet, outlet, outlet == page.outlet)
    if page.byline is not None:
        byline = document.byline or ""
        yield _answer(read, "byline", page.byline, byline, page.byline in byline)


def _boilerplate(page: Page, read: Read) -> Iterator[Answer]:
    for words in page.kept:
        kept = read.find(words) is not None
        yield _answer(read, "kept", words, "kept" if kept else "lost", kept)
    for words in page.gone:
        gone = read.find(words) is None
        yield _answer(read, "gone", words, "gone" if gone else "kept", gone)


def _attributed(saying: Saying, read: Read, report: Report) -> Answer:
    place = read.find(saying.words)
    near = [one for one in report.attributions if covers_half(place, *one.content)]
    right = any(_said_so(saying, one, read, report) for one in near)
    expected = f"{saying.words} | {saying.origin} | {saying.act} {saying.anonymity or ''}"
    if saying.hops:
        expected += " | " + " <- ".join(saying.hops)
    got = "; ".join(_shown(one, report) for one in near)
    return _answer(read, "attribution", expected, got, right)


def _said_so(saying: Saying, one: Attribution, read: Read, report: Report) -> bool:
    hops = [hop.who for hop in report.chain(one.chain_id).hops]
    if not (holds(saying.origin, hops[-1]) or holds(saying.origin, one.speaker)):
        return False
    if one.act != saying.act or one.negated:
        return False
    if saying.anonymity is not None and one.anonymity != saying.anonymity:
        return False
    if saying.reason is not None and not touches(read.find(saying.reason), one.anonymity_reason):
        return False
    if not saying.hops:
        return True
    return len(hops) == len(saying.hops) and all(
        holds(wanted, hop) for wanted, hop in zip(saying.hops, hops, strict=True)
    )


def _shown(one: Attribution, report: Report) -> str:
    hops = " <- ".join(hop.who for hop in report.chain(one.chain_id).hops)
    negated = " negated" if one.negated else ""
    return f"{hops} ({one.act}, {one.anonymity}{negated})"


def _fact(reported: Reported, read: Read, report: Report) -> Answer:
    place = read.find(reported.words)
    near = [one for one in report.facts if touches(place, *one.spans)]
    right = any(_fills(reported, one) for one in near)
    expected = f"{reported.slot}={reported.value or '|'.join(reported.any)} ({reported.scope}"
    expected += (
        f", {reported.stage}): {reported.words}" if reported.stage else f"): {reported.words}"
    )
    got = "; ".join(f"{one.slot}={one.value} ({one.scope}, {one.stage})" for one in near)
    return _answer(read, "fact", expected, got, right)


def _fills(reported: Reported, fact: Fact) -> bool:
    if (fact.slot, fact.scope) != (reported.slot, reported.scope):
        return False
    if reported.stage is not None and fact.stage != reported.stage:
        return False
    if reported.any:
        return fact.value in reported.any
    return reported.value is None or fact.value == reported.value


def _claim(
    claimed: Claimed, read: Read, report: Report, aliases: dict[str, tuple[str, ...]]
) -> Answer:
    names = (claimed.party, *aliases.get(claimed.party, ()))
    near = [one for one in report.claims if any(holds(name, one.subject) for name in names)]
    right = any(_claims_so(claimed, one, report) for one in near)
    expected = f"{claimed.party} {claimed.predicate} {claimed.polarity} {claimed.standing}"
    got = "; ".join(_claim_shown(one, report) for one in near)
    return _answer(read, "claim", f"{expected} by {claimed.origin}", got, right)


def _claims_so(claimed: Claimed, claim: Claim, report: Report) -> bool:
    stated = (claim.predicate, claim.polarity, claim.standing)
    return (
        stated == (claimed.predicate, claimed.polarity, claimed.standing)
        and holds(claimed.origin, report.chain(claim.chain_id).origin.who)
        and (not claimed.acts or claim.act in claimed.acts)
        and not claim.insinuation
    )


def _claim_shown(claim: Claim, report: Report) -> str:
    hint = " insinuation" if claim.insinuation else ""
    who = report.chain(claim.chain_id).origin.who
    stated = f"{claim.subject} {claim.predicate} {claim.polarity} {claim.standing}"
    return f"{stated} ({claim.act}){hint} by {who}"


def _tone(page: Page, read: Read, report: Report) -> Iterator[Answer]:
    hints = [mark.span for mark in report.marks if mark.kind == "insinuation"]
    hints += [span for claim in report.claims if claim.insinuation for span in claim.spans]
    loaded = [mark.span for mark in report.marks if mark.kind == "loaded"]
    for section, wanted, spans in (
        ("insinuation", page.insinuations, hints),
        ("loaded", page.loaded, loaded),
    ):
        for words in wanted:
            right = touches(read.find(words), *spans)
            yield _answer(read, section, words, "marked" if right else "not marked", right)
    if not page.insinuations:
        got = "; ".join(span.text for span in hints)
        yield _answer(read, "insinuation", "none", got, not hints)
