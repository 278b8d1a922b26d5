"""What a clause itself says of being so: its auxiliaries, negation, conjunctions; the clauses above it are read in `status`."""

from spacy.tokens import Token

from dateline.reading.events.lexical import words
from dateline.reading.in_case import is_in_case

_DEPTH = 5

_OBLIGED = frozenset({"should", "must", "ought"})


def is_negated(verb: Token) -> bool:
    """Whether the clause says no: by "not", "never", or "no" before its subject or object."""
    below = [c for c in verb.lefts if c.lower_ != "matter"]  # "no matter they have met"
    return (
        any((c.dep_ == "neg" and not _is_and_more(c)) or c.lower_ == "never" for c in verb.children)
        or any(c.dep_ in {"nsubj", "nsubjpass"} and c.lower_ in {"nobody", "none"} for c in verb.lefts)
        or any(c.dep_ in {"nsubj", "nsubjpass"} and _is_not_one(c.left_edge) for c in verb.lefts)
        or any(x.dep_ == "neg" for c in below if c.pos_ in {"DET", "PRON", "ADV"} for x in c.children)  # "not all"
        or any(
            d.lower_ == "no"
            for c in verb.children
            if c.dep_ in {"nsubj", "nsubjpass", "dobj"}
            for d in c.children
            if d.dep_ in {"det", "neg"}
        )
        or any(
            c.dep_ == "preconj" and c.lower_ == "neither"
            for s in verb.children
            if s.dep_ in {"nsubj", "nsubjpass"}
            for c in (s, *s.children)
        )
    )


def _is_not_one(first: Token) -> bool:
    """Whether who is told of is nobody: "not a single state", "not one of them"."""
    return first.lower_ == "not" and first.i + 1 < len(first.doc) and first.nbor(1).lower_ in {"a", "one"}


def _is_and_more(no: Token) -> bool:
    """Such as "not just bombing it", where more was done."""
    return no.i + 1 < len(no.doc) and no.nbor(1).lower_ in {"just", "merely", "only", "simply", "solely"}


def is_condition(verb: Token) -> bool:
    """Such as "if they do not attack", "in case they attack": nothing is said of what they did."""
    return is_in_case(verb) or any(c.dep_ == "mark" and c.lower_ in {"if", "unless"} for c in verb.children)


def is_inverted(verb: Token) -> bool:
    """Such as "had they accepted the offer": it never came to it."""
    first = next(verb.lefts, verb)
    opens = first.dep_ == "aux" and first.lower_ in {"had", "should", "were"}
    return opens and verb.dep_ == "advcl" and any(c.dep_ == "nsubj" for c in verb.lefts)


def is_purpose(verb: Token) -> bool:
    """Such as "so that it does not attack", "lest it attack"."""
    marks = {c.lower_ for c in verb.children if c.dep_ in {"mark", "advmod"}}
    return "lest" in marks or {"so", "that"} <= marks


def is_asked(verb: Token) -> bool:
    """Whether the sentence is a question; marks that close quotations may follow its own."""
    sentence = verb.sent
    return any(t.text == "?" for t in sentence[-3:] if t.is_punct)


def is_wished(verb: Token) -> bool:
    """A subjunctive: "demanded that he step down"."""
    who = [c.lower_ for c in verb.children if c.dep_ == "nsubj"]
    helping = [c for c in verb.lefts if c.dep_ in {"aux", "auxpass"}]
    if [c.lower_ for c in helping] == ["be"] and verb.tag_ == "VBN" and verb.dep_ in {"acl", "ccomp"}:
        return True  # "its insistence that the men be freed"
    return (
        bool(who)
        and verb.tag_ in {"VB", "VBP"}
        and who[-1] in {"he", "she", "it"}
        and not any(c.dep_ == "aux" for c in verb.children)
    )


def mood(verb: Token) -> str:
    """`planned`, `possible`, `obliged` or `plain`, by the auxiliaries and conjunctions of the clause alone."""
    if _is_headline(verb):
        return "planned"
    auxiliaries = [c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if not auxiliaries and verb.dep_ == "conj" and verb.tag_ == "VB":
        auxiliaries = [c.lower_ for c in verb.head.children if c.dep_ == "aux"]
    if any(a in _OBLIGED for a in auxiliaries):
        return "obliged"
    if any(c.dep_ == "mark" and c.lower_ == "whether" for c in verb.children):
        return "possible"  # "unclear whether it will"
    if any(a in words("status", "modals_planned") for a in auxiliaries):
        return "planned"
    if "have" in auxiliaries and {"would", "could", "might"} & set(auxiliaries):
        return "obliged"  # "would have met": it never came to it
    if "would" in auxiliaries:
        return "planned" if _reported(verb) else "possible"
    if any(a in words("status", "modals_possible") for a in auxiliaries):
        return "possible"
    if any(c.lower_ in words("status", "hearsay") for c in verb.children if c.dep_ == "advmod"):
        return "possible"
    if is_condition(verb) or any(c.dep_ == "mark" and c.lower_ == "whether" for c in verb.children):
        return "possible"
    return "plain"


def _is_headline(verb: Token) -> bool:
    """Such as "Malta to sign the pact": in a headline an infinitive tells what is to come."""
    below = {c.dep_ for c in verb.lefts if c.tag_ == "TO" or c.dep_ in {"nsubj", "nsubjpass"}}
    return verb.dep_ == "ROOT" and len(below) > 1 and any(c.tag_ == "TO" for c in verb.lefts)


def _reported(verb: Token) -> bool:
    at = verb
    for _ in range(3):
        if at.dep_ == "ccomp" and at.head.lemma_ in words("sets", "speech"):
            return True
        if at.dep_ not in {"conj", "ccomp"}:
            return any(c.dep_ in {"ccomp", "parataxis"} and c.lemma_ in words("sets", "speech") for c in at.children)
        at = at.head
    return False


def is_past(verb: Token) -> bool:
    """Whether the verb is in the past: "raided", "was raided"."""
    return verb.tag_ == "VBD" or any(c.dep_ == "auxpass" and c.tag_ == "VBD" for c in verb.lefts)


def is_perfect(verb: Token) -> bool:
    """Whether the verb is in the perfect: "has raided"."""
    return any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.lefts)


def is_still_ahead(verb: Token, above: Token) -> bool:
    """Whether what would come "after" or "once" it is itself still to come."""
    marked = any(c.dep_ in {"mark", "advmod"} and c.lower_ in {"after", "once", "when"} for c in verb.lefts)
    perfect = verb.tag_ == "VBN" and any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.lefts)
    own = any(c.pos_ == "PRON" and c.dep_ in {"nsubj", "nsubjpass"} for c in verb.lefts)
    after = any(c.lower_ == "after" for c in verb.lefts)
    if (
        perfect
        and after
        and not own
        and not any(c.lower_ == "only" for c in (*verb.lefts, *above.lefts, *above.rights))
    ):
        return False  # "will expel them after Chad has expelled as many"
    present = verb.tag_ in {"VBZ", "VBP"} or any(c.dep_ == "auxpass" and c.tag_ in {"VBZ", "VBP"} for c in verb.lefts)
    return marked and (perfect or present) and any(c.tag_ == "MD" for c in above.lefts if c.dep_ == "aux")


def is_whenever(verb: Token) -> bool:
    """Whether the clause tells what is so at any time: "when" with a verb of the present."""
    first = next((c for c in verb.lefts if c.dep_ in {"aux", "auxpass"}), verb)
    return (
        first.tag_ in {"VBZ", "VBP"}
        and first.lower_ in {"is", "are"}
        and verb.tag_ == "VBN"
        and any(c.lower_ in {"when", "whenever"} for c in verb.lefts)
    )


def is_under_a_condition(above: Token) -> bool:
    """Whether the clause is part of a condition: "unless it is confirmed that they were freed"."""
    for _ in range(_DEPTH):
        if above.pos_ in {"VERB", "AUX"} and above.dep_ == "advcl":
            return any(
                c.dep_ in {"mark", "advmod"} and c.lower_ in {"if", "unless", "until", "whenever"}
                for c in above.children
            )
        if above.head == above or above.dep_ in {"conj", "relcl"}:
            break
        above = above.head
    return False


def is_demanded(noun: Token) -> bool:
    """Whether a clause below the noun is only demanded, feared or hoped for."""
    only = words("status", "unreal_heads") | {"insistence"}
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in only


def is_only_if(verb: Token) -> bool:
    """Whether the clause holds under a condition alone: "will lift the siege if the men are freed"; not "even if"."""
    below = [c for c in verb.children if c.dep_ == "advcl"]
    marks = [m for c in below for m in c.lefts if m.dep_ == "mark" and m.lower_ in {"if", "provided"}]
    return any(m.i == 0 or m.nbor(-1).lower_ not in {"even", "as"} for m in marks)


def is_overtaken(verb: Token) -> bool:
    """Whether a plan is told only to say that it came otherwise: "was to start on Monday but was delayed", "had said they could"."""
    at = verb
    for _ in range(_DEPTH):
        if any(c.lower_ == "but" and c.dep_ == "cc" for c in at.rights) and _is_of_before(at):
            return True
        if at.dep_ not in {"xcomp", "ccomp", "acomp", "nsubj", "nsubjpass", "dobj"} or at.head.pos_ not in {
            "VERB",
            "AUX",
            "ADJ",
        }:
            return False
        at = at.head
    return False


def _is_of_before(verb: Token) -> bool:
    """Whether the clause tells what had been said or set before: "had said", "was due", "was originally to"."""
    beside = [c for c in verb.lefts if c.dep_ in {"aux", "auxpass"}]
    had = verb.tag_ in {"VBN", "VBD"} and any(c.lower_ == "had" for c in beside)
    first = any(c.lower_ in {"earlier", "initially", "originally", "previously"} for c in verb.children)
    was_set = (
        verb.tag_ == "VBN"
        and any(c.lower_ in {"was", "were"} for c in beside)
        and verb.lemma_ in words("sets", "planning") | {"expect"}
    )
    was_due = verb.lemma_ == "be" and verb.tag_ == "VBD" and any(c.dep_ in {"acomp", "xcomp"} for c in verb.rights)
    return had or first or was_set or was_due


def is_explained(verb: Token) -> bool:
    """Whether the clause is what one who denies something else says of it: "denied any role, saying rebels had shelled the mill"."""
    at = verb
    for _ in range(_DEPTH):
        if at.tag_ == "VBG" and at.lemma_ in words("sets", "speech") and at != verb:
            return True
        if at.head == at:
            break
        at = at.head
    return False


def is_said_false(news: Token) -> bool:
    """Whether a report is said not to be so: "the news that they would meet is inaccurate"."""
    being = news.head
    told = news.dep_ == "nsubj" and news.pos_ == "NOUN" and being.lemma_ == "be"
    return told and any(c.dep_ == "acomp" and c.lower_ in _UNTRUE for c in being.rights) and not is_negated(being)


_UNTRUE = frozenset(
    {"baseless", "fake", "false", "groundless", "inaccurate", "incorrect", "unfounded", "untrue", "wrong"}
)
