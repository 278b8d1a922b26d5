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
from dateline.reading.attributions.detected import Detected, cue_token
from dateline.reading.attributions.extent import Page, open_page
from dateline.reading.attributions.learned.tagger import Onlooker, tag
from dateline.reading.attributions.links import without_links
from dateline.reading.attributions.ruled import by_rules
from dateline.reading.attributions.words import cue_words, lemma
from dateline.reading.parse import Parsed

_SENTENCE_END = re.compile(r"[.!?]\s")

_RELAYS = re.compile(
    r"(?:was |were |been )?(?:according|report(?:s|ed)\b|quot(?:es|ed|ing)\b|cit(?:es|ed|ing)\b)", re.IGNORECASE
)
"""Cues of those who pass on what others said."""
_AS_SAYING = re.compile(r"\bas \w+ing$")

_NEARBY = 2_000
"""Code points before a statement in which the rules' reading of it starts."""

_OF_A_QUOTE = 0.4
"""A content that holds so much of a quotation holds all of it: .3 to .5 gave the same on PolNeAR."""


def detect(parsed: Parsed, onlooker: Onlooker | None = None) -> list[Detected]:
    """Every attribution of the text, in its order. The onlooker is shown how the tagger's encoder sees the text."""
    page = open_page(parsed)
    ruled = by_rules(page)
    by_cue = {one.cue: one for one in ruled}
    labelled = [one for one in ruled if not one.cue]
    tagged = _apart(tag(parsed, ruled, onlooker), labelled)
    starts = [one.order[0] for one in ruled]
    nearer = [_nearest(page, one, ruled, starts) for one in tagged]
    others = sorted(s.start for one in nearer for s in (*one.source, *one.cue))
    sourced = [_as_ruled(parsed, one, by_cue[one.cue]) if one.cue in by_cue else one for one in nearer]
    settled = [_whole_quotes(page, completed(page, one, others)) for one in sourced]
    chosen = choose(page.text, settled, ())
    sure = [one for one in ruled if one.cue and (_is_quoted(page, one) or _is_told(parsed, one))]
    chosen += _apart(sure, chosen)
    made = [*carry(page, sorted(chosen, key=lambda one: one.place)), *labelled]
    kept = [replace(one, content=said) for one in made if (said := without_links(page.text, one.content))]
    return sorted(kept, key=lambda one: one.place)


def _is_quoted(page: Page, one: Detected) -> bool:
    return page.quotes.at(one.content[0].start) is not None


def _is_told(parsed: Parsed, one: Detected) -> bool:
    """Whether somebody says or denies it, by the lexicon's verbs: what the tagger then misses is as often right as not."""
    verb, words = cue_token(parsed, one), cue_words()
    told = words.speech | words.deny | words.refuse | words.counting
    return bool(one.source) and verb is not None and verb.pos_ == "VERB" and lemma(verb) in told


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


def _nearest(page: Page, one: Detected, ruled: list[Detected], starts: list[int]) -> Detected:
    """Who is nearer to the statement, as the rules find it: of "..., the minister said, according to the agency" and of
    "the agency quoted the minister as saying ..." the minister.
    """
    text = page.text
    if not _RELAYS.match(text, one.cue[0].start, one.cue[0].end):
        return one
    content = Span(one.content[0].start, one.content[-1].end)
    start, end = one.order
    for k in range(bisect_left(starts, min(start, content.start) - _NEARBY), bisect_left(starts, end)):
        inner = ruled[k]
        if not inner.cue or not inner.source or inner.cue == one.cue:
            continue
        if _RELAYS.match(text, inner.cue[0].start, inner.cue[0].end):
            if inner.cue[0].overlaps(one.cue[0]) and _AS_SAYING.search(text, inner.cue[0].start, inner.cue[-1].end):
                return inner
            continue
        last = inner.order[1]
        told_before = inner.content[-1].end <= inner.cue[0].start
        within = content.start < inner.content[-1].end and last <= content.end
        if told_before and within and not _SENTENCE_END.search(text, last, content.end):
            return inner
    return one


def _as_ruled(parsed: Parsed, one: Detected, ruled: Detected) -> Detected:
    """The attribution with what the rules know better of the same cue: its source where it has none, and who speaks.

    Of "put the number at 450" the tagger breaks off before the number, which belongs to the content.
    """
    verb = cue_token(parsed, one)
    counts = verb is not None and verb.pos_ == "VERB" and lemma(verb) in cue_words().counting
    content = ruled.content if counts else one.content
    return replace(one, source=one.source or ruled.source, content=content, speaker=ruled.speaker)


def _whole_quotes(page: Page, one: Detected) -> Detected:
    """The attribution with every quotation whole that its content holds a good part of, where nothing else of it stands inside."""
    spans: list[Span] = []
    for part in one.content:
        start, end = part.start, part.end
        quote = page.quotes.at(start) or page.quotes.after(start)
        while quote is not None and quote.start < part.end:
            shared = min(end, quote.end) - max(start, quote.start)
            others = any(s.start < quote.end and quote.start < s.end for s in (*one.cue, *one.source))
            its_end = (
                quote.start < part.start and part.end >= quote.end - 1
            )  # "... for months,” he said" cut at "months"
            if (its_end or shared >= _OF_A_QUOTE * (quote.end - quote.start)) and not others:
                start, end = min(start, quote.start), max(end, quote.end)
            quote = page.quotes.after(quote.end)
        if spans and start <= spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(end, spans[-1].end))
        else:
            spans.append(Span(start, end))
    return replace(one, content=tuple(spans))
