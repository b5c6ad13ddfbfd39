"""Who denies by what the reader takes a statement for, where no pattern finds the words.

"The Front said on its channel that it had planted no bomb": the statement is read as a denial, and
who speaks, or is spoken for, is a party. A denial names somebody beside a deed. Whoever nothing was
held against before has to be a party that the text tells apart, and to deny a deed.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from whence.extract.acts import answers_outright, denies_outright, was_elsewhere
from whence.extract.parties import Census, Party
from whence.extract.prose import Prose
from whence.extract.sourcing import Sourcing
from whence.extract.suspicion.bystanders.apposed import beside_a_suspect
from whence.extract.suspicion.bystanders.near_to import near_a_suspect
from whence.extract.suspicion.deed.blame import tells_a_deed
from whence.extract.suspicion.naming.resolving import Named, Resolver
from whence.extract.suspicion.speaking.speaking_for import is_client
from whence.extract.suspicion.speaking.spoken_for import Voices
from whence.extract.suspicion.speaking.which_speaks import COUNSEL
from whence.extract.suspicion.wording.drafting import Draft
from whence.model.attribution import Attribution
from whence.model.span import Span
from whence.names.countries import split
from whence.names.spelling import words as spelled

_OWN: Final = "deny_involvement"
_REJECTING: Final = "reject_accusation"
_ACCUSING: Final = frozenset(("accuse", "speculate"))
_SURE: Final = 3
_BACK: Final = 3
"""Sentences before an answer in which what it answers may stand."""
_AHEAD: Final = 1
"""The same behind it: "it rejected the charge. The minister had said"."""
_NOT: Final = re.compile(
    r"\b(?:no|not|never|none|nothing|nobody|nowhere|neither|nor|without|cannot|innocent|innocence"
    r"|silent|idle|clean|den(?:y|ies|ied)|refut\w+|reject\w*|unaware|asleep|alibi|stolen from"
    r"|false|untrue|lies?|nonsense|absurd|baseless|unfounded|groundless|fabricat\w+|invent\w+"
    r"|hallucination|slanders?|smears?|laughable|ridiculous|fiction|framed|set up|elsewhere"
    r"|was (?:in|at|on|abroad|away|asleep)|left before)\b|n[’']t\b",
    re.IGNORECASE,
)
"""Words of which one stands in a denial that has no verb for it."""
_PART: Final = re.compile(
    r"\b(?:involve\w*|responsib\w+|complicit\w*|role|part|hand|behind|nothing to do|guilt\w*|blame"
    r"|innocen\w+|doing|work)\b",
    re.IGNORECASE,
)
_THE_CHARGE: Final = re.compile(
    r"\b(?:accusation|allegation|charge|claim|suggestion|talk|insinuation|assertion)s?\b"
    r"|^\W*(?:it|this|that(?! (?:the|it|its|he|his|she|her|they|their|we|our)\b))\b",
    re.IGNORECASE,
)
_A_CHARGE: Final = re.compile(
    r"\b(?:accusation|allegation|charge)s?"
    r"(?: (?:by|from|of) (?:an? |the )?[\w’'-]+(?: [\w’'-]+){0,3}?)?"
    r"(?=\W*$| (?:as|was|were|is|are)\b)",
    re.IGNORECASE,
)
"""A charge of which no more is told: "rejected the charge as a diversion"."""
_CLAIMED: Final = re.compile(
    r"\bclaims? of (?:responsibility|credit)\b|\bresponsibility claims?\b", re.IGNORECASE
)
_A_CLAIM: Final = re.compile(
    r"\W*(?:an?|the|this|that|which|its) (?:[a-z]+ )?claims?\W*$", re.IGNORECASE
)
_OWNS_UP: Final = re.compile(
    r"\b(?:claim(?:s|ed|ing)?|took|taken|taking|accept(?:s|ed))"
    r" (?:[a-z]+ )?(?:responsibility|credit)\b"
    r"|\bclaim(?:s|ed|ing) the\b",
    re.IGNORECASE,
)
_ONESELF: Final = re.compile(
    r"\b(?:it|its|they|their|them|he|his|him|she|her|hers|we|our|ours|us|I|my|mine|me|itself)\b"
)
_WHAT_WAS_SAID: Final = re.compile(
    r"\W*(?:the|this|these|those|that|such|all) (?:[\w-]+[’']s |[\w-]+ )?"
    r"(?:words?|remarks?|statements?|accounts?|versions?|reports?|story|stories|tale|novel|rumou?rs?|talk|theory|comments?|crime|deed|killings?)\b",
    re.IGNORECASE,
)
"""What an accused rejects beside a charge that is called one: "dismissed the remark"."""
_HAVING: Final = re.compile(
    r"\W*(?:(?:ever|that) )?having (?:[a-z]+ly |ever )?[a-z]+", re.IGNORECASE
)
"""How somebody denies what he would have done himself: "denied having been there"."""
_OF_HIM: Final = re.compile(r"[“\"'‘](?:he|she|they) ", re.IGNORECASE)
"""How a quotation begins that is about somebody else."""
_TO_COME: Final = re.compile(r"\W*(?:that )?(?:it|he|she|they|we|I) (?:would|will)\b")
"""How a denial begins that is of what is to come: "that she would give new speeches"."""
_OF_OTHERS: Final = re.compile(
    r"\W*(?:that )?the (?:[\w-]+ ){1,4}?(?:is|are|was|were) (?:an?|the|from)\b"
)
"""The same of what somebody else is: "that the suspect is a citizen of Chile"."""
_AGAINST: Final = re.compile(r"\b(?:accusation|allegation|charge|claim)s? (?:[\w-]+ )?against ")
_PLEADS: Final = re.compile(r"\bple(?:a)?d", re.IGNORECASE)
_HELD: Final = re.compile(
    r"\b(?:arrest\w*|charged|remanded|indict\w+|detain\w+|in custody|suspect\w*|accus\w+|blam\w+"
    r"|wanted|convicted|sentenced|jailed|on trial|prosecut\w+|alleg\w+|implicat\w+)\b",
    re.IGNORECASE,
)
"""Words beside the name of somebody whom a deed is laid to."""


class Answers:
    """The statements of one document by which a party answers for a deed: that it was not it."""

    def __init__(
        self, prose: Prose, sourcing: Sourcing, census: Census, resolver: Resolver, voices: Voices
    ) -> None:
        self._prose, self._sourcing, self._census = prose, sourcing, census
        self._resolver, self._voices = resolver, voices
        self._held = [
            (prose.sentence_at(part.start), part)
            for said in sourcing.attributions
            if said.act in _ACCUSING and not said.negated
            for part in said.content
        ]

    def drafts(self, found: Sequence[Draft]) -> Iterator[Draft]:
        """Yield a draft for each statement by which a party denies, and no draft says so."""
        told = {
            (one.sentence, one.subject) for one in found if not one.polarity or one.frame == "admit"
        }
        for said in self._sourcing.attributions:
            if said.act not in (_OWN, _REJECTING) or said.negated or said.source is None:
                continue
            index = self._prose.sentence_at(said.source.start)
            if any(_within(one, said) for one in found if not one.polarity):
                continue
            for named in self._innocent(said, said.source, index):
                if (index, named.name) not in told:
                    told.add((index, named.name))
                    yield self._draft(said, said.source, index, named)

    def _draft(self, said: Attribution, source: Span, index: int, named: Named) -> Draft:
        words = (source, *filter(None, [said.cue]), *said.content)
        # A source may go on behind its sentence where no mark ends it.
        within = [one for one in words if one.end <= self._prose.sentences[index].end] or [source]
        start, end = min(one.start for one in within), max(one.end for one in within)
        return Draft(
            index, "deny", "carried_out", named.name, named.kind, named.start, named.end,
            start, end, False, _SURE, rejected=not source.start <= named.start < source.end,
        )  # fmt: skip

    def _innocent(self, said: Attribution, source: Span, index: int) -> list[Named]:
        """Return who did not do it by a statement: who speaks, or whom he speaks up for."""
        against = self._against(said)
        if not against:
            named = self._answering(said, source, index)
            return [] if named is None else [named]
        if not denies_outright(said.cue) or not tells_a_deed(self._around(index)):
            return []
        resolved = (self._resolver.resolve(party, index) for party in against)
        return [one for one in resolved if one is not None and one.name[:1].isupper()]

    def _answering(self, said: Attribution, source: Span, index: int) -> Named | None:
        """Return who answers for himself by a statement, if it is an answer to an accusation."""
        words = " ".join(one.text for one in said.content)
        if not answers_outright(said.cue) and _NOT.search(words) is None:
            return None
        client = self._client(said, source, f"{self._around(index)} {words}")
        if client is not None:
            return client
        named = self._voices.of(said, source)
        if named is None or self._for_another(said, source, named, words):
            return None
        of_oneself = any(one.search(words) for one in (_PART, _THE_CHARGE, _ONESELF, _HAVING)) or (
            self._resolver.was_accused(named.name) and _WHAT_WAS_SAID.match(words) is not None
        )
        if denies_outright(said.cue) and not (of_oneself or tells_a_deed(words)):
            return None
        if _TO_COME.match(words) or (not of_oneself and _OF_OTHERS.match(words)):
            return None
        if said.act == _REJECTING and not self._of_itself(said, words, named):
            return None
        around = self._around(index)
        if self._resolver.was_accused(named.name):
            return named
        if self._held_against(named, source, index) and tells_a_deed(f"{around} {words}"):
            return named
        if _THE_CHARGE.search(words) and self._in_the_deed(named, index):
            return named
        return named if self._of_a_deed(said, named, source, words) else None

    def _client(self, said: Attribution, source: Span, told: str) -> Named | None:
        """Return whose lawyer says that he denies it: "his client", "he would plead not guilty".

        Only somebody with a name is named by it.
        """
        pleads = said.cue is not None and _PLEADS.search(said.cue.text) is not None
        if not (is_client(source.text) or (pleads and source.text.islower())):
            return None
        named = said.speaker.split()
        if not (named[1:] and named[0][0].isupper() and named[-1][0].isupper()):
            return None
        if not tells_a_deed(told):
            return None
        start = self._prose.text.rfind(said.speaker, 0, source.start)
        end = start + len(said.speaker)
        return Named(said.speaker, "person", start, end) if start >= 0 else None

    def _claimed_by_another(self, words: str, said: Attribution, named: Named) -> bool:
        """Tell whether what somebody rejects is that another owns up.

        "The claim of responsibility"; "X claimed responsibility, a claim the army dismissed".
        """
        if _CLAIMED.search(words):
            return True
        begins = said.content[0].start
        before = self._prose.text[
            self._prose.sentences[self._prose.sentence_at(begins)].start : begins
        ]
        return (
            _A_CLAIM.match(words) is not None
            and _OWNS_UP.search(before) is not None
            and named.name not in before
        )

    def _of_a_deed(self, said: Attribution, named: Named, source: Span, words: str) -> bool:
        """Tell whether somebody whom nothing was held against before answers for a deed."""
        part = _PART.search(words) is not None or _HAVING.match(words) is not None
        sure = self._voices.sure(said, named, source)
        if not sure and not (named.kind == "person" and part):
            return False
        if tells_a_deed(words):
            return True
        index = self._prose.sentence_at(source.start)
        if (part or (sure and was_elsewhere(words))) and tells_a_deed(self._around(index)):
            return True
        return sure and _A_CHARGE.search(words) is not None and tells_a_deed(self._near(index))

    def _against(self, said: Attribution) -> list[Party]:
        """Return whom a rejected accusation is against: "rejected claims against our guard"."""
        return [
            party
            for part in said.content
            if (found := _AGAINST.search(part.text)) is not None
            for party in self._census.phrases[self._prose.sentence_at(part.start)]
            if part.start + found.end() <= party.start and party.end <= part.end
            and party.known and party.kind in ("group", "body", "state", "person")
        ]  # fmt: skip

    def _for_another(self, said: Attribution, source: Span, named: Named, words: str) -> bool:
        """Tell whether a person speaks of another: "he had no part in it", Ana Ruiz said.

        So does whoever is named as a suspect's lawyer or mother, and who rejects that another owns
        up to it.
        """
        if self._claimed_by_another(words, said, named):
            return True
        if named.kind != "person":
            return False
        sentence = self._prose.sentences[self._prose.sentence_at(source.start)]
        if source.start <= named.start < source.end and (
            near_a_suspect(self._prose.text[sentence.start : named.start])
            or beside_a_suspect(self._prose.text[named.end : sentence.end])
        ):
            return True
        if self._resolver.was_accused(named.name):
            return False
        counsel = re.compile(
            rf"\b{COUNSEL} (?:[A-Z]\S* ){{0,2}}?{re.escape(named.name.split()[-1])}"
        )
        pleading = said.source is not None and counsel.search(self._prose.text) is not None
        return pleading or _OF_HIM.match(words) is not None

    def _around(self, index: int) -> str:
        """Return what a report begins with, and the sentences up to one."""
        spans = self._prose.sentences
        begin, near = spans[:2], spans[max(0, index - _BACK) : index + 1]
        return " ".join(self._prose.text[one.start : one.end] for one in (*begin, *near))

    def _near(self, index: int) -> str:
        """Return the sentences up to one, and the next."""
        spans = self._prose.sentences[max(0, index - _BACK) : index + _AHEAD + 1]
        return self._prose.text[spans[0].start : spans[-1].end]

    def _in_the_deed(self, named: Named, index: int) -> bool:
        """Tell whether the sentence before an answer names somebody and tells of a deed."""
        if not index:
            return False
        before = self._prose.sentences[index - 1]
        told = self._prose.text[before.start : before.end]
        return named.name.split()[-1] in told and tells_a_deed(told)

    def _of_itself(self, said: Attribution, words: str, named: Named) -> bool:
        """Tell whether what somebody rejects is held against himself: nobody else stands there."""
        inside = [
            self._census.canonical(party)
            for part in said.content
            for party in self._census.phrases[self._prose.sentence_at(part.start)]
            if part.start <= party.start and party.end <= part.end
            and party.known and party.name[:1].isupper()
        ]  # fmt: skip
        mine = set(split(spelled(named.name))[1])
        theirs = {code for name in inside for code in split(spelled(name))[1]}
        if named.name in inside or (named.kind == "state" and mine & theirs):
            return True
        return not inside and (_THE_CHARGE.search(words) is not None or was_elsewhere(words))

    def _held_against(self, named: Named, source: Span, index: int) -> bool:
        """Tell whether somebody was accused, held or charged by name shortly before."""
        last = named.name.split()[-1]
        last_sentence = min(index + _AHEAD, len(self._prose.sentences) - 1)
        for at in range(max(0, index - _BACK), last_sentence + 1):
            sentence = self._prose.sentences[at]
            end = min(sentence.end, source.start) if at == index else sentence.end
            text = self._prose.text[sentence.start : max(sentence.start, end)]
            if last in text and (
                (named.kind == "person" and at <= index and _HELD.search(text))
                or any(one == at and last in part.text for one, part in self._held)
            ):
                return True
        return False


def _within(one: Draft, said: Attribution) -> bool:
    """Tell whether a draft is told in the words of a statement: "it said X had no part".

    What another is cleared of begins with the name: "it denied that X was behind it".
    """
    named = one.subject_end > one.subject_start
    first = one.subject_start if named and one.frame == "state" else one.start
    return any(part.start <= first and one.end <= part.end for part in said.content)
