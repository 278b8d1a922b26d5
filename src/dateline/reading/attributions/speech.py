"""Direct speech before or after the clause that reports it."""

from spacy.tokens import Token

from dateline.model import Span
from dateline.reading.attributions.extent import Page, char_span, content_span, settle, tail
from dateline.reading.attributions.quotation import Quote
from dateline.reading.attributions.sources import noun_phrase

_NO_NAME = frozenset(("ADP", "CCONJ", "SCONJ", "PART"))
"""What opens and ends no name: behind a quotation comes the rest of its sentence ("... “war” against X, saying")."""


def direct_speech(page: Page, verb: Token, who: Token | None, first: int, last: int) -> list[Span]:
    """Direct speech right before or right after the reporting clause."""
    doc = page.parsed.doc
    own = who is not None and verb in (who.head, *who.head.conjuncts)
    left = min(first, noun_phrase(page, who)[0]) if who is not None and own and who.i < verb.i else first
    found: list[Span] = []
    left_at = doc[left].idx
    before = page.quotes.before(left_at)
    if before is not None and _comes_before(page, before, left_at) and is_speech(page, before):
        found.append(_whole_before(page, verb, before))
    right = last
    if who is not None and who.i > verb.i and not own:
        return found
    if who is not None and who.i > verb.i:
        right = max(right, noun_phrase(page, who, inverted=True)[1])
    at = doc[right - 1].idx + len(doc[right - 1])
    after = page.quotes.after(at)
    if after is not None and not found and _leads_to(page, right, after) and is_speech(page, after):
        found += [*_opening(page, verb, first), _whole_after(page, verb, after)]
    return found


def _opening(page: Page, verb: Token, first: int) -> list[Span]:
    """The content's opening words in `If it fails, he said, "..."` and `But, he said, "..."`."""
    doc = page.parsed.doc
    own = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    start, left = verb.sent.start, first if own is None else min(first, own.left_edge.i)
    while start < left and (doc[start].is_space or doc[start].is_punct):
        start += 1
    if left <= start or doc[left - 1].text != ",":
        return []
    opens = doc[start].lower_ == "if" or (left == start + 2 and doc[start].pos_ == "CCONJ")
    found = settle(page, doc[start].idx, doc[left - 1].idx) if opens else None
    return [] if found is None else [found]


def sentence_around(page: Page, who: Token, first: int) -> tuple[Span, Span] | None:
    """Source and content of `The plan "will not work," the envoy said`, where the model takes the plan for the speaker.

    `who` is the model's subject and `first` the cue's first token; None where no quotation ends between the two, right
    before a few words that can be a name.
    """
    doc = page.parsed.doc
    if who.i >= first:
        return None
    quote = page.quotes.before(doc[first].idx)
    if quote is None or quote.start <= doc[who.i].idx:
        return None
    words = [t for t in doc[who.i : first] if t.idx >= quote.end and not t.is_punct and not t.is_space]
    if not 1 <= len(words) <= 12 or any(t.pos_ in {"VERB", "AUX"} for t in words):
        return None
    if (
        words[0].pos_ in _NO_NAME
        or words[-1].pos_ in _NO_NAME
        or all(t.pos_ not in {"NOUN", "PROPN", "PRON"} for t in words)
    ):
        return None
    source = char_span(page, words[0].i, words[-1].i + 1)
    content = settle(page, doc[who.left_edge.i].idx, quote.end)
    return None if source is None or content is None or source.overlaps(content) else (source, content)


def _whole_before(page: Page, verb: Token, quote: Quote) -> Span:
    """The quotation, or the clause that it ends ("the plan was "a mistake," he said")."""
    content = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)
    if content is not None:
        start = content.left_edge.idx
        if start < quote.start and page.quotes.at(start) is None and page.text[start : quote.start].strip(" ,"):
            found = settle(page, start, quote.end)
            if found is not None:
                return found
    return quote.span


def _whole_after(page: Page, verb: Token, quote: Quote) -> Span:
    """The quotation, or the clause that it opens (`said "both sides" should meet`)."""
    text = page.text
    behind = text[quote.end : quote.end + 2].strip()
    clause = next((c for c in verb.rights if c.dep_ == "ccomp"), None)
    if text[quote.end - 2] in ".,!?" or not behind[:1].islower() or clause is None or clause.idx < quote.end:
        return quote.span
    first = clause.left_edge.i
    end = tail(page, first, clause.right_edge.i + 1)
    whole = content_span(page, first, end)
    return whole if whole is not None and whole.start == quote.start and whole.end > quote.end else quote.span


def _comes_before(page: Page, quote: Quote, left_at: int) -> bool:
    """Whether the reporting clause goes on with the quotation's sentence, and does not begin the next one."""
    text = page.text
    gap = text[quote.end : left_at]
    if any(c.isalnum() or c in ".:;?!\n" for c in gap):
        return False
    stopped = text[quote.start : quote.end].rstrip("\"'“”‘’„`«» ").endswith(".")
    return not stopped or text[left_at].islower()


def _leads_to(page: Page, right: int, quote: Quote) -> bool:
    """Whether nothing but the verb's own words and a colon or comma stands between it and the quotation."""
    doc, text = page.parsed.doc, page.text
    count = 0
    last = doc[right - 1]
    for i in range(right, min(right + 30, len(doc))):
        token = doc[i]
        if token.idx >= quote.start:
            break
        if "\n" in token.text:
            return False
        if token.text in {".", ";", "?", "!"}:
            return False
        if token.lower_ in {"that", "whether"} and token.dep_ in {"mark", "nsubj"}:
            return False
        last = token
        count += 1
    else:
        return False
    gap = text[last.idx + len(last) : quote.start]
    if gap.strip():
        return False
    return last.text in {":", ","} or count == 0


def is_speech(page: Page, quote: Quote) -> bool:
    """Whether the quotation may stand as speech: more than a quoted word or name."""
    inner = page.text[quote.start : quote.end].strip("\"'“”‘’„`«» ")
    return len(inner.split()) >= 3 or inner[-1:] in {".", ",", "!", "?"}
