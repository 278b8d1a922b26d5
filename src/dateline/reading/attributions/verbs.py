"""Attributions whose cue is a verb, by the form of the content beside it."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.model import Span
from dateline.reading.attributions.clauses import clause_of, spans
from dateline.reading.attributions.complements import complement_of
from dateline.reading.attributions.detected import Detected, tokens_of
from dateline.reading.attributions.extent import Page, char_span, content_span
from dateline.reading.attributions.grammar import child, cue_end, cue_range, is_passive, is_purpose, is_supposed
from dateline.reading.attributions.sources import noun_phrase
from dateline.reading.attributions.speech import direct_speech, sentence_around
from dateline.reading.attributions.telling import Telling, telling
from dateline.reading.attributions.words import cue_words, lemma
from dateline.reading.lexicon import lexicon

_OWN_VOICE = frozenset(("i", "we", "you"))
"""Outside of quotation marks these mean the paper, the interviewer or the reader."""

_QUOTES = frozenset(("quote", "cite"))
_ASKING = frozenset(("WDT", "WP", "WP$", "WRB"))
_PARTICLES = frozenset(("ADV", "CCONJ", "SCONJ", "PART", "INTJ", "ADP", "DET"))
_PRONOUNS = frozenset(
    ("him", "her", "herself", "it", "them", "this", "that", "so", "us", "me", "you", "himself", "itself", "themselves")
)


def find_verbal(page: Page) -> Iterator[Detected]:
    """Every verb of the lexicon, outside of direct speech, whose content stands beside it."""
    for token in page.parsed.doc:
        if token.pos_ in {"VERB", "AUX"} and token.lemma_ != "be" and page.quotes.at(token.idx) is None:
            found = _of_verb(page, token)
            if found is not None:
                yield found


def _of_verb(page: Page, verb: Token) -> Detected | None:
    if is_supposed(verb):
        return None
    if _is_quoted_as(verb):
        return _quoted_as_saying(page, verb)
    one = telling(page, verb)
    speaks = one.word in cue_words().speech
    around = sentence_around(page, one.who, one.first) if one.who is not None and speaks else None
    if around is not None:
        cue = char_span(page, one.first, cue_end(verb, one.last))
        return None if cue is None else Detected(source=(around[0],), cue=(cue,), content=(around[1],))
    contents = direct_speech(page, verb, one.who, one.first, one.last) if speaks else []
    last = cue_end(verb, one.last)
    if not contents:
        contents, last = _told(one)
    if not contents or _is_empty(page, contents) or (one.word == "cite" and _names_source(page, contents)):
        return None
    return _made(one, last, contents)


def _told(one: Telling) -> tuple[list[Span], int]:
    """The content in other words than the speaker's, and where the cue ends."""
    purpose = is_purpose(one.verb)
    if purpose and one.word not in cue_words().speech:
        return [], one.last
    clause = clause_of(one)
    if clause or purpose:
        return clause, cue_end(one.verb, one.last)
    return complement_of(one)


def _is_comment(one: Telling) -> bool:
    """Whether it is the paper's own voice: "it is worth mentioning that"."""
    chain = one.verb.doc[one.first : one.verb.i]
    return one.who is not None and one.who.lower_ == "it" and any(t.pos_ == "ADJ" for t in chain)


def _is_empty(page: Page, contents: list[Span]) -> bool:
    """Whether the content is a mere pronoun or particle ("criticized them", "however")."""
    if len(contents) > 1:
        return False
    words = [t for t in tokens_of(page.parsed, contents[0]) if not t.is_punct and not t.is_space]
    return len(words) < 2 and all(t.pos_ in _PARTICLES or t.lower_ in _PRONOUNS for t in words)


def _names_source(page: Page, contents: list[Span]) -> bool:
    """Whether what is cited is who said it, not what was said: "citing two officials"."""
    root = tokens_of(page.parsed, contents[0]).root
    word, people = root.lemma_.lower(), lexicon("unnamed")
    named = root.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"}
    return named or word in cue_words().document or word in people["singular"] or word in people["sources"]


def _is_quoted_as(verb: Token) -> bool:
    """Whether it is what somebody is quoted as doing: "as saying", "as telling reporters"."""
    told = verb.tag_ == "VBG" and verb.head.lower_ == "as" and lemma(verb.head.head) in _QUOTES
    return told and lemma(verb) in cue_words().speech


def _quoted_as_saying(page: Page, saying: Token) -> Detected | None:
    """Of "was quoted as saying" the source is the one who is quoted, not the one who quotes."""
    quote = saying.head.head
    who = child(quote, "nsubjpass", "dobj")
    first = min([cue_range(quote)[0], *(c.left_edge.i for c in quote.lefts if c.dep_ in {"nsubj", "nsubjpass"})])
    contents = direct_speech(page, quote, None, first, saying.i + 1)
    if not contents:
        contents = clause_of(Telling(page, saying, lemma(saying), None, saying.i, saying.i + 1))
    before = next(
        (c for c in quote.lefts if c.dep_ in {"ccomp", "advcl"} and page.parsed.doc[first - 1].text == ","), None
    )
    if not contents and before is not None:
        contents = spans(content_span(page, before.left_edge.i, min(before.right_edge.i + 1, first)))
    if who is None or not contents:
        return None
    cues = [char_span(page, *cue_range(quote)), char_span(page, saying.head.i, saying.i + 1)]
    if who.i < quote.i:
        cues = [char_span(page, cue_range(quote)[0], saying.i + 1)]
    source = char_span(page, *noun_phrase(page, who))
    cue = tuple(c for c in cues if c is not None)
    if source is None or any(source.overlaps(c) for c in (*cue, *contents)):
        return None
    return Detected(source=(source,), cue=cue, content=tuple(contents))


def _is_infinitive(page: Page, contents: list[Span]) -> bool:
    """Whether the content is what somebody is to do."""
    return tokens_of(page.parsed, contents[0])[0].tag_ == "TO"


def _made(one: Telling, last: int, contents: list[Span]) -> Detected | None:
    page, verb, who = one.page, one.verb, one.who
    cue = char_span(page, one.first, last)
    if cue is None or _is_comment(one):
        return None
    source: tuple[Span, ...] = ()
    speaker = None
    if who is not None:
        if who.lower_ in _OWN_VOICE or (who.left_edge.tag_ in _ASKING and verb.dep_ != "relcl"):
            return None
        a, b = noun_phrase(page, who, inverted=who.i > verb.i)
        span = char_span(page, a, b)
        if span is not None and not any(span.overlaps(c) for c in (cue, *contents)):
            source = (span,)
        if who.tag_ in {"WP", "WDT"} and verb.dep_ == "relcl":
            c, d = noun_phrase(page, verb.head)
            speaker = char_span(page, c, min(d, verb.left_edge.i))
        elif a < who.left_edge.i:
            speaker = char_span(page, who.left_edge.i, who.i + 1)  # the name, of an office and a name
    if not source:
        if not is_passive(verb):
            return None
        if lemma(verb) in {"pronounce", "expect"} or _is_infinitive(page, contents):
            return None  # nobody expects or asks: "the council is expected to vote", "was invited to", "was pronounced dead"
        if last > verb.i + 1:
            return None  # "was referred to": of the many such none names what is said
    return Detected(source=source, cue=(cue,), content=tuple(contents), speaker=speaker)
