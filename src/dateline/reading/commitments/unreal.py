"""Whether the words around a clause make it one that is asked for, hoped, feared, waited for or merely thought of."""

from spacy.tokens import Token

from dateline.reading.commitments.grammar import (
    SUBJECTS,
    ancestors,
    children,
    first,
    future_auxiliary,
    has_to,
    negation,
    own_subject,
)
from dateline.reading.commitments.words import condition_words, is_one_of, lemma, words
from dateline.reading.in_case import is_in_case


def is_unreal(trigger: Token) -> bool:
    """Whether the words around an undertaking make it one that is asked for, hoped, feared, or merely thought of.

    Looks at its own auxiliaries and adverbs, the clauses it stands in (an if-clause, a question), and what governs it.
    """
    if any(a.lower_ in words("unreal", "auxiliaries") for a in children(trigger, "aux")):
        return True
    if any(c.lower_ in words("unreal", "modifiers") for c in trigger.children if c.dep_ in ("advmod", "acomp")):
        return True
    if _had_it_been(trigger) or _is_of_youth(trigger) or _is_in_fiction(trigger) or is_in_case(trigger):
        return True
    if is_question(trigger) or _follows_condition(trigger) or asks_what(trigger):
        return True
    if trigger.dep_ == "relcl" and lemma(trigger.head) == "time" and trigger.head.ent_type_ != "TIME":
        return True  # "the second time that they have agreed": told of before, or a count
    if trigger.dep_ == "relcl" and _is_of_a_past_day(trigger):
        return True
    if has_to(trigger) and trigger.dep_ in ("xcomp", "advcl", "ccomp", "acl", "relcl", "ROOT"):
        return True
    if consequence_of(trigger) is not None or is_why(trigger):
        return False
    for verb, head in ancestors(trigger):
        if verb.dep_ == "ccomp" and is_one_of(head, "verbs", "tell") and not _is_whether(verb):
            return _is_undone(head) or (negation(head) is not None and lemma(head) in ("say", "state", "tell"))
        if verb.dep_ == "ccomp" and (negation(head) is not None or _is_possible(head)):
            return True  # "did not mean that it would pay", "could mean that it pays"
        if verb.dep_ == "advcl" and (_condition_mark(verb) or _is_still_to_come(verb)):
            return True
        if verb.dep_ in ("ccomp", "xcomp", "pcomp") and is_one_of(head, "unreal", "governors") and verb.i > head.i:
            return head.pos_ in ("VERB", "ADJ", "NOUN", "AUX", "ADP")
        if verb.dep_ == "ccomp" and (_is_whether(verb) or is_judged(head)):
            return True
        if verb.dep_ in ("pcomp", "acl", "relcl") and is_one_of(head, "unreal", "governors"):
            return True
        if verb.dep_ in ("ccomp", "acl", "relcl") and head.pos_ == "NOUN" and is_denied_claim(head):
            return True
        if verb.dep_ in ("ROOT", "relcl"):
            break
    return False


def _had_it_been(verb: Token) -> bool:
    """Whether "had" stands before the subject: "had they agreed, ..." tells what did not come about."""
    subject = first(verb, *SUBJECTS)
    had = next((a for a in children(verb, "aux") if a.lower_ == "had"), None)
    return had is not None and subject is not None and had.i < subject.left_edge.i


def _is_of_youth(verb: Token) -> bool:
    """Whether "as a child", "at the age of 9" stands with the verb: it is told of somebody's life."""
    for led in children(verb, "prep"):
        thing = first(led, "pobj")
        if thing is None:
            continue
        if led.lower_ == "as" and is_one_of(thing, "unreal", "young"):
            return True
        if led.lower_ == "at" and lemma(thing) == "age":
            return True
    return False


def _is_in_fiction(verb: Token) -> bool:
    """Whether it is told of what a story is about: "in the film, a widow vows", "the drama tells of a spy who agrees"."""
    for _, token in [(verb, verb), *ancestors(verb)]:
        led = (first(c, "pobj") for c in children(token, "prep") if c.lower_ == "in" and c.i < token.i)
        told = (*led, first(token, "nsubj") if token.tag_ == "VBZ" else None)
        if token.tag_ == "VBZ" and any(t is not None and is_one_of(t, "unreal", "fiction") for t in told):
            return True
    return False


def _is_of_a_past_day(clause: Token) -> bool:
    """Whether it only tells what a day is known for: "since 1986, when they signed a truce"."""
    day = clause.head
    since = day.ent_type_ == "DATE" and day.dep_ == "pobj" and day.head.lower_ in ("since", "after", "until")
    return since and any(c.lower_ == "when" for c in children(clause, "mark", "advmod"))


def is_denied_claim(claim: Token) -> bool:
    """Whether somebody denies the claim or report in which it is told, at any depth: "denied a report by the station that they agreed"."""
    for token in (claim, *(head for _, head in ancestors(claim))):
        if token.pos_ == "VERB":
            return is_one_of(token, "unreal", "denials")
    return False


def _is_possible(verb: Token) -> bool:
    return any(a.lower_ in ("could", "may", "might", "can") for a in children(verb, "aux"))


def consequence_of(verb: Token) -> Token | None:
    """The "if" of "said if they pay it will leave", where the parse takes "it will leave" for a relative clause of the condition."""
    subject = own_subject(verb) if verb.dep_ == "relcl" else None
    if subject is None or subject.i > verb.i or subject.pos_ not in ("PRON", "PROPN") or subject.tag_ in ("WDT", "WP"):
        return None
    for child, head in ancestors(verb):
        if child.dep_ in ("ccomp", "advcl") and is_one_of(head, "verbs", "tell"):
            return next((m for m in children(child, "mark") if m.lower_ == "if" and m.i < subject.i), None)
    return None


def is_averted(verb: Token) -> bool:
    """Whether it tells only of what something is to keep from coming: "to avert a strike that would otherwise begin on Friday"."""
    if any(c.lower_ == "otherwise" for c in children(verb, "advmod")) and verb.dep_ == "relcl":
        return True
    for token, head in ancestors(verb):
        if token.dep_ in ("relcl", "acl") and head.dep_ in ("dobj", "pobj", "nsubjpass"):
            return is_one_of(head.head, "unreal", "averts")
        if token.dep_ in ("relcl", "acl", "ROOT", "ccomp"):
            return False
    return False


def is_by_rule(verb: Token) -> bool:
    """Whether it is told as what a law or the rules say for ever: "under Norwegian law", "according to the constitution"."""
    led = [c for c in children(verb, "prep") if c.lower_ in ("under", "by", "per", "according")]
    led += [p for c in led for p in children(c, "prep")]
    below = (first(p, "pobj") for p in led)
    return any(t is not None and is_one_of(t, "subjects", "rules") for t in below)


def is_judged(head: Token) -> bool:
    """Whether "it is in their interest that", "it is vital that" govern the clause: a wish or a judgement of it."""
    subject = own_subject(head)
    return lemma(head) == "be" and subject is not None and subject.lower_ == "it"


def _is_undone(saying: Token) -> bool:
    """Whether the saying is itself only asked for or failed: "asked her to say that ...", "failed to say that ..."."""
    head = saying.head
    tried = lemma(head) in ("try", "seek")
    return saying.dep_ in ("xcomp", "ccomp") and is_one_of(head, "unreal", "governors") and not tried


def _follows_condition(trigger: Token) -> bool:
    """Whether "if", "unless" or "whether" stands right before the verb's subject, however the parse joins it."""
    subject = first(trigger, *SUBJECTS)
    if subject is None or subject.left_edge.i == 0:
        return False
    before = subject.left_edge.nbor(-1).lower_
    return before in condition_words("conditional_marks") or before == "whether"


def _condition_mark(clause: Token) -> bool:
    return any(m.lower_ in condition_words("conditional_marks") for m in children(clause, "mark"))


def _is_still_to_come(clause: Token) -> bool:
    """Whether it is only waited for: "until they have signed", "once they have signed it, the ships will leave"."""
    perfect = any(lemma(a) == "have" and a.tag_ != "VBD" for a in children(clause, "aux"))
    opened = [m.lower_ for m in children(clause, "mark", "advmod") if m.i < clause.i]
    if clause.tag_ in ("VBP", "VBZ") and "once" in opened:
        return True
    waits = ("until", "till", "before", "once", "after", "when")
    return perfect and any(m in waits for m in opened) and future_auxiliary(clause.head) is not None


def _is_whether(clause: Token) -> bool:
    return any(m.lower_ in ("whether", "if") for m in children(clause, "mark", "advmod")) or any(
        c.tag_ in ("WRB", "WP") and c.i < clause.i for c in clause.children
    )


def is_question(trigger: Token) -> bool:
    """Whether the sentence ends with a question mark."""
    sentence = trigger.sent
    for token in reversed(list(trigger.doc[max(sentence.start, sentence.end - 4) : sentence.end])):
        if token.text == "?":
            return True
        if not (token.is_punct or token.is_space):
            break
    return False


def is_why(verb: Token) -> bool:
    """Whether the clause tells what follows: "which is why they will leave"."""
    opens = verb.left_edge
    return opens.lower_ == "why" and opens.i > 0 and lemma(opens.nbor(-1)) == "be" and verb.head == opens.nbor(-1)


def asks_what(verb: Token) -> bool:
    """Whether the clause is an indirect question: "depends on what price they are willing to pay", "did not say under which law it would"."""
    if verb.dep_ not in ("ccomp", "pcomp", "csubj", "dobj", "pobj"):
        return False
    opens = verb.left_edge
    asked = opens.nbor(1) if opens.pos_ == "ADP" and opens.i < verb.i else opens
    if asked.tag_ not in ("WP", "WDT", "WP$", "WRB") or asked.lower_ == "that" or asked.i > verb.i:
        return False  # "that" never asks, whatever the tagger makes of "told the Courier that"
    if is_why(verb):
        return False
    for token, head in ancestors(asked):
        if head == verb:
            return token.dep_ not in ("advcl", "relcl", "csubj")
        if head.pos_ in ("VERB", "AUX") and head.dep_ not in ("xcomp", "acomp"):
            return False
    return False
