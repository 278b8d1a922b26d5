"""Quotations without a cue of their own go to whoever was just speaking."""

import re
from bisect import bisect_left
from dataclasses import replace

from dateline.model import Span
from dateline.reading.attributions.detected import Detected, tokens_of
from dateline.reading.attributions.extent import Page
from dateline.reading.attributions.quotation import Quote
from dateline.reading.attributions.words import cue_words, lemma

_SENTENCE_END = re.compile(r"[.!?]['\"”’)]?\s")
_FEWEST_WORDS = 4
_LOOK_BACK = 3


def carry(page: Page, found: list[Detected]) -> list[Detected]:
    """The attributions, with the quotations that go on with them: `"...," he said. "..."`, and whole paragraphs of speech.

    A quotation belongs to the last attribution before it in its paragraph where nothing but the rest of that one's
    sentence stands between; a paragraph that is one quotation belongs to the speaker of the paragraph before, where
    nothing but the rest of a sentence follows what was said there. Paragraphs that open a quotation without an end
    belong to whoever is named at the quotation's end.
    """
    made = _opened_before(page, found)
    claimed = sorted((c.start, c.end) for one in made for c in (*one.content, *one.source, *one.cue))
    k, last = 0, -1
    reached = -1
    for quote in page.quotes.all:
        while k < len(claimed) and claimed[k][0] < quote.end:
            reached = max(reached, claimed[k][1])
            k += 1
        if reached > quote.start:
            continue
        while last + 1 < len(found) and found[last + 1].order[0] < quote.start:
            last += 1
        if last < 0 or not is_whole(page, quote):
            continue
        for k_back in range(last, max(-1, last - _LOOK_BACK), -1):
            if _goes_on(page, made[k_back], quote):
                made[k_back] = replace(made[k_back], content=_with(page.text, made[k_back].content, quote.span))
                break
    return made


def _opened_before(page: Page, found: list[Detected]) -> list[Detected]:
    """The attributions, with the paragraphs before them that opened their quotation and did not close it."""
    claimed = sorted((c.start, c.end) for one in found for c in (*one.content, *one.source, *one.cue))
    made = []
    paragraphs = page.parsed.paragraphs
    for one in found:
        content = one.content
        while True:
            quote = page.quotes.at(content[0].start)
            k = page.parsed.paragraph_of(content[0].start)
            if quote is None or k == 0 or quote.start != paragraphs[k].start or content[0].start != quote.start:
                break
            before = page.quotes.at(paragraphs[k - 1].start)
            if before is None or before.closed or not _is_speech_alone(page.text, before, claimed):
                break
            content = (before.span, *content)
        made.append(replace(one, content=content))
    return sorted(made, key=lambda one: one.place)


def _is_speech_alone(text: str, quote: Quote, claimed: list[tuple[int, int]]) -> bool:
    """Whether the quotation ends as a sentence does, and nobody else's words stand in it."""
    k = bisect_left(claimed, (quote.end, 0)) - 1
    free = k < 0 or claimed[k][1] <= quote.start
    return free and text[quote.start : quote.end].rstrip()[-1:] in {".", "!", "?", "…"}


def _with(text: str, content: tuple[Span, ...], more: Span) -> tuple[Span, ...]:
    """The content with one stretch more; made one with the last where only a colon or comma stands between."""
    final = content[-1]
    if (
        final.end <= more.start
        and text[final.end : more.start].strip() in {"", ":", ","}
        and "\n" not in text[final.end : more.start]
    ):
        return (*content[:-1], Span(final.start, more.end))
    return (*content, more)


def is_whole(page: Page, quote: Quote) -> bool:
    """Whether the quotation stands for a sentence or more."""
    inner = page.text[quote.start : quote.end].strip("\"'“”‘’„`«» ")
    ended = inner[-1:] in {".", ",", "!", "?"}
    return ended or (len(inner.split()) >= _FEWEST_WORDS and not quote.single)  # ‘A heading’ has no stop


def _goes_on(page: Page, one: Detected, quote: Quote) -> bool:
    text = page.text
    paragraph = page.parsed.paragraphs[page.parsed.paragraph_of(quote.start)]
    end = one.order[1]
    if end > quote.start:
        return False
    if end > paragraph.start:
        if page.quotes.at(one.content[0].start) is None and page.quotes.at(one.content[-1].end - 1) is None:
            return _right_behind(text, end, quote)
        return _same_breath(text[end : quote.start]) and _starts_sentence(text, quote)
    alone = quote.start == paragraph.start and quote.end >= paragraph.end - 1
    inner = text[quote.start : quote.end].rstrip("\"'“”‘’„`«» ")
    return alone and inner[-1:] in {".", "!", "?", "…", ",", ""} and _spoke_last(page, one, quote)


def _right_behind(text: str, end: int, quote: Quote) -> bool:
    """Whether the quotation follows a report in other words at once, as its proof: `said the plan failed: "..."`."""
    return text[end : quote.start].strip() in {":", ""} or (
        bool(re.fullmatch(r"[.!?]\s+", text[end : quote.start])) and _starts_sentence(text, quote)
    )


def _same_breath(gap: str) -> bool:
    """Whether the gap holds no more than the rest of one sentence."""
    return len(gap) < 300 and "\n" not in gap and len(_SENTENCE_END.findall(gap + " ")) <= 1


def _starts_sentence(text: str, quote: Quote) -> bool:
    before = text[: quote.start][-3:].rstrip()
    inner = text[quote.start : quote.end].lstrip("\"'“”‘’„`«» .…[")
    return before[-1:] in {".", "!", "?", ",", ":", "”", '"'} and (inner[:1].isupper() or before[-1:] in {",", ":"})


def _spoke_last(page: Page, one: Detected, quote: Quote) -> bool:
    """Whether the attribution's is the last word of the paragraph before: `"...," she said in a statement.`"""
    before = page.parsed.paragraphs[page.parsed.paragraph_of(quote.start) - 1]
    end = one.order[1]
    rest = page.text[end : before.end]
    if end <= before.start or page.quotes.after(end) != quote:
        return False
    final = max(one.content, key=lambda s: s.end)
    if page.quotes.at(final.end - 1) is not None:
        return _same_breath(rest)
    if not one.source or not one.cue or rest.strip(" .\u00a0"):
        return False
    asking = cue_words().request - cue_words().clause | {"request"}  # others answer
    return all(lemma(t) not in asking for t in tokens_of(page.parsed, one.cue[-1]))
