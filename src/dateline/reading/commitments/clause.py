"""The shortest stretch of text that states an undertaking."""

from collections.abc import Iterable

from spacy.tokens import Token

from dateline.model.datelines import dateline_of
from dateline.reading.commitments.edges import (
    COMMENTS,
    STOPS,
    before_teller,
    closed,
    in_quotation,
    line_of,
    opens_comment,
    whole_words,
    with_listed_days,
)
from dateline.reading.commitments.grammar import (
    SUBJECTS,
    children,
    dated_noun,
    first,
    has_to,
    is_dash,
    is_of_a_day,
    is_passive,
    is_predicate,
    lies_ahead,
    names_a_day,
    own_subject,
)
from dateline.reading.commitments.words import condition_words, is_one_of, lemma
from dateline.reading.parse import text_of

_SUBJECT_AT_MOST = 30
"""Tokens from the first of a subject to its verb that are quoted with the clause; a longer subject is left out."""

_NOUN_AT_MOST = 20
"""The same for the noun that a relative clause or an infinitive hangs on: "the commission, which was to meet"."""

_OFFICE_AT_MOST = 12
"""Tokens of a subject above which its name is quoted without the office before it."""

_ADVERB_NEAR = 4
"""Tokens that may stand between an adverbial and the verb after it."""

_DASHES = frozenset({"--", "–", "—"})
_FROM_WHEN = frozenset({"start", "begin", "commence"})
"""Verbs whose participle says from when, behind a comma too: "will extend, starting on 3 May, the truce"."""

_BREAKS = frozenset({":", ";", "…", "..."})
_JOINING = frozenset({"then", "also", "thus", "so", "therefore", "however", "meanwhile"})


def clause_tokens(trigger: Token, action: Token, apart: Iterable[Token] = ()) -> list[Token]:
    """The tokens from the first to the last word of the undertaking.

    In: the word that makes it one, what is undertaken (the same word, or one that it governs), and the heads of
    clauses that are undertakings of their own. Out: a contiguous run of tokens, without marks at its ends.
    """
    cut = set(apart) - {trigger, action}
    kept: set[int] = set()
    stack = [(trigger, 0)]
    on_path = _path(trigger, action)
    while stack:
        token, depth = stack.pop()
        kept.add(token.i)
        for child in token.children:
            if child in cut:
                continue
            if child.i in on_path or _belongs(child, token, trigger, action):
                stack.append((child, depth + 1))
    kept |= _subject(trigger, action)
    return _contiguous(trigger, action, kept)


def _path(trigger: Token, action: Token) -> set[int]:
    """The tokens from the action up to the trigger."""
    path = {action.i}
    token = action
    while token not in (trigger, token.head):
        token = token.head
        path.add(token.i)
    return path


def _belongs(child: Token, head: Token, trigger: Token, action: Token) -> bool:
    dep = child.dep_
    if dep in SUBJECTS:
        return head != trigger
    if dep in ("punct", "aux", "auxpass", "neg", "prt") or (head == trigger and is_fronted_day(child, trigger)):
        return True
    if child.is_space or (dep in ("mark", "preconj", "intj", "dep", "meta", "expl") and head in (trigger, action)):
        return dep == "expl" and head == trigger
    if dep == "cc":
        return any(c.dep_ == "conj" and c.i > child.i and _is_joined(c, head) for c in head.children)
    if dep == "conj":
        return _is_joined(child, head)
    if dep == "parataxis":
        return False
    if dep == "advcl" and head in (trigger, action):
        return _clings(child)
    if dep in ("relcl", "acl", "appos") and child.i > head.i and head.pos_ in ("NOUN", "PROPN", "PRON"):
        return not _after_comma(child) or child.i < action.i
    if dep == "ccomp":
        return child.i > head.i
    if dep == "prep" and (child.lower_ == "according" or _comments(child)):
        return False
    if dep in ("prep", "advmod", "npadvmod", "nmod") and head == trigger and child.i < head.i:
        return head.i - child.i <= _ADVERB_NEAR and not _after_left_comma(child)
    return True


def is_fronted_day(child: Token, trigger: Token) -> bool:
    """Whether a phrase before the subject says by when: "By Friday, the council will meet"; not when something was said."""
    subject = own_subject(trigger)
    if subject is None or child.i > subject.i or child.dep_ not in ("prep", "advmod", "npadvmod", "meta"):
        return False
    if not lies_ahead(trigger) or not names_a_day(child) or any(t.pos_ == "VERB" for t in child.subtree):
        return False
    if any(is_dash(t) for t in trigger.doc[child.left_edge.i : subject.i]):
        return False  # a dateline
    begins = child.left_edge
    if not begins.is_sent_start and begins.i > 0 and begins.nbor(-1).pos_ in ("NOUN", "PROPN", "NUM"):
        return False  # "in the deal struck with Norland last week, the ships will ..."
    between = trigger.doc[child.right_edge.i + 1 : subject.left_edge.i]
    return all(t.is_punct or t.like_num or is_of_a_day(t) for t in between)


def _comments(preposition: Token) -> bool:
    """Whether a phrase behind a comma says what to think of it: ", in a sign that ..."."""
    inner = first(preposition, "pobj")
    return (
        preposition.lower_ in ("in", "as")
        and inner is not None
        and lemma(inner) in COMMENTS
        and _after_comma(preposition)
    )


def _is_joined(verb: Token, head: Token) -> bool:
    """Whether a conjunct is part of the same undertaking: it has no subject and no auxiliary of its own."""
    if verb.pos_ not in ("VERB", "AUX"):
        return True
    if _tells(verb) or _is_other_deed(verb, head):
        return False
    auxiliaries = children(verb, "aux")
    if [a.lower_ for a in auxiliaries] == ["to"] and has_to(head) and not names_a_day(verb):
        return True  # "plans to cut fees and to raise wages"
    return not children(verb, *SUBJECTS) and (
        not auxiliaries or (head.tag_ in ("VBN", "VBD") and _has_same(head, auxiliaries))
    )


def _tells(verb: Token) -> bool:
    """Whether a conjunct says something; "make" does with a clause only: "made it clear", but "made progress"."""
    return is_one_of(verb, "verbs", "tell") and (lemma(verb) != "make" or first(verb, "dobj") is None)


def _has_same(head: Token, auxiliaries: list[Token]) -> bool:
    """Whether a conjunct's auxiliaries are those of the first verb, or none is finite: "to sign it and to send it"."""
    finite = {a.lower_ for a in auxiliaries if a.tag_ in ("MD", "VBZ", "VBP", "VBD")}
    return finite <= {a.lower_ for a in children(head, "aux")}


def _is_other_deed(verb: Token, head: Token) -> bool:
    """Whether a conjunct in the past tells of another deed: "called off the vote and went home"."""
    acts = any(c.dep_ == "dobj" for c in verb.children) and not any(c.dep_ == "auxpass" for c in verb.children)
    if verb.tag_ == "VBN" and acts:
        return any(c.dep_ == "auxpass" for c in head.children) and any(c.lower_ == "but" for c in head.children)
    if verb.tag_ != "VBD":
        return False
    return head.tag_ != "VBD" or any(c.dep_ in ("dobj", "nsubjpass") for c in head.children)


def _clings(clause: Token) -> bool:
    """Whether an adverbial clause says what, to what end, until when or on what condition; others give reasons."""
    marks = [m.lower_ for m in children(clause, "mark", "advmod")]
    if any(m in condition_words("marks") for m in marks):
        return True
    present = any(t.tag_ in ("VBZ", "VBP") for t in (clause, *children(clause, "aux", "auxpass")))
    if present and marks[:1] in (["after"], ["when"]) and lies_ahead(clause.head):
        return True  # "will start after the council is formed"
    if any(a.lower_ == "to" for a in children(clause, "aux")):
        return clause.i > clause.head.i and not _after_comma(clause)
    if is_one_of(clause, "verbs", "tell"):
        return False
    if clause.tag_ == "VBG" and lemma(clause) in _FROM_WHEN and any(names_a_day(c) for c in children(clause, "prep")):
        return True
    return not marks and not _after_comma(clause)


def _after_comma(child: Token) -> bool:
    left = child.left_edge.i
    return left > 0 and child.doc[left - 1].text in (",", ";", "-", "–", "—", "--", "(", ":")


def _after_left_comma(child: Token) -> bool:
    right = child.right_edge.i + 1
    return right < len(child.doc) and child.doc[right].text == ","


def _subject(trigger: Token, action: Token) -> set[int]:
    """The tokens of who or what the clause is about, where they end at its verb and are not too many.

    Of a relative clause, and of an infinitive or participle that hangs on a noun, that is the noun.
    """
    holder = trigger.head if trigger.dep_ == "acomp" and is_passive(trigger) else trigger
    subject = next((c for c in holder.children if c.dep_ in SUBJECTS and c.i < trigger.i), None)
    if subject is not None and is_predicate(subject):
        return set()
    most = _SUBJECT_AT_MOST
    if subject is None or subject.tag_ in ("WDT", "WP") or (subject.lower_ == "that" and trigger.dep_ == "relcl"):
        noun = own_subject(trigger) if subject is not None else None
        hangs = has_to(trigger) or trigger == action or (trigger.tag_ == "VBN" and trigger.dep_ == "acl")
        if subject is None and trigger.dep_ in ("acl", "relcl") and hangs:
            noun = dated_noun(trigger) if trigger == action and trigger.tag_ == "VBN" else trigger.head
        if noun is not None and noun.pos_ in ("NOUN", "PROPN"):
            subject, most = noun, _NOUN_AT_MOST
    if subject is None or subject.i > trigger.i:
        return set()
    start = subject.left_edge.i
    taken = next((c for v in (trigger, action) for c in children(v, "dobj") if c.tag_ == "WDT" and c.i < start), None)
    opened = (
        t.lower_ in ("that", "who", "whom", "where", "when", "whose") or t.tag_ == "WDT"
        for t in trigger.subtree
        if t.i < start
    )
    bare = (
        not any(opened) and trigger.head.i == start - 1 and first(action, "dobj") is None
    )  # "the ships Norway vowed to send"
    if (
        (taken is not None or bare)
        and trigger.dep_ == "relcl"
        and trigger.i - trigger.head.left_edge.i <= _NOUN_AT_MOST
    ):
        start = trigger.head.left_edge.i  # "the law, which the minister is to present"
    if trigger.i - start > _OFFICE_AT_MOST:
        start = _behind_office(trigger, start)
    if trigger.i - start > most or any("\n" in t.text for t in trigger.doc[start : trigger.i]):
        return set()
    return set(range(start, trigger.i))


def _behind_office(trigger: Token, start: int) -> int:
    """Where the name begins before which a long office stands: "the envoy for peace and head of the council, Ana Brel is to"."""
    ends = min([trigger.i, *(c.i for c in children(trigger, "aux", "auxpass"))])
    begins = ends
    while begins > start and trigger.doc[begins - 1].pos_ == "PROPN":
        begins -= 1
    return begins if start < begins < ends and trigger.doc[begins - 1].text == "," else start


def _contiguous(trigger: Token, action: Token, kept: set[int]) -> list[Token]:
    doc = trigger.doc
    order = sorted(i for i in kept if not doc[i].is_space)
    while doc[order[0]].is_punct:
        order.pop(0)  # the mark that opens a quotation, which may stand before a clause that does not belong here
    anchor = max(trigger.i, action.i)
    while order[-1] > anchor and doc[order[-1]].text in STOPS:
        order.pop()  # a full stop would bring along what stands between it and the clause
    low = min(trigger.i, action.i)
    run = list(doc[order[0] : order[-1] + 1])
    opened = [c.i for c in children(trigger, "mark") if c.i < low and c.lower_ not in condition_words("marks")]
    run = [t for t in run if not opened or t.i > max(opened)]
    begins = line_of(doc, low)
    dateline = dateline_of(text_of(doc), begins, len(text_of(doc)))
    if dateline is not None:
        run = [t for t in run if t.idx >= dateline.span.end or t.i >= low]
    auxiliaries = [c.i for c in children(trigger, "aux") if c.tag_ == "MD"]
    run = in_quotation(run, min([low, *auxiliaries]), anchor)
    dashes = [t.i for t in run if t.i < low and t.text in _DASHES]
    if len(dashes) % 2:
        run = [t for t in run if t.i > dashes[-1]]  # what stands before a single dash is a dateline
    run = before_teller(run, anchor)
    stops = [
        t.i
        for t in run
        if t.i > anchor and (t.text in _BREAKS or _tells_it(t, trigger) or opens_comment(t) or _opens_else(t))
    ]
    run = [t for t in run if not stops or t.i < stops[0]]
    while run and run[0].i < low and _is_before_clause(run[0], trigger, action):
        run.pop(0)
    while run and run[-1].i > anchor and (_is_edge_mark(run[-1]) or run[-1].lower_ == "with"):
        run.pop()
    return whole_words(closed(with_listed_days(run)))


def _opens_else(token: Token) -> bool:
    """Whether ", failing which" tells what comes where it is not done."""
    return token.lower_ == "failing" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "which"


def _is_before_clause(token: Token, trigger: Token, action: Token) -> bool:
    """Whether a word only joins the clause to what stands before it: "and", "where", "under which", "then"."""
    if _is_edge_mark(token):
        return token.lower_ not in condition_words("marks")
    if token.head not in (trigger, action):
        return token.tag_ == "WDT" and token.head.dep_ == "prep" and token.head.head in (trigger, action)
    if token.tag_ in ("WDT", "WP", "WRB"):
        return token.dep_ not in SUBJECTS
    led = token.dep_ == "prep" and any(c.tag_ in ("WDT", "WP") for c in children(token, "pobj"))
    return led or (token.lower_ in _JOINING and token.dep_ == "advmod")


def _tells_it(token: Token, trigger: Token) -> bool:
    """Whether a token after the undertaking begins ", she said": the one who tells it, before its verb of saying."""
    verb = token.head
    if token.dep_ != "nsubj" or not is_one_of(verb, "verbs", "tell") or verb.dep_ not in ("ROOT", "parataxis", "ccomp"):
        return False
    if trigger not in (verb.head, verb) and verb not in (trigger.head, trigger.head.head):
        return False
    edge = token.left_edge.i
    return trigger != verb and edge > trigger.i and token.doc[edge - 1].text in (",", "”", '"')


def _is_edge_mark(token: Token) -> bool:
    return token.is_space or token.dep_ in ("cc", "mark") or (token.is_punct and token.text not in ("%", "$", ")"))
