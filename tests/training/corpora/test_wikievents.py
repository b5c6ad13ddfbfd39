"""WikiEvents as examples: triggers of violence, and who had which part."""

import json
from pathlib import Path
from typing import Any

from training.corpora.wikievents import examples
from training.examples import Example

from tests.training.corpora.read import spans, words
from whence.infer.labels import ROLES

STORY = "Raiders of the Reed League burned two mills . Raiders fled Tal as guards voted ."
TOKENS = STORY.split()


def event(kind: str, start: int, end: int, *arguments: tuple[str, str]) -> dict[str, Any]:
    return {
        "event_type": kind,
        "trigger": {"start_idx": start, "end_idx": end, "text": " ".join(TOKENS[start:end])},
        "arguments": [{"role": role, "text": text} for role, text in arguments],
    }


def written(folder: Path, *events: dict[str, Any], tokens: list[str] = TOKENS) -> Example:
    base = folder / "data" / "wikievents"
    base.mkdir(parents=True, exist_ok=True)
    line = {"docid": "d1", "tokens": tokens, "event_mentions": list(events)}
    (base / "train.jsonl").write_text(json.dumps(line) + "\n")
    (made,) = examples(folder, "train")
    return made


def test_triggers_and_roles_of_violence_are_learnt(tmp_path: Path) -> None:
    made = written(
        tmp_path,
        event(
            "Conflict.Attack", 5, 6,
            ("Attacker", "Raiders"), ("Target", "two mills"), ("Place", "Tal"), ("Time", "dusk"),
        ),
        event("Contact.Contact", 14, 15, ("Participant", "guards")),
    )  # fmt: skip
    assert made.name == "d1"
    assert spans(made) == {"trigger": ["burned"]}
    assert made.roles is not None
    assert [(words(made, span), ROLES[role]) for span, role in made.roles] == [
        ("Raiders", "organisation"), ("two mills", "target"),
        ("Raiders", "organisation"), ("Tal", "place"),
    ]  # fmt: skip
    assert made.role_kinds == frozenset(range(len(ROLES)))


def test_an_attacker_in_small_letters_is_a_person(tmp_path: Path) -> None:
    made = written(tmp_path, event("Life.Die", 5, 6, ("Killer", "guards")))
    assert made.roles is not None
    assert [ROLES[role] for _, role in made.roles] == ["person"]


def test_of_places_that_overlap_the_longer_stays(tmp_path: Path) -> None:
    made = written(
        tmp_path,
        event("Life.Injure", 5, 6, ("Victim", "League"), ("Attacker", "the Reed League")),
    )
    assert made.roles is not None
    assert [words(made, span) for span, _ in made.roles] == ["the Reed League"]


def test_fills_are_whole_words(tmp_path: Path) -> None:
    made = written(tmp_path, event("Life.Die", 5, 6, ("Victim", "mill"), ("Place", "Ta")))
    assert made.roles == ()


def test_a_trigger_without_tokens_is_left_out(tmp_path: Path) -> None:
    assert spans(written(tmp_path, event("Life.Die", 5, 5))) == {"trigger": []}
    long = event("Conflict.Attack", 5, 8)
    assert spans(written(tmp_path, long, long)) == {"trigger": ["burned two mills"]}


def test_the_published_form_is_read_too(tmp_path: Path) -> None:
    one = event("Conflict.Attack.DetonateExplode", 5, 6, ("ExplosiveDevice", "mills"))
    one["trigger"] = {"start": 5, "end": 6, "text": "burned", "sent_idx": 0}
    made = written(tmp_path, one)
    assert spans(made) == {"trigger": ["burned"]}
    assert made.roles is not None
    assert [ROLES[role] for _, role in made.roles] == ["weapon"]
