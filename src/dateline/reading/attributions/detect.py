"""Detection: the source, cue and content of every attribution, as stretches of the text.

The learned tagger finds them; the rules give what it cannot see or may miss: quotations that go on over paragraphs, labelled
interviews, a quotation's own ends, and sources and quotations that it leaves out (what each adds on PolNeAR: the weights' card).
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from dateline.model import Span
from dateline.reading.attributions.carry import carry
from dateline.reading.attributions.choose import choose
from dateline.reading.attributions.completed import completed
from dateline.reading.attributions.detected import Detected
from dateline.reading.attributions.extent import Page, open_page
from dateline.reading.attributions.learned.tagger import tag
from dateline.reading.attributions.links import without_links
from dateline.reading.attributions.ruled import by_rules
from dateline.reading.parse import Parsed

_SENTENCE_END = re.compile(r"[.!?]\s")

_OF_A_QUOTE = 0.4
"""A content that holds so much of a quotation holds all of it: .3 to .5 gave the same on PolNeAR."""


def detect(parsed: Parsed) -> list[Detected]:
    """Every attribution of the text, in its order."""
    page = open_page(parsed)
    ruled = by_rules(page)
    by_cue = {one.cue: one for one in ruled}
    labelled = [one for one in ruled if not one.cue]
    tagged = _apart(tag(parsed, ruled), labelled)
    nearer = [_nearest(page.text, one, ruled) for one in tagged]
    others = sorted(s.start for one in nearer for s in (*one.source, *one.cue))
    sourced = [_with_source(one, by_cue.get(one.cue)) for one in nearer]
    settled = [_whole_quotes(page, completed(page, one, others)) for one in sourced]
    chosen = choose(page.text, settled, ())
    quoted = [one for one in ruled if one.cue and page.quotes.at(one.content[0].start) is not None]
    chosen += _apart(quoted, chosen)
    made = [*carry(page, sorted(chosen, key=lambda one: one.place)), *labelled]
    kept = [replace(one, content=said) for one in made if (said := without_links(page.text, one.content))]
    return sorted(kept, key=lambda one: one.place)


def _apart(found: Iterable[Detected], from_these: Iterable[Detected]) -> list[Detected]:
    """Those that share no cue and no content with any of the others."""
    taken = sorted((s.start, s.end) for one in from_these for s in (*one.cue, *one.content))
    kept, first = [], 0
    for one in sorted(found, key=lambda one: one.place):
        start, end = one.order
        while first < len(taken) and taken[first][1] <= start:
            first += 1
        near = taken[first : bisect_left(taken, (end, 0))]
        if not any(s.start < b and a < s.end for s in (*one.cue, *one.content) for a, b in near):
            kept.append(one)
    return kept


def _nearest(text: str, one: Detected, ruled: list[Detected]) -> Detected:
    """Who is nearer to the statement: of "..., the minister said, according to the agency" the minister's, as the rules find it."""
    if not text[one.cue[0].start : one.cue[0].end].lower().startswith("according"):
        return one
    content = Span(one.content[0].start, one.content[-1].end)
    for inner in ruled:
        told_before = inner.cue and inner.source and inner.content[-1].end <= inner.cue[0].start
        end = inner.order[1]
        within = content.start < inner.content[-1].end and end <= content.end
        if told_before and within and not _SENTENCE_END.search(text, end, content.end):
            return inner
    return one


def _with_source(one: Detected, ruled: Detected | None) -> Detected:
    """The attribution with the source that the rules find for the same cue, where it has none, and with who speaks."""
    if ruled is None:
        return one
    return replace(one, source=one.source or ruled.source, speaker=ruled.speaker)


def _whole_quotes(page: Page, one: Detected) -> Detected:
    """The attribution with every quotation whole that its content holds a good part of, where nothing else of it stands inside."""
    spans: list[Span] = []
    for part in one.content:
        start, end = part.start, part.end
        quote = page.quotes.at(start) or page.quotes.after(start)
        while quote is not None and quote.start < part.end:
            shared = min(end, quote.end) - max(start, quote.start)
            others = any(s.start < quote.end and quote.start < s.end for s in (*one.cue, *one.source))
            if shared >= _OF_A_QUOTE * (quote.end - quote.start) and not others:
                start, end = min(start, quote.start), max(end, quote.end)
            quote = page.quotes.after(quote.end)
        if spans and start <= spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(end, spans[-1].end))
        else:
            spans.append(Span(start, end))
    return replace(one, content=tuple(spans))
