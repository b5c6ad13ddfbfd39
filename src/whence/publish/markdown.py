"""The report as Markdown: the same four questions, then facts, parties, sources and reports."""

import re
from collections.abc import Iterable, Iterator

from whence.model.case import Case
from whence.publish.dates import date
from whence.publish.focus import focused
from whence.publish.index import Index
from whence.publish.texts import clean, sentence, shown_location, squeeze, web_address
from whence.publish.views import facts, panel, parties, settling, verdict
from whence.publish.views.changes import changes
from whence.publish.views.head import Head, head
from whence.publish.views.places import exact_place, places
from whence.publish.views.quotes import Quote
from whence.publish.views.reactions import reactions
from whence.publish.views.sources import sources
from whence.publish.views.timeline import timeline
from whence.publish.views.together import bonds, others
from whence.publish.words import words

_ACTIVE = re.compile(r"([\\`*_{}\[\]<>#|~$&])")
_LIST = re.compile(r"^(\d+)([.)])|^([-+=])")
_OPEN = 3


def escape(text: str) -> str:
    """Return ``text`` on one line with nothing in it that Markdown or HTML would act upon."""
    line = _cell(text)
    return _LIST.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", line)


def _cell(text: str) -> str:
    line = _ACTIVE.sub(r"\\\1", clean(squeeze(text)))
    # many renderers link bare addresses by themselves
    return line.replace("://", ":\\//").replace("www.", "www\\.")


def render(case: Case) -> str:
    """Return the whole report as Markdown. The same case gives equal text."""
    whole, case = case, focused(case)
    index = Index(case)
    blocks = [
        *_head(case, head(index)),
        *_behind(index),
        *_settle(index),
        *_panel(index),
        *_changed(index),
        *_facts(index),
        *_parties(index),
        *_sources(index),
        *_rest(index),
        *_together(whole),
        *_foot(case),
    ]
    return clean("\n\n".join(blocks) + "\n")


def _head(case: Case, view: Head) -> Iterator[str]:
    yield f"# {escape(view.title)}"
    voices = f" · {view.voiced}" if view.voices else ""
    as_of = f"As of {view.as_of} · " if view.as_of_iso else ""
    yield f"{as_of}{view.reports} · {view.origins}{voices}"
    if view.sentence:
        parts = [
            _run(part.text)
            + (f" ({part.range})" if part.range else "")
            + (" (disputed)" if part.disputed else "")
            for part in view.sentence
        ]
        yield "".join(parts)
        if view.sum:
            yield f"These numbers do not add up. {escape(view.sum)}"
    if case.failures:
        rows = [
            f"{escape(shown_location(row.location))}: {escape(row.reason)} ({escape(row.hint)})"
            for row in case.failures
        ]
        yield f"**{view.unread}**"
        yield _list(rows)
    if not case.documents:
        yield "Nothing is said here about what happened, because nothing could be read."


def _run(text: str) -> str:
    lead = text[: len(text) - len(text.lstrip())]
    trail = text[len(text.rstrip()) :] if text.strip() else ""
    return lead + escape(text) + trail


def _behind(index: Index) -> Iterator[str]:
    assessment = index.case.assessment
    if assessment is None:
        if index.case.incident is not None and index.case.incident.empty:
            yield "Not weighed: no incident was found in the reports."
        return
    yield "## Who was behind it?"
    if told := verdict.left_out(index):
        yield f"**{escape(told)}**"
    for answer in verdict.answers(index):
        yield f"### {answer.question} {escape(answer.verdict)}"
        yield _table(
            ("hypothesis", "probability", "5–95 %", "prior", "in words", "threshold", "listed"),
            [(row.label, row.mean_text, row.interval, row.prior_text, row.words, row.needed,
              row.entered_by) for row in answer.bars],
        )  # fmt: skip
        if answer.told:
            yield escape(answer.wording)
        if answer.failed:
            yield "Failed tests:"
            yield _list(escape(trial.told) for trial in answer.failed)
        if answer.far:
            yield escape(answer.far)
        if answer.rows:
            yield _table(
                ("evidence", "from", "tells apart", "why"),
                [(row.text, ", ".join(name for name, _ in row.origins), row.factor, row.reason)
                 for row in answer.rows],
            )  # fmt: skip
        yield from _way(answer)
        yield from _past(answer)
    yield f"Confidence: **{assessment.confidence}**. {escape(assessment.confidence_reason)}"


def _way(answer: verdict.View) -> Iterator[str]:
    if answer.way is None:
        return
    yield f"#### Step by step: {escape(answer.way.title)}"
    yield _table(
        ("step", "nats", "then"),
        [(step.text, "" if step.kind == "prior" else step.nats_text, step.mean_text)
         for step in answer.way.strides],
    )  # fmt: skip


def _past(answer: verdict.View) -> Iterator[str]:
    if answer.past is None:
        return
    yield "#### How it came to this"
    yield _list(
        escape(f"{event.when}: {' '.join(event.moved)}")
        + "".join(f"\n  - {escape(cause)}" for cause in event.causes)
        for event in answer.past.told
    )
    told = f"In brackets: by how much an item tells the answers apart. {answer.past.quiet}"
    yield told.rstrip()


def _settle(index: Index) -> Iterator[str]:
    rows = settling.wanted(index)
    if rows:
        yield "## What would settle it?"
        yield _list(
            (
                f"{escape(row.text)} ({escape(row.status)}; {row.nats} nats). {escape(row.reason)}"
                + "".join(f" {escape(sentence(text))}." for text in row.makes)
                for row in rows
            ),
            numbered=True,
        )
    for row in settling.telling(index)[:1]:
        yield (
            f"Most rests on the word of {escape(row.origin)}: without it,"
            f" {escape(row.hypothesis)} goes from {row.with_it} to {row.without_it}."
        )


def _panel(index: Index) -> Iterator[str]:
    views = panel.panels(index)
    if not views:
        return
    yield f"## {panel.TITLE}"
    yield panel.LEAD
    for view in views:
        yield f"### {view.question} ({view.counted})"
        if view.shares:
            yield _table(
                ("answer", "people, pooled", "lowest–highest", "spread (nats)", "the inference"),
                [(row.label, row.pooled, row.spread, row.sd or "–",
                  f"{row.inferred} {row.interval}".strip()) for row in view.shares],
            )  # fmt: skip
        rows = [
            " · ".join(filter(None, (row.name, row.when, row.shares, row.note, row.reason)))
            for row in view.judges
        ]
        yield _list(escape(row) for row in (*rows, *view.unused))


def _changed(index: Index) -> Iterator[str]:
    rows = changes(index)
    if rows:
        yield "## What changed?"
        yield _list(f"{row.when}: {escape(row.text)}" for row in rows)


def _facts(index: Index) -> Iterator[str]:
    slots = facts.slots(index)
    if not slots:
        return
    yield "## Facts"
    if sums := facts.sums(index):
        yield _list(
            f"{'adds up' if row.holds else 'does not add up'}: {escape(row.text)}" for row in sums
        )
    for slot in slots:
        disputed = " (disputed)" if slot.disputed else ""
        yield f"### {escape(slot.label)}: {escape(slot.best)}{disputed}"
        if slot.limits:
            limits = slot.limits
            yield f"low {limits.low}, best {limits.best}, high {limits.high} · {slot.summary}"
        for value in slot.values:
            measures = [
                f"vote {value.vote}" if value.vote else "",
                f"probability {value.probability}" if value.probability else "",
                escape(value.exact),
            ]
            told = "; ".join(filter(None, [value.status_words, value.counts, *measures]))
            yield f"**{escape(value.text)}** ({told})"
            yield from _quotes(value.quotes)
        if slot.clashes:
            yield _list(
                f"{escape(clash.left)} and {escape(clash.right)}: {clash.kind}. "
                f"{escape(clash.reason)}"
                for clash in slot.clashes
            )


def _parties(index: Index) -> Iterator[str]:
    views = parties.parties(index)
    if not views:
        return
    glyphs, tables = words().glyphs, words()
    yield "## Parties and statements"
    for party in views:
        yield f"### {escape(party.name)}"
        for row in party.statements:
            stake = f" ({row.stake})" if row.stake else ""
            yield (
                f"{glyphs[row.standing]} **{row.standing_words}** {row.when} "
                f"{escape(row.origin.name)}{stake} {row.act}: {escape(party.name)} {row.what}; "
                f"{row.through}"
            )
            yield from _quotes(row.quotes)
        for row in party.hints:
            yield f"{tables.acts['insinuate']}, weighs nothing: {escape(row.origin.name)}"
            yield from _quotes(row.quotes)


def _sources(index: Index) -> Iterator[str]:
    view = sources(index)
    if not (view.origins or view.voices):
        return
    yield "## Sources"
    yield _table(
        ("first hand", "how known", "carries", "through", "printed by"),
        [
            (row.name, row.how, row.carries, ", ".join(row.relays),
             ", ".join(report.name for report in row.reports))
            for row in (*view.origins, *view.voices)
        ],
    )  # fmt: skip
    if view.bundles:
        yield "Copies, each one thing with many hands:"
        yield _list(
            f"{escape(row.name)}: {escape(', '.join(member.name for member in row.members))}"
            for row in view.bundles
        )


def _rest(index: Index) -> Iterator[str]:
    events = timeline(index).events
    if events:
        yield "## Timeline"
        yield _list(f"{row.when} ({row.phase_words}): {escape(row.label)}" for row in events)
    if found := places(index):
        yield "## Places"
        yield _list(
            f"{escape(row.label)}: {row.part_words}; {escape(exact_place(row.location))}; "
            f"{row.counts}"
            for row in found
        )
    if rows := reactions(index):
        yield "## Reactions"
        for row in rows:
            yield f"**{escape(row.who)}** {row.act}"
            yield from _quotes(row.quotes)
    if index.case.documents:
        yield "## Reports"
        yield _list(
            f"{escape(document.name)}, {date(document.published)}: "
            f"{_linked(document.url) or escape(document.url or shown_location(document.location))}"
            for document in sorted(
                index.documents.values(), key=lambda row: (row.published or "9999", row.name)
            )
        )


def _linked(url: str | None) -> str:
    address = web_address(url)
    return f"<{address}>" if address and not set("<> ") & set(address) else ""


def _together(case: Case) -> Iterator[str]:
    if ties := bonds(focused(case)):
        yield "## Which reports belong together"
        yield _table(
            ("report", "tied to", "nats", "by"),
            [(row.report, row.other, row.odds, row.why) for row in ties],
        )
    if rows := others(case):
        yield "## Other incidents that were told of"
        yield _list(f"{escape(row.headline)} {row.count}: {escape(row.outlets)}" for row in rows)


def _foot(case: Case) -> Iterator[str]:
    yield "---"
    yield (
        f"Whence {escape(case.run.whence)} · {escape(case.run.reader)} · schema {case.schema} · "
        f"{escape(case.id)} · made {escape(date(case.run.at))}"
    )


def _quotes(quotes: Iterable[Quote]) -> Iterator[str]:
    rows = tuple(quotes)
    for quote in rows[:_OPEN]:
        through = " ← ".join(escape(hand.who) for hand in quote.hands[1:])
        by = f"{escape(quote.outlet)}, {quote.published}" + (f" ← {through}" if through else "")
        note = f" ({escape(quote.note)})" if quote.note else ""
        yield f"> {escape(quote.shown)}\\\n> {by}{note}"
    if len(rows) > _OPEN:
        yield f"and {len(rows) - _OPEN} more with the same value"


def _list(rows: Iterable[str], numbered: bool = False) -> str:
    return "\n".join(
        f"{f'{place}.' if numbered else '-'} {row}" for place, row in enumerate(rows, 1)
    )


def _table(names: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [names, tuple("---" for _ in names)]
    written = [" | ".join(line) for line in lines]
    written += [" | ".join(_cell(cell) for cell in row) for row in rows]
    return "\n".join(f"| {line} |" for line in written)
