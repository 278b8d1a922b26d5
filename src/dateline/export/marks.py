"""An article's text as HTML, with the cited words marked, however the passages overlap."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dateline.model import Anchor, Span

_UNSHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_LONE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A cited passage: `id` is what links lead to, `labels` are the lines of the dossier that cite it (T3, C1)."""

    id: str
    anchor: Anchor
    labels: tuple[str, ...]


def shown(text: str) -> str:
    """The text without the characters that HTML cannot hold; a lone surrogate is a replacement character."""
    return _LONE.sub("\ufffd", _UNSHOWN.sub("", text))


def marked(text: str, passages: Iterable[Passage]) -> tuple[Markup, ...]:
    """The paragraphs of the text, passages in `<mark>`, each followed by links back to the lines that cite it.

    A passage inside another one is nested in it; where two cross, the later is split. The first piece of a passage has
    its id, every piece names it in `data-passage`.
    """
    cited = sorted(passages, key=lambda p: (p.anchor.start, -p.anchor.end, p.id))
    made = []
    at = 0
    for line in _lines(text):
        while at < len(cited) and cited[at].anchor.end <= line.start:
            at += 1
        held = [p for p in _until(cited, at, line.end) if p.anchor.end > line.start]
        made.append(_paragraph(text, line, held))
    return tuple(made)


def _lines(text: str) -> Iterable[Span]:
    return [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", text)]


def _until(cited: Sequence[Passage], at: int, end: int) -> Iterator[Passage]:
    while at < len(cited) and cited[at].anchor.start < end:
        yield cited[at]
        at += 1


def _paragraph(text: str, line: Span, held: Sequence[Passage]) -> Markup:
    """One line, from boundary to boundary; what is open at a boundary that cuts it is closed and opened again."""
    opening: Mapping[int, list[Passage]] = _grouped(held, lambda p: max(p.anchor.start, line.start))
    ends = {min(p.anchor.end, line.end) for p in held}
    made: list[Markup] = []
    stack: list[Passage] = []
    before = line.start
    for place in sorted({line.start, line.end, *opening, *ends}):
        made.append(Markup("{}").format(shown(text[before:place])))
        before = place
        kept: list[Passage] = []
        while stack and any(min(p.anchor.end, line.end) <= place for p in stack):
            passage = stack.pop()
            made.append(Markup("</mark>"))
            if min(passage.anchor.end, line.end) > place:
                kept.append(passage)
            elif passage.anchor.end <= line.end:
                made += [_back(label) for label in passage.labels]
        for passage in reversed(kept):
            made.append(_open(passage, first=False))
            stack.append(passage)
        for passage in opening.get(place, []):
            made.append(_open(passage, first=passage.anchor.start >= line.start))
            stack.append(passage)
    return Markup().join(made)


def _grouped(held: Iterable[Passage], key: Callable[[Passage], int]) -> dict[int, list[Passage]]:
    found: dict[int, list[Passage]] = {}
    for passage in held:
        found.setdefault(key(passage), []).append(passage)
    return found


def _open(passage: Passage, *, first: bool) -> Markup:
    if first:
        return Markup('<mark id="{0}" data-passage="{0}">').format(passage.id)
    return Markup('<mark data-passage="{}">').format(passage.id)


def _back(label: str) -> Markup:
    return Markup('<a class="back" href="#{0}" aria-label="back to line {0}">{0}</a>').format(label)
