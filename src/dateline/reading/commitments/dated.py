"""Whether a time says when the undertaken thing is, and not when something else in its clause was or will be."""

from spacy.tokens import Token

from dateline.reading.commitments.grammar import children, future_auxiliary, has_to, is_occasion
from dateline.reading.commitments.words import is_one_of, lemma, words

_CLIMB = 40
_AFTER = frozenset({"after", "following"})
_DATES = frozenset(
    {"deadline", "date", "day", "week", "month", "year", "morning", "evening", "night", "period", "time"}
)
_DEALS_WITH = frozenset({"discuss", "debate", "consider", "propose", "review"})


def hangs_on(head: Token, action: Token, *, ahead: bool = False) -> bool:
    """Whether a time says when the undertaken thing is, and not when something else in its clause was.

    A time that lies `ahead` is not that of what a participle tells as done: "will fine drivers of cars registered there on 3 May".
    """
    token = head
    for _ in range(_CLIMB):
        if token == action:
            return True
        if token != action and any(is_one_of(c, "unreal", "formerly") for c in children(token, "advmod")):
            return False  # "the vote, originally set for 4 May, will be held on 8 June"
        if token.dep_ == "prep" and _is_of_what_is_given(token, action):
            return False
        if token.dep_ == "pcomp" and token.head.lower_ == "by" and action.tag_ in ("VBD", "VBN"):
            return False  # "signed it by putting off the dues of May"
        if (
            token.dep_ == "prep"
            and token.lower_ == "before"
            and children(token, "pcomp")
            and token.nbor(-1).text == ","
        ):
            return False  # "warned them not to shoot, before leaving the talks on Monday": when that was said
        if token.dep_ == "prep" and token.lower_ in ("including", "since"):
            return False  # "suspend the strikes, including one on May 4"
        if token != head and (_is_of_inner_occasion(token) or _is_only_decided_on(token)):
            return False
        aim = token.dep_ == "acl" and has_to(token) and token.head.dep_ == "dobj" and token.head.head == action
        aim = aim and not is_one_of(token, "reports", "postpone")  # "will sign an order to delay it to May"
        done = ahead and token.dep_ == "acl" and token.tag_ == "VBN" and not is_one_of(token, "verbs", "schedule")
        done = done and token.i > action.i  # but not "the pact, signed in May, expires next year"
        begins = token.lower_ in ("starting", "beginning", "effective", "commencing")
        if (
            token.dep_ in ("relcl", "acl")
            and token.head != action
            and not (aim or done or begins or _dates_occasion(token))
        ):
            return False  # an aim is one with the deed: "will make every effort to end it in May"
        if token.dep_ in ("ccomp", "advcl") and token.tag_ in ("VBD", "VBZ", "VBP", "VBN"):
            return False
        if token.head == token:
            return False
        token = token.head
    return False


def _is_of_what_is_given(preposition: Token, action: Token) -> bool:
    """Whether a day only tells which thing is meant: "will pay the grants for 2017", "discuss the budget for 2022"."""
    thing = preposition.head
    given = thing != action and thing.pos_ == "NOUN" and preposition.lower_ == "for" and thing.dep_ in ("dobj", "pobj")
    return given and not (is_occasion(thing) or lemma(thing) in _DATES or is_one_of(thing, "subjects", "provisions"))


def _is_of_inner_occasion(noun: Token) -> bool:
    """Whether a day is that of an occasion told inside another phrase: "vote on plans for an election", "discuss an election on 4 May"."""
    if not is_one_of(noun, "subjects", "occasions"):
        return False
    if noun.dep_ == "dobj":
        return lemma(noun.head) in _DEALS_WITH
    return noun.dep_ == "pobj" and noun.head.head.pos_ == "NOUN" and noun.head.lower_ == "for"


def _is_only_decided_on(clause: Token) -> bool:
    """Whether a day is that of what is voted on or talked about: "vote on holding it on 4 May", "decide whether to leave by May"."""
    if any(m.lower_ == "whether" for m in children(clause, "mark")):
        return True
    return clause.dep_ == "pcomp" and clause.head.lower_ in ("on", "about", "over", "regarding")


def _dates_occasion(clause: Token) -> bool:
    """Whether a clause says when an occasion will be: "the round that will be held in May", "strikes planned for May"."""
    holder = clause.head.head
    if clause.head.dep_ == "dobj" and holder.dep_ == "advcl" and has_to(holder):
        return False  # to what end: "will stop firing to support talks planned for May"
    planned = clause.tag_ == "VBN" and is_one_of(clause, "verbs", "schedule")
    if lemma(clause) == "be":
        return False  # "polls that would be the first in seven years"
    return (planned or future_auxiliary(clause) is not None) and is_occasion(clause.head)


def follows_what_was_before(trigger: Token, head: Token) -> bool:
    """Whether a day belongs to what went before the word that was given: "agreed to leave after talks in Lesk on Monday"."""
    between = trigger.doc[trigger.i + 1 : head.i]
    last = next((t for t in reversed(between) if t.text == "," or (t.lower_ in _AFTER and t.dep_ == "prep")), None)
    return last is not None and last.text != "," and any(c.pos_ in ("NOUN", "PROPN") for c in last.children)


def names_other(head: Token) -> bool:
    """Whether a time only tells which paper or thing is meant, "the 2015 pact", or counts from a day: "a year after May 4"."""
    noun = head.head
    if (
        head.dep_ in ("compound", "nmod", "amod", "nummod", "poss")
        and noun.pos_ in ("NOUN", "PROPN")
        and noun.i > head.i
        and noun.lower_ not in words("days", "months")  # the "3" of "3-5 April"
    ):
        return not (is_one_of(noun, "subjects", "occasions") or lemma(noun) in _DATES)
    return False


def is_name(head: Token) -> bool:
    """Whether the word is a part of somebody's name: the "May" of "Ann May"."""
    return head.ent_type_ == "PERSON" or head.dep_ in ("nsubj", "nsubjpass")
