"""PolNeAR (Newell et al. 2018): sources, cues and contents, and which belong together."""

from pathlib import Path

from evaluation.corpora.polnear import Relation, read, split_files

from training.examples import NOBODY, UNJUDGED, Cut, Example, Range, Statement, maximal
from training.hints import hints


def examples(data: Path, split: str) -> list[Example]:
    """Return the documents of a split, by name."""
    return [_example(*files) for files in split_files(data, split)]


def _example(text_path: Path, annotation_path: Path) -> Example:
    annotated = read(text_path, annotation_path)
    cut = Cut(annotated.text)
    spans: dict[str, set[Range]] = {"source": set(), "cue": set(), "content": set()}
    sources: dict[int, int] = {}
    cues: dict[int, int] = {}
    begins: dict[int, int] = {}
    ends: dict[int, int] = {}
    statements: list[Statement] = []
    for relation in sorted(annotated.relations, key=_size):
        source, cue, content = _parts(cut, relation)
        spans["source"].update(source)
        spans["cue"].update(cue)
        spans["content"].update(content)
        if cue or content:
            anchor = (cue or content)[0][0]
            sources[anchor] = source[0][0] if source else NOBODY
        if cue and content:
            begins[cue[0][0]], ends[cue[0][0]] = content[0][0], content[0][1] - 1
        if content:
            statements.append(_unjudged(cue, content[0]))
        for start, _ in content:
            cues[start] = cue[0][0] if cue else NOBODY
    return Example(
        name=annotated.name,
        hints=hints(annotated.text, cut),
        words=cut.words,
        spans={name: tuple(sorted(maximal(found))) for name, found in spans.items()},
        links={
            "source": tuple(sorted(sources.items())),
            "cue": tuple(sorted(cues.items())),
            "begin": tuple(sorted(begins.items())),
            "end": tuple(sorted(ends.items())),
        },
        statements=tuple(statements),
        speakers=tuple((span, UNJUDGED) for span in sorted(maximal(spans["source"]))),
    )


def _unjudged(cue: list[Range], content: Range) -> Statement:
    """Return a statement whose act nobody judged: at its cue, or else at its first word."""
    judged = cue[0] if cue else (content[0], content[0] + 1)
    return Statement(cue=judged, content=content, act=UNJUDGED, negated=False, certainty=0)


def _size(relation: Relation) -> int:
    """Order relations so that of two contents with one beginning the longer is linked."""
    return sum(end - start for start, end in relation.content)


def _parts(cut: Cut, relation: Relation) -> tuple[list[Range], list[Range], list[Range]]:
    return cut.ranges(relation.source), cut.ranges(relation.cue), cut.ranges(relation.content)
