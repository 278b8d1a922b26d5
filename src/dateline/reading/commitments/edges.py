"""The ends of a stretch of text that is quoted: whole words, listed days, marks that are closed, comments that are left out."""

from spacy.tokens import Doc, Token

from dateline.reading.commitments.grammar import SUBJECTS, is_of_a_day
from dateline.reading.commitments.words import is_one_of, lemma
from dateline.reading.parse import text_of

STOPS = frozenset({".", ",", ";", "!", "?"})
_HYPHENS = frozenset({"-", "\u2010", "\u2011"})
COMMENTS = frozenset(
    {"sign", "indication", "signal", "move", "gesture", "blow", "step", "show", "shift", "turn", "bid"}
)
_NEAR = 8
"""Tokens behind a clause within which a bracket that it opens is closed."""


def with_listed_days(run: list[Token]) -> list[Token]:
    """The run to the last of the days that are told one after another: "on April 12, April 14 and April 16"."""
    doc, end = run[-1].doc, run[-1].i
    while is_of_a_day(doc[end]):
        k = end + 1
        while k < len(doc) and k <= end + 2 and doc[k].lower_ in (",", "and", "or"):
            k += 1
        last = k
        while last < len(doc) and is_of_a_day(doc[last]) and doc[last].sent == doc[end].sent:
            last += 1
        listed = k > end + 1 and last > k and all(t.dep_ not in (*SUBJECTS, "advmod", "ROOT") for t in doc[k:last])
        if not listed or not any(t.like_num for t in doc[k:last]):
            break
        end = last - 1
    return [*run, *doc[run[-1].i + 1 : end + 1]]


def before_teller(run: list[Token], anchor: int) -> list[Token]:
    """The run without ", the council" at its end where "said" follows, which the parse may take for a part of it."""
    following = run[-1].i + 1
    doc = run[-1].doc
    if (
        following >= len(doc)
        or doc[following].tag_ not in ("VBD", "VBZ")
        or not is_one_of(doc[following], "verbs", "tell")
    ):
        return run
    comma = max((t.i for t in run if t.i > anchor and t.text == ","), default=None)
    return run if comma is None else [t for t in run if t.i < comma]


def whole_words(run: list[Token]) -> list[Token]:
    """The run to the ends of words with a hyphen, and to the next stop where the hyphen parts its verb: "would co-host it"."""
    doc = run[-1].doc
    last = run[-1].i
    while _is_parted(doc, last):
        parts_verb = doc[last].pos_ == "VERB"
        last += 2
        while (
            parts_verb and last + 1 < len(doc) and doc[last + 1].text not in STOPS and not doc[last + 1].is_sent_start
        ):
            last += 1
    first = run[0].i
    while first > 1 and _is_parted(doc, first - 2):
        first -= 2
    return list(doc[first : last + 1])


def _is_parted(doc: Doc, place: int) -> bool:
    """Whether a word goes on behind a hyphen after this token."""
    if place + 2 >= len(doc) or doc[place].whitespace_ or doc[place + 1].whitespace_:
        return False
    return doc[place + 1].text in _HYPHENS and doc[place + 2].is_alpha


def closed(run: list[Token]) -> list[Token]:
    """The run with the mark that closes a quotation or a bracket at its end, where it holds the one that opens it."""
    marks = [t.text for t in run if t.text in ("“", "”")]
    following = run[-1].i + 1
    doc = run[-1].doc
    if sum(t.text in "[(" for t in run) > sum(t.text in "])" for t in run):
        closing = next((t for t in doc[following : following + _NEAR] if t.text in ("]", ")")), None)
        if closing is not None and closing.sent == run[-1].sent:
            end = next((t.i for t in doc[closing.i + 1 :] if t.pos_ not in ("PROPN", "NOUN")), closing.i + 1)
            return [*run, *doc[following:end]]
    closes = "”" if marks and marks[-1] == "“" else '"' if sum(t.text == '"' for t in run) % 2 else None
    for k in range(following, min(following + 2, len(doc))):
        if doc[k].text == closes:
            return [*run, *doc[following : k + 1]]
        if doc[k].text not in STOPS:
            break
    return run


def in_quotation(run: list[Token], low: int, high: int) -> list[Token]:
    """The run without what stands outside the quotation marks that hold the undertaking: who says it, to whom."""
    doc = run[0].doc
    before = text_of(doc)[line_of(doc, low) : doc[low].idx]
    if before.rfind("“") > before.rfind("”"):
        opened, closed = "“", "”"
    elif before.count('"') % 2:
        opened = closed = '"'
    else:
        return run
    if any(t.text in (opened, closed) for t in doc[low:high]):
        return run  # the marks hold only a part of it
    first = max((t.i for t in run if t.i < low and t.text == opened), default=-1)
    last = min((t.i for t in run if t.i > high and t.text == closed), default=len(doc))
    return [t for t in run if first < t.i < last]


def line_of(doc: Doc, at: int) -> int:
    """Where the line of a token begins."""
    return text_of(doc).rfind("\n", 0, doc[at].idx) + 1


def opens_comment(token: Token) -> bool:
    """Whether ", a move that ..." begins: what to think of it."""
    behind = token.doc[token.i + 1 : token.i + 3]
    opens = token.text == "," and len(behind) > 1 and behind[0].lower_ in ("a", "an")
    return opens and any(lemma(t) in COMMENTS for t in behind[1:])
