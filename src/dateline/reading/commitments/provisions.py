"""What a deal lays on a party by a verb of its own: "the deal calls for A to withdraw", "commits B to pay", "B is required under the deal to"."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.reading.commitments.grammar import children, first, has_to, is_agent, is_passive, negation, own_subject
from dateline.reading.commitments.orders import names_deed
from dateline.reading.commitments.undertaking import Undertaking
from dateline.reading.commitments.unreal import is_unreal
from dateline.reading.commitments.words import is_one_of, lemma
from dateline.reading.pacts import is_acronym, named_pacts

_DRAFTED = frozenset({"proposed", "draft", "possible", "potential", "planned", "prospective", "suggested"})
_BINDS = frozenset({"require", "oblige", "obligate", "commit", "bind"})
_ALLOWS = frozenset({"allow", "permit", "entitle", "authorize", "authorise"})
_PAPERS = frozenset({"resolution", "mandate", "decree"})
_MUST = frozenset({"must", "shall"})
_TERMS = frozenset({"term", "condition", "provision"})
_CALLS = frozenset({"call", "provide"})


def of_provision(verb: Token) -> Iterator[Undertaking]:
    """What an agreement "requires", "commits" somebody to do, "calls for" somebody to do, as agreed by that party."""
    forbids = is_one_of(verb, "contents", "forbids")
    if verb.tag_ in ("VBZ", "VBP") and negation(verb) is None and not is_unreal(verb):
        yield from _contents(verb)
    yield from _authorised(verb)
    allowed = lemma(verb) in _ALLOWS and is_passive(verb)
    if not (forbids or allowed or lemma(verb) in _BINDS | _CALLS) or negation(verb) is not None or is_unreal(verb):
        return
    passive = is_passive(verb)
    if passive and not is_under_deal(verb):
        return
    subject = own_subject(verb)
    if _is_torn(verb, subject):
        subject = None
    elif subject is None or not (passive or is_deal(subject)):
        return
    if subject is not None and not passive:
        yield from _of_noun(verb, subject)
        yield from _forbidden(verb)
    action = next((c for c in children(verb, "xcomp", "advcl", "ccomp") if c.i > verb.i and has_to(c)), None)
    if action is None:
        return
    party = subject if passive else own_subject(action) or (first(verb, "dobj") if lemma(verb) in _BINDS else None)
    called = lemma(verb) not in _CALLS or any(m.lower_ == "for" for m in children(action, "mark"))
    if party is not None and called:
        yield Undertaking(trigger=verb, action=action, subject=party, kind="agreement", status="agreed")


def _authorised(verb: Token) -> Iterator[Undertaking]:
    """What a resolution "authorizes", as those who adopted it decided."""
    paper = own_subject(verb) if lemma(verb) in _ALLOWS and not is_passive(verb) else None
    if paper is None or lemma(paper) not in _PAPERS or verb.tag_ not in ("VBD", "VBZ") or negation(verb) is not None:
        return
    if verb.dep_ not in ("relcl", "acl") and (children(verb, "dobj", "xcomp", "ccomp")) and not is_unreal(verb):
        yield Undertaking(
            trigger=verb, action=verb, subject=paper, kind="agreement", status="ongoing", shared=True, told=True
        )


def of_duty(verb: Token) -> Iterator[Undertaking]:
    """What somebody "must", "has to" do "under the accord", as agreed by that party."""
    must = any(c.lower_ in _MUST for c in children(verb, "aux")) or (
        has_to(verb) and verb.dep_ == "xcomp" and lemma(verb.head) == "have" and verb.head.tag_ in ("VBZ", "VBP", "VBD")
    )
    holder = verb.head if verb.dep_ == "xcomp" else verb
    party = own_subject(holder)
    if not must or party is None or negation(holder) is not None or is_deal(party):
        return
    unreal = holder != verb and is_unreal(holder)
    if (is_under_deal(verb) or is_under_deal(holder)) and not is_under_draft(verb) and not unreal:
        by_others = is_passive(verb)
        if by_others and is_agent(party):
            return  # who must be freed is not who frees him
        yield Undertaking(
            trigger=holder, action=verb, subject=party, kind="agreement", status="agreed", shared=by_others
        )


def _is_torn(verb: Token, subject: Token | None) -> bool:
    """Whether the pact is torn from "commits" by a place before it: "the pact signed in Lesk, commits the port to pay"."""
    placed = subject is None or (subject.ent_type_ == "GPE" and first(verb, "dobj") is not None)
    return placed and lemma(verb) == "commit" and verb.tag_ == "VBZ"


def _of_noun(verb: Token, deal: Token) -> Iterator[Undertaking]:
    """What the deal "provides for", "calls for" by a noun: "calls for an end to the fighting", which those who made it undertake."""
    led = (first(p, "pobj") for p in children(verb, "prep") if p.lower_ == "for")
    if lemma(verb) in _CALLS and any(t is not None and names_deed(t) for t in led):
        yield Undertaking(trigger=verb, action=verb, subject=deal, kind="agreement", status="agreed", shared=True)
    bound = first(verb, "dobj") if lemma(verb) in _BINDS else None
    to = (first(p, "pobj") for p in children(verb, "prep") if p.lower_ == "to")
    if bound is not None and any(
        t is not None and (names_deed(t) or is_one_of(t, "reports", "truces")) for t in to
    ):  # "commits both sides to a truce"
        yield Undertaking(trigger=verb, action=verb, subject=bound, kind="agreement", status="agreed")


def _forbidden(verb: Token) -> Iterator[Undertaking]:
    """What the deal "bars both armies from" doing, which they so agree not to do."""
    bound = first(verb, "dobj") if is_one_of(verb, "contents", "forbids") else None
    done = next((first(p, "pcomp") for p in children(verb, "prep") if p.lower_ == "from"), None)
    if bound is not None and done is not None:
        yield Undertaking(trigger=verb, action=done, subject=bound, kind="agreement", status="agreed")


def _contents(verb: Token) -> Iterator[Undertaking]:
    """What the deal, or its terms, "include": "includes a swap of prisoners", which those who made it undertake."""
    deal = own_subject(verb) if is_one_of(verb, "contents", "verbs") else None
    if deal is not None and lemma(deal) in _TERMS:
        of = next((p for p in children(deal, "prep") if p.lower_ == "of"), None)
        deal = first(of, "pobj") if of is not None else None
    held = first(verb, "dobj")
    drafted = deal is None or any(t.lower_ in _DRAFTED for t in deal.children)
    if not drafted and deal is not None and is_deal(deal) and held is not None and names_deed(held):
        yield Undertaking(trigger=verb, action=verb, subject=deal, kind="agreement", status="agreed", shared=True)


def is_deal(noun: Token) -> bool:
    """Whether the noun is an agreement, which binds those who made it."""
    return is_one_of(noun, "reports", "agreements") or (is_acronym(noun) and noun.text in named_pacts(noun.doc))


def is_under_deal(verb: Token) -> bool:
    """Whether the clause is told as what an agreement holds: "under the deal, wages will rise", "is obliged by the pact to pay"."""
    return deal_over(verb) is not None


def is_under_draft(verb: Token) -> bool:
    """Whether that deal is only proposed: "under a proposed deal, A would pay"."""
    deal = deal_over(verb)
    return deal is not None and any(t.lower_ in _DRAFTED for t in children(deal, "amod", "compound"))


def deal_over(verb: Token) -> Token | None:
    """The agreement under which the clause is told.

    So is what stands beside such a clause: "under the deal, A will pay, while B will leave".
    """
    for _ in range(_BESIDE):
        if (deal := _deal_of(verb)) is not None:
            return deal
        beside = verb.dep_ == "conj" or (
            verb.dep_ in ("advcl", "ccomp") and any(m.lower_ in ("while", "whereas", "and") for m in verb.children)
        )
        if not beside or verb.head == verb:
            return None
        verb = verb.head
    return None


def _deal_of(verb: Token) -> Token | None:
    below = [first(c, "pobj") for c in children(verb, "prep", "agent") if c.lower_ in ("under", "by")]
    for led in children(verb, "prep"):  # "as part of the deal", "according to the deal"
        part = first(led, "pobj") if led.lower_ == "as" else None
        inner = led if led.lower_ == "according" else part
        if inner is led or (part is not None and lemma(part) == "part"):
            below += [first(p, "pobj") for p in children(inner, "prep")] if inner is not None else []
    return next((t for t in below if t is not None and is_deal(t) and not _is_any(t)), None)


def _is_any(deal: Token) -> bool:
    """Whether it is "any deal", which nobody has made."""
    return any(c.lower_ == "any" for c in children(deal, "det"))


_BESIDE = 4
"""Clauses that are told side by side."""
