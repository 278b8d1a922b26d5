"""Contents that are phrases: objects, infinitives, and what a preposition leads to."""

from spacy.tokens import Token

from dateline.model import Span
from dateline.reading.attributions.clauses import spans
from dateline.reading.attributions.extent import content_span, tail, with_infinitive
from dateline.reading.attributions.grammar import child
from dateline.reading.attributions.telling import Telling
from dateline.reading.attributions.words import CueWords, cue_words

Complement = tuple[list[Span], int]
"""The content, and the token where the cue ends."""


def complement_of(one: Telling) -> Complement:
    """The phrase that the verb tells or speaks of; no content where it has none."""
    words, verb = cue_words(), one.verb
    last = one.last + 1 if _preposition_leads(one, words) else one.last
    return (
        _infinitive(one, last, words)
        or _name(one, last, words)
        or _prepositional(one, last, words)
        or _object(one, last, words)
        or ([], verb.i + 1)
    )


def _preposition_leads(one: Telling, words: CueWords) -> bool:
    """Whether the cue's preposition stands before a clause of its own ("called on X to talk")."""
    doc, verb = one.verb.doc, one.verb
    following = doc[one.last] if one.last < len(doc) else verb
    clause = child(verb, "xcomp", "ccomp")
    leads = following.dep_ not in {"prep", "mark"} or (clause is not None and clause.i > one.last)
    return leads and following.pos_ == "ADP" and one.word in words.preposition.get(following.lower_, ())


def _infinitive(one: Telling, last: int, words: CueWords) -> Complement | None:
    to = child(one.verb, "xcomp")
    if to is not None and to.i > one.verb.i:
        if one.word in words.infinitive and any(c.tag_ == "TO" for c in to.lefts):
            return spans(content_span(one.page, max(last, to.left_edge.i), to.right_edge.i + 1)), last
        if one.word in words.request or (one.word in words.naming and to.tag_ != "VBG"):
            return spans(content_span(one.page, last, to.right_edge.i + 1)), last
    wanted = child(one.verb, "ccomp")
    if one.word in words.request and wanted is not None and any(c.tag_ == "TO" for c in wanted.lefts):
        return spans(content_span(one.page, last, wanted.right_edge.i + 1)), last
    return None


def _name(one: Telling, last: int, words: CueWords) -> Complement | None:
    named = child(one.verb, "oprd", "ccomp")
    if one.word not in words.naming or named is None or named.i < one.verb.i:
        return None
    return spans(content_span(one.page, last, tail(one.page, last, named.right_edge.i + 1))), last


def _prepositional(one: Telling, last: int, words: CueWords) -> Complement | None:
    page, verb = one.page, one.verb
    thing = child(verb, "dobj")
    for prep in verb.rights:
        if prep.dep_ not in {"prep", "agent"}:
            continue
        laid = (prep.lower_ == "as" and one.word in words.description) or one.word in words.charge.get(prep.lower_, ())
        laid = laid or (one.word in words.counting and _is_figure(prep))
        if laid and thing is not None and verb.i < thing.i < prep.i:
            return spans(content_span(page, last, tail(page, last, prep.right_edge.i + 1))), last
        if prep.i == last and one.word in words.preposition.get(prep.lower_, ()) and prep.right_edge.i > prep.i:
            end = with_infinitive(page, verb, tail(page, prep.i + 1, prep.right_edge.i + 1))
            return spans(content_span(page, prep.i + 1, end)), prep.i + 1
    mark = verb.doc[last] if last < len(verb.doc) else verb
    if one.word in words.preposition.get(mark.lower_, ()) and mark.dep_ == "mark" and mark.head.head == verb:
        return spans(content_span(page, last + 1, mark.head.right_edge.i + 1)), last + 1
    return None


def _is_figure(at: Token) -> bool:
    """Whether the preposition leads to a bare number: "put the toll at more than 40", "at 12 percent"."""
    number = child(at, "pobj")
    bare = number is not None and (number.like_num or number.lemma_ in {"%", "percent"} or number.ent_type_ == "MONEY")
    return at.lower_ == "at" and bare


def _object(one: Telling, last: int, words: CueWords) -> Complement | None:
    thing = child(one.verb, "dobj")
    if thing is None or thing.i < one.verb.i or thing.tag_ in {"WP", "WDT"}:
        return None
    noun = thing.lemma_.lower()
    if one.word in words.deny and (noun in words.withheld or child(one.verb, "dative") is not None):
        return None
    if one.word in words.light and noun in words.noun["clause"] and (_has_that(thing) or _has_that(one.verb)):
        return None  # the noun is the cue: "voiced concern that"
    finds = one.word in words.finding and one.who is not None and one.who.lemma_.lower() in words.document | words.study
    if one.word not in words.object and not finds:
        return None
    return spans(content_span(one.page, thing.left_edge.i, tail(one.page, last, thing.right_edge.i + 1))), last


def _has_that(word: Token) -> bool:
    return any(c.dep_ in {"acl", "ccomp"} and c.left_edge.lower_ == "that" for c in word.rights)
