"""The parts of one article among its lines: headline, captions, body, and what stands around it (bylines, days, notices, lists of others)."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.pages.captions import looks_pictured
from dateline.pages.endings import without_leftovers
from dateline.pages.lines import Line

_CAPTION_AT_MOST = 80
"""Words of a caption."""

_POST_AT_MOST = 80
"""Words of a post that is embedded in an article."""

_PAIR = re.compile(
    r"(?:(?:read|see) (?:also|more|next)|also (?:read|see)|related(?: (?:article|story|news))?|more)\s?:?",
    re.IGNORECASE,
)
"""A heading over one other article's headline in the middle of a text."""

HEADER_AT_MOST = 12
"""Lines between a headline and the first paragraph."""

LOOK_BACK = 60
"""Lines of the article before that its names are taken from."""


@dataclass(frozen=True, slots=True)
class Item:
    """The lines of one article, each in its part. `around` are the lines before and after that tell of it: bylines, dates, notices."""

    headline: Line | None
    captions: tuple[Line, ...]
    body: tuple[Line, ...]
    around: tuple[Line, ...]


def item_of(lines: Sequence[Line]) -> Item:
    """The parts of the article that these lines hold."""
    twins = [k for k, pair in enumerate(pairwise(lines[:HEADER_AT_MOST])) if _summed_up(*pair)]
    summaries = tuple(lines[k] for k in twins)
    lines = [line for k, line in enumerate(lines) if k not in twins]
    said = Counter(line.key for line in lines[: 2 * HEADER_AT_MOST])
    body = _first_point(lines, _first_of_body(lines, said))
    headline = _headline(lines[:body], said, lines[body : body + _OPENING])
    captions = {
        line.key: line for line in reversed(lines[:body]) if line is not headline and _captioned(line, said, headline)
    }
    kept, around = _body(lines[body:], headline, captions)
    heads = tuple(line for line in lines[:body] if line is not headline and line.key not in captions)
    kept = _unglued(kept, headline)
    if not kept:  # nothing but what looks like captions and notices: the text, rather than nothing
        kept = tuple(line for line in lines if line.prose or line.key in captions)
        captions = {}
    return Item(headline, tuple(sorted(captions.values(), key=lambda c: c.start)), kept, summaries + heads + around)


def _unglued(kept: tuple[Line, ...], headline: Line | None) -> tuple[Line, ...]:
    """The body without the headline that its first line repeats and that runs into the text: "Ferry sinksOLDEN - The ferry"."""
    if not kept or headline is None or headline.count < 3 or not kept[0].text.startswith(headline.text):
        return kept
    first, cut = kept[0], len(headline.text)
    if not first.text[cut : cut + 1].isupper():
        return kept
    return (Line(first.start + cut, first.end, first.text[cut:], first.gap), *kept[1:])


def _summed_up(line: Line, following: Line) -> bool:
    """Whether a line without its full stop is the summary that says the first paragraph below it word for word."""
    return line.key == following.key and following.prose and following.sentence and not line.sentence


def trimmed(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of one article that are known to be its, without notices, share bars and lists of other articles among them."""
    kept, _ = _body(lines, None, {}, sure=True)
    return kept


def _captioned(line: Line, said: Counter[str], headline: Line | None) -> bool:
    if headline is not None and line.key == headline.key:
        return False
    if line.credit or line.around or line.section or line.dated or line.byline or line.count < 3:
        return False
    return _pictured(line, headed=headline is not None) or (
        said[line.key] > 1 and line.count >= 5 and (headline is None or line.key != headline.key)
    )


def _pictured(line: Line, *, headed: bool) -> bool:
    """Whether a line above the body is a caption: one or two sentences with a credit, under a headline or in words that pictures need."""
    if not line.credited or line.dateline or len(re.findall(r"[.!?][”\"')]* +[A-Z“\"]", line.text)) > 2:
        return False
    return headed or looks_pictured(line.text)


def _first_of_body(lines: Sequence[Line], said: Counter[str]) -> int:
    """The index of the line that the article's text begins with."""
    headed = False
    for k, line in enumerate(lines):
        if line.around or line.section or line.dated or line.byline or line.credit:
            continue
        if line.title and not headed and any(later.prose for later in lines[k + 1 : k + 8]):
            headed = True  # a question or a call may be a headline
            continue
        headed = headed or line.title
        if line.dateline and not (line.title and k + 1 < len(lines)):
            return k
        if (line.prose or line.sentence) and not _doubled(lines, k, said) and not _pictured(line, headed=k > 0):
            return k
    for k, line in enumerate(lines):  # nothing but captions, or lines that are no sentences
        if line.prose and not _doubled(lines, k, said):
            return k
    first = next((k for k, line in enumerate(lines) if line.title), None)
    if first is None:
        return 0
    return first + 1 if any(not of_header(line) for line in lines[first + 1 :]) else first


def _first_point(lines: Sequence[Line], body: int) -> int:
    """The index of the first of several points of a list that sum the article up above its text; else `body`."""
    points = [k for k in range(max(0, body - HEADER_AT_MOST), body) if lines[k].bullet and not lines[k].around]
    return points[0] if len(points) > 1 and points[-1] >= body - 2 else body


def _doubled(lines: Sequence[Line], k: int, said: Counter[str]) -> bool:
    """Whether a line above the body says what another one there does, as captions do: right after it, or one of few."""
    line = lines[k]
    if said[line.key] < 2 or line.count > _CAPTION_AT_MOST:
        return False
    again = next((n for n in range(k + 1, min(len(lines), k + 2 * HEADER_AT_MOST)) if lines[n].key == line.key), k)
    if any(other.prose and said[other.key] == 1 for other in lines[k + 1 : again]):
        return False  # the text itself is shown twice
    beside = [other.key for other in (*lines[max(0, k - 1) : k], *lines[k + 1 : k + 2])]
    return line.key in beside or line.credited or sum(1 for n in said.values() if n > 1) <= 3


def _headline(header: Sequence[Line], said: Counter[str], body: Sequence[Line]) -> Line | None:
    """The headline among the lines above the body: one said twice, else the one whose words the body takes up most, else the first."""
    titles = [line for line in header if (line.title or _said_as_title(line, said)) and not line.credited]
    titles = [line for line in titles if not line.outlet] or [line for line in titles if line.count > _OUTLET]
    first = titles[: 2 * HEADER_AT_MOST]  # as far as what is said twice is looked for, see `item_of`
    for line in titles:
        if line.count >= 3 and (said[line.key] > 1 or any(other.repeats(line) for other in first)):
            return line
    told = {w[:5] for line in body for w in re.findall(r"[^\W\d_]{4,}", line.text[:1500].casefold())}
    for least in (4, 3, 2):
        known = [
            line for line in titles if line.count >= least and (least > 2 or not line.text.istitle())
        ]  # "South Africa"
        if known:
            return max(
                known, key=lambda line: min(4, len({w[:5] for w in re.findall(r"[^\W\d_]{4,}", line.key)} & told))
            )
    return None


_OPENING = 8
"""Lines of a text that take up its headline's words."""

_OUTLET = 3
"""Words of a line that is an outlet's name rather than a headline, where nothing else could be one."""


def _said_as_title(line: Line, said: Counter[str]) -> bool:
    """Whether a line that ends in a full stop is a headline all the same ("... with War Min."): said twice, with a title's capitals."""
    return said[line.key] > 1 and line.title_case and 4 <= line.count <= 20 and not re.search(r"[.!?] ", line.text)


def _body(
    lines: Sequence[Line], headline: Line | None, captions: dict[str, Line], *, sure: bool = False
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines of the body, and those that stand around it. Captions among them are added to `captions`.

    `sure` says that the lines are known to be the article's, so that a list of other articles ends with the next sentence.
    """
    kept: list[Line] = []
    around: list[Line] = []
    last = max((k for k, line in enumerate(lines) if line.prose or line.sentence), default=len(lines) - 1)
    if any(line.signed for line in lines[last + 1 :]):  # below the reporters' names nothing tells anything
        lines, around = lines[: last + 1], list(lines[last + 1 :])
    k = 0
    while k < len(lines):
        line = lines[k]
        if line.section:
            resumed = _after_pair(lines, k, kept) or _resumes(lines, k + 1, sure=sure)
            around += lines[k:resumed]
            k = resumed
            continue
        double = k + 1 < len(lines) and lines[k + 1].key == line.key and line.count >= 4
        if double and (line.count > _CAPTION_AT_MOST or sure or (line.sentence and not line.credited)):
            k += 1  # a paragraph that is there twice; the second one stays
            continue
        if (
            line.tweeted
            and kept
            and kept[-1] is lines[k - 1]
            and kept[-1].count <= _POST_AT_MOST
            and not kept[-1].dateline
        ):
            around.append(kept.pop())  # the post itself
        if line.key in captions or double or (k < last and looks_pictured(line.text)):
            captions.setdefault(line.key, line)
        elif (
            line.around
            or line.tweeted
            or line.credit
            or (headline and line.key == headline.key)
            or line.byline
            or (line.dated and (k < 3 or k >= last))
        ):
            around.append(line)
        else:
            kept.append(line)
        k += 1
    kept, left = without_leftovers(kept)
    return tuple(kept), tuple(around + left)


def _after_pair(lines: Sequence[Line], k: int, kept: Sequence[Line]) -> int | None:
    """Where the body goes on after `Read also` and one headline in the middle of it; None where no such pair is at k.

    The paragraph after them goes on where it shares a name with what was said, and is not the headline's own first words.
    """
    if not kept or k + 2 >= len(lines) or not _PAIR.fullmatch(lines[k].text):
        return None
    head, first = lines[k + 1], lines[k + 2]
    if not head.title or not first.sentence or takes_up(head, [first]):
        return None
    if k + 4 < len(lines) and lines[k + 3].title and lines[k + 4].sentence and not lines[k + 3].title_case:
        return None
    told = frozenset[str]().union(*(line.names for line in kept[-LOOK_BACK:]))
    spoken = frozenset(w.casefold() for w in re.findall(r"\b[A-Z][\w-]{2,}", first.text[:2000]))
    return k + 2 if spoken & told else None


def _resumes(lines: Sequence[Line], k: int, *, sure: bool) -> int:
    """Where the body goes on after a list of other articles began: at a paragraph with a sentence after it, else nowhere."""
    for n in range(k, len(lines)):
        following = sure or (n + 1 < len(lines) and (lines[n + 1].prose or lines[n + 1].sentence))
        if following and (lines[n].prose or (sure and lines[n].sentence)):
            return n
    return len(lines)


def of_header(line: Line) -> bool:
    """Whether a line can stand between a headline and its body."""
    return line.count <= 4 or line.credited or line.around or line.dated or bool(line.byline)


def takes_up(head: Line, body: Sequence[Line]) -> bool:
    """Whether the first paragraphs say again what the headline says, as ledes do and paragraphs under a subheading seldom."""
    wanted = {w[:5] for w in re.findall(r"[^\W\d_]{4,}", head.text.casefold())}
    if len(wanted) < 4:
        return False
    said = {w[:5] for line in body for w in re.findall(r"[^\W\d_]{4,}", line.text[:800].casefold())}
    return 2 * len(wanted & said) >= len(wanted)
