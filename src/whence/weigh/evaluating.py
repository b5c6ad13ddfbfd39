"""The numbers of a model, before they are put into words."""

from collections import defaultdict

from msgspec import Struct
from msgspec.structs import replace

from whence.model.assessment import Sensitivity
from whence.model.incident import Incident, Statement
from whence.model.origin import Trace
from whence.weigh.affiliation import swaying
from whence.weigh.items import Item, heard_of, owns
from whence.weigh.modelling import model_of
from whence.weigh.moments import standing_at
from whence.weigh.numbers.likelihood import Draws
from whence.weigh.numbers.nats import NOTHING, Known
from whence.weigh.numbers.posterior import Joint, Model
from whence.weigh.options import Options
from whence.weigh.sensitivity import leave_one_out

ANEW = 32
"""Origins without whom all is weighed again; it takes as long as a weighing each."""


class Weighed(Struct, frozen=True, kw_only=True):
    """The numbers before they are put into words; ``alone`` are nats of each item by itself."""

    model: Model
    joint: Joint
    sensitivity: tuple[Sensitivity, ...]
    alone: tuple[tuple[Item, float], ...]


def evaluate(incident: Incident, trace: Trace, options: Options, known: Known = NOTHING) -> Weighed:
    """Return priors, evidence and posterior as numbers; what is ``known`` is not drawn again.

    Raises:
        ConfigError: when an override, a finding or an added party does not fit the incident.
    """
    draws = Draws(seed=options.seed, count=options.draws)
    model = model_of(incident, trace, options, draws, known)
    plain = weighed(model)
    others = _anew(model, incident, trace, options)
    return replace(plain, sensitivity=leave_one_out(model, plain.joint, others))


def weighed(model: Model) -> Weighed:
    """Return the numbers of a model, without what leaving out a first hand would change."""
    nats = (float(value) for value in model.nats.alone[:, 0])
    return Weighed(
        model=model,
        joint=model.evaluate(),
        sensitivity=(),
        alone=tuple(zip(model.items, nats, strict=True)),
    )


def _anew(model: Model, incident: Incident, trace: Trace, options: Options) -> dict[str, Joint]:
    """Weigh again without each origin whose absence changes what others are worth.

    Of more than ``ANEW`` such origins the rest lose only what they say themselves.
    """
    origins = {origin.id: origin for origin in trace.origins}
    heard = heard_of(standing_at(incident, options.as_of), options)
    chosen = swaying(incident, origins, heard) | _mouths(model) | _speakers(heard)
    found = {}
    for origin_id in sorted(chosen - set(options.without))[:ANEW]:
        without = replace(options, without=(*options.without, origin_id))
        less = model_of(incident, trace, without, model.draws, model.nats.known)
        found[origin_id] = less.evaluate()
    return found


def _speakers(heard: tuple[Statement, ...]) -> frozenset[str]:
    """Return the origins through whom a party speaks for itself that does so through several.

    Its word goes whole without any of them: what it says of itself in one way (that it did not
    stage it) goes with what it says in another (that it did it).
    """
    voices: defaultdict[str, set[str]] = defaultdict(set)
    for statement in heard:
        if owns(statement):
            voices[statement.party_id].add(statement.origin_id)
    return frozenset().union(*(hands for hands in voices.values() if len(hands) > 1))


def _mouths(model: Model) -> frozenset[str]:
    """Return the origins with whom more goes than what is put down to them.

    What a party says for itself goes whole, by whomever it claims and denies; and without its claim
    a silence that is told speaks of it as well.
    """
    voices: defaultdict[str, set[str]] = defaultdict(set)
    claiming: set[str] = set()
    for item in model.items:
        if item.own:
            voices[item.about] |= {item.voices[0].origin_id, *item.echoes}
            claiming |= {item.voices[0].origin_id} if item.row.ratio > 1 else set()
    together = (hands for hands in voices.values() if len(hands) > 1)
    return frozenset(claiming.union(*together))
