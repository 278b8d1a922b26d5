"""What the tagger marked, completed by the parse: phrases that it cut off in the middle, and subjects that it left out.

The tagger decides word by word; where it stops behind "the", "of" or "which", the phrase that the word opens goes with it.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from dateline.model import Span
from dateline.reading.attributions.detected import Detected, cue_token, tokens_of
from dateline.reading.attributions.extent import Page, behind_dateline, char_span
from dateline.reading.attributions.grammar import sets_against, subject
from dateline.reading.attributions.sources import noun_phrase
from dateline.reading.attributions.words import cue_words, lemma

_BEFORE_A_NOUN = frozenset(("det", "amod", "compound", "nummod", "poss", "case", "predet", "quantmod", "nmod"))
_BEFORE_A_VERB = frozenset(("aux", "auxpass", "mark", "nsubj", "nsubjpass", "expl", "neg", "cc", "advmod", "csubj"))
_COMPLEMENTS = frozenset(
    ("pobj", "pcomp", "dobj", "attr", "acomp", "xcomp", "ccomp", "prt", "agent", "oprd", "dative", "conj")
)
_NOBODY = frozenset(("it", "we", "i", "you", "there"))
_DAYS = frozenset(("DATE", "TIME"))
_LOOSE = frozenset(("late", "earlier", "yesterday", "today", "on"))
_LOOSE_MARKS = ",;:–—- \u00a0"
_JOINING = re.compile(r"[,;]\s*(?:but|and|while|whereas|as|or)$")
_MOST_STEPS = 4
_OPENING = 12
"""Tokens of a content in which its infinitive begins ("the union to end the blockade")."""
_FEWEST = 3
"""Tokens of a content before what is set against it."""


def completed(page: Page, one: Detected, others: Sequence[int]) -> Detected:
    """The attribution with its source and contents reaching to the end of the phrase that they break off in.

    `others` are the offsets, in order, at which the sources and cues of all attributions start: no phrase is followed over one.
    """
    one = _with_its_cue(page, one)
    parts = () if _is_put_to(page, one) else _one_of(page, one)
    named = [after for span in parts if (after := _behind_dateline(page, span)) is not None]
    source = tuple(_whole_name(page, one, span) for span in named) or _left_out(page, one)
    told = tuple(after for span in one.content if (after := _behind_dateline(page, span)) is not None) or one.content
    verb = cue_token(page.parsed, one)
    whole = (_before_another(page, _in_its_clause(page, _whole(page, one, span, verb, others), verb)) for span in told)
    content = _without_topic(page, one, tuple(_without_marks(page, span) for span in whole))
    return replace(one, source=source, cue=tuple(_before_a_day(page, span) for span in one.cue), content=content)


def _with_its_cue(page: Page, one: Detected) -> Detected:
    """The attribution with its verb in the cue, where the tagger took but a day before it for the cue: "last week | warned that".

    What is denied belongs to the content: "denies | backing the rebels".
    """
    if not one.cue or not one.content:
        return one
    told, said = tokens_of(page.parsed, one.cue[0]), tokens_of(page.parsed, one.content[0])
    deed = told[-1]
    if len(told) > 1 and deed.tag_ == "VBG" and lemma(told[-2]) in cue_words().deny and said.start == told.end:
        cue, told_of = char_span(page, told.start, deed.i), Span(deed.idx, one.content[0].end)
        return one if cue is None else replace(one, cue=(cue, *one.cue[1:]), content=(told_of, *one.content[1:]))
    behind = page.parsed.doc[told.start : max(said.start, told.end)]
    days = len(behind) <= len(told) + _FEWEST and all(t.ent_type_ in _DAYS or t.lower_ in _LOOSE for t in behind)
    verb = said[0]
    begins = verb.tag_ in {"VBD", "VBP", "VBZ"} and said.start >= told.end and len(said) > _FEWEST
    if not days or not begins or lemma(verb) not in cue_words().speech | cue_words().clause:
        return one
    cue, rest = char_span(page, verb.i, verb.i + 1), Span(page.parsed.doc[verb.i + 1].idx, one.content[0].end)
    return one if cue is None else replace(one, cue=(cue, *one.cue[1:]), content=(rest, *one.content[1:]))


def _is_put_to(page: Page, one: Detected) -> bool:
    """Whether the source is asked and does not ask: of "Asked whether it was over, Varga said", Varga."""
    verb = cue_token(page.parsed, one)
    if verb is None or verb.tag_ != "VBN" or verb.dep_ != "advcl" or not one.source:
        return False
    helped = any(c.dep_ in {"aux", "agent", "nsubj"} for c in verb.children)
    return not helped and one.source[0].start > one.cue[0].start


def _one_of(page: Page, one: Detected) -> tuple[Span, ...]:
    """The part of the source that is the cue's subject by the parse, where one is; no source of two parts held on PolNeAR's dev."""
    if len(one.source) < 2:
        return one.source
    verb = cue_token(page.parsed, one)
    who = None if verb is None else subject(verb)
    named = tuple(s for s in one.source if who is not None and s.start <= who.idx < s.end)
    return named or one.source


def _whole(page: Page, one: Detected, span: Span, verb: Token | None, others: Sequence[int]) -> Span:
    """The content up to the end of the phrase that its last word opens, and with its own clause's verb; unchanged where
    something else begins before that end.
    """
    doc, words = page.parsed.doc, tokens_of(page.parsed, span)
    end = words.end
    for _ in range(_MOST_STEPS):
        reached = _reaches(doc[end - 1], _BEFORE_A_NOUN | _BEFORE_A_VERB)
        if reached <= end:
            break
        end = reached
    end = max(end, _with_its_verb(words, verb), _with_the_verb_of(words))
    if end == words.end:
        return span
    whole = char_span(page, words.start, end)
    k = bisect_left(others, span.end)
    own = (s.start for s in (*one.source, *one.cue, *one.content) if s.start >= span.end)
    stop = min((*own, *others[k : k + 1]), default=len(page.text))
    return span if whole is None or whole.end > stop else Span(span.start, whole.end)


def _in_its_clause(page: Page, span: Span, verb: Token | None) -> Span:
    """The content without what the sentence goes on with: "that confirmed the vote | has been replaced", "ordered them to go | and fined them"."""
    if verb is None or span.start < verb.idx or page.quotes.at(span.end - 1) is not None:
        return span
    words = tokens_of(page.parsed, span)
    if verb.dep_ == "relcl" and verb.right_edge.i < words.end - 1 and words.start <= verb.right_edge.i:
        behind = words.doc[verb.right_edge.i + 1]
        if behind.pos_ in {"VERB", "AUX"} and behind.tag_ != "VBG":
            return char_span(page, words.start, behind.i) or span
    if lemma(verb) in cue_words().request and any(t.tag_ == "TO" for t in words[:_OPENING]):
        for token in words[_FEWEST:]:
            joined = token.dep_ == "conj" and token.tag_ in {"VBD", "VBZ"} and token.tag_ == verb.tag_
            before = words.doc[token.i - 1]
            if joined and before.dep_ == "cc" and (token.head == verb or token.head.tag_ == "VB"):
                return char_span(page, words.start, before.i) or span
    return span


def _before_another(page: Page, span: Span) -> Span:
    """The content without what the paper sets against it of another: "the port is open, | although the union said it is shut"."""
    for token in tokens_of(page.parsed, span)[_FEWEST:]:
        if (sets_against(token) or _keeps_back(token)) and page.quotes.at(token.idx) is None:
            return Span(span.start, token.idx)
    return span


def _keeps_back(but: Token) -> bool:
    """Whether the paper goes on, behind a comma, with what the speaker did not say: "that five were held, | but gave no names"."""
    if but.lower_ != "but" or but.i + 2 >= len(but.doc) or but.nbor(-1).text != ",":
        return False
    first, second = but.nbor(1), but.nbor(2)
    if first.lower_ == "did":
        verb = but.doc[but.i + 3] if but.i + 3 < len(but.doc) else second
        return second.dep_ == "neg" and lemma(verb) in cue_words().confirm | {"give", "name", "provide", "offer"}
    gave = (
        first.tag_ == "VBD"
        and lemma(first) in {"give", "provide", "offer"}
        and second.lower_ in {"no", "few", "little"}
    )
    return gave or (first.tag_ == "VBD" and lemma(first) in cue_words().refuse)


def _without_topic(page: Page, one: Detected, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """The contents without what the words are said to be on, where the words are quoted: "..., he said in a statement on | the strike"."""
    last = tokens_of(page.parsed, one.cue[-1])[-1] if one.cue else None
    quoted = [s for s in content if page.quotes.at(s.start) is not None]
    if last is None or last.pos_ != "ADP" or not quoted or len(content) == 1:
        return content
    return tuple(s for s in content if s in quoted or not 0 <= s.start - one.cue[-1].end <= 1)


def _without_marks(page: Page, span: Span) -> Span:
    """The content without a comma, a dash or a conjunction at its end that is not quoted: "it was closed, but"."""
    end = span.end
    while end - 1 > span.start and page.quotes.at(end - 1) is None:
        if page.text[end - 1] in _LOOSE_MARKS:
            end -= 1
        elif (joining := _JOINING.search(page.text, span.start, end)) is not None:
            end = joining.start()
        else:
            break
    return Span(span.start, end)


def _before_a_day(page: Page, span: Span) -> Span:
    """The cue without the beginning of a day behind it: "said | on Friday", "announced | last night"."""
    words = tokens_of(page.parsed, span)
    behind = words.doc[words.end] if words.end < len(words.doc) else words[-1]
    begun = words[-1].lower_ == "on" or words[-1].ent_type_ in _DAYS
    if len(words) < 2 or not begun or behind.ent_type_ not in _DAYS:
        return span
    return char_span(page, words.start, words.end - 1) or span


def _with_its_verb(words: DocSpan, verb: Token | None) -> int:
    """The token behind the clause that `verb` tells, where the words begin it and stop before its verb: "if the deal fails | he will go"."""
    if verb is None:
        return 0
    for clause in verb.rights:
        if clause.dep_ == "ccomp" and words.start == clause.left_edge.i and clause.i >= words.end:
            goes_on = words[0].dep_ in {"mark", "advmod"} or words.doc[words.end].text != ","
            return clause.right_edge.i + 1 if goes_on else 0
    return 0


def _with_the_verb_of(words: DocSpan) -> int:
    """The token behind the clause whose subject the words end with: "after hundreds of shells | were fired on the town"."""
    last = words[-1]
    for above in (last, *islice(last.ancestors, _MOST_STEPS)):
        if above.dep_ in {"nsubj", "nsubjpass"} and words.start < above.left_edge.i and above.right_edge == last:
            verb = above.head
            first = next((c for c in verb.lefts if c.i > last.i and c.dep_ in {"aux", "auxpass", "neg"}), verb)
            return verb.right_edge.i + 1 if first.i == words.end else 0
    return 0


def _reaches(last: Token, opening: frozenset[str]) -> int:
    """The token behind the phrase that `last` opens: its head's, if it stands before its head, or its own complement's."""
    if last.is_punct or last.is_space:
        return 0
    if last.dep_ in opening and last.head.i > last.i:
        return last.head.right_edge.i + 1
    if last.pos_ == "ADJ" and last.i + 1 < len(last.doc) and last.nbor().pos_ == "NOUN":
        return last.nbor().right_edge.i + 1  # "and dissident | groups", whatever the parse makes of it
    above = last.head.rights if last.dep_ in {"pcomp", "prep"} else ()  # "because of | the storm"
    for c in (*last.rights, *above):
        of = c.dep_ == "prep" and (c.lower_ == "of" or last.pos_ == "AUX")  # "are | in place"
        if c.left_edge.i == last.i + 1 and (of or c.dep_ in _COMPLEMENTS):
            return int(c.right_edge.i) + 1
    return 0


def _whole_name(page: Page, one: Detected, span: Span) -> Span:
    """The source without what stands loose at its end, and with the noun that it breaks off before ("the", "some polls in the")."""
    span = _without_loose_end(page, span)
    words = tokens_of(page.parsed, span)
    last = words[-1]
    end = 0 if last.pos_ == "PRON" else _reaches(last, _BEFORE_A_NOUN)
    if last.tag_ == "POS" and last.head.dep_ == "poss":  # "the head of Lindt's | council"
        end = last.head.head.i + 1
    if end <= words.end:
        return span
    taken = [t.i for s in (*one.cue, *one.content) for t in tokens_of(page.parsed, s)[:1] if t.i > last.i]
    whole = char_span(page, words.start, min([end, *taken]))
    return span if whole is None or whole.start != span.start else whole


def _without_loose_end(page: Page, span: Span) -> Span:
    """The source without a day or the beginning of a relative clause at its end: "the centre late today", "Resolution 14, which"."""
    words = tokens_of(page.parsed, span)
    end = words.end
    while end - 1 > words.start:
        last = words.doc[end - 1]
        if not (last.ent_type_ in _DAYS or last.lower_ in _LOOSE or last.tag_ in {"WDT", "WP"}):
            break
        end -= 1
        while end - 1 > words.start and words.doc[end - 1].text == ",":
            end -= 1
    who = next((t for t in words if t.tag_ in {"WDT", "WP", "WP$"} and t.i > words.root.i), None)
    clause = next((a for a in who.ancestors if a.dep_ == "relcl"), None) if who is not None else None
    if who is not None and clause is not None and clause.i >= words.end:  # "Varga, whose old party | won"
        end = min(end, who.i - (words.doc[who.i - 1].text == ","))
    whole = char_span(page, words.start, end) if end < words.end else None
    return span if whole is None or whole.start != span.start else whole


def _behind_dateline(page: Page, span: Span) -> Span | None:
    """The span without a dateline at its start; None where it is nothing else."""
    start = behind_dateline(page, span.start)
    if start == span.start:
        return span
    while start < span.end and page.text[start].isspace():
        start += 1
    return Span(start, span.end) if start < span.end else None


def _left_out(page: Page, one: Detected) -> tuple[Span, ...]:
    """Who tells, by the parse, what the tagger gave to nobody ("Noting the delay, the envoy said")."""
    verb = cue_token(page.parsed, one)
    who = None if verb is None or verb.tag_ == "VBN" else subject(verb)
    if (
        who is None
        or who.lower_ in _NOBODY
        or who.tag_ in {"WP", "WDT", "WP$"}
        or who.pos_ not in {"NOUN", "PROPN", "PRON"}
    ):
        return ()
    span = char_span(page, *noun_phrase(page, who, inverted=verb is not None and who.i > verb.i))
    taken = any(span is None or span.overlaps(s) for s in (*one.cue, *one.content))
    return () if span is None or taken else (span,)
