"""What is put as a report but tells of no words: deeds, topics, habits, and things that "it" shows."""

from itertools import pairwise

from spacy.tokens import Token

from dateline.reading.attributions.deeds import (
    SHOWING,
    are_people,
    forceful,
    is_done,
    is_judged,
    is_meeting,
    is_met_with,
    is_of_a_thing,
    is_taken,
)
from dateline.reading.attributions.detected import Detected, tokens_of
from dateline.reading.attributions.words import cue_words, lemma
from dateline.reading.parse import Parsed

_HABITS = frozenset(("often", "usually", "sometimes", "frequently", "commonly", "routinely", "generally", "typically"))
_OPEN = frozenset(("it", "this", "that", "which", "there"))
_UNTOLD = frozenset(("charge", "debate", "discuss", "estimate", "expect", "mention"))
"""Of these the passive alone tells of no one's words: "was charged with fraud", "is expected to sign"."""
_ASKED = frozenset(("query", "question"))
_POINTING = frozenset(("this", "that", "these", "those", "such"))
_SHARING = frozenset(("post", "publish", "release", "share", "upload"))
_PICTURES = frozenset(("footage", "image", "photo", "photograph", "picture", "video"))
_PUT_TO = frozenset(("ask", "press", "question", "quiz"))
_HEADING = 4
"""Tokens that the content of a heading has at most, but one."""
_NAMES = frozenset(("CCONJ", "DET", "PROPN", "PUNCT"))
_EMPTY = frozenset(("AUX", "PART", "ADV", "PRON", "DET", "SCONJ", "CCONJ", "SPACE"))


def is_unsaid(parsed: Parsed, one: Detected, cue: Token | None, *, nobody: bool, denied: bool) -> bool:
    """Whether the record would say that somebody said what nobody did.

    `nobody`: the source's words mean nobody; `denied`: it is a denial or a refusal to comment, which is a statement.

    "agreed to a truce" and "denied them entry" are deeds, "commented on the deal" names a topic, "analysts often express" is a habit, and
    of "It indicates" nobody is the source.
    """
    if cue is not None and lemma(cue) in cue_words().deny and _is_withheld(parsed, one):
        return True
    if cue is not None and (_is_seen(cue) or _makes_none(parsed, one)):
        return True
    if _is_nobody(parsed, one) or (denied and nobody and _is_heading(parsed, one, cue)):
        return True
    if cue is not None and (_is_left_out(parsed, one, cue) or _is_alleged(cue)):
        return True
    if cue is not None and (
        (one.source and (_is_asked(cue) or _is_pressed(parsed, one))) or _is_unnamed(parsed, one, cue)
    ):
        return True
    if cue is None or denied:
        return False
    said = [t for part in one.content for t in tokens_of(parsed, part)]
    if all(t.ent_type_ in {"DATE", "TIME"} or t.is_punct or t.lower_ in {"am", "pm", "utc", "gmt"} for t in said):
        return True  # "his remarks on Monday"
    if all(t.pos_ in {"PRON", "DET", "PUNCT", "SPACE"} for t in said):
        return True  # "critics of it", "what both sides agreed": the words stand elsewhere, if anywhere
    if _stands_elsewhere(said, cue) or _is_addressed(parsed, one, cue) or _is_pointed_at(said):
        return True
    if _is_wordless(parsed, one) or (not one.source and not _is_reported(cue)):
        return True
    word = lemma(cue)
    named = not _is_clause(parsed, one)
    if named and word in cue_words().deed | forceful():
        return word != "present" or all(t.lower_ != "as" for t in said)
    if named and (
        is_of_a_thing(parsed, one, cue)
        or is_met_with(parsed, one)
        or is_judged(parsed, one, cue)
        or is_taken(parsed, one, cue)
        or is_done(tokens_of(parsed, one.content[0]).root, cue)
    ):
        return True
    if any(
        t.dep_ == "dobj" and t.lemma_.lower() in cue_words().occasion | cue_words().meeting
        for t in tokens_of(parsed, one.cue[0])
    ):
        return True  # "held talks on", "addressed a rally for"
    if word == "hold" and is_meeting(tokens_of(parsed, one.content[0]).root):
        return True
    root = tokens_of(parsed, one.content[0]).root
    if word in {"cite", "quote"} and (are_people(root) or (named and root.lemma_.lower() in cue_words().document)):
        return True
    following = _behind(parsed, one)
    if word in {"back", "support"} and _is_ally(parsed, one, cue):
        return True
    if word == "seek" or (word in _SHARING and tokens_of(parsed, one.content[0]).root.lemma_.lower() in _PICTURES):
        return True  # an aim; "posted photos of the bridge"
    if word == "agree" and any(c.dep_ == "dobj" for c in cue.rights) and not _is_clause(parsed, one):
        return True  # "agreed a deal"
    if following == "to" and (word in {"agree", "consent"} or (word in {"refer", "allude"} and cue.tag_ == "VBG")):
        return True
    if word in {"comment", "remark"} and following in {"on", "upon"} and cue.pos_ == "VERB":
        return True
    if word in cue_words().finding | SHOWING | {"be"} and (nobody or (word != "be" and cue.tag_ == "VBZ")):
        return bool(one.source) and all(parsed.text[s.start : s.end].lower() in _OPEN for s in one.source)
    return _is_habit(cue)


def _is_nobody(parsed: Parsed, one: Detected) -> bool:
    """Whether nobody is the one who speaks: "nobody said", "neither side confirmed", "none of the parties accused"."""
    first = [tokens_of(parsed, span)[0].lower_ for span in one.source[:1]]
    return bool(first) and first[0] in {"no", "nobody", "none", "neither", "no-one", "nothing"}


def _is_seen(cue: Token) -> bool:
    """Whether it tells who saw it, and of no words: "three bunkers were seen by Reuters"."""
    return lemma(cue) in {"see", "witness"} and any(c.dep_ == "auxpass" for c in cue.children)


def _makes_none(parsed: Parsed, one: Detected) -> bool:
    """Whether somebody is told to have left it unsaid: "made no direct reference to the strike"."""
    told = [t for part in one.cue for t in tokens_of(parsed, part)]
    none = any(t.lower_ == "no" for t in told)
    return none and any(t.lemma_.lower() in {"mention", "reference", "statement", "announcement"} for t in told)


def _is_heading(parsed: Parsed, one: Detected, cue: Token | None) -> bool:
    """Whether the denial is nobody's and but a heading: "Talks denied"."""
    words = tokens_of(parsed, one.content[0])
    return not one.source and cue is not None and cue.tag_ in {"VBD", "VBN"} and len(words) < _HEADING


def _is_pointed_at(said: list[Token]) -> bool:
    """Whether the words are but "the same" or "as much", and so told elsewhere."""
    return [t.lower_ for t in said if not t.is_punct] in (["the", "same"], ["as", "much"], ["so"], ["the", "opposite"])


def _is_asked(cue: Token) -> bool:
    """Whether the source is who is asked, not who asks: "Varga, asked about the strike, said"."""
    # the model takes the participle of "X, asked why, said" for a verb of its own
    set_off = cue.i > 0 and cue.nbor(-1).text == "," and cue.dep_ in {"acl", "ccomp", "parataxis"}
    bare = (cue.tag_ == "VBN" and cue.dep_ in {"acl", "advcl"}) or set_off
    alone = all(
        c.dep_ not in {"agent", "aux", "auxpass", "nsubjpass"} and (set_off or c.dep_ != "nsubj") for c in cue.children
    )
    return bare and alone and lemma(cue) in _PUT_TO


def _is_pressed(parsed: Parsed, one: Detected) -> bool:
    """Whether the source, named behind it, is asked to tell: "Pressed to outline the plan, Varga said"."""
    first = tokens_of(parsed, one.cue[0])[0]
    asked = first.tag_ == "VBN" and first.dep_ == "advcl" and lemma(first) in _PUT_TO
    return asked and one.source[0].start > one.cue[0].start


def _is_unnamed(parsed: Parsed, one: Detected, cue: Token) -> bool:
    """Whether the source but keeps its name back: "asked not to be named", "declined to be identified"."""
    root = tokens_of(parsed, one.content[0]).root
    passive = any(c.dep_ == "auxpass" for c in root.children)
    return passive and root.head == cue and lemma(root) in {"identify", "name", "quote"} and root.dep_ == "xcomp"


def _is_left_out(parsed: Parsed, one: Detected, cue: Token) -> bool:
    """Whether somebody is told not to have spoken: "has not announced a date", "dodged the question of the cost", "is yet to reply"."""
    words, first = cue_words(), tokens_of(parsed, one.content[0])[0]
    if first.tag_.startswith("W") or first.lower_ in {"if", "that", "whether"} or first.is_quote:
        return False
    told = tokens_of(parsed, one.cue[0])
    left = [t.lower_ for t in told]
    if any(pair in {("yet", "to"), ("failed", "to"), ("fails", "to")} for pair in pairwise(left)):
        return True
    if lemma(cue) in words.evading and any(lemma(t) in _ASKED for t in (*told, *tokens_of(parsed, one.content[0]))):
        return True
    answers = {t.lemma_.lower() for t in tokens_of(parsed, one.content[0])} & {
        "request",
        "query",
        "call",
        "email",
        "message",
    }
    silent = lemma(cue) in {"respond", "reply", "answer", "return"} and bool(answers)
    return (silent or lemma(cue) in words.disclosing) and any(t.dep_ == "neg" for t in (*cue.children, *told))


def _is_alleged(cue: Token) -> bool:
    """Whether the cue is the deed that a charge is about: "on charges including calling for a revolt", "accused of saying"."""
    if cue.tag_ != "VBG" or cue.dep_ != "pcomp":
        return False
    words, above = cue_words(), cue.head.head
    if lemma(cue.head) == "include":
        above = cue.head.head
    of_it = above.lemma_.lower() in words.claim or lemma(above) in words.charge["of"] | words.charge["for"]
    return of_it and cue.head.lower_ in {"of", "for", "with", "including"}


def _stands_elsewhere(said: list[Token], cue: Token) -> bool:
    """Whether the content only points to words: "the announcement was made", "this sentence was recorded"."""
    nouns = [t for t in said if t.pos_ not in {"DET", "PRON", "PUNCT", "SPACE"}]
    if len(nouns) != 1 or nouns[0].pos_ != "NOUN" or said[0].tag_ == "PRP$":
        return False
    words = cue_words()
    if lemma(cue) in {"deliver", "hand", "issue", "make", "send"}:
        return nouns[0].lemma_.lower() in words.document | frozenset().union(*words.noun.values())
    return said[0].lower_ in _POINTING and any(c.dep_ == "auxpass" for c in cue.children)


def _is_addressed(parsed: Parsed, one: Detected, cue: Token) -> bool:
    """Whether the content is but who gets the words, or their topic: "sent a letter | to the council", "made a statement on | Norland"."""
    told, said = tokens_of(parsed, one.cue[0]), tokens_of(parsed, one.content[0])
    written = any(t.lemma_.lower() in cue_words().document for t in told if t.pos_ == "NOUN")
    on = told[-1].lower_ in {"on", "about"} and all(t.pos_ in {"NOUN", "PROPN", "DET", "ADJ", "PUNCT"} for t in said)
    to = on or (said[0].lower_ == "to" and said[0].dep_ in {"prep", "dative"}) or told[-1].lower_ == "to"
    named = said.root if said.root.pos_ != "ADP" else next((t for t in said.root.children if t.dep_ == "pobj"), cue)
    return written and to and named.pos_ in {"NOUN", "PROPN"} and all(t.dep_ not in {"nsubj", "ccomp"} for t in said)


def _is_withheld(parsed: Parsed, one: Detected) -> bool:
    """Whether it is denied to somebody: "denied them access", "was denied entry"."""
    words = tokens_of(parsed, one.content[0])
    given = any(t.dep_ == "dative" for t in words)
    return given or any(t.lemma_.lower() in cue_words().withheld for t in words[:4])


def _is_ally(parsed: Parsed, one: Detected, cue: Token) -> bool:
    """Whether it tells who stands behind whom, and of no words: "Varga is supported by Norland and Malta"."""
    words = (t for part in (*one.source, *one.content) for t in tokens_of(parsed, part))
    return any(c.dep_ == "auxpass" for c in cue.children) and all(t.pos_ in _NAMES for t in words)


def _behind(parsed: Parsed, one: Detected) -> str:
    """The preposition or "to" with which the cue ends or the content begins."""
    last = tokens_of(parsed, one.cue[-1])[-1]
    first = tokens_of(parsed, one.content[0])[0]
    for word in (last, first):  # "agreed to", "agreed on Tuesday to"
        if word.lower_ in {"to", "on", "upon"}:
            return word.lower_
    between = parsed.doc[last.i + 1 : first.i + 1] if 0 <= first.i - last.i <= 3 else parsed.doc[0:0]
    return next((t.lower_ for t in between if t.lower_ in {"to", "on", "upon"}), "")


def _is_habit(cue: Token) -> bool:
    """Whether the verb tells in the present what is done often."""
    now = cue.tag_ in {"VBP", "VBZ"} and not any(c.dep_ in {"aux", "auxpass"} for c in cue.children)
    return now and any(c.lower_ in _HABITS for c in cue.children if c.dep_ == "advmod")


def _is_wordless(parsed: Parsed, one: Detected) -> bool:
    """Whether the cue has no word of its own that could tell anything: "is", "may not", "also"."""
    return all(t.pos_ in _EMPTY for part in one.cue for t in tokens_of(parsed, part))


def _is_reported(cue: Token) -> bool:
    """Whether a cue without a source tells that somebody spoke: "was accused of", "asked why", "claims of"; not "is planned"."""
    words, word = cue_words(), lemma(cue)
    if word == "be":
        return False  # "it is unclear whether"
    if cue.tag_ == "VBN":
        charges = words.charge["of"] | words.charge["for"]
        return word in (words.speech | words.object | words.naming | words.description | charges) - _UNTOLD
    return cue.pos_ == "NOUN" and any(word in of for of in words.noun.values())


def _is_clause(parsed: Parsed, one: Detected) -> bool:
    """Whether the content is a clause with "that", or quoted."""
    first = tokens_of(parsed, one.content[0])[0]
    return first.lower_ == "that" or first.is_quote
