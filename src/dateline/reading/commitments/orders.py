"""What an order governs, and whether whoever gives it is bound by it: "ordered the port closed", but not "ordered the firm to pay"."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.reading.commitments.grammar import (
    children,
    first,
    future_auxiliary,
    has_to,
    is_agent,
    is_passive,
    negation,
    own_subject,
    subject_of,
)
from dateline.reading.commitments.undertaking import Undertaking
from dateline.reading.commitments.unreal import is_unreal
from dateline.reading.commitments.words import is_one_of, lemma

_DEEDS = ("tion", "sion", "ment", "val", "wal", "sal", "ture", "sure", "probe", "halt", "ban")
"""How nouns end that name a deed, such as is ordered: "ordered the withdrawal of ..."."""


def ordered(verb: Token) -> Iterator[Token]:
    """What an order or a refusal governs: "ordered the port closed", "ordered that it be", "ruled out sending"."""
    if is_passive(verb) or (verb.dep_ in ("relcl", "acl") and not is_agent(subject_of(verb))):
        return  # what "rulings that ordered the firm to pay" lay on others
    for child in verb.children:
        if child.i < verb.i:
            continue
        clause = child.dep_ in ("ccomp", "xcomp") and child.tag_ in ("VB", "VBN", "VBG")
        if clause and has_to(child) and _is_demand(verb, child):
            return
        if clause and (lemma(verb) != "rule" or child.tag_ == "VBG") and future_auxiliary(child) is None:
            yield child
            return
        if child.dep_ == "dobj" and (lemma(verb) == "rule" or (names_deed(child) and not is_agent(child))):
            yield child
            return


def of_judgement(verb: Token) -> Iterator[Undertaking]:
    """What a court orders a state to do, which is bound by it: "the world court ordered Norland to ease the blockade"."""
    court, bound = own_subject(verb), first(verb, "dobj")
    if lemma(verb) not in ("order", "instruct") or verb.tag_ not in ("VBD", "VBN") or court is None or bound is None:
        return
    deed = next((c for c in children(verb, "xcomp") if has_to(c) and c.i > bound.i), None)
    of_state = bound.ent_type_ == "GPE" or is_one_of(bound, "subjects", "offices_of_state")
    if deed is None or not of_state or lemma(court) not in ("court", "tribunal") or is_unreal(verb):
        return
    if negation(verb) is None and not is_passive(verb):
        yield Undertaking(trigger=verb, action=deed, subject=bound, kind="agreement", status="announced")


def names_deed(noun: Token) -> bool:
    """Whether the noun names a deed, by its end or as one that agreements list: "withdrawal", "deployment", "release"."""
    return noun.text.endswith(_DEEDS) or is_one_of(noun, "contents", "things")


def _is_demand(order: Token, clause: Token) -> bool:
    """Whether it is laid on others, who are not the orderer's own, so that he undertakes nothing.

    So it is where a state or body orders somebody, and always where a court or regulator does.
    """
    who, whom = subject_of(order), own_subject(clause) or first(order, "dobj")
    if who is None or whom is None:
        return False
    if gives_judgement(who):
        return True
    if who.pos_ != "PROPN" or who.ent_type_ == "PERSON":
        return False
    return not any(c.dep_ == "poss" for t in whom.subtree for c in t.children)


def gives_judgement(who: Token) -> bool:
    """Whether it is a court, judge or regulator, who rules on what others are to do; "the Supreme Court" by its name too."""
    return any(is_one_of(t, "subjects", "judges") for t in (who, *(c for c in who.children if c.dep_ == "compound")))
