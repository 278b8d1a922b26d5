"""Whether a source denies what stands in its content, or refuses to confirm it."""

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from dateline.reading.attributions.detected import Detected, tokens_of
from dateline.reading.attributions.words import CueWords, cue_words, lemma
from dateline.reading.parse import Parsed


def is_denial(parsed: Parsed, one: Detected, cue: Token | None) -> bool:
    """Denied ("denied that", "dismissed the reports"), refused ("declined to comment"), or said to be untrue."""
    words = cue_words()
    content = tokens_of(parsed, one.content[0])
    if cue is not None and any(t.lower_ in {"neither", "nor"} for t in tokens_of(parsed, one.cue[0])):
        return False  # "neither confirmed nor denied"
    if cue is not None:
        negated = _negated(parsed, one, cue)
        denying = (t for t in tokens_of(parsed, one.cue[0]) if lemma(t) in words.deny)
        word = lemma(next(denying, cue))  # "denied ever meeting"
        if any(t.lower_ == "without" for t in tokens_of(parsed, one.cue[0])):
            return word in words.confirm  # "without saying when"
        if word in words.deny:
            return not negated
        if word in words.rebuff and not _is_court(parsed, one):
            return not negated and content.root.lemma_.lower() in words.claim
        if word in words.refuse:
            return not negated and any(t.lemma_.lower() in words.confirm for t in content[:4])
        if negated and word in words.confirm | words.holding:
            return True
        if negated and word in {"want", "wish"} and not any(c.tag_ == "MD" for c in cue.children):
            return any(t.lemma_.lower() in words.confirm for t in content[:4])
    return _untrue(content, words)


def _is_court(parsed: Parsed, one: Detected) -> bool:
    """Whether the source judges, so that it rules and denies nothing: "the court dismissed the claim"."""
    heads = (tokens_of(parsed, span).root.lemma_.lower() for span in one.source)
    return any(head in {"court", "judge", "jury", "justice", "magistrate", "tribunal"} for head in heads)


def _negated(parsed: Parsed, one: Detected, cue: Token) -> bool:
    return any(t.dep_ == "neg" for t in (*cue.children, *tokens_of(parsed, one.cue[0])))


def _untrue(content: DocSpan, words: CueWords) -> bool:
    """Whether the content's own predicate calls something untrue, or says that there is nothing to tell."""
    if len(content) > 30:
        return False
    root = content.root
    for token in content:
        word = token.lemma_.lower()
        if root not in (token.head, token):
            continue
        negated = any(c.dep_ == "neg" for c in root.children) or any(c.lower_ == "no" for c in token.children)
        named = token.pos_ in {"NOUN", "ADJ", "PROPN"}  # who "is lying" is accused
        if word == "wrong" and not _is_told_of_words(root, words):
            continue  # "what they do is wrong" judges a deed
        if named and word in words.untrue and token.dep_ in {"acomp", "attr", "oprd", "ccomp", "ROOT"}:
            return not negated
        if word in words.true and token.dep_ in {"acomp", "attr"}:
            return negated
        if word in words.nothing_to and any(c.lower_ == "no" for c in token.children):
            return True
        if token.lower_ == "nothing" and any(c.lemma_ in words.confirm for c in token.children):
            return True
    return False


def _is_told_of_words(root: Token, words: CueWords) -> bool:
    """Whether the clause is about a claim, a figure or a report."""
    told = words.claim | words.document | {"account", "article", "figure", "number"}
    return any(c.lemma_.lower() in told for c in root.children if c.dep_ in {"nsubj", "nsubjpass"})
