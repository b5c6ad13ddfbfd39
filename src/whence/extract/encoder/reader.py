"""The reader that works by the trained model: statements and tone as one encoder sees them.

The rules read too: what they see hints to the model, and some of it is taken over (``union``).
"""

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from whence.extract.acts import act_of, denies_outright
from whence.extract.encoder import actors, called, judging, seconded, spans, tone, union
from whence.extract.lexicon import closed
from whence.extract.parties import Census, census
from whence.extract.prose import Prose, prose
from whence.extract.rules import attributions, signatures, transcripts
from whence.infer import statements
from whence.infer.labels import SPEAKERS
from whence.infer.model import Model, Text, load
from whence.infer.statements import Statement
from whence.infer.suspects import suspects
from whence.model.attribution import Act
from whence.model.document import Document
from whence.model.reading import Attributed, Reading, Suspected

_HEADS = frozenset({"title", "heading"})
_ARTICLES = frozenset({"the", "a", "an"})


class EncoderReader:
    """Reads with the model that ships with Whence. English; runs offline on one core."""

    def __init__(self, model: Model | None = None, name: str = "encoder") -> None:
        self._model = model or load()
        self.name = f"{name}@{self._model.settings.name}"

    def read(self, document: Document) -> Reading:
        """Read one document. Same document and model, same reading."""
        cut = prose(document)
        told = attributions.find(cut)
        stretches = [*texts(self._model, cut, told)]
        names = [called.called(self._model, document, text) for text in stretches]
        seen = [self._stretch(cut, text) for text in stretches]
        counted = census(cut)
        found = [_accusing(cut, counted, one) for part in seen for one in part.attributed]
        joined = union.joined(found, told, seconded.by(self._model, stretches))
        both = tuple(signatures.whose(joined, tuple(signatures.signed(cut))))
        return Reading(
            document_id=document.id,
            reader=self.name,
            attributed=(*both, *transcripts.spoken(cut, both)),
            marks=tone.joined(tone.lexical(cut), [mark for part in seen for mark in part.marks]),
            suspected=tuple(one for part in seen for one in part.suspected),
            named=tuple(one for part in names for one in called.groups(part)),
            persons=called.persons(names),
            loud_persons=called.persons(names, loud=True),
            places=called.places(names),
        )

    def _stretch(self, cut: Prose, text: Text) -> Reading:
        """Read one stretch of a document; short documents are one stretch."""
        tagged = statements.tagged(self._model, text)
        document = cut.document
        found = [
            attributed(self._model, document, text, one)
            for one in statements.trusted(self._model, statements.link(self._model, text, tagged))
            if _stands(cut, text, one)
        ]
        suspected = (
            Suspected(
                span=document.span(*text.chars(one.start, one.end)),
                standing=one.standing,
                probability=one.probability,
            )
            for one in suspects(self._model, text, tagged["suspect"])
        )
        return Reading(
            document_id=document.id,
            reader=self.name,
            attributed=tuple(found),
            marks=tuple(tone.seen(cut, self._model, text)),
            suspected=tuple(suspected),
        )


def _stands(cut: Prose, text: Text, one: Statement) -> bool:
    """Tell whether a statement stands in the running text.

    What begins in a headline, or has a source or cue that runs from one block into the next, was
    put together of words that do not belong together; so was a cue with words of a later sentence,
    unless these stand in quotation marks. What the page asks ("could it be that X wanted ...?") is
    nobody's word.
    """
    if one.cue is not None and (not _near(cut, text, one) or _asked(cut, text, one)):
        return False
    ranges = [text.chars(*part) for part in filter(None, (one.content[0], one.cue, one.source))]
    within = [text.chars(*part) for part in filter(None, (one.cue, one.source))]
    return all(cut.block_kind(start) not in _HEADS for start, _ in ranges) and not any(
        "\n\n" in cut.text[start:end] for start, end in within
    )


def _accusing(cut: Prose, counted: Census, one: Attributed) -> Attributed:
    """Take an accusation that only the model sees for a statement where nobody could be meant."""
    if one.act != "accuse" or act_of(one) != "say":
        return one
    return replace(one, act="say") if actors.only_event(cut, counted, one.content) else one


def _asked(cut: Prose, text: Text, one: Statement) -> bool:
    """Tell whether a cue stands in a question of the page: from its auxiliary to its mark."""
    at, _ = text.chars(*(one.cue or one.content[0]))
    sentence = cut.sentences[cut.sentence_at(at)]
    asks = cut.text[sentence.start : sentence.end].rstrip().endswith("?")
    return asks and sentence.tokens[0].lower in closed("auxiliaries")


def _near(cut: Prose, text: Text, one: Statement) -> bool:
    """Tell whether some words of a statement stand in its cue's sentence, before it, or are quoted.

    "Their boats were burnt. That is what Ana Ruiz reckons" hands on what was said before; what
    follows a sentence goes on with it in quotation marks only.
    """
    assert one.cue is not None  # noqa: S101 - asked for statements with a cue only
    cue = cut.sentence_at(text.chars(*one.cue)[0])
    for part in one.content:
        start, end = text.chars(*part)
        if cut.sentence_at(start) <= cue <= cut.sentence_at(max(start, end - 1)) + 1:
            return True
        if cut.quotation_at(start) is not None or _OPENS.match(cut.text, start):
            return True
        if _LEADS.search(cut.text, cut.sentences[cue].start, start) and cut.sentence_at(start) == (
            cue + 1
        ):
            return True
    return False


_LEADS = re.compile(r":\s*\Z")
"""The end of a sentence whose words stand in the next: "Ruiz added:" above what she said."""
_OPENS = re.compile(r"""\s*["“”„«'‘’`]""")


def texts(model: Model, cut: Prose, told: Iterable[Attributed]) -> Iterator[Text]:
    """Yield the stretches of a document, hinted at by what the rules see in it."""
    hints = ruled(told)
    for text in model.stretches(cut.text):
        yield text.hinted(hints)


def ruled(found: Iterable[Attributed]) -> dict[str, list[tuple[int, int]]]:
    """Return the spans of attributions by tagger, in characters."""
    spans: dict[str, list[tuple[int, int]]] = {"source": [], "cue": [], "content": []}
    for one in found:
        spans["source"] += [(one.source.start, one.source.end)] if one.source else []
        spans["cue"] += [(one.cue.start, one.cue.end)] if one.cue else []
        spans["content"] += [(part.start, part.end) for part in one.content]
    return spans


def attributed(model: Model, document: Document, text: Text, one: Statement) -> Attributed:
    """Return a statement as spans of a document, with its act."""
    content = tuple(spans.quoted(document, *text.chars(*part)) for part in one.content)
    source = document.span(*text.chars(*one.source)) if one.source else None
    if source is not None and source.text.casefold() in _ARTICLES:
        source = None  # "the accusation that ...": an article owns nothing
    found = Attributed(
        source=source,
        cue=document.span(*text.chars(*one.cue)) if one.cue else None,
        content=content,
        kind=spans.kind(content),
        via=tuple(document.span(*text.chars(*hop)) for hop in one.via),
        unsourced=source is None,
        speaker=SPEAKERS[one.speaker.index(max(one.speaker))] if source else None,
    )
    act = judging.act(one.judged.acts, act_of(found), model.settings.acts)
    if act is None:
        return found
    act = _not_confirmed(found, act)
    return replace(
        found,
        act=act,
        negated=one.judged.negated >= 0.5 and not (act == "deny_involvement" and _said(found)),
        certainty=max(-3, min(3, round(one.judged.certainty))),
    )


def _said(found: Attributed) -> bool:
    """Tell whether a verb stands without a negation: whoever says "we did not" has denied it."""
    told = found.cue.text.casefold().replace("n’t", "n't") if found.cue else ""
    unsaid = closed("negations") & set(told.replace("n't", " n't").split())
    return bool(told) and not unsaid


def _not_confirmed(found: Attributed, act: Act) -> Act:
    """Return the act of a statement; who "confirms" that an accusation is false rejects it."""
    ruled = act_of(found)
    denies = ruled in ("deny_involvement", "reject_accusation") and not denies_outright(found.cue)
    return ruled if act == "confirm" and denies else act
