"""Of whom or what a figure tells, where, and as of when."""

from bisect import bisect_left
from functools import cache

from spacy.tokens import Doc, Token

from dateline.model import Interval, Place, TimeExpression
from dateline.reading.actors import Cast
from dateline.reading.lexicon import lexicon
from dateline.reading.open_days import days_meant
from dateline.reading.quantities.counted import Counted, words
from dateline.reading.quantities.tokens import governor, phrase, top
from dateline.reading.said_days import is_of_the_saying


def of_whom(found: Counted, cast: Cast) -> str | None:
    """Whose troops, whose dead, which mission: a possessor, a nationality, what "of" names, who has or sends them; else None."""
    noun = found.noun
    if found.strong and noun is not None:
        return _words(noun, without=found.token.i)
    anchor_token = noun if noun is not None else found.token
    if (found.kind in {"percent", "money", "measure"} or (noun is not None and noun.i < found.token.i)) and (
        thing := _after_of(found)
    ):
        return thing
    for child in anchor_token.lefts:
        if child.dep_ == "poss" and child.pos_ in {"PROPN", "NOUN"}:
            return _side(child, cast)
        joined = any(t.text == "-" for t in child.doc[max(0, child.i - 1) : child.i + 2])  # "anti-Maltese"
        if child.ent_type_ in {"NORP", "GPE"} and child.i > found.token.i and not joined:
            return _side(child, cast)
    if found.kind == "count":
        for child in anchor_token.rights:
            if child.lower_ in {"of", "from"} and child.dep_ == "prep":
                for owner in child.children:
                    if owner.dep_ == "pobj" and owner.ent_type_ in {"GPE", "NORP", "ORG"}:
                        return _side(owner, cast)
    first = top(anchor_token)
    verb = governor(anchor_token)
    if verb is not None and first.head == verb and first.dep_ == "dobj" and verb.lemma_ in words("having"):
        subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.pos_ in {"PROPN", "NOUN"}), None)
        if subject is None and verb.dep_ in {"conj", "xcomp"}:
            subject = next((c for c in verb.head.children if c.dep_ == "nsubj" and c.pos_ in {"PROPN", "NOUN"}), None)
        if subject is not None:
            return _words(subject)
    if anchor_token != first and first.i < anchor_token.i:
        for child in first.lefts:
            if (
                child.ent_type_ in {"NORP", "GPE"}
                and child.dep_ in {"amod", "compound", "nmod", "poss"}
                and found.noun is None
            ):
                return _side(child, cast)
    return _after_of(found)


_IN_ANSWER = frozenset({"return", "exchange", "response", "addition", "total", "all", "turn", "favour", "favor"})
"""What "in" leads to without saying of what a sum is: "12 billion in return for cuts"."""


def _after_of(found: Counted) -> str | None:
    """What stands after "of" (or "in") behind the figure: "barrels of oil", "20 percent of the vote"."""
    doc = found.token.doc
    last = found.noun if found.noun is not None and found.noun.i > found.token.i else found.token
    k = last.i + 1
    while (
        k < len(doc)
        and k <= last.i + 2
        and doc[k].lower_ in {"%", "percent", "cent", "per", "points", "dollars", "worth"}
    ):
        k += 1
    if k + 1 >= len(doc) or doc[k].lower_ not in {"of", "in"} or (doc[k].lower_ == "in" and found.kind != "money"):
        return None
    if doc[k].lower_ == "in" and doc[k + 1].lower_ in _IN_ANSWER:
        return None
    for child in doc[k].children:
        period = child.ent_type_ in {"DATE", "TIME"} or child.lower_ in words("periods") | {"period"}
        if child.dep_ == "pobj" and child.pos_ in {"NOUN", "PROPN"} and not period:
            return _words(child)
    return None


def _words(noun: Token, without: int = -1) -> str:
    first, last = phrase(noun)
    kept = [t for t in noun.doc[first : last + 1] if t.dep_ != "det"]
    if without >= 0:
        kept = [t for t in kept if t.i > without + 2]
    if not kept:
        return noun.text
    doc = noun.doc
    return doc[kept[0].i : last + 1].text


def _side(token: Token, cast: Cast) -> str:
    """The state or organisation behind a nationality or a possessor, as the cast has it; else the words themselves."""
    id_ = cast.actor_at(token.idx, token.idx + len(token))
    if (last := _last_of_nations(token)) != token:
        return token.doc[token.i : last.i + 1].text
    if id_ is not None:
        actor = cast.named(id_)
        if token.ent_type_ == "NORP" and actor.side:
            return actor.side
        named = any(m.quote.endswith(token.text) for m in actor.mentions)  # not "three Maltese guards" for "Maltese"
        if actor.kind in {"state", "organisation"} or (actor.kind == "group" and named):
            return actor.name
    return _adjectives().get(token.text, token.text) if token.dep_ in {"amod", "compound", "nmod"} else _words(token)


_MOST = 8
"""Nations in a row that are followed."""


def _last_of_nations(token: Token) -> Token:
    """The last of the nations named in a row: of "Malta, Fiji and Chad" the third."""
    at = token
    for _ in range(_MOST if token.ent_type_ in {"NORP", "GPE"} else 0):
        joined = [c for c in at.rights if c.dep_ == "conj" and c.ent_type_ in {"NORP", "GPE"}]
        if not joined:
            break
        at = joined[-1]
    return at


@cache
def _adjectives() -> dict[str, str]:
    """The short name of the state for each of its adjectives."""
    return {word: row["name"] for row in lexicon("states").values() for word in row["adjectives"]}


def _starts(record: Place | TimeExpression) -> int:
    return record.anchor.start


def where(found: Counted, places: tuple[Place, ...], doc: Doc) -> str | None:
    """The place in a phrase that belongs to the figure or, failing that, to its verb; else None."""
    anchor_token = found.noun if found.noun is not None else found.token
    holders: list[Token] = [found.token, anchor_token]
    verb = governor(anchor_token)
    for holder in holders:
        if name := _place_below(holder, places, doc):
            return name
    if verb is not None and top(anchor_token).head == verb:
        return _place_below(verb, places, doc)
    return None


def _place_below(holder: Token, places: tuple[Place, ...], doc: Doc) -> str | None:
    for child in holder.rights:
        if child.dep_ != "prep" or child.lower_ not in {
            "in",
            "at",
            "near",
            "across",
            "inside",
            "around",
            "to",
            "throughout",
            "outside",
        }:
            continue
        if child.lower_ == "to" and any(t.lower_ == "from" for t in doc[holder.i : child.i]):
            continue  # "36 ports from Olden to Lund"
        for thing in child.children:
            if thing.dep_ != "pobj":
                continue
            edge = (thing.left_edge.idx, thing.idx + len(thing))
            for place in places[bisect_left(places, edge[0], key=_starts) :]:
                if place.anchor.end > edge[1] + 1:
                    break
                return place.name
            if not places and thing.ent_type_ in {"GPE", "LOC", "FAC"}:
                return next((e.text for e in doc[thing.left_edge.i : thing.i + 1].ents if e.end > thing.i), thing.text)
    return None


def when(found: Counted, times: tuple[TimeExpression, ...]) -> Interval | None:
    """The days that a time expression of the same clause gives, where it hangs on the figure's verb; else None."""
    verb = governor(found.noun if found.noun is not None else found.token)
    if verb is None or _is_aside(found, verb):
        return None
    spans = [
        (c.left_edge.idx, c.right_edge.idx + len(c.right_edge))
        for c in verb.children
        if c.dep_ in {"prep", "npadvmod", "advmod"} and c.lower_ != "according"  # as somebody told on that day
    ]
    sentence = verb.sent
    for time in times[bisect_left(times, sentence.start_char, key=_starts) :]:
        if time.anchor.start >= sentence.end_char:
            break
        if time.type not in {"DATE", "TIME"} or not any(
            s <= time.anchor.start and time.anchor.end <= e for s, e in spans
        ):
            continue
        if not _of_inner_clause(time, verb) and not _of_what_it_compares(found, time, verb):
            return days_meant(verb.doc, time)
    return None


def _is_aside(found: Counted, verb: Token) -> bool:
    """Whether what is counted only says more of a party: the six states of "ministers from six states met on Monday"."""
    at = found.noun if found.noun is not None else found.token
    while at.head.i not in {at.i, verb.i}:
        at = at.head
        if at.dep_ == "prep" and at.lower_ in {"from", "with"} and at.head.pos_ in {"NOUN", "PROPN"}:
            return True
    return False


def _of_what_it_compares(found: Counted, time: TimeExpression, verb: Token) -> bool:
    """Whether the day is that of another figure beside this one: "at 2,000, twice that of Sunday"."""
    words = verb.doc.char_span(time.anchor.start, time.anchor.end, alignment_mode="expand")
    at = verb if words is None else words.root
    while at.i not in {verb.i, at.head.i}:
        at = at.head
        if at.lower_ in {"that", "those"} and at.i > found.token.i:
            return True
    return False


def _of_inner_clause(time: TimeExpression, verb: Token) -> bool:
    """Whether the day belongs to another clause: one inside the verb's own ("part of a mission formed in 2014"), or the saying."""
    words = verb.doc.char_span(time.anchor.start, time.anchor.end, alignment_mode="expand")
    token = verb if words is None else words.root
    if is_of_the_saying(verb, token) or token.dep_ == "poss":
        return True
    while token.i not in {verb.i, token.head.i}:
        if token.dep_ in {"acl", "relcl", "advcl", "ccomp", "csubj"}:
            return True
        token = token.head
    return False
