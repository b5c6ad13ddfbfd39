"""How fast the reading model reads, beside a pipeline of spaCy, on one core.

    python -m benchmarks.reading --data FOLDER --repeat 5

Articles of ``--words`` words are cut from the texts of a folder, or from the example's reports. All
candidates read all articles in turns, ``--repeat`` times, so that a busy machine slows all of them.
Seconds are processor time. spaCy's tagger, parser and entity recogniser have random weights: that
changes what they find and hardly how long they take.
"""

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from benchmarks.cold_run import EXAMPLE, machine, measure

_ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
_SENTENCE = "The harbour police said on Tuesday that two deckhands were wounded."
_LABELS = {"tagger": 50, "parser": 45, "ner": 18}
_BUDGET = 0.12
"""What may be spent outside the encoder, as a share of the encoder's own time."""


@dataclass
class Candidate:
    """A way to read an article, with the seconds of each pass and of the encoder in it."""

    name: str
    read: Callable[[str], object]
    seconds: list[float] = field(default_factory=list)
    encoder: list[float] = field(default_factory=list)

    def run(self, articles: Sequence[str], watch: "Watch | None") -> None:
        """Read all articles once."""
        before = watch.seconds if watch else 0.0
        started = time.process_time()
        for article in articles:
            self.read(article)
        self.seconds.append(time.process_time() - started)
        if watch:
            self.encoder.append(watch.seconds - before)


class Watch:
    """An encoder that tells how long it took."""

    def __init__(self, encoder: Any) -> None:
        self._encoder = encoder
        self.together: int = encoder.together
        self.step: int = encoder.step
        self.seconds = 0.0

    def encode(self, *given: Any) -> Any:
        """Encode and count the seconds."""
        started = time.process_time()
        states = self._encoder.encode(*given)
        self.seconds += time.process_time() - started
        return states


def read(model: Any, text: str) -> int:
    """Read a text with every head; return how many words it has."""
    from whence.infer import roles, statements  # noqa: PLC0415 - after the threads are set
    from whence.infer.entities import entities  # noqa: PLC0415
    from whence.infer.suspects import suspects  # noqa: PLC0415

    count = 0
    for part in model.stretches(text):
        tagged = statements.tagged(model, part)
        statements.trusted(model, statements.link(model, part, tagged))
        suspects(model, part, tagged["suspect"])
        roles.fillers(model, part, entities(model, part))
        model.heads.linear("scalars", part.vectors)
        seen = part.vectors, part.tag_scores, part.hints, part.breaks
        list(model.insinuations.find(model.heads, *seen))
        count += len(part.edges)
    return count


def whence(program: str, folder: Path | None) -> tuple[Callable[[str], object], Watch]:
    """Return the reading model's way to read an article, and the watch on its encoder."""
    from whence.infer.model import FILES, Model  # noqa: PLC0415

    model: Any = Model(folder or FILES, program)
    model._encoder = Watch(model._encoder)
    return lambda text: read(model, text), model._encoder


def spacy() -> Callable[[str], object]:
    """Return a pipeline of spaCy: shared vectors for tagger and parser, entities with their own."""
    import spacy as library  # noqa: PLC0415 - only where it is installed

    nlp = library.blank("en")
    nlp.add_pipe("tok2vec")
    shared = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "*"}
    for name, count in _LABELS.items():
        part: Any = nlp.add_pipe(
            name, config={} if name == "ner" else {"model": {"tok2vec": shared}}
        )
        for number in range(count):
            part.add_label(f"L{number}")
    nlp.initialize()
    piped: Callable[[str], object] = nlp
    return piped


def articles(folder: Path | None, words: int, count: int) -> list[str]:
    """Return articles of so many words from the texts of a folder, or from the example."""
    from whence.run import pipeline  # noqa: PLC0415
    from whence.run.config import Config  # noqa: PLC0415
    from whence.run.world import World  # noqa: PLC0415

    if folder is None:
        case = pipeline.ingested([str(EXAMPLE)], Config(), World(at="2000-01-01T00:00:00+00:00"))
        texts = [document.text for document in case.documents]
        texts = ["\n".join(texts[at:] + texts[:at]) for at in range(len(texts))]
    else:
        paths = sorted(path for path in folder.rglob("*") if path.is_file())
        texts = [path.read_text("utf-8", errors="replace") for path in paths]
    long = [text for text in texts if len(text.split()) >= words]
    if not long:
        sys.exit(f"no text of {words} words in {folder or EXAMPLE}")
    return [" ".join(text.split(" ")[:words]) for text in long[:count]]


def candidates(models: Sequence[Path]) -> tuple[list[Candidate], dict[str, Watch]]:
    """Return what can be run here: our model by each program, other folders, and spaCy."""
    from whence.errors import ModelMissing  # noqa: PLC0415 - after the threads are set
    from whence.infer.encoders import ENCODERS  # noqa: PLC0415

    found, watches = [], dict[str, Watch]()
    for folder in (None, *models):
        for program in ENCODERS:
            name = f"whence {program}" + (f" {folder.name}" if folder else "")
            try:
                reader, watches[name] = whence(program, folder)
            except ModelMissing as missing:
                print(f"{name}: left out, {missing}")
                continue
            found.append(Candidate(name, reader))
    if find_spec("spacy") is None:
        print("spacy: left out, it is not installed (pip install spacy)")
    else:
        found.append(Candidate("spacy tagger+parser+ner", spacy()))
    return found, watches


def speeds(given: Sequence[str], repeat: int, models: Sequence[Path]) -> list[dict[str, Any]]:
    """Let all candidates read in turns; return a row each and print it."""
    from whence.infer import words  # noqa: PLC0415

    found, watches = candidates(models)
    count = sum(len(words.cut(article)) for article in given)
    for one in found:
        one.read(given[0])
    for _ in range(repeat):
        for one in found:
            one.run(given, watches.get(one.name))
    fastest = statistics.median(found[0].seconds)
    print(f"{len(given)} articles, {count} words and marks, {repeat} passes; words a second:")
    print(f"{'':34} {'min':>8} {'median':>8} {'max':>8} {'time':>6} {'beside the encoder':>19}")
    rows = []
    for one in found:
        low, middle, high = (count / pick(one.seconds) for pick in (max, statistics.median, min))
        row = {"name": one.name, "low": low, "median": middle, "high": high}
        row["time"] = statistics.median(one.seconds) / fastest
        line = f"{one.name:34} {low:8.0f} {middle:8.0f} {high:8.0f} {row['time']:6.2f}"
        if one.encoder:
            shares = [
                all_of_it / core - 1
                for all_of_it, core in zip(one.seconds, one.encoder, strict=True)
            ]
            row["beside"] = statistics.median(shares)
            line += f" {row['beside']:12.1%} (at most {_BUDGET:.0%})"
        print(line)
        rows.append(row)
    return rows


_worker: Callable[[str], object] | None = None


def _start() -> None:
    global _worker  # noqa: PLW0603 - a process reads with one model
    _worker = whence("onnxruntime", None)[0]
    _worker(_SENTENCE)


def _work(article: str) -> object:
    assert _worker is not None  # noqa: S101 - set when the process starts
    return _worker(article)


def scaling(given: Sequence[str]) -> dict[int, float]:
    """Return the wall seconds that one and two processes take for all articles."""
    taken = {}
    for jobs in (1, 2):
        with ProcessPoolExecutor(jobs, get_context("spawn"), _start) as pool:
            list(pool.map(_work, [_SENTENCE] * 4 * jobs))  # all are there before the clock starts
            started = time.perf_counter()
            list(pool.map(_work, given))
            taken[jobs] = time.perf_counter() - started
    print(f"two processes: {taken[1] / taken[2]:.2f} times as fast as one (wall time)")
    return taken


def cold(repeat: int) -> dict[str, float]:
    """Return the median wall and processor seconds from nothing to a first reading, and the peak.

    The first reading is that of one sentence, in a fresh process.
    """
    code = (
        "from benchmarks.reading import read; from whence.infer.model import load;"
        f"read(load(), {_SENTENCE!r})"
    )
    samples = [measure([sys.executable, "-c", code]) for _ in range(repeat)]
    row = {
        "seconds": statistics.median(one.seconds for one in samples),
        "cpu_seconds": statistics.median(one.cpu_seconds for one in samples),
        "peak_mib": max(one.peak_mib for one in samples),
    }
    print(
        f"cold start to the first sentence: {row['seconds']:.2f} s, of the processor"
        f" {row['cpu_seconds']:.2f} s, peak {row['peak_mib']:.0f} MiB"
    )
    return row


def main() -> None:
    """Measure and print; with ``--json`` write the figures too."""
    for name in _ONE_THREAD:  # inherited by every process that is started
        os.environ.setdefault(name, "1")
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, help="folder of texts (default: the example)")
    parser.add_argument("--words", type=int, default=600, help="words of an article")
    parser.add_argument("--articles", type=int, default=10, help="how many articles at most")
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--model", type=Path, action="append", default=[], help="another folder")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    asked = parser.parse_args()
    began = cold(asked.repeat)  # first: a process inherits the peak of the one that starts it
    given = articles(asked.data, asked.words, asked.articles)
    record = {
        "machine": machine(),
        "cold": began,
        "speeds": speeds(given, asked.repeat, asked.model),
        "processes": scaling(given),
    }
    if asked.json:
        asked.json.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
