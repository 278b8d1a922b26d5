"""On what condition: the clause or phrase that an undertaking hangs on."""

from itertools import takewhile

from spacy.tokens import Token

from dateline.reading.commitments.grammar import ancestors, children, first, negation
from dateline.reading.commitments.unreal import consequence_of, is_question
from dateline.reading.commitments.words import condition_words, is_one_of, lemma

_OPENERS = frozenset(
    {"subject", "pending", "contingent", "conditional", "dependent", "in", "on", "provided", "providing"}
)

_CLAUSE = 4
"""Tokens that an opening clause has at least: "if it rains,"."""


def condition_of(trigger: Token, action: Token, subject: Token | None) -> list[Token]:
    """The tokens of the condition: an if-clause or phrase at the clause, or what the subject is said to still require."""
    for verb in dict.fromkeys((action, trigger, *_auxiliary_heads(action, trigger))):
        for child in verb.children:
            if child.dep_ == "advcl" and _marks_condition(child) and not (_is_concession(child) or _is_aside(child)):
                if _goes_on_before(child, verb):
                    continue
                return _trimmed(child)
            if child.dep_ == "advcl" and _is_awaited(child, verb):
                return _trimmed(child)
            if child.dep_ in ("prep", "advmod", "acomp", "advcl") and _opens_phrase(child):
                return _trimmed(child)
    opened = consequence_of(action) or consequence_of(trigger)
    told = next((s for s in (first(v, "nsubj", "nsubjpass") for v in (action, trigger)) if s is not None), None)
    if opened is not None and told is not None:
        return _trimmed_run(list(action.doc[opened.i : told.left_edge.i]))
    before = told_before(action) or _opening(action)
    if before:
        return before
    for _, above in ancestors(action):
        missing = _missing_consent(above)
        if missing:
            return missing
    without = withheld_from(action)
    if without is not None:
        return _trimmed(without)
    phrase = _phrase_in(action) or _inverted(action) or _provided(action)
    if phrase:
        return phrase
    if subject is not None:
        for clause in children(subject, "relcl", "acl"):
            missing = _missing_consent(clause)
            if missing:
                return missing
    return []


def _is_awaited(clause: Token, verb: Token) -> bool:
    """Whether nothing is done before it: "will not talk until they free our men"; "until" without "not" only tells how long."""
    marks = any(m.lower_ == "until" for m in children(clause, "mark", "advmod"))
    return marks and negation(verb) is not None and first(clause, "nsubj", "nsubjpass") is not None


def _goes_on_before(clause: Token, verb: Token) -> bool:
    """Whether the clause belongs to words that stand before the subject: "after talks with Brel, who called it dear if they leave, they"."""
    begins = clause.left_edge.i
    if not clause.sent.start < begins < verb.i or clause.i > verb.i:
        return False
    before = clause.doc[begins - 1]
    return before.pos_ in ("ADJ", "NOUN", "VERB", "ADV") and not is_one_of(before, "verbs", "tell")


def _auxiliary_heads(action: Token, trigger: Token) -> list[Token]:
    """The verbs between the action and the word that undertakes it."""
    between = []
    token = action
    while token not in (trigger, token.head):
        token = token.head
        if token.pos_ in ("VERB", "AUX", "ADJ"):
            between.append(token)
    between += [c for c in children(action, "xcomp") if c.i > action.i]
    return between


def _marks_condition(clause: Token) -> bool:
    marks = [m.lower_ for m in children(clause, "mark")]
    if any(m in condition_words("conditional_marks") for m in marks):
        return True
    return _opens_phrase(clause)


def _opens_phrase(token: Token) -> bool:
    return _starts_phrase(token.left_edge)


def _starts_phrase(token: Token) -> bool:
    words = " ".join(t.lower_ for t in token.doc[token.i : token.i + 5])
    if any(words.startswith(p) for p in condition_words("consent_phrases")):
        return any(lemma(t) in condition_words("consents") for t in token.doc[token.i : token.i + 6])
    if words.startswith("pending ") and token.nbor(1).pos_ in ("ADP", "SCONJ", "CCONJ", "PUNCT"):
        return False  # "the votes pending for the year"
    if words.startswith("as soon as "):
        after = token.doc[token.i + 3 : token.i + 4]
        return not any(t.ent_type_ in ("DATE", "TIME") or t.pos_ == "ADJ" for t in after)
    return any(words.startswith(p) for p in condition_words("conditional_phrases"))


def _opening(action: Token) -> list[Token]:
    """An if-clause that opens the sentence before the subject, however the parse joins it: "If it turns out that they did, ..."."""
    subject = first(action, "nsubj", "nsubjpass")
    if subject is None:
        return []
    opening = [t for t in action.doc[action.sent.start : subject.left_edge.i] if not t.is_space]
    joint = next((k for k in range(len(opening) - 1, 0, -1) if opening[k - 1].dep_ == "cc"), 0)
    opening = opening[joint:]  # "it will last a week, and, provided it holds, the two will talk"
    while opening and (opening[0].is_quote or (joint and opening[0].text == ",")):
        opening.pop(0)
    if len(opening) < _CLAUSE or opening[-1].text not in (",", "(", "["):
        return []
    if opening[0].lower_ not in condition_words("conditional_marks") and not _starts_phrase(opening[0]):
        return []
    return _trimmed_run(opening)


def told_before(action: Token) -> list[Token]:
    """A conditional phrase between the verb of saying and the clause: "said in the event that it fails, ..."."""
    subject = first(action, "nsubj", "nsubjpass")
    cue = action.head
    if action.dep_ != "ccomp" or subject is None or not cue.i < subject.left_edge.i:
        return []
    start = next((t for t in action.doc[cue.i + 1 : subject.left_edge.i] if _starts_phrase(t)), None)
    return [] if start is None else _trimmed_run(list(action.doc[start.i : subject.left_edge.i]))


def withheld_from(action: Token) -> Token | None:
    """What is missing in "will not sign a budget that does not pay for the wall": the clause says on what it hangs."""
    thing = first(action, "dobj") if negation(action) is not None else None
    if thing is None:
        return None
    return next((c for c in children(thing, "relcl") if first(c, "neg") is not None and not _is_modal(c)), None)


def _is_modal(clause: Token) -> bool:
    """Whether the clause says what cannot or should not be, which makes no condition: "a map that nobody can read"."""
    return any(a.tag_ == "MD" for a in children(clause, "aux"))


def _phrase_in(action: Token) -> list[Token]:
    """A conditional phrase that the parse hangs elsewhere under the action: "will open it subject to approval"."""
    for token in action.subtree:
        opens = token.i > action.i and token.lower_ in _OPENERS and not _is_only_said_of(token)
        if opens and _starts_phrase(token) and not _is_of_what_is_told_of(token, action):
            return _trimmed_run(list(token.doc[token.i : action.right_edge.i + 1]))
    return []


def _is_of_what_is_told_of(word: Token, action: Token) -> bool:
    """Whether it stands in a clause on a thing: "will leave the pact, under which they disarm in exchange for aid"."""
    between = takewhile(lambda t: t != action, (word, *word.ancestors))
    return any(t.dep_ == "relcl" for t in between)


def _inverted(action: Token) -> list[Token]:
    """The clause that opens with "should" before its subject: "will leave should the talks fail"."""
    for token in action.sent:
        if token.lower_ != "should" or token.dep_ not in ("aux", "oprd"):
            continue
        if token.dep_ == "oprd" or token.head.pos_ not in ("VERB", "AUX"):  # the verb taken for an adjective
            if token.i > action.i and action.is_ancestor(token):
                return _trimmed_run(list(token.doc[token.i : action.right_edge.i + 1]))
            continue
        verb, subject = token.head, first(token.head, "nsubj", "nsubjpass", "expl")
        if subject is None or not token.i < subject.left_edge.i <= token.i + 1 or not token.i < verb.i:
            continue
        if is_question(verb) or verb == action or not _is_beside(verb, action):
            continue
        return _trimmed_run(list(token.doc[token.i : verb.right_edge.i + 1]))
    return []


def _is_beside(clause: Token, action: Token) -> bool:
    """Whether a clause hangs on the action, or on what the action hangs on."""
    above = (action, *(head for _, head in ancestors(action)))
    return clause.head in above or clause in (action.head, *(c for c in action.children))


def _provided(action: Token) -> list[Token]:
    """The clause behind "provided", where the parse takes that for a participle: "will pay provided others are ready to"."""
    for token in action.doc[action.i : action.sent.end]:
        if not (action.is_ancestor(token) or token.head.is_ancestor(action)):
            continue
        plain = token.lower_ == "provided" and token.i > action.i and not children(token, "auxpass", "agent")
        if not plain or not children(token, "dobj", "ccomp") or children(token, "aux"):
            continue
        behind = token.doc[token.i + 1 : token.sent.end]
        for other in behind:
            if other.is_punct:
                break
            if other.tag_ in ("VBZ", "VBP", "VBD", "MD"):
                return _trimmed_run(list(token.doc[token.i : token.sent.end]))
    return []


def _is_only_said_of(word: Token) -> bool:
    """Whether "pending" tells of which tasks one speaks, "pending for May", not on whose approval a thing waits."""
    if (
        word.lower_ == "pending"
        and word.i + 1 < len(word.doc)
        and word.nbor(1).pos_ in ("ADP", "SCONJ", "PUNCT", "CCONJ")
    ):
        return True
    if word.lower_ == "subject" and word.i > word.head.i:
        return False  # "will release the funds subject to a ruling"
    return word.dep_ == "amod" and (
        lemma(word.head) not in condition_words("consents") or word.head.left_edge.i < word.i
    )


def _is_aside(clause: Token) -> bool:
    """Whether "if required", "if needed" only says that it may be more or less."""
    marked = any(m.lower_ == "if" for m in children(clause, "mark"))
    return (
        marked and clause.tag_ in ("VBN", "VBD", "JJ") and not children(clause, "nsubj", "nsubjpass", "auxpass", "aux")
    )


def _is_concession(clause: Token) -> bool:
    """Whether "even" turns the condition round."""
    left = clause.left_edge
    return left.lower_ == "even" or (left.i > 0 and left.nbor(-1).lower_ == "even")


def _missing_consent(clause: Token) -> list[Token]:
    for verb in (clause, *children(clause, "conj")):
        if lemma(verb) not in condition_words("require"):
            continue
        wanted = children(verb, "dobj")
        if any(lemma(t) in condition_words("consents") for w in wanted for t in w.subtree):
            last = max(w.right_edge.i for w in wanted)
            return [t for t in verb.doc[verb.i : last + 1] if not t.is_space]
    return []


def _trimmed(token: Token) -> list[Token]:
    but = next((c.i for c in children(token, "cc") if c.lower_ == "but" and c.i > token.i), token.right_edge.i + 1)
    if but < len(token.doc) and token.doc[but].lower_ == "for" and token.doc[but].head.i > but:
        but = token.doc[but].head.right_edge.i + 1  # "in exchange | for prisoners to be freed", torn by the parse
    return _trimmed_run(list(token.doc[token.left_edge.i : but]))


def _trimmed_run(run: list[Token]) -> list[Token]:
    while run and (run[-1].is_punct or run[-1].is_space) and run[-1].text not in (")", "%"):
        run.pop()
    while run and (run[0].is_punct or run[0].is_space):
        run.pop(0)
    return run


def has_condition(verb: Token) -> bool:
    if withheld_from(verb) is not None or told_before(verb) or _opening(verb):
        return True
    for child in verb.children:
        if child.lower_ in condition_words("otherwise"):
            return True
        marks = children(child, "mark") if child.dep_ == "advcl" else []
        if any(m.lower_ in condition_words("conditional_marks") for m in marks):
            return True
    return False
