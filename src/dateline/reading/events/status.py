"""Whether an event happened, is planned, denied or possible; or is not stated at all."""

from spacy.tokens import Token

from dateline.model import EventStatus
from dateline.reading.events.left_open import (
    HEARSAY,
    are_demands,
    is_charge_denied,
    is_claimed,
    is_dismissed,
    is_habit,
    is_hearsay,
    is_left_open,
    is_of_others,
    is_passive_by_form,
)
from dateline.reading.events.lexical import control, verb_frame, words
from dateline.reading.events.misparsed import finite_above
from dateline.reading.events.mood import (
    is_asked,
    is_condition,
    is_demanded,
    is_inverted,
    is_negated,
    is_past,
    is_perfect,
    is_purpose,
    is_said_false,
    is_still_ahead,
    is_under_a_condition,
    is_whenever,
    is_wished,
    mood,
)

_DEPTH = 5

_MOST_JOINED = 24

_AFTER = frozenset({"after", "since", "following", "upon", "by", "for", "despite", "while", "over", "when"})


def status(verb: Token) -> EventStatus | None:
    """The status of what a verb states; None where it is asked, demanded, wished or a purpose, and so not stated at all."""
    return None if is_asked(verb) else _status(verb, _DEPTH)


def _status(verb: Token, depth: int) -> EventStatus | None:
    if verb.dep_ == "ccomp" and any(c.tag_ == "WP" and c.dep_ == "dobj" for c in verb.children):
        return None  # "did not say whom they would back"
    if verb.dep_ in {"ccomp", "pcomp"} and any(c.lower_ in {"how", "why"} for c in verb.lefts):
        return None  # "asked how they would meet"
    if is_left_open(verb) or is_habit(verb):
        return None
    negated, own = is_negated(verb), mood(verb)
    if is_condition(verb) and any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.lefts):
        return None  # "if they had met, all would know"
    if is_inverted(verb) or any(c.lower_ in {"almost", "nearly"} and c.i == verb.i - 1 for c in verb.lefts):
        return None  # "almost hitting a tanker"
    if own == "obliged" or is_wished(verb) or (negated and is_condition(verb)):
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


def _is_of_a_condition(being: Token) -> bool:
    """Whether the clause says what a condition, a demand or a hope is."""
    wished = words("status", "unreal_heads") | {"condition", "goal", "precondition", "prerequisite", "requirement"}
    return any(c.dep_ == "nsubj" and c.lemma_.lower() in wished for c in being.lefts)


def _is_of_terms(deal: Token) -> bool:
    """Whether it is a deal or plan of which there is none yet, by its article: "a deal that", "any plan that"."""
    sketched = deal.lemma_.lower() in words("groups", "pacts") | {"plan", "proposal", "solution", "formula"}
    return sketched and any(c.lower_ in {"a", "an", "any"} for c in deal.lefts)


def _is_called_for(being: Token) -> bool:
    """Whether the clause says what should be: "it is essential that"."""
    return being.lemma_ == "be" and any(c.dep_ == "acomp" and c.lower_ in _CALLED_FOR for c in being.rights)


_CALLED_FOR = frozenset({"critical", "crucial", "essential", "imperative", "important", "necessary", "vital"})


def _is_so_long_before(verb: Token) -> bool:
    """Whether it is known when the clause is to be: "two days before they meet"."""
    before = next((t for t in (verb.head, *verb.lefts) if t.lower_ == "before" and 0 < t.i < verb.i), None)
    return before is not None and before.nbor(-1).lower_ in {"days", "hours", "weeks", "months", "just", "shortly"}


def _above(verb: Token, depth: int) -> EventStatus | None:
    """What the clauses above make of it."""
    head, dep = verb.head, verb.dep_
    if dep == "ROOT" or depth == 0:
        return "happened"
    if (dep == "csubj" and verb.tag_ in {"VB", "VBG"}) or (dep == "advcl" and is_purpose(verb)):
        return None  # "lifting the ban is a condition"
    to = any(c.tag_ == "TO" for c in verb.children)
    if dep == "conj" and any(c.dep_ == "mark" and c.lower_ in {"as", "while"} for c in verb.lefts):
        return "happened"  # "days before they meet, and as they quarrel"
    if dep == "conj" and any(c.dep_ == "auxpass" and c.tag_ == "VB" for c in verb.lefts) and mood(verb) == "plain":
        return None  # "must leave the island, and the siege be lifted"
    if dep == "conj" and head.pos_ in {"VERB", "AUX"}:
        if (above := finite_above(verb)) != head:
            return _above(above, depth - 1)
        if verb.tag_ == "VB" and head.tag_ in {"VBD", "VBZ", "VBN"} and not _shares(head, verb):
            return _with_infinitive(verb, head, depth)
        first = _first_joined(head) if _shares(head, verb) else head
        return _status(first, depth - 1) if _shares(head, verb) else _above(head, depth - 1)
    if dep == "relcl" and verb.tag_ in {"VBZ", "VBP"} and _is_of_terms(head):
        return None  # "to reach a deal that ends the war"
    if dep in {"acl", "ccomp", "relcl"} and is_said_false(head):
        return "denied"
    if dep in {"acl", "ccomp", "relcl"} and head.lemma_ in words("sets", "alleged") and is_dismissed(head):
        return "denied"
    if dep in {"acl", "ccomp", "relcl"} and head.pos_ == "NOUN" and head.lemma_ in words("sets", "alleged") and not to:
        return "possible" if any(c.dep_ == "mark" for c in verb.children) else "happened"
    if dep == "acl" and verb.tag_ == "VBG" and head.dep_ == "pobj" and head.head.head.lemma_ in _FEARED:
        return None if head.head.lower_ in {"about", "of", "over"} else "happened"  # "fears of police banning it"
    if dep == "ccomp" and head.lemma_ == "be" and _is_of_a_condition(head):
        return None  # "the first condition is that both sides agree"
    if dep == "ccomp" and not (to or is_past(verb) or is_perfect(verb)) and _is_called_for(head):
        return None  # "it is vital that both sides honour the truce"
    if dep in {"acl", "ccomp"} and not to and verb.tag_ in {"VB", "VBP"} and is_demanded(head):
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
        if dep == "advcl" and verb.tag_ == "VBG" and is_hearsay(head):
            return "possible"  # "allegedly opened fire, killing two"
        if (
            dep == "advcl"
            and verb.tag_ == "VBG"
            and verb.i < head.i
            and verb.lemma_ in {"make", "pay"}
            and mood(head) == "planned"
        ):
            return "planned"  # "making his first visit, the envoy will meet the king"
        beside = verb.tag_ == "VBG" and verb.left_edge.i > 0 and verb.left_edge.nbor(-1).text != ","
        if dep == "advcl" and beside and any(c.tag_ == "TO" for c in head.lefts):
            return _status(head, depth - 1)  # "plans to close the port while also imposing a curfew"
        if dep == "advcl" and is_whenever(verb):
            return None  # "when a ship is attacked": nothing is said of any one time
        if dep == "advcl" and is_past(verb) and any(c.lower_ == "before" and c.dep_ == "mark" for c in verb.children):
            return "happened"  # "before the raid began"
        if verb.tag_ in {"VB", "VBP", "VBZ"} and not to and _is_so_long_before(verb):
            return "planned"
        if dep == "advcl" and any(
            (c.dep_ == "mark" and c.lower_ in {"if", "unless", "before", "until"})
            or (c.lower_ == "till" and c.i < verb.i)
            for c in verb.children
        ):
            return "possible"
        if dep == "advcl" and head.i < verb.i and is_still_ahead(verb, head):
            return "planned"  # "can tell it only after he has met them"
        if dep in {"ccomp", "xcomp"} and head.lemma_ in {"deny", "refute", "dismiss"}:
            return "happened" if is_charge_denied(verb, head) else "denied"
        if (
            verb.tag_ == "VBG"
            and head.lemma_ == "give"
            and any(c.dep_ == "prt" and c.lower_ == "up" for c in head.rights)
        ):
            return None  # "gave up defending it"
        if dep == "xcomp" and verb.tag_ == "VBG" and head.lemma_ in words("sets", "weighing"):
            return None  # "is mulling over lifting it"
        if dep == "ccomp" and any(c.dep_ == "acomp" and c.lower_ == "unlikely" for c in head.rights):
            return None  # "it is unlikely that they will agree"
        if dep == "ccomp" and any(c.dep_ == "acomp" and c.lower_ in words("sets", "doubtful") for c in head.rights):
            return "possible"  # "it is debatable that they helped"
        if dep == "ccomp" and is_claimed(verb, head):
            return "possible"
        if dep == "ccomp" and head.lemma_ in words("sets", "foreseeing") and not is_past(verb):
            return "planned"  # "anticipates that they reach an accord soon"
        if dep == "ccomp" and head.lemma_ == "mean" and is_negated(head):
            return None  # "the vote does not mean that they will leave" leaves it open
        if dep in {"xcomp", "pcomp"} and verb.tag_ == "VBG" and head.lemma_ == "include" and are_demands(head):
            return None  # "its demands include dissolving parliament"
        if dep == "ccomp" and head.lemma_ in words("status", "opinions") and is_negated(head):
            if any(c.lower_ == "would" for c in verb.lefts):
                return None  # "never did I imagine that he would attack us"
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
        if dep in {"ccomp", "acl"} and is_under_a_condition(head):
            return "possible"
    return "happened"


def _after_preposition(preposition: Token, depth: int) -> EventStatus | None:
    """Of a gerund: "charged with" is a charge, "no intention of" a denial, and what would be done "by" it is as open as that."""
    above = preposition.head
    if above.lemma_ == "responsibility" and above.dep_ == "dobj" and above.head.lemma_ in words("sets", "owning"):
        return _status(above.head, depth - 1)  # "claimed responsibility for shelling it"
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
    if preposition.lower_ == "for" and above.lower_ in {"famous", "infamous", "known", "notorious", "renowned"}:
        return None  # "is known for kidnapping travellers"
    if preposition.lower_ == "for" and above.lower_ == "trial":
        return "possible"
    if above.pos_ == "ADJ" and above.lower_ in words("sets", "guilty") and above.head.pos_ in {"AUX", "VERB"}:
        return _status(above.head, depth - 1)
    weighed = above.pos_ == "NOUN" or control(above) == "plans" or above.lemma_ in words("sets", "weighing")
    if preposition.lower_ not in _AFTER or (preposition.lower_ == "over" and weighed):
        return None  # "talks over lifting the ban"
    if preposition.lower_ == "for" and control(above) == "REQUEST":
        return None  # "called for deepening ties"
    if preposition.lower_ == "for" and above.pos_ == "VERB" and any(c.tag_ == "TO" for c in above.lefts):
        return None  # "pledged to work for deepening ties"
    if preposition.lower_ == "for" and above.pos_ == "NOUN":
        return "possible"
    if preposition.lower_ == "by" and above.pos_ in {"VERB", "AUX"}:
        return _status(above, depth - 1)
    return "happened"


def _intended(noun: Token) -> EventStatus:
    """Of what a plan or an intention is about; denied where there is none."""
    if _is_foiled(noun):
        broken = noun.head.head if noun.dep_ == "pobj" else noun.head
        return "denied" if _status(broken, 1) == "happened" else "possible"
    none = any(c.lower_ in {"no", "any"} for c in noun.lefts) or (noun.dep_ == "dobj" and is_negated(noun.head))
    willing = noun.lemma_ in {"desire", "readiness", "willingness"}
    return "denied" if none else "possible" if willing else "planned"


def _are_people(being: Token) -> bool:
    """Whether the subject may do something: not "the aim is to meet"."""
    who = [c for c in being.lefts if c.dep_ == "nsubj"]
    return any(t.pos_ == "PROPN" or t.tag_ == "NNS" or t.lower_ in words("sets", "visitors") for t in who)


def _is_foiled(noun: Token) -> bool:
    if noun.dep_ == "pobj" and noun.head.lower_ == "on" and noun.head.head.lemma_ in {"backtrack", "renege"}:
        return True  # "reneged on its promise to let them go"
    return noun.dep_ in {"dobj", "nsubjpass"} and noun.head.lemma_ in words("sets", "foiling")


def _shares(head: Token, verb: Token) -> bool:
    if is_negated(head) and any(c.lower_ in {"instead", "only", "rather"} for c in verb.lefts):
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
    if head.lemma_ in {"come", "return"} and verb.dep_ == "advcl" and verb.i > head.i:
        return _status(head, depth - 1)  # "came to the capital to meet the bishop"
    if head.lemma_ in words("sets", "reaching") and verb.lemma_ in words("sets", "courtesies"):
        return _status(head, depth - 1)  # "called the minister to thank him"
    if head.pos_ in {"VERB", "AUX"} and verb.dep_ in {"xcomp", "ccomp"}:
        if kind == "plans" and head.lemma_ == "choose":
            return _status(head, depth - 1)  # who chose to do it did
        if kind == "plans" and not is_passive_by_form(head) and is_of_others(verb, head):
            return None  # "wants Mali to lift the ban"
        if kind == "plans":
            meant: EventStatus = "possible" if head.lemma_ in words("sets", "wishing") else "planned"
            if is_negated(head) and head.lemma_ in words("sets", "wishing"):
                return None  # "nobody wants to be on strike"
            return "denied" if is_negated(head) else meant
        if kind == "starts":
            return _status(head, depth - 1)
        if kind == "tries" and head.lemma_ == "fail":
            return None if is_condition(head) or is_inverted(head) else "denied"  # "should they fail to meet"
        if kind == "tries":
            return "possible"
        if head.lemma_ == "be" and verb.dep_ == "xcomp" and _are_people(head):
            return "denied" if is_negated(head) else "planned"  # "the ministers are to meet"
        if head.lemma_ in {"find", "prove"} and is_passive_by_form(head):
            return _status(head, depth - 1)  # "was found to have broken it"
        return "possible" if head.lemma_ in HEARSAY else None
    if head.pos_ == "ADJ":
        return _of_adjective(head, depth)
    if head.pos_ == "NOUN" and verb.dep_ in {"acl", "relcl"} and head.lemma_ == "attempt":
        failed = head.dep_ == "nsubj" and head.head.lemma_ in {"collapse", "fail"}
        return "denied" if failed or _is_foiled(head) else "possible"
    if head.pos_ == "NOUN" and verb.dep_ in {"acl", "relcl"}:
        if head.lemma_ == "decision" and verb.lemma_ in words("sets", "decided"):
            return "happened"  # who decides to reject an offer rejects it
        return _intended(head) if head.lemma_ in words("sets", "intentions") else None
    return None


_AHEAD = frozenset({"due", "set", "prepared", "poised", "scheduled", "determined", "expected"})


def _of_adjective(adjective: Token, depth: int) -> EventStatus | None:
    """Of what one is "ready", "likely" or "able" to do; who was able to do it did."""
    being = adjective.head
    negated = being.pos_ in {"AUX", "VERB"} and is_negated(being)
    if adjective.lower_ in {"ready", "willing"}:
        return "denied" if negated else "possible"
    if adjective.lower_ in _AHEAD:
        return "denied" if negated else "planned"
    if adjective.lower_ == "able" and being.lower_ in {"was", "were", "been"}:
        return _status(being, depth - 1)
    if adjective.lower_ == "able":
        return None if negated else "possible"  # "are not able to fight" tells of no fight that was not fought
    return "possible" if adjective.lower_ == "likely" and not negated else None


_FEARED = frozenset({"concern", "fear", "hope", "possibility", "prospect", "risk", "suspicion", "worry"})
"""What these are "of" or "about" has not happened."""
