"""Attributions whose cue is a verb, by the form of the content beside it."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.model import Span
from dateline.reading.attributions.detected import Detected
from dateline.reading.attributions.extent import Page, char_span, content_span, noun_phrase, tail, with_infinitive
from dateline.reading.attributions.grammar import (
    child,
    cue_end,
    cue_range,
    is_passive,
    is_purpose,
    is_supposed,
    subject,
)
from dateline.reading.attributions.speech import direct_speech, sentence_around
from dateline.reading.attributions.words import CueWords, cue_words, lemma

_OWN_VOICE = frozenset(("i", "we", "you"))
"""Outside of quotation marks these mean the paper, the interviewer or the reader."""

_ASKING = frozenset(("WDT", "WP", "WP$", "WRB"))
_SPEAKERS = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "VERB"))
_PRONOUNS = frozenset(
    ("him", "her", "it", "them", "this", "that", "so", "us", "me", "you", "himself", "itself", "themselves")
)


def find_verbal(page: Page) -> Iterator[Detected]:
    """Every verb of the lexicon, outside of direct speech, whose content stands beside it."""
    words = cue_words()
    for token in page.parsed.doc:
        if token.pos_ in {"VERB", "AUX"} and token.lemma_ != "be":
            found = _of_verb(page, token, words)
            if found is not None:
                yield found


def _of_verb(page: Page, verb: Token, words: CueWords) -> Detected | None:
    if page.quotes.at(verb.idx) is not None:
        return None
    word = lemma(verb)
    if is_supposed(verb):
        return None
    if word == "say" and verb.tag_ == "VBG" and verb.dep_ == "pcomp" and lemma(verb.head.head) == "quote":
        return _quoted_as_saying(page, verb)
    who = subject(verb)
    first, last = cue_range(verb)
    issued = _issued(verb)
    if issued is not None:
        who, first = subject(issued), cue_range(issued)[0]
    if who is not None and (who.tag_ == "VBG" or who.pos_ not in _SPEAKERS):
        who = _before(page, first)
    if who is not None and page.quotes.at(who.idx) is not None:
        who = _outside(page, verb, who)
    if who is None and word in words.speech and not is_passive(verb):
        who = _inverted(page, verb)
    around = sentence_around(page, who, first) if who is not None and word in words.speech else None
    if around is not None:
        cue = char_span(page, first, cue_end(verb, last))
        return None if cue is None else Detected(source=(around[0],), cue=(cue,), content=(around[1],))
    contents = direct_speech(page, verb, who, first, last) if word in words.speech else []
    if contents:
        last = cue_end(verb, last)
    else:
        contents, last = _spoken(page, verb, word, who, last, words)
    if not contents or _is_empty(page, contents):
        return None
    return _made(page, verb, who, first, last, contents)


def _is_empty(page: Page, contents: list[Span]) -> bool:
    """Whether the content is a mere pronoun ("criticized them")."""
    words = page.text[contents[0].start : contents[0].end]
    return len(contents) == 1 and words.lower() in _PRONOUNS


def _before(page: Page, first: int) -> Token | None:
    """The noun right before the cue, where the model takes a participle in front of it for the subject."""
    token = page.parsed.doc[first - 1] if first else None
    return token if token is not None and token.pos_ in {"PROPN", "PRON", "NOUN"} else None


def _outside(page: Page, verb: Token, who: Token) -> Token | None:
    """The subject, where the model took one out of a quotation's sentence for a verb that stands outside of it."""
    if child(verb, "nsubj") is not None:
        return who
    above = next((a for a in verb.ancestors if a.pos_ in {"VERB", "AUX"} and page.quotes.at(a.idx) is None), None)
    return None if above is None else subject(above)


def _inverted(page: Page, verb: Token) -> Token | None:
    """The speaker of `"...?" asked X`, whom the model takes for the object."""
    before = page.quotes.before(verb.idx)
    after = page.parsed.doc[verb.i + 1] if verb.i + 1 < len(page.parsed.doc) else None
    if before is None or after is None or page.text[before.end : verb.idx].strip():
        return None
    who = child(verb, "dobj", "attr", "oprd")
    return who if who is not None and who.left_edge.i == after.i else None


def _issued(verb: Token) -> Token | None:
    """The verb of "issued a statement saying", for "saying"; None where there is none."""
    noun = verb.head
    if verb.dep_ != "acl" or verb.tag_ != "VBG" or noun.lemma_.lower() not in cue_words().document:
        return None
    above = noun.head
    near = noun.dep_ == "dobj" and above.pos_ == "VERB" and verb.i - above.i <= 8
    return above if near and lemma(above) in cue_words().light and subject(above) is not None else None


def _quoted_as_saying(page: Page, saying: Token) -> Detected | None:
    """Of "was quoted as saying" the source is the one who is quoted, not the one who quotes."""
    quote = saying.head.head
    who = child(quote, "nsubjpass", "dobj")
    contents = direct_speech(page, saying, None, saying.i, saying.i + 1)
    if not contents:
        contents, _ = _spoken(page, saying, "say", None, saying.i + 1, cue_words())
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


def _undergoer(page: Page, verb: Token, cue: Span, contents: list[Span]) -> list[Span]:
    """The subject of "X is expected to", which is a part of what is expected; not the hearer of "X was told that"."""
    who = child(verb, "nsubjpass")
    word, words = lemma(verb), cue_words()
    if who is None or who.lower_ in {"it", "who", "which", "that"} or word in words.addressing | words.speech:
        return []
    span = char_span(page, *noun_phrase(page, who))
    return [] if span is None or any(span.overlaps(s) for s in (cue, *contents)) else [span]


def _made(page: Page, verb: Token, who: Token | None, first: int, last: int, contents: list[Span]) -> Detected | None:
    cue = char_span(page, first, last)
    if cue is None:
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
    if not source:
        if not is_passive(verb):
            return None
        if last > verb.i + 1:
            return None  # "was referred to": of the many such none names what is said
        contents = _undergoer(page, verb, cue, contents) + contents
    return Detected(source=source, cue=(cue,), content=tuple(contents), speaker=speaker)


def _spoken(
    page: Page, verb: Token, word: str, who: Token | None, last: int, words: CueWords
) -> tuple[list[Span], int]:
    """The content as a clause or phrase beside the verb, and where the cue ends."""
    if is_purpose(verb) and word not in words.speech:
        return [], last
    clause = _clause(page, verb, word, who, last, words)
    if clause:
        return clause, cue_end(verb, last)
    if is_purpose(verb):
        return [], last
    following = page.parsed.doc[last] if last < len(page.parsed.doc) else verb
    wanted = child(verb, "xcomp", "ccomp")
    leads = following.dep_ not in {"prep", "mark"} or (wanted is not None and wanted.i > last)
    if leads and following.pos_ == "ADP" and word in words.preposition.get(following.lower_, ()):
        last += 1
    to = child(verb, "xcomp")
    if to is not None and to.i > verb.i:
        if word in words.infinitive and any(c.tag_ == "TO" for c in to.lefts):
            return _one(content_span(page, max(last, to.left_edge.i), to.right_edge.i + 1)), last
        if word in words.request or (word in words.naming and to.tag_ != "VBG"):
            return _one(content_span(page, last, to.right_edge.i + 1)), last
    if word in words.request and (to := child(verb, "ccomp")) is not None and any(c.tag_ == "TO" for c in to.lefts):
        return _one(content_span(page, last, to.right_edge.i + 1)), last
    thing = child(verb, "dobj")
    named = child(verb, "oprd", "ccomp")
    if word in words.naming and named is not None and named.i > verb.i:
        return _one(content_span(page, last, tail(page, last, named.right_edge.i + 1))), last
    for prep in verb.rights:
        if prep.dep_ not in {"prep", "agent"}:
            continue
        of = prep.lower_
        laid = (of == "as" and word in words.description) or word in words.charge.get(of, ())
        if laid and thing is not None and verb.i < thing.i < prep.i:
            return _one(content_span(page, last, tail(page, last, prep.right_edge.i + 1))), last
        if prep.i == last and word in words.preposition.get(of, ()) and prep.right_edge.i > prep.i:
            end = with_infinitive(page, verb, tail(page, prep.i + 1, prep.right_edge.i + 1))
            return _one(content_span(page, prep.i + 1, end)), prep.i + 1
    if word in words.preposition.get(following.lower_, ()) and following.dep_ == "mark" and following.head.head == verb:
        return _one(content_span(page, last + 1, following.head.right_edge.i + 1)), last + 1
    if thing is not None and thing.i > verb.i and thing.tag_ not in {"WP", "WDT"}:
        if word in words.deny and (thing.lemma_.lower() in words.withheld or child(verb, "dative") is not None):
            return [], last
        if (
            word in words.light
            and thing.lemma_.lower() in words.noun["clause"]
            and (_has_that(thing) or _has_that(verb))
        ):
            return [], last  # the noun is the cue: "voiced concern that"
        finding = word in words.finding and who is not None and who.lemma_.lower() in words.document | words.study
        if word in words.object or finding:
            return _one(content_span(page, thing.left_edge.i, tail(page, last, thing.right_edge.i + 1))), last
    return [], last


def _clause(page: Page, verb: Token, word: str, who: Token | None, last: int, words: CueWords) -> list[Span]:
    doc = page.parsed.doc
    content = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    before = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)
    if content is not None and word in words.clause | words.question:
        first = max(content.left_edge.i, last)
        if who is not None and who.i > verb.i and who.head == verb:
            first = max(first, who.right_edge.i + 1)
        opening = doc[first]
        if opening.tag_.startswith("W"):
            fits = word in words.question
        elif opening.lower_ in {"whether", "if"}:
            fits = word in words.question | words.clause
        else:
            fits = word in words.clause
        if fits:
            found = _one(content_span(page, first, content.right_edge.i + 1))
            if found and before is None and not _own_subject(content) and _parenthetical(page, verb, who, last):
                return _beginning(page, verb, who) + found
            if before is not None and found and word in words.speech and _parenthetical(page, verb, who, last):
                found = _one(content_span(page, before.left_edge.i, before.right_edge.i + 1)) + found
            return found
    if word in words.clause and word in words.speech | {"believe", "think", "hear", "know", "hope", "expect"}:
        if before is not None:
            end = min(
                before.right_edge.i + 1,
                verb.i if who is None else min(verb.i, who.left_edge.i) if who.i < verb.i else verb.i,
            )
            return _one(content_span(page, before.left_edge.i, end))
        if verb.dep_ == "parataxis" or _set_off(page, verb):
            return _around(page, verb)
    if word in words.clause:
        return _strayed(page, verb, last, words)
    return []


def _has_that(word: Token) -> bool:
    return any(c.dep_ in {"acl", "ccomp"} and c.left_edge.lower_ == "that" for c in word.rights)


def _own_subject(content: Token) -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass", "expl", "csubj", "mark"} for c in content.children)


def _beginning(page: Page, verb: Token, who: Token | None) -> list[Span]:
    """The words of the sentence before the reporting clause, which hold the content's subject."""
    first = cue_range(verb)[0] if who is None else min(cue_range(verb)[0], who.left_edge.i)
    start = max(verb.sent.start, first - 40)
    return _one(content_span(page, start, first)) if start < first else []


def _parenthetical(page: Page, verb: Token, who: Token | None, last: int) -> bool:
    """Whether commas set the reporting clause off on both sides ("the plan, he said, has failed")."""
    doc = page.parsed.doc
    first = min(cue_range(verb)[0], who.left_edge.i) if who is not None else cue_range(verb)[0]
    end = max(last, who.right_edge.i + 1) if who is not None else last
    return first > 0 and doc[first - 1].text in {",", "”", '"', "''"} and end < len(doc) and doc[end].text == ","


def _set_off(page: Page, verb: Token) -> bool:
    """Whether the verb ends a sentence as ", X said": the model takes it for one more main clause."""
    doc = page.parsed.doc
    own = child(verb, "nsubj")
    if (
        verb.dep_ != "conj"
        or own is None
        or any(c.dep_ == "cc" for c in verb.head.children)
        or child(verb, "dobj", "ccomp")
    ):
        return False
    first = min(verb.left_edge.i, own.left_edge.i)
    return first > 0 and doc[first - 1].text == "," and not any(c.dep_ in {"xcomp", "conj"} for c in verb.rights)


def _strayed(page: Page, verb: Token, last: int, words: CueWords) -> list[Span]:
    """The clause of "said after meeting them that ...", which the model hangs on the nearer verb."""
    doc = page.parsed.doc
    for i in range(last, min(verb.right_edge.i + 1, last + 20)):
        token = doc[i]
        if token.lower_ != "that" or token.dep_ != "mark":
            continue
        clause, above = token.head, token.head.head
        medium = above.dep_ == "pobj" and above.head.head == verb and above.lemma_.lower() in words.document
        own = not medium and lemma(above) in words.clause | words.noun["clause"]
        if clause.dep_ not in {"ccomp", "acl", "advcl"} or own:
            return []
        near = verb in above.ancestors and token.i == clause.left_edge.i
        return _one(content_span(page, token.i, clause.right_edge.i + 1)) if near else []
    return []


def _around(page: Page, verb: Token) -> list[Span]:
    """A main clause into which the reporting clause is put as a parenthesis."""
    top = verb.head
    found = []
    if top.left_edge.i < verb.left_edge.i:
        found += _one(content_span(page, top.left_edge.i, verb.left_edge.i))
    if verb.right_edge.i < top.right_edge.i:
        found += _one(content_span(page, verb.right_edge.i + 1, top.right_edge.i + 1))
    return found


def _one(span: Span | None) -> list[Span]:
    return [] if span is None else [span]
