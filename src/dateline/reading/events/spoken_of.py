"""Event nouns that are only spoken of: wished for, possible, in someone's way, told of in a film; nothing of the kind is said to have been."""

from spacy.tokens import Token

from dateline.reading.events.lexical import noun_frame, words

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})

_OPEN_MODALS = frozenset({"could", "may", "might", "would"})

_ELUSIVE = frozenset({"card", "horizon", "offing", "question", "reach", "sight", "table"})
"""In, on, within or out of these is what has not come: "a deal is in sight", "a truce is out of the question"."""


def is_known(noun: Token) -> bool:
    """Whether the noun is of one event that is there: "the deal", "their deal", "Monday's deal"."""
    return any(c.lower_ in _DEFINITE or c.dep_ == "poss" for c in noun.lefts)


def is_only_spoken_of(at: Token, head: Token, noun: Token) -> bool:
    """Whether the words above leave open that it was: `at`, on the way up from the noun, hangs on `head`."""
    if at.lower_ in _TOWARDS and at.dep_ in {"prep", "mark"} and not is_known(noun):
        return True  # "work towards a truce", "left without a deal"
    if at.dep_ == "prep" and _is_about(at, head):
        return True
    if head.lemma_.lower() in words("status", "sought") and not is_known(noun) and _hangs(at, noun):
        return head.lemma_.lower() not in {"close", "open"} or head.pos_ == "ADJ"
    if head.lower_ in {"case", "event"} and at.lower_ == "of" and head.dep_ == "pobj" and head.head.lower_ == "in":
        return not is_known(head) or head.lower_ == "event"  # "in the event of a strike"
    if head.pos_ not in {"VERB", "AUX"}:
        return False
    if (
        at.dep_ == "prep"
        and at.lower_ in {"for", "of", "about"}
        and any(_is_hope(s) for s in head.lefts if s.dep_ in {"nsubj", "nsubjpass"})
    ):
        return not is_known(noun)  # "hopes are fading for a deal"
    told_in = any(s.lemma_.lower() in words("sets", "works") for s in head.lefts if s.dep_ == "nsubj")
    if at == noun and noun.dep_ == "dobj" and told_in:
        return True  # "the book discusses the talks of 1958"
    if at != noun or noun.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    if head.lemma_ in {"elude", "escape"}:
        return True  # "a deal has eluded them for years"
    if head.lemma_ == "near" and any(c.dep_ == "dobj" for c in head.rights):
        return True  # "a deal is nearing completion"
    open_ = any(c.dep_ == "aux" and c.lower_ in _OPEN_MODALS for c in head.lefts)
    open_ = open_ or (_is_force(noun) and any(c.dep_ == "aux" and c.lower_ == "will" for c in head.lefts))
    return not is_known(noun) and (
        _is_imagined(head) or (open_ and head.lemma_ not in words("status", "brought_about"))
    )


def _is_force(noun: Token) -> bool:
    frame = noun_frame(noun)
    return frame is not None and frame.type == "ASSAULT"


_TOWARDS = frozenset({"toward", "towards", "without"})


def _hangs(at: Token, noun: Token) -> bool:
    """Whether the noun is the object of what it hangs on, or right behind a preposition that joins the two."""
    if at == noun:
        return at.dep_ in {"dobj", "nsubjpass"}
    return at.dep_ == "prep" and noun.head == at and at.lower_ in {"about", "against", "for", "in", "of", "on", "to"}


def _is_hope(noun: Token) -> bool:
    hopes = words("status", "unreal_heads") | words("status", "unreal_beside")
    return bool({noun.lemma_.lower(), noun.lower_} & hopes)


def _is_about(at: Token, head: Token) -> bool:
    """Such as "a film about the raid"."""
    return at.lower_ in {"about", "of", "on"} and head.lemma_.lower() in words("sets", "works")


def _is_imagined(being: Token) -> bool:
    """Such as "is possible", "looks unlikely", "is out of the question"."""
    if being.lemma_ not in {"be", "remain", "seem", "look", "appear", "become"}:
        return False
    if any(c.dep_ in {"acomp", "oprd"} and c.lower_ in words("status", "open_adjectives") for c in being.rights):
        return True
    below = [
        t for c in being.rights if c.dep_ == "prep" for t in (*c.children, *(x for p in c.rights for x in p.children))
    ]
    return any(t.lemma_.lower() in _ELUSIVE for t in below)


def is_said_not_to_be(noun: Token) -> bool:
    """Whether it is said that there is none: "there were no talks between Malta and Fiji"."""
    being = noun.head
    none = any(c.lower_ == "no" for c in noun.lefts)
    there = being.lemma_ == "be" and noun.dep_ in {"attr", "nsubj"} and any(c.dep_ == "expl" for c in being.lefts)
    aside = any(c.dep_ in {"acl", "relcl", "amod"} for c in noun.children)  # "no talks planned", "no further talks"
    return none and there and not aside and not any(c.tag_ == "MD" for c in being.lefts)
