"""What leaves open whether a clause is so: hearsay, claims about others, undecided questions, wishes for others, habits."""

from spacy.tokens import Token

from dateline.reading.events.lexical import words

HEARSAY = frozenset(
    {"allege", "appear", "assume", "believe", "claim", "feel", "know", "presume", "report", "rumour", "rumor", "say"}
    | {"seem", "suspect", "think", "understand"}
)
"""Of what these have somebody "to have done" nobody is sure."""


def is_passive_by_form(verb: Token) -> bool:
    """Whether the verb has a form of "be" before it."""
    return any(c.dep_ == "auxpass" for c in verb.lefts)


def is_claimed(verb: Token, above: Token) -> bool:
    """Whether one claims it of others: "alleged that guards had beaten him"; not of one's own side."""
    if above.lemma_ not in {"allege", "claim"} or above.pos_ != "VERB":
        return False
    who = [c for c in verb.lefts if c.dep_ in {"nsubj", "nsubjpass"}]
    own = any(t.pos_ == "PRON" or any(c.tag_ == "PRP$" for c in t.lefts) for t in who)
    return above.lemma_ == "allege" or (bool(who) and not own)


def is_charge_denied(verb: Token, above: Token) -> bool:
    """Such as "accuses it of theft, a charge it denies": the charge is made, whatever the parser makes of it."""
    between = list(verb.doc[verb.i : above.i]) if verb.i < above.i else []
    return any(t.pos_ == "NOUN" and t.lemma_ in words("sets", "alleged") | {"charge"} for t in between)


def is_dismissed(report: Token) -> bool:
    """Such as "dismissed claims that rebels had taken the base"."""
    denier = report.head
    return report.dep_ in {"dobj", "nsubjpass"} and denier.lemma_ in {"deny", "dismiss", "refute", "reject"}


def is_of_others(verb: Token, above: Token) -> bool:
    """Whether somebody else is to do it."""
    wished = above.lemma_ in {"expect", "intend", "like", "mean", "need", "prefer", "want", "wish"}
    return wished and any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.lefts)


def are_demands(verb: Token) -> bool:
    """Whether the subject is what is only wanted or thought of."""
    who = [c.lemma_.lower() for c in verb.lefts if c.dep_ == "nsubj"]
    return any(w in words("status", "unreal_heads") | {"option", "idea", "goal", "aim", "measure"} for w in who)


_DECIDING = frozenset(
    {"ask", "consider", "debate", "decide", "determine", "discuss", "examine", "investigate", "say", "see", "wonder"}
)
_HABITUALLY = frozenset(
    {"always", "frequently", "generally", "habitually", "normally", "often", "regularly", "routinely", "sometimes"}
    | {"traditionally", "typically", "usually"}
)


def is_left_open(verb: Token) -> bool:
    """Such as "has not decided whether to leave", "no matter how many are held", a bare imperative."""
    first = verb.left_edge.i
    if first > 1 and verb.doc[first - 1].lower_ == "matter" and verb.doc[first - 2].lower_ == "no":
        return True
    alone = all(c.dep_ not in {"nsubj", "nsubjpass", "aux", "auxpass", "expl"} for c in verb.lefts)
    if verb.tag_ == "VB" and alone and verb.dep_ in {"ROOT", "appos", "parataxis"}:
        return True  # "first, send fuel"
    asked = any(c.lower_ == "whether" for c in verb.lefts)
    return asked and (any(c.tag_ == "TO" for c in verb.lefts) or verb.head.lemma_ in _DECIDING)


def is_hearsay(verb: Token) -> bool:
    """Such as "allegedly opened fire"."""
    return any(c.dep_ == "advmod" and c.lower_ in words("status", "hearsay") for c in verb.lefts)


def is_habit(verb: Token) -> bool:
    """Such as "police routinely arrest hawkers"."""
    return verb.tag_ in {"VBP", "VBZ"} and any(c.lower_ in _HABITUALLY for c in verb.lefts)
