"""Where the articles of a page's text begin and end, by evidence that news pages share, not by one site's marks.

A page may hold one article or several, with headlines said twice, captions said twice, menus before and lists of other
articles after. Splitting one article in two is worse than leaving two together, so a cut asks for evidence of several kinds.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, groupby, pairwise

from dateline.pages.lines import Line, dateline_of
from dateline.pages.parts import HEADER_AT_MOST, LOOK_BACK, Item, item_of, of_header, takes_up

_ENOUGH = 5
"""The points that evidence for a new article must reach; see `_evidence`."""

_BEHIND_A_DAY = re.compile(r" [-–—|] \w|: [A-Z]")
_TITLE = 4
"""Words of a title that are hardly another's by chance."""
_LISTED = 3
"""So many headlines behind their days are a list."""
_HEADLINE_AT_MOST = 30

_LEDE = re.compile(
    r"\b(?:on|since|late|early|last) (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:said|announced|told|reported|confirmed|warned|urged)\b"
    r"|\b(?:yesterday|today)\b",
    re.IGNORECASE,
)

_LEANS = re.compile(
    r"[“\"‘']?(?:he|she|they|it|this|these|those|that|but|and|however|meanwhile|also|still|yet|in addition|moreover|according to (?:him|her|them)|"
    r"asked (?:about|if|whether)|his|her|their|its|such|another|other|nor|so|then|for (?:his|her|their) part)\b",
    re.IGNORECASE,
)

_FULL_NAME = re.compile(r"\b[A-Z][\w’'-]+ (?:[A-Z]\. |al-|bin |de |van |von )?(?P<last>[A-Z][\w-]{2,})\b")

_SPEAKS = re.compile(
    r"(?:(?<=[a-z,;:”\"] )|(?<=\n)|^)(?P<name>[A-Z][\w-]{2,})(?:’s|'s)?(?= (?:said|says|told|added|also|was|is|has|had|and|who|will|would)\b)|"
    r"(?<=\b(?:said|says|told) )(?P<said>[A-Z][\w-]{2,})(?=[.,])"
)


def items_of(lines: Sequence[Line]) -> tuple[Item, ...]:
    """The articles that the lines hold, in order; none where no line is part of one."""
    lines = _without_listed_days(lines)
    if not lines:
        return ()
    starts = _starts(lines)
    bounds = [*starts, len(lines)]
    found = [item for a, b in pairwise(bounds) if _holds_words(item := item_of(lines[a:b]))]
    if not found:  # whatever it is made of, a page with paragraphs is an article
        whole = Item(None, (), tuple(line for line in lines if line.prose), ())
        return (whole,) if _holds_words(whole) else ()
    return tuple(_with_the_rest(found, lines))


def _without_listed_days(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without lists of other articles' headlines, each behind its day: "May 4, 2031 - Ferry to Olden stays in port".

    A chronology tells of its days in sentences, which end in a full stop.
    """
    kept: list[Line] = []
    for listed, run in groupby(lines, _listed_by_day):
        together = list(run)
        kept += [] if listed and len(together) >= _LISTED else together
    return kept if any(line.prose or line.sentence for line in kept) else lines


def _listed_by_day(line: Line) -> bool:
    if not line.text[:1].isalnum() or line.text.endswith((".", ".”", '."')) or line.count > _HEADLINE_AT_MOST:
        return False
    day = next(iter(line.days), None)
    return day is not None and day.start == 0 and _BEHIND_A_DAY.match(line.text, day.end) is not None


def _holds_words(item: Item) -> bool:
    letters = 0
    for line in item.body:
        letters += sum(map(str.isalpha, line.text[:200]))
        if letters >= 10:
            return True
    return False


def begins_anew(lines: Sequence[Line], start: int, k: int, markup: int) -> bool:
    """Whether an article begins at line k, where the one before began at `start` and markup speaks for it with so many points."""
    body = _body_after(lines, k)
    return body is not None and _evidence(lines, start, k, body, 1) + markup >= _ENOUGH


def _with_the_rest(found: list[Item], lines: Sequence[Line]) -> list[Item]:
    """Short bits before the first headline (menus, a masthead) are no article where others follow; what they tell is kept."""
    if len(found) < 2 or any(line.prose for line in found[0].body):
        return found
    first, second = found[0], found[1]
    kept = Item(
        second.headline, second.captions, second.body, tuple(lines[: lines.index(first.body[-1]) + 1]) + second.around
    )
    return [kept, *found[2:]]


def _starts(lines: Sequence[Line]) -> list[int]:
    twice = _said_twice(lines)
    usual = _usual_gap(lines)
    starts = [0]
    bare: list[int] = []
    paragraphs = list(accumulate((line.prose for line in lines), initial=0))
    k = 1
    needed = _ENOUGH + (2 if len(twice) > 1 else 0)
    while k < len(lines):
        body = _body_after(lines, k)
        if body is None:
            k += 1
            continue
        after_prose = paragraphs[k] > paragraphs[starts[-1]]
        if k in twice:
            starts.append(k)
        elif (
            after_prose
            and _evidence(lines, starts[-1], k, body, usual) >= needed
            and not _only_repeats(lines, title := _last_title(lines, k, body), starts[-1])
        ):
            starts.append(title)
            if not _headed(lines, k, body):
                bare.append(starts[-1])
        else:
            k += 1
            continue
        k = max(body, twice.get(k, 0)) + 1
    return _without_posts(lines, starts, bare)


def _only_repeats(lines: Sequence[Line], k: int, start: int) -> bool:
    """Whether line k only says a title of the article again that begins at `start`; no further back than names are looked for."""
    before = lines[max(start, k - LOOK_BACK) : k]
    return any(lines[k].repeats(title) for title in before if title.title and title.count >= _TITLE)


def _without_posts(lines: Sequence[Line], starts: list[int], bare: Sequence[int]) -> list[int]:
    """Many short parts under bare headlines are the posts of one live page or the sections of one long piece, and stay together."""
    sizes = sorted(
        sum(line.count for line in lines[a:b])
        for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)
        if a in bare
    )
    if len(sizes) >= 3 and sizes[len(sizes) // 2] < 250:
        return [k for k in starts if k not in bare]
    return starts


def _headed(lines: Sequence[Line], k: int, body: int) -> bool:
    """Whether more than a headline says that an article begins: a byline, a day, a dateline, a caption, a list or rule before."""
    header, last = lines[k + 1 : body], lines[k - 1]
    return (
        dateline_of(lines[body].text) is not None
        or any(line.byline or line.dated or line.credited for line in header)
        or last.section
        or last.around
        or last.credit
        or _lists(lines[max(0, k - 12) : k])
    )


def _said_twice(lines: Sequence[Line]) -> dict[int, int]:
    """The lines that are a headline because it is said again a few lines on, before the body: {first: second}."""
    found: dict[int, int] = {}
    after: dict[str, int] = {}
    again: dict[int, int] = {}
    for k in range(len(lines) - 1, -1, -1):
        key = lines[k].key
        if key in after:
            again[k] = after[key]
        after[key] = k
    k = 0
    while k < len(lines):
        line, second = lines[k], again.get(k)
        if second is None or second - k > HEADER_AT_MOST or line.credited or not (line.title and line.count >= 3):
            k += 1
            continue
        between = lines[k + 1 : second]
        said = Counter(other.key for other in lines[k : second + HEADER_AT_MOST])
        others = {other.key for other in between if not of_header(other)}
        if len(others) <= 2 and all(said[key] > 1 for key in others) and _body_after(lines, second) is not None:
            found[k] = second
            k = second
        k += 1
    return found


def _body_after(lines: Sequence[Line], k: int) -> int | None:
    """The index of the first paragraph under the headline at k; None where k heads none."""
    if not lines[k].title and not lines[k].dateline:
        return None
    if lines[k].dateline and lines[k].prose:
        return k
    window = lines[k + 1 : k + 1 + HEADER_AT_MOST]
    said = Counter(line.key for line in window)
    for n, line in enumerate(window):
        if line.section or line.rule:
            return None
        if line.prose and (line.dateline or not (line.credited or said[line.key] > 1)):
            return k + 1 + n
        if not (line.title or of_header(line) or said[line.key] > 1):
            return None
    return None


def _usual_gap(lines: Sequence[Line]) -> int:
    """How many empty lines stand between two paragraphs, mostly."""
    gaps = Counter(line.gap for before, line in pairwise(lines) if before.prose and line.prose)
    return min(gaps, key=lambda g: (-gaps[g], g)) if gaps else 1


def _evidence(lines: Sequence[Line], start: int, k: int, body: int, usual: int) -> int:
    """How much speaks for a new article at line k, whose first paragraph is at `body`; the last article began at `start`.

    Points, each for a habit of news pages: how a report begins (dateline 3, byline 2, a day 2, a caption 1 or, said twice, 2),
    how one ends (a list of other articles, a credit or a rule 2, a notice 1), white space (1 or 2), a headline in capitals 1,
    whose words the first paragraphs take up 2, names that are new 2 (and -2 where they are the same), a first paragraph that reports 1.
    """
    head, first = lines[k], lines[body]
    header, before = lines[k + 1 : body], lines[max(start, k - LOOK_BACK) : k]
    points = 0
    opening = dateline_of(first.text)
    if opening:
        points += 3 if opening["agency"] or first is not head else 2
    points += 2 * any(line.byline for line in header) + 2 * any(line.dated for line in header)
    said = Counter(line.key for line in header)
    captions = [line for line in header if line.credited]
    points += 2 if any(said[c.key] > 1 for c in captions) else bool(captions)
    long, paragraphs = _length(lines, body)
    if long < 40 or (points < 2 and (long < 60 or paragraphs < 3)):
        return 0
    last = before[-1]
    ended = last.section or last.signed or last.credit or last.rule or _lists(before)
    points += 2 if ended else last.around
    points += min(2, max(0, head.gap - max(usual, 1)))
    if first is not head:
        points += head.title_case and head.count >= 5
        points -= head.count <= 3
        points += 2 * takes_up(head, lines[body : body + 2])
    points += bool(_LEDE.search(first.text[:600]))
    points += _news(before, [head, *lines[body : body + 6]])
    return points - _goes_on(before, lines[body : body + 3])


def _length(lines: Sequence[Line], body: int) -> tuple[int, int]:
    """How many words and paragraphs follow before the next line that could be a headline or stands around articles."""
    words = paragraphs = 0
    for line in lines[body : body + 12]:
        if line.title or line.section or line.rule or line.dated:
            break
        words += line.count
        paragraphs += line.prose
    return words, paragraphs


def _goes_on(before: Sequence[Line], after: Sequence[Line]) -> int:
    """What speaks for the same article: a first word that leans on what was said (2), a surname without the name that was given (3)."""
    first = after[0].text
    points = 2 * bool(_LEANS.match(first))
    told = "\n".join(line.text[:2000] for line in before)
    said = "\n".join(line.text[:1000] for line in after)
    known = {m["last"] for m in _FULL_NAME.finditer(told)}
    for m in _SPEAKS.finditer(said):
        name = m["name"] or m["said"]
        if name in known and not any(full["last"] == name for full in _FULL_NAME.finditer(said[: m.end()])):
            return points + 3
    return points


def _last_title(lines: Sequence[Line], k: int, body: int) -> int:
    """The headline among several titles in a row, under a list of other articles: after most white space, else the last."""
    if not _lists(lines[max(0, k - 12) : k]):
        return k
    titles = [n for n in range(k, body) if lines[n].title and lines[n].count >= 4 and not lines[n].credited]
    return max(titles, key=lambda n: (lines[n].gap if n > k else 0, n), default=k)


def _lists(before: Sequence[Line]) -> bool:
    """Whether the last lines are a list under a heading such as `Related`."""
    for line in reversed(before[-12:]):
        if line.section:
            return True
        if line.prose:
            return False
    return False


def _news(before: Sequence[Line], after: Sequence[Line]) -> int:
    """2 where hardly any name goes on, 0 where half do, -2 where most do."""
    old = frozenset[str]().union(*(line.names for line in before))
    new = frozenset[str]().union(*(line.names for line in after))
    if len(new) < 3 or not old:
        return 0
    share = len(new & old) / len(new)
    return 2 if share < 0.2 else 1 if share < 0.4 else -2 if share > 0.7 else 0
