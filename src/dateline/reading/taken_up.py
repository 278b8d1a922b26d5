"""Whom "it" or "they" at the head of a sentence takes up, where the cast leaves it open: the subject of the sentence before."""

from spacy.tokens import Token

_SUBJECTS = ("nsubj", "nsubjpass")


def subject_taken_up(pronoun: Token) -> Token | None:
    """The subject of the main clause of the sentence before, in the same paragraph, where it agrees in number.

    None where the pronoun is not the subject of its own main clause: inside a sentence it may mean anybody named there.
    """
    if pronoun.dep_ not in _SUBJECTS or pronoun.head.dep_ != "ROOT" or pronoun.lower_ not in ("it", "they"):
        return None
    start = pronoun.sent.start
    if start == 0 or "\n" in pronoun.doc[start - 1].text or pronoun.i - start > 1:
        return None
    root = pronoun.doc[start - 1].sent.root
    subject = next((c for c in root.children if c.dep_ in _SUBJECTS and c.i < root.i), None)
    if subject is None or subject.pos_ not in ("NOUN", "PROPN") or subject.ent_type_ == "PERSON":
        return None
    several = subject.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in subject.children)
    return subject if several == (pronoun.lower_ == "they") else None
