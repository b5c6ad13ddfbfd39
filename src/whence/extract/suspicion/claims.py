"""From drafts to claims: who says it, with which standing."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from whence.extract.acts import denies_outright
from whence.extract.parties import Census
from whence.extract.prose import Prose
from whence.extract.sourcing import Sourcing
from whence.extract.suspicion.speaking.accuser import (
    Accuser,
    Accusers,
    finds,
    in_words,
    is_finding,
    looked_into,
    without_office,
)
from whence.extract.suspicion.standing import Circumstances, act, standing
from whence.extract.suspicion.which_matter import Matters
from whence.extract.suspicion.withdrawing import Withdrawals
from whence.extract.suspicion.wording.drafting import Draft
from whence.model.attribution import Attribution, Chain, Scope
from whence.model.claim import Claim
from whence.model.identity import stable_id
from whence.names.countries import split
from whence.names.spelling import words

_REPORTING = re.compile(
    r"\b(?:said|says|saying|told|tells|according to|claim(?:s|ed|ing)?|alleg\w+|insist\w*|believ\w+"
    r"|stated|reported(?:ly)?|wrote|tweeted|announced|suggested|warned|added|quoted|cited|citing"
    r"|statement|charged that|accus\w+|convinced|i think|in my (?:view|opinion))\b"
)
_DENYING_ACTS = frozenset(("deny_involvement", "reject_accusation"))
_OWN_ACTS = {"admit": frozenset(("claim_responsibility",)), "deny": _DENYING_ACTS}
_ON_RECORD = frozenset(("named", "organisation"))
_INCLUDING = re.compile(r"[^.;\n]*\b(?:including|among them|namely|such as)\b[^.;\n]*")
_NEAR = 60
"""Characters behind an accusation in which a name may still be among those whom it accuses."""
_UNFINISHED = re.compile(
    r"\b(?:yet|so far|until now|for now|for the moment|at (?:this|that|present)(?: \w+)? "
    r"(?:stage|point|time|moment)|at (?:present|the moment)|initial|preliminary|insufficient)\b"
)
"""Words by which what has not been found may still be."""
_INSIDER = re.compile(r"\bsources?\b|\binsiders?\b")


def _cue_in(said: Attribution, draft: Draft) -> bool:
    """Tell whether the verb of a statement is among a draft's words: "an attack claimed by X"."""
    return said.cue is not None and draft.start <= said.cue.start < draft.end


def _answers(said: Attribution) -> bool:
    """Tell whether an office answers for its words, though it gives no name: "detectives said"."""
    return said.anonymity not in ("anonymous", "unknown") or said.speaker.casefold() in _AS_ONE


_AS_ONE = frozenset(("investigators", "detectives", "prosecutors"))
"""By whose bare name an office speaks as one."""


@dataclass(frozen=True)
class Reading:
    """What is needed to tell who says a draft: the text, its sourcing and its parties."""

    prose: Prose
    sourcing: Sourcing
    census: Census
    target: str | None = None
    matters: Matters = field(init=False)

    def __post_init__(self) -> None:
        """Make ready to tell which incident a draft is about."""
        object.__setattr__(self, "matters", Matters(self.prose, self.target))

    def claims(
        self, draft: Draft, scope_at: Callable[[int], Scope], extractor: str
    ) -> Iterator[Claim]:
        """Yield the claims of a draft: one for each who says so.

        None for "did not say that", nor for "declined to confirm that".
        """
        if draft.frame not in ("state", "stage") and self._asks(draft):
            return  # "is it true that X has claimed it?" claims nothing for anybody
        innermost = self._attribution(draft) or self._own_words(draft)
        if innermost is None:
            yield self._claim(draft, None, scope_at, extractor)
            return
        for said in self._together(innermost):
            unsaid = (said.negated or self._declines(said)) and draft.frame == "state"
            found = not draft.polarity and said.cue is not None and finds(said.cue.text)
            if found or not unsaid:  # "did not find that X did it" is no silence
                yield self._claim(draft, said, scope_at, extractor)

    def _declines(self, said: Attribution) -> bool:
        """Tell whether who is taken to say something only declines to: "declined to confirm it"."""
        told = said.content[0]
        holding = self.sourcing.holding(told.start, told.end)
        return any(
            one.act == "decline"
            and one.source is not None
            and said.source is not None
            and one.source.start == said.source.start
            for one in (said, *holding)
        )

    def _together(self, said: Attribution) -> list[Attribution]:
        """Return all who say the same with one verb ("officials and residents said")."""
        if said.cue is None:
            return [said]
        return [
            other
            for other in self.sourcing.attributions
            if other.cue == said.cue and other.content == said.content
        ]

    def _claim(
        self,
        draft: Draft,
        said: Attribution | None,
        scope_at: Callable[[int], Scope],
        extractor: str,
    ) -> Claim:
        case = self._circumstances(draft, said)
        document = self.prose.document
        subject = None
        if draft.subject_end > draft.subject_start:
            subject = self.prose.span(draft.subject_start, draft.subject_end)
        return Claim(
            id=stable_id(
                "claim", document.id, draft.start, draft.end, draft.subject, draft.predicate,
                case.polarity, said.id if said else "", extractor,
            ),
            document_id=document.id,
            chain_id=said.chain_id if said else self._voice(draft, case).id,
            attribution_id=said.id if said else None,
            subject=draft.subject,
            subject_kind=draft.kind,
            subject_span=subject,
            predicate=draft.predicate,
            object=self.target or "the incident",
            polarity=case.polarity,
            standing=standing(case),
            hedge=case.hedge,
            act=act(case, said.act if said else None),
            insinuation=case.insinuation,
            scope=self.matters.scope(draft, scope_at),
            spans=tuple(self.prose.span(*at) for at in draft.ranges),
            extractor=extractor,
        )  # fmt: skip

    def _voice(self, draft: Draft, case: Circumstances) -> Chain:
        """Return the chain of a claim without an attribution.

        An outlet that tells of an accusation by nobody in particular does not make it.
        """
        hearsay = draft.frame == "accuse" and not (case.authority or case.by_party)
        return self.sourcing.accusers if hearsay else self.sourcing.narrator

    def _attribution(self, draft: Draft) -> Attribution | None:
        """Return the innermost attribution that holds the words, tried from their end."""
        if (whom := self._whom(draft)) is not None:
            return whom
        inside = draft.start <= draft.subject_start and draft.subject_end <= draft.end
        last = draft.end - 1
        tries = [(last, last + 1)]
        if inside and draft.subject_end > draft.subject_start:
            tries.append((draft.subject_start, draft.subject_end))
        tries.append((draft.start, draft.end))
        for start, end in tries:
            said = self.sourcing.at(start, end)
            if said is not None and draft.frame == "state" and self._is_the_deed(said, draft):
                said = next(
                    (one for one in self.sourcing.attributions if one.id == said.parent_id), None
                )
                return said
            if said is not None:
                return self._denial(said) if draft.frame == "deny" else said
        return None

    def _whom(self, draft: Draft) -> Attribution | None:
        """Return who accuses in a relative clause behind a name: "X, whom prosecutors charged"."""
        if draft.frame not in ("accuse", "charge"):
            return None
        return next(
            (
                one
                for one in self._spoken.get(draft.sentence, ())
                if one.source is not None
                and one.cue is not None
                and draft.subject_end < one.source.start < one.cue.start < draft.end
            ),
            None,
        )

    def _own_words(self, draft: Draft) -> Attribution | None:
        """Return by what a party owns up or denies where the words are not all in its content.

        "The bombing was claimed by X" is X's word, and not that of whoever reports it.
        """
        if draft.frame == "accuse":
            return self._goes_on(draft)
        acts = _OWN_ACTS.get(draft.frame)
        if acts is None:
            return None
        owns = draft.frame == "admit"
        return next(
            (
                one
                for one in self._spoken.get(draft.sentence, ())
                if (one.act in acts or (owns and _cue_in(one, draft)))
                and one.source is not None
                and one.source.start < draft.subject_end
                and draft.subject_start < one.source.end
            ),
            None,
        )

    def _goes_on(self, draft: Draft) -> Attribution | None:
        """Return the accusation that goes on with a name: "accused rivals, including X, of"."""
        for one in self._spoken.get(draft.sentence, ()):
            end = one.content[-1].end
            if (
                one.act == "accuse"
                and end <= draft.subject_start <= end + _NEAR
                and _INCLUDING.fullmatch(self.prose.text, end, draft.subject_start)
            ):
                return one
        return None

    def _denial(self, said: Attribution) -> Attribution:
        """Return who denies where the denied words are another's: "rejected their accusation that".

        Whoever holds the words in which somebody is accused, and denies by them, is the one.
        """
        told = said.content[0]
        holding = self.sourcing.holding(told.start, told.end)
        return next((one for one in (said, *holding) if one.act in _DENYING_ACTS), said)

    def _is_the_deed(self, said: Attribution, draft: Draft) -> bool:
        """Tell whether the party's order is the deed: "X ordered the killing" owns up to none."""
        return said.act == "call_for" and _speaks_along(said, draft)

    def _circumstances(self, draft: Draft, said: Attribution | None) -> Circumstances:
        who = self._accuser(draft, said)
        polarity, hedge, rejected = draft.polarity, draft.hedge, draft.rejected
        denies = said is not None and said.act in _DENYING_ACTS and denies_outright(said.cue)
        if denies and polarity and not rejected and draft.frame in ("state", "accuse"):
            polarity, rejected = False, True  # "X did not do it" is a denial by itself
        retracted = draft.retracted
        if (said is not None and self._taken_back(draft, said)) or (
            draft.frame == "admit" and draft.polarity and self._withdrawals.of(draft)
        ):
            polarity, retracted = False, True
        if said is not None and said.act == "speculate" and draft.frame != "charge":
            hedge = min(hedge, 1)
        insinuation = draft.insinuation or (said is not None and said.act == "insinuate")
        insinuation = insinuation or (polarity and draft.frame == "state" and self._asks(draft))
        cue = said.cue.text if said and said.cue else self._before(draft)
        accused = polarity and draft.frame in ("accuse", "charge")  # nobody accuses himself
        by_party = draft.frame in ("deny", "admit") or (
            said is not None and not accused and self._speaks_of_itself(draft, who)
        )
        return Circumstances(
            draft.frame,
            polarity,
            min(hedge, 1) if insinuation else hedge,
            said is not None or bool(_REPORTING.search(self._sentence(draft).casefold())),
            who.authority and not (said is not None and _speaks_along(said, draft)),
            is_finding(who, cue, flat=draft.hedge > 2, absent=draft.frame == "absent"),
            by_party,
            insinuation,
            rejected,
            said is not None
            and (said.anonymity in _ON_RECORD or (who.investigating and _answers(said))),
            retracted,
            looked_into(who, draft.subject, person=draft.kind == "person"),
            _UNFINISHED.search(self._sentence(draft).casefold()) is not None,
        )

    def _taken_back(self, draft: Draft, said: Attribution) -> bool:
        """Tell whether a statement takes its words back; a claim may stand in one that does so."""
        if draft.frame in ("state", "accuse"):
            return said.act == "retract"
        told = said.content[0]
        holding = self.sourcing.holding(told.start, told.end)
        return draft.frame == "admit" and any(
            one.act == "retract" and not one.negated for one in (said, *holding)
        )

    def _accuser(self, draft: Draft, said: Attribution | None) -> Accuser:
        if said is not None:
            return self._accusers.of_attribution(said)
        before = self._before(draft)
        start = self.prose.sentences[draft.sentence].start
        named = draft.subject_end > draft.subject_start >= start
        return in_words(without_office(before) if named else before, self.census)

    @cached_property
    def _spoken(self) -> dict[int, list[Attribution]]:
        """What somebody is said to say, by the sentence in which he is named."""
        found: dict[int, list[Attribution]] = defaultdict(list)
        for one in self.sourcing.attributions:
            if one.source is not None and not one.negated:
                found[self.prose.sentence_at(one.source.start)].append(one)
        return found

    @cached_property
    def _withdrawals(self) -> Withdrawals:
        return Withdrawals(self.prose, self.sourcing)

    @cached_property
    def _accusers(self) -> Accusers:
        return Accusers(self.prose, self.sourcing, self.census)

    def _sentence(self, draft: Draft) -> str:
        sentence = self.prose.sentences[draft.sentence]
        return self.prose.text[sentence.start : sentence.end]

    def _before(self, draft: Draft) -> str:
        start = self.prose.sentences[draft.sentence].start
        named = draft.subject_end > draft.subject_start and draft.subject_start >= start
        return self.prose.text[start : max(start, draft.subject_start if named else draft.start)]

    def _asks(self, draft: Draft) -> bool:
        return self._sentence(draft).rstrip(" ”\"’'»)").endswith("?")

    def _speaks_of_itself(self, draft: Draft, who: Accuser) -> bool:
        """Tell whether the source speaks for the party; an insider's tip is no admission."""
        speaker = who.names.split(" | ")[0] if " | " in who.names else who.names
        first = " ".join(who.names.split(" | ")[:3])
        if _INSIDER.search(first.casefold()) or draft.kind in ("class", "description"):
            return False
        if draft.kind == "state":  # an official who accuses his own state does not own up for it
            mine, theirs = split(words(draft.subject))[1], split(words(speaker))[1]
            return not draft.polarity and bool(set(mine) & set(theirs))
        if draft.polarity and not draft.subject[:1].isupper():
            return False
        named = set(words(draft.subject))
        return bool(named) and named <= set(words(first))


def _speaks_along(said: Attribution, draft: Draft) -> bool:
    """Tell whether a party is among those who speak.

    Where "the ministry and the Front accused each other" who of them said it of whom is not told
    apart: neither stands accused by an authority.
    """
    source = said.source
    return (
        source is not None
        and source.start <= draft.subject_start
        and draft.subject_end <= source.end
    )
