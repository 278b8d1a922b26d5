"""What is put as a report but tells of no words: deeds, topics, habits, and things that "it" shows."""

from spacy.tokens import Token

from dateline.reading.attributions.detected import Detected, tokens_of
from dateline.reading.attributions.words import cue_words, lemma
from dateline.reading.lexicon import lexicon
from dateline.reading.parse import Parsed

_HABITS = frozenset(("often", "usually", "sometimes", "frequently", "commonly", "routinely", "generally", "typically"))
_SHOWING = frozenset(("suggest", "mean", "imply", "reflect", "signal", "prove", "demonstrate"))
_OPEN = frozenset(("it", "this", "that", "which", "there"))


def is_unsaid(parsed: Parsed, one: Detected, cue: Token | None, *, nobody: bool, denied: bool) -> bool:
    """Whether the record would say that somebody said what nobody did.

    `nobody`: the source's words mean nobody; `denied`: it is a denial or a refusal to comment, which is a statement.

    "agreed to a truce" and "agreed to leave" are deeds, "commented on the deal" names a topic, "analysts often express" is a habit, and
    of "It indicates" nobody is the source.
    """
    if cue is None or denied:
        return False
    said = [t for part in one.content for t in tokens_of(parsed, part)]
    if all(t.ent_type_ in {"DATE", "TIME"} for t in said):
        return True  # "his remarks on Monday"
    if all(t.pos_ in {"PRON", "DET", "PUNCT", "SPACE"} for t in said):
        return True  # "critics of it", "what both sides agreed": the words stand elsewhere, if anywhere
    word = lemma(cue)
    if word == "cite" and _are_people(tokens_of(parsed, one.content[0]).root):
        return True
    following = _behind(parsed, one)
    if word in {"agree", "consent"} and following == "to":
        return True
    if word in {"comment", "remark"} and following in {"on", "upon"} and cue.pos_ == "VERB":
        return True
    if word in cue_words().finding | _SHOWING and (nobody or cue.tag_ == "VBZ"):
        return bool(one.source) and all(parsed.text[s.start : s.end].lower() in _OPEN for s in one.source)
    return _is_habit(cue)


def _are_people(noun: Token) -> bool:
    """Whether the noun is one for people who speak: "citing officials" says who told it, and nothing else."""
    word, people = noun.lemma_.lower(), lexicon("unnamed")
    return noun.pos_ == "NOUN" and (word in people["singular"] or word in people["sources"] or noun.lower_ == "people")


def _behind(parsed: Parsed, one: Detected) -> str:
    """The preposition or "to" with which the cue ends or the content begins."""
    last = tokens_of(parsed, one.cue[-1])[-1]
    first = tokens_of(parsed, one.content[0])[0]
    if last.lower_ in {"to", "on", "upon"}:
        return last.lower_
    between = parsed.doc[last.i + 1 : first.i + 1] if 0 <= first.i - last.i <= 3 else parsed.doc[0:0]
    return next((t.lower_ for t in between if t.lower_ in {"to", "on", "upon"}), "")


def _is_habit(cue: Token) -> bool:
    """Whether the verb tells in the present what is done often."""
    now = cue.tag_ in {"VBP", "VBZ"} and not any(c.dep_ in {"aux", "auxpass"} for c in cue.children)
    return now and any(c.lower_ in _HABITS for c in cue.children if c.dep_ == "advmod")
