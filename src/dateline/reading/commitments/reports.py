"""Reports on what was undertaken before: made, approved, kept, broken, extended, put off, called off, left."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dateline.model import CommitmentKind, CommitmentStatus
from dateline.reading.commitments.grammar import (
    children,
    first,
    future_auxiliary,
    has_to,
    is_passive,
    is_unreal,
    negation,
    own_subject,
    subject_of,
)
from dateline.reading.commitments.undertaking import Undertaking
from dateline.reading.commitments.words import is_one_of, lemma, words


def find_reports(doc: Doc) -> Iterator[Undertaking]:
    """The clauses that tell what became of an earlier undertaking, in the order of the text."""
    treaties = _treaties(doc)
    for verb in doc:
        if verb.pos_ != "VERB" or future_auxiliary(verb) is not None or has_to(verb):
            continue
        if verb.tag_ in ("VB", "VBG") and not _is_progressive(verb):
            continue
        if negation(verb) is not None or is_unreal(verb):
            continue
        thing = _object(verb)
        if thing is None:
            continue
        became = _became(verb, thing, treaties)
        if became is None:
            continue
        kind, status = became
        subject = _agent_or_subject(verb)
        yield Undertaking(trigger=verb, action=verb, subject=subject, kind=kind, status=status, shared=subject is None)


def _is_progressive(verb: Token) -> bool:
    return verb.tag_ == "VBG" and any(lemma(a) == "be" for a in children(verb, "aux"))


def _object(verb: Token) -> Token | None:
    """What the verb does something to: its object, the subject of a passive, or what "from", "out of", "with" leads to."""
    if is_passive(verb):
        return own_subject(verb)
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return None
    direct = first(verb, "dobj")
    for preposition in children(verb, "prep", "prt", "advmod"):
        if preposition.lower_ in ("from", "with", "by", "to", "on", "of", "out"):
            inner = first(preposition, "pobj")
            if inner is None:
                deeper = first(preposition, "prep")
                inner = first(deeper, "pobj") if deeper is not None else None
            if inner is not None and lemma(verb) in _PREPOSITIONAL:
                return inner
    return direct


_PREPOSITIONAL = frozenset(
    ["withdraw", "pull", "comply", "abide", "adhere", "renege", "walk", "deliver", "exit", "agree"]
)


def _became(verb: Token, thing: Token, treaties: frozenset[str]) -> tuple[CommitmentKind, CommitmentStatus] | None:
    treaty = is_one_of(thing, "reports", "agreements") or thing.text in treaties
    promise = is_one_of(thing, "reports", "undertakings")
    occasion = is_one_of(thing, "subjects", "occasions") or lemma(thing) in ("deadline", "date")
    if treaty and is_one_of(verb, "reports", "make") and not _indefinite_failure(verb):
        return "agreement", "agreed"
    if (treaty or lemma(thing) in ("plan", "bill", "resolution", "legislation", "proposal", "budget")) and is_one_of(
        verb, "reports", "approve"
    ):
        return "agreement", "agreed"
    if (treaty or promise) and is_one_of(verb, "reports", "breach"):
        return "agreement" if treaty else "pledge", "violated"
    if treaty and is_one_of(verb, "reports", "end"):
        return "agreement", "ended"
    if (treaty or promise) and is_one_of(verb, "reports", "keep"):
        return "agreement" if treaty else "pledge", "fulfilled"
    if (treaty or lemma(thing) in ("deadline", "mandate")) and is_one_of(verb, "reports", "extend"):
        return "agreement", "postponed" if lemma(thing) == "deadline" else "agreed"
    if occasion and not treaty and is_one_of(verb, "reports", "postpone"):
        return "schedule", "postponed"
    if occasion and not treaty and is_one_of(verb, "reports", "call_off"):
        return "schedule", "ended"
    return None


def _indefinite_failure(verb: Token) -> bool:
    return any(c.lower_ in ("never", "not", "yet") for c in verb.children)


def _agent_or_subject(verb: Token) -> Token | None:
    if not is_passive(verb):
        return subject_of(verb)
    by = first(verb, "agent")
    return first(by, "pobj") if by is not None else None


def _treaties(doc: Doc) -> frozenset[str]:
    """Capital letters that the article explains as an agreement: "the trade pact, known as the NTA"."""
    listed = words("reports", "agreements")
    found: set[str] = set()
    last = -100
    for token in doc:
        if token.lower_ in listed or lemma(token) in listed:
            last = token.i
        if last < 0 or token.i - last > 20:
            continue
        if token.is_alpha and token.is_upper and len(token.text) > 2 and _is_explained(doc, last, token.i):
            found.add(token.text)
    return frozenset(found)


def _is_explained(doc: Doc, treaty: int, name: int) -> bool:
    between = [t.lower_ for t in doc[treaty:name]]
    return any(w in between for w in ("known", "called", "dubbed", "named", "or")) or doc[name - 1].text in ("(", "[")
