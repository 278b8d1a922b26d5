"""Whether an event happened, is planned, denied or possible; or is not stated at all."""

from spacy.tokens import Token

from dateline.model import EventStatus
from dateline.reading.events.lexical import control, verb_frame, words

_DEPTH = 5
_MOST_JOINED = 24
_OBLIGED = frozenset({"should", "must", "ought"})
_AFTER = frozenset({"after", "since", "following", "upon", "by", "for", "despite", "while", "over", "when"})


def status(verb: Token) -> EventStatus | None:
    """The status of what a verb states; None where it is asked, demanded, wished or a purpose, and so not stated at all."""
    return None if _is_asked(verb) else _status(verb, _DEPTH)


def _status(verb: Token, depth: int) -> EventStatus | None:
    if verb.dep_ == "ccomp" and any(c.tag_ == "WP" and c.dep_ == "dobj" for c in verb.children):
        return None  # "did not say whom they would back"
    if verb.dep_ in {"ccomp", "pcomp"} and any(c.lower_ in {"how", "why"} for c in verb.lefts):
        return None  # "asked how they would meet"
    negated, own = _negated(verb), _mood(verb)
    if _is_inverted(verb):
        return None
    if own == "obliged" or _is_wished(verb) or (negated and _is_condition(verb)):
        return None
    above = _above(verb, depth)
    if above is None:
        return None
    found: EventStatus = own if own in {"planned", "possible"} else "happened"  # type: ignore[assignment] # narrowed by the test
    if negated or above == "denied":
        return "denied"
    if found == "happened":
        return above
    return "possible" if above == "possible" else found


def _negated(verb: Token) -> bool:
    return (
        any(c.dep_ == "neg" or c.lower_ == "never" for c in verb.children)
        or any(x.dep_ == "neg" for c in verb.lefts if c.pos_ in {"DET", "PRON", "ADV"} for x in c.children)  # "not all"
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


def _is_condition(verb: Token) -> bool:
    """Such as "if they do not attack": nothing is said of what they did."""
    return any(c.dep_ == "mark" and c.lower_ in {"if", "unless"} for c in verb.children)


def _is_inverted(verb: Token) -> bool:
    """Such as "had they accepted the offer": it never came to it."""
    first = next(verb.lefts, verb)
    opens = first.dep_ == "aux" and first.lower_ in {"had", "should", "were"}
    return opens and verb.dep_ == "advcl" and any(c.dep_ == "nsubj" for c in verb.lefts)


def _is_purpose(verb: Token) -> bool:
    """Such as "so that it does not attack", "lest it attack"."""
    marks = {c.lower_ for c in verb.children if c.dep_ in {"mark", "advmod"}}
    return "lest" in marks or {"so", "that"} <= marks


def _is_asked(verb: Token) -> bool:
    """Whether the sentence is a question; marks that close quotations may follow its own."""
    sentence = verb.sent
    return any(t.text == "?" for t in sentence[-3:] if t.is_punct)


def _is_wished(verb: Token) -> bool:
    """A subjunctive: "demanded that he step down"."""
    who = [c.lower_ for c in verb.children if c.dep_ == "nsubj"]
    return (
        bool(who)
        and verb.tag_ in {"VB", "VBP"}
        and who[-1] in {"he", "she", "it"}
        and not any(c.dep_ == "aux" for c in verb.children)
    )


def _mood(verb: Token) -> str:
    if _is_headline(verb):
        return "planned"
    auxiliaries = [c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if not auxiliaries and verb.dep_ == "conj" and verb.tag_ == "VB":
        auxiliaries = [c.lower_ for c in verb.head.children if c.dep_ == "aux"]
    if any(a in _OBLIGED for a in auxiliaries):
        return "obliged"
    if any(a in words("status", "modals_planned") for a in auxiliaries):
        return "planned"
    if "have" in auxiliaries and {"would", "could", "might"} & set(auxiliaries):
        return "obliged"  # "would have met": it never came to it
    if "would" in auxiliaries:
        return "planned" if _reported(verb) else "possible"
    if any(a in words("status", "modals_possible") for a in auxiliaries):
        return "possible"
    if any(
        c.lower_ in {"likely", "allegedly", "possibly", "perhaps", "probably"}
        for c in verb.children
        if c.dep_ == "advmod"
    ):
        return "possible"
    if any(c.dep_ == "mark" and c.lower_ in {"if", "unless", "whether"} for c in verb.children):
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


def _above(verb: Token, depth: int) -> EventStatus | None:
    """What the clauses above make of it."""
    head, dep = verb.head, verb.dep_
    if dep == "ROOT" or depth == 0:
        return "happened"
    if (dep == "csubj" and verb.tag_ in {"VB", "VBG"}) or (dep == "advcl" and _is_purpose(verb)):
        return None  # "lifting the ban is a condition"
    to = any(c.tag_ == "TO" for c in verb.children)
    if dep == "conj" and head.pos_ in {"VERB", "AUX"}:
        if verb.tag_ == "VB" and head.tag_ in {"VBD", "VBZ", "VBN"} and not _shares(head, verb):
            return _with_infinitive(verb, head, depth)
        first = _first_joined(head) if _shares(head, verb) else head
        return _status(first, depth - 1) if _shares(head, verb) else _above(head, depth - 1)
    if dep in {"acl", "ccomp", "relcl"} and head.pos_ == "NOUN" and head.lemma_ in words("sets", "alleged") and not to:
        return "possible" if any(c.dep_ == "mark" for c in verb.children) else "happened"
    if dep in {"acl", "ccomp"} and not to and verb.tag_ in {"VB", "VBP"} and _is_demanded(head):
        return None  # "its demand that Malta leave"
    if dep in {"xcomp", "ccomp", "advcl", "acl", "pcomp", "relcl", "dep", "parataxis", "pobj"}:
        if to or (dep == "xcomp" and verb.tag_ == "VBG" and control(head) in {"plans", "starts", "tries"}):
            return _infinitive(verb, head, depth)
        if dep in {"ccomp", "xcomp"} and verb.tag_ == "VBG" and head.lemma_ in words("sets", "judging"):
            return None  # "sees blocking the port as a right"
        if dep == "pcomp" and head.lower_ == "with" and any(c.dep_ == "nsubj" for c in verb.lefts):
            return "happened"  # "with Malta accusing it"
        if dep == "pcomp":
            return _after_preposition(head, depth)
        if dep == "advcl" and _is_whenever(verb):
            return None  # "when a ship is attacked": nothing is said of any one time
        if dep == "advcl" and _is_past(verb) and any(c.lower_ == "before" and c.dep_ == "mark" for c in verb.children):
            return "happened"  # "before the raid began"
        if dep == "advcl" and any(
            (c.dep_ == "mark" and c.lower_ in {"if", "unless", "before", "until"})
            or (c.lower_ == "till" and c.i < verb.i)
            for c in verb.children
        ):
            return "possible"
        if dep == "advcl" and head.i < verb.i and _is_still_ahead(verb, head):
            return "planned"  # "can tell it only after he has met them"
        if dep in {"ccomp", "xcomp"} and head.lemma_ in {"deny", "refute", "dismiss"}:
            return "denied"
        if dep == "xcomp" and verb.tag_ == "VBG" and head.lemma_ in words("sets", "weighing"):
            return None  # "is mulling over lifting it"
        if dep == "ccomp" and any(c.dep_ == "acomp" and c.lower_ == "unlikely" for c in head.rights):
            return None  # "it is unlikely that they will agree"
        if dep == "ccomp" and head.lemma_ == "mean" and _negated(head):
            return None  # "the vote does not mean that they will leave" leaves it open
        if dep == "ccomp" and head.lemma_ in words("status", "opinions") and _negated(head):
            return "denied"  # "did not believe that it broke the pact"
        if dep == "xcomp" and verb.tag_ == "VBG" and head.lemma_ in {"exclude", "oppose", "reject", "rule"}:
            return "denied"  # "ruled out arming them"
        if dep == "ccomp" and head.lemma_ in {
            "fear",
            "hope",
            "demand",
            "insist",
            "suggest",
            "propose",
            "urge",
            "want",
            "recommend",
            "request",
            "ask",
            "wish",
            "ensure",
            "require",
        }:
            return None if head.lemma_ != "fear" else "possible"
        if (
            dep in {"ccomp", "xcomp"}
            and head.lemma_ in {"let", "make", "help", "prevent", "stop", "consider", "imagine", "avoid", "risk"}
            and verb.tag_ in {"VB", "VBG"}
        ):
            return None if head.lemma_ not in {"help", "make"} else _status(head, depth - 1)
        if dep in {"ccomp", "acl"} and _is_under_a_condition(head):
            return "possible"
    return "happened"


def _is_past(verb: Token) -> bool:
    """Whether the verb is in the past: "raided", "was raided"."""
    return verb.tag_ == "VBD" or any(c.dep_ == "auxpass" and c.tag_ == "VBD" for c in verb.lefts)


def _is_still_ahead(verb: Token, above: Token) -> bool:
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


def _is_whenever(verb: Token) -> bool:
    """Whether the clause tells what is so at any time: "when" with a verb of the present."""
    first = next((c for c in verb.lefts if c.dep_ in {"aux", "auxpass"}), verb)
    return (
        first.tag_ in {"VBZ", "VBP"}
        and first.lower_ in {"is", "are"}
        and verb.tag_ == "VBN"
        and any(c.lower_ in {"when", "whenever"} for c in verb.lefts)
    )


def _is_under_a_condition(above: Token) -> bool:
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


def _is_demanded(noun: Token) -> bool:
    """Whether a clause below the noun is only demanded, feared or hoped for."""
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in words("status", "unreal_heads")


def _after_preposition(preposition: Token, depth: int) -> EventStatus | None:
    """Of a gerund: "charged with" is a charge, "no intention of" a denial, and what would be done "by" it is as open as that."""
    above = preposition.head
    if above.lemma_ in words("sets", "charged") and preposition.lower_ in {"for", "of", "with"}:
        return "possible"
    if (
        above.lemma_ in words("sets", "intentions")
        and above.pos_ == "NOUN"
        and preposition.lower_ in {"of", "to", "for"}
    ):
        return _intended(above)
    if above.pos_ == "NOUN" and above.lemma_ in words("sets", "alleged"):
        return "possible"
    if above.pos_ == "ADJ" and above.lower_ in words("sets", "guilty") and above.head.pos_ in {"AUX", "VERB"}:
        return _status(above.head, depth - 1)
    weighed = above.pos_ == "NOUN" or control(above) == "plans" or above.lemma_ in words("sets", "weighing")
    if preposition.lower_ not in _AFTER or (preposition.lower_ == "over" and weighed):
        return None  # "talks over lifting the ban"
    if preposition.lower_ == "for" and control(above) == "REQUEST":
        return None  # "called for deepening ties"
    if preposition.lower_ == "for" and above.pos_ == "NOUN":
        return "possible"
    if preposition.lower_ == "by" and above.pos_ in {"VERB", "AUX"}:
        return _status(above, depth - 1)
    return "happened"


def _intended(noun: Token) -> EventStatus:
    """Of what a plan or an intention is about; denied where there is none."""
    if noun.dep_ in {"dobj", "nsubjpass"} and noun.head.lemma_ in words("sets", "foiling"):
        return "denied"
    none = any(c.lower_ in {"no", "any"} for c in noun.lefts) or (noun.dep_ == "dobj" and _negated(noun.head))
    willing = noun.lemma_ in {"desire", "readiness", "willingness"}
    return "denied" if none else "possible" if willing else "planned"


def _shares(head: Token, verb: Token) -> bool:
    if _negated(head) and any(c.lower_ in {"instead", "only", "rather"} for c in verb.lefts):
        return False  # "does not accept the first, and accepts only the second"
    return (
        verb.tag_ in {"VB", "VBN", "VBG"}
        and not any(c.dep_ in {"aux", "auxpass", "nsubj"} for c in verb.children)
        and head.tag_ == verb.tag_
    )


def _with_infinitive(verb: Token, above: Token, depth: int) -> EventStatus | None:
    """Of "agreed on the need to meet, and exchange lists", where the parser joins "exchange" to "agreed": as open as "to meet"."""
    if any(c.dep_ in {"aux", "nsubj"} for c in verb.lefts):
        return _above(above, depth - 1)
    between = reversed(verb.doc[above.i + 1 : verb.i][-_FURTHEST:])
    infinitive = next((t for t in between if t.tag_ == "VB" and any(c.tag_ == "TO" for c in t.lefts)), None)
    return None if infinitive is None else _status(infinitive, depth - 1)


_FURTHEST = 60
"""Tokens back in which the infinitive stands to which another is joined."""


def _first_joined(verb: Token) -> Token:
    """The first of a row of verbs that share its mood: "need" rules all of "the need to meet, exchange and use"."""
    for _ in range(_MOST_JOINED):
        if verb.dep_ != "conj" or verb.head.pos_ not in {"VERB", "AUX"} or not _shares(verb.head, verb):
            break
        verb = verb.head
    return verb


def _infinitive(verb: Token, head: Token, depth: int) -> EventStatus | None:
    kind = control(head)
    protests = (frame := verb_frame(verb)) is not None and frame.type == "PROTEST"
    if protests and head.pos_ == "VERB" and any(c.dep_ == "prt" and c.lower_ == "out" for c in head.children):
        return _status(head, depth - 1)  # "came out to protest"
    if head.lemma_ == "go" and any(c.lower_ == "on" and c.i == head.i + 1 for c in head.rights):
        return _status(head, depth - 1)  # "went on to say"
    travels = head.lemma_ in words("sets", "motion") and head.pos_ == "VERB"
    if travels and (head.tag_ == "VBG" or kind != "starts"):
        return (
            "planned" if _status(head, depth - 1) is not None else None
        )  # "is on the way to meet", "flew out to meet"
    if head.lemma_ in words("sets", "reaching") and verb.lemma_ in words("sets", "courtesies"):
        return _status(head, depth - 1)  # "called the minister to thank him"
    if head.pos_ in {"VERB", "AUX"} and verb.dep_ in {"xcomp", "ccomp"}:
        if kind == "plans" and head.lemma_ == "choose":
            return _status(head, depth - 1)  # who chose to do it did
        if kind == "plans":
            meant: EventStatus = "possible" if head.lemma_ in words("sets", "wishing") else "planned"
            if _negated(head) and head.lemma_ in words("sets", "wishing"):
                return None  # "nobody wants to be on strike"
            return "denied" if _negated(head) else meant
        if kind == "starts":
            return _status(head, depth - 1)
        if kind == "tries":
            return "possible" if head.lemma_ != "fail" else "denied"
        return "possible" if head.lemma_ in {"appear", "seem", "believe", "say", "report", "know", "think"} else None
    if head.pos_ == "ADJ":
        return _of_adjective(head, depth)
    if head.pos_ == "NOUN" and verb.dep_ in {"acl", "relcl"} and head.lemma_ == "attempt":
        return "possible"
    if head.pos_ == "NOUN" and verb.dep_ in {"acl", "relcl"}:
        if head.lemma_ == "decision" and verb.lemma_ in words("sets", "decided"):
            return "happened"  # who decides to reject an offer rejects it
        return _intended(head) if head.lemma_ in words("sets", "intentions") else None
    return None


_AHEAD = frozenset({"due", "set", "ready", "prepared", "poised", "scheduled", "willing", "determined", "expected"})


def _of_adjective(adjective: Token, depth: int) -> EventStatus | None:
    """Of what one is "ready", "likely" or "able" to do; who was able to do it did."""
    being = adjective.head
    negated = being.pos_ in {"AUX", "VERB"} and _negated(being)
    if adjective.lower_ in _AHEAD:
        return "denied" if negated else "planned"
    if adjective.lower_ == "able" and being.lower_ in {"was", "were", "been"}:
        return _status(being, depth - 1)
    if adjective.lower_ == "able":
        return "denied" if negated else "possible"
    return "possible" if adjective.lower_ == "likely" and not negated else None
