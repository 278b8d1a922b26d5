"""What is decided or voted: by whom it is agreed, what is put off or called off by it, strikes that begin or go on, offers that are taken or refused."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.reading.commitments.condition import has_condition
from dateline.reading.commitments.deeds import MEETS, has_talks, is_somewhere, starts_visit
from dateline.reading.commitments.grammar import children, first, has_to, infinitive, negation, own_subject, subject_of
from dateline.reading.commitments.provisions import is_deal
from dateline.reading.commitments.undertaking import Made, Undertaking
from dateline.reading.commitments.unreal import is_unreal
from dateline.reading.commitments.words import is_one_of, lemma

_OF_MANY = frozenset(
    {"community", "states", "organisation", "organization", "league", "nations", "court", "association", "federation"}
)
"""Words in the names of bodies in which many decide."""

_REFUSES = frozenset({"reject", "oppose", "decline"})

_SETTLES = frozenset({"decide", "agree", "vote", "resolve", "opt", "order", "mandate", "direct", "instruct"})
"""What somebody so does with an occasion is done; what is planned or promised is still to come."""

_GIVES_WORD = frozenset({"offer", "propose", "volunteer", "vow", "pledge", "promise", "threaten"})
"""Who offers to hold talks, has not set them."""

_KEEPS_ON = frozenset({"continue", "go", "keep", "carry", "stay", "remain", "prolong"})


def of_body(verb: Token, action: Token, subject: Token | None, passive: bool) -> Made | None:
    """What a body of several decides is agreed among them: "the council has decided", "it was decided"."""
    if lemma(verb) not in ("decide", "vote"):
        return None
    if passive or _is_to_accept(action) or lemma(verb) == "vote":
        return "agreement", "agreed"
    alone = subject is not None and subject.tag_ == "NN" and is_one_of(subject, "subjects", "single")
    if subject is not None and not alone and (is_body(subject) or is_one_of(subject, "subjects", "bodies")):
        return "agreement", "agreed"
    return None


def is_body(name: Token) -> bool:
    """Whether the name is that of several who decide, or its capital letters: "the Port Council"; not of a company."""
    if name.ent_type_ != "ORG":
        return False
    words_of = (name, *children(name, "compound", "appos"), *(t for p in children(name, "prep") for t in p.children))
    return any(is_one_of(t, "subjects", "bodies") or t.text.isupper() or t.lower_ in _OF_MANY for t in words_of)


def of_vote(verb: Token) -> Iterator[Undertaking]:
    """What a body votes for by its paper: "voted on a resolution to expel", "for a bill to cut aid", "in favour of a law to annex"."""
    if lemma(verb) != "vote" or verb.tag_ not in ("VBD", "VBN") or negation(verb) is not None or is_unreal(verb):
        return
    body = subject_of(verb)
    if (
        body is None
        or not (body.ent_type_ == "ORG" or is_one_of(body, "subjects", "bodies"))
        or children(verb, "xcomp")
    ):
        return
    led = [t for p in children(verb, "prep") if p.lower_ in ("on", "for", "in") for t in children(p, "pobj")]
    led += [
        t for f in led if lemma(f) in ("favour", "favor", "support") for p in children(f, "prep") for t in p.children
    ]
    for paper in led:
        if not (is_one_of(paper, "reports", "acts") or is_one_of(paper, "nouns", "proposal")):
            continue
        action = next((c for c in children(paper, "acl", "relcl") if has_to(c)), None)
        if action is not None:
            yield Undertaking(trigger=verb, action=action, subject=body, kind="agreement", status="agreed")
            return


def is_vote_of_body(verb: Token) -> bool:
    """Whether a body voted to do something itself; what a people voted for others carry out."""
    subject, action = subject_of(verb), infinitive(verb)
    if action is not None and (_is_to_strike(action) or _is_to_accept(action)):
        return own_subject(action) is None
    body = subject is not None and (
        (subject.ent_type_ == "ORG" and not subject.lower_.endswith("s")) or is_one_of(subject, "subjects", "bodies")
    )
    return body and action is not None and own_subject(action) is None


def on_strike(verb: Token, action: Token) -> Made | None:
    """Deciding to strike or to go on with it, which is of one side alone: "voted to continue the strike", "agreed to go on striking"."""
    on_strike = lemma(action) in _KEEPS_ON and any(is_one_of(t, "repeats", "strikes") for t in action.subtree)
    if not (on_strike or _is_to_strike(action)) or negation(verb) is not None or lemma(verb) == "threaten":
        return None
    return ("threat" if has_condition(action) or has_condition(verb) else "pledge"), "announced"


def _is_to_accept(action: Token) -> bool:
    """Whether it is to accept an offer or to approve a deal, which so is agreed."""
    thing = first(action, "dobj")
    dealt = thing is not None and (is_deal(thing) or lemma(thing) == "offer")
    return dealt and is_one_of(action, "reports", "approve") and negation(action) is None


def _is_to_strike(action: Token) -> bool:
    """Whether what is undertaken is to strike, to walk out or to stage a strike; not to strike a deal."""
    thing = first(action, "dobj")
    if thing is None:
        return lemma(action) == "strike" or (lemma(action) == "walk" and first(action, "prt", "advmod") is not None)
    return lemma(action) in ("stage", "hold", "begin", "start") and is_one_of(thing, "repeats", "strikes")


def by_action(verb: Token, action: Token) -> Made | None:
    """Deciding to put off or call off what was scheduled; planning to meet or visit somebody."""
    if negation(verb) is not None:
        return None
    meets = lemma(action) in MEETS or is_somewhere(action) or has_talks(action) or starts_visit(action)
    if lemma(verb) in ("plan", "intend") and meets and negation(action) is None:
        return "schedule", "announced"
    thing = first(action, "dobj")
    if thing is not None and is_one_of(thing, "subjects", "occasions"):
        if is_one_of(action, "reports", "postpone"):
            return ("schedule", "postponed") if lemma(verb) in _SETTLES else None
        if is_one_of(action, "reports", "call_off"):
            return ("schedule", "ended") if lemma(verb) in _SETTLES else None
        if lemma(action) in ("hold", "attend", "host") and lemma(verb) not in _GIVES_WORD:
            return "schedule", "announced"
    return None


def refuses(verb: Token, action: Token) -> bool:
    """Whether somebody voted or decided against an offer: it is done by the vote."""
    refused = negation(action) is not None and is_one_of(action, "reports", "approve")
    return lemma(verb) in ("vote", "decide") and (lemma(action) in _REFUSES or refused)
