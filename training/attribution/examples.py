"""PolNeAR's articles as the tagger sees them, with the roles of their words and the cues to learn from."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from dateline.model import Span
from dateline.reading.attributions.detected import Detected
from dateline.reading.attributions.extent import open_page
from dateline.reading.attributions.learned import signs
from dateline.reading.attributions.learned.pieces import Vocabulary
from dateline.reading.attributions.learned.tagger import Sight, related, see
from dateline.reading.attributions.ruled import by_rules
from dateline.reading.parse import parse

Numbers = npt.NDArray[np.int64]

EVERY = 12
"""Of the verbs that are no cue each twelfth is shown as a false one, beside all false cues of the rules."""

_ROLES = ("source", "cue", "content")
_MARKED = re.compile(r"^(T\d+)\t\w+ (\d+ \d+(?:;\d+ \d+)*)\t", re.MULTILINE)
_EVENT = re.compile(r"^E\d+\t(.*)$", re.MULTILINE)
_ROLE = re.compile(r"(Source|Cue|Content)\d*:(T\d+)")


@dataclass(frozen=True, slots=True)
class Cue:
    """A true or a false cue, and for each word of its line the relation to it and the roles by the rules and by the annotators."""

    words: range
    line: range
    relations: tuple[str, ...]
    ruled: Numbers
    roles: Numbers


@dataclass(frozen=True, slots=True)
class Example:
    """An article and what the annotators found in it; `roles` holds one for each word."""

    sight: Sight
    roles: Numbers
    cues: tuple[Cue, ...]


def articles(folder: Path) -> Iterator[tuple[str, str, list[Detected]]]:
    """Name, text and attributions of every article of a PolNeAR folder; of several annotators the first file's."""
    found = defaultdict(list)
    for path in sorted((folder / "attributions").glob("*.ann")):
        found[path.stem.rsplit("_", 1)[0]].append(path)
    for name in sorted(found):
        text = (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        yield name, text, _attributions(found[name][0].read_bytes().decode("utf-8"), text)


def example(text: str, gold: list[Detected], vocabulary: Vocabulary) -> Example:
    """One article, read as the tagger will read it."""
    parsed = parse(text)
    ruled = by_rules(open_page(parsed))
    sight = see(parsed, ruled, vocabulary)
    line_of = {i: line for line in sight.lines for i in line}
    cues: list[Cue] = []
    taken: set[int] = set()
    for one in gold:
        at = signs.words_in(sight.words, one.cue)
        if at:
            cues.append(_cue(sight, range(at[0], at[-1] + 1), line_of[at[0]], [one], ruled))
            taken.update(at)
    cues += [_cue(sight, at, line_of[at.start], [], ruled) for at in _false_cues(sight, ruled, taken)]
    return Example(sight, signs.roles_of(sight.words, gold), tuple(cues))


def _cue(sight: Sight, at: range, line: range, gold: list[Detected], ruled: list[Detected]) -> Cue:
    at = range(at.start, min(at.stop, line.stop))
    here = sight.words[line.start : line.stop]
    near = signs.ruled_beside(sight.words, at, ruled)
    return Cue(at, line, tuple(related(sight, at, line)), signs.roles_of(here, near), signs.roles_of(here, gold))


def _false_cues(sight: Sight, ruled: list[Detected], taken: set[int]) -> Iterator[range]:
    seen = set(taken)
    for one in ruled:
        at = signs.words_in(sight.words, one.cue)
        if at and seen.isdisjoint(at):
            seen.update(at)
            yield range(at[0], at[-1] + 1)
    doc = sight.parsed.doc
    verbs = [i for i, token in enumerate(sight.tokens) if doc[int(token)].pos_ == "VERB"]
    yield from (range(i, i + 1) for i in verbs[::EVERY] if i not in seen)


def _attributions(annotation: str, text: str) -> list[Detected]:
    marked = {m[1]: [Span(*map(int, pair.split())) for pair in m[2].split(";")] for m in _MARKED.finditer(annotation)}
    found = []
    for event in _EVENT.finditer(annotation):
        one: dict[str, list[Span]] = {role: [] for role in _ROLES}
        for role, key in _ROLE.findall(event[1]):
            one[role.lower()] += marked.get(key, [])
        source, cue, content = (_joined(text, one[role]) for role in _ROLES)
        found.append(Detected(source=source, cue=cue, content=content))
    return found


def _joined(text: str, spans: list[Span]) -> tuple[Span, ...]:
    """In order, without white space at the ends, those with only white space between them made one."""
    made: list[Span] = []
    for span in sorted(spans):
        part = text[span.start : span.end]
        start, end = span.start + len(part) - len(part.lstrip()), span.end - len(part) + len(part.rstrip())
        if made and not text[made[-1].end : start].strip():
            made[-1] = Span(made[-1].start, max(end, made[-1].end))
        elif end > start:
            made.append(Span(start, end))
    return tuple(made)
