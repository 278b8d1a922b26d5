"""Clauses with "will" or "would" that only foretell, hope, ask or talk."""

from spacy.tokens import Token

from dateline.reading.commitments.grammar import ancestors, children, first, is_agent, own_subject
from dateline.reading.commitments.unreal import (
    asks_what,
    consequence_of,
    is_denied_claim,
    is_judged,
    is_question,
    is_why,
)
from dateline.reading.commitments.words import condition_words, is_one_of, lemma


def _only_approves(verb: Token) -> bool:
    """Whether it tells what somebody will think of something: "will welcome the talks", not "will welcome 300 nurses"."""
    things = children(verb, "dobj")
    people = any(t.ent_type_ or is_agent(t) or children(t, "nummod") for t in things)
    return lemma(verb) == "welcome" and bool(things) and not people


def is_unreal_future(verb: Token) -> bool:
    """Whether a future clause is only hoped, feared, asked, guessed or set as a condition: what governs it says so."""
    if _is_unclear(verb) or _only_approves(verb):
        return True
    if is_why(verb):
        return False
    if is_question(verb) or any(
        c.tag_ in ("WP", "WRB") and c.dep_ not in ("nsubj", "nsubjpass") for c in verb.children
    ):
        return verb.dep_ not in ("relcl", "advcl") or is_question(verb)
    if verb.dep_ != "relcl" and any(c.tag_ == "WP" for c in children(verb, "nsubj", "nsubjpass")):
        return True
    if _stands_no_doubt(verb) or _asks_what(verb) or asks_what(verb):
        return True
    if consequence_of(verb) is not None:
        return False
    for child, head in ancestors(verb):
        if child.dep_ in ("ccomp", "acl") and _subject_is_unreal(head):
            return True
        if child.dep_ == "ccomp" and any(c.lower_ in ("initially", "originally") for c in children(head, "advmod")):
            return True  # "initially said that it would go"
        if child.dep_ == "ccomp" and _is_asked(head):
            return True  # "must guarantee that it will not leave"
        if lemma(head) == "let" and child.dep_ in ("ccomp", "xcomp"):
            return True  # "let us say that we will"
        if lemma(head) == "insist" and child.dep_ == "ccomp":
            continue  # who insists that he will does not ask that others do
        if child.dep_ in ("ccomp", "acl") and head.pos_ == "NOUN" and _is_that_clause(child):
            if is_one_of(head, "unreal", "claims"):
                return not _is_of(head, own_subject(child))
            if not _gives_word(head) or is_hearsay(head) or is_denied_claim(head):
                return True  # "dispelled suggestions that they would leave"
        if child.dep_ == "dobj" and is_one_of(child, "nouns", "word") and is_one_of(head, "unreal", "governors"):
            return True  # "sought a pledge that he will"
        if child.dep_ in ("ccomp", "pcomp", "advcl", "xcomp", "acl", "relcl") and is_one_of(
            head, "unreal", "governors"
        ):
            return child.dep_ != "advcl" or child.i > head.i
        if child.dep_ == "ccomp" and is_judged(head):
            return True
        if child.dep_ in ("ccomp", "acl") and (head.pos_ == "ADJ" or children(head, "acomp")):
            return True  # "it is likely that she will"
        marks = children(child, "mark")
        if child.dep_ == "advcl" and any(m.lower_ in condition_words("conditional_marks") for m in marks):
            return True
        if child.dep_ == "ccomp" and any(m.lower_ in ("whether", "if") for m in marks):
            return True
    return False


def _is_asked(verb: Token) -> bool:
    """Whether "must", "should" stands with the verb, or with the one that it is joined to: what is asked of somebody."""
    while verb.dep_ == "conj" and verb.head != verb and not children(verb, "aux"):
        verb = verb.head
    who = first(verb, "nsubj", "nsubjpass", "expl")
    asked = (a for a in children(verb, "aux") if a.lower_ in ("must", "should", "ought"))
    return any(who is None or who.i < a.i for a in asked)  # "should there be no deal" asks for nothing


def _is_unclear(verb: Token) -> bool:
    """Whether "it is not clear when", "it was unknown how" governs the clause, which the parse may take for one of time."""
    asks = verb.dep_ in ("advcl", "ccomp") and any(c.tag_ == "WRB" and c.i < verb.i for c in verb.children)
    said = (verb.head, *children(verb.head, "acomp"))
    return asks and any(is_one_of(t, "unreal", "unclear") for t in said)


def _is_that_clause(clause: Token) -> bool:
    return any(m.lower_ == "that" for m in children(clause, "mark"))


def _gives_word(noun: Token) -> bool:
    """Whether the noun tells an undertaking by the clause that hangs on it: a pledge, deal or statement that they will."""
    listed = (("nouns", "word"), ("nouns", "pledge"), ("nouns", "agreement"), ("nouns", "order"), ("nouns", "threat"))
    return any(is_one_of(noun, *key) for key in listed) or is_one_of(noun, "nouns", "statement")


def is_hearsay(noun: Token) -> bool:
    """Whether it is "reports" that something will be: nobody gives his word by them."""
    return noun.tag_ == "NNS" and lemma(noun) == "report"


def _is_of(claim: Token, subject: Token | None) -> bool:
    """Whether the claim is its subject's own: "its warning that it will answer"."""
    return subject is not None and subject.pos_ == "PRON" and any(c.dep_ == "poss" for c in claim.children)


def _asks_what(verb: Token) -> bool:
    """Whether the subject is "what technology", "which side", or its object "what path": an indirect question."""
    asked = [c for c in children(verb, "nsubj", "nsubjpass", "dobj") if c.i < verb.i]
    return any(t.lower_ in ("what", "which", "whose") for c in asked for t in children(c, "det", "poss"))


def _stands_no_doubt(verb: Token) -> bool:
    """Whether "no doubt" stands by the verb: the mark of a guess."""
    doc = verb.doc
    return any(doc[k].lower_ == "doubt" for k in range(max(0, verb.i - 4), verb.i))


def _subject_is_unreal(head: Token) -> bool:
    """Whether what governs the clause is a chance that has grown, a hope that is high."""
    subject = own_subject(head)
    return subject is not None and is_one_of(subject, "unreal", "governors")


def is_habit(verb: Token) -> bool:
    """Whether "would" tells of what used to be: "whenever they met, he would ...", "they would meet every Friday" where nobody says so."""
    if verb.dep_ == "ROOT" and any(t.lower_ in ("every", "each") for c in verb.children for t in children(c, "det")):
        return True
    sentence = [t.lower_ for t in verb.sent]
    return "whenever" in sentence or any(sentence[k : k + 3] == ["in", "the", "past"] for k in range(len(sentence) - 2))


def is_slogan(action: Token) -> bool:
    """Whether it tells of no deed but how one feels: "will deliver for the people", "stand up for our members", "fight", "not give in"."""
    told = ("dobj", "prep", "xcomp", "advcl", "ccomp", "npadvmod")
    gives_in = lemma(action) == "give" and any(
        c.lower_ in ("in", "up") for c in children(action, "prt", "advmod", "prep")
    )
    goes_on = any(c.lower_ in ("on", "back") for c in children(action, "prt", "advmod", "prep"))
    if (lemma(action) == "fight" or gives_in) and first(action, *told) is None and not goes_on:
        return True
    stands = lemma(action) == "deliver" or (lemma(action) == "stand" and any(c.lower_ == "up" for c in action.children))
    return stands and first(action, "dobj") is None and any(c.lower_ == "for" for c in children(action, "prep"))


def is_only_talk(verb: Token) -> bool:
    """Whether nothing is said to be done but to comment, or not to."""
    if is_one_of(verb, "actions", "talk"):
        return True
    if lemma(verb) in ("let", "keep") and any(
        lemma(c) in ("know", "inform", "post") for c in children(verb, "ccomp", "oprd")
    ):
        return True  # "will let you know", "will keep you informed"
    if lemma(verb) in ("make", "have", "give") and any(is_one_of(t, "actions", "talk") for t in children(verb, "dobj")):
        return True  # "will be making no further comment"
    inner = (
        [t for p in children(verb, "prep") for t in children(p, "pcomp", "pobj")] if lemma(verb) == "refrain" else []
    )
    return any(is_one_of(t, "actions", "talk") for t in inner)
