"""An invented incident in three reports, and its case under judgements."""

from msgspec.structs import replace

from tests.trace.making import Made, document
from whence.model.case import Case, Judgement, Run
from whence.model.claim import Claim
from whence.model.origin import Origin
from whence.model.report import Report
from whence.run import pipeline
from whence.run.case.deriving import derived
from whence.run.config import Config

AT = "2031-05-09T10:00:00+00:00"
FAST = replace(Config(), weigh=replace(Config().weigh, draws=40))
MARSH = "Ada Marsh:person"
POLICE = "the harbour police:body"
OFFICIAL = "a dock official:anonymous"
GUARD = "coast guard:body"
LEAGUE = "Reed League"
BROTHERS = "Lantern Brotherhood"


def story() -> list[Made]:
    """Police, an official and the coast guard on a barge that burned; two parties are accused."""
    quay = Made(
        document(
            "Quay News",
            "Two deckhands were wounded when a barge burned at Lower Quay, the harbour police "
            "said.\nA dock official accused the Lantern Brotherhood of the attack.",
            "2031-05-06",
        )
    )
    quay.says("Two deckhands were wounded", POLICE)
    quay.fact("wounded", 2, "Two deckhands", POLICE, unit="deckhands")
    quay.fact("place", "Ostermouth", "Lower Quay", POLICE)
    quay.claim(BROTHERS, "accused the Lantern Brotherhood", OFFICIAL)
    quay.kind = "arson"
    post = Made(
        document(
            "Ostermouth Post",
            "Three deckhands were wounded, the coast guard said. It accused the Reed League.\n"
            "The Lantern Brotherhood denied that it had set the fire.",
            "2031-05-07",
        )
    )
    post.says("Three deckhands were wounded", GUARD)
    post.fact("wounded", 3, "Three deckhands", GUARD, unit="deckhands")
    post.claim(LEAGUE, "accused the Reed League", GUARD, standing="accused_by_authority")
    post.claim(
        BROTHERS,
        "denied that it had set the fire",
        f"{BROTHERS}:group",
        polarity=False,
        standing="denied",
        act="deny_involvement",
    )
    herald = Made(
        document(
            "Herald",
            "Two deckhands were wounded, said Ada Marsh. She accused the Reed League. The Reed "
            "League said that it had burned the barge, a sailor said.",
            "2031-05-08",
        )
    )
    herald.says("Two deckhands were wounded", MARSH)
    herald.fact("wounded", 2, "Two deckhands", MARSH, unit="deckhands")
    herald.claim(LEAGUE, "accused the Reed League", MARSH, standing="accused_by_authority")
    herald.mention("person", "Ada Marsh")
    return [quay, post, herald]


STORY = story()
DOCUMENTS = tuple(one.document for one in STORY)
REPORTS: tuple[Report, ...] = tuple(one.report() for one in STORY)
CLAIMS: tuple[Claim, ...] = tuple(claim for report in REPORTS for claim in report.claims)
FACTS = tuple(fact for report in REPORTS for fact in report.facts)
CHAINS = {chain.origin.who: chain.id for report in REPORTS for chain in report.chains}


def said(
    subject: str, verdict: str, *, by: str = "ana", at: str = AT, reason: str = "own files"
) -> Judgement:
    """A judgement by somebody."""
    return Judgement(subject=subject, verdict=verdict, by=by, at=at, reason=reason)


def case_of(*judgements: Judgement, reports: tuple[Report, ...] = REPORTS) -> Case:
    """Derive the case under judgements."""
    case = Case(
        id="case-1",
        run=Run(at=AT, whence="0", reader="hand@1", inputs=()),
        documents=DOCUMENTS,
        reports=reports,
        judgements=judgements,
    )
    return derived(case, FAST)


def traced(*judgements: Judgement) -> Case:
    """Trace the reports under judgements, and no further."""
    case = Case(
        id="case-1",
        run=Run(at=AT, whence="0", reader="hand@1", inputs=()),
        documents=DOCUMENTS,
        reports=REPORTS,
        judgements=judgements,
    )
    return pipeline.traced(case, FAST)


def bare(case: Case) -> Case:
    """Return a case without its judgements, to be compared."""
    return replace(case, judgements=())


def origin(case: Case, who: str) -> Origin:
    """Return the origin of what somebody said."""
    wanted = CHAINS[who]
    (found,) = (one for one in case.trace.origins if wanted in one.chain_ids)
    return found


def claims_about(case: Case, party: str) -> list[Claim]:
    """Return the claims of a case's reports that are about a party."""
    return [claim for report in case.reports for claim in report.claims if claim.subject == party]
