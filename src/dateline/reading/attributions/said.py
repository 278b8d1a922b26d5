"""When something was said."""

from bisect import bisect_left

from spacy.tokens import Token

from dateline.model import Interval, Published, Span, TimeExpression
from dateline.reading.attributions.detected import Detected, tokens_of
from dateline.reading.attributions.words import lemma
from dateline.reading.parse import Parsed

_NEAR = 200
"""How many code points from the attribution a time expression of its clause can stand."""

_TOPICS = frozenset(("of", "about", "for", "than", "until", "till"))
"""Prepositions of a time that is spoken of, or up to which something is to be: "said of the 2031 vote"."""

_MADE_KNOWN = frozenset(
    (
        *("air", "broadcast", "carry", "deliver", "give", "hold", "issue", "post", "print", "publish", "release"),
        *("address", "brief", "speak", "talk", "write"),
    )
)
"""Of "in an interview published on Monday", "speaking on Monday" the day is that of the words."""

_CONTINUES = frozenset(("add", "continue", "conclude"))


def said_days(
    parsed: Parsed, one: Detected, cue: Token | None, times: tuple[TimeExpression, ...], published: Published
) -> Interval:
    """The days of a time expression that belongs to the cue; else, for what is told as past or present, no later than publication."""
    if cue is None:
        return Interval(None, published.end)
    start, end = one.order
    for k in range(bisect_left(times, start - _NEAR, key=lambda t: t.anchor.end), len(times)):
        time = times[k]
        if time.anchor.start > end + _NEAR:
            break
        if time.type in {"DATE", "TIME"} and time.days != Interval() and _belongs(parsed, one, cue, time.anchor.span):
            return time.days
    if any(c.lower_ in {"will", "shall", "would"} for c in cue.children if c.dep_ == "aux"):
        return Interval()
    return Interval(None, published.end)


def continues(cue: Token) -> bool:
    """Whether the cue goes on with what was being said ("he added")."""
    return lemma(cue) in _CONTINUES


def _belongs(parsed: Parsed, one: Detected, cue: Token, time: Span) -> bool:
    """Whether the expression stands outside content and source, and hangs on the cue by adverbs and prepositions only."""
    if any(time.overlaps(s) for s in (*one.content, *one.source)):
        return False
    token = tokens_of(parsed, time).root
    cues = {cue.i, *(w.i for w in tokens_of(parsed, one.cue[0]) if w.pos_ in {"VERB", "AUX", "NOUN"})}
    for _ in range(6):
        if token.head.i in cues and token.i not in cues:
            return token.dep_ in {"npadvmod", "prep", "advmod", "advcl", "dobj"} and token.lower_ not in _TOPICS
        told = token.dep_ in {"acl", "advcl"} and lemma(token) in _MADE_KNOWN
        if not (told or token.dep_ in {"pobj", "npadvmod", "prep", "advmod"}) or token.head == token:
            return False
        if token.dep_ == "prep" and token.lower_ in _TOPICS:
            return False
        token = token.head
    return False
