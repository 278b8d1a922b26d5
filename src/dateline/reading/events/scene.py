"""Where and when an event was, from the places and times of its clause."""

from bisect import bisect_left
from itertools import takewhile

from spacy.tokens import Doc, Token

from dateline.model import Interval, Place, TimeExpression
from dateline.reading.events.arguments import objects
from dateline.reading.events.draft import Draft
from dateline.reading.events.lexical import noun_frame, words
from dateline.reading.events.nouns import after
from dateline.reading.open_days import days_meant
from dateline.reading.said_days import is_of_the_saying

_TOUCHING = 2
"""Code points that may part a time from the "when" that takes it up: a comma and a space."""

_FURTHEST = 30
"""Steps from a time up to the verb that it hangs on."""

_LOCATIVE = frozenset(
    [
        "in",
        "at",
        "near",
        "into",
        "inside",
        "across",
        "outside",
        "around",
        "along",
        "through",
        "throughout",
        "on",
        "over",
        "off",
        "to",
    ]
)


_AFTER = frozenset({"after", "amid", "before", "despite", "following", "since"})
"""What stands behind these has days of its own."""

_ABOUT = frozenset({"about", "concerning", "over", "regarding"})
"""What leads to what something is about, which may be elsewhere: "held at a march over the vote in Malta"."""

_ON_ACCOUNT_OF = frozenset({"against", "for", "over", "to"})
"""What leads to the deed that is answered."""

_DURING = frozenset({"at", "during", "in", "on"})
"""What stands behind these has the days of what was done there: "met during a visit on Monday"."""

_ASIDE = frozenset({"acl", "relcl", "advcl", "pcomp", "prep"})

_SAID = frozenset({"CONSULT", "AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})
"""What is done by word of mouth: the places of the things spoken of are not where it was."""


_GATHERINGS = frozenset({"briefing", "ceremony", "conference", "congress", "forum", "gathering", "rally", "talk"})
"""Where people do things by word of mouth, besides meetings."""


def _is_of(draft: Draft, above: Token) -> bool:
    """Whether what a place hangs on is the event or one of its parties, and no thing spoken of."""
    met = draft.recipients if draft.type == "CONSULT" else []  # whom one urges or blames may be elsewhere
    parties = [t for found in (draft.actors, *met) for t in found]
    named = above.pos_ == "PROPN" and draft.type in {"AGREE", "CONSULT"}
    gathered = above.lemma_.lower() in words("sets", "meetings") | _GATHERINGS and above.dep_ == "pobj"
    named = named or (gathered and above.head.lower_ in {"at", "during"} and above.head.head == draft.head)
    return named or above.is_ancestor(draft.head) or above in (draft.head, *draft.trigger, *parties)


def _is_matter(noun: Token) -> bool:
    return noun.dep_ == "pobj" and noun.pos_ == "NOUN" and noun.ent_type_ not in {"DATE", "TIME"}


def _is_of_another(draft: Draft, preposition: Token) -> bool:
    """Whether a place is one of something else: "killed in a protest movement that grew since a rising in Malta"."""
    at = preposition.head
    for _ in range(_FURTHEST):
        if at in (draft.head, *draft.trigger) or at.is_ancestor(draft.head) or at.head == at:
            return False
        aside = at.pos_ == "VERB" and at.dep_ in {"acl", "relcl"} and at.lemma_ not in words("sets", "lying")
        if aside or (at.pos_ in {"ADP", "SCONJ"} and at.lower_ in _AFTER):
            return True
        if (
            at.dep_ == "prep"
            and at.lower_ == "on"
            and draft.type == "CONSULT"
            and any(_is_matter(c) for c in at.children)
        ):
            return True  # "a summit on peace in Mali"
        if at.dep_ == "pobj" and at.head.lower_ in _WHOSE and _is_mere_part(draft, at):
            return True
        if at.dep_ == "pobj" and at.head.lower_ in _ON_ACCOUNT_OF and noun_frame(at) is not None and at.pos_ == "NOUN":
            return True  # "bombed a port in reply to the raid in Malta"
        if at.dep_ == "prep" and at.lower_ in _ABOUT and (draft.type != "CONSULT" or at.head not in draft.trigger):
            return True
        at = at.head
    return False


_WHOSE = frozenset({"for", "from", "with"})
"""What leads to whom or what somebody belongs to."""


def _is_mere_part(draft: Draft, noun: Token) -> bool:
    """Whether a noun only tells more of a party: "a nurse with a clinic in Oslo", "sent men from a base in Oslo"."""
    above = noun.head.head
    if noun in draft.trigger or noun.pos_ != "NOUN":
        return False
    sent = draft.type in {"AID", "MOBILIZE"} and noun.head.lower_ == "from"
    return sent or (above.pos_ in {"NOUN", "PROPN"} and above not in draft.trigger and noun_frame(above) is None)


def place_of(draft: Draft, start: int, end: int, places: tuple[Place, ...]) -> str | None:
    """The place that a locative preposition of the clause leads to, the nearest behind the trigger first."""
    doc, at = draft.head.doc, draft.head.idx
    first = bisect_left(places, _opening(draft, start), key=lambda p: p.anchor.start)
    best: tuple[bool, int, str] | None = None
    if (struck := _struck(draft)) is not None:
        return struck
    if (visited := _visited(draft, places[first:])) is not None:
        return visited
    if (there := _where_it_was(draft, places)) is not None:
        return there
    for place in places[first:]:
        if place.anchor.start >= end:
            break
        span = doc.char_span(place.anchor.start, place.anchor.end, alignment_mode="expand")
        if span is None or (span.root.ent_type_ == "PERSON" and span.root.head.lower_ not in {"in", "near"}):
            continue
        noun, name = span.root, place.name
        for _ in range(3):
            if noun.dep_ == "pobj" and noun.head.lower_ in _LOCATIVE - {"to", "on", "over"}:
                if draft.type in _SAID and not draft.nominal and not _is_of(draft, noun.head.head):
                    break  # "discussed the truce in Malta" somewhere else
                if _is_of_another(draft, noun.head):
                    break
                distance = abs(place.anchor.start - at)
                best = min(best or (True, 1 << 60, ""), (_is_of_the_doer(draft, noun.head.head), distance, name))
                break
            if noun.dep_ not in {"pobj", "compound", "nmod", "appos", "conj", "amod", "poss"}:
                break
            noun = noun.head if noun.dep_ != "pobj" else noun.head.head
            if noun.pos_ in {"VERB", "AUX"}:
                break
    if best is None and draft.nominal and draft.clause is not None:
        return _place_behind(end, draft, places[first:])
    return best[2] if best else None


def _is_of_the_doer(draft: Draft, above: Token) -> bool:
    """Whether a place is the doer's first of all: of "nurses in Chad met doctors near Oslo" the meeting was near Oslo."""
    return above in draft.actors and above.i < draft.head.i and not draft.nominal


def _where_it_was(draft: Draft, places: tuple[Place, ...]) -> str | None:
    """The place that a clause with "where" tells more of: "flew to Oslo, where he met"."""
    if not any(c.lower_ == "where" and c.dep_ == "advmod" for c in draft.head.lefts) or draft.head.dep_ != "relcl":
        return None
    noun = draft.head.head
    k = bisect_left(places, noun.idx, key=lambda p: p.anchor.end)
    return places[k].name if k < len(places) and places[k].anchor.start <= noun.idx else None


def _visited(draft: Draft, places: tuple[Place, ...]) -> str | None:
    """The place that a visit leads to: "visited Oslo", "a trip to Oslo"."""
    if draft.type != "CONSULT" or not any(t.lemma_.lower() in words("sets", "visits") for t in draft.trigger):
        return None
    nouns = [n for t in draft.trigger for n in (*objects(t), *after(t, "to")) if n.ent_type_ in {"GPE", "LOC", "FAC"}]
    starts = {n.doc[n.left_edge.i].idx for n in nouns} | {n.idx for n in nouns}
    near = takewhile(lambda p: p.anchor.start <= max(starts, default=0), places)
    return next((p.name for p in near if p.anchor.start in starts), None)


def _place_behind(end: int, draft: Draft, places: tuple[Place, ...]) -> str | None:
    """The last place of the sentence of what merely "took place", where the clause itself names none."""
    sentence_end = draft.head.sent.end_char
    behind = [p.name for p in takewhile(lambda p: p.anchor.start < sentence_end, places) if p.anchor.start >= end]
    return behind[-1] if behind else None


def _struck(draft: Draft) -> str | None:
    """The named base or town that force is used on: "bombed the Fort Adams base" happened there."""
    if draft.type not in {"ASSAULT", "COERCE"}:
        return None
    for noun in [n for found in draft.recipients[:2] for n in found]:
        if noun.lemma_.lower() in words("sets", "facilities"):
            named = [
                c
                for c in noun.lefts
                if c.pos_ == "PROPN" and c.dep_ in {"compound", "nmod"} and c.ent_type_ not in {"NORP", "ORG"}
            ]
            if named:
                return noun.doc[named[0].left_edge.i : noun.i + 1].text.removeprefix("the ")
    return None


def _tells_when(draft: Draft, time: TimeExpression) -> bool:
    """Whether a time is one of the event: not the year in "the 2019 accord", but the day in "Friday's attack"."""
    head = draft.head
    span = head.doc.char_span(time.anchor.start, time.anchor.end, alignment_mode="expand")
    if span is None:
        return False
    at = span.root
    if at.dep_ == "poss" and at.head in draft.trigger:
        return True  # "Friday's talks were held"
    has = any(c.dep_ == "aux" and c.tag_ in {"VBZ", "VBP"} and c.lemma_ == "have" for c in head.lefts)
    if has and span.text.isdecimal() and at.head.lower_ == "in":
        return False  # "has arrested a man wanted over a murder in 1980"
    if (
        at.dep_ == "pobj"
        and at.head.lower_ == "since"
        and at.head.head.pos_ in {"NOUN", "PROPN"}
        and at.head.head != head
    ):
        return False  # "the deadliest month since 2006"
    if at.dep_ in {"compound", "nmod", "amod", "nummod", "poss"} and at.head != head:
        return False
    for _ in range(_FURTHEST):
        if (at.pos_ in {"VERB", "AUX"} and at.lower_ != "according") or at in (head, at.head):
            break
        occasion = at.dep_ == "pobj" and at != span.root and at.ent_type_ not in {"DATE", "TIME"}
        occasion = occasion and (at.head.lower_ in _AFTER or (at.head.lower_ not in _DURING and _is_occasion(at)))
        voted = at.dep_ == "dobj" and at not in (span.root, head) and at.lemma_.lower() in words("sets", "occasions")
        told_of = (
            at.pos_ == "NOUN" and at not in (span.root, *draft.trigger) and at.dep_ in {"dobj", "nsubj", "nsubjpass"}
        )
        voted = voted or (told_of and draft.type in _SAID and draft.type != "CONSULT" and noun_frame(at) is not None)
        if voted or occasion or (at.pos_ == "ADJ" and at != span.root) or at.lower_ == "according":
            return False  # "tension after the vote in March", "those responsible last year"
        at = at.head
    if at == head and _is_behind_another(head, span.root):
        return False
    if at == head:
        marks = [c.i for c in head.lefts if c.dep_ == "mark"]
        outside = any(span.root.i < mark for mark in marks)  # "will meet this week after they agreed"
        return not outside and not is_of_the_saying(head, span.root)
    aside = at.pos_ in {"VERB", "AUX"} and at.dep_ in _ASIDE  # "the divers taken in 2006 were freed"
    agreed = at.pos_ in {"VERB", "AUX"} and at.dep_ in {"xcomp", "ccomp"} and _is_ahead(at)  # "vowed to leave by 2030"
    return not ((aside or agreed) and head.pos_ == "VERB" and head.is_ancestor(at))


def _is_behind_another(verb: Token, day: Token) -> bool:
    """Whether a day stands right behind what the verb came after: "left following a raid near the port on Monday"."""
    earlier = [c for c in verb.rights if c.i < day.i and c.dep_ == "prep"]
    came = next((c for c in earlier if c.lower_ in _AFTER and not c.is_ancestor(day)), None)
    return came is not None and all(t.text != "," for t in verb.doc[came.i : day.i])


def _is_occasion(noun: Token) -> bool:
    """Whether the noun names something that has days of its own: a vote, a war, a raid."""
    return noun.pos_ == "NOUN" and (noun_frame(noun) is not None or noun.lemma_.lower() in words("sets", "occasions"))


def _is_ahead(verb: Token) -> bool:
    """Whether the verb says what is agreed, asked or threatened, not what was done."""
    return any(c.tag_ in {"TO", "MD"} for c in verb.lefts)


def days_of(draft: Draft, start: int, end: int, times: tuple[TimeExpression, ...]) -> Interval:
    """The days of the time expression in the clause that is nearest to the trigger."""
    head = draft.head
    best: tuple[int, int] | None = None
    if draft.type == "REJECT" and any(c.tag_ == "MD" for c in head.lefts):
        return Interval()  # "will not back the bid in 2031" is said now
    if (since := _when_it_was(draft, times)) is not None:
        return since
    first = bisect_left(times, _opening(draft, start), key=lambda t: t.anchor.start)
    for k in range(first, len(times)):
        time = times[k]
        if time.anchor.start >= end:
            break
        if (
            time.type in {"DATE", "TIME"}
            and time.anchor.end <= end
            and (time.days.start or time.days.end)
            and _tells_when(draft, time)
            and not (head.lemma_ in words("sets", "moving") and _before(head.doc, time) == "to")
        ):
            best = min(best or (1 << 60, 0), (abs(time.anchor.start - head.idx), k))
    return days_meant(head.doc, times[best[1]]) if best else Interval()


def _before(doc: Doc, time: TimeExpression) -> str:
    """The word before a time: "to" in "postponed the talks to Monday"."""
    behind = doc.char_span(0, time.anchor.start, alignment_mode="contract")
    return behind[-1].lower_ if behind else ""


def _opening(draft: Draft, start: int) -> int:
    """Where the clause begins, phrases before its subject included: "On Monday, Malta sent"."""
    before = [c.left_edge.idx for c in draft.head.lefts if c.dep_ in {"prep", "npadvmod", "advmod"}]
    return min([start, *before]) if draft.head.pos_ == "VERB" else start


def _when_it_was(draft: Draft, times: tuple[TimeExpression, ...]) -> Interval | None:
    """The time that a clause with "when" tells more of: "in March, when Malta and Fiji agreed"."""
    clause = draft.head
    for _ in range(3):
        when = next((c for c in clause.lefts if c.lower_ == "when"), None)
        if when is not None:
            k = bisect_left(times, when.idx, key=lambda t: t.anchor.start) - 1
            near = k >= 0 and times[k].type in {"DATE", "TIME"} and 0 <= when.idx - times[k].anchor.end <= _TOUCHING
            return times[k].days if near else None
        if clause.dep_ != "conj":
            break
        clause = clause.head
    return None
